// The same workflows as models of the chat protocols.
#include "tests/integration/workflows/workflow_under_test.h"

#include <boost/json.hpp>

using namespace signalbox::tests;
using namespace std::string_literals;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {
constexpr auto kInput = R"({"message":"It broke"})";
}

class TestWorkflowChats : public GatewayTest {
    Q_OBJECT

private Q_SLOTS:
    void theLastUserMessageIsTheInputAndTheOutputIsTheAnswer() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({"```json\n", kGoodOutput, "\n```"}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.chat(kInput);
        QCOMPARE(contentOf(reply), std::string(kGoodOutput));
        QCOMPARE(at(bodyOf(reply), "/choices/0/finish_reason"), "stop"s);
        QCOMPARE(numberAt(bodyOf(reply), "/usage/total_tokens"), 17);
        QCOMPARE(reply.header("x-signalbox-workflow"), workflow.name() + "@1");
        QCOMPARE(reply.header("x-signalbox-prompt"), workflow.name() + "@1");
        QCOMPARE(reply.header("x-signalbox-target"), route.target(0));
        QCOMPARE(at(bodyOf(vendor.journal().at(0)), "/messages/1/content"), "It broke"s);
        const auto run = gateway.run(reply.header("x-signalbox-run-id"));
        QCOMPARE(at(run, "/protocol"), "openai.chat"s);
        QCOMPARE(at(run, "/workflow"), workflow.name() + "@1");
        QCOMPARE(at(run, "/requested_model"), "workflow/" + workflow.name());
    }

    void nothingIsStreamedBeforeTheContractWasChecked() {
        ScriptedVendor vendor;
        vendor.byDefault(saying({R"({"category":"praise",)", R"("confidence":1})"}, {R"({"category":"bug",)", R"("confidence":0.91})"}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.chat(kInput, R"("stream":true,"stream_options":{"include_usage":true})");
        QVERIFY2(endedWell(reply), reply.body.c_str());
        QCOMPARE(streamedContentOf(reply), std::string(kGoodOutput));
        QVERIFY(reply.body.find("praise") == std::string::npos);
        QCOMPARE(reply.header("x-signalbox-repaired"), "true"s);
        const auto events = reply.events();
        QCOMPARE(numberAt(json::parse(events.at(events.size() - 2)), "/usage/completion_tokens"), 10);
    }

    void aSlowCheckedStreamGetsItsHeadAndLaterItsError() {
        ScriptedVendor vendor;
        auto events = vendor::openAiEvents(answering({"a", "b", "c", "d", "e", "f", "g", "h"}));
        vendor.byDefault(wholeStream(events, 900ms));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}, .reliability = {{"attempt_timeout_ms", "20000"}, {"total_timeout_ms", "20000"}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.errorBehaviour = "{on_output_violation: fail}"});
        const auto reply = workflow.chat(kInput, R"("stream":true)");
        QCOMPARE(reply.status, 200);
        QVERIFY2(endedInError(reply), reply.body.c_str());
        QVERIFY(reply.headAt + 500ms < reply.endedAt);
        QVERIFY(streamedContentOf(reply).empty());
    }

    void withoutAContractAStreamPassesThrough() {
        ScriptedVendor vendor;
        vendor.byDefault([](const VendorRequest&) {
            const auto events = vendor::openAiEvents(answering({"One", " two", " three"}));
            auto behaviour = openStream(vendor::firstOf(events, 2));
            for (std::size_t i = 2; i < events.size(); ++i) behaviour.pause(150ms).chunk(events[i]);
            return behaviour.lastChunk();
        });
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {.inputSchema = "{type: string}", .outputSchema = "", .messages = "[{role: user, content: '{{input}}'}]"});
        bool early = false;
        const json::array messages{json::object{{"role", "user"}, {"content", "Count"}}};
        const auto reply = gateway.call("/v1/chat/completions", json::serialize(json::object{{"model", "workflow/" + workflow.name()}, {"stream", true}, {"messages", messages}}), {}, 30s, [&early](const HttpReply& soFar) {
            early = early || (soFar.body.find("One") != std::string::npos && soFar.body.find("three") == std::string::npos);
            return true;
        });
        QVERIFY2(endedWell(reply), reply.body.c_str());
        QCOMPARE(streamedContentOf(reply), "One two three"s);
        QVERIFY(early);
        QCOMPARE(reply.header("x-signalbox-workflow"), workflow.name() + "@1");
        QCOMPARE(at(bodyOf(vendor.journal().at(0)), "/messages/0/content"), "Count"s);
    }

    void aMessageThatIsNotTheInputIsRefusedClearly_data() {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("no JSON") << QByteArray("Is it broken?") << QByteArray("input_not_json");
        QTest::newRow("JSON that breaks the contract") << QByteArray(R"({"message":"x"})") << QByteArray("input_violation");
    }
    void aMessageThatIsNotTheInputIsRefusedClearly() {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, code);
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.chat(message.toStdString(), R"("stream":true)");
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/code"), code.toStdString());
        QCOMPARE(at(bodyOf(reply), "/error/type"), "invalid_request_error"s);
        if (code == "input_not_json") QVERIFY2(reply.body.find("minLength") != std::string::npos, reply.body.c_str());
        QCOMPARE(vendor.requestCount(), 0U);
    }

    void aLongContractIsShownInWholeCharacters() {
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        for (const std::string before : {"", "x"}) {
            std::string words = before;
            for (int i = 0; i < 700; ++i) words += "\xC3\xA4";
            SIGNALBOX_WORKFLOW(workflow, route, {.inputSchema = "{type: object, description: \"" + words + "\", properties: {message: {type: string}}}"});
            const auto refused = workflow.chat("no JSON");
            QCOMPARE(refused.status, 400);
            QVERIFY2(at(bodyOf(refused), "/error/code") == "input_not_json", refused.body.c_str());
        }
    }

    void versionsAndLabelsAreNamedBehindTheName() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({kGoodOutput}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        QCOMPARE(workflow.chat(kInput, {}, "@1").status, 200);
        QCOMPARE(workflow.chat(kInput, {}, "@latest").status, 200);
        QCOMPARE(workflow.chat(kInput, {}, "@2").status, 404);
        QCOMPARE(at(bodyOf(workflow.chat(kInput, {}, "@staging")), "/error/code"), "label_not_found"s);
    }

    void toolsAreTheWorkflowsOwn() {
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = workflow.chat(kInput, R"("tools":[{"type":"function","function":{"name":"f"}}])");
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/code"), "tools_not_taken"s);
    }

    void anthropicsProtocolDoesTheSame() {
        ScriptedVendor vendor;
        vendor.byDefault(alwaysSaying({R"({"category":"bug",)", R"("confidence":0.91})"}));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        SIGNALBOX_WORKFLOW(free, route, {.inputSchema = "", .outputSchema = "", .messages = "[{role: user, content: '{{input}}'}]"});
        const auto message = [&](const std::string& name, bool stream) {
            const json::array messages{json::object{{"role", "user"}, {"content", kInput}}};
            return gateway.call("/v1/messages", json::serialize(json::object{{"model", "workflow/" + name}, {"max_tokens", 100}, {"messages", messages}, {"stream", stream}}), {{"anthropic-version", "2023-06-01"}});
        };
        const auto whole = message(workflow.name(), false);
        QCOMPARE(at(bodyOf(whole), "/content/0/text"), std::string(kGoodOutput));
        QCOMPARE(at(bodyOf(whole), "/stop_reason"), "end_turn"s);
        for (const auto& name : {workflow.name(), free.name()}) {
            const auto streamed = message(name, true);
            std::string text;
            for (const auto& event : streamed.events()) text += at(json::parse(event), "/delta/text");
            QCOMPARE(text, std::string(kGoodOutput));
            QVERIFY(streamed.body.find("event: message_stop") != std::string::npos);
        }
        QCOMPARE(at(bodyOf(message("nobody", false)), "/error/type"), "not_found_error"s);
    }

    void theListOfModelsHasTheWorkflows() {
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = httpCall(gateway.port(), "GET", "/v1/models", {}, gateway.callHeaders());
        QVERIFY(reply.body.find("\"workflow/" + workflow.name() + '"') != std::string::npos);
    }

    void embeddingsAreNoChat() {
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        SIGNALBOX_WORKFLOW(workflow, route, {});
        const auto reply = gateway.call("/v1/embeddings", json::serialize(json::object{{"model", "workflow/" + workflow.name()}, {"input", "a"}}));
        QCOMPARE(reply.status, 400);
        QCOMPARE(at(bodyOf(reply), "/error/code"), "not_a_chat"s);
    }
};

QTEST_GUILESS_MAIN(TestWorkflowChats)
#include "tst_workflow_chats.moc"
