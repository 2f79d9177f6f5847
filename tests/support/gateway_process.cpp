#include "tests/support/gateway_process.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace signalbox::tests {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

/// How often a condition of another process is looked at; there is nothing to wait on.
constexpr milliseconds kLook{5};

fs::path program() {
    return fs::path(SIGNALBOX_BIN_DIR) / "signalboxd";
}

std::string firstLineOf(const fs::path& file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

boost::json::value parsed(const HttpReply& reply) {
    boost::system::error_code error;
    auto value = boost::json::parse(reply.body, error);
    return error || reply.status != 200 ? boost::json::value() : value;
}

} // namespace

bool GatewayProcess::isBuilt() {
    return fs::exists(program());
}

GatewayProcess::GatewayProcess(Options options) : options_(std::move(options)) {
    if (!options_.directory.empty()) {
        directory_ = options_.directory;
        ownsDirectory_ = false;
        return;
    }
    std::string pattern = (fs::temp_directory_path() / "signalbox-test-XXXXXX").string();
    directory_ = ::mkdtemp(pattern.data());
}

GatewayProcess::~GatewayProcess() {
    if (pid_ > 0) kill();
    std::error_code ignored;
    if (ownsDirectory_) fs::remove_all(directory_, ignored);
}

bool GatewayProcess::start() {
    problem_.clear();
    std::error_code ignored;
    // What a killed gateway left behind must not be taken for the new one's address.
    if (ownsDirectory_) fs::remove(directory_ / "listen.address", ignored);
    std::vector<std::string> words = {program().string(),  "serve",    "--data",
                                      directory_.string(), "--listen", "127.0.0.1:" + std::to_string(options_.port)};
    words.insert(words.end(), options_.arguments.begin(), options_.arguments.end());
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string logFile = (directory_ / "stderr.log").string();

    pid_ = ::fork();
    if (pid_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        const int log = ::open(logFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(log, STDERR_FILENO);
        ::dup2(log, STDOUT_FILENO);
        for (const auto& [name, value] : options_.environment)
            ::setenv(name.c_str(), value.c_str(), 1);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    if (pid_ < 0) {
        problem_ = "fork failed";
        return false;
    }
    return waitUntilReady();
}

bool GatewayProcess::waitUntilReady() {
    const auto deadline = steady_clock::now() + options_.patience;
    while (steady_clock::now() < deadline) {
        if (!isRunning()) {
            problem_ = "signalboxd ended while starting: " + log();
            return false;
        }
        const std::string address = firstLineOf(directory_ / "listen.address");
        const auto colon = address.rfind(':');
        if (colon != std::string::npos) {
            port_ = static_cast<std::uint16_t>(std::atoi(address.c_str() + colon + 1));
            if (httpCall(port_, "GET", "/readyz", {}, {}, std::chrono::seconds(1)).status == 200) {
                applicationKey_ = firstLineOf(directory_ / "app.key");
                adminToken_ = firstLineOf(directory_ / "admin.token");
                return true;
            }
        }
        std::this_thread::sleep_for(kLook);
    }
    problem_ = "signalboxd was not ready in time: " + log();
    return false;
}

bool GatewayProcess::isRunning() {
    return pid_ > 0 && !waitForExit(milliseconds(0));
}

void GatewayProcess::kill() {
    sendSignal(SIGKILL);
    waitForExit(std::chrono::seconds(10));
}

void GatewayProcess::sendSignal(int signal) const {
    if (pid_ > 0) ::kill(pid_, signal);
}

std::optional<int> GatewayProcess::waitForExit(milliseconds patience) {
    const auto deadline = steady_clock::now() + patience;
    do {
        int status = 0;
        if (pid_ <= 0) return exitCode_;
        if (::waitpid(pid_, &status, WNOHANG) == pid_) {
            pid_ = -1;
            exitCode_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            return exitCode_;
        }
        if (patience.count() > 0) std::this_thread::sleep_for(kLook);
    } while (steady_clock::now() < deadline);
    return {};
}

std::string GatewayProcess::url() const {
    return "http://127.0.0.1:" + std::to_string(port_);
}

std::string GatewayProcess::log() const {
    std::ifstream stream(directory_ / "stderr.log");
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

Headers GatewayProcess::callHeaders(const Headers& extra) const {
    Headers headers = {{"content-type", "application/json"}, {"authorization", "Bearer " + applicationKey_}};
    headers.insert(headers.end(), extra.begin(), extra.end());
    return headers;
}

HttpReply GatewayProcess::call(std::string_view path, std::string_view body, const Headers& extra,
                               milliseconds patience, const HttpConnection::OnBytes& onBytes) const {
    return httpCall(port_, "POST", path, body, callHeaders(extra), patience, onBytes);
}

HttpReply GatewayProcess::control(std::string_view method, std::string_view path, std::string_view body,
                                  std::string_view contentType) const {
    Headers headers = {{"authorization", "Bearer " + adminToken_}};
    if (!body.empty()) headers.emplace_back("content-type", contentType);
    return httpCall(port_, method, "/api/v1" + std::string(path), body, headers);
}

std::string GatewayProcess::apply(std::string_view yaml) const {
    const HttpReply reply = control("POST", "/apply", yaml, "text/yaml");
    return reply.status == 200 || reply.status == 201 ? std::string()
                                                      : std::to_string(reply.status) + " " + reply.problem + reply.body;
}

boost::json::value GatewayProcess::run(std::string_view id) const {
    return parsed(control("GET", "/runs/" + std::string(id)));
}

boost::json::value GatewayProcess::newestRunOf(std::size_t count, milliseconds patience) const {
    const auto deadline = steady_clock::now() + patience;
    do {
        const auto list = parsed(control("GET", "/runs?limit=200"));
        if (list.is_object()) {
            const auto& items = list.at("items").as_array();
            if (items.size() >= count) return run(std::string(items.at(0).at("id").as_string()));
        }
        std::this_thread::sleep_for(kLook);
    } while (steady_clock::now() < deadline);
    return {};
}

} // namespace signalbox::tests
