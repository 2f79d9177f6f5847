#include "core/control/version_comparison.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace signalbox::control {

namespace json = boost::json;
using metrics::Proportion;
using metrics::Verdict;

namespace {

/// Few callers report on their runs; below this many reports on either side they say nothing.
constexpr std::int64_t kFewestReports = 30;

Proportion proportionOf(std::int64_t hits, std::int64_t trials) {
    const auto all = std::max<std::int64_t>(0, trials);
    return {static_cast<std::uint64_t>(std::clamp<std::int64_t>(hits, 0, all)), static_cast<std::uint64_t>(all)};
}

double rounded(double value) { return std::round(value * 1e5) / 1e5; }

std::string percent(const Proportion& proportion) {
    char text[48];
    std::snprintf(text, sizeof text, "%.1f %% of %llu", 100 * proportion.value(), static_cast<unsigned long long>(proportion.trials));
    return text;
}

GuardVerdict judgeOne(const Proportion& stable, const Proportion& candidate, std::int64_t fewest, double level, const std::string& what) {
    GuardVerdict verdict;
    if (static_cast<std::int64_t>(std::min(stable.trials, candidate.trials)) < fewest) return verdict;
    const bool more = candidate.value() > stable.value();
    const auto look = static_cast<double>(lookFor(static_cast<std::int64_t>(candidate.trials), fewest));
    verdict.p = std::min(1.0, (more ? metrics::chanceOfAsMany(stable, candidate) : metrics::chanceOfAsMany(candidate, stable)) * look * (look + 1));
    const bool beyondChance = verdict.p < level;
    verdict.verdict = !beyondChance ? Verdict::CouldBeChance : more ? Verdict::Worse : Verdict::Better;
    if (verdict.verdict == Verdict::Worse) {
        char p[32];
        std::snprintf(p, sizeof p, "%.2g", verdict.p);
        verdict.reason = what + ": " + percent(candidate) + " calls of the candidate against " + percent(stable) + " of the stable version (p = " + p + ")";
    }
    return verdict;
}

} // namespace

std::string_view nameOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Better: return "better";
    case Verdict::Worse: return "worse";
    case Verdict::CouldBeChance: return "could_be_chance";
    case Verdict::TooFew: return "too_few";
    }
    return {};
}

Proportion errorsOf(const store::VersionCounts& counts) { return proportionOf(counts.unanswered, counts.calls); }
Proportion overridesOf(const store::VersionCounts& counts) { return proportionOf(counts.overridden, counts.reported); }

json::object describe(const Proportion& proportion) {
    if (proportion.trials == 0) return {{"rate", nullptr}, {"low", nullptr}, {"high", nullptr}};
    const auto interval = metrics::wilsonInterval(proportion);
    return {{"rate", rounded(proportion.value())}, {"low", rounded(interval.low)}, {"high", rounded(interval.high)}};
}

std::int64_t lookFor(std::int64_t calls, std::int64_t fewest) {
    constexpr double kMore = 1.25;
    if (calls < fewest) return 0;
    return 1 + static_cast<std::int64_t>(std::log(static_cast<double>(calls) / static_cast<double>(fewest)) / std::log(kMore));
}

GuardVerdict judge(const store::VersionCounts& stable, const store::VersionCounts& candidate, const model::RolloutGuard& guard) {
    auto errors = judgeOne(errorsOf(stable), errorsOf(candidate), guard.minCalls, guard.p, "errors");
    if (errors.verdict == Verdict::Worse) return errors;
    auto overrides = judgeOne(overridesOf(stable), overridesOf(candidate), std::min(guard.minCalls, kFewestReports), guard.p, "overrides");
    return overrides.verdict == Verdict::Worse ? overrides : errors;
}

} // namespace signalbox::control
