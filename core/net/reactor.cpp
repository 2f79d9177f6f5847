#include "core/net/reactor.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <sys/epoll.h>
#include <unistd.h>

namespace signalbox::net {

namespace asio = boost::asio;

Deadline::~Deadline() {
    if (place_ != kNotQueued) reactor_.unqueue(*this);
}

void Deadline::set(MonotonicTime due) {
    due_ = due;
    if (due_ < queuedFor_) reactor_.queue(*this);
}

void Waiter::wake(Wake why) {
    if (!vtable_) return;
    clear();
    std::exchange(vtable_, nullptr)->resume(storage_, why);
}

void Waiter::wakeSoon(Wake why) {
    if (!vtable_) return;
    clear();
    struct Pending {
        explicit Pending(const Table* t) : table(t) {}
        Pending(const Pending&) = delete;
        Pending& operator=(const Pending&) = delete;
        ~Pending() {
            if (table) table->destroy(storage);
        }
        const Table* table;
        alignas(std::max_align_t) std::byte storage[sizeof storage_];
    };
    auto pending = std::make_unique<Pending>(std::exchange(vtable_, nullptr));
    pending->table->relocate(storage_, pending->storage);
    asio::post(owner_.context(), [pending = std::move(pending), why] {
        std::exchange(pending->table, nullptr)->resume(pending->storage, why);
    });
}

void Waiter::drop() {
    if (!vtable_) return;
    clear();
    // The handler leaves this object first: what it owns may own this.
    alignas(std::max_align_t) std::byte place[sizeof storage_];
    const Table* table = std::exchange(vtable_, nullptr);
    table->relocate(storage_, place);
    table->destroy(place);
}

class Reactor::Loop {
public:
    /// One epoll set, watched by the io_context.
    class Set {
    public:
        Set(Reactor& reactor, void (Reactor::*ready)()) : reactor_(reactor), ready_(ready), epoll_(reactor.context_, ::epoll_create1(EPOLL_CLOEXEC)) {}

        bool add(int descriptor, Source& source) {
            epoll_event event{};
            event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
            event.data.ptr = &source;
            return ::epoll_ctl(epoll_.native_handle(), EPOLL_CTL_ADD, descriptor, &event) == 0;
        }
        /// Also out of the batch under way.
        void remove(int descriptor, const Source& source) {
            ::epoll_ctl(epoll_.native_handle(), EPOLL_CTL_DEL, descriptor, nullptr);
            for (std::size_t i = at_; i < count_; ++i)
                if (events_[i].data.ptr == &source) events_[i].data.ptr = nullptr;
        }
        /// Only once everything was taken: the watch is for what is new.
        void watch() {
            if (watching_ || reactor_.sources_.empty()) return;
            watching_ = true;
            epoll_.async_wait(asio::posix::stream_descriptor::wait_read, [this](boost::system::error_code error) {
                if (error) return;
                watching_ = false;
                (reactor_.*ready_)();
            });
        }
        void stopWatching() {
            if (watching_) epoll_.cancel();
            watching_ = false;
        }
        /// Runs what is ready now, at most `most`. True: there may be more.
        bool run(std::size_t most) {
            const int taken = ::epoll_wait(epoll_.native_handle(), events_.data(), static_cast<int>(std::min(most, events_.size())), 0);
            count_ = taken > 0 ? static_cast<std::size_t>(taken) : 0;
            const bool full = count_ == most;
            for (at_ = 0; at_ < count_;) {
                const auto& event = events_[at_++];
                if (event.data.ptr) static_cast<Source*>(event.data.ptr)->onEvents(event.events);
            }
            count_ = at_ = 0;
            return full;
        }

    private:
        Reactor& reactor_;
        void (Reactor::*ready_)();
        asio::posix::stream_descriptor epoll_;
        bool watching_ = false;
        std::array<epoll_event, 128> events_{};
        std::size_t count_ = 0;
        std::size_t at_ = 0;
    };

    explicit Loop(Reactor& reactor) : first(reactor, &Reactor::readyFirst), streams(reactor, &Reactor::readyStreams), reactor_(reactor), timer_(reactor.context_) {}

    Set& of(const Source& source) { return source.inStream_ ? streams : first; }

    void stopWatchingIfIdle() {
        if (!reactor_.sources_.empty()) return;
        first.stopWatching(); // an io_context without work may return from run()
        streams.stopWatching();
    }

    Set first;
    Set streams;

    void arm(MonotonicTime at) {
        if (at >= armedFor_) return;
        armedFor_ = at;
        timer_.expires_at(at);
        timer_.async_wait([this](boost::system::error_code error) {
            if (error) return;
            armedFor_ = Deadline::kNever;
            reactor_.runDue();
        });
    }
    void disarm() {
        armedFor_ = Deadline::kNever;
        timer_.cancel();
    }

private:
    Reactor& reactor_;
    asio::steady_timer timer_;
    MonotonicTime armedFor_ = Deadline::kNever;
};

Reactor& Reactor::of(asio::io_context& context) { return asio::use_service<Reactor>(context); }

Reactor::Reactor(asio::execution_context& context)
    : asio::execution_context::service(context), context_(static_cast<asio::io_context&>(context)), loop_(std::make_unique<Loop>(*this)) {}

Reactor::~Reactor() = default;

bool Reactor::add(int descriptor, Source& source) {
    if (!loop_ || !loop_->of(source).add(descriptor, source)) return false;
    source.place_ = sources_.size();
    sources_.push_back(&source);
    loop_->first.watch();
    loop_->streams.watch();
    return true;
}

void Reactor::remove(int descriptor, Source& source) {
    if (source.place_ >= sources_.size() || sources_[source.place_] != &source) return;
    sources_.back()->place_ = source.place_;
    sources_[source.place_] = sources_.back();
    sources_.pop_back();
    if (!loop_) return;
    loop_->of(source).remove(descriptor, source);
    loop_->stopWatchingIfIdle();
}

void Reactor::setInStream(int descriptor, Source& source, bool inStream) {
    if (!loop_ || source.inStream_ == inStream) return;
    if (source.place_ >= sources_.size() || sources_[source.place_] != &source) return;
    // What is ready is told again by the other set, so no event is lost on the way.
    loop_->of(source).remove(descriptor, source);
    source.inStream_ = inStream;
    if (loop_->of(source).add(descriptor, source)) return;
    source.inStream_ = !inStream; // the kernel has no room in that set: it had some in this one
    loop_->of(source).add(descriptor, source);
}

void Reactor::post(std::function<void()> task) { asio::post(context_, std::move(task)); }

void Reactor::readyFirst() {
    constexpr std::size_t kBatch = 128;
    while (loop_->first.run(kBatch)) {}
    loop_->first.watch();
}

void Reactor::readyStreams() {
    constexpr std::size_t kSlice = 8;
    constexpr std::size_t kBatch = 128;
    const bool more = loop_->streams.run(kSlice);
    loop_->first.run(kBatch);
    // The loop's other work (connections accepted, runs committed) has its turn between slices.
    if (more) asio::post(context_, [this] {
        if (loop_) readyStreams();
    });
    else loop_->streams.watch();
}

void Reactor::shutdown() {
    while (!sources_.empty()) {
        Source* last = sources_.back();
        last->abandon();
        if (!sources_.empty() && sources_.back() == last) sources_.pop_back();
    }
    loop_.reset();
}

void Reactor::place(std::size_t index, Deadline* deadline) {
    heap_[index] = deadline;
    deadline->place_ = index;
}

void Reactor::siftUp(std::size_t index) {
    Deadline* const moving = heap_[index];
    while (index > 0) {
        const auto parent = (index - 1) / 2;
        if (heap_[parent]->queuedFor_ <= moving->queuedFor_) break;
        place(index, heap_[parent]);
        index = parent;
    }
    place(index, moving);
}

void Reactor::siftDown(std::size_t index) {
    Deadline* const moving = heap_[index];
    while (true) {
        auto child = index * 2 + 1;
        if (child >= heap_.size()) break;
        if (child + 1 < heap_.size() && heap_[child + 1]->queuedFor_ < heap_[child]->queuedFor_) ++child;
        if (moving->queuedFor_ <= heap_[child]->queuedFor_) break;
        place(index, heap_[child]);
        index = child;
    }
    place(index, moving);
}

void Reactor::queue(Deadline& deadline) {
    deadline.queuedFor_ = deadline.due_;
    if (deadline.place_ == Deadline::kNotQueued) {
        heap_.push_back(&deadline);
        deadline.place_ = heap_.size() - 1;
    }
    siftUp(deadline.place_);
    if (loop_ && deadline.place_ == 0) loop_->arm(deadline.queuedFor_);
}

void Reactor::unqueue(Deadline& deadline) {
    const auto hole = std::exchange(deadline.place_, Deadline::kNotQueued);
    deadline.queuedFor_ = Deadline::kNever;
    Deadline* const last = heap_.back();
    heap_.pop_back();
    if (last != &deadline) {
        place(hole, last);
        siftUp(hole);
        siftDown(last->place_);
    }
    if (heap_.empty() && loop_) loop_->disarm();
}

void Reactor::runDue() {
    const auto now = monotonicNow();
    while (loop_ && !heap_.empty() && heap_.front()->queuedFor_ <= now) {
        Deadline& first = *heap_.front();
        if (first.due_ > now && first.due_ != Deadline::kNever) {
            first.queuedFor_ = first.due_;
            siftDown(0);
            continue;
        }
        const bool due = first.due_ <= now;
        unqueue(first);
        first.due_ = Deadline::kNever;
        if (due) first.onDue();
    }
    if (loop_ && !heap_.empty()) loop_->arm(heap_.front()->queuedFor_);
}

} // namespace signalbox::net
