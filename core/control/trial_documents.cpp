#include "core/control/trial_documents.h"

#include "core/control/document_checks.h"
#include "core/control/workflow_loader.h"
#include "core/model/workflow_spec.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>

#include <cctype>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;
using model::ErrorClass;

namespace {

/// The loader tells problems as the second half of a sentence.
std::string sentence(std::string text) {
    if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    if (!text.empty() && text.back() != '.') text += '.';
    return text;
}

tl::unexpected<model::Error> problem(const std::string& what, const std::string& why, const std::string& pointer) {
    model::Error error{ErrorClass::InvalidRequest, what + " cannot be tried: " + why + '.', "does_not_serve", {}, {}, {}};
    error.violations.push_back({pointer, why});
    return tl::unexpected(std::move(error));
}

/// Everything that would keep a draft from being registered, at its place in the request.
model::Result<void> checkDraft(store::Session& session, const model::Document& draft, const std::string& pointer) {
    const auto shape = draft.kind == DocumentKind::Prompt ? model::readPromptSpec(draft.spec, pointer).map([](const auto&) {}) : model::readWorkflowSpec(draft.spec, pointer).map([](const auto&) {});
    if (!shape) return tl::unexpected(shape.error());
    constexpr std::string_view kSpec = "/spec";
    model::Error error{ErrorClass::InvalidRequest, {}, "invalid_document", violationsOf(session, {draft}), {}, {}};
    if (error.violations.empty()) return {};
    for (auto& violation : error.violations)
        if (violation.pointer.starts_with(kSpec)) violation.pointer.replace(0, kSpec.size(), pointer);
    error.message = "The draft cannot be tried: " + error.violations.front().pointer + ' ' + error.violations.front().message + '.';
    return tl::unexpected(std::move(error));
}

/// The loader over one view of the database, with nothing kept from before.
class FreshLoader {
public:
    explicit FreshLoader(store::Session& session) : reader_(session.connection), loader_(session, reader_, none()) {}
    WorkflowLoader* operator->() { return &loader_; }

private:
    static const CompiledVersions& none() {
        static const CompiledVersions nothing;
        return nothing;
    }
    store::VersionReader reader_;
    WorkflowLoader loader_;
};

WorkflowOrError served(WorkflowOrError workflow, const std::string& pointer) {
    if (workflow && !(*workflow)->problem.empty()) return problem("The workflow " + (*workflow)->label, (*workflow)->problem, pointer);
    return workflow;
}

PromptOrError rendered(PromptOrError prompt, const std::string& pointer) {
    if (!prompt) {
        prompt.error().message = sentence(prompt.error().message);
        return prompt;
    }
    const auto& why = (*prompt)->problem.empty() ? (*prompt)->text->problem : (*prompt)->problem;
    if (!why.empty()) return problem("The prompt " + (*prompt)->label, why, pointer);
    return prompt;
}

} // namespace

PromptOrError registeredPrompt(store::Session& session, const model::DocumentRef& reference) {
    const auto version = store::DocumentRepository(session.connection).find(DocumentKind::Prompt, reference);
    if (!version) return tl::unexpected(version.error());
    return rendered(FreshLoader(session)->prompt({version->document.name, {}, version->version}), "/prompt");
}

PromptOrError draftPrompt(store::Session& session, const std::string& name, const json::object& spec, const std::string& pointer) {
    const auto called = name.empty() ? std::string("prompt") : name;
    if (auto right = checkDraft(session, {DocumentKind::Prompt, called, spec}, pointer); !right) return tl::unexpected(right.error());
    return rendered(FreshLoader(session)->draftPrompt(called + "@draft", spec), pointer);
}

WorkflowOrError draftWorkflow(store::Session& session, const std::string& name, const json::object& spec, const std::string& pointer) {
    const auto called = name.empty() ? std::string("workflow") : name;
    if (auto right = checkDraft(session, {DocumentKind::Workflow, called, spec}, pointer); !right) return tl::unexpected(right.error());
    return served(FreshLoader(session)->draftWorkflow(called, called + "@draft", spec), pointer);
}

WorkflowOrError workflowWithPrompt(store::Session& session, const model::DocumentVersion& workflow, std::shared_ptr<const gateway::Prompt> prompt) {
    const auto& name = workflow.document.name;
    return served(FreshLoader(session)->draftWorkflow(name, name + '@' + std::to_string(workflow.version), workflow.document.spec, std::move(prompt)), "/workflow");
}

} // namespace signalbox::control
