#pragma once

#include "core/gateway/workflow.h"

#include <boost/json/object.hpp>

#include <memory>

namespace signalbox::control {

/// The parts of a version that nothing else can change; what is wrong is in `problem`.
std::shared_ptr<const gateway::PromptText> compilePromptText(const boost::json::object& spec);
std::shared_ptr<const gateway::WorkflowText> compileWorkflowText(const boost::json::object& spec);

} // namespace signalbox::control
