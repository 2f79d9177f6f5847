#include "core/policy/prompt_template.h"

#include "core/base/text.h"

#include <algorithm>
#include <unordered_set>

namespace signalbox::policy {

namespace {

using Kind = TemplateNode::Kind;

constexpr std::size_t kMostBytes = 1 << 20;
constexpr std::size_t kDeepest = 64;

model::Error syntaxError(std::string message) {
    model::Error error;
    error.errorClass = model::ErrorClass::InvalidRequest;
    error.message = "The template cannot be read: " + std::move(message);
    error.code = "template_syntax";
    return error;
}

model::Error syntaxError(const TextPosition& position, const std::string& message) { return syntaxError(position.text() + ": " + message); }

std::vector<std::string> partsOf(std::string_view name) {
    std::vector<std::string> parts;
    if (name == ".") return parts;
    for (std::size_t begin = 0; begin != std::string_view::npos;) {
        const auto dot = name.find('.', begin);
        parts.emplace_back(name.substr(begin, dot == std::string_view::npos ? dot : dot - begin));
        begin = dot == std::string_view::npos ? dot : dot + 1;
    }
    return parts;
}

/// The line that a tag has to itself.
struct OwnLine {
    std::size_t begin = 0;
    std::size_t end = 0; ///< after the line feed
};

std::optional<OwnLine> ownLineOf(const TemplateTag& tag, std::string_view text) {
    std::size_t begin = tag.offset;
    while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
    if (begin > 0 && text[begin - 1] != '\n') return {};
    std::size_t end = std::min(text.find_first_not_of(" \t", tag.offset + tag.length), text.size());
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++end;
    if (end < text.size() && text[end] != '\n') return {};
    return OwnLine{begin, std::min(end + 1, text.size())};
}

class Builder {
public:
    Builder(std::string_view text, const std::vector<TemplateTag>& tags) : text_(text), tags_(tags) {}

    model::Result<std::vector<TemplateNode>> build() {
        for (std::size_t i = 0; i < tags_.size(); ++i) {
            const auto& tag = tags_[i];
            const auto line = tag.kind == TagKind::Variable ? std::nullopt : ownLineOf(tag, text_);
            addText(line ? line->begin : tag.offset);
            if (auto added = addTag(i, line.has_value(), line ? text_.substr(line->begin, tag.offset - line->begin) : std::string_view()); !added)
                return tl::unexpected(std::move(added.error()));
            at_ = line ? line->end : tag.offset + tag.length;
        }
        addText(text_.size());
        if (!open_.empty()) {
            const auto& tag = tags_[nodes_[open_.back()].tag];
            return tl::unexpected(syntaxError(tag.position, "the section '" + tag.name + "' does not end: {{/" + tag.name + "}} is missing"));
        }
        return std::move(nodes_);
    }

private:
    void addText(std::size_t end) {
        if (at_ >= end) return;
        TemplateNode node;
        node.startsLine = !inLine_;
        node.offset = at_;
        node.length = end - at_;
        nodes_.push_back(std::move(node));
        inLine_ = text_[end - 1] != '\n';
    }

    model::Result<void> addTag(std::size_t index, bool alone, std::string_view indentation) {
        const auto& tag = tags_[index];
        if (tag.kind == TagKind::Comment || tag.kind == TagKind::Delimiter) return {};
        TemplateNode node;
        node.tag = index;
        if (!alone) {
            node.startsLine = !inLine_;
            inLine_ = true;
        }
        switch (tag.kind) {
        case TagKind::Section:
        case TagKind::InvertedSection:
            if (open_.size() == kDeepest)
                return tl::unexpected(syntaxError(tag.position, "sections are nested deeper than " + std::to_string(kDeepest)));
            node.kind = tag.kind == TagKind::Section ? Kind::Section : Kind::InvertedSection;
            open_.push_back(nodes_.size());
            break;
        case TagKind::SectionEnd:
            if (auto closed = close(tag); !closed) return closed;
            node.kind = Kind::SectionEnd;
            break;
        case TagKind::Partial:
            node.kind = Kind::Partial;
            node.reference = *model::DocumentRef::parse(tag.name);
            node.indentation = indentation;
            break;
        case TagKind::Variable:
        case TagKind::Comment:
        case TagKind::Delimiter: node.kind = Kind::Variable; break;
        }
        if (node.kind != Kind::Partial) node.path = partsOf(tag.name);
        nodes_.push_back(std::move(node));
        return {};
    }

    model::Result<void> close(const TemplateTag& tag) {
        if (open_.empty()) return tl::unexpected(syntaxError(tag.position, "{{/" + tag.name + "}} ends a section that did not begin"));
        const auto& section = tags_[nodes_[open_.back()].tag];
        if (section.name != tag.name)
            return tl::unexpected(syntaxError(tag.position, "{{/" + tag.name + "}} does not end the section '" + section.name + "', which began at " + section.position.text()));
        nodes_[open_.back()].end = nodes_.size();
        open_.pop_back();
        return {};
    }

    std::string_view text_;
    const std::vector<TemplateTag>& tags_;
    std::vector<TemplateNode> nodes_;
    std::vector<std::size_t> open_; ///< nodes of the sections that have not ended
    std::size_t at_ = 0;
    bool inLine_ = false;           ///< something of the line at `at_` has been added
};

} // namespace

model::Result<PromptTemplate> PromptTemplate::parse(std::string text) {
    if (text.size() > kMostBytes) return tl::unexpected(syntaxError("it has more than 1 MiB"));
    if (!isValidUtf8(text)) return tl::unexpected(syntaxError("it is not UTF-8"));
    auto scanned = tagsOf(text);
    if (scanned.problem) return tl::unexpected(syntaxError(scanned.problem->position, scanned.problem->message));
    auto nodes = Builder(text, scanned.tags).build();
    if (!nodes) return tl::unexpected(std::move(nodes.error()));
    PromptTemplate prompt;
    prompt.text_ = std::move(text);
    prompt.tags_ = std::move(scanned.tags);
    prompt.nodes_ = std::move(*nodes);
    return prompt;
}

std::vector<std::string> PromptTemplate::names(TagKind kind) const {
    std::vector<std::string> names;
    std::unordered_set<std::string_view> seen;
    for (const auto& tag : tags_)
        if (tag.kind == kind && seen.insert(tag.name).second) names.push_back(tag.name);
    return names;
}

} // namespace signalbox::policy
