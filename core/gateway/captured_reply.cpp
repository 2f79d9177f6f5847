#include "core/gateway/captured_reply.h"

#include <utility>

namespace signalbox::gateway {

namespace asio = boost::asio;

asio::awaitable<bool> CapturedReply::send(net::Response response) {
    response_ = std::move(response);
    co_return !cutOff_;
}

asio::awaitable<bool> CapturedReply::begin(net::Response head, std::string_view, std::chrono::milliseconds) {
    response_ = std::move(head);
    co_return !cutOff_;
}

asio::awaitable<bool> CapturedReply::write(std::string bytes) {
    response_.body += bytes;
    co_return !cutOff_;
}

asio::awaitable<bool> CapturedReply::end() { co_return !cutOff_; }

void CapturedReply::cutOff() {
    if (std::exchange(cutOff_, true)) return;
    if (const auto callback = std::exchange(onDisconnect_, nullptr)) callback();
}

} // namespace signalbox::gateway
