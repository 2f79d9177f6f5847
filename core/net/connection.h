#pragma once

#include "core/net/head_check.h"
#include "core/net/outgoing.h"
#include "core/net/read_buffer.h"
#include "core/net/server.h"
#include "core/net/tls.h"

#include <atomic>

namespace signalbox::net {

class Connection;

/// What the connections of one worker share; on the worker's thread, but for `open`.
struct WorkerState {
    Reactor& reactor;
    Handler handler;
    std::function<bool(const Request&)> knows; ///< or nothing
    ServerLimits limits;
    TlsContext tls;
    std::shared_ptr<std::atomic<std::size_t>> open; ///< connections of the whole server
    std::vector<Connection*> connections;
    bool draining = false;
    bool stopped = false;
};

/// One client: reads a request, has it handled, answers, again.
class Connection final : public Reply, private StreamListener {
public:
    static boost::asio::awaitable<void> run(std::unique_ptr<Connection> self);

    Connection(std::shared_ptr<WorkerState> worker, Descriptor socket, std::string peer);
    ~Connection() override;

    /// Ends it if it is between two requests; else after this one.
    void drain();
    void interrupt();
    void stop();

    boost::asio::awaitable<bool> send(Response response) override;
    boost::asio::awaitable<bool> begin(Response head, std::string_view keepAlive, std::chrono::milliseconds keepAliveEvery) override;
    boost::asio::awaitable<bool> write(std::string bytes) override;
    boost::asio::awaitable<bool> end() override;
    void abort() override;
    void onDisconnect(std::function<void()> callback) override;
    bool isDisconnected() const override { return stream_.isPeerClosed() || broken_; }

private:
    enum class Phase { Idle, Reading, Handling, Streaming, Answered, Aborted };

    /// Sends the keep-alive bytes of a silent stream.
    class KeepAlive final : public Deadline {
    public:
        explicit KeepAlive(Connection& connection) : Deadline(connection.worker_->reactor), connection_(connection) {}

    private:
        void onDue() override { connection_.sendKeepAlive(); }
        Connection& connection_;
    };

    boost::asio::awaitable<bool> handshake();
    boost::asio::awaitable<bool> serveOne();
    boost::asio::awaitable<std::optional<RequestHead>> readHead();
    boost::asio::awaitable<bool> readBody(RequestHead& head);
    boost::asio::awaitable<bool> readSized(std::string& body, std::size_t length);
    boost::asio::awaitable<bool> readChunked(Request& request);
    bool isStranger(const Request& request) const { return worker_->knows && !worker_->knows(request); }
    void leaveBody(Request& request);
    boost::asio::awaitable<bool> waitForBody(Stream::Want want);
    boost::asio::awaitable<void> handle(Request request);
    boost::asio::awaitable<void> refuse(Refusal refusal);
    boost::asio::awaitable<bool> transmit(Outgoing outgoing);
    boost::asio::awaitable<void> linger();

    void onStreamEvent() override;
    void lost();
    void sendKeepAlive();
    std::string& head(const Response& response, std::string_view framing);

    std::shared_ptr<WorkerState> worker_;
    Stream stream_;
    std::string peer_;
    ReadBuffer in_;
    HeadEnd headEnd_;
    Phase phase_ = Phase::Idle;
    bool http10_ = false;
    bool headOnly_ = false;
    bool keepAlive_ = true;
    bool broken_ = false;  ///< a write failed
    bool bodyLeft_ = false; ///< unread, and the connection ends
    bool writing_ = false;
    std::size_t bodyBytes_ = 0;
    MonotonicTime bodySince_;
    std::function<void()> onDisconnect_;
    std::string unsent_; ///< of keep-alive bytes that the socket had no room for
    std::string keepAliveBytes_;
    std::chrono::milliseconds keepAliveEvery_{};
    KeepAlive keepAliveDeadline_;
    std::size_t place_ = 0; ///< in worker_->connections
};

} // namespace signalbox::net
