#include "core/net/pool.h"

#include <algorithm>

namespace signalbox::net {

PooledConnection::PooledConnection(Pool& pool, Endpoint endpoint, std::unique_ptr<Stream> stream)
    : Deadline(pool.reactor()), pool_(pool), endpoint_(std::move(endpoint)), stream_(std::move(stream)) {
    stream_->setListener(this);
}

void PooledConnection::onStreamEvent() {
    if (!isIdle_) return;
    if (stream_->tls() && !stream_->isPeerClosed()) {
        stream_->lookForClose(); // session tickets come at any time and are no reason
        if (!stream_->isReadable() && !stream_->isPeerClosed()) return;
    }
    pool_.drop(*this);
}

void PooledConnection::onDue() { pool_.drop(*this); }

Pool::Pool(Reactor& reactor, UpstreamPool::Options options)
    : reactor_(reactor), options_(std::move(options)),
      dialer_{reactor_, options_, std::make_shared<Resolver>(reactor_, options_.dnsTtl), {}, {}, false, {}} {
    if (!options_.httpsProxy.empty()) dialer_.httpsProxy = parseProxy(options_.httpsProxy);
    if (!options_.httpProxy.empty()) dialer_.httpProxy = parseProxy(options_.httpProxy);
    dialer_.proxyIsMalformed = (!options_.httpsProxy.empty() && !dialer_.httpsProxy) || (!options_.httpProxy.empty() && !dialer_.httpProxy);
}

std::unique_ptr<PooledConnection> Pool::take(const Endpoint& endpoint) {
    const auto found = connections_.find(endpoint);
    if (found == connections_.end() || found->second.empty()) return nullptr;
    auto connection = std::move(found->second.back());
    found->second.pop_back();
    --idle_;
    connection->isIdle_ = false;
    connection->clear();
    return connection;
}

void Pool::giveBack(std::unique_ptr<PooledConnection> connection) {
    if (connection->stream().isPeerClosed()) return;
    auto& same = connections_[connection->endpoint()];
    if (same.size() >= options_.idlePerEndpoint) return;
    connection->isIdle_ = true;
    connection->set(monotonicNow() + options_.idleTime);
    same.push_back(std::move(connection));
    ++idle_;
}

void Pool::drop(PooledConnection& connection) {
    auto& same = connections_[connection.endpoint()];
    const auto found = std::find_if(same.begin(), same.end(), [&](const auto& one) { return one.get() == &connection; });
    if (found == same.end()) return;
    --idle_;
    const auto dropped = std::move(*found); // outlives its place in the list
    same.erase(found);
}

void Pool::closeIdle() {
    connections_.clear();
    idle_ = 0;
}

TlsSession& Pool::session(const Endpoint& endpoint) { return sessions_[endpoint]; }

} // namespace signalbox::net
