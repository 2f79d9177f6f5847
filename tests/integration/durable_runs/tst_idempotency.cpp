// The same Idempotency-Key gives the same run back, whoever asks how often, and whatever happens in between.
#include "tests/integration/durable_runs/durable_fixture.h"

#include <QtTest>

#include <csignal>
#include <future>

using namespace signalbox::tests;
using namespace std::chrono_literals;

namespace {

Headers key(std::string value) { return {{"idempotency-key", std::move(value)}}; }

} // namespace

class TestIdempotency : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
    }

    void theSameRequestIsAnsweredOnceAndGivenBack() {
        SIGNALBOX_START(f);
        const auto first = f.run({}, key("order-1"));
        QVERIFY2(first.status == 200, first.body.c_str());
        QVERIFY(!first.has("x-signalbox-idempotent-replay"));
        const auto again = f.run({}, key("order-1"));
        QCOMPARE(again.status, 200);
        QCOMPARE(again.header("x-signalbox-idempotent-replay"), std::string("true"));
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.header("x-signalbox-run-id"), first.header("x-signalbox-run-id"));
        QCOMPARE(f.vendor.requestCount(), std::size_t{1});
        QCOMPARE(f.recorded(), std::size_t{1});
        QVERIFY(f.run({}, key("order-2")).body != first.body);
        // It can be asked for as well.
        QCOMPARE(at(f.state(first.header("x-signalbox-run-id")), "/output"), at(first, "/output"));
        const auto problem = f.killAndStart();
        QVERIFY2(problem.empty(), problem.c_str());
        QCOMPARE(f.run({}, key("order-1")).body, first.body);
    }

    void aFailureIsGivenBackAsWell() {
        SIGNALBOX_START(f);
        f.vendor.next(respond(500, "application/json", R"({"error":{"message":"down"}})"));
        const auto first = f.run({}, key("order-1"));
        QVERIFY(first.status >= 500);
        const auto again = f.run({}, key("order-1"));
        QCOMPARE(again.status, first.status);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.header("x-should-retry"), std::string("false"));
        QCOMPARE(f.run({}, key("order-2")).status, 200);
    }

    void anotherRequestUnderTheKeyIsRefused() {
        SIGNALBOX_START(f);
        QCOMPARE(f.run({}, key("order-1")).status, 200);
        const auto other = f.run({}, key("order-1"), DurableFixture::kEcho, R"({"text":"something else"})");
        QCOMPARE(other.status, 400);
        QCOMPARE(at(other, "/error/code"), std::string("idempotency_mismatch"));
        QCOMPARE(at(f.run({}, key("order-1"), DurableFixture::kLetters), "/error/code"), std::string("idempotency_mismatch"));
        QCOMPARE(f.vendor.requestCount(), std::size_t{1});
        // Another application's keys are its own.
        const auto foreign = httpCall(f.gateway.port(), "POST", "/v1/workflows/echo/runs", R"({"input":{"text":"something else"}})",
                                      {{"authorization", "Bearer " + f.anotherKey()}, {"idempotency-key", "order-1"}});
        QVERIFY2(foreign.status == 200, foreign.body.c_str());
        QVERIFY(!foreign.has("x-signalbox-idempotent-replay"));
    }

    void whoAsksWhileItRunsWaitsForIt() {
        SIGNALBOX_START(f);
        f.vendor.byDefault([](const VendorRequest& request) { return Behaviour().pause(700ms).then(ScriptedVendor::wellBehaved(request)); });
        std::vector<std::future<HttpReply>> callers;
        for (int i = 0; i < 8; ++i) callers.push_back(std::async(std::launch::async, [&] { return f.run({}, key("order-1")); }));
        std::string body;
        int replays = 0;
        for (auto& caller : callers) {
            const auto reply = caller.get();
            QVERIFY2(reply.status == 200, reply.body.c_str());
            if (body.empty()) body = reply.body;
            QCOMPARE(reply.body, body);
            replays += reply.has("x-signalbox-idempotent-replay");
        }
        QCOMPARE(replays, 7);
        QCOMPARE(f.vendor.requestCount(), std::size_t{1});
    }

    void anAcceptedRunIsAcceptedOnce() {
        SIGNALBOX_START(f);
        const auto first = f.run(asynchronous(), key("order-1"));
        QCOMPARE(first.status, 202);
        const auto again = f.run(asynchronous(), key("order-1"));
        QCOMPARE(again.status, 202);
        QCOMPARE(again.header("x-signalbox-idempotent-replay"), std::string("true"));
        QCOMPARE(at(again, "/id"), at(first, "/id"));
        QCOMPARE(again.header("location"), first.header("location"));
        QCOMPARE(at(f.state(at(first, "/id"), 30), "/status"), std::string("succeeded"));
        QCOMPARE(f.vendor.requestCount(), std::size_t{1});
    }

    void aCrashInTheMiddleFreesTheKey() {
        SIGNALBOX_START(f);
        f.vendor.next(Behaviour().hang());
        auto caller = std::async(std::launch::async, [&] { return f.run({}, key("order-1")); });
        QVERIFY(f.vendor.waitForRequests(1));
        f.gateway.kill();
        QVERIFY(!caller.get().complete);
        QVERIFY2(f.gateway.start(), f.gateway.problem().c_str());
        const auto again = f.run({}, key("order-1"));
        QVERIFY2(again.status == 200, again.body.c_str());
        QVERIFY(!again.has("x-signalbox-idempotent-replay"));
    }

    void aGatewayThatStopsFreesTheKey() {
        SIGNALBOX_START(f);
        f.vendor.next(Behaviour().hang());
        auto caller = std::async(std::launch::async, [&] { return f.run({}, key("order-1")); });
        QVERIFY(f.vendor.waitForRequests(1));
        f.gateway.sendSignal(SIGTERM);
        QTest::qWait(100);
        f.gateway.sendSignal(SIGTERM); // at once
        QCOMPARE(f.gateway.waitForExit(20s).value_or(-1), 0);
        QCOMPARE(caller.get().status, 503);
        QVERIFY2(f.gateway.start(), f.gateway.problem().c_str());
        const auto again = f.run({}, key("order-1"));
        QVERIFY2(again.status == 200, again.body.c_str());
        QVERIFY(!again.has("x-signalbox-idempotent-replay"));
    }

    void aCallerThatLeavesFreesTheKey() {
        SIGNALBOX_START(f);
        f.vendor.next(Behaviour().hang());
        {
            HttpConnection connection(f.gateway.port());
            connection.sendRequest("POST", "/v1/workflows/echo/runs", R"({"input":{"text":"hello"}})", f.gateway.callHeaders(key("order-1")));
            QVERIFY(f.vendor.waitForRequests(1));
        }
        const auto again = f.run({}, key("order-1"));
        QVERIFY2(again.status == 200, again.body.c_str());
        QVERIFY(!again.has("x-signalbox-idempotent-replay"));
        QCOMPARE(f.recorded(), std::size_t{2}); // the one that was cancelled, and this
    }

    void keysHaveLimits() {
        SIGNALBOX_START(f);
        QCOMPARE(f.run({}, key(std::string(255, 'k'))).status, 200);
        const auto longer = f.run({}, key(std::string(256, 'k')));
        QCOMPARE(longer.status, 400);
        QCOMPARE(at(longer, "/error/code"), std::string("idempotency_key_invalid"));
        const std::string stream = "\"stream\":true";
        const auto streamed = f.run(stream, key("order-1"));
        QCOMPARE(streamed.status, 400);
        QCOMPARE(at(streamed, "/error/code"), std::string("idempotency_stream"));
    }
};

QTEST_GUILESS_MAIN(TestIdempotency)
#include "tst_idempotency.moc"
