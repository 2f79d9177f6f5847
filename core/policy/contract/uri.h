#pragma once

#include <string>
#include <string_view>

namespace signalbox::policy {

/// A URI reference taken apart as in RFC 3986, appendix B. Views into the text that was split; nothing is decoded or checked.
struct UriParts {
    std::string_view scheme, authority, path, query, fragment;
    bool hasScheme = false, hasAuthority = false, hasQuery = false, hasFragment = false;
};
UriParts splitUri(std::string_view uri);

/// RFC 3986, 5.2: what `reference` means when it stands in a document at `base`.
std::string resolveUri(std::string_view base, std::string_view reference);

std::string_view withoutFragment(std::string_view uri);
/// What follows the first `#`, still percent-encoded.
std::string_view fragmentOf(std::string_view uri);
/// Sequences that are not two hexadecimal digits stay as they are.
std::string percentDecoded(std::string_view text);

} // namespace signalbox::policy
