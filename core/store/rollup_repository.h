#pragma once

#include "core/metrics/rollup.h"
#include "core/store/dimensions.h"

#include <string>
#include <vector>

namespace signalbox::store {

/// What a dashboard asks for. Empty filters: all.
struct RollupQuery {
    enum class GroupBy { None, Provider, Model, Target, Route, Key };
    std::int64_t fromMinute = 0;
    std::int64_t toMinute = 0; ///< not included
    std::int64_t stepMinutes = 1;
    GroupBy groupBy = GroupBy::None;
    std::string provider;
    std::string model;
    std::string route;
    std::string key;
};

struct RollupPoint {
    std::string group;
    std::int64_t minute = 0; ///< begin of the step
    metrics::RollupValue value;
};

class RollupRepository {
public:
    RollupRepository(Connection& connection, Dimensions& dimensions) : connection_(connection), dimensions_(dimensions) {}

    /// Adds to what is stored, and moves the mark to `newestRun`, in one transaction.
    model::Result<void> add(const metrics::RollupMap& rollups, std::int64_t newestRun);
    /// Adds the runs after the mark: what a process that died had committed but not rolled up.
    model::Result<void> catchUp();
    /// Steps without runs are absent. Ordered by group, then time. Cost grows with buckets, not with runs.
    model::Result<std::vector<RollupPoint>> read(const RollupQuery& query);

private:
    Connection& connection_;
    Dimensions& dimensions_;
};

} // namespace signalbox::store
