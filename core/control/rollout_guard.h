#pragma once

#include "core/control/plane_state.h"

#include <map>
#include <string>

namespace signalbox::control {

/// Watches rollouts: a candidate that is worse than the stable version beyond chance is taken back; one whose rollout goes on by
/// itself goes on once it has its calls and is not worse. `signalboxd` is the actor on record.
class RolloutGuard {
public:
    explicit RolloutGuard(PlaneState& state) : state_(state) {}

    /// One look at all of them. On a store thread, one at a time.
    void look(store::Session& session);

private:
    bool isDue(const std::string& key, std::int64_t look);

    PlaneState& state_;
    std::map<std::string, std::int64_t> lastLook_; ///< which look each stage had last (`lookFor`)
};

} // namespace signalbox::control
