#pragma once

#include "core/model/document.h"
#include "core/model/error.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace signalbox::gateway {

/// The body of `POST /v1/workflows/NAME/runs`, understood.
struct WorkflowCall {
    model::DocumentRef workflow; ///< name of the path, label or version of the body
    boost::json::value input;
    bool stream = false;
    bool asynchronous = false;   ///< `mode: async`
    std::string stickyKey;
    std::string callbackUrl;     ///< empty: none
};

/// Every violation of the body with its pointer. Whether the input keeps its contract is not asked here.
model::Result<WorkflowCall> readWorkflowCall(std::string_view path, std::string_view body);

} // namespace signalbox::gateway
