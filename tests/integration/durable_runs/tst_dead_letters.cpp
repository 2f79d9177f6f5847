// What could not be done is kept with what was asked, and is run again when somebody says so.
#include "tests/integration/durable_runs/durable_fixture.h"

#include <QtTest>

using namespace signalbox::tests;
using namespace std::chrono_literals;

class TestDeadLetters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
    }

    void aDeadLetterIsReplayed() {
        SIGNALBOX_START(f);
        f.vendor.next(respond(500, "application/json", R"({"error":{"message":"down"}})"));
        const auto failed = f.run({}, {}, DurableFixture::kLetters);
        QVERIFY(failed.status >= 500);
        const auto id = failed.header("x-signalbox-run-id");
        const auto list = f.control("/dead-letters");
        QCOMPARE(at(list, "/items/0/run_id"), id);
        QCOMPARE(at(list, "/items/0/workflow"), std::string("dead-echo@1"));
        QCOMPARE(at(list, "/items/0/state"), std::string("open"));
        QCOMPARE(at(list, "/items/0/error/class"), at(failed, "/error/class"));
        QVERIFY(at(list, "/items/0/input").empty()); // what was asked is for reviewers
        QCOMPARE(at(f.gateway.run(id), "/dead_letter/state"), std::string("open"));

        const auto whole = f.control("/dead-letters/" + id);
        QVERIFY(at(whole, "/input").find("hello") != std::string::npos);
        QCOMPARE(at(f.control("/audit?q=dead_letter"), "/items/0/action"), std::string("dead_letter.read"));

        // It stays through a kill.
        const auto problem = f.killAndStart();
        QVERIFY2(problem.empty(), problem.c_str());
        const auto replayed = f.gateway.control("POST", "/dead-letters/" + id + "/replay");
        QVERIFY2(replayed.status == 202, replayed.body.c_str());
        const auto replay = at(replayed, "/run_id");
        QVERIFY(replay != id);
        const auto done = f.state(replay, 30);
        QVERIFY2(at(done, "/status") == "succeeded", done.body.c_str());
        QCOMPARE(at(f.gateway.run(replay), "/replay_of"), id);
        QCOMPARE(at(f.gateway.run(id), "/dead_letter/replayed_as"), replay);
        QVERIFY(f.vendor.journal().back().body.find("hello") != std::string::npos);

        QCOMPARE(f.gateway.control("POST", "/dead-letters/" + id + "/replay").status, 409);
        QVERIFY(f.control("/dead-letters").at("items").as_array().empty());
        QCOMPARE(at(f.control("/dead-letters?state=replayed"), "/items/0/replayed_as"), replay);
    }

    void aReplayThatFailsIsADeadLetterOfItsOwn() {
        SIGNALBOX_START(f);
        f.vendor.byDefault(respond(500, "application/json", R"({"error":{"message":"down"}})"));
        const auto id = f.run({}, {}, DurableFixture::kLetters).header("x-signalbox-run-id");
        const auto replay = at(f.gateway.control("POST", "/dead-letters/" + id + "/replay"), "/run_id");
        QCOMPARE(at(f.state(replay, 30), "/status"), std::string("failed"));
        QCOMPARE(at(f.control("/dead-letters"), "/items/0/run_id"), replay);
        QCOMPARE(f.gateway.control("POST", "/dead-letters/" + replay + "/dismiss").status, 204);
        QVERIFY(f.control("/dead-letters").at("items").as_array().empty());
        QCOMPARE(at(f.control("/dead-letters?state=dismissed"), "/items/0/run_id"), replay);
        QCOMPARE(f.gateway.control("POST", "/dead-letters/" + replay + "/replay").status, 409);
    }

    void rolesSayWhoSeesAndWhoActs() {
        SIGNALBOX_START(f);
        f.vendor.byDefault(respond(500, "application/json", R"({"error":{"message":"down"}})"));
        const auto id = f.run({}, {}, DurableFixture::kLetters).header("x-signalbox-run-id");
        const auto as = [&](const std::string& role, std::string_view method, const std::string& path) {
            const auto token = at(f.gateway.control("POST", "/tokens", "{\"name\":\"one\",\"role\":\"" + role + "\"}"), "/token");
            return httpCall(f.gateway.port(), method, "/api/v1/dead-letters" + path, {}, {{"authorization", "Bearer " + token}}).status;
        };
        QCOMPARE(as("viewer", "GET", ""), 200);
        QCOMPARE(as("viewer", "GET", "/" + id), 403);
        QCOMPARE(as("reviewer", "GET", "/" + id), 200);
        QCOMPARE(as("engineer", "POST", "/" + id + "/replay"), 403);
        QCOMPARE(as("engineer", "POST", "/" + id + "/dismiss"), 403);
        QCOMPARE(as("operator", "POST", "/" + id + "/dismiss"), 204);
        QCOMPARE(as("operator", "POST", "/run_0000000000000/replay"), 404);
        QCOMPARE(as("operator", "POST", "/nonsense/replay"), 400);
    }

    void aFailureThatIsNotKeptLeavesNone() {
        SIGNALBOX_START(f);
        f.vendor.byDefault(respond(500, "application/json", R"({"error":{"message":"down"}})"));
        QVERIFY(f.run().status >= 500);
        QVERIFY(f.control("/dead-letters").at("items").as_array().empty());
    }
};

QTEST_GUILESS_MAIN(TestDeadLetters)
#include "tst_dead_letters.moc"
