#include "core/policy/contract/uri.h"

#include <charconv>

namespace signalbox::policy {
namespace {

/// RFC 3986, 5.2.4.
std::string withoutDotSegments(std::string_view path) {
    std::string result;
    const auto dropLast = [&] {
        const auto slash = result.rfind('/');
        result.resize(slash == std::string::npos ? 0 : slash);
    };
    while (!path.empty()) {
        if (path.starts_with("../")) path.remove_prefix(3);
        else if (path.starts_with("./") || path.starts_with("/./")) path.remove_prefix(2);
        else if (path == "/.") path = "/";
        else if (path.starts_with("/../")) {
            path.remove_prefix(3);
            dropLast();
        } else if (path == "/..") {
            path = "/";
            dropLast();
        } else if (path == "." || path == "..") path = {};
        else {
            const auto slash = path.find('/', 1);
            result += path.substr(0, slash);
            path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash);
        }
    }
    return result;
}

std::string mergedPath(const UriParts& base, std::string_view path) {
    if (base.hasAuthority && base.path.empty()) return '/' + std::string(path);
    const auto slash = base.path.rfind('/');
    return std::string(slash == std::string_view::npos ? std::string_view{} : base.path.substr(0, slash + 1)).append(path);
}

} // namespace

UriParts splitUri(std::string_view uri) {
    UriParts parts;
    if (const auto hash = uri.find('#'); hash != std::string_view::npos) {
        parts.hasFragment = true;
        parts.fragment = uri.substr(hash + 1);
        uri = uri.substr(0, hash);
    }
    if (const auto mark = uri.find('?'); mark != std::string_view::npos) {
        parts.hasQuery = true;
        parts.query = uri.substr(mark + 1);
        uri = uri.substr(0, mark);
    }
    if (const auto colon = uri.find_first_of(":/"); colon != std::string_view::npos && colon > 0 && uri[colon] == ':') {
        parts.hasScheme = true;
        parts.scheme = uri.substr(0, colon);
        uri.remove_prefix(colon + 1);
    }
    if (uri.starts_with("//")) {
        parts.hasAuthority = true;
        uri.remove_prefix(2);
        const auto slash = uri.find('/');
        parts.authority = uri.substr(0, slash);
        uri = slash == std::string_view::npos ? std::string_view{} : uri.substr(slash);
    }
    parts.path = uri;
    return parts;
}

std::string resolveUri(std::string_view base, std::string_view reference) {
    const UriParts from = splitUri(base);
    const UriParts to = splitUri(reference);
    UriParts target = to;
    std::string path;
    if (to.hasScheme) path = withoutDotSegments(to.path);
    else {
        target.hasScheme = from.hasScheme;
        target.scheme = from.scheme;
        if (to.hasAuthority) path = withoutDotSegments(to.path);
        else {
            target.hasAuthority = from.hasAuthority;
            target.authority = from.authority;
            if (to.path.empty()) {
                path = from.path;
                if (!to.hasQuery) {
                    target.hasQuery = from.hasQuery;
                    target.query = from.query;
                }
            } else path = withoutDotSegments(to.path.starts_with('/') ? std::string(to.path) : mergedPath(from, to.path));
        }
    }
    std::string result;
    if (target.hasScheme) result.append(target.scheme).append(":");
    if (target.hasAuthority) result.append("//").append(target.authority);
    result += path;
    if (target.hasQuery) result.append("?").append(target.query);
    if (target.hasFragment) result.append("#").append(target.fragment);
    return result;
}

std::string_view withoutFragment(std::string_view uri) { return uri.substr(0, uri.find('#')); }

std::string_view fragmentOf(std::string_view uri) {
    const auto hash = uri.find('#');
    return hash == std::string_view::npos ? std::string_view{} : uri.substr(hash + 1);
}

std::string percentDecoded(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        if (text[i] == '%' && i + 2 < text.size() && std::from_chars(text.data() + i + 1, text.data() + i + 3, code, 16).ptr == text.data() + i + 3) {
            decoded += static_cast<char>(code);
            i += 2;
        } else decoded += text[i];
    }
    return decoded;
}

} // namespace signalbox::policy
