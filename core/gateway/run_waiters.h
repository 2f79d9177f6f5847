#pragma once

#include "core/base/clock.h"
#include "core/base/identifiers.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <memory>
#include <mutex>
#include <unordered_map>

namespace signalbox::gateway {

/// Callers that wait for a run's end, each on its own event loop. Safe from any thread.
class RunWaiters {
    struct Waiter;

public:
    /// One caller's wait for one run, from its making on: make it, then ask how the run stands, then wait.
    class Wait {
    public:
        Wait(RunWaiters& waiters, RunId id, boost::asio::io_context& context);
        ~Wait();
        Wait(const Wait&) = delete;
        Wait& operator=(const Wait&) = delete;
        /// Until the run is announced, `cancel` is called, or `by` has come.
        boost::asio::awaitable<void> until(MonotonicTime by);
        /// From the event loop's thread.
        void cancel();

    private:
        RunWaiters& waiters_;
        RunId id_;
        std::shared_ptr<Waiter> waiter_;
    };

    /// Wakes who waits for this run: its end is in the ledger.
    void announce(RunId id);
    /// Wakes all: the gateway is shutting down.
    void announceAll();

private:
    static void wake(const std::shared_ptr<Waiter>& waiter);

    std::mutex mutex_;
    std::unordered_multimap<RunId, std::shared_ptr<Waiter>> waiters_;
};

} // namespace signalbox::gateway
