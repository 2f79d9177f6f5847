#include "core/gateway/workflow_routes.h"

#include "core/gateway/answer_of.h"
#include "core/gateway/callbacks.h"
#include "core/gateway/owed_runs.h"
#include "core/gateway/run_reply.h"
#include "core/gateway/run_request.h"
#include "core/gateway/stages.h"
#include "core/gateway/worker.h"
#include "core/gateway/workflow_call.h"
#include "core/gateway/workflow_run.h"
#include "core/gateway/workflow_stages.h"
#include "core/model/spec_reader.h"

#include <boost/json.hpp>

#include <charconv>
#include <cmath>
#include <exception>

namespace signalbox::gateway {

namespace asio = boost::asio;
namespace json = boost::json;
using model::Error;
using model::ErrorClass;

namespace {

constexpr std::string_view kWorkflows = "/v1/workflows/";
constexpr std::string_view kRuns = "/v1/runs/";
constexpr std::chrono::seconds kLongestWait{60};
constexpr std::chrono::seconds kAskAgain{2}; ///< a run of another gateway's is not announced here
constexpr std::size_t kLongestNote = 2000;

asio::awaitable<void> sendError(net::Reply& reply, Error error, std::string runId = {}) {
    auto response = runError(error, runId);
    co_await reply.send(std::move(response));
}

asio::awaitable<void> sendBody(net::Reply& reply, int status, RunId id, std::string body) {
    net::Response response;
    response.status = status;
    response.fields.add("content-type", "application/json");
    response.fields.add("x-signalbox-run-id", id.text());
    response.body = std::move(body);
    co_await reply.send(std::move(response));
}

Error noLedger() { return {ErrorClass::Internal, "This gateway keeps no ledger of runs.", "no_ledger", {}, {}, {}}; }

Error drainingError() {
    Error draining{ErrorClass::Overloaded, "This gateway is shutting down.", "draining", {}, {}, {}};
    draining.retryAfter = std::chrono::seconds{1};
    return draining;
}

Error inProgress(RunId id) {
    Error error{ErrorClass::Overloaded, "The run " + id.text() + " with this Idempotency-Key is still under way.", "in_progress", {}, {}, {}};
    error.retryAfter = std::chrono::seconds{2};
    return error;
}

/// What was done under this Idempotency-Key before, once more.
net::Response replayOf(const LedgerEntry& entry) {
    net::Response response;
    response.fields.add("content-type", "application/json");
    response.fields.add("x-signalbox-run-id", entry.run.id.text());
    response.fields.add("x-signalbox-idempotent-replay", "true");
    if (entry.run.asynchronous) {
        response.status = 202;
        response.fields.add("location", "/v1/runs/" + entry.run.id.text());
        response.body = runBody(entry);
    } else {
        response.status = entry.resultStatus;
        if (entry.resultStatus >= 400) response.fields.add("x-should-retry", "false"); // the same answer would come
        response.body = entry.result;
    }
    return response;
}

/// How long a caller with a known Idempotency-Key waits for the run: as long as it would have taken.
MonotonicTime deadlineOf(const Worker& worker) { return monotonicNow() + std::min<std::chrono::milliseconds>(worker.snapshot()->defaultPolicy.reliability.totalTimeout, kLongestWait); }

asio::awaitable<model::Result<RunLedger::Accepted>> accept(Worker& worker, AcceptedRun run) {
    std::function<void(RunLedger::Done<RunLedger::Accepted>)> ask = [ledger = worker.shared.ledger, run = std::move(run)](RunLedger::Done<RunLedger::Accepted> done) mutable { ledger->accept(std::move(run), std::move(done)); };
    return answerOf<RunLedger::Accepted>(worker.context, std::move(ask));
}

/// Whether the run would end before anything was asked of a model: its caller learns that at once, and not from the result. `chosen`:
/// the version that refuses it, if it came so far; in a rollout another one might be chosen next, and take it.
bool wouldBeRefused(Worker& worker, net::Request& request, net::Reply& reply, std::shared_ptr<const Workflow>& chosen) {
    Exchange exchange(worker, request, reply, model::ClientProtocol::Workflow);
    auto call = readWorkflowCall(request.path(), request.body);
    if (!call) return true;
    WorkflowRun run{.exchange = exchange, .reference = std::move(call->workflow), .input = std::move(call->input), .stickyKey = std::move(call->stickyKey)};
    const bool refused = !chooseVersions(run, run.reference) || !checkInput(run);
    chosen = std::move(run.workflow);
    return refused;
}

/// `mode: async`: committed, then 202; it runs by itself.
asio::awaitable<void> serveAsynchronous(Worker& worker, net::Request request, net::Reply& reply, AcceptedRun run) {
    std::shared_ptr<const Workflow> chosen;
    if (wouldBeRefused(worker, request, reply, chosen)) {
        WorkflowRunOptions options{.id = run.id, .keyName = std::move(run.keyName), .workflow = std::move(chosen)};
        co_return co_await serveWorkflowRun(worker, std::move(request), reply, std::move(options));
    }
    const bool calledBack = !run.callbackUrl.empty();
    if (calledBack)
        if (auto allowed = checkCallbackUrl(run.callbackUrl, callbackHosts(*worker.snapshot(), run.workflow)); !allowed) {
            auto refusal = std::move(allowed.error());
            co_return co_await sendError(reply, std::move(refusal));
        }
    auto accepted = co_await accept(worker, std::move(run));
    if (!accepted) {
        auto problem = std::move(accepted.error());
        co_return co_await sendError(reply, std::move(problem));
    }
    if (worker.shared.owed) worker.shared.owed->wake();
    const auto& entry = accepted->entry;
    if (accepted->known) {
        auto replay = replayOf(entry);
        co_await reply.send(std::move(replay));
        co_return;
    }
    net::Response response;
    response.status = 202;
    response.fields.add("content-type", "application/json");
    response.fields.add("x-signalbox-run-id", entry.run.id.text());
    response.fields.add("location", "/v1/runs/" + entry.run.id.text());
    response.body = runBody(entry);
    co_await reply.send(std::move(response));
}

/// Whether the run is this caller's to serve now; if not, it was answered. Waits while another caller's is under way.
asio::awaitable<bool> claim(Worker& worker, net::Reply& reply, AcceptedRun run) {
    const auto deadline = deadlineOf(worker);
    bool left = false;
    std::optional<RunWaiters::Wait> wait; ///< for the run that has the key
    std::optional<RunId> waitedFor;
    for (;;) {
        auto accepted = co_await accept(worker, run);
        if (!accepted) {
            auto problem = std::move(accepted.error());
            co_await sendError(reply, std::move(problem));
            co_return false;
        }
        if (!accepted->known) co_return true;
        const auto id = accepted->entry.run.id;
        if (accepted->entry.state == LedgerEntry::State::Done) {
            auto replay = replayOf(accepted->entry);
            co_await reply.send(std::move(replay));
            co_return false;
        }
        if (left || monotonicNow() >= deadline || worker.shared.draining.load(std::memory_order_relaxed)) {
            auto busy = inProgress(id);
            co_await sendError(reply, std::move(busy), id.text());
            co_return false;
        }
        if (waitedFor != id) { // and the question once more: it may have ended before the wait began
            wait.reset();
            wait.emplace(worker.shared.waiters, id, worker.context);
            waitedFor = id;
            continue;
        }
        reply.onDisconnect([&wait, &left] {
            left = true;
            wait->cancel();
        });
        co_await wait->until(std::min(deadline, monotonicNow() + kAskAgain));
        reply.onDisconnect(nullptr);
    }
}

/// With an Idempotency-Key: once, whoever asks how often.
asio::awaitable<void> serveOnce(Worker& worker, net::Request request, net::Reply& reply, AcceptedRun run) {
    const auto id = run.id;
    WorkflowRunOptions options{.id = id, .keyName = run.keyName, .keepResult = true};
    const bool ours = co_await claim(worker, reply, std::move(run));
    if (!ours) co_return;
    std::exception_ptr problem;
    try {
        co_await serveWorkflowRun(worker, std::move(request), reply, std::move(options));
    } catch (...) {
        problem = std::current_exception();
    }
    // Nothing, if its result is on record.
    std::function<void(RunLedger::Done<void>)> forget = [ledger = worker.shared.ledger, id](RunLedger::Done<void> done) { ledger->forget(id, std::move(done)); };
    co_await answerOf<void>(worker.context, std::move(forget));
    worker.shared.waiters.announce(id);
    if (problem) std::rethrow_exception(problem);
}

asio::awaitable<void> serveRun(Worker& worker, net::Request request, net::Reply& reply, std::string workflow, std::string keyName) {
    auto wanted = readRunRequest(request);
    if (!wanted) {
        auto refusal = std::move(wanted.error());
        co_return co_await sendError(reply, std::move(refusal));
    }
    if (wanted->isPlain()) {
        WorkflowRunOptions options{.keyName = std::move(keyName)};
        co_return co_await serveWorkflowRun(worker, std::move(request), reply, std::move(options));
    }
    if (!worker.shared.ledger) {
        auto none = noLedger();
        co_return co_await sendError(reply, std::move(none));
    }
    AcceptedRun run;
    run.acceptedAt = wallNow();
    run.id = worker.shared.runIds.next(run.acceptedAt);
    run.keyName = std::move(keyName);
    run.workflow = std::move(workflow);
    run.request = request.body;
    run.idempotencyKey = wanted->idempotencyKey;
    run.callbackUrl = wanted->callbackUrl;
    run.asynchronous = wanted->asynchronous;
    if (run.asynchronous) co_return co_await serveAsynchronous(worker, std::move(request), reply, std::move(run));
    co_await serveOnce(worker, std::move(request), reply, std::move(run));
}

/// Seconds, or nothing if that is no number from 0 to 60.
std::optional<std::chrono::milliseconds> waitOf(std::string_view query) {
    if (query.find("wait") == std::string_view::npos) return std::chrono::milliseconds{0};
    const auto text = net::queryParameter(query, "wait");
    double seconds = 0;
    if (!text) return {};
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seconds);
    if (error != std::errc{} || end != text->data() + text->size() || !(seconds >= 0 && seconds <= 60)) return {};
    return std::chrono::milliseconds{static_cast<std::int64_t>(seconds * 1000)};
}

asio::awaitable<void> serveRunState(Worker& worker, net::Request request, net::Reply& reply, RunId id, std::string keyName) {
    const auto patience = waitOf(request.query());
    if (!patience) {
        Error bad{ErrorClass::InvalidRequest, "'wait' should be a number of seconds from 0 to 60.", "invalid_request", {}, {}, {}};
        co_return co_await sendError(reply, std::move(bad), id.text());
    }
    const auto deadline = monotonicNow() + *patience;
    RunWaiters::Wait wait(worker.shared.waiters, id, worker.context); // before the question, or an end in between would be missed
    bool left = false;
    reply.onDisconnect([&wait, &left] {
        left = true;
        wait.cancel();
    });
    for (;;) {
        std::function<void(RunLedger::Done<LedgerEntry>)> find = [ledger = worker.shared.ledger, id, keyName](RunLedger::Done<LedgerEntry> done) { ledger->find(id, keyName, std::move(done)); };
        auto found = co_await answerOf<LedgerEntry>(worker.context, std::move(find));
        if (!found) {
            auto problem = std::move(found.error());
            co_return co_await sendError(reply, std::move(problem), id.text());
        }
        const bool over = left || monotonicNow() >= deadline || worker.shared.draining.load(std::memory_order_relaxed);
        if (found->state == LedgerEntry::State::Done || over) {
            auto body = runBody(*found);
            co_return co_await sendBody(reply, 200, id, std::move(body));
        }
        co_await wait.until(std::min(deadline, monotonicNow() + kAskAgain));
    }
}

struct Report {
    model::ReportedOutcome outcome = model::ReportedOutcome::Success;
    std::optional<double> score;
    std::string note;
};

model::Result<Report> readReport(const std::string& text) {
    Error error{ErrorClass::InvalidRequest, "The report is not as it should be.", "invalid_request", {}, {}, {}};
    json::error_code problem;
    const auto value = json::parse(text, problem);
    const auto* body = problem ? nullptr : value.if_object();
    if (!body) {
        error.violations.push_back({"", "The body should be a JSON object like {\"outcome\": \"success\"}."});
        return tl::unexpected(std::move(error));
    }
    Report report;
    for (const auto& member : *body) {
        const auto& given = member.value();
        if (member.key() == "outcome") continue;
        if (member.key() == "score") {
            if (given.is_null()) continue;
            if (!given.is_number() || !std::isfinite(given.to_number<double>())) error.violations.push_back({"/score", "should be a number."});
            else report.score = given.to_number<double>();
        } else if (member.key() == "note") {
            if (given.is_null()) continue;
            if (!given.is_string() || given.get_string().size() > kLongestNote) error.violations.push_back({"/note", "should be a text of at most 2000 bytes."});
            else report.note = given.get_string();
        } else {
            error.violations.push_back({'/' + model::escapedPointerPart(member.key()), "is not known here; a report has 'outcome', 'score' and 'note'."});
        }
    }
    const auto* outcome = body->if_contains("outcome");
    const auto named = outcome && outcome->is_string() ? model::reportedOutcomeNamed(outcome->get_string()) : std::nullopt;
    if (named) report.outcome = *named;
    else error.violations.push_back({"/outcome", "should be success, failure or overridden."});
    if (error.violations.empty()) return report;
    error.message = "The report is not as it should be: " + error.violations.front().pointer + ' ' + error.violations.front().message;
    return tl::unexpected(std::move(error));
}

asio::awaitable<void> serveOutcome(Worker& worker, net::Request request, net::Reply& reply, RunId id, std::string keyName) {
    auto report = readReport(request.body);
    if (!report) {
        auto problem = std::move(report.error());
        co_return co_await sendError(reply, std::move(problem), id.text());
    }
    std::function<void(RunLedger::Done<void>)> tell = [ledger = worker.shared.ledger, id, keyName, said = std::move(*report)](RunLedger::Done<void> done) {
        ledger->report(id, keyName, said.outcome, said.score, said.note, std::move(done));
    };
    auto told = co_await answerOf<void>(worker.context, std::move(tell));
    if (!told) {
        auto problem = std::move(told.error());
        co_return co_await sendError(reply, std::move(problem), id.text());
    }
    net::Response response;
    response.status = 204;
    response.fields.add("x-signalbox-run-id", id.text());
    co_await reply.send(std::move(response));
}

/// What a path asks for.
struct Place {
    enum class Kind { Nothing, Run, State, Outcome } kind = Kind::Nothing;
    std::string workflow;
    std::optional<RunId> id;
    std::string_view method;
};

Place placeOf(std::string_view path) {
    if (path.starts_with(kWorkflows)) {
        const auto rest = path.substr(kWorkflows.size());
        const auto slash = rest.find('/');
        if (slash == std::string_view::npos || slash == 0 || rest.substr(slash) != "/runs") return {};
        return {Place::Kind::Run, std::string(rest.substr(0, slash)), {}, "POST"}; // not decoded: a name has nothing to decode
    }
    const auto rest = path.substr(kRuns.size());
    const auto slash = rest.find('/');
    const auto id = RunId::parse(rest.substr(0, slash));
    if (slash == std::string_view::npos) return {Place::Kind::State, {}, id, "GET"};
    if (rest.substr(slash) != "/outcome") return {};
    return {Place::Kind::Outcome, {}, id, "POST"};
}

Error unknownPath(std::string_view path) {
    return {ErrorClass::NotFound, "There is nothing at " + std::string(path.substr(0, 200)) + ". Workflows are run at /v1/workflows/NAME/runs; runs are at /v1/runs/ID and /v1/runs/ID/outcome.", "unknown_path", {}, {}, {}};
}

} // namespace

bool isRunPath(std::string_view path) { return path.starts_with(kWorkflows) || path.starts_with(kRuns); }

asio::awaitable<void> serveRunPath(Worker& worker, net::Request request, net::Reply& reply) {
    auto known = applicationOf(worker, request.fields);
    if (!known) {
        auto stranger = std::move(known.error());
        co_return co_await sendError(reply, std::move(stranger));
    }
    auto place = placeOf(request.path());
    if (place.kind == Place::Kind::Nothing) {
        auto unknown = unknownPath(request.path());
        co_return co_await sendError(reply, std::move(unknown));
    }
    if (request.method != place.method && !(place.method == "GET" && request.method == "HEAD")) {
        const Error refused{ErrorClass::NotFound, std::string(request.path()) + " takes " + std::string(place.method) + ", not " + request.method + '.', "method_not_allowed", {}, {}, {}};
        auto response = runError(refused);
        response.fields.add("allow", place.method == "GET" ? "GET, HEAD" : "POST");
        co_await reply.send(std::move(response));
        co_return;
    }
    if (place.kind == Place::Kind::Run) {
        if (!worker.shared.draining.load(std::memory_order_relaxed)) co_return co_await serveRun(worker, std::move(request), reply, std::move(place.workflow), std::move(*known));
        auto draining = drainingError();
        co_return co_await sendError(reply, std::move(draining));
    }
    if (!place.id || !worker.shared.ledger) {
        Error none{ErrorClass::NotFound, "A run's id is 'run_' and 13 letters and digits.", "run_not_found", {}, {}, {}};
        co_return co_await sendError(reply, std::move(none));
    }
    if (place.kind == Place::Kind::State) co_return co_await serveRunState(worker, std::move(request), reply, *place.id, std::move(*known));
    co_await serveOutcome(worker, std::move(request), reply, *place.id, std::move(*known));
}

} // namespace signalbox::gateway
