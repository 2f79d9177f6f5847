#pragma once

#include "core/metrics/rollup.h"
#include "core/model/run.h"
#include "core/store/compression.h"
#include "core/store/dead_letter_repository.h"
#include "core/store/dimensions.h"
#include "core/store/ledger_repository.h"
#include "core/store/native_statement.h"
#include "core/store/rollup_repository.h"
#include "core/store/run_entry.h"
#include "core/store/run_journal.h"

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace signalbox::store {

/// A run whose caller waits until it is in the database.
struct RunToRecord {
    model::Run run;
    model::Payload payload;
    std::function<void(bool)> committed;
    bool notRecorded = false; ///< the ledger had its result already, or it stays owed
};

/// How old figures may become before they are written to the rollups.
inline constexpr std::chrono::seconds kFlushEvery{1};

/// The recorder's side of the database: puts runs in, a transaction at a time, and their figures into the rollups. On one thread.
class RecordWriter {
public:
    explicit RecordWriter(std::unique_ptr<Connection> connection);

    /// All in one transaction, with what they are owed; marks those that were not to be recorded.
    model::Result<void> commit(std::vector<RunToRecord>& items);

    /// Whether entries may be in the database already.
    enum class Known : unsigned char { No, Perhaps };
    /// The next runs of `entries`, which goes on to those after them if the database took these; without those that it had.
    /// Valid until the next call.
    model::Result<std::span<const model::Run>> commit(RunJournal::Entries& entries, Known known);
    /// Entries whose check sum was right and that say nothing to this version.
    std::int64_t unreadable() const { return unreadable_; }

    /// Writes the figures of what was committed.
    model::Result<void> flush();
    bool hasPending() const { return !pending_.empty(); }
    /// Runs that were committed after the last flush of a process that died.
    model::Result<void> catchUp() { return rollups_.catchUp(); }

private:
    template <class Insert>
    model::Result<void> transact(const Insert& insert);
    void count(const model::Run& run);
    void flushIfDue();
    model::Result<void> setDurability(const std::vector<RunToRecord>& items);
    model::Result<void> setDurability(Durability wanted);
    model::Result<void> insertAll(std::vector<RunToRecord>& items);
    model::Result<void> insertOne(const RunToRecord& item);
    model::Result<void> insertRun(const model::Run& run, const KeptWords& words);
    model::Result<void> insert(const model::Run& run, bool hasPayload);
    model::Result<void> insert(RunId id, WallTime startedAt, const KeptWords& words);

    std::unique_ptr<Connection> connection_;
    Dimensions dimensions_;
    RollupRepository rollups_;
    LedgerRepository ledger_;
    DeadLetterRepository deadLetters_;
    NativeStatement insertRun_;
    NativeStatement insertPayload_;
    NativeStatement insertLate_;
    NativeStatement hasRun_;
    NativeStatement begin_;
    NativeStatement commit_;
    NativeStatement rollback_;
    Durability durability_ = Durability::Normal; ///< as the connection was opened
    Compressor requestCompressor_; // one each: what they give is bound without a copy
    Compressor responseCompressor_;
    std::string attempts_;
    std::vector<model::Run> runs_; ///< used again and again
    std::int64_t unreadable_ = 0;
    metrics::RollupMap pending_;
    std::int64_t newest_ = 0;
    MonotonicTime flushed_ = monotonicNow();
};

} // namespace signalbox::store
