#pragma once

#include "core/base/recent_uses.h"
#include "core/control/api.h"
#include "core/control/control_plane.h"
#include "core/control/event_hub.h"
#include "core/control/live_window.h"
#include "core/control/workflow_loader.h"
#include "core/gateway/snapshot.h"

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>

namespace signalbox::control {

/// Who a token belongs to.
struct Bearer {
    std::int64_t id = 0;
    std::string name;
    Role role = Role::Nobody;
};

/// What the resources share.
struct PlaneState {
    explicit PlaneState(ControlPlane::Parts planeParts) : parts(std::move(planeParts)), startedAt(wallNow()) {}

    ControlPlane::Parts parts;
    WallTime startedAt;
    EventHub events;
    LiveWindow window;
    RecentUses tokenUses; ///< of access tokens

    mutable std::shared_mutex mutex; ///< guards what follows
    std::string url;
    std::shared_ptr<const gateway::Snapshot> snapshot;
    std::unordered_map<gateway::KeyDigest, Bearer, gateway::KeyDigestHash> tokens;
    std::mutex reloading; ///< one reload at a time, or an older state could be published after a newer one
    CompiledVersions compiled; ///< of the last reload; guarded by `reloading`

    /// Compiles and publishes what is in the store now. After every change that the data plane has to hear of.
    model::Result<void> reload(store::Session& session);
    model::Result<void> reloadTokens(store::Session& session);
    std::shared_ptr<const gateway::Snapshot> currentSnapshot() const;
    std::optional<Bearer> bearerOf(const gateway::KeyDigest& digest) const;
};

/// Each adds the operations of its resources.
void addStatusOperations(Operations& operations, PlaneState& state);
void addRunOperations(Operations& operations, PlaneState& state);
void addDeadLetterOperations(Operations& operations, PlaneState& state);
void addCallbackOperations(Operations& operations, PlaneState& state);
void addMetricOperations(Operations& operations, PlaneState& state);
void addDocumentOperations(Operations& operations, PlaneState& state);
void addCredentialOperations(Operations& operations, PlaneState& state);
void addSandboxOperations(Operations& operations, PlaneState& state);
/// `context` runs the calls to vendors.
void addProviderOperations(Operations& operations, PlaneState& state, boost::asio::io_context& context);

class TestRunner;
void addTrialOperations(Operations& operations, PlaneState& state);
void addTestRunOperations(Operations& operations, PlaneState& state, TestRunner& runner);
/// Using a template is applying files: `operations` is also where that is found.
void addTemplateOperations(Operations& operations);
void addWorkflowOperations(Operations& operations, PlaneState& state);
void addStoryOperations(Operations& operations);
void addConditionOperations(Operations& operations);

/// Prometheus text of /metrics.
std::string prometheusText(const PlaneState& state);

} // namespace signalbox::control
