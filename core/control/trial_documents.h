#pragma once

#include "core/gateway/workflow.h"
#include "core/model/document.h"
#include "core/store/store_pool.h"

#include <boost/json/object.hpp>

#include <memory>
#include <string>

namespace signalbox::control {

// What is tried: documents as they would serve, also such as nobody registered. Errors are the caller's, with pointers below
// `pointer`, which is where a draft's spec stands in the request.

using PromptOrError = model::Result<std::shared_ptr<const gateway::Prompt>>;
using WorkflowOrError = model::Result<std::shared_ptr<const gateway::Workflow>>;

/// A version of a prompt with its partials, as their labels stand now.
PromptOrError registeredPrompt(store::Session& session, const model::DocumentRef& reference);
PromptOrError draftPrompt(store::Session& session, const std::string& name, const boost::json::object& spec, const std::string& pointer);

/// A workflow that is not registered, resolved as one that serves.
WorkflowOrError draftWorkflow(store::Session& session, const std::string& name, const boost::json::object& spec, const std::string& pointer);
/// A version of a workflow with another prompt than the one that it names.
WorkflowOrError workflowWithPrompt(store::Session& session, const model::DocumentVersion& workflow, std::shared_ptr<const gateway::Prompt> prompt);

} // namespace signalbox::control
