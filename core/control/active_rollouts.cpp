#include "core/control/active_rollouts.h"

#include "core/store/rollout_repository.h"

namespace signalbox::control {

model::Result<std::vector<ActiveRollout>> activeRollouts(store::Session& session) {
    auto rollouts = store::RolloutRepository(session.connection).activeRollouts();
    if (!rollouts) return tl::unexpected(std::move(rollouts.error()));
    std::vector<ActiveRollout> active;
    for (auto& rollout : *rollouts) active.push_back({rollout.kind, std::move(rollout.name), std::move(rollout.label), rollout.candidate, static_cast<double>(rollout.percent)});
    return active;
}

} // namespace signalbox::control
