#include "core/control/document_operations.h"

#include "core/control/document_checks.h"
#include "core/control/version_comparison.h"

#include <boost/json.hpp>

#include <cmath>

namespace signalbox::control {

namespace json = boost::json;

namespace {

json::object sideOf(std::int64_t version, const store::VersionCounts& counts) {
    return {{"version", version}, {"calls", counts.calls}, {"errors", describe(errorsOf(counts))}, {"overridden", counts.reported == 0 ? json::value(nullptr) : json::value(describe(overridesOf(counts)))}};
}

model::Result<ApiReply> answerWith(store::Session& session, const Subject& subject) {
    const auto rollout = store::RolloutRepository(session.connection).find(subject.kind, subject.name, subject.label);
    if (!rollout) return tl::unexpected(rollout.error());
    auto described = describe(session, *rollout);
    if (!described) return tl::unexpected(described.error());
    return ApiReply::json(*described);
}

model::Result<ApiReply> startRollout(PlaneState& state, store::Session& session, const ApiRequest& request) {
    const auto subject = subjectIn(request);
    if (!subject) return tl::unexpected(subject.error());
    const auto body = request.object();
    if (!body) return tl::unexpected(body.error());
    const auto candidate = versionIn(*body, "candidate");
    if (!candidate) return tl::unexpected(candidate.error());
    if (!*candidate) return badRequest("'candidate' is missing: the version that is to get a share of the calls.");
    const auto plan = model::readRolloutPlan(*body);
    if (!plan) return tl::unexpected(plan.error());
    if (auto allowed = checkRole(request, {subject->kind}, subject->label); !allowed) return tl::unexpected(allowed.error());
    store::RolloutRepository rollouts(session.connection, registryChecks(session).move);
    const auto begun = rollouts.start({subject->kind, subject->name, subject->label, **candidate, {}, stringIn(*body, "message"), {}}, *plan, request.actor, wallNow());
    if (!begun) return tl::unexpected(begun.error());
    if (auto effective = takeEffect(state, session, *subject, begun->stable); !effective) return tl::unexpected(effective.error());
    announceRollout(state, *begun, "started", begun->message);
    return answerWith(session, *subject);
}

/// The rollout in its next stage; or, when it is through, null and where the labels are now.
model::Result<ApiReply> advanceRollout(PlaneState& state, store::Session& session, const ApiRequest& request) {
    const auto subject = subjectIn(request);
    if (!subject) return tl::unexpected(subject.error());
    if (auto allowed = checkRole(request, {subject->kind}, subject->label); !allowed) return tl::unexpected(allowed.error());
    store::RolloutRepository rollouts(session.connection, registryChecks(session).move);
    const auto before = rollouts.find(subject->kind, subject->name, subject->label);
    if (!before) return tl::unexpected(before.error());
    const auto advanced = rollouts.advance(subject->kind, subject->name, subject->label, before->stage, request.actor, wallNow());
    if (!advanced) return tl::unexpected(advanced.error());
    if (auto effective = takeEffect(state, session, *subject, *advanced ? before->stable : before->candidate); !effective) return tl::unexpected(effective.error());
    announceRollout(state, *advanced ? **advanced : *before, *advanced ? "advanced" : "completed", {});
    json::object answer{{"rollout", nullptr}};
    if (*advanced) {
        auto described = describe(session, **advanced);
        if (!described) return tl::unexpected(described.error());
        answer["rollout"] = std::move(*described);
    }
    const auto labels = store::DocumentRepository(session.connection).labels(subject->kind, subject->name);
    if (!labels) return tl::unexpected(labels.error());
    answer["labels"] = labelsJson(*labels);
    return ApiReply::json(answer);
}

} // namespace

model::Result<json::object> describe(store::Session& session, const store::Rollout& rollout) {
    const auto counts = store::RolloutRepository(session.connection).countsSinceStage(rollout);
    if (!counts) return tl::unexpected(counts.error());
    const auto verdict = judge(counts->stable, counts->candidate, rollout.plan.guard);
    auto object = json::object{{"kind", nameOf(rollout.kind)}, {"name", rollout.name}, {"label", rollout.label}, {"stable", rollout.stable}, {"candidate", rollout.candidate}, {"percent", rollout.percent}, {"stage", rollout.stage}};
    for (const auto& member : toJson(rollout.plan)) object[member.key()] = member.value();
    object["started_at"] = toRfc3339(rollout.startedAt);
    object["stage_at"] = toRfc3339(rollout.stageAt);
    object["actor"] = rollout.actor;
    object["message"] = rollout.message;
    object["approval_id"] = rollout.approval ? json::value(*rollout.approval) : json::value(nullptr);
    object["comparison"] = {{"stable", sideOf(rollout.stable, counts->stable)}, {"candidate", sideOf(rollout.candidate, counts->candidate)}, {"verdict", nameOf(verdict.verdict)}, {"p", std::round(verdict.p * 1e6) / 1e6}};
    return object;
}

void addRolloutOperations(Operations& operations, PlaneState& state) {
    constexpr auto kPath = "/documents/{kind}/{name}/labels/{label}/rollout";
    operations.add({"GET", kPath, Role::Viewer, "Which candidate gets a share of a label's calls, and how it compares since the stage began", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto subject = subjectIn(request);
                        if (!subject) return tl::unexpected(subject.error());
                        return answerWith(session, *subject);
                    }});
    operations.add({"PUT", kPath, Role::Engineer, "Give a candidate a share of a label's calls; of a protected label by approval only", {},
                    R"({"type":"object","required":["candidate"],"properties":{"candidate":{"type":"integer"},"stages":{"type":"array","items":{"type":"integer"}},"guard":{"type":"object","properties":{"min_calls":{"type":"integer"},"p":{"type":"number"}}},
                    "advance":{"enum":["manual","auto"]},"message":{"type":"string"}}})",
                    [&state](store::Session& session, const ApiRequest& request) { return startRollout(state, session, request); }});
    operations.add({"POST", std::string(kPath) + "/advance", Role::Engineer, "On to the next stage; at 100 % the label moves to the candidate, and `rollout` is null", {}, {},
                    [&state](store::Session& session, const ApiRequest& request) { return advanceRollout(state, session, request); }});
    operations.add({"DELETE", kPath, Role::Engineer, "Stop a rollout: all calls go to where the label is", {}, {}, [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto subject = subjectIn(request);
                        if (!subject) return tl::unexpected(subject.error());
                        if (auto allowed = checkRole(request, {subject->kind}, subject->label); !allowed) return tl::unexpected(allowed.error());
                        store::RolloutRepository rollouts(session.connection);
                        const auto present = rollouts.find(subject->kind, subject->name, subject->label);
                        if (!present) return tl::unexpected(present.error());
                        if (auto stopped = rollouts.stop(subject->kind, subject->name, subject->label, {}, request.actor, wallNow()); !stopped) return tl::unexpected(stopped.error());
                        if (auto effective = takeEffect(state, session, *subject, present->stable); !effective) return tl::unexpected(effective.error());
                        announceRollout(state, *present, "stopped", {});
                        return ApiReply::nothing();
                    }, 204});
}

} // namespace signalbox::control
