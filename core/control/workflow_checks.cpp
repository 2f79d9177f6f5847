#include "core/control/kind_checks.h"

#include "core/model/json_text.h"
#include "core/model/spec_reader.h"
#include "core/policy/effective_policy.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::control {

namespace json = boost::json;
using model::DocumentKind;
using model::DocumentRef;

namespace {

/// The members that an input contract names; nothing when they cannot be told (no object, or said in other ways than `properties`).
std::optional<std::vector<std::string>> membersOf(const json::value& schema) {
    if (!schema.is_object()) return {};
    const auto& object = schema.get_object();
    for (const auto* keyword : {"$ref", "allOf", "anyOf", "oneOf", "if", "patternProperties", "$dynamicRef"})
        if (object.contains(keyword)) return {};
    const auto* properties = object.if_contains("properties");
    if (!properties || !properties->is_object()) return {};
    std::vector<std::string> names;
    for (const auto& member : properties->get_object()) names.emplace_back(member.key());
    return names;
}

/// An input that is no object reaches its prompt as the variable `input`.
bool isNoObject(const json::value& schema) {
    const auto* type = schema.is_object() ? schema.get_object().if_contains("type") : nullptr;
    return type && type->is_string() && type->get_string() != "object";
}

void checkVariablesOfInput(KindCheck& check, const model::WorkflowSpec& spec, const model::PromptSpec& prompt) {
    const auto members = isNoObject(spec.inputSchema) ? std::optional(std::vector<std::string>{"input"}) : membersOf(spec.inputSchema);
    if (!members) return;
    for (const auto& name : requiredVariables(check.view, prompt)) {
        if (std::find(members->begin(), members->end(), name) != members->end()) continue;
        const auto nearest = model::nearestName(name, *members);
        check.add("/spec/prompt", "the prompt '" + spec.prompt.text() + "' needs the variable '" + name + "', which the input contract does not have",
                  nearest.empty() ? "Add '" + name + "' to input_schema, or take a version of the prompt that does without." : "The input contract has '" + nearest + "'.");
    }
}

/// `default`, then the route's modules, then the workflow's; nothing when one of them cannot be had (which is told elsewhere).
std::optional<model::Policy> effectivePolicyOf(DocumentView& view, const model::WorkflowSpec& spec, const model::RouteSpec* route) {
    std::vector<std::string> names{"default"};
    if (route) names.insert(names.end(), route->policies.begin(), route->policies.end());
    names.insert(names.end(), spec.policies.begin(), spec.policies.end());
    std::vector<policy::PolicyModule> modules;
    for (const auto& name : names) {
        const auto reference = DocumentRef::parse(name);
        const auto* document = reference ? view.find(DocumentKind::Policy, *reference) : nullptr;
        if (!document) return {};
        modules.push_back({name, &document->spec});
    }
    auto effective = policy::composePolicy(modules);
    return effective ? std::optional(std::move(effective->policy)) : std::nullopt;
}

/// What is wrong with `output` under the output contract; empty: it keeps it.
std::string breach(const std::optional<policy::Contract>& contract, bool isText, const json::value& output) {
    if (isText) return output.is_string() ? std::string() : "the output of this workflow is a text";
    if (!contract) return {};
    const auto wrong = contract->check(output);
    if (wrong.empty()) return {};
    return (wrong.front().pointer.empty() ? std::string() : wrong.front().pointer + ' ') + wrong.front().message;
}

/// A static step's output as a degraded call would give it: a text in place of JSON is read as JSON.
json::value outputOf(const model::DegradeStep& step, bool isText) {
    if (isText || !step.output.is_string()) return step.output;
    json::error_code error;
    auto parsed = model::parseOwnJson(step.output.get_string(), error);
    return error ? step.output : parsed;
}

void checkDegrading(KindCheck& check, const model::WorkflowSpec& spec, const std::optional<policy::Contract>& output, const model::RouteSpec* route) {
    const auto& behaviour = spec.errorBehaviour;
    const bool isText = !spec.outputSchema;
    if (behaviour.degradedOutput) {
        const auto wrong = breach(output, isText, *behaviour.degradedOutput);
        if (!wrong.empty()) check.add("/spec/error_behaviour/degraded_output", "breaks the output contract: " + wrong, "What is served instead of an answer has to keep the contract that callers rely on.");
        return;
    }
    const bool onViolation = behaviour.onOutputViolation == model::LastResort::Degrade;
    if (!onViolation && behaviour.onExhausted != model::LastResort::Degrade) return;
    const auto policy = effectivePolicyOf(check.view, spec, route);
    if (!policy) return;
    std::string wrong;
    for (const auto& step : policy->reliability.degrade) {
        if (step.serve != model::DegradeStep::Serve::Static) continue;
        wrong = breach(output, isText, outputOf(step, isText));
        if (wrong.empty()) return;
    }
    const auto* member = !onViolation ? "/spec/error_behaviour/on_exhausted" : behaviour.repair ? "/spec/error_behaviour/after_repair" : "/spec/error_behaviour/on_output_violation";
    check.add(member, wrong.empty() ? "asks to degrade, but there is nothing to degrade to" : "asks to degrade, but the static output of its policies breaks the output contract: " + wrong,
              "Give error_behaviour a degraded_output that keeps the output contract, or a policy with such a static step.");
}

} // namespace

void checkWorkflow(KindCheck& check, const model::WorkflowSpec& spec) {
    const auto before = check.violations.size();
    check.compile(spec.inputSchema, "/spec/input_schema");
    const bool inputIsRight = check.violations.size() == before;
    std::optional<policy::Contract> output;
    if (spec.outputSchema) output = check.compile(*spec.outputSchema, "/spec/output_schema");
    if (const auto* document = check.require(DocumentKind::Prompt, spec.prompt, "/spec/prompt"))
        if (const auto prompt = model::readPromptSpec(document->spec)) {
            if (prompt->isPartial()) check.add("/spec/prompt", "the prompt '" + spec.prompt.name + "' is a part for other prompts, not one that can be sent", "Name a prompt with messages, which may include this one.");
            else if (inputIsRight) checkVariablesOfInput(check, spec, *prompt);
        }
    std::optional<model::RouteSpec> route;
    if (const auto* document = check.require(DocumentKind::Route, spec.route, "/spec/route"))
        if (auto read = model::readRouteSpec(document->spec)) route = std::move(*read);
    for (std::size_t i = 0; i < spec.policies.size(); ++i) check.require(DocumentKind::Policy, spec.policies[i], "/spec/policies/" + std::to_string(i));
    for (std::size_t i = 0; i < spec.runbooks.size(); ++i) check.require(DocumentKind::Runbook, spec.runbooks[i], "/spec/runbooks/" + std::to_string(i));
    if (!spec.outputSchema || output) checkDegrading(check, spec, output, route ? &*route : nullptr);
}

} // namespace signalbox::control
