#include "core/model/prompt_spec.h"

#include "core/model/spec_reader.h"

#include <algorithm>
#include <array>

namespace signalbox::model {

namespace {

constexpr std::array<std::string_view, 3> kRoles = {"system", "user", "assistant"};

void checkParameters(const boost::json::object& json, std::string pointer, Violations& violations) {
    SpecReader reader(json, std::move(pointer), violations);
    double number = 0;
    int whole = 0;
    std::string text;
    reader.number("temperature", number, 0, 2);
    reader.number("top_p", number, 0, 1);
    reader.number("presence_penalty", number, -2, 2);
    reader.number("frequency_penalty", number, -2, 2);
    reader.integer("max_tokens", whole, 1, 10'000'000);
    reader.integer("max_completion_tokens", whole, 1, 10'000'000);
    reader.integer("seed", whole, 0, 2'000'000'000);
    reader.text("reasoning_effort", text);
    if (const auto* stop = reader.value("stop"); stop && !stop->is_string() && !stop->is_array()) reader.violation("stop", "should be a string or a list of strings");
    reader.refuseUnknown();
}

} // namespace

Result<PromptSpec> readPromptSpec(const boost::json::object& json, std::string_view pointer) {
    PromptSpec spec;
    Violations violations;
    SpecReader reader(json, std::string(pointer), violations);
    reader.text("description", spec.description);
    const bool hasText = reader.text("text", spec.text);
    if (const auto* messages = reader.array("messages")) {
        if (messages->empty()) reader.violation("messages", "should have at least one message");
        for (std::size_t i = 0; i < messages->size(); ++i) {
            const auto at = reader.pointerTo("messages") + '/' + std::to_string(i);
            if (!(*messages)[i].is_object()) {
                violations.add(at, "should be an object with role and content");
                continue;
            }
            SpecReader inner((*messages)[i].get_object(), at, violations);
            PromptMessage message;
            inner.require("role");
            inner.require("content");
            if (inner.text("role", message.role) && std::find(kRoles.begin(), kRoles.end(), message.role) == kRoles.end())
                inner.violation("role", "'" + message.role + "' is not a role; known are system, user, assistant");
            inner.text("content", message.content);
            inner.refuseUnknown();
            spec.messages.push_back(std::move(message));
        }
    } else if (!hasText && !json.contains("messages") && !json.contains("text")) {
        reader.violation("messages", "is missing: a prompt has 'messages' (a chat), or 'text' (a part for other prompts)");
    }
    if (hasText && json.contains("messages")) reader.violation("text", "and 'messages' exclude each other: a chat, or a part for other prompts");
    if (const auto* variables = reader.object("variables")) spec.variables = *variables;
    if (const auto* parameters = reader.object("parameters")) {
        checkParameters(*parameters, reader.pointerTo("parameters"), violations);
        spec.parameters = *parameters;
        if (!json.contains("messages")) reader.violation("parameters", "belong to a prompt with messages, not to a part");
    }
    reader.refuseUnknown();
    if (!violations.empty()) return tl::unexpected(violations.error("The prompt"));
    return spec;
}

} // namespace signalbox::model
