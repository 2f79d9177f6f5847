#include "core/base/text.h"

#include <algorithm>

namespace signalbox {

namespace {
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
} // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string toLowerAscii(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string_view truncatedUtf8(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

bool isValidUtf8(std::string_view text) {
    const auto* at = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = at + text.size();
    while (at < end) {
        if (*at < 0x80) {
            ++at;
            continue;
        }
        // Lead byte, number of continuation bytes, and the range of the first of them (Unicode, table 3-7).
        int more = 0;
        unsigned char low = 0x80;
        unsigned char high = 0xBF;
        if (*at >= 0xC2 && *at <= 0xDF) {
            more = 1;
        } else if (*at >= 0xE0 && *at <= 0xEF) {
            more = 2;
            if (*at == 0xE0) low = 0xA0;
            if (*at == 0xED) high = 0x9F;
        } else if (*at >= 0xF0 && *at <= 0xF4) {
            more = 3;
            if (*at == 0xF0) low = 0x90;
            if (*at == 0xF4) high = 0x8F;
        } else {
            return false;
        }
        if (end - at <= more || at[1] < low || at[1] > high) return false;
        for (int i = 2; i <= more; ++i)
            if (at[i] < 0x80 || at[i] > 0xBF) return false;
        at += more + 1;
    }
    return true;
}

} // namespace signalbox
