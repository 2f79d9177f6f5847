// Accepted means that it runs: through kill -9 before it began and in the middle, exactly once on record.
#include "tests/integration/durable_runs/durable_fixture.h"

#include <QtTest>

#include <csignal>
#include <future>
#include <set>

using namespace signalbox::tests;
using namespace std::chrono_literals;

class TestAsynchronous : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
    }

    void anAcceptedRunIsPolledAndWaitedFor() {
        SIGNALBOX_START(f);
        f.vendor.byDefault([](const VendorRequest& request) { return Behaviour().pause(400ms).then(ScriptedVendor::wellBehaved(request)); });
        const auto accepted = f.run(asynchronous());
        QCOMPARE(accepted.status, 202);
        const auto id = at(accepted, "/id");
        QCOMPARE(accepted.header("location"), "/v1/runs/" + id);
        QCOMPARE(at(accepted, "/url"), "/v1/runs/" + id);
        QCOMPARE(at(accepted, "/status"), std::string("queued"));
        const auto early = f.state(id);
        QCOMPARE(early.status, 200);
        QVERIFY2(at(early, "/status") == "queued" || at(early, "/status") == "running", early.body.c_str());
        const auto done = f.state(id, 30);
        QCOMPARE(done.status, 200);
        QVERIFY2(at(done, "/status") == "succeeded", done.body.c_str());
        QCOMPARE(at(done, "/id"), id);
        QCOMPARE(at(done, "/output"), std::string("Hello from the vendor"));
        QVERIFY(done.took() < 5s); // it was told, and did not just come back after its time
        QCOMPARE(f.recorded(), std::size_t{1});
        QVERIFY(f.gateway.run(id).is_object());
    }

    void manyLevelsOfJsonComeBackAsTheyAre() {
        SIGNALBOX_START(f);
        const std::string output = std::string(40, '[') + "1" + std::string(40, ']');
        std::string schema = "{type: string}";
        for (int i = 0; i < 20; ++i) schema = "{type: object, properties: {a: " + schema + "}}";
        const auto problem = f.gateway.apply("kind: workflow\nname: deep\nspec: {prompt: echo, route: echo, input_schema: {type: object, required: [text], properties: {text: {type: string}, more: " + schema + "}}, output_schema: {type: array}, error_behaviour: {on_exhausted: degrade, degraded_output: " + output + "}}\n");
        QVERIFY2(problem.empty(), problem.c_str());
        f.vendor.byDefault(respond(500, "application/json", R"({"error":{"message":"down"}})"));
        const auto id = f.accept({}, "deep");
        QVERIFY(!id.empty());
        const auto done = f.state(id, 30);
        QVERIFY2(done.body.find("\"status\":\"degraded\"") != std::string::npos, done.body.c_str());
        QVERIFY2(done.body.find("\"output\":" + output) != std::string::npos, done.body.c_str());
        QVERIFY(f.gateway.control("GET", "/documents/workflow/deep").body.find(output) != std::string::npos);
        // And it starts again.
        const auto again = f.killAndStart();
        QVERIFY2(again.empty(), again.c_str());
        QCOMPARE(f.run({}, {}, "deep").status, 200);
    }

    void aVersionThatRefusesARunDoesNotHandItToAnother() {
        SIGNALBOX_START(f);
        // Half of the calls go to a version that wants more.
        const auto stricter = f.gateway.control("POST", "/documents", R"({"kind":"workflow","name":"echo","spec":{"prompt":"echo","route":"echo","input_schema":{"type":"object","required":["text","more"],"properties":{"text":{"type":"string"},"more":{}}}}})");
        QVERIFY2(stricter.status == 201, stricter.body.c_str());
        const auto begun = f.gateway.control("PUT", "/documents/workflow/echo/labels/production/rollout", R"({"candidate":2,"stages":[50]})");
        QVERIFY2(begun.status == 200, begun.body.c_str());
        int refused = 0;
        for (int i = 0; i < 40; ++i) {
            const auto reply = f.run(asynchronous());
            QVERIFY2(reply.status == 202 || reply.status == 400, reply.body.c_str()); // never done on the spot
            refused += reply.status == 400;
        }
        QVERIFY(refused > 0 && refused < 40);
    }

    void aWaitEndsWithItsTime() {
        SIGNALBOX_START(f);
        f.vendor.byDefault(Behaviour().hang());
        const auto id = f.accept();
        QVERIFY(!id.empty());
        const auto reply = f.state(id, 1);
        QCOMPARE(reply.status, 200);
        QVERIFY(at(reply, "/status") != "succeeded");
        QVERIFY(reply.took() >= 900ms);
        for (const auto* wrong : {"61", "-1", "soon", ""}) {
            const auto refused = httpCall(f.gateway.port(), "GET", "/v1/runs/" + id + "?wait=" + wrong, {}, {{"authorization", "Bearer " + f.gateway.applicationKey()}});
            QCOMPARE(refused.status, 400);
        }
    }

    void aKillRightAfterTheAcceptanceLosesNothing() {
        SIGNALBOX_START(f);
        std::set<std::string> all;
        for (int round = 0; round < 4; ++round) {
            std::vector<std::string> accepted;
            for (int i = 0; i < 10; ++i) accepted.push_back(f.accept());
            const auto problem = f.killAndStart();
            QVERIFY2(problem.empty(), problem.c_str());
            for (const auto& id : accepted) {
                QVERIFY(!id.empty());
                QVERIFY(all.insert(id).second);
                const auto done = f.state(id, 30);
                QVERIFY2(at(done, "/status") == "succeeded", done.body.c_str());
            }
        }
        // Exactly once on record, and in the figures.
        QCOMPARE(f.recorded(), all.size());
        QTRY_COMPARE(at(f.control("/metrics"), "/totals/0/calls"), std::to_string(all.size()));
    }

    void aKillInTheMiddleRunsItAgainUnderTheSameIdentity() {
        SIGNALBOX_START(f);
        f.vendor.next(Behaviour().hang());
        const auto id = f.accept();
        QVERIFY(f.vendor.waitForRequests(1));
        QCOMPARE(at(f.state(id), "/status"), std::string("running"));
        const auto problem = f.killAndStart();
        QVERIFY2(problem.empty(), problem.c_str());
        const auto done = f.state(id, 30);
        QVERIFY2(at(done, "/status") == "succeeded", done.body.c_str());
        QCOMPARE(f.vendor.requestCount(), std::size_t{2});
        QCOMPARE(f.recorded(), std::size_t{1});
        QCOMPARE(at(f.gateway.run(id), "/status"), std::string("succeeded"));
    }

    void aResultSurvivesAKill() {
        SIGNALBOX_START(f);
        const auto id = f.accept();
        QVERIFY(at(f.state(id, 30), "/status") == "succeeded");
        const auto problem = f.killAndStart();
        QVERIFY2(problem.empty(), problem.c_str());
        QCOMPARE(at(f.state(id), "/output"), std::string("Hello from the vendor"));
        QCOMPARE(f.vendor.requestCount(), std::size_t{1});
    }

    void aFailedRunSaysWhy() {
        SIGNALBOX_START(f);
        f.vendor.byDefault(respond(500, "application/json", R"({"error":{"message":"down"}})"));
        const auto id = f.accept();
        const auto done = f.state(id, 30);
        QCOMPARE(done.status, 200);
        QVERIFY2(at(done, "/status") == "failed", done.body.c_str());
        QCOMPARE(at(done, "/id"), id);
        QVERIFY(!at(done, "/error/class").empty());
        QVERIFY(!at(done, "/error/message").empty());
    }

    void noMoreThanAFewRunAtOnceAndAllRunInTheEnd() {
        SIGNALBOX_START(f);
        f.vendor.byDefault([](const VendorRequest& request) { return Behaviour().pause(300ms).then(ScriptedVendor::wellBehaved(request)); });
        std::vector<std::string> accepted;
        for (int i = 0; i < 150; ++i) accepted.push_back(f.accept());
        QVERIFY(f.vendor.connectionCount() <= 64);
        for (const auto& id : accepted) QVERIFY(at(f.state(id, 30), "/status") == "succeeded");
        QVERIFY(f.vendor.connectionCount() <= 64);
        QCOMPARE(f.vendor.requestCount(), std::size_t{150});
    }

    void aDrainFinishesWhatRunsAndLeavesWhatIsQueued() {
        SIGNALBOX_START(f);
        f.vendor.byDefault([](const VendorRequest& request) { return Behaviour().pause(1500ms).then(ScriptedVendor::wellBehaved(request)); });
        std::vector<std::string> accepted;
        for (int i = 0; i < 70; ++i) accepted.push_back(f.accept()); // six more than may run
        QVERIFY(f.vendor.waitForRequests(64));
        auto waiting = std::async(std::launch::async, [&] { return f.state(accepted.back(), 50); });
        QTest::qWait(200);
        f.gateway.sendSignal(SIGTERM);
        const auto answered = waiting.get(); // a wait does not hold up the end
        QVERIFY2(at(answered, "/status") == "queued", answered.body.c_str());
        QVERIFY(answered.took() < 10s);
        QCOMPARE(f.gateway.waitForExit(20s).value_or(-1), 0);
        QCOMPARE(f.vendor.requestCount(), std::size_t{64});
        QVERIFY2(f.gateway.start(), f.gateway.problem().c_str());
        QVERIFY(f.recorded() >= 64); // those were finished
        for (const auto& id : accepted) QVERIFY(at(f.state(id, 30), "/status") == "succeeded");
        QCOMPARE(f.vendor.requestCount(), std::size_t{70});
        QCOMPARE(f.recorded(), std::size_t{70});
    }

    void aForcedEndLeavesWhatRunsOwed() {
        SIGNALBOX_START(f);
        f.vendor.next(Behaviour().hang());
        const auto id = f.accept();
        QVERIFY(f.vendor.waitForRequests(1));
        f.gateway.sendSignal(SIGTERM);
        QTest::qWait(100);
        f.gateway.sendSignal(SIGTERM); // at once
        QCOMPARE(f.gateway.waitForExit(20s).value_or(-1), 0);
        QVERIFY2(f.gateway.start(), f.gateway.problem().c_str());
        const auto done = f.state(id, 30);
        QVERIFY2(at(done, "/status") == "succeeded", done.body.c_str());
        QCOMPARE(f.recorded(), std::size_t{1});
    }

    void anotherApplicationSeesNothing() {
        SIGNALBOX_START(f);
        const auto id = f.accept();
        const auto other = f.anotherKey();
        QVERIFY(!other.empty());
        QCOMPARE(f.state(id, 0, other).status, 404);
        QVERIFY(at(f.state(id, 30), "/status") == "succeeded");
        QCOMPARE(f.state(id, 0, other).status, 404);
        QCOMPARE(f.state(id, 0, "sbk_nobody").status, 401);
        QCOMPARE(f.state("run_0000000000000").status, 404);
        QCOMPARE(f.state("nonsense").status, 404);
        // Who may not come in does not learn what there is.
        const std::string body = R"({"mode":"async","input":{}})";
        QCOMPARE(httpCall(f.gateway.port(), "POST", "/v1/workflows/echo/runs", body, {}).status, 401);
        QCOMPARE(httpCall(f.gateway.port(), "GET", "/v1/workflows/echo/nothing", {}, {}).status, 401);
    }

    void whatIsAskedWronglyIsRefused() {
        SIGNALBOX_START(f);
        const std::vector<std::pair<std::string, std::string>> wrong = {
            {"\"mode\":\"later\"", "/mode"},
            {asynchronous() + ",\"stream\":true", "/stream"},
            {asynchronousTo("https://example.com/").substr(asynchronous().size() + 1), "/callback"}, // without the mode
            {asynchronous() + ",\"callback\":{}", "/callback"},
        };
        for (const auto& [members, pointer] : wrong) {
            const auto refused = f.run(members);
            QVERIFY2(refused.status == 400, refused.body.c_str());
            QCOMPARE(at(refused, "/error/violations/0/pointer"), pointer);
        }
        QCOMPARE(httpCall(f.gateway.port(), "GET", "/v1/workflows/echo/runs", {}, f.gateway.callHeaders()).status, 405);
        QCOMPARE(f.recorded(), std::size_t{0});
    }

    void aSynchronousRunHasARecordButNoResultToAskFor() {
        SIGNALBOX_START(f);
        const auto reply = f.run();
        QVERIFY2(reply.status == 200, reply.body.c_str());
        const auto later = f.state(reply.header("x-signalbox-run-id"));
        QCOMPARE(later.status, 410);
        QCOMPARE(at(later, "/error/code"), std::string("result_not_kept"));
    }
};

QTEST_GUILESS_MAIN(TestAsynchronous)
#include "tst_asynchronous.moc"
