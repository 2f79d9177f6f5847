#include "core/gateway/run_waiters.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace signalbox::gateway {

namespace asio = boost::asio;

/// Everything but `context` belongs to that event loop's thread.
struct RunWaiters::Waiter {
    explicit Waiter(asio::io_context& owner) : context(owner), timer(owner) {}
    asio::io_context& context;
    asio::steady_timer timer;
    bool woken = false;
};

RunWaiters::Wait::Wait(RunWaiters& waiters, RunId id, asio::io_context& context) : waiters_(waiters), id_(id), waiter_(std::make_shared<Waiter>(context)) {
    const std::lock_guard lock(waiters_.mutex_);
    waiters_.waiters_.emplace(id, waiter_);
}

RunWaiters::Wait::~Wait() {
    const std::lock_guard lock(waiters_.mutex_);
    const auto [first, last] = waiters_.waiters_.equal_range(id_);
    for (auto at = first; at != last; ++at)
        if (at->second == waiter_) {
            waiters_.waiters_.erase(at);
            return;
        }
}

asio::awaitable<void> RunWaiters::Wait::until(MonotonicTime by) {
    if (!waiter_->woken) {
        waiter_->timer.expires_at(by);
        co_await waiter_->timer.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    waiter_->woken = false;
}

void RunWaiters::Wait::cancel() {
    waiter_->woken = true;
    waiter_->timer.cancel();
}

void RunWaiters::wake(const std::shared_ptr<Waiter>& waiter) {
    asio::post(waiter->context, [waiter] {
        waiter->woken = true;
        waiter->timer.cancel();
    });
}

void RunWaiters::announce(RunId id) {
    const std::lock_guard lock(mutex_);
    const auto [first, last] = waiters_.equal_range(id);
    for (auto at = first; at != last; ++at) wake(at->second);
}

void RunWaiters::announceAll() {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, waiter] : waiters_) wake(waiter);
}

} // namespace signalbox::gateway
