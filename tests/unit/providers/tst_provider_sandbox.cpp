#include "core/providers/sandbox.h"
#include "core/providers/sandbox_schema.h"
#include "tests/unit/providers/provider_fixture.h"

#include <QObject>
#include <QtEndian>

#include <cmath>
#include <functional>
#include <map>

using namespace signalbox;
using namespace signalbox::tests;

namespace {

providers::SandboxPlan planFor(const providers::Call& call, const model::SandboxSettings& settings = {}, std::uint64_t number = 1) {
    const auto wire = providers::connectorNamed("sandbox")->encode(call, someProvider("sandbox"), someModel(), "", "");
    if (!wire) throw std::runtime_error(wire.error().message);
    return providers::planSandboxAnswer(settings, someModel(), *wire, number);
}

std::string bytesOf(const providers::SandboxPlan& plan) {
    std::string bytes;
    for (const auto& step : plan.body) bytes += step.bytes;
    return bytes;
}

providers::Call chat(const std::string& members) { return callOf(ClientProtocol::OpenAiChat, "{\"model\":\"m\"," + members + "}"); }

json::value answerOf(const std::string& members) { return parsed(bytesOf(planFor(chat(members)))); }

using Check = std::function<bool(const json::value&)>;

const std::string kHello = R"("messages":[{"role":"user","content":"hello"}])";

} // namespace

/// The simulated vendor.
class ProviderSandbox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSameCallGetsTheSameAnswer();
    void answersAreMarkedAsSimulated();
    void everyCallerGetsItsProtocol();
    void limitsAndStopsAreKept();
    void toolsAreCalled();
    void schemasAreKept_data();
    void schemasAreKept();
    void hostileSchemasEnd();
    void embeddingsAreUnitVectors();
    void embeddingsComeAsTheyAreAskedFor();
    void ratesAndOutagesHappen();

    void numbersAreWrittenAsPeopleWriteThem() {
        std::mt19937_64 random(7);
        const auto schema = boost::json::parse(R"({"type":"array","minItems":3,"maxItems":3,"items":{"type":"number","minimum":0.01,"maximum":0.99}})");
        const auto text = providers::instanceText(schema, random);
        QVERIFY2(text.find('E') == std::string::npos && text.find('.') != std::string::npos, text.c_str());
        QCOMPARE(boost::json::parse(text).as_array().size(), std::size_t(3));
    }
};

void ProviderSandbox::theSameCallGetsTheSameAnswer() {
    const auto call = chat(kHello + R"(,"stream":true)");
    QCOMPARE(bytesOf(planFor(call, {}, 1)), bytesOf(planFor(call, {}, 2)));
    model::SandboxSettings other;
    other.seed = 2;
    QVERIFY(bytesOf(planFor(call, other)) != bytesOf(planFor(call)));
    QVERIFY(planFor(call, {}, 1).headAfter != planFor(call, {}, 2).headAfter);
}

void ProviderSandbox::answersAreMarkedAsSimulated() {
    const auto call = chat(kHello);
    QCOMPARE(header(planFor(call).headers, "x-signalbox-simulated"), "true");
    const auto answer = parsed(bytesOf(planFor(call)));
    COMPARE_JSON(answer.at("system_fingerprint"), "simulated");
    QVERIFY(std::string_view(answer.at("choices").at(0).at("message").at("content").as_string()).find("simulated") != std::string_view::npos);
    QVERIFY(answer.at("usage").at("completion_tokens").as_int64() > 0);
}

void ProviderSandbox::everyCallerGetsItsProtocol() {
    for (const auto protocol : {ClientProtocol::OpenAiChat, ClientProtocol::AnthropicMessages})
        for (const bool stream : {false, true}) {
            const auto call = callOf(protocol, std::string(R"({"model":"m","max_tokens":500,)") + kHello + (stream ? ",\"stream\":true}" : "}"));
            const auto plan = planFor(call);
            const auto decoded = decode("sandbox", call, {bytesOf(plan)}, header(plan.headers, "content-type"));
            QVERIFY2(!decoded.error, decoded.error ? decoded.error->message.c_str() : "");
            QVERIFY(decoded.progress.finished && decoded.progress.usageSeen && !decoded.progress.text.empty());
            QCOMPARE(decoded.progress.finishReason, "stop");
            QCOMPARE(decoded.out.find(stream ? "event: message_stop" : "\"type\":\"message\"") != std::string::npos, protocol == ClientProtocol::AnthropicMessages);
        }
}

void ProviderSandbox::limitsAndStopsAreKept() {
    const auto limited = answerOf(kHello + R"(,"max_tokens":4)");
    QCOMPARE(limited.at("usage").at("completion_tokens").as_int64(), 4);
    COMPARE_JSON(limited.at("choices").at(0).at("finish_reason"), "length");
    const auto stopped = answerOf(kHello + R"(,"stop":["answer","never said"])");
    const std::string_view text = stopped.at("choices").at(0).at("message").at("content").as_string();
    QVERIFY(text.ends_with("This is a simulated "));
    COMPARE_JSON(stopped.at("choices").at(0).at("finish_reason"), "stop");
}

void ProviderSandbox::toolsAreCalled() {
    const std::string tools = R"(,"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer","minimum":1,"maximum":3}},"required":["city","days"]}}}])";
    const auto answer = answerOf(kHello + tools).at("choices").at(0);
    COMPARE_JSON(answer.at("finish_reason"), "tool_calls");
    const auto call = answer.at("message").at("tool_calls").at(0).at("function");
    COMPARE_JSON(call.at("name"), "f");
    const auto arguments = parsed(std::string_view(call.at("arguments").as_string()));
    QVERIFY(arguments.at("city").is_string());
    QVERIFY(arguments.at("days").as_int64() >= 1 && arguments.at("days").as_int64() <= 3);
    COMPARE_JSON(answerOf(kHello + tools + R"(,"tool_choice":"none")").at("choices").at(0).at("finish_reason"), "stop");
    // The answer to a tool's result is words.
    const auto after = answerOf(R"("messages":[{"role":"user","content":"w"},{"role":"assistant","content":null,"tool_calls":[]},{"role":"tool","tool_call_id":"1","content":"12"}])" + tools);
    COMPARE_JSON(after.at("choices").at(0).at("finish_reason"), "stop");
}

void ProviderSandbox::schemasAreKept_data() {
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<Check>("kept");
    QTest::newRow("required") << QByteArray(R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"boolean"}},"required":["a","b"]})") << Check([](const json::value& v) { return v.at("a").is_string() && v.at("b").is_bool(); });
    QTest::newRow("enum and const") << QByteArray(R"({"type":"object","properties":{"a":{"enum":["x","y"]},"b":{"const":7}},"required":["a","b"]})") << Check([](const json::value& v) { return (v.at("a") == "x" || v.at("a") == "y") && v.at("b") == 7; });
    QTest::newRow("numbers") << QByteArray(R"({"type":"object","properties":{"a":{"type":"number","minimum":0.2,"maximum":0.4},"b":{"type":"integer","exclusiveMinimum":4,"exclusiveMaximum":6},"c":{"type":"integer","multipleOf":5,"minimum":11,"maximum":19}},"required":["a","b","c"]})")
                             << Check([](const json::value& v) { const auto a = v.at("a").to_number<double>(); return a >= 0.2 && a <= 0.4 && v.at("b") == 5 && v.at("c") == 15; });
    QTest::newRow("arrays") << QByteArray(R"({"type":"object","properties":{"a":{"type":"array","items":{"type":"integer"},"minItems":2,"maxItems":2},"b":{"type":"array","maxItems":0}},"required":["a","b"]})") << Check([](const json::value& v) { return v.at("a").as_array().size() == 2 && v.at("a").at(0).is_int64() && v.at("b").as_array().empty(); });
    QTest::newRow("lengths") << QByteArray(R"({"type":"object","properties":{"a":{"type":"string","minLength":30},"b":{"type":"string","maxLength":3}},"required":["a","b"]})") << Check([](const json::value& v) { return v.at("a").as_string().size() >= 30 && v.at("b").as_string().size() <= 3; });
    QTest::newRow("references") << QByteArray(R"({"$ref":"#/$defs/t","$defs":{"t":{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"]}}})") << Check([](const json::value& v) { return v.at("n").is_int64(); });
    QTest::newRow("any of") << QByteArray(R"({"type":"object","properties":{"a":{"anyOf":[{"type":"integer"},{"type":"null"}]}},"required":["a"]})") << Check([](const json::value& v) { return v.at("a").is_int64() || v.at("a").is_null(); });
    QTest::newRow("formats") << QByteArray(R"({"type":"object","properties":{"a":{"type":"string","format":"date"},"b":{"type":"string","format":"email"}},"required":["a","b"]})") << Check([](const json::value& v) { return v.at("a").as_string().size() == 10 && std::string_view(v.at("b").as_string()).find('@') != std::string_view::npos; });
}

void ProviderSandbox::schemasAreKept() {
    QFETCH(QByteArray, schema);
    QFETCH(Check, kept);
    for (int seed = 0; seed < 20; ++seed) {
        const auto answer = answerOf(R"("messages":[{"role":"user","content":"n)" + std::to_string(seed) + R"("}],"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":)" + schema.toStdString() + "}}");
        const auto content = std::string(answer.at("choices").at(0).at("message").at("content").as_string());
        QVERIFY2(kept(parsed(content)), content.c_str());
    }
}

void ProviderSandbox::hostileSchemasEnd() {
    const std::string loop = R"({"$ref":"#"})";
    const std::string tree = R"({"type":"object","properties":{"children":{"type":"array","minItems":100,"items":{"$ref":"#"}}},"required":["children"]})";
    const std::string numbers = R"({"type":"object","properties":{"a":{"type":"integer","minimum":1e300},"b":{"type":"integer","multipleOf":1e-300},"c":{"type":"number","minimum":5,"maximum":1}},"required":["a","b","c"]})";
    for (const auto& schema : {loop, tree, numbers}) {
        const auto bytes = bytesOf(planFor(chat(kHello + R"(,"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":)" + schema + "}}")));
        QVERIFY(bytes.size() < 1'000'000);
        QVERIFY(parsed(bytes).is_object());
    }
}

void ProviderSandbox::embeddingsAreUnitVectors() {
    const auto call = callOf(ClientProtocol::OpenAiEmbeddings, R"({"model":"m","input":["a","b","a"]})");
    const auto data = parsed(bytesOf(planFor(call))).at("data");
    QVERIFY(data.at(0).at("embedding") == data.at(2).at("embedding"));
    QVERIFY(data.at(0).at("embedding") != data.at(1).at("embedding"));
    double sum = 0;
    for (const auto& number : data.at(0).at("embedding").as_array()) sum += std::pow(number.to_number<double>(), 2);
    QVERIFY(std::abs(sum - 1) < 0.001);
}

void ProviderSandbox::embeddingsComeAsTheyAreAskedFor() {
    const auto answered = [](const std::string& more) { return parsed(bytesOf(planFor(callOf(ClientProtocol::OpenAiEmbeddings, R"({"model":"m","input":"a")" + more + "}")))); };
    const auto numbers = answered(R"(,"dimensions":3,"encoding_format":"float")").at("data").at(0).at("embedding").as_array();
    QCOMPARE(numbers.size(), std::size_t{3});
    // The official SDKs ask for this and unpack it themselves: 32-bit floats, little-endian.
    const auto packed = answered(R"(,"dimensions":3,"encoding_format":"base64")").at("data").at(0).at("embedding").as_string();
    const auto bytes = QByteArray::fromBase64(QByteArray(packed.data(), static_cast<qsizetype>(packed.size())));
    QCOMPARE(bytes.size(), qsizetype{12});
    for (qsizetype i = 0; i < 3; ++i) QCOMPARE(qFromLittleEndian<float>(bytes.constData() + 4 * i), static_cast<float>(numbers.at(static_cast<std::size_t>(i)).to_number<double>()));
    QVERIFY(answered(R"(,"dimensions":0)").as_object().contains("error"));
}

void ProviderSandbox::ratesAndOutagesHappen() {
    const auto call = chat(kHello + R"(,"stream":true)");
    model::SandboxSettings settings;
    settings.outage = true;
    QCOMPARE(planFor(call, settings).status, 503);
    settings.outage = false;
    settings.errorRate = 0.25;
    settings.rateLimitRate = 0.25;
    settings.stallRate = 0.125;
    settings.cutRate = 0.125;
    settings.refusalRate = 0.125;
    std::map<std::string, int> seen;
    constexpr int kCalls = 2000;
    for (std::uint64_t number = 0; number < kCalls; ++number) {
        const auto plan = planFor(call, settings, number);
        if (plan.status == 500) ++seen["error"];
        else if (plan.status == 429) ++seen["limit"];
        else if (plan.stall) ++seen["stall"];
        else if (plan.cut) ++seen["cut"];
        else if (bytesOf(plan).find("content_filter") != std::string::npos) ++seen["refusal"];
        else ++seen["answer"];
    }
    const auto near = [&](const char* what, double share) { return std::abs(seen[what] / static_cast<double>(kCalls) - share) < 0.04; };
    QVERIFY(near("error", 0.25) && near("limit", 0.25) && near("stall", 0.125) && near("cut", 0.125) && near("refusal", 0.125) && near("answer", 0.125));
}

QTEST_GUILESS_MAIN(ProviderSandbox)
#include "tst_provider_sandbox.moc"
