#include "core/control/template_collector.h"

#include "core/control/document_renaming.h"
#include "core/policy/document_references.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace signalbox::control {

using model::DocumentKind;
using model::ErrorClass;

namespace {

/// What others stand on comes first, as a person would write the file.
constexpr std::array<DocumentKind, 6> kOrder = {DocumentKind::Prompt, DocumentKind::Route, DocumentKind::Policy, DocumentKind::Runbook, DocumentKind::Workflow, DocumentKind::TestSet};

class Collector {
public:
    explicit Collector(store::Session& session) : documents_(session.connection) {}

    model::Result<void> take(DocumentKind kind, const model::DocumentRef& reference) {
        if (kind == DocumentKind::Provider || (kind == DocumentKind::Policy && reference.name == "default")) return {};
        auto version = documents_.find(kind, reference);
        if (!version) return tl::unexpected(version.error());
        const auto key = std::pair(kind, reference.name);
        if (const auto known = taken_.find(key); known != taken_.end()) {
            if (known->second.version == version->version) return {};
            return model::failure(ErrorClass::InvalidRequest,
                                  std::string(nameOf(kind)) + " '" + reference.name + "' is used in two versions, " + std::to_string(known->second.version) + " and " + std::to_string(version->version) +
                                      "; a template has one. Let both references name the same version first.",
                                  "template_ambiguous");
        }
        const auto document = taken_.emplace(key, std::move(*version)).first->second.document;
        for (const auto& link : policy::referencesOf(document))
            if (auto done = take(link.kind, link.target); !done) return done;
        return {};
    }

    /// The test sets of the workflow and of its prompt.
    model::Result<void> takeTestSets(const std::string& workflow) {
        auto live = documents_.production();
        if (!live) return tl::unexpected(live.error());
        for (const auto& version : *live) {
            if (version.document.kind != DocumentKind::TestSet) continue;
            const auto links = policy::referencesOf(version.document);
            const bool ours = std::any_of(links.begin(), links.end(), [&](const auto& link) {
                return (link.kind == DocumentKind::Workflow && link.target.name == workflow) || (link.kind == DocumentKind::Prompt && link.pointer == "/spec/prompt" && taken_.contains({DocumentKind::Prompt, link.target.name}));
            });
            if (!ours) continue;
            if (auto done = take(DocumentKind::TestSet, {version.document.name, {}, version.version}); !done) return done;
        }
        return {};
    }

    std::vector<model::Document> documents() const {
        std::vector<model::Document> list;
        for (const auto kind : kOrder)
            for (const auto& [key, version] : taken_)
                if (key.first == kind) list.push_back(version.document);
        for (auto& document : list)
            renameReferences(document, [this](DocumentKind kind, const model::DocumentRef& to) { return taken_.contains({kind, to.name}) ? to.name : std::string(); });
        return list;
    }

private:
    store::DocumentRepository documents_;
    std::map<std::pair<DocumentKind, std::string>, model::DocumentVersion> taken_;
};

} // namespace

model::Result<WorkflowTemplate> collectTemplate(store::Session& session, const std::string& workflow) {
    Collector collector(session);
    if (auto taken = collector.take(DocumentKind::Workflow, {workflow, "production", {}}); !taken) return tl::unexpected(taken.error());
    if (auto taken = collector.takeTestSets(workflow); !taken) return tl::unexpected(taken.error());
    WorkflowTemplate collected;
    collected.documents = collector.documents();
    return collected;
}

} // namespace signalbox::control
