#include "tests/support/fake_data.h"

#include "tests/support/fake_workflows.h"
#include "tests/support/fake_prompts.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <cmath>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QString ago(double seconds) {
    return QDateTime::currentDateTimeUtc().addMSecs(-static_cast<qint64>(seconds * 1000)).toString(Qt::ISODateWithMs);
}

QJsonValue orNull(bool present, double value) {
    return present ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QJsonObject target(const QString& provider, const QString& model, const QString& state, double calls, double errors, double p50, double p95,
                   int inFlight, int most) {
    QString breaker = u"closed"_s;
    if (state == u"open" || state == u"half_open") breaker = state;
    QJsonObject lastError;
    if (errors > 0.02)
        lastError = {{"class"_L1, "rate_limited"_L1},
                     {"message"_L1, "The vendor answered 429: Rate limit reached for gpt-4o-mini in organization org-7c1 on tokens per min (TPM): Limit 200000."_L1},
                     {"at"_L1, ago(14)}};
    if (state == u"open")
        lastError = {{"class"_L1, "upstream_unavailable"_L1}, {"message"_L1, "The vendor answered 503: The engine is currently overloaded."_L1}, {"at"_L1, ago(6)}};
    return {{"provider"_L1, provider},
            {"model"_L1, model},
            {"simulated"_L1, provider == u"sandbox"},
            {"state"_L1, state},
            {"breaker"_L1, QJsonObject{{"state"_L1, breaker},
                                       {"opens_again_at"_L1, state == u"open" ? QJsonValue(ago(-11)) : QJsonValue()},
                                       {"failures"_L1, static_cast<int>(errors * calls * 30)},
                                       {"calls"_L1, static_cast<int>(calls * 30)}}},
            {"in_flight"_L1, inFlight},
            {"queued"_L1, inFlight == most && most > 0 ? 3 : 0},
            {"max_concurrent"_L1, most},
            {"calls_per_s"_L1, calls},
            {"error_rate"_L1, errors},
            {"first_token_p50_ms"_L1, orNull(calls > 0, p50)},
            {"first_token_p95_ms"_L1, orNull(calls > 0, p95)},
            {"last_error"_L1, lastError.isEmpty() ? QJsonValue() : QJsonValue(lastError)}};
}

QJsonObject route(const QString& name, double calls, double errors, double fallbacks, double p95) {
    return {{"name"_L1, name}, {"state"_L1, errors >= 0.1 ? "degraded"_L1 : "healthy"_L1}, {"calls_per_s"_L1, calls}, {"error_rate"_L1, errors}, {"fallback_rate"_L1, fallbacks}, {"end_to_end_p95_ms"_L1, p95}};
}

QJsonObject page(const QJsonArray& items) {
    return {{"items"_L1, items}, {"next"_L1, QJsonValue()}};
}

QJsonObject providerSpec(const QString& name) {
    if (name == u"sandbox")
        return {{"connector"_L1, "sandbox"_L1},
                {"models"_L1, QJsonArray{QJsonObject{{"id"_L1, "small"_L1}, {"context_tokens"_L1, 16000}, {"max_output_tokens"_L1, 4096},
                                                     {"capabilities"_L1, QJsonArray{"chat"_L1, "stream"_L1, "tools"_L1, "json_schema"_L1}},
                                                     {"price_usd_per_mtok"_L1, QJsonObject{{"input"_L1, 0.1}, {"output"_L1, 0.4}}}},
                                         QJsonObject{{"id"_L1, "large"_L1}, {"context_tokens"_L1, 128000}, {"max_output_tokens"_L1, 16384},
                                                     {"capabilities"_L1, QJsonArray{"chat"_L1, "stream"_L1, "tools"_L1, "json_schema"_L1, "vision"_L1}},
                                                     {"price_usd_per_mtok"_L1, QJsonObject{{"input"_L1, 2.5}, {"output"_L1, 10}}}},
                                         QJsonObject{{"id"_L1, "embed"_L1}, {"context_tokens"_L1, 8192}, {"capabilities"_L1, QJsonArray{"embeddings"_L1}}}}}};
    if (name == u"anthropic-main")
        return {{"connector"_L1, "anthropic"_L1},
                {"base_url"_L1, "https://api.anthropic.com"_L1},
                {"credential"_L1, "secret:anthropic-main"_L1},
                {"region"_L1, "us"_L1},
                {"max_concurrent"_L1, 32},
                {"models"_L1, QJsonArray{QJsonObject{{"id"_L1, "claude-haiku"_L1}, {"context_tokens"_L1, 200000}, {"max_output_tokens"_L1, 8192},
                                                     {"capabilities"_L1, QJsonArray{"chat"_L1, "stream"_L1, "tools"_L1, "vision"_L1}},
                                                     {"price_usd_per_mtok"_L1, QJsonObject{{"input"_L1, 1}, {"cached_input"_L1, 0.1}, {"output"_L1, 5}}},
                                                     {"quality"_L1, 0.78}}}}};
    return {{"connector"_L1, "openai"_L1},
            {"base_url"_L1, "https://api.openai.com/v1"_L1},
            {"credential"_L1, "secret:openai-main"_L1},
            {"region"_L1, "us"_L1},
            {"data_classes"_L1, QJsonArray{"public"_L1, "internal"_L1}},
            {"max_concurrent"_L1, 16},
            {"models"_L1, QJsonArray{QJsonObject{{"id"_L1, "gpt-4o-mini"_L1}, {"context_tokens"_L1, 128000}, {"max_output_tokens"_L1, 16384},
                                                 {"capabilities"_L1, QJsonArray{"chat"_L1, "stream"_L1, "tools"_L1, "json_schema"_L1, "vision"_L1}},
                                                 {"price_usd_per_mtok"_L1, QJsonObject{{"input"_L1, 0.15}, {"cached_input"_L1, 0.075}, {"output"_L1, 0.6}}},
                                                 {"quality"_L1, 0.72}},
                                     QJsonObject{{"id"_L1, "gpt-4o"_L1}, {"context_tokens"_L1, 128000}, {"max_output_tokens"_L1, 16384},
                                                 {"capabilities"_L1, QJsonArray{"chat"_L1, "stream"_L1, "tools"_L1, "json_schema"_L1, "vision"_L1}},
                                                 {"price_usd_per_mtok"_L1, QJsonObject{{"input"_L1, 2.5}, {"cached_input"_L1, 1.25}, {"output"_L1, 10}}},
                                                 {"quality"_L1, 0.84}}}}};
}

QJsonObject sandboxData() {
    return {{"seed"_L1, 1}, {"first_token_ms"_L1, 180}, {"first_token_spread"_L1, 0.35}, {"tokens_per_second"_L1, 90}, {"error_rate"_L1, 0}, {"rate_limit_rate"_L1, 0},
            {"stall_rate"_L1, 0}, {"cut_rate"_L1, 0}, {"refusal_rate"_L1, 0}, {"outage"_L1, false}};
}

/// A key, or a token where it has a role.
/// `used`: seconds ago; 0: never.
QJsonObject credential(int id, const char* name, const char* prefix, double age, double used, bool revoked = false, const char* role = nullptr) {
    QJsonObject one{{"id"_L1, id}, {"name"_L1, QLatin1StringView(name)}, {"prefix"_L1, QLatin1StringView(prefix)}, {"created_at"_L1, ago(age)}, {"last_used_at"_L1, used > 0 ? ago(used) : QJsonValue()}, {"revoked"_L1, revoked}};
    if (role) one.insert("role"_L1, QLatin1StringView(role));
    return one;
}

QJsonObject routeSpec(const QString& name) {
    const auto to = [](const char* model, int weight) { return QJsonObject{{"model"_L1, QLatin1StringView(model)}, {"weight"_L1, weight}}; };
    if (name == u"starter")
        return {{"description"_L1, "Answers from the simulated vendor."_L1}, {"strategy"_L1, "ordered"_L1},
                {"targets"_L1, QJsonArray{to("sandbox/small", 1), to("sandbox/large", 1)}}};
    if (name == u"summaries")
        return {{"description"_L1, "Summaries of tickets and calls."_L1}, {"strategy"_L1, "cheapest"_L1},
                {"task_profile"_L1, QJsonObject{{"needs"_L1, QJsonArray{"stream"_L1}}, {"min_context_tokens"_L1, 32000}}},
                {"targets"_L1, QJsonArray{to("openai-main/gpt-4o-mini", 1), to("anthropic-main/claude-haiku", 1)}}};
    if (name == u"vision")
        return {{"description"_L1, "Pictures of receipts."_L1}, {"strategy"_L1, "fastest"_L1},
                {"task_profile"_L1, QJsonObject{{"needs"_L1, QJsonArray{"vision"_L1}}}},
                {"targets"_L1, QJsonArray{to("openai-main/gpt-4o", 1), to("anthropic-main/claude-haiku", 1), to("sandbox/large", 1)}}};
    return {{"description"_L1, "Short answers in JSON, quickly."_L1}, {"strategy"_L1, "weighted"_L1},
            {"task_profile"_L1, QJsonObject{{"needs"_L1, QJsonArray{"json_schema"_L1}}, {"min_context_tokens"_L1, 8000}, {"max_first_token_ms"_L1, 1500}}},
            {"targets"_L1, QJsonArray{to("openai-main/gpt-4o-mini", 90), to("anthropic-main/claude-haiku", 10), to("sandbox/small", 0)}},
            {"policies"_L1, QJsonArray{"patient"_L1}}};
}

QJsonObject policySpec(const QString& name) {
    const QJsonObject reliability{{"connect_timeout_ms"_L1, 2000},      {"first_token_timeout_ms"_L1, name == u"patient" ? 20000 : 10000},
                                  {"stall_timeout_ms"_L1, 15000},       {"attempt_timeout_ms"_L1, 30000},
                                  {"total_timeout_ms"_L1, name == u"patient" ? 120000 : 60000},        {"max_attempts_per_target"_L1, 2},
                                  {"backoff"_L1, QJsonObject{{"base_ms"_L1, 200}, {"cap_ms"_L1, 4000}}},
                                  {"retry_budget"_L1, QJsonObject{{"ratio"_L1, 0.2}, {"min_per_second"_L1, 3}}},
                                  {"breaker"_L1, QJsonObject{{"window_s"_L1, 30}, {"min_calls"_L1, 10}, {"failure_ratio"_L1, 0.5}, {"open_s"_L1, 15}, {"half_open_calls"_L1, 3}}}};
    if (name == u"patient")
        return {{"reliability"_L1, QJsonObject{{"first_token_timeout_ms"_L1, 20000}, {"total_timeout_ms"_L1, 120000}}}};
    return {{"reliability"_L1, reliability}, {"governance"_L1, QJsonObject{{"data_class"_L1, "internal"_L1}, {"retention"_L1, QJsonObject{{"payload_days"_L1, 30}, {"record_days"_L1, 400}}}}}};
}

} // namespace

QJsonObject errorBody(const QString& errorClass, const QString& message, const QJsonArray& violations, const QString& code) {
    return {{"error"_L1, QJsonObject{{"class"_L1, errorClass}, {"code"_L1, code}, {"message"_L1, message}, {"violations"_L1, violations}}}};
}

QJsonObject overviewData() {
    QJsonArray series;
    for (int at = 0; at < 60; ++at) {
        const int calls = 34 + static_cast<int>(9 * std::sin(at / 6.0)) + at % 5;
        series.append(QJsonObject{{"at"_L1, ago(60 - at)}, {"calls"_L1, calls}, {"errors"_L1, at > 42 && at < 50 ? 3 + at % 3 : at % 13 == 0 ? 1 : 0},
                                  {"fallbacks"_L1, at > 40 ? 4 + at % 4 : at % 9 == 0 ? 1 : 0}});
    }
    return {{"now"_L1, ago(0)},
            {"window_s"_L1, 60},
            {"totals"_L1, QJsonObject{{"calls_per_s"_L1, 37.4}, {"error_rate"_L1, 0.0081}, {"fallback_rate"_L1, 0.064}, {"in_flight"_L1, 41},
                                      {"first_token_p50_ms"_L1, 312}, {"first_token_p95_ms"_L1, 1240}, {"end_to_end_p50_ms"_L1, 1480},
                                      {"end_to_end_p95_ms"_L1, 4910}, {"cost_usd_per_h"_L1, "14.827340000"_L1}}},
            {"targets"_L1, QJsonArray{target(u"openai-main"_s, u"gpt-4o-mini"_s, u"degraded"_s, 21.3, 0.083, 348, 1610, 16, 16),
                                      target(u"openai-main"_s, u"gpt-4o"_s, u"open"_s, 0.4, 0.62, 820, 4100, 0, 16),
                                      target(u"anthropic-main"_s, u"claude-haiku"_s, u"healthy"_s, 11.8, 0.002, 402, 990, 17, 32),
                                      target(u"mistral-eu"_s, u"mistral-small-latest"_s, u"half_open"_s, 0.2, 0.05, 510, 1900, 1, 8),
                                      target(u"sandbox"_s, u"small"_s, u"healthy"_s, 3.9, 0, 181, 330, 7, 0),
                                      target(u"sandbox"_s, u"large"_s, u"idle"_s, 0, 0, 0, 0, 0, 0)}},
            {"workflows"_L1, QJsonArray{route(u"support-reply"_s, 6.4, 0.006, 0.02, 3120), route(u"ticket-triage"_s, 11.9, 0.002, 0.09, 1870), route(u"summary"_s, 0.9, 0.14, 0.3, 8200)}},
            {"routes"_L1, QJsonArray{route(u"fast-json"_s, 19.2, 0.004, 0.112, 2840), route(u"summaries"_s, 9.6, 0.009, 0.021, 6120),
                                     route(u"vision"_s, 1.1, 0.061, 0.31, 9300), route(u"starter"_s, 3.9, 0, 0, 1420)}},
            {"series"_L1, series}};
}

QJsonObject statusData() {
    return {{"version"_L1, "0.1.0"_L1}, {"started_at"_L1, ago(86400 * 3)}, {"now"_L1, ago(0)}, {"uptime_s"_L1, 86400 * 3}, {"state"_L1, "serving"_L1},
            {"listen"_L1, "http://127.0.0.1:8787"_L1}, {"connections"_L1, 48}, {"calls_in_flight"_L1, 41},
            {"database"_L1, QJsonObject{{"path"_L1, "/home/kim/.local/share/signalbox/signalbox.db"_L1}, {"size_bytes"_L1, 184320000}, {"schema_version"_L1, 1}}},
            {"recorder"_L1, QJsonObject{{"queued"_L1, 0}, {"committed_total"_L1, 1284112}, {"failed_total"_L1, 0}}}, {"threads"_L1, 4}, {"secure"_L1, false}};
}

QJsonObject runData(int index, bool withAttempts) {
    QRandomGenerator random(static_cast<quint32>(index) + 17);
    static const QStringList models{u"openai-main/gpt-4o-mini"_s, u"openai-main/gpt-4o-mini"_s, u"anthropic-main/claude-haiku"_s, u"sandbox/small"_s, u"openai-main/gpt-4o"_s};
    static const QStringList routes{u"fast-json"_s, u"summaries"_s, u"fast-json"_s, u"starter"_s, u"vision"_s};
    static const QStringList keys{u"web-shop"_s, u"support-desk"_s, u"default"_s, u"nightly-batch"_s};
    const int pick = random.bounded(5);
    const QStringList model = models[pick].split(u'/');
    const bool failed = index % 23 == 7;
    const bool cancelled = index % 31 == 11;
    const bool fellBack = index % 9 == 4;
    const bool simulated = model[0] == u"sandbox";
    const qint64 firstToken = 120'000 + random.bounded(900'000);
    const qint64 total = firstToken + 200'000 + random.bounded(3'800'000);
    const int input = 180 + random.bounded(4200);
    const int output = failed ? 0 : 20 + random.bounded(800);
    const QJsonObject usage{{"input"_L1, input}, {"cached_input"_L1, input / 3}, {"cache_write_input"_L1, 0}, {"output"_L1, output}, {"reasoning"_L1, 0}, {"estimated"_L1, index % 17 == 3}};
    const QString cost = QString::number(input * 0.15e-6 + output * 0.6e-6, 'f', 9);
    const QJsonValue error = failed ? QJsonValue(QJsonObject{{"class"_L1, "upstream_timeout"_L1}, {"code"_L1, "first_token_timeout"_L1},
                                                             {"message"_L1, "No target had its first token within 10 s. The vendor may be slow; the route has no other target for this call."_L1}})
                                    : QJsonValue();
    QJsonObject run{{"id"_L1, u"run_01K9X%1"_s.arg(quint64(990'000'000'000) - quint64(index) * 7919, 14, 36, QLatin1Char('0')).toUpper().replace(0, 4, u"run_"_s)},
                    {"started_at"_L1, ago(2 + index * 1.7)},
                    {"protocol"_L1, index % 4 == 1 ? "anthropic"_L1 : "openai"_L1},
                    {"status"_L1, failed ? "failed"_L1 : cancelled ? "cancelled"_L1 : "succeeded"_L1},
                    {"error"_L1, error},
                    {"http_status"_L1, failed ? 504 : 200},
                    {"stream"_L1, index % 3 != 0},
                    {"simulated"_L1, simulated},
                    {"key"_L1, keys[random.bounded(4)]},
                    {"requested_model"_L1, QString(u"route/"_s + routes[pick])},
                    {"route"_L1, routes[pick]},
                    {"policy"_L1, "default@1"_L1},
                    {"workflow"_L1, ""_L1},
                    {"prompt"_L1, ""_L1},
                    {"provider"_L1, model[0]},
                    {"model"_L1, model[1]},
                    {"finish_reason"_L1, failed ? ""_L1 : "stop"_L1},
                    {"first_token_us"_L1, failed ? QJsonValue() : QJsonValue(firstToken)},
                    {"end_to_end_us"_L1, failed ? 20'412'118 : total},
                    {"usage"_L1, usage},
                    {"cost_usd"_L1, cost},
                    {"client_retry"_L1, index % 29 == 0 ? 1 : 0},
                    {"trial"_L1, false},
                    {"repaired"_L1, false},
                    {"flagged"_L1, QJsonArray()},
                    {"outcome"_L1, QJsonValue()},
                    {"attempt_count"_L1, failed ? 3 : fellBack ? 2 : 1},
                    {"has_payload"_L1, index % 2 == 0}};
    if (withAttempts) {
        QJsonArray attempts;
        const QJsonObject nothing{{"input"_L1, 0}, {"cached_input"_L1, 0}, {"cache_write_input"_L1, 0}, {"output"_L1, 0}, {"reasoning"_L1, 0}, {"estimated"_L1, false}};
        if (failed || fellBack)
            attempts.append(QJsonObject{{"provider"_L1, "openai-main"_L1}, {"model"_L1, "gpt-4o"_L1}, {"reason"_L1, "first"_L1}, {"simulated"_L1, false},
                                        {"started_us"_L1, 400}, {"queued_us"_L1, 300}, {"connected_us"_L1, 31'000}, {"head_us"_L1, 290'000},
                                        {"first_token_us"_L1, QJsonValue()}, {"ended_us"_L1, 301'000}, {"status"_L1, 429},
                                        {"error"_L1, QJsonObject{{"class"_L1, "rate_limited"_L1}, {"code"_L1, "rate_limit_exceeded"_L1}, {"message"_L1, "The vendor answered 429: rate limit reached."_L1}}},
                                        {"upstream_request_id"_L1, "req_9f31c07ab2"_L1}, {"usage"_L1, nothing}, {"cost_usd"_L1, "0"_L1}});
        attempts.append(QJsonObject{{"provider"_L1, model[0]}, {"model"_L1, model[1]}, {"reason"_L1, fellBack ? "fallback"_L1 : "first"_L1}, {"simulated"_L1, simulated},
                                    {"started_us"_L1, fellBack ? 304'000 : 400}, {"queued_us"_L1, 0}, {"connected_us"_L1, fellBack ? 330'000 : 28'000},
                                    {"head_us"_L1, fellBack ? firstToken : firstToken - 40'000}, {"first_token_us"_L1, failed ? QJsonValue() : QJsonValue(firstToken + (fellBack ? 300'000 : 0))},
                                    {"ended_us"_L1, failed ? 20'412'000 : total}, {"status"_L1, failed ? 0 : 200}, {"error"_L1, error},
                                    {"upstream_request_id"_L1, "req_41d0aa73e8"_L1}, {"usage"_L1, usage}, {"cost_usd"_L1, cost}});
        run.insert("attempts"_L1, attempts);
    }
    return run;
}

QJsonObject runsPage(const QUrlQuery& query, int total) {
    const int limit = std::max(1, query.queryItemValue(u"limit"_s).toInt());
    const int from = query.queryItemValue(u"cursor"_s).toInt();
    QJsonArray items;
    int at = from;
    for (; at < total && items.size() < limit; ++at) {
        const QJsonObject run = runData(at);
        const QString status = query.queryItemValue(u"status"_s);
        if (!status.isEmpty() && run.value("status"_L1).toString() != status) continue;
        items.append(run);
    }
    return {{"items"_L1, items}, {"next"_L1, at < total ? QJsonValue(QString::number(at)) : QJsonValue()}};
}

QJsonObject metricsData(const QUrlQuery& query) {
    const QDateTime from = QDateTime::fromString(query.queryItemValue(u"from"_s, QUrl::FullyDecoded), Qt::ISODateWithMs);
    const QDateTime to = QDateTime::fromString(query.queryItemValue(u"to"_s, QUrl::FullyDecoded), Qt::ISODateWithMs);
    const int step = std::max(1, query.queryItemValue(u"step_s"_s).toInt());
    const QString by = query.queryItemValue(u"group_by"_s);
    QStringList names{u"all"_s};
    if (by == u"provider") names = QStringList{u"openai-main"_s, u"anthropic-main"_s, u"sandbox"_s};
    if (by == u"model" || by == u"target") names = QStringList{u"openai-main/gpt-4o-mini"_s, u"anthropic-main/claude-haiku"_s, u"sandbox/small"_s};
    if (by == u"route") names = QStringList{u"fast-json"_s, u"summaries"_s, u"starter"_s};
    if (by == u"key") names = QStringList{u"web-shop"_s, u"support-desk"_s};
    if (by == u"status") names = QStringList{u"succeeded"_s, u"failed"_s};
    QJsonArray groups;
    QJsonArray totals;
    for (int group = 0; group < names.size(); ++group) {
        QJsonArray points;
        double calls = 0, failed = 0, cost = 0;
        int at = 0;
        for (QDateTime time = from; time < to && at < 2000; time = time.addSecs(step), ++at) {
            if (at > 30 && at < 34 && group == 1) continue; // a gap
            const double wave = 1 + 0.4 * std::sin(at / 9.0 + group);
            const bool incident = at > 70 && at < 80 && group == 0;
            const double n = std::round(step * 6.0 * wave / (group + 1));
            const double bad = incident ? std::round(n * 0.2) : std::round(n * 0.004);
            const double usd = n * 0.00042 / (group + 1);
            const double base = (240 + 80 * group) * (incident ? 3.1 : 1) * (0.9 + 0.2 * wave);
            points.append(QJsonObject{{"at"_L1, time.toUTC().toString(Qt::ISODateWithMs)}, {"calls"_L1, n}, {"succeeded"_L1, n - bad}, {"failed"_L1, bad}, {"cancelled"_L1, 0}, {"degraded"_L1, 0},
                                      {"reported_success"_L1, 0}, {"reported_failure"_L1, 0}, {"reported_overridden"_L1, 0}, {"override_rate"_L1, QJsonValue()},
                                      {"fallbacks"_L1, incident ? std::round(n * 0.3) : 1}, {"retries"_L1, 2}, {"input_tokens"_L1, n * 900}, {"output_tokens"_L1, n * 220},
                                      {"cost_usd"_L1, QString::number(usd, 'f', 9)}, {"first_token_p50_ms"_L1, base}, {"first_token_p95_ms"_L1, base * 2.6},
                                      {"first_token_p99_ms"_L1, base * 4.4}, {"end_to_end_p50_ms"_L1, base * 4}, {"end_to_end_p95_ms"_L1, base * 9}, {"end_to_end_p99_ms"_L1, base * 14}});
            calls += n;
            failed += bad;
            cost += usd;
        }
        groups.append(QJsonObject{{"group"_L1, names[group]}, {"points"_L1, points}});
        totals.append(QJsonObject{{"group"_L1, names[group]}, {"calls"_L1, calls}, {"succeeded"_L1, calls - failed}, {"failed"_L1, failed}, {"cancelled"_L1, 0}, {"degraded"_L1, 0},
                                  {"reported_success"_L1, 0}, {"reported_failure"_L1, 0}, {"reported_overridden"_L1, 0}, {"override_rate"_L1, QJsonValue()},
                                  {"error_rate"_L1, calls > 0 ? failed / calls : 0}, {"fallback_rate"_L1, 0.03},
                                  {"fallbacks"_L1, std::round(calls * 0.03)}, {"retries"_L1, std::round(calls * 0.02)}, {"input_tokens"_L1, calls * 900}, {"output_tokens"_L1, calls * 220},
                                  {"cost_usd"_L1, QString::number(cost, 'f', 9)}, {"first_token_p50_ms"_L1, 300}, {"first_token_p95_ms"_L1, 900}, {"first_token_p99_ms"_L1, 1500},
                                  {"end_to_end_p50_ms"_L1, 1300}, {"end_to_end_p95_ms"_L1, 3100}, {"end_to_end_p99_ms"_L1, 5200},
                                  {"success_rate"_L1, calls > 0 ? (calls - failed) / calls : 0}, {"cost_per_success_usd"_L1, QString::number(cost / std::max(1.0, calls - failed), 'f', 9)}});
    }
    return {{"from"_L1, from.toUTC().toString(Qt::ISODateWithMs)}, {"to"_L1, to.toUTC().toString(Qt::ISODateWithMs)}, {"step_s"_L1, step}, {"groups"_L1, groups}, {"totals"_L1, totals}};
}

QJsonArray documentsData(const QString& kind) {
    const auto one = [](const char* ofKind, const char* name, int latest, const char* message, double age) {
        return QJsonObject{{"kind"_L1, QLatin1StringView(ofKind)}, {"name"_L1, QLatin1StringView(name)}, {"latest"_L1, latest}, {"labels"_L1, QJsonObject{{"latest"_L1, latest}, {"production"_L1, latest > 3 ? latest - 1 : latest}}},
                           {"updated_at"_L1, ago(age)}, {"author"_L1, "kim"_L1}, {"message"_L1, QLatin1StringView(message)}, {"archived"_L1, false}, {"description"_L1, ""_L1}, {"protected"_L1, QJsonArray()},
                           {"calls_24h"_L1, QJsonValue()}, {"success_24h"_L1, QJsonValue()}, {"rollout"_L1, QJsonValue()}};
    };
    const QJsonArray all{one("provider", "anthropic-main", 2, "Allow 32 calls at once", 86400 * 4), one("provider", "openai-main", 3, "Add gpt-4o", 86400 * 2),
                         one("provider", "sandbox", 1, "First start", 86400 * 9),          one("route", "fast-json", 5, "Send a tenth to Anthropic", 3600 * 5),
                         one("route", "starter", 1, "First start", 86400 * 9),              one("route", "summaries", 2, "Cheapest first", 86400),
                         one("route", "vision", 1, "Receipts", 86400 * 3),                  one("policy", "default", 1, "First start", 86400 * 9),
                         one("policy", "patient", 2, "Longer first-token limit", 86400 * 6)};
    QJsonArray found;
    for (const QJsonValue& document : all)
        if (kind.isEmpty() || document["kind"_L1].toString() == kind) found.append(document);
    return found;
}

QJsonObject documentData(const QString& kind, const QString& name) {
    const QJsonObject spec = kind == u"provider" ? providerSpec(name) : kind == u"route" ? routeSpec(name) : policySpec(name);
    return {{"kind"_L1, kind}, {"name"_L1, name}, {"version"_L1, 2}, {"content_hash"_L1, "5f1c0a77d2e94bb8"_L1}, {"author"_L1, "kim"_L1}, {"message"_L1, "Send a tenth to Anthropic"_L1},
            {"created_at"_L1, ago(3600 * 5)}, {"labels"_L1, QJsonArray{"production"_L1}}, {"protected_labels"_L1, QJsonArray()}, {"spec"_L1, spec}};
}

ControlReply usualAnswer(const ControlRequest& request) {
    if (const auto answer = workflowAnswer(request)) return *answer;
    const QString& path = request.path;
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    const QString first = parts.value(0);
    if (const auto prompts = promptsAnswer(request)) return *prompts;
    if (request.method == "GET") {
        if (path == u"/status") return {200, statusData()};
        if (path == u"/me") return {200, QJsonObject{{"name"_L1, "kim"_L1}, {"role"_L1, "admin"_L1}}};
        if (path == u"/overview") return {200, overviewData()};
        if (path == u"/runs") return {200, runsPage(request.query)};
        if (first == u"runs" && parts.size() == 2) {
            for (int index = 0; index < 400; ++index)
                if (runData(index).value("id"_L1).toString() == parts[1]) return {200, runData(index, true)};
            return {404, errorBody(u"not_found"_s, u"There is no run %1."_s.arg(parts[1]), {}, u"run_not_found"_s)};
        }
        if (first == u"runs" && parts.value(2) == u"payload")
            return {200, QJsonObject{{"request"_L1, "{\"model\":\"route/fast-json\",\"messages\":[{\"role\":\"user\",\"content\":\"Classify: my parcel is late\"}]}"_L1},
                                     {"response"_L1, "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"{\\\"label\\\":\\\"delivery\\\"}\"}}]}"_L1}, {"expires_at"_L1, ago(-86400 * 30)}}};
        if (path == u"/metrics") return {200, metricsData(request.query)};
        if (path == u"/documents") return {200, page(documentsData(request.query.queryItemValue(u"kind"_s)))};
        if (first == u"documents" && parts.size() == 3) {
            for (const QJsonValue& one : documentsData(parts[1]))
                if (one["name"_L1].toString() == parts[2]) return {200, documentData(parts[1], parts[2])};
            return {404, errorBody(u"not_found"_s, u"There is no %1 %2."_s.arg(parts[1], parts[2]), {}, u"document_not_found"_s)};
        }
        if (first == u"documents" && parts.value(3) == u"versions") {
            QJsonArray versions;
            for (int version = 5; version > 0; --version)
                versions.append(QJsonObject{{"kind"_L1, parts[1]}, {"name"_L1, parts[2]}, {"version"_L1, version}, {"content_hash"_L1, QString(u"5f1c0a77d2e94b"_s + QString::number(version))}, {"author"_L1, "kim"_L1},
                                            {"message"_L1, version == 1 ? "First version"_L1 : "Send a tenth to Anthropic"_L1}, {"created_at"_L1, ago(3600.0 * 7 * (6 - version))},
                                            {"labels"_L1, version == 4 ? QJsonArray{"production"_L1} : QJsonArray()}});
            return {200, page(versions)};
        }
        if (first == u"documents" && parts.value(3) == u"yaml") return {200, QJsonValue(u"kind: %1\nname: %2\nspec:\n  strategy: ordered\n"_s.arg(parts[1], parts[2]))};
        if (path == u"/policies/effective")
            return {200, QJsonObject{{"policy"_L1, policySpec(u"default"_s)}, {"modules"_L1, "default@1,patient@2"_L1}, {"origins"_L1, QJsonObject{{"/reliability/total_timeout_ms"_L1, "patient"_L1}}}}};
        if (first == u"routes" && parts.value(2) == u"explain")
            return {200, QJsonObject{{"strategy"_L1, "ordered"_L1}, {"order"_L1, QJsonArray{QJsonObject{{"target"_L1, "openai-main/gpt-4o-mini"_L1}, {"eligible"_L1, true}, {"reason"_L1, "First by weight 90."_L1}},
                                                            QJsonObject{{"target"_L1, "anthropic-main/claude-haiku"_L1}, {"eligible"_L1, false}, {"reason"_L1, "It cannot do json_schema."_L1}}}}}};
        if (path == u"/secrets")
            return {200, page({QJsonObject{{"name"_L1, "anthropic-main"_L1}, {"bound_to"_L1, "https://api.anthropic.com:443"_L1}, {"updated_at"_L1, ago(86400 * 9)}, {"used_by"_L1, QJsonArray{"provider/anthropic-main"_L1}}},
                               QJsonObject{{"name"_L1, "openai-main"_L1}, {"bound_to"_L1, "https://api.openai.com:443"_L1}, {"updated_at"_L1, ago(86400 * 30)}, {"used_by"_L1, QJsonArray{"provider/openai-main"_L1}}}})};
        if (path == u"/keys")
            return {200, page({credential(1, "default", "sbk_k3Qz", 86400 * 9, 0), credential(2, "web-shop", "sbk_9aXw", 86400 * 5, 95), credential(3, "support-desk", "sbk_Lm02", 86400 * 5, 95), credential(4, "old-laptop", "sbk_p0Qe", 86400 * 8, 0, true)})};
        if (path == u"/tokens") return {200, page({credential(1, "admin", "sbt_J2b1", 86400 * 9, 0, false, "admin"), credential(2, "grafana", "sbt_oP81", 86400 * 2, 40, false, "viewer")})};
        if (first == u"sandbox")
            return {200, sandboxData()};
    }
    if (request.method == "PUT" && first == u"sandbox") {
        QJsonObject settings = sandboxData();
        for (auto member = request.body.begin(); member != request.body.end(); ++member) settings.insert(member.key(), member.value());
        return {200, settings};
    }
    if (request.method == "PUT" && first == u"secrets") return {200, QJsonObject{{"name"_L1, parts.value(1)}, {"bound_to"_L1, request.body.value("bound_to"_L1)}}};
    if (request.method == "POST") {
        if (path == u"/documents") return {201, QJsonObject{{"kind"_L1, request.body.value("kind"_L1)}, {"name"_L1, request.body.value("name"_L1)}, {"version"_L1, 4}, {"unchanged"_L1, false}, {"content_hash"_L1, "5f1c0a77d2e94bb8"_L1}, {"labels"_L1, QJsonObject{{"latest"_L1, 4}, {"production"_L1, 4}}}}};
        if (path == u"/keys") return {201, QJsonObject{{"id"_L1, 9}, {"name"_L1, request.body.value("name"_L1)}, {"prefix"_L1, "sbk_ab12"_L1}, {"created_at"_L1, ago(0)}, {"last_used_at"_L1, QJsonValue()}, {"revoked"_L1, false}, {"key"_L1, "sbk_ab12cd34ef56gh78ij90kl12mn34op56qr78st90uv"_L1}}};
        if (path == u"/tokens") return {201, QJsonObject{{"id"_L1, 9}, {"name"_L1, request.body.value("name"_L1)}, {"role"_L1, request.body.value("role"_L1)}, {"prefix"_L1, "sbt_ab12"_L1}, {"created_at"_L1, ago(0)}, {"last_used_at"_L1, QJsonValue()}, {"revoked"_L1, false}, {"token"_L1, "sbt_ab12cd34ef56gh78ij90kl12mn34op56qr78st90uv"_L1}}};
        if (first == u"providers") return {200, QJsonObject{{"ok"_L1, true}, {"message"_L1, "The vendor answered and names 42 models."_L1}, {"latency_ms"_L1, 214}, {"models"_L1, QJsonArray{"gpt-4o-mini"_L1}}}};
        if (first == u"targets") return {204, {}};
        if (path == u"/validate") return {200, QJsonObject{{"documents"_L1, QJsonArray()}, {"violations"_L1, QJsonArray()}}};
    }
    const bool ends = first == u"keys" || first == u"tokens" || first == u"templates" || (first == u"documents" && (parts.size() == 3 || parts.value(5) == u"rollout"));
    if (request.method == "DELETE" && ends) return {204, {}};
    return {404, errorBody(u"not_found"_s, u"There is nothing at %1."_s.arg(path), {}, u"unknown_path"_s)};
}

} // namespace signalbox::test
