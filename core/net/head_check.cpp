#include "core/net/head_check.h"

#include "core/base/text.h"
#include "core/net/syntax.h"

#include <algorithm>

namespace signalbox::net {

namespace {

using tl::unexpected;

unexpected<Refusal> refuse(std::string_view reason, int status = 400) { return unexpected(Refusal{status, reason}); }

struct RequestLine {
    std::string_view method, target, version;
};

std::optional<RequestLine> splitRequestLine(std::string_view line) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return std::nullopt;
    return RequestLine{line.substr(0, first), line.substr(first + 1, last - first - 1), line.substr(last + 1)};
}

/// `HTTP/` DIGIT `.` DIGIT, and of those the two that we speak.
std::optional<Refusal> checkVersion(std::string_view version) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (version.size() != 8 || !version.starts_with("HTTP/") || !isDigit(version[5]) || version[6] != '.' || !isDigit(version[7]))
        return Refusal{400, "malformed version"};
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return Refusal{505, "version not supported"};
    return std::nullopt;
}

std::optional<Refusal> checkMethod(std::string_view method) {
    if (!syntax::isToken(method)) return Refusal{400, "malformed method"};
    if (method == "CONNECT" || method == "PRI") return Refusal{400, "method not served"};
    // Methods are case-sensitive, and all that were ever registered are capitals.
    const bool known = method.size() <= 24 && std::all_of(method.begin(), method.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
    if (!known) return Refusal{501, "unknown method"};
    return std::nullopt;
}

/// Brings absolute-form to origin-form and its authority.
struct Target {
    std::string_view pathAndQuery;
    std::string_view authority; ///< empty unless the target was in absolute-form
};

std::optional<Target> readTarget(std::string_view target, std::string_view method) {
    if (target == "*") return method == "OPTIONS" ? std::optional<Target>({target, {}}) : std::nullopt;
    if (target.starts_with('/')) return syntax::isPathAndQuery(target) ? std::optional<Target>({target, {}}) : std::nullopt;
    const auto scheme = target.find("://");
    if (scheme == std::string_view::npos) return std::nullopt;
    const auto name = target.substr(0, scheme);
    if (!equalsIgnoringCase(name, "http") && !equalsIgnoringCase(name, "https")) return std::nullopt;
    const auto rest = target.substr(scheme + 3);
    const auto slash = std::min(rest.find_first_of("/?"), rest.size());
    const auto authority = rest.substr(0, slash);
    const auto path = rest.substr(slash);
    if (!syntax::isHostAndPort(authority) || !syntax::isPathAndQuery(path)) return std::nullopt;
    return Target{path, authority};
}

/// What the fields say about framing and the connection, gathered while they are read once.
struct Framing {
    std::optional<std::string_view> host, contentLength, transferEncoding, expect;
    bool close = false;
    bool keepAlive = false;
    std::optional<Refusal> problem;
};

/// Compares with a lower-case word.
bool is(std::string_view name, std::string_view word) { return equalsIgnoringCase(name, word); }

void readConnection(std::string_view value, Framing& framing) {
    while (!value.empty()) {
        const auto comma = value.find(',');
        const auto option = syntax::withoutOws(value.substr(0, comma));
        if (is(option, "close")) framing.close = true;
        if (is(option, "keep-alive")) framing.keepAlive = true;
        value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
    }
}

void noteField(std::string_view name, std::string_view value, Framing& framing) {
    const auto once = [&](std::optional<std::string_view>& place, std::string_view problem) {
        if (place) framing.problem = Refusal{400, problem};
        place = value;
    };
    switch (name.size()) { // Saves comparing every name with every word.
    case 4:
        if (is(name, "host")) once(framing.host, "more than one host");
        break;
    case 6:
        if (is(name, "expect")) once(framing.expect, "more than one expect");
        break;
    case 10:
        if (is(name, "connection")) readConnection(value, framing);
        break;
    case 14:
        if (is(name, "content-length")) once(framing.contentLength, "more than one content-length");
        break;
    case 17:
        if (is(name, "transfer-encoding")) once(framing.transferEncoding, "more than one transfer-encoding");
        break;
    default:
        break;
    }
}

/// RFC 9112, 6.1 and 6.3: anything but `chunked` alone has no length that all recipients agree on.
std::optional<Refusal> checkTransferEncoding(std::string_view value, bool http10) {
    if (http10) return Refusal{400, "transfer-encoding in HTTP/1.0"};
    if (is(value, "chunked")) return std::nullopt;
    const auto comma = value.rfind(',');
    const auto last = syntax::withoutOws(comma == std::string_view::npos ? value : value.substr(comma + 1));
    if (comma == std::string_view::npos || !is(last, "chunked")) return Refusal{400, "body of unknown length"};
    auto others = value.substr(0, comma);
    while (true) {
        const auto end = others.find(',');
        const auto coding = syntax::withoutOws(others.substr(0, end));
        if (!syntax::isToken(coding) || is(coding, "chunked")) return Refusal{400, "malformed transfer-encoding"};
        if (end == std::string_view::npos) break;
        others.remove_prefix(end + 1);
    }
    return Refusal{501, "transfer coding not served"};
}

std::optional<Refusal> applyFraming(const Framing& framing, const Target& target, RequestHead& head) {
    if (framing.problem) return framing.problem;
    if (!framing.host && !head.http10) return Refusal{400, "no host"};
    if (framing.host && !syntax::isHostAndPort(*framing.host)) return Refusal{400, "malformed host"};
    if (framing.host && !target.authority.empty() && !equalsIgnoringCase(*framing.host, target.authority))
        return Refusal{400, "target and host differ"};
    if (framing.transferEncoding) {
        if (framing.contentLength) return Refusal{400, "both content-length and transfer-encoding"};
        if (const auto refusal = checkTransferEncoding(*framing.transferEncoding, head.http10)) return refusal;
        head.chunked = true;
    }
    if (framing.contentLength) {
        head.contentLength = syntax::decimal(*framing.contentLength);
        if (!head.contentLength || *head.contentLength > INT64_MAX) return Refusal{400, "malformed content-length"};
    }
    if (head.request.method == "TRACE" && head.hasBody()) return Refusal{400, "TRACE with a body"};
    if (framing.expect && !head.http10) { // RFC 9110, 10.1.1: an HTTP/1.0 client's is ignored
        if (!is(*framing.expect, "100-continue")) return Refusal{417, "unknown expectation"};
        head.expectsContinue = true;
    }
    head.keepAlive = !framing.close && (!head.http10 || framing.keepAlive);
    return std::nullopt;
}

} // namespace

ResultOf<RequestHead, Refusal> readRequestHead(std::string_view head, std::size_t maxFields) {
    RequestHead result;
    const auto lineEnd = head.find("\r\n");
    const auto line = splitRequestLine(head.substr(0, lineEnd));
    if (!line) return refuse("malformed request line");
    if (const auto refusal = checkMethod(line->method)) return unexpected(*refusal);
    if (const auto refusal = checkVersion(line->version)) return unexpected(*refusal);
    const auto target = readTarget(line->target, line->method);
    if (!target) return refuse("malformed target");
    result.http10 = line->version == "HTTP/1.0";
    result.request.method = line->method;
    if (!target->authority.empty() && !target->pathAndQuery.starts_with('/')) result.request.target = '/';
    result.request.target += target->pathAndQuery;

    const auto text = head.substr(lineEnd + 2);
    result.request.fields = Fields(std::string(text));
    result.request.fields.reserve(16);
    Framing framing;
    std::size_t at = 0;
    std::size_t fields = 0;
    while (true) {
        const auto end = text.find("\r\n", at);
        if (end == at) break; // the empty line
        const auto field = text.substr(at, end - at);
        const auto colon = field.find(':');
        if (colon == std::string_view::npos || !syntax::isToken(field.substr(0, colon))) return refuse("malformed field name");
        const auto value = syntax::withoutOws(field.substr(colon + 1));
        if (!syntax::isFieldValue(value)) return refuse("control character in a field");
        if (++fields > maxFields) return refuse("too many fields", 431);
        const auto name = field.substr(0, colon);
        noteField(name, value, framing);
        const auto valueAt = static_cast<std::uint32_t>(value.empty() ? at : static_cast<std::size_t>(value.data() - text.data()));
        result.request.fields.addPlaced({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(colon), valueAt, static_cast<std::uint32_t>(value.size())});
        at = end + 2;
    }
    if (const auto refusal = applyFraming(framing, *target, result)) return unexpected(*refusal);
    return result;
}

ResultOf<std::size_t, Refusal> HeadEnd::find(std::string_view bytes) {
    const auto from = scanned_ < 3 ? 0 : scanned_ - 3;
    if (const auto end = bytes.find("\r\n\r\n", from); end != std::string_view::npos) {
        reset();
        return end + 4;
    }
    // Not whole yet. A bare line end or a control character would make us wait for what can never be right.
    for (std::size_t i = scanned_; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (static_cast<unsigned char>(c) >= ' ' || c == '\t') continue;
        const bool carriageReturn = c == '\r' && (i + 1 == bytes.size() || bytes[i + 1] == '\n');
        const bool lineFeed = c == '\n' && i > 0 && bytes[i - 1] == '\r';
        if (!carriageReturn && !lineFeed) return refuse("control character in the head");
        if (carriageReturn && i + 1 == bytes.size()) {
            scanned_ = i;
            return std::size_t{0};
        }
    }
    scanned_ = bytes.size();
    return std::size_t{0};
}

} // namespace signalbox::net
