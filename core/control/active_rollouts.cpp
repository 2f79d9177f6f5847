#include "core/control/active_rollouts.h"

namespace signalbox::control {

// The registry that keeps rollouts (`store::RolloutRepository`) is not part of this branch: there are none.
model::Result<std::vector<ActiveRollout>> activeRollouts(store::Session&) { return std::vector<ActiveRollout>{}; }

} // namespace signalbox::control
