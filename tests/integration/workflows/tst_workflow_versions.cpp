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
        for (const auto* who : {"Ada", "Grace"}) QVERIFY(gateway.apply("kind: prompt\nname: signature-moved\nspec: {text: '"s + who + "'}").empty());
        QCOMPARE(moveLabel("prompt/signature-moved", "live", 2).status, 200);
        SIGNALBOX_WORKFLOW(workflow, route, {.inputSchema = "", .outputSchema = "", .messages = "[{role: user, content: \"{{> signature-moved@live}} {{> signature-moved@1}}\"}]"});
        QCOMPARE(workflow.run("1").status, 200);
        QCOMPARE(at(bodyOf(vendor.journal().back()), "/messages/0/content"), "Grace Ada"s);
        QCOMPARE(moveLabel("prompt/signature-moved", "live", 1).status, 200);
        QCOMPARE(workflow.run("1").status, 200);
        QCOMPARE(at(bodyOf(vendor.journal().back()), "/messages/0/content"), "Ada Ada"s);
    }

    void aRolloutDividesTheCallsOfALabel() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({"fine"}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.inputSchema = "", .outputSchema = "", .messages = "[{role: user, content: 'one'}]"});
        QVERIFY(gateway.apply("kind: prompt\nname: " + workflow.name() + "\nspec: {messages: [{role: user, content: 'two'}]}").empty());
        const auto rollout = "/documents/prompt/" + workflow.name() + "/labels/production/rollout";
        const auto started = gateway.control("PUT", rollout, R"({"candidate":2,"stages":[40,100],"advance":"manual","guard":{"min_calls":100000}})");
        QVERIFY2(started.status == 200 || started.status == 201, started.body.c_str());
        int candidates = 0;
        for (int i = 0; i < 200; ++i) candidates += at(bodyOf(workflow.run("1")), "/prompt").ends_with("@2");
        QVERIFY2(candidates > 50 && candidates < 110, std::to_string(candidates).c_str()); // 80 expected, deviation 7
        for (int caller = 0; caller < 10; ++caller) {
            const auto members = "\"sticky_key\":\"c" + std::to_string(caller) + '"';
            const auto first = at(bodyOf(workflow.run("1", members)), "/prompt");
            for (int again = 0; again < 3; ++again) QCOMPARE(at(bodyOf(workflow.run("1", members)), "/prompt"), first);
        }
        QVERIFY(gateway.control("DELETE", rollout).status < 300);
        for (int i = 0; i < 20; ++i) QCOMPARE(at(bodyOf(workflow.run("1")), "/prompt"), workflow.name() + "@1");
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
