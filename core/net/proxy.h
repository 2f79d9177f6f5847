#pragma once

#include "core/net/http.h"

#include <optional>
#include <string>
#include <string_view>

namespace signalbox::net {

struct Proxy {
    Endpoint endpoint;
    std::string authorization; ///< value of proxy-authorization, or empty
};

/// Reads `http://[user:password@]host[:port]`; the scheme may be missing. Nothing if it is not that.
std::optional<Proxy> parseProxy(std::string_view url);

/// Whether `host` is excepted by a NO_PROXY list: names (and what is below them), `.suffix`, addresses, or `*`.
bool isExcepted(std::string_view host, std::string_view noProxy);

/// `host`, with brackets for an IPv6 address, and the port unless it is the scheme's own.
std::string authority(const Endpoint& endpoint, bool alwaysPort = false);

} // namespace signalbox::net
