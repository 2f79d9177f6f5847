#include "core/control/snapshot_loader.h"

#include "core/control/active_rollouts.h"
#include "core/providers/price_list.h"
#include "core/store/credential_repository.h"
#include "core/store/document_repository.h"

#include <boost/json.hpp>
#include <spdlog/spdlog.h>

#include <atomic>
#include <cstdlib>

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

/// The versions in production of the documents of one kind that are in service.
model::Result<std::vector<model::DocumentVersion>> production(store::VersionReader& reader, DocumentKind kind) {
    auto names = reader.names(kind);
    if (!names) return tl::unexpected(std::move(names.error()));
    std::vector<model::DocumentVersion> list;
    for (auto& name : *names) {
        auto labels = reader.labels(kind, name);
        if (!labels) return tl::unexpected(std::move(labels.error()));
        if (!*labels) continue;
        const auto label = (*labels)->versions.find("production");
        if (label == (*labels)->versions.end()) continue;
        auto spec = reader.spec(kind, name, label->second);
        if (!spec) return tl::unexpected(std::move(spec.error()));
        if (!*spec) continue;
        model::DocumentVersion version;
        version.document = {kind, std::move(name), std::move(**spec)};
        version.version = label->second;
        list.push_back(std::move(version));
    }
    return list;
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

model::Result<std::shared_ptr<const gateway::Snapshot>> loadSnapshot(store::Session& session, const store::MasterKey& masterKey, CompiledVersions& compiled) {
    static std::atomic<std::int64_t> generation{0};
    auto snapshot = std::make_shared<gateway::Snapshot>();
    snapshot->generation = ++generation;
    snapshot->keySecret = store::derivedKey(masterKey, "appkeys");

    // One view of the database: a label that moves meanwhile moves in the next snapshot, wholly.
    store::VersionReader reader(session.connection);
    auto base = effectivePolicy(session, {});
    if (base) {
        snapshot->defaultPolicy = base->policy;
        snapshot->defaultPolicyLabel = base->label;
    }
    auto providers = production(reader, DocumentKind::Provider);
    if (!providers) return tl::unexpected(providers.error());
    for (const auto& version : *providers) snapshot->providers[version.document.name] = compileProvider(session, masterKey, version);

    auto rollouts = activeRollouts(session);
    if (!rollouts) return tl::unexpected(rollouts.error());
    WorkflowLoader loader(session, reader, compiled, std::move(*rollouts));
    auto routes = reader.names(DocumentKind::Route);
    if (!routes) return tl::unexpected(routes.error());
    for (const auto& name : *routes) {
        auto route = loader.route({name, "production", {}});
        if (route) snapshot->routes[name] = **route;
        else if (route.error().errorClass == ErrorClass::Internal) return tl::unexpected(route.error());
        else spdlog::error("route {} is not served: {}", name, route.error().message);
    }
    auto workflows = loader.workflows();
    if (!workflows) return tl::unexpected(workflows.error());
    snapshot->workflows = std::move(*workflows);
    compiled = std::move(loader).taken();

    const auto keys = store::CredentialRepository(session.connection, store::CredentialKind::ApplicationKey).list();
    if (!keys) return tl::unexpected(keys.error());
    for (const auto& key : *keys)
        if (!key.revoked) snapshot->keys.emplace(key.digest, gateway::ApplicationKey{key.id, key.name});
    return snapshot;
}

} // namespace signalbox::control
