#include "core/gateway/stages.h"

#include <charconv>

namespace signalbox::gateway {

namespace {

/// How long the client itself is going to wait: the Stainless SDKs (OpenAI, Anthropic) say it in seconds.
std::optional<std::chrono::milliseconds> clientPatience(const net::Fields& fields) {
    const auto seconds = fields.get("x-stainless-timeout");
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
    if (const auto patience = clientPatience(fields)) exchange.deadline = exchange.started + *patience;
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
