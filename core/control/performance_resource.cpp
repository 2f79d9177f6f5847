#include "core/control/document_operations.h"

#include "core/control/version_comparison.h"
#include "core/store/document_repository.h"
#include "core/store/version_figures.h"

#include <boost/json.hpp>

#include <cmath>

namespace signalbox::control {

namespace json = boost::json;

namespace {

constexpr std::chrono::days kByDefault{30};

std::int64_t minuteOf(WallTime time) { return toMicros(time) / 60'000'000; }

json::value millisecondsOf(const metrics::DDSketch& sketch, double quantile) { return sketch.count() == 0 ? json::value(nullptr) : json::value(std::round(sketch.quantile(quantile) / 10) / 100); }

metrics::Proportion successesOf(const metrics::RollupValue& value) {
    const auto all = std::max<std::int64_t>(0, value.calls);
    return {static_cast<std::uint64_t>(std::clamp<std::int64_t>(metrics::successes(value), 0, all)), static_cast<std::uint64_t>(all)};
}

json::object describeVersion(std::int64_t version, const metrics::RollupValue& value) {
    const auto counts = store::countsOf(value);
    const auto perSuccess = metrics::costPerSuccess(value);
    return {{"version", version},
            {"calls", value.calls},
            {"succeeded", metrics::successes(value)},
            {"success", describe(successesOf(value))},
            {"errors", describe(errorsOf(counts))},
            {"overridden", counts.reported == 0 ? json::value(nullptr) : json::value(describe(overridesOf(counts)))},
            {"cost_usd", value.cost.text()},
            {"cost_per_success_usd", perSuccess ? json::value(perSuccess->text()) : json::value(nullptr)},
            {"first_token_p50_ms", millisecondsOf(value.firstToken, 0.5)},
            {"end_to_end_p50_ms", millisecondsOf(value.endToEnd, 0.5)},
            {"end_to_end_p95_ms", millisecondsOf(value.endToEnd, 0.95)}};
}

/// Of each version with the one in production, by successful tasks.
json::array comparisonsWith(std::int64_t production, const std::map<std::int64_t, metrics::RollupValue>& figures) {
    json::array comparisons;
    const auto live = figures.find(production);
    for (auto at = figures.rbegin(); at != figures.rend(); ++at) {
        if (at->first == production || production == 0) continue;
        const auto compared = metrics::compare(live == figures.end() ? metrics::Proportion{} : successesOf(live->second), successesOf(at->second), metrics::Direction::HigherIsBetter);
        const auto rounded = [](double value) { return std::round(value * 1e5) / 1e5; };
        comparisons.push_back(json::object{{"version", at->first}, {"against", production}, {"difference", rounded(compared.difference)}, {"low", rounded(compared.interval.low)}, {"high", rounded(compared.interval.high)},
                                           {"p", std::round(compared.pValue * 1e6) / 1e6}, {"verdict", nameOf(compared.verdict)}});
    }
    return comparisons;
}

model::Result<ApiReply> performanceOf(store::Session& session, const ApiRequest& request) {
    const auto subject = subjectIn(request);
    if (!subject) return tl::unexpected(subject.error());
    const auto to = request.option("to").empty() ? std::optional(wallNow()) : fromRfc3339(request.option("to"));
    if (!to) return badRequest("'to' should be a time like 2026-11-23T20:15:00Z.");
    const auto from = request.option("from").empty() ? std::optional(WallTime(*to - kByDefault)) : fromRfc3339(request.option("from"));
    if (!from) return badRequest("'from' should be a time like 2026-11-23T20:15:00Z.");
    if (*from >= *to) return badRequest("'from' should be before 'to'.");
    const auto labels = store::DocumentRepository(session.connection).labels(subject->kind, subject->name);
    if (!labels) return tl::unexpected(labels.error());
    const auto figures = store::FiguresRepository(session.connection, session.dimensions).ofVersions(subject->kind, subject->name, minuteOf(*from), minuteOf(*to) + 1);
    if (!figures) return tl::unexpected(figures.error());
    json::array versions;
    for (auto at = figures->rbegin(); at != figures->rend(); ++at) versions.push_back(describeVersion(at->first, at->second));
    const auto live = labels->find(std::string(store::kProductionLabel));
    const auto production = live == labels->end() ? 0 : live->second;
    return ApiReply::json(json::object{{"kind", nameOf(subject->kind)}, {"name", subject->name}, {"production", production == 0 ? json::value(nullptr) : json::value(production)}, {"from", toRfc3339(*from)}, {"to", toRfc3339(*to)},
                                       {"versions", std::move(versions)}, {"comparisons", comparisonsWith(production, *figures)}});
}

} // namespace

void addPerformanceOperations(Operations& operations) {
    operations.add({"GET", "/documents/{kind}/{name}/performance", Role::Viewer, "What the calls of each version of a prompt or workflow came to, with 95 % intervals, and each version beside the one in production", {"from", "to"}, {}, performanceOf});
}

} // namespace signalbox::control
