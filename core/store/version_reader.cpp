#include "core/store/version_reader.h"

#include "core/model/json_text.h"

#include <boost/json.hpp>

namespace signalbox::store {

namespace {

QSqlDatabase& beginView(QSqlDatabase& database) {
    // Deferred: it takes no lock, and SQLite's view is that of its first read.
    QSqlQuery(database).exec(QStringLiteral("BEGIN"));
    return database;
}

} // namespace

VersionReader::VersionReader(Connection& connection)
    : database_(beginView(connection.database())),
      labels_(database_, "SELECT label, version FROM document_label WHERE kind = ? AND name = ? "
                         "UNION ALL SELECT 'latest', MAX(version) FROM document_version WHERE kind = ? AND name = ? "
                         "UNION ALL SELECT '', archived FROM document WHERE kind = ? AND name = ?"),
      versions_(database_, "SELECT version FROM document_version WHERE kind = ? AND name = ? ORDER BY version"),
      names_(database_, "SELECT name FROM document WHERE kind = ? AND archived = 0 ORDER BY name"),
      spec_(database_, "SELECT spec FROM document_version WHERE kind = ? AND name = ? AND version = ?") {}

VersionReader::~VersionReader() {
    for (auto* statement : {&labels_, &versions_, &names_, &spec_}) statement->finish();
    QSqlQuery(database_).exec(QStringLiteral("COMMIT"));
}

model::Result<std::optional<VersionReader::Labels>> VersionReader::labels(model::DocumentKind kind, const std::string& name) {
    const auto kindName = nameOf(kind);
    labels_.bind(kindName).bind(name).bind(kindName).bind(name).bind(kindName).bind(name);
    if (auto done = labels_.run(); !done) return tl::unexpected(done.error());
    std::optional<Labels> found;
    Labels labels;
    while (labels_.next()) {
        auto label = labels_.text();
        const auto version = labels_.integer();
        if (label.empty()) {
            labels.archived = version != 0;
            found.emplace();
        } else if (version > 0) {
            labels.versions[std::move(label)] = version;
        }
    }
    if (found) *found = std::move(labels);
    return found;
}

model::Result<std::vector<std::int64_t>> VersionReader::versions(model::DocumentKind kind, const std::string& name) {
    versions_.bind(nameOf(kind)).bind(name);
    if (auto done = versions_.run(); !done) return tl::unexpected(done.error());
    std::vector<std::int64_t> list;
    while (versions_.next()) list.push_back(versions_.integer());
    return list;
}

model::Result<std::vector<std::string>> VersionReader::names(model::DocumentKind kind) {
    names_.bind(nameOf(kind));
    if (auto done = names_.run(); !done) return tl::unexpected(done.error());
    std::vector<std::string> list;
    while (names_.next()) list.push_back(names_.text());
    return list;
}

model::Result<std::optional<boost::json::object>> VersionReader::spec(model::DocumentKind kind, const std::string& name, std::int64_t version) {
    spec_.bind(nameOf(kind)).bind(name).bind(version);
    if (auto done = spec_.run(); !done) return tl::unexpected(done.error());
    if (!spec_.next()) return std::optional<boost::json::object>();
    boost::json::error_code error;
    auto spec = model::parseOwnJson(spec_.text(), error);
    if (error || !spec.is_object()) return model::failure(model::ErrorClass::Internal, std::string(nameOf(kind)) + " '" + name + "' version " + std::to_string(version) + " is damaged in the database", "damaged");
    return std::move(spec.get_object());
}

} // namespace signalbox::store
