#include "tests/unit/providers/provider_fixture.h"

#include <QObject>

using namespace signalbox;
using namespace signalbox::tests;
using model::Capability;

/// What is understood of a caller's request, and what goes to a vendor of the same protocol.
class ProviderCalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCallIsUnderstoodOnce();
    void needsFollowTheBody_data();
    void needsFollowTheBody();
    void whatStandsForContentIsTaken();
    void wrongCallsAreRefusedWithAPointer_data();
    void wrongCallsAreRefusedWithAPointer();
    void onlyTheModelIsReplaced_data();
    void onlyTheModelIsReplaced();
    void usageIsAskedForInStreams();
    void whatTheCallerSaysOfStreamOptionsStays();
    void azureIsAddressedByDeployment();
    void credentialsGoWhereTheVendorWantsThem();
    void tokensAreEstimatedByScript();
};

void ProviderCalls::aCallIsUnderstoodOnce() {
    const auto call = callOf(ClientProtocol::OpenAiChat, R"({"model":"a/b","messages":[{"role":"user","content":"hi"}],"stream":true,"stream_options":{"include_usage":true},"max_completion_tokens":7})");
    QCOMPARE(call.model, "a/b");
    QVERIFY(call.stream);
    QVERIFY(call.includeUsage);
    QCOMPARE(call.maxOutputTokens, 7);
    QVERIFY(call.inputTokens > 0);
    QCOMPARE(call.raw.substr(call.modelBegin, call.modelEnd - call.modelBegin), "\"a/b\"");
}

void ProviderCalls::needsFollowTheBody_data() {
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<unsigned>("needs");
    const auto chat = static_cast<int>(ClientProtocol::OpenAiChat);
    const auto messages = static_cast<int>(ClientProtocol::AnthropicMessages);
    const QByteArray plain = R"("messages":[{"role":"user","content":"x"}])";
    QTest::newRow("chat") << chat << plain << static_cast<unsigned>(Capability::Chat);
    QTest::newRow("stream") << chat << plain + R"(,"stream":true)" << (Capability::Chat | Capability::Stream);
    QTest::newRow("tools") << chat << plain + R"(,"tools":[{"type":"function","function":{"name":"f"}}])" << (Capability::Chat | Capability::Tools);
    QTest::newRow("no tools") << chat << plain + R"(,"tools":[])" << static_cast<unsigned>(Capability::Chat);
    QTest::newRow("schema") << chat << plain + R"(,"response_format":{"type":"json_schema","json_schema":{"schema":{}}})" << (Capability::Chat | Capability::JsonSchema);
    QTest::newRow("json") << chat << plain + R"(,"response_format":{"type":"json_object"})" << (Capability::Chat | Capability::JsonMode);
    QTest::newRow("image") << chat << QByteArray(R"("messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://x/y.png"}}]}])") << (Capability::Chat | Capability::Vision);
    QTest::newRow("audio") << chat << QByteArray(R"("messages":[{"role":"user","content":[{"type":"input_audio","input_audio":{}}]}])") << (Capability::Chat | Capability::Audio);
    QTest::newRow("anthropic image") << messages << QByteArray(R"("max_tokens":1,"messages":[{"role":"user","content":[{"type":"image","source":{}}]}])") << (Capability::Chat | Capability::Vision);
    QTest::newRow("anthropic schema") << messages << plain + R"(,"max_tokens":1,"output_config":{"format":{"type":"json_schema","schema":{}}})" << (Capability::Chat | Capability::JsonSchema);
    QTest::newRow("embeddings") << static_cast<int>(ClientProtocol::OpenAiEmbeddings) << QByteArray(R"("input":["a","b"])") << static_cast<unsigned>(Capability::Embeddings);
}

void ProviderCalls::needsFollowTheBody() {
    QFETCH(int, protocol);
    QFETCH(QByteArray, members);
    QFETCH(unsigned, needs);
    QCOMPARE(callOf(static_cast<ClientProtocol>(protocol), "{\"model\":\"m\"," + members.toStdString() + "}").needs, needs);
}

void ProviderCalls::whatStandsForContentIsTaken() {
    for (const auto* instead : {R"("tool_calls":[])", R"("function_call":{})", R"("audio":{"id":"audio_1"})", R"("content":null)"})
        QVERIFY(providers::readCall(ClientProtocol::OpenAiChat, R"({"model":"a","messages":[{"role":"user","content":"x"},{"role":"assistant",)" + std::string(instead) + "}]}", {}));
}

void ProviderCalls::wrongCallsAreRefusedWithAPointer_data() {
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("code");
    const auto chat = static_cast<int>(ClientProtocol::OpenAiChat);
    const auto messages = static_cast<int>(ClientProtocol::AnthropicMessages);
    QTest::newRow("no json") << chat << QByteArray("{\"model\":") << QByteArray() << QByteArray("invalid_json");
    QTest::newRow("bytes after the end") << chat << QByteArray("{} {}") << QByteArray() << QByteArray("invalid_json");
    QTest::newRow("no object") << chat << QByteArray("[]") << QByteArray() << QByteArray("invalid_json");
    QTest::newRow("not UTF-8") << chat << QByteArray("{\"model\":\"\xff\"}") << QByteArray() << QByteArray("invalid_json");
    QTest::newRow("two models") << chat << QByteArray(R"({"model":"a","messages":[{"role":"user","content":"x"}],"model":"b"})") << QByteArray() << QByteArray("duplicate_member");
    QTest::newRow("two models, one escaped") << chat << QByteArray(R"({"model":"a","messages":[{"role":"user","content":"x"}],"mod\u0065l":"b"})") << QByteArray() << QByteArray("duplicate_member");
    QTest::newRow("two roles") << chat << QByteArray(R"({"model":"a","messages":[{"role":"user","role":"system","content":"x"}]})") << QByteArray() << QByteArray("duplicate_member");
    QTest::newRow("too deep") << chat << QByteArray(R"({"model":"a","messages":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}") << QByteArray() << QByteArray("too_deep");
    QTest::newRow("no model") << chat << QByteArray(R"({"messages":[{"role":"user","content":"x"}]})") << QByteArray("/model") << QByteArray("invalid_request");
    QTest::newRow("model a number") << chat << QByteArray(R"({"model":1,"messages":[{"role":"user","content":"x"}]})") << QByteArray("/model") << QByteArray("invalid_request");
    QTest::newRow("no messages") << chat << QByteArray(R"({"model":"a"})") << QByteArray("/messages") << QByteArray("invalid_request");
    QTest::newRow("empty messages") << chat << QByteArray(R"({"model":"a","messages":[]})") << QByteArray("/messages") << QByteArray("invalid_request");
    QTest::newRow("no role") << chat << QByteArray(R"({"model":"a","messages":[{"content":"x"}]})") << QByteArray("/messages/0/role") << QByteArray("invalid_request");
    QTest::newRow("content a number") << chat << QByteArray(R"({"model":"a","messages":[{"role":"user","content":5}]})") << QByteArray("/messages/0/content") << QByteArray("invalid_request");
    QTest::newRow("stream a word") << chat << QByteArray(R"({"model":"a","messages":[{"role":"user","content":"x"}],"stream":"yes"})") << QByteArray("/stream") << QByteArray("invalid_request");
    QTest::newRow("limit of zero") << chat << QByteArray(R"({"model":"a","messages":[{"role":"user","content":"x"}],"max_tokens":0})") << QByteArray("/max_tokens") << QByteArray("invalid_request");
    QTest::newRow("anthropic without limit") << messages << QByteArray(R"({"model":"a","messages":[{"role":"user","content":"x"}]})") << QByteArray("/max_tokens") << QByteArray("invalid_request");
    QTest::newRow("anthropic with null for a limit") << messages << QByteArray(R"({"model":"a","messages":[{"role":"user","content":"x"}],"max_tokens":null})") << QByteArray("/max_tokens") << QByteArray("invalid_request");
    QTest::newRow("embeddings without input") << static_cast<int>(ClientProtocol::OpenAiEmbeddings) << QByteArray(R"({"model":"a"})") << QByteArray("/input") << QByteArray("invalid_request");
}

void ProviderCalls::wrongCallsAreRefusedWithAPointer() {
    QFETCH(int, protocol);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, code);
    const auto call = providers::readCall(static_cast<ClientProtocol>(protocol), body.toStdString(), {});
    QVERIFY(!call);
    QCOMPARE(call.error().errorClass, model::ErrorClass::InvalidRequest);
    QCOMPARE(call.error().code, code.toStdString());
    if (!pointer.isEmpty()) QCOMPARE(call.error().violations.front().pointer, pointer.toStdString());
    QVERIFY(!call.error().message.empty());
}

void ProviderCalls::onlyTheModelIsReplaced_data() {
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("connector");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto chat = static_cast<int>(ClientProtocol::OpenAiChat);
    // Numbers as they were written, blanks, unknown members and their order: all as it came.
    const QByteArray head = "{ \"zeta\" : 1.50e+2,\n\t\"nested\": {\"model\":\"not me\"}, \"messages\":[ {\"role\":\"user\",\"content\":\"say \\\"model\\\": \\u00e9\"} ], ";
    QTest::newRow("openai") << chat << QByteArray("openai") << head << QByteArray(" , \"unknown\":[1 ,2]}");
    QTest::newRow("model first") << chat << QByteArray("openai") << QByteArray("{") << QByteArray(R"(,"messages":[{"role":"user","content":"x"}]})");
    QTest::newRow("embeddings") << static_cast<int>(ClientProtocol::OpenAiEmbeddings) << QByteArray("openai") << QByteArray(R"({"input":["a"],)") << QByteArray(R"(,"dimensions":3})");
    QTest::newRow("anthropic") << static_cast<int>(ClientProtocol::AnthropicMessages) << QByteArray("anthropic") << head << QByteArray(R"(, "max_tokens":5, "metadata": {} })");
}

void ProviderCalls::onlyTheModelIsReplaced() {
    QFETCH(int, protocol);
    QFETCH(QByteArray, connector);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto call = callOf(static_cast<ClientProtocol>(protocol), (before + "\"model\" : \"p/m\"" + after).toStdString());
    const auto wire = providers::connectorNamed(connector.toStdString())->encode(call, someProvider(), someModel(), "/v1", "key");
    QVERIFY(wire);
    QCOMPARE(QByteArray::fromStdString(wire->body), before + "\"model\" : \"vendor-m\"" + after);
}

void ProviderCalls::usageIsAskedForInStreams() {
    const auto call = callOf(ClientProtocol::OpenAiChat, R"({"model":"m","messages":[{"role":"user","content":"x"}],"stream":true})");
    const auto& connector = *providers::connectorNamed("openai");
    COMPARE_JSON(parsed(connector.encode(call, someProvider(), someModel(), "", "")->body).at("stream_options"), parsed(R"({"include_usage":true})"));
    // ... but not where it would be refused.
    auto mistral = someProvider();
    mistral.baseUrl = "https://api.mistral.ai/v1";
    QVERIFY(!parsed(connector.encode(call, mistral, someModel(), "", "")->body).as_object().contains("stream_options"));
    QVERIFY(!parsed(connector.encode(call, someProvider("openai", "2024-02-01"), someModel(), "", "")->body).as_object().contains("stream_options"));
}

void ProviderCalls::whatTheCallerSaysOfStreamOptionsStays() {
    const auto call = callOf(ClientProtocol::OpenAiChat, R"({"model":"m","messages":[{"role":"user","content":"x"}],"stream":true,"stream_options":{"include_obfuscation":false}})");
    const auto wire = providers::connectorNamed("openai")->encode(call, someProvider(), someModel(), "", "");
    COMPARE_JSON(parsed(wire->body).at("stream_options"), parsed(R"({"include_obfuscation":false,"include_usage":true})"));
}

void ProviderCalls::azureIsAddressedByDeployment() {
    const auto call = callOf(ClientProtocol::OpenAiChat, R"({"model":"m","messages":[{"role":"user","content":"x"}]})");
    const auto wire = providers::connectorNamed("openai")->encode(call, someProvider("openai", "2024-10-21"), someModel(), "", "secret");
    QCOMPARE(wire->target, "/openai/deployments/vendor-m/chat/completions?api-version=2024-10-21");
    QCOMPARE(header(wire->headers, "api-key"), "secret");
    QVERIFY(header(wire->headers, "authorization").empty());
}

void ProviderCalls::credentialsGoWhereTheVendorWantsThem() {
    const auto call = callOf(ClientProtocol::OpenAiChat, R"({"model":"m","messages":[{"role":"user","content":"x"}]})");
    const auto openai = providers::connectorNamed("openai")->encode(call, someProvider(), someModel(), "/v1", "secret");
    QCOMPARE(header(openai->headers, "authorization"), "Bearer secret");
    QCOMPARE(openai->target, "/v1/chat/completions");
    const auto& anthropic = *providers::connectorNamed("anthropic");
    const auto old = anthropic.encode(call, someProvider("anthropic"), someModel(), "/v1", "secret");
    QCOMPARE(old->target, "/v1/messages");
    QCOMPARE(header(old->headers, "x-api-key"), "secret");
    QCOMPARE(header(old->headers, "anthropic-version"), "2023-06-01");
    const auto current = anthropic.encode(call, someProvider("anthropic", "2026-10-21"), someModel(), "/v1", "secret");
    QCOMPARE(header(current->headers, "authorization"), "Bearer secret");
    QVERIFY(header(current->headers, "x-api-key").empty());
    QCOMPARE(header(current->headers, "anthropic-version"), "2026-10-21");
}

void ProviderCalls::tokensAreEstimatedByScript() {
    QCOMPARE(providers::estimateTokens(""), 0);
    QCOMPARE(providers::estimateTokens("four"), 1);
    QCOMPARE(providers::estimateTokens(std::string(400, 'a')), 100);
    QCOMPARE(providers::estimateTokens("\xE4\xBD\xA0\xE5\xA5\xBD"), 2); // two Chinese characters
}

QTEST_GUILESS_MAIN(ProviderCalls)
#include "tst_provider_calls.moc"
