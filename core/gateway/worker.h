#pragma once

#include "core/base/identifiers.h"
#include "core/gateway/commit_gate.h"
#include "core/gateway/run_sink.h"
#include "core/gateway/run_waiters.h"
#include "core/gateway/snapshot.h"
#include "core/gateway/target_state.h"
#include "core/net/upstream.h"

#include <boost/asio/io_context.hpp>

#include <atomic>
#include <memory>
#include <random>
#include <string>
#include <unordered_map>

namespace signalbox::gateway {

class Callbacks;
class OwedRuns;
class RunLedger;

/// What all workers of a gateway share; each part is safe from any thread.
struct Shared {
    RunSink& sink;
    RunIdSource runIds;
    TargetRegistry targets;
    std::atomic<bool> draining{false};
    std::atomic<std::uint64_t> sandboxCalls{0};
    RunLedger* ledger = nullptr;      ///< null: nothing outlives the process, in tests
    OwedRuns* owed = nullptr;         ///< with a ledger
    Callbacks* callbacks = nullptr;   ///< with a ledger
    RunWaiters waiters{};
    RecentUses keyUses{};
};

/// One thread of the data plane with all that is its own: event loop, connections to vendors, snapshot, randomness.
class Worker {
public:
    Worker(boost::asio::io_context& context, Shared& shared, const net::UpstreamPool::Options& upstream);

    boost::asio::io_context& context;
    Shared& shared;
    std::unique_ptr<net::UpstreamPool> pool;
    CommitGate commits;
    std::mt19937_64 random;
    std::atomic<std::int64_t> callsInFlight{0};

    const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void setSandbox(const std::string& provider, const model::SandboxSettings& settings) { sandboxes_[provider] = settings; }
    /// The operator's present settings, or the document's.
    const model::SandboxSettings& sandbox(const Provider& provider) const;

    std::shared_ptr<TargetState> stateOf(const Provider& provider, const model::ModelSpec& model);
    /// In 0..1, never 1.
    double random01() { return std::generate_canonical<double, 53>(random); }

    /// The application behind a key, or null. Remembers the last one: a busy caller's key is not hashed for each call.
    const ApplicationKey* keyOf(const std::string& key);
    /// A call came with it.
    void noteUse(const ApplicationKey& key);

private:
    std::shared_ptr<const Snapshot> snapshot_;
    std::unordered_map<const model::ModelSpec*, std::shared_ptr<TargetState>> states_; ///< of the present snapshot
    std::map<std::string, model::SandboxSettings, std::less<>> sandboxes_;
    std::string lastKey_;
    const ApplicationKey* lastApplication_ = nullptr;
    std::int64_t notedKey_ = 0; ///< as used, at `noted_`: not told again before it would count
    WallTime noted_{};
};

} // namespace signalbox::gateway
