#include "core/store/outcome_repository.h"

#include "core/metrics/rollup.h"
#include "core/store/run_flags.h"
#include "core/store/statement.h"

#include <array>

namespace signalbox::store {

using model::ErrorClass;

namespace {

constexpr std::int64_t kMicrosPerMinute = 60'000'000;

/// A run as the rollups know it: its words stay numbers.
struct Place {
    std::int64_t minute = 0;
    std::array<std::int64_t, 6> words{}; ///< key, route, provider, model, workflow, prompt
};

/// Adds to the row, or makes it: the recorder may not have written the run's minute yet, and adds to what it finds.
model::Result<void> addDelta(Connection& connection, const Place& place, const metrics::RollupValue& delta) {
    Statement write(connection.database(),
                    "INSERT INTO rollup (minute, key_dim, route_dim, provider_dim, model_dim, workflow_dim, prompt_dim, calls, succeeded, degraded, failed, cancelled, attempts, retries, "
                    "fallbacks, input_tokens, output_tokens, cost_nanos, first_token, end_to_end, reported_success, reported_failure, reported_overridden, rejected) "
                    "VALUES (?,?,?,?,?,?,?,0,0,0,0,0,0,0,0,0,0,0,?,?,?,?,?,?) ON CONFLICT (minute, key_dim, route_dim, provider_dim, model_dim, workflow_dim, prompt_dim) DO UPDATE SET "
                    "reported_success = rollup.reported_success + excluded.reported_success, reported_failure = rollup.reported_failure + excluded.reported_failure, "
                    "reported_overridden = rollup.reported_overridden + excluded.reported_overridden, rejected = rollup.rejected + excluded.rejected");
    write.bind(place.minute);
    for (const auto word : place.words) write.bind(word);
    const auto empty = metrics::DDSketch().toBytes();
    write.bindBlob(empty).bindBlob(empty).bind(delta.reportedSuccess).bind(delta.reportedFailure).bind(delta.reportedOverridden).bind(delta.rejected);
    return write.run();
}

} // namespace

model::Result<void> OutcomeRepository::report(RunId id, const std::string& keyName, const RunOutcome& outcome) {
    Transaction transaction(connection_.database());
    Statement rows(connection_.database(), "SELECT started_us, status, flags, key_dim, route_dim, provider_dim, model_dim, workflow_dim, prompt_dim FROM run WHERE id = ?");
    rows.bind(id.value);
    if (auto done = rows.run(); !done) return done;
    const auto notFound = [&] { return model::failure(ErrorClass::NotFound, "There is no run " + id.text() + " of this application.", "run_not_found"); };
    if (!rows.next()) {
        Statement owed(connection_.database(), "SELECT 1 FROM ledger WHERE run_id = ? AND key_name = ?");
        owed.bind(id.value).bind(keyName);
        if (auto done = owed.run(); !done) return done;
        if (!owed.next()) return notFound();
        return model::failure(ErrorClass::InvalidRequest, "The run " + id.text() + " has not ended yet: report what came of it afterwards.", "in_progress");
    }
    Place place;
    place.minute = rows.integer() / kMicrosPerMinute;
    const auto status = static_cast<model::RunStatus>(rows.integer());
    const auto flags = rows.integer();
    for (auto& word : place.words) word = rows.integer();
    rows.finish();
    if (dimensions_.textOf(place.words.front()) != keyName) return notFound();

    auto before = find(id);
    if (!before) return tl::unexpected(before.error());
    Statement write(connection_.database(), "INSERT INTO run_outcome (run_id, outcome, score, note, at_us) VALUES (?,?,?,?,?) ON CONFLICT (run_id) DO UPDATE SET "
                                            "outcome = excluded.outcome, score = excluded.score, note = excluded.note, at_us = excluded.at_us");
    write.bind(id.value).bind(static_cast<int>(outcome.outcome)).bind(outcome.score).bind(outcome.note).bind(toMicros(outcome.at));
    if (auto done = write.run(); !done) return done;
    if (!*before) {
        Statement mark(connection_.database(), "UPDATE run SET flags = ? WHERE id = ?");
        mark.bind(flags | OutcomeFlag).bind(id.value);
        if (auto done = mark.run(); !done) return done;
    }
    if (!(flags & TrialFlag)) {
        metrics::RollupValue delta;
        if (*before) delta.report((*before)->outcome, status, -1);
        delta.report(outcome.outcome, status);
        if (auto done = addDelta(connection_, place, delta); !done) return done;
    }
    return transaction.commit();
}

model::Result<std::optional<RunOutcome>> OutcomeRepository::find(RunId id) {
    Statement rows(connection_.database(), "SELECT outcome, score, note, at_us FROM run_outcome WHERE run_id = ?");
    rows.bind(id.value);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (!rows.next()) return std::optional<RunOutcome>{};
    RunOutcome outcome;
    outcome.outcome = static_cast<model::ReportedOutcome>(rows.integer());
    outcome.score = rows.optionalReal();
    outcome.note = rows.text();
    outcome.at = fromMicros(rows.integer());
    return std::optional(std::move(outcome));
}

} // namespace signalbox::store
