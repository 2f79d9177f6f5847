#pragma once

#include "core/gateway/run_ledger.h"
#include "core/store/store_pool.h"

namespace signalbox::app {

/// The ledger of owed runs as the data plane sees it, over the store's threads.
class StoreLedger final : public gateway::RunLedger {
public:
    explicit StoreLedger(store::StorePool& pool) : pool_(pool) {}

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
};

} // namespace signalbox::app
