#pragma once

#include "core/gateway/workflow.h"
#include "core/model/document.h"
#include "core/store/store_pool.h"

#include <boost/json/object.hpp>

#include <memory>
#include <string>

namespace signalbox::control {

// What is tried: documents as they would serve, also such as nobody registered. Errors are the caller's, with pointers.

/// A version of a prompt with its partials, as their labels stand now.
model::Result<std::shared_ptr<const gateway::Prompt>> registeredPrompt(store::Session& session, const model::DocumentRef& reference);
/// A prompt that is not registered; `pointer` is where its spec stands in the request.
model::Result<std::shared_ptr<const gateway::Prompt>> draftPrompt(store::Session& session, const std::string& name, const boost::json::object& spec, const std::string& pointer);

/// A workflow that is not registered, resolved as one that serves.
model::Result<std::shared_ptr<const gateway::Workflow>> draftWorkflow(store::Session& session, const std::string& name, const boost::json::object& spec, const std::string& pointer);

} // namespace signalbox::control
