#include "core/net/response_head.h"

#include "core/base/text.h"
#include "core/net/syntax.h"

namespace signalbox::net {

namespace {

bool listHas(std::string_view value, std::string_view word) {
    while (!value.empty()) {
        const auto comma = value.find(',');
        if (equalsIgnoringCase(syntax::withoutOws(value.substr(0, comma)), word)) return true;
        value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
    }
    return false;
}

/// `HTTP/1.x SP 3DIGIT [SP reason]`
bool readStatusLine(std::string_view line, ResponseHead& head) {
    if (line.size() < 12 || !line.starts_with("HTTP/1.") || line[8] != ' ') return false;
    if (line[7] != '0' && line[7] != '1') return false;
    const auto status = syntax::decimal(line.substr(9, 3));
    if (!status || *status < 100 || *status > 599 || (line.size() > 12 && line[12] != ' ')) return false;
    if (!syntax::isFieldValue(line.substr(12))) return false;
    head.status = static_cast<int>(*status);
    head.keepAlive = line[7] == '1';
    return true;
}

/// False when the fields contradict each other about the body's length.
bool noteField(std::string_view name, std::string_view value, ResponseHead& head, bool& transferEncoding) {
    if (equalsIgnoringCase(name, "content-length")) {
        const auto length = syntax::decimal(value);
        if (!length || (head.contentLength && head.contentLength != length)) return false;
        head.contentLength = length;
    } else if (equalsIgnoringCase(name, "transfer-encoding")) {
        if (transferEncoding || !equalsIgnoringCase(value, "chunked")) return false;
        transferEncoding = head.chunked = true;
    } else if (equalsIgnoringCase(name, "connection")) {
        if (listHas(value, "close")) head.keepAlive = false;
        else if (listHas(value, "keep-alive")) head.keepAlive = true;
    }
    return true;
}

} // namespace

std::optional<ResponseHead> readResponseHead(std::string_view head, std::size_t maxFields) {
    ResponseHead result;
    const auto lineEnd = head.find("\r\n");
    if (!readStatusLine(head.substr(0, lineEnd), result)) return std::nullopt;
    const auto text = head.substr(lineEnd + 2);
    result.fields = Fields(std::string(text));
    result.fields.reserve(16);
    bool transferEncoding = false;
    std::size_t at = 0;
    while (true) {
        const auto end = text.find("\r\n", at);
        if (end == at) break;
        const auto field = text.substr(at, end - at);
        const auto colon = field.find(':');
        if (colon == std::string_view::npos || !syntax::isToken(field.substr(0, colon))) return std::nullopt;
        const auto name = field.substr(0, colon);
        const auto value = syntax::withoutOws(field.substr(colon + 1));
        if (!syntax::isFieldValue(value) || result.fields.size() == maxFields) return std::nullopt;
        if (!noteField(name, value, result, transferEncoding)) return std::nullopt;
        const auto valueAt = value.empty() ? at : static_cast<std::size_t>(value.data() - text.data());
        result.fields.addPlaced({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(colon), static_cast<std::uint32_t>(valueAt), static_cast<std::uint32_t>(value.size())});
        at = end + 2;
    }
    if (result.chunked && result.contentLength) return std::nullopt;
    return result;
}

} // namespace signalbox::net
