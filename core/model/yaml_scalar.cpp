#include "core/model/yaml_scalar.h"

#include "core/base/text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace signalbox::model {

namespace json = boost::json;

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t skipDigits(std::string_view text, std::size_t at) {
    while (at < text.size() && isDigit(text[at])) ++at;
    return at;
}

/// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool isDecimal(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t whole = skipDigits(text, 0);
    std::size_t at = whole;
    if (at < text.size() && text[at] == '.') {
        at = skipDigits(text, at + 1);
        if (whole == 0 && at == 1) return false;
    } else if (whole == 0) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        const std::size_t end = skipDigits(text, at);
        if (end == at) return false;
        at = end;
    }
    return at == text.size();
}

template <class Number>
std::optional<Number> whole(std::string_view digits, int base = 10) {
    Number number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (error != std::errc{} || end != digits.data() + digits.size()) return {};
    return number;
}

std::optional<json::value> numberIn(std::string_view text) {
    if (text.starts_with("0x") || text.starts_with("0o")) {
        if (const auto number = whole<std::uint64_t>(text.substr(2), text[1] == 'x' ? 16 : 8)) return json::value(*number);
        return {};
    }
    if (!isDecimal(text)) return {};
    if (text.starts_with('+')) text.remove_prefix(1);
    if (const auto number = whole<std::int64_t>(text)) return json::value(*number);
    if (const auto number = whole<std::uint64_t>(text)) return json::value(*number);
    double number = 0;
    if (const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number); error != std::errc{}) return {};
    return json::value(number);
}

/// What readers of YAML 1.1 end a line at, drop or refuse where it is not escaped: next line, line and paragraph separators, byte order
/// mark, delete.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEscapes = {{{"\xC2\x85", "\\u0085"}, {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}, {"\xEF\xBB\xBF", "\\uFEFF"}, {"\x7F", "\\u007F"}}};

bool isPrintable(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20; }) &&
           std::none_of(kEscapes.begin(), kEscapes.end(), [&](const auto& escape) { return text.find(escape.first) != std::string_view::npos; });
}

} // namespace

json::value plainScalar(const std::string& text) {
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return nullptr;
    if (text == "true" || text == "True" || text == "TRUE") return true;
    if (text == "false" || text == "False" || text == "FALSE") return false;
    if (auto number = numberIn(text)) return std::move(*number);
    return json::value(text);
}

bool isPlainText(const std::string& text) {
    // Words that YAML 1.1 reads as booleans or numbers: other programs read our files as well.
    constexpr std::array<std::string_view, 10> kOldWords = {"y", "n", "yes", "no", "on", "off", ".inf", "-.inf", "+.inf", ".nan"};
    if (!plainScalar(text).is_string() || text != trimmed(text)) return false;
    if (std::find(kOldWords.begin(), kOldWords.end(), toLowerAscii(text)) != kOldWords.end()) return false;
    // What may be an indicator somewhere, also of a merge key or a document's end.
    if (std::string_view("-.?:,[]{}#&*!|>'\"%@`=<").find(text.front()) != std::string_view::npos || text.back() == ':') return false;
    if (text.find(": ") != std::string::npos || text.find(" #") != std::string::npos) return false;
    // Dates, sexagesimal and underscored numbers begin like numbers and are read as such by some.
    if (isDigit(text.front()) && text.find_first_not_of("0123456789_.,:-+TZtzeEbB ") == std::string::npos) return false;
    return isPrintable(text);
}

bool isBlockText(const std::string& text) {
    const auto first = text.find_first_not_of('\n');
    if (text.find('\n') == std::string::npos || first == std::string::npos) return false;
    // How far a block is indented, readers take from its first line that is not empty.
    if (text[first] == ' ' || text[first] == '\t') return false;
    // Lines of nothing but white space are lost to editors, and a tab in front is refused by some.
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        const auto begin = at + 1;
        if (begin < text.size() && text[begin] == '\t') return false;
        const auto end = std::min(text.find('\n', begin), text.size());
        if (end > begin && text.find_first_not_of(' ', begin) >= end) return false;
    }
    std::string lines = text;
    std::erase_if(lines, [](char c) { return c == '\n' || c == '\t'; });
    return isPrintable(lines);
}

std::string quotedText(const std::string& text) {
    auto quoted = boost::json::serialize(boost::json::value(text)); // which is YAML too, but for some characters
    for (const auto& [odd, escape] : kEscapes)
        for (auto at = quoted.find(odd); at != std::string::npos; at = quoted.find(odd, at + escape.size())) quoted.replace(at, odd.size(), escape);
    return quoted;
}

} // namespace signalbox::model
