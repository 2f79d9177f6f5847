#include "core/net/resolver.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <algorithm>
#include <cstring>

namespace signalbox::net {

namespace asio = boost::asio;

class Resolver::System {
public:
    explicit System(asio::io_context& context) : resolver(context) {}
    asio::ip::tcp::resolver resolver;
};

/// Stands in the queue for a name, and leaves it however the wait ends.
class Resolver::Place {
public:
    Place(std::shared_ptr<Resolver> resolver, Name& name, Waiter& waiter) : resolver_(std::move(resolver)), name_(name), waiter_(waiter) {
        name_.waiting.push_back(&waiter_);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() { std::erase(name_.waiting, &waiter_); }

private:
    std::shared_ptr<Resolver> resolver_;
    Name& name_;
    Waiter& waiter_;
};

namespace {

Address toAddress(const asio::ip::address& from) {
    Address address;
    address.v6 = from.is_v6();
    if (address.v6) {
        const auto bytes = from.to_v6().to_bytes();
        std::copy(bytes.begin(), bytes.end(), address.bytes.begin());
    } else {
        const auto bytes = from.to_v4().to_bytes();
        std::copy(bytes.begin(), bytes.end(), address.bytes.begin());
    }
    return address;
}

/// The system's order within a family; families in turn, the system's favourite first (RFC 8305, 4).
std::vector<Address> alternated(const std::vector<Address>& all) {
    std::vector<Address> result;
    std::vector<Address> other;
    for (const auto& address : all) (address.v6 == all.front().v6 ? result : other).push_back(address);
    for (std::size_t i = 0; i < other.size(); ++i) {
        result.insert(result.begin() + static_cast<std::ptrdiff_t>(std::min(2 * i + 1, result.size())), other[i]);
    }
    return result;
}

} // namespace

Resolver::Resolver(Reactor& reactor, std::chrono::milliseconds keepFor)
    : reactor_(reactor), keepFor_(keepFor), system_(std::make_unique<System>(reactor.context())) {}

Resolver::~Resolver() = default;

asio::awaitable<Result<std::vector<Address>>> Resolver::resolve(std::string host, Waiter& waiter, MonotonicTime by) {
    if (const auto literal = parseAddress(host)) co_return std::vector{*literal};
    Name& name = names_[host];
    if (name.addresses.empty() || name.expires <= monotonicNow()) {
        if (!name.isAsking) ask(host, name);
        const Place place(shared_from_this(), name, waiter);
        const auto wake = co_await waiter.wait(by);
        if (wake == Wake::Timeout) co_return tl::unexpected(Error{Error::Kind::Timeout, Error::Phase::Connect, "resolving " + host});
        if (wake == Wake::Cancelled) co_return tl::unexpected(Error{Error::Kind::Cancelled, Error::Phase::Connect, {}});
    }
    if (name.addresses.empty()) co_return tl::unexpected(Error{Error::Kind::Resolve, Error::Phase::Connect, host + ": " + name.problem});
    co_return name.addresses;
}

void Resolver::ask(const std::string& host, Name& name) {
    name.isAsking = true;
    system_->resolver.async_resolve(host, "", [weak = weak_from_this(), host](boost::system::error_code error, const asio::ip::tcp::resolver::results_type& results) {
        const auto self = weak.lock();
        if (!self) return;
        std::vector<Address> addresses;
        for (const auto& result : results) {
            const auto address = toAddress(result.endpoint().address());
            if (std::find(addresses.begin(), addresses.end(), address) == addresses.end()) addresses.push_back(address);
        }
        self->answered(host, std::move(addresses), error ? error.message() : "no address");
    });
}

void Resolver::answered(const std::string& host, std::vector<Address> addresses, std::string problem) {
    Name& name = names_[host];
    name.isAsking = false;
    if (!addresses.empty()) name.addresses = alternated(addresses);
    // A resolver that fails for a moment does not take away what is known; but it is asked again soon.
    name.expires = monotonicNow() + (addresses.empty() ? std::min(keepFor_, std::chrono::milliseconds(1000)) : keepFor_);
    name.problem = std::move(problem);
    const auto waiting = std::exchange(name.waiting, {});
    for (Waiter* waiter : waiting) waiter->wakeSoon(Wake::Ready);
}

} // namespace signalbox::net
