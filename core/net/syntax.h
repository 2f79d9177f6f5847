#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// The character rules of RFC 9110, RFC 9112 and RFC 3986 that both our server and our client hold peers to.
namespace signalbox::net::syntax {

/// RFC 9110, 5.6.2: one or more tchar.
bool isToken(std::string_view text);
/// RFC 9110, 5.5, without line folding: visible characters, obs-text, space and tab. No other control character.
bool isFieldValue(std::string_view text);
/// Characters of a path and query as RFC 3986 has them, and the few more that browsers send unescaped; every `%` is followed
/// by two hexadecimal digits that are not `00`. No fragment.
bool isPathAndQuery(std::string_view text);
/// uri-host [":" port] (RFC 9110, 7.2): a registered name, an IPv4 address or a bracketed IPv6 address. Not empty.
bool isHostAndPort(std::string_view text);
/// One or more decimal digits, nothing else, that fit.
std::optional<std::uint64_t> decimal(std::string_view text);
/// Without the optional whitespace (space, tab) around it.
std::string_view withoutOws(std::string_view text);

int hexDigit(char c);

} // namespace signalbox::net::syntax
