#pragma once

#include "core/metrics/proportion.h"
#include "core/metrics/rollup.h"
#include "core/model/rollout_plan.h"
#include "core/store/version_figures.h"

#include <boost/json/object.hpp>

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

/// What a rollout's guard says: whether the candidate is worse than the stable version beyond chance, and in what.
struct GuardVerdict {
    metrics::Verdict verdict = metrics::Verdict::TooFew;
    double p = 1;        ///< one-sided, of what decided
    std::string reason;  ///< a sentence, when it is worse
};
/// By errors, then by overrides: each a one-sided test at the guard's level, with its calls on both sides. A candidate is `better`
/// only in errors.
GuardVerdict judge(const store::VersionCounts& stable, const store::VersionCounts& candidate, const model::RolloutGuard& guard);

} // namespace signalbox::control
