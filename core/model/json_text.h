#pragma once

#include <boost/json/system_error.hpp>
#include <boost/json/value.hpp>

#include <string_view>

namespace signalbox::model {

/// Reads JSON that this program wrote itself, or let in before: what people and callers send has at most 64 levels, and stands a few
/// levels deeper in rows and bodies of ours. `boost::json::parse` alone gives up at 32, and would take that for damaged.
boost::json::value parseOwnJson(std::string_view text, boost::json::error_code& error);

} // namespace signalbox::model
