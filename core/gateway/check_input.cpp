#include "core/gateway/workflow_stages.h"

namespace signalbox::gateway {

model::Result<void> checkInput(const WorkflowRun& run) {
    const auto& contract = run.workflow->text->input;
    if (!contract) return {};
    auto violations = contract->check(run.input);
    if (violations.empty()) return {};
    model::Error error{model::ErrorClass::ContractViolation, {}, "input_violation", std::move(violations), {}, {}};
    const auto& first = error.violations.front();
    error.message = "The input does not keep the contract of the workflow " + run.workflow->label + ": " + (first.pointer.empty() ? std::string() : first.pointer + ": ") + first.message;
    if (!error.message.ends_with('.')) error.message += '.';
    if (error.violations.size() > 1) error.message += " There are " + std::to_string(error.violations.size()) + " violations in all.";
    return tl::unexpected(std::move(error));
}

} // namespace signalbox::gateway
