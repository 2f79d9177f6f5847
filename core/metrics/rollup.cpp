#include "core/metrics/rollup.h"

#include <functional>

namespace signalbox::metrics {

void RollupValue::add(const model::Run& run) {
    ++calls;
    switch (run.status) {
    case model::RunStatus::Succeeded: ++succeeded; break;
    case model::RunStatus::Degraded: ++degraded; break;
    case model::RunStatus::Failed: ++failed; break;
    case model::RunStatus::Cancelled: ++cancelled; break;
    }
    attempts += static_cast<std::int64_t>(run.attempts.size());
    bool fellBack = false;
    for (const auto& attempt : run.attempts) {
        retries += attempt.reason == model::AttemptReason::Retry;
        fellBack = fellBack || attempt.reason == model::AttemptReason::Fallback;
    }
    fallbacks += fellBack;
    inputTokens += run.usage.input;
    outputTokens += run.usage.output;
    cost += run.cost;
    if (run.firstTokenUs) firstToken.add(static_cast<double>(*run.firstTokenUs));
    if (run.status == model::RunStatus::Succeeded) endToEnd.add(static_cast<double>(run.endToEndUs));
}

void RollupValue::merge(const RollupValue& other) {
    calls += other.calls;
    succeeded += other.succeeded;
    degraded += other.degraded;
    failed += other.failed;
    cancelled += other.cancelled;
    attempts += other.attempts;
    retries += other.retries;
    fallbacks += other.fallbacks;
    inputTokens += other.inputTokens;
    outputTokens += other.outputTokens;
    cost += other.cost;
    firstToken.merge(other.firstToken);
    endToEnd.merge(other.endToEnd);
}

std::optional<double> successRate(const RollupValue& value) {
    if (value.calls == 0) return {};
    return static_cast<double>(value.succeeded) / static_cast<double>(value.calls);
}

std::optional<double> errorRate(const RollupValue& value) {
    const auto counted = value.calls - value.cancelled;
    if (counted == 0) return {};
    return static_cast<double>(value.failed) / static_cast<double>(counted);
}

std::optional<double> fallbackRate(const RollupValue& value) {
    if (value.calls == 0) return {};
    return static_cast<double>(value.fallbacks) / static_cast<double>(value.calls);
}

std::optional<Money> costPerSuccess(const RollupValue& value) {
    if (value.succeeded == 0) return {};
    return Money{value.cost.nanos / value.succeeded};
}

std::size_t RollupKeyHash::operator()(const RollupKey& key) const noexcept {
    const std::hash<std::string> text;
    std::size_t hash = static_cast<std::size_t>(key.minute);
    for (const auto* word : {&key.key, &key.route, &key.provider, &key.model, &key.workflow, &key.prompt})
        hash = hash * 1'000'003 + text(*word);
    return hash;
}

void addTo(RollupMap& rollups, const model::Run& run) {
    if (run.trial) return;
    constexpr std::int64_t kMicrosPerMinute = 60'000'000;
    RollupKey key{toMicros(run.startedAt) / kMicrosPerMinute, run.keyName, run.route, run.provider, run.model, run.workflow, run.prompt};
    rollups[std::move(key)].add(run);
}

} // namespace signalbox::metrics
