#include "core/store/recorder.h"

#include "core/model/run_json.h"
#include "core/store/compression.h"
#include "core/store/dead_letter_repository.h"
#include "core/store/dimensions.h"
#include "core/store/ledger_repository.h"
#include "core/store/native_statement.h"
#include "core/store/rollup_repository.h"
#include "core/store/run_entry.h"
#include "core/store/run_flags.h"
#include "core/store/statement.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <future>

namespace signalbox::store {

namespace {

constexpr std::chrono::seconds kFlushEvery{1};
/// Where callers wait for the commit, it costs about as much as eight rows, so under load it pays to let the next group grow for a
/// moment. A lone run never waits.
constexpr std::size_t kBusyGroup = 6;
constexpr std::chrono::microseconds kGather{100};
/// How long what is in the journal stays out of the database.
constexpr std::chrono::milliseconds kJournalTime{10};
constexpr std::chrono::milliseconds kTryAgain{500};
/// Of one transaction, so that those who wait for the next one do not wait long.
constexpr std::size_t kSlice = 512;
/// A longer entry takes the room of many.
constexpr std::size_t kMostJournaled = 256 * 1024;
constexpr auto kInsertRun =
    "INSERT INTO run (id, started_us, protocol, status, error_class, http_status, flags, key_dim, requested_dim, route_dim, policy_dim, workflow_dim, "
    "prompt_dim, provider_dim, model_dim, finish_dim, first_token_us, end_to_end_us, input_tokens, cached_tokens, cache_write_tokens, output_tokens, "
    "reasoning_tokens, cost_nanos, client_retry, attempt_count, error_code, error_message, attempts, flagged) "
    "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

class Writing {
public:
    explicit Writing(WriterGate& gate) : gate_(gate) { gate_.enter(); }
    ~Writing() { gate_.leave(); }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

private:
    WriterGate& gate_;
};

} // namespace

/// The recorder's side of the database; lives on its thread.
class Recorder::Writer {
public:
    explicit Writer(std::unique_ptr<Connection> connection)
        : connection_(std::move(connection)), dimensions_(*connection_), rollups_(*connection_, dimensions_), ledger_(*connection_), deadLetters_(*connection_),
          insertRun_(connection_->database(), kInsertRun),
          insertPayload_(connection_->database(), "INSERT INTO payload (run_id, expires_us, request, response) VALUES (?, ?, ?, ?)"),
          insertLate_(connection_->database(), "INSERT INTO rollup_late (run_id) VALUES (?)"),
          hasRun_(connection_->database(), "SELECT 1 FROM run WHERE id = ?"),
          begin_(connection_->database(), "BEGIN IMMEDIATE"), commit_(connection_->database(), "COMMIT"), rollback_(connection_->database(), "ROLLBACK") {}

    model::Result<void> commit(std::vector<Item>& items) {
        if (auto set = setDurability(items); !set) return set;
        if (auto done = transact([&] { return insertAll(items); }); !done) return done;
        for (const auto& item : items)
            if (!item.notRecorded) count(item.run);
        flushIfDue();
        return {};
    }

    /// Whether entries may be in the database already.
    enum class Known : unsigned char { No, Perhaps };
    /// The next runs of `entries`, which goes on to those after them if the database took these; without those that it had.
    /// Valid until the next call.
    model::Result<std::span<const model::Run>> commit(RunJournal::Entries& entries, Known known) {
        if (auto set = setDurability(Durability::Normal); !set) return tl::unexpected(set.error());
        auto rest = entries;
        std::size_t size = 0;
        const auto insert = [&]() -> model::Result<void> {
            while (size < kSlice) {
                const auto entry = rest.next();
                if (!entry) break;
                if (size == runs_.size()) runs_.emplace_back();
                auto& run = runs_[size];
                KeptWords words;
                if (!readEntry(*entry, run, words)) {
                    ++unreadable_;
                    continue;
                }
                if (known == Known::Perhaps) {
                    const auto is = hasRun_.bind(run.id.value).hasRow();
                    if (!is) return tl::unexpected(is.error());
                    if (*is) continue;
                }
                if (auto done = insertRun(run, words); !done) return done;
                ++size;
            }
            return {};
        };
        if (auto done = transact(insert); !done) return tl::unexpected(done.error());
        entries = rest;
        const auto runs = std::span(runs_).first(size);
        for (const auto& run : runs) count(run);
        flushIfDue();
        return runs;
    }
    /// Entries whose check sum was right and that say nothing to this version.
    std::int64_t unreadable() const { return unreadable_; }

    model::Result<void> flush() {
        flushed_ = monotonicNow();
        if (pending_.empty()) return {};
        auto result = rollups_.add(pending_, newest_);
        if (result) pending_.clear();
        return result;
    }
    bool hasPending() const { return !pending_.empty(); }

    /// Runs that were committed after the last flush of a process that died.
    model::Result<void> catchUp() { return rollups_.catchUp(); }

private:
    template <class Insert>
    model::Result<void> transact(const Insert& insert) {
        auto result = begin_.run(); // IMMEDIATE: it may read the ledger first
        if (result) result = insert();
        if (result) result = commit_.run();
        if (result) return {};
        (void)rollback_.run();
        dimensions_.forget(); // words that were made in it are gone with it
        return result;
    }

    void count(const model::Run& run) {
        metrics::addTo(pending_, run);
        newest_ = std::max(newest_, run.id.value);
    }

    /// The runs are on record whatever becomes of the figures; those are written with the next ones.
    void flushIfDue() {
        if (monotonicNow() - flushed_ < kFlushEvery) return;
        if (auto flushed = flush(); !flushed) spdlog::error("rollups were not written: {}", flushed.error().message);
    }

    /// What is owed to somebody outlives the machine's death, as its acceptance does; other records that of the process.
    model::Result<void> setDurability(const std::vector<Item>& items) {
        const bool owed = std::any_of(items.begin(), items.end(), [](const Item& item) { return item.payload.keepResult || item.payload.deadLetter; });
        return setDurability(owed ? Durability::Full : Durability::Normal);
    }
    model::Result<void> setDurability(Durability wanted) {
        if (wanted == durability_) return {};
        auto set = connection_->setDurability(wanted);
        if (set) durability_ = wanted;
        return set;
    }

    model::Result<void> insertAll(std::vector<Item>& items) {
        for (auto& item : items) {
            item.notRecorded = false;
            auto settled = LedgerRepository::Settled::NotOwed;
            // One that was cut off says nothing of a result, but may be owed.
            if (item.payload.keepResult || item.run.status == model::RunStatus::Cancelled) {
                auto looked = ledger_.look(item.run.id, item.run.status);
                if (!looked) return tl::unexpected(looked.error());
                settled = *looked;
            }
            item.notRecorded = settled == LedgerRepository::Settled::WasBefore || settled == LedgerRepository::Settled::CutOff;
            if (item.notRecorded) continue;
            if (auto done = insertOne(item); !done) return done;
            if (settled == LedgerRepository::Settled::Owed)
                if (auto done = ledger_.settle(item.run.id, item.payload.resultStatus, item.payload.result, wallNow()); !done) return done;
            if (settled == LedgerRepository::Settled::Given)
                if (auto done = ledger_.forget(item.run.id); !done) return done;
        }
        return {};
    }

    model::Result<void> insertOne(const Item& item) {
        if (auto done = insertRun(item.run, {item.payload.request, item.payload.response, item.payload.keep}); !done) return done;
        if (!item.payload.deadLetter || item.run.trial) return {};
        return deadLetters_.add(item.run, item.payload);
    }

    model::Result<void> insertRun(const model::Run& run, const KeptWords& words) {
        const bool hasPayload = words.keep.count() > 0;
        if (auto done = insert(run, hasPayload); !done) return done;
        if (hasPayload)
            if (auto done = insert(run.id, run.startedAt, words); !done) return done;
        // One that finished later than others that began after it, or waited in the ledger or a dead gateway's journal, is older than
        // what the rollups hold already: a start after a crash would pass it over.
        if (run.id.value > rollups_.mark()) return {};
        return insertLate_.bind(run.id.value).run();
    }

    model::Result<void> insert(const model::Run& run, bool hasPayload) {
        attempts_.clear();
        model::appendAttempts(attempts_, run.attempts);
        insertRun_.bind(run.id.value).bind(toMicros(run.startedAt)).bind(static_cast<int>(run.protocol)).bind(static_cast<int>(run.status));
        insertRun_.bind(run.errorClass ? static_cast<int>(*run.errorClass) : 0).bind(run.httpStatus).bind(runFlags(run, hasPayload));
        for (const auto* word : {&run.keyName, &run.requestedModel, &run.route, &run.policy, &run.workflow, &run.prompt, &run.provider, &run.model, &run.finishReason})
            insertRun_.bind(dimensions_.idOf(*word));
        insertRun_.bind(run.firstTokenUs).bind(run.endToEndUs).bind(run.usage.input).bind(run.usage.cachedInput).bind(run.usage.cacheWriteInput);
        insertRun_.bind(run.usage.output).bind(run.usage.reasoning).bind(run.cost.nanos).bind(run.clientRetry).bind(static_cast<int>(run.attempts.size()));
        insertRun_.bind(run.errorCode).bind(run.errorMessage).bind(attempts_);
        if (run.flagged.empty()) insertRun_.bind(std::optional<std::int64_t>());
        else insertRun_.bind(run.flagged);
        return insertRun_.run();
    }

    model::Result<void> insert(RunId id, WallTime startedAt, const KeptWords& words) {
        insertPayload_.bind(id.value).bind(toMicros(startedAt + words.keep));
        insertPayload_.bindBlob(requestCompressor_.compress(words.request)).bindBlob(responseCompressor_.compress(words.response));
        return insertPayload_.run();
    }

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

model::Result<std::unique_ptr<Recorder>> Recorder::start(const std::string& directory, std::size_t capacity) {
    std::unique_ptr<Recorder> recorder(new Recorder(capacity));
    std::promise<model::Result<void>> ready;
    auto opened = ready.get_future();
    recorder->thread_ = std::thread([recorder = recorder.get(), directory, &ready] {
        recorder->work(directory, [&ready](model::Result<void> result) { ready.set_value(std::move(result)); });
    });
    if (auto result = opened.get(); !result) return tl::unexpected(result.error());
    auto checkpointer = Checkpointer::start(directory, recorder->gate_);
    if (!checkpointer) return tl::unexpected(checkpointer.error());
    recorder->checkpointer_ = std::move(*checkpointer);
    return recorder;
}

Recorder::~Recorder() { close(); }

void Recorder::close() {
    checkpointer_.reset();
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

bool Recorder::journal(const model::Run& run, const model::Payload& payload) {
    if (payload.keepResult || payload.deadLetter || run.status == model::RunStatus::Cancelled) return false; // the ledger may have a say
    if (payload.request.size() + payload.response.size() > kMostJournaled) return false;
    thread_local std::string entry;
    entry.clear();
    appendEntry(entry, run, payload);
    bool wake = false;
    {
        const std::lock_guard lock(mutex_);
        if (closed_ || !journal_ || !journal_->append(entry)) return false;
        ++accepted_;
        ++journaled_;
        wake = sleep_ == Sleep::UntilAnything || (sleep_ == Sleep::UntilUrgent && isUrgent());
        if (wake) sleep_ = Sleep::None;
    }
    if (wake) wake_.notify_one();
    return true;
}

bool Recorder::submit(model::Run run, model::Payload payload, std::function<void(bool)> committed) {
    bool wake = false;
    {
        const std::lock_guard lock(mutex_);
        if (closed_ || queue_.size() >= capacity_) return false;
        queue_.push_back({std::move(run), std::move(payload), std::move(committed)});
        ++accepted_;
        wake = std::exchange(sleep_, Sleep::None) != Sleep::None;
    }
    if (wake) wake_.notify_one();
    return true;
}

bool Recorder::settle() {
    std::unique_lock lock(mutex_);
    const auto upTo = accepted_;
    const auto isOver = [&] { return settled_ >= upTo || failing_ || ended_; };
    if (!isOver()) {
        ++settling_;
        if (std::exchange(sleep_, Sleep::None) != Sleep::None) wake_.notify_one();
        settledOne_.wait(lock, isOver);
        --settling_;
    }
    return settled_ >= upTo;
}

Recorder::Counts Recorder::counts() const {
    const std::lock_guard lock(mutex_);
    return {queue_.size() + static_cast<std::size_t>(journaled_), committed_.load(std::memory_order_relaxed), failed_.load(std::memory_order_relaxed)};
}

bool Recorder::hasWork() const { return !queue_.empty() || sealed_ || (journal_ && journal_->used() > 0); }

/// Somebody waits, or the journal soon has no room.
bool Recorder::isUrgent() const { return closed_ || !queue_.empty() || settling_ > 0 || (!sealed_ && journal_ && journal_->used() > journal_->capacity() / 2); }

Recorder::Woken Recorder::wait(bool hasFigures, bool hasFailed) {
    std::unique_lock lock(mutex_);
    const auto isAwaited = [this] { return closed_ || hasWork(); };
    if (!isAwaited()) {
        sleep_ = Sleep::UntilAnything;
        if (!hasFigures) wake_.wait(lock, isAwaited);
        else wake_.wait_for(lock, kFlushEvery, isAwaited);
        sleep_ = Sleep::None;
    }
    const auto isToEnd = [&] { return closed_ && (!hasWork() || (hasFailed && queue_.empty())); }; // what is in the journal is there at the next start
    if (isToEnd()) return Woken::ToEnd;
    if (!hasWork()) return Woken::ForFlush;
    if (!isUrgent() && (hasFailed || !sealed_)) {
        sleep_ = Sleep::UntilUrgent;
        wake_.wait_for(lock, hasFailed ? kTryAgain : kJournalTime, [this] { return isUrgent(); });
        sleep_ = Sleep::None;
        if (isToEnd()) return Woken::ToEnd;
    }
    items_.swap(queue_);
    if (!sealed_) {
        if (journal_) sealed_ = journal_->seal();
        sealedRuns_ = journaled_;
        taken_ = accepted_;
    }
    return Woken::ForWork;
}

/// Everybody hears how it went; live views hear of the runs.
void Recorder::answer(bool committed) {
    (committed ? committed_ : failed_).fetch_add(static_cast<std::int64_t>(items_.size()), std::memory_order_relaxed);
    for (auto& item : items_)
        if (item.committed) item.committed(committed && !item.notRecorded);
    if (!committed || !listener_) return;
    std::vector<model::Run> runs;
    for (auto& item : items_)
        if (!item.notRecorded) runs.push_back(std::move(item.run));
    if (!runs.empty()) listener_(runs);
}

/// All of it is in the database.
void Recorder::finishSealed() {
    journal_->wipe();
    const std::lock_guard lock(mutex_);
    journal_->release();
    sealed_.reset();
    journaled_ -= std::exchange(sealedRuns_, 0);
}

/// Brings in what a gateway that died left in the journal.
model::Result<void> Recorder::takeOver(const std::string& directory, Writer& writer) {
    const auto open = [&directory] {
        auto opened = RunJournal::open(directory);
        if (!opened) spdlog::warn("{} Calls wait for the database instead.", opened.error().message);
        return opened;
    };
    auto opened = open();
    if (!opened) return {};
    std::size_t brought = 0;
    bool isTorn = false;
    const auto left = (*opened)->left();
    for (auto entries : {left.first, left.second}) {
        for (;;) {
            const auto runs = writer.commit(entries, Writer::Known::Perhaps);
            if (!runs) return tl::unexpected(runs.error());
            brought += runs->size();
            if (entries.isAtEnd()) break;
        }
        isTorn = isTorn || entries.isTorn();
    }
    if (brought > 0) spdlog::info("{} runs that were on record when the last gateway died are in the database now", brought);
    if (isTorn || writer.unreadable() > 0) {
        const auto aside = (*opened)->putAside();
        if (!aside) return tl::unexpected(aside.error());
        spdlog::warn("some of the journal cannot be read (the machine went down, or another version wrote it); it was put aside as {} for {} days", *aside, RunJournal::kAsideIsKept.count());
        opened = open();
        if (!opened) return {};
    } else {
        (*opened)->wipeLeft();
    }
    const std::lock_guard lock(mutex_);
    journal_ = std::move(*opened);
    return {};
}

void Recorder::work(const std::string& directory, const std::function<void(model::Result<void>)>& ready) {
    std::unique_ptr<Writer> writer;
    const auto open = [&]() -> model::Result<void> {
        writer.reset();
        auto connection = Connection::open(directory, Durability::Normal);
        if (!connection) return tl::unexpected(connection.error());
        writer = std::make_unique<Writer>(std::move(*connection));
        return writer->catchUp();
    };
    const auto commit = [&](const auto& one, bool isTriedLater) {
        const Writing writing(gate_);
        auto result = writer ? model::Result<void>() : open(); // none: the last one could not be opened again
        if (result) result = one();
        if (!result && !(isTriedLater && result.error().code == NativeStatement::kLocked)) {
            // A connection may be past saving where a new one is fine (a full disk that was cleared, say): once more on a new one.
            spdlog::error("runs were not recorded, trying once more: {}", result.error().message);
            result = open();
            if (result) result = one();
        }
        return result;
    };
    auto opened = open();
    if (opened) opened = takeOver(directory, *writer);
    ready(opened);
    if (!opened) return;

    bool hasFailed = false;
    for (;;) {
        if (items_.size() >= kBusyGroup) std::this_thread::sleep_for(kGather);
        items_.clear();
        const auto woken = wait(writer && writer->hasPending(), hasFailed);
        if (woken == Woken::ToEnd) break;
        if (woken == Woken::ForFlush) {
            const Writing writing(gate_);
            if (auto flushed = writer->flush(); !flushed) spdlog::error("rollups were not written: {}", flushed.error().message);
            continue;
        }
        hasFailed = false;
        if (!items_.empty()) {
            const auto result = commit([&] { return writer->commit(items_); }, false);
            if (!result) spdlog::error("{} runs were not recorded: {}", items_.size(), result.error().message);
            hasFailed = !result;
            answer(!hasFailed);
        }
        if (sealed_ && !hasFailed) {
            std::span<const model::Run> runs;
            const auto result = commit([&]() -> model::Result<void> {
                // After an error they are looked for: it may have come after the commit.
                auto taken = writer->commit(*sealed_, std::exchange(wasTried_, true) ? Writer::Known::Perhaps : Writer::Known::No);
                if (!taken) return tl::unexpected(taken.error());
                wasTried_ = false;
                runs = *taken;
                return {};
            }, true);
            hasFailed = !result;
            if (hasFailed) spdlog::error("runs stay in the journal for now: {}", result.error().message);
            committed_.fetch_add(static_cast<std::int64_t>(runs.size()), std::memory_order_relaxed);
            if (!runs.empty() && listener_) listener_(runs);
            if (!hasFailed && sealed_->isAtEnd()) finishSealed();
        }
        const std::lock_guard lock(mutex_);
        failing_ = hasFailed && sealed_;
        if (!sealed_) settled_ = hasWork() ? taken_ : accepted_; // none: also what came the other way beside a sealed segment
        if (settling_ > 0) settledOne_.notify_all();
    }
    if (writer && !hasFailed) // else the next start does
        if (auto flushed = writer->flush(); !flushed) spdlog::error("rollups were not written: {}", flushed.error().message);
    if (journal_ && !hasFailed) journal_->remove();
    const std::lock_guard lock(mutex_);
    ended_ = true;
    settledOne_.notify_all();
}

} // namespace signalbox::store
