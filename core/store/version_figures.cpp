#include "core/store/version_figures.h"

#include "core/store/statement.h"

#include <algorithm>
#include <charconv>

namespace signalbox::store {

using model::DocumentKind;

namespace {

/// The column that names the version; empty for kinds that calls do not name.
std::string columnOf(DocumentKind kind) {
    if (kind == DocumentKind::Prompt) return "prompt_dim";
    if (kind == DocumentKind::Workflow) return "workflow_dim";
    return {};
}

} // namespace

VersionCounts VersionCounts::operator-(const VersionCounts& other) const {
    const auto less = [](std::int64_t a, std::int64_t b) { return std::max<std::int64_t>(0, a - b); };
    return {less(calls, other.calls), less(unanswered, other.unanswered), less(reported, other.reported), less(overridden, other.overridden)};
}

VersionCounts countsOf(const metrics::RollupValue& value) {
    return {value.calls - value.cancelled, value.failed + value.degraded, value.reportedSuccess + value.reportedFailure + value.reportedOverridden, value.reportedOverridden};
}

model::Result<VersionCounts> countsOfVersion(Connection& connection, DocumentKind kind, const std::string& name, std::int64_t version, std::int64_t fromMinute) {
    const auto column = columnOf(kind);
    if (column.empty()) return VersionCounts{};
    Statement row(connection.database(), ("SELECT COALESCE(SUM(calls - cancelled), 0), COALESCE(SUM(failed + degraded), 0), COALESCE(SUM(reported_success + reported_failure + reported_overridden), 0), "
                                          "COALESCE(SUM(reported_overridden), 0) FROM rollup WHERE " + column + " = (SELECT id FROM dimension WHERE text = ?) AND minute >= ?").c_str());
    row.bind(name + '@' + std::to_string(version)).bind(fromMinute);
    if (auto done = row.run(); !done) return tl::unexpected(done.error());
    VersionCounts counts;
    if (!row.next()) return counts;
    counts.calls = row.integer();
    counts.unanswered = row.integer();
    counts.reported = row.integer();
    counts.overridden = row.integer();
    return counts;
}

model::Result<std::map<std::int64_t, metrics::RollupValue>> FiguresRepository::ofVersions(DocumentKind kind, const std::string& name, std::int64_t fromMinute, std::int64_t toMinute) {
    std::map<std::int64_t, metrics::RollupValue> figures;
    const auto column = columnOf(kind);
    if (column.empty()) return figures;
    // `name@1` to `name@999...`: 'A' follows '@'.
    Statement words(connection_.database(), "SELECT id, text FROM dimension WHERE text >= ? AND text < ?");
    words.bind(name + '@').bind(name + 'A');
    if (auto done = words.run(); !done) return tl::unexpected(done.error());
    std::map<std::int64_t, std::int64_t> versions; // by the word's number
    while (words.next()) {
        const auto id = words.integer();
        const auto text = words.text();
        std::int64_t version = 0;
        const auto* begin = text.data() + name.size() + 1;
        if (const auto [end, error] = std::from_chars(begin, text.data() + text.size(), version); error == std::errc{} && end == text.data() + text.size()) versions[id] = version;
    }
    Statement rows(connection_.database(), ("SELECT calls, succeeded, degraded, failed, cancelled, attempts, retries, fallbacks, input_tokens, output_tokens, cost_nanos, first_token, end_to_end, reported_success, reported_failure, reported_overridden, rejected FROM rollup WHERE " + column +
                                            " = ? AND minute >= ? AND minute < ?").c_str());
    for (const auto& [id, version] : versions) {
        rows.bind(id).bind(fromMinute).bind(toMinute);
        if (auto done = rows.run(); !done) return tl::unexpected(done.error());
        while (rows.next()) {
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
            value.firstToken = metrics::DDSketch::fromBytes(rows.blob());
            value.endToEnd = metrics::DDSketch::fromBytes(rows.blob());
            value.reportedSuccess = rows.integer();
            value.reportedFailure = rows.integer();
            value.reportedOverridden = rows.integer();
            value.rejected = rows.integer();
            figures[version].merge(value);
        }
        rows.finish();
    }
    return figures;
}

model::Result<std::map<std::string, metrics::RollupValue>> FiguresRepository::callsByName(DocumentKind kind, std::int64_t fromMinute) {
    std::map<std::string, metrics::RollupValue> byName;
    const auto column = columnOf(kind);
    if (column.empty()) return byName;
    Statement rows(connection_.database(), ("SELECT " + column + ", SUM(calls), SUM(succeeded), SUM(failed), SUM(cancelled), SUM(rejected) FROM rollup WHERE minute >= ? GROUP BY " + column).c_str());
    rows.bind(fromMinute);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    while (rows.next()) {
        const auto& word = dimensions_.textOf(rows.integer());
        if (word.empty()) continue;
        metrics::RollupValue value;
        value.calls = rows.integer();
        value.succeeded = rows.integer();
        value.failed = rows.integer();
        value.cancelled = rows.integer();
        value.rejected = rows.integer();
        byName[word.substr(0, word.find('@'))].merge(value);
    }
    return byName;
}

} // namespace signalbox::store
