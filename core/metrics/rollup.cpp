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
    reportedSuccess += other.reportedSuccess;
    reportedFailure += other.reportedFailure;
    reportedOverridden += other.reportedOverridden;
    rejected += other.rejected;
    cost += other.cost;
    firstToken.merge(other.firstToken);
    endToEnd.merge(other.endToEnd);
}

void RollupValue::report(model::ReportedOutcome outcome, model::RunStatus status, int times) {
    switch (outcome) {
    case model::ReportedOutcome::Success: reportedSuccess += times; return;
    case model::ReportedOutcome::Failure: reportedFailure += times; break;
    case model::ReportedOutcome::Overridden: reportedOverridden += times; break;
    }
    if (status == model::RunStatus::Succeeded) rejected += times;
}

std::int64_t successes(const RollupValue& value) { return value.succeeded - value.rejected; }

std::optional<double> successRate(const RollupValue& value) {
    if (value.calls == 0) return {};
    return static_cast<double>(successes(value)) / static_cast<double>(value.calls);
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

std::optional<double> overrideRate(const RollupValue& value) {
    const auto reported = value.reportedSuccess + value.reportedFailure + value.reportedOverridden;
    if (reported == 0) return {};
    return static_cast<double>(value.reportedOverridden) / static_cast<double>(reported);
}

std::optional<Money> costPerSuccess(const RollupValue& value) {
    const auto tasks = successes(value);
    if (tasks <= 0) return {};
    return Money{value.cost.nanos / tasks};
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
