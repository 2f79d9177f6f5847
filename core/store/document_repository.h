#pragma once

#include "core/model/document.h"
#include "core/store/audit_log.h"
#include "core/store/database.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// A line of a list of documents.
struct DocumentSummary {
    model::DocumentKind kind = model::DocumentKind::Provider;
    std::string name;
    std::int64_t latest = 0;
    std::map<std::string, std::int64_t> labels;
    WallTime updatedAt;
    std::string author;
    std::string message;
    bool archived = false;
};

struct Registered {
    std::int64_t version = 0;
    bool unchanged = false; ///< the latest version has this content already
};

/// The registry: immutable numbered versions, labels that point at them. Each change is one transaction with its audit entry.
class DocumentRepository {
public:
    explicit DocumentRepository(Connection& connection) : connection_(connection), audit_(connection) {}

    /// All or nothing. A first version gets `production`; `label`, if given, moves to each version. `expectVersion`, if given,
    /// has to be the latest of the (one) document, else Error code `conflict`.
    model::Result<std::vector<Registered>> add(const std::vector<model::Document>& documents, const std::string& message, const std::string& label,
                                               std::optional<std::int64_t> expectVersion, const Actor& actor, WallTime now);
    model::Result<std::vector<DocumentSummary>> list(std::optional<model::DocumentKind> kind, const std::string& text);
    /// Newest first.
    model::Result<std::vector<model::DocumentVersion>> versions(model::DocumentKind kind, const std::string& name);
    /// NotFound for a document, version or label that does not exist. `latest` is a label that moves by itself.
    model::Result<model::DocumentVersion> find(model::DocumentKind kind, const model::DocumentRef& reference);
    model::Result<std::map<std::string, std::int64_t>> labels(model::DocumentKind kind, const std::string& name);
    /// Moves a label, or makes it. `expect`, if given, is where it has to be now (0: nowhere), else `conflict`.
    model::Result<void> moveLabel(model::DocumentKind kind, const std::string& name, const std::string& label, std::int64_t version,
                                  std::optional<std::int64_t> expect, const Actor& actor, WallTime now);
    model::Result<void> removeLabel(model::DocumentKind kind, const std::string& name, const std::string& label, const Actor& actor, WallTime now);
    /// Takes a document out of service; its versions stay. Refused (`referred_to`) while `referrers` names any.
    model::Result<void> archive(model::DocumentKind kind, const std::string& name, const Actor& actor, WallTime now);
    /// Live documents (of production) that name this one, as `kind/name`.
    model::Result<std::vector<std::string>> referrers(model::DocumentKind kind, const std::string& name);
    /// Every document that is in service, at its production version.
    model::Result<std::vector<model::DocumentVersion>> production();

private:
    Connection& connection_;
    AuditLog audit_;
};

} // namespace signalbox::store
