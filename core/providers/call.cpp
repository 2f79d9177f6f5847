#include "core/providers/call.h"

#include "core/providers/json_scan.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace signalbox::providers {

namespace json = boost::json;
using model::Capability;
using model::ErrorClass;

namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::string_view kAnthropicWithoutSampling = "2026-10-21";

/// Collects violations of a request; the first one makes the error's message.
struct Checker {
    std::vector<model::Violation> violations;

    void add(std::string pointer, std::string message) { violations.push_back({std::move(pointer), std::move(message)}); }
    model::Error error() const {
        model::Error error{ErrorClass::InvalidRequest, {}, "invalid_request", violations, {}, {}};
        error.message = violations.front().pointer.empty() ? violations.front().message : violations.front().pointer + ": " + violations.front().message;
        return error;
    }
};

model::Result<json::object> parseBody(const std::string& raw, JsonScan& scan) {
    json::parse_options options;
    options.max_depth = kMaxDepth;
    json::error_code error;
    json::stream_parser parser({}, options);
    parser.write(raw, error);
    if (!error) parser.finish(error);
    if (error) {
        if (error == json::error::too_deep)
            return model::failure(ErrorClass::InvalidRequest, "The body is nested deeper than " + std::to_string(kMaxDepth) + " levels.", "too_deep");
        return model::failure(ErrorClass::InvalidRequest, "The body is not valid JSON (" + error.message() + ").", "invalid_json");
    }
    json::value value = parser.release();
    if (!value.is_object()) return model::failure(ErrorClass::InvalidRequest, "The body should be a JSON object.", "invalid_json");
    scan = scanJson(raw);
    // The parsed tree keeps the last of two members of one name; another reader may keep the first. Nobody may guess.
    if (scan.members != countMembers(value))
        return model::failure(ErrorClass::InvalidRequest, "The body has an object with two members of the same name.", "duplicate_member");
    return std::move(value.get_object());
}

std::int64_t positiveInteger(const json::object& body, std::string_view name, Checker& checker) {
    const auto* value = body.if_contains(name);
    if (!value || value->is_null()) return 0;
    std::int64_t number = 0;
    if (value->is_int64()) number = value->get_int64();
    if (number < 1) checker.add('/' + std::string(name), "should be a whole number above 0");
    return number;
}

bool flag(const json::object& body, std::string_view name, Checker& checker) {
    const auto* value = body.if_contains(name);
    if (!value || value->is_null()) return false;
    if (!value->is_bool()) checker.add('/' + std::string(name), "should be true or false");
    return value->is_bool() && value->get_bool();
}

/// What one part of a message needs and how long it is.
void readPart(const json::value& part, Call& call) {
    if (!part.is_object()) return;
    const auto& object = part.get_object();
    const auto* type = object.if_contains("type");
    const std::string_view name = type && type->is_string() ? std::string_view(type->get_string()) : std::string_view();
    if (name == "image_url" || name == "image") {
        constexpr std::int64_t kTokensOfAnImage = 800;
        call.needs = call.needs | Capability::Vision;
        call.inputTokens += kTokensOfAnImage;
    } else if (name == "input_audio") {
        call.needs = call.needs | Capability::Audio;
    }
    if (const auto* text = object.if_contains("text"); text && text->is_string()) call.inputTokens += estimateTokens(text->get_string());
    if (const auto* content = object.if_contains("content")) {
        if (content->is_string()) call.inputTokens += estimateTokens(content->get_string());
        else if (content->is_array())
            for (const auto& inner : content->get_array()) readPart(inner, call);
    }
}

void readContent(const json::value& content, const std::string& pointer, Call& call, Checker& checker) {
    if (content.is_string()) {
        call.inputTokens += estimateTokens(content.get_string());
    } else if (content.is_array()) {
        for (const auto& part : content.get_array()) readPart(part, call);
    } else if (!content.is_null()) {
        checker.add(pointer, "should be a string or an array of parts");
    }
}

void readMessages(const json::object& body, Call& call, Checker& checker) {
    const auto* messages = body.if_contains("messages");
    if (!messages) return checker.add("/messages", "is missing");
    if (!messages->is_array()) return checker.add("/messages", "should be an array");
    if (messages->get_array().empty()) return checker.add("/messages", "should have at least one message");
    constexpr std::int64_t kTokensOfAMessage = 4;
    for (std::size_t i = 0; i < messages->get_array().size(); ++i) {
        const auto& message = messages->get_array()[i];
        const auto pointer = [i](const char* member) { return "/messages/" + std::to_string(i) + member; };
        if (!message.is_object()) {
            checker.add(pointer(""), "should be an object with role and content");
            continue;
        }
        const auto& object = message.get_object();
        const auto* role = object.if_contains("role");
        if (!role || !role->is_string()) checker.add(pointer("/role"), role ? "should be a string" : "is missing");
        if (const auto* content = object.if_contains("content"))
            readContent(*content, pointer("/content"), call, checker);
        else if (!object.contains("tool_calls") && !object.contains("function_call") && !object.contains("audio"))
            checker.add(pointer("/content"), "is missing");
        call.inputTokens += kTokensOfAMessage;
    }
}

void readTools(const json::object& body, Call& call, Checker& checker) {
    const auto* tools = body.if_contains("tools");
    if (!tools || tools->is_null()) return;
    if (!tools->is_array()) return checker.add("/tools", "should be an array");
    if (tools->get_array().empty()) return;
    call.needs = call.needs | Capability::Tools;
    call.inputTokens += estimateTokens(json::serialize(*tools));
}

void readResponseFormat(const json::object& body, Call& call) {
    const auto* format = body.if_contains("response_format");
    if (!format || !format->is_object()) return;
    const auto* type = format->get_object().if_contains("type");
    if (!type || !type->is_string()) return;
    if (type->get_string() == "json_schema") call.needs = call.needs | Capability::JsonSchema;
    if (type->get_string() == "json_object") call.needs = call.needs | Capability::JsonMode;
}

void readChat(Call& call, Checker& checker) {
    call.needs = static_cast<model::Capabilities>(Capability::Chat);
    readMessages(call.body, call, checker);
    readTools(call.body, call, checker);
    readResponseFormat(call.body, call);
    call.stream = flag(call.body, "stream", checker);
    call.maxOutputTokens = std::max(positiveInteger(call.body, "max_tokens", checker), positiveInteger(call.body, "max_completion_tokens", checker));
    if (const auto* options = call.body.if_contains("stream_options"); options && options->is_object())
        if (const auto* usage = options->get_object().if_contains("include_usage")) call.includeUsage = usage->is_bool() && usage->get_bool();
}

void readEmbeddings(Call& call, Checker& checker) {
    call.needs = static_cast<model::Capabilities>(Capability::Embeddings);
    const auto* input = call.body.if_contains("input");
    if (!input) return checker.add("/input", "is missing");
    if (input->is_string()) {
        call.inputTokens = estimateTokens(input->get_string());
    } else if (input->is_array() && !input->get_array().empty()) {
        for (const auto& one : input->get_array()) {
            if (one.is_string()) call.inputTokens += estimateTokens(one.get_string());
            else if (one.is_array()) call.inputTokens += static_cast<std::int64_t>(one.get_array().size());
            else call.inputTokens += 1; // a token's number
        }
    } else {
        checker.add("/input", "should be a string, or an array that is not empty");
    }
}

void readAnthropic(Call& call, Checker& checker) {
    call.needs = static_cast<model::Capabilities>(Capability::Chat);
    readMessages(call.body, call, checker);
    readTools(call.body, call, checker);
    call.stream = flag(call.body, "stream", checker);
    call.includeUsage = true; // always part of the protocol
    if (const auto* most = call.body.if_contains("max_tokens"); !most || most->is_null()) checker.add("/max_tokens", "is missing");
    call.maxOutputTokens = positiveInteger(call.body, "max_tokens", checker);
    if (const auto* system = call.body.if_contains("system")) readContent(*system, "/system", call, checker);
    if (call.body.contains("output_format")) call.needs = call.needs | Capability::JsonSchema;
    if (const auto* config = call.body.if_contains("output_config"); config && config->is_object() && config->get_object().contains("format")) call.needs = call.needs | Capability::JsonSchema;
    if (call.anthropicVersion == kAnthropicWithoutSampling)
        for (const auto* name : {"temperature", "top_p", "top_k"})
            if (call.body.contains(name)) checker.add('/' + std::string(name), "is not accepted by version 2026-10-21 of the protocol");
}

} // namespace

std::int64_t estimateTokens(std::string_view text) {
    // Four bytes of ASCII make about a token; a character of two bytes (accents, Greek, Cyrillic) about half a one, a longer one
    // (CJK, emoji) about one.
    std::size_t ascii = 0;
    std::size_t two = 0;
    std::size_t longer = 0;
    for (std::size_t i = 0; i < text.size();) {
        std::uint64_t eight = 0;
        if (i + sizeof eight <= text.size()) { // most text is ASCII: eight bytes at a time
            std::memcpy(&eight, text.data() + i, sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                ascii += sizeof eight;
                i += sizeof eight;
                continue;
            }
        }
        const auto byte = static_cast<unsigned char>(text[i++]);
        ascii += byte < 0x80;
        two += byte >= 0xC0 && byte < 0xE0;
        longer += byte >= 0xE0;
    }
    return static_cast<std::int64_t>((ascii + 3) / 4 + (two + 1) / 2 + longer);
}

model::Result<Call> readCall(model::ClientProtocol protocol, std::string body, std::string_view anthropicVersion) {
    Call call;
    call.protocol = protocol;
    call.raw = std::move(body);
    call.anthropicVersion = anthropicVersion.empty() ? std::string_view("2023-06-01") : anthropicVersion;
    JsonScan scan;
    auto parsed = parseBody(call.raw, scan);
    if (!parsed) return tl::unexpected(std::move(parsed.error()));
    call.body = std::move(*parsed);
    call.modelBegin = scan.modelBegin;
    call.modelEnd = scan.modelEnd;

    Checker checker;
    const auto* model = call.body.if_contains("model");
    if (!model) checker.add("/model", "is missing: name a 'provider/model' or a 'route/NAME'");
    else if (!model->is_string() || model->get_string().empty()) checker.add("/model", "should be a string that is not empty");
    else call.model = model->get_string();
    switch (protocol) {
    case model::ClientProtocol::OpenAiChat: readChat(call, checker); break;
    case model::ClientProtocol::OpenAiEmbeddings: readEmbeddings(call, checker); break;
    case model::ClientProtocol::AnthropicMessages: readAnthropic(call, checker); break;
    case model::ClientProtocol::Workflow: return model::failure(model::ErrorClass::Internal, "a workflow's run is made of chat calls; it is none itself");
    }
    if (call.stream) call.needs = call.needs | Capability::Stream;
    if (!checker.violations.empty()) return tl::unexpected(checker.error());
    return call;
}

} // namespace signalbox::providers
