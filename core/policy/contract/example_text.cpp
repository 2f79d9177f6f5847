#include "core/policy/contract/example_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace signalbox::policy {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostRepeats = 64;
constexpr int kMostGroups = 20;

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kFormats = {{
    {"date-time", "2026-11-24T09:30:00Z"},
    {"date", "2026-11-24"},
    {"time", "09:30:00Z"},
    {"duration", "P1D"},
    {"email", "ada@example.com"},
    {"idn-email", "ada@example.com"},
    {"hostname", "host.example.com"},
    {"idn-hostname", "host.example.com"},
    {"ipv4", "192.0.2.1"},
    {"ipv6", "2001:db8::1"},
    {"uri", "https://example.com/"},
    {"iri", "https://example.com/"},
    {"uuid", "3fa85f64-5717-4562-b3fc-2c963f66afa6"},
    {"json-pointer", "/member"},
}};

/// Writes one text that the pattern matches, from left to right; gives up at what it does not know.
class PatternWriter {
public:
    explicit PatternWriter(std::string_view pattern) : text_(pattern) {}

    std::optional<std::string> write() {
        auto out = alternatives(0);
        if (failed_ || at_ != text_.size()) return {};
        return out;
    }

private:
    bool more() const { return !failed_ && at_ < text_.size(); }
    std::string giveUp() {
        failed_ = true;
        return {};
    }

    /// The first alternative; the others are read and left.
    std::string alternatives(int depth) {
        if (depth > kMostGroups) return giveUp();
        auto first = sequence(depth);
        while (more() && text_[at_] == '|') {
            ++at_;
            sequence(depth);
        }
        return first;
    }

    std::string sequence(int depth) {
        std::string out;
        while (more() && text_[at_] != '|' && text_[at_] != ')') {
            const auto piece = atom(depth);
            const auto times = repetition();
            for (std::size_t i = 0; i < times && !failed_; ++i) out += piece;
        }
        return out;
    }

    std::string atom(int depth) {
        const char c = text_[at_++];
        switch (c) {
        case '^':
        case '$': return {};
        case '.': return "a";
        case '(': return group(depth);
        case '[': return characterClass();
        case '\\': return escape();
        case '*':
        case '+':
        case '?':
        case '{': return giveUp();
        default: return std::string(1, c);
        }
    }

    std::string group(int depth) {
        if (more() && text_[at_] == '?') {
            if (text_.substr(at_).starts_with("?:")) at_ += 2;
            else return giveUp(); // looking around, names
        }
        auto inside = alternatives(depth + 1);
        if (!more() || text_[at_] != ')') return giveUp();
        ++at_;
        return inside;
    }

    std::string escape() {
        if (!more()) return giveUp();
        const char c = text_[at_++];
        switch (c) {
        case 'd': return "1";
        case 'w': return "a";
        case 's': return " ";
        case 'D':
        case 'S': return "a";
        case 'W': return "-";
        case 't': return "\t";
        case 'n': return "\n";
        default: break;
        }
        const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return word ? giveUp() : std::string(1, c);
    }

    /// The first member of the class. A negated one is answered with what it hardly excludes.
    std::string characterClass() {
        const auto close = text_.find(']', at_ + (more() && text_[at_] == '^' ? 2 : 1));
        if (close == std::string_view::npos) return giveUp();
        const auto inside = text_.substr(at_, close - at_);
        if (inside.empty()) return giveUp();
        if (inside.front() == '^') {
            at_ = close + 1;
            for (const char candidate : {'a', '1', '-', ' ', 'Z'})
                if (inside.find(candidate) == std::string_view::npos && inside.find('\\') == std::string_view::npos && inside.find('-', 1) == std::string_view::npos) return std::string(1, candidate);
            return giveUp();
        }
        std::string first;
        if (inside.front() == '\\') {
            ++at_;
            first = escape();
        } else if ((static_cast<unsigned char>(inside.front()) & 0x80U) != 0) {
            return giveUp();
        } else {
            first = std::string(1, inside.front());
        }
        at_ = close + 1;
        return first;
    }

    /// How often the atom before is written: the least it may be, but once where it may be left out altogether and read better with it.
    std::size_t repetition() {
        if (!more()) return 1;
        std::size_t times = 1;
        switch (text_[at_]) {
        case '*':
        case '?': times = 0; break;
        case '+': break;
        case '{': {
            const auto close = text_.find('}', at_);
            const auto* begin = text_.data() + at_ + 1;
            if (close == std::string_view::npos || std::from_chars(begin, text_.data() + close, times).ec != std::errc{} || times > kMostRepeats) {
                giveUp();
                return 0;
            }
            at_ = close;
            break;
        }
        default: return 1;
        }
        ++at_;
        if (more() && text_[at_] == '?') ++at_; // lazy: the same texts
        return times;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

} // namespace

std::optional<std::string> textForPattern(std::string_view pattern) { return PatternWriter(pattern).write(); }

std::string exampleText(const json::object& schema) {
    const auto text = [&](std::string_view name) {
        const auto* value = schema.if_contains(name);
        return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
    };
    const auto count = [&](std::string_view name, double otherwise) {
        const auto* value = schema.if_contains(name);
        return static_cast<std::size_t>(std::clamp(value && value->is_number() ? value->to_number<double>() : otherwise, 0.0, 10'000.0));
    };
    if (const auto pattern = text("pattern"); !pattern.empty())
        if (auto made = textForPattern(pattern)) {
            const auto least = count("minLength", 0);
            // A repetition at the end is what lengthens most patterns: `^[a-z]+$`.
            while (!made->empty() && made->size() < least) made->push_back(made->back());
            return *made;
        }
    const auto format = text("format");
    for (const auto& [name, example] : kFormats)
        if (name == format) return std::string(example);
    std::string word = "text";
    const auto least = count("minLength", 0);
    while (word.size() < least) word += " text";
    const auto most = std::max(count("maxLength", 10'000), least);
    if (word.size() > std::max(most, least)) word.resize(most);
    return word;
}

} // namespace signalbox::policy
