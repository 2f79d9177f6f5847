#include "core/control/plane_state.h"

#include "core/control/run_view.h"
#include "core/store/callback_repository.h"
#include "core/store/dead_letter_repository.h"
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

model::Result<std::optional<bool>> flagOption(const ApiRequest& request, std::string_view name) {
    const auto text = request.option(name);
    if (text.empty()) return std::optional<bool>{};
    if (text != "true" && text != "false") return badRequest("'" + std::string(name) + "' should be true or false.");
    return std::optional(text == "true");
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
    const auto stream = flagOption(request, "stream");
    const auto flagged = flagOption(request, "flagged");
    if (!stream) return tl::unexpected(stream.error());
    if (!flagged) return tl::unexpected(flagged.error());
    filter.stream = *stream;
    filter.flagged = *flagged;
    filter.trial = false;
    if (request.option("trial") == "any") {
        filter.trial.reset();
    } else {
        const auto trial = flagOption(request, "trial");
        if (!trial) return badRequest("'trial' should be false, true or any.");
        if (*trial) filter.trial = *trial;
    }
    filter.prompt = request.option("prompt");
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

std::string_view nameOf(model::CallbackState state) {
    switch (state) {
    case model::CallbackState::Waiting: return "waiting";
    case model::CallbackState::Due: return "due";
    case model::CallbackState::Delivered: return "delivered";
    case model::CallbackState::GivenUp: return "given_up";
    }
    return {};
}

json::value describe(const std::optional<store::CallbackRepository::Log>& log) {
    if (!log) return nullptr;
    json::array attempts;
    for (const auto& attempt : log->attempts)
        attempts.push_back(json::object{{"number", attempt.number}, {"at", toRfc3339(attempt.at)}, {"took_ms", attempt.took.count()}, {"status", attempt.status}, {"problem", attempt.problem}});
    return json::object{{"url", log->url}, {"state", nameOf(log->state)}, {"next_at", log->next ? json::value(toRfc3339(*log->next)) : json::value(nullptr)}, {"attempts", std::move(attempts)}};
}

/// What else is known of a run: how its result was sent, and what it has to do with dead letters.
model::Result<void> addRelations(store::Session& session, RunId id, json::object& object) {
    const auto log = store::CallbackRepository(session.connection).log(id);
    if (!log) return tl::unexpected(log.error());
    object["callback"] = describe(*log);
    store::DeadLetterRepository letters(session.connection);
    const auto letter = letters.find(id);
    if (!letter) return tl::unexpected(letter.error());
    object["dead_letter"] = nullptr;
    if (*letter) {
        const auto& replay = (*letter)->replayedAs;
        object["dead_letter"] = json::object{{"state", nameOf((*letter)->state)}, {"replayed_as", replay ? json::value(replay->text()) : json::value(nullptr)}};
    }
    const auto from = letters.replayedFrom(id);
    if (!from) return tl::unexpected(from.error());
    object["replay_of"] = *from ? json::value((*from)->text()) : json::value(nullptr);
    return {};
}

} // namespace

void addRunOperations(Operations& operations, PlaneState&) {
    operations.add({"GET", "/runs", Role::Viewer, "Runs, newest first",
                    {"limit", "cursor", "from", "to", "status", "error_class", "provider", "model", "route", "workflow", "prompt", "key", "stream", "trial", "flagged", "min_ms", "q"}, {},
                    [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        auto filter = filterOf(request);
                        if (!filter) return tl::unexpected(filter.error());
                        store::RunRepository runs(session.connection, session.dimensions);
                        json::array items;
                        // A run's identity in the search field means that run.
                        if (const auto id = RunId::parse(filter->text)) {
                            auto run = runs.find(*id);
                            if (!run) return tl::unexpected(run.error());
                            if (*run) items.push_back(describe(**run, false));
                            return ApiReply::json(json::object{{"items", std::move(items)}, {"next", nullptr}});
                        }
                        auto page = runs.page(*filter);
                        if (!page) return tl::unexpected(page.error());
                        for (const auto& stored : page->runs) items.push_back(describe(stored, false));
                        return ApiReply::json(json::object{{"items", std::move(items)}, {"next", page->next ? json::value(page->next->text()) : json::value(nullptr)}});
                    }});
    operations.add({"GET", "/runs/{id}", Role::Viewer, "A run with its attempts, what its caller reported, and how its result was sent", {}, {}, [](store::Session& session, const ApiRequest& request) -> model::Result<ApiReply> {
                        const auto id = runOf(request);
                        if (!id) return tl::unexpected(id.error());
                        auto run = store::RunRepository(session.connection, session.dimensions).find(*id);
                        if (!run) return tl::unexpected(run.error());
                        if (!*run) return noRun(*id);
                        auto object = describe(**run, true);
                        if (auto added = addRelations(session, *id, object); !added) return tl::unexpected(added.error());
                        return ApiReply::json(object);
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
