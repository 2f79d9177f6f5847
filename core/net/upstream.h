#pragma once

#include "core/base/clock.h"
#include "core/net/http.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace signalbox::net {

struct UpstreamRequest {
    std::string method = "POST";
    std::string target; ///< path and query
    Fields fields;      ///< without host, content-length and connection: the pool writes those
    std::string body;
};

/// One request to one endpoint, over a pooled connection. All of it on the pool's thread.
/// Destroying it before the body's end closes the connection (which is how a vendor learns that nobody listens).
class UpstreamCall {
public:
    virtual ~UpstreamCall() = default;

    /// Connects (or takes a pooled connection), sends, and waits for the answer's head. Retried once on a fresh connection only
    /// if a pooled one turned out dead before a byte of the answer came. `request` must outlive the await.
    virtual boost::asio::awaitable<Result<void>> send(const UpstreamRequest& request, MonotonicTime connectBy, MonotonicTime headBy) = 0;

    virtual int status() const = 0;
    virtual const Fields& fields() const = 0;

    /// All body bytes that one read brought (de-chunked), at most 64 KiB; empty at the body's proper end, after which the
    /// connection is back in the pool. A body cut short is Error::Reset. Views stay valid until the next call.
    /// Error::Timeout leaves the call readable: the caller decides whether silence is fatal.
    virtual boost::asio::awaitable<Result<std::string_view>> readSome(MonotonicTime by) = 0;

    /// From the pool's thread, at any time: whatever is awaited ends with Error::Cancelled at once.
    virtual void cancel() = 0;

    /// Milestones of the connection for the waterfall; zero-length when it was pooled.
    virtual std::chrono::microseconds connectTime() const = 0;
    virtual bool wasPooled() const = 0;
};

/// Connections to vendors, kept alive; one pool per thread, nothing shared. HTTP/1.1 on purpose (facts.md).
class UpstreamPool {
public:
    struct Options {
        std::chrono::milliseconds idleTime{30'000}; ///< below what common servers keep (nginx 75 s, Node 5 s is handled by the retry)
        std::size_t idlePerEndpoint = 256;
        std::chrono::milliseconds dnsTtl{30'000};
        std::string httpsProxy;       ///< http://[user:password@]host:port, by CONNECT; empty: direct
        std::string httpProxy;        ///< for plain endpoints, by absolute-form
        std::string noProxy;          ///< comma-separated names, suffixes (.example.com), addresses, or *
        std::string caFile;           ///< PEM bundle besides the system's; for private authorities
        bool allowPrivateAddresses = true; ///< false: an address that is not global is Error::Resolve
        /// From HTTPS_PROXY, HTTP_PROXY (lower case only, as curl does), NO_PROXY and SSL_CERT_FILE.
        static Options fromEnvironment();
    };

    static std::unique_ptr<UpstreamPool> make(boost::asio::io_context& context, Options options);
    virtual ~UpstreamPool() = default;

    virtual std::unique_ptr<UpstreamCall> call(const Endpoint& endpoint) = 0;
    /// Idle connections now, for metrics.
    virtual std::size_t idleConnections() const = 0;
    /// Closes idle connections; calls under way go on.
    virtual void close() = 0;
};

} // namespace signalbox::net
