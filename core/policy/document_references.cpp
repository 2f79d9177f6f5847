#include "core/policy/document_references.h"

#include "core/model/prompt_spec.h"
#include "core/model/route_spec.h"
#include "core/model/test_set_spec.h"
#include "core/model/workflow_spec.h"
#include "core/policy/prompt_template.h"

namespace signalbox::policy {

using model::DocumentKind;
using model::DocumentRef;

namespace {

class References {
public:
    void add(DocumentKind kind, DocumentRef target, std::string pointer) { list_.push_back({kind, std::move(target), std::move(pointer)}); }
    void add(DocumentKind kind, const std::string& text, std::string pointer) {
        if (auto reference = DocumentRef::parse(text)) add(kind, std::move(*reference), std::move(pointer));
    }
    void addAll(DocumentKind kind, const std::vector<std::string>& texts, const std::string& pointer) {
        for (std::size_t i = 0; i < texts.size(); ++i) add(kind, texts[i], pointer + '/' + std::to_string(i));
    }
    void addPartials(const std::string& text, const std::string& pointer) {
        if (text.find('>') == std::string::npos) return; // no partial, whatever the delimiters
        const auto parsed = PromptTemplate::parse(text);
        if (!parsed) return;
        for (const auto& node : parsed->nodes())
            if (node.kind == TemplateNode::Kind::Partial) add(DocumentKind::Prompt, node.reference, pointer);
    }
    std::vector<DocumentReference> take() { return std::move(list_); }

private:
    std::vector<DocumentReference> list_;
};

void ofRoute(const model::RouteSpec& spec, References& references) {
    for (std::size_t i = 0; i < spec.targets.size(); ++i) references.add(DocumentKind::Provider, DocumentRef{spec.targets[i].provider, "production", {}}, "/spec/targets/" + std::to_string(i) + "/model");
    references.addAll(DocumentKind::Policy, spec.policies, "/spec/policies");
}

void ofPrompt(const model::PromptSpec& spec, References& references) {
    references.addPartials(spec.text, "/spec/text");
    for (std::size_t i = 0; i < spec.messages.size(); ++i) references.addPartials(spec.messages[i].content, "/spec/messages/" + std::to_string(i) + "/content");
}

void ofWorkflow(const model::WorkflowSpec& spec, References& references) {
    references.add(DocumentKind::Prompt, spec.prompt, "/spec/prompt");
    references.add(DocumentKind::Route, spec.route, "/spec/route");
    references.addAll(DocumentKind::Policy, spec.policies, "/spec/policies");
    references.addAll(DocumentKind::Runbook, spec.runbooks, "/spec/runbooks");
}

void ofTestSet(const model::TestSetSpec& spec, References& references) {
    if (!spec.workflow.empty()) references.add(DocumentKind::Workflow, spec.workflow, "/spec/workflow");
    if (!spec.prompt.empty()) references.add(DocumentKind::Prompt, spec.prompt, "/spec/prompt");
    if (const auto slash = spec.model.find('/'); slash != std::string::npos) {
        const auto owner = spec.model.substr(0, slash);
        if (owner == "route") references.add(DocumentKind::Route, spec.model.substr(slash + 1), "/spec/model");
        else references.add(DocumentKind::Provider, owner, "/spec/model");
    }
    for (std::size_t i = 0; i < spec.cases.size(); ++i)
        for (std::size_t j = 0; j < spec.cases[i].expect.size(); ++j)
            if (const auto& expectation = spec.cases[i].expect[j]; expectation.type == model::Expectation::Type::Judge)
                references.add(DocumentKind::Prompt, expectation.judge, "/spec/cases/" + std::to_string(i) + "/expect/" + std::to_string(j) + "/judge");
}

} // namespace

std::vector<DocumentReference> referencesOf(const model::Document& document) {
    References references;
    switch (document.kind) {
    case DocumentKind::Route:
        if (const auto spec = model::readRouteSpec(document.spec)) ofRoute(*spec, references);
        break;
    case DocumentKind::Prompt:
        if (const auto spec = model::readPromptSpec(document.spec)) ofPrompt(*spec, references);
        break;
    case DocumentKind::Workflow:
        if (const auto spec = model::readWorkflowSpec(document.spec)) ofWorkflow(*spec, references);
        break;
    case DocumentKind::TestSet:
        if (const auto spec = model::readTestSetSpec(document.spec)) ofTestSet(*spec, references);
        break;
    case DocumentKind::Provider:
    case DocumentKind::Policy:
    case DocumentKind::Runbook: break;
    }
    return references.take();
}

std::vector<DocumentKind> kindsThatRefer(DocumentKind to) {
    switch (to) {
    case DocumentKind::Provider: return {DocumentKind::Route, DocumentKind::TestSet};
    case DocumentKind::Route: return {DocumentKind::Workflow, DocumentKind::TestSet};
    case DocumentKind::Policy: return {DocumentKind::Route, DocumentKind::Workflow};
    case DocumentKind::Prompt: return {DocumentKind::Prompt, DocumentKind::Workflow, DocumentKind::TestSet};
    case DocumentKind::Workflow: return {DocumentKind::TestSet};
    case DocumentKind::Runbook: return {DocumentKind::Workflow};
    case DocumentKind::TestSet: return {};
    }
    return {};
}

} // namespace signalbox::policy
