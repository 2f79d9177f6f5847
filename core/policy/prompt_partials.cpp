#include "core/policy/prompt_partials.h"

#include <algorithm>

namespace signalbox::policy {

namespace {
constexpr std::size_t kDeepest = 16;
} // namespace

model::Result<const PromptTemplate*> PartialChain::enter(const TemplateNode& partial) {
    const auto reference = partial.reference.text();
    const auto refused = [&](const std::string& why, const char* code) {
        const auto& tag = links_.back().prompt->tags()[partial.tag];
        return model::failure(model::ErrorClass::InvalidRequest, placeOf(tag) + ": " + why, code);
    };
    const auto* prompt = resolver_ ? resolver_(partial.reference) : nullptr;
    if (!prompt) return refused("there is no prompt '" + reference + "'" + (links_.size() > 1 ? " (" + text(reference) + ")" : std::string()), "unknown_partial");
    if (std::any_of(links_.begin(), links_.end(), [&](const Link& link) { return link.prompt == prompt; }))
        return refused("prompts include each other in a circle: " + text(reference), "partial_cycle");
    if (links_.size() > kDeepest) return refused("prompts include each other more than " + std::to_string(kDeepest) + " deep: " + text(reference), "partial_depth");
    links_.push_back({prompt, reference});
    return prompt;
}

std::string PartialChain::placeOf(const TemplateTag& tag) const {
    const auto& reference = links_.back().reference;
    return (reference.empty() ? "" : reference + ", ") + tag.position.text();
}

std::string PartialChain::text(const std::string& last) const {
    std::string chain;
    for (const auto& link : links_) chain += (link.reference.empty() ? "this prompt" : link.reference) + " -> ";
    return chain + last;
}

} // namespace signalbox::policy
