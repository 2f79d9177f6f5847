#include "core/policy/contract/pattern_reader.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace signalbox::policy {
namespace {

// ECMA-262's WhiteSpace and LineTerminator, and all the rest; both as the inside of a class.
constexpr std::string_view kSpace = R"(\x{9}-\x{d} \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff})";
constexpr std::string_view kNotSpace =
    R"(\x{0}-\x{8}\x{e}-\x{1f}!-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff})";

struct Category {
    std::string_view longName;
    std::string_view shortName;
};
// UAX #44, General_Category. RE2 knows the short names, and scripts by their long names.
constexpr std::array kCategories{
    Category{"Letter", "L"}, Category{"Uppercase_Letter", "Lu"}, Category{"Lowercase_Letter", "Ll"}, Category{"Titlecase_Letter", "Lt"},
    Category{"Modifier_Letter", "Lm"}, Category{"Other_Letter", "Lo"}, Category{"Mark", "M"}, Category{"Combining_Mark", "M"},
    Category{"Nonspacing_Mark", "Mn"}, Category{"Spacing_Mark", "Mc"}, Category{"Enclosing_Mark", "Me"}, Category{"Number", "N"},
    Category{"Decimal_Number", "Nd"}, Category{"digit", "Nd"}, Category{"Letter_Number", "Nl"}, Category{"Other_Number", "No"},
    Category{"Punctuation", "P"}, Category{"punct", "P"}, Category{"Connector_Punctuation", "Pc"}, Category{"Dash_Punctuation", "Pd"},
    Category{"Open_Punctuation", "Ps"}, Category{"Close_Punctuation", "Pe"}, Category{"Initial_Punctuation", "Pi"},
    Category{"Final_Punctuation", "Pf"}, Category{"Other_Punctuation", "Po"}, Category{"Symbol", "S"}, Category{"Math_Symbol", "Sm"},
    Category{"Currency_Symbol", "Sc"}, Category{"Modifier_Symbol", "Sk"}, Category{"Other_Symbol", "So"}, Category{"Separator", "Z"},
    Category{"Space_Separator", "Zs"}, Category{"Line_Separator", "Zl"}, Category{"Paragraph_Separator", "Zp"}, Category{"Other", "C"},
    Category{"Control", "Cc"}, Category{"cntrl", "Cc"}, Category{"Format", "Cf"}, Category{"Private_Use", "Co"},
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

} // namespace

bool PatternReader::take(std::string_view what) {
    if (!nextIs(what)) return false;
    at_ += what.size();
    return true;
}

bool PatternReader::wrong(std::string sentence) {
    problem_ = {false, std::move(sentence)};
    return false;
}

void PatternReader::unsupported(std::string sentence) {
    if (!problem_) problem_ = {true, std::move(sentence)};
}

void PatternReader::literal(char32_t code) {
    char hex[8];
    const auto end = std::to_chars(hex, hex + sizeof hex, static_cast<std::uint32_t>(code), 16).ptr;
    out_.append("\\x{").append(hex, end).append("}");
}

bool PatternReader::read() {
    while (more())
        if (!atom()) return false;
    return open_ == 0 || wrong("A parenthesis is not closed.");
}

bool PatternReader::atom() {
    switch (text_[at_]) {
    case '\\': return escape(false);
    case '[': return characterClass();
    case '(': return group();
    case ')':
        if (--open_ < 0) return wrong("A closing parenthesis has no opening one.");
        break;
    case '.':
        ++at_;
        out_ += R"([^\n\r\x{2028}\x{2029}])";
        return true;
    default: break;
    }
    out_ += text_[at_++];
    return true;
}

bool PatternReader::group() {
    ++open_;
    if (take("(?:")) out_ += "(?:";
    else if (take("(?=") || take("(?!") || take("(?<=") || take("(?<!")) {
        unsupported("It looks ahead or behind, which would need backtracking and is not supported; say the same without “(?=”, “(?!”, “(?<=” and “(?<!”.");
        out_ += "(?:";
    } else if (take("(?<")) {
        const auto end = text_.find('>', at_);
        const auto name = text_.substr(at_, end == std::string_view::npos ? 0 : end - at_);
        const auto isNamePart = [](char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '$' || (c & 0x80); };
        if (name.empty() || isDigit(name.front()) || !std::ranges::all_of(name, isNamePart)) return wrong("A group's name is a word between “(?<” and “>”.");
        if (std::ranges::find(names_, name) != names_.end()) return wrong("Two groups have the same name.");
        names_.emplace_back(name);
        at_ = end + 1;
        out_ += '('; // nothing reads groups, so the name is not needed
    } else if (nextIs("(?")) return wrong("ECMA-262 has no group that begins like this: “" + std::string(text_.substr(at_, 3)) + "”.");
    else out_ += text_[at_++];
    return true;
}

bool PatternReader::hexadecimal(std::size_t digits, char32_t& code) {
    if (text_.size() - at_ < digits) return false;
    std::uint32_t value = 0;
    const char* first = text_.data() + at_;
    const auto [end, error] = std::from_chars(first, first + digits, value, 16);
    if (error != std::errc{} || end != first + digits) return false;
    at_ += digits;
    code = value;
    return true;
}

/// After `\u`.
bool PatternReader::codePoint(char32_t& code) {
    if (take("{")) {
        const auto end = text_.find('}', at_);
        return end != std::string_view::npos && end > at_ && end - at_ <= 8 && hexadecimal(end - at_, code) && take("}") && code <= 0x10ffff;
    }
    if (!hexadecimal(4, code)) return false;
    if (code >= 0xd800 && code < 0xdc00) {
        const auto before = at_;
        char32_t low = 0;
        if (take("\\u") && hexadecimal(4, low) && low >= 0xdc00 && low < 0xe000) code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        else at_ = before;
    }
    return true;
}

bool PatternReader::escape(bool inClass) {
    ++at_;
    if (!more()) return wrong("It ends in a backslash.");
    const char c = text_[at_++];
    char32_t code = 0;
    switch (c) {
    case 'd': case 'D': case 'w': case 'W': case 't': case 'n': case 'r': case 'f': case 'v':
        out_.append("\\").append(1, c);
        return true;
    case 's': out_.append(inClass ? "" : "[").append(kSpace).append(inClass ? "" : "]"); return true;
    case 'S': out_.append(inClass ? "" : "[").append(kNotSpace).append(inClass ? "" : "]"); return true;
    case 'b':
        if (inClass) literal(8);
        else out_ += "\\b";
        return true;
    case 'B':
        if (inClass) return wrong("“\\B” cannot stand in a class.");
        out_ += "\\B";
        return true;
    case 'p': case 'P': return property(c == 'P', inClass);
    case 'c':
        if (!more() || !isLetter(text_[at_])) return wrong("“\\c” needs a letter.");
        literal(static_cast<char32_t>(text_[at_++] & 0x1f));
        return true;
    case 'x':
        if (!hexadecimal(2, code)) return wrong("“\\x” needs two hexadecimal digits.");
        literal(code);
        return true;
    case 'u':
        if (!codePoint(code)) return wrong("“\\u” needs four hexadecimal digits, or a code point in braces.");
        if (code >= 0xd800 && code < 0xe000) {
            unsupported("It names half of a surrogate pair, which no JSON text in UTF-8 contains; name the whole character, as in “\\u{1F600}”.");
            code = 0xfffd;
        }
        literal(code);
        return true;
    case '0':
        if (more() && isDigit(text_[at_])) return wrong("ECMA-262 has no octal escapes.");
        literal(0);
        return true;
    case 'k': {
        const auto end = text_.find('>', at_);
        if (inClass || !take("<") || end == std::string_view::npos) return wrong("“\\k” needs the name of a group, as in “\\k<name>”.");
        at_ = end + 1;
        unsupported("It refers back to what a group matched, which would need backtracking and is not supported.");
        return true;
    }
    default: break;
    }
    if (isDigit(c)) {
        if (inClass) return wrong("ECMA-262 has no octal escapes.");
        while (more() && isDigit(text_[at_])) ++at_;
        unsupported("It refers back to what a group matched, which would need backtracking and is not supported.");
        out_ += "(?:)";
        return true;
    }
    if (isLetter(c)) return wrong(std::string("ECMA-262 has no escape “\\") + c + "”.");
    if (c & 0x80) {
        --at_; // the character itself; its bytes follow as they are
        return true;
    }
    if (c == '_') out_ += c;
    else out_.append("\\").append(1, c);
    return true;
}

bool PatternReader::property(bool negated, bool inClass) {
    const auto end = text_.find('}', at_);
    if (!take("{") || end == std::string_view::npos || end == at_) return wrong("“\\p” needs the name of a property, as in “\\p{Letter}”.");
    std::string_view name = text_.substr(at_, end - at_);
    at_ = end + 1;
    bool script = false;
    if (const auto equals = name.find('='); equals != std::string_view::npos) {
        const auto kind = name.substr(0, equals);
        if (kind == "Script" || kind == "sc") script = true;
        else if (kind != "General_Category" && kind != "gc")
            unsupported("The property “" + std::string(name) + "” is not supported; general categories and scripts are.");
        name.remove_prefix(equals + 1);
    }
    std::string_view known = name;
    if (!script) {
        if (name == "Any" || name == "ASCII") {
            const std::string_view range = name == "Any" ? (negated ? "" : R"(\x{0}-\x{10ffff})") : negated ? R"(\x{80}-\x{10ffff})" : R"(\x{0}-\x{7f})";
            out_.append(inClass ? "" : range.empty() ? R"([^\x{0}-\x{10ffff})" : "[").append(range).append(inClass ? "" : "]");
            return true;
        }
        if (const auto found = std::ranges::find(kCategories, name, &Category::longName); found != kCategories.end()) known = found->shortName;
    }
    out_.append(negated ? "\\P{" : "\\p{").append(known).append("}");
    return true;
}

bool PatternReader::characterClass() {
    ++at_;
    const bool negated = take("^");
    if (take("]")) {
        out_ += negated ? R"([\x{0}-\x{10ffff}])" : R"([^\x{0}-\x{10ffff}])";
        return true;
    }
    out_ += negated ? "[^" : "[";
    const auto isSet = [&](std::size_t at) {
        return at + 1 < text_.size() && text_[at] == '\\' && std::string_view("dDwWsSpP").find(text_[at + 1]) != std::string_view::npos;
    };
    bool afterSet = false;
    while (more() && text_[at_] != ']') {
        const bool set = isSet(at_);
        if (text_[at_] == '\\') {
            if (!escape(true)) return false;
        } else if (text_[at_] == '-' && (afterSet || isSet(at_ + 1))) {
            ++at_;
            out_ += "\\-"; // beside a set of characters it makes no range
        } else if (text_[at_] == '[' || text_[at_] == '^') out_.append("\\").append(1, text_[at_++]);
        else out_ += text_[at_++];
        afterSet = set;
    }
    if (!take("]")) return wrong("A bracket is not closed.");
    out_ += ']';
    return true;
}

} // namespace signalbox::policy
