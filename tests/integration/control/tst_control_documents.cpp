// Documents as versions: conflicts, labels, references, all or nothing; and the same through files on the command line.
#include "tests/integration/control/control_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sstream>
#include <thread>

using namespace signalbox::tests;
namespace json = boost::json;

namespace {

std::string policy(const std::string& name, int totalMs, const std::string& more = {}) {
    return R"({"kind":"policy","name":")" + name + R"(","spec":{"reliability":{"total_timeout_ms":)" + std::to_string(totalMs) + "}}" + more + '}';
}

std::string contentOf(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

} // namespace

class TestControlDocuments : public QObject {
    Q_OBJECT

    ControlFixture fixture_;
    std::string engineer_;
    QTemporaryDir directory_;

    std::string write(const std::string& name, const std::string& text) const {
        const auto path = directory_.filePath(QString::fromStdString(name)).toStdString();
        std::ofstream(path) << text;
        return path;
    }

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
        engineer_ = fixture_.tokenOf("engineer");
        QVERIFY(!engineer_.empty());
    }

    void aFirstVersionServesAndLaterOnesWaitForTheirLabel() {
        auto made = fixture_.askAs(engineer_, "POST", "/documents", policy("waits", 9000));
        QCOMPARE(made.status, 201);
        QCOMPARE(made.text("/labels/production"), std::string("1"));
        made = fixture_.askAs(engineer_, "POST", "/documents", policy("waits", 8000));
        QCOMPARE(made.text("/version"), std::string("2"));
        QCOMPARE(made.text("/labels/production"), std::string("1"));
        const auto effective = [&] { return fixture_.ask("GET", "/policies/effective?modules=waits"); };
        QCOMPARE(effective().text("/policy/reliability/total_timeout_ms"), std::string("9000"));
        QCOMPARE(effective().text("/origins/~1reliability~1total_timeout_ms"), std::string("waits@1"));
        // Production is an operator's.
        QCOMPARE(fixture_.askAs(engineer_, "PUT", "/documents/policy/waits/labels/production", R"({"version":2})").status, 403);
        QCOMPARE(fixture_.askAs(engineer_, "POST", "/documents", policy("waits", 7000, R"(,"label":"production")")).status, 403);
        QCOMPARE(fixture_.ask("PUT", "/documents/policy/waits/labels/production", R"({"version":2,"expect":1})").status, 200);
        QCOMPARE(effective().text("/policy/reliability/total_timeout_ms"), std::string("8000"));
    }

    void theSameContentIsNoNewVersion() {
        const auto first = fixture_.ask("POST", "/documents", policy("same", 5000));
        const auto second = fixture_.ask("POST", "/documents", policy("same", 5000));
        QCOMPARE(first.text("/unchanged"), std::string("false"));
        QCOMPARE(second.text("/unchanged"), std::string("true"));
        QCOMPARE(second.text("/version"), std::string("1"));
    }

    void whoSavesOverSomebodyElsesWorkIsTold() {
        QCOMPARE(fixture_.ask("POST", "/documents", policy("shared", 5000)).status, 201);
        QCOMPARE(fixture_.ask("POST", "/documents", policy("shared", 6000, R"(,"expect_version":1)")).status, 201);
        const auto late = fixture_.ask("POST", "/documents", policy("shared", 7000, R"(,"expect_version":1)"));
        QCOMPARE(late.status, 409);
        QCOMPARE(late.text("/error/code"), std::string("conflict"));
        QVERIFY(late.text("/error/message").find("version 2") != std::string::npos);
        QCOMPARE(fixture_.ask("GET", "/documents/policy/shared/versions").list("/items").size(), std::size_t(2));
        const auto moved = fixture_.ask("PUT", "/documents/policy/shared/labels/production", R"({"version":2,"expect":2})");
        QCOMPARE(moved.status, 409);
    }

    void ofManyAtOnceOneWins() {
        QCOMPARE(fixture_.ask("POST", "/documents", policy("raced", 5000)).status, 201);
        std::atomic<int> won = 0;
        std::atomic<int> conflicts = 0;
        std::vector<std::thread> writers;
        for (int i = 0; i < 8; ++i)
            writers.emplace_back([&, i] {
                const auto reply = fixture_.ask("POST", "/documents", policy("raced", 6000 + i, R"(,"expect_version":1)"));
                if (reply.status == 201) ++won;
                if (reply.status == 409) ++conflicts;
            });
        for (auto& writer : writers) writer.join();
        QCOMPARE(won.load(), 1);
        QCOMPARE(conflicts.load(), 7);
    }

    void aWrongDocumentSaysWhereAndStoresNothing() {
        const auto reply = fixture_.ask("POST", "/apply", R"({"documents":[)" + policy("good", 5000) + R"(,{"kind":"policy","name":"bad","spec":{"reliability":{"total_timeout":1}}}]})");
        QCOMPARE(reply.status, 400);
        QVERIFY2(reply.text("/error/violations/0/pointer").find("total_timeout") != std::string::npos, reply.body.c_str());
        QVERIFY2(reply.text("/error/violations/0/pointer").starts_with("/documents/1/"), reply.body.c_str());
        QCOMPARE(fixture_.ask("GET", "/documents/policy/good").status, 404);
        const auto dangling = fixture_.ask("POST", "/apply", R"({"documents":[)" + policy("good", 5000) + R"(,{"kind":"route","name":"r","spec":{"targets":[{"model":"nobody/m"}]}}]})");
        QCOMPARE(dangling.status, 400);
        QVERIFY2(dangling.body.find("no provider 'nobody'") != std::string::npos, dangling.body.c_str());
        QCOMPARE(fixture_.ask("GET", "/documents/policy/good").status, 404);
    }

    void namesThatWouldBePathsAreRefused() {
        for (const std::string name : {"../etc", "a/b", "A", "", "a b", ".", ".."}) {
            const auto reply = fixture_.ask("POST", "/documents", R"({"kind":"policy","name":)" + json::serialize(json::value(name)) + R"(,"spec":{}})");
            QVERIFY2(reply.status == 400, (name + ": " + reply.body).c_str());
        }
        QCOMPARE(fixture_.ask("GET", "/documents/policy/..%2f..%2fetc").status, 404);
        QCOMPARE(fixture_.ask("GET", "/documents/nothing/default").status, 400);
        QCOMPARE(fixture_.ask("GET", "/documents/policy/default?version=1&label=production").status, 400);
        QCOMPARE(fixture_.ask("GET", "/documents/policy/default?label=nowhere").status, 404);
    }

    void whatIsReferredToStays() {
        const auto provider = fixture_.ask("DELETE", "/documents/provider/sandbox");
        QCOMPARE(provider.status, 409);
        QVERIFY2(provider.body.find("route/starter") != std::string::npos, provider.body.c_str());
        QCOMPARE(fixture_.ask("DELETE", "/documents/policy/default").status, 409);
        QCOMPARE(fixture_.ask("DELETE", "/documents/policy/default/labels/production").status, 400);
        // A provider's labels are an operator's, whichever they are.
        QCOMPARE(fixture_.ask("PUT", "/documents/provider/sandbox/labels/mine", R"({"version":1})").status, 200);
        QCOMPARE(fixture_.askAs(engineer_, "DELETE", "/documents/provider/sandbox/labels/mine").status, 403);
        QCOMPARE(fixture_.ask("DELETE", "/documents/provider/sandbox/labels/mine").status, 204);
    }

    void aRouteIsInServiceTheMomentItIsApplied() {
        const auto made = fixture_.askAs(fixture_.gateway().adminToken(), "POST", "/apply", "kind: route\nname: quick\nspec:\n  targets: [{model: sandbox/small}]\n", {{"content-type", "text/yaml"}});
        QVERIFY2(made.status == 200, made.body.c_str());
        const auto call = [&] { return fixture_.gateway().call("/v1/chat/completions", R"({"model":"route/quick","messages":[{"role":"user","content":"hello"}]})").status; };
        QCOMPARE(call(), 200);
        QCOMPARE(fixture_.ask("DELETE", "/documents/route/quick").status, 204);
        QCOMPARE(call(), 404);
    }

    void exportAndApplyAreEachOthersInverse() {
        // An export is what serves; where that is an older version than the latest, applying it would register it anew.
        for (const auto& document : fixture_.ask("GET", "/documents").list("/items")) {
            const auto path = "/documents/" + std::string(document.at("kind").as_string()) + '/' + std::string(document.at("name").as_string());
            QCOMPARE(fixture_.ask("PUT", path + "/labels/production", json::serialize(json::object{{"version", document.at("latest")}})).status, 200);
        }
        const auto directory = directory_.filePath(QStringLiteral("exported")).toStdString();
        const auto [exported, output] = fixture_.command({"export", directory});
        QVERIFY2(exported == 0, output.c_str());
        std::vector<std::string> apply{"apply"};
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(directory)) {
            if (entry.path().extension() != ".yaml") continue; // which versions they are
            apply.push_back(entry.path().string());
            ++files;
        }
        QCOMPARE(files, fixture_.ask("GET", "/export").list("/documents").size());
        const auto before = fixture_.ask("GET", "/documents").body;
        const auto [applied, lines] = fixture_.command(apply);
        QVERIFY2(applied == 0, lines.c_str());
        QCOMPARE(fixture_.ask("GET", "/documents").body, before);
        QVERIFY2(contentOf(std::filesystem::path(directory) / "route-starter.yaml").find("kind: route") != std::string::npos, output.c_str());

        // The same files make the same gateway elsewhere.
        ControlFixture other;
        QVERIFY2(other.start(), other.gateway().problem().c_str());
        apply.insert(apply.end(), {"--label", "production"});
        const auto [elsewhere, told] = other.command(apply);
        QVERIFY2(elsewhere == 0, told.c_str());
        const auto specs = [](const ControlFixture& fixture) {
            json::object all;
            for (const auto& document : fixture.ask("GET", "/export").list("/documents"))
                all[std::string(document.at("kind").as_string()) + '/' + std::string(document.at("name").as_string())] = document.at("spec");
            return json::serialize(all);
        };
        QCOMPARE(specs(other), specs(fixture_));
    }

    void theCommandSaysFileAndPlaceOfAMistake() {
        auto [code, output] = fixture_.command({"apply", write("wrong.yaml", "kind: policy\nname: p\nspec:\n  reliability: {total_timeout: 5}\n")});
        QCOMPARE(code, 1);
        QVERIFY2(output.find("wrong.yaml") != std::string::npos && output.find("/spec/reliability/total_timeout") != std::string::npos, output.c_str());
        std::tie(code, output) = fixture_.command({"apply", write("broken.yaml", "kind: policy\nname: [p\nspec: {}\n")});
        QCOMPARE(code, 1);
        QVERIFY2(output.find("broken.yaml") != std::string::npos && output.find("Line 3") != std::string::npos, output.c_str());
        std::tie(code, output) = fixture_.command({"apply", "/nowhere/at/all.yaml"});
        QCOMPARE(code, 1);
        QVERIFY2(output.find("/nowhere/at/all.yaml") != std::string::npos, output.c_str());
        const auto viewerFile = write("viewer.token", fixture_.tokenOf("viewer") + "\n");
        std::tie(code, output) = fixture_.command({"apply", "--token-file", viewerFile, write("fine.yaml", "kind: policy\nname: p\nspec: {}\n")});
        QCOMPARE(code, 1);
        QVERIFY2(output.find("engineer") != std::string::npos, output.c_str());
    }
};

QTEST_GUILESS_MAIN(TestControlDocuments)
#include "tst_control_documents.moc"
