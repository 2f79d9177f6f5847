#pragma once

#include "core/policy/prompt_template.h"

#include <string>
#include <vector>

namespace signalbox::policy {

/// The prompts that one walk through a template is in: the template, a partial of it, a partial of that.
class PartialChain {
public:
    PartialChain(const PromptTemplate& root, const PartialResolver& resolver) : resolver_(resolver), links_{{&root, {}}} {}

    /// Goes into the partial. The error (InvalidRequest) names the chain: `unknown_partial`, `partial_cycle`, or `partial_depth`
    /// past 16.
    model::Result<const PromptTemplate*> enter(const TemplateNode& partial);
    void leave() { links_.pop_back(); }

    /// `line 3, column 5`, in a partial with its name before it. `tag` is one of the innermost prompt's.
    std::string placeOf(const TemplateTag& tag) const;

private:
    struct Link {
        const PromptTemplate* prompt = nullptr;
        std::string reference; ///< empty: the one it began with
    };

    std::string text(const std::string& last) const;

    const PartialResolver& resolver_;
    std::vector<Link> links_;
};

} // namespace signalbox::policy
