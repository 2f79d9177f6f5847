#pragma once

#include "core/net/http.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace signalbox::net {

/// What a response's head says about the message (RFC 9112, 6.3).
struct ResponseHead {
    int status = 0;
    Fields fields;
    bool keepAlive = true;
    bool chunked = false;
    std::optional<std::uint64_t> contentLength; ///< without it, and not chunked: the body ends with the connection
};

/// Reads a whole head, status line to empty line. Nothing if it is not HTTP/1.x or contradicts itself.
std::optional<ResponseHead> readResponseHead(std::string_view head, std::size_t maxFields);

} // namespace signalbox::net
