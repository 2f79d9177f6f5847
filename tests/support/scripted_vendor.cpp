#include "tests/support/scripted_vendor.h"

#include "tests/support/vendor_replies.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <queue>
#include <stdexcept>
#include <thread>
#include <unordered_map>

namespace signalbox::tests {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// A listening socket of 127.0.0.1; port 0: any free one.
int listenOn(std::uint16_t port, int backlog) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int one = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || ::listen(listener, backlog) != 0)
        throw std::runtime_error("scripted vendor: cannot listen");
    return listener;
}

std::uint16_t portOf(int listener) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

} // namespace

/// One epoll loop in one thread. Connections belong to the thread; journal and script are shared under the mutex.
class ScriptedVendor::Loop {
public:
    Loop() {
        epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
        wake_ = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        listener_ = listenOn(0, 4096);
        port_ = portOf(listener_);
        watch(wake_, EPOLLIN, EPOLL_CTL_ADD);
        watch(listener_, EPOLLIN, EPOLL_CTL_ADD);
        thread_ = std::thread([this] { run(); });
    }

    ~Loop() {
        post([this] { stopping_ = true; });
        thread_.join();
        for (auto& [socket, connection] : connections_) ::close(socket);
        if (listener_ >= 0) ::close(listener_);
        ::close(wake_);
        ::close(epoll_);
    }

    /// Runs `job` on the loop's thread and waits for it.
    void call(std::function<void()> job) {
        bool done = false;
        post([&, job = std::move(job)] {
            job();
            std::lock_guard lock(mutex);
            done = true;
            changed.notify_all();
        });
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return done; });
    }

    void setListening(bool listening) {
        if (listening == (listener_ >= 0)) return;
        if (listening) {
            listener_ = listenOn(port_, 4096);
            watch(listener_, EPOLLIN, EPOLL_CTL_ADD);
        } else {
            ::close(listener_);
            listener_ = -1;
        }
    }

    void resetAll() {
        while (!connections_.empty()) end(connections_.begin()->first, true, false);
    }

    std::uint16_t port() const { return port_; }
    std::size_t open() const { return connections_.size(); }

    mutable std::mutex mutex;
    mutable std::condition_variable changed;
    std::deque<Behaviour> queue;
    ScriptedVendor::Script script = &ScriptedVendor::wellBehaved;
    std::vector<VendorRequest> journal;
    std::size_t generation = 0; ///< of the journal: `forget` starts a new one

private:
    struct Connection {
        std::size_t id = 0;
        std::string input;
        std::deque<Behaviour::Act> acts;
        std::string output;
        std::size_t written = 0;
        bool busy = false;        ///< acts of a request are under way
        bool hanging = false;
        bool wantsWrite = false;
        std::optional<SteadyTime> resumeAt;
        std::size_t request = 0;
        std::size_t generation = 0;
    };
    struct Timer {
        SteadyTime at;
        int socket;
        std::size_t connection;
        bool operator>(const Timer& other) const { return at > other.at; }
    };

    void post(std::function<void()> job) {
        {
            std::lock_guard lock(mutex);
            jobs_.push_back(std::move(job));
        }
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(wake_, &one, sizeof one);
    }

    void watch(int socket, std::uint32_t events, int operation) {
        epoll_event event{};
        event.events = events;
        event.data.fd = socket;
        ::epoll_ctl(epoll_, operation, socket, &event);
    }

    void run() {
        epoll_event events[256];
        while (!stopping_) {
            const int count = ::epoll_wait(epoll_, events, 256, untilNextTimer());
            for (int i = 0; i < count; ++i) {
                const int socket = events[i].data.fd;
                if (socket == wake_) runJobs();
                else if (socket == listener_) acceptAll();
                else serve(socket, events[i].events);
            }
            fireTimers();
        }
    }

    int untilNextTimer() const {
        if (timers_.empty()) return -1;
        const auto wait = timers_.top().at - steady_clock::now();
        // Rounded up: waking a fraction early would spin.
        return std::max(0, static_cast<int>(std::chrono::ceil<milliseconds>(wait).count()));
    }

    void fireTimers() {
        while (!timers_.empty() && timers_.top().at <= steady_clock::now()) {
            const Timer timer = timers_.top();
            timers_.pop();
            const auto found = connections_.find(timer.socket);
            if (found == connections_.end() || found->second.id != timer.connection) continue;
            if (!found->second.resumeAt || *found->second.resumeAt > timer.at) continue;
            found->second.resumeAt.reset();
            advance(timer.socket);
        }
    }

    void runJobs() {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto got = ::read(wake_, &count, sizeof count);
        std::vector<std::function<void()>> jobs;
        {
            std::lock_guard lock(mutex);
            jobs.swap(jobs_);
        }
        for (auto& job : jobs) job();
    }

    void acceptAll() {
        for (;;) {
            const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (socket < 0) return;
            const int one = 1;
            ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            connections_[socket].id = nextConnection_++;
            watch(socket, EPOLLIN | EPOLLRDHUP, EPOLL_CTL_ADD);
        }
    }

    void serve(int socket, std::uint32_t events) {
        const auto found = connections_.find(socket);
        if (found == connections_.end()) return;
        if (events & (EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP)) {
            char buffer[65536];
            for (;;) {
                const auto got = ::recv(socket, buffer, sizeof buffer, 0);
                if (got > 0) {
                    found->second.input.append(buffer, static_cast<std::size_t>(got));
                    continue;
                }
                if (got == 0 || (errno != EAGAIN && errno != EINTR)) return end(socket, false, true);
                break;
            }
        }
        advance(socket);
    }

    /// Does what can be done now: writes what is due, goes on with the acts, takes the next request.
    void advance(int socket) {
        auto& connection = connections_.at(socket);
        for (;;) {
            if (!flush(socket, connection)) return;
            if (connection.hanging || connection.resumeAt) return;
            if (!connection.acts.empty()) {
                if (!perform(socket, connection)) return;
                continue;
            }
            if (connection.busy) markAnswered(connection);
            VendorRequest request;
            if (!takeRequest(connection.input, request)) return;
            begin(connection, std::move(request));
        }
    }

    /// False: the socket is full, or gone.
    bool flush(int socket, Connection& connection) {
        while (connection.written < connection.output.size()) {
            const auto sent = ::send(socket, connection.output.data() + connection.written, connection.output.size() - connection.written, MSG_NOSIGNAL);
            if (sent > 0) {
                connection.written += static_cast<std::size_t>(sent);
                continue;
            }
            if (errno == EINTR) continue;
            if (errno != EAGAIN) {
                end(socket, false, true);
                return false;
            }
            setWantsWrite(socket, connection, true);
            return false;
        }
        connection.output.clear();
        connection.written = 0;
        setWantsWrite(socket, connection, false);
        return true;
    }

    void setWantsWrite(int socket, Connection& connection, bool wants) {
        if (connection.wantsWrite == wants) return;
        connection.wantsWrite = wants;
        watch(socket, EPOLLIN | EPOLLRDHUP | (wants ? EPOLLOUT : 0U), EPOLL_CTL_MOD);
    }

    /// The next act. False: the connection is gone.
    bool perform(int socket, Connection& connection) {
        Behaviour::Act act = std::move(connection.acts.front());
        connection.acts.pop_front();
        switch (act.kind) {
        case Behaviour::Kind::Send:
            connection.output += act.bytes;
            // Without a pause between them, bytes leave in as few packets as they fit.
            while (!connection.acts.empty() && connection.acts.front().kind == Behaviour::Kind::Send) {
                connection.output += connection.acts.front().bytes;
                connection.acts.pop_front();
            }
            return true;
        case Behaviour::Kind::Pause:
            connection.resumeAt = steady_clock::now() + act.pause;
            timers_.push({*connection.resumeAt, socket, connection.id});
            return true;
        case Behaviour::Kind::Hang: connection.hanging = true; return true;
        case Behaviour::Kind::Close:
        case Behaviour::Kind::Reset:
            markAnswered(connection);
            end(socket, act.kind == Behaviour::Kind::Reset, false);
            return false;
        }
        return true;
    }

    void begin(Connection& connection, VendorRequest request) {
        request.connection = connection.id;
        request.arrivedAt = steady_clock::now();
        std::optional<Behaviour> behaviour;
        Script current;
        {
            std::lock_guard lock(mutex);
            request.number = journal.size();
            connection.request = request.number;
            connection.generation = generation;
            if (!queue.empty()) {
                behaviour = std::move(queue.front());
                queue.pop_front();
            } else {
                current = script;
            }
            journal.push_back(request);
            changed.notify_all();
        }
        if (!behaviour) behaviour = current(request);
        connection.busy = true;
        connection.acts.assign(behaviour->acts().begin(), behaviour->acts().end());
    }

    void markAnswered(Connection& connection) {
        connection.busy = false;
        std::lock_guard lock(mutex);
        if (connection.generation == generation) journal[connection.request].answeredAt = steady_clock::now();
        changed.notify_all();
    }

    void end(int socket, bool byReset, bool peerLeft) {
        const auto found = connections_.find(socket);
        if (peerLeft && found->second.busy) {
            std::lock_guard lock(mutex);
            if (found->second.generation == generation) journal[found->second.request].disconnectedAt = steady_clock::now();
            changed.notify_all();
        }
        if (byReset) {
            const linger now{1, 0};
            ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        }
        connections_.erase(found);
        ::close(socket);
    }

    int epoll_ = -1;
    int wake_ = -1;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    bool stopping_ = false;
    std::size_t nextConnection_ = 0;
    std::unordered_map<int, Connection> connections_;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers_;
    std::vector<std::function<void()>> jobs_;
    std::thread thread_;
};

ScriptedVendor::ScriptedVendor() : loop_(std::make_unique<Loop>()) {}
ScriptedVendor::~ScriptedVendor() = default;

std::uint16_t ScriptedVendor::port() const {
    return loop_->port();
}

std::string ScriptedVendor::url() const {
    return "http://127.0.0.1:" + std::to_string(port());
}

void ScriptedVendor::next(Behaviour behaviour) {
    std::lock_guard lock(loop_->mutex);
    loop_->queue.push_back(std::move(behaviour));
}

void ScriptedVendor::next(std::size_t times, const Behaviour& behaviour) {
    for (std::size_t i = 0; i < times; ++i) next(behaviour);
}

void ScriptedVendor::byDefault(Script script) {
    std::lock_guard lock(loop_->mutex);
    loop_->script = std::move(script);
}

void ScriptedVendor::byDefault(Behaviour behaviour) {
    byDefault([behaviour = std::move(behaviour)](const VendorRequest&) { return behaviour; });
}

void ScriptedVendor::refuse() {
    loop_->call([this] { loop_->setListening(false); });
}

void ScriptedVendor::accept() {
    loop_->call([this] { loop_->setListening(true); });
}

void ScriptedVendor::resetAll() {
    loop_->call([this] { loop_->resetAll(); });
}

std::vector<VendorRequest> ScriptedVendor::journal() const {
    std::lock_guard lock(loop_->mutex);
    return loop_->journal;
}

std::size_t ScriptedVendor::requestCount() const {
    std::lock_guard lock(loop_->mutex);
    return loop_->journal.size();
}

std::size_t ScriptedVendor::connectionCount() const {
    std::size_t count = 0;
    loop_->call([&] { count = loop_->open(); });
    return count;
}

void ScriptedVendor::forget() {
    std::lock_guard lock(loop_->mutex);
    loop_->journal.clear();
    loop_->queue.clear();
    ++loop_->generation;
}

bool ScriptedVendor::waitForRequests(std::size_t count, milliseconds patience) const {
    std::unique_lock lock(loop_->mutex);
    return loop_->changed.wait_for(lock, patience, [&] { return loop_->journal.size() >= count; });
}

std::optional<SteadyTime> ScriptedVendor::waitForDisconnect(std::size_t number, milliseconds patience) const {
    std::unique_lock lock(loop_->mutex);
    const auto& journal = loop_->journal;
    loop_->changed.wait_for(lock, patience, [&] { return journal.size() > number && journal[number].disconnectedAt; });
    return journal.size() > number ? journal[number].disconnectedAt : std::nullopt;
}

Behaviour ScriptedVendor::wellBehaved(const VendorRequest& request) {
    using vendor::Protocol;
    const auto path = std::string_view(request.target).substr(0, request.target.find('?'));
    if (path.ends_with("/chat/completions")) {
        if (!request.wantsStream()) return vendor::answerJson(Protocol::OpenAi);
        const bool includeUsage = request.body.find("include_usage") != std::string::npos;
        return wholeStream(vendor::openAiEvents({}, includeUsage), {}, {{"x-request-id", "req_scripted"}});
    }
    if (path.ends_with("/messages")) return request.wantsStream() ? vendor::answerStream(Protocol::Anthropic) : vendor::answerJson(Protocol::Anthropic);
    if (path.ends_with("/embeddings")) {
        const bool base64 = request.body.find("base64") != std::string::npos;
        return respond(200, "application/json", vendor::openAiEmbeddings(1, 3, base64));
    }
    if (path.ends_with("/models")) return respond(200, "application/json", vendor::openAiModels({"vendor-model"}));
    return vendor::error(Protocol::OpenAi, 404, "invalid_request_error", "", "Unknown request URL");
}

UnansweredPort::UnansweredPort() {
    listener_ = listenOn(0, 0);
    port_ = portOf(listener_);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port_);
    // A queue of length 0 holds one connection; the others make sure that it is full.
    for (int i = 0; i < 4; ++i) {
        const int filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        ::connect(filler, reinterpret_cast<sockaddr*>(&address), sizeof address);
        fillers_.push_back(filler);
    }
}

UnansweredPort::~UnansweredPort() {
    for (const int filler : fillers_) ::close(filler);
    ::close(listener_);
}

std::string UnansweredPort::url() const {
    return "http://127.0.0.1:" + std::to_string(port_);
}

} // namespace signalbox::tests
