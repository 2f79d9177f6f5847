#pragma once

#include "core/metrics/rollup.h"
#include "core/store/dimensions.h"

#include <string>
#include <vector>

namespace signalbox::store {

/// What a dashboard asks for. Empty filters: all.
struct RollupQuery {
    enum class GroupBy { None, Provider, Model, Target, Route, Key, Workflow, Prompt }; ///< Workflow and Prompt: with version
    std::int64_t fromMinute = 0;
    std::int64_t toMinute = 0; ///< not included
    std::int64_t stepMinutes = 1;
    GroupBy groupBy = GroupBy::None;
    std::string provider;
    std::string model;
    std::string route;
    std::string key;
    std::string workflow; ///< name, of any version, or `name@version`
    std::string prompt;   ///< the same
};

struct RollupPoint {
    std::string group;
    std::int64_t minute = 0; ///< begin of the step
    metrics::RollupValue value;
};

class RollupRepository {
public:
    RollupRepository(Connection& connection, Dimensions& dimensions) : connection_(connection), dimensions_(dimensions) {}

    /// Up to which run the rollups are complete, but for those of `rollup_late`; known after `catchUp`.
    std::int64_t mark() const { return mark_; }
    /// Adds to what is stored, and moves the mark to `newestRun`, in one transaction. `rollups` holds all late runs as well.
    model::Result<void> add(const metrics::RollupMap& rollups, std::int64_t newestRun);
    /// Adds the late runs and those after the mark: what a process that died had committed but not rolled up.
    model::Result<void> catchUp();
    /// Steps without runs are absent. Ordered by group, then time. Cost grows with buckets, not with runs.
    model::Result<std::vector<RollupPoint>> read(const RollupQuery& query);

private:
    Connection& connection_;
    model::Result<void> catchUpLate();
    Dimensions& dimensions_;
    std::int64_t mark_ = 0;
};

} // namespace signalbox::store
