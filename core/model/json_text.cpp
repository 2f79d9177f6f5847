#include "core/model/json_text.h"

#include <boost/json.hpp>

namespace signalbox::model {

boost::json::value parseOwnJson(std::string_view text, boost::json::error_code& error) {
    boost::json::parse_options options;
    options.max_depth = 128;
    return boost::json::parse(text, error, {}, options);
}

} // namespace signalbox::model
