#include "core/net/stream.h"

#include "core/net/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace signalbox::net {

Descriptor::~Descriptor() {
    if (value_ >= 0) ::close(value_);
}

Stream::Stream(Reactor& reactor, Descriptor socket) : reactor_(reactor), socket_(std::move(socket)), waiter_(reactor) {
    watched_ = reactor_.add(socket_.get(), *this);
    readable_ = true; // until a read says otherwise: bytes may have come before we watched
}

Stream::~Stream() {
    if (watched_) reactor_.remove(socket_.get(), *this);
    if (tls_) SSL_free(tls_);
}

void Stream::useTls(ssl_st* session) {
    tls_ = session;
    attachSocket(tls_, socket_.get());
}

void Stream::onEvents(std::uint32_t events) {
    unsigned got = Nothing;
    if (events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) got |= Read;
    if (events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) got |= Write;
    if (got & Read) readable_ = true;
    if (got & Write) writable_ = true;
    if (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) peerClosed_ = true;
    if (waiter_.isWaiting() && (wanted_ & got)) waiter_.wake(Wake::Ready);
    else if (listener_ && (got & Read)) listener_->onStreamEvent();
}

void Stream::abandon() {
    if (watched_) reactor_.remove(socket_.get(), *this);
    watched_ = false;
    waiter_.drop();
}

Stream::Io Stream::tlsResult(int result) {
    switch (SSL_get_error(tls_, result)) {
    case SSL_ERROR_NONE:
        return {Io::State::Done, static_cast<std::size_t>(std::max(result, 0)), Nothing};
    case SSL_ERROR_WANT_READ:
        readable_ = false;
        return {Io::State::WouldBlock, 0, Read};
    case SSL_ERROR_WANT_WRITE:
        writable_ = false;
        return {Io::State::WouldBlock, 0, Write};
    case SSL_ERROR_ZERO_RETURN:
        peerClosed_ = true;
        return {Io::State::End, 0, Nothing};
    default:
        // An end without close_notify may be an attacker's cut: not an end.
        peerClosed_ = true;
        return {Io::State::Failed, 0, Nothing};
    }
}

Stream::Io Stream::handshake() {
    ERR_clear_error();
    return tlsResult(SSL_do_handshake(tls_));
}

Stream::Io Stream::read(char* bytes, std::size_t size) {
    if (tls_) {
        ERR_clear_error();
        return tlsResult(SSL_read(tls_, bytes, static_cast<int>(std::min<std::size_t>(size, INT_MAX))));
    }
    if (!readable_) return {Io::State::WouldBlock, 0, Read};
    while (true) {
        const auto count = ::recv(socket_.get(), bytes, size, 0);
        if (count > 0) {
            // A short read emptied the socket: what comes later raises a new event. An end already announced does not.
            if (static_cast<std::size_t>(count) < size && !peerClosed_) readable_ = false;
            return {Io::State::Done, static_cast<std::size_t>(count), Nothing};
        }
        if (count == 0) {
            peerClosed_ = true;
            return {Io::State::End, 0, Nothing};
        }
        if (errno == EINTR) continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            readable_ = false;
            return {Io::State::WouldBlock, 0, Read};
        }
        peerClosed_ = true;
        return {Io::State::Failed, 0, Nothing};
    }
}

Stream::Io Stream::write(std::span<const iovec> parts) {
    if (tls_) return writeTls(parts);
    if (!writable_) return {Io::State::WouldBlock, 0, Write};
    msghdr message{};
    message.msg_iov = const_cast<iovec*>(parts.data());
    message.msg_iovlen = parts.size();
    while (true) {
        const auto count = ::sendmsg(socket_.get(), &message, MSG_NOSIGNAL);
        if (count >= 0) return {Io::State::Done, static_cast<std::size_t>(count), Nothing};
        if (errno == EINTR) continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            writable_ = false;
            return {Io::State::WouldBlock, 0, Write};
        }
        return {Io::State::Failed, 0, Nothing};
    }
}

Stream::Io Stream::writeTls(std::span<const iovec> parts) {
    // One record of what would be several: head and body, or a chunk and its frame.
    constexpr std::size_t kRecord = 16 * 1024;
    thread_local std::vector<char> record;
    record.clear();
    for (const iovec& part : parts) {
        const auto* const bytes = static_cast<const char*>(part.iov_base);
        record.insert(record.end(), bytes, bytes + std::min(part.iov_len, kRecord - record.size()));
        if (record.size() == kRecord) break;
    }
    ERR_clear_error();
    return tlsResult(SSL_write(tls_, record.data(), static_cast<int>(record.size())));
}

void Stream::lookForClose() {
    if (!tls_ || peerClosed_) return;
    char byte = 0;
    ERR_clear_error();
    const int result = SSL_peek(tls_, &byte, 1);
    if (result <= 0) tlsResult(result);
}

int Stream::connectError() const {
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(socket_.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

void Stream::shutdownSend() {
    if (tls_) {
        ERR_clear_error();
        SSL_shutdown(tls_);
    }
    ::shutdown(socket_.get(), SHUT_WR);
}

void Stream::resetOnClose() {
    const linger hard{1, 0};
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

} // namespace signalbox::net
