#pragma once

#include "core/policy/contract/program.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace signalbox::policy {

/// The bits that a value of the named type may have; 0 for no type of JSON Schema.
TypeBits typeNamed(std::string_view name);
/// The bits that this value has.
TypeBits typeOf(const boost::json::value& value);
/// "a string", "a whole number or null".
std::string wordsForTypes(TypeBits types);
/// "a string", of what is there.
std::string_view wordsForValue(const boost::json::value& value);

} // namespace signalbox::policy
