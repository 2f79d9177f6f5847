#pragma once

#include <boost/json/value.hpp>

#include <string>

namespace signalbox::policy {

/// How a value reads in a prompt: strings verbatim, null as nothing, everything else as compact JSON with numbers as people write
/// them (`2`, not `2.0` or `2E0`).
void appendValue(std::string& out, const boost::json::value& value);

} // namespace signalbox::policy
