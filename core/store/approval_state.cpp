#include "core/store/approval_state.h"

#include "core/store/statement.h"

#include <array>
#include <vector>

namespace signalbox::store {

namespace {

constexpr std::array<std::pair<ApprovalState, std::string_view>, 5> kStates = {{
    {ApprovalState::Open, "open"},
    {ApprovalState::Applied, "applied"},
    {ApprovalState::Rejected, "rejected"},
    {ApprovalState::Withdrawn, "withdrawn"},
    {ApprovalState::Void, "void"},
}};

} // namespace

std::string_view nameOf(ApprovalState state) {
    for (const auto& [value, name] : kStates)
        if (value == state) return name;
    return {};
}

std::optional<ApprovalState> approvalStateNamed(std::string_view name) {
    for (const auto& [value, text] : kStates)
        if (text == name) return value;
    return {};
}

model::Result<void> voidApprovals(Connection& connection, model::DocumentKind kind, const std::string& name, const std::string& label, std::int64_t except, const std::string& reason,
                                  const Actor& actor, WallTime now) {
    Statement open(connection.database(), "SELECT id, label FROM approval WHERE kind = ? AND name = ? AND (? = '' OR label = ?) AND state = ? AND id <> ?");
    open.bind(nameOf(kind)).bind(name).bind(label).bind(label).bind(static_cast<int>(ApprovalState::Open)).bind(except);
    if (auto done = open.run(); !done) return done;
    std::vector<std::pair<std::int64_t, std::string>> ids;
    while (open.next()) {
        const auto id = open.integer();
        ids.emplace_back(id, open.text());
    }
    open.finish();
    AuditLog audit(connection);
    for (const auto& [id, itsLabel] : ids) {
        Statement mark(connection.database(), "UPDATE approval SET state = ?, decided_us = ?, void_reason = ? WHERE id = ?");
        mark.bind(static_cast<int>(ApprovalState::Void)).bind(toMicros(now)).bind(reason).bind(id);
        if (auto done = mark.run(); !done) return done;
        if (auto done = audit.add(actor, "approval.void", std::string(nameOf(kind)) + '/' + name + '@' + itsLabel, "approval " + std::to_string(id) + ": " + reason, now); !done) return done;
    }
    return {};
}

} // namespace signalbox::store
