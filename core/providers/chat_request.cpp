#include "core/providers/chat_request.h"

#include "core/providers/json_access.h"

#include <boost/json.hpp>

#include <string>

namespace signalbox::providers {

namespace json = boost::json;
using model::Error;
using model::ErrorClass;

namespace {

Error unsupported(std::string pointer, std::string what) {
    Error error{ErrorClass::InvalidRequest, what + " works only at Anthropic's own models.", "unsupported_by_target", {}, {}, {}};
    error.violations.push_back({std::move(pointer), what + " is not available at this target"});
    error.narrowed = model::ErrorTraits{.retrySameTarget = false, .tryOtherTarget = true, .countsAgainstHealth = false};
    return error;
}

void copyMember(const json::object& from, std::string_view name, json::object& to, std::string_view as) {
    if (const auto* value = from.if_contains(name); value && !value->is_null()) to[as] = *value;
}

/// The text of a string or of text blocks, blank lines between them.
std::string textOf(const json::value* content) {
    if (!content) return {};
    if (content->is_string()) return std::string(content->get_string());
    std::string text;
    if (content->is_array())
        for (const auto& block : content->get_array())
            if (block.is_object() && stringMember(block.get_object(), "type") == "text") {
                if (!text.empty()) text += "\n\n";
                text += stringMember(block.get_object(), "text");
            }
    return text;
}

std::string urlOf(const json::object& source) {
    if (stringMember(source, "type") == "url") return std::string(stringMember(source, "url"));
    return "data:" + std::string(stringMember(source, "media_type")) + ";base64," + std::string(stringMember(source, "data"));
}

class Translator {
public:
    Translator(const Call& call, const model::ModelSpec& model, bool completionTokens) : call_(call), body_(call.body), model_(model), completionTokens_(completionTokens) {}

    model::Result<json::object> translate() {
        out_["model"] = model_.upstreamId;
        if (auto system = textOf(body_.if_contains("system")); !system.empty()) messages_.push_back(json::object{{"role", "system"}, {"content", std::move(system)}});
        if (const auto* list = arrayMember(body_, "messages"))
            for (std::size_t i = 0; i < list->size(); ++i) {
                if (!(*list)[i].is_object()) continue;
                if (auto done = message((*list)[i].get_object(), "/messages/" + std::to_string(i)); !done) return tl::unexpected(std::move(done.error()));
            }
        out_["messages"] = std::move(messages_);
        if (auto done = tools(); !done) return tl::unexpected(std::move(done.error()));
        out_[completionTokens_ ? "max_completion_tokens" : "max_tokens"] = call_.maxOutputTokens;
        copyMember(body_, "temperature", out_, "temperature");
        copyMember(body_, "top_p", out_, "top_p");
        copyMember(body_, "stop_sequences", out_, "stop");
        reasoning();
        format();
        if (call_.stream) {
            out_["stream"] = true;
            out_["stream_options"] = json::object{{"include_usage", true}};
        }
        return std::move(out_);
    }

private:
    model::Result<void> message(const json::object& message, const std::string& pointer) {
        const auto* content = message.if_contains("content");
        if (stringMember(message, "role") == "assistant") {
            assistant(content);
            return {};
        }
        if (!content || !content->is_array()) {
            messages_.push_back(json::object{{"role", stringMember(message, "role")}, {"content", textOf(content)}});
            return {};
        }
        json::array parts;
        for (std::size_t i = 0; i < content->get_array().size(); ++i)
            if (const auto& block = content->get_array()[i]; block.is_object())
                if (auto done = userBlock(block.get_object(), pointer + "/content/" + std::to_string(i), parts); !done) return done;
        if (parts.empty()) return {};
        json::value said = std::move(parts);
        // Plain text as a plain string: small compatible servers know no parts.
        if (said.get_array().size() == 1 && stringMember(said.get_array().front().get_object(), "type") == "text") said = json::string(stringMember(said.get_array().front().get_object(), "text"));
        messages_.push_back(json::object{{"role", "user"}, {"content", std::move(said)}});
        return {};
    }

    model::Result<void> userBlock(const json::object& block, const std::string& pointer, json::array& parts) {
        const auto type = stringMember(block, "type");
        const auto* source = objectMember(block, "source");
        if (type == "text") {
            parts.push_back(json::object{{"type", "text"}, {"text", stringMember(block, "text")}});
        } else if (type == "image" && source) {
            parts.push_back(json::object{{"type", "image_url"}, {"image_url", {{"url", urlOf(*source)}}}});
        } else if (type == "document" && source && stringMember(*source, "type") == "text") {
            parts.push_back(json::object{{"type", "text"}, {"text", stringMember(*source, "data")}});
        } else if (type == "document" && source && stringMember(*source, "type") == "base64") {
            const auto title = stringMember(block, "title");
            parts.push_back(json::object{{"type", "file"}, {"file", {{"filename", title.empty() ? std::string_view("document.pdf") : title}, {"file_data", urlOf(*source)}}}});
        } else if (type == "tool_result") {
            // Results answer the calls of the turn before; they come first in Anthropic's turn as well.
            const auto* content = block.if_contains("content");
            messages_.push_back(json::object{{"role", "tool"}, {"tool_call_id", stringMember(block, "tool_use_id")}, {"content", textOf(content)}});
            if (content && content->is_array())
                for (const auto& inner : content->get_array())
                    if (inner.is_object() && stringMember(inner.get_object(), "type") == "image")
                        if (auto done = userBlock(inner.get_object(), pointer, parts); !done) return done; // a tool message holds text only
        } else {
            return tl::unexpected(unsupported(pointer, "A block of type '" + std::string(type) + "'"));
        }
        return {};
    }

    void assistant(const json::value* content) {
        json::object said{{"role", "assistant"}};
        const auto text = textOf(content);
        json::array calls;
        if (content && content->is_array())
            for (const auto& block : content->get_array()) {
                if (!block.is_object() || stringMember(block.get_object(), "type") != "tool_use") continue;
                const auto* input = block.get_object().if_contains("input");
                calls.push_back(json::object{{"id", stringMember(block.get_object(), "id")},
                                             {"type", "function"},
                                             {"function", {{"name", stringMember(block.get_object(), "name")}, {"arguments", input ? json::serialize(*input) : std::string("{}")}}}});
            }
        if (text.empty() && calls.empty()) return;
        said["content"] = text.empty() ? json::value(nullptr) : json::value(text);
        if (!calls.empty()) said["tool_calls"] = std::move(calls);
        messages_.push_back(std::move(said));
    }

    model::Result<void> tools() {
        const auto* list = arrayMember(body_, "tools");
        if (!list || list->empty()) return {};
        json::array tools;
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (!(*list)[i].is_object()) continue;
            const auto& tool = (*list)[i].get_object();
            if (const auto type = stringMember(tool, "type"); !type.empty() && type != "custom")
                return tl::unexpected(unsupported("/tools/" + std::to_string(i), "The tool '" + std::string(type) + "'"));
            json::object function{{"name", stringMember(tool, "name")}};
            copyMember(tool, "description", function, "description");
            copyMember(tool, "input_schema", function, "parameters");
            copyMember(tool, "strict", function, "strict");
            tools.push_back(json::object{{"type", "function"}, {"function", std::move(function)}});
        }
        out_["tools"] = std::move(tools);
        const auto* choice = objectMember(body_, "tool_choice");
        if (!choice) return {};
        const auto type = stringMember(*choice, "type");
        if (type == "tool") out_["tool_choice"] = json::object{{"type", "function"}, {"function", {{"name", stringMember(*choice, "name")}}}};
        else out_["tool_choice"] = type == "any" ? "required" : type == "none" ? "none" : "auto";
        if (isTrue(*choice, "disable_parallel_tool_use")) out_["parallel_tool_calls"] = false;
        return {};
    }

    void reasoning() {
        if (!has(model_.capabilities, model::Capability::Reasoning)) return;
        const auto* config = objectMember(body_, "output_config");
        if (const auto effort = config ? stringMember(*config, "effort") : std::string_view(); effort == "low" || effort == "medium" || effort == "high") {
            out_["reasoning_effort"] = effort;
            return;
        }
        const auto* thinking = objectMember(body_, "thinking");
        if (!thinking || stringMember(*thinking, "type") != "enabled") return;
        const auto budget = countMember(*thinking, "budget_tokens").value_or(0);
        constexpr std::int64_t kLow = 2048;
        constexpr std::int64_t kMedium = 8192;
        out_["reasoning_effort"] = budget <= kLow ? "low" : budget <= kMedium ? "medium" : "high";
    }

    void format() {
        const auto* config = objectMember(body_, "output_config");
        const auto* wanted = config ? objectMember(*config, "format") : nullptr;
        if (!wanted) wanted = objectMember(body_, "output_format"); // its name while it was a beta
        if (!wanted || stringMember(*wanted, "type") != "json_schema") return;
        json::object schema{{"name", "answer"}, {"strict", true}};
        copyMember(*wanted, "schema", schema, "schema");
        out_["response_format"] = json::object{{"type", "json_schema"}, {"json_schema", std::move(schema)}};
    }

    const Call& call_;
    const json::object& body_;
    const model::ModelSpec& model_;
    bool completionTokens_;
    json::array messages_;
    json::object out_;
};

} // namespace

model::Result<json::object> chatRequest(const Call& call, const model::ModelSpec& model, bool completionTokens) { return Translator(call, model, completionTokens).translate(); }

bool wantsThinking(const Call& call) {
    const auto* thinking = objectMember(call.body, "thinking");
    return thinking && stringMember(*thinking, "type") != "disabled";
}

} // namespace signalbox::providers
