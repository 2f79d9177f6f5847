#pragma once

#include "core/base/clock.h"
#include "core/net/server.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::control {

/// Events for everybody who listens, numbered; the last ones are kept, so that a listener who lost the connection goes on where it
/// was (`Last-Event-ID`). A listener who does not read is not waited for: it finds a gap and is told to start anew.
class EventHub {
public:
    /// Any thread.
    void publish(std::string_view type, const std::string& data);
    /// Whether events have to be made: somebody listens, or left a moment ago and may come back for what came meanwhile. Who comes
    /// back after it was false is told to start anew.
    bool isHeard();
    /// Has every listener ask again whether it may still listen.
    void wake();
    /// Ends all streams after what was published before, and from now on.
    void stop();
    /// Serves one listener until it leaves. `lastId` is what it says it has seen; empty: from now on. `stillAllowed` is asked
    /// before each batch: a revoked token ends its stream.
    boost::asio::awaitable<void> serve(net::Reply& reply, std::string lastId, std::function<bool()> stillAllowed);

private:
    struct Listener;
    struct Event {
        std::uint64_t id = 0;
        std::string text; ///< as it goes over the wire
    };
    static constexpr std::chrono::seconds kMayComeBack{60};
    static constexpr std::size_t kKept = 2'000;
    static constexpr std::size_t kKeptBytes = 4 * 1024 * 1024;

    mutable std::mutex mutex_;
    std::deque<Event> events_;
    std::size_t bytes_ = 0; ///< of their texts
    std::uint64_t next_ = 1;
    std::string epoch_ = makeEpoch(); ///< ids of another life of the process mean nothing now
    std::vector<std::shared_ptr<Listener>> listeners_;
    std::optional<MonotonicTime> lastLeft_; ///< when the latest of them went
    bool stopped_ = false;

    static std::string makeEpoch();
    void wakeAll();
};

} // namespace signalbox::control
