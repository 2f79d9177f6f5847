#include "core/model/route_spec.h"

#include "core/model/document.h"
#include "core/model/spec_reader.h"

#include <array>

namespace signalbox::model {

namespace {

constexpr std::array<std::pair<Strategy, std::string_view>, 4> kStrategies = {{
    {Strategy::Ordered, "ordered"},
    {Strategy::Weighted, "weighted"},
    {Strategy::Cheapest, "cheapest"},
    {Strategy::Fastest, "fastest"},
}};

TaskProfile readProfile(const boost::json::object& json, std::string pointer, Violations& violations) {
    TaskProfile profile;
    SpecReader reader(json, std::move(pointer), violations);
    std::vector<std::string> needs;
    if (reader.texts("needs", needs))
        for (std::size_t i = 0; i < needs.size(); ++i) {
            if (const auto capability = capabilityNamed(needs[i])) profile.needs = profile.needs | *capability;
            else violations.add(reader.pointerTo("needs") + '/' + std::to_string(i), "'" + needs[i] + "' is not a capability");
        }
    reader.integer("min_context_tokens", profile.minContextTokens, std::int64_t{0}, std::int64_t{100'000'000});
    reader.integer("max_first_token_ms", profile.maxFirstTokenMs, std::int64_t{0}, std::int64_t{3'600'000});
    reader.texts("regions", profile.regions);
    reader.number("min_quality", profile.minQuality, 0, 1);
    reader.refuseUnknown();
    return profile;
}

RouteTarget readTarget(const boost::json::object& json, std::string pointer, Violations& violations) {
    RouteTarget target;
    SpecReader reader(json, std::move(pointer), violations);
    std::string name;
    reader.require("model");
    if (reader.text("model", name)) {
        const auto slash = name.find('/');
        if (slash == std::string::npos || slash == 0 || slash + 1 == name.size()) {
            reader.violation("model", "should be 'provider/model'");
        } else {
            target.provider = name.substr(0, slash);
            target.model = name.substr(slash + 1);
        }
    }
    reader.integer("weight", target.weight, 0, 1'000'000);
    if (const auto* when = reader.value("when")) target.when = readCondition(*when, reader.pointerTo("when"), violations);
    reader.refuseUnknown();
    return target;
}

} // namespace

std::string_view nameOf(Strategy strategy) {
    for (const auto& [value, name] : kStrategies)
        if (value == strategy) return name;
    return {};
}

std::optional<Strategy> strategyNamed(std::string_view name) {
    for (const auto& [value, text] : kStrategies)
        if (text == name) return value;
    return {};
}

Result<RouteSpec> readRouteSpec(const boost::json::object& json, std::string_view pointer) {
    RouteSpec spec;
    Violations violations;
    SpecReader reader(json, std::string(pointer), violations);
    reader.text("description", spec.description);
    if (const auto* profile = reader.object("task_profile")) spec.taskProfile = readProfile(*profile, reader.pointerTo("task_profile"), violations);
    std::string strategy;
    if (reader.text("strategy", strategy)) {
        if (const auto known = strategyNamed(strategy)) spec.strategy = *known;
        else reader.violation("strategy", "'" + strategy + "' is not a strategy; known are ordered, weighted, cheapest, fastest");
    }
    reader.require("targets");
    if (const auto* targets = reader.array("targets")) {
        if (targets->empty()) reader.violation("targets", "should have at least one target");
        int weights = 0;
        for (std::size_t i = 0; i < targets->size(); ++i) {
            const auto at = reader.pointerTo("targets") + '/' + std::to_string(i);
            if (!(*targets)[i].is_object()) {
                violations.add(at, "should be an object with 'model': 'provider/model'");
                continue;
            }
            spec.targets.push_back(readTarget((*targets)[i].get_object(), at, violations));
            weights += spec.targets.back().weight;
        }
        if (spec.strategy == Strategy::Weighted && !spec.targets.empty() && weights == 0) reader.violation("targets", "of a weighted route need a weight above 0");
    }
    if (reader.texts("policies", spec.policies))
        for (std::size_t i = 0; i < spec.policies.size(); ++i)
            if (const auto reference = DocumentRef::parse(spec.policies[i]); !reference)
                violations.add(reader.pointerTo("policies") + '/' + std::to_string(i), reference.error().message);
    reader.refuseUnknown();
    if (!violations.empty()) return tl::unexpected(violations.error("The route"));
    return spec;
}

} // namespace signalbox::model
