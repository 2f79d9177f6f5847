#include "core/policy/contract/formats.h"
#include "core/policy/contract/uri.h"

#include <algorithm>

namespace signalbox::policy {
namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool isTriplet(std::string_view text, std::size_t at) { return at + 2 < text.size() && text[at] == '%' && isHex(text[at + 1]) && isHex(text[at + 2]); }
bool isUnreserved(char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '.' || c == '_' || c == '~'; }
bool isSubDelimiter(char c) { return std::string_view("!$&'()*+,;=").find(c) != std::string_view::npos; }

/// The code point at `at`, which is moved behind it.
char32_t nextCodePoint(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    char32_t code = lead < 0x80 ? lead : lead < 0xe0 ? lead & 0x1fu : lead < 0xf0 ? lead & 0x0fu : lead & 0x07u;
    while (at < text.size() && (text[at] & 0xc0) == 0x80) code = (code << 6) | (static_cast<unsigned char>(text[at++]) & 0x3fu);
    return code;
}

/// RFC 3987, 2.2: ucschar, and iprivate where `query`.
bool isInternational(char32_t code, bool query) {
    if (code < 0xa0) return false;
    if (code < 0x10000) {
        if (code >= 0xe000 && code <= 0xf8ff) return query;
        return code <= 0xd7ff || (code >= 0xf900 && code <= 0xfdcf) || (code >= 0xfdf0 && code <= 0xffef);
    }
    if (code >= 0xf0000) return query && (code & 0xffff) <= 0xfffd;
    return (code & 0xffff) <= 0xfffd && !(code >= 0xe0000 && code < 0xe1000);
}

/// Unreserved, percent-encoded and sub-delimiters, and what else the part allows.
bool isMadeOf(std::string_view text, std::string_view more, bool international, bool query = false) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c & 0x80) {
            if (!international || !isInternational(nextCodePoint(text, at), query)) return false;
        } else if (isTriplet(text, at)) at += 3;
        else if (isUnreserved(c) || isSubDelimiter(c) || more.find(c) != std::string_view::npos) ++at;
        else return false;
    }
    return true;
}

bool isScheme(std::string_view text) {
    const auto mayFollow = [](char c) { return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.'; };
    return !text.empty() && isLetter(text.front()) && std::ranges::all_of(text, mayFollow);
}

bool isIpLiteral(std::string_view text) {
    if (!text.starts_with('v') && !text.starts_with('V')) return isIpv6(text);
    const auto dot = text.find('.');
    if (dot == std::string_view::npos || dot < 2 || dot + 1 == text.size()) return false;
    const auto mayFollow = [](char c) { return isUnreserved(c) || isSubDelimiter(c) || c == ':'; };
    return std::ranges::all_of(text.substr(1, dot - 1), isHex) && std::ranges::all_of(text.substr(dot + 1), mayFollow);
}

bool isAuthority(std::string_view text, bool international) {
    if (const auto at = text.rfind('@'); at != std::string_view::npos) {
        if (!isMadeOf(text.substr(0, at), ":", international)) return false;
        text.remove_prefix(at + 1);
    }
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos || !isIpLiteral(text.substr(1, end - 1))) return false;
        text.remove_prefix(end + 1);
        if (!text.empty() && text.front() != ':') return false;
    } else {
        const auto colon = std::min(text.find(':'), text.size());
        if (!isMadeOf(text.substr(0, colon), "", international)) return false;
        text.remove_prefix(colon);
    }
    return text.empty() || std::ranges::all_of(text.substr(1), isDigit);
}

/// RFC 6570, 2.3: a variable with its modifier.
bool isVariable(std::string_view text) {
    if (text.ends_with('*')) text.remove_suffix(1);
    else if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        const auto length = text.substr(colon + 1);
        if (length.empty() || length.size() > 4 || length.front() == '0' || !std::ranges::all_of(length, isDigit)) return false;
        text = text.substr(0, colon);
    }
    bool afterDot = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !afterDot) {
            afterDot = true;
            continue;
        }
        if (isTriplet(text, at)) at += 2;
        else if (!isLetter(c) && !isDigit(c) && c != '_') return false;
        afterDot = false;
    }
    return !afterDot;
}

bool isExpression(std::string_view text) {
    if (!text.empty() && std::string_view("+#./;?&").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (true) {
        const auto comma = text.find(',');
        if (!isVariable(text.substr(0, comma))) return false;
        if (comma == std::string_view::npos) return true;
        text.remove_prefix(comma + 1);
    }
}

} // namespace

bool isUri(std::string_view text, bool international, bool mayBeRelative) {
    const auto parts = splitUri(text);
    if (!parts.hasScheme && !mayBeRelative) return false;
    if (parts.hasScheme && !isScheme(parts.scheme)) return false;
    if (parts.hasAuthority && !isAuthority(parts.authority, international)) return false;
    // A relative reference's first segment holds no colon, or it would read as a scheme.
    if (!parts.hasScheme && !parts.hasAuthority && parts.path.substr(0, parts.path.find('/')).find(':') != std::string_view::npos) return false;
    return isMadeOf(parts.path, ":@/", international) && isMadeOf(parts.query, ":@/?", international, true) && isMadeOf(parts.fragment, ":@/?", international);
}

bool isUriTemplate(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '{') {
            const auto end = text.find('}', at);
            if (end == std::string_view::npos || !isExpression(text.substr(at + 1, end - at - 1))) return false;
            at = end + 1;
        } else if (c & 0x80) {
            if (!isInternational(nextCodePoint(text, at), true)) return false;
        } else if (c == '%') {
            if (!isTriplet(text, at)) return false;
            at += 3;
        } else {
            if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || std::string_view("\"<>\\^`|}").find(c) != std::string_view::npos) return false;
            ++at;
        }
    }
    return true;
}

} // namespace signalbox::policy
