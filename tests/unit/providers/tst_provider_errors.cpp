#include "core/providers/retry_after.h"
#include "tests/unit/providers/provider_fixture.h"

#include <QObject>

#include <map>

using namespace signalbox;
using namespace signalbox::tests;
using model::ErrorClass;
using std::chrono::milliseconds;

namespace {

using Headers = std::map<std::string, std::string, std::less<>>;
providers::HeaderLookup lookup(const Headers& headers) {
    return [&headers](std::string_view name) {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string_view() : std::string_view(found->second);
    };
}

enum Meaning { Again, Elsewhere, CallersFault, LongerContext };

} // namespace

/// Vendors' errors and what they mean; our errors and how they are said.
class ProviderErrors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void vendorsErrorsAreDecidedByTheirCode_data();
    void vendorsErrorsAreDecidedByTheirCode();
    void messagesAreQuotedAndShort();
    void waitsAreRead_data();
    void waitsAreRead();
    void repliesHaveTheProtocolsShape_data();
    void repliesHaveTheProtocolsShape();
    void waitingIsAdvisedOnlyWhereItHelps();
    void eventsEndAStreamWithoutTerminator();
    void aStaticAnswerIsWhole();
};

void ProviderErrors::vendorsErrorsAreDecidedByTheirCode_data() {
    QTest::addColumn<QByteArray>("connector");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("errorClass");
    QTest::addColumn<int>("meaning");
    const auto openai = [](const char* name, int status, const char* code, const char* type, ErrorClass errorClass, Meaning meaning, const char* message = "words") {
        const auto body = json::serialize(json::object{{"error", {{"message", message}, {"type", type}, {"param", nullptr}, {"code", *code ? json::value(code) : json::value(nullptr)}}}});
        QTest::newRow(name) << QByteArray("openai") << status << QByteArray::fromStdString(body) << static_cast<int>(errorClass) << static_cast<int>(meaning);
    };
    openai("openai rate limit", 429, "rate_limit_exceeded", "requests", ErrorClass::RateLimited, Again);
    openai("openai tokens per minute", 429, "rate_limit_exceeded", "tokens", ErrorClass::RateLimited, Again);
    openai("openai slow down", 429, "slow_down", "invalid_request_error", ErrorClass::RateLimited, Again);
    openai("openai 503 slow down", 503, "slow_down", "server_error", ErrorClass::RateLimited, Again);
    openai("openai quota", 429, "insufficient_quota", "insufficient_quota", ErrorClass::RateLimited, Elsewhere);
    openai("openai billing limit", 429, "billing_hard_limit_reached", "insufficient_quota", ErrorClass::RateLimited, Elsewhere);
    openai("openai 500", 500, "", "server_error", ErrorClass::UpstreamUnavailable, Again);
    openai("openai key", 401, "invalid_api_key", "invalid_request_error", ErrorClass::Unauthenticated, Elsewhere);
    openai("openai 401 without a code", 401, "", "invalid_request_error", ErrorClass::Unauthenticated, Elsewhere);
    openai("openai country", 403, "unsupported_country_region_territory", "request_forbidden", ErrorClass::Forbidden, Elsewhere);
    openai("openai model", 404, "model_not_found", "invalid_request_error", ErrorClass::NotFound, Elsewhere);
    openai("openai bad request", 400, "", "invalid_request_error", ErrorClass::InvalidRequest, CallersFault);
    openai("openai bad value", 400, "invalid_value", "invalid_request_error", ErrorClass::InvalidRequest, CallersFault);
    openai("openai context", 400, "context_length_exceeded", "invalid_request_error", ErrorClass::ContextTooLong, LongerContext);
    openai("vLLM context", 400, "", "BadRequestError", ErrorClass::ContextTooLong, LongerContext, "This model's maximum context length is 4096 tokens.");
    openai("openai content", 400, "content_policy_violation", "invalid_request_error", ErrorClass::ContentRefused, CallersFault);
    openai("azure content filter", 400, "content_filter", "", ErrorClass::ContentRefused, CallersFault);
    openai("azure deployment", 404, "DeploymentNotFound", "", ErrorClass::NotFound, Elsewhere);
    openai("a 400 that is the server's", 400, "", "server_error", ErrorClass::UpstreamUnavailable, Again);
    const auto anthropic = [](const char* name, int status, const char* type, ErrorClass errorClass, Meaning meaning, const char* message = "words", json::value details = nullptr) {
        json::object error{{"type", type}, {"message", message}};
        if (!details.is_null()) error["details"] = details;
        const auto body = json::serialize(json::object{{"type", "error"}, {"error", error}, {"request_id", "req_1"}});
        QTest::newRow(name) << QByteArray("anthropic") << status << QByteArray::fromStdString(body) << static_cast<int>(errorClass) << static_cast<int>(meaning);
    };
    anthropic("anthropic rate limit", 429, "rate_limit_error", ErrorClass::RateLimited, Again);
    anthropic("anthropic spend limit", 429, "rate_limit_error", ErrorClass::RateLimited, Elsewhere, "words", json::object{{"limit", "spend_limit"}});
    anthropic("anthropic overloaded", 529, "overloaded_error", ErrorClass::Overloaded, Again);
    anthropic("anthropic 500", 500, "api_error", ErrorClass::UpstreamUnavailable, Again);
    anthropic("anthropic timeout", 504, "timeout_error", ErrorClass::UpstreamTimeout, Again);
    anthropic("anthropic billing", 402, "billing_error", ErrorClass::BudgetExceeded, Elsewhere);
    anthropic("anthropic credit", 400, "invalid_request_error", ErrorClass::RateLimited, Elsewhere, "Your credit balance is too low to access the Anthropic API.");
    anthropic("anthropic key", 401, "authentication_error", ErrorClass::Unauthenticated, Elsewhere);
    anthropic("anthropic permission", 403, "permission_error", ErrorClass::Forbidden, Elsewhere);
    anthropic("anthropic model", 404, "not_found_error", ErrorClass::NotFound, Elsewhere);
    anthropic("anthropic bad request", 400, "invalid_request_error", ErrorClass::InvalidRequest, CallersFault);
    anthropic("anthropic too large", 413, "request_too_large", ErrorClass::InvalidRequest, CallersFault);
    anthropic("anthropic context", 400, "invalid_request_error", ErrorClass::ContextTooLong, LongerContext, "prompt is too long: 210000 tokens > 200000 maximum");
    const auto plain = [](const char* name, int status, const char* body, ErrorClass errorClass, Meaning meaning) {
        QTest::newRow(name) << QByteArray("openai") << status << QByteArray(body) << static_cast<int>(errorClass) << static_cast<int>(meaning);
    };
    plain("HTML 502", 502, "<html><body><h1>502 Bad Gateway</h1></body></html>", ErrorClass::UpstreamUnavailable, Again);
    plain("empty 503", 503, "", ErrorClass::Overloaded, Again);
    plain("empty 529", 529, "", ErrorClass::Overloaded, Again);
    plain("empty 408", 408, "", ErrorClass::UpstreamTimeout, Again);
    plain("empty 422", 422, "", ErrorClass::InvalidRequest, CallersFault);
    plain("empty 402", 402, "", ErrorClass::BudgetExceeded, Elsewhere);
    plain("mistral 422", 422, R"({"object":"error","message":{"detail":[]},"type":"invalid_request_error"})", ErrorClass::InvalidRequest, CallersFault);
    plain("ollama 404", 404, R"({"error":"model 'x' not found"})", ErrorClass::NotFound, Elsewhere);
    plain("llama.cpp context", 400, R"({"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}})", ErrorClass::ContextTooLong, LongerContext);
    plain("vLLM flat", 400, R"({"object":"error","message":"This model's maximum context length is 10","type":"BadRequestError","code":400})", ErrorClass::ContextTooLong, LongerContext);
    plain("redirect", 302, "", ErrorClass::UpstreamInvalid, Elsewhere);
}

void ProviderErrors::vendorsErrorsAreDecidedByTheirCode() {
    QFETCH(QByteArray, connector);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, errorClass);
    QFETCH(int, meaning);
    const auto error = providers::connectorNamed(connector.toStdString())->classify(status, lookup({}), body.toStdString());
    QCOMPARE(QByteArray::fromStdString(std::string(nameOf(error.errorClass))), QByteArray::fromStdString(std::string(nameOf(static_cast<ErrorClass>(errorClass)))));
    const auto traits = error.traits();
    QCOMPARE(traits.retrySameTarget, meaning == Again);
    QCOMPARE(traits.tryOtherTarget, meaning != CallersFault);
    QCOMPARE(traits.countsAgainstHealth, meaning == Again || meaning == Elsewhere);
    QVERIFY(!error.message.empty());
    QVERIFY(error.message.find('<') == std::string::npos);
}

void ProviderErrors::messagesAreQuotedAndShort() {
    const auto& connector = *providers::connectorNamed("openai");
    QCOMPARE(connector.classify(404, lookup({}), R"({"error":"model 'x' not found"})").message, "model 'x' not found");
    const auto huge = connector.classify(500, lookup({}), json::serialize(json::object{{"error", {{"message", std::string(100'000, 'x')}}}}));
    QVERIFY(huge.message.size() <= 500);
}

void ProviderErrors::waitsAreRead_data() {
    QTest::addColumn<QByteArray>("headers"); // a JSON object
    QTest::addColumn<int>("ms");             // -1: nothing
    QTest::newRow("none") << QByteArray("{}") << -1;
    QTest::newRow("seconds") << QByteArray(R"({"retry-after":"2"})") << 2000;
    QTest::newRow("fraction") << QByteArray(R"({"retry-after":"0.5"})") << 500;
    QTest::newRow("milliseconds first") << QByteArray(R"({"retry-after":"2","retry-after-ms":"1500"})") << 1500;
    QTest::newRow("date") << QByteArray(R"({"retry-after":"Mon, 23 Nov 2026 21:30:05 GMT","date":"Mon, 23 Nov 2026 21:29:55 GMT"})") << 10'000;
    QTest::newRow("date that is past") << QByteArray(R"({"retry-after":"Mon, 23 Nov 2026 21:29:05 GMT","date":"Mon, 23 Nov 2026 21:29:55 GMT"})") << 0;
    QTest::newRow("date without a clock") << QByteArray(R"({"retry-after":"Mon, 23 Nov 2026 21:30:05 GMT"})") << -1;
    QTest::newRow("nonsense") << QByteArray(R"({"retry-after":"soon"})") << -1;
    QTest::newRow("negative") << QByteArray(R"({"retry-after":"-3"})") << -1;
    QTest::newRow("a year") << QByteArray(R"({"retry-after":"31536000"})") << -1;
    QTest::newRow("infinity") << QByteArray(R"({"retry-after":"1e999"})") << -1;
    QTest::newRow("openai's limit that is used up") << QByteArray(R"({"x-ratelimit-remaining-requests":"12","x-ratelimit-reset-requests":"6m0s","x-ratelimit-remaining-tokens":"0","x-ratelimit-reset-tokens":"1m1.5s"})") << 61'500;
    QTest::newRow("openai's limits that are not") << QByteArray(R"({"x-ratelimit-remaining-requests":"12","x-ratelimit-reset-requests":"6m0s"})") << -1;
    QTest::newRow("openai in milliseconds") << QByteArray(R"({"x-ratelimit-remaining-requests":"0","x-ratelimit-reset-requests":"120ms"})") << 120;
    QTest::newRow("anthropic's limit") << QByteArray(R"({"date":"Mon, 23 Nov 2026 21:29:55 GMT","anthropic-ratelimit-requests-remaining":"0","anthropic-ratelimit-requests-reset":"2026-11-23T21:30:00Z"})") << 5000;
}

void ProviderErrors::waitsAreRead() {
    QFETCH(QByteArray, headers);
    QFETCH(int, ms);
    Headers map;
    const auto given = parsed(headers.toStdString());
    for (const auto& member : given.as_object()) map[std::string(member.key())] = std::string(member.value().as_string());
    const auto wait = providers::readRetryAfter(lookup(map));
    QCOMPARE(wait ? wait->count() : -1, ms);
}

void ProviderErrors::repliesHaveTheProtocolsShape_data() {
    QTest::addColumn<int>("errorClass");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("openAiType");
    QTest::addColumn<int>("anthropicStatus");
    QTest::addColumn<QByteArray>("anthropicType");
    const auto row = [](ErrorClass errorClass, int status, const char* openAi, int anthropicStatus, const char* anthropic) {
        QTest::newRow(std::string(nameOf(errorClass)).c_str()) << static_cast<int>(errorClass) << status << QByteArray(openAi) << anthropicStatus << QByteArray(anthropic);
    };
    row(ErrorClass::InvalidRequest, 400, "invalid_request_error", 400, "invalid_request_error");
    row(ErrorClass::ContractViolation, 400, "invalid_request_error", 400, "invalid_request_error");
    row(ErrorClass::Unauthenticated, 401, "authentication_error", 401, "authentication_error");
    row(ErrorClass::Forbidden, 403, "permission_error", 403, "permission_error");
    row(ErrorClass::NotFound, 404, "invalid_request_error", 404, "not_found_error");
    row(ErrorClass::RateLimited, 429, "rate_limit_error", 429, "rate_limit_error");
    row(ErrorClass::BudgetExceeded, 402, "insufficient_quota", 402, "billing_error");
    row(ErrorClass::ContextTooLong, 400, "invalid_request_error", 400, "invalid_request_error");
    row(ErrorClass::ContentRefused, 400, "invalid_request_error", 400, "invalid_request_error");
    row(ErrorClass::UpstreamTimeout, 504, "server_error", 504, "timeout_error");
    row(ErrorClass::UpstreamUnavailable, 503, "server_error", 503, "api_error");
    row(ErrorClass::UpstreamInvalid, 502, "server_error", 502, "api_error");
    row(ErrorClass::Overloaded, 503, "server_error", 529, "overloaded_error");
    row(ErrorClass::Internal, 500, "server_error", 500, "api_error");
}

void ProviderErrors::repliesHaveTheProtocolsShape() {
    QFETCH(int, errorClass);
    QFETCH(int, status);
    QFETCH(QByteArray, openAiType);
    QFETCH(int, anthropicStatus);
    QFETCH(QByteArray, anthropicType);
    model::Error error{static_cast<ErrorClass>(errorClass), "What happened.", "a_code", {}, {}, {}};
    const auto openAi = providers::errorReply(ClientProtocol::OpenAiChat, error, "run_1");
    QCOMPARE(openAi.status, status);
    const auto body = parsed(openAi.body).at("error").as_object();
    QCOMPARE(std::string(body.at("type").as_string()), openAiType.toStdString());
    QCOMPARE(std::string(body.at("message").as_string()), "What happened.");
    QVERIFY(body.contains("param") && body.contains("code"));
    const auto anthropic = providers::errorReply(ClientProtocol::AnthropicMessages, error, "run_1");
    QCOMPARE(anthropic.status, anthropicStatus);
    const auto other = parsed(anthropic.body);
    QCOMPARE(std::string(other.at("type").as_string()), "error");
    QCOMPARE(std::string(other.at("error").at("type").as_string()), anthropicType.toStdString());
    QCOMPARE(std::string(other.at("request_id").as_string()), "run_1");
    QVERIFY(openAi.status != 422 && anthropic.status != 422);
}

void ProviderErrors::waitingIsAdvisedOnlyWhereItHelps() {
    model::Error error{ErrorClass::RateLimited, "m", {}, {}, milliseconds{1500}, {}};
    auto reply = providers::errorReply(ClientProtocol::OpenAiChat, error, "r");
    QCOMPARE(header(reply.headers, "retry-after"), "2");
    QCOMPARE(header(reply.headers, "retry-after-ms"), "1500");
    QVERIFY(header(reply.headers, "x-should-retry").empty());
    error.retryAfter = std::chrono::minutes{10};
    QCOMPARE(header(providers::errorReply(ClientProtocol::OpenAiChat, error, "r").headers, "retry-after"), "60"); // more is ignored by clients
    error = {ErrorClass::InvalidRequest, "m", {}, {}, {}, {}};
    for (const auto protocol : {ClientProtocol::OpenAiChat, ClientProtocol::AnthropicMessages}) {
        reply = providers::errorReply(protocol, error, "r");
        QCOMPARE(header(reply.headers, "x-should-retry"), "false");
        QVERIFY(header(reply.headers, "retry-after").empty());
    }
}

void ProviderErrors::eventsEndAStreamWithoutTerminator() {
    const model::Error error{ErrorClass::UpstreamInvalid, "It broke.", "stream_cut", {}, {}, {}};
    const auto openAi = eventsIn(providers::errorEvent(ClientProtocol::OpenAiChat, error, "r"));
    QCOMPARE(openAi.size(), std::size_t{1});
    QVERIFY(openAi[0].type.empty());
    COMPARE_JSON(openAi[0].object().at("error").at("code"), "stream_cut");
    const auto anthropic = eventsIn(providers::errorEvent(ClientProtocol::AnthropicMessages, error, "r"));
    QCOMPARE(anthropic.size(), std::size_t{1});
    QCOMPARE(anthropic[0].type, "error");
    COMPARE_JSON(anthropic[0].object().at("type"), "error");
    QVERIFY(eventsIn(providers::keepAliveEvent(ClientProtocol::OpenAiChat)).at(0).data.empty()); // a comment
    QCOMPARE(eventsIn(providers::keepAliveEvent(ClientProtocol::AnthropicMessages)).at(0).type, "ping");
}

void ProviderErrors::aStaticAnswerIsWhole() {
    for (const auto protocol : {ClientProtocol::OpenAiChat, ClientProtocol::AnthropicMessages})
        for (const bool stream : {false, true}) {
            const auto call = callOf(protocol, std::string(R"({"model":"m","max_tokens":5,"messages":[{"role":"user","content":"x"}],"stream":)") + (stream ? "true}" : "false}"));
            const auto answer = providers::staticAnswer(call, "We are \"busy\".", "run_1", 7);
            // The decoder of the same protocol is the judge.
            const auto decoded = decode(protocol == ClientProtocol::OpenAiChat ? "openai" : "anthropic", call, answer);
            QVERIFY(!decoded.error);
            QVERIFY(decoded.progress.finished);
            QCOMPARE(decoded.progress.text, "We are \"busy\".");
        }
}

QTEST_GUILESS_MAIN(ProviderErrors)
#include "tst_provider_errors.moc"
