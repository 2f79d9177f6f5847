#include "core/store/test_run_repository.h"

#include "core/model/json_text.h"
#include "core/store/statement.h"

#include <boost/json.hpp>

namespace signalbox::store {

namespace json = boost::json;
using model::ErrorClass;

namespace {

// The sums are the cases': a run and its results cannot disagree.
constexpr auto kColumns = "SELECT r.id, r.test_set, r.test_set_version, r.kind, r.name, r.version, r.content_hash, r.model, r.state, r.total, r.author, r.started_us, r.ended_us, r.error, "
                          "(SELECT COUNT(*) FROM test_case_result c WHERE c.test_run_id = r.id AND c.passed = 1), "
                          "(SELECT COUNT(*) FROM test_case_result c WHERE c.test_run_id = r.id AND c.passed = 0), "
                          "(SELECT COALESCE(SUM(c.cost_nanos), 0) FROM test_case_result c WHERE c.test_run_id = r.id) FROM test_run r ";

TestRun readRun(Statement& row) {
    TestRun run;
    run.id = row.text();
    run.testSet = row.text();
    run.testSetVersion = row.integer();
    if (const auto kind = model::documentKindNamed(row.text())) run.kind = *kind;
    run.name = row.text();
    run.version = row.integer();
    run.contentHash = row.text();
    run.model = row.text();
    run.state = static_cast<TestRun::State>(row.integer());
    run.total = row.integer();
    run.author = row.text();
    run.startedAt = fromMicros(row.integer());
    if (const auto ended = row.optionalInteger()) run.endedAt = fromMicros(*ended);
    run.error = row.text();
    run.passed = row.integer();
    run.failed = row.integer();
    run.cost = Money{row.integer()};
    return run;
}

std::string checksText(const std::vector<TestCheck>& checks) {
    json::array list;
    for (const auto& check : checks) list.push_back(json::object{{"type", check.type}, {"pointer", check.pointer}, {"passed", check.passed}, {"message", check.message}});
    return json::serialize(list);
}

std::vector<TestCheck> checksIn(const std::string& text) {
    std::vector<TestCheck> checks;
    json::error_code error;
    const auto list = json::parse(text, error);
    if (error || !list.is_array()) return checks;
    const auto word = [](const json::object& object, std::string_view name) {
        const auto* value = object.if_contains(name);
        return value && value->is_string() ? std::string(value->get_string()) : std::string();
    };
    for (const auto& one : list.get_array()) {
        if (!one.is_object()) continue;
        const auto* passed = one.get_object().if_contains("passed");
        checks.push_back({word(one.get_object(), "type"), word(one.get_object(), "pointer"), passed && passed->is_bool() && passed->get_bool(), word(one.get_object(), "message")});
    }
    return checks;
}

} // namespace

std::string_view nameOf(TestRun::State state) {
    switch (state) {
    case TestRun::State::Running: return "running";
    case TestRun::State::Done: return "done";
    case TestRun::State::Failed: return "failed";
    }
    return {};
}

model::Result<void> TestRunRepository::begin(const TestRun& run, const Actor& actor) {
    Transaction transaction(connection_.database());
    Statement insert(connection_.database(), "INSERT INTO test_run (id, test_set, test_set_version, kind, name, version, content_hash, model, state, total, author, started_us) "
                                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(run.id).bind(run.testSet).bind(run.testSetVersion).bind(nameOf(run.kind)).bind(run.name).bind(run.version).bind(run.contentHash).bind(run.model);
    insert.bind(static_cast<int>(TestRun::State::Running)).bind(run.total).bind(actor.name).bind(toMicros(run.startedAt));
    if (auto done = insert.run(); !done) return done;
    const auto subject = std::string(nameOf(run.kind)) + '/' + run.name + '@' + std::to_string(run.version);
    if (auto noted = audit_.add(actor, "test_run.start", subject, run.id + " of test_set/" + run.testSet + '@' + std::to_string(run.testSetVersion), run.startedAt); !noted) return noted;
    return transaction.commit();
}

model::Result<void> TestRunRepository::add(const std::string& id, std::int64_t position, const TestCaseResult& result) {
    Statement insert(connection_.database(), "INSERT INTO test_case_result (test_run_id, position, name, passed, run_id, output, error, checks, cost_nanos) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(id).bind(position).bind(result.name).bind(result.passed ? 1 : 0).bind(result.runId).bind(json::serialize(result.output)).bind(result.error).bind(checksText(result.checks)).bind(result.cost.nanos);
    return insert.run();
}

model::Result<bool> TestRunRepository::finish(const std::string& id, const std::string& error, WallTime now) {
    Statement update(connection_.database(), "UPDATE test_run SET state = ?, error = ?, ended_us = ? WHERE id = ? AND state = 1");
    update.bind(static_cast<int>(error.empty() ? TestRun::State::Done : TestRun::State::Failed)).bind(error).bind(toMicros(now)).bind(id);
    if (auto done = update.run(); !done) return tl::unexpected(done.error());
    return update.affected() > 0;
}

model::Result<std::int64_t> TestRunRepository::failInterrupted(const std::string& error, WallTime now) {
    Statement update(connection_.database(), "UPDATE test_run SET state = ?, error = ?, ended_us = ? WHERE state = 1");
    update.bind(static_cast<int>(TestRun::State::Failed)).bind(error).bind(toMicros(now));
    if (auto done = update.run(); !done) return tl::unexpected(done.error());
    return update.affected();
}

model::Result<TestRun> TestRunRepository::find(const std::string& id) {
    Statement row(connection_.database(), (std::string(kColumns) + "WHERE r.id = ?").c_str());
    row.bind(id);
    if (auto done = row.run(); !done) return tl::unexpected(done.error());
    if (!row.next()) return model::failure(ErrorClass::NotFound, "There is no test run '" + id + "'.", "test_run_not_found");
    auto run = readRun(row);
    row.finish();
    Statement cases(connection_.database(), "SELECT name, passed, run_id, output, error, checks, cost_nanos FROM test_case_result WHERE test_run_id = ? ORDER BY position");
    cases.bind(id);
    if (auto done = cases.run(); !done) return tl::unexpected(done.error());
    while (cases.next()) {
        TestCaseResult result;
        result.name = cases.text();
        result.passed = cases.integer() != 0;
        result.runId = cases.text();
        json::error_code none;
        result.output = model::parseOwnJson(cases.text(), none);
        result.error = cases.text();
        result.checks = checksIn(cases.text());
        result.cost = Money{cases.integer()};
        run.cases.push_back(std::move(result));
    }
    return run;
}

model::Result<std::vector<TestRun>> TestRunRepository::list(const TestRunFilter& filter) {
    Statement rows(connection_.database(), (std::string(kColumns) + "WHERE (? = '' OR r.kind = ?) AND (? = '' OR r.name = ?) AND (? IS NULL OR r.version = ?) AND (? = '' OR r.test_set = ?) "
                                                                    "ORDER BY r.started_us DESC, r.id DESC LIMIT ?").c_str());
    const auto kind = filter.kind ? std::string(nameOf(*filter.kind)) : std::string();
    rows.bind(kind).bind(kind).bind(filter.name).bind(filter.name).bind(filter.version).bind(filter.version).bind(filter.testSet).bind(filter.testSet).bind(filter.limit);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<TestRun> list;
    while (rows.next()) list.push_back(readRun(rows));
    return list;
}

} // namespace signalbox::store
