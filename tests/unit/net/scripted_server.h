#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

#include "tests/unit/net/net_fixture.h"

namespace signalbox::net::test {

/// A server that says exactly what the test wants: one script a connection, in order; the last one for all that follow.
class ScriptedServer {
public:
    using Script = std::function<void(int socket)>;

    explicit ScriptedServer(std::vector<Script> scripts) : scripts_(std::move(scripts)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 16) != 0) std::terminate();
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~ScriptedServer() {
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }
    Endpoint endpoint() const { return {false, "127.0.0.1", port_}; }
    int connections() const { return connections_; }

    /// Reads one request with an empty body, or with the content-length of `bodyBytes`.
    static std::string readRequest(int socket, std::size_t bodyBytes = 0) {
        std::string all;
        char bytes[4096];
        while (all.find("\r\n\r\n") == std::string::npos || all.size() < all.find("\r\n\r\n") + 4 + bodyBytes) {
            const auto count = ::recv(socket, bytes, sizeof bytes, 0);
            if (count <= 0) break;
            all.append(bytes, static_cast<std::size_t>(count));
        }
        return all;
    }
    static void say(int socket, std::string_view text) { (void)!::send(socket, text.data(), text.size(), MSG_NOSIGNAL); }
    static void untilClosed(int socket) {
        char bytes[4096];
        while (::recv(socket, bytes, sizeof bytes, 0) > 0) {
        }
    }
    /// Answers one request and closes.
    static Script answering(std::string text) {
        return [text](int socket) {
            readRequest(socket);
            say(socket, text);
        };
    }

private:
    void serve() {
        while (true) {
            const int socket = ::accept(listener_, nullptr, nullptr);
            if (socket < 0) return;
            const auto index = static_cast<std::size_t>(connections_++);
            scripts_[std::min(index, scripts_.size() - 1)](socket);
            ::close(socket);
        }
    }

    const std::vector<Script> scripts_;
    const int listener_;
    unsigned short port_ = 0;
    std::atomic<int> connections_{0};
    std::thread thread_;
};

} // namespace signalbox::net::test
