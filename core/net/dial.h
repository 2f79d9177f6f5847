#pragma once

#include "core/net/proxy.h"
#include "core/net/resolver.h"
#include "core/net/stream.h"
#include "core/net/tls.h"
#include "core/net/upstream.h"

namespace signalbox::net {

/// What a call waits for right now, so that it can be told to stop.
struct Wait {
    explicit Wait(Reactor& reactor) : resolving(reactor) {}
    Waiter resolving;
    Stream* stream = nullptr;
    bool isCancelled = false;

    void cancel();
};

/// What a pool dials with.
struct Dialer {
    Reactor& reactor;
    const UpstreamPool::Options& options;
    std::shared_ptr<Resolver> resolver;
    std::optional<Proxy> httpsProxy, httpProxy;
    bool proxyIsMalformed = false;
    TlsContext tls; ///< made when first needed

    /// The proxy for this endpoint, or null.
    const Proxy* proxyFor(const Endpoint& endpoint) const;
};

/// Opens a connection that is ready for a request: address, socket, tunnel, TLS. Tries every address within the deadline.
/// `session` is resumed from and kept to; it outlives the stream.
boost::asio::awaitable<Result<std::unique_ptr<Stream>>> dial(Dialer& dialer, Endpoint endpoint, TlsSession& session, Wait& wait, MonotonicTime by);

} // namespace signalbox::net
