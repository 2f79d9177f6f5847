#include "core/model/run.h"

namespace signalbox::model {

std::string_view nameOf(ClientProtocol protocol) {
    switch (protocol) {
    case ClientProtocol::OpenAiChat: return "openai.chat";
    case ClientProtocol::OpenAiEmbeddings: return "openai.embeddings";
    case ClientProtocol::AnthropicMessages: return "anthropic.messages";
    case ClientProtocol::Workflow: return "workflow";
    }
    return {};
}

std::string_view nameOf(RunStatus status) {
    switch (status) {
    case RunStatus::Succeeded: return "succeeded";
    case RunStatus::Degraded: return "degraded";
    case RunStatus::Failed: return "failed";
    case RunStatus::Cancelled: return "cancelled";
    }
    return {};
}

std::optional<RunStatus> runStatusNamed(std::string_view name) {
    for (const auto status : {RunStatus::Succeeded, RunStatus::Degraded, RunStatus::Failed, RunStatus::Cancelled})
        if (nameOf(status) == name) return status;
    return {};
}

std::string_view nameOf(AttemptReason reason) {
    switch (reason) {
    case AttemptReason::First: return "first";
    case AttemptReason::Retry: return "retry";
    case AttemptReason::Fallback: return "fallback";
    case AttemptReason::Repair: return "repair";
    }
    return {};
}

std::string_view nameOf(ReportedOutcome outcome) {
    switch (outcome) {
    case ReportedOutcome::Success: return "success";
    case ReportedOutcome::Failure: return "failure";
    case ReportedOutcome::Overridden: return "overridden";
    }
    return {};
}

std::optional<ReportedOutcome> reportedOutcomeNamed(std::string_view name) {
    for (const auto outcome : {ReportedOutcome::Success, ReportedOutcome::Failure, ReportedOutcome::Overridden})
        if (nameOf(outcome) == name) return outcome;
    return {};
}

} // namespace signalbox::model
