#pragma once

#include "core/control/api.h"
#include "core/net/server.h"
#include "core/store/store_pool.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <functional>
#include <memory>
#include <optional>

namespace signalbox::control {

/// Says in the log what a library threw on a store thread, and what the caller is told.
model::Error failedOnStore(const std::exception& problem);

/// Runs `work` on a thread of the store and comes back with what it gave. The work outlives a caller that is destroyed meanwhile.
template <class T>
boost::asio::awaitable<model::Result<T>> onStore(store::StorePool& pool, std::function<model::Result<T>(store::Session&)> work) {
    struct Pending {
        explicit Pending(const boost::asio::any_io_executor& executor) : timer(executor, boost::asio::steady_timer::time_point::max()) {}
        boost::asio::steady_timer timer;
        std::optional<model::Result<T>> result;
    };
    const auto executor = co_await boost::asio::this_coro::executor;
    const auto pending = std::make_shared<Pending>(executor);
    pool.post([pending, executor, work = std::move(work)](store::Session& session) {
        std::optional<model::Result<T>> result;
        try {
            result.emplace(work(session));
        } catch (const std::exception& problem) { // a library's: the thread and the other requests live on
            result.emplace(tl::unexpected(failedOnStore(problem)));
        }
        boost::asio::post(executor, [pending, result = std::move(result)]() mutable {
            pending->result = std::move(result);
            pending->timer.cancel();
        });
    });
    while (!pending->result) co_await pending->timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    co_return std::move(*pending->result);
}

/// Sends an answer with the fields that every reply of the control plane has.
boost::asio::awaitable<void> sendReply(net::Reply& reply, ApiReply answer);

} // namespace signalbox::control
