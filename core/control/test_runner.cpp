#include "core/control/test_runner.h"

#include "core/control/awaited.h"
#include "core/control/plane_state.h"
#include "core/gateway/captured_reply.h"
#include "core/model/json_text.h"
#include "core/policy/expectation.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace signalbox::control {

namespace asio = boost::asio;
namespace json = boost::json;

namespace {

constexpr int kLanes = 4;
constexpr std::size_t kMostRuns = 8;
constexpr std::size_t kShownBytes = 300;

std::string textIn(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

json::value parsed(const std::string& text) {
    json::error_code error;
    auto value = model::parseOwnJson(text, error);
    return error ? json::value(nullptr) : value;
}

/// What a trial came to.
struct TrialOutcome {
    json::value output;
    std::string runId;
    std::string error; ///< empty: there is an output
    Money cost;
};

std::string errorIn(const json::value& body, int status) {
    boost::system::error_code none;
    if (const auto* error = body.find_pointer("/error", none); error && error->is_object()) {
        auto message = textIn(error->get_object(), "message");
        if (const auto* violations = error->get_object().if_contains("violations"); violations && violations->is_array())
            for (const auto& violation : violations->get_array())
                if (violation.is_object() && message.size() < kShownBytes) message += ' ' + textIn(violation.get_object(), "pointer") + ' ' + textIn(violation.get_object(), "message") + '.';
        if (!message.empty()) return message;
    }
    return "The trial was answered with status " + std::to_string(status) + '.';
}

TrialOutcome outcomeOf(const net::Response& response, bool ofWorkflow) {
    TrialOutcome outcome;
    outcome.runId = response.fields.get("x-signalbox-run-id");
    outcome.cost = Money::parse(response.fields.get("x-signalbox-cost-usd")).value_or(Money{});
    const auto body = parsed(response.body);
    if (response.status != 200 || !body.is_object()) {
        outcome.error = errorIn(body, response.status);
        return outcome;
    }
    if (ofWorkflow) {
        if (const auto* output = body.get_object().if_contains("output")) outcome.output = *output;
        if (textIn(body.get_object(), "status") == "degraded") outcome.error = "The answer is the declared one for failures; no model gave it.";
        return outcome;
    }
    boost::system::error_code none;
    const auto* content = body.find_pointer("/choices/0/message/content", none);
    if (content && content->is_string()) outcome.output = policy::outputOf(content->get_string());
    else outcome.error = "The model answered without a text.";
    return outcome;
}

} // namespace

/// A run under way. Its thread is the worker's.
struct TestRunner::Job {
    TestPlan plan;
    std::size_t next = 0; ///< case that is not begun
    int lanes = 0;
    bool abandoned = false; ///< whoever did that has put the run to its end
    std::string problem;    ///< not empty: results are missing
    std::vector<gateway::CapturedReply*> replies; ///< of the trials under way
};

json::object toJson(const store::TestRun& run, bool withCases) {
    json::object object{{"id", run.id}, {"test_set", run.testSet}, {"test_set_version", run.testSetVersion}, {"kind", nameOf(run.kind)}, {"name", run.name}, {"version", run.version},
                        {"content_hash", run.contentHash}, {"model", run.model}, {"state", nameOf(run.state)}, {"error", run.error}, {"passed", run.passed}, {"failed", run.failed}, {"total", run.total},
                        {"cost_usd", run.cost.text()}, {"started_at", toRfc3339(run.startedAt)}, {"ended_at", run.endedAt ? json::value(toRfc3339(*run.endedAt)) : json::value(nullptr)}, {"author", run.author}};
    if (!withCases) return object;
    json::array cases;
    for (const auto& one : run.cases) {
        json::array checks;
        for (const auto& check : one.checks) checks.push_back(json::object{{"type", check.type}, {"pointer", check.pointer}, {"passed", check.passed}, {"message", check.message}});
        cases.push_back(json::object{{"name", one.name}, {"passed", one.passed}, {"run_id", one.runId.empty() ? json::value(nullptr) : json::value(one.runId)}, {"output", one.output},
                                     {"error", one.error.empty() ? json::value(nullptr) : json::value(one.error)}, {"cost_usd", one.cost.text()}, {"checks", std::move(checks)}});
    }
    object["cases"] = std::move(cases);
    return object;
}

json::object variablesOf(const json::value& input) { return input.is_object() ? input.get_object() : json::object{{"input", input}}; }

TestRunner::TestRunner(PlaneState& state, asio::io_context& context, gateway::TrialHandler trials) : state_(state), context_(context), trials_(std::move(trials)) {}

TestRunner::~TestRunner() = default;

bool TestRunner::start(TestPlan plan) {
    const auto job = std::make_shared<Job>();
    job->plan = std::move(plan);
    job->lanes = static_cast<int>(std::min<std::size_t>(kLanes, std::max<std::size_t>(1, job->plan.set.cases.size())));
    {
        const std::lock_guard lock(mutex_);
        if (stopped_ || jobs_.size() >= kMostRuns) return false;
        jobs_[job->plan.run.id] = job;
    }
    for (int i = 0; i < job->lanes; ++i) asio::co_spawn(context_, lane(job), asio::detached);
    return true;
}

void TestRunner::abandon(const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto found = jobs_.find(id);
    if (found == jobs_.end()) return;
    asio::post(context_, [job = found->second] {
        job->abandoned = true;
        for (auto* reply : std::vector<gateway::CapturedReply*>(job->replies)) reply->cutOff();
    });
}

void TestRunner::stop(const std::string& reason) {
    std::vector<std::string> ids;
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        for (const auto& [id, job] : jobs_) ids.push_back(id);
    }
    for (const auto& id : ids) {
        state_.parts.store.post([id, reason](store::Session& session) { (void)store::TestRunRepository(session.connection).finish(id, reason, wallNow()); });
        abandon(id);
    }
}

asio::awaitable<void> TestRunner::lane(std::shared_ptr<Job> job) {
    while (!job->abandoned && job->next < job->plan.set.cases.size()) {
        const auto index = job->next++;
        co_await runCase(job, index);
    }
    if (--job->lanes > 0) co_return;
    leave(job);
}

/// The last lane has come to its end.
void TestRunner::leave(const std::shared_ptr<Job>& job) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.erase(job->plan.run.id);
    }
    if (job->abandoned) return;
    state_.parts.store.post([this, id = job->plan.run.id, problem = job->problem](store::Session& session) {
        if (auto finished = store::TestRunRepository(session.connection).finish(id, problem, wallNow()); !finished) spdlog::error("test run {} could not be put to its end: {}", id, finished.error().message);
        announce(id);
    });
}

/// On a store thread.
void TestRunner::announce(const std::string& id) {
    state_.parts.store.post([this, id](store::Session& session) {
        if (const auto run = store::TestRunRepository(session.connection).find(id)) state_.events.publish("test_run", json::serialize(toJson(*run, false)));
    });
}

namespace {

/// One trial, whose reply can be left while it is under way.
asio::awaitable<TrialOutcome> tried(const gateway::TrialHandler& trials, std::vector<gateway::CapturedReply*>& replies, gateway::TrialCall call) {
    const bool ofWorkflow = call.workflow.has_value() || call.draft;
    gateway::CapturedReply reply;
    replies.push_back(&reply);
    co_await trials(std::move(call), reply);
    reply.finished();
    std::erase(replies, &reply);
    if (reply.isDisconnected()) co_return TrialOutcome{nullptr, {}, "The trial was broken off.", {}};
    co_return outcomeOf(reply.response(), ofWorkflow);
}

/// A prompt on a model. The error is why it cannot be asked.
model::Result<gateway::TrialCall> promptCall(const gateway::Prompt& prompt, const std::string& model, const json::object& variables, const std::string& keyName) {
    auto messages = gateway::renderPrompt(prompt, variables);
    if (!messages) return tl::unexpected(messages.error());
    gateway::TrialCall call;
    call.keyName = keyName;
    call.model = model;
    call.messages = std::move(*messages);
    call.parameters = prompt.text->spec.parameters;
    call.promptLabel = prompt.label;
    return call;
}

std::string sentenceOf(const model::Error& error) {
    std::string text = error.message;
    for (const auto& violation : error.violations)
        if (text.size() < kShownBytes && text.find(violation.message) == std::string::npos) text += ' ' + violation.pointer + ' ' + violation.message + '.';
    return text;
}

} // namespace

asio::awaitable<void> TestRunner::runCase(std::shared_ptr<Job> job, std::size_t index) {
    const auto& plan = job->plan;
    const auto& test = plan.set.cases[index];
    const auto keyName = "trial:" + plan.run.author;
    store::TestCaseResult result;
    result.name = test.name;
    TrialOutcome outcome;
    if (plan.prompt) {
        auto call = promptCall(*plan.prompt, plan.run.model, variablesOf(test.input), keyName);
        if (call) outcome = co_await tried(trials_, job->replies, std::move(*call));
        else outcome.error = sentenceOf(call.error());
    } else {
        gateway::TrialCall call;
        call.keyName = keyName;
        if (plan.workflow) call.draft = plan.workflow;
        else call.workflow = model::DocumentRef{plan.run.name, {}, plan.run.version};
        call.input = test.input;
        outcome = co_await tried(trials_, job->replies, std::move(call));
    }
    result.runId = outcome.runId;
    result.output = outcome.output;
    result.error = outcome.error;
    result.cost = outcome.cost;
    result.passed = outcome.error.empty();
    for (const auto& expectation : test.expect) {
        if (!outcome.error.empty() || job->abandoned) break;
        policy::ExpectationResult checked;
        if (expectation.type == model::Expectation::Type::Judge) {
            const auto variables = policy::judgeVariables(expectation, test.input, outcome.output);
            const auto judge = plan.judges.find(expectation.judge.text());
            if (!variables) {
                checked = variables.error();
            } else if (judge == plan.judges.end()) {
                checked = {false, "The judge '" + expectation.judge.text() + "' is not there."};
            } else if (auto call = promptCall(*judge->second, plan.set.model.empty() ? plan.run.model : plan.set.model, *variables, keyName); !call) {
                checked = {false, "The judge cannot be asked: " + sentenceOf(call.error())};
            } else {
                const auto judged = co_await tried(trials_, job->replies, std::move(*call));
                result.cost += judged.cost;
                checked = judged.error.empty() ? policy::verdictOf(judged.output.is_string() ? std::string(judged.output.get_string()) : json::serialize(judged.output)) : policy::ExpectationResult{false, "The judge gave no answer: " + judged.error};
            }
        } else {
            checked = policy::checkExpectation(expectation, outcome.output);
        }
        result.passed = result.passed && checked.passed;
        result.checks.push_back({std::string(nameOf(expectation.type)), expectation.pointer, checked.passed, std::move(checked.message)});
    }
    if (job->abandoned) co_return; // half a case is none
    std::function<model::Result<bool>(store::Session&)> keep = [id = plan.run.id, position = static_cast<std::int64_t>(index), result = std::move(result)](store::Session& session) -> model::Result<bool> {
        if (auto added = store::TestRunRepository(session.connection).add(id, position, result); !added) return tl::unexpected(added.error());
        return true;
    };
    const auto kept = co_await onStore<bool>(state_.parts.store, std::move(keep));
    if (!kept) {
        spdlog::error("a result of test run {} could not be kept: {}", plan.run.id, kept.error().message);
        job->problem = "A result could not be kept: " + kept.error().message;
    }
    announce(plan.run.id);
}

} // namespace signalbox::control
