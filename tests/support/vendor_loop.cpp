#include "tests/support/vendor_loop.h"

#include "tests/support/loopback.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace signalbox::tests {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

} // namespace

ScriptedVendor::Loop::Loop() {
    epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
    wake_ = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    listener_ = listenOn(0, 4096);
    port_ = portOf(listener_);
    watch(wake_, EPOLLIN, EPOLL_CTL_ADD);
    watch(listener_, EPOLLIN, EPOLL_CTL_ADD);
    thread_ = std::thread([this] { run(); });
}

ScriptedVendor::Loop::~Loop() {
    post([this] { stopping_ = true; });
    thread_.join();
    for (auto& [socket, connection] : connections_)
        ::close(socket);
    if (listener_ >= 0) ::close(listener_);
    ::close(wake_);
    ::close(epoll_);
}

void ScriptedVendor::Loop::call(std::function<void()> job) {
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

void ScriptedVendor::Loop::setListening(bool listening) {
    if (listening == (listener_ >= 0)) return;
    if (listening) {
        listener_ = listenOn(port_, 4096);
        watch(listener_, EPOLLIN, EPOLL_CTL_ADD);
    } else {
        ::close(listener_);
        listener_ = -1;
    }
}

void ScriptedVendor::Loop::resetAll() {
    while (!connections_.empty())
        end(connections_.begin()->first, true, false);
}

void ScriptedVendor::Loop::post(std::function<void()> job) {
    {
        std::lock_guard lock(mutex);
        jobs_.push_back(std::move(job));
    }
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wake_, &one, sizeof one);
}

void ScriptedVendor::Loop::watch(int socket, std::uint32_t events, int operation) {
    epoll_event event{};
    event.events = events;
    event.data.fd = socket;
    ::epoll_ctl(epoll_, operation, socket, &event);
}

void ScriptedVendor::Loop::run() {
    epoll_event events[256];
    while (!stopping_) {
        const int count = ::epoll_wait(epoll_, events, 256, untilNextTimer());
        for (int i = 0; i < count; ++i) {
            const int socket = events[i].data.fd;
            if (socket == wake_)
                runJobs();
            else if (socket == listener_)
                acceptAll();
            else
                serve(socket, events[i].events);
        }
        fireTimers();
    }
}

int ScriptedVendor::Loop::untilNextTimer() const {
    if (timers_.empty()) return -1;
    const auto wait = timers_.top().at - steady_clock::now();
    // Rounded up: waking a fraction early would spin.
    return std::max(0, static_cast<int>(std::chrono::ceil<milliseconds>(wait).count()));
}

void ScriptedVendor::Loop::fireTimers() {
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

void ScriptedVendor::Loop::runJobs() {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = ::read(wake_, &count, sizeof count);
    std::vector<std::function<void()>> jobs;
    {
        std::lock_guard lock(mutex);
        jobs.swap(jobs_);
    }
    for (auto& job : jobs)
        job();
}

void ScriptedVendor::Loop::acceptAll() {
    for (;;) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0) return;
        const int one = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        connections_[socket].id = nextConnection_++;
        watch(socket, EPOLLIN | EPOLLRDHUP, EPOLL_CTL_ADD);
    }
}

void ScriptedVendor::Loop::serve(int socket, std::uint32_t events) {
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

void ScriptedVendor::Loop::advance(int socket) {
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

bool ScriptedVendor::Loop::flush(int socket, Connection& connection) {
    while (connection.written < connection.output.size()) {
        const auto sent = ::send(socket, connection.output.data() + connection.written,
                                 connection.output.size() - connection.written, MSG_NOSIGNAL);
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

void ScriptedVendor::Loop::setWantsWrite(int socket, Connection& connection, bool wants) {
    if (connection.wantsWrite == wants) return;
    connection.wantsWrite = wants;
    watch(socket, EPOLLIN | EPOLLRDHUP | (wants ? EPOLLOUT : 0U), EPOLL_CTL_MOD);
}

bool ScriptedVendor::Loop::perform(int socket, Connection& connection) {
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
    case Behaviour::Kind::Hang:
        connection.hanging = true;
        return true;
    case Behaviour::Kind::Close:
    case Behaviour::Kind::Reset:
        markAnswered(connection);
        end(socket, act.kind == Behaviour::Kind::Reset, false);
        return false;
    }
    return true;
}

void ScriptedVendor::Loop::begin(Connection& connection, VendorRequest request) {
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

void ScriptedVendor::Loop::markAnswered(Connection& connection) {
    connection.busy = false;
    std::lock_guard lock(mutex);
    if (connection.generation == generation) journal[connection.request].answeredAt = steady_clock::now();
    changed.notify_all();
}

void ScriptedVendor::Loop::end(int socket, bool byReset, bool peerLeft) {
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

} // namespace signalbox::tests
