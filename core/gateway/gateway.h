#pragma once

#include "core/gateway/live_state.h"
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
        net::UpstreamPool::Options upstream;
    };
    /// One worker per io_context, each run by exactly one thread. `sink` must outlive the gateway.
    static std::unique_ptr<Gateway> make(const std::vector<boost::asio::io_context*>& contexts, RunSink& sink, Options options);

    /// For requests below /v1/ on that worker's thread.
    virtual net::Handler handler(std::size_t worker) = 0;
    /// Trials of the control plane, on that worker's thread.
    virtual TrialHandler trials(std::size_t worker) = 0;
    /// From now on new calls are refused (503, with retry-after); those under way finish.
    virtual void drain() = 0;
};

} // namespace signalbox::gateway
