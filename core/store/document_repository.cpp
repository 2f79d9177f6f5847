#include "core/store/document_repository.h"

#include "core/model/route_spec.h"
#include "core/store/statement.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::store {

using model::DocumentKind;
using model::ErrorClass;

namespace {

constexpr std::string_view kProduction = "production";
constexpr std::string_view kLatest = "latest";

std::string nameIn(DocumentKind kind, const std::string& name) { return std::string(nameOf(kind)) + '/' + name; }

tl::unexpected<model::Error> missing(DocumentKind kind, const std::string& name) {
    return model::failure(ErrorClass::NotFound, "There is no " + std::string(nameOf(kind)) + " '" + name + "'.", "document_not_found");
}

model::DocumentVersion readVersion(Statement& row) {
    model::DocumentVersion version;
    if (const auto kind = model::documentKindNamed(row.text())) version.document.kind = *kind;
    version.document.name = row.text();
    version.version = row.integer();
    version.contentHash = row.text();
    boost::json::error_code error;
    auto spec = boost::json::parse(row.text(), error);
    if (spec.is_object()) version.document.spec = std::move(spec.get_object());
    version.author = row.text();
    version.message = row.text();
    version.createdAt = fromMicros(row.integer());
    return version;
}

constexpr auto kVersionColumns = "kind, name, version, content_hash, spec, author, message, created_us";

} // namespace

model::Result<std::vector<Registered>> DocumentRepository::add(const std::vector<model::Document>& documents, const std::string& message, const std::string& label,
                                                               std::optional<std::int64_t> expectVersion, const Actor& actor, WallTime now) {
    if (label == kLatest) return model::failure(ErrorClass::InvalidRequest, "The label 'latest' is set by the registry alone.", "label_reserved");
    auto& database = connection_.database();
    Transaction transaction(database);
    std::vector<Registered> results;
    for (const auto& document : documents) {
        const std::string kind(nameOf(document.kind));
        const auto hash = document.contentHash();
        Statement read(database, "SELECT version, content_hash FROM document_version WHERE kind = ? AND name = ? ORDER BY version DESC LIMIT 1");
        read.bind(kind).bind(document.name);
        if (auto done = read.run(); !done) return tl::unexpected(done.error());
        std::int64_t latest = 0;
        std::string latestHash;
        if (read.next()) {
            latest = read.integer();
            latestHash = read.text();
        }
        read.finish();
        if (expectVersion && *expectVersion != latest)
            return model::failure(ErrorClass::InvalidRequest,
                                  nameIn(document.kind, document.name) + " is at version " + std::to_string(latest) + " now, not " + std::to_string(*expectVersion) + ". Look at what changed, then save again.", "conflict");
        Registered registered{latest, latest > 0 && latestHash == hash};
        if (!registered.unchanged) {
            registered.version = latest + 1;
            Statement owner(database, "INSERT INTO document (kind, name) VALUES (?, ?) ON CONFLICT (kind, name) DO UPDATE SET archived = 0");
            owner.bind(kind).bind(document.name);
            if (auto done = owner.run(); !done) return tl::unexpected(done.error());
            Statement insert(database, "INSERT INTO document_version (kind, name, version, content_hash, spec, author, message, created_us) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
            insert.bind(kind).bind(document.name).bind(registered.version).bind(hash).bind(boost::json::serialize(document.spec)).bind(actor.name).bind(message).bind(toMicros(now));
            if (auto done = insert.run(); !done) return tl::unexpected(done.error());
            if (auto done = audit_.add(actor, "document.register", nameIn(document.kind, document.name) + '@' + std::to_string(registered.version), "content " + hash + (message.empty() ? "" : ": " + message), now); !done)
                return tl::unexpected(done.error());
        } else {
            Statement revive(database, "UPDATE document SET archived = 0 WHERE kind = ? AND name = ?");
            revive.bind(kind).bind(document.name);
            if (auto done = revive.run(); !done) return tl::unexpected(done.error());
        }
        const std::string target = !label.empty() ? label : latest == 0 ? std::string(kProduction) : std::string();
        if (!target.empty()) {
            Statement move(database, "INSERT INTO document_label (kind, name, label, version) VALUES (?, ?, ?, ?) ON CONFLICT (kind, name, label) DO UPDATE SET version = excluded.version");
            move.bind(kind).bind(document.name).bind(target).bind(registered.version);
            if (auto done = move.run(); !done) return tl::unexpected(done.error());
            if (auto done = audit_.add(actor, "label.move", nameIn(document.kind, document.name) + '@' + target, "to version " + std::to_string(registered.version), now); !done)
                return tl::unexpected(done.error());
        }
        results.push_back(registered);
    }
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return results;
}

model::Result<std::vector<DocumentSummary>> DocumentRepository::list(std::optional<DocumentKind> kind, const std::string& text) {
    Statement rows(connection_.database(),
                   "SELECT d.kind, d.name, d.archived, v.version, v.author, v.message, v.created_us FROM document d "
                   "JOIN document_version v ON v.kind = d.kind AND v.name = d.name "
                   "AND v.version = (SELECT MAX(version) FROM document_version x WHERE x.kind = d.kind AND x.name = d.name) "
                   "WHERE (? = '' OR d.kind = ?) AND (? = '' OR INSTR(d.name, ?) > 0) ORDER BY d.kind, d.name");
    const std::string kindName(kind ? nameOf(*kind) : std::string_view());
    rows.bind(kindName).bind(kindName).bind(text).bind(text);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<DocumentSummary> list;
    while (rows.next()) {
        DocumentSummary summary;
        if (const auto known = model::documentKindNamed(rows.text())) summary.kind = *known;
        summary.name = rows.text();
        summary.archived = rows.integer() != 0;
        summary.latest = rows.integer();
        summary.author = rows.text();
        summary.message = rows.text();
        summary.updatedAt = fromMicros(rows.integer());
        list.push_back(std::move(summary));
    }
    Statement labelRows(connection_.database(), "SELECT kind, name, label, version FROM document_label");
    if (auto done = labelRows.run(); !done) return tl::unexpected(done.error());
    std::map<std::pair<std::string, std::string>, std::map<std::string, std::int64_t>> labels;
    while (labelRows.next()) {
        auto owner = labelRows.text();
        auto name = labelRows.text();
        auto label = labelRows.text();
        labels[{std::move(owner), std::move(name)}][std::move(label)] = labelRows.integer();
    }
    for (auto& summary : list) {
        summary.labels = std::move(labels[{std::string(nameOf(summary.kind)), summary.name}]);
        summary.labels[std::string(kLatest)] = summary.latest;
    }
    return list;
}

model::Result<std::vector<model::DocumentVersion>> DocumentRepository::versions(DocumentKind kind, const std::string& name) {
    Statement rows(connection_.database(), (std::string("SELECT ") + kVersionColumns + " FROM document_version WHERE kind = ? AND name = ? ORDER BY version DESC").c_str());
    rows.bind(nameOf(kind)).bind(name);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<model::DocumentVersion> list;
    while (rows.next()) list.push_back(readVersion(rows));
    if (list.empty()) return missing(kind, name);
    return list;
}

model::Result<std::map<std::string, std::int64_t>> DocumentRepository::labels(DocumentKind kind, const std::string& name) {
    Statement rows(connection_.database(), "SELECT label, version FROM document_label WHERE kind = ? AND name = ?");
    rows.bind(nameOf(kind)).bind(name);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::map<std::string, std::int64_t> labels;
    while (rows.next()) {
        auto label = rows.text();
        labels[std::move(label)] = rows.integer();
    }
    Statement latest(connection_.database(), "SELECT COALESCE(MAX(version), 0) FROM document_version WHERE kind = ? AND name = ?");
    latest.bind(nameOf(kind)).bind(name);
    if (auto done = latest.run(); !done) return tl::unexpected(done.error());
    const auto newest = latest.next() ? latest.integer() : 0;
    if (newest == 0) return missing(kind, name);
    labels[std::string(kLatest)] = newest;
    return labels;
}

model::Result<model::DocumentVersion> DocumentRepository::find(DocumentKind kind, const model::DocumentRef& reference) {
    auto known = labels(kind, reference.name);
    if (!known) return tl::unexpected(known.error());
    auto wanted = reference.version;
    if (!wanted) {
        const auto label = known->find(reference.label);
        if (label == known->end())
            return model::failure(ErrorClass::NotFound, nameIn(kind, reference.name) + " has no label '" + reference.label + "'.", "label_not_found");
        wanted = label->second;
    }
    Statement rows(connection_.database(), (std::string("SELECT ") + kVersionColumns + " FROM document_version WHERE kind = ? AND name = ? AND version = ?").c_str());
    rows.bind(nameOf(kind)).bind(reference.name).bind(*wanted);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (!rows.next()) return model::failure(ErrorClass::NotFound, nameIn(kind, reference.name) + " has no version " + std::to_string(*wanted) + '.', "version_not_found");
    return readVersion(rows);
}

model::Result<void> DocumentRepository::moveLabel(DocumentKind kind, const std::string& name, const std::string& label, std::int64_t version,
                                                  std::optional<std::int64_t> expect, const Actor& actor, WallTime now) {
    if (label == kLatest) return model::failure(ErrorClass::InvalidRequest, "The label 'latest' is set by the registry alone.", "label_reserved");
    if (!model::isDocumentName(label)) return model::failure(ErrorClass::InvalidRequest, "A label is lower-case letters, digits, '-', '_' and '.'.", "invalid_label");
    Transaction transaction(connection_.database());
    model::DocumentRef reference{name, {}, version};
    if (auto there = find(kind, reference); !there) return tl::unexpected(there.error());
    auto known = labels(kind, name);
    if (!known) return tl::unexpected(known.error());
    const auto present = known->contains(label) ? (*known)[label] : 0;
    if (expect && *expect != present)
        return model::failure(ErrorClass::InvalidRequest, nameIn(kind, name) + '@' + label + " is at version " + std::to_string(present) + " now, not " + std::to_string(*expect) + ".", "conflict");
    Statement move(connection_.database(), "INSERT INTO document_label (kind, name, label, version) VALUES (?, ?, ?, ?) ON CONFLICT (kind, name, label) DO UPDATE SET version = excluded.version");
    move.bind(nameOf(kind)).bind(name).bind(label).bind(version);
    if (auto done = move.run(); !done) return done;
    if (auto done = audit_.add(actor, "label.move", nameIn(kind, name) + '@' + label, "from version " + std::to_string(present) + " to " + std::to_string(version), now); !done) return done;
    return transaction.commit();
}

model::Result<void> DocumentRepository::removeLabel(DocumentKind kind, const std::string& name, const std::string& label, const Actor& actor, WallTime now) {
    if (label == kLatest || label == kProduction)
        return model::failure(ErrorClass::InvalidRequest, "The label '" + label + "' cannot be removed; archive the document to take it out of service.", "label_reserved");
    Transaction transaction(connection_.database());
    Statement remove(connection_.database(), "DELETE FROM document_label WHERE kind = ? AND name = ? AND label = ?");
    remove.bind(nameOf(kind)).bind(name).bind(label);
    if (auto done = remove.run(); !done) return done;
    if (remove.affected() == 0) return model::failure(ErrorClass::NotFound, nameIn(kind, name) + " has no label '" + label + "'.", "label_not_found");
    if (auto done = audit_.add(actor, "label.remove", nameIn(kind, name) + '@' + label, "", now); !done) return done;
    return transaction.commit();
}

model::Result<std::vector<std::string>> DocumentRepository::referrers(DocumentKind kind, const std::string& name) {
    auto live = production();
    if (!live) return tl::unexpected(live.error());
    std::vector<std::string> list;
    for (const auto& version : *live) {
        if (version.document.kind != DocumentKind::Route) continue;
        const auto route = model::readRouteSpec(version.document.spec);
        if (!route) continue;
        const bool names = (kind == DocumentKind::Provider && std::any_of(route->targets.begin(), route->targets.end(), [&](const auto& target) { return target.provider == name; })) ||
                           (kind == DocumentKind::Policy && std::any_of(route->policies.begin(), route->policies.end(), [&](const auto& policy) { return policy.substr(0, policy.find('@')) == name; }));
        if (names) list.push_back(nameIn(DocumentKind::Route, version.document.name));
    }
    if (kind == DocumentKind::Policy && name == "default") list.emplace_back("every call (the policy 'default' is the base of all)");
    return list;
}

model::Result<void> DocumentRepository::archive(DocumentKind kind, const std::string& name, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    auto users = referrers(kind, name);
    if (!users) return tl::unexpected(users.error());
    if (!users->empty()) {
        std::string text;
        for (const auto& user : *users) text += (text.empty() ? "" : ", ") + user;
        return model::failure(ErrorClass::InvalidRequest, nameIn(kind, name) + " is in use by " + text + ". Change those first.", "referred_to");
    }
    Statement archive(connection_.database(), "UPDATE document SET archived = 1 WHERE kind = ? AND name = ?");
    archive.bind(nameOf(kind)).bind(name);
    if (auto done = archive.run(); !done) return done;
    if (archive.affected() == 0) return missing(kind, name);
    if (auto done = audit_.add(actor, "document.archive", nameIn(kind, name), "", now); !done) return done;
    return transaction.commit();
}

model::Result<std::vector<model::DocumentVersion>> DocumentRepository::production() {
    Statement rows(connection_.database(),
                   "SELECT v.kind, v.name, v.version, v.content_hash, v.spec, v.author, v.message, v.created_us FROM document d "
                   "JOIN document_label l ON l.kind = d.kind AND l.name = d.name AND l.label = 'production' "
                   "JOIN document_version v ON v.kind = d.kind AND v.name = d.name AND v.version = l.version WHERE d.archived = 0 ORDER BY v.kind, v.name");
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<model::DocumentVersion> list;
    while (rows.next()) list.push_back(readVersion(rows));
    return list;
}

} // namespace signalbox::store
