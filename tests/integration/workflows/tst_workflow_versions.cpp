// Which version serves, and how soon a change reaches the calls.
#include "tests/integration/workflows/workflow_under_test.h"

#include <boost/json.hpp>

#include <atomic>
#include <thread>

using namespace signalbox::tests;
using namespace std::string_literals;
using namespace std::chrono_literals;
namespace json = boost::json;

class TestWorkflowVersions : public GatewayTest {
    Q_OBJECT

    HttpReply moveLabel(const std::string& kindAndName, const std::string& label, int version) const {
        return gateway.control("PUT", "/documents/" + kindAndName + "/labels/" + label, R"({"version":)" + std::to_string(version) + "}");
    }

private Q_SLOTS:
    void callersNameAVersionOrALabel() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({"fine"}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.outputSchema = ""});
        const auto problem = gateway.apply("kind: workflow\nname: " + workflow.name() + "\nspec: {description: second, prompt: " + workflow.name() + ", route: " + route.name().substr(6) + "}");
        QVERIFY2(problem.empty(), problem.c_str());
        QCOMPARE(moveLabel("workflow/" + workflow.name(), "staging", 2).status, 200);
        const auto served = [&](std::string_view members) { return at(bodyOf(workflow.run(R"({"message":"It broke"})", members)), "/workflow"); };
        QCOMPARE(served(""), workflow.name() + "@1");
        QCOMPARE(served(R"("version":2)"), workflow.name() + "@2");
        QCOMPARE(served(R"("label":"staging")"), workflow.name() + "@2");
        QCOMPARE(served(R"("label":"latest")"), workflow.name() + "@2");
        const auto missing = workflow.run("{}", R"("label":"nightly")");
        QCOMPARE(missing.status, 404);
        QCOMPARE(at(bodyOf(missing), "/error/code"), "label_not_found"s);
        QCOMPARE(workflow.run("{}", R"("version":3)").status, 404);
    }

    void aLabelMoveReachesCallsWithinASecondAndNoCallSeesHalfOfIt() {
        ScriptedVendor vendor;
        vendor.byDefault([](const VendorRequest& request) { return saying(request, {at(bodyOf(request), "/messages/0/content") + '|' + at(bodyOf(request), "/messages/1/content")}); });
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.inputSchema = "", .outputSchema = "", .messages = "[{role: system, content: \"{{> tone-moved}} one\"}, {role: user, content: 'one'}]", .more = "kind: prompt\nname: tone-moved\nspec: {text: 'tone'}"});
        const auto problem = gateway.apply("kind: prompt\nname: " + workflow.name() + "\nspec: {messages: [{role: system, content: \"{{> tone-moved}} two\"}, {role: user, content: 'two'}]}");
        QVERIFY2(problem.empty(), problem.c_str());

        std::atomic<bool> stop = false;
        std::atomic<int> calls = 0;
        std::string torn;
        std::thread caller([&] {
            while (!stop) {
                const auto body = bodyOf(workflow.run("1"));
                const auto output = at(body, "/output");
                const auto expected = at(body, "/prompt").ends_with("@1") ? "tone one|one"s : "tone two|two"s;
                if (output != expected) torn = json::serialize(body);
                ++calls;
            }
        });
        QTRY_VERIFY(calls > 5);
        for (const int version : {2, 1, 2, 1, 2}) {
            QCOMPARE(moveLabel("prompt/" + workflow.name(), "production", version).status, 200);
            const auto moved = std::chrono::steady_clock::now();
            const auto wanted = workflow.name() + '@' + std::to_string(version);
            while (at(bodyOf(workflow.run("1")), "/prompt") != wanted) QVERIFY(std::chrono::steady_clock::now() - moved < 1s);
        }
        stop = true;
        caller.join();
        QVERIFY2(torn.empty(), torn.c_str());
    }

    void aPartialIsTheVersionThatItsLabelIsOn() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({"fine"}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.inputSchema = "", .outputSchema = "", .messages = "[{role: user, content: \"{{> signature-moved@live}} {{> signature-moved@1}}\"}]",
                                             .more = "kind: prompt\nname: signature-moved\nspec: {text: 'Ada'}"});
        // A partial at a label that does not exist is a workflow that is not served, and says why.
        auto reply = workflow.run("1");
        if (reply.status != 200) {
            QCOMPARE(reply.status, 503);
            QCOMPARE(at(bodyOf(reply), "/error/code"), "workflow_problem"s);
            QVERIFY2(reply.body.find("has no label 'live'") != std::string::npos, reply.body.c_str());
        }
        QVERIFY(gateway.apply("kind: prompt\nname: signature-moved\nspec: {text: 'Grace'}").empty());
        QCOMPARE(moveLabel("prompt/signature-moved", "live", 2).status, 200);
        QCOMPARE(workflow.run("1").status, 200);
        QCOMPARE(at(bodyOf(vendor.journal().back()), "/messages/0/content"), "Grace Ada"s);
        QCOMPARE(moveLabel("prompt/signature-moved", "live", 1).status, 200);
        QCOMPARE(workflow.run("1").status, 200);
        QCOMPARE(at(bodyOf(vendor.journal().back()), "/messages/0/content"), "Ada Ada"s);
    }

    void aWorkflowsPolicyIsOverItsRoutes() {
        ScriptedVendor vendor;
        vendor.byDefault(Behaviour().hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}, .reliability = {{"total_timeout_ms", "20000"}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.policy = "{reliability: {total_timeout_ms: 300}}"});
        const auto reply = workflow.run();
        QCOMPARE(reply.status, 504);
        QVERIFY(reply.took() < 3s);
        const auto run = gateway.run(reply.header("x-signalbox-run-id"));
        QVERIFY2(at(run, "/policy").ends_with(',' + workflow.name() + "@1"), at(run, "/policy").c_str());
    }
};

QTEST_GUILESS_MAIN(TestWorkflowVersions)
#include "tst_workflow_versions.moc"
