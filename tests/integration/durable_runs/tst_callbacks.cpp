// Results are sent to where their callers want them: signed, until they are taken, and nowhere else.
#include "tests/integration/durable_runs/durable_fixture.h"

#include <QtTest>

#include <sodium.h>

using namespace signalbox::tests;
using namespace std::chrono_literals;

namespace {

/// As a receiver verifies it (Standard Webhooks, "Verifying signatures").
bool isSignedWith(const std::string& secret, const VendorRequest& request) {
    if (!secret.starts_with("whsec_")) return false;
    const auto encoded = secret.substr(6);
    std::string key(64, '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(key.data()), key.size(), encoded.data(), encoded.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0) return false;
    const auto text = request.header("webhook-id") + '.' + request.header("webhook-timestamp") + '.' + request.body;
    crypto_auth_hmacsha256_state state;
    unsigned char mac[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()), size);
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    crypto_auth_hmacsha256_final(&state, mac);
    char base64[sodium_base64_ENCODED_LEN(sizeof mac, sodium_base64_VARIANT_ORIGINAL)];
    sodium_bin2base64(base64, sizeof base64, mac, sizeof mac, sodium_base64_VARIANT_ORIGINAL);
    return request.header("webhook-signature") == "v1," + std::string(base64);
}

/// A receiver of callbacks that takes everything, and that the gateway may call.
struct Receiver : ScriptedVendor {
    Receiver() { byDefault(respond(204, "text/plain", "")); }
    std::string hostAndPort() const { return "127.0.0.1:" + std::to_string(port()); }
    std::string member(const std::string& path = "/hook") const { return asynchronousTo(url() + path); }
};

#define SIGNALBOX_RECEIVER(f, receiver)                                                                                \
    Receiver receiver;                                                                                                 \
    {                                                                                                                  \
        const auto problem = (f).allowCallbacksTo((receiver).hostAndPort());                                           \
        QVERIFY2(problem.empty(), problem.c_str());                                                                    \
    }

} // namespace

class TestCallbacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        QVERIFY(sodium_init() >= 0);
    }

    void aResultIsSentSigned() {
        SIGNALBOX_START(f);
        SIGNALBOX_RECEIVER(f, receiver);
        const auto id = f.accept(receiver.member("/hook/?tenant=7"));
        QVERIFY(!id.empty());
        QVERIFY(receiver.waitForRequests(1));
        const auto request = receiver.journal().front();
        QCOMPARE(request.method, std::string("POST"));
        QCOMPARE(request.target, std::string("/hook/?tenant=7"));
        QCOMPARE(request.header("webhook-id"), id);
        QCOMPARE(request.header("content-type"), std::string("application/json"));
        const auto secret = at(f.control("/callback-secret"), "/secret");
        QVERIFY(isSignedWith(secret, request));
        QVERIFY(!isSignedWith(secret.substr(0, 10) + 'A' + secret.substr(11), request) || secret[10] == 'A');
        QCOMPARE(request.body, f.state(id).body); // the same as who asks gets
        QTRY_COMPARE(at(f.gateway.run(id), "/callback/state"), std::string("delivered"));
        const auto run = f.gateway.run(id);
        QCOMPARE(at(run, "/callback/attempts/0/status"), std::string("204"));
        QCOMPARE(at(run, "/callback/url"), receiver.url() + "/hook/"); // a query may hold a secret
        QCOMPARE(receiver.requestCount(), std::size_t{1});
    }

    void aQueryIsSentAsItWasGiven() {
        SIGNALBOX_START(f);
        SIGNALBOX_RECEIVER(f, receiver);
        QVERIFY(!f.accept(receiver.member("?back=/a/b")).empty());
        QVERIFY(receiver.waitForRequests(1));
        QCOMPARE(receiver.journal().front().target, std::string("/?back=/a/b"));
    }

    void aReceiverThatFailsIsTriedAgain() {
        SIGNALBOX_START(f);
        SIGNALBOX_RECEIVER(f, receiver);
        receiver.next(respond(503, "text/plain", "not now"));
        const auto id = f.accept(receiver.member());
        QVERIFY(receiver.waitForRequests(2, 20s));
        const auto journal = receiver.journal();
        QCOMPARE(journal[1].header("webhook-id"), journal[0].header("webhook-id"));
        QVERIFY(journal[1].arrivedAt - journal[0].arrivedAt >= 4s);
        QTRY_COMPARE(at(f.gateway.run(id), "/callback/state"), std::string("delivered"));
        QCOMPARE(at(f.gateway.run(id), "/callback/attempts/0/status"), std::string("503"));
        QVERIFY(!at(f.gateway.run(id), "/callback/attempts/0/problem").empty());
        QVERIFY(isSignedWith(at(f.control("/callback-secret"), "/secret"), journal[1]));
    }

    void aTryIsStillOwedAfterAKill() {
        SIGNALBOX_START(f);
        SIGNALBOX_RECEIVER(f, receiver);
        receiver.refuse();
        const auto id = f.accept(receiver.member());
        QTRY_COMPARE(at(f.gateway.run(id), "/callback/state"), std::string("due"));
        QTRY_VERIFY(!at(f.gateway.run(id), "/callback/attempts/0/problem").empty());
        receiver.accept();
        const auto problem = f.killAndStart();
        QVERIFY2(problem.empty(), problem.c_str());
        QVERIFY(receiver.waitForRequests(1, 20s));
        QTRY_COMPARE(at(f.gateway.run(id), "/callback/state"), std::string("delivered"));
    }

    void goneMeansGoneAndRedirectsAreNotFollowed() {
        SIGNALBOX_START(f);
        SIGNALBOX_RECEIVER(f, receiver);
        receiver.next(respond(410, "text/plain", ""));
        const auto gone = f.accept(receiver.member());
        QTRY_COMPARE(at(f.gateway.run(gone), "/callback/state"), std::string("given_up"));
        receiver.next(respond(307, "text/plain", "", {{"location", receiver.url() + "/elsewhere"}}));
        const auto moved = f.accept(receiver.member());
        QTRY_COMPARE(at(f.gateway.run(moved), "/callback/attempts/0/status"), std::string("307"));
        QVERIFY(at(f.gateway.run(moved), "/callback/attempts/0/problem").find("redirect") != std::string::npos);
        for (const auto& request : receiver.journal()) QVERIFY(request.target != "/elsewhere");
    }

    void addressesInsideAreRefusedUnlessThePolicyNamesThem() {
        SIGNALBOX_START(f);
        Receiver receiver;
        for (const auto& url : {receiver.url() + "/hook", std::string("http://localhost:8080/"), std::string("http://10.1.2.3/"), std::string("http://169.254.169.254/latest"), std::string("http://[::1]:8080/"),
                                      std::string("https://user:secret@example.com/"), std::string("ftp://example.com/"), std::string("http://0x7f.1/"), std::string("nonsense")}) {
            const auto refused = f.run(asynchronousTo(url));
            QVERIFY2(refused.status == 400, (url + ' ' + refused.body).c_str());
            QCOMPARE(at(refused, "/error/violations/0/pointer"), std::string("/callback/url"));
        }
        QCOMPARE(f.recorded(), std::size_t{0});
        const auto problem = f.allowCallbacksTo("127.0.0.1:1");
        QVERIFY2(problem.empty(), problem.c_str());
        QVERIFY(f.accept(receiver.member()).empty()); // another port is another receiver
        QCOMPARE(receiver.requestCount(), std::size_t{0});
    }

    void aHostThatIsNoLongerAllowedIsNotCalled() {
        SIGNALBOX_START(f);
        SIGNALBOX_RECEIVER(f, receiver);
        f.vendor.byDefault([](const VendorRequest& request) { return Behaviour().pause(700ms).then(ScriptedVendor::wellBehaved(request)); });
        const auto id = f.accept(receiver.member());
        QVERIFY(!id.empty());
        const auto problem = f.allowCallbacksTo("127.0.0.1:1");
        QVERIFY2(problem.empty(), problem.c_str());
        QCOMPARE(at(f.state(id, 30), "/status"), std::string("succeeded"));
        QTRY_VERIFY(!at(f.gateway.run(id), "/callback/attempts/0/problem").empty());
        QCOMPARE(receiver.requestCount(), std::size_t{0});
    }

    void theSecretIsTheAdministratorsAndReadingItIsAudited() {
        SIGNALBOX_START(f);
        const auto token = at(f.gateway.control("POST", "/tokens", R"({"name":"olga","role":"operator"})"), "/token");
        QCOMPARE(httpCall(f.gateway.port(), "GET", "/api/v1/callback-secret", {}, {{"authorization", "Bearer " + token}}).status, 403);
        const auto secret = at(f.control("/callback-secret"), "/secret");
        QVERIFY(secret.starts_with("whsec_"));
        QVERIFY(at(f.control("/audit?q=callback_secret"), "/items/0/action") == "callback_secret.read");
        const auto problem = f.killAndStart();
        QVERIFY2(problem.empty(), problem.c_str());
        QCOMPARE(at(f.control("/callback-secret"), "/secret"), secret);
        QVERIFY(f.gateway.log().find(secret.substr(6)) == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestCallbacks)
#include "tst_callbacks.moc"
