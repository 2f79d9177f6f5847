#include "core/policy/contract/formats.h"

#include <idn2.h>

#include <algorithm>
#include <array>
#include <string>

namespace signalbox::policy {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isAlphanumeric(char c) { return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

constexpr std::size_t kLongestLabel = 63;
constexpr std::size_t kLongestName = 253;

bool isPlainLabel(std::string_view label) {
    return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return isAlphanumeric(c) || c == '-'; });
}

bool isALabel(std::string_view label) { return label.size() >= 4 && lowered(label.substr(0, 4)) == "xn--"; }

struct Freed {
    char* text = nullptr;
    Freed() = default;
    Freed(const Freed&) = delete;
    Freed& operator=(const Freed&) = delete;
    ~Freed() { idn2_free(text); }
};

/// RFC 5891's rules for registration, which include the contextual ones. Gives the A-label; empty when the label breaks a rule.
/// With `normalises`, what is not in NFC is brought into it rather than refused.
std::string registeredLabel(std::string_view label, bool normalises = false) {
    Freed registered;
    const std::string text(label);
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.c_str());
    if (text.find('\0') != std::string::npos) return {};
    int result = 0;
    if (isALabel(label)) {
        const std::string lower = lowered(label);
        result = idn2_register_u8(nullptr, reinterpret_cast<const unsigned char*>(lower.c_str()), reinterpret_cast<unsigned char**>(&registered.text), 0);
        if (result == IDN2_OK && (!registered.text || lower != registered.text)) return {};
    } else result = idn2_register_u8(bytes, nullptr, reinterpret_cast<unsigned char**>(&registered.text), normalises ? IDN2_NFC_INPUT : 0);
    return result == IDN2_OK && registered.text ? std::string(registered.text) : std::string{};
}

/// Whether `holds` for each label between `.` and, for international names, the three other full stops of RFC 3490, 3.1.
template <class Holds>
bool allLabels(std::string_view name, bool international, Holds holds) {
    constexpr std::array<std::string_view, 4> kStops{".", "\u3002", "\uff0e", "\uff61"};
    const auto stopsEnd = international ? kStops.end() : kStops.begin() + 1;
    std::size_t start = 0;
    for (std::size_t at = 0; at < name.size();) {
        const auto stop = std::find_if(kStops.begin(), stopsEnd, [&](std::string_view s) { return name.substr(at).starts_with(s); });
        if (stop == stopsEnd) {
            ++at;
            continue;
        }
        if (!holds(name.substr(start, at - start))) return false;
        at += stop->size();
        start = at;
    }
    return holds(name.substr(start));
}

/// What RFC 5893 asks of a whole name and libidn2 does not look at.
struct Directions {
    bool rightToLeft = false; ///< a letter of Hebrew, Arabic or a neighbour of theirs: a "Bidi domain name"
    bool arabicDigit = false;
    bool otherDigit = false;
};

Directions directionsOf(std::string_view label) {
    Directions found;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const auto lead = static_cast<unsigned char>(label[i]);
        const auto next = i + 1 < label.size() ? static_cast<unsigned char>(label[i + 1]) : 0;
        found.arabicDigit |= lead == 0xd9 && next >= 0xa0 && next <= 0xa9;                    // U+0660 to U+0669
        found.otherDigit |= isDigit(label[i]) || (lead == 0xdb && next >= 0xb0 && next <= 0xb9); // and U+06F0 to U+06F9
        // U+0590 to U+08FF
        found.rightToLeft |= (lead == 0xd6 && next >= 0x90) || (lead >= 0xd7 && lead <= 0xdf) || (lead == 0xe0 && next < 0xa4);
    }
    return found;
}

bool isInternationalName(std::string_view text, bool normalises) {
    if (text.size() > 4 * kLongestName) return false;
    std::size_t length = 0;
    bool rightToLeft = false;
    bool digitFirst = false;
    const bool right = allLabels(text, true, [&](std::string_view label) {
        const bool ascii = std::ranges::none_of(label, [](char c) { return (c & 0x80) != 0; });
        if (ascii && !isPlainLabel(label)) return false;
        const bool plain = ascii && !isALabel(label);
        const std::string registered = plain ? std::string(label) : registeredLabel(label, normalises);
        if (registered.empty() || registered.size() > kLongestLabel) return false;
        length += registered.size() + 1;
        digitFirst |= isDigit(label.front());
        if (plain) return true;
        Freed unicode;
        if (idn2_to_unicode_8z8z(registered.c_str(), &unicode.text, 0) != IDN2_OK || !unicode.text) return false;
        const auto directions = directionsOf(unicode.text);
        if (directions.rightToLeft && directions.arabicDigit && directions.otherDigit) return false;
        rightToLeft |= directions.rightToLeft;
        return true;
    });
    return right && length - 1 <= kLongestName && !(rightToLeft && digitFirst);
}

/// RFC 5321, 4.1.2: Atom characters.
bool isAtomText(char c, bool international) {
    return isAlphanumeric(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos || (international && (c & 0x80));
}

bool isLocalPart(std::string_view local, bool international) {
    if (local.size() >= 2 && local.front() == '"' && local.back() == '"') {
        const auto inner = local.substr(1, local.size() - 2);
        for (std::size_t i = 0; i < inner.size(); ++i) {
            if (inner[i] == '"' || (inner[i] == '\\' && ++i == inner.size())) return false;
            const auto byte = static_cast<unsigned char>(inner[i]);
            if (byte >= 0x80 ? !international : byte < 0x20 || byte == 0x7f) return false;
        }
        return true;
    }
    bool afterDot = true;
    for (const char c : local) {
        if (c == '.' ? afterDot : !isAtomText(c, international)) return false;
        afterDot = c == '.';
    }
    return !afterDot;
}

} // namespace

bool isHostname(std::string_view text) {
    if (text.size() > kLongestName) return false;
    return allLabels(text, false, [](std::string_view label) { return isPlainLabel(label) && (!isALabel(label) || !registeredLabel(label).empty()); });
}

bool isIdnHostname(std::string_view text) { return isInternationalName(text, false); }

bool isIpv4(std::string_view text) {
    for (int part = 0; part < 4; ++part) {
        const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits == 0 || digits > 3 || (digits > 1 && text.front() == '0')) return false;
        int number = 0;
        for (const char c : text.substr(0, digits)) number = number * 10 + (c - '0');
        if (number > 255) return false;
        text.remove_prefix(digits);
        if (part == 3) break;
        if (text.empty() || text.front() != '.') return false;
        text.remove_prefix(1);
    }
    return text.empty();
}

bool isIpv6(std::string_view text) {
    int groups = 0;
    bool gap = false;
    if (text.starts_with("::")) {
        gap = true;
        text.remove_prefix(2);
        if (text.empty()) return true;
    }
    while (true) {
        const auto end = std::min(text.find(':'), text.size());
        const auto group = text.substr(0, end);
        if (group.find('.') != std::string_view::npos) {
            if (end != text.size() || !isIpv4(group)) return false;
            groups += 2;
            break;
        }
        if (group.empty() || group.size() > 4 || !std::ranges::all_of(group, isHex)) return false;
        ++groups;
        text.remove_prefix(end);
        if (text.empty()) break;
        text.remove_prefix(1);
        if (text.starts_with(':')) {
            if (gap) return false;
            gap = true;
            text.remove_prefix(1);
            if (text.empty()) break;
        } else if (text.empty()) return false;
    }
    return gap ? groups <= 7 : groups == 8;
}

bool isEmail(std::string_view text, bool international) {
    const auto at = text.rfind('@');
    if (at == std::string_view::npos || !isLocalPart(text.substr(0, at), international)) return false;
    const auto domain = text.substr(at + 1);
    if (domain.starts_with('[') && domain.ends_with(']')) {
        const auto literal = domain.substr(1, domain.size() - 2);
        constexpr std::string_view kTag = "ipv6:";
        return lowered(literal.substr(0, kTag.size())) == kTag ? isIpv6(literal.substr(kTag.size())) : isIpv4(literal);
    }
    return international ? isInternationalName(domain, true) : isHostname(domain);
}

} // namespace signalbox::policy
