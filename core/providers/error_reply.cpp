#include "core/providers/connector.h"

#include "core/providers/chat_answer.h"
#include "core/providers/messages_answer.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::providers {

namespace json = boost::json;
using model::ClientProtocol;
using model::Error;
using model::ErrorClass;

namespace {

/// How both protocols say a class: status, OpenAI's type, Anthropic's status and type.
struct Shape {
    int status;
    std::string_view openAiType;
    int anthropicStatus;
    std::string_view anthropicType;
};

Shape shapeOf(ErrorClass errorClass) {
    switch (errorClass) {
    case ErrorClass::InvalidRequest:
    case ErrorClass::ContractViolation:
    case ErrorClass::ContextTooLong:
    case ErrorClass::ContentRefused:
    case ErrorClass::Blocked: return {400, "invalid_request_error", 400, "invalid_request_error"};
    case ErrorClass::Unauthenticated: return {401, "authentication_error", 401, "authentication_error"};
    case ErrorClass::BudgetExceeded: return {402, "insufficient_quota", 402, "billing_error"};
    case ErrorClass::Forbidden:
    case ErrorClass::HeldForReview: return {403, "permission_error", 403, "permission_error"};
    case ErrorClass::NotFound: return {404, "invalid_request_error", 404, "not_found_error"};
    case ErrorClass::RateLimited: return {429, "rate_limit_error", 429, "rate_limit_error"};
    case ErrorClass::Overloaded: return {503, "server_error", 529, "overloaded_error"};
    case ErrorClass::UpstreamTimeout: return {504, "server_error", 504, "timeout_error"};
    case ErrorClass::UpstreamUnavailable: return {503, "server_error", 503, "api_error"};
    case ErrorClass::UpstreamInvalid: return {502, "server_error", 502, "api_error"};
    case ErrorClass::Cancelled: return {499, "server_error", 499, "api_error"};
    case ErrorClass::Internal: return {500, "server_error", 500, "api_error"};
    }
    return {500, "server_error", 500, "api_error"};
}

std::string codeOf(const Error& error) {
    if (error.errorClass == ErrorClass::ContextTooLong) return "context_length_exceeded"; // what clients look for
    if (error.errorClass == ErrorClass::ContentRefused && error.code.empty()) return "content_filter";
    return error.code.empty() ? std::string(nameOf(error.errorClass)) : error.code;
}

json::object errorObject(ClientProtocol protocol, const Error& error) {
    const auto shape = shapeOf(error.errorClass);
    json::object object;
    if (protocol == ClientProtocol::AnthropicMessages) {
        object = {{"type", shape.anthropicType}, {"message", error.message}};
    } else {
        object = {{"message", error.message}, {"type", shape.openAiType}, {"param", nullptr}, {"code", codeOf(error)}};
        if (!error.violations.empty()) object["param"] = error.violations.front().pointer;
    }
    // Ours, beside the protocol's members: clients that know us get the taxonomy's word.
    object["class"] = nameOf(error.errorClass);
    if (!error.violations.empty()) {
        json::array list;
        for (const auto& violation : error.violations) list.push_back(json::object{{"pointer", violation.pointer}, {"message", violation.message}});
        object["violations"] = std::move(list);
    }
    return object;
}

} // namespace

ErrorReply errorReply(ClientProtocol protocol, const Error& error, std::string_view requestId) {
    const bool anthropic = protocol == ClientProtocol::AnthropicMessages;
    const auto shape = shapeOf(error.errorClass);
    ErrorReply reply;
    reply.status = anthropic ? shape.anthropicStatus : shape.status;
    auto retryAfter = error.retryAfter;
    const bool transient = error.errorClass == ErrorClass::RateLimited || error.errorClass == ErrorClass::Overloaded;
    if (!retryAfter && transient && error.traits().retrySameTarget) retryAfter = std::chrono::seconds{1};
    if (retryAfter) {
        // The Stainless SDKs ignore more than 60 s and come back after half a second.
        const auto wait = std::clamp<std::chrono::milliseconds>(*retryAfter, std::chrono::milliseconds{1}, std::chrono::seconds{60});
        reply.headers.emplace_back("retry-after", std::to_string(std::chrono::ceil<std::chrono::seconds>(wait).count()));
        reply.headers.emplace_back("retry-after-ms", std::to_string(wait.count()));
    } else {
        reply.headers.emplace_back("x-should-retry", "false"); // the gateway has tried what could be tried
    }
    json::object body;
    if (anthropic) body["type"] = "error";
    body["error"] = errorObject(protocol, error);
    if (anthropic) body["request_id"] = requestId;
    reply.body = json::serialize(body);
    return reply;
}

std::string errorEvent(ClientProtocol protocol, const Error& error, std::string_view requestId) {
    if (protocol == ClientProtocol::AnthropicMessages)
        return "event: error\ndata: " + json::serialize(json::object{{"type", "error"}, {"error", errorObject(protocol, error)}, {"request_id", requestId}}) + "\n\n";
    return "data: " + json::serialize(json::object{{"error", errorObject(protocol, error)}}) + "\n\n";
}

std::string_view keepAliveEvent(ClientProtocol protocol) {
    return protocol == ClientProtocol::AnthropicMessages ? std::string_view("event: ping\ndata: {\"type\": \"ping\"}\n\n") : std::string_view(": keep-alive\n\n");
}

namespace {

std::string openAiStaticAnswer(const Call& call, std::string_view content, std::string_view runId, std::int64_t created) {
    const std::string id = "chatcmpl-" + std::string(runId);
    const json::object completion{
            {"id", id}, {"object", "chat.completion"}, {"created", created}, {"model", "signalbox/static"},
            {"choices", {json::object{{"index", 0}, {"message", {{"role", "assistant"}, {"content", content}}}, {"logprobs", nullptr}, {"finish_reason", "stop"}}}},
            {"usage", {{"prompt_tokens", 0}, {"completion_tokens", 0}, {"total_tokens", 0}}}};
    if (!call.stream) return json::serialize(completion);
    return chunksOf(completion, call.includeUsage) + "data: [DONE]\n\n";
}

std::string anthropicStaticAnswer(const Call& call, std::string_view content, std::string_view runId) {
    const json::object message{{"id", "msg_" + std::string(runId)}, {"type", "message"}, {"role", "assistant"}, {"model", "signalbox/static"},
                               {"content", {json::object{{"type", "text"}, {"text", content}}}}, {"stop_reason", "end_turn"}, {"stop_sequence", nullptr},
                               {"usage", {{"input_tokens", 0}, {"output_tokens", 0}}}};
    return call.stream ? eventsOf(message) : json::serialize(message);
}

} // namespace

std::string staticAnswer(const Call& call, std::string_view content, std::string_view runId, std::int64_t createdSeconds) {
    return call.protocol == ClientProtocol::AnthropicMessages ? anthropicStaticAnswer(call, content, runId) : openAiStaticAnswer(call, content, runId, createdSeconds);
}

} // namespace signalbox::providers
