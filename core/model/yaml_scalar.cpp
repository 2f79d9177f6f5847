#include "core/model/yaml_scalar.h"

#include "core/base/text.h"

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
    // What may be an indicator somewhere; the emitter knows most of them, a merge key and a document's end it does not.
    if (std::string_view("-.?:,[]{}#&*!|>'\"%@`=<").find(text.front()) != std::string_view::npos || text.back() == ':') return false;
    // Dates, sexagesimal and underscored numbers begin like numbers and are read as such by some.
    if (isDigit(text.front()) && text.find_first_not_of("0123456789_.,:-+TZtz ") == std::string::npos) return false;
    // The emitter writes lines, control characters and what is not ASCII safely between quotes only.
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) != 0x7F; });
}

} // namespace signalbox::model
