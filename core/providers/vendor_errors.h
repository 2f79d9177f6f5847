#pragma once

#include "core/providers/connector.h"

#include <boost/json/object.hpp>

namespace signalbox::providers {

/// Decides by the code in the body first, then by the status (facts.md, "Vendors' errors"). Reads OpenAI's and Anthropic's bodies,
/// and those of the servers that imitate them; of a page of HTML only the status counts.
model::Error classifyAnswer(int status, const HeaderLookup& header, std::string_view body);
/// The same for an `error` object inside a 200 body or stream.
model::Error classifyErrorObject(const boost::json::object& error);

} // namespace signalbox::providers
