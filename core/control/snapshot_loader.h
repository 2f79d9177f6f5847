#pragma once

#include "core/control/workflow_loader.h"
#include "core/gateway/snapshot.h"
#include "core/policy/effective_policy.h"
#include "core/store/secret_repository.h"
#include "core/store/store_pool.h"

#include <memory>
#include <string>

namespace signalbox::control {

/// Compiles the documents in production, the keys and the secrets into what the data plane runs on. On a store thread. A document
/// that does not compile (its environment variable is missing, say) is in the snapshot with its problem, and the rest serves. Of prompts
/// only those are looked at that workflows lead to. `compiled` is what the load before left, and gets what this one leaves.
model::Result<std::shared_ptr<const gateway::Snapshot>> loadSnapshot(store::Session& session, const store::MasterKey& masterKey, CompiledVersions& compiled);

/// `https://host:443` of a base URL: what a secret is bound to. Empty when the URL is none.
std::string bindingOf(const std::string& baseUrl);

/// The policy `default`, then each named module in order.
model::Result<policy::EffectivePolicy> effectivePolicy(store::Session& session, const std::vector<std::string>& modules);

} // namespace signalbox::control
