#pragma once

#include "core/net/server.h"

#include <functional>
#include <string>

namespace signalbox::control {

/// A reply that nobody waits for on a socket: what a test set gets of its trials. `leave` is the client going away.
class CapturedReply final : public net::Reply {
public:
    boost::asio::awaitable<bool> send(net::Response response) override {
        response_ = std::move(response);
        co_return !left_;
    }
    boost::asio::awaitable<bool> begin(net::Response head, std::string_view, std::chrono::milliseconds) override {
        response_ = std::move(head);
        co_return !left_;
    }
    boost::asio::awaitable<bool> write(std::string bytes) override {
        response_.body += bytes;
        co_return !left_;
    }
    boost::asio::awaitable<bool> end() override { co_return !left_; }
    void abort() override { response_.status = 0; }
    void onDisconnect(std::function<void()> callback) override { callback_ = std::move(callback); }
    bool isDisconnected() const override { return left_; }

    /// On the thread of who serves.
    void leave() {
        left_ = true;
        if (const auto callback = std::exchange(callback_, nullptr)) callback();
    }
    /// Status 0: there was no whole answer.
    const net::Response& response() const { return response_; }

private:
    net::Response response_{0, {}, {}};
    std::function<void()> callback_;
    bool left_ = false;
};

} // namespace signalbox::control
