#include "tests/unit/providers/exchanges.h"
#include "tests/unit/providers/provider_fixture.h"

#include <QObject>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::tests::exchanges;

namespace {

std::string bodyOf(ClientProtocol protocol, const std::string& more = {}) {
    return std::string(R"({"model":"m","stream":true,"messages":[{"role":"user","content":"x"}])") + (protocol == ClientProtocol::AnthropicMessages ? R"(,"max_tokens":50)" : "") + more + "}";
}

/// What a client would put together from chunks of OpenAI's.
struct ChatSeen {
    std::string content, reasoning, finish, role;
    std::vector<std::pair<std::string, std::string>> calls; ///< name and arguments
    std::vector<std::string> ids;
    json::value usage;
    bool done = false;
};

ChatSeen seenChat(const std::string& stream) {
    ChatSeen seen;
    for (const auto& event : eventsIn(stream)) {
        if (event.data == "[DONE]") {
            seen.done = true;
            continue;
        }
        const auto chunk = event.object();
        if (const auto* usage = chunk.if_contains("usage"); usage && usage->is_object()) seen.usage = *usage;
        for (const auto& choice : chunk.at("choices").as_array()) {
            const auto& delta = choice.at("delta").as_object();
            const auto add = [&](const char* name, std::string& to) {
                if (const auto* value = delta.if_contains(name); value && value->is_string()) to += value->as_string();
            };
            add("role", seen.role);
            add("content", seen.content);
            add("reasoning_content", seen.reasoning);
            if (const auto* calls = delta.if_contains("tool_calls"))
                for (const auto& call : calls->as_array()) {
                    const auto index = static_cast<std::size_t>(call.at("index").as_int64());
                    if (index >= seen.calls.size()) seen.calls.resize(index + 1);
                    const auto& function = call.at("function").as_object();
                    if (const auto* name = function.if_contains("name")) seen.calls[index].first += name->as_string();
                    if (const auto* arguments = function.if_contains("arguments")) seen.calls[index].second += arguments->as_string();
                    if (const auto* id = call.as_object().if_contains("id")) seen.ids.emplace_back(id->as_string());
                }
            if (const auto& reason = choice.at("finish_reason"); reason.is_string()) seen.finish = reason.as_string();
        }
    }
    return seen;
}

/// What a client would put together from Anthropic's events; throws when they come in an order that the SDKs do not take.
json::object seenMessage(const std::string& stream) {
    json::object message;
    int open = -1;
    std::string partial;
    bool stopped = false;
    for (const auto& event : eventsIn(stream)) {
        const auto data = event.object();
        if (event.type != data.at("type").as_string() || stopped) throw std::runtime_error("event out of place: " + event.data);
        if (event.type == "message_start") {
            message = data.at("message").as_object();
        } else if (event.type == "content_block_start") {
            if (open >= 0 || data.at("index").as_int64() != static_cast<std::int64_t>(message.at("content").as_array().size())) throw std::runtime_error("block out of order");
            open = static_cast<int>(data.at("index").as_int64());
            message["content"].as_array().push_back(data.at("content_block"));
            partial.clear();
        } else if (event.type == "content_block_delta") {
            if (data.at("index").as_int64() != open) throw std::runtime_error("delta of a block that is not open");
            auto& block = message["content"].as_array().back().as_object();
            const auto& delta = data.at("delta").as_object();
            const auto append = [&](const char* name) { block[name] = std::string(block[name].as_string()) + std::string(delta.at(name).as_string()); };
            if (delta.at("type") == "text_delta") append("text");
            if (delta.at("type") == "thinking_delta") append("thinking");
            if (delta.at("type") == "signature_delta") append("signature");
            if (delta.at("type") == "input_json_delta") partial += delta.at("partial_json").as_string();
        } else if (event.type == "content_block_stop") {
            if (data.at("index").as_int64() != open) throw std::runtime_error("end of a block that is not open");
            if (!partial.empty()) message["content"].as_array().back().as_object()["input"] = json::parse(partial);
            open = -1;
        } else if (event.type == "message_delta") {
            for (const auto& member : data.at("delta").as_object()) message[member.key()] = member.value();
            for (const auto& member : data.at("usage").as_object()) message["usage"].as_object()[member.key()] = member.value();
        } else if (event.type == "message_stop") {
            stopped = true;
        }
    }
    if (!stopped || open >= 0) throw std::runtime_error("the message did not end");
    return message;
}

} // namespace

/// Streams through the decoders: as they are, and translated.
class ProviderStreams : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyCutGivesTheSameAnswer_data();
    void anyCutGivesTheSameAnswer();
    void sameProtocolPassesByteForByte();
    void usageIsWithheldFromWhoDidNotAsk();
    void chunksOfOtherVendorsAreTaken_data();
    void chunksOfOtherVendorsAreTaken();
    void anthropicTextReachesOpenAiCallers();
    void anthropicToolsAndThoughtsReachOpenAiCallers();
    void theSchemaToolBecomesContent();
    void openAiTextReachesAnthropicCallers();
    void openAiToolsReachAnthropicCallers();
    void mixedToolFragmentsComeApart();
    void thoughtsReachAnthropicCallersWhoAsked();
    void finishReasonsAreTranslated_data();
    void finishReasonsAreTranslated();
    void brokenStreamsAreErrors_data();
    void brokenStreamsAreErrors();
    void aMalformedChunkIsLeftOut_data();
    void aMalformedChunkIsLeftOut();
    void aRefusalIsOneInEveryProtocol();
    void usageThatTheVendorDoesNotGiveIsEstimated();
    void aTerminatorNeedsNoBlankLine_data();
    void aTerminatorNeedsNoBlankLine();
    void halfACharacterIsNoMalformedChunk();
    void jsonForAStreamBecomesOne_data();
    void jsonForAStreamBecomesOne();
    void theTerminatorWaitsForTheRecord();
    void aCutStreamIsCountedAsFarAsItCame();
};

void ProviderStreams::anyCutGivesTheSameAnswer_data() {
    QTest::addColumn<QByteArray>("connector");
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("stream");
    for (const auto protocol : {ClientProtocol::OpenAiChat, ClientProtocol::AnthropicMessages}) {
        const auto number = static_cast<int>(protocol);
        const auto caller = std::string(nameOf(protocol));
        const auto crlf = [](std::string text) { return replaced(std::move(text), "\n", "\r\n"); };
        QTest::newRow(("openai text to " + caller).c_str()) << QByteArray("openai") << number << QByteArray::fromStdString(openAiTextStream());
        QTest::newRow(("openai tools to " + caller).c_str()) << QByteArray("openai") << number << QByteArray::fromStdString(openAiToolStream());
        QTest::newRow(("openai with CRLF and comments to " + caller).c_str()) << QByteArray("openai") << number << QByteArray::fromStdString(crlf(": keep-alive\n\n" + openAiTextStream()));
        QTest::newRow(("anthropic text to " + caller).c_str()) << QByteArray("anthropic") << number << QByteArray::fromStdString(anthropicTextStream());
        QTest::newRow(("anthropic tools to " + caller).c_str()) << QByteArray("anthropic") << number << QByteArray::fromStdString(crlf(anthropicToolStream()));
    }
}

void ProviderStreams::anyCutGivesTheSameAnswer() {
    QFETCH(QByteArray, connector);
    QFETCH(int, protocol);
    QFETCH(QByteArray, stream);
    const std::string_view bytes(stream.constData(), static_cast<std::size_t>(stream.size()));
    const auto call = callOf(static_cast<ClientProtocol>(protocol), bodyOf(static_cast<ClientProtocol>(protocol)));
    const auto whole = decode(connector.toStdString(), call, bytes);
    QVERIFY2(!whole.error, whole.error ? whole.error->message.c_str() : "");
    QVERIFY(whole.progress.finished && whole.progress.anyContent && whole.progress.usageSeen);
    QCOMPARE(whole.progress.usage.input, 12);
    QCOMPARE(whole.progress.usage.output, 5);
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        const auto again = decode(connector.toStdString(), call, {bytes.substr(0, cut), bytes.substr(cut)}, "text/event-stream");
        QVERIFY(!again.error);
        QCOMPARE(again.out, whole.out);
        QCOMPARE(again.progress.text, whole.progress.text);
    }
    std::vector<std::string_view> single;
    for (std::size_t at = 0; at < bytes.size(); ++at) single.push_back(bytes.substr(at, 1));
    QCOMPARE(decode(connector.toStdString(), call, single, "text/event-stream").out, whole.out);
    QCOMPARE(decode(connector.toStdString(), call, single, "text/plain").out, whole.out);
}

void ProviderStreams::sameProtocolPassesByteForByte() {
    const auto chat = callOf(ClientProtocol::OpenAiChat, bodyOf(ClientProtocol::OpenAiChat, R"(,"stream_options":{"include_usage":true})"));
    QCOMPARE(decode("openai", chat, openAiToolStream()).out, openAiToolStream());
    const auto messages = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    const auto decoded = decode("anthropic", messages, anthropicToolStream());
    QCOMPARE(decoded.out, anthropicToolStream());
    QCOMPARE(decoded.progress.upstreamModel, "claude-x");
    QCOMPARE(decoded.progress.finishReason, "tool_calls");
    QCOMPARE(decoded.progress.usage, (model::Usage{12, 3, 1, 5, 0, false}));
}

void ProviderStreams::usageIsWithheldFromWhoDidNotAsk() {
    const auto call = callOf(ClientProtocol::OpenAiChat, bodyOf(ClientProtocol::OpenAiChat));
    const auto decoded = decode("openai", call, openAiTextStream());
    QVERIFY(decoded.out.find("\"usage\"") == std::string::npos);
    QCOMPARE(decoded.progress.usage, (model::Usage{12, 4, 0, 5, 2, false}));
    QVERIFY(decode("anthropic", call, anthropicTextStream()).out.find("\"usage\"") == std::string::npos);
}

void ProviderStreams::chunksOfOtherVendorsAreTaken_data() {
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("output");
    const auto usage = [](int output) { return R"(,"usage":{"prompt_tokens":12,"completion_tokens":)" + std::to_string(output) + "}"; };
    const auto choice = [](const std::string& text, const std::string& finish) { return R"({"index":0,"delta":{"content":")" + text + R"("},"finish_reason":)" + finish + "}"; };
    QTest::newRow("usage in every chunk") << QByteArray::fromStdString(openAiChunk(choice("a", "null"), usage(1)) + openAiChunk(choice("b", "\"stop\""), usage(2)) + kDone) << 2;
    QTest::newRow("null usage until the end") << QByteArray::fromStdString(openAiChunk(choice("a", "null"), ",\"usage\":null") + openAiChunk(choice("b", "\"stop\""), usage(2)) + kDone) << 2;
    QTest::newRow("no usage") << QByteArray::fromStdString(openAiDelta(R"({"content":"ab"})") + openAiDelta("{}", "\"stop\"") + kDone) << -1;
    QTest::newRow("no blank after data") << QByteArray::fromStdString(replaced(openAiDelta(R"({"content":"ab"})", "\"stop\"") + kDone, "data: ", "data:")) << -1;
    QTest::newRow("content in parts (Mistral)") << QByteArray::fromStdString(openAiDelta(R"({"content":[{"type":"text","text":"a"}]})") + openAiDelta(R"({"content":[{"type":"text","text":"b"}]})", "\"stop\"") + kDone) << -1;
    QTest::newRow("filter results first (Azure)") << QByteArray::fromStdString("data: {\"choices\":[],\"prompt_filter_results\":[]}\n\n" + openAiDelta(R"({"content":"ab"})", "\"stop\"") + kDone) << -1;
}

void ProviderStreams::chunksOfOtherVendorsAreTaken() {
    QFETCH(QByteArray, stream);
    QFETCH(int, output);
    const auto call = callOf(ClientProtocol::OpenAiChat, bodyOf(ClientProtocol::OpenAiChat));
    const auto decoded = decode("openai", call, stream.toStdString());
    QVERIFY(!decoded.error);
    QCOMPARE(decoded.progress.text, "ab");
    QVERIFY(decoded.progress.anyContent);
    QCOMPARE(decoded.progress.usageSeen, output >= 0);
    const auto other = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    COMPARE_JSON(seenMessage(decode("openai", other, stream.toStdString()).out).at("content"), parsed(R"([{"type":"text","text":"ab"}])"));
    if (output >= 0) QCOMPARE(decoded.progress.usage.output, output);
}

void ProviderStreams::anthropicTextReachesOpenAiCallers() {
    const auto call = callOf(ClientProtocol::OpenAiChat, bodyOf(ClientProtocol::OpenAiChat, R"(,"stream_options":{"include_usage":true})"));
    const auto decoded = decode("anthropic", call, anthropicTextStream());
    const auto seen = seenChat(decoded.out);
    QCOMPARE(seen.role, "assistant");
    QCOMPARE(seen.content, "Hello wörld \"q\"");
    QCOMPARE(seen.finish, "stop");
    QVERIFY(seen.done);
    QCOMPARE(seen.usage.at("prompt_tokens").as_int64(), 12);
    QCOMPARE(seen.usage.at("completion_tokens").as_int64(), 5);
    QCOMPARE(seen.usage.at("prompt_tokens_details").at("cached_tokens").as_int64(), 3);
    QVERIFY(decoded.out.find("ping") == std::string::npos);
    QVERIFY(decoded.out.find("event:") == std::string::npos);
}

void ProviderStreams::anthropicToolsAndThoughtsReachOpenAiCallers() {
    const auto call = callOf(ClientProtocol::OpenAiChat, bodyOf(ClientProtocol::OpenAiChat));
    const auto seen = seenChat(decode("anthropic", call, anthropicToolStream()).out);
    QCOMPARE(seen.reasoning, "hm");
    QCOMPARE(seen.calls.size(), std::size_t{2});
    QCOMPARE(seen.calls[0].first, "get_weather");
    QCOMPARE(seen.calls[0].second, R"({"city":"Oslo"})");
    QCOMPARE(seen.calls[1].second, "{}");
    QCOMPARE(seen.ids, (std::vector<std::string>{"toolu_1", "toolu_2"}));
    QCOMPARE(seen.finish, "tool_calls");
}

void ProviderStreams::theSchemaToolBecomesContent() {
    const auto call = callOf(ClientProtocol::OpenAiChat, bodyOf(ClientProtocol::OpenAiChat, R"(,"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"}}})"));
    const auto stream = messageStart() + blockStart(0, R"({"type":"text","text":""})") + blockDelta(0, R"({"type":"text_delta","text":"Here:"})") + blockStop(0) +
                        blockStart(1, R"({"type":"tool_use","id":"t","name":"answer_in_json_schema","input":{}})") + blockDelta(1, R"({"type":"input_json_delta","partial_json":"{\"a\""})") +
                        blockDelta(1, R"({"type":"input_json_delta","partial_json":":1}"})") + blockStop(1) + messageEnd("tool_use");
    const auto seen = seenChat(decode("anthropic", call, stream).out);
    QCOMPARE(seen.content, R"({"a":1})");
    QCOMPARE(seen.finish, "stop");
    QVERIFY(seen.calls.empty());
}

void ProviderStreams::openAiTextReachesAnthropicCallers() {
    const auto call = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    const auto message = seenMessage(decode("openai", call, openAiTextStream()).out);
    COMPARE_JSON(message.at("content"), parsed(R"([{"type":"text","text":"Hello wörld \"q\""}])"));
    COMPARE_JSON(message.at("stop_reason"), "end_turn");
    COMPARE_JSON(message.at("usage"), parsed(R"({"input_tokens":8,"cache_creation_input_tokens":0,"cache_read_input_tokens":4,"output_tokens":5})"));
    COMPARE_JSON(message.at("model"), "vendor-m-0613");
}

void ProviderStreams::openAiToolsReachAnthropicCallers() {
    const auto call = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    const auto message = seenMessage(decode("openai", call, openAiToolStream()).out);
    COMPARE_JSON(message.at("content"), parsed(R"([{"type":"tool_use","id":"call_1","name":"get_weather","input":{"city":"Oslo"}},{"type":"tool_use","id":"call_2","name":"get_time","input":{}}])"));
    COMPARE_JSON(message.at("stop_reason"), "tool_use");
}

void ProviderStreams::mixedToolFragmentsComeApart() {
    const auto call = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    const auto begin = [](int index, const std::string& name) {
        return openAiDelta(R"({"tool_calls":[{"index":)" + std::to_string(index) + R"(,"id":"c)" + std::to_string(index) + R"(","function":{"name":")" + name + R"(","arguments":""}}]})");
    };
    const auto piece = [](int index, const std::string& text) { return openAiDelta(R"({"tool_calls":[{"index":)" + std::to_string(index) + R"(,"function":{"arguments":")" + text + R"("}}]})"); };
    const auto stream = begin(0, "f") + begin(1, "g") + piece(1, "{\\\"b\\\"") + piece(0, "{\\\"a\\\"") + piece(1, ":2}") + openAiDelta(R"({"content":"late words"})") + piece(0, ":1}") + openAiDelta("{}", "\"stop\"") + kDone;
    const auto message = seenMessage(decode("openai", call, stream).out);
    COMPARE_JSON(message.at("content"), parsed(R"([{"type":"tool_use","id":"c0","name":"f","input":{"a":1}},{"type":"text","text":"late words"},{"type":"tool_use","id":"c1","name":"g","input":{"b":2}}])"));
    COMPARE_JSON(message.at("stop_reason"), "tool_use"); // though the vendor said stop
}

void ProviderStreams::thoughtsReachAnthropicCallersWhoAsked() {
    const auto stream = openAiDelta(R"({"reasoning_content":"h"})") + openAiDelta(R"({"reasoning":"m"})") + openAiDelta(R"({"content":"yes"})") + openAiDelta("{}", "\"stop\"") + kDone;
    const auto asked = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages, R"(,"thinking":{"type":"enabled","budget_tokens":1024})"));
    COMPARE_JSON(seenMessage(decode("openai", asked, stream).out).at("content"), parsed(R"([{"type":"thinking","thinking":"hm","signature":""},{"type":"text","text":"yes"}])"));
    const auto silent = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    COMPARE_JSON(seenMessage(decode("openai", silent, stream).out).at("content"), parsed(R"([{"type":"text","text":"yes"}])"));
}

void ProviderStreams::finishReasonsAreTranslated_data() {
    QTest::addColumn<QByteArray>("openai");
    QTest::addColumn<QByteArray>("anthropic");
    QTest::addColumn<bool>("back"); // the way from Anthropic's word to OpenAI's only
    QTest::newRow("end") << QByteArray("stop") << QByteArray("end_turn") << false;
    QTest::newRow("length") << QByteArray("length") << QByteArray("max_tokens") << false;
    QTest::newRow("refusal") << QByteArray("content_filter") << QByteArray("refusal") << false;
    QTest::newRow("stop sequence") << QByteArray("stop") << QByteArray("stop_sequence") << true;
    QTest::newRow("window") << QByteArray("length") << QByteArray("model_context_window_exceeded") << true;
    QTest::newRow("not known yet") << QByteArray("stop") << QByteArray("something_new") << true;
}

void ProviderStreams::finishReasonsAreTranslated() {
    QFETCH(QByteArray, openai);
    QFETCH(QByteArray, anthropic);
    QFETCH(bool, back);
    const auto chat = callOf(ClientProtocol::OpenAiChat, bodyOf(ClientProtocol::OpenAiChat));
    const auto decoded = decode("anthropic", chat, messageStart() + messageEnd(anthropic.toStdString()));
    QCOMPARE(seenChat(decoded.out).finish, openai.toStdString());
    QCOMPARE(decoded.progress.finishReason, openai.toStdString());
    if (back) return;
    const auto messages = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    const auto other = decode("openai", messages, openAiDelta(R"({"content":"x"})") + openAiDelta("{}", '"' + openai.toStdString() + '"') + kDone);
    QCOMPARE(std::string(seenMessage(other.out).at("stop_reason").as_string()), anthropic.toStdString());
}

void ProviderStreams::brokenStreamsAreErrors_data() {
    QTest::addColumn<QByteArray>("connector");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("errorClass");
    QTest::addColumn<bool>("anyContent");
    const auto row = [](const char* name, const char* connector, const std::string& stream, const char* code, model::ErrorClass errorClass, bool anyContent) {
        QTest::newRow(name) << QByteArray(connector) << QByteArray::fromStdString(stream) << QByteArray(code) << static_cast<int>(errorClass) << anyContent;
    };
    using enum model::ErrorClass;
    row("openai without DONE", "openai", openAiDelta(R"({"content":"x"})"), "stream_cut", UpstreamInvalid, true);
    row("openai with a reason but without DONE", "openai", openAiDelta(R"({"content":"x"})") + openAiDelta("{}", "\"stop\""), "stream_cut", UpstreamInvalid, true);
    row("openai cut in the terminator", "openai", openAiDelta(R"({"content":"x"})") + "data: [DO", "stream_cut", UpstreamInvalid, true);
    row("openai: DONE alone", "openai", kDone, "not_the_protocol", UpstreamInvalid, false);
    row("openai: empty", "openai", "", "not_an_event_stream", UpstreamInvalid, false);
    row("openai: HTML", "openai", "<html><body>502</body></html>", "not_an_event_stream", UpstreamInvalid, false);
    row("openai: only garbage", "openai", "data: {{{\n\ndata: ]\n\n", "not_the_protocol", UpstreamInvalid, false);
    row("openai: error object", "openai", "data: {\"error\":{\"message\":\"no\",\"type\":\"server_error\",\"code\":null}}\n\n", "server_error", UpstreamUnavailable, false);
    row("openai: error after content", "openai", openAiDelta(R"({"content":"x"})") + "data: {\"error\":{\"message\":\"slow\",\"code\":\"rate_limit_exceeded\"}}\n\n", "rate_limit_exceeded", RateLimited, true);
    row("openai: status as a number", "openai", "data: {\"error\":{\"message\":\"no\",\"code\":502}}\n\n", "", UpstreamUnavailable, false);
    row("anthropic without stop", "anthropic", messageStart() + blockStart(0, R"({"type":"text","text":""})") + blockDelta(0, R"({"type":"text_delta","text":"x"})"), "stream_cut", UpstreamInvalid, true);
    row("anthropic: reason but no stop", "anthropic", messageStart() + anthropicEvent("message_delta", R"("delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":1})"), "stream_cut", UpstreamInvalid, true);
    row("anthropic: overloaded", "anthropic", "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n", "overloaded_error", Overloaded, false);
    row("anthropic: error in the middle", "anthropic", messageStart() + anthropicEvent("error", R"("error":{"type":"api_error","message":"x"})"), "api_error", UpstreamUnavailable, false);
    row("anthropic: only pings", "anthropic", anthropicEvent("ping", "") + anthropicEvent("message_stop", ""), "not_the_protocol", UpstreamInvalid, false);
    row("anthropic: HTML", "anthropic", "<html></html>\n\n", "not_an_event_stream", UpstreamInvalid, false);
}

void ProviderStreams::brokenStreamsAreErrors() {
    QFETCH(QByteArray, connector);
    QFETCH(QByteArray, stream);
    QFETCH(QByteArray, code);
    QFETCH(int, errorClass);
    QFETCH(bool, anyContent);
    for (const auto protocol : {ClientProtocol::OpenAiChat, ClientProtocol::AnthropicMessages}) {
        const auto decoded = decode(connector.toStdString(), callOf(protocol, bodyOf(protocol)), stream.toStdString());
        QVERIFY(decoded.error);
        QCOMPARE(decoded.error->code, code.toStdString());
        QCOMPARE(static_cast<int>(decoded.error->errorClass), errorClass);
        QCOMPARE(decoded.progress.anyContent, anyContent);
        QVERIFY(decoded.out.find("[DONE]") == std::string::npos);
        QVERIFY(decoded.out.find("message_stop") == std::string::npos);
    }
}

void ProviderStreams::aMalformedChunkIsLeftOut_data() {
    QTest::addColumn<QByteArray>("connector");
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("openai") << QByteArray("openai") << QByteArray::fromStdString(openAiDelta(R"({"content":"a"})") + "data: {\"choices\":[{\"del\n\n" + openAiDelta(R"({"content":"b"})") + openAiDelta("{}", "\"stop\"") + kDone);
    QTest::newRow("anthropic") << QByteArray("anthropic")
                               << QByteArray::fromStdString(messageStart() + blockStart(0, R"({"type":"text","text":""})") + blockDelta(0, R"({"type":"text_delta","text":"a"})") +
                                                            "event: content_block_delta\ndata: {\"type\":\"content_bl\n\n" + blockDelta(0, R"({"type":"text_delta","text":"b"})") + blockStop(0) + messageEnd("end_turn"));
}

void ProviderStreams::aMalformedChunkIsLeftOut() {
    QFETCH(QByteArray, connector);
    QFETCH(QByteArray, stream);
    const auto chat = decode(connector.toStdString(), callOf(ClientProtocol::OpenAiChat, bodyOf(ClientProtocol::OpenAiChat)), stream.toStdString());
    QVERIFY(!chat.error);
    QCOMPARE(chat.progress.malformedChunks, 1);
    QCOMPARE(seenChat(chat.out).content, "ab");
    const auto messages = decode(connector.toStdString(), callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages)), stream.toStdString());
    QCOMPARE(messages.progress.malformedChunks, 1);
    COMPARE_JSON(seenMessage(messages.out).at("content"), parsed(R"([{"type":"text","text":"ab"}])"));
}

void ProviderStreams::aRefusalIsOneInEveryProtocol() {
    const auto call = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    const auto message = seenMessage(decode("openai", call, openAiDelta(R"({"role":"assistant","refusal":"I will "})") + openAiDelta(R"({"refusal":"not."})") + openAiDelta("{}", "\"stop\"") + kDone).out);
    COMPARE_JSON(message.at("content"), parsed(R"([{"type":"text","text":"I will not."}])"));
    COMPARE_JSON(message.at("stop_reason"), "refusal");
}

void ProviderStreams::usageThatTheVendorDoesNotGiveIsEstimated() {
    const auto call = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    const auto message = seenMessage(decode("openai", call, openAiDelta(R"({"content":"twelve bytes"})") + openAiDelta("{}", "\"stop\"") + kDone).out);
    COMPARE_JSON(message.at("usage").at("input_tokens"), call.inputTokens);
    COMPARE_JSON(message.at("usage").at("output_tokens"), 3);
}

void ProviderStreams::aTerminatorNeedsNoBlankLine_data() {
    QTest::addColumn<QByteArray>("ending");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("a line end") << QByteArray("\n");
    QTest::newRow("CRLF") << QByteArray("\r\n");
}

void ProviderStreams::aTerminatorNeedsNoBlankLine() {
    QFETCH(QByteArray, ending);
    for (const auto protocol : {ClientProtocol::OpenAiChat, ClientProtocol::AnthropicMessages})
        for (auto [connector, stream] : {std::pair(std::string("openai"), openAiTextStream()), std::pair(std::string("anthropic"), anthropicTextStream())}) {
            const auto call = callOf(protocol, bodyOf(protocol));
            const auto whole = decode(connector, call, stream);
            QVERIFY(stream.ends_with("\n\n"));
            stream.resize(stream.size() - 2);
            const auto decoded = decode(connector, call, stream + ending.toStdString());
            QVERIFY2(!decoded.error, decoded.error ? decoded.error->message.c_str() : "");
            if (protocol == ClientProtocol::OpenAiChat) QVERIFY(seenChat(decoded.out).done);
            else COMPARE_JSON(seenMessage(decoded.out), seenMessage(whole.out));
        }
}

void ProviderStreams::halfACharacterIsNoMalformedChunk() {
    const std::string stream = openAiDelta(R"({"content":"a \ud83d"})") + openAiDelta(R"({"content":"\ude00 \\ud83d \ud83d\ude00"})") + openAiDelta("{}", "\"stop\"") + kDone;
    const auto same = decode("openai", callOf(ClientProtocol::OpenAiChat, bodyOf(ClientProtocol::OpenAiChat)), stream);
    QVERIFY(!same.error);
    QCOMPARE(same.progress.malformedChunks, 0);
    QCOMPARE(same.out, stream); // the client puts the halves together
    QCOMPARE(same.progress.text, "a \uFFFD\uFFFD \\ud83d \U0001F600");
    const auto other = decode("openai", callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages)), stream);
    COMPARE_JSON(seenMessage(other.out).at("content").at(0).at("text"), "a \uFFFD\uFFFD \\ud83d \U0001F600");
    const std::string whole = R"({"id":"c","object":"chat.completion","created":1,"model":"v","choices":[{"index":0,"message":{"role":"assistant","content":"cut \ud83d"},"finish_reason":"length"}]})";
    QCOMPARE(decode("openai", callOf(ClientProtocol::OpenAiChat, R"({"model":"m","messages":[{"role":"user","content":"x"}]})"), {whole}, "application/json").out, whole);
}

void ProviderStreams::jsonForAStreamBecomesOne_data() {
    QTest::addColumn<QByteArray>("connector");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("openai") << QByteArray("openai")
                            << QByteArray(R"({"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"v","choices":[{"index":0,"message":{"role":"assistant","content":"ab","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":1,"completion_tokens":2}})");
    QTest::newRow("anthropic") << QByteArray("anthropic")
                               << QByteArray(R"({"id":"msg_1","type":"message","role":"assistant","model":"v","content":[{"type":"text","text":"ab"},{"type":"tool_use","id":"c","name":"f","input":{"a":1}}],"stop_reason":"tool_use","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":2}})");
}

void ProviderStreams::jsonForAStreamBecomesOne() {
    QFETCH(QByteArray, connector);
    QFETCH(QByteArray, body);
    const std::string bytes = body.toStdString();
    const auto chatCall = callOf(ClientProtocol::OpenAiChat, bodyOf(ClientProtocol::OpenAiChat));
    const auto declared = decode(connector.toStdString(), chatCall, {bytes}, "application/json; charset=utf-8");
    // What the vendor calls it does not matter much.
    for (const auto* type : {"", "text/plain", "application/octet-stream"}) QCOMPARE(decode(connector.toStdString(), chatCall, {"\n", bytes}, type).out, declared.out);
    const auto chat = seenChat(declared.out);
    QCOMPARE(chat.content, "ab");
    QCOMPARE(chat.calls.size(), std::size_t{1});
    QCOMPARE(chat.calls[0].second, R"({"a":1})");
    QCOMPARE(chat.finish, "tool_calls");
    QVERIFY(chat.done);
    const auto messagesCall = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    const auto message = seenMessage(decode(connector.toStdString(), messagesCall, {bytes}, "application/json").out);
    COMPARE_JSON(message.at("content"), parsed(R"([{"type":"text","text":"ab"},{"type":"tool_use","id":"c","name":"f","input":{"a":1}}])"));
    COMPARE_JSON(message.at("stop_reason"), "tool_use");
}

void ProviderStreams::theTerminatorWaitsForTheRecord() {
    for (const auto protocol : {ClientProtocol::OpenAiChat, ClientProtocol::AnthropicMessages})
        for (const auto& [connector, stream] : {std::pair("openai", openAiTextStream()), std::pair("anthropic", anthropicTextStream())}) {
            const auto call = callOf(protocol, bodyOf(protocol));
            const auto decoder = providers::connectorNamed(connector)->decoder(call, someModel(), "text/event-stream");
            std::string out;
            QVERIFY(decoder->feed(stream, out));
            QVERIFY(decoder->progress().finished);
            const std::string terminator = protocol == ClientProtocol::OpenAiChat ? "[DONE]" : "message_stop";
            QVERIFY(out.find(terminator) == std::string::npos);
            QVERIFY(decoder->finish(out));
            QVERIFY(out.find(terminator) != std::string::npos);
        }
}

void ProviderStreams::aCutStreamIsCountedAsFarAsItCame() {
    const auto call = callOf(ClientProtocol::AnthropicMessages, bodyOf(ClientProtocol::AnthropicMessages));
    const auto cut = decode("anthropic", call, messageStart() + blockStart(0, R"({"type":"text","text":""})") + blockDelta(0, R"({"type":"text_delta","text":")" + std::string(400, 'x') + R"("})"));
    QVERIFY(cut.error);
    QCOMPARE(cut.progress.usage.input, 12);
    QCOMPARE(cut.progress.usage.output, 100);
    QVERIFY(cut.progress.usage.estimated);
    QVERIFY(!decode("anthropic", call, anthropicTextStream()).progress.usage.estimated);
}

QTEST_GUILESS_MAIN(ProviderStreams)
#include "tst_provider_streams.moc"
