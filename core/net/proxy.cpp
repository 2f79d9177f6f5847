#include "core/net/proxy.h"

#include "core/base/base64.h"
#include "core/base/text.h"
#include "core/net/syntax.h"

namespace signalbox::net {

std::optional<Proxy> parseProxy(std::string_view url) {
    std::string plain(url);
    if (url.find("://") == std::string_view::npos) plain.insert(0, "http://");
    Proxy proxy;
    const auto start = plain.find("://") + 3;
    if (const auto at = plain.rfind('@'); at != std::string::npos) {
        const auto credentials = percentDecoded(std::string_view(plain).substr(start, at - start));
        if (!credentials) return std::nullopt;
        proxy.authorization = "Basic " + base64({reinterpret_cast<const unsigned char*>(credentials->data()), credentials->size()});
        plain.erase(start, at + 1 - start);
    }
    std::string path;
    const auto endpoint = parseUrl(plain, &path);
    if (!endpoint || endpoint->tls || !path.empty()) return std::nullopt;
    proxy.endpoint = *endpoint;
    return proxy;
}

bool isExcepted(std::string_view host, std::string_view noProxy) {
    while (!noProxy.empty()) {
        const auto comma = noProxy.find(',');
        auto entry = trimmed(noProxy.substr(0, comma));
        noProxy.remove_prefix(comma == std::string_view::npos ? noProxy.size() : comma + 1);
        if (entry == "*") return true;
        if (entry.starts_with('.')) entry.remove_prefix(1);
        if (entry.starts_with('[') && entry.ends_with(']')) entry = entry.substr(1, entry.size() - 2);
        if (entry.empty() || entry.size() > host.size()) continue;
        if (!equalsIgnoringCase(host.substr(host.size() - entry.size()), entry)) continue;
        if (entry.size() == host.size() || host[host.size() - entry.size() - 1] == '.') return true;
    }
    return false;
}

std::string authority(const Endpoint& endpoint, bool alwaysPort) {
    std::string text = endpoint.host.find(':') == std::string::npos ? endpoint.host : '[' + endpoint.host + ']';
    if (alwaysPort || endpoint.port != (endpoint.tls ? 443 : 80)) text.append(":").append(std::to_string(endpoint.port));
    return text;
}

} // namespace signalbox::net
