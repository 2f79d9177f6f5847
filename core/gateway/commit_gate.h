#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <mutex>
#include <vector>

namespace signalbox::gateway {

/// Brings the recorder's word back to the worker that waits for it. The recorder calls `report` from its own thread, once for
/// each run of a committed group; the worker is woken once for all that came in between.
class CommitGate {
public:
    /// One run's wait. Lives in the waiting coroutine's frame, which does not end before the report has come.
    class Ticket {
    public:
        explicit Ticket(boost::asio::io_context& context) : timer_(context, boost::asio::steady_timer::time_point::max()) {}
        /// True when the record is in the database's hands.
        boost::asio::awaitable<bool> committed();

    private:
        friend class CommitGate;
        boost::asio::steady_timer timer_;
        bool done_ = false;
        bool committed_ = false;
    };

    explicit CommitGate(boost::asio::io_context& context) : context_(context) {}
    /// From any thread.
    void report(Ticket* ticket, bool committed);

private:
    void deliver();

    boost::asio::io_context& context_;
    std::mutex mutex_;
    std::vector<std::pair<Ticket*, bool>> reports_;
    std::vector<std::pair<Ticket*, bool>> delivering_;
};

} // namespace signalbox::gateway
