#include "core/metrics/proportion.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace signalbox::metrics {

namespace {

constexpr double kZ95 = 1.959963984540054; ///< the standard normal quantile of 0.975
constexpr double kSignificant = 0.05;
constexpr double kNegligible = 1e-15; ///< of a sum, what its last bits do not show

/// More hits than trials there cannot be.
Proportion sane(const Proportion& proportion) { return {std::min(proportion.hits, proportion.trials), proportion.trials}; }

/// How many standard errors the candidate is above the baseline when both are alike; 0 where that cannot be said.
double pooledZ(const Proportion& baseline, const Proportion& candidate) {
    if (baseline.trials == 0 || candidate.trials == 0) return 0;
    const auto n1 = static_cast<double>(baseline.trials);
    const auto n2 = static_cast<double>(candidate.trials);
    const double pooled = static_cast<double>(baseline.hits + candidate.hits) / (n1 + n2);
    const double error = std::sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
    return error > 0 ? (candidate.value() - baseline.value()) / error : 0;
}

/// The logarithm of how many ways there are to choose `k` of `n`.
double logChoices(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

/// The share of the standard normal distribution above `z`.
double upperTail(double z) { return std::erfc(z / std::numbers::sqrt2) / 2; }

} // namespace

Interval wilsonInterval(const Proportion& proportion) {
    const auto [hits, trials] = sane(proportion);
    if (trials == 0) return {0, 1};
    const auto n = static_cast<double>(trials);
    const double p = static_cast<double>(hits) / n;
    const double z2 = kZ95 * kZ95;
    const double centre = p + z2 / (2 * n);
    const double reach = kZ95 * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    const double scale = 1 + z2 / n;
    // At the ends the formula gives 0 and 1 but for the last bit.
    return {hits == 0 ? 0 : (centre - reach) / scale, hits == trials ? 1 : (centre + reach) / scale};
}

ProportionComparison compare(const Proportion& baselineGiven, const Proportion& candidateGiven, Direction direction) {
    const auto baseline = sane(baselineGiven);
    const auto candidate = sane(candidateGiven);
    ProportionComparison comparison;
    comparison.difference = candidate.value() - baseline.value();
    if (baseline.trials == 0 || candidate.trials == 0) {
        comparison.interval = {-1, 1};
        return comparison;
    }
    const auto before = wilsonInterval(baseline);
    const auto after = wilsonInterval(candidate);
    comparison.interval = {comparison.difference - std::hypot(candidate.value() - after.low, before.high - baseline.value()),
                           comparison.difference + std::hypot(after.high - candidate.value(), baseline.value() - before.low)};
    comparison.pValue = 2 * upperTail(std::abs(pooledZ(baseline, candidate)));
    if (std::min(baseline.trials, candidate.trials) < kFewestTrials) comparison.verdict = Verdict::TooFew;
    else if (comparison.pValue >= kSignificant || comparison.interval.contains(0)) comparison.verdict = Verdict::CouldBeChance;
    else comparison.verdict = (comparison.difference > 0) == (direction == Direction::HigherIsBetter) ? Verdict::Better : Verdict::Worse;
    return comparison;
}

double chanceOfAsMany(const Proportion& baselineGiven, const Proportion& candidateGiven) {
    const auto baseline = sane(baselineGiven);
    const auto candidate = sane(candidateGiven);
    if (candidate.hits == 0 || baseline.hits == baseline.trials) return 1; // there is no other way; and of no trials
    const auto n1 = static_cast<double>(baseline.trials);
    const auto n2 = static_cast<double>(candidate.trials);
    const auto hits = static_cast<double>(baseline.hits + candidate.hits);
    // With all hits given, the candidate's are hypergeometric.
    auto own = static_cast<double>(candidate.hits);
    if (own * n1 <= (hits - own) * n2) return 1 - chanceOfAsMany({candidate.hits - 1, candidate.trials}, {baseline.hits + 1, baseline.trials}); // the smaller tail
    double term = std::exp(logChoices(n2, own) + logChoices(n1, hits - own) - logChoices(n1 + n2, hits));
    double sum = 0;
    for (; own <= std::min(hits, n2) && term > sum * kNegligible; ++own) {
        sum += term;
        term *= (n2 - own) * (hits - own) / ((own + 1) * (n1 - hits + own + 1));
    }
    return std::min(1.0, sum);
}

} // namespace signalbox::metrics
