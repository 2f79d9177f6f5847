#pragma once

#include "tests/support/vendor_behaviour.h"
#include "tests/support/vendor_request.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::tests {

/// A model vendor on a free port of 127.0.0.1 that does what the test says, one thread for any number of connections.
/// All members may be called from any thread.
class ScriptedVendor {
public:
    using Script = std::function<Behaviour(const VendorRequest&)>;

    /// Starts with `wellBehaved` as its default.
    ScriptedVendor();
    ~ScriptedVendor();
    ScriptedVendor(const ScriptedVendor&) = delete;
    ScriptedVendor& operator=(const ScriptedVendor&) = delete;

    std::uint16_t port() const;
    std::string url() const; ///< `http://127.0.0.1:PORT`

    /// For the next request that finds the queue so; each is used once, in order.
    void next(Behaviour behaviour);
    void next(std::size_t times, const Behaviour& behaviour);
    /// When the queue is empty. Called on the vendor's thread.
    void byDefault(Script script);
    void byDefault(Behaviour behaviour);

    /// Connections are refused (nothing listens on the port) until `accept`; those that are open are torn down.
    void refuse();
    void accept();
    /// Tears down all open connections (RST), answered or not.
    void resetAll();

    std::vector<VendorRequest> journal() const;
    std::size_t requestCount() const;
    std::size_t connectionCount() const; ///< open now
    void forget();                       ///< empties journal and queue; numbers start again at 0

    /// Blocks until so many requests have come. False: the time ran out.
    bool waitForRequests(std::size_t count, std::chrono::milliseconds patience = std::chrono::seconds(10)) const;
    /// Blocks until the peer of request `number` left; when it did. None: the time ran out.
    std::optional<SteadyTime> waitForDisconnect(std::size_t number,
                                                std::chrono::milliseconds patience = std::chrono::seconds(10)) const;

    /// A decent vendor of both protocols: chat completions and messages (whole and streamed, as the body asks),
    /// embeddings, models; 404 for the rest.
    static Behaviour wellBehaved(const VendorRequest& request);

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

/// An address where connecting neither succeeds nor fails: its queue of connections is full and stays so.
class UnansweredPort {
public:
    UnansweredPort();
    ~UnansweredPort();
    UnansweredPort(const UnansweredPort&) = delete;
    UnansweredPort& operator=(const UnansweredPort&) = delete;
    std::string url() const;

private:
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::vector<int> fillers_;
};

} // namespace signalbox::tests
