#pragma once

#include "core/model/error.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

namespace signalbox::model {

struct PromptMessage {
    std::string role; ///< system, user or assistant
    std::string content; ///< a mustache template
};

/// A prompt document: either `messages` (a chat), or `text` (a partial that others include with `{{> name@label}}`).
struct PromptSpec {
    std::string description;
    std::vector<PromptMessage> messages;
    std::string text;
    /// JSON Schema of the variables' object; unset: every variable that the templates use is required, of any type.
    std::optional<boost::json::object> variables;
    /// Sampling and length, merged into the request as they are: temperature, top_p, max_tokens, seed, stop, ...
    boost::json::object parameters;

    bool isPartial() const { return messages.empty(); }
};
/// Checks the shape; templates and the variables' schema are checked by who registers (`core/control/document_checks.h`).
Result<PromptSpec> readPromptSpec(const boost::json::object& json, std::string_view pointer = "/spec");

} // namespace signalbox::model
