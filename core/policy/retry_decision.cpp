#include "core/policy/retry_decision.h"

namespace signalbox::policy {

NextStep decideNext(const AttemptOutcome& outcome, const std::function<bool()>& takeRetryFromBudget) {
    constexpr std::chrono::milliseconds kWorthWaiting{1000};
    if (outcome.contentSent || outcome.remaining.count() <= 0) return NextStep::GiveUp;
    const bool mayMove = outcome.traits.tryOtherTarget && outcome.otherTargetsRemain;
    const bool mayWait = outcome.delay < outcome.remaining && (!mayMove || outcome.delay <= kWorthWaiting);
    if (outcome.traits.retrySameTarget && outcome.attemptsAtTarget < outcome.maxAttemptsPerTarget && mayWait && takeRetryFromBudget())
        return NextStep::RetrySame;
    return mayMove ? NextStep::NextTarget : NextStep::GiveUp;
}

} // namespace signalbox::policy
