#include "core/net/server.h"

#include "core/net/address.h"
#include "core/net/connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace signalbox::net {

namespace asio = boost::asio;

namespace {

using Workers = std::vector<std::shared_ptr<WorkerState>>;

auto systemError(std::string_view what) {
    return tl::unexpected(Error{Error::Kind::Connect, Error::Phase::Connect, std::string(what) + ": " + std::strerror(errno)});
}

socklen_t fill(sockaddr_storage& storage, const Address& address, unsigned short port) {
    if (address.v6) {
        auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        std::memcpy(&v6.sin6_addr, address.bytes.data(), 16);
        return sizeof v6;
    }
    auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    std::memcpy(&v4.sin_addr, address.bytes.data(), 4);
    return sizeof v4;
}

/// Without port; an IPv4 client of a socket for both families as IPv4.
std::string peerText(const sockaddr_storage& storage) {
    Address address;
    if (storage.ss_family == AF_INET) {
        std::memcpy(address.bytes.data(), &reinterpret_cast<const sockaddr_in&>(storage).sin_addr, 4);
        return address.text();
    }
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(storage).sin6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&v6)) {
        std::memcpy(address.bytes.data(), v6.s6_addr + 12, 4);
    } else {
        address.v6 = true;
        std::memcpy(address.bytes.data(), v6.s6_addr, 16);
    }
    return address.text();
}

void serve(const std::shared_ptr<WorkerState>& worker, Descriptor socket, std::string peer) {
    auto connection = std::make_unique<Connection>(worker, std::move(socket), std::move(peer));
    if (worker->stopped || worker->draining) return;
    asio::co_spawn(worker->reactor.context(), Connection::run(std::move(connection)), asio::detached);
}

/// Accepts on the first worker's thread and deals the sockets out.
class Acceptor final : public Reactor::Source, private Deadline {
public:
    Acceptor(Descriptor socket, Workers workers) : Deadline(workers.front()->reactor), socket_(std::move(socket)), workers_(std::move(workers)) {}
    ~Acceptor() override { close(); }

    void start() {
        if (!socket_) return;
        watched_ = reactor().add(socket_.get(), *this);
        acceptAll();
    }
    void close() {
        if (watched_) reactor().remove(socket_.get(), *this);
        watched_ = false;
        socket_ = Descriptor();
        clear();
    }

private:
    Reactor& reactor() { return workers_.front()->reactor; }
    void onEvents(std::uint32_t) override { acceptAll(); }
    void abandon() override { close(); }
    void onDue() override { acceptAll(); }

    void acceptAll() {
        while (socket_) {
            sockaddr_storage address{};
            socklen_t size = sizeof address;
            Descriptor client(::accept4(socket_.get(), reinterpret_cast<sockaddr*>(&address), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
            if (client) {
                assign(std::move(client), address);
                continue;
            }
            if (errno == ECONNABORTED || errno == EINTR) continue;
            // Out of descriptors or memory: the event will not come again, so come back for the queue.
            if (errno != EAGAIN && errno != EWOULDBLOCK) set(monotonicNow() + std::chrono::milliseconds(100));
            return;
        }
    }

    void assign(Descriptor client, const sockaddr_storage& address) {
        const auto& first = *workers_.front();
        if (first.open->fetch_add(1, std::memory_order_relaxed) >= first.limits.connections) {
            first.open->fetch_sub(1, std::memory_order_relaxed);
            return;
        }
        const int on = 1;
        ::setsockopt(client.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        const auto& worker = workers_[next_++ % workers_.size()];
        if (worker == workers_.front()) {
            serve(worker, std::move(client), peerText(address));
            return;
        }
        auto shared = std::make_shared<Descriptor>(std::move(client));
        worker->reactor.post([worker, shared, peer = peerText(address)] { serve(worker, std::move(*shared), peer); });
    }

    Descriptor socket_;
    Workers workers_;
    std::size_t next_ = 0;
    bool watched_ = false;
};

class HttpServer final : public Server {
public:
    HttpServer(unsigned short port, std::shared_ptr<Acceptor> acceptor, Workers workers)
        : port_(port), acceptor_(std::move(acceptor)), workers_(std::move(workers)) {
        workers_.front()->reactor.post([a = acceptor_] { a->start(); });
    }
    ~HttpServer() override { stop(); }

    unsigned short port() const override { return port_; }
    std::size_t connections() const override { return workers_.front()->open->load(std::memory_order_relaxed); }

    void drain() override {
        forEachConnection([](WorkerState& worker) { worker.draining = true; }, [](Connection& connection) { connection.drain(); });
    }
    void interrupt() override {
        forEachConnection([](WorkerState&) {}, [](Connection& connection) { connection.interrupt(); });
    }
    void stop() override {
        forEachConnection([](WorkerState& worker) { worker.draining = worker.stopped = true; }, [](Connection& connection) { connection.stop(); });
    }

private:
    void forEachConnection(void (*first)(WorkerState&), void (*then)(Connection&)) {
        workers_.front()->reactor.post([a = acceptor_] { a->close(); });
        for (const auto& worker : workers_) {
            worker->reactor.post([worker, first, then] {
                first(*worker);
                const auto all = worker->connections; // a copy: some may go
                for (Connection* connection : all) then(*connection);
            });
        }
    }

    const unsigned short port_;
    const std::shared_ptr<Acceptor> acceptor_;
    const Workers workers_;
};

Result<Descriptor> openListener(const Address& address, unsigned short& port) {
    Descriptor socket(::socket(address.v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket) return systemError("socket");
    const int on = 1;
    const int off = 0;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address.v6) ::setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    sockaddr_storage storage{};
    const auto size = fill(storage, address, port);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&storage), size) != 0) return systemError("bind");
    if (::listen(socket.get(), SOMAXCONN) != 0) return systemError("listen");
    socklen_t boundSize = sizeof storage;
    ::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&storage), &boundSize);
    port = ntohs(address.v6 ? reinterpret_cast<const sockaddr_in6&>(storage).sin6_port : reinterpret_cast<const sockaddr_in&>(storage).sin_port);
    return socket;
}

} // namespace

Result<std::unique_ptr<Server>> Server::listen(Options options, std::vector<Worker> workers) {
    const auto address = parseAddress(options.address);
    if (!address || workers.empty()) return tl::unexpected(Error{Error::Kind::Connect, Error::Phase::Connect, "not an address: " + options.address});
    TlsContext tls;
    if (options.tls) {
        auto context = serverTls(*options.tls);
        if (!context) return tl::unexpected(context.error());
        tls = std::move(*context);
    }
    unsigned short port = options.port;
    auto socket = openListener(*address, port);
    if (!socket) return tl::unexpected(socket.error());
    const auto open = std::make_shared<std::atomic<std::size_t>>(0);
    Workers states;
    for (auto& worker : workers) {
        states.push_back(std::make_shared<WorkerState>(WorkerState{Reactor::of(*worker.context), std::move(worker.handler), std::move(worker.knows), options.limits, tls, open, {}}));
    }
    auto acceptor = std::make_shared<Acceptor>(std::move(*socket), states);
    return std::make_unique<HttpServer>(port, std::move(acceptor), std::move(states));
}

} // namespace signalbox::net
