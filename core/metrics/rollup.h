#pragma once

#include "core/base/money.h"
#include "core/metrics/ddsketch.h"
#include "core/model/run.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>

namespace signalbox::metrics {

/// Quality, latency and economics of all runs of one minute and one combination of dimensions; adds up over both.
struct RollupValue {
    std::int64_t calls = 0;
    std::int64_t succeeded = 0;
    std::int64_t degraded = 0;
    std::int64_t failed = 0;
    std::int64_t cancelled = 0;
    std::int64_t attempts = 0;
    std::int64_t retries = 0;   ///< attempts at the same target again
    std::int64_t fallbacks = 0; ///< runs that went on to another target
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    std::int64_t reportedSuccess = 0; ///< what callers said about their runs afterwards
    std::int64_t reportedFailure = 0;
    std::int64_t reportedOverridden = 0;
    std::int64_t rejected = 0; ///< succeeded by itself, and was reported as a failure or overridden
    Money cost;
    DDSketch firstToken; ///< microseconds, streamed runs
    DDSketch endToEnd;   ///< microseconds, runs that succeeded

    void add(const model::Run& run);
    void merge(const RollupValue& other);
    /// Counts what a caller said about a run that ended with `status`; `times` -1 takes back what was said before.
    void report(model::ReportedOutcome outcome, model::RunStatus status, int times = 1);
};

/// Definitions, in one place. A rate of nothing is nothing, not zero.

/// Successful tasks: the contract was kept, nothing failed, and the caller did not report a failure or that the output was overridden.
std::int64_t successes(const RollupValue& value);
/// Successful tasks over all.
std::optional<double> successRate(const RollupValue& value);
/// Failed runs over all that were not the caller's own leaving.
std::optional<double> errorRate(const RollupValue& value);
/// Runs that needed another target than the first, over all.
std::optional<double> fallbackRate(const RollupValue& value);
/// Outputs that callers reported as overridden, over all that they reported on.
std::optional<double> overrideRate(const RollupValue& value);
/// All money spent, failed attempts and retries included, over successful tasks.
std::optional<Money> costPerSuccess(const RollupValue& value);

/// What runs are grouped by. Words as in the run.
struct RollupKey {
    std::int64_t minute = 0; ///< since 1970
    std::string key;
    std::string route;       ///< with version
    std::string provider;
    std::string model;
    std::string workflow;    ///< with version
    std::string prompt;      ///< with version

    bool operator==(const RollupKey&) const = default;
};
struct RollupKeyHash {
    std::size_t operator()(const RollupKey& key) const noexcept;
};

/// Collects between two flushes.
using RollupMap = std::unordered_map<RollupKey, RollupValue, RollupKeyHash>;
/// Trials are left out: they say nothing about production.
void addTo(RollupMap& rollups, const model::Run& run);

} // namespace signalbox::metrics
