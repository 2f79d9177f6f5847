#include "core/providers/sandbox.h"

#include "core/base/base64.h"
#include "core/model/json_text.h"
#include "core/providers/json_access.h"
#include "core/providers/sandbox_schema.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace signalbox::providers {

namespace json = boost::json;

namespace {

constexpr std::int64_t kCreated = 1'767'225'600; // fixed, so that equal calls give equal answers
constexpr std::int64_t kEmbeddingDimensions = 256;
constexpr std::int64_t kMostDimensions = 4096;

/// FNV-1a: a stable number for a text, on every machine.
std::uint64_t hashOf(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = 14'695'981'039'346'656'037ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;
    return hash;
}

/// In 0..1.
double share(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1.0p-53; }

/// A log-normal time around a median (Box-Muller; the standard library's distributions differ between vendors).
double logNormal(std::mt19937_64& random, double median, double sigma) {
    const double u = std::max(1e-12, share(random));
    const double gauss = std::sqrt(-2 * std::log(u)) * std::cos(2 * 3.14159265358979323846 * share(random));
    return median * std::exp(sigma * gauss);
}

std::chrono::microseconds milliseconds(double ms) { return std::chrono::microseconds{std::llround(std::clamp(ms, 0.0, 3.6e6) * 1000)}; }

/// As `encoding_format: base64` means it: 32-bit floats, little-endian.
std::string packedFloats(const std::vector<double>& numbers) {
    const std::vector<float> floats(numbers.begin(), numbers.end());
    return base64({reinterpret_cast<const unsigned char*>(floats.data()), floats.size() * sizeof(float)});
}

/// What the last message says, for the answer to take up.
std::string lastUserText(const json::object& body) {
    const auto* messages = body.if_contains("messages");
    if (!messages || !messages->is_array() || messages->get_array().empty() || !messages->get_array().back().is_object()) return {};
    const auto* content = messages->get_array().back().get_object().if_contains("content");
    if (!content) return {};
    if (content->is_string()) return std::string(content->get_string());
    std::string text;
    if (content->is_array())
        for (const auto& part : content->get_array())
            if (part.is_object()) text += stringMember(part.get_object(), "text");
    return text;
}

std::string inventProse(std::mt19937_64& random, std::size_t words) {
    static constexpr std::array<std::string_view, 14> kSentences = {
        "Thank you for the details; they make the next step clear.",
        "The request has been checked against the record and nothing is missing.",
        "Two things stand out, and both can be settled today.",
        "The first point is a matter of timing rather than of cost.",
        "If the date does not suit, an earlier slot is open in the morning.",
        "Nothing has to be sent again.",
        "The amount in question is shown on the last page.",
        "A short note to the team will follow before the end of the day.",
        "In comparable cases this took between one and three working days.",
        "The safest choice is to keep the present setting until the review is done.",
        "Please keep the reference number at hand when you call.",
        "Seen as a whole, the trend is steady and the exceptions are few.",
        "What remains open is who signs, and that is named in the attachment.",
        "Should anything be unclear, a reply to this message is enough.",
    };
    std::string text = "This is a simulated answer from Signalbox's sandbox.";
    std::size_t count = 8;
    for (int sentence = 1; count < words; ++sentence) {
        const auto next = kSentences[random() % kSentences.size()];
        text += sentence % 5 == 0 ? "\n\n" : " ";
        text += next;
        count += static_cast<std::size_t>(std::count(next.begin(), next.end(), ' ')) + 1;
    }
    return text;
}

/// Cuts a text into what a model would send as tokens: a word with the blank before it.
std::vector<std::string_view> tokensOf(std::string_view text) {
    std::vector<std::string_view> tokens;
    std::size_t begin = 0;
    while (begin < text.size()) {
        auto end = text.find_first_of(" \n,:{}[]", begin + 1);
        if (end == std::string_view::npos) end = text.size();
        end = std::min(end, begin + 24);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
        tokens.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return tokens;
}

class Planner {
public:
    Planner(const model::SandboxSettings& settings, const model::ModelSpec& model, const WireRequest& request, std::uint64_t callNumber)
        : settings_(settings), model_(model), request_(request), content_(hashOf(request.body, settings.seed)),
          timing_(hashOf(request.body, settings.seed + 0x51ULL + callNumber)) {}

    SandboxPlan plan() {
        plan_.headers = {{"x-signalbox-simulated", "true"}, {"x-request-id", "sim_" + std::to_string(hashOf(request_.body, settings_.seed))}};
        json::error_code invalid;
        auto parsed = model::parseOwnJson(request_.body, invalid);
        if (invalid || !parsed.is_object()) return fail(400, "invalid_request_error", "invalid_json", "the body is not a JSON object");
        body_ = std::move(parsed.get_object());
        const double luck = share(timing_);
        double edge = settings_.errorRate;
        plan_.headAfter = milliseconds(logNormal(timing_, settings_.firstTokenMs, settings_.firstTokenSpread));
        if (settings_.outage) {
            plan_.headAfter = std::chrono::microseconds{500};
            return fail(503, "server_error", "server_overloaded", "the simulated vendor has an outage");
        }
        if (luck < edge) return fail(500, "server_error", "internal_error", "the simulated vendor failed by its error rate");
        if (luck < (edge += settings_.rateLimitRate)) {
            plan_.headers.emplace_back("retry-after-ms", "400");
            return fail(429, "requests", "rate_limit_exceeded", "the simulated vendor limits the rate");
        }
        if (body_.contains("input") && !body_.contains("messages")) return embeddings();
        const auto* messages = arrayMember(body_, "messages");
        if (!messages || messages->empty()) return fail(400, "invalid_request_error", "invalid_value", "messages should be an array that is not empty");
        plan_.stall = luck < (edge += settings_.stallRate) && luck >= edge - settings_.stallRate;
        plan_.cut = !plan_.stall && luck < (edge += settings_.cutRate) && luck >= edge - settings_.cutRate;
        const bool refuse = !plan_.stall && !plan_.cut && luck < (edge += settings_.refusalRate) && luck >= edge - settings_.refusalRate;
        return chat(refuse);
    }

private:
    SandboxPlan fail(int status, std::string_view type, std::string_view code, std::string_view message) {
        plan_.status = status;
        plan_.headers.emplace_back("content-type", "application/json");
        plan_.body.push_back({{}, json::serialize(json::object{{"error", {{"message", message}, {"type", type}, {"param", nullptr}, {"code", code}}}})});
        return std::move(plan_);
    }

    /// A unit vector that the text and the seed decide.
    std::vector<double> embeddingOf(std::string_view text, std::size_t dimensions) const {
        std::mt19937_64 random(hashOf(text, settings_.seed));
        std::vector<double> vector(dimensions);
        double length = 0;
        for (auto& x : vector) {
            x = share(random) * 2 - 1;
            length += x * x;
        }
        for (auto& x : vector) x = std::round(x / std::sqrt(length) * 1e6) / 1e6;
        return vector;
    }

    SandboxPlan embeddings() {
        const auto dimensions = body_.contains("dimensions") ? countMember(body_, "dimensions").value_or(0) : kEmbeddingDimensions;
        if (dimensions < 1 || dimensions > kMostDimensions) return fail(400, "invalid_request_error", "invalid_value", "dimensions should be a whole number from 1 to " + std::to_string(kMostDimensions));
        const bool packed = stringMember(body_, "encoding_format") == "base64"; // as the official SDKs ask unless told otherwise
        json::array data;
        std::int64_t tokens = 0;
        const auto add = [&](std::string_view text) {
            const auto vector = embeddingOf(text, static_cast<std::size_t>(dimensions));
            auto embedding = packed ? json::value(packedFloats(vector)) : json::value(json::array(vector.begin(), vector.end()));
            data.push_back(json::object{{"object", "embedding"}, {"index", data.size()}, {"embedding", std::move(embedding)}});
            tokens += estimateTokens(text);
        };
        const auto& input = body_.at("input");
        if (input.is_string()) add(input.get_string());
        else if (input.is_array())
            for (const auto& one : input.get_array()) one.is_string() ? add(one.get_string()) : add(json::serialize(one));
        plan_.headers.emplace_back("content-type", "application/json");
        plan_.body.push_back({{}, json::serialize(json::object{{"object", "list"}, {"data", std::move(data)}, {"model", model_.id}, {"usage", {{"prompt_tokens", tokens}, {"total_tokens", tokens}}}})});
        return std::move(plan_);
    }

    /// The name and arguments of a tool to call, if tools are given, the last word is the user's, and they are not forbidden.
    std::optional<std::pair<std::string, std::string>> toolCall() {
        const auto* tools = body_.if_contains("tools");
        if (!tools || !tools->is_array() || tools->get_array().empty()) return {};
        const auto* choice = body_.if_contains("tool_choice");
        if (choice && choice->is_string() && choice->get_string() == "none") return {};
        const auto& messages = body_.at("messages").as_array();
        if (!messages.back().is_object() || stringMember(messages.back().get_object(), "role") != "user") return {};
        const json::object* chosen = nullptr;
        for (const auto& tool : tools->get_array()) {
            if (!tool.is_object()) continue;
            const auto* function = tool.get_object().if_contains("function");
            if (!function || !function->is_object()) continue;
            if (!chosen) chosen = &function->get_object();
            if (choice && choice->is_object())
                if (const auto* wanted = choice->get_object().if_contains("function"); wanted && wanted->is_object() && stringMember(wanted->get_object(), "name") == stringMember(function->get_object(), "name"))
                    chosen = &function->get_object();
        }
        if (!chosen) return {};
        const auto* parameters = chosen->if_contains("parameters");
        return std::pair(std::string(stringMember(*chosen, "name")), parameters ? instanceText(*parameters, content_) : std::string("{}"));
    }

    std::string text() {
        if (const auto* format = body_.if_contains("response_format"); format && format->is_object()) {
            const auto type = stringMember(format->get_object(), "type");
            if (type == "json_schema")
                if (const auto* wrapper = format->get_object().if_contains("json_schema"); wrapper && wrapper->is_object())
                    if (const auto* schema = wrapper->get_object().if_contains("schema")) return instanceText(*schema, content_);
            if (type == "json_object") return json::serialize(json::object{{"simulated", true}, {"about", lastUserText(body_).substr(0, 60)}});
        }
        return inventProse(content_, 30 + content_() % 120);
    }

    /// Cuts before the first of the caller's stop sequences.
    void stopAt(std::string& answer) const {
        const auto cut = [&](const json::value& stop) {
            if (stop.is_string() && !stop.get_string().empty()) answer.resize(std::min(answer.find(std::string_view(stop.get_string())), answer.size()));
        };
        const auto* stop = body_.if_contains("stop");
        if (!stop) return;
        cut(*stop);
        if (stop->is_array()) std::for_each(stop->get_array().begin(), stop->get_array().end(), cut);
    }

    SandboxPlan chat(bool refuse) {
        const auto call = refuse ? std::nullopt : toolCall();
        std::string answer = refuse ? "I cannot help with that. (This refusal is simulated.)" : call ? call->second : text();
        if (!refuse && !call) stopAt(answer);
        auto tokens = tokensOf(answer);
        std::int64_t limit = model_.maxOutputTokens;
        for (const auto* name : {"max_tokens", "max_completion_tokens"})
            if (const auto* value = body_.if_contains(name); value && value->is_int64()) limit = std::min(limit, value->get_int64());
        std::string_view reason = refuse ? "content_filter" : call ? "tool_calls" : "stop";
        if (static_cast<std::int64_t>(tokens.size()) > limit) {
            tokens.resize(static_cast<std::size_t>(std::max<std::int64_t>(0, limit)));
            reason = "length";
        }
        std::int64_t promptTokens = 3;
        for (const auto& message : body_.at("messages").as_array())
            if (message.is_object())
                if (const auto* content = message.get_object().if_contains("content")) promptTokens += 4 + estimateTokens(content->is_string() ? std::string_view(content->get_string()) : std::string_view(json::serialize(*content)));
        const auto produced = static_cast<std::int64_t>(tokens.size());
        const json::object usage{{"prompt_tokens", promptTokens}, {"completion_tokens", produced}, {"total_tokens", promptTokens + produced}};
        const auto perToken = milliseconds(1000.0 / settings_.tokensPerSecond);
        const auto* stream = body_.if_contains("stream");
        if (stream && stream->is_bool() && stream->get_bool()) streamed(call, tokens, reason, usage, perToken);
        else whole(call, tokens, reason, usage, perToken);
        return std::move(plan_);
    }

    std::string id() const { return "chatcmpl-sim" + std::to_string(hashOf(request_.body, settings_.seed + 7)); }

    static std::string joined(const std::vector<std::string_view>& tokens) {
        std::string text;
        for (const auto token : tokens) text += token;
        return text;
    }

    void whole(const std::optional<std::pair<std::string, std::string>>& call, const std::vector<std::string_view>& tokens, std::string_view reason, const json::object& usage, std::chrono::microseconds perToken) {
        plan_.headers.emplace_back("content-type", "application/json");
        plan_.headAfter += perToken * static_cast<std::int64_t>(tokens.size());
        json::object message{{"role", "assistant"}};
        if (call) {
            message["content"] = nullptr;
            message["tool_calls"] = {json::object{{"id", "call_sim1"}, {"type", "function"}, {"function", {{"name", call->first}, {"arguments", joined(tokens)}}}}};
        } else {
            message["content"] = joined(tokens);
        }
        auto body = json::serialize(json::object{{"id", id()}, {"object", "chat.completion"}, {"created", kCreated}, {"model", model_.id}, {"system_fingerprint", "simulated"},
                                                 {"choices", {json::object{{"index", 0}, {"message", std::move(message)}, {"logprobs", nullptr}, {"finish_reason", reason}}}},
                                                 {"usage", usage}});
        if (plan_.cut || plan_.stall) body.resize(body.size() / 2);
        plan_.body.push_back({{}, std::move(body)});
    }

    void streamed(const std::optional<std::pair<std::string, std::string>>& call, const std::vector<std::string_view>& tokens, std::string_view reason, const json::object& usage, std::chrono::microseconds perToken) {
        plan_.headers.emplace_back("content-type", "text/event-stream");
        const std::string head = "data: {\"id\":\"" + id() + R"(","object":"chat.completion.chunk","created":)" + std::to_string(kCreated) + ",\"model\":" + json::serialize(json::string(model_.id)) +
                                 R"(,"system_fingerprint":"simulated","choices":[{"index":0,"delta":)";
        const auto event = [&](const json::object& delta, const json::value& finish) { return head + json::serialize(delta) + ",\"finish_reason\":" + json::serialize(finish) + "}]}\n\n"; };
        json::object first{{"role", "assistant"}};
        if (call) first["tool_calls"] = {json::object{{"index", 0}, {"id", "call_sim1"}, {"type", "function"}, {"function", {{"name", call->first}, {"arguments", ""}}}}};
        else first["content"] = "";
        plan_.body.push_back({{}, event(first, nullptr)});
        for (const auto token : tokens) {
            json::object delta;
            if (call) delta["tool_calls"] = {json::object{{"index", 0}, {"function", {{"arguments", token}}}}};
            else delta["content"] = token;
            plan_.body.push_back({plan_.body.size() == 1 ? std::chrono::microseconds{0} : perToken, event(delta, nullptr)});
        }
        if (plan_.cut || plan_.stall) {
            plan_.body.resize(std::max<std::size_t>(2, plan_.body.size() / 2));
            return;
        }
        plan_.body.push_back({perToken, event({}, json::value(reason))});
        if (const auto* options = body_.if_contains("stream_options"); options && options->is_object())
            if (const auto* include = options->get_object().if_contains("include_usage"); include && include->is_bool() && include->get_bool())
                plan_.body.push_back({{}, "data: " + json::serialize(json::object{{"id", id()}, {"object", "chat.completion.chunk"}, {"created", kCreated}, {"model", model_.id}, {"choices", json::array{}}, {"usage", usage}}) + "\n\n"});
        plan_.body.push_back({{}, "data: [DONE]\n\n"});
    }

    const model::SandboxSettings& settings_;
    const model::ModelSpec& model_;
    const WireRequest& request_;
    std::mt19937_64 content_; ///< decides what is said: by seed and request only
    std::mt19937_64 timing_;  ///< decides when, and what fails: by the call's number as well
    json::object body_;
    SandboxPlan plan_;
};

} // namespace

SandboxPlan planSandboxAnswer(const model::SandboxSettings& settings, const model::ModelSpec& model, const WireRequest& request, std::uint64_t callNumber) {
    return Planner(settings, model, request, callNumber).plan();
}

} // namespace signalbox::providers
