// A model vendor that streams to everybody who asks: one event at once, then one each `--interval-ms`, `--events` in
// all, then [DONE]. One thread; streams are spread over the interval's milliseconds, and newcomers do not wait behind
// them: what is measured is the time that somebody else adds. Prints its port, ends with its standard input.
#include "tests/bench/sockets.h"

#include <algorithm>
#include <cstdio>
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

std::string chunk(std::string_view bytes) {
    char size[20];
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return std::string(size).append(bytes).append("\r\n");
}

std::string event(std::string_view choices, std::string_view more = {}) {
    return std::string("data: "
                       "{\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion.chunk\",\"created\":1764000000,"
                       "\"model\":\"bench\",\"choices\":[")
        .append(choices)
        .append("]")
        .append(more)
        .append("}\n\n");
}

const std::string kHead = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
const std::string kToken = chunk(event(R"({"index":0,"delta":{"content":"token "},"finish_reason":null})"));
const std::string kEnd =
    chunk(event(R"({"index":0,"delta":{},"finish_reason":"stop"})")) +
    chunk(event("", R"(,"usage":{"prompt_tokens":500,"completion_tokens":100,"total_tokens":600})")) +
    chunk("data: [DONE]\n\n") + "0\r\n\r\n";

/// Of a tick's events, before newcomers have their turn.
constexpr std::size_t kSlice = 16;

class Upstream {
public:
    Upstream(long interval, long events) : slots_(static_cast<std::size_t>(interval)), events_(events) {
        poller_ = ::epoll_create1(EPOLL_CLOEXEC);
        listener_ = listenOn(0);
        timer_ = makeTimer();
        watch(poller_, listener_, EPOLLIN, EPOLL_CTL_ADD);
        watch(poller_, timer_, EPOLLIN, EPOLL_CTL_ADD);
        watch(poller_, STDIN_FILENO, EPOLLIN, EPOLL_CTL_ADD);
        std::printf("%d\n", portOf(listener_));
        std::fflush(stdout);
    }

    void run() {
        nextTick_ = Clock::now() + 1ms;
        armTimer(timer_, nextTick_);
        for (;;) {
            if (!serveReady(-1)) return;
            // One tick a round, and no arrears beyond an interval: on a machine that is too slow the streams lag, and
            // newcomers are served.
            const auto now = Clock::now();
            nextTick_ = std::max(nextTick_, now - std::chrono::milliseconds(slots_.size()));
            if (nextTick_ <= now) tick();
            armTimer(timer_, nextTick_);
        }
    }

private:
    struct Stream {
        std::string request;
        std::string pending; ///< what the socket would not take yet
        long sent = 0;
        bool streaming = false;
    };

    /// False: the standard input has ended.
    bool serveReady(int patience) {
        epoll_event ready[512];
        const int count = ::epoll_wait(poller_, ready, 512, patience);
        for (int i = 0; i < count; ++i) {
            const int socket = ready[i].data.fd;
            if (socket == STDIN_FILENO) return false;
            if (socket == timer_)
                drainTimer(timer_);
            else if (socket == listener_)
                acceptAll();
            else
                read(socket);
        }
        return true;
    }

    void acceptAll() {
        for (;;) {
            const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (socket < 0) return;
            streams_[socket];
            watch(poller_, socket, EPOLLIN | EPOLLRDHUP, EPOLL_CTL_ADD);
            read(socket); // the request may be here already
        }
    }

    void read(int socket) {
        auto& stream = streams_[socket];
        char buffer[16384];
        for (;;) {
            const auto got = ::recv(socket, buffer, sizeof buffer, 0);
            if (got == 0 || (got < 0 && errno != EAGAIN)) {
                streams_.erase(socket);
                ::close(socket);
                return;
            }
            if (got < 0) break;
            stream.request.append(buffer, static_cast<std::size_t>(got));
            if (got < static_cast<ssize_t>(sizeof buffer)) break;
        }
        const auto head = stream.request.find("\r\n\r\n");
        if (stream.streaming || head == std::string::npos) return;
        std::size_t length = 0;
        for (const auto* name : {"content-length: ", "Content-Length: "})
            if (const auto at = stream.request.find(name); at != std::string::npos)
                length = std::stoul(stream.request.substr(at + 16, 12));
        if (stream.request.size() < head + 4 + length) return;
        stream.request.clear();
        stream.streaming = true;
        stream.sent = 1;
        write(socket, stream, kHead + kToken);
        slots_[(at_ + slots_.size() - 1) % slots_.size()].push_back(socket); // not the one that may be under way
    }

    void write(int socket, Stream& stream, std::string_view bytes) {
        if (!stream.pending.empty()) {
            stream.pending += bytes;
            bytes = stream.pending;
        }
        const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        const auto taken = sent > 0 ? static_cast<std::size_t>(sent) : 0;
        if (taken == bytes.size())
            stream.pending.clear();
        else
            stream.pending = std::string(bytes.substr(taken));
    }

    void tick() {
        at_ = (at_ + 1) % slots_.size();
        nextTick_ += 1ms;
        auto& slot = slots_[at_];
        std::size_t served = 0;
        for (std::size_t i = 0; i < slot.size();) {
            if (++served % kSlice == 0) serveReady(0);
            const auto found = streams_.find(slot[i]);
            const bool streaming = found != streams_.end() && found->second.streaming;
            if (streaming && ++found->second.sent <= events_) {
                write(slot[i], found->second, kToken);
                ++i;
                continue;
            }
            if (streaming) {
                write(slot[i], found->second, kEnd);
                found->second.streaming = false;
            }
            slot[i] = slot.back();
            slot.pop_back();
        }
    }

    int poller_;
    int listener_;
    int timer_;
    std::unordered_map<int, Stream> streams_;
    std::vector<std::vector<int>> slots_; ///< one a millisecond of the interval
    std::size_t at_ = 0;
    long events_;
    Clock::time_point nextTick_;
};

} // namespace

int main(int argc, char** argv) {
    const Arguments arguments(argc, argv);
    raiseFileLimit();
    Upstream(arguments.number("--interval-ms", 20), arguments.number("--events", 400)).run();
}
