#include "core/net/dial.h"

#include "core/net/outgoing.h"
#include "core/net/response_head.h"

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace signalbox::net {

namespace asio = boost::asio;
using State = Stream::Io::State;
using StreamResult = Result<std::unique_ptr<Stream>>;

namespace {

auto failed(Error::Kind kind, std::string detail) { return tl::unexpected(Error{kind, Error::Phase::Connect, std::move(detail)}); }

/// Nothing when ready.
std::optional<Error> wokenBy(Wake wake, const std::string& doing) {
    if (wake == Wake::Timeout) return Error{Error::Kind::Timeout, Error::Phase::Connect, doing};
    if (wake == Wake::Cancelled) return Error{Error::Kind::Cancelled, Error::Phase::Connect, {}};
    return std::nullopt;
}

/// Names the stream that a call waits for, while this exists.
class Current {
public:
    Current(Wait& wait, Stream& stream) : wait_(wait) { wait_.stream = &stream; }
    Current(const Current&) = delete;
    Current& operator=(const Current&) = delete;
    ~Current() { wait_.stream = nullptr; }

private:
    Wait& wait_;
};

/// Whether a connect that was begun has ended already, as on this machine and its like it does: to be known without a turn of the loop,
/// which under load comes late.
bool hasConnected(int socket) {
    pollfd writable{socket, POLLOUT, 0};
    return ::poll(&writable, 1, 0) == 1;
}

asio::awaitable<StreamResult> connectTo(Dialer& dialer, Address address, unsigned short port, Wait& wait, MonotonicTime by) {
    const std::string name = address.text() + " port " + std::to_string(port);
    Descriptor socket(::socket(address.v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket) co_return failed(Error::Kind::Connect, std::strerror(errno));
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    v4.sin_family = AF_INET;
    v6.sin6_family = AF_INET6;
    v4.sin_port = v6.sin6_port = htons(port);
    std::memcpy(&v4.sin_addr, address.bytes.data(), 4);
    std::memcpy(&v6.sin6_addr, address.bytes.data(), 16);
    const auto* const target = address.v6 ? reinterpret_cast<const sockaddr*>(&v6) : reinterpret_cast<const sockaddr*>(&v4);
    const int connected = ::connect(socket.get(), target, address.v6 ? sizeof v6 : sizeof v4);
    if (connected != 0 && errno != EINPROGRESS) co_return failed(Error::Kind::Connect, name + ": " + std::strerror(errno));
    const bool isPending = connected != 0 && !hasConnected(socket.get());
    auto stream = std::make_unique<Stream>(dialer.reactor, std::move(socket));
    if (!stream->isWatched()) co_return failed(Error::Kind::Connect, "no room to watch another socket");
    if (isPending) {
        const Current current(wait, *stream);
        const auto wake = co_await stream->wait(Stream::Write, by);
        if (const auto error = wokenBy(wake, "connecting to " + name)) co_return tl::unexpected(*error);
    }
    if (const int error = stream->connectError(); error != 0) co_return failed(Error::Kind::Connect, name + ": " + std::strerror(error));
    co_return stream;
}

/// A slow or dead address must leave time for the others.
asio::awaitable<StreamResult> connectToAny(Dialer& dialer, std::vector<Address> addresses, unsigned short port, Wait& wait, MonotonicTime by) {
    StreamResult last = failed(Error::Kind::Resolve, "no address");
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        const auto now = monotonicNow();
        if (i > 0 && now >= by) break;
        const auto share = (by - now) / static_cast<long>(addresses.size() - i);
        last = co_await connectTo(dialer, addresses[i], port, wait, now + share);
        if (last || last.error().kind == Error::Kind::Cancelled) co_return last;
    }
    co_return last;
}

asio::awaitable<Result<void>> openTunnel(Stream& stream, const Proxy& proxy, const Endpoint& endpoint, Wait& wait, MonotonicTime by) {
    constexpr std::size_t kMostHead = 16 * 1024;
    const Current current(wait, stream);
    const auto target = authority(endpoint, true);
    std::string request = "CONNECT " + target + " HTTP/1.1\r\nhost: " + target + "\r\n";
    if (!proxy.authorization.empty()) request += "proxy-authorization: " + proxy.authorization + "\r\n";
    request += "\r\n";
    Outgoing outgoing{request};
    if (writeNow(stream, outgoing) != Written::All) co_return failed(Error::Kind::Connect, "the proxy closed the connection");
    std::string answer;
    while (!answer.ends_with("\r\n\r\n")) {
        char byte = 0; // one at a time: what follows the head is the other end's
        const auto io = stream.read(&byte, 1);
        if (io.state == State::WouldBlock) {
            const auto wake = co_await stream.wait(io.want, by);
            if (const auto error = wokenBy(wake, "waiting for the proxy")) co_return tl::unexpected(*error);
        } else if (io.state != State::Done || answer.size() == kMostHead) {
            co_return failed(Error::Kind::Connect, "the proxy did not answer CONNECT");
        } else {
            answer.push_back(byte);
        }
    }
    const auto head = readResponseHead(answer, 100);
    if (!head || head->status / 100 != 2) co_return failed(Error::Kind::Connect, "the proxy refused CONNECT" + (head ? " with status " + std::to_string(head->status) : std::string()));
    co_return Result<void>();
}

asio::awaitable<Result<void>> shakeHands(Dialer& dialer, Stream& stream, const std::string& host, TlsSession& session, Wait& wait, MonotonicTime by) {
    if (!dialer.tls) {
        auto context = clientTls(dialer.options.caFile);
        if (!context) co_return tl::unexpected(context.error());
        dialer.tls = std::move(*context);
    }
    ssl_st* const ssl = newClientSession(dialer.tls, host, session.get(), &session);
    if (!ssl) co_return failed(Error::Kind::Tls, "cannot start TLS with " + host);
    stream.useTls(ssl);
    const Current current(wait, stream);
    while (true) {
        const auto io = stream.handshake();
        if (io.state == State::Done) co_return Result<void>();
        if (io.state != State::WouldBlock) {
            session.reset();
            co_return failed(Error::Kind::Tls, host + ": " + handshakeProblem(ssl));
        }
        const auto wake = co_await stream.wait(io.want, by);
        if (const auto error = wokenBy(wake, "TLS handshake with " + host)) co_return tl::unexpected(*error);
    }
}

} // namespace

void Wait::cancel() {
    isCancelled = true;
    resolving.wakeSoon(Wake::Cancelled);
    if (stream) stream->cancelWait();
}

const Proxy* Dialer::proxyFor(const Endpoint& endpoint) const {
    const auto& proxy = endpoint.tls ? httpsProxy : httpProxy;
    return proxy && !isExcepted(endpoint.host, options.noProxy) ? &*proxy : nullptr;
}

asio::awaitable<StreamResult> dial(Dialer& dialer, Endpoint endpoint, TlsSession& session, Wait& wait, MonotonicTime by) {
    if (dialer.proxyIsMalformed) co_return failed(Error::Kind::Connect, "HTTPS_PROXY or http_proxy is not the address of a proxy; write http://HOST:PORT");
    const Proxy* const proxy = dialer.proxyFor(endpoint);
    if (proxy && !dialer.options.allowPrivateAddresses) {
        const auto literal = parseAddress(endpoint.host);
        if (literal && !isGlobal(*literal)) co_return failed(Error::Kind::Resolve, endpoint.host + " is not a public address");
    }
    const Endpoint& first = proxy ? proxy->endpoint : endpoint;
    auto addresses = co_await dialer.resolver->resolve(first.host, wait.resolving, by);
    if (!addresses) co_return tl::unexpected(addresses.error());
    if (!proxy && !dialer.options.allowPrivateAddresses) {
        std::erase_if(*addresses, [](const Address& address) { return !isGlobal(address); });
        if (addresses->empty()) co_return failed(Error::Kind::Resolve, endpoint.host + " has no public address");
    }
    if (wait.isCancelled) co_return failed(Error::Kind::Cancelled, {});
    auto stream = co_await connectToAny(dialer, std::move(*addresses), first.port, wait, by);
    if (!stream || !endpoint.tls) co_return stream;
    if (proxy) {
        const auto tunnel = co_await openTunnel(**stream, *proxy, endpoint, wait, by);
        if (!tunnel) co_return tl::unexpected(tunnel.error());
    }
    const auto shaken = co_await shakeHands(dialer, **stream, endpoint.host, session, wait, by);
    if (!shaken) co_return tl::unexpected(shaken.error());
    co_return stream;
}

} // namespace signalbox::net
