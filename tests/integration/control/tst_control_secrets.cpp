// What must never come out, and where it may be sent: vendors' keys, application keys, access tokens.
#include "tests/integration/control/control_fixture.h"
#include "tests/support/scripted_vendor.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/stat.h>

using namespace signalbox::tests;
namespace json = boost::json;

namespace {

constexpr auto kVendorKey = "sk-vendor-0123456789-never-shown";

std::string everythingIn(const std::filesystem::path& directory, const std::vector<std::string>& exceptions) {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        if (std::find(exceptions.begin(), exceptions.end(), entry.path().filename().string()) != exceptions.end()) continue;
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        all += text.str();
    }
    return all;
}

/// Puts the provider `vendor` into service. Empty: done; else what the gateway answered.
std::string applyTo(const GatewayProcess& gateway, const std::string& url, const std::string& credential) {
    const auto reply = gateway.control("POST", "/apply?label=production",
                                       "kind: provider\nname: vendor\nspec: {connector: openai, base_url: " + url + "/v1, credential: '" + credential + "', models: [{id: m}]}\n", "text/yaml");
    return reply.status == 200 ? std::string() : reply.body;
}

} // namespace

class TestControlSecrets : public QObject {
    Q_OBJECT

    ControlFixture fixture_;
    ScriptedVendor vendor_;
    ScriptedVendor thief_;

    std::string applyVendor(const std::string& url, const std::string& credential) {
        return applyTo(fixture_.gateway(), url, credential);
    }
    int call() { return fixture_.gateway().call("/v1/chat/completions", R"({"model":"vendor/m","messages":[{"role":"user","content":"hello"}]})").status; }

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
    }

    void init() {
        vendor_.forget();
        thief_.forget();
    }

    void theFirstStartsFilesAreTheirOwnersAlone() {
        for (const auto* name : {"admin.token", "app.key", "master.key"}) {
            struct stat status {};
            QCOMPARE(::stat((fixture_.gateway().directory() / name).c_str(), &status), 0);
            QCOMPARE(static_cast<int>(status.st_mode & 0777), 0600);
        }
    }

    void aSecretGoesToTheVendorAndNowhereElse() {
        QCOMPARE(fixture_.ask("PUT", "/secrets/vendor-key", json::serialize(json::object{{"value", kVendorKey}, {"bound_to", vendor_.url() + "/v1"}})).status, 200);
        QVERIFY(applyVendor(vendor_.url(), "secret:vendor-key").empty());
        QCOMPARE(call(), 200);
        QCOMPARE(vendor_.journal().at(0).header("authorization"), std::string("Bearer ") + kVendorKey);

        const auto document = fixture_.ask("GET", "/openapi.json");
        std::size_t asked = 0;
        for (const auto& path : document.json.at("paths").as_object()) {
            const std::string name(path.key());
            if (!path.value().as_object().contains("get") || name == "/events" || name == "/openapi.json") continue;
            std::string filled = name;
            const auto put = [&](const std::string& hole, const std::string& value) {
                if (const auto at = filled.find(hole); at != std::string::npos) filled.replace(at, hole.size(), value);
            };
            put("{kind}", "provider");
            put("{name}", "vendor");
            put("{provider}", "sandbox");
            put("{id}", fixture_.ask("GET", "/runs").text("/items/0/id"));
            const auto reply = fixture_.ask("GET", filled);
            QVERIFY2(reply.body.find(kVendorKey) == std::string::npos, filled.c_str());
            ++asked;
        }
        QVERIFY(asked > 15);
        QCOMPARE(fixture_.ask("GET", "/secrets").text("/items/0/used_by/0"), std::string("provider/vendor"));
        QVERIFY(fixture_.gateway().log().find(kVendorKey) == std::string::npos);
        QVERIFY(everythingIn(fixture_.gateway().directory(), {}).find(kVendorKey) == std::string::npos);
    }

    void aChangedAddressDoesNotGetTheOldKey() {
        QVERIFY(applyVendor(thief_.url(), "secret:vendor-key").empty());
        QVERIFY(call() >= 400);
        QCOMPARE(thief_.requestCount(), std::size_t(0));
        const auto check = fixture_.ask("POST", "/providers/vendor/check");
        QCOMPARE(check.status, 200);
        QCOMPARE(check.text("/ok"), std::string("false"));
        QVERIFY2(check.text("/message").find("bound to") != std::string::npos && check.text("/message").find("enter the key again") != std::string::npos, check.body.c_str());
        QCOMPARE(thief_.requestCount(), std::size_t(0));
        // Entered again for the new address it serves.
        QCOMPARE(fixture_.ask("PUT", "/secrets/vendor-key", json::serialize(json::object{{"value", "sk-new"}, {"bound_to", thief_.url()}})).status, 200);
        QCOMPARE(call(), 200);
        QCOMPARE(thief_.journal().at(0).header("authorization"), std::string("Bearer sk-new"));
    }

    void aLargeBodyNeedsACredential() {
        for (const auto* path : {"/v1/chat/completions", "/v1/messages", "/v1/workflows/summary/runs", "/api/v1/apply"}) {
            HttpConnection connection(fixture_.gateway().port());
            QVERIFY(connection.send("POST " + std::string(path) + " HTTP/1.1\r\nhost: localhost\r\ncontent-length: 30000000\r\n\r\n"));
            QCOMPARE(connection.read(std::chrono::seconds{5}).status, 401); // without a byte of it
        }
        const std::string large(300'000, 'x');
        QCOMPARE(fixture_.gateway().call("/v1/chat/completions", large).status, 400);
        QVERIFY(fixture_.gateway().control("POST", "/validate", large, "text/yaml").status != 401);
    }

    void aDatabaseWithoutItsMasterKeyIsLeftAlone() {
        GatewayProcess gateway;
        QVERIFY2(gateway.start(), gateway.problem().c_str());
        gateway.kill();
        const auto key = gateway.directory() / "master.key";
        const auto aside = gateway.directory() / "aside";
        std::filesystem::rename(key, aside);
        QVERIFY(!gateway.start());
        QVERIFY2(gateway.log().find("master.key") != std::string::npos, gateway.log().c_str());
        QVERIFY(!std::filesystem::exists(key)); // a new one would make every credential unknown
        std::filesystem::rename(aside, key);
        QVERIFY2(gateway.start(), gateway.problem().c_str());
        QCOMPARE(gateway.control("GET", "/status").status, 200);
    }

    void theGatewaysOwnEnvironmentIsNotAVendorsKey() {
        GatewayProcess::Options options;
        options.environment = {{"SIGNALBOX_MASTER_KEY", std::string(64, 'a')}, {"VENDOR_KEY", "sk-from-environment"}};
        GatewayProcess gateway(options);
        QVERIFY2(gateway.start(), gateway.problem().c_str());
        const auto serves = [&](const std::string& variable) {
            if (const auto problem = applyTo(gateway, thief_.url(), "env:" + variable); !problem.empty()) qWarning("%s", problem.c_str());
            return gateway.call("/v1/chat/completions", R"({"model":"vendor/m","messages":[{"role":"user","content":"hello"}]})").status;
        };
        QVERIFY(serves("SIGNALBOX_MASTER_KEY") >= 400);
        QCOMPARE(thief_.requestCount(), std::size_t(0));
        QCOMPARE(serves("VENDOR_KEY"), 200);
        QCOMPARE(thief_.journal().at(0).header("authorization"), std::string("Bearer sk-from-environment"));
    }

    void aCheckAsksTheVendorWithTheKeyOnRecord() {
        QCOMPARE(fixture_.ask("PUT", "/secrets/vendor-key", json::serialize(json::object{{"value", kVendorKey}, {"bound_to", vendor_.url()}})).status, 200);
        QVERIFY(applyVendor(vendor_.url(), "secret:vendor-key").empty());
        vendor_.next(respond(200, "application/json", R"({"object":"list","data":[{"id":"m"},{"id":"n"}]})"));
        auto check = fixture_.ask("POST", "/providers/vendor/check");
        QVERIFY2(check.text("/ok") == "true", check.body.c_str());
        QCOMPARE(check.text("/models"), std::string(R"(["m","n"])"));
        QCOMPARE(vendor_.journal().at(0).method, std::string("GET"));
        QCOMPARE(vendor_.journal().at(0).target, std::string("/v1/models"));
        QCOMPARE(vendor_.journal().at(0).header("authorization"), std::string("Bearer ") + kVendorKey);

        vendor_.next(respond(401, "application/json", R"({"error":{"message":"Incorrect API key provided","type":"invalid_request_error","code":"invalid_api_key"}})"));
        check = fixture_.ask("POST", "/providers/vendor/check");
        QCOMPARE(check.text("/ok"), std::string("false"));
        QVERIFY2(check.text("/message").find("401") != std::string::npos, check.body.c_str());

        vendor_.next(respond(200, "text/html", "<html>a portal</html>"));
        QCOMPARE(fixture_.ask("POST", "/providers/vendor/check").text("/ok"), std::string("false"));
        // A redirect is an answer, not an order.
        vendor_.next(respond(302, "text/plain", "", {{"location", thief_.url() + "/v1/models"}}));
        QCOMPARE(fixture_.ask("POST", "/providers/vendor/check").text("/ok"), std::string("false"));
        QCOMPARE(thief_.requestCount(), std::size_t(0));
        vendor_.refuse();
        check = fixture_.ask("POST", "/providers/vendor/check");
        vendor_.accept();
        QCOMPARE(check.text("/ok"), std::string("false"));
        QVERIFY2(check.text("/message").find("not reached") != std::string::npos, check.body.c_str());
        QCOMPARE(fixture_.ask("POST", "/providers/nobody/check").status, 404);
    }

    void credentialsAreShownOnceAndKeptAsDigests() {
        for (const auto& [path, member] : {std::pair(std::string("/keys"), std::string("/key")), std::pair(std::string("/tokens"), std::string("/token"))}) {
            const auto made = fixture_.ask("POST", path, R"({"name":"once","role":"viewer"})");
            const auto credential = made.text(member);
            QVERIFY(credential.size() > 40);
            QVERIFY(fixture_.ask("GET", path).body.find(credential) == std::string::npos);
            QVERIFY(fixture_.ask("GET", "/audit?limit=500").body.find(credential) == std::string::npos);
            QVERIFY(everythingIn(fixture_.gateway().directory(), {}).find(credential) == std::string::npos);
        }
    }

    void whenACredentialWasUsedLastIsKnown() {
        const auto lastUsed = [this](const std::string& path, const std::string& id) {
            const auto list = boost::json::parse(fixture_.ask("GET", path).body);
            for (const auto& one : list.at("items").as_array())
                if (std::to_string(one.at("id").as_int64()) == id) return one.at("last_used_at").is_string() ? std::string(one.at("last_used_at").as_string()) : std::string();
            return std::string("none");
        };
        const auto key = fixture_.ask("POST", "/keys", R"({"name":"twin"})");
        const auto twin = fixture_.ask("POST", "/keys", R"({"name":"twin"})");
        const auto token = fixture_.ask("POST", "/tokens", R"({"name":"seldom","role":"viewer"})");
        QCOMPARE(lastUsed("/keys", key.text("/id")), std::string());
        QCOMPARE(lastUsed("/tokens", token.text("/id")), std::string());
        QCOMPARE(httpCall(fixture_.gateway().port(), "GET", "/v1/models", {}, {{"authorization", "Bearer " + key.text("/key")}}).status, 200);
        QCOMPARE(fixture_.askAs(token.text("/token"), "GET", "/me").status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(!lastUsed("/keys", key.text("/id")).empty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!lastUsed("/tokens", token.text("/id")).empty(), 20'000);
        QCOMPARE(lastUsed("/keys", twin.text("/id")), std::string()); // of the same name
        // Used again at once: it is known to the minute, and not written again.
        const auto known = lastUsed("/keys", key.text("/id"));
        QCOMPARE(httpCall(fixture_.gateway().port(), "GET", "/v1/models", {}, {{"authorization", "Bearer " + key.text("/key")}}).status, 200);
        QCOMPARE(lastUsed("/keys", key.text("/id")), known);
    }

    void aRevokedCredentialIsRefusedAtOnce() {
        const auto token = fixture_.ask("POST", "/tokens", R"({"name":"goes","role":"operator"})");
        QCOMPARE(fixture_.askAs(token.text("/token"), "GET", "/me").text("/role"), std::string("operator"));
        QCOMPARE(fixture_.ask("DELETE", "/tokens/" + token.text("/id")).status, 204);
        QCOMPARE(fixture_.askAs(token.text("/token"), "GET", "/me").status, 401);
        QCOMPARE(fixture_.ask("DELETE", "/tokens/" + token.text("/id")).status, 404);

        const auto key = fixture_.ask("POST", "/keys", R"({"name":"goes"})");
        const auto models = [&] { return httpCall(fixture_.gateway().port(), "GET", "/v1/models", {}, {{"authorization", "Bearer " + key.text("/key")}}).status; };
        QCOMPARE(models(), 200);
        QCOMPARE(fixture_.ask("DELETE", "/keys/" + key.text("/id")).status, 204);
        QCOMPARE(models(), 401);
    }

    void aTokenOutlivesARestartAndSoDoesItsRevocation() {
        const auto stays = fixture_.ask("POST", "/tokens", R"({"name":"stays","role":"viewer"})");
        const auto goes = fixture_.ask("POST", "/tokens", R"({"name":"goes","role":"viewer"})");
        QCOMPARE(fixture_.ask("DELETE", "/tokens/" + goes.text("/id")).status, 204);
        const auto admin = fixture_.gateway().adminToken();
        fixture_.gateway().kill();
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
        QCOMPARE(fixture_.gateway().adminToken(), admin); // never overwritten
        QCOMPARE(fixture_.askAs(stays.text("/token"), "GET", "/me").status, 200);
        QCOMPARE(fixture_.askAs(goes.text("/token"), "GET", "/me").status, 401);
        QCOMPARE(fixture_.askAs(stays.text("/token"), "GET", "/me").text("/name"), std::string("stays"));
    }
};

QTEST_GUILESS_MAIN(TestControlSecrets)
#include "tst_control_secrets.moc"
