#include "core/policy/contract/formats.h"

#include "core/policy/contract/pattern.h"

#include <algorithm>
#include <array>

namespace signalbox::policy {
namespace {

struct Known {
    Format format;
    std::string_view name;
    std::string_view words;
};
constexpr std::array kKnown{
    Known{Format::DateTime, "date-time", "a date and time as in 2026-11-24T09:30:00Z"},
    Known{Format::Date, "date", "a date as in 2026-11-24"},
    Known{Format::Time, "time", "a time with its zone as in 09:30:00Z"},
    Known{Format::Duration, "duration", "a duration as in P1DT12H"},
    Known{Format::Email, "email", "an e-mail address"},
    Known{Format::IdnEmail, "idn-email", "an e-mail address"},
    Known{Format::Hostname, "hostname", "a host name as in www.example.com"},
    Known{Format::IdnHostname, "idn-hostname", "a host name as in www.example.com"},
    Known{Format::Ipv4, "ipv4", "an IPv4 address as in 192.0.2.1"},
    Known{Format::Ipv6, "ipv6", "an IPv6 address as in 2001:db8::1"},
    Known{Format::Uri, "uri", "an absolute URI as in https://example.com/path"},
    Known{Format::UriReference, "uri-reference", "a URI or a relative reference as in /path?query"},
    Known{Format::Iri, "iri", "an absolute IRI as in https://example.com/path"},
    Known{Format::IriReference, "iri-reference", "an IRI or a relative reference as in /path?query"},
    Known{Format::Uuid, "uuid", "a UUID as in 123e4567-e89b-12d3-a456-426614174000"},
    Known{Format::UriTemplate, "uri-template", "a URI template as in /users/{id}"},
    Known{Format::JsonPointer, "json-pointer", "a JSON pointer as in /items/0"},
    Known{Format::RelativeJsonPointer, "relative-json-pointer", "a relative JSON pointer as in 1/name"},
    Known{Format::Regex, "regex", "an ECMA-262 regular expression"},
};
static_assert(std::ranges::all_of(kKnown, [](const Known& known) { return &known - kKnown.data() == static_cast<int>(known.format); }),
    "in the order of the enumeration");

bool isHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

} // namespace

std::optional<Format> formatNamed(std::string_view name) {
    const auto found = std::ranges::find(kKnown, name, &Known::name);
    return found == kKnown.end() ? std::nullopt : std::optional(found->format);
}

std::string_view nameOf(Format format) { return kKnown[static_cast<std::size_t>(format)].name; }
std::string_view wordsFor(Format format) { return kKnown[static_cast<std::size_t>(format)].words; }

bool hasFormat(Format format, std::string_view text) {
    switch (format) {
    case Format::DateTime: return isDateTime(text);
    case Format::Date: return isDate(text);
    case Format::Time: return isTime(text);
    case Format::Duration: return isDuration(text);
    case Format::Email: return isEmail(text, false);
    case Format::IdnEmail: return isEmail(text, true);
    case Format::Hostname: return isHostname(text);
    case Format::IdnHostname: return isIdnHostname(text);
    case Format::Ipv4: return isIpv4(text);
    case Format::Ipv6: return isIpv6(text);
    case Format::Uri: return isUri(text, false, false);
    case Format::UriReference: return isUri(text, false, true);
    case Format::Iri: return isUri(text, true, false);
    case Format::IriReference: return isUri(text, true, true);
    case Format::Uuid: return isUuid(text);
    case Format::UriTemplate: return isUriTemplate(text);
    case Format::JsonPointer: return isJsonPointer(text);
    case Format::RelativeJsonPointer: return isRelativeJsonPointer(text);
    case Format::Regex: return isPattern(text);
    }
    return true;
}

bool isUuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i == 8 || i == 13 || i == 18 || i == 23 ? text[i] != '-' : !isHex(text[i])) return false;
    return true;
}

bool isJsonPointer(std::string_view text) {
    if (!text.empty() && text.front() != '/') return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '~' && (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1'))) return false;
    return true;
}

bool isRelativeJsonPointer(std::string_view text) {
    const auto number = [&] {
        const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
        const bool right = digits == 1 || (digits > 1 && text.front() != '0');
        text.remove_prefix(digits);
        return right;
    };
    if (!number()) return false;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        text.remove_prefix(1);
        if (!number()) return false;
    }
    return text == "#" || isJsonPointer(text);
}

} // namespace signalbox::policy
