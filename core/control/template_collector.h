#pragma once

#include "core/control/workflow_template.h"
#include "core/store/store_pool.h"

#include <string>

namespace signalbox::control {

/// What a workflow in production stands on, as a template: prompt with partials, route, policies, runbooks, and the test sets that
/// test it, naming one another by their bare names. Providers and the policy `default` stay outside: they are of a gateway. Refused
/// (`template_ambiguous`) when two versions of one document are used. Only `documents` is filled in.
model::Result<WorkflowTemplate> collectTemplate(store::Session& session, const std::string& workflow);

} // namespace signalbox::control
