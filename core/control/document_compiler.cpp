#include "core/control/document_compiler.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::control {

namespace json = boost::json;

namespace {

/// What is wrong, with the first place.
std::string problemOf(std::string_view what, const model::Error& error) {
    std::string problem(what);
    problem += error.message;
    if (!error.violations.empty() && error.message.find(error.violations.front().message) == std::string::npos) problem += " (" + error.violations.front().pointer + ": " + error.violations.front().message + ')';
    return problem;
}

bool compilePrompt(const json::object& json, gateway::PromptText& text) {
    auto spec = model::readPromptSpec(json);
    if (!spec) return text.problem = problemOf("", spec.error()), false;
    text.spec = std::move(*spec);
    if (text.spec.isPartial()) {
        auto partial = policy::PromptTemplate::parse(text.spec.text);
        if (!partial) return text.problem = problemOf("its text: ", partial.error()), false;
        text.partial = std::move(*partial);
    }
    for (std::size_t i = 0; i < text.spec.messages.size(); ++i) {
        auto message = policy::PromptTemplate::parse(text.spec.messages[i].content);
        if (!message) return text.problem = problemOf("message " + std::to_string(i + 1) + ": ", message.error()), false;
        text.messages.push_back(std::move(*message));
    }
    if (!text.spec.variables) return true;
    auto variables = policy::Contract::compile(*text.spec.variables);
    if (!variables) return text.problem = problemOf("the contract of its variables: ", variables.error()), false;
    text.variables = std::move(*variables);
    return true;
}

/// Whether a chat message is the input itself. A contract that does not name a type decides by what it says about members.
bool takesText(const json::value& schema) {
    if (!schema.is_object()) return true;
    const auto& object = schema.get_object();
    const auto isString = [](const json::value& type) { return type.is_string() && type.get_string() == "string"; };
    if (const auto* type = object.if_contains("type")) return isString(*type) || (type->is_array() && std::any_of(type->get_array().begin(), type->get_array().end(), isString));
    for (const auto* keyword : {"properties", "required", "items", "prefixItems", "additionalProperties", "$ref", "allOf", "anyOf", "oneOf"})
        if (object.contains(keyword)) return false;
    return true;
}

bool compileWorkflow(const json::object& json, gateway::WorkflowText& text) {
    auto spec = model::readWorkflowSpec(json);
    if (!spec) return text.problem = problemOf("", spec.error()), false;
    text.spec = std::move(*spec);
    text.takesText = takesText(text.spec.inputSchema);
    if (!text.spec.inputSchema.is_bool() || !text.spec.inputSchema.get_bool()) {
        auto input = policy::Contract::compile(text.spec.inputSchema);
        if (!input) return text.problem = problemOf("its input contract: ", input.error()), false;
        text.input = std::move(*input);
    }
    if (!text.spec.outputSchema) return true;
    auto output = policy::Contract::compile(*text.spec.outputSchema);
    if (!output) return text.problem = problemOf("its output contract: ", output.error()), false;
    text.output = std::move(*output);
    if (const auto& degraded = text.spec.errorBehaviour.degradedOutput; degraded && !text.output->accepts(*degraded))
        return text.problem = "its degraded_output does not keep its own output contract", false;
    return true;
}

} // namespace

std::shared_ptr<const gateway::PromptText> compilePromptText(const json::object& spec) {
    auto text = std::make_shared<gateway::PromptText>();
    compilePrompt(spec, *text);
    return text;
}

std::shared_ptr<const gateway::WorkflowText> compileWorkflowText(const json::object& spec) {
    auto text = std::make_shared<gateway::WorkflowText>();
    compileWorkflow(spec, *text);
    return text;
}

} // namespace signalbox::control
