#include "core/model/run_json.h"

#include "core/base/text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace signalbox::model {

namespace json = boost::json;

namespace {

json::value orNull(const std::optional<std::int64_t>& number) { return number ? json::value(*number) : json::value(nullptr); }

/// What vendors and callers wrote: one bad byte would make the whole reply unreadable.
std::string foreign(const std::string& text) { return isValidUtf8(text) ? text : wellFormedUtf8(text); }

json::value errorOrNull(const std::optional<ErrorClass>& errorClass, const std::string& code, const std::string& message) {
    if (!errorClass) return nullptr;
    return json::object{{"class", nameOf(*errorClass)}, {"code", foreign(code)}, {"message", foreign(message)}};
}

json::array linesOf(std::string_view text) {
    json::array lines;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        if (!line.empty()) lines.push_back(json::value(foreign(std::string(line))));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return lines;
}

void appendNumber(std::string& out, std::int64_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
    out.push_back(',');
}

void appendOptional(std::string& out, const std::optional<std::int64_t>& number) {
    if (number) appendNumber(out, *number);
    else out.append("null,");
}

void appendText(std::string& out, std::string_view text) {
    if (!isValidUtf8(text)) return appendText(out, wellFormedUtf8(text));
    out.push_back('"');
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out.push_back(' '); // control characters mean nothing in a name or a message
        } else {
            out.push_back(c);
        }
    }
    out.append("\",");
}

} // namespace

json::object toJson(const Usage& usage) {
    return {{"input", usage.input},   {"cached_input", usage.cachedInput}, {"cache_write_input", usage.cacheWriteInput},
            {"output", usage.output}, {"reasoning", usage.reasoning},      {"estimated", usage.estimated}};
}

json::object toJson(const Attempt& attempt) {
    return {{"provider", attempt.provider},
            {"model", attempt.model},
            {"reason", nameOf(attempt.reason)},
            {"simulated", attempt.simulated},
            {"started_us", attempt.startedUs},
            {"queued_us", orNull(attempt.queuedUs)},
            {"connected_us", orNull(attempt.connectedUs)},
            {"head_us", orNull(attempt.headUs)},
            {"first_token_us", orNull(attempt.firstTokenUs)},
            {"ended_us", attempt.endedUs},
            {"status", attempt.status},
            {"error", errorOrNull(attempt.errorClass, attempt.errorCode, attempt.errorMessage)},
            {"upstream_request_id", foreign(attempt.upstreamRequestId)},
            {"usage", toJson(attempt.usage)},
            {"cost_usd", attempt.cost.text()}};
}

json::object toJson(const Run& run, bool withAttempts, std::size_t attemptCount, bool hasPayload) {
    json::object object{{"id", run.id.text()},
                        {"started_at", toRfc3339(run.startedAt)},
                        {"protocol", nameOf(run.protocol)},
                        {"status", nameOf(run.status)},
                        {"error", errorOrNull(run.errorClass, run.errorCode, run.errorMessage)},
                        {"http_status", run.httpStatus},
                        {"stream", run.stream},
                        {"simulated", run.simulated},
                        {"key", run.keyName},
                        {"requested_model", foreign(run.requestedModel)},
                        {"route", run.route},
                        {"policy", run.policy},
                        {"workflow", run.workflow},
                        {"prompt", run.prompt},
                        {"provider", run.provider},
                        {"model", run.model},
                        {"finish_reason", foreign(run.finishReason)},
                        {"first_token_us", orNull(run.firstTokenUs)},
                        {"end_to_end_us", run.endToEndUs},
                        {"usage", toJson(run.usage)},
                        {"cost_usd", run.cost.text()},
                        {"client_retry", run.clientRetry},
                        {"trial", run.trial},
                        {"repaired", run.repaired},
                        {"flagged", linesOf(run.flagged)},
                        {"outcome", nullptr},
                        {"attempt_count", attemptCount},
                        {"has_payload", hasPayload}};
    if (withAttempts) {
        json::array attempts;
        for (const auto& attempt : run.attempts) attempts.push_back(toJson(attempt));
        object["attempts"] = std::move(attempts);
    }
    return object;
}

void appendAttempts(std::string& out, const std::vector<Attempt>& attempts) {
    out.push_back('[');
    for (const auto& attempt : attempts) {
        out.push_back('[');
        appendText(out, attempt.provider);
        appendText(out, attempt.model);
        appendNumber(out, static_cast<std::int64_t>(attempt.reason));
        appendNumber(out, attempt.simulated);
        appendNumber(out, attempt.startedUs);
        appendOptional(out, attempt.queuedUs);
        appendOptional(out, attempt.connectedUs);
        appendOptional(out, attempt.headUs);
        appendOptional(out, attempt.firstTokenUs);
        appendNumber(out, attempt.endedUs);
        appendNumber(out, attempt.status);
        appendNumber(out, attempt.errorClass ? static_cast<std::int64_t>(*attempt.errorClass) : 0);
        appendText(out, attempt.errorCode);
        appendText(out, attempt.errorMessage);
        appendText(out, attempt.upstreamRequestId);
        appendNumber(out, attempt.usage.input);
        appendNumber(out, attempt.usage.cachedInput);
        appendNumber(out, attempt.usage.cacheWriteInput);
        appendNumber(out, attempt.usage.output);
        appendNumber(out, attempt.usage.reasoning);
        appendNumber(out, attempt.usage.estimated);
        appendNumber(out, attempt.cost.nanos);
        out.back() = ']';
        out.push_back(',');
    }
    if (out.back() == ',') out.back() = ']';
    else out.push_back(']');
}

std::vector<Attempt> readAttempts(std::string_view text) {
    std::vector<Attempt> attempts;
    json::error_code error;
    const auto list = json::parse(text, error);
    if (error || !list.is_array()) return attempts;
    for (const auto& row : list.get_array()) {
        constexpr std::size_t kMembers = 22;
        if (!row.is_array() || row.get_array().size() < kMembers) continue;
        std::size_t at = 0;
        const auto number = [&]() -> std::int64_t {
            const auto& value = row.get_array()[at++];
            return value.is_int64() ? value.get_int64() : 0;
        };
        const auto optional = [&]() -> std::optional<std::int64_t> {
            const auto& value = row.get_array()[at++];
            return value.is_int64() ? std::optional(value.get_int64()) : std::nullopt;
        };
        const auto word = [&]() -> std::string {
            const auto& value = row.get_array()[at++];
            return value.is_string() ? std::string(value.get_string()) : std::string();
        };
        Attempt attempt;
        attempt.provider = word();
        attempt.model = word();
        attempt.reason = static_cast<AttemptReason>(number());
        attempt.simulated = number() != 0;
        attempt.startedUs = number();
        attempt.queuedUs = optional();
        attempt.connectedUs = optional();
        attempt.headUs = optional();
        attempt.firstTokenUs = optional();
        attempt.endedUs = number();
        attempt.status = static_cast<int>(number());
        if (const auto errorClass = number(); errorClass != 0) attempt.errorClass = static_cast<ErrorClass>(errorClass);
        attempt.errorCode = word();
        attempt.errorMessage = word();
        attempt.upstreamRequestId = word();
        attempt.usage.input = number();
        attempt.usage.cachedInput = number();
        attempt.usage.cacheWriteInput = number();
        attempt.usage.output = number();
        attempt.usage.reasoning = number();
        attempt.usage.estimated = number() != 0;
        attempt.cost.nanos = number();
        attempts.push_back(std::move(attempt));
    }
    return attempts;
}

} // namespace signalbox::model
