#include "core/gateway/stages.h"

#include <algorithm>
#include <charconv>

namespace signalbox::gateway {

namespace {

/// A client began to count before us, and comes again when it gave up by itself: it is answered a little before its time is over.
constexpr std::chrono::milliseconds kAheadOfTheClient{200};

/// How long the client itself is going to wait: the Stainless SDKs (OpenAI, Anthropic) say it in seconds, those for Python in a field
/// of their own; what stands in the other one then is no number.
std::optional<std::chrono::milliseconds> clientPatience(const net::Fields& fields) {
    const auto reading = fields.get("x-stainless-read-timeout");
    const auto seconds = reading.empty() ? fields.get("x-stainless-timeout") : reading;
    double value = 0;
    const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), value);
    if (seconds.empty() || error != std::errc{} || end != seconds.data() + seconds.size() || !(value > 0) || value > 86'400) return {};
    return std::chrono::milliseconds{static_cast<std::int64_t>(value * 1000)};
}

int clientRetry(const net::Fields& fields) {
    const auto text = fields.get("x-stainless-retry-count");
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

void readClientHints(Exchange& exchange) {
    const auto& fields = exchange.request.fields;
    exchange.run.clientRetry = clientRetry(fields);
    if (const auto patience = clientPatience(fields)) exchange.deadline = exchange.started + *patience - std::min<std::chrono::milliseconds>(*patience / 10, kAheadOfTheClient);
}

model::Result<void> readInput(Exchange& exchange) {
    const auto& fields = exchange.request.fields;
    readClientHints(exchange);
    auto call = providers::readCall(exchange.run.protocol, std::move(exchange.request.body), fields.get("anthropic-version"));
    if (!call) return tl::unexpected(std::move(call.error()));
    exchange.call = std::move(*call);
    exchange.call.anthropicBeta = fields.get("anthropic-beta");
    exchange.run.requestedModel = exchange.call.model;
    exchange.run.stream = exchange.call.stream;
    return {};
}

} // namespace signalbox::gateway
