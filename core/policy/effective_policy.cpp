#include "core/policy/effective_policy.h"

#include "core/model/spec_reader.h"

#include <algorithm>

namespace signalbox::policy {

namespace {

/// Calls `note` with the pointer of each value below `object` that is no object itself; a list is one value.
template <class Note>
void forEachValue(const boost::json::object& object, const std::string& pointer, const Note& note) {
    for (const auto& member : object) {
        const auto at = pointer + '/' + model::escapedPointerPart(member.key());
        if (member.value().is_object()) forEachValue(member.value().get_object(), at, note);
        else note(at);
    }
}

} // namespace

model::Result<EffectivePolicy> composePolicy(std::span<const PolicyModule> modules) {
    EffectivePolicy effective;
    forEachValue(toJson(effective.policy), {}, [&](const std::string& pointer) { effective.origins.emplace_back(pointer, "built in"); });
    for (const auto& module : modules) {
        auto policy = model::overlayPolicy(effective.policy, *module.spec);
        if (!policy) {
            policy.error().message = module.label + ": " + policy.error().message;
            return tl::unexpected(std::move(policy.error()));
        }
        effective.policy = std::move(*policy);
        forEachValue(*module.spec, {}, [&](const std::string& pointer) {
            // A description is about the module; it has no place in what it makes.
            const auto known = std::find_if(effective.origins.begin(), effective.origins.end(), [&](const auto& origin) { return origin.first == pointer; });
            if (known != effective.origins.end()) known->second = module.label;
        });
        effective.label += (effective.label.empty() ? "" : ",") + module.label;
    }
    return effective;
}

} // namespace signalbox::policy
