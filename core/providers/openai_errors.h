#pragma once

#include "core/providers/connector.h"

#include <boost/json/object.hpp>

#include <optional>

namespace signalbox::providers {

/// Decides by the code in the body first, then by the status (facts.md, "Vendors' errors").
model::Error classifyOpenAi(int status, const HeaderLookup& header, std::string_view body);
/// The same for an `error` object inside a 200 body or stream.
model::Error classifyOpenAiObject(const boost::json::object& error);
/// `retry-after-ms`, then `retry-after` in seconds. An HTTP date there is not read: clocks differ.
std::optional<std::chrono::milliseconds> readRetryAfter(const HeaderLookup& header);

} // namespace signalbox::providers
