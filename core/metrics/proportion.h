#pragma once

#include <cstdint>

namespace signalbox::metrics {

/// A share of calls: successes of all, overrides of all decisions, errors of all calls.
struct Proportion {
    std::uint64_t hits = 0;
    std::uint64_t trials = 0;

    /// 0 where there are no trials.
    double value() const { return trials == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(trials); }
};

struct Interval {
    double low = 0;
    double high = 0;
    bool contains(double value) const { return low <= value && value <= high; }
};

/// Where the true proportion lies with 95 % confidence: the score interval without continuity correction (Wilson: "Probable
/// Inference, the Law of Succession, and Statistical Inference", JASA 22, 1927). 0 to 1 where there are no trials.
Interval wilsonInterval(const Proportion& proportion);

/// What a person may conclude.
enum class Verdict : unsigned char { Better, Worse, CouldBeChance, TooFew };

/// Which way is good: successes go up, errors and overrides go down.
enum class Direction : unsigned char { HigherIsBetter, LowerIsBetter };

struct ProportionComparison {
    double difference = 0; ///< candidate minus baseline
    Interval interval;     ///< of the difference, 95 %
    double pValue = 1;     ///< two-sided
    Verdict verdict = Verdict::TooFew;
};

/// Fewer trials on either side than this are TooFew, whatever they say.
inline constexpr std::uint64_t kFewestTrials = 30;

/// The interval is Newcombe's hybrid score interval, method 10 ("Interval estimation for the difference between independent
/// proportions", Statistics in Medicine 17, 1998); the p-value that of the pooled z test for two proportions (Fleiss, Levin,
/// Paik: "Statistical Methods for Rates and Proportions", 3rd ed. 2003, section 3.1, without continuity correction). Better and
/// Worse take both: p below 0.05 and an interval without zero.
ProportionComparison compare(const Proportion& baseline, const Proportion& candidate, Direction direction);

/// How likely chance alone gives the candidate its hits or more, if both are alike: Fisher's exact test, one-sided ("The Design of
/// Experiments", 1935). Unlike the z test it is right for few hits too, where one error of fifty calls is little evidence against a
/// baseline that has none of a thousand. 1 where there are no trials.
double chanceOfAsMany(const Proportion& baseline, const Proportion& candidate);

} // namespace signalbox::metrics
