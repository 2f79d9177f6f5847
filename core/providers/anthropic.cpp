#include "core/providers/connector.h"

#include "core/providers/json_access.h"
#include "core/providers/message_decoder.h"
#include "core/providers/messages_request.h"
#include "core/providers/vendor_errors.h"

#include <boost/json.hpp>

#include <algorithm>

namespace signalbox::providers {

namespace json = boost::json;
using model::ClientProtocol;

const Connector* anthropicConnector();

namespace {

constexpr std::string_view kWithSampling = "2023-06-01";
constexpr std::string_view kWithoutSampling = "2026-10-21";

/// A thought without a signature was not thought at Anthropic's, which refuses to read it.
bool isForeignThought(const json::value& block) {
    if (!block.is_object() || stringMember(block.get_object(), "type") != "thinking") return false;
    return stringMember(block.get_object(), "signature").empty();
}

/// Removes what this vendor or version would refuse; false if there is nothing of it.
bool removeRefused(json::object& body, bool withoutSampling) {
    bool removed = false;
    if (withoutSampling)
        for (const auto* name : {"temperature", "top_p", "top_k"}) removed = body.erase(name) > 0 || removed;
    auto* messages = body.if_contains("messages");
    if (!messages || !messages->is_array()) return removed;
    for (auto& message : messages->get_array()) {
        auto* content = message.is_object() ? message.get_object().if_contains("content") : nullptr;
        if (!content || !content->is_array()) continue;
        auto& blocks = content->get_array();
        const auto* kept = std::remove_if(blocks.begin(), blocks.end(), isForeignThought);
        if (kept == blocks.end()) continue;
        blocks.erase(kept, blocks.end());
        removed = true;
    }
    return removed;
}

/// The caller's bytes with another model's name.
std::string sameProtocolBody(const Call& call, const model::ModelSpec& model, bool withoutSampling) {
    json::object body = call.body;
    if (removeRefused(body, withoutSampling)) {
        body["model"] = model.upstreamId;
        return json::serialize(body);
    }
    const std::string_view raw = call.raw;
    return std::string(raw.substr(0, call.modelBegin)).append(json::serialize(json::string(model.upstreamId))).append(raw.substr(call.modelEnd));
}

/// Anthropic's own protocol, Messages; both live versions. The provider's `api_version` decides which is spoken, else the caller's.
class Anthropic final : public Connector {
public:
    std::string_view name() const override { return "anthropic"; }
    bool serves(ClientProtocol protocol) const override { return protocol != ClientProtocol::OpenAiEmbeddings; }

    model::Result<WireRequest> encode(const Call& call, const model::ProviderSpec& provider, const model::ModelSpec& model, std::string_view prefix,
                                      std::string_view credential) const override {
        const bool sameProtocol = call.protocol == ClientProtocol::AnthropicMessages;
        std::string_view version = provider.apiVersion;
        if (version.empty()) version = sameProtocol && !call.anthropicVersion.empty() ? std::string_view(call.anthropicVersion) : kWithSampling;
        const bool withoutSampling = version == kWithoutSampling;
        WireRequest request;
        request.target.append(prefix).append("/messages");
        request.headers.reserve(5);
        request.headers.emplace_back("content-type", "application/json");
        request.headers.emplace_back("accept", call.stream ? "text/event-stream" : "application/json");
        request.headers.emplace_back("anthropic-version", version);
        if (sameProtocol && !call.anthropicBeta.empty()) request.headers.emplace_back("anthropic-beta", call.anthropicBeta);
        if (!credential.empty()) {
            if (withoutSampling) request.headers.emplace_back("authorization", "Bearer " + std::string(credential));
            else request.headers.emplace_back("x-api-key", credential);
        }
        if (sameProtocol) {
            request.body = sameProtocolBody(call, model, withoutSampling);
        } else {
            auto body = messagesRequest(call, model, withoutSampling);
            if (!body) return tl::unexpected(std::move(body.error()));
            request.body = json::serialize(*body);
        }
        return request;
    }

    std::unique_ptr<Decoder> decoder(const Call& call, const model::ModelSpec&, std::string_view contentType) const override { return messageDecoder(call, contentType); }
    model::Error classify(int status, const HeaderLookup& header, std::string_view body) const override { return classifyAnswer(status, header, body); }
};

} // namespace

const Connector* anthropicConnector() {
    static const Anthropic connector;
    return &connector;
}

} // namespace signalbox::providers
