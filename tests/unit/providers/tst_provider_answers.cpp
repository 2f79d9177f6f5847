#include "tests/unit/providers/provider_fixture.h"

#include <QObject>

using namespace signalbox;
using namespace signalbox::tests;

namespace {

constexpr std::string_view kChat =
    R"({ "id":"chatcmpl-1","object":"chat.completion","created":1,"model":"vendor-m-0613","choices":[{"index":0,"message":{"role":"assistant","content":"Hello","refusal":null},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":12,"completion_tokens":5,"total_tokens":17,"prompt_tokens_details":{"cached_tokens":4}},"unknown" : 1.0 })";
constexpr std::string_view kMessage =
    R"({"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"text","text":"Hel"},{"type":"text","text":"lo"},{"type":"tool_use","id":"t1","name":"f","input":{"a":1}}],"stop_reason":"tool_use","stop_sequence":null,"usage":{"input_tokens":8,"cache_read_input_tokens":3,"cache_creation_input_tokens":1,"output_tokens":5}})";

providers::Call chatCall(const std::string& more = {}) { return callOf(ClientProtocol::OpenAiChat, R"({"model":"m","messages":[{"role":"user","content":"x"}])" + more + "}"); }
providers::Call messagesCall(const std::string& more = {}) { return callOf(ClientProtocol::AnthropicMessages, R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":"x"}])" + more + "}"); }

} // namespace

/// Unstreamed answers: as they are, and translated.
class ProviderAnswers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameProtocolPassesByteForByte();
    void aMessageBecomesACompletion();
    void aCompletionBecomesAMessage();
    void toolCallsBecomeToolUses();
    void deepArgumentsPass();
    void refusalsAreKept();
    void theSchemaToolBecomesContent();
    void embeddingsPass();
    void wrongBodiesAreErrors_data();
    void wrongBodiesAreErrors();
};

void ProviderAnswers::sameProtocolPassesByteForByte() {
    const auto chat = decode("openai", chatCall(), kChat);
    QCOMPARE(chat.out, std::string(kChat));
    QCOMPARE(chat.progress.upstreamModel, "vendor-m-0613");
    QCOMPARE(chat.progress.usage, (model::Usage{12, 4, 0, 5, 0, false}));
    QVERIFY(chat.progress.finished);
    const auto message = decode("anthropic", messagesCall(), kMessage);
    QCOMPARE(message.out, std::string(kMessage));
    QCOMPARE(message.progress.usage, (model::Usage{12, 3, 1, 5, 0, false}));
    QCOMPARE(message.progress.finishReason, "tool_calls");
}

void ProviderAnswers::aMessageBecomesACompletion() {
    const auto decoded = decode("anthropic", chatCall(), kMessage);
    const std::string expected = R"({"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"claude-x","choices":[{"index":0,"message":{"role":"assistant","content":"Hello","refusal":null,"reasoning_content":"hm","tool_calls":[{"id":"t1","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},"logprobs":null,"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":12,"completion_tokens":5,"total_tokens":17,"prompt_tokens_details":{"cached_tokens":3},"completion_tokens_details":{"reasoning_tokens":0}}})";
    COMPARE_JSON(parsed(decoded.out), parsed(expected));
}

void ProviderAnswers::aCompletionBecomesAMessage() {
    const auto decoded = decode("openai", messagesCall(), kChat);
    COMPARE_JSON(parsed(decoded.out), parsed(R"({"id":"msg_1","type":"message","role":"assistant","model":"vendor-m-0613","content":[{"type":"text","text":"Hello"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":8,"cache_creation_input_tokens":0,"cache_read_input_tokens":4,"output_tokens":5}})"));
}

void ProviderAnswers::toolCallsBecomeToolUses() {
    const auto decoded = decode("openai", messagesCall(), R"({"id":"x","model":"v","choices":[{"index":0,"message":{"role":"assistant","content":null,"reasoning_content":"secret","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{\"a\":[1]}"}},{"type":"function","function":{"name":"g","arguments":"{\"cut"}}]},"finish_reason":"stop"}]})");
    const auto message = parsed(decoded.out);
    const std::string expected = R"([{"type":"tool_use","id":"c1","name":"f","input":{"a":[1]}},{"type":"tool_use","id":"toolu_1","name":"g","input":{"arguments":"{\"cut"}}])";
    COMPARE_JSON(message.at("content"), parsed(expected));
    COMPARE_JSON(message.at("stop_reason"), "tool_use");
    QVERIFY(!decoded.progress.usageSeen);
}

void ProviderAnswers::deepArgumentsPass() {
    std::string deep = "1";
    for (int i = 0; i < 60; ++i) deep = R"({"a":)" + deep + "}";
    const auto message = R"({"id":"msg_1","model":"c","content":[{"type":"tool_use","id":"t","name":"f","input":)" + deep + R"(}],"stop_reason":"tool_use"})";
    QCOMPARE(decode("anthropic", messagesCall(), message).out, message);
    const auto completion = parsed(decode("anthropic", chatCall(), message).out);
    const auto arguments = completion.at("choices").at(0).at("message").at("tool_calls").at(0).at("function").at("arguments");
    QCOMPARE(std::string(arguments.as_string()), deep);
    const auto back = decode("openai", messagesCall(), json::serialize(completion)).out;
    QVERIFY(back.find("\"input\":" + deep) != std::string::npos);
}

void ProviderAnswers::refusalsAreKept() {
    const auto refused = parsed(decode("openai", messagesCall(), R"({"id":"x","model":"v","choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":"I will not."},"finish_reason":"stop"}]})").out);
    COMPARE_JSON(refused.at("content"), parsed(R"([{"type":"text","text":"I will not."}])"));
    COMPARE_JSON(refused.at("stop_reason"), "refusal");
    const auto other = decode("anthropic", chatCall(), R"({"id":"msg_1","model":"c","content":[],"stop_reason":"refusal","usage":{"input_tokens":1,"output_tokens":0}})");
    QCOMPARE(other.progress.finishReason, "content_filter"); // an answer, not an error
}

void ProviderAnswers::theSchemaToolBecomesContent() {
    const auto call = chatCall(R"(,"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"}}})");
    const auto completion = parsed(decode("anthropic", call, R"({"id":"msg_1","model":"c","content":[{"type":"text","text":"Sure."},{"type":"tool_use","id":"t","name":"answer_in_json_schema","input":{"a":1}}],"stop_reason":"tool_use"})").out);
    const auto& choice = completion.at("choices").at(0);
    COMPARE_JSON(choice.at("message").at("content"), R"({"a":1})");
    COMPARE_JSON(choice.at("finish_reason"), "stop");
    QVERIFY(!choice.at("message").as_object().contains("tool_calls"));
}

void ProviderAnswers::embeddingsPass() {
    const std::string body = R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.1,-2E-5]}],"model":"e","usage":{"prompt_tokens":8,"total_tokens":8}})";
    const auto decoded = decode("openai", callOf(ClientProtocol::OpenAiEmbeddings, R"({"model":"m","input":"x"})"), body);
    QCOMPARE(decoded.out, body);
    QCOMPARE(decoded.progress.usage.input, 8);
}

void ProviderAnswers::wrongBodiesAreErrors_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("errorClass");
    const auto row = [](const char* name, const char* body, const char* code, model::ErrorClass errorClass) { QTest::newRow(name) << QByteArray(body) << QByteArray(code) << static_cast<int>(errorClass); };
    using enum model::ErrorClass;
    row("empty", "", "invalid_json", UpstreamInvalid);
    row("HTML", "<html>", "invalid_json", UpstreamInvalid);
    row("cut", R"({"id":"x","choices":[{"mess)", "invalid_json", UpstreamInvalid);
    row("an array", "[]", "not_the_protocol", UpstreamInvalid);
    row("another protocol", R"({"hello":"world"})", "not_the_protocol", UpstreamInvalid);
    row("nothing in it", R"({"choices":[],"content":null})", "not_the_protocol", UpstreamInvalid);
    row("an error with status 200", R"({"error":{"message":"busy","type":"overloaded_error"}})", "overloaded_error", Overloaded);
    row("too long with status 200", R"({"error":{"message":"no","code":"context_length_exceeded"}})", "context_length_exceeded", ContextTooLong);
}

void ProviderAnswers::wrongBodiesAreErrors() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, code);
    QFETCH(int, errorClass);
    for (const auto* connector : {"openai", "anthropic"})
        for (const auto& call : {chatCall(), messagesCall()}) {
            const auto decoded = decode(connector, call, body.toStdString());
            QVERIFY(decoded.error);
            QCOMPARE(decoded.error->code, code.toStdString());
            QCOMPARE(static_cast<int>(decoded.error->errorClass), errorClass);
            QVERIFY(decoded.out.empty());
        }
}

QTEST_GUILESS_MAIN(ProviderAnswers)
#include "tst_provider_answers.moc"
