#include "core/providers/connector.h"

#include "core/providers/chat_request.h"
#include "core/providers/openai_decoder.h"
#include "core/providers/vendor_errors.h"

#include <boost/json.hpp>

namespace signalbox::providers {

namespace json = boost::json;
using model::ClientProtocol;

namespace {

/// Mistral gives usage unasked and refuses members that it does not know; so do Azure's versions from before September 2024.
bool mayAskForUsage(const model::ProviderSpec& provider) {
    if (provider.baseUrl.starts_with("https://api.mistral.ai")) return false;
    return provider.apiVersion.empty() || provider.apiVersion >= "2024-09" || provider.apiVersion.starts_with('v') || provider.apiVersion == "preview";
}

/// The caller's bytes with another model's name; and with usage asked for, because without it a stream's cost is a guess.
std::string encodeBody(const Call& call, const model::ModelSpec& model, bool mayAsk) {
    const std::string name = json::serialize(json::value(model.upstreamId));
    const bool ask = call.stream && !call.includeUsage && mayAsk;
    if (ask && call.body.contains("stream_options")) {
        json::object body = call.body;
        body["model"] = model.upstreamId;
        if (!body["stream_options"].is_object()) body["stream_options"] = json::object{};
        body["stream_options"].get_object()["include_usage"] = true;
        return json::serialize(body);
    }
    constexpr std::string_view kUsage = "\"stream_options\":{\"include_usage\":true},";
    const std::string_view raw = call.raw;
    std::string body;
    body.reserve(raw.size() + name.size() + kUsage.size());
    const std::size_t open = raw.find('{') + 1;
    body.append(raw.substr(0, open));
    if (ask) body.append(kUsage);
    body.append(raw.substr(open, call.modelBegin - open)).append(name).append(raw.substr(call.modelEnd));
    return body;
}

/// Any server that speaks OpenAI's protocol: OpenAI, Azure (a provider with api_version), vLLM, llama.cpp, Ollama, Mistral, ...
class OpenAi final : public Connector {
public:
    std::string_view name() const override { return "openai"; }
    bool serves(ClientProtocol) const override { return true; }

    model::Result<WireRequest> encode(const Call& call, const model::ProviderSpec& provider, const model::ModelSpec& model, std::string_view prefix,
                                      std::string_view credential) const override {
        WireRequest request;
        const std::string_view resource = call.protocol == ClientProtocol::OpenAiEmbeddings ? "/embeddings" : "/chat/completions";
        request.target = prefix;
        if (provider.apiVersion.empty()) {
            request.target.append(resource);
        } else {
            // Azure: https://learn.microsoft.com/azure/ai-services/openai/reference
            request.target.append("/openai/deployments/").append(model.upstreamId).append(resource).append("?api-version=").append(provider.apiVersion);
        }
        request.headers.reserve(4);
        request.headers.emplace_back("content-type", "application/json");
        request.headers.emplace_back("accept", call.stream ? "text/event-stream" : "application/json");
        if (!credential.empty()) {
            if (provider.apiVersion.empty()) request.headers.emplace_back("authorization", "Bearer " + std::string(credential));
            else request.headers.emplace_back("api-key", credential);
        }
        if (call.protocol == ClientProtocol::AnthropicMessages) {
            auto body = chatRequest(call, model, !provider.apiVersion.empty() || provider.baseUrl.starts_with("https://api.openai.com"));
            if (!body) return tl::unexpected(std::move(body.error()));
            request.body = json::serialize(*body);
        } else {
            request.body = encodeBody(call, model, mayAskForUsage(provider));
        }
        return request;
    }

    std::unique_ptr<Decoder> decoder(const Call& call, const model::ModelSpec&, std::string_view contentType) const override { return openAiDecoder(call, contentType); }
    model::Error classify(int status, const HeaderLookup& header, std::string_view body) const override { return classifyAnswer(status, header, body); }
};

/// The simulated vendor speaks OpenAI's protocol; only its name and what becomes of its requests differ.
class Sandbox final : public Connector {
public:
    std::string_view name() const override { return "sandbox"; }
    bool isSimulated() const override { return true; }
    bool serves(ClientProtocol protocol) const override { return wire_.serves(protocol); }
    model::Result<WireRequest> encode(const Call& call, const model::ProviderSpec& provider, const model::ModelSpec& model, std::string_view prefix,
                                      std::string_view credential) const override {
        return wire_.encode(call, provider, model, prefix, credential);
    }
    std::unique_ptr<Decoder> decoder(const Call& call, const model::ModelSpec& model, std::string_view contentType) const override {
        return wire_.decoder(call, model, contentType);
    }
    model::Error classify(int status, const HeaderLookup& header, std::string_view body) const override { return wire_.classify(status, header, body); }

private:
    OpenAi wire_;
};

} // namespace

const Connector* openAiConnector() {
    static const OpenAi connector;
    return &connector;
}

const Connector* sandboxConnector() {
    static const Sandbox connector;
    return &connector;
}

} // namespace signalbox::providers
