#pragma once

#include "core/gateway/captured_reply.h"
#include "core/gateway/run_ledger.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace signalbox::gateway {

class Worker;

/// Runs what the ledger owes by itself: asynchronous runs, oldest first, a bounded number at a time, on the workers in turn. A run
/// is begun again, under the same identity, until its record is committed: at least once. Safe from any thread.
class OwedRuns {
public:
    static constexpr int kAtOnce = 64;   ///< runs under way in this gateway
    static constexpr int kMostTries = 10; ///< a run during which the process died so often is given up, on record

    OwedRuns(RunLedger& ledger, std::vector<Worker*> workers);

    /// Takes up what an earlier process left, then what is accepted. Before anything is accepted.
    void start();
    /// Something was accepted.
    void wake();
    /// Nothing is begun any more; what is under way finishes. What is queued stays for the next start.
    void drain();
    /// What is under way is cut off, and stays owed.
    void stop();

private:
    struct Active {
        Worker* worker = nullptr;
        std::shared_ptr<CapturedReply> reply;
    };
    void pump();
    void onTaken(model::Result<std::vector<LedgerEntry>> taken);
    void begin(LedgerEntry entry);
    boost::asio::awaitable<void> serve(Worker& worker, LedgerEntry entry, std::shared_ptr<CapturedReply> reply);
    /// What was never a run becomes one that failed, with `response` as its result.
    boost::asio::awaitable<void> recordFailure(Worker& worker, const LedgerEntry& entry, const model::Error& error, net::Response response);
    void ended(RunId id);
    /// After a moment, on the first worker: the database has to be well again.
    void pumpLater();

    RunLedger& ledger_;
    std::vector<Worker*> workers_;
    boost::asio::steady_timer later_;
    std::mutex mutex_; ///< guards what follows
    std::unordered_map<RunId, Active> active_;
    std::size_t nextWorker_ = 0;
    bool recovered_ = false;
    bool taking_ = false;
    bool again_ = false; ///< woken while taking
    bool draining_ = false;
};

} // namespace signalbox::gateway
