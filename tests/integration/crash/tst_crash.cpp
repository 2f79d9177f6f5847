// kill -9 under load: what was answered is on record, with its cost, and the database opens without repair.
#include "tests/support/gateway_process.h"
#include "tests/support/scripted_vendor.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QtTest>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>

using namespace signalbox::tests;
using namespace std::chrono_literals;

namespace {

constexpr int kKills = 20;
constexpr int kCallers = 12;
constexpr std::string_view kCost = "0.000022"; // 12 tokens at 1 $/M and 5 at 2 $/M

/// Callers that go on until the gateway is gone, and what they were answered.
class Load {
public:
    explicit Load(const GatewayProcess& gateway) {
        for (int i = 0; i < kCallers; ++i)
            callers_.emplace_back([this, &gateway, streamed = i % 3 == 0] { call(gateway, streamed); });
    }
    ~Load() { join(); }

    std::size_t answers() const {
        std::lock_guard lock(mutex_);
        return runIds_.size();
    }
    /// Call after the gateway's end.
    std::vector<std::string> join() {
        stopping_ = true;
        for (auto& caller : callers_)
            caller.join();
        callers_.clear();
        return runIds_;
    }

private:
    void call(const GatewayProcess& gateway, bool streamed) {
        HttpConnection connection(gateway.port());
        const std::string body = std::string(R"({"model":"vendor/m","messages":[{"role":"user","content":"hello"}])") +
                                 (streamed ? R"(,"stream":true,"stream_options":{"include_usage":true}})" : "}");
        while (!stopping_ && connection.isOpen()) {
            if (!connection.sendRequest("POST", "/v1/chat/completions", body, gateway.callHeaders())) return;
            const auto reply = connection.read();
            if (reply.status != 200 || !reply.complete) return;
            if (streamed && reply.body.find("[DONE]") == std::string::npos) return;
            std::lock_guard lock(mutex_);
            runIds_.push_back(reply.header("x-signalbox-run-id"));
        }
    }

    mutable std::mutex mutex_;
    std::vector<std::string> runIds_;
    std::atomic<bool> stopping_ = false;
    std::vector<std::thread> callers_;
};

/// Those of `ids` that are not on record as a success with its cost.
std::vector<std::string> missing(const GatewayProcess& gateway, const std::vector<std::string>& ids) {
    std::vector<std::string> lost;
    HttpConnection connection(gateway.port());
    for (const auto& id : ids) {
        connection.sendRequest("GET", "/api/v1/runs/" + id, {}, {{"authorization", "Bearer " + gateway.adminToken()}});
        const auto reply = connection.read();
        const bool found =
            reply.status == 200 &&
            reply.body.find(std::string("\"cost_usd\":\"").append(kCost).append("\"")) != std::string::npos &&
            reply.body.find("\"status\":\"succeeded\"") != std::string::npos;
        if (!found) lost.push_back(id + ": " + std::to_string(reply.status) + " " + reply.problem + " " + reply.body);
    }
    return lost;
}

QString integrityOf(const std::filesystem::path& database) {
    QString result;
    {
        auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("integrity"));
        db.setDatabaseName(QString::fromStdString(database.string()));
        if (!db.open())
            result = db.lastError().text();
        else {
            QSqlQuery query(db);
            if (query.exec(QStringLiteral("PRAGMA integrity_check")) && query.next())
                result = query.value(0).toString();
            else
                result = query.lastError().text();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("integrity"));
    return result;
}

} // namespace

class TestCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
    }

    void noAnsweredCallIsMissingAfterKill() {
        ScriptedVendor vendor;
        GatewayProcess gateway;
        QVERIFY2(gateway.start(), gateway.problem().c_str());
        const auto problem =
            gateway.apply("kind: provider\nname: vendor\nspec: {connector: openai, base_url: " + vendor.url() +
                          "/v1, models: [{id: m, price_usd_per_mtok: {input: 1, output: 2}}]}\n");
        QVERIFY2(problem.empty(), problem.c_str());

        std::vector<std::string> answered;
        for (int kill = 0; kill < kKills; ++kill) {
            Load load(gateway);
            // At another moment each time: after some answers, and then 0 to 190 ms later.
            QTRY_VERIFY_WITH_TIMEOUT(load.answers() >= 30, 20000);
            std::this_thread::sleep_for(std::chrono::milliseconds(10 * kill));
            gateway.kill();
            auto ids = load.join();
            QVERIFY(ids.size() >= 30);
            vendor.forget();
            QVERIFY2(gateway.start(), gateway.problem().c_str());
            const auto lost = missing(gateway, ids);
            QVERIFY2(lost.empty(), (std::to_string(lost.size()) + " of " + std::to_string(ids.size()) +
                                    " lost, first: " + (lost.empty() ? "" : lost[0]))
                                       .c_str());
            std::move(ids.begin(), ids.end(), std::back_inserter(answered));
        }
        // Nothing that an earlier start had kept went later.
        std::vector<std::string> sample;
        for (std::size_t i = 0; i < answered.size(); i += std::max<std::size_t>(1, answered.size() / 500))
            sample.push_back(answered[i]);
        const auto lost = missing(gateway, sample);
        QVERIFY2(lost.empty(), lost.empty() ? "" : lost[0].c_str());
        std::sort(answered.begin(), answered.end());
        QVERIFY2(std::adjacent_find(answered.begin(), answered.end()) == answered.end(), "two runs have the same id");
        qInfo("%zu answered calls over %d kills, none lost", answered.size(), kKills);

        gateway.kill();
        QCOMPARE(integrityOf(gateway.directory() / "signalbox.db"), QStringLiteral("ok"));
    }

    void aKillDuringTheFirstStartLeavesNothingBroken() {
        for (int ms = 5; ms <= 80; ms += 15) {
            GatewayProcess::Options options;
            options.patience = 0s;
            GatewayProcess gateway(options);
            gateway.start(); // gives up waiting at once, on purpose
            std::this_thread::sleep_for(std::chrono::milliseconds(ms));
            gateway.kill();
            gateway.setPatience(30s);
            QVERIFY2(gateway.start(), gateway.problem().c_str());
            const auto reply = gateway.call(
                "/v1/chat/completions", R"({"model":"route/starter","messages":[{"role":"user","content":"hello"}]})");
            QVERIFY2(reply.status == 200, reply.body.c_str());
        }
    }

    void twoGatewaysDoNotShareADirectory() {
        GatewayProcess gateway;
        QVERIFY2(gateway.start(), gateway.problem().c_str());
        GatewayProcess::Options options;
        options.directory = gateway.directory();
        GatewayProcess second(options);
        // The first one's address is there and answers: what counts is that the second one ended, and did no harm.
        second.start();
        const auto exitCode = second.waitForExit(20s);
        QVERIFY(exitCode);
        QVERIFY(*exitCode != 0);
        QVERIFY(gateway.isRunning());
        QCOMPARE(gateway.control("GET", "/status").status, 200);
    }

    void sigtermDrains() {
        ScriptedVendor vendor;
        vendor.byDefault([](const VendorRequest& request) {
            return Behaviour().pause(600ms).then(ScriptedVendor::wellBehaved(request));
        });
        GatewayProcess gateway;
        QVERIFY2(gateway.start(), gateway.problem().c_str());
        const auto problem =
            gateway.apply("kind: provider\nname: vendor\nspec: {connector: openai, base_url: " + vendor.url() +
                          "/v1, models: [{id: m}]}\n");
        QVERIFY2(problem.empty(), problem.c_str());
        HttpReply running;
        std::thread caller([&] {
            running = gateway.call("/v1/chat/completions",
                                   R"({"model":"vendor/m","messages":[{"role":"user","content":"hello"}]})");
        });
        QVERIFY(vendor.waitForRequests(1));
        gateway.sendSignal(SIGTERM);
        const auto exitCode = gateway.waitForExit(15s);
        caller.join();
        // The call that ran was finished, and then the gateway ended by itself.
        QCOMPARE(running.status, 200);
        QVERIFY(exitCode);
        QCOMPARE(*exitCode, 0);
        QVERIFY(!std::filesystem::exists(gateway.directory() / "listen.address"));
        QVERIFY2(gateway.start(), gateway.problem().c_str());
        QVERIFY(gateway.run(running.header("x-signalbox-run-id")).is_object());
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
