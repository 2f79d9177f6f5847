#pragma once

#include <optional>
#include <string_view>

namespace signalbox::policy {

/// The formats of JSON Schema draft 2020-12, section 7.3; all of draft 7's are among them.
enum class Format : unsigned char {
    DateTime, Date, Time, Duration, Email, IdnEmail, Hostname, IdnHostname, Ipv4, Ipv6, Uri, UriReference, Iri, IriReference, Uuid, UriTemplate, JsonPointer,
    RelativeJsonPointer, Regex,
};

/// Nothing for a format that is not known: then `format` is an annotation.
std::optional<Format> formatNamed(std::string_view name);
std::string_view nameOf(Format format);
bool hasFormat(Format format, std::string_view text);
/// "a date and time as in 2026-11-24T09:30:00Z", for a sentence.
std::string_view wordsFor(Format format);

// One function a family; each takes the whole text.
bool isDateTime(std::string_view text); ///< RFC 3339
bool isDate(std::string_view text);
bool isTime(std::string_view text);
bool isDuration(std::string_view text); ///< RFC 3339, appendix A
bool isIpv4(std::string_view text);     ///< RFC 2673, 3.2
bool isIpv6(std::string_view text);     ///< RFC 4291, 2.2
bool isHostname(std::string_view text); ///< RFC 1123, with IDNA 2008's A-labels
bool isIdnHostname(std::string_view text);
bool isEmail(std::string_view text, bool international); ///< RFC 5321, 4.1.2; RFC 6531
bool isUri(std::string_view text, bool international, bool mayBeRelative); ///< RFC 3986; RFC 3987
bool isUriTemplate(std::string_view text); ///< RFC 6570
bool isUuid(std::string_view text);
bool isJsonPointer(std::string_view text); ///< RFC 6901
bool isRelativeJsonPointer(std::string_view text);

} // namespace signalbox::policy
