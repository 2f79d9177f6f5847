#pragma once

#include "core/base/identifiers.h"
#include "core/net/server.h"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <optional>
#include <string>

namespace signalbox::gateway {

class Worker;
struct Workflow;

/// What whoever accepted a workflow's run knows about it already.
struct WorkflowRunOptions {
    std::optional<RunId> id{};  ///< the identity that the caller was told; unset: a new one
    std::string keyName{};      ///< the application key's name, authenticated already; empty: the request's own key is asked for
    std::shared_ptr<const Workflow> workflow{}; ///< the version that was chosen already; null: it is chosen here
    bool keepResult = false;  ///< the record's payload carries `result` and `resultStatus`, exactly as they are sent
};

/// `POST /v1/workflows/NAME/runs`, from its head to its last byte; NAME is taken from the request's path. Serves the run at once,
/// whole or streamed, whatever `mode` and `callback` say: those are for who accepts runs (`RunLedger`). On the worker's thread.
boost::asio::awaitable<void> serveWorkflowRun(Worker& worker, net::Request request, net::Reply& reply, WorkflowRunOptions options);

} // namespace signalbox::gateway
