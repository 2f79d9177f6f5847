#include "core/gateway/json_body.h"

#include "core/model/json_text.h"
#include "core/providers/json_scan.h"

#include <boost/json.hpp>

namespace signalbox::gateway {

namespace json = boost::json;

namespace {

constexpr std::size_t kMaxDepth = 64;

} // namespace

ResultOf<json::value, std::string> parseJson(std::string_view text) {
    json::parse_options options;
    options.max_depth = kMaxDepth;
    json::error_code error;
    auto value = json::parse(text, error, {}, options);
    if (error == json::error::too_deep) return tl::unexpected("it is nested deeper than " + std::to_string(kMaxDepth) + " levels");
    if (error) return tl::unexpected("it is not valid JSON (" + error.message() + ")");
    // The tree keeps the last of two members of one name; another reader may keep the first. Nobody may guess.
    if (providers::scanJson(text).members != providers::countMembers(value)) return tl::unexpected(std::string("it has an object with two members of the same name"));
    if (!model::isFinite(value)) return tl::unexpected(std::string("it has a number that is too large for one"));
    return value;
}

} // namespace signalbox::gateway
