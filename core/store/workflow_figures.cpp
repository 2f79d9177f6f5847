#include "core/store/workflow_figures.h"

#include "core/store/statement.h"

#include <set>

namespace signalbox::store {

namespace {

std::string withoutVersion(const std::string& name) { return name.substr(0, name.find('@')); }

model::Result<void> addSketches(Session& session, std::int64_t fromMinute, std::int64_t toMinute, const std::set<std::int64_t>& dimensions, metrics::RollupValue& value) {
    for (const auto dimension : dimensions) {
        Statement rows(session.connection.database(), "SELECT first_token, end_to_end FROM rollup WHERE minute >= ? AND minute < ? AND workflow_dim = ?");
        rows.bind(fromMinute).bind(toMinute).bind(dimension);
        if (auto done = rows.run(); !done) return done;
        while (rows.next()) {
            value.firstToken.merge(metrics::DDSketch::fromBytes(rows.blob()));
            value.endToEnd.merge(metrics::DDSketch::fromBytes(rows.blob()));
        }
    }
    return {};
}

} // namespace

model::Result<std::map<std::string, metrics::RollupValue>> workflowFigures(Session& session, std::int64_t fromMinute, std::int64_t toMinute, const std::string& workflow) {
    Statement rows(session.connection.database(), "SELECT workflow_dim, SUM(calls), SUM(succeeded), SUM(degraded), SUM(failed), SUM(cancelled), SUM(attempts), SUM(retries), SUM(fallbacks), "
                                                  "SUM(input_tokens), SUM(output_tokens), SUM(cost_nanos) FROM rollup WHERE minute >= ? AND minute < ? GROUP BY workflow_dim");
    rows.bind(fromMinute).bind(toMinute);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::map<std::string, metrics::RollupValue> figures;
    std::set<std::int64_t> dimensions;
    while (rows.next()) {
        const auto dimension = rows.integer();
        const auto name = withoutVersion(session.dimensions.textOf(dimension));
        if (name.empty() || (!workflow.empty() && name != workflow)) continue;
        metrics::RollupValue value;
        value.calls = rows.integer();
        value.succeeded = rows.integer();
        value.degraded = rows.integer();
        value.failed = rows.integer();
        value.cancelled = rows.integer();
        value.attempts = rows.integer();
        value.retries = rows.integer();
        value.fallbacks = rows.integer();
        value.inputTokens = rows.integer();
        value.outputTokens = rows.integer();
        value.cost = Money{rows.integer()};
        figures[name].merge(value);
        dimensions.insert(dimension);
    }
    if (workflow.empty() || figures.empty()) return figures;
    if (auto added = addSketches(session, fromMinute, toMinute, dimensions, figures[workflow]); !added) return tl::unexpected(added.error());
    return figures;
}

} // namespace signalbox::store
