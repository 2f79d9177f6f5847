#include "core/control/plane_state.h"

#include "core/base/identifiers.h"
#include "core/control/request_members.h"
#include "core/control/test_runner.h"
#include "core/control/trial_documents.h"
#include "core/model/workflow_spec.h"
#include "core/store/document_repository.h"
#include "core/store/test_run_repository.h"

#include <boost/json.hpp>

#include <charconv>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;

namespace {

constexpr std::size_t kIdBytes = 10;

/// Compiles the judges that the cases name, each once.
model::Result<void> addJudges(store::Session& session, TestPlan& plan) {
    for (std::size_t i = 0; i < plan.set.cases.size(); ++i)
        for (std::size_t j = 0; j < plan.set.cases[i].expect.size(); ++j) {
            const auto& expectation = plan.set.cases[i].expect[j];
            if (expectation.type != model::Expectation::Type::Judge) continue;
            const auto pointer = "/spec/cases/" + std::to_string(i) + "/expect/" + std::to_string(j) + "/judge";
            if (plan.set.model.empty() && plan.run.model.empty()) return wrongMember(pointer, "needs a model to be asked on: the test set names none ('model')");
            auto& judge = plan.judges[expectation.judge.text()];
            if (judge) continue;
            auto compiled = registeredPrompt(session, expectation.judge);
            if (!compiled) return wrongMember(pointer, "cannot be asked: " + compiled.error().message);
            judge = std::move(*compiled);
        }
    return {};
}

/// What the body asks for.
struct Asked {
    json::object body; ///< with `version` or `label`
    std::string model;
    std::optional<std::int64_t> promptVersion;
    std::optional<std::int64_t> setVersion;
};

model::Result<std::optional<std::int64_t>> versionMember(const json::object& body, std::string_view name) {
    const auto* version = body.if_contains(name);
    if (!version || version->is_null()) return std::optional<std::int64_t>{};
    if (!version->is_int64() || version->get_int64() < 1) return wrongMember('/' + std::string(name), "should be a whole number from 1");
    return std::optional(version->get_int64());
}

model::Result<Asked> askedFor(const ApiRequest& request) {
    auto body = request.body.empty() ? model::Result<json::object>(json::object()) : request.object();
    if (!body) return tl::unexpected(body.error());
    if (auto known = refuseOthers(*body, {"version", "label", "model", "prompt_version", "test_set_version"}); !known) return tl::unexpected(known.error());
    Asked asked;
    auto model = textMember(*body, "model");
    if (!model) return tl::unexpected(model.error());
    asked.model = std::move(*model);
    const auto promptVersion = versionMember(*body, "prompt_version");
    if (!promptVersion) return tl::unexpected(promptVersion.error());
    asked.promptVersion = *promptVersion;
    const auto setVersion = versionMember(*body, "test_set_version");
    if (!setVersion) return tl::unexpected(setVersion.error());
    asked.setVersion = *setVersion;
    asked.body = std::move(*body);
    return asked;
}

void testing(store::TestRun& run, const model::DocumentVersion& version) {
    run.kind = version.document.kind;
    run.name = version.document.name;
    run.version = version.version;
    run.contentHash = version.contentHash;
}

/// A prompt by itself, on the set's model or another.
model::Result<void> planPrompt(store::Session& session, const Asked& asked, TestPlan& plan) {
    if (asked.promptVersion) return wrongMember("/prompt_version", "is for the test set of a workflow; this one is of a prompt: say 'version'");
    const auto tested = model::DocumentRef::parse(plan.set.prompt);
    if (!tested) return tl::unexpected(tested.error());
    const auto reference = referenceMember(asked.body, tested->name);
    if (!reference) return tl::unexpected(reference.error());
    const auto version = store::DocumentRepository(session.connection).find(DocumentKind::Prompt, *reference);
    if (!version) return tl::unexpected(version.error());
    testing(plan.run, *version);
    plan.run.model = asked.model.empty() ? plan.set.model : asked.model;
    auto prompt = registeredPrompt(session, {plan.run.name, {}, plan.run.version});
    if (!prompt) return tl::unexpected(prompt.error());
    plan.prompt = std::move(*prompt);
    return {};
}

/// A workflow, or another version of its prompt within it: then the result is the prompt's.
model::Result<void> planWorkflow(store::Session& session, const Asked& asked, TestPlan& plan) {
    if (!asked.model.empty()) return wrongMember("/model", "is not chosen for a workflow: it runs on its own route");
    store::DocumentRepository documents(session.connection);
    const auto tested = model::DocumentRef::parse(plan.set.workflow);
    if (!tested) return tl::unexpected(tested.error());
    const auto reference = referenceMember(asked.body, tested->name);
    if (!reference) return tl::unexpected(reference.error());
    const auto version = documents.find(DocumentKind::Workflow, *reference);
    if (!version) return tl::unexpected(version.error());
    testing(plan.run, *version);
    if (!asked.promptVersion) return {};
    const auto spec = model::readWorkflowSpec(version->document.spec);
    if (!spec) return tl::unexpected(spec.error());
    const auto promptVersion = documents.find(DocumentKind::Prompt, {spec->prompt.name, {}, asked.promptVersion});
    if (!promptVersion) return tl::unexpected(promptVersion.error());
    auto prompt = registeredPrompt(session, {spec->prompt.name, {}, asked.promptVersion});
    if (!prompt) return tl::unexpected(prompt.error());
    auto workflow = workflowWithPrompt(session, *version, std::move(*prompt));
    if (!workflow) return tl::unexpected(workflow.error());
    plan.workflow = std::move(*workflow);
    testing(plan.run, *promptVersion);
    return {};
}

model::Result<TestPlan> planOf(store::Session& session, const ApiRequest& request) {
    const auto asked = askedFor(request);
    if (!asked) return tl::unexpected(asked.error());
    // A set is what its author last saved: it tests what serves, and does not serve itself.
    const auto set = store::DocumentRepository(session.connection).find(DocumentKind::TestSet, {request.parameter("name"), std::string(store::kLatestLabel), asked->setVersion});
    if (!set) return tl::unexpected(set.error());
    auto spec = model::readTestSetSpec(set->document.spec);
    if (!spec) return tl::unexpected(spec.error());
    TestPlan plan;
    plan.set = std::move(*spec);
    auto& run = plan.run;
    run.id = "test_" + randomToken(kIdBytes);
    run.testSet = set->document.name;
    run.testSetVersion = set->version;
    run.total = static_cast<std::int64_t>(plan.set.cases.size());
    run.author = request.actor.name;
    run.startedAt = wallNow();
    if (auto planned = plan.set.workflow.empty() ? planPrompt(session, *asked, plan) : planWorkflow(session, *asked, plan); !planned) return tl::unexpected(planned.error());
    if (auto judges = addJudges(session, plan); !judges) return tl::unexpected(judges.error());
    return plan;
}

model::Result<ApiReply> start(TestRunner& runner, store::Session& session, const ApiRequest& request) {
    auto plan = planOf(session, request);
    if (!plan) return tl::unexpected(plan.error());
    const auto id = plan->run.id;
    store::TestRunRepository runs(session.connection);
    if (auto begun = runs.begin(plan->run, request.actor); !begun) return tl::unexpected(begun.error());
    if (!runner.start(std::move(*plan))) {
        const std::string why = "Eight test runs are under way already. Wait until one has ended, or cancel one.";
        if (auto ended = runs.finish(id, why, wallNow()); !ended) return tl::unexpected(ended.error());
        return model::failure(model::ErrorClass::Overloaded, why, "too_many_test_runs");
    }
    return ApiReply::json(json::object{{"id", id}}, 202);
}

model::Result<ApiReply> list(store::Session& session, const ApiRequest& request) {
    store::TestRunFilter filter;
    if (const auto kind = request.option("kind"); !kind.empty()) {
        filter.kind = model::documentKindNamed(kind);
        if (filter.kind != DocumentKind::Prompt && filter.kind != DocumentKind::Workflow) return badRequest("'kind' should be prompt or workflow.");
    }
    filter.name = request.option("name");
    filter.testSet = request.option("test_set");
    if (const auto version = request.option("version"); !version.empty()) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), number);
        if (error != std::errc{} || end != version.data() + version.size() || number < 1) return badRequest("'version' should be a whole number from 1.");
        filter.version = number;
    }
    auto runs = store::TestRunRepository(session.connection).list(filter);
    if (!runs) return tl::unexpected(runs.error());
    json::array items;
    for (const auto& run : *runs) items.push_back(toJson(run, false));
    return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
}

model::Result<ApiReply> cancel(PlaneState& state, TestRunner& runner, store::Session& session, const ApiRequest& request) {
    const auto& id = request.parameter("id");
    store::TestRunRepository runs(session.connection);
    const auto run = runs.find(id);
    if (!run) return tl::unexpected(run.error());
    auto ended = runs.finish(id, "Cancelled by " + request.actor.name + '.', wallNow());
    if (!ended) return tl::unexpected(ended.error());
    if (!*ended) return badRequest("The test run " + id + " has ended already.", "has_ended");
    runner.abandon(id);
    const auto subject = std::string(nameOf(run->kind)) + '/' + run->name + '@' + std::to_string(run->version);
    if (auto noted = store::AuditLog(session.connection).add(request.actor, "test_run.cancel", subject, id, wallNow()); !noted) return tl::unexpected(noted.error());
    if (const auto now = runs.find(id)) state.events.publish("test_run", json::serialize(toJson(*now, false)));
    return ApiReply::nothing();
}

} // namespace

void addTestRunOperations(Operations& operations, PlaneState& state, TestRunner& runner) {
    operations.add({"POST", "/test-sets/{name}/runs", Role::Engineer, "Run a test set (its latest version by default) against a version of its workflow or prompt (production by default), or of the workflow's prompt, in the background", {},
                    R"({"type":"object","properties":{"version":{"type":"integer"},"label":{"type":"string"},"model":{"type":"string"},"prompt_version":{"type":"integer"},"test_set_version":{"type":"integer"}}})",
                    [&runner](store::Session& session, const ApiRequest& request) { return start(runner, session, request); }, 202});
    operations.add({"GET", "/test-runs", Role::Viewer, "Runs of test sets, newest first", {"kind", "name", "version", "test_set"}, {},
                    [](store::Session& session, const ApiRequest& request) { return list(session, request); }});
    operations.add({"GET", "/test-runs/{id}", Role::Viewer, "A run of a test set with its cases", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        auto run = store::TestRunRepository(session.connection).find(request.parameter("id"));
                        if (!run) return tl::unexpected(run.error());
                        return ApiReply::json(toJson(*run, true));
                    }});
    operations.add({"DELETE", "/test-runs/{id}", Role::Engineer, "Cancel a run of a test set; what it found so far stays", {}, {},
                    [&state, &runner](store::Session& session, const ApiRequest& request) { return cancel(state, runner, session, request); }, 204});
}

} // namespace signalbox::control
