#include "core/gateway/owed_runs.h"

#include "core/gateway/answer_of.h"
#include "core/gateway/callbacks.h"
#include "core/gateway/run_reply.h"
#include "core/gateway/worker.h"
#include "core/gateway/workflow_run.h"
#include "core/model/json_text.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/json.hpp>

namespace signalbox::gateway {

namespace asio = boost::asio;
namespace json = boost::json;
using model::Error;
using model::ErrorClass;

namespace {

constexpr std::chrono::seconds kPause{2};

/// The request as its caller would have to send it to be answered at once and whole.
net::Request requestOf(const AcceptedRun& run) {
    net::Request request;
    request.method = "POST";
    request.target = "/v1/workflows/" + run.workflow + "/runs";
    request.fields.add("content-type", "application/json");
    request.body = run.request;
    if (request.body.find("stream") == std::string::npos) return request;
    json::error_code error;
    auto body = model::parseOwnJson(request.body, error);
    if (!error && body.is_object() && body.get_object().erase("stream") > 0) request.body = json::serialize(body); // a dead letter's may have asked for a stream
    return request;
}

Error givenUp() {
    return {ErrorClass::Internal,
            "The gateway ended " + std::to_string(OwedRuns::kMostTries) + " times while this run was under way, so it is not begun again. The gateway's operator finds the cause in its log.",
            "given_up", {}, {}, {}};
}

/// The caller's own to mend: not the gateway's end, and not a moment's overload.
bool isRefusal(int status) { return status >= 400 && status < 500 && status != 429 && status != 499; }

} // namespace

OwedRuns::OwedRuns(RunLedger& ledger, std::vector<Worker*> workers) : ledger_(ledger), workers_(std::move(workers)), later_(workers_.front()->context) {}

void OwedRuns::start() {
    ledger_.recover([this](model::Result<void> recovered) {
        {
            const std::lock_guard lock(mutex_);
            recovered_ = recovered.has_value();
        }
        if (recovered) pump();
        else pumpLater();
    });
}

void OwedRuns::wake() { pump(); }

void OwedRuns::drain() {
    const std::lock_guard lock(mutex_);
    draining_ = true;
}

void OwedRuns::stop() {
    drain();
    const std::lock_guard lock(mutex_);
    for (const auto& [id, active] : active_) asio::post(active.worker->context, [reply = active.reply] { reply->cutOff(); });
}

void OwedRuns::pump() {
    int room = 0;
    {
        const std::lock_guard lock(mutex_);
        if (draining_ || !recovered_) return;
        if (taking_) {
            again_ = true;
            return;
        }
        room = kAtOnce - static_cast<int>(active_.size());
        if (room <= 0) return; // the end of one of them pumps again
        taking_ = true;
        again_ = false;
    }
    ledger_.take(room, [this](model::Result<std::vector<LedgerEntry>> taken) { onTaken(std::move(taken)); });
}

void OwedRuns::onTaken(model::Result<std::vector<LedgerEntry>> taken) {
    bool more = false;
    {
        const std::lock_guard lock(mutex_);
        taking_ = false;
        more = again_;
    }
    if (!taken) return pumpLater();
    for (auto& entry : *taken) begin(std::move(entry));
    if (more) pump();
}

void OwedRuns::begin(LedgerEntry entry) {
    const auto reply = std::make_shared<CapturedReply>();
    Worker* worker = nullptr;
    {
        const std::lock_guard lock(mutex_);
        if (draining_) return; // stays Running in the ledger: the next start takes it up
        worker = workers_[nextWorker_++ % workers_.size()];
        active_[entry.run.id] = {worker, reply};
    }
    asio::co_spawn(worker->context, serve(*worker, std::move(entry), reply), asio::detached);
}

asio::awaitable<void> OwedRuns::serve(Worker& worker, LedgerEntry entry, std::shared_ptr<CapturedReply> reply) {
    const auto id = entry.run.id;
    if (entry.tries > kMostTries) {
        const auto error = givenUp();
        co_await recordFailure(worker, entry, error, runError(error, id.text()));
    } else {
        try {
            auto request = requestOf(entry.run);
            WorkflowRunOptions options{.id = id, .keyName = entry.run.keyName, .keepResult = true};
            co_await serveWorkflowRun(worker, std::move(request), *reply, std::move(options));
        } catch (...) {
            // As on a connection: what it was about is its own to log. The run is not done, and is begun again below.
        }
    }
    reply->finished();
    std::function<void(RunLedger::Done<LedgerEntry>)> find = [this, id, key = entry.run.keyName](RunLedger::Done<LedgerEntry> done) { ledger_.find(id, key, std::move(done)); };
    auto found = co_await answerOf<LedgerEntry>(worker.context, find);
    if (found && found->state != LedgerEntry::State::Done && isRefusal(reply->response().status)) {
        // Refused before it was a run: the same request would be refused again.
        const Error error{ErrorClass::InvalidRequest, "The run was refused: its result says why.", "refused", {}, {}, {}};
        co_await recordFailure(worker, entry, error, reply->response());
        found = co_await answerOf<LedgerEntry>(worker.context, std::move(find));
    }
    if (found && found->state == LedgerEntry::State::Done) {
        worker.shared.waiters.announce(id);
        if (!entry.run.callbackUrl.empty() && worker.shared.callbacks) worker.shared.callbacks->wake();
    } else if (!worker.shared.draining.load(std::memory_order_relaxed)) {
        // It could not be recorded (a full disk, say), or the ledger could not be asked.
        asio::steady_timer pause(worker.context, kPause);
        co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
        std::function<void(RunLedger::Done<void>)> release = [this, id](RunLedger::Done<void> done) { ledger_.release(id, std::move(done)); };
        co_await answerOf<void>(worker.context, std::move(release));
    }
    ended(id);
}

asio::awaitable<void> OwedRuns::recordFailure(Worker& worker, const LedgerEntry& entry, const Error& error, net::Response response) {
    model::Run run;
    run.id = entry.run.id;
    run.startedAt = entry.run.acceptedAt;
    run.protocol = model::ClientProtocol::Workflow;
    run.status = model::RunStatus::Failed;
    run.errorClass = error.errorClass;
    run.errorCode = error.code;
    run.errorMessage = error.message;
    run.httpStatus = response.status;
    run.keyName = entry.run.keyName;
    run.workflow = entry.run.workflow;
    run.endToEndUs = toMicros(wallNow()) - toMicros(entry.run.acceptedAt);
    model::Payload payload;
    payload.keepResult = true;
    payload.resultStatus = response.status;
    payload.result = std::move(response.body);
    CommitGate::Ticket ticket(worker.context);
    const bool accepted = worker.shared.sink.submit(std::move(run), std::move(payload), [gate = &worker.commits, waiting = &ticket](bool committed) { gate->report(waiting, committed); });
    if (accepted) co_await ticket.committed();
}

void OwedRuns::ended(RunId id) {
    {
        const std::lock_guard lock(mutex_);
        active_.erase(id);
    }
    pump();
}

void OwedRuns::pumpLater() {
    asio::post(later_.get_executor(), [this] {
        later_.expires_after(kPause);
        later_.async_wait([this](const boost::system::error_code& error) {
            if (error) return;
            bool recovered = false;
            {
                const std::lock_guard lock(mutex_);
                if (draining_) return;
                recovered = recovered_;
            }
            if (recovered) pump();
            else start();
        });
    });
}

} // namespace signalbox::gateway
