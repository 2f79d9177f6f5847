#pragma once

#include "core/base/clock.h"
#include "core/base/identifiers.h"
#include "core/model/error.h"
#include "core/model/owed_run.h"
#include "core/model/run.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::gateway {

using model::AcceptedRun;
using model::LedgerEntry;

/// What outlives the process about runs that are owed. The gateway knows no database: `app` wires this to the store. Nothing
/// blocks; every `done` is called once, on some other thread.
///
/// A run is done when its record is committed with `Payload::keepResult`: the ledger's entry is Done in the same transaction.
class RunLedger {
public:
    virtual ~RunLedger() = default;

    template <class T>
    using Done = std::function<void(model::Result<T>)>;

    /// Commits the run before `done` is called: an asynchronous one is Queued, a synchronous one Running. An entry of the same
    /// application with the same Idempotency-Key (kept 24 hours after its end) gives that entry back instead; with another request
    /// under the same key it is an InvalidRequest `idempotency_mismatch`.
    struct Accepted {
        bool known = false; ///< it was there before
        LedgerEntry entry;
    };
    virtual void accept(AcceptedRun run, Done<Accepted> done) = 0;
    /// NotFound for what is not there, or is another application's; with code `result_not_kept` when only the record is left.
    virtual void find(RunId id, std::string keyName, Done<LedgerEntry> done) = 0;
    /// A synchronous run ended without a result that is kept (the caller left, say): the Idempotency-Key is free again. Nothing
    /// happens to one that is Done.
    virtual void forget(RunId id, Done<void> done) = 0;
    /// What a caller says about a run of its own, any time after it; the latest report counts.
    virtual void report(RunId id, std::string keyName, model::ReportedOutcome outcome, std::optional<double> score, std::string note, Done<void> done) = 0;

    /// After the death of a process, before anything is accepted: what was under way is Queued again, synchronous runs are forgotten.
    virtual void recover(Done<void> done) = 0;
    /// Takes up to `limit` of what is Queued, oldest first: it is Running then.
    virtual void take(int limit, Done<std::vector<LedgerEntry>> done) = 0;
    /// Running, but it could not be brought to its end: Queued again.
    virtual void release(RunId id, Done<void> done) = 0;

    struct Callbacks {
        std::vector<model::DueCallback> due; ///< the longest due first
        std::optional<WallTime> next;        ///< when the first of the others is due
    };
    virtual void dueCallbacks(WallTime now, int limit, Done<Callbacks> done) = 0;
    /// What came of a try, and when the next one is due; none: that was the last.
    virtual void callbackTried(RunId id, model::CallbackAttempt attempt, std::optional<WallTime> next, Done<void> done) = 0;
};

} // namespace signalbox::gateway
