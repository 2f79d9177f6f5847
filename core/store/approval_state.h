#pragma once

#include "core/model/document.h"
#include "core/store/audit_log.h"
#include "core/store/database.h"

#include <optional>
#include <string>
#include <string_view>

namespace signalbox::store {

/// What became of a request for approval. Stored: append only.
enum class ApprovalState : unsigned char { Open = 1, Applied, Rejected, Withdrawn, Void };
std::string_view nameOf(ApprovalState state); ///< `open`, `applied`, `rejected`, `withdrawn`, `void`
std::optional<ApprovalState> approvalStateNamed(std::string_view name);

/// Within the caller's transaction: what an open approval was bound to is so no more. `label` empty: any of the document's labels.
/// `except` is the one that is being applied; 0: none.
model::Result<void> voidApprovals(Connection& connection, model::DocumentKind kind, const std::string& name, const std::string& label, std::int64_t except,
                                  const std::string& reason, const Actor& actor, WallTime now);

} // namespace signalbox::store
