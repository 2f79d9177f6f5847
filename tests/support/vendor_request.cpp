#include "tests/support/vendor_request.h"

#include <algorithm>
#include <cstdlib>

namespace signalbox::tests {

namespace {

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Reads one whole chunked body from the front of `bytes`; how many bytes it took, 0: not all there yet.
std::size_t readChunked(std::string_view bytes, std::string& body) {
    std::size_t at = 0;
    for (;;) {
        const auto line = bytes.find("\r\n", at);
        if (line == std::string_view::npos) return 0;
        const auto size = std::strtoull(std::string(bytes.substr(at, line - at)).c_str(), nullptr, 16);
        if (bytes.size() < line + 2 + size + 2) return 0;
        body.append(bytes.substr(line + 2, size));
        at = line + 2 + size + 2;
        if (size == 0) return at;
    }
}

} // namespace

bool takeRequest(std::string& input, VendorRequest& request) {
    const auto headEnd = input.find("\r\n\r\n");
    if (headEnd == std::string::npos) return false;
    const std::string_view head = std::string_view(input).substr(0, headEnd);
    std::size_t length = 0;
    bool chunked = false;
    Headers headers;
    auto at = head.find("\r\n");
    const auto requestLine = head.substr(0, at);
    while (at != std::string_view::npos) {
        const auto end = head.find("\r\n", at + 2);
        const auto line = head.substr(at + 2, end == std::string_view::npos ? end : end - at - 2);
        const auto colon = line.find(':');
        if (colon != std::string_view::npos) {
            headers.emplace_back(lowered(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
            if (headers.back().first == "content-length") length = std::stoull(headers.back().second);
            if (headers.back().first == "transfer-encoding") chunked = true;
        }
        at = end;
    }
    std::string body;
    std::size_t taken = headEnd + 4;
    if (chunked) {
        const auto used = readChunked(std::string_view(input).substr(taken), body);
        if (used == 0) return false;
        taken += used;
    } else {
        if (input.size() < taken + length) return false;
        body = input.substr(taken, length);
        taken += length;
    }
    const auto space = requestLine.find(' ');
    request.method = requestLine.substr(0, space);
    request.target =
        space == std::string_view::npos ? "" : requestLine.substr(space + 1, requestLine.rfind(' ') - space - 1);
    request.headers = std::move(headers);
    request.body = std::move(body);
    input.erase(0, taken);
    return true;
}

std::string VendorRequest::header(std::string_view lowerCaseName) const {
    for (const auto& [name, value] : headers)
        if (name == lowerCaseName) return value;
    return {};
}

bool VendorRequest::wantsStream() const {
    return body.find("\"stream\":true") != std::string::npos || body.find("\"stream\": true") != std::string::npos;
}

} // namespace signalbox::tests
