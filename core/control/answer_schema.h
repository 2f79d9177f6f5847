#pragma once

#include <boost/json/value.hpp>

#include <string_view>

namespace signalbox::control {

/// The JSON Schema of what an operation answers, by method and path as in the table of operations; null for answers that are not
/// JSON, and for operations without an answer.
boost::json::value answerSchemaOf(std::string_view method, std::string_view path);

} // namespace signalbox::control
