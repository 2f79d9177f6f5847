#include "core/store/approval_repository.h"

#include "core/base/text.h"
#include "core/model/json_text.h"
#include "core/store/rollout_repository.h"
#include "core/store/statement.h"

#include <boost/json.hpp>

namespace signalbox::store {

using model::ErrorClass;

namespace {

constexpr auto kColumns = "id, kind, name, label, from_version, to_version, content_hash, test_run_id, test_run_digest, plan, message, state, requested_by, requested_token, requested_us, "
                          "decided_by, decided_us, note, void_reason";

Approval readApproval(Statement& row) {
    Approval approval;
    approval.id = row.integer();
    if (const auto kind = model::documentKindNamed(row.text())) approval.kind = *kind;
    approval.name = row.text();
    approval.label = row.text();
    approval.from = row.integer();
    approval.to = row.integer();
    approval.contentHash = row.text();
    approval.testRunId = row.text();
    approval.testRunDigest = row.text();
    if (const auto text = row.text(); !text.empty()) {
        boost::json::error_code error;
        const auto json = boost::json::parse(text, error);
        if (json.is_object())
            if (auto plan = model::readRolloutPlan(json.get_object())) approval.plan = std::move(*plan);
    }
    approval.message = row.text();
    approval.state = static_cast<ApprovalState>(row.integer());
    approval.requestedBy = row.text();
    approval.requestedToken = row.integer();
    approval.requestedAt = fromMicros(row.integer());
    approval.decidedBy = row.text();
    if (const auto at = row.optionalInteger()) approval.decidedAt = fromMicros(*at);
    approval.note = row.text();
    approval.voidReason = row.text();
    return approval;
}

std::string subjectOf(const Approval& approval) { return store::subjectOf(approval.kind, approval.name) + '@' + approval.label; }

std::string asked(const Approval& approval) {
    const auto to = "version " + std::to_string(approval.to);
    return (approval.plan ? "a rollout of " + to : "to " + to) + (approval.from == 0 ? std::string() : " from version " + std::to_string(approval.from));
}

} // namespace

bool samePerson(const std::string& name, std::int64_t tokenId, const Actor& actor) {
    return (tokenId != 0 && tokenId == actor.tokenId) || equalsIgnoringCase(trimmed(name), trimmed(actor.name));
}

model::Result<Approval> ApprovalRepository::request(const Approval& wanted, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    const auto present = labels_.check({wanted.kind, wanted.name, wanted.label, wanted.to, {}, {}, {}});
    if (!present) return tl::unexpected(present.error());
    if (*present == wanted.to) return model::failure(ErrorClass::InvalidRequest, subjectOf(wanted) + " is at version " + std::to_string(wanted.to) + " already.", "conflict");
    Statement hash(connection_.database(), "SELECT content_hash FROM document_version WHERE kind = ? AND name = ? AND version = ?");
    hash.bind(nameOf(wanted.kind)).bind(wanted.name).bind(wanted.to);
    if (auto done = hash.run(); !done) return tl::unexpected(done.error());
    const auto contentHash = hash.next() ? hash.text() : std::string();
    hash.finish();
    std::string digest;
    if (!wanted.testRunId.empty()) {
        auto found = digest_ ? digest_(wanted.testRunId, wanted.kind, wanted.name, wanted.to) : model::failure(ErrorClass::NotFound, "There is no test run '" + wanted.testRunId + "'.", "test_run_not_found");
        if (!found) return tl::unexpected(found.error());
        digest = std::move(*found);
    }
    Statement twin(connection_.database(), "SELECT id, requested_by FROM approval WHERE kind = ? AND name = ? AND label = ? AND to_version = ? AND state = ?");
    twin.bind(nameOf(wanted.kind)).bind(wanted.name).bind(wanted.label).bind(wanted.to).bind(static_cast<int>(ApprovalState::Open));
    if (auto done = twin.run(); !done) return tl::unexpected(done.error());
    if (twin.next()) {
        const auto id = twin.integer();
        return model::failure(ErrorClass::InvalidRequest, "Approval " + std::to_string(id) + " asks for this already, by " + twin.text() + ". It has to be withdrawn or decided first.", "conflict");
    }
    twin.finish();
    Statement insert(connection_.database(), "INSERT INTO approval (kind, name, label, from_version, to_version, content_hash, test_run_id, test_run_digest, plan, message, state, requested_by, requested_token, requested_us) "
                                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(nameOf(wanted.kind)).bind(wanted.name).bind(wanted.label).bind(*present).bind(wanted.to).bind(contentHash).bind(wanted.testRunId).bind(digest);
    insert.bind(wanted.plan ? boost::json::serialize(toJson(*wanted.plan)) : std::string()).bind(wanted.message).bind(static_cast<int>(ApprovalState::Open));
    insert.bind(actor.name).bind(actor.tokenId).bind(toMicros(now));
    if (auto done = insert.run(); !done) return tl::unexpected(done.error());
    auto made = find(insert.lastId());
    if (!made) return made;
    const auto detail = "approval " + std::to_string(made->id) + ": " + asked(*made) + ", content " + contentHash + (wanted.message.empty() ? "" : ": " + wanted.message);
    if (auto done = audit_.add(actor, "approval.request", subjectOf(*made), detail, now); !done) return tl::unexpected(done.error());
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return made;
}

model::Result<std::vector<Approval>> ApprovalRepository::list(std::optional<ApprovalState> state, int limit) {
    Statement rows(connection_.database(), (std::string("SELECT ") + kColumns + " FROM approval WHERE (? = 0 OR state = ?) ORDER BY id DESC LIMIT ?").c_str());
    const int wanted = state ? static_cast<int>(*state) : 0;
    rows.bind(wanted).bind(wanted).bind(limit);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<Approval> list;
    while (rows.next()) list.push_back(readApproval(rows));
    return list;
}

model::Result<Approval> ApprovalRepository::find(std::int64_t id) {
    Statement row(connection_.database(), (std::string("SELECT ") + kColumns + " FROM approval WHERE id = ?").c_str());
    row.bind(id);
    if (auto done = row.run(); !done) return tl::unexpected(done.error());
    if (!row.next()) return model::failure(ErrorClass::NotFound, "There is no approval " + std::to_string(id) + '.', "approval_not_found");
    return readApproval(row);
}

model::Result<Approval> ApprovalRepository::openOne(std::int64_t id) {
    auto approval = find(id);
    if (!approval || approval->state == ApprovalState::Open) return approval;
    const auto number = "Approval " + std::to_string(id);
    if (approval->state == ApprovalState::Void) return model::failure(ErrorClass::InvalidRequest, number + " is void: " + approval->voidReason + ". Ask anew.", "approval_void");
    return model::failure(ErrorClass::InvalidRequest, number + " is " + std::string(nameOf(approval->state)) + " already, by " + approval->decidedBy + '.', "approval_decided");
}

model::Result<std::string> ApprovalRepository::staleness(const Approval& approval) {
    const auto present = labels_.at(approval.kind, approval.name, approval.label);
    if (!present) return tl::unexpected(present.error());
    if (*present != approval.from)
        return "the label " + (*present == 0 ? std::string("is nowhere") : "is at version " + std::to_string(*present)) + " now, and was " + (approval.from == 0 ? "nowhere" : "at version " + std::to_string(approval.from)) + " when it was asked for";
    Statement row(connection_.database(), "SELECT v.content_hash, v.spec, d.archived FROM document_version v JOIN document d ON d.kind = v.kind AND d.name = v.name WHERE v.kind = ? AND v.name = ? AND v.version = ?");
    row.bind(nameOf(approval.kind)).bind(approval.name).bind(approval.to);
    if (auto done = row.run(); !done) return tl::unexpected(done.error());
    const bool there = row.next();
    const auto hash = there ? row.text() : std::string();
    boost::json::error_code error;
    auto spec = model::parseOwnJson(there ? row.text() : std::string("null"), error);
    const bool archived = there && row.integer() != 0;
    row.finish();
    // Also of the stored text itself: what was approved is the content, not what a column says of it.
    model::Document document{approval.kind, approval.name, spec.is_object() ? std::move(spec.get_object()) : boost::json::object()};
    if (hash != approval.contentHash || document.contentHash() != approval.contentHash) return "the content of version " + std::to_string(approval.to) + " is not what was asked for";
    if (archived) return store::subjectOf(approval.kind, approval.name) + " was taken out of service";
    if (!approval.testRunId.empty()) {
        const auto digest = digest_ ? digest_(approval.testRunId, approval.kind, approval.name, approval.to) : model::failure(ErrorClass::NotFound, "it is gone");
        if (!digest && digest.error().errorClass == ErrorClass::Internal) return tl::unexpected(digest.error());
        if (!digest || *digest != approval.testRunDigest) return "the test run " + approval.testRunId + " is not what it was when it was asked for";
    }
    return std::string();
}

model::Result<void> ApprovalRepository::close(const Approval& approval, ApprovalState state, const std::string& note, const std::string& voidReason, const Actor& actor, WallTime now) {
    Statement mark(connection_.database(), "UPDATE approval SET state = ?, decided_by = ?, decided_us = ?, note = ?, void_reason = ? WHERE id = ? AND state = ?");
    mark.bind(static_cast<int>(state)).bind(state == ApprovalState::Void ? std::string() : actor.name).bind(toMicros(now)).bind(note).bind(voidReason).bind(approval.id).bind(static_cast<int>(ApprovalState::Open));
    if (auto done = mark.run(); !done) return done;
    std::string action = "approval.void";
    if (state == ApprovalState::Applied) action = "approval.approve";
    if (state == ApprovalState::Rejected) action = "approval.reject";
    if (state == ApprovalState::Withdrawn) action = "approval.withdraw";
    const auto reason = state == ApprovalState::Void ? voidReason : note;
    return audit_.add(actor, action, subjectOf(approval), "approval " + std::to_string(approval.id) + " of " + approval.requestedBy + ": " + asked(approval) + (reason.empty() ? "" : ": " + reason), now);
}

model::Result<Approval> ApprovalRepository::approve(std::int64_t id, const std::string& note, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    const auto approval = openOne(id);
    if (!approval) return approval;
    if (samePerson(approval->requestedBy, approval->requestedToken, actor))
        return model::failure(ErrorClass::Forbidden, "Approval " + std::to_string(id) + " was requested by " + approval->requestedBy + ": another person has to approve it.", "same_person");
    const auto stale = staleness(*approval);
    if (!stale) return tl::unexpected(stale.error());
    if (!stale->empty()) {
        if (auto done = close(*approval, ApprovalState::Void, {}, *stale, actor, now); !done) return tl::unexpected(done.error());
        if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
        return model::failure(ErrorClass::InvalidRequest, "Approval " + std::to_string(id) + " is void: " + *stale + ". Ask anew.", "approval_void");
    }
    const LabelMove move{approval->kind, approval->name, approval->label, approval->to, approval->from, approval->message, approval->id};
    if (approval->plan) {
        if (auto begun = RolloutRepository(connection_, labels_.moveCheck()).startWithin(move, *approval->plan, actor, now); !begun) return tl::unexpected(begun.error());
    } else if (auto moved = labels_.moveWithin(move, actor, now); !moved) {
        return tl::unexpected(moved.error());
    }
    if (auto done = close(*approval, ApprovalState::Applied, note, {}, actor, now); !done) return tl::unexpected(done.error());
    auto decided = find(id);
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return decided;
}

model::Result<Approval> ApprovalRepository::reject(std::int64_t id, const std::string& note, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    const auto approval = openOne(id);
    if (!approval) return approval;
    if (auto done = close(*approval, ApprovalState::Rejected, note, {}, actor, now); !done) return tl::unexpected(done.error());
    auto decided = find(id);
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return decided;
}

model::Result<Approval> ApprovalRepository::withdraw(std::int64_t id, const std::string& note, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    const auto approval = openOne(id);
    if (!approval) return approval;
    if (!samePerson(approval->requestedBy, approval->requestedToken, actor))
        return model::failure(ErrorClass::Forbidden, "Approval " + std::to_string(id) + " is withdrawn by " + approval->requestedBy + ", who requested it; operators may reject it.", "not_requester");
    if (auto done = close(*approval, ApprovalState::Withdrawn, note, {}, actor, now); !done) return tl::unexpected(done.error());
    auto decided = find(id);
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return decided;
}

} // namespace signalbox::store
