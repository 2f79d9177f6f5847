#include "core/control/document_operations.h"

#include "core/control/document_view.h"
#include "core/control/request_members.h"
#include "core/model/prompt_spec.h"
#include "core/policy/contract/contract.h"
#include "core/policy/prompt_render.h"
#include "core/policy/prompt_variables.h"
#include "core/providers/call.h"

#include <boost/json.hpp>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;
using model::DocumentRef;

namespace {

/// `spec` of the body, or a registered version.
model::Result<model::PromptSpec> promptIn(DocumentView& view, const Subject& subject, const json::object& body) {
    if (const auto* spec = body.if_contains("spec")) {
        if (!spec->is_object()) return badRequest("'spec' should be a prompt's specification.");
        return model::readPromptSpec(spec->get_object());
    }
    DocumentRef reference{subject.name, "production", {}};
    const auto version = versionIn(body, "version");
    if (!version) return tl::unexpected(version.error());
    const auto label = stringIn(body, "label");
    if (*version && !label.empty()) return badRequest("Give a version or a label, not both.", "version_and_label");
    reference.version = *version;
    if (!label.empty()) reference.label = label;
    const auto found = view.repository().find(DocumentKind::Prompt, reference);
    if (!found) return tl::unexpected(found.error());
    return model::readPromptSpec(found->document.spec);
}

model::Result<ApiReply> renderOf(store::Session& session, const ApiRequest& request) {
    const auto subject = subjectIn(request);
    if (!subject) return tl::unexpected(subject.error());
    if (subject->kind != DocumentKind::Prompt) return badRequest("Only prompts are rendered, not a " + std::string(nameOf(subject->kind)) + '.');
    const auto body = request.object();
    if (!body) return tl::unexpected(body.error());
    if (auto known = refuseOthers(*body, {"version", "label", "spec", "variables"}); !known) return tl::unexpected(known.error());
    const auto* given = body->if_contains("variables");
    if (given && !given->is_object()) return badRequest("'variables' should be an object.");
    const auto variables = given ? given->get_object() : json::object();
    DocumentView view(session);
    const auto spec = promptIn(view, *subject, *body);
    if (!spec) return tl::unexpected(spec.error());
    policy::RenderOptions options;
    if (spec->variables) {
        const auto contract = policy::Contract::compile(*spec->variables);
        if (!contract) return tl::unexpected(contract.error());
        if (auto violations = contract->check(variables); !violations.empty())
            return tl::unexpected(model::Error{model::ErrorClass::ContractViolation, "The variables do not keep the prompt's contract: " + violations.front().pointer + ' ' + violations.front().message + '.', "variables_violation", std::move(violations), {}, {}});
        options.mayBeAbsent = [&](std::string_view name) { return policy::mayBeAbsent(*spec->variables, name); };
    }
    const policy::PartialResolver resolver = [&](const DocumentRef& reference) { return view.partial(reference); };
    const auto messages = spec->isPartial() ? std::vector<model::PromptMessage>{{"text", spec->text}} : spec->messages;
    json::array rendered;
    std::int64_t tokens = 0;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const auto place = "Message " + std::to_string(i + 1) + ": ";
        auto parsed = policy::PromptTemplate::parse(messages[i].content);
        auto text = parsed ? policy::render(*parsed, variables, resolver, options) : model::Result<std::string>(tl::unexpected(parsed.error()));
        if (!text) {
            text.error().message.insert(0, place);
            return tl::unexpected(std::move(text.error()));
        }
        tokens += providers::estimateTokens(*text);
        rendered.push_back(json::object{{"role", messages[i].role}, {"content", std::move(*text)}});
    }
    return ApiReply::json(json::object{{"messages", std::move(rendered)}, {"input_tokens", tokens}});
}

} // namespace

void addRenderOperation(Operations& operations) {
    operations.add({"POST", "/documents/{kind}/{name}/render", Role::Engineer, "The messages of a prompt with these variables, of a version, a label, or a specification that is not registered; tokens are an estimate", {},
                    R"({"type":"object","properties":{"version":{"type":"integer"},"label":{"type":"string"},"spec":{"type":"object"},"variables":{"type":"object"}}})", renderOf});
}

} // namespace signalbox::control
