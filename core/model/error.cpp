#include "core/model/error.h"

#include <array>

namespace signalbox::model {

ErrorTraits traitsOf(ErrorClass errorClass) {
    switch (errorClass) {
    case ErrorClass::RateLimited:
    case ErrorClass::Overloaded: return {.retrySameTarget = true, .tryOtherTarget = true, .countsAgainstHealth = true};
    case ErrorClass::UpstreamTimeout:
    case ErrorClass::UpstreamUnavailable:
    case ErrorClass::UpstreamInvalid: return {.retrySameTarget = true, .tryOtherTarget = true, .countsAgainstHealth = true};
    case ErrorClass::ContextTooLong: return {.retrySameTarget = false, .tryOtherTarget = true, .countsAgainstHealth = false};
    // Our credential at the vendor, or a model it does not know: the caller can do nothing, another target can.
    case ErrorClass::Unauthenticated:
    case ErrorClass::Forbidden:
    case ErrorClass::NotFound: return {.retrySameTarget = false, .tryOtherTarget = true, .countsAgainstHealth = true};
    case ErrorClass::InvalidRequest:
    case ErrorClass::ContractViolation:
    case ErrorClass::BudgetExceeded:
    case ErrorClass::ContentRefused:
    case ErrorClass::HeldForReview:
    case ErrorClass::Blocked:
    case ErrorClass::Cancelled:
    case ErrorClass::Internal: return {};
    }
    return {};
}

namespace {
constexpr std::array<std::string_view, 18> kNames = {
    "",
    "invalid_request",
    "contract_violation",
    "unauthenticated",
    "forbidden",
    "not_found",
    "rate_limited",
    "budget_exceeded",
    "context_too_long",
    "content_refused",
    "upstream_timeout",
    "upstream_unavailable",
    "upstream_invalid",
    "overloaded",
    "held_for_review",
    "blocked",
    "cancelled",
    "internal",
};
}

std::string_view nameOf(ErrorClass errorClass) {
    const auto index = static_cast<std::size_t>(errorClass);
    return index < kNames.size() ? kNames[index] : std::string_view("internal");
}

std::optional<ErrorClass> errorClassNamed(std::string_view name) {
    for (std::size_t i = 1; i < kNames.size(); ++i)
        if (kNames[i] == name) return static_cast<ErrorClass>(i);
    return {};
}

} // namespace signalbox::model
