#pragma once

#include "core/gateway/live_state.h"
#include "core/gateway/run_ledger.h"
#include "core/gateway/run_sink.h"
#include "core/gateway/snapshot.h"
#include "core/gateway/trial.h"
#include "core/net/server.h"
#include "core/net/upstream.h"

#include <memory>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace signalbox::gateway {

/// The data plane: serves /v1/... on its workers, under the snapshot that was published last.
class Gateway : public LiveState, public SnapshotPublisher {
public:
    struct Options {
        unsigned node = 0; ///< of run identities, 0..1023
        RunId newestRun{}; ///< of those before: identities come after it
        net::UpstreamPool::Options upstream;
        RunLedger* ledger = nullptr;  ///< null: no asynchronous runs and no Idempotency-Keys
        KeyDigest callbackSecret{};   ///< signs callbacks
    };
    /// One worker per io_context, each run by exactly one thread. `sink` and the ledger must outlive the gateway.
    static std::unique_ptr<Gateway> make(const std::vector<boost::asio::io_context*>& contexts, RunSink& sink, Options options);

    /// For requests below /v1/ on that worker's thread.
    virtual net::Handler handler(std::size_t worker) = 0;
    /// Whether a request carries an application's key, on that worker's thread.
    virtual std::function<bool(const net::Request&)> knows(std::size_t worker) = 0;
    /// Trials of the control plane, on that worker's thread.
    virtual TrialHandler trials(std::size_t worker) = 0;
    /// Takes up the runs and callbacks that an earlier process left. Once a snapshot is published, before the event loops run.
    virtual void start() = 0;
    /// An identity for a run that is put into the ledger by somebody else. Any thread.
    virtual RunId newRunId() = 0;
    /// Somebody else put a run into the ledger. Any thread.
    virtual void onRunAccepted() = 0;
    /// From now on new calls are refused (503, with retry-after); those under way finish. What is queued stays for the next start.
    virtual void drain() = 0;
    /// Cuts off the asynchronous runs and callbacks under way: they stay owed. The event loops still run.
    virtual void stop() = 0;
};

} // namespace signalbox::gateway
