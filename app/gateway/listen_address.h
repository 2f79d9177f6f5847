#pragma once

#include "core/model/error.h"

#include <string>
#include <string_view>

namespace signalbox::app {

struct ListenAddress {
    std::string host; ///< literal IPv4 or IPv6, without brackets
    unsigned short port = 0;
    bool loopback = false;

    /// `127.0.0.1:8787`, `[::1]:8787`
    std::string text() const;
};

/// Reads `HOST:PORT`; `localhost` is 127.0.0.1; names are refused, because they could mean several addresses.
model::Result<ListenAddress> parseListenAddress(std::string_view text);

} // namespace signalbox::app
