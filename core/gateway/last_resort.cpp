#include "core/gateway/answer_reply.h"
#include "core/gateway/workflow_stages.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

namespace json = boost::json;
using model::ErrorClass;

namespace {

/// Nothing answered, and the caller could not have done better.
bool isExhausted(const Exchange& exchange, const model::Error& error) {
    switch (error.errorClass) {
    case ErrorClass::RateLimited:
    case ErrorClass::BudgetExceeded:
    case ErrorClass::UpstreamTimeout:
    case ErrorClass::UpstreamUnavailable:
    case ErrorClass::UpstreamInvalid:
    case ErrorClass::Overloaded: return true;
    // The gateway's own credentials and models at a vendor.
    case ErrorClass::Unauthenticated:
    case ErrorClass::Forbidden:
    case ErrorClass::NotFound: return !exchange.run.attempts.empty();
    case ErrorClass::InvalidRequest:
    case ErrorClass::ContractViolation:
    case ErrorClass::ContextTooLong:
    case ErrorClass::ContentRefused:
    case ErrorClass::HeldForReview:
    case ErrorClass::Blocked:
    case ErrorClass::Cancelled:
    case ErrorClass::Internal: return false;
    }
    return false;
}

/// The workflow's own degraded output, or the policy's first static one that keeps the contract.
std::optional<json::value> degradedOutput(const WorkflowRun& run) {
    const auto& text = *run.workflow->text;
    if (text.spec.errorBehaviour.degradedOutput) return text.spec.errorBehaviour.degradedOutput;
    for (const auto& step : run.workflow->policy->policy.reliability.degrade)
        if (step.serve == model::DegradeStep::Serve::Static && (!text.output || text.output->accepts(step.output))) return step.output;
    return {};
}

WorkflowOutput degradedBy(const WorkflowRun& run, json::value value, model::Error cause) {
    WorkflowOutput output;
    output.degraded = true;
    output.cause = std::move(cause);
    output.isText = !run.workflow->text->output;
    output.value = output.isText && !value.is_string() ? json::value(json::serialize(value)) : std::move(value);
    output.json = json::serialize(output.value);
    return output;
}

/// What makes the same run again: the request as the workflow's own protocol has it.
std::string requestOf(const WorkflowRun& run) {
    json::object request{{"input", run.input}};
    if (!run.stickyKey.empty()) request["sticky_key"] = run.stickyKey;
    if (run.reference.version) request["version"] = *run.reference.version;
    else request["label"] = run.reference.label;
    return json::serialize(request);
}

} // namespace

model::Result<WorkflowOutput> lastResort(WorkflowRun& run, model::Error error) {
    auto& exchange = run.exchange;
    const auto& behaviour = run.workflow->text->spec.errorBehaviour;
    const bool violated = error.code == "output_violation";
    if (exchange.cancelled || (!violated && !isExhausted(exchange, error))) return tl::unexpected(std::move(error));
    switch (violated ? behaviour.onOutputViolation : behaviour.onExhausted) {
    case model::LastResort::Fail: break;
    case model::LastResort::Degrade:
        // A stream that broke after the caller saw a part of it ends in an error: nothing else can take its place.
        if (!violated && exchange.contentSent()) break;
        if (auto output = degradedOutput(run)) return degradedBy(run, std::move(*output), callerError(exchange, std::move(error)));
        break;
    case model::LastResort::DeadLetter:
        if (exchange.run.trial || !exchange.payload) break; // a trial is nobody's loss
        exchange.payload->deadLetter = true;
        exchange.payload->deadLetterInput = requestOf(run);
        break;
    }
    return tl::unexpected(std::move(error));
}

} // namespace signalbox::gateway
