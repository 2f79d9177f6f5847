#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace signalbox {

/// Many producers, one consumer that takes everything at once: what group commit and batched wake-ups need.
template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    /// False, and `item` untouched, when the queue is full or closed. Wakes the consumer only if it sleeps.
    bool tryPush(T&& item) {
        bool wake = false;
        {
            const std::lock_guard lock(mutex_);
            if (closed_ || items_.size() >= capacity_) return false;
            items_.push_back(std::move(item));
            wake = std::exchange(sleeping_, false);
        }
        if (wake) filled_.notify_one();
        return true;
    }

    enum class Taken { Some, TimedOut, Closed };

    /// Waits for at least one item, no longer than `patience` if given, and moves all into `batch` (cleared first).
    /// Closed: closed and empty, the end.
    Taken takeAll(std::vector<T>& batch, std::optional<std::chrono::milliseconds> patience = std::nullopt) {
        batch.clear();
        std::unique_lock lock(mutex_);
        const auto until = std::chrono::steady_clock::now() + patience.value_or(std::chrono::milliseconds{0});
        while (items_.empty()) {
            if (closed_) return Taken::Closed;
            sleeping_ = true;
            if (!patience) filled_.wait(lock);
            else if (filled_.wait_until(lock, until) == std::cv_status::timeout && items_.empty() && !closed_) {
                sleeping_ = false;
                return Taken::TimedOut;
            }
        }
        sleeping_ = false;
        items_.swap(batch);
        return Taken::Some;
    }

    /// No more pushes; the consumer still gets what is inside.
    void close() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        filled_.notify_all();
    }

    std::size_t size() const {
        const std::lock_guard lock(mutex_);
        return items_.size();
    }

private:
    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::condition_variable filled_;
    std::vector<T> items_;
    bool sleeping_ = false;
    bool closed_ = false;
};

} // namespace signalbox
