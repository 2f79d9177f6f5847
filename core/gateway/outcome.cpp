#include "core/base/text.h"
#include "core/gateway/run_reply.h"
#include "core/gateway/stages.h"
#include "core/gateway/workflow_reply.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

namespace asio = boost::asio;
using model::Error;
using model::ErrorClass;

void cancelWhenCallerLeaves(Exchange& exchange) {
    exchange.reply.onDisconnect([&exchange] {
        exchange.cancelled = true;
        if (exchange.vendorCall) exchange.vendorCall->cancel();
        if (exchange.waiting) exchange.waiting->cancel();
    });
}

Error cancelledError(const Exchange& exchange) {
    if (exchange.reply.isDisconnected()) return {ErrorClass::Cancelled, "the caller left before the answer was complete", {}, {}, {}, {}};
    Error stopped{ErrorClass::Overloaded, "This gateway was stopped before the answer was complete.", "stopped", {}, {}, {}};
    stopped.retryAfter = std::chrono::seconds{1};
    return stopped;
}

providers::ErrorReply errorReplyOf(const Exchange& exchange, const Error& error) {
    auto shaped = providers::errorReply(exchange.call.protocol, error, exchange.runIdText);
    if (exchange.run.protocol == model::ClientProtocol::Workflow) shaped.body = runError(error, exchange.runIdText).body;
    return shaped;
}

std::string errorEventOf(const Exchange& exchange, const Error& error) {
    if (exchange.run.protocol == model::ClientProtocol::Workflow) return workflowEvent("error", runError(error, exchange.runIdText).body);
    return providers::errorEvent(exchange.call.protocol, error, exchange.runIdText);
}

Error notRecorded() {
    Error error{ErrorClass::Internal, "The call could not be put on record, so its answer is withheld. The gateway's operator finds the cause in its log.", "not_recorded", {}, {}, {}};
    error.retryAfter = std::chrono::seconds{1};
    return error;
}

asio::awaitable<void> sendError(Exchange& exchange, const Error& error, std::string_view cost) {
    auto shaped = errorReplyOf(exchange, error);
    auto response = replyHead(exchange, shaped.status, nullptr);
    response.fields.add("content-type", "application/json");
    for (const auto& [name, value] : shaped.headers) response.fields.set(name, value);
    if (!cost.empty()) response.fields.add("x-signalbox-cost-usd", cost);
    response.body = std::move(shaped.body);
    co_await exchange.reply.send(std::move(response));
}

void finishPayload(Exchange& exchange, int status, std::string_view body, std::string_view insteadOfBody) {
    auto& payload = *exchange.payload;
    payload.keep = exchange.policy ? exchange.policy->governance.payloadDays : std::chrono::days{0};
    if (payload.keep.count() == 0) payload.request.clear();
    else payload.response = insteadOfBody.empty() ? body : insteadOfBody;
    if (!exchange.keepResult) return;
    payload.keepResult = true;
    payload.resultStatus = status;
    payload.result = body;
}

namespace {

std::string violationRecord(std::string_view body, std::string_view answer) {
    return boost::json::serialize(boost::json::object{{"object", "signalbox.violation"}, {"body", boost::json::parse(body)}, {"text", answer}});
}

} // namespace

asio::awaitable<void> fail(Exchange& exchange, Error error) {
    auto& run = exchange.run;
    const bool cancelled = error.errorClass == ErrorClass::Cancelled;
    error = callerError(exchange, std::move(error));
    run.status = cancelled ? model::RunStatus::Cancelled : model::RunStatus::Failed;
    run.errorClass = error.errorClass;
    run.errorCode = error.code;
    run.errorMessage = truncatedUtf8(error.message, 500);
    const auto shaped = errorReplyOf(exchange, error);
    run.httpStatus = exchange.headSent ? 200 : cancelled ? 499 : shaped.status;
    if (exchange.payload) {
        exchange.keepResult = exchange.keepResult && !exchange.cancelled; // the caller left, or the gateway stops: it may be asked for again
        // Who looks at the record wants to see what the model wrote, not just that it was wrong.
        const auto kept = error.code == "output_violation" ? violationRecord(shaped.body, exchange.responseText) : std::string();
        finishPayload(exchange, shaped.status, shaped.body, kept);
    }
    const auto cost = run.trial ? run.cost.text() : std::string(); // `record` moves the run
    const bool recorded = co_await record(exchange);
    if (!recorded) error = notRecorded();
    if (cancelled) {
        exchange.reply.abort();
    } else if (exchange.headSent) {
        // The stream has begun: only the protocol's own error event keeps clients from taking half an answer for a whole one.
        auto event = errorEventOf(exchange, error);
        const bool there = co_await exchange.reply.write(std::move(event));
        if (there) co_await exchange.reply.end();
    } else {
        co_await sendError(exchange, error, cost);
    }
}

asio::awaitable<void> succeed(Exchange& exchange, Served served) {
    exchange.run.status = model::RunStatus::Succeeded;
    exchange.run.httpStatus = 200;
    if (!exchange.call.stream && exchange.policy->governance.payloadDays.count() > 0) exchange.responseText = served.body;
    const auto cost = exchange.run.trial ? exchange.run.cost.text() : std::string();
    const bool recorded = co_await record(exchange);
    if (exchange.headSent) {
        auto last = recorded ? std::move(served.tail) : errorEventOf(exchange, notRecorded());
        bool there = true;
        if (!last.empty()) there = co_await exchange.reply.write(std::move(last));
        if (there) co_await exchange.reply.end();
        co_return;
    }
    if (!recorded) {
        const auto error = notRecorded();
        co_return co_await sendError(exchange, error);
    }
    auto response = replyHead(exchange, 200, served.target);
    if (!cost.empty()) response.fields.add("x-signalbox-cost-usd", cost);
    response.fields.add("content-type", exchange.call.stream ? "text/event-stream; charset=utf-8" : "application/json");
    response.body = exchange.call.stream ? std::move(served.tail) : std::move(served.body);
    co_await exchange.reply.send(std::move(response));
}

} // namespace signalbox::gateway
