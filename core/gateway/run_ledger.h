#pragma once

#include "core/base/clock.h"
#include "core/base/identifiers.h"
#include "core/model/error.h"
#include "core/model/run.h"

#include <functional>
#include <optional>
#include <string>

namespace signalbox::gateway {

/// A workflow's run that was accepted and is owed: asynchronous, or with an Idempotency-Key.
struct AcceptedRun {
    RunId id;
    std::string keyName;        ///< the application key's name: who may ask for it
    std::string workflow;       ///< name, as in the path
    std::string request;        ///< the caller's body
    std::string idempotencyKey; ///< empty: none
    std::string callbackUrl;    ///< empty: none
    bool asynchronous = false;  ///< the gateway runs it by itself, also after a restart
    WallTime acceptedAt;
};

/// How it stands.
struct LedgerEntry {
    enum class State : unsigned char { Queued = 1, Running, Done } state = State::Queued;
    AcceptedRun run;
    int resultStatus = 0; ///< Done: HTTP
    std::string result;   ///< Done: the body
};

/// What outlives the process about runs that are owed. The gateway knows no database: `app` wires this to the store. Nothing
/// blocks; every `done` is called once, on some other thread.
class RunLedger {
public:
    virtual ~RunLedger() = default;

    /// Commits the run before `done` is called. An entry of the same application with the same Idempotency-Key (kept 24 hours)
    /// gives that entry back instead; with another request under the same key it is an InvalidRequest `idempotency_mismatch`.
    struct Accepted {
        bool known = false; ///< it was there before
        LedgerEntry entry;
    };
    virtual void accept(AcceptedRun run, std::function<void(model::Result<Accepted>)> done) = 0;
    /// NotFound for what is not there, or is another application's.
    virtual void find(RunId id, std::string keyName, std::function<void(model::Result<LedgerEntry>)> done) = 0;
    /// A synchronous run ended without a result that is kept (the caller left, say): the Idempotency-Key is free again.
    virtual void forget(RunId id) = 0;
    /// What a caller says about a run of its own, any time after it; the latest report counts.
    virtual void report(RunId id, std::string keyName, model::ReportedOutcome outcome, std::optional<double> score, std::string note,
                        std::function<void(model::Result<void>)> done) = 0;
};

} // namespace signalbox::gateway
