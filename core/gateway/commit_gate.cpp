#include "core/gateway/commit_gate.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace signalbox::gateway {

boost::asio::awaitable<bool> CommitGate::Ticket::committed() {
    while (!done_) co_await timer_.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    co_return committed_;
}

void CommitGate::report(Ticket* ticket, bool committed) {
    bool wake = false;
    {
        const std::lock_guard lock(mutex_);
        wake = reports_.empty();
        reports_.emplace_back(ticket, committed);
    }
    if (wake) boost::asio::post(context_, [this] { deliver(); });
}

void CommitGate::deliver() {
    {
        const std::lock_guard lock(mutex_);
        delivering_.swap(reports_);
    }
    for (const auto& [ticket, committed] : delivering_) {
        ticket->done_ = true;
        ticket->committed_ = committed;
        ticket->timer_.cancel();
    }
    delivering_.clear();
}

} // namespace signalbox::gateway
