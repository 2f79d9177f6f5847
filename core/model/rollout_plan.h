#pragma once

#include "core/model/error.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <vector>

namespace signalbox::model {

/// When a candidate is taken back by itself: from `minCalls` calls of a stage on, if its errors or overrides are more than the stable
/// version's, with a probability below `p` that chance did it in any of the looks at the stage.
struct RolloutGuard {
    std::int64_t minCalls = 50;
    double p = 0.01;
};

/// How a candidate gets a label: which shares of its traffic, one after the other. After the last, or at 100, the label moves.
struct RolloutPlan {
    std::vector<int> stages{5, 25, 100}; ///< percent, rising, 1 to 100
    RolloutGuard guard;
    bool autoAdvance = false; ///< to the next stage once the candidate has its calls and is not worse
};
/// Reads the members `stages`, `guard` and `advance` of a request's body and leaves others alone.
Result<RolloutPlan> readRolloutPlan(const boost::json::object& json);
boost::json::object toJson(const RolloutPlan& plan);

} // namespace signalbox::model
