#include "core/model/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

namespace signalbox::model {

boost::json::value parseOwnJson(std::string_view text, boost::json::error_code& error) {
    boost::json::parse_options options;
    options.max_depth = 128;
    return boost::json::parse(text, error, {}, options);
}

bool isFinite(const boost::json::value& value) {
    if (value.is_double()) return std::isfinite(value.get_double());
    if (value.is_array()) return std::all_of(value.get_array().begin(), value.get_array().end(), isFinite);
    if (value.is_object()) return std::all_of(value.get_object().begin(), value.get_object().end(), [](const auto& member) { return isFinite(member.value()); });
    return true;
}

} // namespace signalbox::model
