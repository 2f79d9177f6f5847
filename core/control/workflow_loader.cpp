#include "core/control/workflow_loader.h"

#include "core/control/document_compiler.h"
#include "core/control/snapshot_loader.h"
#include "core/policy/prompt_variables.h"

#include <boost/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace signalbox::control {

using model::DocumentKind;
using model::ErrorClass;

namespace {

std::string labelOf(const std::string& name, std::int64_t version) { return name + '@' + std::to_string(version); }

/// A document that is wrong is a problem to be told; a database that fails ends the load.
bool isProblem(const model::Error& error) { return error.errorClass != ErrorClass::Internal; }

std::string saltOf(const ActiveRollout& rollout) {
    return std::string(nameOf(rollout.kind)) + '/' + rollout.name + '@' + rollout.label + ':' + std::to_string(rollout.candidate);
}

} // namespace

WorkflowLoader::WorkflowLoader(store::Session& session, store::VersionReader& reader, const CompiledVersions& before, std::vector<ActiveRollout> rollouts)
    : session_(session), reader_(reader), before_(before), rollouts_(std::move(rollouts)) {}

model::Result<std::int64_t> WorkflowLoader::versionOf(DocumentKind kind, const model::DocumentRef& reference) {
    const auto key = std::pair(kind, reference.name);
    auto known = labels_.find(key);
    if (known == labels_.end()) {
        auto read = reader_.labels(kind, reference.name);
        if (!read) return tl::unexpected(std::move(read.error()));
        known = labels_.emplace(key, std::move(*read)).first;
    }
    const auto what = "the " + std::string(nameOf(kind)) + " '" + reference.name + '\'';
    if (!known->second) return model::failure(ErrorClass::NotFound, "there is no " + std::string(nameOf(kind)) + " '" + reference.name + '\'', "document_not_found");
    if (known->second->archived) return model::failure(ErrorClass::NotFound, what + " is archived", "archived");
    if (reference.version) return *reference.version;
    const auto label = known->second->versions.find(reference.label);
    if (label == known->second->versions.end()) return model::failure(ErrorClass::NotFound, what + " has no label '" + reference.label + '\'', "label_not_found");
    return label->second;
}

model::Result<std::shared_ptr<const gateway::PromptText>> WorkflowLoader::promptText(const std::string& name, std::int64_t version) {
    const CompiledVersions::Key key{name, version};
    auto& text = now_.promptTexts[key];
    if (text) return text;
    if (const auto kept = before_.promptTexts.find(key); kept != before_.promptTexts.end()) return text = kept->second;
    auto spec = reader_.spec(DocumentKind::Prompt, name, version);
    if (!spec) return tl::unexpected(std::move(spec.error()));
    if (!*spec) {
        now_.promptTexts.erase(key);
        return model::failure(ErrorClass::NotFound, "the prompt '" + name + "' has no version " + std::to_string(version), "version_not_found");
    }
    return text = compilePromptText(**spec);
}

model::Result<std::shared_ptr<const gateway::Prompt>> WorkflowLoader::withPartials(const std::string& label, std::shared_ptr<const gateway::PromptText> text, const gateway::Prompt* before) {
    auto prompt = std::make_shared<gateway::Prompt>();
    prompt->label = label;
    prompt->text = text;
    if (!text->problem.empty()) {
        prompt->problem = text->problem;
        return prompt;
    }
    std::vector<const policy::PromptTemplate*> open;
    for (const auto& message : text->messages) open.push_back(&message);
    if (text->partial) open.push_back(&*text->partial);
    for (std::size_t i = 0; i < open.size(); ++i)
        for (const auto& node : open[i]->nodes()) {
            if (node.kind != policy::TemplateNode::Kind::Partial || prompt->partials.contains(node.reference.text())) continue;
            const auto reference = node.reference.text();
            auto version = versionOf(DocumentKind::Prompt, node.reference);
            auto partial = version ? promptText(node.reference.name, *version) : model::Result<std::shared_ptr<const gateway::PromptText>>(tl::unexpected(version.error()));
            if (!partial && !isProblem(partial.error())) return tl::unexpected(std::move(partial.error()));
            if (!partial) prompt->problem = "it includes {{> " + reference + "}}: " + partial.error().message;
            else if (!(*partial)->problem.empty()) prompt->problem = "it includes {{> " + reference + "}}: " + (*partial)->problem;
            else if (!(*partial)->partial) prompt->problem = "it includes {{> " + reference + "}}, which is a chat with messages: only a prompt with 'text' can be a part of another";
            if (!prompt->problem.empty()) return prompt;
            prompt->partials[reference] = *partial;
            prompt->partialVersions.emplace_back(reference, *version);
            open.push_back(&*(*partial)->partial);
        }
    if (before && before->text == text && before->partialVersions == prompt->partialVersions) {
        prompt->problem = before->problem;
        return prompt;
    }
    const policy::PartialResolver resolver = [&prompt](const model::DocumentRef& reference) -> const policy::PromptTemplate* {
        const auto found = prompt->partials.find(reference.text());
        return found == prompt->partials.end() ? nullptr : &*found->second->partial;
    };
    for (const auto& message : text->messages)
        if (auto used = policy::usedVariables(message, resolver); !used) prompt->problem = used.error().message;
    return prompt;
}

model::Result<std::shared_ptr<const gateway::Prompt>> WorkflowLoader::promptAt(const std::string& name, std::int64_t version) {
    const CompiledVersions::Key key{name, version};
    if (const auto known = now_.prompts.find(key); known != now_.prompts.end()) return known->second;
    auto text = promptText(name, version);
    if (!text) return tl::unexpected(std::move(text.error()));
    const auto before = before_.prompts.find(key);
    auto prompt = withPartials(labelOf(name, version), *text, before == before_.prompts.end() ? nullptr : before->second.get());
    if (prompt) now_.prompts[key] = *prompt;
    return prompt;
}

model::Result<std::shared_ptr<const gateway::Prompt>> WorkflowLoader::prompt(const model::DocumentRef& reference) {
    auto version = versionOf(DocumentKind::Prompt, reference);
    if (!version) return tl::unexpected(std::move(version.error()));
    return promptAt(reference.name, *version);
}

model::Result<std::shared_ptr<const gateway::Prompt>> WorkflowLoader::draftPrompt(const std::string& label, const boost::json::object& spec) {
    return withPartials(label, compilePromptText(spec), nullptr);
}

model::Result<gateway::PromptChoice> WorkflowLoader::promptChoice(const model::DocumentRef& reference) {
    gateway::PromptChoice choice;
    auto stable = prompt(reference);
    if (!stable) return tl::unexpected(std::move(stable.error()));
    choice.stable = std::move(*stable);
    if (reference.version) return choice;
    for (const auto& rollout : rollouts_) {
        if (rollout.kind != DocumentKind::Prompt || rollout.name != reference.name || rollout.label != reference.label) continue;
        auto candidate = promptAt(reference.name, rollout.candidate);
        if (!candidate && !isProblem(candidate.error())) return tl::unexpected(std::move(candidate.error()));
        // A candidate that cannot be rendered gets no traffic: its share would only fail.
        if (!candidate || !(*candidate)->problem.empty()) {
            spdlog::error("the rollout of {} gets no calls: {}", saltOf(rollout), candidate ? (*candidate)->problem : candidate.error().message);
            continue;
        }
        choice.candidate = std::move(*candidate);
        choice.percent = rollout.percent;
        choice.salt = saltOf(rollout);
    }
    return choice;
}

model::Result<std::shared_ptr<const gateway::Route>> WorkflowLoader::route(const model::DocumentRef& reference) {
    auto version = versionOf(DocumentKind::Route, reference);
    if (!version) return tl::unexpected(std::move(version.error()));
    auto& known = routes_[{reference.name, *version}];
    if (known) return known;
    auto json = reader_.spec(DocumentKind::Route, reference.name, *version);
    if (!json) return tl::unexpected(std::move(json.error()));
    if (!*json) return model::failure(ErrorClass::NotFound, "the route '" + reference.name + "' has no version " + std::to_string(*version), "version_not_found");
    auto spec = model::readRouteSpec(**json);
    if (!spec) return tl::unexpected(std::move(spec.error()));
    auto policy = effectivePolicy(session_, spec->policies);
    if (!policy) return tl::unexpected(std::move(policy.error()));
    auto route = std::make_shared<gateway::Route>();
    route->name = reference.name;
    route->version = *version;
    for (std::size_t i = 0; i < spec->targets.size(); ++i) {
        if (!spec->targets[i].when) continue;
        auto condition = policy::CompiledCondition::compile(*spec->targets[i].when);
        if (!condition) return tl::unexpected(std::move(condition.error()));
        route->when.resize(spec->targets.size());
        route->when[i] = std::move(*condition);
    }
    route->spec = std::move(*spec);
    route->policy = std::move(policy->policy);
    route->policyLabel = std::move(policy->label);
    return known = std::move(route);
}

model::Result<std::shared_ptr<const gateway::WorkflowText>> WorkflowLoader::workflowText(const std::string& name, std::int64_t version) {
    const CompiledVersions::Key key{name, version};
    if (const auto kept = before_.workflows.find(key); kept != before_.workflows.end()) return now_.workflows[key] = kept->second;
    auto spec = reader_.spec(DocumentKind::Workflow, name, version);
    if (!spec) return tl::unexpected(std::move(spec.error()));
    if (!*spec) return model::failure(ErrorClass::NotFound, "the workflow '" + name + "' has no version " + std::to_string(version), "version_not_found");
    return now_.workflows[key] = compileWorkflowText(**spec);
}

model::Result<std::shared_ptr<const gateway::WorkflowPolicy>> WorkflowLoader::policyOf(const gateway::Route& route, const model::WorkflowSpec& spec) {
    auto modules = route.spec.policies;
    modules.insert(modules.end(), spec.policies.begin(), spec.policies.end());
    std::string key;
    for (const auto& module : modules) key += module + ',';
    auto& known = policies_[key];
    if (known) return known;
    auto effective = effectivePolicy(session_, modules);
    if (!effective) return tl::unexpected(std::move(effective.error()));
    auto policy = std::make_shared<gateway::WorkflowPolicy>();
    policy->policy = std::move(effective->policy);
    policy->label = std::move(effective->label);
    for (const auto& rule : policy->policy.escalation) {
        auto when = policy::CompiledCondition::compile(rule.when);
        if (!when) return tl::unexpected(std::move(when.error()));
        policy->escalation.push_back({std::move(*when), rule.action, rule.reason.empty() ? policy::sentenceOf(rule.when) : rule.reason});
        policy->mayBlock = policy->mayBlock || rule.action == model::EscalationRule::Action::Block;
    }
    return known = std::move(policy);
}

model::Result<std::shared_ptr<const gateway::Workflow>> WorkflowLoader::linked(const std::string& name, const std::string& label, std::shared_ptr<const gateway::WorkflowText> text,
                                                                              std::shared_ptr<const gateway::Prompt> prompt) {
    auto workflow = std::make_shared<gateway::Workflow>();
    workflow->name = name;
    workflow->label = label;
    workflow->text = text;
    workflow->problem = text->problem;
    if (!workflow->problem.empty()) return workflow;

    auto route = this->route(text->spec.route);
    if (!route && !isProblem(route.error())) return tl::unexpected(std::move(route.error()));
    if (!route) return workflow->problem = "its route: " + route.error().message, workflow;
    workflow->route = *route;

    auto policy = policyOf(**route, text->spec);
    if (!policy && !isProblem(policy.error())) return tl::unexpected(std::move(policy.error()));
    if (!policy) return workflow->problem = "its policy: " + policy.error().message, workflow;
    workflow->policy = *policy;

    if (prompt) {
        workflow->prompt.stable = std::move(prompt);
    } else {
        auto choice = promptChoice(text->spec.prompt);
        if (!choice && !isProblem(choice.error())) return tl::unexpected(std::move(choice.error()));
        if (!choice) return workflow->problem = "its prompt: " + choice.error().message, workflow;
        workflow->prompt = std::move(*choice);
    }
    const auto& stable = *workflow->prompt.stable;
    if (!stable.problem.empty()) workflow->problem = "its prompt " + stable.label + ": " + stable.problem;
    else if (stable.text->spec.isPartial()) workflow->problem = "its prompt " + stable.label + " is a part for other prompts; it has no messages of its own";
    return workflow;
}

model::Result<std::shared_ptr<const gateway::Workflow>> WorkflowLoader::draftWorkflow(const std::string& name, const std::string& label, const boost::json::object& spec,
                                                                                     std::shared_ptr<const gateway::Prompt> prompt) {
    return linked(name, label, compileWorkflowText(spec), std::move(prompt));
}

void WorkflowLoader::logProblem(const gateway::Workflow& workflow) {
    if (workflow.problem.empty()) return;
    now_.problems[workflow.label] = workflow.problem;
    const auto logged = before_.problems.find(workflow.label);
    if (logged == before_.problems.end() || logged->second != workflow.problem) spdlog::error("workflow {} is not served: {}", workflow.label, workflow.problem);
}

model::Result<std::map<std::string, gateway::WorkflowVersions, std::less<>>> WorkflowLoader::workflows() {
    auto names = reader_.names(DocumentKind::Workflow);
    if (!names) return tl::unexpected(std::move(names.error()));
    std::map<std::string, gateway::WorkflowVersions, std::less<>> all;
    for (const auto& name : *names) {
        auto& one = all[name];
        auto labels = reader_.labels(DocumentKind::Workflow, name);
        if (!labels) return tl::unexpected(std::move(labels.error()));
        if (*labels) one.labels = std::move((*labels)->versions);
        auto versions = reader_.versions(DocumentKind::Workflow, name);
        if (!versions) return tl::unexpected(std::move(versions.error()));
        for (const auto version : *versions) {
            auto text = workflowText(name, version);
            if (!text) return tl::unexpected(std::move(text.error()));
            auto workflow = linked(name, labelOf(name, version), std::move(*text), {});
            if (!workflow) return tl::unexpected(std::move(workflow.error()));
            // An old version that nobody points at may well refer to what is gone.
            if (std::any_of(one.labels.begin(), one.labels.end(), [version](const auto& label) { return label.second == version; })) logProblem(**workflow);
            one.versions[version] = std::move(*workflow);
        }
        for (const auto& rollout : rollouts_) {
            if (rollout.kind != DocumentKind::Workflow || rollout.name != name) continue;
            const auto candidate = one.versions.find(rollout.candidate);
            if (candidate == one.versions.end() || !candidate->second->problem.empty()) {
                spdlog::error("the rollout of {} gets no calls: {}", saltOf(rollout), candidate == one.versions.end() ? "there is no such version" : candidate->second->problem);
                continue;
            }
            one.rollouts[rollout.label] = {rollout.candidate, rollout.percent, saltOf(rollout)};
        }
    }
    return all;
}

} // namespace signalbox::control
