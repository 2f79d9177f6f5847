#include "core/store/recorder.h"

#include "core/store/run_entry.h"

#include <spdlog/spdlog.h>

#include <future>

namespace signalbox::store {

namespace {

/// Where callers wait for the commit, it costs about as much as eight rows, so under load it pays to let the next group grow for a
/// moment. A lone run never waits.
constexpr std::size_t kBusyGroup = 6;
constexpr std::chrono::microseconds kGather{100};
/// How long what is in the journal stays out of the database.
constexpr std::chrono::milliseconds kJournalTime{10};
constexpr std::chrono::milliseconds kTryAgain{500};
/// A longer entry takes the room of many.
constexpr std::size_t kMostJournaled = 256 * 1024;

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
model::Result<void> Recorder::takeOver(const std::string& directory, RecordWriter& writer) {
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
            const auto runs = writer.commit(entries, RecordWriter::Known::Perhaps);
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
    std::unique_ptr<RecordWriter> writer;
    const auto open = [&]() -> model::Result<void> {
        writer.reset();
        auto connection = Connection::open(directory, Durability::Normal);
        if (!connection) return tl::unexpected(connection.error());
        writer = std::make_unique<RecordWriter>(std::move(*connection));
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
                auto taken = writer->commit(*sealed_, std::exchange(wasTried_, true) ? RecordWriter::Known::Perhaps : RecordWriter::Known::No);
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
