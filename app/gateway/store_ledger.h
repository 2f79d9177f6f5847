#pragma once

#include "core/gateway/run_ledger.h"
#include "core/store/store_pool.h"

namespace signalbox::app {

/// The ledger of owed runs as the data plane sees it, over the store's threads.
class StoreLedger final : public gateway::RunLedger {
public:
    /// `settle` waits until runs that are on record are in the database; false: they cannot be for now.
    StoreLedger(store::StorePool& pool, std::function<bool()> settle) : pool_(pool), settle_(std::move(settle)) {}

    void accept(gateway::AcceptedRun run, Done<Accepted> done) override;
    void find(RunId id, std::string keyName, Done<gateway::LedgerEntry> done) override;
    void forget(RunId id, Done<void> done) override;
    void report(RunId id, std::string keyName, model::ReportedOutcome outcome, std::optional<double> score, std::string note, Done<void> done) override;
    void recover(Done<void> done) override;
    void take(int limit, Done<std::vector<gateway::LedgerEntry>> done) override;
    void release(RunId id, Done<void> done) override;
    void dueCallbacks(WallTime now, int limit, Done<Callbacks> done) override;
    void callbackTried(RunId id, model::CallbackAttempt attempt, std::optional<WallTime> next, Done<void> done) override;

private:
    store::StorePool& pool_;
    const std::function<bool()> settle_;
};

} // namespace signalbox::app
