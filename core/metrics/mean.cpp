#include "core/metrics/mean.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace signalbox::metrics {

namespace {

/// A result for every argument rather than an exception.
using Policy = boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                             boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                             boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;
using StudentsT = boost::math::students_t_distribution<double, Policy>;

constexpr double kSignificant = 0.05;

} // namespace

double Moments::variance() const {
    if (count < 2) return 0;
    const auto n = static_cast<double>(count);
    return std::max(0.0, (sumOfSquares - sum * sum / n) / (n - 1)); // rounding may leave less than nothing
}

MeanComparison compare(const Moments& baseline, const Moments& candidate, Direction direction) {
    MeanComparison comparison;
    comparison.difference = candidate.mean() - baseline.mean();
    const auto fewest = std::min(baseline.count, candidate.count);
    const bool areNumbers = std::isfinite(comparison.difference) && std::isfinite(baseline.sumOfSquares) && std::isfinite(candidate.sumOfSquares);
    if (fewest < 2 || !areNumbers) {
        comparison.interval = {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
        return comparison;
    }
    const auto n1 = static_cast<double>(baseline.count);
    const auto n2 = static_cast<double>(candidate.count);
    const double v1 = baseline.variance() / n1;
    const double v2 = candidate.variance() / n2;
    const double error = std::sqrt(v1 + v2);
    if (error > 0) {
        const StudentsT distribution((v1 + v2) * (v1 + v2) / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1)));
        const double reach = boost::math::quantile(boost::math::complement(distribution, kSignificant / 2)) * error;
        comparison.interval = {comparison.difference - reach, comparison.difference + reach};
        comparison.pValue = 2 * boost::math::cdf(boost::math::complement(distribution, std::abs(comparison.difference) / error));
    } else { // all values of each side are alike
        comparison.interval = {comparison.difference, comparison.difference};
        comparison.pValue = comparison.difference == 0 ? 1 : 0;
    }
    if (fewest < kFewestTrials) comparison.verdict = Verdict::TooFew;
    else if (comparison.pValue >= kSignificant) comparison.verdict = Verdict::CouldBeChance;
    else comparison.verdict = (comparison.difference > 0) == (direction == Direction::HigherIsBetter) ? Verdict::Better : Verdict::Worse;
    return comparison;
}

} // namespace signalbox::metrics
