#include "core/providers/messages_answer.h"

#include "core/model/json_text.h"
#include "core/providers/chat_request.h"
#include "core/providers/json_access.h"
#include "core/providers/usage.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::providers {

namespace json = boost::json;

namespace {

std::string messageId(std::string_view chatId) { return "msg_" + std::string(chatId.starts_with("chatcmpl-") ? chatId.substr(9) : chatId); }

/// What a vendor calls the model's thoughts: DeepSeek, vLLM and others `reasoning_content`, OpenRouter and others `reasoning`.
std::string_view thoughtsOf(const json::object& message) {
    const auto thoughts = stringMember(message, "reasoning_content");
    return thoughts.empty() ? stringMember(message, "reasoning") : thoughts;
}

/// The text of a part of content that comes as an array (Mistral); `type` tells thoughts from text.
std::string partText(const json::object& part) {
    if (const auto* inner = arrayMember(part, "thinking")) {
        std::string text;
        for (const auto& one : *inner)
            if (one.is_object()) text += stringMember(one.get_object(), "text");
        return text;
    }
    const auto thinking = stringMember(part, "thinking");
    return std::string(thinking.empty() ? stringMember(part, "text") : thinking);
}

json::value inputOf(std::string_view arguments) {
    if (arguments.empty()) return json::object{};
    json::error_code invalid;
    auto input = model::parseOwnJson(arguments, invalid);
    if (!invalid && input.is_object()) return input;
    return json::object{{"arguments", arguments}}; // cut by the limit of tokens, say; the protocol wants an object
}

json::object emptyMessage(std::string_view id, std::string_view model, const model::Usage& usage) {
    return {{"id", id}, {"type", "message"}, {"role", "assistant"}, {"model", model}, {"content", json::array{}}, {"stop_reason", nullptr}, {"stop_sequence", nullptr}, {"usage", anthropicUsage(usage)}};
}

} // namespace

std::string_view stopReasonOf(std::string_view finishReason) {
    if (finishReason == "length") return "max_tokens";
    if (finishReason == "tool_calls" || finishReason == "function_call") return "tool_use";
    if (finishReason == "content_filter") return "refusal";
    return "end_turn";
}

json::object messageFromChat(const json::object& completion, const model::Usage& usage, bool thinking) {
    auto message = emptyMessage(messageId(stringMember(completion, "id")), stringMember(completion, "model"), usage);
    const auto* choices = arrayMember(completion, "choices");
    const auto* choice = choices && !choices->empty() && choices->front().is_object() ? &choices->front().get_object() : nullptr;
    const auto* said = choice ? objectMember(*choice, "message") : nullptr;
    json::array content;
    std::string text;
    std::string thoughts;
    auto reason = choice ? stopReasonOf(stringMember(*choice, "finish_reason")) : "end_turn";
    if (said) {
        thoughts = thoughtsOf(*said);
        text = stringMember(*said, "content");
        if (const auto* parts = arrayMember(*said, "content"))
            for (const auto& part : *parts)
                if (part.is_object()) (stringMember(part.get_object(), "type") == "thinking" ? thoughts : text) += partText(part.get_object());
        if (const auto refusal = stringMember(*said, "refusal"); !refusal.empty()) {
            text += refusal;
            reason = "refusal";
        }
    }
    if (thinking && !thoughts.empty()) content.push_back(json::object{{"type", "thinking"}, {"thinking", thoughts}, {"signature", ""}});
    if (!text.empty()) content.push_back(json::object{{"type", "text"}, {"text", text}});
    if (const auto* calls = said ? arrayMember(*said, "tool_calls") : nullptr)
        for (const auto& call : *calls) {
            const auto* function = call.is_object() ? objectMember(call.get_object(), "function") : nullptr;
            if (!function) continue;
            const auto id = stringMember(call.get_object(), "id");
            content.push_back(json::object{{"type", "tool_use"},
                                           {"id", id.empty() ? "toolu_" + std::to_string(content.size()) : std::string(id)},
                                           {"name", stringMember(*function, "name")},
                                           {"input", inputOf(stringMember(*function, "arguments"))}});
            if (reason == "end_turn") reason = "tool_use"; // some vendors say `stop`
        }
    message["content"] = std::move(content);
    message["stop_reason"] = reason;
    return message;
}

std::string messageEvent(std::string_view type, json::object data) {
    json::object typed{{"type", type}};
    for (auto& member : data) typed[member.key()] = std::move(member.value());
    return "event: " + std::string(type) + "\ndata: " + json::serialize(typed) + "\n\n";
}

std::string eventsOf(const json::object& message) {
    json::object head = message;
    head["content"] = json::array{};
    head["stop_reason"] = nullptr;
    std::string out = messageEvent("message_start", {{"message", head}});
    std::int64_t index = 0;
    if (const auto* content = arrayMember(message, "content"))
        for (const auto& one : *content) {
            if (!one.is_object()) continue;
            json::object block = one.get_object();
            json::array deltas;
            const auto type = std::string(stringMember(block, "type"));
            if (type == "text") {
                deltas.push_back(json::object{{"type", "text_delta"}, {"text", stringMember(block, "text")}});
                block["text"] = "";
            } else if (type == "thinking") {
                deltas.push_back(json::object{{"type", "thinking_delta"}, {"thinking", stringMember(block, "thinking")}});
                if (const auto signature = stringMember(block, "signature"); !signature.empty()) deltas.push_back(json::object{{"type", "signature_delta"}, {"signature", signature}});
                block["thinking"] = "";
                block["signature"] = "";
            } else if (type == "tool_use") {
                if (const auto* input = block.if_contains("input")) deltas.push_back(json::object{{"type", "input_json_delta"}, {"partial_json", json::serialize(*input)}});
                block["input"] = json::object{};
            }
            out += messageEvent("content_block_start", {{"index", index}, {"content_block", std::move(block)}});
            for (auto& delta : deltas) out += messageEvent("content_block_delta", {{"index", index}, {"delta", std::move(delta)}});
            out += messageEvent("content_block_stop", {{"index", index++}});
        }
    const auto member = [&](const char* name) {
        const auto* value = message.if_contains(name);
        return value ? *value : json::value(nullptr);
    };
    const auto* usage = objectMember(message, "usage");
    out += messageEvent("message_delta", {{"delta", {{"stop_reason", member("stop_reason")}, {"stop_sequence", member("stop_sequence")}}}, {"usage", usage ? *usage : json::object{{"output_tokens", 0}}}});
    return out + messageEvent("message_stop", {});
}

MessagesWriter::MessagesWriter(const Call& call) : thinking_(wantsThinking(call)), inputEstimate_(call.inputTokens) {}

void MessagesWriter::start(const json::object& chunk, const model::Usage& soFar, std::string& out) {
    started_ = true;
    id_ = messageId(stringMember(chunk, "id"));
    auto usage = soFar;
    if (usage.input == 0) usage.input = inputEstimate_; // the vendor's count comes at the end, in message_delta
    out += messageEvent("message_start", {{"message", emptyMessage(id_, stringMember(chunk, "model"), usage)}});
}

void MessagesWriter::open(Block kind, const json::object& block, std::string& out) {
    close(out);
    block_ = kind;
    out += messageEvent("content_block_start", {{"index", ++index_}, {"content_block", block}});
}

void MessagesWriter::close(std::string& out) {
    if (block_ == Block::None) return;
    block_ = Block::None;
    out += messageEvent("content_block_stop", {{"index", index_}});
}

void MessagesWriter::delta(std::string_view type, std::string_view member, std::string_view value, std::string& out) {
    // The hot path: written by hand, as messageEvent would.
    out.append("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":").append(std::to_string(index_));
    out.append(",\"delta\":{\"type\":\"").append(type).append("\",\"").append(member).append("\":").append(json::serialize(json::string(value))).append("}}\n\n");
}

void MessagesWriter::text(Block kind, std::string_view piece, std::string& out) {
    if (piece.empty()) return;
    const bool thinking = kind == Block::Thinking;
    if (thinking && !thinking_) return;
    if (block_ == Block::Tool) {
        if (!thinking) later_ += piece;
        return;
    }
    if (block_ != kind) open(kind, thinking ? json::object{{"type", "thinking"}, {"thinking", ""}, {"signature", ""}} : json::object{{"type", "text"}, {"text", ""}}, out);
    if (thinking) delta("thinking_delta", "thinking", piece, out);
    else delta("text_delta", "text", piece, out);
}

void MessagesWriter::content(const json::value& content, std::string& out) {
    if (content.is_string()) return text(Block::Text, content.get_string(), out);
    if (!content.is_array()) return;
    for (const auto& part : content.get_array())
        if (part.is_object()) text(stringMember(part.get_object(), "type") == "thinking" ? Block::Thinking : Block::Text, partText(part.get_object()), out);
}

std::string MessagesWriter::toolId(const Tool& tool) const { return tool.id.empty() ? "toolu_" + id_ + '_' + std::to_string(tool.index) : tool.id; }

void MessagesWriter::toolFragment(const json::object& fragment, std::string& out) {
    const auto* function = objectMember(fragment, "function");
    const auto id = stringMember(fragment, "id");
    const auto name = function ? stringMember(*function, "name") : std::string_view();
    const auto index = countMember(fragment, "index");
    // A fragment belongs to the latest call with its index (without one: to the latest call), unless it brings another identifier.
    auto at = std::find_if(tools_.rbegin(), tools_.rend(), [&](const Tool& tool) { return !index || tool.index == *index; });
    const bool isNew = at == tools_.rend() || (!id.empty() && !at->id.empty() && id != at->id);
    if (isNew) {
        tools_.push_back({index.value_or(static_cast<std::int64_t>(tools_.size())), std::string(id), std::string(name), {}});
        at = tools_.rbegin();
        if (tools_.size() == 1) open(Block::Tool, {{"type", "tool_use"}, {"id", toolId(*at)}, {"name", name}, {"input", json::object{}}}, out);
    }
    if (at->name.empty()) at->name = name;
    const auto arguments = function ? stringMember(*function, "arguments") : std::string_view();
    if (arguments.empty()) return;
    if (&*at == &tools_.front()) delta("input_json_delta", "partial_json", arguments, out);
    else at->arguments += arguments;
}

void MessagesWriter::chunk(const json::object& chunk, const model::Usage& soFar, std::string& out) {
    if (!started_) start(chunk, soFar, out);
    const auto* choices = arrayMember(chunk, "choices");
    if (!choices) return;
    for (const auto& choice : *choices) {
        const auto* said = choice.is_object() ? objectMember(choice.get_object(), "delta") : nullptr;
        if (!said) continue;
        text(Block::Thinking, thoughtsOf(*said), out);
        if (const auto* words = said->if_contains("content")) content(*words, out);
        const auto refusal = stringMember(*said, "refusal");
        refused_ = refused_ || !refusal.empty();
        text(Block::Text, refusal, out);
        if (const auto* calls = arrayMember(*said, "tool_calls"))
            for (const auto& call : *calls)
                if (call.is_object()) toolFragment(call.get_object(), out);
    }
}

void MessagesWriter::finish(const model::Usage& usage, std::string_view finishReason, std::string& out) {
    close(out);
    text(Block::Text, std::exchange(later_, {}), out);
    for (std::size_t i = 1; i < tools_.size(); ++i) {
        open(Block::Tool, {{"type", "tool_use"}, {"id", toolId(tools_[i])}, {"name", tools_[i].name}, {"input", json::object{}}}, out);
        if (!tools_[i].arguments.empty()) delta("input_json_delta", "partial_json", tools_[i].arguments, out);
    }
    close(out);
    auto reason = refused_ ? "refusal" : stopReasonOf(finishReason);
    if (reason == "end_turn" && !tools_.empty()) reason = "tool_use"; // some vendors say `stop`
    out += messageEvent("message_delta", {{"delta", {{"stop_reason", reason}, {"stop_sequence", nullptr}}}, {"usage", anthropicUsage(usage)}});
    out += messageEvent("message_stop", {});
}

} // namespace signalbox::providers
