#pragma once

#include "core/model/owed_run.h"
#include "core/model/run.h"
#include "core/store/database.h"

#include <chrono>
#include <string>
#include <vector>

namespace signalbox::store {

/// How long a result, and the Idempotency-Key that it answers, are kept after the run's end.
inline constexpr std::chrono::hours kResultsAreKept{24};

/// Asynchronous runs of one application that may wait to be begun.
inline constexpr int kMostQueuedRuns = 10'000;

/// The runs that are owed: accepted and committed before the caller hears of it, done when their record is committed.
class LedgerRepository {
public:
    explicit LedgerRepository(Connection& connection) : connection_(connection) {}

    struct Accepted {
        bool known = false; ///< it was there before, under the same Idempotency-Key
        model::LedgerEntry entry;
    };
    /// In a transaction of its own. InvalidRequest `idempotency_mismatch`: another request under the same key. RateLimited
    /// `too_many_queued_runs`: an asynchronous one would wait behind `mostQueued` others of its application.
    model::Result<Accepted> accept(const model::AcceptedRun& run, int mostQueued = kMostQueuedRuns);
    /// Within the caller's transaction; an Idempotency-Key must be new.
    model::Result<void> add(const model::AcceptedRun& run, model::LedgerEntry::State state);

    /// NotFound: not there, or another application's; with code `result_not_kept` when the run itself is on record.
    model::Result<model::LedgerEntry> find(RunId id, const std::string& keyName);

    /// Takes up to `limit` queued runs, oldest first: they are Running then.
    model::Result<std::vector<model::LedgerEntry>> take(int limit);
    /// Running, but it could not be recorded: queued again, and the try does not count. Nothing for what is done.
    model::Result<void> release(RunId id);
    /// Of a synchronous run that is not done: its Idempotency-Key is free again.
    model::Result<void> forget(RunId id);
    /// After the death of a process: asynchronous runs that were under way are queued again, synchronous ones are gone.
    model::Result<void> recover();

    /// What the ledger says to a run that ended.
    enum class Settled {
        Owed,      ///< it is to be recorded with `settle`
        NotOwed,   ///< the ledger does not know it: recorded as any other
        WasBefore, ///< recorded already
        CutOff,    ///< asynchronous, and not brought to its end: stays owed, and is not recorded
        Given,     ///< synchronous, and its caller left: recorded, and its key is free again
    };
    model::Result<Settled> look(RunId id, model::RunStatus status);
    /// Within the recorder's transaction: done, with what the caller gets; a callback becomes due.
    model::Result<void> settle(RunId id, int status, std::string_view result, WallTime now);

    /// Deletes at most `limit` whose time is over; gives how many.
    model::Result<std::int64_t> deleteExpired(WallTime now, int limit);

private:
    model::Result<void> checkRoom(const std::string& keyName, int mostQueued);

    Connection& connection_;
};

} // namespace signalbox::store
