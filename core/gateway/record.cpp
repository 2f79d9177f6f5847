#include "core/gateway/stages.h"
#include "core/gateway/worker.h"

#include <boost/json/serialize.hpp>

namespace signalbox::gateway {

namespace {

/// What was said, if policy keeps it. A streamed answer is kept as what it came to.
model::Payload payloadOf(Exchange& exchange) {
    if (exchange.payload) return std::move(*exchange.payload);
    model::Payload payload;
    if (!exchange.policy || exchange.policy->governance.payloadDays.count() == 0) return payload;
    payload.keep = exchange.policy->governance.payloadDays;
    payload.request = std::move(exchange.call.raw);
    if (exchange.run.stream && !exchange.responseText.empty())
        payload.response = boost::json::serialize(boost::json::object{{"object", "signalbox.stream"}, {"finish_reason", exchange.run.finishReason}, {"text", exchange.responseText}});
    else
        payload.response = std::move(exchange.responseText);
    return payload;
}

} // namespace

boost::asio::awaitable<bool> record(Exchange& exchange) {
    auto& worker = exchange.worker;
    exchange.run.endToEndUs = exchange.sinceStartUs();
    auto payload = payloadOf(exchange);
    exchange.attemptCount = exchange.run.attempts.size();
    if (worker.shared.sink.record(exchange.run, payload)) co_return true;
    CommitGate::Ticket ticket(worker.context);
    const bool accepted = worker.shared.sink.submit(std::move(exchange.run), std::move(payload),
                                                    [gate = &worker.commits, waiting = &ticket](bool committed) { gate->report(waiting, committed); });
    if (!accepted) co_return false;
    co_return co_await ticket.committed();
}

} // namespace signalbox::gateway
