// What becomes of a run that goes wrong: repair, and each declared error behaviour.
#include "tests/integration/workflows/workflow_under_test.h"

#include <boost/json.hpp>

#include <future>

using namespace signalbox::tests;
using namespace std::string_literals;
using namespace std::chrono_literals;
namespace json = boost::json;

class TestWorkflowFailures : public GatewayTest {
    Q_OBJECT

    /// The dead letters' run ids.
    std::string deadLetters() const { return gateway.control("GET", "/dead-letters").body; }

private Q_SLOTS:
    void aBrokenOutputIsRepairedOnce() {
        ScriptedVendor vendor;
        vendor.byDefault(saying({kBadOutput}, {kGoodOutput}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.run();
        const auto body = bodyOf(reply);
        QCOMPARE(reply.status, 200);
        QCOMPARE(at(body, "/output/category"), "bug"s);
        QCOMPARE(at(body, "/repaired"), "true"s);
        QCOMPARE(numberAt(body, "/attempts"), 2);
        QCOMPARE(at(body, "/cost_usd"), "0.000044"s); // both answers were paid
        QCOMPARE(numberAt(body, "/usage/output_tokens"), 10);
        QCOMPARE(reply.header("x-signalbox-repaired"), "true"s);
        // The model saw its own answer and what was wrong with it.
        const auto again = bodyOf(vendor.journal().at(1));
        QCOMPARE(again.at("messages").as_array().size(), 4U);
        QCOMPARE(at(again, "/messages/2/role"), "assistant"s);
        QCOMPARE(at(again, "/messages/2/content"), std::string(kBadOutput));
        QCOMPARE(at(again, "/messages/3/role"), "user"s);
        for (const auto* pointer : {"/category", "/confidence"}) QVERIFY2(at(again, "/messages/3/content").find(pointer) != std::string::npos, at(again, "/messages/3/content").c_str());
        QCOMPARE(at(again, "/response_format/type"), "json_schema"s);
        const auto run = gateway.run(at(body, "/id"));
        QCOMPARE(at(run, "/repaired"), "true"s);
        QCOMPARE(at(run, "/attempts/0/reason"), "first"s);
        QCOMPARE(at(run, "/attempts/1/reason"), "repair"s);
    }

    void aRepairThatIsNeverMadeCostsNoTokens() {
        ScriptedVendor vendor;
        // While the first answer is on its way, another call opens the circuit breaker: nobody is asked for the repair.
        vendor.byDefault([](const VendorRequest& request) {
            if (request.body.find("outage") != std::string::npos) return respond(500, "application/json", R"({"error":{"message":"down"}})");
            return Behaviour().pause(1500ms).then(saying(request, {kBadOutput}));
        });
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}, .reliability = {{"breaker", "{min_calls: 1, failure_ratio: 0.01, open_s: 60}"}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        auto first = std::async(std::launch::async, [&] { return workflow.run(); });
        QTRY_COMPARE(vendor.requestCount(), 1U);
        QVERIFY(workflow.run(R"({"message":"outage"})").status >= 500);
        const auto body = bodyOf(first.get());
        QCOMPARE(at(body, "/error/code"), "output_violation"s);
        const auto run = gateway.run(at(body, "/error/run_id"));
        QCOMPARE(at(run, "/attempts/1/error/code"), "breaker_open"s);
        QCOMPARE(numberAt(run, "/usage/output"), 5);
    }

    void anOutputThatCannotBeRepairedFails() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({kBadOutput}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.run();
        const auto body = bodyOf(reply);
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(body, "/error/class"), "contract_violation"s);
        QCOMPARE(at(body, "/error/code"), "output_violation"s);
        QCOMPARE(body.at_pointer("/error/violations").as_array().size(), 2U);
        QCOMPARE(reply.header("x-should-retry"), "false"s);
        QCOMPARE(vendor.requestCount(), 2U); // once repaired, not more
        const auto run = gateway.run(at(body, "/error/run_id"));
        QCOMPARE(at(run, "/status"), "failed"s);
        QCOMPARE(at(run, "/repaired"), "false"s);
        QCOMPARE(numberAt(run, "/attempt_count"), 2);
    }

    void withoutRepairTheFirstAnswerCounts() {
        ScriptedVendor vendor;
        vendor.byDefault(saying({kBadOutput}, {kGoodOutput}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{on_output_violation: fail}"});
        QCOMPARE(workflow.run().status, 400);
        QCOMPARE(vendor.requestCount(), 1U);
    }

    void theRepairIsMadeWhereTheAnswerCameFromAndMayFallBack() {
        ScriptedVendor first;
        ScriptedVendor second;
        ScriptedVendor third;
        first.byDefault(vendor::serverError(vendor::Protocol::OpenAi, 500));
        second.byDefault([](const VendorRequest& request) { return request.number == 0 ? saying(request, {kBadOutput}) : vendor::serverError(vendor::Protocol::OpenAi, 503); });
        third.byDefault(alwaysSaying({kGoodOutput}));
        SIGNALBOX_ROUTE(route, {.targets = {{first.url()}, {second.url()}, {third.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.run();
        QCOMPARE(reply.status, 200);
        const auto run = gateway.run(reply.header("x-signalbox-run-id"));
        std::string story;
        for (const auto& attempt : run.at("attempts").as_array()) story += at(attempt, "/provider").substr(at(attempt, "/provider").find('-')) + ' ' + at(attempt, "/reason") + "; ";
        QCOMPARE(story, "-p0 first; -p1 fallback; -p1 repair; -p0 fallback; -p2 fallback; "s);
        QCOMPARE(at(bodyOf(reply), "/target"), route.target(2));
    }

    void aBrokenOutputDegradesToTheDeclaredOne() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({"I would say it is a bug."}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{on_output_violation: repair, after_repair: degrade, degraded_output: {category: question, confidence: 0}}"});
        const auto reply = workflow.run();
        QCOMPARE(reply.status, 200);
        QCOMPARE(at(bodyOf(reply), "/status"), "degraded"s);
        QCOMPARE(at(bodyOf(reply), "/output/category"), "question"s);
        QCOMPARE(at(bodyOf(reply), "/cause/code"), "output_violation"s);
        QCOMPARE(reply.header("x-signalbox-degraded"), "true"s);
        const auto run = gateway.run(reply.header("x-signalbox-run-id"));
        QCOMPARE(at(run, "/status"), "degraded"s);
        QCOMPARE(at(run, "/error/class"), "contract_violation"s);
    }

    void anOutageDegradesToThePolicysFirstOutputThatKeepsTheContract() {
        ScriptedVendor vendor;
        vendor.refuse();
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{on_exhausted: degrade}", .policy = R"({reliability: {degrade: [{serve: static, output: "sorry"}, {serve: static, output: {category: bug, confidence: 0}}]}})"});
        const auto reply = workflow.run();
        QCOMPARE(reply.status, 200);
        QCOMPARE(at(bodyOf(reply), "/status"), "degraded"s);
        QCOMPARE(at(bodyOf(reply), "/output/category"), "bug"s);
    }

    void anOutageFailsUnlessItIsDeclaredOtherwise() {
        ScriptedVendor vendor;
        vendor.refuse();
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{degraded_output: {category: bug, confidence: 0}}"});
        const auto reply = workflow.run();
        QCOMPARE(reply.status, 503);
        QCOMPARE(at(bodyOf(reply), "/error/code"), "connect_failed"s);
        QVERIFY(deadLetters().find(reply.header("x-signalbox-run-id")) == std::string::npos);
    }

    void deadLettersKeepTheirInput() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({kBadOutput}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{on_output_violation: repair, after_repair: dead_letter, on_exhausted: dead_letter}"});
        const auto violated = workflow.run();
        QCOMPARE(violated.status, 400);
        QVERIFY2(deadLetters().find(violated.header("x-signalbox-run-id")) != std::string::npos, deadLetters().c_str());
        vendor.refuse();
        const auto exhausted = workflow.run();
        QCOMPARE(exhausted.status, 503);
        QVERIFY2(deadLetters().find(exhausted.header("x-signalbox-run-id")) != std::string::npos, deadLetters().c_str());
        // What the caller did wrong is nobody's loss.
        const auto wrong = workflow.run("{}");
        QCOMPARE(wrong.status, 400);
        QVERIFY(deadLetters().find(wrong.header("x-signalbox-run-id")) == std::string::npos);
    }

    void aRefusalIsNotRepaired() {
        ScriptedVendor vendor;
        vendor.byDefault(vendor::refusal(vendor::Protocol::OpenAi));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{on_output_violation: repair, on_exhausted: degrade, degraded_output: {category: bug, confidence: 0}}"});
        const auto reply = workflow.run();
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/class"), "content_refused"s);
        QCOMPARE(vendor.requestCount(), 1U);
    }

    void theDeadlineIsOverTheRepairAsWell() {
        ScriptedVendor vendor;
        vendor.byDefault([](const VendorRequest& request) { return request.number == 0 ? saying(request, {kBadOutput}) : Behaviour().hang(); });
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}, .reliability = {{"total_timeout_ms", "600"}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.run();
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/code"), "output_violation"s);
        QVERIFY2(reply.body.find("The repair failed") != std::string::npos, reply.body.c_str());
        QVERIFY2(reply.took() < 2s, std::to_string(reply.took().count()).c_str());
    }

    void whoLeavesCancelsTheVendor() {
        ScriptedVendor vendor;
        vendor.byDefault(Behaviour().hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{on_exhausted: dead_letter}"});
        HttpConnection caller(gateway.port());
        QVERIFY(caller.sendRequest("POST", workflow.path(), R"({"input":{"message":"It broke"}})", gateway.callHeaders()));
        QVERIFY(vendor.waitForRequests(1));
        caller.close();
        QVERIFY(vendor.waitForDisconnect(0, 2s));
        json::value run;
        QTRY_VERIFY((run = gateway.newestRunOf(1, 100ms), at(run, "/workflow") == workflow.name() + "@1"));
        QCOMPARE(at(run, "/status"), "cancelled"s);
        QVERIFY(deadLetters().find(at(run, "/id")) == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestWorkflowFailures)
#include "tst_workflow_failures.moc"
