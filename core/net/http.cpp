#include "core/net/http.h"

#include "core/base/text.h"

#include <algorithm>

namespace signalbox::net {

void Fields::add(std::string_view name, std::string_view value) {
    const auto at = static_cast<std::uint32_t>(text_.size());
    const auto nameSize = static_cast<std::uint32_t>(name.size());
    if (text_.empty()) text_.reserve(256);
    text_.append(name).append(value);
    places_.push_back({at, nameSize, at + nameSize, static_cast<std::uint32_t>(value.size())});
}

void Fields::set(std::string_view name, std::string_view value) {
    const std::string copy(value); // `value` may be a view into this very text
    const std::string nameCopy(name);
    remove(nameCopy);
    add(nameCopy, copy);
}

void Fields::remove(std::string_view name) {
    std::erase_if(places_, [&](const Place& place) {
        return equalsIgnoringCase(std::string_view(text_).substr(place.name, place.nameSize), name);
    });
}

std::optional<std::string_view> Fields::find(std::string_view name) const {
    for (const auto& [fieldName, value] : *this) {
        if (equalsIgnoringCase(fieldName, name)) return value;
    }
    return std::nullopt;
}

std::string_view Request::path() const {
    return std::string_view(target).substr(0, target.find('?'));
}

std::string_view Request::query() const {
    const auto mark = target.find('?');
    return mark == std::string::npos ? std::string_view() : std::string_view(target).substr(mark + 1);
}

namespace {

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decoded(std::string_view text, bool plusIsSpace) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (text.size() - i < 3) return std::nullopt;
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            result.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            result.push_back(plusIsSpace && text[i] == '+' ? ' ' : text[i]);
        }
    }
    return result;
}

} // namespace

std::optional<std::string> percentDecoded(std::string_view text) { return decoded(text, false); }

std::string percentEncoded(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                                c == '.' || c == '_' || c == '~';
        if (unreserved) {
            result.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result.push_back('%');
            result.push_back(kHex[byte >> 4U]);
            result.push_back(kHex[byte & 15U]);
        }
    }
    return result;
}

std::optional<std::string> queryParameter(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
        const auto equals = pair.find('=');
        const auto key = decoded(pair.substr(0, equals), true);
        if (!key || *key != name) continue;
        return decoded(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1), true);
    }
    return std::nullopt;
}

} // namespace signalbox::net
