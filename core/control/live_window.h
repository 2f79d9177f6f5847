#pragma once

#include "core/gateway/live_state.h"
#include "core/metrics/rollup.h"
#include "core/model/run.h"

#include <boost/json/object.hpp>

#include <array>
#include <map>
#include <mutex>
#include <span>
#include <string>

namespace signalbox::control {

/// The last sixty seconds of runs, second by second: what the overview shows. Fed from the recorder's thread, read from the store's.
class LiveWindow {
public:
    /// Trials are left out.
    void add(std::span<const model::Run> runs, WallTime now);
    /// The resource `/overview`, joined with what the data plane knows of its targets now.
    boost::json::object overview(const gateway::LiveState& live, WallTime now) const;
    /// The same without the series: the event of each second.
    boost::json::object second(const gateway::LiveState& live, WallTime now) const;
    /// Counters since the start, by status, and tokens and cost, in Prometheus text.
    std::string prometheus() const;

private:
    static constexpr std::int64_t kSeconds = 60;
    struct Second {
        std::int64_t number = -1;
        metrics::RollupValue all;
        std::map<std::string, metrics::RollupValue> targets; ///< by provider/model, attempts counted where they were made
        std::map<std::string, metrics::RollupValue> routes;    ///< without version
        std::map<std::string, metrics::RollupValue> workflows; ///< without version
    };
    boost::json::object describe(const gateway::LiveState& live, WallTime now, bool withSeries) const;

    mutable std::mutex mutex_;
    std::array<Second, kSeconds> seconds_;
    metrics::RollupValue sinceStart_; ///< its sketches make the summaries
};

} // namespace signalbox::control
