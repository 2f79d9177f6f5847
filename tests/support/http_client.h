#pragma once

#include "tests/support/vendor_behaviour.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::tests {

/// What came back, and when.
struct HttpReply {
    int status = 0;        ///< 0: no head came
    Headers headers;       ///< names in lower case
    std::string body;      ///< chunked coding removed
    bool complete = false; ///< the body ended as HTTP says it should, not by a lost connection
    std::string problem;   ///< why there is no complete reply: `refused`, `closed`, `reset`, `timeout`
    std::chrono::steady_clock::time_point sentAt;
    std::chrono::steady_clock::time_point headAt;
    std::chrono::steady_clock::time_point endedAt;

    std::string header(std::string_view lowerCaseName) const; ///< empty: absent
    bool has(std::string_view lowerCaseName) const;
    std::chrono::milliseconds took() const;
    /// Payloads of the `data:` lines of an event stream, in order.
    std::vector<std::string> events() const;
};

/// One blocking connection to 127.0.0.1. Not for several threads at once.
class HttpConnection {
public:
    /// `onBytes` gets what of the body has come so far, as it comes; false from it stops reading.
    using OnBytes = std::function<bool(const HttpReply& soFar)>;

    explicit HttpConnection(std::uint16_t port);
    ~HttpConnection();
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    bool isOpen() const { return socket_ >= 0; }
    /// Sends bytes as they are.
    bool send(std::string_view bytes);
    bool sendRequest(std::string_view method, std::string_view target, std::string_view body, const Headers& headers);
    /// Reads one reply. `patience` is over all of it.
    HttpReply read(std::chrono::milliseconds patience = std::chrono::seconds(30), const OnBytes& onBytes = {});
    /// Leaves: FIN, or RST.
    void close();
    void reset();

private:
    bool readMore(std::chrono::steady_clock::time_point deadline, HttpReply& reply);

    int socket_ = -1;
    std::string input_;
};

/// One call on a connection of its own.
HttpReply httpCall(std::uint16_t port, std::string_view method, std::string_view target, std::string_view body = {},
                   const Headers& headers = {}, std::chrono::milliseconds patience = std::chrono::seconds(30),
                   const HttpConnection::OnBytes& onBytes = {});

} // namespace signalbox::tests
