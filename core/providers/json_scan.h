#pragma once

#include <boost/json/value.hpp>

#include <cstddef>
#include <string_view>

namespace signalbox::providers {

/// What one pass over the text of a JSON document that is known to be well-formed finds out, and a parsed tree no longer tells.
struct JsonScan {
    std::size_t members = 0;    ///< of all objects; more than the tree has: some name was there twice
    std::size_t modelBegin = 0; ///< the value of the top-level member `model`; both 0: there is none
    std::size_t modelEnd = 0;
};

JsonScan scanJson(std::string_view text);

/// Members of all objects of the tree, to be held against `JsonScan::members`.
std::size_t countMembers(const boost::json::value& value);

} // namespace signalbox::providers
