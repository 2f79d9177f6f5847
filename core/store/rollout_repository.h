#pragma once

#include "core/model/rollout_plan.h"
#include "core/store/label_repository.h"
#include "core/store/version_figures.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// A share of a label's traffic goes to a candidate; the rest to where the label is.
struct Rollout {
    model::DocumentKind kind = model::DocumentKind::Prompt;
    std::string name;
    std::string label;
    std::int64_t stable = 0;
    std::int64_t candidate = 0;
    int percent = 0;
    std::size_t stage = 0; ///< index into the plan's stages
    model::RolloutPlan plan;
    WallTime startedAt;
    WallTime stageAt;
    std::string actor;
    std::string message;
    std::optional<std::int64_t> approval;
    VersionCounts stableBaseline; ///< in the minute of `stageAt`, before it
    VersionCounts candidateBaseline;
};

/// What became of the calls of both versions since the stage began.
struct RolloutCounts {
    VersionCounts stable;
    VersionCounts candidate;
};

/// Rollouts of prompts' and workflows' labels: at most one a label. A protected label's begins and goes on only by approval.
class RolloutRepository {
public:
    explicit RolloutRepository(Connection& connection, MoveCheck check = {}) : connection_(connection), audit_(connection), labels_(connection, std::move(check)) {}

    /// Of all documents in service.
    model::Result<std::vector<Rollout>> activeRollouts();
    /// NotFound `no_rollout`.
    model::Result<Rollout> find(model::DocumentKind kind, const std::string& name, const std::string& label);

    model::Result<RolloutCounts> countsSinceStage(const Rollout& rollout);

    /// `move` says label and candidate (and the approval); the first stage begins at once.
    model::Result<Rollout> start(const LabelMove& move, const model::RolloutPlan& plan, const Actor& actor, WallTime now);
    model::Result<Rollout> startWithin(const LabelMove& move, const model::RolloutPlan& plan, const Actor& actor, WallTime now);
    /// The next stage; nothing when the label moved to the candidate and the rollout ended. `expectStage`: the stage that it has to
    /// be in, else `conflict`.
    model::Result<std::optional<Rollout>> advance(model::DocumentKind kind, const std::string& name, const std::string& label, std::optional<std::size_t> expectStage, const Actor& actor, WallTime now);
    /// All traffic to where the label is. Never needs an approval: it goes back to what was approved. `expect`, if given, is the
    /// rollout that is meant: another one stays (`conflict`).
    model::Result<void> stop(model::DocumentKind kind, const std::string& name, const std::string& label, const std::string& reason, const Actor& actor, WallTime now, const Rollout* expect = nullptr);

private:
    model::Result<std::string> baseline(model::DocumentKind kind, const std::string& name, std::int64_t stable, std::int64_t candidate, WallTime now);

    Connection& connection_;
    AuditLog audit_;
    LabelRepository labels_;
};

} // namespace signalbox::store
