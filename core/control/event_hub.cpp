#include "core/control/event_hub.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <charconv>

namespace signalbox::control {

namespace asio = boost::asio;

struct EventHub::Listener {
    explicit Listener(const asio::any_io_executor& callExecutor) : executor(callExecutor), timer(callExecutor, asio::steady_timer::time_point::max()) {}
    asio::any_io_executor executor;
    asio::steady_timer timer; ///< cancelled: there is something to look at
    bool woken = false;       ///< on the executor
};

std::string EventHub::makeEpoch() { return std::to_string(toMicros(wallNow())); }

void EventHub::wakeAll() {
    for (const auto& listener : listeners_)
        asio::post(listener->executor, [listener] {
            listener->woken = true;
            listener->timer.cancel();
        });
}

void EventHub::publish(std::string_view type, const std::string& data) {
    const std::lock_guard lock(mutex_);
    if (stopped_) return;
    Event event{next_++, {}};
    event.text = "id: " + epoch_ + '-' + std::to_string(event.id) + "\nevent: " + std::string(type) + "\ndata: " + data + "\n\n";
    bytes_ += event.text.size();
    events_.push_back(std::move(event));
    while (events_.size() > kKept || (bytes_ > kKeptBytes && events_.size() > 1)) {
        bytes_ -= events_.front().text.size();
        events_.pop_front();
    }
    wakeAll();
}

void EventHub::wake() {
    const std::lock_guard lock(mutex_);
    wakeAll();
}

bool EventHub::isHeard() {
    const std::lock_guard lock(mutex_);
    if (!listeners_.empty() || (lastLeft_ && monotonicNow() - *lastLeft_ < kMayComeBack)) return true;
    if (!events_.empty()) { // a gap begins
        events_.clear();
        bytes_ = 0;
        ++next_;
    }
    return false;
}

void EventHub::stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    wakeAll();
}

asio::awaitable<void> EventHub::serve(net::Reply& reply, std::string lastId, std::function<bool()> stillAllowed) {
    const auto listener = std::make_shared<Listener>(co_await asio::this_coro::executor);
    std::uint64_t seen = 0;
    bool lost = false;
    {
        const std::lock_guard lock(mutex_);
        listeners_.push_back(listener);
        seen = next_ - 1;
        if (!lastId.empty()) {
            std::uint64_t asked = 0;
            const bool ours = lastId.starts_with(epoch_ + '-');
            if (ours) std::from_chars(lastId.data() + epoch_.size() + 1, lastId.data() + lastId.size(), asked);
            const auto oldest = events_.empty() ? next_ : events_.front().id;
            if (ours && asked + 1 >= oldest && asked < next_) seen = asked;
            else lost = true;
        }
    }
    reply.onDisconnect([listener] {
        listener->woken = true;
        listener->timer.cancel();
    });
    net::Response head;
    head.fields.add("content-type", "text/event-stream; charset=utf-8");
    head.fields.add("cache-control", "no-cache");
    head.fields.add("x-accel-buffering", "no");
    bool there = co_await reply.begin(std::move(head), ": keep-alive\n\n");
    std::string greeting = lost ? "event: reset\ndata: {}\n\n" : ": connected\n\n";
    if (there) there = co_await reply.write(std::move(greeting));
    while (there && !reply.isDisconnected() && stillAllowed()) {
        std::string batch;
        {
            const std::lock_guard lock(mutex_);
            if (!events_.empty() && seen + 1 < events_.front().id) {
                batch = "event: reset\ndata: {}\n\n"; // it fell behind what is kept
                seen = events_.front().id - 1;
            }
            for (auto at = events_.empty() ? 0 : static_cast<std::size_t>(seen + 1 - events_.front().id); at < events_.size(); ++at) batch += events_[at].text;
            seen = next_ - 1;
            if (stopped_ && batch.empty()) break;
        }
        if (!batch.empty()) {
            there = co_await reply.write(std::move(batch));
            continue;
        }
        if (!listener->woken) co_await listener->timer.async_wait(asio::as_tuple(asio::use_awaitable));
        listener->woken = false;
        listener->timer.expires_at(asio::steady_timer::time_point::max());
    }
    {
        const std::lock_guard lock(mutex_);
        std::erase(listeners_, listener);
        lastLeft_ = monotonicNow();
    }
    if (there) co_await reply.end();
}

} // namespace signalbox::control
