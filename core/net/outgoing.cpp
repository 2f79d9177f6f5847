#include "core/net/outgoing.h"

namespace signalbox::net {

Outgoing::Outgoing(std::initializer_list<std::string_view> pieces) {
    for (const auto piece : pieces) {
        if (!piece.empty()) parts_[count_++] = {const_cast<char*>(piece.data()), piece.size()};
    }
}

void Outgoing::sent(std::size_t bytes) {
    while (at_ < count_ && bytes >= parts_[at_].iov_len) bytes -= parts_[at_++].iov_len;
    if (at_ == count_) return;
    parts_[at_].iov_base = static_cast<char*>(parts_[at_].iov_base) + bytes;
    parts_[at_].iov_len -= bytes;
}

void Outgoing::moveTo(std::string& place) {
    std::string copy;
    for (const auto& part : parts()) copy.append(static_cast<const char*>(part.iov_base), part.iov_len);
    place = std::move(copy);
    at_ = 0;
    count_ = place.empty() ? 0 : 1;
    parts_[0] = {place.data(), place.size()};
}

Written writeNow(Stream& stream, Outgoing& outgoing, Stream::Want* want) {
    while (!outgoing.empty()) {
        const auto io = stream.write(outgoing.parts());
        if (io.state == Stream::Io::State::WouldBlock) {
            if (want) *want = io.want;
            return Written::Blocked;
        }
        if (io.state != Stream::Io::State::Done) return Written::Failed;
        outgoing.sent(io.bytes);
    }
    return Written::All;
}

boost::asio::awaitable<bool> writeAll(Stream& stream, Outgoing outgoing, std::chrono::milliseconds stallTime) {
    while (true) {
        Stream::Want want = Stream::Write;
        const auto written = writeNow(stream, outgoing, &want);
        if (written != Written::Blocked) co_return written == Written::All;
        const auto wake = co_await stream.wait(want, monotonicNow() + stallTime);
        if (wake != Wake::Ready) co_return false;
    }
}

} // namespace signalbox::net
