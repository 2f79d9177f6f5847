#pragma once

#include "core/net/http.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace signalbox::net {

/// The limits of facts.md, "Security". Sizes in bytes.
struct ServerLimits {
    std::size_t headBytes = 32 * 1024;
    std::size_t headFields = 100;
    std::chrono::milliseconds headTime{10'000};  ///< from the first byte of a request to the end of its head
    std::size_t bodyBytes = 32 * 1024 * 1024;
    std::size_t strangersBodyBytes = 64 * 1024;  ///< of a request that `Server::Worker::knows` does not know
    std::size_t bodyBytesPerSecond = 1024;       ///< averaged after the first five seconds
    std::chrono::milliseconds idleTime{75'000};  ///< a kept-alive connection without a request
    std::chrono::milliseconds writeTime{60'000}; ///< a reader that takes nothing for so long is gone
    std::size_t connections = 20'000;
};

struct ServerTls {
    std::string certificateChainFile; ///< PEM
    std::string privateKeyFile;       ///< PEM
};

/// The answering side of one request, used by its handler only, on the connection's thread. Exactly one of: `send`, or `begin`
/// then any number of `write` then `end` or `abort`. The bool results say whether the client is still there.
class Reply {
public:
    virtual ~Reply() = default;
    /// A whole answer, with content-length.
    virtual boost::asio::awaitable<bool> send(Response response) = 0;
    /// Head of a chunked answer. With `keepAlive` set, those bytes go out as a chunk whenever `keepAliveEvery` passed silent.
    virtual boost::asio::awaitable<bool> begin(Response head, std::string_view keepAlive = {},
                                               std::chrono::milliseconds keepAliveEvery = std::chrono::seconds{15}) = 0;
    /// One gathered write as one chunk. Completes when the kernel has it: awaiting it is the back-pressure.
    virtual boost::asio::awaitable<bool> write(std::string bytes) = 0;
    virtual boost::asio::awaitable<bool> end() = 0;
    /// Ends without the last chunk and closes, so that no client takes it for a finished answer.
    virtual void abort() = 0;
    /// Called once, on the connection's thread, when the client goes away before the answer is complete (within 100 ms of its
    /// FIN or RST, also while nothing is being written), or the server interrupts it: then the client still reads. Replaces what was set before; not called after the handler returned.
    virtual void onDisconnect(std::function<void()> callback) = 0;
    virtual bool isDisconnected() const = 0;
};

using Handler = std::function<boost::asio::awaitable<void>(Request, Reply&)>;

/// HTTP/1.1 (and 1.0) with keep-alive and pipelining; 400 and close on any ambiguity (RFC 9112). One listening socket; each
/// accepted connection belongs to one of the io_contexts (round robin) for life, with that io_context's own handler. A head that
/// is refused never reaches a handler. The io_contexts outlive the server. `Expect: 100-continue` is served. HEAD gets the head of what GET would get.
class Server {
public:
    struct Options {
        std::string address = "127.0.0.1"; ///< literal IPv4 or IPv6
        unsigned short port = 0;           ///< 0: any free one
        ServerLimits limits;
        std::optional<ServerTls> tls;
    };
    struct Worker {
        boost::asio::io_context* context = nullptr; ///< run by exactly one thread
        Handler handler;
        /// Whether the sender of a head is known, by its credential say; unset: everybody is. A stranger's large body is not read: the
        /// handler gets the head alone, to refuse it in its own words, and the connection ends.
        std::function<bool(const Request&)> knows = nullptr;
    };

    static Result<std::unique_ptr<Server>> listen(Options options, std::vector<Worker> workers);
    virtual ~Server() = default;
    virtual unsigned short port() const = 0;
    /// No new connections; idle ones close; running requests finish, answered with `connection: close`. Any thread.
    virtual void drain() = 0;
    /// Connections that still exist. Any thread.
    virtual std::size_t connections() const = 0;
    /// Brings running requests to their end though their clients are there: calls their `onDisconnect`. Any thread.
    virtual void interrupt() = 0;
    /// Closes everything now. Any thread; the io_contexts must still run for it to take effect.
    virtual void stop() = 0;
};

} // namespace signalbox::net
