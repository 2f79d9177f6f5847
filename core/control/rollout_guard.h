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
    bool isDue(const std::string& key, std::int64_t calls, std::int64_t fewest);

    PlaneState& state_;
    /// At how many calls of the candidate the next look is due. Who asks after every call is answered yes too often (`shouldRollBack`):
    /// so each look waits for a quarter more calls than the one before had.
    std::map<std::string, std::int64_t> nextLook_;
};

} // namespace signalbox::control
