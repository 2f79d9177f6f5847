#pragma once

#include "core/model/error.h"

#include <chrono>
#include <functional>

namespace signalbox::policy {

/// A failed attempt, and what is left to the call.
struct AttemptOutcome {
    model::ErrorTraits traits;
    model::ErrorClass errorClass = model::ErrorClass::Internal;
    bool contentSent = false;         ///< the caller has seen a part of the answer
    int attemptsAtTarget = 1;         ///< made so far
    int maxAttemptsPerTarget = 1;
    bool otherTargetsRemain = false;
    std::chrono::milliseconds remaining{0}; ///< until the call's deadline
    std::chrono::milliseconds delay{0};     ///< that a retry here would wait: backoff, or what Retry-After asks
};

enum class NextStep { RetrySame, NextTarget, GiveUp };

/// The rules, in order: nothing after content was sent or the deadline passed; a retry here if the error allows it, attempts are
/// left, the wait fits into the deadline and the budget (asked last, because asking takes from it) gives one; else the next
/// target if the error allows that; else the end. A wait is worth less than another target that could serve now: with one left,
/// a Retry-After longer than a second moves on.
NextStep decideNext(const AttemptOutcome& outcome, const std::function<bool()>& takeRetryFromBudget);

} // namespace signalbox::policy
