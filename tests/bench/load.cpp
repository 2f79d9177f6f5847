// Load with a clock of its own (open loop): calls leave when they are due, whether or not earlier ones came back, and
// the time of each counts from when it was due. Prints one JSON object.
//   load --mode calls --port P --rate 1000 --seconds 10 --connections 64 --path PATH --body FILE [--bearer KEY]
//   load --mode streams --port P --rate 1000 --count 4000 ...
// Each stream has a connection of its own and is read to its end. First tokens are looked for before others, so that what is
// measured is not the time they lie here.
#include "tests/bench/sockets.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <deque>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <unordered_map>
#include <vector>

using namespace signalbox::bench;
using namespace std::chrono_literals;

namespace {

float milliseconds(Clock::duration time) {
    return std::chrono::duration<float, std::milli>(time).count();
}

std::string requestFrom(const Arguments& arguments) {
    std::ifstream file(arguments.text("--body"));
    std::ostringstream body;
    body << file.rdbuf();
    std::string head = "POST " + arguments.text("--path", "/v1/chat/completions") +
                       " HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n";
    if (const auto bearer = arguments.text("--bearer"); !bearer.empty())
        head += "authorization: Bearer " + bearer + "\r\n";
    return head + "content-length: " + std::to_string(body.str().size()) + "\r\n\r\n" + body.str();
}

/// What is common to both loads: due times, the poller, the timer.
class Load {
public:
    explicit Load(const Arguments& arguments)
        : request(requestFrom(arguments)), port(static_cast<std::uint16_t>(arguments.number("--port", 0))),
          interval(1'000'000'000 / arguments.number("--rate", 1000)) {
        poller = ::epoll_create1(EPOLL_CLOEXEC);
        later = ::epoll_create1(EPOLL_CLOEXEC);
        timer = makeTimer();
        watch(poller, later, EPOLLIN, EPOLL_CTL_ADD);
        watch(poller, timer, EPOLLIN, EPOLL_CTL_ADD);
    }
    virtual ~Load() = default;

    void run() {
        epoll_event ready[512];
        begun = Clock::now() + 20ms;
        while (!isDone()) {
            while (hasMore() && dueAt(begunCount) <= Clock::now())
                begin(dueAt(begunCount++));
            armTimer(timer, hasMore() ? dueAt(begunCount) : Clock::now() + 100ms);
            const int count = ::epoll_wait(poller, ready, 512, -1);
            bool others = false;
            for (int i = 0; i < count; ++i) {
                if (ready[i].data.fd == timer)
                    drainTimer(timer);
                else if (ready[i].data.fd == later)
                    others = true;
                else
                    serve(ready[i].data.fd, ready[i].events);
            }
            if (others) serveLater();
        }
    }

protected:
    virtual bool hasMore() const = 0;
    virtual bool isDone() const = 0;
    virtual void begin(Clock::time_point due) = 0;
    virtual void serve(int socket, std::uint32_t events) = 0;

    void serveLater() {
        epoll_event ready[16];
        const int count = ::epoll_wait(later, ready, 16, 0);
        for (int i = 0; i < count; ++i)
            serve(ready[i].data.fd, ready[i].events);
    }

    Clock::time_point dueAt(long number) const { return begun + std::chrono::nanoseconds(interval * number); }

    std::string request;
    std::uint16_t port;
    long interval;
    int poller;
    int later; ///< within `poller`: those whose turn comes after the others', some at a time
    int timer;
    Clock::time_point begun;
    long begunCount = 0;
};

class Calls final : public Load {
public:
    explicit Calls(const Arguments& arguments)
        : Load(arguments), total_(arguments.number("--rate", 1000) * arguments.number("--seconds", 10)) {
        for (long i = 0; i < arguments.number("--connections", 64); ++i)
            open();
    }

    void print() {
        std::printf("{\"calls\":%ld,\"failed\":%ld,\"p50_ms\":%.4f,\"p99_ms\":%.4f,\"max_ms\":%.4f}\n", total_, failed_,
                    quantile(times_, 0.5), quantile(times_, 0.99), quantile(times_, 1));
    }

protected:
    struct Connection {
        Clock::time_point due;
        std::string input;
        std::size_t expected = 0;
        bool busy = false;
    };

    bool hasMore() const override { return begunCount < total_; }
    bool isDone() const override { return done_ >= total_; }

    void begin(Clock::time_point due) override {
        if (idle_.empty()) return waiting_.push_back(due);
        send(due);
    }

    void send(Clock::time_point due) {
        const int socket = idle_.front();
        idle_.pop_front();
        auto& connection = connections_[socket];
        connection.due = due;
        connection.busy = true;
        connection.input.clear();
        connection.expected = 0;
        if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
            fail(socket);
    }

    void serve(int socket, std::uint32_t) override {
        auto& connection = connections_[socket];
        char buffer[16384];
        for (;;) {
            const auto got = ::recv(socket, buffer, sizeof buffer, 0);
            if (got < 0 && errno == EAGAIN) break;
            if (got <= 0) return fail(socket);
            connection.input.append(buffer, static_cast<std::size_t>(got));
            if (got < static_cast<ssize_t>(sizeof buffer)) break;
        }
        if (!connection.busy) return;
        if (connection.expected == 0) {
            const auto head = connection.input.find("\r\n\r\n");
            if (head == std::string::npos) return;
            auto at = connection.input.find("ontent-length: ");
            if (at == std::string::npos) at = connection.input.find("ontent-Length: ");
            if (at == std::string::npos || at > head) return fail(socket);
            connection.expected = head + 4 + std::stoul(connection.input.substr(at + 15, 12));
        }
        if (connection.input.size() < connection.expected) return;
        times_.push_back(milliseconds(Clock::now() - connection.due));
        if (connection.input.compare(9, 3, "200") != 0) ++failed_;
        ++done_;
        connection.busy = false;
        release(socket);
    }

    void release(int socket) {
        idle_.push_back(socket);
        if (waiting_.empty()) return;
        const auto due = waiting_.front();
        waiting_.pop_front();
        send(due);
    }

    void fail(int socket) {
        if (connections_[socket].busy) {
            ++failed_;
            ++done_;
        }
        std::erase(idle_, socket);
        connections_.erase(socket);
        ::close(socket);
        open();
    }

    void open() {
        const int socket = connectTo(port);
        if (socket < 0) return;
        connections_[socket];
        watch(poller, socket, EPOLLIN | EPOLLRDHUP, EPOLL_CTL_ADD);
        idle_.push_back(socket);
    }

private:
    long total_;
    long done_ = 0;
    long failed_ = 0;
    std::unordered_map<int, Connection> connections_;
    std::deque<int> idle_;
    std::deque<Clock::time_point> waiting_;
    std::vector<float> times_;
};

class Streams final : public Load {
public:
    explicit Streams(const Arguments& arguments)
        : Load(arguments), total_(arguments.number("--count", 1000)), holdFile_(arguments.text("--all-open")) {}

    void print() {
        std::printf("{\"streams\":%ld,\"seconds\":%.3f,\"whole\":%ld,\"most_at_once\":%ld,\"events\":%ld,\"first_p50_"
                    "ms\":%.4f,\"first_p99_ms\":%.4f,\"gap_p50_ms\":%.4f,\"gap_p99_ms\":%.4f}\n",
                    total_, std::chrono::duration<double>(Clock::now() - begun).count(), whole_, mostOpen_, events_,
                    quantile(firsts_, 0.5), quantile(firsts_, 0.99), quantile(gaps_, 0.5), quantile(gaps_, 0.99));
    }

protected:
    struct Stream {
        Clock::time_point due;
        Clock::time_point last;
        bool sent = false;
        bool streaming = false;
        std::string head; ///< until the first token
        std::string tail; ///< the last bytes, where [DONE] will be
    };

    bool hasMore() const override { return begunCount < total_; }
    bool isDone() const override { return ended_ >= total_; }

    void begin(Clock::time_point due) override {
        const int socket = connectTo(port);
        if (socket < 0) {
            ++ended_;
            return;
        }
        streams_[socket].due = due;
        watch(poller, socket, EPOLLIN | EPOLLOUT | EPOLLRDHUP, EPOLL_CTL_ADD);
    }

    void serve(int socket, std::uint32_t ready) override {
        auto& stream = streams_[socket];
        if (!stream.sent && (ready & EPOLLOUT)) {
            if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
                return end(socket, false);
            stream.sent = true;
            watch(poller, socket, EPOLLIN | EPOLLRDHUP, EPOLL_CTL_MOD);
        }
        char buffer[65536];
        for (;;) {
            const auto got = ::recv(socket, buffer, sizeof buffer, 0);
            if (got < 0 && errno == EAGAIN) return;
            if (got <= 0) return end(socket, false);
            const bool isFirst = !stream.streaming;
            take(stream, std::string_view(buffer, static_cast<std::size_t>(got)));
            if (isFirst && stream.streaming) {
                ::epoll_ctl(poller, EPOLL_CTL_DEL, socket, nullptr);
                watch(later, socket, EPOLLIN | EPOLLRDHUP, EPOLL_CTL_ADD);
            }
            if (stream.tail.find("[DONE]") != std::string::npos && stream.tail.ends_with("0\r\n\r\n"))
                return end(socket, true);
            if (got < static_cast<ssize_t>(sizeof buffer)) return;
        }
    }

    void take(Stream& stream, std::string_view bytes) {
        const auto now = Clock::now();
        if (!stream.streaming) {
            stream.head += bytes;
            if (stream.head.find("\"content\":\"token") == std::string::npos) return;
            stream.streaming = true;
            bytes = stream.head;
            firsts_.push_back(milliseconds(now - stream.due));
            mostOpen_ = std::max(mostOpen_, ++open_);
            // The one who measures memory waits for this moment.
            if (open_ == total_ && !holdFile_.empty()) std::ofstream(holdFile_) << open_;
        } else {
            gaps_.push_back(milliseconds(now - stream.last));
        }
        stream.last = now;
        for (auto at = bytes.find("data: {"); at != std::string_view::npos; at = bytes.find("data: {", at + 7))
            ++events_;
        stream.tail.append(bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 64)));
        if (stream.tail.size() > 64) stream.tail.erase(0, stream.tail.size() - 64);
        if (!stream.head.empty()) std::string().swap(stream.head);
    }

    void end(int socket, bool whole) {
        if (streams_[socket].streaming) --open_;
        whole_ += whole ? 1 : 0;
        ++ended_;
        streams_.erase(socket);
        ::close(socket);
    }

private:
    long total_;
    std::string holdFile_;
    long ended_ = 0;
    long whole_ = 0;
    long open_ = 0;
    long mostOpen_ = 0;
    long events_ = 0;
    std::unordered_map<int, Stream> streams_;
    std::vector<float> firsts_;
    std::vector<float> gaps_;
};

} // namespace

int main(int argc, char** argv) {
    const Arguments arguments(argc, argv);
    raiseFileLimit();
    if (arguments.text("--mode", "calls") == "streams") {
        Streams load(arguments);
        load.run();
        load.print();
    } else {
        Calls load(arguments);
        load.run();
        load.print();
    }
}
