#include "core/store/rollup_repository.h"

#include "core/store/run_repository.h"
#include "core/store/statement.h"

#include <map>

namespace signalbox::store {

namespace {

constexpr auto kValues = "calls, succeeded, degraded, failed, cancelled, attempts, retries, fallbacks, input_tokens, output_tokens, cost_nanos, first_token, end_to_end, "
                         "reported_success, reported_failure, reported_overridden, rejected";

metrics::RollupValue readValue(Statement& row) {
    metrics::RollupValue value;
    value.calls = row.integer();
    value.succeeded = row.integer();
    value.degraded = row.integer();
    value.failed = row.integer();
    value.cancelled = row.integer();
    value.attempts = row.integer();
    value.retries = row.integer();
    value.fallbacks = row.integer();
    value.inputTokens = row.integer();
    value.outputTokens = row.integer();
    value.cost = Money{row.integer()};
    value.firstToken = metrics::DDSketch::fromBytes(row.blob());
    value.endToEnd = metrics::DDSketch::fromBytes(row.blob());
    value.reportedSuccess = row.integer();
    value.reportedFailure = row.integer();
    value.reportedOverridden = row.integer();
    value.rejected = row.integer();
    return value;
}

void bindValue(Statement& statement, const metrics::RollupValue& value) {
    statement.bind(value.calls).bind(value.succeeded).bind(value.degraded).bind(value.failed).bind(value.cancelled).bind(value.attempts);
    statement.bind(value.retries).bind(value.fallbacks).bind(value.inputTokens).bind(value.outputTokens).bind(value.cost.nanos);
    statement.bindBlob(value.firstToken.toBytes()).bindBlob(value.endToEnd.toBytes());
    statement.bind(value.reportedSuccess).bind(value.reportedFailure).bind(value.reportedOverridden).bind(value.rejected);
}

} // namespace

model::Result<void> RollupRepository::add(const metrics::RollupMap& rollups, std::int64_t newestRun) {
    auto& database = connection_.database();
    Transaction transaction(database);
    const std::string where = " WHERE minute = ? AND key_dim = ? AND route_dim = ? AND provider_dim = ? AND model_dim = ? AND workflow_dim = ? AND prompt_dim = ?";
    Statement read(database, (std::string("SELECT ") + kValues + " FROM rollup" + where).c_str());
    Statement write(database, (std::string("INSERT INTO rollup (minute, key_dim, route_dim, provider_dim, model_dim, workflow_dim, prompt_dim, ") + kValues +
                               ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (minute, key_dim, route_dim, provider_dim, model_dim, workflow_dim, prompt_dim) "
                               "DO UPDATE SET calls = excluded.calls, succeeded = excluded.succeeded, degraded = excluded.degraded, failed = excluded.failed, "
                               "cancelled = excluded.cancelled, attempts = excluded.attempts, retries = excluded.retries, fallbacks = excluded.fallbacks, "
                               "input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens, cost_nanos = excluded.cost_nanos, "
                               "first_token = excluded.first_token, end_to_end = excluded.end_to_end, reported_success = excluded.reported_success, "
                               "reported_failure = excluded.reported_failure, reported_overridden = excluded.reported_overridden, rejected = excluded.rejected").c_str());
    for (const auto& [key, value] : rollups) {
        const auto bindKey = [&](Statement& statement) {
            statement.bind(key.minute);
            for (const auto* word : {&key.key, &key.route, &key.provider, &key.model, &key.workflow, &key.prompt}) statement.bind(dimensions_.idOf(*word));
        };
        bindKey(read);
        if (auto done = read.run(); !done) return done;
        auto sum = read.next() ? readValue(read) : metrics::RollupValue{};
        read.finish();
        sum.merge(value);
        bindKey(write);
        bindValue(write, sum);
        if (auto done = write.run(); !done) return done;
    }
    Statement mark(database, "UPDATE rollup_mark SET run_id = ? WHERE id = 1 AND run_id < ?");
    mark.bind(newestRun).bind(newestRun);
    if (auto done = mark.run(); !done) return done;
    Statement late(database, "DELETE FROM rollup_late");
    if (auto done = late.run(); !done) return done;
    if (auto done = transaction.commit(); !done) return done;
    mark_ = std::max(mark_, newestRun);
    return {};
}

model::Result<void> RollupRepository::catchUpLate() {
    std::vector<std::int64_t> ids;
    {
        Statement read(connection_.database(), "SELECT run_id FROM rollup_late ORDER BY run_id");
        if (auto done = read.run(); !done) return done;
        while (read.next()) ids.push_back(read.integer());
    }
    if (ids.empty()) return {};
    RunRepository runs(connection_, dimensions_);
    metrics::RollupMap missing;
    for (const auto id : ids) {
        auto stored = runs.find(RunId{id});
        if (!stored) return tl::unexpected(stored.error());
        if (*stored) metrics::addTo(missing, (*stored)->run);
    }
    return add(missing, mark_);
}

model::Result<void> RollupRepository::catchUp() {
    Statement read(connection_.database(), "SELECT run_id FROM rollup_mark WHERE id = 1");
    if (auto done = read.run(); !done) return done;
    mark_ = read.next() ? read.integer() : 0;
    read.finish();
    if (auto done = catchUpLate(); !done) return done;
    RunRepository runs(connection_, dimensions_);
    constexpr int kAtOnce = 5000;
    auto after = mark_;
    for (;;) {
        auto page = runs.after(RunId{after}, kAtOnce);
        if (!page) return tl::unexpected(page.error());
        if (page->empty()) return {};
        metrics::RollupMap missing;
        for (const auto& stored : *page) {
            metrics::addTo(missing, stored.run);
            after = std::max(after, stored.run.id.value);
        }
        if (auto added = add(missing, after); !added) return added;
    }
}

model::Result<std::vector<RollupPoint>> RollupRepository::read(const RollupQuery& query) {
    // A filter is an equality on a word's number; 0 asks for nothing (a word that is not known matches no row: -1).
    Statement read(connection_.database(), (std::string("SELECT minute, key_dim, route_dim, provider_dim, model_dim, workflow_dim, prompt_dim, ") + kValues +
                                            " FROM rollup WHERE minute >= ? AND minute < ? AND (? = 0 OR key_dim = ?) AND (? = 0 OR provider_dim = ?) AND (? = 0 OR model_dim = ?) "
                                            "ORDER BY minute").c_str());
    const auto number = [&](const std::string& word) { return word.empty() ? std::int64_t{0} : dimensions_.find(word); };
    read.bind(query.fromMinute).bind(query.toMinute);
    for (const auto* word : {&query.key, &query.provider, &query.model}) {
        const auto id = number(*word);
        read.bind(id).bind(id);
    }
    if (auto done = read.run(); !done) return tl::unexpected(done.error());
    const auto isOf = [](const std::string& versioned, const std::string& name) { return versioned == name || versioned.starts_with(name + '@'); };
    const auto withoutVersion = [](const std::string& name) { return name.substr(0, name.find('@')); };
    std::map<std::pair<std::string, std::int64_t>, metrics::RollupValue> points;
    const auto step = std::max<std::int64_t>(1, query.stepMinutes);
    while (read.next()) {
        const auto minute = read.integer();
        const auto key = read.integer();
        const auto route = withoutVersion(dimensions_.textOf(read.integer()));
        const auto provider = read.integer();
        const auto model = read.integer();
        const auto& workflow = dimensions_.textOf(read.integer());
        const auto& prompt = dimensions_.textOf(read.integer());
        if (!query.route.empty() && route != query.route) continue;
        if (!query.workflow.empty() && !isOf(workflow, query.workflow)) continue;
        if (!query.prompt.empty() && !isOf(prompt, query.prompt)) continue;
        std::string group;
        switch (query.groupBy) {
        case RollupQuery::GroupBy::None: break;
        case RollupQuery::GroupBy::Provider: group = dimensions_.textOf(provider); break;
        case RollupQuery::GroupBy::Model: group = dimensions_.textOf(model); break;
        case RollupQuery::GroupBy::Target: group = dimensions_.textOf(provider) + '/' + dimensions_.textOf(model); break;
        case RollupQuery::GroupBy::Route: group = route; break;
        case RollupQuery::GroupBy::Key: group = dimensions_.textOf(key); break;
        case RollupQuery::GroupBy::Workflow: group = workflow; break;
        case RollupQuery::GroupBy::Prompt: group = prompt; break;
        }
        points[{group, minute - minute % step}].merge(readValue(read));
    }
    std::vector<RollupPoint> list;
    list.reserve(points.size());
    for (auto& [at, value] : points) list.push_back({at.first, at.second, std::move(value)});
    return list;
}

} // namespace signalbox::store
