#include "core/control/document_checks.h"

#include "core/control/kind_checks.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace signalbox::control {

using model::DocumentKind;
using model::ErrorClass;

namespace {

std::vector<model::Violation> violationsIn(DocumentView& view, const model::Document& document) {
    std::vector<model::Violation> violations;
    KindCheck check{view, violations};
    switch (document.kind) {
    case DocumentKind::Prompt:
        if (const auto spec = model::readPromptSpec(document.spec)) checkPrompt(check, *spec, document.name);
        break;
    case DocumentKind::Workflow:
        if (const auto spec = model::readWorkflowSpec(document.spec)) checkWorkflow(check, *spec);
        break;
    case DocumentKind::TestSet:
        if (const auto spec = model::readTestSetSpec(document.spec)) checkTestSet(check, *spec);
        break;
    case DocumentKind::Route:
        if (const auto spec = model::readRouteSpec(document.spec)) checkRoute(check, *spec);
        break;
    case DocumentKind::Policy:
        if (const auto policy = model::overlayPolicy(model::Policy{}, document.spec)) checkPolicy(check, *policy);
        break;
    case DocumentKind::Provider:
    case DocumentKind::Runbook: break;
    }
    return violations;
}

/// A document in service, by one of the labels that it is under.
struct Affected {
    model::DocumentVersion version;
    std::string label;
};

/// Who names `kind/name` by `label`, and who includes those; each version once, without those that `view` puts others in place of.
model::Result<std::vector<Affected>> affectedBy(DocumentView& view, DocumentKind kind, const std::string& name, const std::string& label) {
    std::vector<Affected> all;
    std::set<std::tuple<DocumentKind, std::string, std::int64_t>> seen;
    std::vector<std::tuple<DocumentKind, std::string, std::string>> open{{kind, name, label}};
    while (!open.empty()) {
        const auto [ofKind, ofName, ofLabel] = open.back();
        open.pop_back();
        auto users = view.repository().referrers(ofKind, ofName);
        if (!users) return tl::unexpected(users.error());
        for (auto& user : *users) {
            if (user.reference.version || user.reference.label != ofLabel) continue;
            const auto& document = user.by.document;
            if (!seen.emplace(document.kind, document.name, user.by.version).second) continue;
            if (view.holds(document.kind, document.name) && std::find(user.labels.begin(), user.labels.end(), label) != user.labels.end() && user.labels.size() == 1) continue;
            // What stands on a prompt, route or policy may be broken by what those stand on.
            for (const auto& its : user.labels) open.emplace_back(document.kind, document.name, its);
            all.push_back({std::move(user.by), user.labels.front()});
        }
    }
    return all;
}

/// What would be wrong with those who name the documents by that label, and is not wrong now.
model::Result<void> checkReferrers(store::Session& session, DocumentView& after, const std::vector<model::Document>& documents, const std::string& label) {
    DocumentView before(session);
    model::Error error{ErrorClass::InvalidRequest, {}, "breaks_referrers", {}, {}, {}};
    for (const auto& document : documents) {
        auto affected = affectedBy(after, document.kind, document.name, label);
        if (!affected) return tl::unexpected(affected.error());
        for (const auto& [version, its] : *affected) {
            auto broken = violationsIn(after, version.document);
            if (broken.empty()) continue;
            const auto known = violationsIn(before, version.document);
            std::erase_if(broken, [&](const model::Violation& one) {
                return std::any_of(known.begin(), known.end(), [&](const auto& old) { return old.pointer == one.pointer && old.message == one.message; });
            });
            const auto subject = store::subjectOf(version.document.kind, version.document.name);
            for (auto& violation : broken) {
                violation.message = subject + " (version " + std::to_string(version.version) + ", " + its + "): " + violation.message;
                if (error.message.empty()) error.message = "The label '" + label + "' of " + store::subjectOf(document.kind, document.name) + " cannot go there: " + violation.message + '.';
                error.violations.push_back(std::move(violation));
            }
        }
    }
    if (!error.violations.empty()) return tl::unexpected(std::move(error));
    return {};
}

std::vector<model::Violation> violationsWith(DocumentView& view, const std::vector<model::Document>& documents) {
    std::vector<model::Violation> all;
    for (std::size_t i = 0; i < documents.size(); ++i)
        for (auto& violation : violationsIn(view, documents[i])) {
            if (documents.size() > 1) violation.pointer.insert(0, "/documents/" + std::to_string(i));
            all.push_back(std::move(violation));
        }
    return all;
}

model::Error refusal(const std::string& what, std::vector<model::Violation> violations) {
    model::Error error{ErrorClass::InvalidRequest, {}, "invalid_document", std::move(violations), {}, {}};
    const auto& first = error.violations.front();
    error.message = what + " is not valid: " + (first.pointer.empty() ? std::string() : first.pointer + ' ') + first.message + '.';
    if (error.violations.size() > 1) error.message += " (and " + std::to_string(error.violations.size() - 1) + " more)";
    return error;
}

model::Result<void> checkRegistration(store::Session& session, const std::vector<model::Document>& documents, const std::string& label) {
    DocumentView view(session);
    for (const auto& document : documents) view.put(document, label);
    auto violations = violationsWith(view, documents);
    if (!violations.empty()) return tl::unexpected(refusal(documents.size() == 1 ? std::string(nameOf(documents.front().kind)) + " '" + documents.front().name + "'" : "What would be registered", std::move(violations)));
    if (!label.empty())
        if (auto right = checkReferrers(session, view, documents, label); !right) return right;
    // `latest` moves with each version: whoever is named by it goes live when it is saved.
    const auto live = view.repository().namedBy(std::string(store::kLatestLabel));
    if (!live) return tl::unexpected(live.error());
    std::vector<model::Document> named;
    std::copy_if(documents.begin(), documents.end(), std::back_inserter(named), [&](const auto& document) { return live->contains({document.kind, document.name}); });
    return checkReferrers(session, view, named, std::string(store::kLatestLabel));
}

model::Result<void> checkMove(store::Session& session, const store::LabelMove& move) {
    DocumentView view(session);
    auto version = view.repository().find(move.kind, {move.name, {}, move.version});
    if (!version) return tl::unexpected(version.error());
    view.put(version->document, move.label);
    if (auto violations = violationsIn(view, version->document); !violations.empty())
        return tl::unexpected(refusal(store::subjectOf(move.kind, move.name) + '@' + std::to_string(move.version), std::move(violations)));
    return checkReferrers(session, view, {version->document}, move.label);
}

} // namespace

std::vector<model::Violation> violationsOf(store::Session& session, const std::vector<model::Document>& documents, const std::string& label) {
    DocumentView view(session);
    for (const auto& document : documents) view.put(document, label);
    return violationsWith(view, documents);
}

store::RegistryChecks registryChecks(store::Session& session) {
    return {[&session](const std::vector<model::Document>& documents, const std::string& label) { return checkRegistration(session, documents, label); },
            [&session](const store::LabelMove& move) { return checkMove(session, move); }};
}

} // namespace signalbox::control
