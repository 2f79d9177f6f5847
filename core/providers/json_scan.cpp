#include "core/providers/json_scan.h"

#include <boost/json.hpp>

namespace signalbox::providers {

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
