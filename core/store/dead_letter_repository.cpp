#include "core/store/dead_letter_repository.h"

#include "core/store/compression.h"
#include "core/store/statement.h"

#include <limits>

namespace signalbox::store {

using model::ErrorClass;

namespace {

constexpr auto kColumns = "run_id, key_name, workflow, error_class, error_code, error_message, created_us, expires_us, input IS NOT NULL, state, replayed_as, decided_by, decided_us";

DeadLetter read(Statement& row) {
    DeadLetter letter;
    letter.id = RunId{row.integer()};
    letter.keyName = row.text();
    letter.workflow = row.text();
    letter.errorClass = static_cast<ErrorClass>(row.integer());
    letter.errorCode = row.text();
    letter.errorMessage = row.text();
    letter.createdAt = fromMicros(row.integer());
    letter.expiresAt = fromMicros(row.integer());
    letter.hasInput = row.integer() != 0;
    letter.state = static_cast<DeadLetterState>(row.integer());
    if (const auto replay = row.optionalInteger()) letter.replayedAs = RunId{*replay};
    letter.decidedBy = row.text();
    if (const auto at = row.optionalInteger()) letter.decidedAt = fromMicros(*at);
    return letter;
}

tl::unexpected<model::Error> noLetter(RunId id) { return model::failure(ErrorClass::NotFound, "There is no dead letter " + id.text() + ". It may be past its retention.", "dead_letter_not_found"); }

} // namespace

std::string_view nameOf(DeadLetterState state) {
    switch (state) {
    case DeadLetterState::Open: return "open";
    case DeadLetterState::Replayed: return "replayed";
    case DeadLetterState::Dismissed: return "dismissed";
    }
    return {};
}

std::optional<DeadLetterState> deadLetterStateNamed(std::string_view name) {
    for (const auto state : {DeadLetterState::Open, DeadLetterState::Replayed, DeadLetterState::Dismissed})
        if (nameOf(state) == name) return state;
    return {};
}

model::Result<void> DeadLetterRepository::add(const model::Run& run, const model::Payload& payload) {
    Compressor compressor;
    Statement insert(connection_.database(), "INSERT INTO dead_letter (run_id, key_name, workflow, error_class, error_code, error_message, input, created_us, expires_us, state) "
                                             "VALUES (?,?,?,?,?,?,?,?,?,?) ON CONFLICT (run_id) DO NOTHING");
    const auto endedAt = run.startedAt + std::chrono::microseconds{run.endToEndUs};
    insert.bind(run.id.value).bind(run.keyName).bind(run.workflow).bind(static_cast<int>(run.errorClass.value_or(ErrorClass::Internal))).bind(run.errorCode).bind(run.errorMessage);
    insert.bindBlob(compressor.compress(payload.deadLetterInput)).bind(toMicros(endedAt)).bind(toMicros(endedAt + std::max(payload.keep, kDeadLettersAreKept)));
    insert.bind(static_cast<int>(DeadLetterState::Open));
    return insert.run();
}

model::Result<DeadLetterRepository::Page> DeadLetterRepository::page(const DeadLetterFilter& filter) {
    // A filter of 0, or an empty name, asks for nothing.
    Statement rows(connection_.database(), (std::string("SELECT ") + kColumns + " FROM dead_letter WHERE run_id < ? AND (? = 0 OR state = ?) AND (? = '' OR workflow = ? OR substr(workflow, 1, ?) = ?) "
                                                                                "ORDER BY run_id DESC LIMIT ?").c_str());
    const int state = filter.state ? static_cast<int>(*filter.state) : 0;
    const std::string versions = filter.workflow + '@';
    rows.bind(filter.before ? filter.before->value : std::numeric_limits<std::int64_t>::max()).bind(state).bind(state);
    rows.bind(filter.workflow).bind(filter.workflow).bind(static_cast<std::int64_t>(versions.size())).bind(versions).bind(filter.limit + 1);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    Page page;
    while (rows.next()) {
        if (static_cast<int>(page.letters.size()) == filter.limit) {
            page.next = page.letters.back().id;
            break;
        }
        page.letters.push_back(read(rows));
    }
    return page;
}

model::Result<std::optional<DeadLetter>> DeadLetterRepository::find(RunId id) {
    Statement rows(connection_.database(), (std::string("SELECT ") + kColumns + " FROM dead_letter WHERE run_id = ?").c_str());
    rows.bind(id.value);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (!rows.next()) return std::optional<DeadLetter>{};
    return std::optional(read(rows));
}

model::Result<std::optional<RunId>> DeadLetterRepository::replayedFrom(RunId replay) {
    Statement rows(connection_.database(), "SELECT run_id FROM dead_letter WHERE replayed_as = ?");
    rows.bind(replay.value);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (!rows.next()) return std::optional<RunId>{};
    return std::optional(RunId{rows.integer()});
}

model::Result<std::optional<std::string>> DeadLetterRepository::input(RunId id, WallTime now) {
    Statement rows(connection_.database(), "SELECT input FROM dead_letter WHERE run_id = ? AND input IS NOT NULL AND expires_us > ?");
    rows.bind(id.value).bind(toMicros(now));
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (!rows.next()) return std::optional<std::string>{};
    auto text = decompress(rows.blob());
    if (!text) return model::failure(ErrorClass::Internal, "The input of " + id.text() + " is damaged.", "payload_damaged");
    return text;
}

model::Result<void> DeadLetterRepository::decide(RunId id, DeadLetterState state, std::optional<RunId> replayedAs, const Actor& actor, WallTime now) {
    auto letter = find(id);
    if (!letter) return tl::unexpected(letter.error());
    if (!*letter) return noLetter(id);
    if ((*letter)->state != DeadLetterState::Open)
        return model::failure(ErrorClass::InvalidRequest,
                              "The dead letter " + id.text() + " was " + std::string(nameOf((*letter)->state)) + " by " + (*letter)->decidedBy +
                                  ((*letter)->replayedAs ? " as " + (*letter)->replayedAs->text() : std::string()) + '.',
                              "conflict");
    Statement update(connection_.database(), "UPDATE dead_letter SET state = ?, replayed_as = ?, decided_by = ?, decided_us = ? WHERE run_id = ?");
    update.bind(static_cast<int>(state)).bind(replayedAs ? std::optional(replayedAs->value) : std::nullopt).bind(actor.name).bind(toMicros(now)).bind(id.value);
    if (auto done = update.run(); !done) return done;
    return audit_.add(actor, replayedAs ? "dead_letter.replay" : "dead_letter.dismiss", id.text(), replayedAs ? "as " + replayedAs->text() : std::string(), now);
}

model::Result<std::int64_t> DeadLetterRepository::deleteExpiredInputs(WallTime now, int limit) {
    Statement update(connection_.database(), "UPDATE dead_letter SET input = NULL WHERE run_id IN (SELECT run_id FROM dead_letter WHERE input IS NOT NULL AND expires_us <= ? ORDER BY expires_us LIMIT ?)");
    update.bind(toMicros(now)).bind(limit);
    if (auto done = update.run(); !done) return tl::unexpected(done.error());
    return update.affected();
}

} // namespace signalbox::store
