#pragma once

#include "core/model/prompt_spec.h"
#include "core/policy/contract/contract.h"
#include "core/policy/prompt_template.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace signalbox::gateway {

/// A version of a prompt as it was written, with its templates read: never changes, whatever becomes of its partials.
struct PromptText {
    model::PromptSpec spec;
    std::vector<policy::PromptTemplate> messages;  ///< one for each of the spec's
    std::optional<policy::PromptTemplate> partial; ///< of a prompt that others include
    std::optional<policy::Contract> variables;     ///< what the variables have to keep
    std::string problem;                           ///< not empty: cannot be rendered, and why
};

/// A version of a prompt with the partials that it includes, each at the version that its label is on in this snapshot.
struct Prompt {
    std::string label; ///< `name@7`, for the record; `name@draft` of one that was not registered
    std::shared_ptr<const PromptText> text;
    std::map<std::string, std::shared_ptr<const PromptText>, std::less<>> partials; ///< by the reference as text
    std::vector<std::pair<std::string, std::int64_t>> partialVersions;              ///< by the reference: what they were resolved to
    std::string problem;                                                            ///< not empty: cannot be rendered, and why
};

/// The messages of a prompt. The variables are held against the prompt's own contract (ContractViolation, `variables_violation`);
/// one that a template uses and nobody gave is an error that names it (InvalidRequest, `undefined_variable`).
model::Result<std::vector<model::PromptMessage>> renderPrompt(const Prompt& prompt, const boost::json::object& variables);

} // namespace signalbox::gateway
