#pragma once

#include "tests/support/fake_control.h"

#include <optional>

/// Workflows, templates, trials and the stories of runs, as a gateway would answer them; the templates are the real files.
namespace signalbox::test {

/// The answer to a request about these; empty: it is about something else.
std::optional<ControlReply> workflowAnswer(const ControlRequest& request);

/// A run of the workflow `support-reply`: flagged, repaired, with a reported outcome and a callback.
QJsonObject workflowRunData();

} // namespace signalbox::test
