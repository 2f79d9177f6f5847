// What goes in and what comes out: contracts, the prompt, the request to the model, the policy's look at the output.
#include "tests/integration/workflows/workflow_under_test.h"

#include <boost/json.hpp>

#include <set>

using namespace signalbox::tests;
using namespace std::string_literals;
namespace json = boost::json;

namespace {

std::set<std::string> pointersOf(const json::value& body) {
    std::set<std::string> pointers;
    for (const auto& violation : body.at_pointer("/error/violations").as_array()) pointers.insert(at(violation, "/pointer"));
    return pointers;
}

} // namespace

class TestWorkflowContracts : public GatewayTest {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerThatKeepsItsContractIsTheOutput() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({kGoodOutput}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.run();
        const auto body = bodyOf(reply);
        QCOMPARE(reply.status, 200);
        QVERIFY2(reply.body.find(R"("output":{"category":"bug","confidence":0.91})") != std::string::npos, reply.body.c_str());
        QCOMPARE(at(body, "/status"), "succeeded"s);
        QCOMPARE(at(body, "/workflow"), workflow.name() + "@1");
        QCOMPARE(at(body, "/prompt"), workflow.name() + "@1");
        QCOMPARE(at(body, "/repaired"), "false"s);
        QCOMPARE(at(body, "/flagged"), "[]"s);
        QCOMPARE(numberAt(body, "/usage/input_tokens"), 12);
        QCOMPARE(numberAt(body, "/usage/output_tokens"), 5);
        QCOMPARE(at(body, "/cost_usd"), "0.000022"s);
        QCOMPARE(at(body, "/target"), route.target(0));
        QCOMPARE(at(body, "/id"), reply.header("x-signalbox-run-id"));
        QCOMPARE(reply.header("x-signalbox-workflow"), workflow.name() + "@1");
        const auto run = gateway.run(at(body, "/id"));
        QCOMPARE(at(run, "/protocol"), "workflow"s);
        QCOMPARE(at(run, "/status"), "succeeded"s);
        QCOMPARE(at(run, "/workflow"), workflow.name() + "@1");
        QCOMPARE(at(run, "/prompt"), workflow.name() + "@1");
        QVERIFY(at(run, "/route").starts_with(route.name().substr(6) + '@'));
        QVERIFY(at(run, "/policy").starts_with("default@"));
    }

    void everyViolationOfTheInputIsToldWithItsPointer() {
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.inputSchema = "{type: object, required: [message, customer], additionalProperties: false, properties: {message: {type: string, minLength: 3}, lines: {type: array, items: {type: integer}}, customer: {type: object}}}"});
        const auto reply = workflow.run(R"({"message":"x","lines":[1,"two",3.5],"extra":1})");
        const auto body = bodyOf(reply);
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(body, "/error/class"), "contract_violation"s);
        QCOMPARE(at(body, "/error/code"), "input_violation"s);
        QCOMPARE(pointersOf(body), (std::set<std::string>{"", "/message", "/lines/1", "/lines/2", "/extra"}));
        QCOMPARE(at(body, "/error/run_id"), reply.header("x-signalbox-run-id"));
        QCOMPARE(vendor.requestCount(), 0U);
        const auto run = gateway.run(at(body, "/error/run_id"));
        QCOMPARE(at(run, "/status"), "failed"s);
        QCOMPARE(at(run, "/workflow"), workflow.name() + "@1");
    }

    void aBodyThatIsNoneIsToldWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("pointer");
        QTest::newRow("no input") << QByteArray(R"({})") << QByteArray("/input");
        QTest::newRow("a slip") << QByteArray(R"({"inptu":1,"input":{}})") << QByteArray("/inptu");
        QTest::newRow("stream is no flag") << QByteArray(R"({"input":{},"stream":"yes"})") << QByteArray("/stream");
        QTest::newRow("label and version") << QByteArray(R"({"input":{},"label":"production","version":1})") << QByteArray("/version");
        QTest::newRow("version 0") << QByteArray(R"({"input":{},"version":0})") << QByteArray("/version");
    }
    void aBodyThatIsNoneIsToldWhatIsWrong() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, pointer);
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = gateway.call(workflow.path(), body.toStdString());
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/class"), "invalid_request"s);
        QVERIFY2(pointersOf(bodyOf(reply)).contains(pointer.toStdString()), reply.body.c_str());
        QCOMPARE(vendor.requestCount(), 0U);
    }

    void whatIsNoJsonIsRefused_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("two members of one name") << QByteArray(R"({"input":{"message":"one","message":"two"}})");
        QTest::newRow("deep") << QByteArray("{\"input\":") + QByteArray(200, '[') + QByteArray(200, ']') + "}";
    }
    void whatIsNoJsonIsRefused() {
        QFETCH(QByteArray, body);
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = gateway.call(workflow.path(), body.toStdString());
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/code"), "invalid_json"s);
    }

    void aVariableThatNobodyGaveIsNamed() {
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.inputSchema = "{type: object}", .messages = "[{role: user, content: 'Dear {{customer.title}}, {{message}}'}]"});
        const auto reply = workflow.run(R"({"message":"Hello","customer":{"name":"Ada"}})");
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/code"), "undefined_variable"s);
        QVERIFY2(reply.body.find("customer.title") != std::string::npos, reply.body.c_str());
        QCOMPARE(vendor.requestCount(), 0U);
    }

    void theVariablesKeepTheContractOfThePrompt() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({"fine"}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.inputSchema = "{type: object}", .outputSchema = "", .messages = "[{role: user, content: '{{message}}{{#hint}} ({{hint}}){{/hint}}'}]",
                                             .promptMembers = "variables: {type: object, required: [message], properties: {message: {type: string}, hint: {type: string}}}"});
        auto reply = workflow.run(R"({"message":7})");
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/code"), "variables_violation"s);
        QVERIFY(pointersOf(bodyOf(reply)).contains("/message"));
        // What the contract declares and does not require may be absent.
        reply = workflow.run(R"({"message":"Hello"})");
        QCOMPARE(reply.status, 200);
        QCOMPARE(at(bodyOf(vendor.journal().at(0)), "/messages/0/content"), "Hello"s);
    }

    void theModelIsAskedAsThePromptSays() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({kGoodOutput}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.messages = "[{role: system, content: \"{{> asked-tone}}\"}, {role: user, content: 'Sort: {{message}}'}]", .promptMembers = "parameters: {temperature: 0.25, max_tokens: 77}",
                                             .more = "kind: prompt\nname: asked-tone\nspec: {text: 'Be kind.'}"});
        QCOMPARE(workflow.run(json::serialize(json::object{{"message", "<b>'quoted'</b>"}})).status, 200);
        const auto asked = bodyOf(vendor.journal().at(0));
        QCOMPARE(at(asked, "/messages/0/role"), "system"s);
        QCOMPARE(at(asked, "/messages/0/content"), "Be kind."s);
        QCOMPARE(at(asked, "/messages/1/content"), "Sort: <b>'quoted'</b>"s);
        QCOMPARE(asked.at("temperature").as_double(), 0.25);
        QCOMPARE(numberAt(asked, "/max_tokens"), 77);
        QCOMPARE(at(asked, "/response_format/type"), "json_schema"s);
        QCOMPARE(at(asked, "/response_format/json_schema/name"), workflow.name());
        QCOMPARE(at(asked, "/response_format/json_schema/strict"), "false"s);
        QCOMPARE(at(asked, "/response_format/json_schema/schema/required/0"), "category"s);
    }

    void aModelWithoutSchemasIsToldInWords() {
        ScriptedVendor modeOnly;
        ScriptedVendor plain;
        modeOnly.byDefault(vendor::serverError(vendor::Protocol::OpenAi, 500));
        plain.byDefault(alwaysSaying({kGoodOutput}));
        SIGNALBOX_ROUTE(route, {.targets = {{modeOnly.url(), "openai", {}, {{"capabilities", "[chat, stream, json_mode]"}}}, {plain.url(), "openai", {}, {{"capabilities", "[chat, stream]"}}}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.run();
        QCOMPARE(reply.status, 200);
        const auto first = bodyOf(modeOnly.journal().at(0));
        const auto second = bodyOf(plain.journal().at(0));
        QCOMPARE(at(first, "/response_format/type"), "json_object"s);
        QVERIFY(!second.as_object().contains("response_format"));
        for (const auto& asked : {first, second}) {
            QVERIFY(at(asked, "/messages/0/content").starts_with("You sort messages.\n\n"));
            QVERIFY2(at(asked, "/messages/0/content").find(R"("required":["category","confidence"])") != std::string::npos, at(asked, "/messages/0/content").c_str());
        }
    }

    void aFenceAroundTheJsonIsForgivenAndNothingElse_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("white space") << QByteArray("\n  ") + kGoodOutput + "\n\n" << true;
        QTest::newRow("a json fence") << QByteArray("```json\n") + kGoodOutput + "\n```" << true;
        QTest::newRow("a fence without a language") << QByteArray("\n```\n") + kGoodOutput + "\n```\n" << true;
        QTest::newRow("a fence of another language") << QByteArray("```yaml\n") + kGoodOutput + "\n```" << false;
        QTest::newRow("words before") << QByteArray("Here you are: ") + kGoodOutput << false;
        QTest::newRow("words after a fence") << QByteArray("```json\n") + kGoodOutput + "\n```\nDone." << false;
        QTest::newRow("two values") << QByteArray(kGoodOutput) + kGoodOutput << false;
        QTest::newRow("a member twice") << QByteArray(R"({"category":"bug","category":"bug","confidence":1})") << false;
        QTest::newRow("a number too large for one") << QByteArray(R"({"category":"bug","confidence":1e400})") << false;
        QTest::newRow("nothing") << QByteArray("") << false;
    }
    void aFenceAroundTheJsonIsForgivenAndNothingElse() {
        QFETCH(QByteArray, answer);
        QFETCH(bool, isRead);
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({answer.toStdString()}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{on_output_violation: fail}"});
        const auto reply = workflow.run();
        QCOMPARE(reply.status, isRead ? 200 : 400);
        if (isRead) QCOMPARE(at(bodyOf(reply), "/output/category"), "bug"s);
        else QCOMPARE(at(bodyOf(reply), "/error/code"), "output_violation"s);
    }

    void aTextWithoutAContractIsTheOutputAsItIs() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({"Two lines,\n", "\"quoted\"."}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.inputSchema = "{type: string}", .outputSchema = "", .messages = "[{role: user, content: '{{input}}'}]"});
        const auto reply = workflow.run("\"Say it\"");
        QCOMPARE(reply.status, 200);
        QCOMPARE(at(bodyOf(reply), "/output"), "Two lines,\n\"quoted\"."s);
        QCOMPARE(at(bodyOf(vendor.journal().at(0)), "/messages/0/content"), "Say it"s);
        QVERIFY(!bodyOf(vendor.journal().at(0)).as_object().contains("response_format"));
    }

    void thePolicyFlagsAndBlocks() {
        ScriptedVendor vendor;
        vendor.byDefault([](const VendorRequest& request) { return saying(request, {request.body.find("secret") != std::string::npos ? R"({"category":"question","confidence":0.9})" : R"({"category":"bug","confidence":0.4})"}); });
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.policy = "{escalation: [{when: {field: output.confidence, op: lt, value: 0.7}, action: flag}, {when: {field: attempts, op: ge, value: 1}, action: flag, reason: 'It was asked'}, "
                                                       "{when: {field: input.message, op: contains, value: secret}, action: block, reason: 'Nobody may ask for it'}]}"});
        auto reply = workflow.run(R"({"message":"It broke"})");
        QCOMPARE(reply.status, 200);
        QCOMPARE(at(bodyOf(reply), "/flagged"), R"(["output.confidence is below 0.7","It was asked"])"s);
        QCOMPARE(reply.header("x-signalbox-flagged"), "output.confidence is below 0.7; It was asked"s);
        QCOMPARE(at(gateway.run(reply.header("x-signalbox-run-id")), "/flagged/0"), "output.confidence is below 0.7"s);
        reply = workflow.run(R"({"message":"the secret"})");
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/class"), "blocked"s);
        QVERIFY(reply.body.find("Nobody may ask for it") != std::string::npos);
        QVERIFY(reply.body.find("question") == std::string::npos);
        QCOMPARE(at(gateway.run(reply.header("x-signalbox-run-id")), "/error/class"), "blocked"s);
    }

    void theRouteAsksTheInput() {
        ScriptedVendor german;
        ScriptedVendor other;
        german.byDefault(alwaysSaying({"Hallo"}));
        other.byDefault(alwaysSaying({"Hello"}));
        SIGNALBOX_ROUTE(route, {.targets = {{german.url()}, {other.url()}}});
        const auto name = route.name().substr(6);
        const auto problem = gateway.apply("kind: route\nname: " + name + "-when\nspec: {targets: [{model: " + route.target(0) + ", when: {field: input.language, op: eq, value: de}}, {model: " + route.target(1) +
                                           ", when: {field: input_tokens, op: lt, value: 500}}]}\n---\nkind: prompt\nname: " + name + "-when\nspec: {messages: [{role: user, content: '{{message}}'}]}\n---\nkind: workflow\nname: " + name +
                                           "-when\nspec: {prompt: " + name + "-when, route: " + name + "-when, input_schema: {type: object, properties: {message: {type: string}, language: {type: string}}}}");
        QVERIFY2(problem.empty(), problem.c_str());
        const auto run = [&](const std::string& input) { return gateway.call("/v1/workflows/" + name + "-when/runs", "{\"input\":" + input + "}"); };
        QCOMPARE(at(bodyOf(run(R"({"message":"a","language":"de"})")), "/output"), "Hallo"s);
        QCOMPARE(at(bodyOf(run(R"({"message":"a","language":"fr"})")), "/output"), "Hello"s);
        QCOMPARE(at(bodyOf(run(R"({"message":"a"})")), "/output"), "Hello"s);
        const auto none = run(json::serialize(json::object{{"language", "fr"}, {"message", std::string(4000, 'x')}}));
        QCOMPARE(none.status, 400);
        QCOMPARE(at(bodyOf(none), "/error/code"), "no_suitable_target"s);
        QVERIFY2(none.body.find("only when the number of input tokens is below 500") != std::string::npos, none.body.c_str());
        // A plain call to the route has tokens, but no input.
        const json::array messages{json::object{{"role", "user"}, {"content", "hi"}}};
        const auto plain = gateway.call("/v1/chat/completions", json::serialize(json::object{{"model", "route/" + name + "-when"}, {"messages", messages}}));
        QCOMPARE(contentOf(plain), "Hello"s);
    }
};

QTEST_GUILESS_MAIN(TestWorkflowContracts)
#include "tst_workflow_contracts.moc"
