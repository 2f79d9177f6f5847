#include "core/providers/openai_errors.h"

#include "core/base/text.h"

#include <boost/json.hpp>

#include <charconv>
#include <cmath>

namespace signalbox::providers {

namespace json = boost::json;
using model::Error;
using model::ErrorClass;
using model::ErrorTraits;

namespace {

constexpr ErrorTraits kOtherTargetOnly{.retrySameTarget = false, .tryOtherTarget = true, .countsAgainstHealth = true};

std::string_view stringMember(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// The class that the body's code or type names; nothing when it names none.
std::optional<ErrorClass> classOfCode(std::string_view code, std::string_view type) {
    for (const auto word : {code, type}) {
        if (word == "rate_limit_exceeded" || word == "slow_down" || word == "rate_limit_error" || word == "requests" || word == "tokens") return ErrorClass::RateLimited;
        if (word == "context_length_exceeded" || word == "string_above_max_length" || word == "exceed_context_size_error") return ErrorClass::ContextTooLong;
        if (word == "content_filter" || word == "content_policy_violation" || word == "ResponsibleAIPolicyViolation") return ErrorClass::ContentRefused;
        if (word == "model_not_found" || word == "DeploymentNotFound") return ErrorClass::NotFound;
        if (word == "invalid_api_key" || word == "authentication_error") return ErrorClass::Unauthenticated;
        if (word == "permission_error" || word == "unsupported_country_region_territory") return ErrorClass::Forbidden;
        if (word == "server_error" || word == "internal_error" || word == "api_error") return ErrorClass::UpstreamUnavailable;
        if (word == "overloaded_error" || word == "engine_overloaded" || word == "server_overloaded") return ErrorClass::Overloaded;
        if (word == "billing_error") return ErrorClass::BudgetExceeded;
        if (word == "timeout" || word == "timeout_error") return ErrorClass::UpstreamTimeout;
    }
    if (type == "invalid_request_error") return ErrorClass::InvalidRequest;
    return {};
}

ErrorClass classOfStatus(int status) {
    switch (status) {
    case 400:
    case 413:
    case 415:
    case 422: return ErrorClass::InvalidRequest;
    case 401: return ErrorClass::Unauthenticated;
    case 402: return ErrorClass::BudgetExceeded;
    case 403: return ErrorClass::Forbidden;
    case 404:
    case 405:
    case 410: return ErrorClass::NotFound;
    case 408:
    case 504: return ErrorClass::UpstreamTimeout;
    case 429: return ErrorClass::RateLimited;
    case 503:
    case 529: return ErrorClass::Overloaded;
    default: break;
    }
    return status >= 500 ? ErrorClass::UpstreamUnavailable : ErrorClass::UpstreamInvalid;
}

bool isSpendLimit(std::string_view code, std::string_view type) {
    return code == "insufficient_quota" || type == "insufficient_quota" || code == "billing_hard_limit_reached" || code == "spend_limit_exceeded";
}

} // namespace

std::optional<std::chrono::milliseconds> readRetryAfter(const HeaderLookup& header) {
    const auto number = [](std::string_view text) -> std::optional<double> {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (text.empty() || error != std::errc{} || end != text.data() + text.size() || !(value >= 0) || value > 1e7) return {};
        return value;
    };
    if (const auto ms = number(header("retry-after-ms"))) return std::chrono::milliseconds{std::llround(*ms)};
    if (const auto seconds = number(header("retry-after"))) return std::chrono::milliseconds{std::llround(*seconds * 1000)};
    return {};
}

Error classifyOpenAiObject(const json::object& object) {
    const auto code = stringMember(object, "code");
    const auto type = stringMember(object, "type");
    Error error;
    error.message = truncatedUtf8(stringMember(object, "message"), 500);
    error.code = code.empty() ? type : code;
    if (isSpendLimit(code, type)) {
        error.errorClass = ErrorClass::RateLimited;
        error.narrowed = kOtherTargetOnly; // waiting does not fill an account
    } else {
        error.errorClass = classOfCode(code, type).value_or(ErrorClass::UpstreamUnavailable);
        if (error.errorClass == ErrorClass::InvalidRequest && (contains(error.message, "maximum context length") || contains(error.message, "context window")))
            error.errorClass = ErrorClass::ContextTooLong;
    }
    return error;
}

Error classifyOpenAi(int status, const HeaderLookup& header, std::string_view body) {
    Error error;
    json::error_code invalid;
    const json::value value = json::parse(body, invalid);
    const json::object* object = nullptr;
    if (!invalid && value.is_object()) {
        const auto* inner = value.get_object().if_contains("error");
        object = inner && inner->is_object() ? &inner->get_object() : &value.get_object();
    }
    bool named = false;
    if (object) {
        error = classifyOpenAiObject(*object);
        const auto code = stringMember(*object, "code");
        const auto type = stringMember(*object, "type");
        named = isSpendLimit(code, type) || classOfCode(code, type).has_value();
        // "invalid_request_error" is the type of nearly everything that OpenAI refuses; the status then says which.
        if (named && error.errorClass == ErrorClass::InvalidRequest && (status == 401 || status == 403 || status == 404 || status == 429)) named = false;
        if (const auto* plain = value.get_object().if_contains("error"); plain && plain->is_string()) error.message = truncatedUtf8(plain->get_string(), 500);
    }
    if (!named) error.errorClass = classOfStatus(status);
    if (status >= 300 && status < 400) error.message = "answered with a redirect, which is not followed";
    if (error.message.empty()) error.message = "answered with status " + std::to_string(status);
    error.retryAfter = readRetryAfter(header);
    return error;
}

} // namespace signalbox::providers
