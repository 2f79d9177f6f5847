#pragma once

#include "core/net/server.h"

#include <boost/asio/awaitable.hpp>

namespace signalbox::gateway {

class Worker;

/// A request of the data plane from its head to its last byte: the stages, in order, and the reply they lead to.
boost::asio::awaitable<void> serve(Worker& worker, net::Request request, net::Reply& reply);

} // namespace signalbox::gateway
