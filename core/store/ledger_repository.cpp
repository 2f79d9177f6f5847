#include "core/store/ledger_repository.h"

#include "core/store/compression.h"
#include "core/store/statement.h"

#include <sodium.h>

namespace signalbox::store {

using model::ErrorClass;
using model::LedgerEntry;

namespace {

constexpr auto kColumns = "run_id, key_name, workflow, state, asynchronous, tries, idempotency_key, callback_url, accepted_us, done_us, result_status, request, result";

/// SHA-256 of what makes two requests the same: where to, and the body as it came.
std::string fingerprintOf(const model::AcceptedRun& run) {
    const std::string text = run.workflow + '\n' + run.request;
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return digest;
}

std::string unpacked(const std::string& bytes) { return bytes.empty() ? std::string() : decompress(bytes).value_or(std::string()); }

LedgerEntry read(Statement& row) {
    LedgerEntry entry;
    entry.run.id = RunId{row.integer()};
    entry.run.keyName = row.text();
    entry.run.workflow = row.text();
    entry.state = static_cast<LedgerEntry::State>(row.integer());
    entry.run.asynchronous = row.integer() != 0;
    entry.tries = static_cast<int>(row.integer());
    entry.run.idempotencyKey = row.text();
    entry.run.callbackUrl = row.text();
    entry.run.acceptedAt = fromMicros(row.integer());
    entry.doneAt = fromMicros(row.integer());
    entry.resultStatus = static_cast<int>(row.integer());
    entry.run.request = unpacked(row.blob());
    entry.result = unpacked(row.blob());
    return entry;
}

} // namespace

model::Result<LedgerRepository::Accepted> LedgerRepository::accept(const model::AcceptedRun& run, int mostQueued) {
    Transaction transaction(connection_.database());
    if (!run.idempotencyKey.empty()) {
        Statement known(connection_.database(), (std::string("SELECT ") + kColumns + ", fingerprint, expires_us FROM ledger WHERE key_name = ? AND idempotency_key = ?").c_str());
        known.bind(run.keyName).bind(run.idempotencyKey);
        if (auto done = known.run(); !done) return tl::unexpected(done.error());
        if (known.next()) {
            auto entry = read(known);
            const auto fingerprint = known.blob();
            const auto expires = known.optionalInteger();
            known.finish();
            if (!expires || *expires > toMicros(run.acceptedAt)) {
                if (fingerprint != fingerprintOf(run))
                    return model::failure(ErrorClass::InvalidRequest,
                                          "The Idempotency-Key was used for another request (run " + entry.run.id.text() + ") less than 24 hours ago. Send the same request again, or use a new key.",
                                          "idempotency_mismatch");
                return Accepted{true, std::move(entry)};
            }
            Statement remove(connection_.database(), "DELETE FROM ledger WHERE run_id = ?"); // its time is over, retention only has not come by
            remove.bind(entry.run.id.value);
            if (auto done = remove.run(); !done) return tl::unexpected(done.error());
        }
    }
    if (run.asynchronous)
        if (auto room = checkRoom(run.keyName, mostQueued); !room) return tl::unexpected(std::move(room.error()));
    Accepted accepted;
    accepted.entry.state = run.asynchronous ? LedgerEntry::State::Queued : LedgerEntry::State::Running;
    accepted.entry.run = run;
    if (auto done = add(run, accepted.entry.state); !done) return tl::unexpected(done.error());
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return accepted;
}

model::Result<void> LedgerRepository::checkRoom(const std::string& keyName, int mostQueued) {
    Statement queued(connection_.database(), "SELECT COUNT(*) FROM (SELECT 1 FROM ledger WHERE key_name = ? AND state = 1 AND asynchronous = 1 LIMIT ?)");
    queued.bind(keyName).bind(mostQueued);
    if (auto done = queued.run(); !done) return done;
    if (!queued.next() || queued.integer() < mostQueued) return {};
    model::Error error{ErrorClass::RateLimited, std::to_string(mostQueued) + " asynchronous runs of this application wait already. Send this one again when some have ended.", "too_many_queued_runs", {}, {}, {}};
    error.retryAfter = std::chrono::seconds{30};
    return tl::unexpected(std::move(error));
}

model::Result<void> LedgerRepository::add(const model::AcceptedRun& run, LedgerEntry::State state) {
    Statement insert(connection_.database(), "INSERT INTO ledger (run_id, key_name, workflow, state, asynchronous, idempotency_key, fingerprint, request, callback_url, accepted_us) "
                                             "VALUES (?,?,?,?,?,?,?,?,?,?)");
    insert.bind(run.id.value).bind(run.keyName).bind(run.workflow).bind(static_cast<int>(state)).bind(run.asynchronous ? 1 : 0);
    insert.bindUnlessEmpty(run.idempotencyKey).bindBlob(fingerprintOf(run));
    Compressor compressor;
    // A synchronous run is never begun again, so what was asked is not kept.
    insert.bindBlob(run.asynchronous ? compressor.compress(run.request) : std::string_view("")).bindUnlessEmpty(run.callbackUrl).bind(toMicros(run.acceptedAt));
    if (auto done = insert.run(); !done) return done;
    if (run.callbackUrl.empty()) return {};
    Statement callback(connection_.database(), "INSERT INTO callback (run_id, url, state, attempts, next_us) VALUES (?, ?, ?, 0, 0)");
    callback.bind(run.id.value).bind(run.callbackUrl).bind(static_cast<int>(model::CallbackState::Waiting));
    return callback.run();
}

model::Result<LedgerEntry> LedgerRepository::find(RunId id, const std::string& keyName) {
    Statement rows(connection_.database(), (std::string("SELECT ") + kColumns + " FROM ledger WHERE run_id = ? AND key_name = ?").c_str());
    rows.bind(id.value).bind(keyName);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (rows.next()) return read(rows);
    Statement record(connection_.database(), "SELECT 1 FROM run JOIN dimension ON dimension.id = run.key_dim WHERE run.id = ? AND dimension.text = ?");
    record.bind(id.value).bind(keyName);
    if (auto done = record.run(); !done) return tl::unexpected(done.error());
    if (record.next())
        return model::failure(ErrorClass::NotFound,
                              "The result of " + id.text() + " is not kept: results are kept for 24 hours after the run's end, of asynchronous runs and of those with an Idempotency-Key.",
                              "result_not_kept");
    return model::failure(ErrorClass::NotFound, "There is no run " + id.text() + " of this application.", "run_not_found");
}

model::Result<std::vector<LedgerEntry>> LedgerRepository::take(int limit) {
    {
        Statement any(connection_.database(), "SELECT 1 FROM ledger WHERE state = 1 AND asynchronous = 1 LIMIT 1"); // without holding up who writes
        if (auto done = any.run(); !done) return tl::unexpected(done.error());
        if (!any.next()) return std::vector<LedgerEntry>{};
    }
    Transaction transaction(connection_.database());
    std::vector<LedgerEntry> taken;
    {
        Statement rows(connection_.database(), (std::string("SELECT ") + kColumns + " FROM ledger WHERE state = 1 AND asynchronous = 1 ORDER BY run_id LIMIT ?").c_str());
        rows.bind(limit);
        if (auto done = rows.run(); !done) return tl::unexpected(done.error());
        while (rows.next()) taken.push_back(read(rows));
    }
    if (taken.empty()) return taken;
    Statement mark(connection_.database(), "UPDATE ledger SET state = 2, tries = tries + 1 WHERE run_id = ?");
    for (auto& entry : taken) {
        mark.bind(entry.run.id.value);
        if (auto done = mark.run(); !done) return tl::unexpected(done.error());
        entry.state = LedgerEntry::State::Running;
        ++entry.tries;
    }
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return taken;
}

model::Result<void> LedgerRepository::release(RunId id) {
    Statement update(connection_.database(), "UPDATE ledger SET state = 1, tries = tries - 1 WHERE run_id = ? AND state = 2 AND asynchronous = 1");
    update.bind(id.value);
    return update.run();
}

model::Result<void> LedgerRepository::forget(RunId id) {
    Statement remove(connection_.database(), "DELETE FROM ledger WHERE run_id = ? AND state <> 3 AND asynchronous = 0");
    remove.bind(id.value);
    return remove.run();
}

model::Result<void> LedgerRepository::recover() {
    Transaction transaction(connection_.database());
    for (const auto* sql : {"UPDATE ledger SET state = 1 WHERE state = 2 AND asynchronous = 1", "DELETE FROM ledger WHERE state <> 3 AND asynchronous = 0"}) {
        Statement change(connection_.database(), sql);
        if (auto done = change.run(); !done) return done;
    }
    return transaction.commit();
}

model::Result<LedgerRepository::Settled> LedgerRepository::look(RunId id, model::RunStatus status) {
    Statement rows(connection_.database(), "SELECT state, asynchronous FROM ledger WHERE run_id = ?");
    rows.bind(id.value);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (!rows.next()) return Settled::NotOwed;
    const auto state = static_cast<LedgerEntry::State>(rows.integer());
    const bool asynchronous = rows.integer() != 0;
    if (state == LedgerEntry::State::Done) return Settled::WasBefore;
    if (status != model::RunStatus::Cancelled) return Settled::Owed;
    return asynchronous ? Settled::CutOff : Settled::Given;
}

model::Result<void> LedgerRepository::settle(RunId id, int status, std::string_view result, WallTime now) {
    Compressor compressor;
    Statement update(connection_.database(), "UPDATE ledger SET state = 3, result_status = ?, result = ?, request = ?, done_us = ?, expires_us = ? WHERE run_id = ?");
    update.bind(status).bindBlob(compressor.compress(result)).bindBlob("").bind(toMicros(now)).bind(toMicros(now + kResultsAreKept)).bind(id.value);
    if (auto done = update.run(); !done) return done;
    Statement callback(connection_.database(), "UPDATE callback SET state = ?, next_us = ? WHERE run_id = ? AND state = ?");
    callback.bind(static_cast<int>(model::CallbackState::Due)).bind(toMicros(now)).bind(id.value).bind(static_cast<int>(model::CallbackState::Waiting));
    return callback.run();
}

model::Result<std::int64_t> LedgerRepository::deleteExpired(WallTime now, int limit) {
    // A result that is still to be sent stays until its sender gives up.
    Statement remove(connection_.database(), "DELETE FROM ledger WHERE run_id IN (SELECT run_id FROM ledger WHERE expires_us IS NOT NULL AND expires_us <= ? "
                                             "AND NOT EXISTS (SELECT 1 FROM callback WHERE callback.run_id = ledger.run_id AND callback.state = 2) ORDER BY expires_us LIMIT ?)");
    remove.bind(toMicros(now)).bind(limit);
    if (auto done = remove.run(); !done) return tl::unexpected(done.error());
    return remove.affected();
}

} // namespace signalbox::store
