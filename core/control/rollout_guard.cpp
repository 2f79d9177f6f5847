#include "core/control/rollout_guard.h"

#include "core/control/document_checks.h"
#include "core/control/document_operations.h"
#include "core/control/version_comparison.h"

#include <spdlog/spdlog.h>

namespace signalbox::control {

namespace {

const store::Actor& ourselves() {
    static const store::Actor actor{"signalboxd", "rollout guard"};
    return actor;
}

std::string keyOf(const store::Rollout& rollout) {
    return store::subjectOf(rollout.kind, rollout.name) + '@' + rollout.label + ' ' + std::to_string(rollout.candidate) + ' ' + std::to_string(toMicros(rollout.stageAt));
}

} // namespace

bool RolloutGuard::isDue(const std::string& key, std::int64_t look) {
    auto& last = lastLook_.try_emplace(key, 0).first->second;
    if (look <= last) return false;
    last = look;
    return true;
}

void RolloutGuard::look(store::Session& session) {
    store::RolloutRepository rollouts(session.connection, registryChecks(session).move);
    const auto active = rollouts.activeRollouts();
    if (!active) return spdlog::error("rollouts were not looked at: {}", active.error().message);
    std::map<std::string, std::int64_t> kept;
    for (const auto& rollout : *active) {
        const auto counts = rollouts.countsSinceStage(rollout);
        if (!counts) {
            spdlog::error("a rollout was not looked at: {}", counts.error().message);
            continue;
        }
        const auto key = keyOf(rollout);
        const Subject subject{rollout.kind, rollout.name, rollout.label};
        // Too few calls of the stable version are no look either: the same one is due again.
        const bool ready = counts->stable.calls >= rollout.plan.guard.minCalls && isDue(key, lookFor(counts->candidate.calls, rollout.plan.guard.minCalls));
        if (const auto known = lastLook_.find(key); known != lastLook_.end()) kept.insert(*known);
        if (!ready) continue;
        const auto verdict = judge(counts->stable, counts->candidate, rollout.plan.guard);
        if (verdict.verdict == metrics::Verdict::Worse) {
            if (auto stopped = rollouts.stop(rollout.kind, rollout.name, rollout.label, verdict.reason, ourselves(), wallNow(), &rollout); !stopped) {
                if (stopped.error().code != "no_rollout" && stopped.error().code != "conflict") spdlog::error("a rollout was not taken back: {}", stopped.error().message);
                continue;
            }
            spdlog::warn("{}/{}@{}: version {} was taken back: {}", nameOf(rollout.kind), rollout.name, rollout.label, rollout.candidate, verdict.reason);
            if (auto effective = takeEffect(state_, session, subject, rollout.stable); !effective) spdlog::error("a rollout's end is not in effect: {}", effective.error().message);
            announceRollout(state_, rollout, "taken_back", verdict.reason);
            continue;
        }
        if (!rollout.plan.autoAdvance) continue;
        const auto advanced = rollouts.advance(rollout.kind, rollout.name, rollout.label, rollout.stage, ourselves(), wallNow());
        if (!advanced) { // somebody was faster; or the label is protected now, and the versions may demand otherwise of each other
            spdlog::warn("{}/{}@{}: the rollout did not go on: {}", nameOf(rollout.kind), rollout.name, rollout.label, advanced.error().message);
            continue;
        }
        if (auto effective = takeEffect(state_, session, subject, *advanced ? rollout.stable : rollout.candidate); !effective) spdlog::error("a rollout's stage is not in effect: {}", effective.error().message);
        const auto calls = std::to_string(counts->candidate.calls) + " calls, not worse";
        if (*advanced) announceRollout(state_, **advanced, "advanced", calls);
        else announceRollout(state_, rollout, "completed", calls);
    }
    lastLook_ = std::move(kept); // those of rollouts that ended are forgotten
}

} // namespace signalbox::control
