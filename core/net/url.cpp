#include "core/base/text.h"
#include "core/net/address.h"
#include "core/net/http.h"
#include "core/net/syntax.h"

#include <algorithm>

namespace signalbox::net {

namespace {

auto refuse(std::string_view why) { return tl::unexpected(Error{Error::Kind::Resolve, Error::Phase::Connect, std::string(why)}); }

/// Letters, digits, hyphens and underscores in labels of 1 to 63 characters; no label of digits or `0x...` at the end, since
/// resolvers take `127.1`, `0177.0.0.1`, `0x7f.1` and `2130706433` for addresses.
bool isHostName(std::string_view host) {
    if (host.empty() || host.size() > 253) return false;
    std::string_view label;
    while (true) {
        const auto dot = host.find('.');
        label = host.substr(0, dot);
        const bool good = !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
                          std::all_of(label.begin(), label.end(), [](char c) {
                              return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
                          });
        if (!good) return false;
        if (dot == std::string_view::npos) break;
        host.remove_prefix(dot + 1);
    }
    const bool number = std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
    return !number && !label.starts_with("0x");
}

/// `host[:port]` into the endpoint; the host in lower case and, if an address, in its one usual spelling.
std::optional<std::string_view> readAuthority(std::string_view authority, Endpoint& endpoint) {
    std::string_view port;
    if (authority.starts_with('[')) {
        const auto close = authority.find(']');
        const auto address = close == std::string_view::npos ? std::nullopt : parseAddress(authority.substr(1, close - 1));
        if (!address || !address->v6) return "malformed IPv6 address";
        endpoint.host = address->text();
        port = authority.substr(close + 1);
    } else {
        const auto colon = std::min(authority.find(':'), authority.size());
        endpoint.host = toLowerAscii(authority.substr(0, colon));
        port = authority.substr(colon);
        if (!isHostName(endpoint.host) && !parseAddress(endpoint.host)) return "malformed host";
    }
    if (port.empty()) return std::nullopt;
    const auto number = syntax::decimal(port.substr(1));
    if (port.front() != ':' || !number || *number == 0 || *number > 65'535 || port[1] == '0') return "malformed port";
    endpoint.port = static_cast<unsigned short>(*number);
    return std::nullopt;
}

} // namespace

Result<Endpoint> parseUrl(std::string_view url, std::string* prefix, std::string* query) {
    Endpoint endpoint;
    const auto scheme = url.substr(0, std::min(url.find("://"), url.size()));
    if (equalsIgnoringCase(scheme, "https")) endpoint.tls = true;
    else if (equalsIgnoringCase(scheme, "http")) endpoint.tls = false;
    else return refuse("the URL must start with https:// or http://");
    endpoint.port = endpoint.tls ? 443 : 80;

    const auto rest = url.substr(scheme.size() + 3);
    const auto authority = rest.substr(0, std::min(rest.find_first_of("/?#"), rest.size()));
    const auto pathAndQuery = rest.substr(authority.size());
    if (authority.find('@') != std::string_view::npos) return refuse("the URL must not contain user information");
    if (pathAndQuery.find('#') != std::string_view::npos) return refuse("the URL must not contain a fragment");
    if (!syntax::isPathAndQuery(pathAndQuery)) return refuse("the URL contains a character that must be escaped");
    if (const auto problem = readAuthority(authority, endpoint)) return refuse(*problem);

    const auto mark = std::min(pathAndQuery.find('?'), pathAndQuery.size());
    auto path = pathAndQuery.substr(0, mark);
    if (path.ends_with('/')) path.remove_suffix(1);
    if (prefix) *prefix = path;
    if (query) *query = mark < pathAndQuery.size() ? pathAndQuery.substr(mark + 1) : std::string_view();
    return endpoint;
}

} // namespace signalbox::net
