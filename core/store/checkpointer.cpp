#include "core/store/checkpointer.h"

#include "core/store/statement.h"

#include <spdlog/spdlog.h>

#include <filesystem>
#include <future>
#include <utility>

namespace signalbox::store {

namespace {

constexpr std::chrono::milliseconds kLook{250};
/// The log is carried over when so much was written, or some time after the last write. Each time it begins anew the writer waits
/// for one fdatasync (of the new header), so not too often; and the more there is to carry over, the longer the disk is busy with it.
constexpr std::int64_t kManyTransactions = 512;
constexpr int kLooksAtMost = 8;
/// Pages of 4 kB in the log from which on the writer waits for a moment, so that it begins anew.
constexpr std::int64_t kManyFrames = 65536;
constexpr std::int64_t kFewFrames = 256;
constexpr int kRounds = 8;

/// Gives the pages that the log has.
std::int64_t checkpoint(Connection& connection) {
    Statement statement(connection.database(), "PRAGMA wal_checkpoint(PASSIVE)");
    if (auto done = statement.run(); !done) spdlog::warn("the write-ahead log was not carried over: {}", done.error().message);
    else if (statement.next()) {
        statement.integer(); // whether somebody was in the way
        return statement.integer();
    }
    return 0;
}

} // namespace

void WriterGate::enter() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !paused_; });
    writing_ = true;
    ++entered_;
}

std::int64_t WriterGate::count() {
    const std::lock_guard lock(mutex_);
    return entered_;
}

void WriterGate::leave() {
    bool wake = false;
    {
        const std::lock_guard lock(mutex_);
        writing_ = false;
        wake = paused_;
    }
    if (wake) changed_.notify_all();
}

void WriterGate::pause() {
    std::unique_lock lock(mutex_);
    paused_ = true;
    changed_.wait(lock, [this] { return !writing_; });
}

void WriterGate::resume() {
    {
        const std::lock_guard lock(mutex_);
        paused_ = false;
    }
    changed_.notify_all();
}

model::Result<std::unique_ptr<Checkpointer>> Checkpointer::start(const std::string& directory, WriterGate& gate) {
    std::unique_ptr<Checkpointer> checkpointer(new Checkpointer(directory + "/signalbox.db-wal", gate));
    std::promise<model::Result<void>> ready;
    auto opened = ready.get_future();
    checkpointer->thread_ = std::thread([one = checkpointer.get(), directory, &ready] {
        auto connection = Connection::open(directory, Durability::Normal);
        if (!connection) return ready.set_value(tl::unexpected(connection.error()));
        ready.set_value({});
        one->work(**connection);
    });
    if (auto result = opened.get(); !result) return tl::unexpected(result.error());
    return checkpointer;
}

Checkpointer::~Checkpointer() {
    {
        const std::lock_guard lock(mutex_);
        end_ = true;
    }
    ended_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Checkpointer::work(Connection& connection) {
    std::filesystem::file_time_type carriedAt{};
    std::int64_t carriedCount = 0;
    int looks = 0;
    std::unique_lock lock(mutex_);
    while (!ended_.wait_for(lock, kLook, [this] { return end_; })) {
        std::error_code missing;
        const auto written = std::filesystem::last_write_time(log_, missing);
        if (missing || written == carriedAt) continue;
        const auto count = gate_.count();
        if (count - carriedCount < kManyTransactions && ++looks < kLooksAtMost) continue;
        lock.unlock();
        carriedAt = written;
        carriedCount = count;
        looks = 0;
        // PASSIVE goes beside the writers. The log begins anew when all of it is carried over and nobody wrote meanwhile; under a
        // load without a gap that takes a pause, which is short when little is left to do.
        auto frames = checkpoint(connection);
        if (frames >= kManyFrames) {
            for (int round = 0; round < kRounds; ++round) {
                const auto before = std::exchange(frames, checkpoint(connection));
                if (frames - before < kFewFrames) break; // what comes while a round lasts is what the pause has to carry over
            }
            gate_.pause();
            checkpoint(connection);
            gate_.resume();
        }
        lock.lock();
    }
}

} // namespace signalbox::store
