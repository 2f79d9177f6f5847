#pragma once

#include "core/model/error.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::model {

/// Documents as files hold them: JSON, or YAML with any number of documents separated by `---`. Plain scalars get their type by
/// YAML 1.2's core schema, quoted ones are strings. Errors say line and column. Aliases, duplicate names, tags, and nesting over
/// 64 are refused.
Result<std::vector<boost::json::value>> parseDocuments(std::string_view text);

/// YAML that `parseDocuments` reads back as the same value.
std::string toYaml(const boost::json::value& value);

} // namespace signalbox::model
