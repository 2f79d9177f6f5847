#include "tests/unit/providers/provider_fixture.h"

#include <QObject>

using namespace signalbox;
using namespace signalbox::tests;

/// Requests translated between the two protocols: what the vendor is sent for what the caller wrote.
class ProviderRequests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void chatBecomesMessages_data();
    void chatBecomesMessages();
    void messagesBecomeChat_data();
    void messagesBecomeChat();
    void whatCannotBeSaidMayBeServedElsewhere_data();
    void whatCannotBeSaidMayBeServedElsewhere();
    void samplingIsStrippedForTheNewVersion();
    void aPinnedVersionAppliesToAnthropicCallersToo();
    void foreignThoughtsDoNotGoToAnthropic();
    void betaHeadersReachAnthropicOnly();
    void openAiAndAzureGetTheirOwnWordForTheLimit();
    void thinkingAsksAReasoningModelForEffort();
};

void ProviderRequests::chatBecomesMessages_data() {
    QTest::addColumn<QByteArray>("chat");     // without model
    QTest::addColumn<QByteArray>("messages"); // without model and the usual max_tokens
    QTest::newRow("plain") << QByteArray(R"("messages":[{"role":"user","content":"hi"}])") << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}])");
    QTest::newRow("instructions") << QByteArray(R"("messages":[{"role":"system","content":"A"},{"role":"user","content":"hi"},{"role":"developer","content":[{"type":"text","text":"B"}]}])")
                                  << QByteArray(R"("system":[{"type":"text","text":"A"},{"type":"text","text":"B"}],"messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}])");
    QTest::newRow("only instructions") << QByteArray(R"("messages":[{"role":"system","content":"A"}])") << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"A"}]}])");
    QTest::newRow("turns of one side are one") << QByteArray(R"("messages":[{"role":"user","content":"a"},{"role":"user","content":"b"},{"role":"assistant","content":"c"}])")
                                               << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},{"role":"assistant","content":[{"type":"text","text":"c"}]}])");
    QTest::newRow("images") << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"data:image/png;base64,QUJD"}},{"type":"image_url","image_url":{"url":"https://e.com/i.jpg"}}]}])")
                            << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"see"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"QUJD"}},{"type":"image","source":{"type":"url","url":"https://e.com/i.jpg"}}]}])");
    QTest::newRow("file") << QByteArray(R"("messages":[{"role":"user","content":[{"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,QUJD"}}]}])")
                          << QByteArray(R"("messages":[{"role":"user","content":[{"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"QUJD"}}]}])");
    QTest::newRow("cache marks") << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"x","cache_control":{"type":"ephemeral"}}]}])")
                                 << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"x","cache_control":{"type":"ephemeral"}}]}])");
    QTest::newRow("tools") << QByteArray(R"("messages":[{"role":"user","content":"w"}],"tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object","properties":{"a":{"type":"string"}}}}},{"type":"function","function":{"name":"g"}}],"tool_choice":"required","parallel_tool_calls":false)")
                           << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"w"}]}],"tools":[{"name":"f","description":"d","input_schema":{"type":"object","properties":{"a":{"type":"string"}}}},{"name":"g","input_schema":{"type":"object"}}],"tool_choice":{"type":"any","disable_parallel_tool_use":true})");
    QTest::newRow("one tool forced") << QByteArray(R"("messages":[{"role":"user","content":"w"}],"tools":[{"type":"function","function":{"name":"f"}}],"tool_choice":{"type":"function","function":{"name":"f"}})")
                                     << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"w"}]}],"tools":[{"name":"f","input_schema":{"type":"object"}}],"tool_choice":{"type":"tool","name":"f"})");
    QTest::newRow("calls and results") << QByteArray(R"("messages":[{"role":"user","content":"w"},{"role":"assistant","content":null,"tool_calls":[{"id":"call:1","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}},{"id":"c2","type":"function","function":{"name":"g","arguments":""}}]},{"role":"tool","tool_call_id":"call:1","content":"12"},{"role":"tool","tool_call_id":"c2","content":[{"type":"text","text":"13"}]},{"role":"user","content":"so?"}])")
                                       << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"w"}]},{"role":"assistant","content":[{"type":"tool_use","id":"call_1","name":"f","input":{"a":1}},{"type":"tool_use","id":"c2","name":"g","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"call_1","content":[{"type":"text","text":"12"}]},{"type":"tool_result","tool_use_id":"c2","content":[{"type":"text","text":"13"}]},{"type":"text","text":"so?"}]}],"tools":[{"name":"f","input_schema":{"type":"object"}},{"name":"g","input_schema":{"type":"object"}}],"tool_choice":{"type":"none"})");
    QTest::newRow("words to go on from") << QByteArray(R"("messages":[{"role":"user","content":"x"},{"role":"assistant","content":"The answer is \n"}])")
                                         << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"x"}]},{"role":"assistant","content":[{"type":"text","text":"The answer is"}]}])");
    QTest::newRow("limits and sampling") << QByteArray(R"("messages":[{"role":"user","content":"x"}],"max_tokens":9,"temperature":1.5,"top_p":0.5,"stop":["END"," ","STOP"],"seed":3,"logprobs":true,"frequency_penalty":1,"user":"u1","n":1)")
                                         << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"x"}]}],"max_tokens":9,"temperature":1.0,"stop_sequences":["END","STOP"],"metadata":{"user_id":"u1"})");
    QTest::newRow("top_p alone, stop a word") << QByteArray(R"("messages":[{"role":"user","content":"x"}],"top_p":0.5,"stop":"END","max_completion_tokens":8)")
                                              << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"x"}]}],"max_tokens":8,"top_p":0.5,"stop_sequences":["END"])");
    QTest::newRow("stream") << QByteArray(R"("messages":[{"role":"user","content":"x"}],"stream":true,"stream_options":{"include_usage":true})")
                            << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"x"}]}],"stream":true)");
    QTest::newRow("schema") << QByteArray(R"("messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object","properties":{"a":{"type":"string"}}}}})")
                            << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"x"}]}],"tools":[{"name":"answer_in_json_schema","description":"Gives the answer. Call this once, with the whole answer as its input.","input_schema":{"type":"object","properties":{"a":{"type":"string"}}}}],"tool_choice":{"type":"tool","name":"answer_in_json_schema"})");
    QTest::newRow("schema beside tools") << QByteArray(R"("messages":[{"role":"user","content":"x"}],"tools":[{"type":"function","function":{"name":"f"}}],"response_format":{"type":"json_schema","json_schema":{"name":"n","description":"D.","schema":{"type":"object"}}})")
                                         << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"x"}]}],"tools":[{"name":"f","input_schema":{"type":"object"}},{"name":"answer_in_json_schema","description":"Gives the answer: D.","input_schema":{"type":"object"}}],"tool_choice":{"type":"any"})");
    QTest::newRow("some json") << QByteArray(R"("messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_object"})")
                               << QByteArray(R"("system":[{"type":"text","text":"Answer with one JSON object and nothing else: no other words and no code fence."}],"messages":[{"role":"user","content":[{"type":"text","text":"x"}]}])");
}

void ProviderRequests::chatBecomesMessages() {
    QFETCH(QByteArray, chat);
    QFETCH(QByteArray, messages);
    const auto call = callOf(ClientProtocol::OpenAiChat, "{\"model\":\"p/m\"," + chat.toStdString() + "}");
    const auto wire = providers::connectorNamed("anthropic")->encode(call, someProvider("anthropic"), someModel(), "/v1", "key");
    QVERIFY2(wire, wire ? "" : wire.error().message.c_str());
    auto expected = parsed("{\"model\":\"vendor-m\"," + messages.toStdString() + "}");
    if (!expected.as_object().contains("max_tokens")) expected.as_object()["max_tokens"] = 4096;
    COMPARE_JSON(parsed(wire->body), expected);
}

void ProviderRequests::messagesBecomeChat_data() {
    QTest::addColumn<QByteArray>("messages"); // without model and max_tokens
    QTest::addColumn<QByteArray>("chat");
    QTest::newRow("plain") << QByteArray(R"("messages":[{"role":"user","content":"hi"}])") << QByteArray(R"("messages":[{"role":"user","content":"hi"}])");
    QTest::newRow("system") << QByteArray(R"("system":"S","messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}])") << QByteArray(R"("messages":[{"role":"system","content":"S"},{"role":"user","content":"hi"}])");
    QTest::newRow("system of blocks") << QByteArray(R"("system":[{"type":"text","text":"A","cache_control":{"type":"ephemeral"}},{"type":"text","text":"B"}],"messages":[{"role":"user","content":"hi"}])")
                                      << QByteArray(R"("messages":[{"role":"system","content":"A\n\nB"},{"role":"user","content":"hi"}])");
    QTest::newRow("images and documents") << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"see"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"QUJD"}},{"type":"image","source":{"type":"url","url":"https://e.com/i"}},{"type":"document","title":"T","source":{"type":"base64","media_type":"application/pdf","data":"QUJD"}},{"type":"document","source":{"type":"text","media_type":"text/plain","data":"plain"}}]}])")
                                          << QByteArray(R"("messages":[{"role":"user","content":[{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"data:image/png;base64,QUJD"}},{"type":"image_url","image_url":{"url":"https://e.com/i"}},{"type":"file","file":{"filename":"T","file_data":"data:application/pdf;base64,QUJD"}},{"type":"text","text":"plain"}]}])");
    QTest::newRow("tools") << QByteArray(R"("messages":[{"role":"user","content":"w"}],"tools":[{"name":"f","description":"d","input_schema":{"type":"object"}},{"type":"custom","name":"g","input_schema":{"type":"object"}}],"tool_choice":{"type":"any","disable_parallel_tool_use":true})")
                           << QByteArray(R"("messages":[{"role":"user","content":"w"}],"tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object"}}},{"type":"function","function":{"name":"g","parameters":{"type":"object"}}}],"tool_choice":"required","parallel_tool_calls":false)");
    QTest::newRow("one tool forced") << QByteArray(R"("messages":[{"role":"user","content":"w"}],"tools":[{"name":"f","input_schema":{}}],"tool_choice":{"type":"tool","name":"f"})")
                                     << QByteArray(R"("messages":[{"role":"user","content":"w"}],"tools":[{"type":"function","function":{"name":"f","parameters":{}}}],"tool_choice":{"type":"function","function":{"name":"f"}})");
    QTest::newRow("calls and results") << QByteArray(R"("messages":[{"role":"user","content":"w"},{"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"text","text":"I look."},{"type":"tool_use","id":"t1","name":"f","input":{"a":1}},{"type":"tool_use","id":"t2","name":"g","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"12"},{"type":"tool_result","tool_use_id":"t2","is_error":true,"content":[{"type":"text","text":"no"}]},{"type":"text","text":"so?"}]}])")
                                       << QByteArray(R"("messages":[{"role":"user","content":"w"},{"role":"assistant","content":"I look.","tool_calls":[{"id":"t1","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}},{"id":"t2","type":"function","function":{"name":"g","arguments":"{}"}}]},{"role":"tool","tool_call_id":"t1","content":"12"},{"role":"tool","tool_call_id":"t2","content":"no"},{"role":"user","content":"so?"}])");
    QTest::newRow("a result with a picture") << QByteArray(R"("messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"shot"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"QUJD"}}]}]}])")
                                             << QByteArray(R"("messages":[{"role":"tool","tool_call_id":"t1","content":"shot"},{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,QUJD"}}]}])");
    QTest::newRow("sampling and stream") << QByteArray(R"("messages":[{"role":"user","content":"x"}],"temperature":0.5,"top_p":0.9,"top_k":4,"stop_sequences":["E"],"stream":true,"metadata":{"user_id":"u"})")
                                         << QByteArray(R"("messages":[{"role":"user","content":"x"}],"temperature":0.5,"top_p":0.9,"stop":["E"],"stream":true,"stream_options":{"include_usage":true})");
    QTest::newRow("schema") << QByteArray(R"("messages":[{"role":"user","content":"x"}],"output_config":{"format":{"type":"json_schema","schema":{"type":"object"}}})")
                            << QByteArray(R"("messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,"schema":{"type":"object"}}})");
}

void ProviderRequests::messagesBecomeChat() {
    QFETCH(QByteArray, messages);
    QFETCH(QByteArray, chat);
    const auto call = callOf(ClientProtocol::AnthropicMessages, "{\"model\":\"p/m\",\"max_tokens\":50," + messages.toStdString() + "}");
    for (const auto* connector : {"openai", "sandbox"}) {
        QVERIFY(providers::connectorNamed(connector)->serves(ClientProtocol::AnthropicMessages));
        const auto wire = providers::connectorNamed(connector)->encode(call, someProvider(connector), someModel(), "/v1", "key");
        QVERIFY2(wire, wire ? "" : wire.error().message.c_str());
        QCOMPARE(wire->target, "/v1/chat/completions");
        COMPARE_JSON(parsed(wire->body), parsed("{\"model\":\"vendor-m\",\"max_tokens\":50," + chat.toStdString() + "}"));
    }
}

void ProviderRequests::whatCannotBeSaidMayBeServedElsewhere_data() {
    QTest::addColumn<QByteArray>("connector");
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("pointer");
    const auto chat = static_cast<int>(ClientProtocol::OpenAiChat);
    const auto messages = static_cast<int>(ClientProtocol::AnthropicMessages);
    const QByteArray plain = R"("messages":[{"role":"user","content":"x"}])";
    QTest::newRow("two choices") << QByteArray("anthropic") << chat << plain + R"(,"n":2)" << QByteArray("/n");
    QTest::newRow("audio") << QByteArray("anthropic") << chat << QByteArray(R"("messages":[{"role":"user","content":[{"type":"input_audio","input_audio":{}}]}])") << QByteArray("/messages/0/content/0");
    QTest::newRow("other kinds of tools") << QByteArray("anthropic") << chat << plain + R"(,"tools":[{"type":"custom","custom":{}}])" << QByteArray("/tools/0");
    QTest::newRow("server tools") << QByteArray("openai") << messages << plain + R"(,"tools":[{"type":"web_search_20250305","name":"web_search"}])" << QByteArray("/tools/0");
    QTest::newRow("unknown blocks") << QByteArray("openai") << messages << QByteArray(R"("messages":[{"role":"user","content":[{"type":"search_result"}]}])") << QByteArray("/messages/0/content/0");
}

void ProviderRequests::whatCannotBeSaidMayBeServedElsewhere() {
    QFETCH(QByteArray, connector);
    QFETCH(int, protocol);
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, pointer);
    const auto call = callOf(static_cast<ClientProtocol>(protocol), "{\"model\":\"m\",\"max_tokens\":5," + members.toStdString() + "}");
    const auto wire = providers::connectorNamed(connector.toStdString())->encode(call, someProvider(connector.toStdString()), someModel(), "", "");
    QVERIFY(!wire);
    QCOMPARE(wire.error().errorClass, model::ErrorClass::InvalidRequest);
    QCOMPARE(wire.error().violations.front().pointer, pointer.toStdString());
    QVERIFY(wire.error().traits().tryOtherTarget);
    QVERIFY(!wire.error().traits().retrySameTarget);
    QVERIFY(!wire.error().traits().countsAgainstHealth);
}

void ProviderRequests::samplingIsStrippedForTheNewVersion() {
    const auto call = callOf(ClientProtocol::OpenAiChat, R"({"model":"m","messages":[{"role":"user","content":"x"}],"temperature":0.3,"top_p":0.5,"top_k":3})");
    const auto body = parsed(providers::connectorNamed("anthropic")->encode(call, someProvider("anthropic", "2026-10-21"), someModel(), "", "")->body).as_object();
    for (const auto* name : {"temperature", "top_p", "top_k"}) QVERIFY(!body.contains(name));
}

void ProviderRequests::aPinnedVersionAppliesToAnthropicCallersToo() {
    const auto call = callOf(ClientProtocol::AnthropicMessages, R"({"model":"m","max_tokens":5,"messages":[{"role":"user","content":"x"}],"temperature":0.3})", "2023-06-01");
    const auto& connector = *providers::connectorNamed("anthropic");
    const auto pinned = connector.encode(call, someProvider("anthropic", "2026-10-21"), someModel(), "", "k");
    QVERIFY(!parsed(pinned->body).as_object().contains("temperature"));
    QCOMPARE(header(pinned->headers, "anthropic-version"), "2026-10-21");
    const auto free = connector.encode(call, someProvider("anthropic"), someModel(), "", "k");
    QVERIFY(parsed(free->body).as_object().contains("temperature"));
    const auto current = callOf(ClientProtocol::AnthropicMessages, R"({"model":"m","max_tokens":5,"messages":[{"role":"user","content":"x"}]})", "2026-10-21");
    QCOMPARE(header(connector.encode(current, someProvider("anthropic"), someModel(), "", "k")->headers, "anthropic-version"), "2026-10-21");
}

void ProviderRequests::foreignThoughtsDoNotGoToAnthropic() {
    const auto call = callOf(ClientProtocol::AnthropicMessages, R"({"model":"m","max_tokens":5,"messages":[{"role":"user","content":"x"},{"role":"assistant","content":[{"type":"thinking","thinking":"other","signature":""},{"type":"thinking","thinking":"own","signature":"sig"},{"type":"text","text":"y"}]},{"role":"user","content":"z"}]})");
    const auto body = parsed(providers::connectorNamed("anthropic")->encode(call, someProvider("anthropic"), someModel(), "", "")->body);
    const auto& blocks = body.at("messages").at(1).at("content").as_array();
    QCOMPARE(blocks.size(), std::size_t{2});
    QCOMPARE(std::string(blocks[0].at("signature").as_string()), "sig");
}

void ProviderRequests::betaHeadersReachAnthropicOnly() {
    auto call = callOf(ClientProtocol::AnthropicMessages, R"({"model":"m","max_tokens":5,"messages":[{"role":"user","content":"x"}]})");
    call.anthropicBeta = "context-management-2025-06-27";
    QCOMPARE(header(providers::connectorNamed("anthropic")->encode(call, someProvider("anthropic"), someModel(), "", "")->headers, "anthropic-beta"), call.anthropicBeta);
    QVERIFY(header(providers::connectorNamed("openai")->encode(call, someProvider(), someModel(), "", "")->headers, "anthropic-beta").empty());
}

void ProviderRequests::openAiAndAzureGetTheirOwnWordForTheLimit() {
    const auto call = callOf(ClientProtocol::AnthropicMessages, R"({"model":"m","max_tokens":5,"messages":[{"role":"user","content":"x"}]})");
    auto provider = someProvider();
    provider.baseUrl = "https://api.openai.com/v1";
    QCOMPARE(parsed(providers::connectorNamed("openai")->encode(call, provider, someModel(), "", "")->body).at("max_completion_tokens").as_int64(), 5);
}

void ProviderRequests::thinkingAsksAReasoningModelForEffort() {
    const auto call = callOf(ClientProtocol::AnthropicMessages, R"({"model":"m","max_tokens":9000,"thinking":{"type":"enabled","budget_tokens":4000},"messages":[{"role":"user","content":"x"}]})");
    auto model = someModel();
    QVERIFY(!parsed(providers::connectorNamed("openai")->encode(call, someProvider(), model, "", "")->body).as_object().contains("reasoning_effort"));
    model.capabilities = static_cast<model::Capabilities>(model::Capability::Reasoning);
    QCOMPARE(std::string(parsed(providers::connectorNamed("openai")->encode(call, someProvider(), model, "", "")->body).at("reasoning_effort").as_string()), "medium");
}

QTEST_GUILESS_MAIN(ProviderRequests)
#include "tst_provider_requests.moc"
