#include "core/gateway/vendor_call.h"

#include "core/base/text.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace signalbox::gateway {

namespace asio = boost::asio;

namespace {

class NetworkCall final : public VendorCall {
public:
    explicit NetworkCall(std::unique_ptr<net::UpstreamCall> call) : call_(std::move(call)) {}

    asio::awaitable<net::Result<void>> send(providers::WireRequest request, MonotonicTime connectBy, MonotonicTime headBy) override {
        request_.target = std::move(request.target);
        request_.body = std::move(request.body);
        for (const auto& [name, value] : request.headers) request_.fields.add(name, value);
        auto sent = co_await call_->send(request_, connectBy, headBy);
        std::string().swap(request_.body); // a stream may live for minutes; its prompt need not
        co_return sent;
    }
    int status() const override { return call_->status(); }
    std::string_view header(std::string_view name) const override { return call_->fields().get(name); }
    asio::awaitable<net::Result<std::string_view>> readSome(MonotonicTime by) override { return call_->readSome(by); }
    void cancel() override { call_->cancel(); }
    std::chrono::microseconds connectTime() const override { return call_->connectTime(); }

private:
    std::unique_ptr<net::UpstreamCall> call_;
    net::UpstreamRequest request_;
};

class SandboxCall final : public VendorCall {
public:
    SandboxCall(asio::io_context& context, const model::SandboxSettings& settings, const model::ModelSpec& model, std::uint64_t number)
        : timer_(context), settings_(settings), model_(model), number_(number) {}

    asio::awaitable<net::Result<void>> send(providers::WireRequest request, MonotonicTime, MonotonicTime headBy) override {
        plan_ = providers::planSandboxAnswer(settings_, model_, request, number_);
        due_ = monotonicNow() + plan_.headAfter;
        if (auto waited = co_await waitUntilDue(headBy, net::Error::Phase::Head); !waited) co_return tl::unexpected(waited.error());
        co_return net::Result<void>{};
    }
    int status() const override { return plan_.status; }
    std::string_view header(std::string_view name) const override {
        for (const auto& [key, value] : plan_.headers)
            if (equalsIgnoringCase(key, name)) return value;
        return {};
    }
    asio::awaitable<net::Result<std::string_view>> readSome(MonotonicTime by) override {
        if (next_ == plan_.body.size()) {
            if (plan_.cut) co_return tl::unexpected(net::Error{net::Error::Kind::Reset, net::Error::Phase::Body, "the simulated vendor cut the answer"});
            if (!plan_.stall) co_return std::string_view{};
            due_ = MonotonicTime::max();
        } else if (!armed_) {
            due_ += plan_.body[next_].after;
            armed_ = true;
        }
        if (auto waited = co_await waitUntilDue(by, net::Error::Phase::Body); !waited) co_return tl::unexpected(waited.error());
        // As a socket would: everything that is due by now comes in one read.
        bytes_ = std::move(plan_.body[next_++].bytes);
        const auto now = monotonicNow();
        while (next_ < plan_.body.size() && due_ + plan_.body[next_].after <= now) {
            due_ += plan_.body[next_].after;
            bytes_ += plan_.body[next_++].bytes;
        }
        armed_ = false;
        co_return std::string_view(bytes_);
    }
    void cancel() override {
        cancelled_ = true;
        timer_.cancel();
    }
    std::chrono::microseconds connectTime() const override { return std::chrono::microseconds{0}; }

private:
    asio::awaitable<net::Result<void>> waitUntilDue(MonotonicTime by, net::Error::Phase phase) {
        const bool late = due_ > by;
        const auto until = late ? by : due_;
        while (!cancelled_ && monotonicNow() < until) {
            timer_.expires_at(until);
            co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
        }
        if (cancelled_) co_return tl::unexpected(net::Error{net::Error::Kind::Cancelled, phase, "cancelled"});
        if (late) co_return tl::unexpected(net::Error{net::Error::Kind::Timeout, phase, "the simulated vendor did not answer in time"});
        co_return net::Result<void>{};
    }

    asio::steady_timer timer_;
    model::SandboxSettings settings_;
    const model::ModelSpec& model_;
    std::uint64_t number_;
    providers::SandboxPlan plan_;
    MonotonicTime due_;
    std::size_t next_ = 0;
    bool armed_ = false;
    bool cancelled_ = false;
    std::string bytes_;
};

} // namespace

std::unique_ptr<VendorCall> networkCall(net::UpstreamPool& pool, const net::Endpoint& endpoint) {
    return std::make_unique<NetworkCall>(pool.call(endpoint));
}

std::unique_ptr<VendorCall> sandboxCall(asio::io_context& context, const model::SandboxSettings& settings, const model::ModelSpec& model,
                                        std::uint64_t callNumber) {
    return std::make_unique<SandboxCall>(context, settings, model, callNumber);
}

} // namespace signalbox::gateway
