#pragma once

#include <boost/json/system_error.hpp>
#include <boost/json/value.hpp>

#include <string_view>

namespace signalbox::model {

/// Reads JSON that this program wrote itself, or let in before: what people and callers send has at most 64 levels, and stands a few
/// levels deeper in rows and bodies of ours. `boost::json::parse` alone gives up at 32, and would take that for damaged.
boost::json::value parseOwnJson(std::string_view text, boost::json::error_code& error);

/// Whether all numbers in it are ones. The parser makes infinity of 1e400, and there is no JSON for that: what is written of it cannot
/// be read again.
bool isFinite(const boost::json::value& value);

} // namespace signalbox::model
