#pragma once

#include "core/base/clock.h"
#include "core/gateway/live_state.h"
#include "core/model/policy_spec.h"
#include "core/policy/circuit_breaker.h"
#include "core/policy/retry_budget.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace signalbox::gateway {

/// What all calls to one target share, on all workers: breaker, retry budget, places, observed times. It outlives snapshots, so
/// that a new prompt version does not make an outage forgotten. Safe from any thread; each lock is held for a few instructions.
class TargetState {
public:
    /// A call that waits for a place; shared with whoever gives it one.
    struct Waiter {
        explicit Waiter(boost::asio::io_context& callContext) : context(callContext), timer(callContext) {}
        boost::asio::io_context& context;
        boost::asio::steady_timer timer;
        bool granted = false; ///< under the target's lock
    };
    enum class Entry { Entered, Queued, Full };

    TargetState(std::string provider, std::string model, bool simulated);

    /// Asks the breaker; a half-open breaker gives out a few permits, to be returned by `succeeded`, `failed` or `abandoned`.
    bool mayCall(MonotonicTime now, const model::BreakerPolicy& settings);
    bool isOpen(MonotonicTime now);
    std::optional<MonotonicTime> opensAgainAt();
    void succeeded(MonotonicTime now, std::optional<double> firstTokenMs);
    /// `countsAgainstHealth` as the error's traits say; otherwise the permit is only given back.
    void failed(MonotonicTime now, WallTime wall, const model::Error& error);
    void abandoned(MonotonicTime now);
    void resetBreaker();

    void called(MonotonicTime now, const model::RetryBudget& settings);
    bool tryRetry(MonotonicTime now, const model::RetryBudget& settings);

    /// Takes a place, or a place in the queue (first come, first served), or neither.
    Entry enter(const std::shared_ptr<Waiter>& waiter, int maxConcurrent, int maxQueued);
    /// A waiter gives up. True if it had been granted a place in the meantime: then it holds one.
    bool giveUp(const std::shared_ptr<Waiter>& waiter);
    /// Gives the place back, to the first in the queue.
    void leave();

    /// Median of the last successful calls; NaN when none was seen.
    double firstTokenMs() const;
    LiveState::Target describe(MonotonicTime now, WallTime wall) const;

private:
    static constexpr std::size_t kSamples = 33;

    mutable std::mutex mutex_;
    const std::string provider_;
    const std::string model_;
    const bool simulated_;
    model::BreakerPolicy breakerSettings_;
    policy::CircuitBreaker breaker_;
    policy::RetryBudget retryBudget_;
    std::deque<std::shared_ptr<Waiter>> queue_;
    int inFlight_ = 0;
    int maxConcurrent_ = 0;
    std::array<float, kSamples> firstTokens_{};
    std::size_t firstTokenCount_ = 0;
    std::optional<model::ErrorClass> lastError_;
    std::string lastErrorMessage_;
    WallTime lastErrorAt_;
};

/// All targets that were ever called or configured, by `provider/model`.
class TargetRegistry {
public:
    std::shared_ptr<TargetState> target(const std::string& provider, const std::string& model, bool simulated);
    std::shared_ptr<TargetState> find(std::string_view provider, std::string_view model) const;
    std::vector<std::shared_ptr<TargetState>> all() const;

private:
    mutable std::mutex mutex_;
    std::map<std::pair<std::string, std::string>, std::shared_ptr<TargetState>, std::less<>> targets_;
};

} // namespace signalbox::gateway
