#pragma once

#include "core/net/server.h"

#include <functional>
#include <string>

namespace signalbox::gateway {

/// The answer to a request that nobody sent over a connection: kept, for who made it. It has no client that could leave, until
/// `cutOff`.
class CapturedReply final : public net::Reply {
public:
    boost::asio::awaitable<bool> send(net::Response response) override;
    boost::asio::awaitable<bool> begin(net::Response head, std::string_view keepAlive, std::chrono::milliseconds keepAliveEvery) override;
    boost::asio::awaitable<bool> write(std::string bytes) override;
    boost::asio::awaitable<bool> end() override;
    void abort() override { cutOff_ = true; }
    void onDisconnect(std::function<void()> callback) override { onDisconnect_ = std::move(callback); }
    bool isDisconnected() const override { return cutOff_; }

    /// As if the client had left. On the thread of who answers, before it has returned.
    void cutOff();
    /// The one who answered has returned: what it left to be called is gone.
    void finished() { onDisconnect_ = nullptr; }
    const net::Response& response() const { return response_; }

private:
    net::Response response_;
    std::function<void()> onDisconnect_;
    bool cutOff_ = false;
};

} // namespace signalbox::gateway
