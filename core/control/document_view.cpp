#include "core/control/document_view.h"

#include "core/model/prompt_spec.h"
#include "core/model/spec_reader.h"

namespace signalbox::control {

using model::DocumentKind;
using model::DocumentRef;

void DocumentView::put(const model::Document& document, const std::string& label) {
    const bool isNew = !documents_.labels(document.kind, document.name);
    placed_[{document.kind, document.name}] = {document, label, isNew};
}

const model::Document* DocumentView::find(DocumentKind kind, const DocumentRef& reference) {
    if (const auto placed = placed_.find({kind, reference.name}); placed != placed_.end() && !reference.version)
        if (reference.label == placed->second.label || reference.label == store::kLatestLabel || (placed->second.isFirst && reference.label == store::kProductionLabel)) return &placed->second.document;
    const Key key{kind, reference.text()};
    auto known = found_.find(key);
    if (known == found_.end()) {
        auto version = documents_.find(kind, reference);
        const bool serves = version && (placed_.contains({kind, reference.name}) || !documents_.isArchived(kind, reference.name).value_or(true));
        known = found_.emplace(key, serves ? std::optional(std::move(version->document)) : std::nullopt).first;
    }
    return known->second ? &*known->second : nullptr;
}

std::string DocumentView::whyNot(DocumentKind kind, const DocumentRef& reference) {
    const std::string kindName(nameOf(kind) == "test_set" ? "test set" : nameOf(kind));
    const bool isPlaced = placed_.contains({kind, reference.name});
    const auto archived = documents_.isArchived(kind, reference.name);
    if (!archived && !isPlaced) return "there is no " + kindName + " '" + reference.name + "'";
    if (archived && *archived && !isPlaced) return "the " + kindName + " '" + reference.name + "' was taken out of service";
    if (reference.version) return "the " + kindName + " '" + reference.name + "' has no version " + std::to_string(*reference.version);
    return "the " + kindName + " '" + reference.name + "' has no label '" + reference.label + "'";
}

std::string DocumentView::hintFor(DocumentKind kind, const std::string& name) {
    std::vector<std::string> names;
    if (const auto list = documents_.list(kind, {}))
        for (const auto& one : *list)
            if (!one.archived) names.push_back(one.name);
    for (const auto& [key, placed] : placed_)
        if (key.first == kind) names.push_back(key.second);
    const auto nearest = model::nearestName(name, names);
    return nearest.empty() || nearest == name ? std::string() : "Did you mean '" + nearest + "'?";
}

const policy::PromptTemplate* DocumentView::partial(const DocumentRef& reference) {
    const auto key = reference.text();
    if (const auto known = partials_.find(key); known != partials_.end()) return known->second.get();
    std::unique_ptr<policy::PromptTemplate> made;
    if (const auto* document = find(DocumentKind::Prompt, reference))
        if (auto spec = model::readPromptSpec(document->spec); spec && spec->isPartial())
            if (auto parsed = policy::PromptTemplate::parse(std::move(spec->text))) made = std::make_unique<policy::PromptTemplate>(std::move(*parsed));
    return partials_.emplace(key, std::move(made)).first->second.get();
}

} // namespace signalbox::control
