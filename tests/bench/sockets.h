#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::bench {

using Clock = std::chrono::steady_clock;

/// A non-blocking connection to 127.0.0.1 under way; -1 when there is none to be had.
int connectTo(std::uint16_t port);
/// A non-blocking listener of 127.0.0.1; port 0: any free one.
int listenOn(std::uint16_t port);
std::uint16_t portOf(int listener);
void watch(int poller, int socket, std::uint32_t events, int operation);
/// A timer to wait on together with sockets, exact to some ten microseconds where epoll's own time-out is to a
/// millisecond.
int makeTimer();
void armTimer(int timer, Clock::time_point at);
void drainTimer(int timer);

/// As many open files as the system lets us have.
void raiseFileLimit();

/// The value at `share` (0.99) of `values`, which are put into order; 0 when there are none.
double quantile(std::vector<float>& values, double share);

/// `--name value` of a command line.
class Arguments {
public:
    Arguments(int count, char** words) : words_(words + 1, words + count) {}
    std::string text(std::string_view name, std::string fallback = {}) const;
    long number(std::string_view name, long fallback) const;

private:
    std::vector<std::string> words_;
};

} // namespace signalbox::bench
