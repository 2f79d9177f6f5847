#pragma once

#include "core/net/reactor.h"

#include <span>
#include <sys/uio.h>
#include <utility>

struct ssl_st;

namespace signalbox::net {

/// An open file descriptor, closed with its owner.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(value_, other.value_);
        return *this;
    }
    ~Descriptor();
    int get() const { return value_; }
    explicit operator bool() const { return value_ >= 0; }

private:
    int value_ = -1;
};

/// Hears of a stream's events that no coroutine waits for.
class StreamListener {
public:
    /// May destroy the stream.
    virtual void onStreamEvent() = 0;

protected:
    ~StreamListener() = default;
};

/// A connected, non-blocking socket, plain or under TLS. Reads and writes are tried at once; only what would block waits.
class Stream final : public Reactor::Source {
public:
    enum Want : unsigned char { Nothing = 0, Read = 1, Write = 2 };
    struct Io {
        enum class State { Done, WouldBlock, End, Failed } state = State::Done;
        std::size_t bytes = 0;
        Want want = Nothing; ///< what to wait for, when it would block
    };

    Stream(Reactor& reactor, Descriptor socket);
    ~Stream() override;

    /// False when the kernel had no room to watch it.
    bool isWatched() const { return watched_; }
    void setListener(StreamListener* listener) { listener_ = listener; }
    /// Takes over `session`; `handshake` comes next.
    void useTls(ssl_st* session);
    ssl_st* tls() const { return tls_; }
    Io handshake();
    Io read(char* bytes, std::size_t size);
    Io write(std::span<const iovec> parts);

    auto wait(unsigned want, MonotonicTime by) {
        wanted_ = want;
        return waiter_.wait(by);
    }
    void cancelWait() { waiter_.wakeSoon(Wake::Cancelled); }

    /// See Reactor::setInStream.
    void setInStream(bool inStream) {
        if (watched_) reactor_.setInStream(socket_.get(), *this, inStream);
    }

    bool isReadable() const { return readable_; }
    /// The peer sent FIN or RST, or close_notify; bytes from before may still be there to read.
    bool isPeerClosed() const { return peerClosed_; }
    /// Under TLS: looks into what came, for a close_notify.
    void lookForClose();
    /// The pending error of a connect; 0 when it succeeded.
    int connectError() const;
    /// No more bytes from us.
    void shutdownSend();
    /// The peer shall see a reset, not an end, when the stream is destroyed.
    void resetOnClose();

private:
    void onEvents(std::uint32_t events) override;
    void abandon() override;
    Io tlsResult(int result);
    Io writeTls(std::span<const iovec> parts);

    Reactor& reactor_;
    Descriptor socket_;
    ssl_st* tls_ = nullptr;
    StreamListener* listener_ = nullptr;
    Waiter waiter_;
    unsigned wanted_ = Nothing;
    bool watched_ = false;
    bool readable_ = false;
    bool writable_ = true;
    bool peerClosed_ = false;
};

} // namespace signalbox::net
