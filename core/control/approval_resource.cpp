#include "core/control/document_operations.h"

#include "core/control/document_checks.h"
#include "core/store/test_run_repository.h"

#include <boost/json.hpp>

#include <charconv>

namespace signalbox::control {

namespace json = boost::json;

namespace {

json::object describe(const store::Approval& approval) {
    const auto nowhere = [](std::int64_t version) { return version == 0 ? json::value(nullptr) : json::value(version); };
    const auto optional = [](const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); };
    return {{"id", approval.id}, {"kind", nameOf(approval.kind)}, {"name", approval.name}, {"label", approval.label}, {"from", nowhere(approval.from)}, {"to", approval.to}, {"content_hash", approval.contentHash},
            {"test_run_id", optional(approval.testRunId)}, {"rollout", approval.plan ? json::value(toJson(*approval.plan)) : json::value(nullptr)}, {"message", approval.message}, {"state", nameOf(approval.state)},
            {"requested_by", approval.requestedBy}, {"requested_at", toRfc3339(approval.requestedAt)}, {"decided_by", optional(approval.decidedBy)},
            {"decided_at", approval.decidedAt ? json::value(toRfc3339(*approval.decidedAt)) : json::value(nullptr)}, {"note", approval.note}, {"void_reason", approval.voidReason}};
}

/// What a test run came to, as one text: any change of it shows.
model::Result<std::string> digestOf(store::Session& session, const std::string& id, model::DocumentKind kind, const std::string& name, std::int64_t version) {
    const auto run = store::TestRunRepository(session.connection).find(id);
    if (!run) return tl::unexpected(run.error());
    if (run->kind != kind || run->name != name || run->version != version)
        return model::failure(model::ErrorClass::InvalidRequest, "The test run '" + id + "' was of " + store::subjectOf(run->kind, run->name) + '@' + std::to_string(run->version) + ", not of " + store::subjectOf(kind, name) + '@' + std::to_string(version) + '.', "test_run_of_other");
    if (run->state != store::TestRun::State::Done) return model::failure(model::ErrorClass::InvalidRequest, "The test run '" + id + "' is " + std::string(nameOf(run->state)) + "; an approval rests on one that is done.", "test_run_not_done");
    json::array cases;
    for (const auto& test : run->cases) {
        json::array checks;
        for (const auto& check : test.checks) checks.push_back(json::array{check.type, check.pointer, check.passed, check.message});
        cases.push_back(json::array{test.name, test.passed, test.output, test.error, std::move(checks)});
    }
    return model::Document{kind, name, json::object{{"set", run->testSet}, {"set_version", run->testSetVersion}, {"content", run->contentHash}, {"model", run->model}, {"total", run->total}, {"cases", std::move(cases)}}}.contentHash();
}

store::ApprovalRepository repositoryOf(store::Session& session) {
    return store::ApprovalRepository(session.connection, registryChecks(session).move, [&session](const std::string& id, model::DocumentKind kind, const std::string& name, std::int64_t version) { return digestOf(session, id, kind, name, version); });
}

void announce(PlaneState& state, const store::Approval& approval) {
    state.events.publish("approval", json::serialize(json::object{{"id", approval.id}, {"kind", nameOf(approval.kind)}, {"name", approval.name}, {"label", approval.label}, {"to", approval.to}, {"state", nameOf(approval.state)}}));
}

model::Result<std::int64_t> idIn(const ApiRequest& request) {
    const auto& text = request.parameter("id");
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc{} || end != text.data() + text.size()) return badRequest("The id should be a number.");
    return id;
}

/// `stages` asks for a rollout; `percent` alone for one that stays there until somebody goes on.
model::Result<std::optional<model::RolloutPlan>> planIn(const json::object& body) {
    auto described = body;
    if (const auto* inner = body.if_contains("rollout"); inner && inner->is_object()) described = inner->get_object();
    else if (const auto* percent = body.if_contains("percent"); percent && !percent->is_null()) described["stages"] = json::array{*percent};
    if (!described.contains("stages")) return std::optional<model::RolloutPlan>{};
    return model::readRolloutPlan(described).map([](model::RolloutPlan plan) { return std::optional(std::move(plan)); });
}

model::Result<ApiReply> requestApproval(PlaneState& state, store::Session& session, const ApiRequest& request) {
    const auto subject = subjectIn(request);
    if (!subject) return tl::unexpected(subject.error());
    const auto body = request.object();
    if (!body) return tl::unexpected(body.error());
    const auto version = versionIn(*body, "version");
    if (!version) return tl::unexpected(version.error());
    if (!*version) return badRequest("'version' is missing.");
    auto plan = planIn(*body);
    if (!plan) return tl::unexpected(plan.error());
    store::Approval wanted;
    wanted.kind = subject->kind;
    wanted.name = subject->name;
    wanted.label = subject->label;
    wanted.to = **version;
    wanted.testRunId = stringIn(*body, "test_run_id");
    wanted.message = stringIn(*body, "message");
    wanted.plan = std::move(*plan);
    if (wanted.plan && wanted.kind != model::DocumentKind::Prompt && wanted.kind != model::DocumentKind::Workflow)
        return badRequest("Only prompts and workflows are rolled out in shares, not a " + std::string(nameOf(wanted.kind)) + ": ask for the label to move.", "no_rollout_of_kind");
    const auto made = repositoryOf(session).request(wanted, request.actor, wallNow());
    if (!made) return tl::unexpected(made.error());
    announce(state, *made);
    return ApiReply::json(describe(*made), 201);
}

using Decide = model::Result<store::Approval> (store::ApprovalRepository::*)(std::int64_t, const std::string&, const store::Actor&, WallTime);

model::Result<ApiReply> decide(PlaneState& state, store::Session& session, const ApiRequest& request, Decide how) {
    const auto id = idIn(request);
    if (!id) return tl::unexpected(id.error());
    const auto body = optionalBodyOf(request);
    if (!body) return tl::unexpected(body.error());
    auto approvals = repositoryOf(session);
    const auto decided = (approvals.*how)(*id, stringIn(*body, "note"), request.actor, wallNow());
    if (!decided) {
        if (const auto now = approvals.find(*id); now && decided.error().code == "approval_void") announce(state, *now);
        return tl::unexpected(decided.error());
    }
    if (decided->state == store::ApprovalState::Applied) {
        if (auto effective = takeEffect(state, session, {decided->kind, decided->name, decided->label}, decided->to); !effective) return tl::unexpected(effective.error());
        if (decided->plan)
            if (const auto rollout = store::RolloutRepository(session.connection).find(decided->kind, decided->name, decided->label)) announceRollout(state, *rollout, "started", {});
    }
    announce(state, *decided);
    return ApiReply::json(describe(*decided));
}

} // namespace

void addApprovalOperations(Operations& operations, PlaneState& state) {
    operations.add({"POST", "/documents/{kind}/{name}/labels/{label}/approvals", Role::Engineer, "Ask that a label moves to a version, or that it is rolled out there in stages", {},
                    R"({"type":"object","required":["version"],"properties":{"version":{"type":"integer"},"message":{"type":"string"},"test_run_id":{"type":"string"},"percent":{"type":"integer"},
                    "stages":{"type":"array","items":{"type":"integer"}},"guard":{"type":"object","properties":{"min_calls":{"type":"integer"},"p":{"type":"number"}}},"advance":{"enum":["manual","auto"]}}})",
                    [&state](store::Session& session, const ApiRequest& request) { return requestApproval(state, session, request); }, 201});
    operations.add({"GET", "/approvals", Role::Viewer, "Requests for approval, newest first", {"state"}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        std::optional<store::ApprovalState> wanted;
                        if (const auto name = request.option("state"); !name.empty()) {
                            wanted = store::approvalStateNamed(name);
                            if (!wanted) return badRequest("'state' should be open, applied, rejected, withdrawn or void.");
                        }
                        const auto list = repositoryOf(session).list(wanted, 500);
                        if (!list) return tl::unexpected(list.error());
                        json::array items;
                        for (const auto& approval : *list) items.push_back(describe(approval));
                        return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
                    }});
    operations.add({"GET", "/approvals/{id}", Role::Viewer, "A request for approval", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto id = idIn(request);
                        if (!id) return tl::unexpected(id.error());
                        const auto approval = repositoryOf(session).find(*id);
                        if (!approval) return tl::unexpected(approval.error());
                        return ApiReply::json(describe(*approval));
                    }});
    constexpr auto kNote = R"({"type":"object","properties":{"note":{"type":"string"}}})";
    const auto add = [&](const std::string& verb, Role role, const std::string& summary, Decide how) {
        operations.add({"POST", "/approvals/{id}/" + verb, role, summary, {}, kNote, [&state, how](store::Session& session, const ApiRequest& request) { return decide(state, session, request, how); }});
    };
    add("approve", Role::Operator, "Approve, as another person than who asked: the label moves, or the rollout begins", &store::ApprovalRepository::approve);
    add("reject", Role::Operator, "Reject", &store::ApprovalRepository::reject);
    add("withdraw", Role::Engineer, "Take one's own request back", &store::ApprovalRepository::withdraw);
}

} // namespace signalbox::control
