#include "core/control/plane_state.h"

#include "core/store/dead_letter_repository.h"
#include "core/store/ledger_repository.h"
#include "core/store/statement.h"

#include <boost/json.hpp>

#include <charconv>

namespace signalbox::control {

namespace json = boost::json;
using store::DeadLetter;
using store::DeadLetterRepository;
using store::DeadLetterState;

namespace {

json::object describe(const DeadLetter& letter) {
    return {{"run_id", letter.id.text()},
            {"workflow", letter.workflow},
            {"key", letter.keyName},
            {"error", {{"class", nameOf(letter.errorClass)}, {"code", letter.errorCode}, {"message", letter.errorMessage}}},
            {"created_at", toRfc3339(letter.createdAt)},
            {"state", nameOf(letter.state)},
            {"has_input", letter.hasInput},
            {"input_expires_at", toRfc3339(letter.expiresAt)},
            {"replayed_as", letter.replayedAs ? json::value(letter.replayedAs->text()) : json::value(nullptr)},
            {"decided_by", letter.decidedAt ? json::value(letter.decidedBy) : json::value(nullptr)},
            {"decided_at", letter.decidedAt ? json::value(toRfc3339(*letter.decidedAt)) : json::value(nullptr)}};
}

model::Result<RunId> runOf(const ApiRequest& request) {
    const auto id = RunId::parse(request.parameter("run_id"));
    if (!id) return badRequest("A run's id is 'run_' and 13 letters and digits.");
    return *id;
}

model::Result<DeadLetter> letterOf(DeadLetterRepository& letters, RunId id) {
    auto letter = letters.find(id);
    if (!letter) return tl::unexpected(letter.error());
    if (!*letter) return model::failure(model::ErrorClass::NotFound, "There is no dead letter " + id.text() + ". It may be past its retention.", "dead_letter_not_found");
    return std::move(**letter);
}

model::Result<store::DeadLetterFilter> filterOf(const ApiRequest& request) {
    store::DeadLetterFilter filter;
    if (const auto text = request.option("limit"); !text.empty()) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), filter.limit);
        if (error != std::errc{} || end != text.data() + text.size() || filter.limit < 1 || filter.limit > 1000) return badRequest("'limit' should be a whole number from 1 to 1000.");
    }
    if (const auto cursor = request.option("cursor"); !cursor.empty()) {
        filter.before = RunId::parse(cursor);
        if (!filter.before) return badRequest("'cursor' should be what a page before gave as 'next'.");
    }
    filter.state = DeadLetterState::Open;
    if (const auto state = request.option("state"); !state.empty()) {
        filter.state = store::deadLetterStateNamed(state);
        if (!filter.state && state != "any") return badRequest("'state' should be open, replayed, dismissed or any.");
    }
    filter.workflow = request.option("workflow");
    return filter;
}

model::Result<ApiReply> list(store::Session& session, const ApiRequest& request) {
    const auto filter = filterOf(request);
    if (!filter) return tl::unexpected(filter.error());
    auto page = DeadLetterRepository(session.connection).page(*filter);
    if (!page) return tl::unexpected(page.error());
    json::array items;
    for (const auto& letter : page->letters) items.push_back(describe(letter));
    return ApiReply::json(json::object{{"items", std::move(items)}, {"next", page->next ? json::value(page->next->text()) : json::value(nullptr)}});
}

model::Result<ApiReply> show(store::Session& session, const ApiRequest& request) {
    const auto id = runOf(request);
    if (!id) return tl::unexpected(id.error());
    const auto now = wallNow();
    DeadLetterRepository letters(session.connection);
    const auto letter = letterOf(letters, *id);
    if (!letter) return tl::unexpected(letter.error());
    auto input = letters.input(*id, now);
    if (!input) return tl::unexpected(input.error());
    if (*input)
        if (auto noted = store::AuditLog(session.connection).add(request.actor, "dead_letter.read", id->text(), "", now); !noted) return tl::unexpected(noted.error());
    auto object = describe(*letter);
    object["input"] = *input ? json::value(**input) : json::value(nullptr);
    return ApiReply::json(object);
}

/// The same input once more, as an asynchronous run of the same application.
model::Result<ApiReply> replay(PlaneState& state, store::Session& session, const ApiRequest& request) {
    const auto id = runOf(request);
    if (!id) return tl::unexpected(id.error());
    const auto now = wallNow();
    store::Transaction transaction(session.connection.database());
    DeadLetterRepository letters(session.connection);
    const auto letter = letterOf(letters, *id);
    if (!letter) return tl::unexpected(letter.error());
    model::AcceptedRun run;
    run.id = state.parts.newRunId();
    if (auto decided = letters.decide(*id, DeadLetterState::Replayed, run.id, request.actor, now); !decided) return tl::unexpected(decided.error());
    auto input = letters.input(*id, now);
    if (!input) return tl::unexpected(input.error());
    if (!*input) return badRequest("The input of " + id->text() + " is no longer kept, so it cannot be replayed.", "input_not_kept");
    run.keyName = letter->keyName;
    run.workflow = letter->workflow.substr(0, letter->workflow.find('@'));
    run.request = std::move(**input);
    run.asynchronous = true;
    run.acceptedAt = now;
    if (auto added = store::LedgerRepository(session.connection).add(run, model::LedgerEntry::State::Queued); !added) return tl::unexpected(added.error());
    if (auto committed = transaction.commit(); !committed) return tl::unexpected(committed.error());
    state.parts.onRunAccepted();
    return ApiReply::json(json::object{{"run_id", run.id.text()}, {"replay_of", id->text()}}, 202);
}

model::Result<ApiReply> dismiss(store::Session& session, const ApiRequest& request) {
    const auto id = runOf(request);
    if (!id) return tl::unexpected(id.error());
    store::Transaction transaction(session.connection.database());
    if (auto decided = DeadLetterRepository(session.connection).decide(*id, DeadLetterState::Dismissed, {}, request.actor, wallNow()); !decided) return tl::unexpected(decided.error());
    if (auto committed = transaction.commit(); !committed) return tl::unexpected(committed.error());
    return ApiReply::nothing();
}

} // namespace

void addDeadLetterOperations(Operations& operations, PlaneState& state) {
    operations.add({"GET", "/dead-letters", Role::Viewer, "Runs that failed for good and are kept to be replayed, newest first; without what was asked", {"limit", "cursor", "state", "workflow"}, {}, list});
    operations.add({"GET", "/dead-letters/{run_id}", Role::Reviewer, "A dead letter with what was asked, while that is kept; reading it is audited", {}, {}, show});
    operations.add({"POST", "/dead-letters/{run_id}/replay", Role::Operator, "Run the same input again, asynchronously, under what is in production now", {}, {},
                    [&state](store::Session& session, const ApiRequest& request) { return replay(state, session, request); }, 202});
    operations.add({"POST", "/dead-letters/{run_id}/dismiss", Role::Operator, "Put a dead letter aside: it needs nothing more", {}, {}, dismiss, 204});
}

} // namespace signalbox::control
