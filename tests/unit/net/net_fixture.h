#pragma once

#include "core/net/server.h"
#include "core/net/upstream.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>

#include <future>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace signalbox::net::test {

namespace asio = boost::asio;

/// An io_context on a thread of its own.
class Loop {
public:
    Loop() : work_(asio::make_work_guard(context)), thread_([this] { context.run(); }) {}
    ~Loop() { finish(); }
    void finish() {
        context.stop();
        if (thread_.joinable()) thread_.join();
    }

    /// Runs a coroutine to its end and gives its result.
    template <class Awaitable>
    auto run(Awaitable awaitable) {
        return asio::co_spawn(context, std::move(awaitable), asio::use_future).get();
    }
    /// Runs a function on the loop's thread.
    template <class Function>
    auto call(Function function) {
        auto task = std::make_shared<std::packaged_task<decltype(function())()>>(std::move(function));
        asio::post(context, [task] { (*task)(); });
        return task->get_future().get();
    }

    asio::io_context context;

private:
    asio::executor_work_guard<asio::io_context::executor_type> work_;
    std::thread thread_;
};

/// A blocking client that sends what it is told, byte for byte.
class RawClient {
public:
    explicit RawClient(unsigned short port, int receiveBuffer = 0) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        if (receiveBuffer > 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        isConnected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    ~RawClient() { close(); }

    bool isConnected() const { return isConnected_; }
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    void sendEnd() { ::shutdown(socket_, SHUT_WR); }
    void close() {
        if (socket_ >= 0) ::close(socket_);
        socket_ = -1;
    }
    void reset() {
        const linger hard{1, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        close();
    }

    /// Reads until `enough` says so, the server closes, or time is up; gives all that came so far.
    template <class Enough>
    const std::string& readUntil(Enough enough, std::chrono::milliseconds within = std::chrono::seconds(10)) {
        const auto by = std::chrono::steady_clock::now() + within;
        while (!isClosed_ && !enough(received_)) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(by - std::chrono::steady_clock::now());
            pollfd poll{socket_, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&poll, 1, static_cast<int>(left.count())) <= 0) break;
            char bytes[16384];
            const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
            if (count > 0) received_.append(bytes, static_cast<std::size_t>(count));
            else isClosed_ = true;
            if (count < 0) wasReset_ = true;
        }
        return received_;
    }
    const std::string& readUntilContains(std::string_view text, std::chrono::milliseconds within = std::chrono::seconds(10)) {
        return readUntil([text](const std::string& all) { return all.find(text) != std::string::npos; }, within);
    }
    const std::string& readToEnd(std::chrono::milliseconds within = std::chrono::seconds(10)) {
        return readUntil([](const std::string&) { return false; }, within);
    }
    bool isClosed() const { return isClosed_; }
    bool wasReset() const { return wasReset_; }
    void forget() { received_.clear(); }

private:
    int socket_ = -1;
    bool isConnected_ = false;
    bool isClosed_ = false;
    bool wasReset_ = false;
    std::string received_;
};

/// Answers with what came: method, target and body.
inline asio::awaitable<void> echo(Request request, Reply& reply) {
    Response response;
    response.fields.add("content-type", "text/plain");
    response.body = request.method + " " + request.target + " [" + request.body + "]";
    co_await reply.send(std::move(response));
}

/// A server on its own thread.
struct TestServer {
    explicit TestServer(Handler handler = echo, Server::Options options = {}, std::function<bool(const Request&)> knows = nullptr) {
        auto made = Server::listen(std::move(options), {{&loop.context, std::move(handler), std::move(knows)}});
        if (made) server = std::move(*made);
        else problem = made.error().detail;
    }
    ~TestServer() { loop.finish(); }
    unsigned short port() const { return server->port(); }
    Endpoint endpoint() const { return {false, "127.0.0.1", port()}; }

    Loop loop;
    std::unique_ptr<Server> server;
    std::string problem;
};

struct Answer {
    int status = 0;
    Fields fields;
    std::string body;
    std::optional<Error> error;
    bool wasPooled = false;
};

/// One call, whole.
inline asio::awaitable<Answer> fetch(UpstreamPool& pool, Endpoint endpoint, UpstreamRequest request, std::chrono::milliseconds within = std::chrono::seconds(10)) {
    Answer answer;
    const auto by = monotonicNow() + within;
    auto call = pool.call(endpoint);
    const auto sent = co_await call->send(request, by, by);
    if (!sent) {
        answer.error = sent.error();
        co_return answer;
    }
    answer.status = call->status();
    answer.fields = call->fields();
    answer.wasPooled = call->wasPooled();
    while (true) {
        const auto bytes = co_await call->readSome(by);
        if (!bytes) {
            answer.error = bytes.error();
            co_return answer;
        }
        if (bytes->empty()) co_return answer;
        answer.body.append(*bytes);
    }
}

/// A pool on its own thread.
struct TestPool {
    explicit TestPool(UpstreamPool::Options options = {}) : pool(loop.call([this, options] { return UpstreamPool::make(loop.context, options); })) {}
    ~TestPool() {
        loop.call([this] { pool.reset(); });
        loop.finish();
    }
    Answer get(const Endpoint& endpoint, std::string target = "/") {
        UpstreamRequest request;
        request.method = "GET";
        request.target = std::move(target);
        return loop.run(fetch(*pool, endpoint, std::move(request)));
    }
    Answer post(const Endpoint& endpoint, std::string body, std::string target = "/") {
        UpstreamRequest request;
        request.target = std::move(target);
        request.body = std::move(body);
        return loop.run(fetch(*pool, endpoint, std::move(request)));
    }
    std::size_t idle() {
        return loop.call([this] { return pool->idleConnections(); });
    }

    Loop loop;
    std::unique_ptr<UpstreamPool> pool;
};

} // namespace signalbox::net::test
