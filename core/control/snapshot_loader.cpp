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
using model::ErrorClass;

namespace {

/// The key itself: from the environment, or from the secrets if it is bound to where it would go.
model::Result<std::string> resolveCredential(store::Session& session, const store::MasterKey& masterKey, const model::ProviderSpec& spec) {
    constexpr std::string_view kEnvironment = "env:";
    constexpr std::string_view kSecret = "secret:";
    if (spec.credential.starts_with(kEnvironment)) {
        const auto name = spec.credential.substr(kEnvironment.size());
        // Whoever may name a vendor's address may not have the gateway's own keys sent there.
        if (name.starts_with("SIGNALBOX_")) return model::failure(ErrorClass::Forbidden, "the environment variable " + name + " is the gateway's own and is not sent to a vendor", "environment_reserved");
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

model::Result<policy::EffectivePolicy> effectivePolicy(store::Session& session, const std::vector<std::string>& modules) {
    store::DocumentRepository documents(session.connection);
    std::vector<std::string> names{"default"};
    for (const auto& module : modules)
        if (module != "default") names.push_back(module);
    std::vector<model::DocumentVersion> versions;
    for (const auto& name : names) {
        const auto reference = model::DocumentRef::parse(name);
        if (!reference) return tl::unexpected(reference.error());
        auto version = documents.find(DocumentKind::Policy, *reference);
        if (!version) return tl::unexpected(version.error());
        versions.push_back(std::move(*version));
    }
    std::vector<policy::PolicyModule> parts;
    for (const auto& version : versions) parts.push_back({version.document.name + '@' + std::to_string(version.version), &version.document.spec});
    return policy::composePolicy(parts);
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
            auto policy = spec ? effectivePolicy(session, spec->policies) : model::Result<policy::EffectivePolicy>(tl::unexpected(spec.error()));
            if (!policy) {
                spdlog::error("route {} is not served: {}", version.document.name, policy.error().message);
                break;
            }
            snapshot->routes[version.document.name] = {version.document.name, version.version, std::move(*spec), std::move(policy->policy), std::move(policy->label)};
            break;
        }
        case DocumentKind::Policy:
        case DocumentKind::Prompt:
        case DocumentKind::Workflow:
        case DocumentKind::TestSet:
        case DocumentKind::Runbook: break;
        }
    }
    const auto keys = store::CredentialRepository(session.connection, store::CredentialKind::ApplicationKey).list();
    if (!keys) return tl::unexpected(keys.error());
    for (const auto& key : *keys)
        if (!key.revoked) snapshot->keys.emplace(key.digest, gateway::ApplicationKey{key.id, key.name});
    return snapshot;
}

} // namespace signalbox::control
