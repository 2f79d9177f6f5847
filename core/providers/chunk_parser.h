#pragma once

#include "core/providers/json_scan.h"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/stream_parser.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace signalbox::providers {

/// Parses what vendors write, on a buffer of its own that is used again and again: a chunk costs no allocation. Half a character
/// (see `withWholeCharacters`) is read as U+FFFD.
class ChunkParser {
public:
    /// Null when the text is not JSON. Valid until the next call.
    const boost::json::value* parse(std::string_view text) {
        if (const auto* value = read(text)) return value;
        const auto whole = withWholeCharacters(text);
        return whole == text ? nullptr : read(whole);
    }

private:
    const boost::json::value* read(std::string_view text) {
        value_.reset();
        resource_.release();
        parser_.reset(&resource_);
        boost::json::error_code error;
        parser_.write(text.data(), text.size(), error);
        if (error) return nullptr;
        parser_.finish(error);
        if (error) return nullptr;
        value_.emplace(parser_.release()); // a move keeps the buffer's storage; an assignment would copy out of it
        return &*value_;
    }

    static boost::json::parse_options options() {
        boost::json::parse_options options;
        options.max_depth = 128; // a tool's arguments may be as deep as a caller's request; the default is 32
        return options;
    }

    std::array<unsigned char, 4096> buffer_;
    boost::json::monotonic_resource resource_{buffer_.data(), buffer_.size()};
    boost::json::stream_parser parser_{{}, options()};
    std::optional<boost::json::value> value_;
};

} // namespace signalbox::providers
