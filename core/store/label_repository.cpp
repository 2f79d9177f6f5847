#include "core/store/label_repository.h"

#include "core/store/approval_state.h"
#include "core/store/statement.h"

#include <algorithm>

namespace signalbox::store {

using model::DocumentKind;
using model::ErrorClass;

std::string subjectOf(DocumentKind kind, const std::string& name) { return std::string(nameOf(kind)) + '/' + name; }

model::Error approvalRequired(DocumentKind kind, const std::string& name, const std::string& label) {
    return {ErrorClass::Forbidden,
            "The label '" + label + "' of " + subjectOf(kind, name) + " is protected: it moves when another person approves. Request that with POST /documents/" + subjectOf(kind, name) + "/labels/" + label + "/approvals.",
            "approval_required", {}, {}, {}};
}

namespace {

model::Result<void> checkName(const std::string& label) {
    if (label == kLatestLabel) return model::failure(ErrorClass::InvalidRequest, "The label 'latest' is set by the registry alone.", "label_reserved");
    if (!model::isDocumentName(label) || label.find_first_not_of("0123456789") == std::string::npos)
        return model::failure(ErrorClass::InvalidRequest, "A label is lower-case letters, digits, '-', '_' and '.', and not a number: that would be a version.", "invalid_label");
    return {};
}

} // namespace

model::Result<std::int64_t> LabelRepository::at(DocumentKind kind, const std::string& name, const std::string& label) {
    Statement read(connection_.database(), "SELECT version FROM document_label WHERE kind = ? AND name = ? AND label = ?");
    read.bind(nameOf(kind)).bind(name).bind(label);
    if (auto done = read.run(); !done) return tl::unexpected(done.error());
    return read.next() ? read.integer() : 0;
}

model::Result<std::vector<LabelMoved>> LabelRepository::history(DocumentKind kind, const std::string& name, const std::string& label) {
    Statement rows(connection_.database(), "SELECT from_version, to_version, at_us, actor, message, approval_id FROM label_move WHERE kind = ? AND name = ? AND label = ? ORDER BY id DESC");
    rows.bind(nameOf(kind)).bind(name).bind(label);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<LabelMoved> list;
    while (rows.next()) {
        LabelMoved moved;
        moved.from = rows.integer();
        moved.to = rows.integer();
        moved.at = fromMicros(rows.integer());
        moved.actor = rows.text();
        moved.message = rows.text();
        moved.approval = rows.optionalInteger();
        list.push_back(std::move(moved));
    }
    return list;
}

model::Result<bool> LabelRepository::move(const LabelMove& move, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    auto moved = moveWithin(move, actor, now);
    if (!moved) return moved;
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return moved;
}

model::Result<std::int64_t> LabelRepository::rollBack(DocumentKind kind, const std::string& name, const std::string& label, const std::string& message, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    const auto moves = history(kind, name, label);
    if (!moves) return tl::unexpected(moves.error());
    const auto present = at(kind, name, label);
    if (!present) return tl::unexpected(present.error());
    if (*present == 0) return model::failure(ErrorClass::NotFound, subjectOf(kind, name) + " has no label '" + label + "'.", "label_not_found");
    if (moves->empty() || moves->front().from == 0)
        return model::failure(ErrorClass::NotFound, "The label '" + label + "' of " + subjectOf(kind, name) + " was nowhere before: there is nothing to go back to. Move it to the version that you want.", "no_history");
    const auto before = moves->front().from;
    auto moved = moveWithin({kind, name, label, before, {}, message.empty() ? "rolled back" : message, {}}, actor, now);
    if (!moved) return tl::unexpected(moved.error());
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return before;
}

model::Result<bool> LabelRepository::isProtected(DocumentKind kind, const std::string& label) {
    Statement read(connection_.database(), "SELECT COUNT(*) FROM protected_label WHERE label = ? AND (kind = ? OR kind = '*')");
    read.bind(label).bind(nameOf(kind));
    if (auto done = read.run(); !done) return tl::unexpected(done.error());
    return read.next() && read.integer() > 0;
}

model::Result<void> LabelRepository::demandApproval(const LabelMove& move, std::int64_t from) {
    const auto guarded = isProtected(move.kind, move.label);
    if (!guarded) return tl::unexpected(guarded.error());
    if (!*guarded) return {};
    if (!move.approval) return tl::unexpected(approvalRequired(move.kind, move.name, move.label));
    Statement read(connection_.database(),
                   "SELECT COUNT(*) FROM approval a WHERE a.id = ? AND a.kind = ? AND a.name = ? AND a.label = ? AND a.to_version = ? AND a.from_version = ? AND (a.state = ? OR (a.state = ? AND EXISTS "
                   "(SELECT 1 FROM rollout r WHERE r.kind = a.kind AND r.name = a.name AND r.label = a.label AND r.approval_id = a.id AND r.candidate = a.to_version AND r.stable = a.from_version)))");
    read.bind(*move.approval).bind(nameOf(move.kind)).bind(move.name).bind(move.label).bind(move.version).bind(from);
    read.bind(static_cast<int>(ApprovalState::Open)).bind(static_cast<int>(ApprovalState::Applied));
    if (auto done = read.run(); !done) return done;
    if (read.next() && read.integer() > 0) return {};
    return tl::unexpected(approvalRequired(move.kind, move.name, move.label));
}

model::Result<std::int64_t> LabelRepository::check(const LabelMove& move) {
    if (auto right = checkName(move.label); !right) return tl::unexpected(right.error());
    Statement there(connection_.database(), "SELECT COALESCE(SUM(CASE WHEN version = ? THEN 1 ELSE 0 END), 0), COUNT(*) FROM document_version WHERE kind = ? AND name = ?");
    there.bind(move.version).bind(nameOf(move.kind)).bind(move.name);
    if (auto done = there.run(); !done) return tl::unexpected(done.error());
    const bool hasVersion = there.next() && there.integer() > 0;
    const bool hasAny = there.integer() > 0;
    there.finish();
    if (!hasAny) return model::failure(ErrorClass::NotFound, "There is no " + std::string(nameOf(move.kind)) + " '" + move.name + "'.", "document_not_found");
    if (!hasVersion) return model::failure(ErrorClass::NotFound, subjectOf(move.kind, move.name) + " has no version " + std::to_string(move.version) + '.', "version_not_found");
    const auto present = at(move.kind, move.name, move.label);
    if (!present) return present;
    if (move.expect && *move.expect != *present)
        return model::failure(ErrorClass::InvalidRequest, subjectOf(move.kind, move.name) + '@' + move.label + (*present == 0 ? " is nowhere now" : " is at version " + std::to_string(*present) + " now") + ", not " + (*move.expect == 0 ? "nowhere" : "at " + std::to_string(*move.expect)) + ". Look at what changed, then decide again.", "conflict");
    if (check_ && *present != move.version)
        if (auto right = check_(move); !right) return tl::unexpected(right.error());
    return present;
}

model::Result<bool> LabelRepository::moveWithin(const LabelMove& move, const Actor& actor, WallTime now) {
    const auto present = check(move);
    if (!present) return tl::unexpected(present.error());
    if (*present == move.version) return false;
    if (auto allowed = demandApproval(move, *present); !allowed) return tl::unexpected(allowed.error());
    if (auto done = place(move, *present, actor, now); !done) return tl::unexpected(done.error());
    return true;
}

model::Result<void> LabelRepository::placeFirst(DocumentKind kind, const std::string& name, const Actor& actor, WallTime now) {
    return place({kind, name, std::string(kProductionLabel), 1, {}, "the first version", {}}, 0, actor, now);
}

model::Result<void> LabelRepository::place(const LabelMove& move, std::int64_t from, const Actor& actor, WallTime now) {
    if (auto done = endRollouts(move.kind, move.name, move.label, "the label moves to version " + std::to_string(move.version), actor, now); !done) return done;
    Statement put(connection_.database(), "INSERT INTO document_label (kind, name, label, version) VALUES (?, ?, ?, ?) ON CONFLICT (kind, name, label) DO UPDATE SET version = excluded.version");
    put.bind(nameOf(move.kind)).bind(move.name).bind(move.label).bind(move.version);
    if (auto done = put.run(); !done) return done;
    Statement note(connection_.database(), "INSERT INTO label_move (kind, name, label, from_version, to_version, at_us, actor, message, approval_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    note.bind(nameOf(move.kind)).bind(move.name).bind(move.label).bind(from).bind(move.version).bind(toMicros(now)).bind(actor.name).bind(move.message).bind(move.approval);
    if (auto done = note.run(); !done) return done;
    const auto moved = from == 0 ? "placed at version " + std::to_string(move.version) : "moved from version " + std::to_string(from) + " to " + std::to_string(move.version);
    if (auto voided = voidApprovals(connection_, move.kind, move.name, move.label, move.approval.value_or(0), "the label was " + moved + " by " + actor.name, actor, now); !voided) return voided;
    const auto detail = moved + (move.approval ? " by approval " + std::to_string(*move.approval) : std::string()) + (move.message.empty() ? "" : ": " + move.message);
    return audit_.add(actor, "label.move", subjectOf(move.kind, move.name) + '@' + move.label, detail, now);
}

model::Result<void> LabelRepository::endRollouts(DocumentKind kind, const std::string& name, const std::string& label, const std::string& why, const Actor& actor, WallTime now) {
    Statement read(connection_.database(), "SELECT label, candidate, percent FROM rollout WHERE kind = ? AND name = ? AND (? = '' OR label = ?)");
    read.bind(nameOf(kind)).bind(name).bind(label).bind(label);
    if (auto done = read.run(); !done) return done;
    std::vector<std::pair<std::string, std::string>> ended;
    while (read.next()) {
        auto its = read.text();
        const auto candidate = std::to_string(read.integer());
        ended.emplace_back(std::move(its), "candidate version " + candidate + " at " + std::to_string(read.integer()) + " %: " + why);
    }
    read.finish();
    for (const auto& [its, detail] : ended) {
        Statement end(connection_.database(), "DELETE FROM rollout WHERE kind = ? AND name = ? AND label = ?");
        end.bind(nameOf(kind)).bind(name).bind(its);
        if (auto done = end.run(); !done) return done;
        if (auto done = audit_.add(actor, "rollout.end", subjectOf(kind, name) + '@' + its, detail, now); !done) return done;
    }
    return {};
}

model::Result<void> LabelRepository::removeWithin(DocumentKind kind, const std::string& name, const std::string& label, const Actor& actor, WallTime now) {
    const auto present = at(kind, name, label);
    if (!present) return tl::unexpected(present.error());
    if (*present == 0) return model::failure(ErrorClass::NotFound, subjectOf(kind, name) + " has no label '" + label + "'.", "label_not_found");
    const auto guarded = isProtected(kind, label);
    if (!guarded) return tl::unexpected(guarded.error());
    if (*guarded)
        return model::failure(ErrorClass::Forbidden, "The label '" + label + "' of " + subjectOf(kind, name) + " is protected: it is moved, not removed.", "approval_required");
    if (auto done = endRollouts(kind, name, label, "the label is removed", actor, now); !done) return done;
    Statement remove(connection_.database(), "DELETE FROM document_label WHERE kind = ? AND name = ? AND label = ?");
    remove.bind(nameOf(kind)).bind(name).bind(label);
    if (auto done = remove.run(); !done) return done;
    Statement note(connection_.database(), "INSERT INTO label_move (kind, name, label, from_version, to_version, at_us, actor, message, approval_id) VALUES (?, ?, ?, ?, 0, ?, ?, '', NULL)");
    note.bind(nameOf(kind)).bind(name).bind(label).bind(*present).bind(toMicros(now)).bind(actor.name);
    if (auto done = note.run(); !done) return done;
    if (auto voided = voidApprovals(connection_, kind, name, label, 0, "the label was removed by " + actor.name, actor, now); !voided) return voided;
    return audit_.add(actor, "label.remove", subjectOf(kind, name) + '@' + label, "it was at version " + std::to_string(*present), now);
}

model::Result<std::vector<ProtectedLabel>> LabelRepository::protectedLabels() {
    Statement rows(connection_.database(), "SELECT kind, label FROM protected_label ORDER BY kind, label");
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<ProtectedLabel> list;
    while (rows.next()) {
        auto kind = rows.text();
        list.push_back({std::move(kind), rows.text()});
    }
    return list;
}

model::Result<void> LabelRepository::protect(const std::string& kind, const std::string& label, const Actor& actor, WallTime now) {
    if (kind != "*" && !model::documentKindNamed(kind))
        return model::failure(ErrorClass::InvalidRequest, "'" + kind + "' is not a kind of document; known are " + model::documentKindList() + ", and '*' for all.");
    if (auto right = checkName(label); !right) return right;
    Transaction transaction(connection_.database());
    Statement put(connection_.database(), "INSERT INTO protected_label (kind, label) VALUES (?, ?) ON CONFLICT (kind, label) DO NOTHING");
    put.bind(kind).bind(label);
    if (auto done = put.run(); !done) return done;
    if (put.affected() > 0)
        if (auto done = audit_.add(actor, "label.protect", kind + '@' + label, "", now); !done) return done;
    return transaction.commit();
}

model::Result<void> LabelRepository::unprotect(const std::string& kind, const std::string& label, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    Statement remove(connection_.database(), "DELETE FROM protected_label WHERE kind = ? AND label = ?");
    remove.bind(kind).bind(label);
    if (auto done = remove.run(); !done) return done;
    if (remove.affected() == 0) return model::failure(ErrorClass::NotFound, "The label '" + label + "' is not protected for " + (kind == "*" ? "every kind" : "the kind " + kind) + '.', "label_not_protected");
    if (auto done = audit_.add(actor, "label.unprotect", kind + '@' + label, "", now); !done) return done;
    return transaction.commit();
}

} // namespace signalbox::store
