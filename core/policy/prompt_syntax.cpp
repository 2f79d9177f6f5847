#include "core/policy/prompt_syntax.h"

#include "core/base/text.h"
#include "core/model/document.h"

#include <algorithm>

namespace signalbox::policy {

namespace {

constexpr std::size_t kLongestDelimiter = 8;
constexpr std::size_t kQuotedBytes = 40;
constexpr std::string_view kBlank = " \t\r\n";

std::string quoted(std::string_view text) {
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    const auto cut = truncatedUtf8(line, kQuotedBytes);
    return '\'' + std::string(cut) + (cut.size() < text.size() ? "...'" : "'");
}

/// What is wrong with the name of a variable or a section; empty: nothing.
std::string nameProblem(std::string_view name) {
    constexpr std::string_view kLiteralBraces = "; to write braces as they are, change the delimiters with {{=<% %>=}}";
    if (name == ".") return {};
    if (name.empty()) return "the tag is empty: write the name of a variable" + std::string(kLiteralBraces);
    if (name.find_first_of(kBlank) != std::string_view::npos)
        return quoted(name) + " is not a name: there are no expressions here, only names without spaces" + std::string(kLiteralBraces);
    const auto odd = [](char c) { return static_cast<unsigned char>(c) < 0x20 || std::string_view("{}()[]<>\"'`,;|#^/&!=").find(c) != std::string_view::npos; };
    if (std::any_of(name.begin(), name.end(), odd)) return quoted(name) + " is not a name" + std::string(kLiteralBraces);
    if (name.front() == '.' || name.back() == '.' || name.find("..") != std::string_view::npos)
        return quoted(name) + " is not a name: between, before and after the dots stand names";
    return {};
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    TemplateTags scan() {
        while (true) {
            const auto begin = text_.find(open_, at_);
            if (begin == std::string_view::npos) return std::move(result_);
            moveTo(begin);
            if (!readTag(begin)) return std::move(result_);
        }
    }

private:
    /// Keeps count of lines and characters up to `offset`.
    void moveTo(std::size_t offset) {
        for (; at_ < offset; ++at_) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte == '\n') position_ = {position_.line + 1, 1};
            else if ((byte & 0xC0U) != 0x80U) ++position_.column;
        }
    }

    void problem(std::string message) {
        if (!result_.problem) result_.problem = SyntaxProblem{position_, std::move(message)};
    }

    /// False: the tag does not end.
    bool readTag(std::size_t begin) {
        const std::size_t inside = begin + open_.size();
        const char sigil = inside < text_.size() ? text_[inside] : '\0';
        std::string closing = close_;
        if (sigil == '{' && open_ == "{{") closing = "}}}";
        if (sigil == '=') closing = '=' + close_;
        const bool hasSigil = closing != close_ || (sigil != '\0' && std::string_view("#^/>!&").find(sigil) != std::string_view::npos);
        const std::size_t contentBegin = inside + (hasSigil ? 1 : 0);
        const auto end = text_.find(closing, contentBegin);
        if (end == std::string_view::npos) {
            problem("the tag " + quoted(text_.substr(begin)) + " does not end: '" + closing + "' is missing");
            return false;
        }
        TemplateTag tag{begin, end + closing.size() - begin, TagKind::Variable, std::string(trimmed(text_.substr(contentBegin, end - contentBegin))), position_};
        if (hasSigil) tag.kind = kindOf(sigil);
        check(tag);
        if (tag.kind == TagKind::Comment || tag.kind == TagKind::Delimiter) tag.name.clear();
        moveTo(tag.offset + tag.length);
        result_.tags.push_back(std::move(tag));
        return true;
    }

    static TagKind kindOf(char sigil) {
        switch (sigil) {
        case '#': return TagKind::Section;
        case '^': return TagKind::InvertedSection;
        case '/': return TagKind::SectionEnd;
        case '>': return TagKind::Partial;
        case '!': return TagKind::Comment;
        case '=': return TagKind::Delimiter;
        default: return TagKind::Variable; // { and &
        }
    }

    void check(const TemplateTag& tag) {
        switch (tag.kind) {
        case TagKind::Comment: return;
        case TagKind::Delimiter: return setDelimiters(tag.name);
        case TagKind::Partial:
            if (const auto reference = model::DocumentRef::parse(tag.name); !reference) problem(reference.error().message);
            return;
        case TagKind::Variable:
        case TagKind::Section:
        case TagKind::InvertedSection:
        case TagKind::SectionEnd:
            if (auto wrong = nameProblem(tag.name); !wrong.empty()) problem(std::move(wrong));
            return;
        }
    }

    void setDelimiters(std::string_view both) {
        const auto gap = both.find_first_of(kBlank);
        const auto open = both.substr(0, gap);
        const auto close = gap == std::string_view::npos ? std::string_view() : trimmed(both.substr(gap));
        const auto right = [](std::string_view delimiter) {
            return !delimiter.empty() && delimiter.size() <= kLongestDelimiter && delimiter.find_first_of(" \t\r\n=") == std::string_view::npos;
        };
        if (!right(open) || !right(close)) return problem("the delimiters have to be two, with a space between, of up to 8 bytes and without '=', as in {{=<% %>=}}");
        open_ = open;
        close_ = close;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    TextPosition position_;
    std::string open_ = "{{";
    std::string close_ = "}}";
    TemplateTags result_;
};

} // namespace

std::string TextPosition::text() const { return "line " + std::to_string(line) + ", column " + std::to_string(column); }

TemplateTags tagsOf(std::string_view text) { return Scanner(text).scan(); }

} // namespace signalbox::policy
