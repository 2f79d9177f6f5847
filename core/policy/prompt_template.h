#pragma once

#include "core/model/document.h"
#include "core/policy/prompt_syntax.h"

#include <functional>
#include <string>
#include <vector>

namespace signalbox::policy {

/// A step of rendering.
struct TemplateNode {
    enum class Kind : unsigned char { Text, Variable, Section, InvertedSection, SectionEnd, Partial };

    Kind kind = Kind::Text;
    bool startsLine = false;       ///< the first of its line: where a partial's indentation goes
    std::size_t offset = 0;        ///< Text: in bytes of the template
    std::size_t length = 0;
    std::size_t tag = 0;           ///< all others: index of the tag
    std::vector<std::string> path; ///< Variable and sections: the name at its dots; empty: `.`
    std::size_t end = 0;           ///< sections: index of their end's node
    model::DocumentRef reference;  ///< Partial
    std::string indentation;       ///< Partial alone on its line: what stood before it
};

/// A prompt as a logic-less template: mustache (mustache(5), github.com/mustache/spec 1.4 without lambdas and inheritance).
/// Tags of sections, partials, comments and delimiters that stand alone on a line take the line with them.
class PromptTemplate {
public:
    /// The error is InvalidRequest, `template_syntax`; its message says line, column, what is wrong and what would be right.
    /// At most 1 MiB of UTF-8, and sections at most 64 deep.
    static model::Result<PromptTemplate> parse(std::string text);

    const std::string& text() const { return text_; }
    const std::vector<TemplateTag>& tags() const { return tags_; }
    const std::vector<TemplateNode>& nodes() const { return nodes_; }
    /// The different names of the tags of a kind, in the order they are first used.
    std::vector<std::string> names(TagKind kind) const;

private:
    std::string text_;
    std::vector<TemplateTag> tags_;
    std::vector<TemplateNode> nodes_;
};

/// The prompt that a partial refers to; null: there is none. What it returns has to live while it is used.
using PartialResolver = std::function<const PromptTemplate*(const model::DocumentRef&)>;

} // namespace signalbox::policy
