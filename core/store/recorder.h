#pragma once

#include "core/store/checkpointer.h"
#include "core/store/record_writer.h"
#include "core/store/run_journal.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace signalbox::store {

/// Puts runs on record, in one of two ways.
///
/// Most go through the journal: `journal` copies the run into it, and with that it is on record, whatever becomes of this process. The
/// recorder's thread brings what came within a few milliseconds into the database in one transaction. A reader that has to see
/// every run that is on record calls `settle` first.
///
/// The rest (`submit`) is committed to the database before anybody hears of it: a result that somebody will ask for and a dead
/// letter, with their run; one that does not fit the journal; all when there is none. One transaction takes all that have come since
/// the last (group commit), and nothing waits in order to batch. An asynchronous run that was cut off (Cancelled) is not recorded:
/// it stays owed.
class Recorder {
public:
    struct Counts {
        std::size_t queued = 0; ///< on their way into the database
        std::int64_t committed = 0;
        std::int64_t failed = 0; ///< whose callers heard that they are not on record
    };
    using Listener = std::function<void(std::span<const model::Run>)>;

    /// Opens its own connection on `directory` (migrated already), brings in what a gateway that died had left in the journal, and
    /// catches up with rollups.
    static model::Result<std::unique_ptr<Recorder>> start(const std::string& directory, std::size_t capacity = 50'000);
    /// Commits what is queued, then stops.
    ~Recorder();

    /// Any thread; never blocks. True: the run is on record. False, and nothing happened: it has to go through `submit`.
    bool journal(const model::Run& run, const model::Payload& payload);
    /// Any thread; never blocks. `committed` is called once on the recorder's thread. False, and no call, when the queue is full.
    bool submit(model::Run run, model::Payload payload, std::function<void(bool)> committed);
    /// Any thread but the recorder's; waits until all that was on record before the call is in the database. False: some of it is not,
    /// because the database refuses it for now; then nobody waits until it takes it again.
    bool settle();
    /// Called on the recorder's thread after each commit, for live views. Set before the first run.
    void setListener(Listener listener) { listener_ = std::move(listener); }
    Counts counts() const;
    /// Commits what is queued and ends the thread.
    void close();

private:
    /// What the recorder's thread sleeps for; who brings it wakes the thread.
    enum class Sleep : unsigned char { None, UntilAnything, UntilUrgent };
    enum class Woken : unsigned char { ForWork, ForFlush, ToEnd };

    explicit Recorder(std::size_t capacity) : capacity_(capacity) {}
    void work(const std::string& directory, const std::function<void(model::Result<void>)>& ready);
    model::Result<void> takeOver(const std::string& directory, RecordWriter& writer);
    Woken wait(bool hasFigures, bool hasFailed);
    void answer(bool committed);
    void finishSealed();
    bool hasWork() const;
    bool isUrgent() const;

    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::condition_variable settledOne_;
    std::vector<RunToRecord> queue_;
    std::unique_ptr<RunJournal> journal_; ///< null: it could not be made
    Sleep sleep_ = Sleep::None;
    std::int64_t accepted_ = 0;  ///< runs, both ways
    std::int64_t settled_ = 0;   ///< of them, in their order: dealt with
    std::int64_t journaled_ = 0; ///< runs in the journal
    int settling_ = 0;           ///< threads in `settle`
    bool failing_ = false;       ///< what is sealed was tried in vain; it is tried again from time to time
    bool closed_ = false;
    bool ended_ = false;

    // The recorder's thread's own.
    std::vector<RunToRecord> items_;
    std::optional<RunJournal::Entries> sealed_;
    bool wasTried_ = false;        ///< what comes next of it: in vain
    std::int64_t sealedRuns_ = 0;  ///< of `journaled_`
    std::int64_t taken_ = 0;       ///< of `accepted_`: up to the sealed segment's last

    WriterGate gate_;
    std::unique_ptr<Checkpointer> checkpointer_;
    Listener listener_;
    std::atomic<std::int64_t> committed_{0};
    std::atomic<std::int64_t> failed_{0};
    std::thread thread_;
};

} // namespace signalbox::store
