#include "app/gateway/listen_address.h"
#include "app/gateway/options.h"
#include "app/gateway/store_ledger.h"
#include "core/control/control_plane.h"
#include "core/gateway/gateway.h"
#include "core/store/migrations.h"
#include "core/store/recorder.h"
#include "core/store/run_repository.h"
#include "core/store/store_pool.h"

#include <QCoreApplication>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace signalbox::app {

namespace asio = boost::asio;

namespace {

/// The message as the inside of a JSON string.
class JsonMessage final : public spdlog::custom_flag_formatter {
public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
        for (const char c : message.payload) {
            if (c == '"' || c == '\\') out.push_back('\\');
            out.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
        }
    }
    std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<JsonMessage>(); }
};

/// One JSON object a line on stderr. Messages are ours: no payload and no secret reaches them.
void startLog(const std::string& level) {
    auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
    formatter->add_flag<JsonMessage>('*').set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":"%*"})");
    auto log = spdlog::stderr_logger_mt("signalboxd");
    log->set_formatter(std::move(formatter));
    log->set_level(spdlog::level::from_str(level));
    spdlog::set_default_logger(log);
}

/// The recorder as the data plane sees it.
class RecorderSink final : public gateway::RunSink {
public:
    explicit RecorderSink(store::Recorder& recorder) : recorder_(recorder) {}
    bool record(const model::Run& run, const model::Payload& payload) override { return recorder_.journal(run, payload); }
    bool submit(model::Run run, model::Payload payload, std::function<void(bool)> committed) override {
        return recorder_.submit(std::move(run), std::move(payload), std::move(committed));
    }

private:
    store::Recorder& recorder_;
};

/// An event loop with its thread.
class Loop {
public:
    asio::io_context context{1};
    void start() {
        thread_ = std::thread([this] { context.run(); });
    }
    void join() {
        guard_.reset();
        if (thread_.joinable()) thread_.join();
    }
    void stop() {
        context.stop();
        join();
    }

private:
    asio::executor_work_guard<asio::io_context::executor_type> guard_ = asio::make_work_guard(context);
    std::thread thread_;
};

/// The newest run on record: a clock that was ahead and is set right must not bring its identity up again. Not one that is ahead by
/// more than a day: lists by time would not show what comes after it.
model::Result<RunId> newestRun(const std::string& dataDirectory) {
    auto connection = store::Connection::open(dataDirectory, store::Durability::Normal);
    if (!connection) return tl::unexpected(connection.error());
    store::Dimensions dimensions(**connection);
    return store::RunRepository(**connection, dimensions).newestBefore(RunId::firstAt(wallNow() + std::chrono::days{1}));
}

/// The key that credentials and secrets were made with, or on an empty directory a new one. Beside a database a new one would be worse
/// than none: every key that applications and people have would be unknown.
model::Result<store::MasterKey> masterKeyOf(const std::string& directory) {
    const bool isGiven = std::getenv("SIGNALBOX_MASTER_KEY") || std::filesystem::exists(directory + "/master.key");
    if (!isGiven && std::filesystem::exists(directory + "/signalbox.db"))
        return model::failure(model::ErrorClass::NotFound,
                              directory + " has a database but no master.key, which its keys and secrets were made with. Put the file back, or its content into SIGNALBOX_MASTER_KEY; to begin anew, name another directory with --data.",
                              "master_key");
    return store::loadMasterKey(directory);
}

int fail(const std::string& message) {
    std::cerr << "signalboxd: " << message << '\n';
    return 1;
}

/// Each call under way holds two sockets; the usual soft limit of 1,024 is for programs of another kind.
void raiseFileLimit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/// Makes the kernel's table of this process's files as large as a busy gateway needs, before there are threads: once there are, each
/// time that it doubles the thread that opens a file waits for an RCU grace period (fs/file.c, expand_fdtable), 10 to 20 ms here.
/// The table keeps its size; half a megabyte.
void growFileTable() {
    constexpr rlim_t kFiles = 65'536;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    const int highest = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, static_cast<int>(std::min(limit.rlim_cur, kFiles)) - 1);
    if (highest >= 0) ::close(highest);
}

net::Handler compose(net::Handler data, net::Handler control, const gateway::LiveState& live) {
    return [data = std::move(data), control = std::move(control), &live](net::Request request, net::Reply& reply) -> asio::awaitable<void> {
        const auto path = request.path();
        if (path.starts_with("/v1/")) return data(std::move(request), reply);
        if (path == "/api/v1" || path.starts_with("/api/v1/") || path == "/metrics") return control(std::move(request), reply);
        if (path == "/healthz" || path == "/readyz") {
            net::Response response;
            response.status = path == "/readyz" && live.isDraining() ? 503 : 200;
            response.fields.add("content-type", "text/plain; charset=utf-8");
            response.body = response.status == 200 ? "ok\n" : "draining\n";
            return [](net::Reply& to, net::Response answer) -> asio::awaitable<void> { co_await to.send(std::move(answer)); }(reply, std::move(response));
        }
        return data(std::move(request), reply); // says 404 in the protocol's words
    };
}

class ListenAddressFile {
public:
    ListenAddressFile(std::string path, const std::string& url) : path_(std::move(path)) { std::ofstream(path_, std::ios::trunc) << url << '\n'; }
    ~ListenAddressFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    ListenAddressFile(const ListenAddressFile&) = delete;
    ListenAddressFile& operator=(const ListenAddressFile&) = delete;

private:
    std::string path_;
};

} // namespace

int migrate(const std::string& dataDirectory) {
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    auto directory = store::DataDirectory::hold(dataDirectory);
    if (!directory) return fail(directory.error().message);
    if (const auto masterKey = masterKeyOf(dataDirectory); !masterKey) return fail(masterKey.error().message);
    auto connection = store::Connection::open(dataDirectory, store::Durability::Full);
    if (!connection) return fail(connection.error().message);
    const auto version = store::migrate(**connection, store::builtInMigrations());
    if (!version) return fail(version.error().message);
    std::cout << "The database has schema " << *version << ".\n";
    return 0;
}

int serve(const ServeOptions& options) {
    const auto address = parseListenAddress(options.listen);
    if (!address) return fail(address.error().message);
    const bool tls = !options.tlsCertificate.empty();
    if (tls != !options.tlsKey.empty()) return fail("--tls-cert and --tls-key go together.");
    if (!address->loopback && !tls && !options.insecureListen)
        return fail("--listen " + address->text() + " is reachable from other machines: give --tls-cert and --tls-key, or say --insecure-listen if something in front of it does TLS.");

    int argc = 0;
    const QCoreApplication application(argc, nullptr); // Qt's database drivers are plugins
    startLog(options.logLevel);
    raiseFileLimit();
    growFileTable();

    auto directory = store::DataDirectory::hold(options.dataDirectory);
    if (!directory) return fail(directory.error().message);
    const auto masterKey = masterKeyOf(options.dataDirectory);
    if (!masterKey) return fail(masterKey.error().message);
    {
        auto connection = store::Connection::open(options.dataDirectory, store::Durability::Full);
        if (!connection) return fail(connection.error().message);
        if (const auto version = store::migrate(**connection, store::builtInMigrations()); !version) return fail(version.error().message);
    }
    auto recorder = store::Recorder::start(options.dataDirectory);
    if (!recorder) return fail(recorder.error().message);
    const auto newest = newestRun(options.dataDirectory); // with those that a journal had left
    if (!newest) return fail(newest.error().message);
    const auto settle = [recorder = recorder->get()] { return recorder->settle(); };
    auto pool = store::StorePool::start(options.dataDirectory, settle);
    if (!pool) return fail(pool.error().message);
    // The data plane's own thread: accepting a run does not wait behind a long search.
    auto ledgerPool = store::StorePool::start(options.dataDirectory, {}, 1);
    if (!ledgerPool) return fail(ledgerPool.error().message);
    StoreLedger ledger(**ledgerPool, settle);

    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    const auto threads = options.threads > 0 ? static_cast<unsigned>(options.threads) : std::max(1U, cores - 1); // one is the recorder's
    std::vector<std::unique_ptr<Loop>> loops;
    std::vector<asio::io_context*> contexts;
    for (unsigned i = 0; i < threads; ++i) {
        loops.push_back(std::make_unique<Loop>());
        contexts.push_back(&loops.back()->context);
    }
    RecorderSink sink(**recorder);
    gateway::Gateway::Options gatewayOptions;
    gatewayOptions.newestRun = *newest;
    gatewayOptions.upstream = net::UpstreamPool::Options::fromEnvironment();
    if (!options.caFile.empty()) gatewayOptions.upstream.caFile = options.caFile;
    gatewayOptions.ledger = &ledger;
    gatewayOptions.callbackSecret = control::callbackSecretOf(*masterKey);
    auto gateway = gateway::Gateway::make(contexts, sink, gatewayOptions);

    std::unique_ptr<net::Server> server;
    control::ControlPlane::Parts parts{**pool, **recorder, *gateway, *gateway, *masterKey, options.dataDirectory, SIGNALBOX_VERSION, {}, threads, tls, address->loopback};
    parts.upstream = gatewayOptions.upstream;
    parts.trials = [&gateway](std::size_t worker) { return gateway->trials(worker); };
    parts.connections = [&server] { return server ? server->connections() : 0; };
    parts.newRunId = [&gateway] { return gateway->newRunId(); };
    parts.onRunAccepted = [&gateway] { gateway->onRunAccepted(); };
    auto control = control::ControlPlane::make(std::move(parts), *contexts.front());
    (*recorder)->setListener([&control](std::span<const model::Run> runs) { control->onRunsCommitted(runs); });
    if (auto prepared = control->prepare(); !prepared) return fail(prepared.error().message);

    net::Server::Options serverOptions;
    serverOptions.address = address->host;
    serverOptions.port = address->port;
    if (tls) serverOptions.tls = net::ServerTls{options.tlsCertificate, options.tlsKey};
    std::vector<net::Server::Worker> workers;
    for (std::size_t i = 0; i < contexts.size(); ++i) {
        const auto knows = [hasKey = gateway->knows(i), plane = control.get()](const net::Request& request) { return hasKey(request) || plane->knows(request); };
        workers.push_back({contexts[i], compose(gateway->handler(i), control->handler(i), *gateway), knows});
    }
    auto listening = net::Server::listen(std::move(serverOptions), std::move(workers));
    if (!listening) {
        const bool addressIsWrong = listening.error().kind == net::Error::Kind::Connect;
        return fail("cannot listen on " + address->text() + ": " + listening.error().detail + (addressIsWrong ? ". Name another address with --listen; port 0 takes any free one." : ""));
    }
    server = std::move(*listening);

    auto bound = *address;
    bound.port = server->port();
    const std::string url = (tls ? "https://" : "http://") + bound.text();
    control->setUrl(url);
    const ListenAddressFile addressFile(options.dataDirectory + "/listen.address", url);
    gateway->start(); // before anything can be accepted
    for (auto& loop : loops) loop->start();
    spdlog::info("listening on {}, data in {}, {} threads", url, options.dataDirectory, threads);

    // This thread waits for the end.
    asio::io_context own(1);
    asio::signal_set signals(own, SIGINT, SIGTERM);
    asio::steady_timer check(own);
    MonotonicTime giveUp;
    MonotonicTime sentBy;
    const std::function<void()> waitForCalls = [&] {
        // What was answered last, and the event streams' ends, are still on their way to the clients.
        const bool sent = server->connections() == 0 || monotonicNow() >= sentBy;
        if ((gateway->callsInFlight() == 0 && sent) || monotonicNow() >= giveUp) return own.stop();
        check.expires_after(std::chrono::milliseconds{20});
        check.async_wait([&](const boost::system::error_code& error) {
            if (!error) waitForCalls();
        });
    };
    signals.async_wait([&](const boost::system::error_code& error, int) {
        if (error) return;
        spdlog::info("draining, {} calls under way", gateway->callsInFlight());
        gateway->drain();
        server->drain();
        control->stop();
        giveUp = monotonicNow() + options.grace;
        sentBy = monotonicNow() + std::chrono::seconds{1};
        signals.async_wait([&](const boost::system::error_code& again, int) {
            if (!again) own.stop(); // asked twice: at once
        });
        waitForCalls();
    });
    own.run();

    const auto left = gateway->callsInFlight();
    gateway->stop();
    server->interrupt();
    // Who waits for an answer is told that there will be none.
    constexpr std::chrono::seconds kLastWords{1};
    for (const auto by = monotonicNow() + kLastWords; gateway->callsInFlight() > 0 && monotonicNow() < by;) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    server->stop();
    for (auto& loop : loops) asio::post(loop->context, [] {}); // what stop() posted runs before the loops end
    std::this_thread::sleep_for(std::chrono::milliseconds{left > 0 ? 200 : 20});
    for (auto& loop : loops) loop->stop();
    pool->reset();
    ledgerPool->reset();
    (*recorder)->close();
    spdlog::info("stopped, {} calls cut off", left);
    return 0;
}

} // namespace signalbox::app
