#include "core/net/upstream.h"

#include "core/net/chunked.h"
#include "core/net/outgoing.h"
#include "core/net/pool.h"
#include "core/net/read_buffer.h"
#include "core/net/response_head.h"
#include "core/net/syntax.h"

#include <cstdlib>

namespace signalbox::net {

namespace asio = boost::asio;
using State = Stream::Io::State;

namespace {

constexpr std::size_t kMostHeadBytes = 64 * 1024;
constexpr std::size_t kMostFields = 200;
constexpr std::size_t kMostRead = 64 * 1024;
/// A body that keeps us waiting so often comes bit by bit; its first tokens are through by then.
constexpr int kWaitsOfAStream = 3;

auto failed(Error::Kind kind, Error::Phase phase, std::string detail) { return tl::unexpected(Error{kind, phase, std::move(detail)}); }

class Call final : public UpstreamCall {
public:
    Call(std::shared_ptr<Pool> pool, Endpoint endpoint) : pool_(std::move(pool)), endpoint_(std::move(endpoint)), wait_(pool_->reactor()) {}

    asio::awaitable<Result<void>> send(const UpstreamRequest& request, MonotonicTime connectBy, MonotonicTime headBy) override;
    int status() const override { return head_.status; }
    const Fields& fields() const override { return head_.fields; }
    asio::awaitable<Result<std::string_view>> readSome(MonotonicTime by) override;
    void cancel() override { wait_.cancel(); }
    std::chrono::microseconds connectTime() const override { return connectTime_; }
    bool wasPooled() const override { return wasPooled_; }

private:
    asio::awaitable<Result<void>> connect(MonotonicTime by);
    asio::awaitable<Result<void>> exchange(const UpstreamRequest& request, MonotonicTime by);
    asio::awaitable<Result<void>> transmit(Outgoing outgoing, MonotonicTime by);
    asio::awaitable<Result<void>> readHead(const std::string& method, MonotonicTime by);
    /// The body bytes that are already here, or nothing.
    Result<std::string_view> takeBuffered();
    Result<void> acceptHead(std::size_t size, const std::string& method);
    std::optional<std::string> serialise(const UpstreamRequest& request) const;
    std::optional<Error> wokenBy(Wake wake, Error::Phase phase) const;
    void use(std::unique_ptr<PooledConnection> connection);
    void drop();
    void finish();

    std::shared_ptr<Pool> pool_;
    const Endpoint endpoint_;
    Wait wait_;
    std::unique_ptr<PooledConnection> connection_;
    ReadBuffer in_;
    std::size_t handedOut_ = 0; ///< of in_, to be consumed by the next read
    ResponseHead head_;
    ChunkedDecoder chunks_;
    std::optional<std::uint64_t> left_; ///< of a body with content-length
    bool gotBytes_ = false;
    bool sentWhole_ = false;
    bool isFinished_ = true;
    bool readFilled_ = false;
    bool wasPooled_ = false;
    int bodyWaits_ = 0; ///< how often the body kept us waiting
    std::chrono::microseconds connectTime_{0};
};

void Call::use(std::unique_ptr<PooledConnection> connection) {
    connection_ = std::move(connection);
    wait_.stream = &connection_->stream();
}

void Call::drop() {
    wait_.stream = nullptr;
    connection_.reset();
    in_.release();
    handedOut_ = 0;
}

/// The body came to its proper end.
void Call::finish() {
    isFinished_ = true;
    wait_.stream = nullptr;
    const bool framed = head_.chunked || left_.has_value();
    if (head_.keepAlive && framed && sentWhole_ && in_.empty()) {
        connection_->stream().setInStream(false);
        pool_->giveBack(std::move(connection_));
    }
    connection_.reset();
    in_.release();
}

std::optional<Error> Call::wokenBy(Wake wake, Error::Phase phase) const {
    if (wake == Wake::Cancelled || wait_.isCancelled) return Error{Error::Kind::Cancelled, phase, {}};
    if (wake == Wake::Timeout) return Error{Error::Kind::Timeout, phase, authority(endpoint_)};
    return std::nullopt;
}

asio::awaitable<Result<void>> Call::send(const UpstreamRequest& request, MonotonicTime connectBy, MonotonicTime headBy) {
    if (wait_.isCancelled) co_return failed(Error::Kind::Cancelled, Error::Phase::Connect, {});
    drop();
    if (auto pooled = pool_->take(endpoint_)) {
        wasPooled_ = true;
        use(std::move(pooled));
        auto answered = co_await exchange(request, headBy);
        if (answered || answered.error().kind != Error::Kind::Reset || gotBytes_ || monotonicNow() >= connectBy) co_return answered;
        drop(); // it had died in the pool: once more, on a fresh one
    }
    wasPooled_ = false;
    const auto connected = co_await connect(connectBy);
    if (!connected) co_return connected;
    co_return co_await exchange(request, headBy);
}

asio::awaitable<Result<void>> Call::connect(MonotonicTime by) {
    const auto since = monotonicNow();
    auto stream = co_await dial(pool_->dialer(), endpoint_, pool_->session(endpoint_), wait_, by);
    connectTime_ = std::chrono::duration_cast<std::chrono::microseconds>(monotonicNow() - since);
    if (!stream) co_return tl::unexpected(stream.error());
    if (wait_.isCancelled) co_return failed(Error::Kind::Cancelled, Error::Phase::Connect, {});
    use(std::make_unique<PooledConnection>(*pool_, endpoint_, std::move(*stream)));
    co_return Result<void>();
}

std::optional<std::string> Call::serialise(const UpstreamRequest& request) const {
    if (!syntax::isToken(request.method) || !request.target.starts_with('/') || !syntax::isPathAndQuery(request.target)) return std::nullopt;
    const Proxy* const proxy = endpoint_.tls ? nullptr : pool_->dialer().proxyFor(endpoint_);
    const auto host = authority(endpoint_);
    std::string out;
    out.reserve(512);
    out.append(request.method).append(" ");
    if (proxy) out.append("http://").append(host);
    out.append(request.target).append(" HTTP/1.1\r\nhost: ").append(host).append("\r\n");
    if (proxy && !proxy->authorization.empty()) out.append("proxy-authorization: ").append(proxy->authorization).append("\r\n");
    for (const auto& [name, value] : request.fields) {
        if (!syntax::isToken(name) || !syntax::isFieldValue(value)) return std::nullopt;
        out.append(name).append(": ").append(value).append("\r\n");
    }
    if (!request.body.empty() || request.method == "POST" || request.method == "PUT" || request.method == "PATCH")
        out.append("content-length: ").append(std::to_string(request.body.size())).append("\r\n");
    return std::move(out.append("\r\n"));
}

asio::awaitable<Result<void>> Call::exchange(const UpstreamRequest& request, MonotonicTime by) {
    gotBytes_ = sentWhole_ = readFilled_ = false;
    bodyWaits_ = 0;
    isFinished_ = false;
    const auto head = serialise(request);
    if (!head) co_return failed(Error::Kind::Protocol, Error::Phase::Send, "the request has a character that HTTP does not allow");
    Outgoing outgoing{*head, request.body};
    const auto written = writeNow(connection_->stream(), outgoing);
    if (written == Written::All) {
        sentWhole_ = true;
    } else if (written == Written::Blocked) {
        const auto sent = co_await transmit(outgoing, by);
        if (!sent) co_return sent;
    }
    // After a failed write there may still be an answer: of a server that refused the body.
    co_return co_await readHead(request.method, by);
}

/// Ends early when the server answers or leaves before it has everything.
asio::awaitable<Result<void>> Call::transmit(Outgoing outgoing, MonotonicTime by) {
    Stream& stream = connection_->stream();
    while (true) {
        Stream::Want want = Stream::Write;
        const auto written = writeNow(stream, outgoing, &want);
        sentWhole_ = written == Written::All;
        if (written != Written::Blocked) co_return Result<void>();
        const auto wake = co_await stream.wait(want | Stream::Read, by);
        if (const auto error = wokenBy(wake, Error::Phase::Send)) co_return tl::unexpected(*error);
        if (!stream.isReadable()) continue;
        const auto space = in_.space();
        const auto io = stream.read(space.data(), space.size());
        if (io.state == State::WouldBlock) continue;
        if (io.state == State::Done) in_.commit(io.bytes);
        co_return Result<void>();
    }
}

asio::awaitable<Result<void>> Call::readHead(const std::string& method, MonotonicTime by) {
    Stream& stream = connection_->stream();
    while (true) {
        if (wait_.isCancelled) co_return failed(Error::Kind::Cancelled, Error::Phase::Head, {});
        gotBytes_ = gotBytes_ || !in_.empty();
        if (const auto end = in_.view().find("\r\n\r\n"); end != std::string_view::npos) {
            const auto accepted = acceptHead(end + 4, method);
            if (!accepted) co_return accepted;
            if (head_.status >= 200) co_return Result<void>();
            continue; // 1xx: the answer is still to come
        }
        if (in_.size() >= kMostHeadBytes) co_return failed(Error::Kind::TooLarge, Error::Phase::Head, "head over 64 KiB");
        const auto space = in_.space();
        const auto io = stream.read(space.data(), space.size());
        if (io.state == State::Done) {
            in_.commit(io.bytes);
            readFilled_ = io.bytes == space.size();
            continue;
        }
        if (in_.empty()) in_.release();
        if (io.state != State::WouldBlock) co_return failed(Error::Kind::Reset, Error::Phase::Head, authority(endpoint_) + " closed the connection");
        const auto wake = co_await stream.wait(io.want, by);
        if (const auto error = wokenBy(wake, Error::Phase::Head)) co_return tl::unexpected(*error);
    }
}

Result<void> Call::acceptHead(std::size_t size, const std::string& method) {
    auto head = readResponseHead(in_.view().substr(0, size), kMostFields);
    if (!head) return failed(Error::Kind::Protocol, Error::Phase::Head, "malformed answer");
    in_.consume(size);
    head_ = std::move(*head);
    if (head_.status == 101) return failed(Error::Kind::Protocol, Error::Phase::Head, "the server switched protocols");
    chunks_ = {};
    if (method == "HEAD" || head_.status == 204 || head_.status == 304) {
        head_.chunked = false;
        head_.contentLength = 0;
    }
    left_ = head_.contentLength;
    return {};
}

Result<std::string_view> Call::takeBuffered() {
    if (head_.chunked) {
        const auto step = chunks_.decode(in_.data(), in_.size());
        if (step.failed) return failed(Error::Kind::Protocol, Error::Phase::Body, "malformed chunk");
        handedOut_ = step.consumed;
        return std::string_view(in_.data(), step.produced);
    }
    auto bytes = in_.view();
    if (left_) {
        bytes = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), *left_)));
        *left_ -= bytes.size();
    }
    handedOut_ = bytes.size();
    return bytes;
}

asio::awaitable<Result<std::string_view>> Call::readSome(MonotonicTime by) {
    while (!isFinished_) {
        if (wait_.isCancelled) co_return failed(Error::Kind::Cancelled, Error::Phase::Body, {});
        if (!in_.empty()) {
            in_.consume(std::exchange(handedOut_, 0));
            auto taken = takeBuffered();
            if (!taken) {
                drop();
                isFinished_ = true;
                co_return taken;
            }
            if (!taken->empty()) co_return taken;
            in_.consume(std::exchange(handedOut_, 0));
        }
        if (head_.chunked ? chunks_.isDone() : left_ == 0) {
            finish();
            break;
        }
        if (!connection_) co_return failed(Error::Kind::Reset, Error::Phase::Body, "the connection is gone");
        if (in_.empty() && readFilled_ && in_.capacity() < kMostRead) in_.grow(std::max(in_.capacity() * 2, ReadBuffer::kBlock));
        Stream& stream = connection_->stream();
        const auto space = in_.space();
        const auto io = stream.read(space.data(), space.size());
        if (io.state == State::Done) {
            in_.commit(io.bytes);
            readFilled_ = io.bytes == space.size();
            continue;
        }
        if (in_.empty()) in_.release();
        if (io.state == State::WouldBlock) {
            if (++bodyWaits_ == kWaitsOfAStream) stream.setInStream(true);
            const auto wake = co_await stream.wait(io.want, by);
            if (const auto error = wokenBy(wake, Error::Phase::Body)) co_return tl::unexpected(*error);
            continue;
        }
        if (io.state == State::End && !head_.chunked && !left_) {
            finish();
            break;
        }
        drop();
        co_return failed(Error::Kind::Reset, Error::Phase::Body, authority(endpoint_) + " closed the connection in the middle of the body");
    }
    co_return std::string_view();
}

class HttpUpstreamPool final : public UpstreamPool {
public:
    HttpUpstreamPool(Reactor& reactor, Options options) : pool_(std::make_shared<Pool>(reactor, std::move(options))) {}
    ~HttpUpstreamPool() override { pool_->closeIdle(); }

    std::unique_ptr<UpstreamCall> call(const Endpoint& endpoint) override { return std::make_unique<Call>(pool_, endpoint); }
    std::size_t idleConnections() const override { return pool_->idle(); }
    void close() override { pool_->closeIdle(); }

private:
    std::shared_ptr<Pool> pool_;
};

std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value ? value : "";
}

} // namespace

UpstreamPool::Options UpstreamPool::Options::fromEnvironment() {
    Options options;
    options.httpsProxy = environment("HTTPS_PROXY");
    if (options.httpsProxy.empty()) options.httpsProxy = environment("https_proxy");
    options.httpProxy = environment("http_proxy"); // never HTTP_PROXY: CGI sets that from a request's `Proxy` field
    options.noProxy = environment("NO_PROXY");
    if (options.noProxy.empty()) options.noProxy = environment("no_proxy");
    options.caFile = environment("SSL_CERT_FILE");
    return options;
}

std::unique_ptr<UpstreamPool> UpstreamPool::make(asio::io_context& context, Options options) {
    return std::make_unique<HttpUpstreamPool>(Reactor::of(context), std::move(options));
}

} // namespace signalbox::net
