#include "core/gateway/worker.h"
#include "core/gateway/workflow_stages.h"
#include "core/policy/rollout_share.h"

namespace signalbox::gateway {

using model::ErrorClass;

namespace {

model::Result<std::shared_ptr<const Workflow>> workflowOf(WorkflowRun& run, const model::DocumentRef& reference) {
    const auto& workflows = run.exchange.snapshot->workflows;
    const auto found = workflows.find(reference.name);
    if (found == workflows.end())
        return model::failure(ErrorClass::NotFound, "There is no workflow '" + reference.name + "'. GET /v1/models lists the workflows as workflow/NAME.", "workflow_not_found");
    const auto& [versions, labels, rollouts] = found->second;
    auto number = reference.version.value_or(0);
    if (!reference.version) {
        const auto label = labels.find(reference.label);
        if (label == labels.end())
            return model::failure(ErrorClass::NotFound, "The workflow '" + reference.name + "' has no label '" + reference.label + "'.", "label_not_found");
        number = label->second;
        if (const auto rollout = rollouts.find(reference.label); rollout != rollouts.end() && policy::isInShare(rollout->second.percent, rollout->second.salt, run.stickyKey, run.exchange.worker.random01()))
            number = rollout->second.candidate;
    }
    const auto version = versions.find(number);
    if (version == versions.end())
        return model::failure(ErrorClass::NotFound, "The workflow '" + reference.name + "' has no version " + std::to_string(number) + ".", "version_not_found");
    return version->second;
}

} // namespace

model::Result<void> chooseVersions(WorkflowRun& run, const model::DocumentRef& reference) {
    auto workflow = workflowOf(run, reference);
    if (!workflow) return tl::unexpected(std::move(workflow.error()));
    return chooseVersions(run, std::move(*workflow));
}

model::Result<void> chooseVersions(WorkflowRun& run, std::shared_ptr<const Workflow> workflow) {
    auto& exchange = run.exchange;
    run.workflow = std::move(workflow);
    exchange.run.workflow = run.workflow->label;
    exchange.workflowName = run.workflow->name;
    if (!run.workflow->problem.empty()) {
        model::Error error{ErrorClass::UpstreamUnavailable, "The workflow " + run.workflow->label + " is not served: " + run.workflow->problem, "workflow_problem", {}, {}, {}};
        error.narrowed = model::ErrorTraits{}; // nothing but another version of a document mends it
        return tl::unexpected(std::move(error));
    }
    const auto& choice = run.workflow->prompt;
    const bool candidate = choice.candidate && policy::isInShare(choice.percent, choice.salt, run.stickyKey, exchange.worker.random01());
    run.prompt = candidate ? choice.candidate : choice.stable;
    exchange.run.prompt = run.prompt->label;
    exchange.policy = &run.workflow->policy->policy;
    exchange.run.policy = run.workflow->policy->label;
    return {};
}

} // namespace signalbox::gateway
