#pragma once

#include "core/base/bounded_queue.h"
#include "core/metrics/rollup.h"
#include "core/model/run.h"
#include "core/store/checkpointer.h"
#include "core/store/database.h"

#include <atomic>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace signalbox::store {

/// Puts runs on record: one thread, one transaction for all that have come since the last (group commit), then every caller
/// hears that its run is in the database's hands. Nothing waits in order to batch: a lone run is committed at once.
/// A result that somebody will ask for, and a dead letter, are committed with their run. An asynchronous run that was cut off
/// (Cancelled) is not recorded: it stays owed.
class Recorder {
public:
    struct Counts {
        std::size_t queued = 0;
        std::int64_t committed = 0;
        std::int64_t failed = 0;
    };
    using Listener = std::function<void(std::span<const model::Run>)>;

    /// Opens its own connection on `directory` (migrated already) and catches up with rollups that a crash left behind.
    static model::Result<std::unique_ptr<Recorder>> start(const std::string& directory, std::size_t capacity = 50'000);
    /// Commits what is queued, then stops.
    ~Recorder();

    /// Any thread; never blocks. `committed` is called once on the recorder's thread. False, and no call, when the queue is full.
    bool submit(model::Run run, model::Payload payload, std::function<void(bool)> committed);
    /// Called on the recorder's thread after each commit, for live views. Set before the first submit.
    void setListener(Listener listener) { listener_ = std::move(listener); }
    Counts counts() const;
    /// Commits what is queued and ends the thread.
    void close();

private:
    struct Item {
        model::Run run;
        model::Payload payload;
        std::function<void(bool)> committed;
        bool notRecorded = false; ///< the ledger had its result already, or it stays owed
    };
    class Writer;

    explicit Recorder(std::size_t capacity) : queue_(capacity) {}
    void work(const std::string& directory, std::function<void(model::Result<void>)> ready);

    BoundedQueue<Item> queue_;
    WriterGate gate_;
    std::unique_ptr<Checkpointer> checkpointer_;
    Listener listener_;
    std::atomic<std::int64_t> committed_{0};
    std::atomic<std::int64_t> failed_{0};
    std::thread thread_;
};

} // namespace signalbox::store
