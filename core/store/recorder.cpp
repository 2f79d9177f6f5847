#include "core/store/recorder.h"

#include "core/model/run_json.h"
#include "core/store/compression.h"
#include "core/store/dead_letter_repository.h"
#include "core/store/dimensions.h"
#include "core/store/ledger_repository.h"
#include "core/store/native_statement.h"
#include "core/store/rollup_repository.h"
#include "core/store/run_flags.h"
#include "core/store/statement.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <future>

namespace signalbox::store {

namespace {

constexpr std::chrono::seconds kFlushEvery{1};
/// A commit costs about as much as eight rows, so under load it pays to let the next group grow for a moment. A lone run never waits.
constexpr std::size_t kBusyGroup = 6;
constexpr std::chrono::microseconds kGather{100};
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
          begin_(connection_->database(), "BEGIN IMMEDIATE"), commit_(connection_->database(), "COMMIT"), rollback_(connection_->database(), "ROLLBACK") {}

    model::Result<void> commit(std::vector<Item>& items) {
        if (auto set = setDurability(items); !set) return set;
        auto result = begin_.run(); // IMMEDIATE: it may read the ledger first
        if (result) result = insertAll(items);
        if (result) result = commit_.run();
        if (!result) {
            (void)rollback_.run();
            dimensions_.forget(); // words that were made in it are gone with it
            return result;
        }
        for (const auto& item : items) {
            if (item.notRecorded) continue;
            metrics::addTo(pending_, item.run);
            newest_ = std::max(newest_, item.run.id.value);
        }
        // The runs are on record whatever becomes of the figures; those are written with the next ones.
        if (monotonicNow() - flushed_ >= kFlushEvery)
            if (auto flushed = flush(); !flushed) spdlog::error("rollups were not written: {}", flushed.error().message);
        return {};
    }

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
    /// What is owed to somebody outlives the machine's death, as its acceptance does; other records that of the process.
    model::Result<void> setDurability(const std::vector<Item>& items) {
        const bool owed = std::any_of(items.begin(), items.end(), [](const Item& item) { return item.payload.keepResult || item.payload.deadLetter; });
        const auto wanted = owed ? Durability::Full : Durability::Normal;
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
        if (auto done = insert(item.run, item.payload.keep.count() > 0); !done) return done;
        if (item.payload.keep.count() > 0)
            if (auto done = insert(item.run.id, item.run.startedAt, item.payload); !done) return done;
        if (item.payload.deadLetter && !item.run.trial)
            if (auto done = deadLetters_.add(item.run, item.payload); !done) return done;
        // A run that waited in the ledger is older than what the rollups hold already: a start after a crash would pass it over.
        if (item.run.id.value > rollups_.mark()) return {};
        insertLate_.bind(item.run.id.value);
        return insertLate_.run();
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

    model::Result<void> insert(RunId id, WallTime startedAt, const model::Payload& payload) {
        insertPayload_.bind(id.value).bind(toMicros(startedAt + payload.keep));
        insertPayload_.bindBlob(requestCompressor_.compress(payload.request)).bindBlob(responseCompressor_.compress(payload.response));
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
    NativeStatement begin_;
    NativeStatement commit_;
    NativeStatement rollback_;
    Durability durability_ = Durability::Normal; ///< as the connection was opened
    Compressor requestCompressor_; // one each: what they give is bound without a copy
    Compressor responseCompressor_;
    std::string attempts_;
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
    queue_.close();
    if (thread_.joinable()) thread_.join();
}

bool Recorder::submit(model::Run run, model::Payload payload, std::function<void(bool)> committed) {
    return queue_.tryPush(Item{std::move(run), std::move(payload), std::move(committed)});
}

Recorder::Counts Recorder::counts() const { return {queue_.size(), committed_.load(std::memory_order_relaxed), failed_.load(std::memory_order_relaxed)}; }

void Recorder::work(const std::string& directory, std::function<void(model::Result<void>)> ready) {
    std::unique_ptr<Writer> writer;
    const auto open = [&]() -> model::Result<void> {
        writer.reset();
        auto connection = Connection::open(directory, Durability::Normal);
        if (!connection) return tl::unexpected(connection.error());
        writer = std::make_unique<Writer>(std::move(*connection));
        return writer->catchUp();
    };
    auto opened = open();
    ready(opened);
    if (!opened) return;

    std::vector<Item> items;
    std::vector<model::Run> runs;
    for (;;) {
        if (items.size() >= kBusyGroup) std::this_thread::sleep_for(kGather);
        const auto taken = queue_.takeAll(items, writer && writer->hasPending() ? std::optional<std::chrono::milliseconds>(kFlushEvery) : std::nullopt);
        if (taken == BoundedQueue<Item>::Taken::Closed) break;
        if (taken == BoundedQueue<Item>::Taken::TimedOut) {
            const Writing writing(gate_);
            if (auto flushed = writer->flush(); !flushed) spdlog::error("rollups were not written: {}", flushed.error().message);
            continue;
        }
        std::optional<Writing> writing(gate_);
        auto result = writer ? model::Result<void>() : open(); // none: the last one could not be opened again
        if (result) result = writer->commit(items);
        if (!result) {
            // A connection may be past saving where a new one is fine (a full disk that was cleared, say): once more on a new one.
            spdlog::error("runs were not recorded, trying once more: {}", result.error().message);
            result = open();
            if (result) result = writer->commit(items);
        }
        if (!result) spdlog::error("{} runs were not recorded: {}", items.size(), result.error().message);
        writing.reset();
        (result ? committed_ : failed_).fetch_add(static_cast<std::int64_t>(items.size()), std::memory_order_relaxed);
        for (auto& item : items)
            if (item.committed) item.committed(result.has_value() && !item.notRecorded);
        if (result && listener_) {
            runs.clear();
            for (auto& item : items)
                if (!item.notRecorded) runs.push_back(std::move(item.run));
            if (!runs.empty()) listener_(runs);
        }
    }
    if (writer)
        if (auto flushed = writer->flush(); !flushed) spdlog::error("rollups were not written: {}", flushed.error().message);
}

} // namespace signalbox::store
