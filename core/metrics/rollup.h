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
    Money cost;
    DDSketch firstToken; ///< microseconds, streamed runs
    DDSketch endToEnd;   ///< microseconds, runs that succeeded

    void add(const model::Run& run);
    void merge(const RollupValue& other);
};

/// Definitions, in one place. A rate of nothing is nothing, not zero.

/// Task success: the contract was kept and nothing failed. (Reviews and reported outcomes join when they exist.)
std::optional<double> successRate(const RollupValue& value);
/// Failed runs over all that were not the caller's own leaving.
std::optional<double> errorRate(const RollupValue& value);
/// Runs that needed another target than the first, over all.
std::optional<double> fallbackRate(const RollupValue& value);
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
/// A trial is no production: it adds nothing.
void addTo(RollupMap& rollups, const model::Run& run);

} // namespace signalbox::metrics
