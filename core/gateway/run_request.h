#pragma once

#include "core/model/error.h"
#include "core/net/http.h"

#include <string>

namespace signalbox::gateway {

/// How a caller wants a workflow's run to be served; what it is about is for who runs it.
struct RunRequest {
    bool asynchronous = false;  ///< `"mode": "async"`
    bool stream = false;
    std::string callbackUrl;    ///< empty: none
    std::string idempotencyKey; ///< empty: none

    /// Nothing of it outlives the call: it is served at once.
    bool isPlain() const { return !asynchronous && idempotencyKey.empty(); }
};

/// Reads `mode`, `stream` and `callback` of the body, and the field `Idempotency-Key`. What is not JSON is plain: who runs it says so.
model::Result<RunRequest> readRunRequest(const net::Request& request);

} // namespace signalbox::gateway
