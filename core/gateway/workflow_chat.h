#pragma once

#include "core/gateway/exchange.h"

#include <boost/asio/awaitable.hpp>

#include <string_view>

namespace signalbox::gateway {

/// A model of this name is a workflow: `workflow/NAME`, `workflow/NAME@label`, `workflow/NAME@7`.
inline constexpr std::string_view kWorkflowPrefix = "workflow/";

/// A chat (OpenAI's or Anthropic's, read into `exchange.call`) whose model is a workflow: the last user's message is the input, the
/// output is the answer. With an output contract nothing is sent before it was checked; without one a stream passes through.
boost::asio::awaitable<void> serveWorkflowChat(Exchange& exchange);

} // namespace signalbox::gateway
