#include "app/gateway/store_ledger.h"

#include "core/store/callback_repository.h"
#include "core/store/ledger_repository.h"
#include "core/store/outcome_repository.h"

#include <spdlog/spdlog.h>

namespace signalbox::app {

namespace {

/// The answer, with the database's own troubles put in the log: a caller learns only that there was one.
template <class T>
model::Result<T> told(model::Result<T> result) {
    if (result || result.error().errorClass != model::ErrorClass::Internal) return result;
    spdlog::error("the ledger of runs: {}", result.error().message);
    return model::failure(model::ErrorClass::Internal, "The gateway's database could not answer. Its operator finds the cause in the gateway's log.", "ledger");
}

/// Most asks come long after their run; for one that comes at its heels the run may have to be brought in first. A run that cannot be
/// is not one that is not there: who hears that gives up.
template <class Ask>
auto askSettled(const Ask& ask, const std::function<bool()>& settle) -> decltype(ask()) {
    auto answer = ask();
    if (answer || answer.error().errorClass == model::ErrorClass::Internal) return answer;
    const bool settled = settle();
    answer = ask();
    if (answer || settled) return answer;
    return model::failure(model::ErrorClass::Internal, "runs that are on record cannot be brought into the database", "ledger");
}

} // namespace

void StoreLedger::accept(gateway::AcceptedRun run, Done<Accepted> done) {
    pool_.post([run = std::move(run), done = std::move(done)](store::Session& session) {
        auto accepted = told(store::LedgerRepository(session.connection).accept(run));
        if (!accepted) return done(tl::unexpected(std::move(accepted.error())));
        done(Accepted{accepted->known, std::move(accepted->entry)});
    });
}

void StoreLedger::find(RunId id, std::string keyName, Done<gateway::LedgerEntry> done) {
    pool_.post([this, id, keyName = std::move(keyName), done = std::move(done)](store::Session& session) {
        store::LedgerRepository ledger(session.connection);
        done(told(askSettled([&] { return ledger.find(id, keyName); }, settle_)));
    });
}

void StoreLedger::forget(RunId id, Done<void> done) {
    pool_.post([id, done = std::move(done)](store::Session& session) { done(told(store::LedgerRepository(session.connection).forget(id))); });
}

void StoreLedger::report(RunId id, std::string keyName, model::ReportedOutcome outcome, std::optional<double> score, std::string note, Done<void> done) {
    store::RunOutcome said{outcome, score, std::move(note), wallNow()};
    pool_.post([this, id, keyName = std::move(keyName), said = std::move(said), done = std::move(done)](store::Session& session) {
        store::OutcomeRepository outcomes(session.connection, session.dimensions);
        done(told(askSettled([&] { return outcomes.report(id, keyName, said); }, settle_)));
    });
}

void StoreLedger::recover(Done<void> done) {
    pool_.post([done = std::move(done)](store::Session& session) { done(told(store::LedgerRepository(session.connection).recover())); });
}

void StoreLedger::take(int limit, Done<std::vector<gateway::LedgerEntry>> done) {
    pool_.post([limit, done = std::move(done)](store::Session& session) { done(told(store::LedgerRepository(session.connection).take(limit))); });
}

void StoreLedger::release(RunId id, Done<void> done) {
    pool_.post([id, done = std::move(done)](store::Session& session) { done(told(store::LedgerRepository(session.connection).release(id))); });
}

void StoreLedger::dueCallbacks(WallTime now, int limit, Done<Callbacks> done) {
    pool_.post([now, limit, done = std::move(done)](store::Session& session) {
        auto due = told(store::CallbackRepository(session.connection).due(now, limit));
        if (!due) return done(tl::unexpected(std::move(due.error())));
        done(Callbacks{std::move(due->callbacks), due->next});
    });
}

void StoreLedger::callbackTried(RunId id, model::CallbackAttempt attempt, std::optional<WallTime> next, Done<void> done) {
    pool_.post([id, attempt = std::move(attempt), next, done = std::move(done)](store::Session& session) { done(told(store::CallbackRepository(session.connection).tried(id, attempt, next))); });
}

} // namespace signalbox::app
