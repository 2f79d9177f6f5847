#include "core/control/kind_checks.h"

#include "core/policy/condition.h"
#include "core/policy/effective_policy.h"

#include <algorithm>
#include <charconv>

namespace signalbox::control {

using model::DocumentKind;
using model::DocumentRef;

void KindCheck::addOfTemplate(std::string pointer, std::string message) {
    model::Violation violation{std::move(pointer), {}, {}, 0, 0};
    constexpr std::string_view kPrefix = "The template cannot be read: ";
    if (message.starts_with(kPrefix)) message.erase(0, kPrefix.size());
    const auto number = [&](std::string_view word, std::size_t& at) {
        int value = 0;
        if (message.compare(at, word.size(), word) != 0) return 0;
        const auto* begin = message.data() + at + word.size();
        const auto [end, error] = std::from_chars(begin, message.data() + message.size(), value);
        if (error != std::errc{}) return 0;
        at = static_cast<std::size_t>(end - message.data());
        return value;
    };
    std::size_t at = 0;
    violation.line = number("line ", at);
    violation.column = violation.line > 0 ? number(", column ", at) : 0;
    violation.message = std::move(message);
    violations.push_back(std::move(violation));
}

const model::Document* KindCheck::require(DocumentKind kind, const DocumentRef& reference, const std::string& pointer) {
    const auto* found = view.find(kind, reference);
    if (!found) add(pointer, view.whyNot(kind, reference), view.hintFor(kind, reference.name));
    return found;
}

const model::Document* KindCheck::require(DocumentKind kind, const std::string& reference, const std::string& pointer) {
    const auto parsed = DocumentRef::parse(reference);
    if (parsed) return require(kind, *parsed, pointer);
    add(pointer, parsed.error().message);
    return nullptr;
}

std::optional<policy::Contract> KindCheck::compile(const boost::json::value& schema, const std::string& pointer) {
    auto contract = policy::Contract::compile(schema);
    if (contract) return std::move(*contract);
    if (contract.error().violations.empty()) add(pointer, contract.error().message);
    for (auto& violation : contract.error().violations) {
        violation.pointer.insert(0, pointer);
        violations.push_back(std::move(violation));
    }
    return {};
}

void KindCheck::checkCondition(const model::Condition& condition, const std::string& pointer) {
    if (const auto compiled = policy::CompiledCondition::compile(condition); !compiled)
        add(pointer, compiled.error().message, "Patterns are RE2's: no look-around and no references back (github.com/google/re2/wiki/Syntax).");
}

void checkRoute(KindCheck& check, const model::RouteSpec& spec) {
    for (std::size_t i = 0; i < spec.targets.size(); ++i) {
        const auto& target = spec.targets[i];
        const auto pointer = "/spec/targets/" + std::to_string(i);
        if (const auto* document = check.require(DocumentKind::Provider, DocumentRef{target.provider, "production", {}}, pointer + "/model"))
            if (const auto owner = model::readProviderSpec(document->spec); owner && std::none_of(owner->models.begin(), owner->models.end(), [&](const auto& model) { return model.id == target.model; })) {
                std::string known;
                for (const auto& model : owner->models) known += (known.empty() ? "" : ", ") + model.id;
                check.add(pointer + "/model", "the provider '" + target.provider + "' has no model '" + target.model + "'", "It has " + (known.empty() ? "none" : known) + '.');
            }
        if (target.when) check.checkCondition(*target.when, pointer + "/when");
    }
    for (std::size_t i = 0; i < spec.policies.size(); ++i) check.require(DocumentKind::Policy, spec.policies[i], "/spec/policies/" + std::to_string(i));
}

void checkPolicy(KindCheck& check, const model::Policy& policy) {
    for (std::size_t i = 0; i < policy.escalation.size(); ++i) check.checkCondition(policy.escalation[i].when, "/spec/escalation/" + std::to_string(i) + "/when");
}

void checkTestSet(KindCheck& check, const model::TestSetSpec& spec) {
    if (!spec.workflow.empty()) check.require(DocumentKind::Workflow, spec.workflow, "/spec/workflow");
    if (!spec.prompt.empty()) check.require(DocumentKind::Prompt, spec.prompt, "/spec/prompt");
    if (!spec.model.empty()) {
        const auto slash = spec.model.find('/');
        if (slash == std::string::npos) check.add("/spec/model", "'" + spec.model + "' should be 'provider/model' or 'route/NAME'");
        else if (spec.model.starts_with("route/")) check.require(DocumentKind::Route, spec.model.substr(slash + 1), "/spec/model");
        else if (const auto* document = check.require(DocumentKind::Provider, DocumentRef{spec.model.substr(0, slash), "production", {}}, "/spec/model")) {
            const auto owner = model::readProviderSpec(document->spec);
            const auto id = spec.model.substr(slash + 1);
            if (owner && std::none_of(owner->models.begin(), owner->models.end(), [&](const auto& model) { return model.id == id; })) check.add("/spec/model", "the provider '" + document->name + "' has no model '" + id + "'");
        }
    }
    for (std::size_t i = 0; i < spec.cases.size(); ++i)
        for (std::size_t j = 0; j < spec.cases[i].expect.size(); ++j) {
            const auto& expectation = spec.cases[i].expect[j];
            const auto pointer = "/spec/cases/" + std::to_string(i) + "/expect/" + std::to_string(j);
            if (expectation.type == model::Expectation::Type::Schema) check.compile(expectation.value, pointer + "/value");
            if (expectation.type == model::Expectation::Type::Judge) {
                const auto* judge = check.require(DocumentKind::Prompt, expectation.judge, pointer + "/judge");
                if (const auto prompt = judge ? model::readPromptSpec(judge->spec) : model::Result<model::PromptSpec>(tl::unexpected(model::Error{})); prompt && prompt->isPartial())
                    check.add(pointer + "/judge", "the prompt '" + expectation.judge.name + "' is a part for other prompts, not one that can judge", "Name a prompt with messages.");
            }
        }
}

} // namespace signalbox::control
