// Runs as a stream of events.
#include "tests/integration/workflows/workflow_under_test.h"

#include <boost/json.hpp>

using namespace signalbox::tests;
using namespace std::string_literals;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

std::string deltasOf(const std::vector<WorkflowEvent>& events, int attempt) {
    std::string text;
    for (const auto& event : events)
        if (event.type == "delta" && numberAt(event.data, "/attempt") == attempt) text += at(event.data, "/text");
    return text;
}

const std::vector<std::string> kGoodPieces = {R"({"category":)", R"("bug",)", R"("confidence":0.91})"};

} // namespace

class TestWorkflowStreams : public GatewayTest {
    Q_OBJECT

private Q_SLOTS:
    void deltasThenTheResult() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying(kGoodPieces));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.run(R"({"message":"It broke"})", R"("stream":true)");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.header("content-type").starts_with("text/event-stream"));
        QCOMPARE(reply.header("x-signalbox-workflow"), workflow.name() + "@1");
        const auto events = workflowEvents(reply);
        QVERIFY(events.size() >= 2);
        QVERIFY2(std::string(kGoodOutput).starts_with(deltasOf(events, 1)), deltasOf(events, 1).c_str());
        QVERIFY(deltasOf(events, 1).size() > 10);
        QCOMPARE(events.back().type, "result"s);
        QCOMPARE(at(events.back().data, "/output/category"), "bug"s);
        QCOMPARE(at(events.back().data, "/status"), "succeeded"s);
        QCOMPARE(numberAt(events.back().data, "/usage/output_tokens"), 5);
        const auto run = gateway.run(at(events.back().data, "/id"));
        QCOMPARE(at(run, "/stream"), "true"s);
        QVERIFY(numberAt(run, "/first_token_us") > 0);
    }

    void aRepairShowsInTheDeltas() {
        ScriptedVendor vendor;
        vendor.byDefault(saying({R"({"category":"praise",)", R"("confidence":0.5})", " "}, kGoodPieces));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto events = workflowEvents(workflow.run(R"({"message":"It broke"})", R"("stream":true)"));
        QVERIFY(deltasOf(events, 1).find("praise") != std::string::npos);
        QVERIFY(deltasOf(events, 2).find("bug") != std::string::npos);
        QCOMPARE(events.back().type, "result"s);
        QCOMPARE(at(events.back().data, "/repaired"), "true"s);
        QCOMPARE(numberAt(events.back().data, "/attempts"), 2);
    }

    void aStreamThatBreaksAfterDeltasEndsInAnError() {
        ScriptedVendor vendor;
        vendor.byDefault(openStream(vendor::firstOf(vendor::openAiEvents(answering(kGoodPieces)), 3), 5ms).reset());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{on_exhausted: degrade, degraded_output: {category: bug, confidence: 0}}"});
        const auto reply = workflow.run(R"({"message":"It broke"})", R"("stream":true)");
        const auto events = workflowEvents(reply);
        QCOMPARE(reply.status, 200);
        QVERIFY(events.size() >= 2);
        QCOMPARE(events.front().type, "delta"s);
        QCOMPARE(events.back().type, "error"s);
        QCOMPARE(at(events.back().data, "/error/class"), "upstream_unavailable"s);
        QCOMPARE(at(gateway.run(at(events.back().data, "/error/run_id")), "/status"), "failed"s);
    }

    void beforeTheFirstDeltaAnErrorHasItsStatusAndAnotherTargetMayServe() {
        ScriptedVendor broken;
        ScriptedVendor good;
        broken.byDefault(vendor::serverError(vendor::Protocol::OpenAi, 500));
        good.byDefault(alwaysSaying(kGoodPieces));
        SIGNALBOX_ROUTE(both, {.targets = {{broken.url()}, {good.url()}}});
        SIGNALBOX_WORKFLOW(served, both, {});
        QCOMPARE(workflowEvents(served.run(R"({"message":"It broke"})", R"("stream":true)")).back().type, "result"s);
        SIGNALBOX_ROUTE(alone, {.targets = {{broken.url()}}});
        SIGNALBOX_WORKFLOW(failed, alone, {});
        const auto reply = failed.run(R"({"message":"It broke"})", R"("stream":true)");
        QVERIFY(reply.status >= 500);
        QCOMPARE(reply.header("content-type"), "application/json"s);
    }

    void anOutputThatMayBeBlockedIsNotShownBefore() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying(kGoodPieces));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.policy = "{escalation: [{when: {field: output.category, op: eq, value: bug}, action: block}]}"});
        const auto reply = workflow.run(R"({"message":"It broke"})", R"("stream":true)");
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/class"), "blocked"s);
        QVERIFY(reply.body.find("0.91") == std::string::npos);
    }

    void aDegradedOutputIsAResult() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({"no", " JSON", " at all"}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{on_output_violation: degrade, degraded_output: {category: bug, confidence: 0}}"});
        const auto events = workflowEvents(workflow.run(R"({"message":"It broke"})", R"("stream":true)"));
        QCOMPARE(events.back().type, "result"s);
        QCOMPARE(at(events.back().data, "/status"), "degraded"s);
    }

    void whoLeavesAStreamCancelsTheVendor() {
        ScriptedVendor vendor;
        vendor.byDefault(openStream(vendor::firstOf(vendor::openAiEvents(answering(kGoodPieces)), 3), 5ms).hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        HttpConnection caller(gateway.port());
        QVERIFY(caller.sendRequest("POST", workflow.path(), R"({"input":{"message":"It broke"},"stream":true})", gateway.callHeaders()));
        const auto reply = caller.read(10s, [](const HttpReply& soFar) { return soFar.body.find("event: delta") == std::string::npos; });
        QCOMPARE(reply.status, 200);
        caller.close();
        QVERIFY(vendor.waitForDisconnect(0, 2s));
    }
};

QTEST_GUILESS_MAIN(TestWorkflowStreams)
#include "tst_workflow_streams.moc"
