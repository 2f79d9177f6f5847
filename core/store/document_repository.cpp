#include "core/store/document_repository.h"

#include "core/model/json_text.h"
#include "core/policy/document_references.h"
#include "core/store/approval_state.h"
#include "core/store/statement.h"

#include <boost/json.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>

namespace signalbox::store {

using model::DocumentKind;
using model::ErrorClass;

namespace {

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
    auto spec = model::parseOwnJson(row.text(), error);
    if (spec.is_object()) version.document.spec = std::move(spec.get_object());
    version.author = row.text();
    version.message = row.text();
    version.createdAt = fromMicros(row.integer());
    return version;
}

constexpr auto kVersionColumns = "kind, name, version, content_hash, spec, author, message, created_us";

/// Versions that a label or a rollout has in service, once for each.
constexpr auto kInService = "SELECT v.kind, v.name, v.version, v.content_hash, v.spec, v.author, v.message, v.created_us, l.label FROM "
                            "(SELECT kind, name, label, version FROM document_label UNION ALL SELECT kind, name, label, candidate FROM rollout) l "
                            "JOIN document d ON d.kind = l.kind AND d.name = l.name JOIN document_version v ON v.kind = l.kind AND v.name = l.name AND v.version = l.version ";

} // namespace

model::Result<std::vector<Registered>> DocumentRepository::add(const std::vector<model::Document>& documents, const std::string& message, const std::string& label,
                                                               std::optional<std::int64_t> expectVersion, const Actor& actor, WallTime now,
                                                               const std::vector<std::optional<RegistrationBase>>& bases) {
    if (label == kLatestLabel) return model::failure(ErrorClass::InvalidRequest, "The label 'latest' is set by the registry alone.", "label_reserved");
    Transaction transaction(connection_.database());
    if (auto right = checkBases(documents, bases); !right) return tl::unexpected(right.error());
    if (checks_.registration)
        if (auto right = checks_.registration(documents, label); !right) return tl::unexpected(right.error());
    std::vector<Registered> results;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        auto registered = addOne(documents[i], message, label, expectVersion, i < bases.size() ? bases[i] : std::nullopt, actor, now);
        if (!registered) return tl::unexpected(registered.error());
        results.push_back(*registered);
    }
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return results;
}

model::Result<void> DocumentRepository::checkBases(const std::vector<model::Document>& documents, const std::vector<std::optional<RegistrationBase>>& bases) {
    model::Error error{ErrorClass::InvalidRequest, "The registry moved on since these documents were taken from it; nothing was stored. Take them anew and put your changes in, or force them.", "conflict", {}, {}, {}};
    for (std::size_t i = 0; i < documents.size() && i < bases.size(); ++i) {
        if (!bases[i]) continue;
        const auto& document = documents[i];
        Statement read(connection_.database(), "SELECT version, content_hash, author, created_us, message FROM document_version WHERE kind = ? AND name = ? ORDER BY version DESC LIMIT 1");
        read.bind(nameOf(document.kind)).bind(document.name);
        if (auto done = read.run(); !done) return done;
        if (!read.next()) continue;
        const auto latest = read.integer();
        const auto hash = read.text();
        const auto author = read.text();
        const auto at = toRfc3339(fromMicros(read.integer()));
        const auto why = read.text();
        read.finish();
        const auto subject = subjectOf(document.kind, document.name);
        const auto yours = subject + ": yours is from version " + std::to_string(bases[i]->version);
        const auto pointer = "/documents/" + std::to_string(i);
        const auto archived = isArchived(document.kind, document.name);
        if (!archived) return tl::unexpected(archived.error());
        if (*archived) {
            error.violations.push_back({pointer, yours + ", and it was taken out of service since"});
            continue;
        }
        if (hash == document.contentHash()) continue;
        if (latest != bases[i]->latest) {
            error.violations.push_back({pointer, yours + ", the registry has version " + std::to_string(latest) + " now, by " + author + " at " + at + (why.empty() ? std::string() : " (" + why + ")")});
            continue;
        }
        const auto live = labels_.at(document.kind, document.name, std::string(kProductionLabel));
        if (!live) return tl::unexpected(live.error());
        if (*live == bases[i]->production) continue;
        const auto moves = labels_.history(document.kind, document.name, std::string(kProductionLabel));
        if (!moves) return tl::unexpected(moves.error());
        error.violations.push_back({pointer, yours + ", production is at version " + std::to_string(*live) + " now" + (moves->empty() ? std::string() : ", moved by " + moves->front().actor + " at " + toRfc3339(moves->front().at))});
    }
    if (!error.violations.empty()) return tl::unexpected(std::move(error));
    return {};
}

model::Result<Registered> DocumentRepository::addOne(const model::Document& document, const std::string& message, const std::string& label, std::optional<std::int64_t> expectVersion,
                                                     const std::optional<RegistrationBase>& base, const Actor& actor, WallTime now) {
    auto& database = connection_.database();
    const std::string kind(nameOf(document.kind));
    const auto hash = document.contentHash();
    const auto subject = subjectOf(document.kind, document.name);
    // The latest; or the version that a file holds which nobody edited, when a later one waits for its label.
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
        return model::failure(ErrorClass::InvalidRequest, subject + " is at version " + std::to_string(latest) + " now, not " + std::to_string(*expectVersion) + ". Look at what changed, then save again.", "conflict");
    Registered registered{latest, latest > 0 && latestHash == hash};
    if (!registered.unchanged && base && latest > 0) {
        Statement began(database, "SELECT content_hash FROM document_version WHERE kind = ? AND name = ? AND version = ?");
        began.bind(kind).bind(document.name).bind(base->version);
        if (auto done = began.run(); !done) return tl::unexpected(done.error());
        if (began.next() && began.text() == hash) registered = {base->version, true};
    }
    if (!registered.unchanged) {
        registered.version = latest + 1;
        Statement owner(database, "INSERT INTO document (kind, name) VALUES (?, ?) ON CONFLICT (kind, name) DO UPDATE SET archived = 0");
        owner.bind(kind).bind(document.name);
        if (auto done = owner.run(); !done) return tl::unexpected(done.error());
        const auto* description = document.spec.if_contains("description");
        Statement insert(database, "INSERT INTO document_version (kind, name, version, content_hash, spec, author, message, created_us, description) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(kind).bind(document.name).bind(registered.version).bind(hash).bind(boost::json::serialize(document.spec)).bind(actor.name).bind(message).bind(toMicros(now));
        insert.bind(description && description->is_string() ? std::string(description->get_string()) : std::string());
        if (auto done = insert.run(); !done) return tl::unexpected(done.error());
        if (auto done = audit_.add(actor, "document.register", subject + '@' + std::to_string(registered.version), "content " + hash + (message.empty() ? "" : ": " + message), now); !done)
            return tl::unexpected(done.error());
    } else {
        Statement revive(database, "UPDATE document SET archived = 0 WHERE kind = ? AND name = ? AND archived <> 0");
        revive.bind(kind).bind(document.name);
        if (auto done = revive.run(); !done) return tl::unexpected(done.error());
        if (revive.affected() > 0)
            if (auto done = audit_.add(actor, "document.restore", subject, "registered again", now); !done) return tl::unexpected(done.error());
    }
    if (latest == 0)
        if (auto done = registering_.placeFirst(document.kind, document.name, actor, now); !done) return tl::unexpected(done.error());
    if (!label.empty()) {
        if (auto moved = registering_.moveWithin({document.kind, document.name, label, registered.version, {}, message, {}}, actor, now); !moved) return tl::unexpected(moved.error());
    }
    return registered;
}

/// Only workflows have owners, and there are few of them: theirs are the only specifications that a list reads.
model::Result<void> DocumentRepository::addOwners(std::vector<DocumentSummary>& list) {
    if (std::none_of(list.begin(), list.end(), [](const DocumentSummary& summary) { return summary.kind == DocumentKind::Workflow; })) return {};
    Statement rows(connection_.database(), "SELECT v.name, json_extract(v.spec, '$.owner') FROM document_version v WHERE v.kind = 'workflow' "
                                           "AND v.version = (SELECT MAX(x.version) FROM document_version x WHERE x.kind = v.kind AND x.name = v.name) "
                                           "AND json_type(v.spec, '$.owner') = 'text'");
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::map<std::string, std::string> owners;
    while (rows.next()) {
        auto name = rows.text();
        owners[std::move(name)] = rows.text();
    }
    for (auto& summary : list)
        if (const auto owner = owners.find(summary.name); summary.kind == DocumentKind::Workflow && owner != owners.end()) summary.owner = owner->second;
    return {};
}

model::Result<std::vector<DocumentSummary>> DocumentRepository::list(std::optional<DocumentKind> kind, const std::string& text) {
    const std::string kindName(kind ? nameOf(*kind) : std::string_view());
    // As it stands in stored JSON: between the quotes.
    auto escaped = boost::json::serialize(boost::json::value(text));
    escaped = escaped.substr(1, escaped.size() - 2);
    // Without a text, everything comes from the index of summaries; specifications are only read to be searched.
    std::string sql = "SELECT d.kind, d.name, d.archived, v.version, v.author, v.message, v.created_us, v.description FROM document d "
                      "JOIN document_version v ON v.kind = d.kind AND v.name = d.name "
                      "AND v.version = (SELECT MAX(x.version) FROM document_version x WHERE x.kind = d.kind AND x.name = d.name) WHERE (? = '' OR d.kind = ?)";
    if (!text.empty()) sql += " AND (INSTR(d.name, LOWER(?)) > 0 OR INSTR(LOWER(v.spec), LOWER(?)) > 0)";
    sql += " ORDER BY d.kind, d.name";
    Statement rows(connection_.database(), sql.c_str());
    rows.bind(kindName).bind(kindName);
    if (!text.empty()) rows.bind(text).bind(escaped);
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
        summary.description = rows.text();
        list.push_back(std::move(summary));
    }
    Statement labelRows(connection_.database(), "SELECT kind, name, label, version FROM document_label WHERE (? = '' OR kind = ?) ORDER BY kind, name");
    labelRows.bind(kindName).bind(kindName);
    if (auto done = labelRows.run(); !done) return tl::unexpected(done.error());
    // Both are in the same order.
    auto at = list.begin();
    const auto keyOf = [](const DocumentSummary& summary) { return std::pair(nameOf(summary.kind), std::string_view(summary.name)); };
    while (labelRows.next()) {
        const auto owner = labelRows.text();
        const auto name = labelRows.text();
        const std::pair<std::string_view, std::string_view> key{owner, name};
        while (at != list.end() && keyOf(*at) < key) ++at;
        if (at == list.end()) break;
        if (keyOf(*at) != key) continue;
        auto label = labelRows.text();
        at->labels[std::move(label)] = labelRows.integer();
    }
    for (auto& summary : list) summary.labels[std::string(kLatestLabel)] = summary.latest;
    if (auto named = addOwners(list); !named) return tl::unexpected(named.error());
    return list;
}

model::Result<std::vector<model::DocumentVersion>> DocumentRepository::versions(DocumentKind kind, const std::string& name) {
    Statement rows(connection_.database(), "SELECT version, content_hash, author, message, created_us FROM document_version WHERE kind = ? AND name = ? ORDER BY version DESC");
    rows.bind(nameOf(kind)).bind(name);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<model::DocumentVersion> list;
    while (rows.next()) {
        model::DocumentVersion version;
        version.document.kind = kind;
        version.document.name = name;
        version.version = rows.integer();
        version.contentHash = rows.text();
        version.author = rows.text();
        version.message = rows.text();
        version.createdAt = fromMicros(rows.integer());
        list.push_back(std::move(version));
    }
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
    labels[std::string(kLatestLabel)] = newest;
    return labels;
}

model::Result<model::DocumentVersion> DocumentRepository::find(DocumentKind kind, const model::DocumentRef& reference) {
    auto known = labels(kind, reference.name);
    if (!known) return tl::unexpected(known.error());
    auto wanted = reference.version;
    if (!wanted) {
        const auto label = known->find(reference.label);
        if (label == known->end())
            return model::failure(ErrorClass::NotFound, subjectOf(kind, reference.name) + " has no label '" + reference.label + "'.", "label_not_found");
        wanted = label->second;
    }
    Statement rows(connection_.database(), (std::string("SELECT ") + kVersionColumns + " FROM document_version WHERE kind = ? AND name = ? AND version = ?").c_str());
    rows.bind(nameOf(kind)).bind(reference.name).bind(*wanted);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (!rows.next()) return model::failure(ErrorClass::NotFound, subjectOf(kind, reference.name) + " has no version " + std::to_string(*wanted) + '.', "version_not_found");
    return readVersion(rows);
}

model::Result<void> DocumentRepository::moveLabel(DocumentKind kind, const std::string& name, const std::string& label, std::int64_t version,
                                                  std::optional<std::int64_t> expect, const Actor& actor, WallTime now, const std::string& message) {
    return labels_.move({kind, name, label, version, expect, message, {}}, actor, now).map([](bool) {});
}

model::Result<void> DocumentRepository::removeLabel(DocumentKind kind, const std::string& name, const std::string& label, const Actor& actor, WallTime now) {
    if (label == kLatestLabel || label == kProductionLabel)
        return model::failure(ErrorClass::InvalidRequest, "The label '" + label + "' cannot be removed; archive the document to take it out of service.", "label_reserved");
    Transaction transaction(connection_.database());
    auto users = referrers(kind, name);
    if (!users) return tl::unexpected(users.error());
    std::erase_if(*users, [&](const Referrer& user) { return user.reference.version || user.reference.label != label; });
    if (auto free = refuseWhileReferred(subjectOf(kind, name) + '@' + label, *users); !free) return free;
    if (auto done = labels_.removeWithin(kind, name, label, actor, now); !done) return done;
    return transaction.commit();
}

model::Result<std::vector<Referrer>> DocumentRepository::referrers(DocumentKind kind, const std::string& name) {
    const auto kinds = policy::kindsThatRefer(kind);
    if (kinds.empty()) return std::vector<Referrer>{};
    const auto nth = [&](std::size_t i) { return nameOf(kinds[std::min(i, kinds.size() - 1)]); };
    Statement rows(connection_.database(), (std::string(kInService) + "WHERE l.kind IN (?, ?, ?) AND d.archived = 0 AND INSTR(v.spec, ?) > 0 ORDER BY v.kind, v.name, v.version, l.label").c_str());
    rows.bind(nth(0)).bind(nth(1)).bind(nth(2)).bind(name);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<Referrer> list;
    std::size_t ofLast = 0; ///< how many at the end of the list are of the version that came last
    std::optional<std::tuple<DocumentKind, std::string, std::int64_t>> last;
    while (rows.next()) {
        auto version = readVersion(rows);
        auto label = rows.text();
        std::tuple key(version.document.kind, version.document.name, version.version);
        if (last == key) { // once more, under another label
            for (auto it = list.end() - static_cast<std::ptrdiff_t>(ofLast); it != list.end(); ++it)
                if (it->labels.back() != label) it->labels.push_back(label);
            continue;
        }
        last = std::move(key);
        ofLast = 0;
        for (auto& reference : policy::referencesOf(version.document)) {
            if (reference.kind != kind || reference.target.name != name) continue;
            list.push_back({version, {label}, std::move(reference.target), std::move(reference.pointer)});
            ++ofLast;
        }
    }
    return list;
}

model::Result<std::set<std::pair<DocumentKind, std::string>>> DocumentRepository::namedBy(const std::string& label) {
    Statement rows(connection_.database(), (std::string(kInService) + "WHERE d.archived = 0 AND INSTR(v.spec, ?) > 0").c_str());
    rows.bind('@' + label);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::set<std::pair<DocumentKind, std::string>> named;
    while (rows.next())
        for (auto& reference : policy::referencesOf(readVersion(rows).document))
            if (!reference.target.version && reference.target.label == label) named.emplace(reference.kind, std::move(reference.target.name));
    return named;
}

model::Result<void> DocumentRepository::refuseWhileReferred(const std::string& what, const std::vector<Referrer>& users) {
    if (users.empty()) return {};
    model::Error error{ErrorClass::InvalidRequest, {}, "referred_to", {}, {}, {}};
    std::string text;
    std::string before;
    for (const auto& user : users) {
        const auto subject = subjectOf(user.by.document.kind, user.by.document.name);
        const bool serves = std::find(user.labels.begin(), user.labels.end(), kProductionLabel) != user.labels.end();
        const auto one = serves ? subject : subject + '@' + user.labels.front();
        if (one != before) text += (text.empty() ? "" : ", ") + one;
        before = one;
        error.violations.push_back({user.pointer, one + " (version " + std::to_string(user.by.version) + ") names " + user.reference.text()});
    }
    error.message = what + " is in use by " + text + ". Change those first.";
    return tl::unexpected(std::move(error));
}

model::Result<void> DocumentRepository::archive(DocumentKind kind, const std::string& name, const Actor& actor, WallTime now) {
    if (kind == DocumentKind::Policy && name == "default") return model::failure(ErrorClass::InvalidRequest, "policy/default is in use by every call: it is the base of all policies. Change it instead.", "referred_to");
    Transaction transaction(connection_.database());
    auto users = referrers(kind, name);
    if (!users) return tl::unexpected(users.error());
    if (auto free = refuseWhileReferred(subjectOf(kind, name), *users); !free) return free;
    const auto was = isArchived(kind, name);
    if (!was) return tl::unexpected(was.error());
    if (*was) return {};
    Statement archive(connection_.database(), "UPDATE document SET archived = 1 WHERE kind = ? AND name = ?");
    archive.bind(nameOf(kind)).bind(name);
    if (auto done = archive.run(); !done) return done;
    if (auto done = labels_.endRollouts(kind, name, {}, "the document was taken out of service", actor, now); !done) return done;
    if (auto done = voidApprovals(connection_, kind, name, {}, 0, "the document was taken out of service by " + actor.name, actor, now); !done) return done;
    if (auto done = audit_.add(actor, "document.archive", subjectOf(kind, name), "", now); !done) return done;
    return transaction.commit();
}

model::Result<void> DocumentRepository::restore(DocumentKind kind, const std::string& name, const Actor& actor, WallTime now) {
    Transaction transaction(connection_.database());
    const auto was = isArchived(kind, name);
    if (!was) return tl::unexpected(was.error());
    if (!*was) return {};
    const auto live = labels_.at(kind, name, std::string(kProductionLabel));
    if (!live) return tl::unexpected(live.error());
    if (checks_.move && *live != 0) // what it names may be gone
        if (auto right = checks_.move({kind, name, std::string(kProductionLabel), *live, {}, {}, {}}); !right) return right;
    Statement restore(connection_.database(), "UPDATE document SET archived = 0 WHERE kind = ? AND name = ?");
    restore.bind(nameOf(kind)).bind(name);
    if (auto done = restore.run(); !done) return done;
    if (auto done = audit_.add(actor, "document.restore", subjectOf(kind, name), "", now); !done) return done;
    return transaction.commit();
}

model::Result<bool> DocumentRepository::isArchived(DocumentKind kind, const std::string& name) {
    Statement read(connection_.database(), "SELECT archived FROM document WHERE kind = ? AND name = ?");
    read.bind(nameOf(kind)).bind(name);
    if (auto done = read.run(); !done) return tl::unexpected(done.error());
    if (!read.next()) return missing(kind, name);
    return read.integer() != 0;
}

model::Result<std::vector<model::DocumentVersion>> DocumentRepository::exported() {
    Statement rows(connection_.database(),
                   "SELECT v.kind, v.name, v.version, v.content_hash, v.spec, v.author, v.message, v.created_us FROM document d "
                   "LEFT JOIN document_label l ON l.kind = d.kind AND l.name = d.name AND l.label = 'production' "
                   "JOIN document_version v ON v.kind = d.kind AND v.name = d.name AND v.version = COALESCE(l.version, "
                   "(SELECT MAX(x.version) FROM document_version x WHERE x.kind = d.kind AND x.name = d.name)) WHERE d.archived = 0 ORDER BY v.kind, v.name");
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    std::vector<model::DocumentVersion> list;
    while (rows.next()) list.push_back(readVersion(rows));
    return list;
}

model::Result<std::string> DocumentRepository::identity() {
    Statement read(connection_.database(), "SELECT id FROM registry_identity");
    if (auto done = read.run(); !done) return tl::unexpected(done.error());
    return read.next() ? read.text() : std::string();
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
