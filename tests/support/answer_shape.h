#pragma once

#include <boost/json/value.hpp>

#include <string>

namespace signalbox::tests {

/// Where `value` is not what the schema of an answer says: types, required members, items, and no member that the schema does not name.
/// Empty: it fits. Of JSON Schema it reads what the control plane's own document uses.
std::string mismatch(const boost::json::value& schema, const boost::json::value& value, const std::string& at = {});

/// Where the shape of `told` is not that of `real`: names of members and JSON types, recursively; null goes with anything, a number is a
/// number. What `schema` lets be missing may be missing on either side; what it lets be of any type is not compared. Without a schema
/// what both have is compared. Empty: the shapes agree.
std::string difference(const boost::json::value* schema, const boost::json::value& real, const boost::json::value& told, const std::string& at = {});

} // namespace signalbox::tests
