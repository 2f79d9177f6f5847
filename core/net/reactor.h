#pragma once

#include "core/base/clock.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/execution_context.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace signalbox::net {

class Reactor;

/// Why a wait ended.
enum class Wake { Ready, Timeout, Cancelled };

/// A moment at which something is to happen. Moving it later costs nothing: the heap entry stays where it is, and is looked at
/// when its old time comes. So a deadline per operation costs one heap step every few seconds, not one an operation.
class Deadline {
public:
    static constexpr MonotonicTime kNever = MonotonicTime::max();

    explicit Deadline(Reactor& reactor) : reactor_(reactor) {}
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;
    virtual ~Deadline();

    void set(MonotonicTime due);
    void clear() { due_ = kNever; }
    MonotonicTime due() const { return due_; }

protected:
    /// Called once, when the time came; the deadline is clear by then. May destroy this.
    virtual void onDue() = 0;

private:
    friend class Reactor;
    static constexpr std::size_t kNotQueued = SIZE_MAX;

    Reactor& reactor_;
    MonotonicTime due_ = kNever;
    MonotonicTime queuedFor_ = kNever;
    std::size_t place_ = kNotQueued;
};

/// One coroutine that waits for something to happen, or for a deadline. Not more than one at a time.
class Waiter final : private Deadline {
public:
    explicit Waiter(Reactor& reactor) : Deadline(reactor), owner_(reactor) {}
    ~Waiter() override { drop(); }

    /// `co_await waiter.wait(by)` gives a Wake.
    auto wait(MonotonicTime by) {
        return boost::asio::async_initiate<const boost::asio::deferred_t, void(Wake)>(
            [this, by](auto handler) { start(std::move(handler), by); }, boost::asio::deferred);
    }
    bool isWaiting() const { return vtable_ != nullptr; }
    /// Resumes the coroutine here and now, if one waits; it may destroy this.
    void wake(Wake why);
    /// Resumes it from the event loop: for callers that must not be re-entered.
    void wakeSoon(Wake why);
    /// Destroys the coroutine that waits: the loop it lived on is gone.
    void drop();

private:
    struct Table {
        void (*resume)(void* handler, Wake why); ///< moves the handler out first
        void (*relocate)(void* from, void* to);
        void (*destroy)(void* handler);
    };

    template <class Handler>
    static constexpr Table kTable{
        [](void* place, Wake why) {
            Handler handler(std::move(*static_cast<Handler*>(place)));
            static_cast<Handler*>(place)->~Handler();
            std::move(handler)(why);
        },
        [](void* from, void* to) {
            ::new (to) Handler(std::move(*static_cast<Handler*>(from)));
            static_cast<Handler*>(from)->~Handler();
        },
        [](void* place) { static_cast<Handler*>(place)->~Handler(); },
    };

    template <class Handler>
    void start(Handler&& handler, MonotonicTime by) {
        using Stored = std::decay_t<Handler>;
        static_assert(sizeof(Stored) <= sizeof storage_ && alignof(Stored) <= alignof(std::max_align_t));
        ::new (static_cast<void*>(storage_)) Stored(std::forward<Handler>(handler));
        vtable_ = &kTable<Stored>;
        if (by == kNever) clear();
        else set(by);
    }
    void onDue() override { wake(Wake::Timeout); }

    Reactor& owner_;
    const Table* vtable_ = nullptr;
    alignas(std::max_align_t) std::byte storage_[48];
};

/// Readiness of sockets and deadlines of one io_context, edge-triggered on epoll sets of its own that the io_context watches as
/// one descriptor each: a socket is registered once in its life and costs no system call to wait for, where Asio's own waits cost
/// one each. There are two sets: sockets in the middle of a stream are served in slices, and what somebody waits for the beginning
/// of (new connections, requests, first tokens) goes before each slice, so that thousands of streams do not add up in front of it.
/// Everything here belongs to the io_context's thread.
class Reactor final : public boost::asio::execution_context::service {
public:
    using key_type = Reactor;
    static inline boost::asio::execution_context::id id;

    class Source {
    public:
        virtual ~Source() = default;
        /// `events` as of epoll_wait. May destroy this.
        virtual void onEvents(std::uint32_t events) = 0;
        /// The loop is gone: destroy what waits on this source. May destroy this.
        virtual void abandon() = 0;

    private:
        friend class Reactor;
        std::size_t place_ = 0;
        bool inStream_ = false;
    };

    static Reactor& of(boost::asio::io_context& context);
    explicit Reactor(boost::asio::execution_context& context);
    ~Reactor() override;

    /// False if the kernel refuses (limits).
    bool add(int descriptor, Source& source);
    /// Before the descriptor is closed.
    void remove(int descriptor, Source& source);
    /// Whether the source is in the middle of a stream: served after those that are not. New ones are not.
    void setInStream(int descriptor, Source& source, bool inStream);
    void post(std::function<void()> task);
    boost::asio::io_context& context() { return context_; }

private:
    friend class Deadline;
    class Loop;

    void shutdown() override;
    void readyFirst();
    void readyStreams();
    void queue(Deadline& deadline);
    void unqueue(Deadline& deadline);
    void place(std::size_t index, Deadline* deadline);
    void siftUp(std::size_t index);
    void siftDown(std::size_t index);
    void runDue();

    boost::asio::io_context& context_;
    std::unique_ptr<Loop> loop_;
    std::vector<Source*> sources_;
    std::vector<Deadline*> heap_; ///< by queuedFor_
};

} // namespace signalbox::net
