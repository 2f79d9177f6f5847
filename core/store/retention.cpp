#include "core/store/retention.h"

#include "core/store/dead_letter_repository.h"
#include "core/store/ledger_repository.h"
#include "core/store/run_repository.h"

namespace signalbox::store {

namespace {

constexpr int kBatch = 500;

/// Batch after batch, until one is not full; adds to `sum`.
template <class Delete>
model::Result<void> deleteAll(std::int64_t& sum, Delete deleteSome) {
    for (;;) {
        const model::Result<std::int64_t> deleted = deleteSome();
        if (!deleted) return tl::unexpected(deleted.error());
        sum += *deleted;
        if (*deleted < kBatch) return {};
    }
}

} // namespace

model::Result<Retired> retire(Session& session, WallTime now, std::chrono::days recordDays) {
    RunRepository runs(session.connection, session.dimensions);
    LedgerRepository ledger(session.connection);
    DeadLetterRepository deadLetters(session.connection);
    Retired retired;
    auto done = deleteAll(retired.payloads, [&] { return runs.deleteExpiredPayloads(now, kBatch); });
    if (done) done = deleteAll(retired.results, [&] { return ledger.deleteExpired(now, kBatch); });
    if (done) done = deleteAll(retired.deadLetterInputs, [&] { return deadLetters.deleteExpiredInputs(now, kBatch); });
    if (done) done = deleteAll(retired.runs, [&] { return runs.deleteRunsBefore(RunId::firstAt(now - recordDays), kBatch); });
    if (!done) return tl::unexpected(done.error());
    return retired;
}

} // namespace signalbox::store
