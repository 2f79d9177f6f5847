#pragma once

#include "core/model/policy_spec.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace signalbox::policy {

/// A policy document that takes part, in the order of the parts.
struct PolicyModule {
    std::string label; ///< `eu@3`
    const boost::json::object* spec = nullptr;
};

/// What the modules make together, and where each value came from.
struct EffectivePolicy {
    model::Policy policy;
    std::string label;                                        ///< `default@1,eu@3`
    std::vector<std::pair<std::string, std::string>> origins; ///< JSON pointer of each value, and its module or "built in"
};

/// Built-in values, then each module over what came before; only what a module names changes. The first module that does not
/// read is the error.
model::Result<EffectivePolicy> composePolicy(std::span<const PolicyModule> modules);

} // namespace signalbox::policy
