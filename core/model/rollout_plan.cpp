#include "core/model/rollout_plan.h"

#include "core/model/spec_reader.h"

#include <boost/json/array.hpp>

namespace signalbox::model {

namespace {

constexpr std::size_t kMostStages = 20;

std::vector<int> readStages(SpecReader& reader, const boost::json::array& list) {
    std::vector<int> stages;
    if (list.empty() || list.size() > kMostStages) reader.violation("stages", "should be 1 to 20 percentages, like [5, 25, 100]");
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto* percent = list[i].if_int64();
        const auto at = reader.pointerTo("stages") + '/' + std::to_string(i);
        if (!percent || *percent < 1 || *percent > 100) {
            reader.violations().add(at, "should be a whole percentage from 1 to 100");
            continue;
        }
        if (!stages.empty() && *percent <= stages.back()) reader.violations().add(at, "should be more than the stage before it");
        stages.push_back(static_cast<int>(*percent));
    }
    if (!stages.empty() && stages.front() == 100) reader.violation("stages", "begins at 100 %: that is no rollout; move the label instead");
    return stages;
}

} // namespace

Result<RolloutPlan> readRolloutPlan(const boost::json::object& json) {
    RolloutPlan plan;
    Violations violations;
    SpecReader reader(json, "", violations);
    if (const auto* stages = reader.array("stages")) plan.stages = readStages(reader, *stages);
    if (const auto* guard = reader.object("guard")) {
        SpecReader inner(*guard, reader.pointerTo("guard"), violations);
        inner.integer("min_calls", plan.guard.minCalls, 1, 10'000'000);
        inner.number("p", plan.guard.p, 0.000001, 0.5);
        inner.refuseUnknown();
    }
    std::string advance;
    if (reader.text("advance", advance)) {
        plan.autoAdvance = advance == "auto";
        if (advance != "auto" && advance != "manual") reader.violation("advance", "'" + advance + "' is not known; known are manual, auto");
    }
    if (violations.empty()) return plan;
    auto error = violations.error("The rollout");
    error.code = "invalid_rollout";
    return tl::unexpected(std::move(error));
}

boost::json::object toJson(const RolloutPlan& plan) {
    boost::json::array stages;
    for (const int percent : plan.stages) stages.push_back(percent);
    return {{"stages", std::move(stages)}, {"guard", {{"min_calls", plan.guard.minCalls}, {"p", plan.guard.p}}}, {"advance", plan.autoAdvance ? "auto" : "manual"}};
}

} // namespace signalbox::model
