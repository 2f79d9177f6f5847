#include "core/control/live_window.h"

#include <boost/json.hpp>

#include <cmath>

namespace signalbox::control {

namespace json = boost::json;

namespace {

std::int64_t secondOf(WallTime time) { return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count(); }

json::value milliseconds(const metrics::DDSketch& sketch, double q) {
    if (sketch.count() == 0) return nullptr;
    return std::round(sketch.quantile(q) / 10.0) / 100.0;
}

json::value orNull(const std::optional<double>& rate) { return rate ? json::value(std::round(*rate * 1e5) / 1e5) : json::value(nullptr); }

constexpr double kUnhealthy = 0.1; ///< share of failures

/// Routes or workflows, as their callers saw them.
json::array services(const std::map<std::string, metrics::RollupValue>& values) {
    json::array list;
    for (const auto& [name, value] : values) {
        const auto errors = metrics::errorRate(value);
        list.push_back(json::object{{"name", name},
                                    {"state", errors.value_or(0) >= kUnhealthy ? "degraded" : "healthy"},
                                    {"calls_per_s", std::round(static_cast<double>(value.calls) / 60.0 * 100) / 100},
                                    {"error_rate", orNull(errors)},
                                    {"fallback_rate", orNull(metrics::fallbackRate(value))},
                                    {"end_to_end_p95_ms", milliseconds(value.endToEnd, 0.95)}});
    }
    return list;
}

/// An attempt, as a run of its own: a target's figures are those of what it was asked, not of what the caller got in the end.
model::Run runOf(const model::Attempt& attempt) {
    model::Run run;
    run.status = !attempt.errorClass ? model::RunStatus::Succeeded : *attempt.errorClass == model::ErrorClass::Cancelled ? model::RunStatus::Cancelled : model::RunStatus::Failed;
    if (attempt.firstTokenUs) run.firstTokenUs = *attempt.firstTokenUs - attempt.startedUs;
    run.endToEndUs = attempt.endedUs - attempt.startedUs;
    run.usage = attempt.usage;
    run.cost = attempt.cost;
    return run;
}

} // namespace

void LiveWindow::add(std::span<const model::Run> runs, WallTime now) {
    const auto number = secondOf(now);
    const std::lock_guard lock(mutex_);
    auto& second = seconds_[static_cast<std::size_t>(number % kSeconds)];
    if (second.number != number) second = {number, {}, {}, {}, {}};
    for (const auto& run : runs) {
        if (run.trial) continue;
        second.all.add(run);
        sinceStart_.add(run);
        for (const auto& attempt : run.attempts) second.targets[attempt.provider + '/' + attempt.model].add(runOf(attempt));
        if (!run.route.empty()) second.routes[run.route.substr(0, run.route.find('@'))].add(run);
        if (!run.workflow.empty()) second.workflows[run.workflow.substr(0, run.workflow.find('@'))].add(run);
    }
}

std::string LiveWindow::prometheus() const {
    const std::lock_guard lock(mutex_);
    const auto& all = sinceStart_;
    std::string out = "# HELP signalbox_runs_total Runs by how they ended for the caller.\n# TYPE signalbox_runs_total counter\n";
    for (const auto& [status, count] : {std::pair("succeeded", all.succeeded), std::pair("degraded", all.degraded), std::pair("failed", all.failed), std::pair("cancelled", all.cancelled)})
        out += std::string("signalbox_runs_total{status=\"") + status + "\"} " + std::to_string(count) + '\n';
    const auto counter = [&](std::string_view name, std::string_view help, const std::string& value) {
        out.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name).append(" counter\n").append(name).append(" ").append(value).append("\n");
    };
    counter("signalbox_attempts_total", "Attempts at vendors.", std::to_string(all.attempts));
    counter("signalbox_retries_total", "Attempts at the same target again.", std::to_string(all.retries));
    counter("signalbox_fallbacks_total", "Runs that went on to another target.", std::to_string(all.fallbacks));
    counter("signalbox_input_tokens_total", "Tokens in.", std::to_string(all.inputTokens));
    counter("signalbox_output_tokens_total", "Tokens out.", std::to_string(all.outputTokens));
    counter("signalbox_cost_usd_total", "Money spent at vendors, in US dollars.", all.cost.text());
    const auto summary = [&](std::string_view name, std::string_view help, const metrics::DDSketch& sketch) {
        out.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name).append(" summary\n");
        for (const auto& [q, label] : {std::pair(0.5, "0.5"), std::pair(0.95, "0.95"), std::pair(0.99, "0.99")})
            out.append(name).append("{quantile=\"").append(label).append("\"} ").append(sketch.count() == 0 ? "NaN" : std::to_string(sketch.quantile(q) / 1e6)).append("\n");
        out.append(name).append("_count ").append(std::to_string(sketch.count())).append("\n");
    };
    summary("signalbox_first_token_seconds", "From a run's start to the first content, streamed runs.", all.firstToken);
    summary("signalbox_end_to_end_seconds", "From a run's start to its end, runs that succeeded.", all.endToEnd);
    return out;
}

json::object LiveWindow::overview(const gateway::LiveState& live, WallTime now) const { return describe(live, now, true); }
json::object LiveWindow::second(const gateway::LiveState& live, WallTime now) const { return describe(live, now, false); }

json::object LiveWindow::describe(const gateway::LiveState& live, WallTime now, bool withSeries) const {
    const auto newest = secondOf(now);
    metrics::RollupValue all;
    std::map<std::string, metrics::RollupValue> targets;
    std::map<std::string, metrics::RollupValue> routes;
    std::map<std::string, metrics::RollupValue> workflows;
    json::array series;
    {
        const std::lock_guard lock(mutex_);
        for (auto number = newest - kSeconds + 1; number <= newest; ++number) {
            const auto& second = seconds_[static_cast<std::size_t>(number % kSeconds)];
            const bool there = second.number == number;
            if (withSeries)
                series.push_back(json::object{{"at", toRfc3339(WallTime{std::chrono::seconds{number}})}, {"calls", there ? second.all.calls : 0}, {"errors", there ? second.all.failed : 0}, {"fallbacks", there ? second.all.fallbacks : 0}});
            if (!there) continue;
            all.merge(second.all);
            for (const auto& [name, value] : second.targets) targets[name].merge(value);
            for (const auto& [name, value] : second.routes) routes[name].merge(value);
            for (const auto& [name, value] : second.workflows) workflows[name].merge(value);
        }
    }
    constexpr double kWindow = static_cast<double>(kSeconds);
    json::object result{{"now", toRfc3339(now)}, {"window_s", kSeconds}};
    result["totals"] = json::object{{"calls_per_s", std::round(static_cast<double>(all.calls) / kWindow * 100) / 100},
                                    {"error_rate", orNull(metrics::errorRate(all))},
                                    {"fallback_rate", orNull(metrics::fallbackRate(all))},
                                    {"in_flight", live.callsInFlight()},
                                    {"first_token_p50_ms", milliseconds(all.firstToken, 0.5)},
                                    {"first_token_p95_ms", milliseconds(all.firstToken, 0.95)},
                                    {"end_to_end_p50_ms", milliseconds(all.endToEnd, 0.5)},
                                    {"end_to_end_p95_ms", milliseconds(all.endToEnd, 0.95)},
                                    {"cost_usd_per_h", Money{all.cost.nanos * (3600 / kSeconds)}.text()}};
    json::array targetList;
    for (const auto& target : live.targets()) {
        const auto& value = targets[target.provider + '/' + target.model];
        const auto errors = metrics::errorRate(value);
        std::string_view state = "healthy";
        std::string_view breaker = "closed";
        switch (target.breaker) {
        case gateway::LiveState::Breaker::Open: state = breaker = "open"; break;
        case gateway::LiveState::Breaker::HalfOpen: state = breaker = "half_open"; break;
        case gateway::LiveState::Breaker::Closed:
            if (value.calls == 0) state = "idle";
            else if (errors.value_or(0) >= kUnhealthy) state = "degraded";
            break;
        }
        targetList.push_back(json::object{
            {"provider", target.provider},
            {"model", target.model},
            {"simulated", target.simulated},
            {"state", state},
            {"breaker", {{"state", breaker}, {"opens_again_at", target.probeAt ? json::value(toRfc3339(*target.probeAt)) : json::value(nullptr)}, {"failures", value.failed}, {"calls", value.calls}}},
            {"in_flight", target.inFlight},
            {"queued", target.queued},
            {"max_concurrent", target.maxConcurrent},
            {"calls_per_s", std::round(static_cast<double>(value.calls) / kWindow * 100) / 100},
            {"error_rate", orNull(errors)},
            {"first_token_p50_ms", milliseconds(value.firstToken, 0.5)},
            {"first_token_p95_ms", milliseconds(value.firstToken, 0.95)},
            {"last_error", target.lastError ? json::value{{"class", nameOf(*target.lastError)}, {"message", target.lastErrorMessage}, {"at", target.lastErrorAt ? json::value(toRfc3339(*target.lastErrorAt)) : json::value(nullptr)}} : json::value(nullptr)}});
    }
    result["targets"] = std::move(targetList);
    result["workflows"] = services(workflows);
    result["routes"] = services(routes);
    if (withSeries) result["series"] = std::move(series);
    return result;
}

} // namespace signalbox::control
