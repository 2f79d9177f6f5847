#pragma once

#include "core/base/clock.h"
#include "core/net/upstream.h"
#include "core/providers/connector.h"
#include "core/providers/sandbox.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <memory>
#include <string_view>

namespace signalbox::gateway {

/// One request to a vendor, over the network or to the sandbox inside this process; the stages see no difference.
/// Everything on the worker's thread.
class VendorCall {
public:
    virtual ~VendorCall() = default;
    virtual boost::asio::awaitable<net::Result<void>> send(providers::WireRequest request, MonotonicTime connectBy,
                                                           MonotonicTime headBy) = 0;
    virtual int status() const = 0;
    virtual std::string_view header(std::string_view name) const = 0;
    /// As net::UpstreamCall::readSome.
    virtual boost::asio::awaitable<net::Result<std::string_view>> readSome(MonotonicTime by) = 0;
    virtual void cancel() = 0;
    virtual std::chrono::microseconds connectTime() const = 0;
};

std::unique_ptr<VendorCall> networkCall(net::UpstreamPool& pool, const net::Endpoint& endpoint);
/// Plays what `planSandboxAnswer` decides, with timers.
std::unique_ptr<VendorCall> sandboxCall(boost::asio::io_context& context, const model::SandboxSettings& settings,
                                        const model::ModelSpec& model, std::uint64_t callNumber);

} // namespace signalbox::gateway
