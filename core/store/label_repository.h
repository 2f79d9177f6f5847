#pragma once

#include "core/model/document.h"
#include "core/store/audit_log.h"
#include "core/store/database.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// `latest` is set by the registry alone; `production` is what serves.
inline constexpr std::string_view kProductionLabel = "production";
inline constexpr std::string_view kLatestLabel = "latest";

/// Where a label is to go.
struct LabelMove {
    model::DocumentKind kind = model::DocumentKind::Provider;
    std::string name;
    std::string label;
    std::int64_t version = 0;
    std::optional<std::int64_t> expect{};   ///< where it has to be now (0: nowhere), else `conflict`
    std::string message{};
    std::optional<std::int64_t> approval{}; ///< by which it moves, if it is protected
};

/// Asked, in the transaction, before a label moves or a candidate gets traffic: an error stops it. For what the versions demand of
/// each other (`core/control/document_checks.h`).
using MoveCheck = std::function<model::Result<void>(const LabelMove&)>;

/// A move that happened.
struct LabelMoved {
    std::int64_t from = 0; ///< 0: it was nowhere
    std::int64_t to = 0;   ///< 0: it was removed
    WallTime at;
    std::string actor;
    std::string message;
    std::optional<std::int64_t> approval;
};

struct ProtectedLabel {
    std::string kind; ///< `*`: every kind
    std::string label;
};

/// Labels: each sits on exactly one version and has a history. Everything that moves one comes through here, so that nothing, and
/// no credential, gets round a protected label: it moves by an approval that is bound to exactly this move, or by the rollout that
/// such an approval started. One exception: the first version of a document gets `production` even where that is protected; nothing
/// that was approved is replaced by it.
class LabelRepository {
public:
    explicit LabelRepository(Connection& connection, MoveCheck check = {}) : connection_(connection), audit_(connection), check_(std::move(check)) {}

    /// 0: nowhere.
    model::Result<std::int64_t> at(model::DocumentKind kind, const std::string& name, const std::string& label);
    /// Newest first. Empty for a label that never moved, or only before the history began.
    model::Result<std::vector<LabelMoved>> history(model::DocumentKind kind, const std::string& name, const std::string& label);

    /// In a transaction of its own. What it returns says whether anything moved.
    model::Result<bool> move(const LabelMove& move, const Actor& actor, WallTime now);
    /// Back to where it was before its last move: 404 `no_history` if that was nowhere. Returns that version.
    model::Result<std::int64_t> rollBack(model::DocumentKind kind, const std::string& name, const std::string& label, const std::string& message, const Actor& actor, WallTime now);

    /// The same within the caller's transaction. Moving ends a rollout of the label, and voids the other approvals that ask for it.
    model::Result<bool> moveWithin(const LabelMove& move, const Actor& actor, WallTime now);
    /// `production` of a version that was registered in this transaction as the first.
    model::Result<void> placeFirst(model::DocumentKind kind, const std::string& name, const Actor& actor, WallTime now);
    /// Within the caller's transaction. `label` empty: of all of the document's labels.
    model::Result<void> endRollouts(model::DocumentKind kind, const std::string& name, const std::string& label, const std::string& why, const Actor& actor, WallTime now);
    model::Result<void> removeWithin(model::DocumentKind kind, const std::string& name, const std::string& label, const Actor& actor, WallTime now);
    /// Whether the label may come to sit where it is to, approvals and protection aside: the version exists, and nothing else
    /// demands another (`MoveCheck`). Gives where it is now.
    model::Result<std::int64_t> check(const LabelMove& move);
    const MoveCheck& moveCheck() const { return check_; }

    model::Result<std::vector<ProtectedLabel>> protectedLabels();
    model::Result<bool> isProtected(model::DocumentKind kind, const std::string& label);
    /// Whether the label may be moved (or given a candidate): it is not protected, or the move's approval is bound to just that,
    /// and it is being applied, or it began the rollout that ends so. Else `approval_required`.
    model::Result<void> demandApproval(const LabelMove& move, std::int64_t from);
    /// `kind` as in ProtectedLabel. Audited; protecting twice is once.
    model::Result<void> protect(const std::string& kind, const std::string& label, const Actor& actor, WallTime now);
    model::Result<void> unprotect(const std::string& kind, const std::string& label, const Actor& actor, WallTime now);

private:
    model::Result<void> place(const LabelMove& move, std::int64_t from, const Actor& actor, WallTime now);

    Connection& connection_;
    AuditLog audit_;
    MoveCheck check_;
};

/// `prompt/support-reply`
std::string subjectOf(model::DocumentKind kind, const std::string& name);
/// 409 `approval_required`, with what to do.
model::Error approvalRequired(model::DocumentKind kind, const std::string& name, const std::string& label);

} // namespace signalbox::store
