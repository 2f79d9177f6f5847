#include "core/net/syntax.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <string>

namespace signalbox::net::syntax {

namespace {

enum Class : unsigned char { Token = 1, Value = 2, Path = 4, RegName = 8 };

constexpr bool isAlphanumeric(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

constexpr std::array<unsigned char, 256> makeClasses() {
    std::array<unsigned char, 256> classes{};
    const auto mark = [&classes](std::string_view characters, unsigned char as) {
        for (const char c : characters) classes[static_cast<unsigned char>(c)] |= as;
    };
    for (int c = 0; c < 256; ++c) {
        auto& flags = classes[static_cast<std::size_t>(c)];
        if (isAlphanumeric(c)) flags |= Token | Path | RegName;
        if (c == '\t' || (c >= ' ' && c != 0x7F)) flags |= Value;
    }
    mark("!#$%&'*+-.^_`|~", Token);
    mark("-._~!$&'()*+,;=", RegName);
    // RFC 3986 has no []^`{|} here, yet the URL standard of browsers leaves them unescaped in queries.
    mark("-._~!$&'()*+,;=:@/?%[]^`{|}", Path);
    return classes;
}

constexpr auto kClasses = makeClasses();

bool allOf(std::string_view text, unsigned char classes) {
    return std::all_of(text.begin(), text.end(),
                       [classes](char c) { return (kClasses[static_cast<unsigned char>(c)] & classes) != 0; });
}

bool isPort(std::string_view text) {
    if (text.empty()) return true; // port = *DIGIT
    const auto port = decimal(text);
    return port && text.size() <= 5 && *port <= 65'535;
}

} // namespace

bool isToken(std::string_view text) { return !text.empty() && allOf(text, Token); }
bool isFieldValue(std::string_view text) { return allOf(text, Value); }

bool isPathAndQuery(std::string_view text) {
    if (!allOf(text, Path)) return false;
    for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 3)) {
        if (text.size() - at < 3) return false;
        const int high = hexDigit(text[at + 1]);
        const int low = hexDigit(text[at + 2]);
        if (high < 0 || low < 0 || high + low == 0) return false;
    }
    return true;
}

bool isHostAndPort(std::string_view text) {
    if (text.empty()) return false;
    if (text.front() == '[') {
        const auto close = text.find(']');
        if (close == std::string_view::npos) return false;
        in6_addr address{};
        if (inet_pton(AF_INET6, std::string(text.substr(1, close - 1)).c_str(), &address) != 1) return false;
        const auto rest = text.substr(close + 1);
        return rest.empty() || (rest.front() == ':' && isPort(rest.substr(1)));
    }
    const auto colon = text.find(':');
    const auto host = text.substr(0, colon);
    if (host.empty() || (colon != std::string_view::npos && !isPort(text.substr(colon + 1)))) return false;
    if (allOf(host, RegName)) return true;
    for (std::size_t i = 0; i < host.size(); ++i) {
        if (host[i] == '%') {
            if (host.size() - i < 3 || hexDigit(host[i + 1]) < 0 || hexDigit(host[i + 2]) < 0) return false;
            i += 2;
        } else if (!allOf(host.substr(i, 1), RegName)) {
            return false;
        }
    }
    return true;
}

std::optional<std::uint64_t> decimal(std::string_view text) {
    if (text.empty()) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        const auto digit = static_cast<std::uint64_t>(c - '0');
        if (value > (UINT64_MAX - digit) / 10) return std::nullopt;
        value = value * 10 + digit;
    }
    return value;
}

std::string_view withoutOws(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace signalbox::net::syntax
