#include "core/store/rollout_repository.h"

#include "core/store/statement.h"

#include <boost/json.hpp>

namespace signalbox::store {

using model::DocumentKind;
using model::ErrorClass;

namespace {

constexpr auto kColumns = "r.kind, r.name, r.label, r.stable, r.candidate, r.percent, r.stage, r.plan, r.baseline, r.started_us, r.stage_us, r.actor, r.message, r.approval_id";

boost::json::array toJson(const VersionCounts& counts) { return {counts.calls, counts.unanswered, counts.reported, counts.overridden}; }

VersionCounts readCounts(const boost::json::object& json, std::string_view name) {
    const auto* list = json.if_contains(name);
    if (!list || !list->is_array() || list->get_array().size() != 4) return {};
    const auto number = [&](std::size_t i) { return list->get_array()[i].is_int64() ? list->get_array()[i].get_int64() : 0; };
    return {number(0), number(1), number(2), number(3)};
}

std::int64_t minuteOf(WallTime time) { return toMicros(time) / 60'000'000; }

Rollout readRollout(Statement& row) {
    Rollout rollout;
    if (const auto kind = model::documentKindNamed(row.text())) rollout.kind = *kind;
    rollout.name = row.text();
    rollout.label = row.text();
    rollout.stable = row.integer();
    rollout.candidate = row.integer();
    rollout.percent = static_cast<int>(row.integer());
    rollout.stage = static_cast<std::size_t>(row.integer());
    boost::json::error_code error;
    const auto json = boost::json::parse(row.text(), error);
    if (json.is_object())
        if (auto plan = model::readRolloutPlan(json.get_object())) rollout.plan = std::move(*plan);
    const auto baseline = boost::json::parse(row.text(), error);
    if (baseline.is_object()) {
        rollout.stableBaseline = readCounts(baseline.get_object(), "stable");
        rollout.candidateBaseline = readCounts(baseline.get_object(), "candidate");
    }
    rollout.startedAt = fromMicros(row.integer());
    rollout.stageAt = fromMicros(row.integer());
    rollout.actor = row.text();
    rollout.message = row.text();
    rollout.approval = row.optionalInteger();
    return rollout;
}

std::string subjectOf(const Rollout& rollout) { return store::subjectOf(rollout.kind, rollout.name) + '@' + rollout.label; }

} // namespace

model::Result<std::vector<Rollout>> RolloutRepository::activeRollouts() {
    Statement rows(connection_.database(), (std::string("SELECT ") + kColumns + " FROM rollout r JOIN document d ON d.kind = r.kind AND d.name = r.name WHERE d.archived = 0 ORDER BY r.kind, r.name, r.label").c_str());
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<Rollout> list;
    while (rows.next()) list.push_back(readRollout(rows));
    return list;
}

model::Result<Rollout> RolloutRepository::find(DocumentKind kind, const std::string& name, const std::string& label) {
    Statement row(connection_.database(), (std::string("SELECT ") + kColumns + " FROM rollout r WHERE r.kind = ? AND r.name = ? AND r.label = ?").c_str());
    row.bind(nameOf(kind)).bind(name).bind(label);
    if (auto done = row.run(); !done) return tl::unexpected(done.error());
    if (!row.next()) return model::failure(ErrorClass::NotFound, "No candidate gets a share of " + store::subjectOf(kind, name) + '@' + label + " now.", "no_rollout");
    return readRollout(row);
}

model::Result<RolloutCounts> RolloutRepository::countsSinceStage(const Rollout& rollout) {
    const auto from = minuteOf(rollout.stageAt);
    auto stable = countsOfVersion(connection_, rollout.kind, rollout.name, rollout.stable, from);
    if (!stable) return tl::unexpected(stable.error());
    auto candidate = countsOfVersion(connection_, rollout.kind, rollout.name, rollout.candidate, from);
    if (!candidate) return tl::unexpected(candidate.error());
    return RolloutCounts{*stable - rollout.stableBaseline, *candidate - rollout.candidateBaseline};
}

model::Result<std::string> RolloutRepository::baseline(DocumentKind kind, const std::string& name, std::int64_t stable, std::int64_t candidate, WallTime now) {
    const auto ofStable = countsOfVersion(connection_, kind, name, stable, minuteOf(now));
    if (!ofStable) return tl::unexpected(ofStable.error());
    const auto ofCandidate = countsOfVersion(connection_, kind, name, candidate, minuteOf(now));
    if (!ofCandidate) return tl::unexpected(ofCandidate.error());
    return boost::json::serialize(boost::json::object{{"stable", toJson(*ofStable)}, {"candidate", toJson(*ofCandidate)}});
}

model::Result<Rollout> RolloutRepository::start(const LabelMove& move, const model::RolloutPlan& plan, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    auto begun = startWithin(move, plan, actor, now);
    if (!begun) return begun;
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return begun;
}

model::Result<Rollout> RolloutRepository::startWithin(const LabelMove& move, const model::RolloutPlan& plan, const Actor& actor, WallTime now) {
    if (move.kind != DocumentKind::Prompt && move.kind != DocumentKind::Workflow)
        return model::failure(ErrorClass::InvalidRequest, "Only prompts and workflows are rolled out in shares, not a " + std::string(nameOf(move.kind)) + ": move the label.", "no_rollout_of_kind");
    const auto stable = labels_.check(move);
    if (!stable) return tl::unexpected(stable.error());
    const auto subject = store::subjectOf(move.kind, move.name) + '@' + move.label;
    if (*stable == 0) return model::failure(ErrorClass::InvalidRequest, subject + " is nowhere yet: there is nothing to share its traffic with. Move the label.", "label_nowhere");
    if (*stable == move.version) return model::failure(ErrorClass::InvalidRequest, subject + " is at version " + std::to_string(move.version) + " already: take another as the candidate.", "conflict");
    if (auto allowed = labels_.demandApproval(move, *stable); !allowed) return tl::unexpected(allowed.error());
    if (const auto present = find(move.kind, move.name, move.label))
        return model::failure(ErrorClass::InvalidRequest, "Version " + std::to_string(present->candidate) + " gets " + std::to_string(present->percent) + " % of " + subject + " now: stop that rollout first.", "conflict");
    const auto before = baseline(move.kind, move.name, *stable, move.version, now);
    if (!before) return tl::unexpected(before.error());
    Statement insert(connection_.database(), "INSERT INTO rollout (kind, name, label, stable, candidate, percent, stage, plan, baseline, started_us, stage_us, actor, message, approval_id) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(nameOf(move.kind)).bind(move.name).bind(move.label).bind(*stable).bind(move.version).bind(plan.stages.front()).bind(boost::json::serialize(model::toJson(plan))).bind(*before);
    insert.bind(toMicros(now)).bind(toMicros(now)).bind(actor.name).bind(move.message).bind(move.approval);
    if (auto done = insert.run(); !done) return tl::unexpected(done.error());
    const auto detail = "version " + std::to_string(move.version) + " gets " + std::to_string(plan.stages.front()) + " % beside version " + std::to_string(*stable) + (move.approval ? " by approval " + std::to_string(*move.approval) : std::string()) + (move.message.empty() ? "" : ": " + move.message);
    if (auto done = audit_.add(actor, "rollout.start", subject, detail, now); !done) return tl::unexpected(done.error());
    return find(move.kind, move.name, move.label);
}

model::Result<std::optional<Rollout>> RolloutRepository::advance(DocumentKind kind, const std::string& name, const std::string& label, std::optional<std::size_t> expectStage, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    const auto present = find(kind, name, label);
    if (!present) return tl::unexpected(present.error());
    if (expectStage && *expectStage != present->stage) return model::failure(ErrorClass::InvalidRequest, subjectOf(*present) + " is in another stage now: version " + std::to_string(present->candidate) + " gets " + std::to_string(present->percent) + " %.", "conflict");
    const LabelMove move{kind, name, label, present->candidate, present->stable, present->message.empty() ? "the rollout is through" : present->message, present->approval};
    const auto next = present->stage + 1;
    if (next >= present->plan.stages.size() || present->plan.stages[next] >= 100) {
        if (auto moved = labels_.moveWithin(move, actor, now); !moved) return tl::unexpected(moved.error());
        if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
        return std::optional<Rollout>{};
    }
    if (auto right = labels_.check(move); !right) return tl::unexpected(right.error());
    if (auto allowed = labels_.demandApproval(move, present->stable); !allowed) return tl::unexpected(allowed.error());
    const auto before = baseline(kind, name, present->stable, present->candidate, now);
    if (!before) return tl::unexpected(before.error());
    Statement update(connection_.database(), "UPDATE rollout SET percent = ?, stage = ?, stage_us = ?, baseline = ? WHERE kind = ? AND name = ? AND label = ?");
    update.bind(present->plan.stages[next]).bind(static_cast<std::int64_t>(next)).bind(toMicros(now)).bind(*before).bind(nameOf(kind)).bind(name).bind(label);
    if (auto done = update.run(); !done) return tl::unexpected(done.error());
    const auto detail = "version " + std::to_string(present->candidate) + " gets " + std::to_string(present->plan.stages[next]) + " %, after " + std::to_string(present->percent) + " %";
    if (auto done = audit_.add(actor, "rollout.advance", subjectOf(*present), detail, now); !done) return tl::unexpected(done.error());
    auto advanced = find(kind, name, label);
    if (!advanced) return tl::unexpected(advanced.error());
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return std::optional(std::move(*advanced));
}

model::Result<void> RolloutRepository::stop(DocumentKind kind, const std::string& name, const std::string& label, const std::string& reason, const Actor& actor, WallTime now, const Rollout* expect) {
    Transaction transaction(connection_.database());
    const auto present = find(kind, name, label);
    if (!present) return tl::unexpected(present.error());
    if (expect && (expect->candidate != present->candidate || expect->startedAt != present->startedAt))
        return model::failure(ErrorClass::InvalidRequest, subjectOf(*present) + " has another rollout now.", "conflict");
    Statement remove(connection_.database(), "DELETE FROM rollout WHERE kind = ? AND name = ? AND label = ?");
    remove.bind(nameOf(kind)).bind(name).bind(label);
    if (auto done = remove.run(); !done) return done;
    const auto detail = "version " + std::to_string(present->candidate) + " had " + std::to_string(present->percent) + " %; all go to version " + std::to_string(present->stable) + (reason.empty() ? "" : ": " + reason);
    if (auto done = audit_.add(actor, "rollout.stop", subjectOf(*present), detail, now); !done) return done;
    return transaction.commit();
}

} // namespace signalbox::store
