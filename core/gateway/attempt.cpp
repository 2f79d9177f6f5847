#include "core/gateway/stages.h"
#include "core/base/text.h"
#include "core/gateway/worker.h"

#include <algorithm>
#include <utility>

namespace signalbox::gateway {

namespace asio = boost::asio;
using model::Error;
using model::ErrorClass;

namespace {

constexpr std::size_t kErrorBodyBytes = 64 * 1024;
/// How long the body of an error may take: its status is here, and another attempt can begin.
constexpr std::chrono::milliseconds kErrorBodyPatience{2000};
constexpr std::size_t kAnswerBytes = 64 * 1024 * 1024;
/// After the protocol's own end, how long the end of the HTTP body may take before the connection is given up instead of kept.
constexpr std::chrono::milliseconds kAfterEnd{100};

/// The deadlines of one attempt; all bounded by the call's.
struct Deadlines {
    MonotonicTime connect;
    MonotonicTime firstToken;
    MonotonicTime whole;

    Deadlines(const Exchange& exchange, MonotonicTime now) {
        const auto& policy = exchange.policy->reliability;
        whole = std::min(exchange.call.stream ? exchange.totalDeadline : exchange.deadline, now + policy.attemptTimeout);
        connect = std::min({whole, exchange.deadline, now + policy.connectTimeout});
        // An unstreamed answer has no first token that could be seen: its head comes when all of it is ready.
        firstToken = exchange.call.stream ? std::min({whole, exchange.deadline, now + policy.firstTokenTimeout}) : whole;
    }
};

std::string targetName(const Target& target) { return target.provider->name + '/' + target.model->id; }

/// What a failure of the transport means. `limit` says in words which deadline it was, if it was one.
Error transportError(const net::Error& error, const Target& target, std::string_view limit) {
    Error result;
    switch (error.kind) {
    case net::Error::Kind::Timeout:
        result.errorClass = ErrorClass::UpstreamTimeout;
        result.code = limit;
        result.message = targetName(target) + " did not keep the " + std::string(limit) + " deadline";
        return result;
    case net::Error::Kind::Cancelled:
        result.errorClass = ErrorClass::Cancelled;
        result.message = "the caller left";
        return result;
    case net::Error::Kind::Resolve:
    case net::Error::Kind::Connect:
    case net::Error::Kind::Tls:
        result.errorClass = ErrorClass::UpstreamUnavailable;
        result.code = error.kind == net::Error::Kind::Resolve ? "resolve_failed" : error.kind == net::Error::Kind::Tls ? "tls_failed" : "connect_failed";
        break;
    case net::Error::Kind::Reset:
        result.errorClass = ErrorClass::UpstreamUnavailable;
        result.code = error.phase == net::Error::Phase::Body ? "cut_off" : "connection_reset";
        break;
    case net::Error::Kind::Protocol:
    case net::Error::Kind::TooLarge:
        result.errorClass = ErrorClass::UpstreamInvalid;
        result.code = error.kind == net::Error::Kind::TooLarge ? "answer_too_large" : "not_http";
        break;
    }
    result.message = targetName(target) + ": " + error.detail;
    return result;
}

/// One attempt under way: the vendor's call, the decoder, and what goes on record of them.
class AttemptUnderWay {
public:
    AttemptUnderWay(Exchange& exchange, const Target& target, model::AttemptReason reason)
        : exchange_(exchange), target_(target), startedAt_(monotonicNow()), deadlines_(exchange, startedAt_) {
        record_.provider = target.provider->name;
        record_.model = target.model->id;
        record_.reason = reason;
        record_.simulated = target.provider->connector->isSimulated();
        record_.startedUs = exchange.sinceStartUs(startedAt_);
    }
    ~AttemptUnderWay() { exchange_.vendorCall = nullptr; }
    AttemptUnderWay(const AttemptUnderWay&) = delete;
    AttemptUnderWay& operator=(const AttemptUnderWay&) = delete;

    asio::awaitable<model::Result<Served>> run() {
        auto served = co_await converse();
        if (!served && exchange_.cancelled) served.error() = cancelledError(exchange_);
        finishRecord(served ? nullptr : &served.error());
        co_return served;
    }

private:
    asio::awaitable<model::Result<Served>> converse() {
        const auto& provider = *target_.provider;
        auto wire = provider.connector->encode(exchange_.call, provider.spec, *target_.model, provider.prefix, provider.credential);
        if (!wire) co_return tl::unexpected(std::move(wire.error()));
        auto& worker = exchange_.worker;
        vendor_ = record_.simulated ? sandboxCall(worker.context, worker.sandbox(provider), *target_.model, worker.shared.sandboxCalls.fetch_add(1, std::memory_order_relaxed))
                                    : networkCall(*worker.pool, provider.endpoint);
        exchange_.vendorCall = vendor_.get();

        auto sent = co_await vendor_->send(std::move(*wire), deadlines_.connect, deadlines_.firstToken);
        record_.connectedUs = vendor_->connectTime().count();
        if (!sent) {
            const bool connecting = sent.error().phase == net::Error::Phase::Connect;
            co_return tl::unexpected(transportError(sent.error(), target_, connecting ? "connect_timeout" : firstLimit()));
        }
        record_.headUs = exchange_.sinceStartUs();
        record_.status = vendor_->status();
        if (record_.status < 200 || record_.status > 299) {
            auto refused = co_await refusal();
            co_return tl::unexpected(std::move(refused));
        }

        decoder_ = provider.connector->decoder(exchange_.call, *target_.model, vendor_->header("content-type"));
        // Not a conditional expression: GCC 12 destroys the results of co_await inside one twice.
        if (exchange_.call.stream) co_return co_await stream();
        co_return co_await whole();
    }

    /// The answer to a head that is not 2xx.
    asio::awaitable<Error> refusal() {
        const auto by = std::min({deadlines_.firstToken, stallBy(), monotonicNow() + kErrorBodyPatience});
        std::string body;
        while (body.size() < kErrorBodyBytes) {
            const auto bytes = co_await vendor_->readSome(by);
            if (!bytes || bytes->empty()) break; // the status says enough if the body does not come
            body += *bytes;
        }
        record_.upstreamRequestId = upstreamRequestId();
        co_return target_.provider->connector->classify(record_.status, [this](std::string_view name) { return vendor_->header(name); }, body);
    }

    asio::awaitable<model::Result<Served>> whole() {
        Served served;
        std::size_t size = 0;
        for (;;) {
            auto bytes = co_await vendor_->readSome(stallBy());
            if (!bytes) co_return tl::unexpected(transportError(bytes.error(), target_, laterLimit()));
            if (bytes->empty()) break;
            size += bytes->size();
            if (size > kAnswerBytes) co_return tl::unexpected(Error{ErrorClass::UpstreamInvalid, targetName(target_) + " sent more than 64 MiB", "answer_too_large", {}, {}, {}});
            if (auto fed = decoder_->feed(*bytes, served.body); !fed) co_return tl::unexpected(saidBy(std::move(fed.error())));
        }
        if (auto done = decoder_->finish(served.body); !done) co_return tl::unexpected(saidBy(std::move(done.error())));
        served.target = &target_;
        co_return served;
    }

    asio::awaitable<model::Result<Served>> stream() {
        Served served;
        std::string out; // events for the caller that were not sent yet
        for (;;) {
            const auto& progress = decoder_->progress();
            // The vendor's own terminator ends the answer; what may follow is only the end of the HTTP body.
            const auto by = progress.finished ? monotonicNow() + kAfterEnd : progress.anyContent ? stallBy() : deadlines_.firstToken;
            auto bytes = co_await vendor_->readSome(by);
            if (!bytes) {
                if (progress.finished && bytes.error().kind != net::Error::Kind::Cancelled) break;
                co_return tl::unexpected(transportError(bytes.error(), target_, progress.anyContent ? laterLimit() : firstLimit()));
            }
            if (bytes->empty()) break;
            auto fed = decoder_->feed(*bytes, out);
            if (progress.anyContent && !record_.firstTokenUs) record_.firstTokenUs = exchange_.sinceStartUs();
            // What came before an error belongs to the caller only once the stream has begun; before, another target may serve.
            if (!out.empty() && (exchange_.headSent || (fed && progress.anyContent)) && !progress.finished) {
                bool there = true;
                if (!exchange_.headSent) there = co_await begin();
                if (there) there = co_await exchange_.streamTo().write(std::exchange(out, {}));
                if (!there) co_return tl::unexpected(gone());
            }
            if (!fed) co_return tl::unexpected(saidBy(std::move(fed.error())));
        }
        if (auto done = decoder_->finish(out); !done) co_return tl::unexpected(saidBy(std::move(done.error())));
        served.tail = std::move(out);
        served.target = &target_;
        co_return served;
    }

    /// What a decoder found wrong has no subject yet ("ended its stream without..."); what the vendor said itself stays as it is.
    Error saidBy(Error error) const {
        if (error.errorClass == ErrorClass::UpstreamInvalid) error.message = targetName(target_) + ' ' + error.message;
        return error;
    }

    asio::awaitable<bool> begin() {
        exchange_.attemptCount = exchange_.run.attempts.size() + 1; // this one is not on the run yet
        auto head = replyHead(exchange_, 200, &target_);
        head.fields.add("content-type", "text/event-stream; charset=utf-8");
        head.fields.add("cache-control", "no-cache");
        head.fields.add("x-accel-buffering", "no");
        exchange_.headSent = true;
        exchange_.run.firstTokenUs = record_.firstTokenUs;
        co_return co_await exchange_.streamTo().begin(std::move(head), providers::keepAliveEvent(exchange_.call.protocol));
    }

    Error gone() {
        exchange_.cancelled = true;
        return cancelledError(exchange_);
    }

    MonotonicTime stallBy() const { return std::min(deadlines_.whole, monotonicNow() + exchange_.policy->reliability.stallTimeout); }

    // Which deadline a timeout was: the one that was due.
    std::string_view firstLimit() const {
        const auto now = monotonicNow();
        if (now >= exchange_.deadline) return "total_timeout";
        if (now >= deadlines_.whole) return "attempt_timeout";
        return "first_token_timeout";
    }
    std::string_view laterLimit() const {
        const auto now = monotonicNow();
        if (now >= (exchange_.call.stream ? exchange_.totalDeadline : exchange_.deadline)) return "total_timeout";
        return now >= deadlines_.whole ? "attempt_timeout" : "stall_timeout";
    }

    std::string upstreamRequestId() const {
        auto id = vendor_->header("x-request-id");
        if (id.empty()) id = vendor_->header("request-id");
        return std::string(id.substr(0, 128));
    }

    void finishRecord(const Error* error) {
        record_.endedUs = exchange_.sinceStartUs();
        if (decoder_) {
            const auto& progress = decoder_->progress();
            record_.usage = progress.usage;
            if (!progress.usageSeen && (!error || progress.anyContent)) {
                record_.usage.input = exchange_.call.inputTokens;
                record_.usage.output = providers::estimateTokens(progress.text);
                record_.usage.estimated = true;
            }
            record_.cost = model::costOf(record_.usage, target_.model->prices);
            record_.upstreamRequestId = progress.upstreamRequestId.empty() ? upstreamRequestId() : progress.upstreamRequestId;
            exchange_.run.finishReason = progress.finishReason;
            if (!error || exchange_.headSent) exchange_.responseText = progress.text;
        }
        if (error) {
            record_.errorClass = error->errorClass;
            record_.errorCode = error->code;
            record_.errorMessage = truncatedUtf8(error->message, 500);
        }
        auto& run = exchange_.run;
        run.provider = record_.provider;
        run.model = record_.model;
        run.simulated = record_.simulated;
        run.usage = record_.usage;
        run.cost += record_.cost;
        if (!error) run.firstTokenUs = record_.firstTokenUs;
        run.attempts.push_back(std::move(record_));
    }

    Exchange& exchange_;
    const Target& target_;
    MonotonicTime startedAt_;
    Deadlines deadlines_;
    model::Attempt record_;
    std::unique_ptr<VendorCall> vendor_;
    std::unique_ptr<providers::Decoder> decoder_;
};

} // namespace

asio::awaitable<model::Result<Served>> attempt(Exchange& exchange, const Target& target, model::AttemptReason reason) {
    AttemptUnderWay underWay(exchange, target, reason);
    co_return co_await underWay.run();
}

} // namespace signalbox::gateway
