#pragma once

#include "core/model/error.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace signalbox::gateway {

/// Asks something that answers on another thread, and waits for it on this one's event loop without blocking it. The answer may
/// come after the coroutine is gone.
template <class T>
boost::asio::awaitable<model::Result<T>> answerOf(boost::asio::io_context& context, std::function<void(std::function<void(model::Result<T>)>)> ask) {
    struct Pending {
        explicit Pending(boost::asio::io_context& owner) : timer(owner, boost::asio::steady_timer::time_point::max()) {}
        boost::asio::steady_timer timer;
        std::optional<model::Result<T>> answer;
    };
    const auto pending = std::make_shared<Pending>(context);
    ask([pending, &context](model::Result<T> answer) {
        boost::asio::post(context, [pending, answer = std::move(answer)]() mutable {
            pending->answer = std::move(answer);
            pending->timer.cancel();
        });
    });
    while (!pending->answer) co_await pending->timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    co_return std::move(*pending->answer);
}

} // namespace signalbox::gateway
