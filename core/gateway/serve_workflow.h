#pragma once

#include "core/gateway/workflow_stages.h"

#include <boost/asio/awaitable.hpp>

namespace signalbox::gateway {

/// A run whose versions are chosen, in the workflows' own protocol: from the input's check to the reply's last byte. Whether it is
/// streamed stands on the record.
boost::asio::awaitable<void> serveChosenWorkflow(WorkflowRun& run);

} // namespace signalbox::gateway
