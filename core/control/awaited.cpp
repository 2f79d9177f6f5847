#include "core/control/awaited.h"

#include <spdlog/spdlog.h>

namespace signalbox::control {

model::Error failedOnStore(const std::exception& problem) {
    spdlog::error("the control plane failed: {}", problem.what());
    return {model::ErrorClass::Internal, "The gateway could not answer; its log says more.", "internal", {}, {}, {}};
}

boost::asio::awaitable<void> sendReply(net::Reply& reply, ApiReply answer) {
    net::Response response;
    response.status = answer.status;
    if (!answer.contentType.empty()) response.fields.add("content-type", answer.contentType);
    response.fields.add("cache-control", "no-store");
    response.fields.add("x-content-type-options", "nosniff");
    if (!answer.allow.empty()) response.fields.add("allow", answer.allow);
    response.body = std::move(answer.body);
    co_await reply.send(std::move(response));
}

} // namespace signalbox::control
