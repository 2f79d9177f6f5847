#include "core/providers/json_scan.h"

#include <boost/json.hpp>

#include <charconv>

namespace signalbox::providers {

namespace {

constexpr std::size_t kEscapeBytes = 6; // \uXXXX

/// The UTF-16 unit that is escaped there; 0: none is.
unsigned escapedUnit(std::string_view text, std::size_t at) {
    if (at + kEscapeBytes > text.size() || text.substr(at, 2) != "\\u") return 0;
    unsigned unit = 0;
    const char* const end = text.data() + at + kEscapeBytes;
    const auto [last, error] = std::from_chars(text.data() + at + 2, end, unit, 16);
    return error == std::errc{} && last == end ? unit : 0;
}

bool isFirstHalf(unsigned unit) { return (unit & 0xFC00U) == 0xD800U; }
bool isSecondHalf(unsigned unit) { return (unit & 0xFC00U) == 0xDC00U; }

} // namespace

JsonScan scanJson(std::string_view text) {
    JsonScan scan;
    int depth = 0;
    std::string_view lastString; // the latest string at depth 1: a member's name, if a colon follows
    bool modelFollows = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (text[at]) {
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']': --depth; break;
        case ':':
            ++scan.members;
            if (depth == 1) modelFollows = lastString == "model";
            break;
        case '"': {
            const std::size_t begin = at + 1;
            for (;;) {
                at = text.find('"', at + 1);
                if (at == std::string_view::npos) return scan;
                std::size_t slashes = 0;
                while (text[at - 1 - slashes] == '\\') ++slashes;
                if (slashes % 2 == 0) break;
            }
            if (depth != 1) break;
            if (modelFollows) {
                scan.modelBegin = begin - 1;
                scan.modelEnd = at + 1;
                modelFollows = false;
            }
            lastString = text.substr(begin, at - begin);
            break;
        }
        default: break;
        }
    }
    return scan;
}

std::string withWholeCharacters(std::string_view text) {
    std::string whole(text);
    for (std::size_t at = 0; (at = text.find('\\', at)) != std::string_view::npos;) {
        const auto unit = escapedUnit(text, at);
        if (isFirstHalf(unit) && isSecondHalf(escapedUnit(text, at + kEscapeBytes))) {
            at += 2 * kEscapeBytes;
        } else if (isFirstHalf(unit) || isSecondHalf(unit)) {
            whole.replace(at, kEscapeBytes, "\\ufffd");
            at += kEscapeBytes;
        } else {
            at += 2;
        }
    }
    return whole;
}

std::size_t countMembers(const boost::json::value& value) {
    std::size_t count = 0;
    if (value.is_object()) {
        count += value.get_object().size();
        for (const auto& member : value.get_object()) count += countMembers(member.value());
    } else if (value.is_array()) {
        for (const auto& element : value.get_array()) count += countMembers(element);
    }
    return count;
}

} // namespace signalbox::providers
