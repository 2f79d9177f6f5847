#pragma once

#include "core/metrics/proportion.h"
#include "core/metrics/rollup.h"
#include "core/model/rollout_plan.h"
#include "core/store/version_figures.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::control {

std::string_view nameOf(metrics::Verdict verdict); ///< `better`, `worse`, `could_be_chance`, `too_few`

/// Calls that did not get the model's answer, over all that the caller did not leave.
metrics::Proportion errorsOf(const store::VersionCounts& counts);
/// Answers that were replaced, over all that callers said something about.
metrics::Proportion overridesOf(const store::VersionCounts& counts);

/// `{rate, low, high}` with the 95 % interval; all null where there are no trials.
boost::json::object describe(const metrics::Proportion& proportion);

/// A rollout is looked at again and again, and who asks often enough is told in the end that chance is none. So each look waits for
/// a quarter more calls than the one before had, and this says which look so many calls are for: 0 while they are fewer than `fewest`,
/// then 1, 2, ...
std::int64_t lookFor(std::int64_t calls, std::int64_t fewest);

/// What a rollout's guard says: whether the candidate is worse than the stable version beyond chance, and in what.
struct GuardVerdict {
    metrics::Verdict verdict = metrics::Verdict::TooFew;
    double p = 1;        ///< one-sided, of what decided, over all looks so far
    std::string reason;  ///< a sentence, when it is worse
};
/// By errors, then by overrides: each an exact one-sided test with its calls on both sides. Look k has 1/(k(k+1)) of the guard's
/// level: they add up to the level, so that all looks of a stage together take an equal candidate back no more often than that. A
/// candidate is `better` only in errors.
GuardVerdict judge(const store::VersionCounts& stable, const store::VersionCounts& candidate, const model::RolloutGuard& guard);

} // namespace signalbox::control
