#pragma once

#include "core/gateway/workflow_stages.h"

#include <string>
#include <string_view>

namespace signalbox::gateway {

/// The body of a run that ended well: whole, in the event `result`, and for who asks later. Before the run is recorded.
std::string workflowResultBody(const WorkflowRun& run, const WorkflowOutput& output);
/// A server-sent event of the workflows' own protocol.
std::string workflowEvent(std::string_view type, std::string_view data);

/// `x-signalbox-workflow`, `x-signalbox-prompt`, and once the output is known `-repaired`, `-flagged`, `-degraded`, `-target`.
void addWorkflowFields(net::Fields& fields, const WorkflowRun& run, const WorkflowOutput* output);

} // namespace signalbox::gateway
