#pragma once

#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
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

/// The text with U+FFFD in place of every escaped half of a surrogate pair that stands without the other half. Vendors that cut by
/// JavaScript's units write such halves (`"\\ud83d"` in one chunk, `"\\ude00"` in the next); to most parsers that is no JSON.
std::string withWholeCharacters(std::string_view text);

} // namespace signalbox::providers
