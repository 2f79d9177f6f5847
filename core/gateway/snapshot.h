#pragma once

#include "core/gateway/workflow.h"
#include "core/model/policy_spec.h"
#include "core/model/provider_spec.h"
#include "core/model/route_spec.h"
#include "core/net/http.h"
#include "core/providers/connector.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace signalbox::gateway {

/// A provider ready to be called: document, credential and address resolved.
struct Provider {
    std::string name;
    std::int64_t version = 0;
    model::ProviderSpec spec;
    const providers::Connector* connector = nullptr;
    net::Endpoint endpoint;
    std::string prefix;       ///< path of the base URL
    std::string credential;   ///< the key itself; lives only here and in the wire request
    std::string problem;      ///< not empty: cannot be called, and why (a secret that is missing, say)
};

struct Route {
    std::string name;
    std::int64_t version = 0;
    model::RouteSpec spec;
    model::Policy policy;     ///< effective: `default`, then the route's modules
    std::string policyLabel;  ///< `default@1,eu@3`, for the record
    /// The targets' conditions, one for each target; empty: no target has any.
    std::vector<std::optional<policy::CompiledCondition>> when{};
};

/// Application keys are found by HMAC-SHA-256 of the whole key with the server's secret, so that the table is no secret.
using KeyDigest = std::array<unsigned char, 32>;
struct KeyDigestHash {
    std::size_t operator()(const KeyDigest& digest) const noexcept;
};
struct ApplicationKey {
    std::int64_t id = 0;
    std::string name;
};

/// Everything that decides a call, compiled from the documents on record: immutable, swapped whole by every worker, so that no
/// call ever sees half of a change.
struct Snapshot {
    std::int64_t generation = 0;
    std::map<std::string, Provider, std::less<>> providers;
    std::map<std::string, Route, std::less<>> routes;
    std::map<std::string, WorkflowVersions, std::less<>> workflows;
    model::Policy defaultPolicy;
    std::string defaultPolicyLabel;
    std::unordered_map<KeyDigest, ApplicationKey, KeyDigestHash> keys;
    KeyDigest keySecret{}; ///< the server's secret for KeyDigest
};

KeyDigest digestOfKey(const KeyDigest& secret, std::string_view key);

/// Takes a new snapshot to every worker.
class SnapshotPublisher {
public:
    virtual ~SnapshotPublisher() = default;
    /// Any thread. Calls that started before go on with the snapshot they have.
    virtual void publish(std::shared_ptr<const Snapshot> snapshot) = 0;
    /// Settings of a sandbox provider, effective for the next call. Any thread.
    virtual void setSandbox(std::string_view provider, const model::SandboxSettings& settings) = 0;
};

} // namespace signalbox::gateway
