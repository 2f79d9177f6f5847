#pragma once

#include <boost/json/object.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace signalbox::policy {

/// "text", "list of whole number", "object or null"; empty when anything goes. `follow` gives the schema at a pointer, or null.
std::string wordsForSchema(const boost::json::object& schema, const std::function<const boost::json::object*(std::string_view)>& follow);

/// What the schema asks of one value besides its type and its members, as a sentence; empty when that is nothing.
std::string constraintsOf(const boost::json::object& schema);

} // namespace signalbox::policy
