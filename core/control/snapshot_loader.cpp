#include "core/control/snapshot_loader.h"

#include "core/providers/price_list.h"
#include "core/store/credential_repository.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <functional>

namespace signalbox::control {

using model::DocumentKind;

namespace {

void noteOrigins(const boost::json::value& value, const std::string& pointer, const std::string& module, std::vector<std::pair<std::string, std::string>>& origins) {
    if (value.is_object() && !value.get_object().empty()) {
        for (const auto& member : value.get_object()) noteOrigins(member.value(), pointer + '/' + std::string(member.key()), module, origins);
        return;
    }
    const auto known = std::find_if(origins.begin(), origins.end(), [&](const auto& origin) { return origin.first == pointer; });
    if (known != origins.end()) known->second = module;
    else origins.emplace_back(pointer, module);
}

/// The key itself: from the environment, or from the secrets if it is bound to where it would go.
model::Result<std::string> resolveCredential(store::Session& session, const store::MasterKey& masterKey, const model::ProviderSpec& spec) {
    constexpr std::string_view kEnvironment = "env:";
    constexpr std::string_view kSecret = "secret:";
    if (spec.credential.starts_with(kEnvironment)) {
        const auto name = spec.credential.substr(kEnvironment.size());
        if (const char* value = std::getenv(name.c_str()); value && *value) return std::string(value);
        return model::failure(model::ErrorClass::NotFound, "the environment variable " + name + " is not set where the gateway runs", "environment_missing");
    }
    if (spec.credential.starts_with(kSecret))
        return store::SecretRepository(session.connection, masterKey).reveal(spec.credential.substr(kSecret.size()), bindingOf(spec.baseUrl));
    return std::string();
}

gateway::Provider compileProvider(store::Session& session, const store::MasterKey& masterKey, const model::DocumentVersion& version) {
    gateway::Provider provider;
    provider.name = version.document.name;
    provider.version = version.version;
    auto spec = model::readProviderSpec(version.document.spec);
    if (!spec) {
        provider.problem = spec.error().message;
        return provider;
    }
    provider.spec = std::move(*spec);
    providers::fillKnown(provider.spec, version.document.spec);
    provider.connector = providers::connectorNamed(provider.spec.connector);
    if (!provider.connector) {
        provider.problem = "this gateway has no connector '" + provider.spec.connector + "'";
        return provider;
    }
    if (provider.connector->isSimulated()) return provider;
    const auto endpoint = net::parseUrl(provider.spec.baseUrl, &provider.prefix);
    if (!endpoint) {
        provider.problem = "its base_url cannot be used: " + endpoint.error().detail;
        return provider;
    }
    provider.endpoint = *endpoint;
    if (auto credential = resolveCredential(session, masterKey, provider.spec)) provider.credential = std::move(*credential);
    else provider.problem = credential.error().message;
    return provider;
}

} // namespace

std::string bindingOf(const std::string& baseUrl) {
    const auto endpoint = net::parseUrl(baseUrl);
    if (!endpoint) return {};
    const bool literal6 = endpoint->host.find(':') != std::string::npos;
    return std::string(endpoint->tls ? "https://" : "http://") + (literal6 ? '[' + endpoint->host + ']' : endpoint->host) + ':' + std::to_string(endpoint->port);
}

model::Result<EffectivePolicy> effectivePolicy(store::Session& session, const std::vector<std::string>& modules) {
    store::DocumentRepository documents(session.connection);
    EffectivePolicy effective;
    noteOrigins(toJson(effective.policy), {}, "built in", effective.origins);
    std::vector<std::string> all{"default"};
    for (const auto& module : modules)
        if (module != "default") all.push_back(module);
    for (const auto& name : all) {
        const auto reference = model::DocumentRef::parse(name);
        if (!reference) return tl::unexpected(reference.error());
        const auto version = documents.find(DocumentKind::Policy, *reference);
        if (!version) return tl::unexpected(version.error());
        auto policy = model::overlayPolicy(effective.policy, version->document.spec);
        if (!policy) return tl::unexpected(policy.error());
        effective.policy = std::move(*policy);
        auto spec = version->document.spec;
        spec.erase("description");
        const auto label = version->document.name + '@' + std::to_string(version->version);
        noteOrigins(spec, {}, label, effective.origins);
        effective.label += (effective.label.empty() ? "" : ",") + label;
    }
    std::erase_if(effective.origins, [](const auto& origin) { return origin.first.empty(); });
    return effective;
}

model::Result<std::shared_ptr<const gateway::Snapshot>> loadSnapshot(store::Session& session, const store::MasterKey& masterKey) {
    static std::atomic<std::int64_t> generation{0};
    auto snapshot = std::make_shared<gateway::Snapshot>();
    snapshot->generation = ++generation;
    snapshot->keySecret = store::derivedKey(masterKey, "appkeys");

    store::DocumentRepository documents(session.connection);
    const auto live = documents.production();
    if (!live) return tl::unexpected(live.error());
    auto base = effectivePolicy(session, {});
    if (base) {
        snapshot->defaultPolicy = base->policy;
        snapshot->defaultPolicyLabel = base->label;
    }
    for (const auto& version : *live) {
        switch (version.document.kind) {
        case DocumentKind::Provider: snapshot->providers[version.document.name] = compileProvider(session, masterKey, version); break;
        case DocumentKind::Route: {
            auto spec = model::readRouteSpec(version.document.spec);
            auto policy = spec ? effectivePolicy(session, spec->policies) : model::Result<EffectivePolicy>(tl::unexpected(spec.error()));
            if (!policy) {
                spdlog::error("route {} is not served: {}", version.document.name, policy.error().message);
                break;
            }
            snapshot->routes[version.document.name] = {version.document.name, version.version, std::move(*spec), std::move(policy->policy), std::move(policy->label)};
            break;
        }
        case DocumentKind::Policy: break;
        }
    }
    const auto keys = store::CredentialRepository(session.connection, store::CredentialKind::ApplicationKey).list();
    if (!keys) return tl::unexpected(keys.error());
    for (const auto& key : *keys)
        if (!key.revoked) snapshot->keys.emplace(key.digest, gateway::ApplicationKey{key.id, key.name});
    return snapshot;
}

} // namespace signalbox::control
