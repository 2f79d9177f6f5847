#include "core/control/trial_documents.h"

#include "core/control/request_members.h"
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

tl::unexpected<model::Error> wrong(const model::Error& error, const std::string& pointer) {
    auto placed = error;
    placed.errorClass = ErrorClass::InvalidRequest;
    if (placed.violations.empty()) placed.violations.push_back({pointer, error.message});
    else
        for (auto& violation : placed.violations) violation.pointer.insert(0, pointer);
    return tl::unexpected(std::move(placed));
}

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

model::Result<void> checkTemplate(store::DocumentRepository& documents, const std::string& text, const std::string& pointer) {
    const auto parsed = policy::PromptTemplate::parse(text);
    if (!parsed) return wrong(parsed.error(), pointer);
    for (const auto& name : parsed->names(policy::TagKind::Partial)) {
        const auto reference = model::DocumentRef::parse(name);
        if (!reference) return wrong(reference.error(), pointer);
        if (auto there = documents.find(DocumentKind::Prompt, *reference); !there) return wrong(there.error(), pointer);
    }
    return {};
}

/// What is wrong with a draft, at its place. Whether its partials are right all the way down is the loader's to say.
model::Result<void> checkPrompt(store::Session& session, const json::object& json, const std::string& pointer) {
    const auto spec = model::readPromptSpec(json, pointer);
    if (!spec) return tl::unexpected(spec.error());
    store::DocumentRepository documents(session.connection);
    for (std::size_t i = 0; i < spec->messages.size(); ++i)
        if (auto right = checkTemplate(documents, spec->messages[i].content, pointer + "/messages/" + std::to_string(i) + "/content"); !right) return right;
    if (spec->isPartial())
        if (auto right = checkTemplate(documents, spec->text, pointer + "/text"); !right) return right;
    if (spec->variables)
        if (auto contract = policy::Contract::compile(json::value(*spec->variables)); !contract) return wrong(contract.error(), pointer + "/variables");
    return {};
}

model::Result<void> checkWorkflow(const json::object& json, const std::string& pointer) {
    const auto spec = model::readWorkflowSpec(json, pointer);
    if (!spec) return tl::unexpected(spec.error());
    if (auto contract = policy::Contract::compile(spec->inputSchema); !contract) return wrong(contract.error(), pointer + "/input_schema");
    if (spec->outputSchema)
        if (auto contract = policy::Contract::compile(*spec->outputSchema); !contract) return wrong(contract.error(), pointer + "/output_schema");
    return {};
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
    if (auto right = checkPrompt(session, spec, pointer); !right) return tl::unexpected(right.error());
    return rendered(FreshLoader(session)->draftPrompt((name.empty() ? std::string("prompt") : name) + "@draft", spec), pointer);
}

WorkflowOrError draftWorkflow(store::Session& session, const std::string& name, const json::object& spec, const std::string& pointer) {
    if (auto right = checkWorkflow(spec, pointer); !right) return tl::unexpected(right.error());
    const auto called = name.empty() ? std::string("workflow") : name;
    return served(FreshLoader(session)->draftWorkflow(called, called + "@draft", spec), pointer);
}

WorkflowOrError workflowWithPrompt(store::Session& session, const model::DocumentVersion& workflow, std::shared_ptr<const gateway::Prompt> prompt) {
    const auto& name = workflow.document.name;
    return served(FreshLoader(session)->draftWorkflow(name, name + '@' + std::to_string(workflow.version), workflow.document.spec, std::move(prompt)), "/workflow");
}

} // namespace signalbox::control
