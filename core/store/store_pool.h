#pragma once

#include "core/store/database.h"
#include "core/store/dimensions.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace signalbox::store {

/// A thread's view of the database: its connection, and the words of records.
struct Session {
    Connection& connection;
    Dimensions& dimensions;
};

/// Threads with a connection each, for everything that is not the recorder's: an I/O thread posts and goes on.
class StorePool {
public:
    using Job = std::function<void(Session&)>;

    /// `before` is called before each job, on its thread: to bring in what the job has to see.
    static model::Result<std::unique_ptr<StorePool>> start(const std::string& directory, std::function<void()> before = {}, std::size_t threads = 2);
    /// Finishes what was posted.
    ~StorePool();
    void post(Job job);

private:
    explicit StorePool(std::function<void()> before) : before_(std::move(before)) {}
    void work(Connection& connection);

    const std::function<void()> before_;
    std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<Job> jobs_;
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

} // namespace signalbox::store
