#pragma once

#include "core/base/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::model {

/// The one taxonomy of what can go wrong with a call. Vendors' codes are mapped to it in `providers`, and it is mapped to each
/// client protocol's shape in `gateway`. Values are stored: append only.
enum class ErrorClass : unsigned char {
    InvalidRequest = 1,
    ContractViolation,
    Unauthenticated,
    Forbidden,
    NotFound,
    RateLimited,
    BudgetExceeded,
    ContextTooLong,
    ContentRefused,
    UpstreamTimeout,
    UpstreamUnavailable,
    UpstreamInvalid,
    Overloaded,
    HeldForReview,
    Blocked,
    Cancelled,
    Internal,
};

/// What the class means for the attempt that ended with it.
struct ErrorTraits {
    bool retrySameTarget = false;    ///< the same target may answer next time
    bool tryOtherTarget = false;     ///< another target may answer now
    bool countsAgainstHealth = false; ///< the circuit breaker hears of it
};

/// Of the class alone. A connector may narrow it: `insufficient_quota` is RateLimited that only another target can mend.
ErrorTraits traitsOf(ErrorClass errorClass);

/// `rate_limited`, as in records, metrics and our own error bodies.
std::string_view nameOf(ErrorClass errorClass);
std::optional<ErrorClass> errorClassNamed(std::string_view name);

/// One thing that is wrong with a document or an input.
struct Violation {
    std::string pointer; ///< JSON pointer (RFC 6901); empty: the whole
    std::string message; ///< a sentence: what is wrong and what would be right
    std::string hint{};  ///< a sentence: what was perhaps meant, or what to do; may be empty
    int line = 0;        ///< in the text at `pointer`, from 1; 0: not said
    int column = 0;      ///< in characters, from 1
};

struct Error {
    ErrorClass errorClass = ErrorClass::Internal;
    std::string message;                     ///< for a person: what failed, why, what to do. Never a secret.
    std::string code;                        ///< finer than the class, stable, may be empty: `breaker_open`, `insufficient_quota`
    std::vector<Violation> violations;       ///< for InvalidRequest and ContractViolation
    std::optional<std::chrono::milliseconds> retryAfter; ///< when waiting helps
    std::optional<ErrorTraits> narrowed;     ///< set by a connector that knows better than the class

    ErrorTraits traits() const { return narrowed ? *narrowed : traitsOf(errorClass); }
};

template <class T>
using Result = ResultOf<T, Error>;

inline tl::unexpected<Error> failure(ErrorClass errorClass, std::string message, std::string code = {}) {
    return tl::unexpected<Error>(Error{errorClass, std::move(message), std::move(code), {}, {}, {}});
}

} // namespace signalbox::model
