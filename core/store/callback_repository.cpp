#include "core/store/callback_repository.h"

#include "core/store/compression.h"
#include "core/store/statement.h"

namespace signalbox::store {

using model::CallbackState;

model::Result<CallbackRepository::Due> CallbackRepository::due(WallTime now, int limit) {
    Due result;
    {
        Statement rows(connection_.database(), "SELECT callback.run_id, callback.url, callback.attempts, ledger.key_name, ledger.workflow, ledger.accepted_us, ledger.done_us, ledger.result_status, ledger.result "
                                               "FROM callback JOIN ledger ON ledger.run_id = callback.run_id WHERE callback.state = 2 AND callback.next_us <= ? ORDER BY callback.next_us LIMIT ?");
        rows.bind(toMicros(now)).bind(limit);
        if (auto done = rows.run(); !done) return tl::unexpected(done.error());
        while (rows.next()) {
            model::DueCallback callback;
            auto& entry = callback.entry;
            entry.state = model::LedgerEntry::State::Done;
            entry.run.asynchronous = true;
            entry.run.id = RunId{rows.integer()};
            entry.run.callbackUrl = rows.text();
            callback.attempts = static_cast<int>(rows.integer());
            entry.run.keyName = rows.text();
            entry.run.workflow = rows.text();
            entry.run.acceptedAt = fromMicros(rows.integer());
            entry.doneAt = fromMicros(rows.integer());
            entry.resultStatus = static_cast<int>(rows.integer());
            entry.result = decompress(rows.blob()).value_or(std::string());
            result.callbacks.push_back(std::move(callback));
        }
    }
    Statement next(connection_.database(), "SELECT MIN(next_us) FROM callback WHERE state = 2 AND next_us > ?");
    next.bind(toMicros(now));
    if (auto done = next.run(); !done) return tl::unexpected(done.error());
    if (next.next())
        if (const auto at = next.optionalInteger()) result.next = fromMicros(*at);
    return result;
}

model::Result<void> CallbackRepository::tried(RunId id, const model::CallbackAttempt& attempt, std::optional<WallTime> next) {
    const auto state = next ? CallbackState::Due : attempt.problem.empty() ? CallbackState::Delivered : CallbackState::GivenUp;
    Transaction transaction(connection_.database());
    Statement log(connection_.database(), "INSERT INTO callback_attempt (run_id, number, at_us, took_ms, status, problem) VALUES (?,?,?,?,?,?) ON CONFLICT (run_id, number) DO NOTHING");
    log.bind(id.value).bind(attempt.number).bind(toMicros(attempt.at)).bind(static_cast<std::int64_t>(attempt.took.count())).bind(attempt.status).bind(attempt.problem);
    if (auto done = log.run(); !done) return done;
    Statement update(connection_.database(), "UPDATE callback SET state = ?, attempts = ?, next_us = ? WHERE run_id = ?");
    update.bind(static_cast<int>(state)).bind(attempt.number).bind(next ? toMicros(*next) : std::int64_t{0}).bind(id.value);
    if (auto done = update.run(); !done) return done;
    return transaction.commit();
}

model::Result<std::optional<CallbackRepository::Log>> CallbackRepository::log(RunId id) {
    Statement row(connection_.database(), "SELECT url, state, next_us FROM callback WHERE run_id = ?");
    row.bind(id.value);
    if (auto done = row.run(); !done) return tl::unexpected(done.error());
    if (!row.next()) return std::optional<Log>{};
    Log log;
    log.url = row.text();
    log.url = log.url.substr(0, log.url.find('?'));
    log.state = static_cast<CallbackState>(row.integer());
    if (log.state == CallbackState::Due) log.next = fromMicros(row.integer());
    Statement rows(connection_.database(), "SELECT number, at_us, took_ms, status, problem FROM callback_attempt WHERE run_id = ? ORDER BY number");
    rows.bind(id.value);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    while (rows.next()) {
        model::CallbackAttempt attempt;
        attempt.number = static_cast<int>(rows.integer());
        attempt.at = fromMicros(rows.integer());
        attempt.took = std::chrono::milliseconds{rows.integer()};
        attempt.status = static_cast<int>(rows.integer());
        attempt.problem = rows.text();
        log.attempts.push_back(std::move(attempt));
    }
    return std::optional(std::move(log));
}

} // namespace signalbox::store
