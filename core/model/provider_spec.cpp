#include "core/model/provider_spec.h"

#include "core/model/document.h"
#include "core/model/spec_reader.h"

#include <algorithm>
#include <array>
#include <set>

namespace signalbox::model {

namespace {

constexpr std::array<std::pair<DataClass, std::string_view>, 4> kDataClasses = {{
    {DataClass::Public, "public"},
    {DataClass::Internal, "internal"},
    {DataClass::Confidential, "confidential"},
    {DataClass::Restricted, "restricted"},
}};

/// Only the shape that a person can get wrong; what may be connected to is checked where connections are made.
bool looksLikeUrl(std::string_view url, std::string& why) {
    std::string_view rest;
    if (url.starts_with("https://")) rest = url.substr(8);
    else if (url.starts_with("http://")) rest = url.substr(7);
    else return why = "should begin with https:// (or http:// for a server on this machine or network)", false;
    const auto authority = rest.substr(0, rest.find_first_of("/?#"));
    if (authority.empty()) return why = "has no host", false;
    if (authority.find('@') != std::string_view::npos) return why = "must not carry a user name or password; use credential", false;
    if (url.find('#') != std::string_view::npos || url.find('?') != std::string_view::npos) return why = "must not have a query or a fragment", false;
    const auto isForeign = [](char c) { return static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos; };
    if (std::any_of(url.begin(), url.end(), isForeign)) return why = "has a character that no URL has", false;
    return true;
}

void checkCredential(SpecReader& reader, std::string_view credential) {
    if (credential.empty()) return;
    const auto named = [&](std::string_view prefix) { return credential.starts_with(prefix) && credential.size() > prefix.size(); };
    // What stands here instead may be a key: it is not repeated in the message.
    if (!named("env:") && !named("secret:"))
        reader.violation("credential", "should be 'secret:NAME' (kept encrypted by the gateway) or 'env:NAME' (the gateway's environment); a key itself does not belong into a document");
    else if (named("secret:") && !isDocumentName(credential.substr(7)))
        reader.violation("credential", "names a secret with characters that names do not have: use lower-case letters, digits, '-', '_' and '.'");
}

ModelSpec readModel(const boost::json::object& json, const std::string& pointer, Violations& violations) {
    ModelSpec model;
    SpecReader reader(json, pointer, violations);
    reader.require("id");
    if (reader.text("id", model.id) && (model.id.empty() || model.id.size() > 200 || model.id.find_first_of(" \t\r\n") != std::string::npos))
        reader.violation("id", "should be one word of at most 200 characters");
    model.upstreamId = model.id;
    reader.text("upstream_id", model.upstreamId);
    reader.integer("context_tokens", model.contextTokens, std::int64_t{1}, std::int64_t{100'000'000});
    reader.integer("max_output_tokens", model.maxOutputTokens, std::int64_t{1}, std::int64_t{100'000'000});
    reader.number("quality", model.quality, 0, 1);
    model.capabilities = Capability::Chat | Capability::Stream;
    std::vector<std::string> names;
    if (reader.texts("capabilities", names)) {
        model.capabilities = 0;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (const auto capability = capabilityNamed(names[i])) model.capabilities = model.capabilities | *capability;
            else violations.add(reader.pointerTo("capabilities") + '/' + std::to_string(i), "'" + names[i] + "' is not a capability; known are chat, stream, tools, json_schema, json_mode, vision, audio, embeddings, reasoning");
        }
    }
    if (const auto* prices = reader.object("price_usd_per_mtok")) {
        SpecReader priceReader(*prices, reader.pointerTo("price_usd_per_mtok"), violations);
        model.priced = true;
        priceReader.require("input");
        priceReader.price("input", model.prices.input);
        model.prices.cachedInput = model.prices.cacheWriteInput = model.prices.input;
        priceReader.price("cached_input", model.prices.cachedInput);
        priceReader.price("cache_write", model.prices.cacheWriteInput);
        priceReader.price("output", model.prices.output);
        priceReader.refuseUnknown();
    }
    reader.refuseUnknown();
    return model;
}

SandboxSettings readSandbox(const boost::json::object& json, std::string pointer, Violations& violations) {
    SandboxSettings settings;
    SpecReader reader(json, std::move(pointer), violations);
    std::int64_t seed = 1;
    if (reader.integer("seed", seed, std::int64_t{0}, std::int64_t{1'000'000'000})) settings.seed = static_cast<std::uint64_t>(seed);
    reader.number("first_token_ms", settings.firstTokenMs, 0, 600'000);
    reader.number("first_token_spread", settings.firstTokenSpread, 0, 3);
    reader.number("tokens_per_second", settings.tokensPerSecond, 0.1, 1'000'000);
    reader.number("error_rate", settings.errorRate, 0, 1);
    reader.number("rate_limit_rate", settings.rateLimitRate, 0, 1);
    reader.number("stall_rate", settings.stallRate, 0, 1);
    reader.number("cut_rate", settings.cutRate, 0, 1);
    reader.number("refusal_rate", settings.refusalRate, 0, 1);
    reader.flag("outage", settings.outage);
    reader.refuseUnknown();
    return settings;
}

} // namespace

std::string_view nameOf(DataClass dataClass) {
    for (const auto& [value, name] : kDataClasses)
        if (value == dataClass) return name;
    return {};
}

std::optional<DataClass> dataClassNamed(std::string_view name) {
    for (const auto& [value, text] : kDataClasses)
        if (text == name) return value;
    return {};
}

Result<SandboxSettings> readSandboxSettings(const boost::json::object& json, std::string_view pointer) {
    Violations violations;
    auto settings = readSandbox(json, std::string(pointer), violations);
    if (!violations.empty()) return tl::unexpected(violations.error("The sandbox's settings"));
    return settings;
}

boost::json::object toJson(const SandboxSettings& settings) {
    return {{"seed", settings.seed},
            {"first_token_ms", settings.firstTokenMs},
            {"first_token_spread", settings.firstTokenSpread},
            {"tokens_per_second", settings.tokensPerSecond},
            {"error_rate", settings.errorRate},
            {"rate_limit_rate", settings.rateLimitRate},
            {"stall_rate", settings.stallRate},
            {"cut_rate", settings.cutRate},
            {"refusal_rate", settings.refusalRate},
            {"outage", settings.outage}};
}

Result<ProviderSpec> readProviderSpec(const boost::json::object& json, std::string_view pointer) {
    static const std::vector<std::string> kConnectors = {"openai", "anthropic", "sandbox"};
    ProviderSpec spec;
    Violations violations;
    SpecReader reader(json, std::string(pointer), violations);
    reader.require("connector");
    if (reader.text("connector", spec.connector) && std::find(kConnectors.begin(), kConnectors.end(), spec.connector) == kConnectors.end()) {
        const auto nearest = nearestName(spec.connector, kConnectors);
        reader.violation("connector", "'" + spec.connector + "' is not a connector; known are " + quotedList(kConnectors) + (nearest.empty() ? "" : ". Did you mean '" + nearest + "'?"));
    }
    const bool simulated = spec.connector == "sandbox";
    if (spec.connector == "openai") spec.baseUrl = "https://api.openai.com/v1";
    if (spec.connector == "anthropic") spec.baseUrl = "https://api.anthropic.com";
    if (std::string why; reader.text("base_url", spec.baseUrl)) {
        if (simulated) reader.violation("base_url", "does not apply: a sandbox is simulated inside the gateway");
        else if (!looksLikeUrl(spec.baseUrl, why)) reader.violation("base_url", why);
    }
    while (spec.baseUrl.ends_with('/')) spec.baseUrl.pop_back();
    if (reader.text("credential", spec.credential)) checkCredential(reader, spec.credential);
    reader.text("region", spec.region);
    spec.dataClasses = {DataClass::Public, DataClass::Internal};
    std::vector<std::string> classes;
    if (reader.texts("data_classes", classes)) {
        spec.dataClasses.clear();
        for (std::size_t i = 0; i < classes.size(); ++i) {
            if (const auto dataClass = dataClassNamed(classes[i])) spec.dataClasses.push_back(*dataClass);
            else violations.add(reader.pointerTo("data_classes") + '/' + std::to_string(i), "'" + classes[i] + "' is not a data class; known are public, internal, confidential, restricted");
        }
    }
    reader.integer("max_concurrent", spec.maxConcurrent, 0, 1'000'000);
    reader.integer("max_queued", spec.maxQueued, 0, 1'000'000);
    reader.text("api_version", spec.apiVersion);
    reader.require("models");
    if (const auto* models = reader.array("models")) {
        if (models->empty()) reader.violation("models", "should have at least one model");
        std::set<std::string> ids;
        for (std::size_t i = 0; i < models->size(); ++i) {
            const auto at = reader.pointerTo("models") + '/' + std::to_string(i);
            if (!(*models)[i].is_object()) {
                violations.add(at, "should be an object");
                continue;
            }
            auto model = readModel((*models)[i].get_object(), at, violations);
            if (!model.id.empty() && !ids.insert(model.id).second) violations.add(at + "/id", "'" + model.id + "' is there twice");
            spec.models.push_back(std::move(model));
        }
    }
    if (const auto* sandbox = reader.object("sandbox")) {
        if (!simulated) reader.violation("sandbox", "applies to the connector 'sandbox' only");
        spec.sandbox = readSandbox(*sandbox, reader.pointerTo("sandbox"), violations);
    }
    reader.refuseUnknown();
    if (!violations.empty()) return tl::unexpected(violations.error("The provider"));
    return spec;
}

} // namespace signalbox::model
