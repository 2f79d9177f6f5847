#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::policy {

/// Where a person finds it in an editor. Columns count characters, not bytes.
struct TextPosition {
    std::size_t line = 1;
    std::size_t column = 1;
    std::string text() const; ///< `line 3, column 5`
};

enum class TagKind : unsigned char { Variable, Section, InvertedSection, SectionEnd, Partial, Comment, Delimiter };

/// A tag of a template, with its delimiters.
struct TemplateTag {
    std::size_t offset = 0; ///< in bytes
    std::size_t length = 0;
    TagKind kind = TagKind::Variable;
    std::string name;       ///< `customer.name`, `.`, `greeting@live`; empty for comments and delimiters
    TextPosition position;
};

struct SyntaxProblem {
    TextPosition position;
    std::string message; ///< a sentence without the position: what is wrong and what would be right
};

struct TemplateTags {
    std::vector<TemplateTag> tags;        ///< in the order of the text, those after a problem too as far as they can be told
    std::optional<SyntaxProblem> problem; ///< the first one
};

/// The tags of a mustache template (mustache(5)), right or not: what an editor marks while a person writes. Whether sections
/// close is `PromptTemplate::parse`'s to say.
///
/// `{{name}}`, `{{{name}}}`, `{{&name}}` variable; `{{#name}}` `{{^name}}` `{{/name}}` sections; `{{>name}}`, `{{>name@label}}`,
/// `{{>name@7}}` another prompt; `{{! comment}}`; `{{=<% %>=}}` other delimiters from here on.
TemplateTags tagsOf(std::string_view text);

} // namespace signalbox::policy
