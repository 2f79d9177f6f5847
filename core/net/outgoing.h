#pragma once

#include "core/net/stream.h"

#include <boost/asio/awaitable.hpp>

#include <array>
#include <string>
#include <string_view>

namespace signalbox::net {

/// Up to four pieces of bytes that leave in one gathered write. The bytes belong to somebody else.
class Outgoing {
public:
    Outgoing(std::initializer_list<std::string_view> pieces);
    bool empty() const { return at_ == count_; }
    std::span<const iovec> parts() const { return {parts_.data() + at_, count_ - at_}; }
    void sent(std::size_t bytes);
    /// Copies what is left into `place` and points there: for bytes that will not stay until the socket has room.
    void moveTo(std::string& place);

private:
    std::array<iovec, 4> parts_{};
    std::size_t at_ = 0;
    std::size_t count_ = 0;
};

enum class Written { All, Blocked, Failed };
/// Writes what the kernel takes without waiting.
Written writeNow(Stream& stream, Outgoing& outgoing, Stream::Want* want = nullptr);
/// Writes everything, as long as some of it goes in every `stallTime`.
boost::asio::awaitable<bool> writeAll(Stream& stream, Outgoing outgoing, std::chrono::milliseconds stallTime);

} // namespace signalbox::net
