#pragma once

#include "core/model/error.h"
#include "core/model/owed_run.h"
#include "core/net/http.h"

#include <string>

namespace signalbox::gateway {

/// A run as its caller sees it: `{id, status, ...}` with what the run gave, or its error. What a callback carries as well.
std::string runBody(const model::LedgerEntry& entry);

/// `{"error": {class, code, message, violations, run_id}}` with the status of the error's class.
net::Response runError(const model::Error& error, std::string_view runId = {});

} // namespace signalbox::gateway
