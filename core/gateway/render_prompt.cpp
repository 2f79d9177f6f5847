#include "core/gateway/workflow_stages.h"
#include "core/policy/prompt_render.h"
#include "core/policy/prompt_variables.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

namespace json = boost::json;
using model::ErrorClass;

namespace {

std::string listOf(const std::vector<model::Violation>& violations) {
    std::string text;
    for (std::size_t i = 0; i < violations.size() && i < 3; ++i) text += (i == 0 ? "" : " ") + (violations[i].pointer.empty() ? "" : violations[i].pointer + ": ") + violations[i].message;
    return text + (violations.size() > 3 ? " There are " + std::to_string(violations.size()) + " violations in all." : "");
}

} // namespace

model::Result<std::vector<model::PromptMessage>> renderPrompt(const Prompt& prompt, const json::object& variables) {
    const auto& problem = prompt.problem.empty() ? prompt.text->problem : prompt.problem;
    if (!problem.empty()) return model::failure(ErrorClass::UpstreamUnavailable, "The prompt " + prompt.label + " cannot be rendered: " + problem, "prompt_problem");
    const auto& text = *prompt.text;
    if (text.spec.isPartial())
        return model::failure(ErrorClass::InvalidRequest, "The prompt " + prompt.label + " is a part for other prompts; it has no messages of its own.", "prompt_is_partial");
    if (text.variables)
        if (auto violations = text.variables->check(json::value(variables)); !violations.empty())
            return tl::unexpected(model::Error{ErrorClass::ContractViolation, "The variables do not keep the contract of the prompt " + prompt.label + ": " + listOf(violations), "variables_violation", std::move(violations), {}, {}});
    policy::RenderOptions options;
    if (text.spec.variables) options.mayBeAbsent = [&text](std::string_view name) { return policy::mayBeAbsent(*text.spec.variables, name); };
    const policy::PartialResolver resolver = [&prompt](const model::DocumentRef& reference) -> const policy::PromptTemplate* {
        const auto found = prompt.partials.find(reference.text());
        return found == prompt.partials.end() || !found->second->partial ? nullptr : &*found->second->partial;
    };
    std::vector<model::PromptMessage> messages;
    for (std::size_t i = 0; i < text.messages.size(); ++i) {
        auto rendered = policy::render(text.messages[i], variables, resolver, options);
        if (!rendered) {
            rendered.error().message = "The prompt " + prompt.label + ", message " + std::to_string(i + 1) + ": " + rendered.error().message;
            return tl::unexpected(std::move(rendered.error()));
        }
        messages.push_back({text.spec.messages[i].role, std::move(*rendered)});
    }
    return messages;
}

model::Result<void> renderConversation(WorkflowRun& run) {
    auto messages = run.input.is_object() ? renderPrompt(*run.prompt, run.input.get_object()) : renderPrompt(*run.prompt, json::object{{"input", run.input}});
    if (!messages) return tl::unexpected(std::move(messages.error()));
    run.conversation = std::move(*messages);
    return {};
}

} // namespace signalbox::gateway
