#pragma once

#include "tests/support/http_client.h"

#include <boost/json/value.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace signalbox::tests {

/// The real `signalboxd` on a free port, with a data directory of its own that goes when this goes.
class GatewayProcess {
public:
    struct Options {
        std::vector<std::string> arguments; ///< behind `serve --data DIR --listen 127.0.0.1:PORT`
        std::vector<std::pair<std::string, std::string>> environment; ///< over the test's own
        std::chrono::seconds patience{30};                            ///< until /readyz says 200
        std::filesystem::path directory{}; ///< another's data directory, which stays; empty: one of its own
        std::uint16_t port = 0;            ///< 0: a free one, another at each start
    };

    /// Whether there is a program to start.
    static bool isBuilt();

    GatewayProcess() : GatewayProcess(Options()) {}
    explicit GatewayProcess(Options options);
    ~GatewayProcess();
    GatewayProcess(const GatewayProcess&) = delete;
    GatewayProcess& operator=(const GatewayProcess&) = delete;

    /// Starts it, on the same data directory each time, and waits until it serves. False: see `problem()`.
    bool start();
    const std::string& problem() const { return problem_; }
    bool isRunning();
    void setPatience(std::chrono::seconds patience) { options_.patience = patience; }
    /// SIGKILL, and waits for its end.
    void kill();
    void sendSignal(int signal) const;
    /// Waits for its end; its exit code (128 + signal when it died of one), none: still there.
    std::optional<int> waitForExit(std::chrono::milliseconds patience);

    std::uint16_t port() const { return port_; }
    std::string url() const;
    pid_t pid() const { return pid_; }
    const std::filesystem::path& directory() const { return directory_; }
    const std::string& applicationKey() const { return applicationKey_; }
    const std::string& adminToken() const { return adminToken_; }
    std::string log() const; ///< what it wrote to stderr so far, over all starts

    /// A call of the data plane with the application key.
    HttpReply call(std::string_view path, std::string_view body, const Headers& extra = {},
                   std::chrono::milliseconds patience = std::chrono::seconds(30),
                   const HttpConnection::OnBytes& onBytes = {}) const;
    /// What `call` sends beside the body.
    Headers callHeaders(const Headers& extra = {}) const;
    /// A call of the control plane (`path` below /api/v1) with the administrator's token.
    HttpReply control(std::string_view method, std::string_view path, std::string_view body = {},
                      std::string_view contentType = "application/json") const;
    /// Registers documents and makes them effective. Empty: done; else what the gateway answered.
    std::string apply(std::string_view yaml) const;
    /// The run on record; null when there is none. Runs are recorded before they are answered, so this does not wait.
    boost::json::value run(std::string_view id) const;
    /// The newest run once it is `count` runs on record: for calls whose answer never came. Null: the time ran out.
    boost::json::value newestRunOf(std::size_t count,
                                   std::chrono::milliseconds patience = std::chrono::seconds(10)) const;

private:
    bool waitUntilReady();

    Options options_;
    std::filesystem::path directory_;
    bool ownsDirectory_ = true;
    std::string problem_;
    pid_t pid_ = -1;
    std::optional<int> exitCode_;
    std::uint16_t port_ = 0;
    std::string applicationKey_;
    std::string adminToken_;
};

} // namespace signalbox::tests
