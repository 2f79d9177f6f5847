#include "core/control/plane_state.h"

#include "core/store/rollup_repository.h"

#include <boost/json.hpp>

#include <charconv>
#include <cmath>

namespace signalbox::control {

namespace json = boost::json;
using GroupBy = store::RollupQuery::GroupBy;

namespace {

constexpr std::int64_t kMostPoints = 5'000;

std::int64_t minuteOf(WallTime time) { return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count(); }

std::optional<GroupBy> groupByNamed(std::string_view name) {
    if (name.empty() || name == "none") return GroupBy::None;
    if (name == "provider") return GroupBy::Provider;
    if (name == "model") return GroupBy::Model;
    if (name == "target") return GroupBy::Target;
    if (name == "route") return GroupBy::Route;
    if (name == "key") return GroupBy::Key;
    if (name == "workflow") return GroupBy::Workflow;
    if (name == "prompt") return GroupBy::Prompt;
    return {};
}

json::value rateOrNull(const std::optional<double>& rate) { return rate ? json::value(std::round(*rate * 1e5) / 1e5) : json::value(nullptr); }

void describe(const metrics::RollupValue& value, json::object& object) {
    object["calls"] = value.calls;
    object["succeeded"] = value.succeeded;
    object["failed"] = value.failed;
    object["cancelled"] = value.cancelled;
    object["degraded"] = value.degraded;
    object["reported_success"] = value.reportedSuccess;
    object["reported_failure"] = value.reportedFailure;
    object["reported_overridden"] = value.reportedOverridden;
    object["override_rate"] = rateOrNull(metrics::overrideRate(value));
    object["fallbacks"] = value.fallbacks;
    object["retries"] = value.retries;
    object["input_tokens"] = value.inputTokens;
    object["output_tokens"] = value.outputTokens;
    object["cost_usd"] = value.cost.text();
    const auto quantiles = [&](const metrics::DDSketch& sketch, const std::string& name) {
        for (const auto& [q, suffix] : {std::pair(0.5, "_p50_ms"), std::pair(0.95, "_p95_ms"), std::pair(0.99, "_p99_ms")})
            object[name + suffix] = sketch.count() == 0 ? json::value(nullptr) : json::value(std::round(sketch.quantile(q) / 10.0) / 100.0);
    };
    quantiles(value.firstToken, "first_token");
    quantiles(value.endToEnd, "end_to_end");
}


model::Result<store::RollupQuery> queryOf(const ApiRequest& request) {
    store::RollupQuery query;
    const auto to = request.option("to").empty() ? std::optional(wallNow()) : fromRfc3339(request.option("to"));
    if (!to) return badRequest("'to' should be a time like 2026-11-23T20:15:00Z.");
    const auto from = request.option("from").empty() ? std::optional(WallTime(*to - std::chrono::hours{1})) : fromRfc3339(request.option("from"));
    if (!from) return badRequest("'from' should be a time like 2026-11-23T20:15:00Z.");
    if (*from >= *to) return badRequest("'from' should be before 'to'.");
    query.fromMinute = minuteOf(*from);
    query.toMinute = minuteOf(*to) + 1;
    if (const auto step = request.option("step_s"); !step.empty()) {
        std::int64_t seconds = 0;
        const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), seconds);
        if (error != std::errc{} || end != step.data() + step.size() || seconds < 60) return badRequest("'step_s' should be a whole number of seconds, at least 60.");
        query.stepMinutes = seconds / 60;
    }
    if ((query.toMinute - query.fromMinute) / query.stepMinutes > kMostPoints) return badRequest("That would be more than 5000 points: take a longer 'step_s' or a shorter time.");
    const auto group = groupByNamed(request.option("group_by"));
    if (!group) return badRequest("'group_by' should be none, provider, model, target, route, key, workflow or prompt.");
    query.groupBy = *group;
    query.provider = request.option("provider");
    query.model = request.option("model");
    query.route = request.option("route");
    query.key = request.option("key");
    query.workflow = request.option("workflow");
    query.prompt = request.option("prompt");
    return query;
}

} // namespace

void addMetricOperations(Operations& operations, PlaneState&) {
    operations.add({"GET", "/metrics", Role::Viewer, "Quality, latency and cost over time, from rollups",
                    {"from", "to", "step_s", "group_by", "provider", "model", "route", "key", "workflow", "prompt"}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        auto query = queryOf(request);
                        if (!query) return tl::unexpected(query.error());
                        auto points = store::RollupRepository(session.connection, session.dimensions).read(*query);
                        if (!points) return tl::unexpected(points.error());
                        json::array groups;
                        json::array totals;
                        for (std::size_t at = 0; at < points->size();) {
                            const std::string name = (*points)[at].group;
                            json::array list;
                            metrics::RollupValue total;
                            for (; at < points->size() && (*points)[at].group == name; ++at) {
                                const auto& point = (*points)[at];
                                json::object object{{"at", toRfc3339(WallTime{std::chrono::minutes{point.minute}})}};
                                describe(point.value, object);
                                list.push_back(std::move(object));
                                total.merge(point.value);
                            }
                            groups.push_back(json::object{{"group", name}, {"points", std::move(list)}});
                            json::object sum{{"group", name}};
                            describe(total, sum);
                            const auto perSuccess = metrics::costPerSuccess(total);
                            sum["cost_per_success_usd"] = perSuccess ? json::value(perSuccess->text()) : json::value(nullptr);
                            sum["success_rate"] = rateOrNull(metrics::successRate(total));
                            sum["error_rate"] = rateOrNull(metrics::errorRate(total));
                            sum["fallback_rate"] = rateOrNull(metrics::fallbackRate(total));
                            totals.push_back(std::move(sum));
                        }
                        return ApiReply::json(json::object{{"from", toRfc3339(WallTime{std::chrono::minutes{query->fromMinute}})},
                                                           {"to", toRfc3339(WallTime{std::chrono::minutes{query->toMinute}})},
                                                           {"step_s", query->stepMinutes * 60},
                                                           {"groups", std::move(groups)},
                                                           {"totals", std::move(totals)}});
                    }});
}

} // namespace signalbox::control
