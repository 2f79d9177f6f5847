#include "core/providers/chat_answer.h"

#include "core/providers/json_access.h"
#include "core/providers/messages_request.h"
#include "core/providers/usage.h"

#include <boost/json.hpp>

namespace signalbox::providers {

namespace json = boost::json;

namespace {

constexpr std::size_t kMaxBlocks = 4096;

std::string quoted(std::string_view text) { return json::serialize(json::string(text)); }

std::string chatId(std::string_view messageId) { return "chatcmpl-" + std::string(messageId.starts_with("msg_") ? messageId.substr(4) : messageId); }

} // namespace

std::string_view finishReasonOf(std::string_view stopReason) {
    if (stopReason == "max_tokens" || stopReason == "model_context_window_exceeded") return "length";
    if (stopReason == "tool_use") return "tool_calls";
    if (stopReason == "refusal") return "content_filter";
    return "stop";
}

json::object chatFromMessage(const json::object& message, const model::Usage& usage, bool schemaTool, std::int64_t createdSeconds) {
    std::string text;
    std::string thinking;
    bool anyText = false;
    json::array calls;
    if (const auto* content = arrayMember(message, "content"))
        for (const auto& one : *content) {
            if (!one.is_object()) continue;
            const auto& block = one.get_object();
            const auto type = stringMember(block, "type");
            if (type == "text") {
                text += stringMember(block, "text");
                anyText = true;
            } else if (type == "thinking") {
                thinking += stringMember(block, "thinking");
            } else if (type == "tool_use") {
                const auto* input = block.if_contains("input");
                const auto arguments = input ? json::serialize(*input) : std::string("{}");
                if (schemaTool && stringMember(block, "name") == kSchemaTool) {
                    text = arguments; // what is said beside it is not the answer
                    anyText = true;
                    continue;
                }
                calls.push_back(json::object{{"id", stringMember(block, "id")}, {"type", "function"}, {"function", {{"name", stringMember(block, "name")}, {"arguments", arguments}}}});
            }
        }
    json::object said{{"role", "assistant"}};
    said["content"] = anyText ? json::value(text) : json::value(nullptr);
    said["refusal"] = nullptr;
    if (!thinking.empty()) said["reasoning_content"] = thinking;
    auto reason = finishReasonOf(stringMember(message, "stop_reason"));
    if (reason == "tool_calls" && calls.empty()) reason = "stop";
    if (!calls.empty()) said["tool_calls"] = std::move(calls);
    return {{"id", chatId(stringMember(message, "id"))},
            {"object", "chat.completion"},
            {"created", createdSeconds},
            {"model", stringMember(message, "model")},
            {"choices", {json::object{{"index", 0}, {"message", std::move(said)}, {"logprobs", nullptr}, {"finish_reason", reason}}}},
            {"usage", openAiUsage(usage)}};
}

std::string chunksOf(const json::object& completion, bool includeUsage) {
    const auto chunk = [&](json::array choices) {
        json::object object;
        for (const auto* name : {"id", "created", "model", "system_fingerprint"})
            if (const auto* value = completion.if_contains(name)) object[name] = *value;
        object["object"] = "chat.completion.chunk";
        object["choices"] = std::move(choices);
        return object;
    };
    const auto event = [](const json::object& object) { return "data: " + json::serialize(object) + "\n\n"; };
    std::string text;
    if (const auto* choices = arrayMember(completion, "choices"))
        for (const auto& one : *choices) {
            if (!one.is_object()) continue;
            const auto& choice = one.get_object();
            const auto* message = objectMember(choice, "message");
            json::object delta = message ? *message : json::object{};
            if (auto* calls = delta.if_contains("tool_calls"); calls && calls->is_array())
                for (std::size_t i = 0; i < calls->get_array().size(); ++i)
                    if (calls->get_array()[i].is_object()) calls->get_array()[i].get_object()["index"] = i;
            const auto* index = choice.if_contains("index");
            const auto* reason = choice.if_contains("finish_reason");
            const json::value at = index ? *index : json::value(0);
            text += event(chunk({json::object{{"index", at}, {"delta", std::move(delta)}, {"finish_reason", nullptr}}}));
            text += event(chunk({json::object{{"index", at}, {"delta", json::object{}}, {"finish_reason", reason ? *reason : json::value("stop")}}}));
        }
    if (const auto* usage = completion.if_contains("usage"); usage && includeUsage) {
        auto last = chunk({});
        last["usage"] = *usage;
        text += event(last);
    }
    return text;
}

ChatWriter::ChatWriter(const Call& call, std::int64_t createdSeconds) : includeUsage_(call.includeUsage), schemaTool_(usesSchemaTool(call)), created_(createdSeconds) {}

void ChatWriter::chunk(std::string_view delta, std::string_view finish, std::string& out) {
    out.append(head_).append(R"("choices":[{"index":0,"delta":{)").append(delta).append(R"(},"logprobs":null,"finish_reason":)");
    if (finish.empty()) out.append("null");
    else out.append(1, '"').append(finish).append(1, '"');
    out.append("}]}\n\n");
}

void ChatWriter::text(std::string_view member, std::string_view value, std::string& out) {
    if (!value.empty()) chunk('"' + std::string(member) + "\":" + quoted(value), {}, out);
}

void ChatWriter::start(const json::object& message, std::string& out) {
    started_ = true;
    head_ = "data: {\"id\":" + quoted(chatId(stringMember(message, "id"))) + R"(,"object":"chat.completion.chunk","created":)" + std::to_string(created_) +
            ",\"model\":" + quoted(stringMember(message, "model")) + ',';
    chunk(R"("role":"assistant","content":"")", {}, out);
}

void ChatWriter::event(std::string_view type, const json::object& event, std::string& out) {
    if (type == "message_start") {
        const auto* message = objectMember(event, "message");
        if (!started_) start(message ? *message : json::object{}, out);
        return;
    }
    if (!started_ && type != "ping") start({}, out); // its beginning was malformed
    const auto index = static_cast<std::size_t>(countMember(event, "index").value_or(0));
    if (type == "content_block_start") {
        if (const auto* block = objectMember(event, "content_block")) blockStart(index, *block, out);
    } else if (type == "content_block_delta") {
        if (const auto* delta = objectMember(event, "delta"); delta && index < blocks_.size()) blockDelta(blocks_[index], *delta, out);
    } else if (type == "content_block_stop") {
        if (index < blocks_.size()) blockStop(blocks_[index], out);
    } else if (type == "message_delta") {
        const auto* delta = objectMember(event, "delta");
        const auto stop = delta ? stringMember(*delta, "stop_reason") : std::string_view();
        if (stop.empty()) return;
        const auto reason = finishReasonOf(stop);
        chunk({}, reason == "tool_calls" && !calledTool_ ? "stop" : reason, out);
    }
}

void ChatWriter::blockStart(std::size_t index, const json::object& block, std::string& out) {
    if (index >= kMaxBlocks) return;
    if (index >= blocks_.size()) blocks_.resize(index + 1);
    auto& now = blocks_[index];
    const auto type = stringMember(block, "type");
    if (type == "text") {
        now.kind = Block::Kind::Text;
        if (!schemaTool_) text("content", stringMember(block, "text"), out);
    } else if (type == "thinking") {
        now.kind = Block::Kind::Thinking;
        text("reasoning_content", stringMember(block, "thinking"), out);
    } else if (type == "tool_use") {
        if (const auto* input = objectMember(block, "input"); input && !input->empty()) now.input = json::serialize(*input);
        if (schemaTool_ && stringMember(block, "name") == kSchemaTool) {
            now.kind = Block::Kind::Schema;
            return;
        }
        now.kind = Block::Kind::Tool;
        now.tool = tools_++;
        calledTool_ = true;
        chunk(R"("tool_calls":[{"index":)" + std::to_string(now.tool) + ",\"id\":" + quoted(stringMember(block, "id")) + R"(,"type":"function","function":{"name":)" +
                  quoted(stringMember(block, "name")) + R"(,"arguments":""}}])",
              {}, out);
    }
}

void ChatWriter::arguments(Block& block, std::string_view fragment, std::string& out) {
    if (fragment.empty()) return;
    block.anyInput = true;
    if (block.kind == Block::Kind::Schema) return text("content", fragment, out);
    chunk(R"("tool_calls":[{"index":)" + std::to_string(block.tool) + R"(,"function":{"arguments":)" + quoted(fragment) + "}}]", {}, out);
}

void ChatWriter::blockDelta(Block& block, const json::object& delta, std::string& out) {
    switch (block.kind) {
    case Block::Kind::Text:
        if (!schemaTool_) text("content", stringMember(delta, "text"), out); // beside the schema's tool, words are not the answer
        break;
    case Block::Kind::Thinking: text("reasoning_content", stringMember(delta, "thinking"), out); break;
    case Block::Kind::Tool:
    case Block::Kind::Schema: arguments(block, stringMember(delta, "partial_json"), out); break;
    case Block::Kind::Skipped: break;
    }
}

void ChatWriter::blockStop(Block& block, std::string& out) {
    const bool tool = block.kind == Block::Kind::Tool || block.kind == Block::Kind::Schema;
    if (tool && !block.anyInput) arguments(block, block.input.empty() ? std::string_view("{}") : std::string_view(block.input), out);
    block = {};
}

void ChatWriter::finish(const model::Usage& usage, std::string& out) {
    if (includeUsage_) out.append(head_).append("\"choices\":[],\"usage\":").append(json::serialize(openAiUsage(usage))).append("}\n\n");
    out.append("data: [DONE]\n\n");
}

} // namespace signalbox::providers
