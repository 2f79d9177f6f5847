#pragma once

#include "core/store/database.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace signalbox::store {

/// Lets one thread write until another asks for a pause. A mutex alone would let the writer take it again before the other wakes, and
/// SQLite's own lock is waited for by polling.
class WriterGate {
public:
    /// The writer's side, around each transaction.
    void enter();
    void leave();
    /// The other's: returns when nothing is being written, and nothing will be until `resume`.
    void pause();
    void resume();
    /// Transactions so far.
    std::int64_t count();

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::int64_t entered_ = 0;
    bool paused_ = false;
    bool writing_ = false;
};

/// Carries SQLite's write-ahead log over into the database, on a thread and a connection of its own, so that no commit ever waits
/// for the disk (https://www.sqlite.org/wal.html#ckpt). Without it every thousandth page would make the commit that wrote it, and
/// the calls that wait for it, pay for two fsyncs.
class Checkpointer {
public:
    /// `gate` is the main writer's, and outlives the checkpointer.
    static model::Result<std::unique_ptr<Checkpointer>> start(const std::string& directory, WriterGate& gate);
    /// Ends without a last checkpoint: the next start reads the log.
    ~Checkpointer();

private:
    Checkpointer(std::string log, WriterGate& gate) : log_(std::move(log)), gate_(gate) {}
    void work(Connection& connection);

    const std::string log_; ///< path of the write-ahead log
    WriterGate& gate_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool end_ = false;
    std::thread thread_;
};

} // namespace signalbox::store
