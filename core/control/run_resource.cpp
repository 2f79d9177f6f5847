#include "core/control/plane_state.h"

#include "core/model/run_json.h"
#include "core/store/run_repository.h"

#include <boost/json.hpp>

#include <charconv>

namespace signalbox::control {

namespace json = boost::json;

namespace {

model::Result<std::optional<WallTime>> timeOption(const ApiRequest& request, std::string_view name) {
    const auto text = request.option(name);
    if (text.empty()) return std::optional<WallTime>{};
    const auto time = fromRfc3339(text);
    if (!time) return badRequest("'" + std::string(name) + "' should be a time like 2026-11-23T20:15:00Z.");
    return std::optional(*time);
}

model::Result<std::int64_t> numberOption(const ApiRequest& request, std::string_view name, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
    const auto text = request.option(name);
    if (text.empty()) return otherwise;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most)
        return badRequest("'" + std::string(name) + "' should be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + '.');
    return number;
}

model::Result<store::RunFilter> filterOf(const ApiRequest& request) {
    store::RunFilter filter;
    const auto limit = numberOption(request, "limit", 100, 1, 1000);
    const auto least = numberOption(request, "min_ms", 0, 0, 86'400'000);
    const auto from = timeOption(request, "from");
    const auto to = timeOption(request, "to");
    if (!limit) return tl::unexpected(limit.error());
    if (!least) return tl::unexpected(least.error());
    if (!from) return tl::unexpected(from.error());
    if (!to) return tl::unexpected(to.error());
    filter.limit = static_cast<int>(*limit);
    filter.minEndToEndUs = *least * 1000;
    filter.from = *from;
    filter.to = *to;
    if (const auto cursor = request.option("cursor"); !cursor.empty()) {
        filter.before = RunId::parse(cursor);
        if (!filter.before) return badRequest("'cursor' should be what a page before gave as 'next'.");
    }
    if (const auto status = request.option("status"); !status.empty()) {
        filter.status = model::runStatusNamed(status);
        if (!filter.status) return badRequest("'status' should be succeeded, degraded, failed or cancelled.");
    }
    if (const auto name = request.option("error_class"); !name.empty()) {
        filter.errorClass = model::errorClassNamed(name);
        if (!filter.errorClass) return badRequest("'error_class' is not one of the taxonomy: " + name + '.');
    }
    if (const auto stream = request.option("stream"); !stream.empty()) {
        if (stream != "true" && stream != "false") return badRequest("'stream' should be true or false.");
        filter.stream = stream == "true";
    }
    filter.provider = request.option("provider");
    filter.model = request.option("model");
    filter.route = request.option("route");
    filter.workflow = request.option("workflow");
    filter.key = request.option("key");
    filter.text = request.option("q");
    return filter;
}

model::Result<RunId> runOf(const ApiRequest& request) {
    const auto id = RunId::parse(request.parameter("id"));
    if (!id) return badRequest("A run's id is 'run_' and 13 letters and digits.");
    return *id;
}

tl::unexpected<model::Error> noRun(RunId id) { return model::failure(model::ErrorClass::NotFound, "There is no run " + id.text() + ". It may be past its retention.", "run_not_found"); }

} // namespace

void addRunOperations(Operations& operations, PlaneState&) {
    operations.add({"GET", "/runs", Role::Viewer, "Runs, newest first",
                    {"limit", "cursor", "from", "to", "status", "error_class", "provider", "model", "route", "workflow", "key", "stream", "min_ms", "q"}, {},
                    [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        auto filter = filterOf(request);
                        if (!filter) return tl::unexpected(filter.error());
                        store::RunRepository runs(session.connection, session.dimensions);
                        json::array items;
                        // A run's identity in the search field means that run.
                        if (const auto id = RunId::parse(filter->text)) {
                            auto run = runs.find(*id);
                            if (!run) return tl::unexpected(run.error());
                            if (*run) items.push_back(toJson((*run)->run, false, static_cast<std::size_t>((*run)->attemptCount), (*run)->hasPayload));
                            return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
                        }
                        auto page = runs.page(*filter);
                        if (!page) return tl::unexpected(page.error());
                        for (const auto& stored : page->runs) items.push_back(toJson(stored.run, false, static_cast<std::size_t>(stored.attemptCount), stored.hasPayload));
                        return ApiReply::json(json::object{{"items", std::move(items)}, {"next", page->next ? json::value(page->next->text()) : json::value(nullptr)}});
                    }});
    operations.add({"GET", "/runs/{id}", Role::Viewer, "A run with its attempts", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto id = runOf(request);
                        if (!id) return tl::unexpected(id.error());
                        auto run = store::RunRepository(session.connection, session.dimensions).find(*id);
                        if (!run) return tl::unexpected(run.error());
                        if (!*run) return noRun(*id);
                        return ApiReply::json(toJson((*run)->run, true, static_cast<std::size_t>((*run)->attemptCount), (*run)->hasPayload));
                    }});
    operations.add({"GET", "/runs/{id}/payload", Role::Reviewer, "What was said in a run, while policy keeps it; reading it is audited", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto id = runOf(request);
                        if (!id) return tl::unexpected(id.error());
                        const auto now = wallNow();
                        auto payload = store::RunRepository(session.connection, session.dimensions).payload(*id, now);
                        if (!payload) return tl::unexpected(payload.error());
                        if (!*payload) return model::failure(model::ErrorClass::NotFound, "The payload of " + id->text() + " is not kept: policy says so, or its time is over.", "payload_not_kept");
                        if (auto noted = store::AuditLog(session.connection).add(request.actor, "payload.read", id->text(), "", now); !noted) return tl::unexpected(noted.error());
                        return ApiReply::json(json::object{{"request", (*payload)->request}, {"response", (*payload)->response}, {"expires_at", toRfc3339((*payload)->expiresAt)}});
                    }});
}

} // namespace signalbox::control
