#include "tests/support/vendor_replies.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace signalbox::tests::vendor {

namespace json = boost::json;

namespace {

constexpr int kCreated = 1764000000;
constexpr std::string_view kChatId = "chatcmpl-scripted";
constexpr std::string_view kMessageId = "msg_scripted";

std::string joined(const std::vector<std::string>& pieces) {
    std::string text;
    for (const auto& piece : pieces)
        text += piece;
    return text;
}

json::object openAiUsage(const Tokens& tokens) {
    return {{"prompt_tokens", tokens.input},
            {"completion_tokens", tokens.output},
            {"total_tokens", tokens.input + tokens.output},
            {"prompt_tokens_details", {{"cached_tokens", tokens.cachedInput}}}};
}

json::object anthropicUsage(const Tokens& tokens, int output) {
    return {{"input_tokens", tokens.input},
            {"cache_creation_input_tokens", 0},
            {"cache_read_input_tokens", tokens.cachedInput},
            {"output_tokens", output}};
}

std::string openAiFinish(const Answer& answer) {
    if (!answer.finishReason.empty()) return answer.finishReason;
    return answer.toolCalls.empty() ? "stop" : "tool_calls";
}

std::string anthropicStop(const Answer& answer) {
    if (!answer.finishReason.empty()) return answer.finishReason;
    return answer.toolCalls.empty() ? "end_turn" : "tool_use";
}

std::string dataEvent(const json::value& data) {
    return "data: " + json::serialize(data) + "\n\n";
}

std::string namedEvent(const json::object& data) {
    return "event: " + std::string(data.at("type").as_string()) + "\ndata: " + json::serialize(data) + "\n\n";
}

json::object openAiChunk(const Answer& answer, json::array choices) {
    return {{"id", kChatId},
            {"object", "chat.completion.chunk"},
            {"created", kCreated},
            {"model", answer.model},
            {"choices", std::move(choices)}};
}

json::array delta(json::object content, const json::value& finish = nullptr) {
    return {json::object{{"index", 0}, {"delta", std::move(content)}, {"finish_reason", finish}}};
}

} // namespace

std::string Answer::text() const {
    return joined(pieces);
}

std::string openAiChat(const Answer& answer) {
    json::object message{{"role", "assistant"}};
    message["content"] = answer.pieces.empty() ? json::value(nullptr) : json::value(answer.text());
    json::array calls;
    for (const auto& call : answer.toolCalls)
        calls.push_back({{"id", call.id},
                         {"type", "function"},
                         {"function", {{"name", call.name}, {"arguments", joined(call.argumentPieces)}}}});
    if (!calls.empty()) message["tool_calls"] = calls;
    json::object body{
        {"id", kChatId},
        {"object", "chat.completion"},
        {"created", kCreated},
        {"model", answer.model},
        {"choices",
         json::array{json::object{
             {"index", 0}, {"message", message}, {"logprobs", nullptr}, {"finish_reason", openAiFinish(answer)}}}}};
    if (answer.usage) body["usage"] = openAiUsage(*answer.usage);
    return json::serialize(body);
}

std::string anthropicMessage(const Answer& answer) {
    json::array content;
    if (!answer.pieces.empty()) content.push_back({{"type", "text"}, {"text", answer.text()}});
    for (const auto& call : answer.toolCalls)
        content.push_back({{"type", "tool_use"},
                           {"id", call.id},
                           {"name", call.name},
                           {"input", json::parse(joined(call.argumentPieces))}});
    json::object body{{"id", kMessageId},        {"type", "message"},  {"role", "assistant"},
                      {"model", answer.model},   {"content", content}, {"stop_reason", anthropicStop(answer)},
                      {"stop_sequence", nullptr}};
    if (answer.usage) body["usage"] = anthropicUsage(*answer.usage, answer.usage->output);
    return json::serialize(body);
}

std::string openAiEmbeddings(std::size_t count, std::size_t dimensions, bool base64) {
    json::array data;
    for (std::size_t i = 0; i < count; ++i) {
        json::array vector;
        for (std::size_t d = 0; d < dimensions; ++d)
            vector.push_back(0.25);
        // 0.25f in little endian is 00 00 80 3e; three floats are twelve bytes are sixteen letters.
        json::value embedding = base64 ? json::value("AACAPgAAgD4AAIA+") : json::value(vector);
        data.push_back({{"object", "embedding"}, {"index", i}, {"embedding", std::move(embedding)}});
    }
    return json::serialize(json::object{{"object", "list"},
                                        {"data", data},
                                        {"model", "vendor-embedding"},
                                        {"usage", {{"prompt_tokens", 8}, {"total_tokens", 8}}}});
}

std::string openAiModels(const std::vector<std::string>& ids) {
    json::array data;
    for (const auto& id : ids)
        data.push_back({{"id", id}, {"object", "model"}, {"created", kCreated}, {"owned_by", "scripted"}});
    return json::serialize(json::object{{"object", "list"}, {"data", data}});
}

std::vector<std::string> openAiEvents(const Answer& answer, bool includeUsage) {
    std::vector<std::string> events;
    events.push_back(dataEvent(openAiChunk(answer, delta({{"role", "assistant"}, {"content", ""}}))));
    for (const auto& piece : answer.pieces)
        events.push_back(dataEvent(openAiChunk(answer, delta({{"content", piece}}))));
    for (std::size_t i = 0; i < answer.toolCalls.size(); ++i) {
        const auto& call = answer.toolCalls[i];
        const json::object opening{{"index", i},
                                   {"id", call.id},
                                   {"type", "function"},
                                   {"function", {{"name", call.name}, {"arguments", ""}}}};
        events.push_back(dataEvent(openAiChunk(answer, delta({{"tool_calls", json::array{opening}}}))));
        for (const auto& piece : call.argumentPieces) {
            const json::object fragment{{"index", i}, {"function", {{"arguments", piece}}}};
            events.push_back(dataEvent(openAiChunk(answer, delta({{"tool_calls", json::array{fragment}}}))));
        }
    }
    events.push_back(dataEvent(openAiChunk(answer, delta({}, json::value(openAiFinish(answer))))));
    if (includeUsage && answer.usage) {
        json::object chunk = openAiChunk(answer, {});
        chunk["usage"] = openAiUsage(*answer.usage);
        events.push_back(dataEvent(chunk));
    }
    events.push_back("data: [DONE]\n\n");
    return events;
}

std::vector<std::string> anthropicEvents(const Answer& answer) {
    std::vector<std::string> events;
    json::object message{{"id", kMessageId},        {"type", "message"},        {"role", "assistant"},
                         {"model", answer.model},   {"content", json::array{}}, {"stop_reason", nullptr},
                         {"stop_sequence", nullptr}};
    if (answer.usage) message["usage"] = anthropicUsage(*answer.usage, 1);
    events.push_back(namedEvent({{"type", "message_start"}, {"message", message}}));
    std::size_t index = 0;
    if (!answer.pieces.empty()) {
        events.push_back(namedEvent(
            {{"type", "content_block_start"}, {"index", index}, {"content_block", {{"type", "text"}, {"text", ""}}}}));
        events.push_back(namedEvent({{"type", "ping"}}));
        for (const auto& piece : answer.pieces)
            events.push_back(namedEvent({{"type", "content_block_delta"},
                                         {"index", index},
                                         {"delta", {{"type", "text_delta"}, {"text", piece}}}}));
        events.push_back(namedEvent({{"type", "content_block_stop"}, {"index", index++}}));
    }
    for (const auto& call : answer.toolCalls) {
        const json::object block{{"type", "tool_use"}, {"id", call.id}, {"name", call.name}, {"input", json::object{}}};
        events.push_back(namedEvent({{"type", "content_block_start"}, {"index", index}, {"content_block", block}}));
        for (const auto& piece : call.argumentPieces)
            events.push_back(namedEvent({{"type", "content_block_delta"},
                                         {"index", index},
                                         {"delta", {{"type", "input_json_delta"}, {"partial_json", piece}}}}));
        events.push_back(namedEvent({{"type", "content_block_stop"}, {"index", index++}}));
    }
    json::object end{{"type", "message_delta"},
                     {"delta", {{"stop_reason", anthropicStop(answer)}, {"stop_sequence", nullptr}}}};
    if (answer.usage) end["usage"] = json::object{{"output_tokens", answer.usage->output}};
    events.push_back(namedEvent(end));
    events.push_back(namedEvent({{"type", "message_stop"}}));
    return events;
}

std::vector<std::string> eventsOf(Protocol protocol, const Answer& answer) {
    return protocol == Protocol::OpenAi ? openAiEvents(answer) : anthropicEvents(answer);
}

std::vector<std::string> withoutTerminator(std::vector<std::string> events) {
    events.pop_back();
    return events;
}

std::vector<std::string> firstOf(std::vector<std::string> events, std::size_t count) {
    events.resize(std::min(count, events.size()));
    return events;
}

Behaviour answerJson(Protocol protocol, const Answer& answer) {
    if (protocol == Protocol::OpenAi)
        return respond(200, "application/json", openAiChat(answer), {{"x-request-id", "req_scripted"}});
    return respond(200, "application/json", anthropicMessage(answer), {{"request-id", "req_scripted"}});
}

Behaviour answerStream(Protocol protocol, const Answer& answer, std::chrono::milliseconds between) {
    return wholeStream(eventsOf(protocol, answer), between,
                       {{protocol == Protocol::OpenAi ? "x-request-id" : "request-id", "req_scripted"}});
}

Behaviour error(Protocol protocol, int status, std::string_view type, std::string_view code, std::string_view message,
                const Headers& extra) {
    json::object body;
    if (protocol == Protocol::OpenAi) {
        const json::value codeValue = code.empty() ? json::value(nullptr) : json::value(code);
        body["error"] = json::object{{"message", message}, {"type", type}, {"param", nullptr}, {"code", codeValue}};
    } else {
        body = {{"type", "error"}, {"error", {{"type", type}, {"message", message}}}, {"request_id", "req_scripted"}};
    }
    return respond(status, "application/json", json::serialize(body), extra);
}

Behaviour rateLimited(Protocol protocol, std::optional<std::string> retryAfter,
                      std::optional<std::string> retryAfterMs) {
    Headers headers;
    if (retryAfter) headers.emplace_back("retry-after", *retryAfter);
    if (retryAfterMs) headers.emplace_back("retry-after-ms", *retryAfterMs);
    if (protocol == Protocol::OpenAi)
        return error(protocol, 429, "requests", "rate_limit_exceeded", "Rate limit reached for requests", headers);
    return error(protocol, 429, "rate_limit_error", "", "This request would exceed your rate limit.", headers);
}

Behaviour serverError(Protocol protocol, int status) {
    if (protocol == Protocol::Anthropic) {
        if (status == 529) return error(protocol, status, "overloaded_error", "", "Overloaded");
        return error(protocol, status, "api_error", "", "Internal server error");
    }
    if (status == 503)
        return error(protocol, status, "service_unavailable_error", "",
                     "The engine is currently overloaded, please try again later");
    return error(protocol, status, "server_error", "", "The server had an error while processing your request");
}

Behaviour insufficientQuota(Protocol protocol) {
    if (protocol == Protocol::OpenAi)
        return error(protocol, 429, "insufficient_quota", "insufficient_quota",
                     "You exceeded your current quota, please check your plan and billing details.");
    return error(protocol, 402, "billing_error", "", "Your credit balance is too low to access the API.");
}

Behaviour contextLengthExceeded(Protocol protocol) {
    if (protocol == Protocol::OpenAi)
        return error(protocol, 400, "invalid_request_error", "context_length_exceeded",
                     "This model's maximum context length is 8192 tokens.");
    return error(protocol, 400, "invalid_request_error", "", "prompt is too long: 210000 tokens > 200000 maximum");
}

Behaviour contentPolicyViolation(Protocol protocol) {
    if (protocol == Protocol::OpenAi)
        return error(protocol, 400, "invalid_request_error", "content_policy_violation",
                     "Your request was rejected as a result of our safety system.");
    return error(protocol, 400, "invalid_request_error", "", "Output blocked by content filtering policy");
}

Behaviour invalidRequest(Protocol protocol) {
    return error(protocol, 400, "invalid_request_error", protocol == Protocol::OpenAi ? "invalid_value" : "",
                 "messages: at least one message is required");
}

Behaviour unauthenticated(Protocol protocol) {
    if (protocol == Protocol::OpenAi)
        return error(protocol, 401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided");
    return error(protocol, 401, "authentication_error", "", "invalid x-api-key");
}

Behaviour unknownModel(Protocol protocol) {
    if (protocol == Protocol::OpenAi)
        return error(protocol, 404, "invalid_request_error", "model_not_found",
                     "The model does not exist or you do not have access to it.");
    return error(protocol, 404, "not_found_error", "", "model: unknown");
}

Behaviour refusal(Protocol protocol) {
    Answer answer;
    if (protocol == Protocol::Anthropic) {
        answer.pieces.clear();
        answer.finishReason = "refusal";
        return answerJson(protocol, answer);
    }
    answer.pieces.clear();
    json::object body = json::parse(openAiChat(answer)).as_object();
    body["choices"].as_array()[0].as_object()["message"].as_object()["refusal"] = "I can't help with that.";
    return respond(200, "application/json", json::serialize(body));
}

Behaviour htmlBadGateway() {
    return respond(502, "text/html",
                   "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n");
}

Behaviour garbage() {
    return Behaviour().send("\x16\x03\x01 this is no HTTP\x01\x02\r\n\r\n").close();
}

Behaviour hugeAnswer(Protocol protocol, std::size_t bytes) {
    Answer answer;
    answer.pieces = {std::string(bytes, 'x')};
    return answerJson(protocol, answer);
}

} // namespace signalbox::tests::vendor
