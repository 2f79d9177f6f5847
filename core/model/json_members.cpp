#include "core/model/json_members.h"

#include <boost/json/parse.hpp>

#include <set>
#include <vector>

namespace signalbox::model {

namespace {

/// The offset after the closing quote of the string that begins at `quote`.
std::size_t afterString(std::string_view text, std::size_t quote) {
    std::size_t at = quote + 1;
    while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
    return at + 1;
}

std::string nameIn(std::string_view quoted) {
    if (quoted.find('\\') == std::string_view::npos) return std::string(quoted.substr(1, quoted.size() - 2));
    boost::json::error_code error;
    const auto name = boost::json::parse(quoted, error);
    return error || !name.is_string() ? std::string(quoted) : std::string(name.get_string());
}

} // namespace

std::optional<RepeatedMember> repeatedMember(std::string_view text) {
    std::vector<std::set<std::string>> open; // an array's set stays empty
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (text[at]) {
        case '{':
        case '[': open.emplace_back(); break;
        case '}':
        case ']':
            if (!open.empty()) open.pop_back();
            break;
        case '"': {
            const auto end = afterString(text, at);
            const auto next = text.find_first_not_of(" \t\r\n", end);
            if (next != std::string_view::npos && text[next] == ':' && !open.empty()) {
                auto name = nameIn(text.substr(at, end - at));
                if (!open.back().insert(name).second) return RepeatedMember{at, std::move(name)};
            }
            at = end - 1;
            break;
        }
        default: break;
        }
    }
    return {};
}

} // namespace signalbox::model
