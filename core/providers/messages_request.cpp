#include "core/providers/messages_request.h"

#include "core/model/json_text.h"
#include "core/providers/json_access.h"

#include <boost/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace signalbox::providers {

namespace json = boost::json;
using model::Error;
using model::ErrorClass;

namespace {

Error unsupported(std::string pointer, std::string what) {
    Error error{ErrorClass::InvalidRequest, what + " cannot be said in Anthropic's protocol.", "unsupported_by_target", {}, {}, {}};
    error.violations.push_back({std::move(pointer), what + " is not available at this target"});
    error.narrowed = model::ErrorTraits{.retrySameTarget = false, .tryOtherTarget = true, .countsAgainstHealth = false};
    return error;
}

/// Anthropic takes only letters, digits, _ and - in the identifier of a tool's use; other vendors' identifiers have more.
std::string toolUseId(std::string_view id) {
    std::string safe(id.empty() ? std::string_view("call") : id);
    for (char& c : safe)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-')) c = '_';
    return safe;
}

/// `https://...` or `data:image/png;base64,...` as the source of an image or document.
json::object sourceOf(std::string_view url) {
    if (!url.starts_with("data:")) return {{"type", "url"}, {"url", url}};
    url.remove_prefix(5);
    const auto comma = url.find(',');
    const auto head = url.substr(0, comma);
    return {{"type", "base64"}, {"media_type", head.substr(0, head.find(';'))}, {"data", comma == std::string_view::npos ? std::string_view() : url.substr(comma + 1)}};
}

json::object textBlock(std::string_view text) { return {{"type", "text"}, {"text", text}}; }

/// The schema that the caller's response_format asks for.
const json::object* schemaOf(const Call& call) {
    const auto* format = objectMember(call.body, "response_format");
    const auto* wrapper = format && stringMember(*format, "type") == "json_schema" ? objectMember(*format, "json_schema") : nullptr;
    return wrapper ? objectMember(*wrapper, "schema") : nullptr;
}

void copyMember(const json::object& from, std::string_view name, json::object& to) {
    if (const auto* value = from.if_contains(name)) to[name] = *value;
}

class Translator {
public:
    Translator(const Call& call, const model::ModelSpec& model, bool withoutSampling) : call_(call), body_(call.body), model_(model), withoutSampling_(withoutSampling) {}

    model::Result<json::object> translate() {
        if (const auto* n = body_.if_contains("n"); n && n->is_number() && !(n->is_int64() && n->get_int64() == 1)) return tl::unexpected(unsupported("/n", "More than one choice"));
        if (body_.contains("functions")) return tl::unexpected(unsupported("/functions", "The retired member functions"));
        if (body_.contains("audio")) return tl::unexpected(unsupported("/audio", "Audio output"));
        out_["model"] = model_.upstreamId;
        out_["max_tokens"] = call_.maxOutputTokens > 0 ? call_.maxOutputTokens : std::max<std::int64_t>(1, model_.maxOutputTokens);
        if (auto done = messages(); !done) return tl::unexpected(std::move(done.error()));
        if (auto done = tools(); !done) return tl::unexpected(std::move(done.error()));
        sampling();
        if (call_.stream) out_["stream"] = true;
        if (const auto user = stringMember(body_, "user"); !user.empty()) out_["metadata"] = json::object{{"user_id", user}};
        copyMember(body_, "thinking", out_); // callers who know whom they speak to
        return std::move(out_);
    }

private:
    model::Result<void> messages() {
        const auto* list = arrayMember(body_, "messages");
        if (!list) return {};
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (!(*list)[i].is_object()) continue;
            if (auto done = message((*list)[i].get_object(), "/messages/" + std::to_string(i)); !done) return done;
        }
        // Instructions alone are a question as well; the protocol wants someone to have asked it.
        if (messages_.empty()) messages_.push_back(json::object{{"role", "user"}, {"content", std::exchange(system_, {})}});
        trimLastWords();
        const auto* format = objectMember(body_, "response_format");
        const auto type = format ? stringMember(*format, "type") : std::string_view();
        if ((type == "json_object" || type == "json_schema") && !usesSchemaTool(call_)) {
            std::string instruction = "Answer with one JSON object and nothing else: no other words and no code fence.";
            if (const auto* schema = schemaOf(call_)) instruction += " The object has to be valid under this JSON Schema: " + json::serialize(*schema);
            system_.push_back(textBlock(instruction));
        }
        if (!system_.empty()) out_["system"] = std::move(system_);
        out_["messages"] = std::move(messages_);
        return {};
    }

    /// Words put into the model's mouth may not end in blanks.
    void trimLastWords() {
        if (messages_.back().at("role").as_string() != "assistant") return;
        auto& blocks = messages_.back().at("content").as_array();
        auto& last = blocks.back().as_object();
        if (stringMember(last, "type") != "text") return;
        const auto text = stringMember(last, "text");
        const auto end = text.find_last_not_of(" \t\r\n");
        if (end != std::string_view::npos) last["text"] = std::string(text.substr(0, end + 1));
        else blocks.pop_back();
        if (blocks.empty()) messages_.pop_back();
    }

    model::Result<void> message(const json::object& message, const std::string& pointer) {
        const auto role = stringMember(message, "role");
        const auto* content = message.if_contains("content");
        json::array blocks;
        if (role == "tool" || role == "function") {
            json::object result{{"type", "tool_result"}, {"tool_use_id", toolUseId(stringMember(message, "tool_call_id"))}};
            json::array inner;
            if (auto done = parts(content, pointer, inner); !done) return done;
            if (!inner.empty()) result["content"] = std::move(inner);
            copyMember(message, "cache_control", result);
            blocks.push_back(std::move(result));
            append("user", std::move(blocks));
            return {};
        }
        if (auto done = parts(content, pointer, blocks); !done) return done;
        if (role == "system" || role == "developer") {
            for (auto& block : blocks) system_.push_back(std::move(block));
        } else if (role == "assistant") {
            if (const auto refusal = stringMember(message, "refusal"); !refusal.empty()) blocks.push_back(textBlock(refusal));
            if (const auto* calls = arrayMember(message, "tool_calls"))
                for (const auto& call : *calls)
                    if (call.is_object()) blocks.push_back(toolUse(call.get_object()));
            append("assistant", std::move(blocks));
        } else {
            append("user", std::move(blocks));
        }
        return {};
    }

    json::object toolUse(const json::object& call) {
        json::object use{{"type", "tool_use"}, {"id", toolUseId(stringMember(call, "id"))}, {"name", ""}, {"input", json::object{}}};
        const auto* function = objectMember(call, "function");
        if (!function) return use;
        const auto name = stringMember(*function, "name");
        use["name"] = name;
        if (std::find(calledTools_.begin(), calledTools_.end(), name) == calledTools_.end()) calledTools_.emplace_back(name);
        const auto arguments = stringMember(*function, "arguments");
        json::error_code invalid;
        auto input = model::parseOwnJson(arguments, invalid);
        if (!invalid && input.is_object()) use["input"] = std::move(input);
        else if (!arguments.empty()) use["input"] = json::object{{"arguments", arguments}}; // what some model once wrote; the protocol wants an object
        return use;
    }

    /// Turns follow each other; what several messages of one side say is one turn, and all results of tools belong into one.
    void append(std::string_view role, json::array blocks) {
        if (blocks.empty()) return; // an empty block is refused
        if (!messages_.empty() && messages_.back().at("role").as_string() == role) {
            auto& content = messages_.back().at("content").as_array();
            for (auto& block : blocks) content.push_back(std::move(block));
            return;
        }
        messages_.push_back(json::object{{"role", role}, {"content", std::move(blocks)}});
    }

    model::Result<void> parts(const json::value* content, const std::string& pointer, json::array& blocks) {
        if (!content) return {};
        if (content->is_string() && !content->get_string().empty()) blocks.push_back(textBlock(content->get_string()));
        if (!content->is_array()) return {};
        for (std::size_t i = 0; i < content->get_array().size(); ++i) {
            const auto& part = content->get_array()[i];
            if (!part.is_object()) continue;
            const auto& object = part.get_object();
            const auto type = stringMember(object, "type");
            json::object block;
            if (type == "text" || type == "refusal") {
                const auto text = stringMember(object, type);
                if (text.empty()) continue;
                block = textBlock(text);
            } else if (type == "image_url") {
                const auto* image = objectMember(object, "image_url");
                block = {{"type", "image"}, {"source", sourceOf(image ? stringMember(*image, "url") : stringMember(object, "image_url"))}};
            } else if (type == "file" && objectMember(object, "file") && !stringMember(*objectMember(object, "file"), "file_data").empty()) {
                block = {{"type", "document"}, {"source", sourceOf(stringMember(*objectMember(object, "file"), "file_data"))}};
            } else {
                return tl::unexpected(unsupported(pointer + "/content/" + std::to_string(i), "A part of type '" + std::string(type) + "'"));
            }
            copyMember(object, "cache_control", block);
            blocks.push_back(std::move(block));
        }
        return {};
    }

    model::Result<void> tools() {
        json::array tools;
        if (const auto* list = arrayMember(body_, "tools"))
            for (std::size_t i = 0; i < list->size(); ++i) {
                const auto* function = (*list)[i].is_object() ? objectMember((*list)[i].get_object(), "function") : nullptr;
                if (!function) return tl::unexpected(unsupported("/tools/" + std::to_string(i), "A tool that is not a function"));
                json::object tool{{"name", stringMember(*function, "name")}};
                copyMember(*function, "description", tool);
                const auto* parameters = objectMember(*function, "parameters");
                tool["input_schema"] = parameters ? *parameters : json::object{};
                if (auto& schema = tool["input_schema"].get_object(); !schema.contains("type")) schema["type"] = "object";
                copyMember((*list)[i].get_object(), "cache_control", tool);
                tools.push_back(std::move(tool));
            }
        json::object choice = toolChoice();
        if (usesSchemaTool(call_)) {
            const bool alone = tools.empty() || stringMember(choice, "type") == "none";
            tools.push_back(schemaTool());
            // With tools beside it the model decides which to call, but may not answer in free text.
            choice = alone ? json::object{{"type", "tool"}, {"name", kSchemaTool}} : json::object{{"type", "any"}};
        }
        if (tools.empty()) return onlyCalledTools();
        if (const auto* parallel = body_.if_contains("parallel_tool_calls"); parallel && parallel->is_bool() && !parallel->get_bool() && stringMember(choice, "type") != "none") {
            if (choice.empty()) choice["type"] = "auto";
            choice["disable_parallel_tool_use"] = true;
        }
        out_["tools"] = std::move(tools);
        if (!choice.empty()) out_["tool_choice"] = std::move(choice);
        return {};
    }

    /// A conversation with tools in it is refused unless they are declared; OpenAI's callers may leave them out when none is to be called.
    model::Result<void> onlyCalledTools() {
        if (calledTools_.empty()) return {};
        json::array tools;
        for (const auto& name : calledTools_) tools.push_back(json::object{{"name", name}, {"input_schema", {{"type", "object"}}}});
        out_["tools"] = std::move(tools);
        out_["tool_choice"] = json::object{{"type", "none"}};
        return {};
    }

    json::object toolChoice() const {
        const auto* choice = body_.if_contains("tool_choice");
        if (!choice) return {};
        if (choice->is_string()) {
            const std::string_view word = choice->get_string();
            return {{"type", word == "required" ? "any" : word == "none" ? "none" : "auto"}};
        }
        if (choice->is_object())
            if (const auto* function = objectMember(choice->get_object(), "function")) return {{"type", "tool"}, {"name", stringMember(*function, "name")}};
        return {};
    }

    json::object schemaTool() const {
        const auto& format = *objectMember(*objectMember(body_, "response_format"), "json_schema");
        json::object tool{{"name", kSchemaTool}, {"description", "Gives the answer. Call this once, with the whole answer as its input."}};
        if (const auto description = stringMember(format, "description"); !description.empty()) tool["description"] = "Gives the answer: " + std::string(description);
        tool["input_schema"] = *schemaOf(call_);
        if (auto& schema = tool["input_schema"].get_object(); !schema.contains("type")) schema["type"] = "object";
        return tool;
    }

    void sampling() {
        const auto* temperature = body_.if_contains("temperature");
        if (!withoutSampling_ && temperature && temperature->is_number()) {
            out_["temperature"] = std::min(1.0, temperature->to_number<double>()); // OpenAI's range ends at 2
        } else if (!withoutSampling_) {
            copyMember(body_, "top_p", out_); // newer models take only one of the two
        }
        if (!withoutSampling_) copyMember(body_, "top_k", out_);
        for (const auto* name : {"temperature", "top_p", "top_k"})
            if (const auto* value = out_.if_contains(name); value && value->is_null()) out_.erase(name);
        json::array stops;
        const auto add = [&](const json::value& stop) {
            if (stop.is_string() && std::string_view(stop.get_string()).find_first_not_of(" \t\r\n") != std::string_view::npos) stops.push_back(stop);
        };
        if (const auto* stop = body_.if_contains("stop")) {
            add(*stop);
            if (stop->is_array()) std::for_each(stop->get_array().begin(), stop->get_array().end(), add);
        }
        if (!stops.empty()) out_["stop_sequences"] = std::move(stops);
    }

    const Call& call_;
    const json::object& body_;
    const model::ModelSpec& model_;
    bool withoutSampling_;
    json::array system_;
    json::array messages_;
    std::vector<std::string> calledTools_; ///< names, in the turns so far
    json::object out_;
};

} // namespace

bool usesSchemaTool(const Call& call) {
    // A model that thinks cannot be made to call a tool.
    return call.protocol == model::ClientProtocol::OpenAiChat && schemaOf(call) && !call.body.contains("thinking");
}

model::Result<json::object> messagesRequest(const Call& call, const model::ModelSpec& model, bool withoutSampling) { return Translator(call, model, withoutSampling).translate(); }

} // namespace signalbox::providers
