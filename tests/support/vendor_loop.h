#pragma once

#include "tests/support/scripted_vendor.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <queue>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace signalbox::tests {

/// One epoll loop in one thread. Connections belong to the thread; journal and script are shared under the mutex.
class ScriptedVendor::Loop {
public:
    Loop();

    ~Loop();

    /// Runs `job` on the loop's thread and waits for it.
    void call(std::function<void()> job);
    void setListening(bool listening);
    void resetAll();

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
        bool busy = false; ///< acts of a request are under way
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
    void post(std::function<void()> job);
    void watch(int socket, std::uint32_t events, int operation);
    void run();
    int untilNextTimer() const;
    void fireTimers();
    void runJobs();
    void acceptAll();

    void serve(int socket, std::uint32_t events);

    /// Does what can be done now: writes what is due, goes on with the acts, takes the next request.
    void advance(int socket);

    /// False: the socket is full, or gone.
    bool flush(int socket, Connection& connection);

    void setWantsWrite(int socket, Connection& connection, bool wants);

    /// The next act. False: the connection is gone.
    bool perform(int socket, Connection& connection);
    void begin(Connection& connection, VendorRequest request);
    void markAnswered(Connection& connection);
    void end(int socket, bool byReset, bool peerLeft);

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

} // namespace signalbox::tests
