#pragma once

#include "core/net/dial.h"

#include <map>
#include <unordered_map>

namespace signalbox::net {

class Pool;

/// A connection to an endpoint, between or during calls. While idle it belongs to its pool and watches that it stays fit for use.
class PooledConnection final : private StreamListener, private Deadline {
public:
    PooledConnection(Pool& pool, Endpoint endpoint, std::unique_ptr<Stream> stream);

    Stream& stream() { return *stream_; }
    const Endpoint& endpoint() const { return endpoint_; }

private:
    friend class Pool;
    void onStreamEvent() override; ///< the peer closed, or spoke out of turn
    void onDue() override;

    Pool& pool_;
    const Endpoint endpoint_;
    std::unique_ptr<Stream> stream_;
    bool isIdle_ = false;
};

/// The idle connections and what all calls of one UpstreamPool share.
class Pool {
public:
    Pool(Reactor& reactor, UpstreamPool::Options options);

    std::unique_ptr<PooledConnection> take(const Endpoint& endpoint);
    void giveBack(std::unique_ptr<PooledConnection> connection);
    void closeIdle();
    std::size_t idle() const { return idle_; }

    Reactor& reactor() { return reactor_; }
    Dialer& dialer() { return dialer_; }
    TlsSession& session(const Endpoint& endpoint);

private:
    friend class PooledConnection;
    struct Hash {
        std::size_t operator()(const Endpoint& endpoint) const {
            return std::hash<std::string>{}(endpoint.host) * 31 + endpoint.port * 2U + (endpoint.tls ? 1U : 0U);
        }
    };
    void drop(PooledConnection& connection);

    Reactor& reactor_;
    const UpstreamPool::Options options_;
    Dialer dialer_;
    std::unordered_map<Endpoint, TlsSession, Hash> sessions_; ///< to resume; outlive the connections below
    std::unordered_map<Endpoint, std::vector<std::unique_ptr<PooledConnection>>, Hash> connections_; ///< idle ones; last used last
    std::size_t idle_ = 0;
};

} // namespace signalbox::net
