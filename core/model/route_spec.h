#pragma once

#include "core/model/capability.h"
#include "core/model/condition.h"
#include "core/model/error.h"
#include "core/model/provider_spec.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::model {

enum class Strategy : unsigned char {
    Ordered = 1, ///< as written
    Weighted,    ///< by chance in proportion to weight; the rest as fallback, by weight
    Cheapest,    ///< by price for this call's estimated tokens
    Fastest,     ///< by observed first-token time
};
std::string_view nameOf(Strategy strategy);
std::optional<Strategy> strategyNamed(std::string_view name);

struct TaskProfile {
    Capabilities needs = 0;
    std::int64_t minContextTokens = 0;
    std::int64_t maxFirstTokenMs = 0; ///< 0: any; targets whose observed median is slower come last, not never
    std::vector<std::string> regions; ///< empty: any
    double minQuality = 0;
};

struct RouteTarget {
    std::string provider;
    std::string model;
    int weight = 1;
    std::optional<Condition> when; ///< of the call's input, its tokens, its key and its workflow; unset: always
};

struct RouteSpec {
    std::string description;
    TaskProfile taskProfile;
    Strategy strategy = Strategy::Ordered;
    std::vector<RouteTarget> targets; ///< at least one; `model: provider/id`
    std::vector<std::string> policies; ///< modules over `default`, in order; later ones override
};
Result<RouteSpec> readRouteSpec(const boost::json::object& json, std::string_view pointer = "/spec");

} // namespace signalbox::model
