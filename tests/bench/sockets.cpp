#include "tests/bench/sockets.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cmath>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace signalbox::bench {

namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

int makeSocket() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int one = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    return socket;
}

} // namespace

int connectTo(std::uint16_t port) {
    const int socket = makeSocket();
    const auto address = loopback(port);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 || errno == EINPROGRESS)
        return socket;
    ::close(socket);
    return -1;
}

int listenOn(std::uint16_t port) {
    const int socket = makeSocket();
    const auto address = loopback(port);
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 && ::listen(socket, 8192) == 0)
        return socket;
    ::close(socket);
    return -1;
}

std::uint16_t portOf(int listener) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

void watch(int poller, int socket, std::uint32_t events, int operation) {
    epoll_event event{};
    event.events = events;
    event.data.fd = socket;
    ::epoll_ctl(poller, operation, socket, &event);
}

int makeTimer() {
    return ::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
}

void armTimer(int timer, Clock::time_point at) {
    // steady_clock is CLOCK_MONOTONIC on Linux; 0 would disarm.
    const auto ns =
        std::max<std::int64_t>(1, std::chrono::duration_cast<std::chrono::nanoseconds>(at.time_since_epoch()).count());
    itimerspec when{};
    when.it_value.tv_sec = ns / 1'000'000'000;
    when.it_value.tv_nsec = ns % 1'000'000'000;
    ::timerfd_settime(timer, TFD_TIMER_ABSTIME, &when, nullptr);
}

void drainTimer(int timer) {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = ::read(timer, &count, sizeof count);
}

void raiseFileLimit() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

double quantile(std::vector<float>& values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto index = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return static_cast<double>(values[std::min(values.size(), std::max<std::size_t>(index, 1)) - 1]);
}

std::string Arguments::text(std::string_view name, std::string fallback) const {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i)
        if (words_[i] == name) return words_[i + 1];
    return fallback;
}

long Arguments::number(std::string_view name, long fallback) const {
    const auto value = text(name);
    return value.empty() ? fallback : std::strtol(value.c_str(), nullptr, 10);
}

} // namespace signalbox::bench
