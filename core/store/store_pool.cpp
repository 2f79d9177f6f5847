#include "core/store/store_pool.h"

#include <future>

namespace signalbox::store {

model::Result<std::unique_ptr<StorePool>> StorePool::start(const std::string& directory, std::function<void()> before, std::size_t threads) {
    std::unique_ptr<StorePool> pool(new StorePool(std::move(before)));
    for (std::size_t i = 0; i < threads; ++i) {
        std::promise<model::Result<void>> ready;
        auto opened = ready.get_future();
        pool->threads_.emplace_back([&ready, &directory, pool = pool.get()] {
            // Documents, keys, secrets and audit outlive the machine's death: FULL.
            auto connection = Connection::open(directory, Durability::Full);
            if (!connection) return ready.set_value(tl::unexpected(connection.error()));
            ready.set_value({});
            pool->work(**connection);
        });
        if (auto result = opened.get(); !result) return tl::unexpected(result.error());
    }
    return pool;
}

StorePool::~StorePool() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    filled_.notify_all();
    for (auto& thread : threads_) thread.join();
}

void StorePool::post(Job job) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    filled_.notify_one();
}

void StorePool::work(Connection& connection) {
    Dimensions dimensions(connection);
    Session session{connection, dimensions};
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            filled_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
            if (jobs_.empty()) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        if (before_) before_();
        job(session);
    }
}

} // namespace signalbox::store
