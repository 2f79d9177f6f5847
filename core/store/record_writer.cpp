#include "core/store/record_writer.h"

#include "core/model/run_json.h"
#include "core/store/run_flags.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace signalbox::store {

namespace {

/// Of one transaction, so that those who wait for the next one do not wait long.
constexpr std::size_t kSlice = 512;
constexpr auto kInsertRun =
    "INSERT INTO run (id, started_us, protocol, status, error_class, http_status, flags, key_dim, requested_dim, route_dim, policy_dim, workflow_dim, "
    "prompt_dim, provider_dim, model_dim, finish_dim, first_token_us, end_to_end_us, input_tokens, cached_tokens, cache_write_tokens, output_tokens, "
    "reasoning_tokens, cost_nanos, client_retry, attempt_count, error_code, error_message, attempts, flagged) "
    "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

} // namespace

RecordWriter::RecordWriter(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)), dimensions_(*connection_), rollups_(*connection_, dimensions_), ledger_(*connection_), deadLetters_(*connection_),
      insertRun_(connection_->database(), kInsertRun),
      insertPayload_(connection_->database(), "INSERT INTO payload (run_id, expires_us, request, response) VALUES (?, ?, ?, ?)"),
      insertLate_(connection_->database(), "INSERT INTO rollup_late (run_id) VALUES (?)"),
      hasRun_(connection_->database(), "SELECT 1 FROM run WHERE id = ?"),
      begin_(connection_->database(), "BEGIN IMMEDIATE"), commit_(connection_->database(), "COMMIT"), rollback_(connection_->database(), "ROLLBACK") {}

model::Result<void> RecordWriter::commit(std::vector<RunToRecord>& items) {
    if (auto set = setDurability(items); !set) return set;
    if (auto done = transact([&] { return insertAll(items); }); !done) return done;
    for (const auto& item : items)
        if (!item.notRecorded) count(item.run);
    flushIfDue();
    return {};
}

model::Result<std::span<const model::Run>> RecordWriter::commit(RunJournal::Entries& entries, Known known) {
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

model::Result<void> RecordWriter::flush() {
    flushed_ = monotonicNow();
    if (pending_.empty()) return {};
    auto result = rollups_.add(pending_, newest_);
    if (result) pending_.clear();
    return result;
}

template <class Insert>
model::Result<void> RecordWriter::transact(const Insert& insert) {
    auto result = begin_.run(); // IMMEDIATE: it may read the ledger first
    if (result) result = insert();
    if (result) result = commit_.run();
    if (result) return {};
    (void)rollback_.run();
    dimensions_.forget(); // words that were made in it are gone with it
    return result;
}

void RecordWriter::count(const model::Run& run) {
    metrics::addTo(pending_, run);
    newest_ = std::max(newest_, run.id.value);
}

/// The runs are on record whatever becomes of the figures; those are written with the next ones.
void RecordWriter::flushIfDue() {
    if (monotonicNow() - flushed_ < kFlushEvery) return;
    if (auto flushed = flush(); !flushed) spdlog::error("rollups were not written: {}", flushed.error().message);
}

/// What is owed to somebody outlives the machine's death, as its acceptance does; other records that of the process.
model::Result<void> RecordWriter::setDurability(const std::vector<RunToRecord>& items) {
    const bool owed = std::any_of(items.begin(), items.end(), [](const RunToRecord& item) { return item.payload.keepResult || item.payload.deadLetter; });
    return setDurability(owed ? Durability::Full : Durability::Normal);
}

model::Result<void> RecordWriter::setDurability(Durability wanted) {
    if (wanted == durability_) return {};
    auto set = connection_->setDurability(wanted);
    if (set) durability_ = wanted;
    return set;
}

model::Result<void> RecordWriter::insertAll(std::vector<RunToRecord>& items) {
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

model::Result<void> RecordWriter::insertOne(const RunToRecord& item) {
    if (auto done = insertRun(item.run, {item.payload.request, item.payload.response, item.payload.keep}); !done) return done;
    if (!item.payload.deadLetter || item.run.trial) return {};
    return deadLetters_.add(item.run, item.payload);
}

model::Result<void> RecordWriter::insertRun(const model::Run& run, const KeptWords& words) {
    const bool hasPayload = words.keep.count() > 0;
    if (auto done = insert(run, hasPayload); !done) return done;
    if (hasPayload)
        if (auto done = insert(run.id, run.startedAt, words); !done) return done;
    // One that finished later than others that began after it, or waited in the ledger or a dead gateway's journal, is older than
    // what the rollups hold already: a start after a crash would pass it over.
    if (run.id.value > rollups_.mark()) return {};
    return insertLate_.bind(run.id.value).run();
}

model::Result<void> RecordWriter::insert(const model::Run& run, bool hasPayload) {
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

model::Result<void> RecordWriter::insert(RunId id, WallTime startedAt, const KeptWords& words) {
    insertPayload_.bind(id.value).bind(toMicros(startedAt + words.keep));
    insertPayload_.bindBlob(requestCompressor_.compress(words.request)).bindBlob(responseCompressor_.compress(words.response));
    return insertPayload_.run();
}

} // namespace signalbox::store
