#pragma once

#include "core/metrics/proportion.h"

#include <cstdint>

namespace signalbox::metrics {

/// What a rollup keeps of values whose mean is compared: cost, seconds.
struct Moments {
    std::uint64_t count = 0;
    double sum = 0;
    double sumOfSquares = 0;

    /// 0 where there are no values.
    double mean() const { return count == 0 ? 0 : sum / static_cast<double>(count); }
    /// Of the sample, with n - 1; 0 where there are fewer than two.
    double variance() const;
};

struct MeanComparison {
    double difference = 0; ///< candidate minus baseline
    Interval interval;     ///< of the difference, 95 %; infinite where a side has fewer than two values, or what are no numbers
    double pValue = 1;     ///< two-sided
    Verdict verdict = Verdict::TooFew;
};

/// Welch's t: unequal variances, with the degrees of freedom of Satterthwaite (Welch: "The generalization of 'Student's' problem
/// when several different population variances are involved", Biometrika 34, 1947). Fewer values than `kFewestTrials` on either
/// side are TooFew; with as many, the means of skewed values such as costs are near enough to normal.
MeanComparison compare(const Moments& baseline, const Moments& candidate, Direction direction);

} // namespace signalbox::metrics
