#include "core/store/run_repository.h"

#include "core/model/run_json.h"
#include "core/store/compression.h"
#include "core/store/run_flags.h"
#include "core/store/statement.h"

#include <limits>

namespace signalbox::store {

namespace {

constexpr auto kColumns =
    "id, started_us, protocol, status, error_class, http_status, flags, key_dim, requested_dim, route_dim, policy_dim, workflow_dim, prompt_dim, provider_dim, "
    "model_dim, finish_dim, first_token_us, end_to_end_us, input_tokens, cached_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, "
    "client_retry, attempt_count, error_code, error_message, attempts, flagged";
/// Rows that one page may look at: bounds the time of a search that finds little.
constexpr int kMostScanned = 50'000;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
bool isOf(const std::string& versioned, const std::string& name) { return versioned == name || versioned.starts_with(name + '@'); }

} // namespace

StoredRun RunRepository::read(Statement& row, bool withAttempts) {
    StoredRun stored;
    auto& run = stored.run;
    run.id = RunId{row.integer()};
    run.startedAt = fromMicros(row.integer());
    run.protocol = static_cast<model::ClientProtocol>(row.integer());
    run.status = static_cast<model::RunStatus>(row.integer());
    if (const auto errorClass = row.integer(); errorClass != 0) run.errorClass = static_cast<model::ErrorClass>(errorClass);
    run.httpStatus = static_cast<int>(row.integer());
    const auto flags = row.integer();
    run.stream = flags & StreamFlag;
    run.simulated = flags & SimulatedFlag;
    run.usage.estimated = flags & EstimatedFlag;
    run.trial = flags & TrialFlag;
    run.repaired = flags & RepairedFlag;
    stored.hasPayload = flags & PayloadFlag;
    if (flags & OutcomeFlag) stored.outcome.emplace();
    for (auto* word : {&run.keyName, &run.requestedModel, &run.route, &run.policy, &run.workflow, &run.prompt, &run.provider, &run.model, &run.finishReason})
        *word = dimensions_.textOf(row.integer());
    run.firstTokenUs = row.optionalInteger();
    run.endToEndUs = row.integer();
    run.usage.input = row.integer();
    run.usage.cachedInput = row.integer();
    run.usage.cacheWriteInput = row.integer();
    run.usage.output = row.integer();
    run.usage.reasoning = row.integer();
    run.cost = Money{row.integer()};
    run.clientRetry = static_cast<int>(row.integer());
    stored.attemptCount = static_cast<int>(row.integer());
    run.errorCode = row.text();
    run.errorMessage = row.text();
    const auto attempts = row.blob();
    if (withAttempts) run.attempts = model::readAttempts(attempts);
    run.flagged = row.text();
    return stored;
}

model::Result<void> RunRepository::addOutcome(StoredRun& stored) {
    if (!stored.outcome) return {};
    auto outcome = OutcomeRepository(connection_, dimensions_).find(stored.run.id);
    if (!outcome) return tl::unexpected(outcome.error());
    stored.outcome = std::move(*outcome);
    return {};
}

model::Result<RunPage> RunRepository::page(const RunFilter& filter) {
    const auto first = filter.from ? RunId::firstAt(*filter.from).value : 0;
    auto below = std::numeric_limits<std::int64_t>::max();
    if (filter.to) below = RunId::firstAt(*filter.to).value;
    if (filter.before) below = std::min(below, filter.before->value);

    // What is not succeeded has an index of its own; everything else walks down the primary key.
    const bool rare = filter.status && *filter.status != model::RunStatus::Succeeded;
    Statement rows(connection_.database(), (std::string("SELECT ") + kColumns + (rare ? " FROM run WHERE status <> 1 AND status = ? AND id >= ? AND id < ? ORDER BY id DESC"
                                                                                        : " FROM run WHERE id >= ? AND id < ? ORDER BY id DESC")).c_str());
    if (rare) rows.bind(static_cast<int>(*filter.status));
    rows.bind(first).bind(below);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());

    RunPage page;
    int scanned = 0;
    while (rows.next()) {
        auto stored = read(rows, false);
        const auto& run = stored.run;
        const bool matches = (!filter.status || run.status == *filter.status) && (!filter.errorClass || run.errorClass == filter.errorClass) &&
                             (filter.provider.empty() || run.provider == filter.provider) && (filter.model.empty() || run.model == filter.model) &&
                             (filter.route.empty() || isOf(run.route, filter.route)) && (filter.workflow.empty() || isOf(run.workflow, filter.workflow)) &&
                             (filter.key.empty() || run.keyName == filter.key) && (!filter.stream || run.stream == *filter.stream) &&
                             (!filter.trial || run.trial == *filter.trial) && (!filter.flagged || run.flagged.empty() != *filter.flagged) &&
                             (filter.prompt.empty() || isOf(run.prompt, filter.prompt)) &&
                             run.endToEndUs >= filter.minEndToEndUs &&
                             (filter.text.empty() || contains(run.requestedModel, filter.text) || contains(run.errorCode, filter.text) || contains(run.errorMessage, filter.text));
        const auto id = run.id;
        if (matches) page.runs.push_back(std::move(stored));
        if (static_cast<int>(page.runs.size()) >= filter.limit || ++scanned >= kMostScanned) {
            if (id.value > first) page.next = id;
            break;
        }
    }
    for (auto& stored : page.runs)
        if (auto done = addOutcome(stored); !done) return tl::unexpected(done.error());
    return page;
}

model::Result<std::optional<StoredRun>> RunRepository::find(RunId id) {
    Statement rows(connection_.database(), (std::string("SELECT ") + kColumns + " FROM run WHERE id = ?").c_str());
    rows.bind(id.value);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (!rows.next()) return std::optional<StoredRun>{};
    auto stored = read(rows, true);
    if (auto done = addOutcome(stored); !done) return tl::unexpected(done.error());
    return std::optional(std::move(stored));
}

model::Result<RunId> RunRepository::newestBefore(RunId before) {
    RunId newest;
    for (const auto* sql : {"SELECT MAX(id) FROM run WHERE id < ?", "SELECT MAX(run_id) FROM ledger WHERE run_id < ?"}) {
        Statement row(connection_.database(), sql);
        row.bind(before.value);
        if (auto done = row.run(); !done) return tl::unexpected(done.error());
        if (row.next()) newest.value = std::max(newest.value, row.optionalInteger().value_or(0));
    }
    return newest;
}

model::Result<std::vector<StoredRun>> RunRepository::after(RunId id, int limit) {
    Statement rows(connection_.database(), (std::string("SELECT ") + kColumns + " FROM run WHERE id > ? ORDER BY id LIMIT ?").c_str());
    rows.bind(id.value).bind(limit);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<StoredRun> list;
    while (rows.next()) list.push_back(read(rows, true));
    return list;
}

model::Result<std::optional<StoredPayload>> RunRepository::payload(RunId id, WallTime now) {
    Statement rows(connection_.database(), "SELECT expires_us, request, response FROM payload WHERE run_id = ? AND expires_us > ?");
    rows.bind(id.value).bind(toMicros(now));
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (!rows.next()) return std::optional<StoredPayload>{};
    StoredPayload payload;
    payload.expiresAt = fromMicros(rows.integer());
    auto request = decompress(rows.blob());
    auto response = decompress(rows.blob());
    if (!request || !response) return model::failure(model::ErrorClass::Internal, "The payload of " + id.text() + " is damaged", "payload_damaged");
    payload.request = std::move(*request);
    payload.response = std::move(*response);
    return std::optional(std::move(payload));
}

model::Result<std::int64_t> RunRepository::deleteExpiredPayloads(WallTime now, int limit) {
    Statement remove(connection_.database(), "DELETE FROM payload WHERE run_id IN (SELECT run_id FROM payload WHERE expires_us <= ? ORDER BY expires_us LIMIT ?)");
    remove.bind(toMicros(now)).bind(limit);
    if (auto done = remove.run(); !done) return tl::unexpected(done.error());
    return remove.affected();
}

model::Result<std::int64_t> RunRepository::deleteRunsBefore(RunId id, int limit) {
    Transaction transaction(connection_.database());
    Statement remove(connection_.database(), "DELETE FROM run WHERE id IN (SELECT id FROM run WHERE id < ? ORDER BY id LIMIT ?)");
    remove.bind(id.value).bind(limit);
    if (auto done = remove.run(); !done) return tl::unexpected(done.error());
    const auto removed = remove.affected();
    for (const auto* sql : {"DELETE FROM run_outcome WHERE run_id < ?", "DELETE FROM callback WHERE run_id < ?", "DELETE FROM callback_attempt WHERE run_id < ?", "DELETE FROM dead_letter WHERE run_id < ?"}) {
        Statement rest(connection_.database(), sql);
        rest.bind(id.value);
        if (auto done = rest.run(); !done) return tl::unexpected(done.error());
    }
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return removed;
}

} // namespace signalbox::store
