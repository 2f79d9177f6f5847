#pragma once

#include "core/base/result.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace signalbox::gateway {

/// JSON that everybody reads alike: at most 64 levels deep, no object with two members of one name, no number that is too large for
/// one. The error is the end of a sentence: "it is not valid JSON (...)".
ResultOf<boost::json::value, std::string> parseJson(std::string_view text);

} // namespace signalbox::gateway
