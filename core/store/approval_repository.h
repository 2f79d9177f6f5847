#pragma once

#include "core/model/rollout_plan.h"
#include "core/store/approval_state.h"
#include "core/store/label_repository.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// One person asks that a label moves, another decides.
struct Approval {
    std::int64_t id = 0;
    model::DocumentKind kind = model::DocumentKind::Prompt;
    std::string name;
    std::string label;
    std::int64_t from = 0; ///< where the label was when it was asked for; 0: nowhere
    std::int64_t to = 0;
    std::string contentHash; ///< of version `to`
    std::string testRunId;   ///< empty: none
    std::string testRunDigest;
    std::optional<model::RolloutPlan> plan; ///< set: the approval begins this rollout instead of moving the label at once
    std::string message;
    ApprovalState state = ApprovalState::Open;
    std::string requestedBy;
    std::int64_t requestedToken = 0;
    WallTime requestedAt;
    std::string decidedBy;
    std::optional<WallTime> decidedAt;
    std::string note;
    std::string voidReason;
};

/// What a test run says, as a hash, so that an approval which rests on it notices any change. An error: there is none, or it is of
/// another version.
using TestRunDigest = std::function<model::Result<std::string>(const std::string& testRunId, model::DocumentKind kind, const std::string& name, std::int64_t version)>;

/// Approvals are bound to document, label, from, to, content and test run. When one of these changes, the approval is void.
class ApprovalRepository {
public:
    explicit ApprovalRepository(Connection& connection, MoveCheck check = {}, TestRunDigest digest = {})
        : connection_(connection), audit_(connection), labels_(connection, std::move(check)), digest_(std::move(digest)) {}

    /// Of `wanted` counts what is asked for: kind, name, label, to, test run, plan, message.
    model::Result<Approval> request(const Approval& wanted, const Actor& actor, WallTime now);
    /// Newest first; at most `limit`.
    model::Result<std::vector<Approval>> list(std::optional<ApprovalState> state, int limit);
    model::Result<Approval> find(std::int64_t id);

    /// Moves the label (or begins the rollout) in the same transaction. Refused with `same_person` to who asked, by token and by
    /// name; with `approval_void` (and the approval is void then) when it is not about what is there now; with `approval_decided`
    /// when it is open no more. Whoever calls has seen to the role.
    model::Result<Approval> approve(std::int64_t id, const std::string& note, const Actor& actor, WallTime now);
    model::Result<Approval> reject(std::int64_t id, const std::string& note, const Actor& actor, WallTime now);
    /// Only by who asked.
    model::Result<Approval> withdraw(std::int64_t id, const std::string& note, const Actor& actor, WallTime now);

private:
    model::Result<void> close(const Approval& approval, ApprovalState state, const std::string& note, const std::string& voidReason, const Actor& actor, WallTime now);
    model::Result<Approval> openOne(std::int64_t id);
    model::Result<std::string> staleness(const Approval& approval);

    Connection& connection_;
    AuditLog audit_;
    LabelRepository labels_;
    TestRunDigest digest_;
};

/// Whether two actors are one person: the same token, or tokens of the same name (letter case and outer spaces aside).
bool samePerson(const std::string& name, std::int64_t tokenId, const Actor& actor);

} // namespace signalbox::store
