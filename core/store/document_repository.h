#pragma once

#include "core/model/document.h"
#include "core/store/audit_log.h"
#include "core/store/database.h"
#include "core/store/label_repository.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
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
    std::string description; ///< of the latest version
    std::string owner;       ///< of a workflow, as the latest version says
    bool archived = false;
};

struct Registered {
    std::int64_t version = 0;
    bool unchanged = false; ///< a version with this content was there already
};

/// What somebody had in hand who changed a document elsewhere, in files say. If the registry moved on since, their change is a
/// conflict, unless it is what the registry has now.
struct RegistrationBase {
    std::int64_t version = 0;    ///< that they began with
    std::int64_t latest = 0;     ///< as it was then
    std::int64_t production = 0; ///< as it was then; 0: nowhere
};

/// A document that names another.
struct Referrer {
    model::DocumentVersion by;
    std::vector<std::string> labels; ///< of the referring version; a rollout's candidate counts as its label
    model::DocumentRef reference;    ///< as it names the other
    std::string pointer;             ///< where
};

/// What is asked, in their transaction, before documents are registered under `label` (may be empty): an error stores nothing.
using RegistrationCheck = std::function<model::Result<void>(const std::vector<model::Document>& documents, const std::string& label)>;

/// What versions demand of each other, as the registry asks for it before a change. Nobody: nothing.
struct RegistryChecks {
    RegistrationCheck registration{};
    MoveCheck move{};
};

/// The registry: immutable numbered versions, labels that point at them. Each change is one transaction with its audit entry.
class DocumentRepository {
public:
    explicit DocumentRepository(Connection& connection, RegistryChecks checks = {})
        : connection_(connection), audit_(connection), labels_(connection, checks.move), registering_(connection), checks_(std::move(checks)) {}

    /// All or nothing. A first version gets `production`; `label`, if given, moves to each version. `expectVersion`, if
    /// given, has to be the latest of the (one) document, else `conflict`. `bases`, if given, are the documents' in their order; all
    /// conflicts with them are told at once, as violations (`/documents/2`). A protected label does not move by registering
    /// (`approval_required`), but see LabelRepository for the first version.
    model::Result<std::vector<Registered>> add(const std::vector<model::Document>& documents, const std::string& message, const std::string& label,
                                               std::optional<std::int64_t> expectVersion, const Actor& actor, WallTime now,
                                               const std::vector<std::optional<RegistrationBase>>& bases = {});
    /// `text` is looked for in names and in the specifications of the latest versions, letter case aside.
    model::Result<std::vector<DocumentSummary>> list(std::optional<model::DocumentKind> kind, const std::string& text);
    /// Newest first, without their specifications.
    model::Result<std::vector<model::DocumentVersion>> versions(model::DocumentKind kind, const std::string& name);
    /// NotFound for a document, version or label that does not exist. `latest` is a label that moves by itself.
    model::Result<model::DocumentVersion> find(model::DocumentKind kind, const model::DocumentRef& reference);
    model::Result<std::map<std::string, std::int64_t>> labels(model::DocumentKind kind, const std::string& name);
    /// Moves a label, or makes it; see LabelRepository. `expect`, if given, is where it has to be now (0: nowhere), else `conflict`.
    model::Result<void> moveLabel(model::DocumentKind kind, const std::string& name, const std::string& label, std::int64_t version,
                                  std::optional<std::int64_t> expect, const Actor& actor, WallTime now, const std::string& message = {});
    /// Refused (`referred_to`) while a document in service names this one by that label.
    model::Result<void> removeLabel(model::DocumentKind kind, const std::string& name, const std::string& label, const Actor& actor, WallTime now);
    /// Takes a document out of service; its versions stay. Refused (`referred_to`) while `referrers` names any.
    model::Result<void> archive(model::DocumentKind kind, const std::string& name, const Actor& actor, WallTime now);
    /// Back into service, with the labels that it had.
    model::Result<void> restore(model::DocumentKind kind, const std::string& name, const Actor& actor, WallTime now);
    model::Result<bool> isArchived(model::DocumentKind kind, const std::string& name);
    /// Documents in service that name this one, in any version that a label or a rollout's candidate sits on.
    model::Result<std::vector<Referrer>> referrers(model::DocumentKind kind, const std::string& name);
    /// What documents in service name by this label.
    model::Result<std::set<std::pair<model::DocumentKind, std::string>>> namedBy(const std::string& label);
    /// Every document that is in service, at its production version.
    model::Result<std::vector<model::DocumentVersion>> production();
    /// What files hold: every document in service at its production version, or at its latest if it has none.
    model::Result<std::vector<model::DocumentVersion>> exported();
    /// Which registry this is; stays the same as long as the database lives.
    model::Result<std::string> identity();

private:
    model::Result<void> checkBases(const std::vector<model::Document>& documents, const std::vector<std::optional<RegistrationBase>>& bases);
    model::Result<Registered> addOne(const model::Document& document, const std::string& message, const std::string& label, std::optional<std::int64_t> expectVersion,
                                     const std::optional<RegistrationBase>& base, const Actor& actor, WallTime now);
    model::Result<void> addOwners(std::vector<DocumentSummary>& list);
    model::Result<void> refuseWhileReferred(const std::string& what, const std::vector<Referrer>& users);

    Connection& connection_;
    AuditLog audit_;
    LabelRepository labels_;
    LabelRepository registering_; ///< moves labels of a batch that was checked as a whole
    RegistryChecks checks_;
};

} // namespace signalbox::store
