#include "core/gateway/workflow_stages.h"

#include <algorithm>

namespace signalbox::gateway {

namespace {

policy::Facts factsOf(const WorkflowRun& run, const WorkflowOutput& output) {
    const auto& record = run.exchange.run;
    policy::Facts facts;
    facts.input = &run.input;
    facts.output = &output.value;
    facts.fields = {{"cost_usd", record.cost.usd()},
                    {"input_tokens", record.usage.input},
                    {"output_tokens", record.usage.output},
                    {"end_to_end_ms", static_cast<double>(run.exchange.sinceStartUs()) / 1000},
                    {"attempts", record.attempts.size()},
                    {"provider", record.provider},
                    {"model", record.model},
                    {"workflow", run.workflow->name},
                    {"key", record.keyName},
                    {"stream", record.stream},
                    {"finish_reason", record.finishReason},
                    {"repaired", run.repaired},
                    {"simulated", record.simulated}};
    if (record.firstTokenUs) facts.fields["first_token_ms"] = static_cast<double>(*record.firstTokenUs) / 1000;
    return facts;
}

} // namespace

model::Result<void> escalate(WorkflowRun& run, const WorkflowOutput& output) {
    const auto& rules = run.workflow->policy->escalation;
    if (rules.empty()) return {};
    const auto facts = factsOf(run, output);
    // A rule that blocks decides; those that flag add up, so that a harmless one does not hide it.
    for (const auto& rule : rules) {
        if (!rule.when.holds(facts)) continue;
        if (rule.action == model::EscalationRule::Action::Block)
            return model::failure(model::ErrorClass::Blocked, "The policy of the workflow " + run.workflow->label + " keeps this answer back: " + rule.reason + '.', "blocked");
        // A reason is a line of the record.
        auto reason = rule.reason;
        std::replace(reason.begin(), reason.end(), '\n', ' ');
        run.flagged.push_back(std::move(reason));
    }
    for (const auto& reason : run.flagged) run.exchange.run.flagged += (run.exchange.run.flagged.empty() ? "" : "\n") + reason;
    return {};
}

} // namespace signalbox::gateway
