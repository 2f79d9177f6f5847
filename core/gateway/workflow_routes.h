#pragma once

#include "core/net/server.h"

#include <boost/asio/awaitable.hpp>

#include <string_view>

namespace signalbox::gateway {

class Worker;

/// Whether the path is one of workflows' runs: below /v1/workflows/ or /v1/runs/.
bool isRunPath(std::string_view path);

/// `POST /v1/workflows/NAME/runs`, `GET /v1/runs/ID` and `POST /v1/runs/ID/outcome`, from the head to the last byte. Who asks is
/// established before anything else is looked at.
boost::asio::awaitable<void> serveRunPath(Worker& worker, net::Request request, net::Reply& reply);

} // namespace signalbox::gateway
