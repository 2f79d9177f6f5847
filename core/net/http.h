#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signalbox::net {

/// The header fields of a message, in order. Names compare without regard to case.
class Fields {
public:
    void add(std::string_view name, std::string_view value);
    /// Replaces all fields of that name by one.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);
    /// The first value.
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view get(std::string_view name, std::string_view otherwise = {}) const { return find(name).value_or(otherwise); }

    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    std::size_t size() const { return fields_.size(); }
    bool empty() const { return fields_.empty(); }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// A request as the server understood it: unambiguous, whole, within the limits.
struct Request {
    std::string method;
    std::string target; ///< origin form, as sent: path and query
    Fields fields;
    std::string body;
    std::string peer; ///< address of the client, without port
    bool overTls = false;

    /// The path before `?`. Routing and authorisation both look at this, and at nothing else.
    std::string_view path() const;
    /// What follows `?`, not decoded.
    std::string_view query() const;
};

/// The value of `name` in a query string, percent-decoded. Nothing if absent or malformed.
std::optional<std::string> queryParameter(std::string_view query, std::string_view name);
std::optional<std::string> percentDecoded(std::string_view text);
std::string percentEncoded(std::string_view text);

struct Response {
    int status = 200;
    Fields fields; ///< without content-length, transfer-encoding, connection and date: the server writes those
    std::string body;
};

/// What went wrong between us and a peer, and how far we had come.
struct Error {
    enum class Kind {
        Resolve,     ///< no address for the name, or none that may be called
        Connect,     ///< refused, unreachable, proxy said no
        Tls,         ///< handshake or certificate
        Reset,       ///< the peer closed or reset in the middle
        Timeout,     ///< the deadline that was given passed
        Protocol,    ///< not HTTP, or HTTP that contradicts itself
        TooLarge,    ///< over the limit that was given
        Cancelled,   ///< somebody called cancel()
    };
    enum class Phase { Connect, Send, Head, Body };

    Kind kind = Kind::Connect;
    Phase phase = Phase::Connect;
    std::string detail; ///< for logs and records: says what, never a secret
};

template <class T>
using Result = ResultOf<T, Error>;

/// Where to connect. Two endpoints with equal members share pooled connections.
struct Endpoint {
    bool tls = true;
    std::string host; ///< name or address literal, without brackets
    unsigned short port = 443;

    bool operator==(const Endpoint&) const = default;
};

/// Splits `https://host[:port][/prefix]`. Refuses user information, fragments, other schemes and unusual spellings of
/// addresses (octal, hexadecimal, short forms), so that a check and a connection can never disagree. `prefix` gets the path
/// without its last slash.
Result<Endpoint> parseUrl(std::string_view url, std::string* prefix = nullptr, std::string* query = nullptr);

} // namespace signalbox::net
