#include "core/store/version_figures.h"

#include "core/store/statement.h"

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

model::Result<std::map<std::int64_t, VersionFigures>> FiguresRepository::ofVersions(DocumentKind kind, const std::string& name, std::int64_t fromMinute, std::int64_t toMinute) {
    std::map<std::int64_t, VersionFigures> figures;
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
    Statement rows(connection_.database(), ("SELECT calls, succeeded, degraded, failed, cancelled, attempts, retries, fallbacks, input_tokens, output_tokens, cost_nanos, first_token, end_to_end FROM rollup WHERE " + column +
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
            figures[version].value.merge(value);
        }
        rows.finish();
    }
    return figures;
}

model::Result<std::map<std::string, metrics::RollupValue>> FiguresRepository::callsByName(DocumentKind kind, std::int64_t fromMinute) {
    std::map<std::string, metrics::RollupValue> byName;
    const auto column = columnOf(kind);
    if (column.empty()) return byName;
    Statement rows(connection_.database(), ("SELECT " + column + ", SUM(calls), SUM(succeeded), SUM(failed), SUM(cancelled) FROM rollup WHERE minute >= ? GROUP BY " + column).c_str());
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
        byName[word.substr(0, word.find('@'))].merge(value);
    }
    return byName;
}

} // namespace signalbox::store
