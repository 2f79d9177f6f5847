#pragma once

#include "core/gateway/workflow.h"
#include "core/model/document.h"
#include "core/net/server.h"

#include <boost/asio/awaitable.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::gateway {

class Worker;

/// A call that a person or a test set makes through the control plane: through the same stages as a caller's, recorded with
/// `trial: true`, and kept out of the metrics. Whoever makes it has checked who may.
struct TrialCall {
    std::string keyName; ///< who: `trial:ana`
    bool stream = false;

    /// A whole workflow: a registered version, by name and label or version; or one that is not registered, compiled and resolved by
    /// `core/control/workflow_loader.h`. The reply is that of `POST /v1/workflows/NAME/runs`.
    std::optional<model::DocumentRef> workflow{};
    std::shared_ptr<const Workflow> draft{};
    boost::json::value input{};

    /// Else a prompt on a model. The reply is OpenAI's chat completion, or its chunks with usage.
    std::string model{};                                ///< `provider/model` or `route/NAME`
    std::vector<model::PromptMessage> messages{};       ///< rendered (`renderPrompt`)
    boost::json::object parameters{};                   ///< the prompt's
    std::optional<boost::json::value> outputSchema{};   ///< asked for as the model can take it
    std::string promptLabel{};                          ///< for the record: `name@7`, `name@draft`
    std::string workflowLabel{};                        ///< for the record; empty: none
};

/// On the worker's thread; the reply is given before it returns. An unstreamed reply says `x-signalbox-cost-usd`.
boost::asio::awaitable<void> serveTrial(Worker& worker, TrialCall trial, net::Reply& reply);

/// For the control plane's connections on one worker's thread.
using TrialHandler = std::function<boost::asio::awaitable<void>(TrialCall, net::Reply&)>;

} // namespace signalbox::gateway
