#include "core/providers/sandbox.h"
#include "tests/unit/providers/exchanges.h"
#include "tests/unit/providers/provider_fixture.h"

#include <QObject>

#include <random>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::tests::exchanges;

namespace {

/// Changes a few bytes of a text, cuts, repeats or swaps pieces of it; the same seed does the same.
std::string damaged(std::string text, std::mt19937& random) {
    static const std::vector<std::string> kWords = {"null", "[]", "{}", "\"", "-1", "1e999", "\n\n", "data: ", "\r", "[DONE]", "event: ", "\xff", "\\u0000", "{\"error\":{}}", "true"};
    const auto times = 1 + random() % 4;
    for (std::size_t i = 0; i < times && !text.empty(); ++i) {
        const auto at = random() % text.size();
        switch (random() % 5) {
        case 0: text[at] = static_cast<char>(random()); break;
        case 1: text.erase(at, 1 + random() % 40); break;
        case 2: text.insert(at, text.substr(random() % text.size(), random() % 200)); break;
        case 3: text.insert(at, kWords[random() % kWords.size()]); break;
        default: text.resize(at); break;
        }
    }
    return text;
}

providers::Call someCall(ClientProtocol protocol, bool stream) {
    return callOf(protocol, std::string(R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":"x"}],"thinking":{"type":"enabled"},"stream":)") + (stream ? "true}" : "false}"));
}

} // namespace

/// Whatever comes, from a vendor or a caller: an answer or an error, never a crash. Worth running under the sanitizers.
class ProviderGarbage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void damagedAnswersAreTakenOrRefused();
    void damagedCallsAreTakenOrRefused();
    void damagedErrorsAreClassified();
};

void ProviderGarbage::damagedAnswersAreTakenOrRefused() {
    std::mt19937 random(7);
    const std::string chat = R"({"id":"chatcmpl-1","model":"v","choices":[{"index":0,"message":{"role":"assistant","content":"ab","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":1,"completion_tokens":2}})";
    const std::string message = R"({"id":"msg_1","type":"message","role":"assistant","model":"v","content":[{"type":"text","text":"ab"},{"type":"tool_use","id":"c","name":"f","input":{"a":1}}],"stop_reason":"tool_use","usage":{"input_tokens":1,"output_tokens":2}})";
    int finished = 0;
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
        const bool stream = random() % 4 != 0;
        const bool openai = random() % 2 == 0;
        const auto protocol = random() % 2 == 0 ? ClientProtocol::OpenAiChat : ClientProtocol::AnthropicMessages;
        const auto& original = !stream ? (openai ? chat : message) : random() % 2 == 0 ? (openai ? openAiTextStream() : anthropicTextStream()) : (openai ? openAiToolStream() : anthropicToolStream());
        const auto bytes = damaged(original, random);
        const std::string_view all = bytes;
        const auto cut = all.empty() ? 0 : random() % all.size();
        const auto decoded = decode(openai ? "openai" : "anthropic", someCall(protocol, stream), {all.substr(0, cut), all.substr(cut)}, stream ? "text/event-stream" : "application/json");
        decoded.error ? ++refused : ++finished;
        if (!decoded.error) QVERIFY(decoded.progress.finished);
    }
    QVERIFY(finished > 100 && refused > 100);
}

void ProviderGarbage::damagedCallsAreTakenOrRefused() {
    std::mt19937 random(8);
    const std::string chat = R"({"model":"m","messages":[{"role":"system","content":"s"},{"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AA"}}]},{"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"1","content":"x"}],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}],"tool_choice":"auto","response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"}}},"stream":true,"stream_options":{"include_usage":true},"max_tokens":5,"stop":["a"]})";
    const std::string messages = R"({"model":"m","max_tokens":5,"system":[{"type":"text","text":"s"}],"messages":[{"role":"user","content":[{"type":"text","text":"a"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AA"}}]},{"role":"assistant","content":[{"type":"tool_use","id":"1","name":"f","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"1","content":[{"type":"text","text":"x"}]}]}],"tools":[{"name":"f","input_schema":{"type":"object"}}],"tool_choice":{"type":"auto"},"thinking":{"type":"enabled","budget_tokens":5},"output_config":{"format":{"type":"json_schema","schema":{}}}})";
    int taken = 0;
    for (int round = 0; round < 4000; ++round) {
        const bool openai = random() % 2 == 0;
        auto call = providers::readCall(openai ? ClientProtocol::OpenAiChat : ClientProtocol::AnthropicMessages, damaged(openai ? chat : messages, random), {});
        if (!call) continue;
        ++taken;
        for (const auto name : providers::connectorNames()) {
            const auto wire = providers::connectorNamed(name)->encode(*call, someProvider(std::string(name)), someModel(), "/v1", "k");
            if (!wire) continue;
            QVERIFY(parsed(wire->body).is_object());
            if (providers::connectorNamed(name)->isSimulated()) QVERIFY(!providers::planSandboxAnswer({}, someModel(), *wire, 1).body.empty());
        }
    }
    QVERIFY(taken > 100);
}

void ProviderGarbage::damagedErrorsAreClassified() {
    std::mt19937 random(9);
    const std::string body = R"({"type":"error","error":{"type":"rate_limit_error","message":"words","code":null,"details":{"a":1}},"request_id":"r"})";
    for (int round = 0; round < 2000; ++round) {
        const auto wait = damaged("Mon, 23 Nov 2026 21:30:05 GMT", random);
        const auto error = providers::connectorNamed("openai")->classify(static_cast<int>(300 + random() % 300), [&](std::string_view) { return std::string_view(wait); }, damaged(body, random));
        QVERIFY(!error.message.empty());
    }
}

QTEST_GUILESS_MAIN(ProviderGarbage)
#include "tst_provider_garbage.moc"
