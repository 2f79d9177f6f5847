#include "core/providers/vendor_errors.h"

#include "core/base/text.h"
#include "core/providers/json_access.h"
#include "core/providers/retry_after.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace signalbox::providers {

namespace json = boost::json;
using model::Error;
using model::ErrorClass;
using model::ErrorTraits;

namespace {

constexpr std::size_t kMessageBytes = 500;
constexpr ErrorTraits kOtherTargetOnly{.retrySameTarget = false, .tryOtherTarget = true, .countsAgainstHealth = true};

struct Word {
    std::string_view code;
    ErrorClass errorClass;
};

/// Codes and types that vendors write, and what they mean.
constexpr std::array kWords = {
    Word{"rate_limit_exceeded", ErrorClass::RateLimited},
    Word{"slow_down", ErrorClass::RateLimited},
    Word{"rate_limit_error", ErrorClass::RateLimited},
    Word{"requests", ErrorClass::RateLimited},
    Word{"tokens", ErrorClass::RateLimited},
    Word{"RateLimitReached", ErrorClass::RateLimited},
    Word{"context_length_exceeded", ErrorClass::ContextTooLong},
    Word{"string_above_max_length", ErrorClass::ContextTooLong},
    Word{"exceed_context_size_error", ErrorClass::ContextTooLong}, // llama.cpp
    Word{"content_filter", ErrorClass::ContentRefused},
    Word{"content_policy_violation", ErrorClass::ContentRefused},
    Word{"ResponsibleAIPolicyViolation", ErrorClass::ContentRefused},
    Word{"model_not_found", ErrorClass::NotFound},
    Word{"DeploymentNotFound", ErrorClass::NotFound},
    Word{"not_found_error", ErrorClass::NotFound},
    Word{"invalid_api_key", ErrorClass::Unauthenticated},
    Word{"authentication_error", ErrorClass::Unauthenticated},
    Word{"permission_error", ErrorClass::Forbidden},
    Word{"unsupported_country_region_territory", ErrorClass::Forbidden},
    Word{"server_error", ErrorClass::UpstreamUnavailable},
    Word{"internal_error", ErrorClass::UpstreamUnavailable},
    Word{"internal_server_error", ErrorClass::UpstreamUnavailable},
    Word{"api_error", ErrorClass::UpstreamUnavailable},
    Word{"overloaded_error", ErrorClass::Overloaded},
    Word{"engine_overloaded", ErrorClass::Overloaded},
    Word{"server_overloaded", ErrorClass::Overloaded},
    Word{"billing_error", ErrorClass::BudgetExceeded},
    Word{"timeout", ErrorClass::UpstreamTimeout},
    Word{"timeout_error", ErrorClass::UpstreamTimeout},
    Word{"request_too_large", ErrorClass::InvalidRequest},
};

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// The class that the body's code or type names; nothing when it names none.
std::optional<ErrorClass> classOfCode(std::string_view code, std::string_view type) {
    for (const auto word : {code, type}) {
        const auto* known = std::find_if(kWords.begin(), kWords.end(), [&](const Word& one) { return one.code == word; });
        if (known != kWords.end()) return known->errorClass;
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

/// An account or a quota that is used up: waiting a moment does not fill it, and the vendor says so only in words or details.
bool isSpent(const json::object& object, std::string_view code, std::string_view type) {
    for (const auto word : {code, type})
        if (word == "insufficient_quota" || word == "billing_hard_limit_reached" || word == "billing_not_active" || word == "spend_limit_exceeded" || word == "quota_exceeded") return true;
    const auto message = toLowerAscii(stringMember(object, "message"));
    if (contains(message, "credit balance is too low") || contains(message, "usage limits") || contains(message, "spend limit")) return true;
    const auto* details = object.if_contains("details");
    return details && contains(toLowerAscii(json::serialize(*details)), "spend");
}

bool speaksOfContext(std::string_view message) {
    const auto text = toLowerAscii(message);
    for (const auto* phrase : {"maximum context length", "context window", "context length", "prompt is too long", "exceed context limit", "exceeds the available context size", "too many input tokens"})
        if (contains(text, phrase)) return true;
    return false;
}

/// Unset when neither code nor type says anything.
std::optional<ErrorClass> namedClass(const json::object& object, std::string_view code, std::string_view type) {
    auto named = classOfCode(code, type);
    if (named == ErrorClass::InvalidRequest || !named) {
        const auto message = stringMember(object, "message");
        if (speaksOfContext(message)) return ErrorClass::ContextTooLong;
        if (contains(message, "content filtering policy") || contains(message, "content management policy")) return ErrorClass::ContentRefused;
    }
    return named;
}

/// The code as a word; some servers write the status there as a number.
std::string_view codeOf(const json::object& object) { return stringMember(object, "code"); }

void narrow(Error& error) {
    if (error.errorClass == ErrorClass::BudgetExceeded) error.narrowed = kOtherTargetOnly; // our account there, not the caller's budget
}

} // namespace

Error classifyErrorObject(const json::object& object) {
    const auto code = codeOf(object);
    const auto type = stringMember(object, "type");
    Error error;
    error.message = truncatedUtf8(stringMember(object, "message"), kMessageBytes);
    if (error.message.empty()) error.message = "answered with an error";
    error.code = truncatedUtf8(code.empty() ? type : code, 100);
    if (isSpent(object, code, type)) {
        error.errorClass = ErrorClass::RateLimited;
        error.narrowed = kOtherTargetOnly;
        return error;
    }
    auto named = namedClass(object, code, type);
    // Compatible servers (vLLM, OpenRouter) write the status that they would have answered as a number.
    if (const auto status = countMember(object, "code"); !named && status && *status >= 400 && *status < 600) named = classOfStatus(static_cast<int>(*status));
    error.errorClass = named.value_or(ErrorClass::UpstreamUnavailable);
    narrow(error);
    return error;
}

Error classifyAnswer(int status, const HeaderLookup& header, std::string_view body) {
    Error error;
    json::error_code invalid;
    const json::value value = json::parse(body, invalid);
    const json::object* object = nullptr;
    if (!invalid && value.is_object()) {
        const auto* inner = objectMember(value.get_object(), "error");
        object = inner ? inner : &value.get_object();
    }
    bool decided = false;
    if (object) {
        error = classifyErrorObject(*object);
        const auto named = namedClass(*object, codeOf(*object), stringMember(*object, "type"));
        // "invalid_request_error" is the type of nearly everything that OpenAI refuses; the status then says which.
        const bool vague = named == ErrorClass::InvalidRequest && (status == 401 || status == 403 || status == 404 || status == 429);
        decided = isSpent(*object, codeOf(*object), stringMember(*object, "type")) || (named && !vague);
        for (const auto* name : {"error", "detail", "message"}) // Ollama and others: {"error": "..."}; FastAPI: {"detail": "..."}
            if (const auto text = stringMember(value.get_object(), name); !text.empty()) error.message = truncatedUtf8(text, kMessageBytes);
        if (stringMember(*object, "message").empty() && error.message == "answered with an error") error.message.clear();
        if (!decided && speaksOfContext(error.message) && (status == 400 || status == 413)) {
            error.errorClass = ErrorClass::ContextTooLong;
            decided = true;
        }
    }
    if (!decided) {
        error.errorClass = classOfStatus(status);
        error.narrowed.reset();
        narrow(error);
    }
    if (status >= 300 && status < 400) {
        error.message = "answered with a redirect, which is not followed";
        error.narrowed = kOtherTargetOnly;
    }
    if (error.message.empty()) error.message = "answered with status " + std::to_string(status);
    error.retryAfter = readRetryAfter(header);
    return error;
}

} // namespace signalbox::providers
