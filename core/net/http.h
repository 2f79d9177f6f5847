#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signalbox::net {

/// The header fields of a message, in order. Names compare without regard to case. All text is in one block; views into it
/// are valid until the next change.
class Fields {
public:
    using Field = std::pair<std::string_view, std::string_view>; ///< name, value

    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Field;
        using difference_type = std::ptrdiff_t;
        using pointer = const Field*;
        using reference = Field;

        Iterator(const Fields* fields, std::size_t index) : fields_(fields), index_(index) {}
        Field operator*() const { return fields_->at(index_); }
        Iterator& operator++() {
            ++index_;
            return *this;
        }
        Iterator operator++(int) { return {fields_, index_++}; }
        bool operator==(const Iterator&) const = default;

    private:
        const Fields* fields_;
        std::size_t index_;
    };

    Fields() = default;
    /// Takes over a head as it came: the fields' places in `text` are added by `addPlaced`.
    explicit Fields(std::string text) : text_(std::move(text)) {}
    struct Place {
        std::uint32_t name, nameSize, value, valueSize;
    };
    void addPlaced(Place place) { places_.push_back(place); }
    void reserve(std::size_t fields) { places_.reserve(fields); }

    void add(std::string_view name, std::string_view value);
    /// Replaces all fields of that name by one.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);
    /// The first value.
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view get(std::string_view name, std::string_view otherwise = {}) const { return find(name).value_or(otherwise); }

    Field at(std::size_t index) const {
        const Place& place = places_[index];
        return {std::string_view(text_).substr(place.name, place.nameSize), std::string_view(text_).substr(place.value, place.valueSize)};
    }
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, places_.size()}; }
    std::size_t size() const { return places_.size(); }
    bool empty() const { return places_.empty(); }

private:
    std::string text_;
    std::vector<Place> places_;
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
