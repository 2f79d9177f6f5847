#include "core/base/text.h"
#include "core/gateway/json_body.h"
#include "core/gateway/workflow_stages.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

using model::ErrorClass;

namespace {

/// Without a ```json fence around all of it, and without white space.
std::string_view unfenced(std::string_view text) {
    text = trimmed(text);
    constexpr std::string_view kFence = "```";
    if (!text.starts_with(kFence) || !text.ends_with(kFence) || text.size() < 2 * kFence.size()) return text;
    const auto line = text.find('\n');
    if (line == std::string_view::npos) return text;
    const auto language = trimmed(text.substr(kFence.size(), line - kFence.size()));
    if (!language.empty() && !equalsIgnoringCase(language, "json")) return text;
    return trimmed(text.substr(line + 1, text.size() - line - 1 - kFence.size()));
}

model::Error violation(const WorkflowRun& run, std::vector<model::Violation> violations) {
    model::Error error{ErrorClass::ContractViolation, {}, "output_violation", std::move(violations), {}, {}};
    const auto& first = error.violations.front();
    error.message = "The model's output does not keep the contract of the workflow " + run.workflow->label + (run.repaired ? ", also after it was shown its violations: " : ": ") +
                    (first.pointer.empty() ? "" : first.pointer + ": ") + first.message;
    if (!error.message.ends_with('.')) error.message += '.';
    return error;
}

} // namespace

model::Result<WorkflowOutput> checkOutput(const WorkflowRun& run) {
    WorkflowOutput output;
    const auto& contract = run.workflow->text->output;
    if (!contract) {
        output.isText = true;
        output.value = run.answer;
        output.json = boost::json::serialize(output.value);
        return output;
    }
    const auto text = unfenced(run.answer);
    auto parsed = parseJson(text);
    if (!parsed) {
        std::string why = text.empty() ? "The answer is empty; it must be JSON" : "The answer must be JSON and nothing else: " + parsed.error();
        if (run.exchange.run.finishReason == "length") why += "; it was cut off at the limit of output tokens";
        why += '.';
        return tl::unexpected(violation(run, {{"", std::move(why)}}));
    }
    if (auto violations = contract->check(*parsed); !violations.empty()) return tl::unexpected(violation(run, std::move(violations)));
    output.json = text;
    output.value = std::move(*parsed);
    return output;
}

std::string repairRequest(const model::Error& error) {
    std::string text = "Your answer does not keep the contract that it has to keep:\n";
    for (const auto& one : error.violations) text += "- " + (one.pointer.empty() ? std::string("the whole answer") : one.pointer) + ": " + one.message + '\n';
    return text + "Give the whole answer again with these mended: one JSON value and nothing else, no explanation and no code fence.";
}

} // namespace signalbox::gateway
