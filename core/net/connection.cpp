#include "core/net/connection.h"

#include "core/net/chunked.h"
#include "core/net/status_text.h"
#include "core/net/syntax.h"

#include <array>
#include <charconv>

namespace signalbox::net {

namespace asio = boost::asio;
using State = Stream::Io::State;

Connection::Connection(std::shared_ptr<WorkerState> worker, Descriptor socket, std::string peer)
    : worker_(std::move(worker)), stream_(worker_->reactor, std::move(socket)), peer_(std::move(peer)), keepAliveDeadline_(*this) {
    stream_.setListener(this);
    place_ = worker_->connections.size();
    worker_->connections.push_back(this);
}

Connection::~Connection() {
    auto& all = worker_->connections;
    all.back()->place_ = place_;
    all[place_] = all.back();
    all.pop_back();
    worker_->open->fetch_sub(1, std::memory_order_relaxed);
}

asio::awaitable<void> Connection::run(std::unique_ptr<Connection> self) {
    if (!self->stream_.isWatched()) co_return;
    if (self->worker_->tls) {
        const bool shaken = co_await self->handshake();
        if (!shaken) co_return;
    }
    for (bool more = true; more;) more = co_await self->serveOne();
}

asio::awaitable<bool> Connection::handshake() {
    ssl_st* const session = newServerSession(worker_->tls);
    if (!session) co_return false;
    stream_.useTls(session);
    const auto by = monotonicNow() + worker_->limits.headTime;
    while (true) {
        const auto io = stream_.handshake();
        if (io.state == State::Done) co_return true;
        if (io.state != State::WouldBlock) co_return false;
        const auto wake = co_await stream_.wait(io.want, by);
        if (wake != Wake::Ready) co_return false;
    }
}

/// False when the connection is over.
asio::awaitable<bool> Connection::serveOne() {
    auto head = co_await readHead();
    if (!head) co_return false;
    http10_ = head->http10;
    headOnly_ = head->request.method == "HEAD";
    keepAlive_ = head->keepAlive;
    if (head->hasBody()) {
        const bool whole = co_await readBody(*head);
        if (!whole) co_return false;
    }
    if (in_.empty()) in_.release();
    head->request.peer = peer_;
    head->request.overTls = worker_->tls != nullptr;
    phase_ = Phase::Handling;
    co_await handle(std::move(head->request));
    if (phase_ == Phase::Aborted || broken_ || worker_->stopped) co_return false;
    phase_ = Phase::Idle;
    if (keepAlive_) co_return true;
    if (bodyLeft_ || !in_.empty() || stream_.isReadable()) co_await linger();
    else stream_.shutdownSend();
    co_return false;
}

asio::awaitable<std::optional<RequestHead>> Connection::readHead() {
    const auto& limits = worker_->limits;
    const auto since = monotonicNow();
    auto by = since + limits.idleTime;
    int emptyLines = 0;
    headEnd_.reset();
    while (true) {
        // RFC 9112, 2.2: an empty line before a request line is skipped; some old clients send one after a body.
        while (emptyLines < 2 && in_.view().starts_with("\r\n")) {
            in_.consume(2);
            ++emptyLines;
        }
        if (!in_.empty()) {
            const auto size = headEnd_.find(in_.view());
            if (!size) {
                const Refusal refusal = size.error();
                co_await refuse(refusal);
                co_return std::nullopt;
            }
            if (std::max(*size, *size == 0 ? in_.size() : 0) > limits.headBytes) {
                co_await refuse(Refusal{431, "head too large"});
                co_return std::nullopt;
            }
            if (*size > 0) {
                auto head = readRequestHead(in_.view().substr(0, *size), limits.headFields);
                in_.consume(*size);
                if (head) co_return std::move(*head);
                co_await refuse(head.error());
                co_return std::nullopt;
            }
            if (phase_ == Phase::Idle) {
                phase_ = Phase::Reading;
                by = monotonicNow() + limits.headTime;
            }
        }
        const auto space = in_.space();
        const auto io = stream_.read(space.data(), space.size());
        if (io.state == State::Done) {
            in_.commit(io.bytes);
            continue;
        }
        if (in_.empty()) in_.release();
        if (io.state != State::WouldBlock || (worker_->draining && phase_ == Phase::Idle)) co_return std::nullopt;
        const auto wake = co_await stream_.wait(io.want, by);
        if (wake == Wake::Ready) continue;
        if (wake == Wake::Timeout && phase_ == Phase::Reading) co_await refuse(Refusal{408, "head took too long"});
        co_return std::nullopt;
    }
}

asio::awaitable<bool> Connection::readBody(RequestHead& head) {
    phase_ = Phase::Reading;
    if (head.contentLength.value_or(0) > worker_->limits.bodyBytes) {
        co_await refuse(Refusal{413, "body too large"});
        co_return false;
    }
    if (head.contentLength.value_or(0) > worker_->limits.strangersBodyBytes && isStranger(head.request)) {
        leaveBody(head.request);
        co_return true;
    }
    if (head.expectsContinue && in_.empty()) {
        const Outgoing interim{"HTTP/1.1 100 Continue\r\n\r\n"};
        const bool there = co_await transmit(interim);
        if (!there) co_return false;
    }
    bodyBytes_ = 0;
    bodySince_ = monotonicNow();
    if (head.chunked) co_return co_await readChunked(head.request);
    co_return co_await readSized(head.request.body, static_cast<std::size_t>(*head.contentLength));
}

/// Waits for more of a body, as long as its average rate since it began is not too low.
asio::awaitable<bool> Connection::waitForBody(Stream::Want want) {
    constexpr std::chrono::milliseconds kGrace{5000};
    const auto earned = std::chrono::milliseconds(bodyBytes_ * 1000 / std::max<std::size_t>(worker_->limits.bodyBytesPerSecond, 1));
    const auto wake = co_await stream_.wait(want, bodySince_ + std::max(kGrace, earned));
    if (wake == Wake::Timeout) co_await refuse(Refusal{408, "body too slow"});
    co_return wake == Wake::Ready;
}

asio::awaitable<bool> Connection::readSized(std::string& body, std::size_t length) {
    // A length is a promise, not bytes: room is made as they come.
    constexpr std::size_t kStep = 64 * 1024;
    const auto present = std::min(length, in_.size());
    body.reserve(std::min(length, std::max(kStep, present)));
    body.append(in_.view().substr(0, present));
    in_.consume(present);
    while (body.size() < length) {
        const auto had = body.size();
        const auto room = std::min(length - had, std::max(kStep, had));
        body.resize(had + room);
        const auto io = stream_.read(body.data() + had, room);
        body.resize(had + (io.state == State::Done ? io.bytes : 0));
        bodyBytes_ = body.size();
        if (io.state == State::Done) continue;
        if (io.state != State::WouldBlock) co_return false;
        const bool more = co_await waitForBody(io.want);
        if (!more) co_return false;
    }
    co_return true;
}

void Connection::leaveBody(Request& request) {
    std::string().swap(request.body);
    bodyLeft_ = true;
    keepAlive_ = false;
}

asio::awaitable<bool> Connection::readChunked(Request& request) {
    std::string& body = request.body;
    ChunkedDecoder decoder;
    bool isKnown = false;
    while (true) {
        if (!in_.empty()) {
            const auto step = decoder.decode(in_.data(), in_.size());
            if (step.failed) {
                co_await refuse(Refusal{400, "malformed chunk"});
                co_return false;
            }
            if (body.size() + step.produced > worker_->limits.bodyBytes) {
                co_await refuse(Refusal{413, "body too large"});
                co_return false;
            }
            if (!isKnown && body.size() + step.produced > worker_->limits.strangersBodyBytes) {
                isKnown = !isStranger(request);
                if (!isKnown) {
                    leaveBody(request);
                    co_return true;
                }
            }
            body.append(in_.data(), step.produced);
            bodyBytes_ = body.size();
            in_.consume(step.consumed);
            if (decoder.isDone()) co_return true;
        }
        const auto space = in_.space();
        const auto io = stream_.read(space.data(), space.size());
        if (io.state == State::Done) {
            in_.commit(io.bytes);
            continue;
        }
        if (io.state != State::WouldBlock) co_return false;
        const bool more = co_await waitForBody(io.want);
        if (!more) co_return false;
    }
}

asio::awaitable<void> Connection::handle(Request request) {
    try {
        co_await worker_->handler(std::move(request), *this);
    } catch (...) {
        // A handler that throws has not answered; what it was about is its own to log.
    }
    onDisconnect_ = nullptr;
    keepAliveDeadline_.clear();
    if (phase_ == Phase::Handling) {
        Response failure;
        failure.status = 500;
        keepAlive_ = false;
        co_await send(std::move(failure));
    } else if (phase_ == Phase::Streaming) {
        abort();
    }
}

asio::awaitable<void> Connection::refuse(Refusal refusal) {
    Response response;
    response.status = refusal.status;
    response.fields.add("content-type", "text/plain");
    response.body.append(refusal.reason).append("\n");
    keepAlive_ = false;
    http10_ = headOnly_ = false;
    phase_ = Phase::Handling;
    const bool there = co_await send(std::move(response));
    if (there) co_await linger();
}

/// A close with unread input is a reset, which may take the answer away from the client before it was read.
asio::awaitable<void> Connection::linger() {
    constexpr std::size_t kMost = 4 * 1024 * 1024;
    stream_.shutdownSend();
    const auto by = monotonicNow() + std::chrono::seconds(1);
    in_.release();
    const auto space = in_.space();
    for (std::size_t dropped = 0; dropped < kMost && monotonicNow() < by;) {
        const auto io = stream_.read(space.data(), space.size());
        dropped += io.bytes;
        if (io.state == State::Done) continue;
        if (io.state != State::WouldBlock) co_return;
        const auto wake = co_await stream_.wait(io.want, by);
        if (wake != Wake::Ready) co_return;
    }
}

std::string& Connection::head(const Response& response, std::string_view framing) {
    thread_local std::string out;
    out.clear();
    appendStatusAndDate(out, response.status);
    for (const auto& [name, value] : response.fields) {
        if (!syntax::isToken(name) || !syntax::isFieldValue(value)) continue; // would split the answer
        out.append(name).append(": ").append(value).append("\r\n");
    }
    out.append(framing);
    if (worker_->draining) keepAlive_ = false;
    if (!keepAlive_) out.append("connection: close\r\n");
    else if (http10_) out.append("connection: keep-alive\r\n");
    out.append("\r\n");
    return out;
}

asio::awaitable<bool> Connection::transmit(Outgoing outgoing) {
    writing_ = true;
    const bool written = co_await writeAll(stream_, outgoing, worker_->limits.writeTime);
    writing_ = false;
    if (!written) {
        broken_ = true;
        lost();
    }
    co_return written && !isDisconnected();
}

asio::awaitable<bool> Connection::send(Response response) {
    if (phase_ != Phase::Handling) co_return false;
    phase_ = Phase::Answered;
    const bool bodyless = response.status == 204 || response.status == 304 || response.status < 200;
    std::array<char, 48> framing{};
    std::size_t framingSize = 0;
    if (!bodyless) {
        constexpr std::string_view kName = "content-length: ";
        kName.copy(framing.data(), kName.size());
        char* at = std::to_chars(framing.data() + kName.size(), framing.data() + framing.size(), response.body.size()).ptr;
        *at++ = '\r';
        *at++ = '\n';
        framingSize = static_cast<std::size_t>(at - framing.data());
    }
    std::string& start = head(response, {framing.data(), framingSize});
    const bool withBody = !bodyless && !headOnly_;
    Outgoing outgoing{start, withBody ? std::string_view(response.body) : std::string_view()};
    const auto written = writeNow(stream_, outgoing);
    if (written == Written::All) co_return !isDisconnected();
    std::string rest;
    if (written == Written::Blocked) outgoing.moveTo(rest);
    co_return co_await transmit(outgoing);
}

asio::awaitable<bool> Connection::begin(Response response, std::string_view keepAlive, std::chrono::milliseconds keepAliveEvery) {
    if (phase_ != Phase::Handling) co_return false;
    phase_ = Phase::Streaming;
    if (http10_) keepAlive_ = false; // the end of the connection is the end of the body
    std::string start = head(response, http10_ ? "" : "transfer-encoding: chunked\r\n");
    keepAliveBytes_ = keepAlive;
    keepAliveEvery_ = keepAliveEvery;
    const Outgoing outgoing{start};
    const bool there = co_await transmit(outgoing);
    if (!keepAliveBytes_.empty() && !headOnly_) keepAliveDeadline_.set(monotonicNow() + keepAliveEvery_);
    co_return there;
}

asio::awaitable<bool> Connection::write(std::string bytes) {
    if (phase_ != Phase::Streaming || broken_) co_return false;
    if (bytes.empty() || headOnly_) co_return !isDisconnected();
    if (!keepAliveBytes_.empty()) keepAliveDeadline_.set(monotonicNow() + keepAliveEvery_);
    const std::string before = std::exchange(unsent_, {});
    if (http10_) {
        const Outgoing plain{before, bytes};
        co_return co_await transmit(plain);
    }
    std::array<char, 20> size{};
    char* at = std::to_chars(size.data(), size.data() + size.size() - 2, bytes.size(), 16).ptr;
    *at++ = '\r';
    *at++ = '\n';
    const Outgoing chunk{before, std::string_view(size.data(), static_cast<std::size_t>(at - size.data())), bytes, "\r\n"};
    co_return co_await transmit(chunk);
}

asio::awaitable<bool> Connection::end() {
    if (phase_ != Phase::Streaming || broken_) co_return false;
    phase_ = Phase::Answered;
    keepAliveDeadline_.clear();
    const std::string before = std::exchange(unsent_, {});
    const Outgoing last{before, http10_ || headOnly_ ? std::string_view() : std::string_view("0\r\n\r\n")};
    co_return co_await transmit(last);
}

void Connection::abort() {
    if (phase_ == Phase::Answered) return;
    phase_ = Phase::Aborted;
    keepAliveDeadline_.clear();
    stream_.resetOnClose(); // to an HTTP/1.0 client an orderly end would look whole
}

void Connection::sendKeepAlive() {
    if (phase_ != Phase::Streaming || broken_) return;
    keepAliveDeadline_.set(monotonicNow() + keepAliveEvery_);
    if (writing_ || !unsent_.empty()) return; // the client has enough to read
    std::array<char, 20> size{};
    char* const at = std::to_chars(size.data(), size.data() + size.size(), keepAliveBytes_.size(), 16).ptr;
    const std::string_view sizeText(size.data(), static_cast<std::size_t>(at - size.data()));
    Outgoing outgoing = http10_ ? Outgoing{keepAliveBytes_} : Outgoing{sizeText, "\r\n", keepAliveBytes_, "\r\n"};
    const auto written = writeNow(stream_, outgoing);
    if (written == Written::Blocked) outgoing.moveTo(unsent_);
    if (written == Written::Failed) {
        broken_ = true;
        lost();
    }
}

void Connection::onDisconnect(std::function<void()> callback) {
    onDisconnect_ = std::move(callback);
    if (isDisconnected()) lost();
}

void Connection::onStreamEvent() {
    if (phase_ != Phase::Handling && phase_ != Phase::Streaming) return;
    stream_.lookForClose();
    if (stream_.isPeerClosed()) lost();
}

void Connection::lost() {
    if (const auto callback = std::exchange(onDisconnect_, nullptr)) callback();
}

void Connection::drain() {
    if (phase_ == Phase::Idle) stream_.cancelWait();
}

void Connection::interrupt() {
    if (phase_ == Phase::Handling || phase_ == Phase::Streaming) lost();
}

void Connection::stop() {
    abort();
    stream_.cancelWait();
    broken_ = true;
    lost();
}

} // namespace signalbox::net
