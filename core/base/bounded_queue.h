#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
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

    /// Waits for at least one item and moves all into `batch` (cleared first). False when closed and empty: the end.
    bool takeAll(std::vector<T>& batch) {
        batch.clear();
        std::unique_lock lock(mutex_);
        while (items_.empty()) {
            if (closed_) return false;
            sleeping_ = true;
            filled_.wait(lock);
        }
        sleeping_ = false;
        items_.swap(batch);
        return true;
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
