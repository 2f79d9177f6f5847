#pragma once

#include "core/gateway/live_state.h"
#include "core/gateway/snapshot.h"
#include "core/gateway/trial.h"
#include "core/model/run.h"
#include "core/net/server.h"
#include "core/net/upstream.h"
#include "core/store/recorder.h"
#include "core/store/secret_repository.h"
#include "core/store/store_pool.h"

#include <functional>
#include <memory>
#include <span>
#include <string>

namespace boost::asio {
class io_context;
}

namespace signalbox::control {

/// What signs callbacks follows from the master key.
gateway::KeyDigest callbackSecretOf(const store::MasterKey& master);

/// The control plane: resources below /api/v1 over the store, for the console and the command line. Answers on the connection's
/// thread; everything that touches the database runs on the store's threads in between.
class ControlPlane {
public:
    struct Parts {
        store::StorePool& store;
        store::Recorder& recorder;
        gateway::LiveState& live;
        gateway::SnapshotPublisher& publisher;
        store::MasterKey masterKey;
        std::string dataDirectory;
        std::string version;
        std::function<std::size_t()> connections; ///< that the server has now
        unsigned threads = 1;
        bool secure = false;                      ///< serves TLS
        bool loopback = true;                     ///< listens on this machine only
        net::UpstreamPool::Options upstream{}; ///< how vendors are reached
        std::function<gateway::TrialHandler(std::size_t worker)> trials{}; ///< of the data plane
        std::function<RunId()> newRunId{};     ///< an identity for a run that is put into the ledger here
        std::function<void()> onRunAccepted{}; ///< such a run was committed
    };

    /// `ticks` runs the plane's one-second beat, and test sets; the first worker's context.
    static std::unique_ptr<ControlPlane> make(Parts parts, boost::asio::io_context& ticks);
    virtual ~ControlPlane() = default;

    /// Makes what a first start needs (documents, admin.token, app.key), then compiles and publishes the snapshot. Before serving.
    virtual model::Result<void> prepare() = 0;
    /// Where the gateway is reached, once it listens.
    virtual void setUrl(std::string url) = 0;
    /// For every path below /api/v1, and /metrics, on that worker's thread.
    virtual net::Handler handler(std::size_t worker) = 0;
    /// Whether a request carries an access token. Any thread.
    virtual bool knows(const net::Request& request) const = 0;
    /// The recorder's listener.
    virtual void onRunsCommitted(std::span<const model::Run> runs) = 0;
    /// Ends the event streams, so that connections can drain; and the beat.
    virtual void stop() = 0;
};

} // namespace signalbox::control
