#include "core/control/plane_state.h"

#include "core/store/migrations.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace signalbox::control {

namespace json = boost::json;

void addStatusOperations(Operations& operations, PlaneState& state) {
    operations.add({"GET", "/status", Role::Viewer, "State of the gateway", {}, {}, [&state](store::Session& session, const ApiRequest&) -> model::Result<ApiReply> {
                        const auto now = wallNow();
                        std::error_code ignored;
                        const auto counts = state.parts.recorder.counts();
                        const std::string file = state.parts.dataDirectory + "/signalbox.db";
                        const auto size = std::filesystem::file_size(file, ignored);
                        std::string url;
                        {
                            const std::shared_lock lock(state.mutex);
                            url = state.url;
                        }
                        return ApiReply::json(json::object{
                            {"version", state.parts.version},
                            {"started_at", toRfc3339(state.startedAt)},
                            {"now", toRfc3339(now)},
                            {"uptime_s", std::chrono::duration_cast<std::chrono::seconds>(now - state.startedAt).count()},
                            {"state", state.parts.live.isDraining() ? "draining" : "serving"},
                            {"listen", url},
                            {"connections", state.parts.connections ? state.parts.connections() : 0},
                            {"calls_in_flight", state.parts.live.callsInFlight()},
                            {"database", {{"path", file}, {"size_bytes", ignored ? 0 : size}, {"schema_version", store::schemaVersion(session.connection).value_or(0)}}},
                            {"recorder", {{"queued", counts.queued}, {"committed_total", counts.committed}, {"failed_total", counts.failed}}},
                            {"threads", state.parts.threads},
                            {"secure", state.parts.secure}});
                    }});
    operations.add({"GET", "/me", Role::Viewer, "Who the token belongs to", {}, {}, [](store::Session&, const ApiRequest& request) -> model::Result<ApiReply> {
                        return ApiReply::json(json::object{{"name", request.actor.name}, {"role", nameOf(request.role)}});
                    }});
    operations.add({"GET", "/overview", Role::Viewer, "The last minute: totals, targets, routes, second by second", {}, {}, [&state](store::Session&, const ApiRequest&) -> model::Result<ApiReply> {
                        return ApiReply::json(state.window.overview(state.parts.live, wallNow()));
                    }});
    operations.add({"POST", "/targets/{provider}/{model}/reset-breaker", Role::Operator, "Close a target's circuit breaker and forget its failures", {}, {},
                    [&state](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto& provider = request.parameter("provider");
                        const auto& name = request.parameter("model");
                        if (!state.parts.live.resetBreaker(provider, name))
                            return model::failure(model::ErrorClass::NotFound, "There is no target '" + provider + '/' + name + "'.", "target_not_found");
                        if (auto noted = store::AuditLog(session.connection).add(request.actor, "breaker.reset", provider + '/' + name, "", wallNow()); !noted) return tl::unexpected(noted.error());
                        state.events.publish("target", json::serialize(json::object{{"provider", provider}, {"model", name}, {"breaker", "closed"}}));
                        return ApiReply::nothing();
                    }, 204});
    operations.add({"GET", "/audit", Role::Operator, "Who changed what, newest first", {"limit", "cursor", "q"}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto number = [&](std::string_view name) -> model::Result<std::optional<std::int64_t>> {
                            const auto text = request.option(name);
                            if (text.empty()) return std::optional<std::int64_t>{};
                            std::int64_t value = 0;
                            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
                            if (error != std::errc{} || end != text.data() + text.size() || value < 1) return badRequest("'" + std::string(name) + "' should be a whole number from 1.");
                            return std::optional(value);
                        };
                        const auto before = number("cursor");
                        const auto asked = number("limit");
                        if (!before) return tl::unexpected(before.error());
                        if (!asked) return tl::unexpected(asked.error());
                        const auto limit = static_cast<int>(std::min<std::int64_t>(asked->value_or(100), 500));
                        auto entries = store::AuditLog(session.connection).page(*before, request.option("q"), limit);
                        if (!entries) return tl::unexpected(entries.error());
                        json::array items;
                        for (const auto& entry : *entries)
                            items.push_back(json::object{{"id", entry.id}, {"at", toRfc3339(entry.at)}, {"actor", entry.actor}, {"action", entry.action}, {"subject", entry.subject}, {"detail", entry.detail}, {"peer", entry.peer}});
                        const json::value next = entries->size() < static_cast<std::size_t>(limit) ? json::value(nullptr) : json::value(std::to_string(entries->back().id));
                        return ApiReply::json(json::object{{"items", std::move(items)}, {"next", next}});
                    }});
}

} // namespace signalbox::control
