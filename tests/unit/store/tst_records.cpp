#include "core/base/identifiers.h"
#include "core/store/recorder.h"
#include "core/store/retention.h"
#include "core/store/rollup_repository.h"
#include "core/store/run_repository.h"
#include "tests/unit/store/fixture.h"

#include <QDir>
#include <QTest>

#include <atomic>
#include <set>
#include <thread>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace signalbox;

namespace {

model::Run runAt(RunIdSource& ids, WallTime at) {
    model::Run run;
    run.id = ids.next(at);
    run.startedAt = at;
    run.status = model::RunStatus::Succeeded;
    run.httpStatus = 200;
    run.stream = true;
    run.keyName = "web";
    run.requestedModel = "route/support";
    run.route = "support@3";
    run.policy = "default@1";
    run.provider = "north";
    run.model = "swift";
    run.finishReason = "stop";
    run.firstTokenUs = 120'000;
    run.endToEndUs = 900'000;
    run.usage = {100, 20, 0, 50, 5, true};
    run.cost = Money{123'456};
    model::Attempt attempt;
    attempt.provider = "south";
    attempt.model = "slow";
    attempt.reason = model::AttemptReason::First;
    attempt.endedUs = 80'000;
    attempt.status = 503;
    attempt.errorClass = model::ErrorClass::Overloaded;
    attempt.errorCode = "queue \"full\"";
    attempt.errorMessage = "a \\ line\nand \xC3\xBC";
    run.attempts.push_back(attempt);
    attempt = {};
    attempt.provider = "north";
    attempt.model = "swift";
    attempt.reason = model::AttemptReason::Fallback;
    attempt.startedUs = 80'500;
    attempt.connectedUs = 0;
    attempt.firstTokenUs = 120'000;
    attempt.endedUs = 900'000;
    attempt.status = 200;
    attempt.usage = run.usage;
    attempt.cost = run.cost;
    run.attempts.push_back(attempt);
    return run;
}

/// Submits and waits until all are committed.
int record(store::Recorder& recorder, std::vector<model::Run> runs, const model::Payload& payload = {}) {
    std::atomic<int> committed{0};
    std::atomic<int> answered{0};
    const auto count = static_cast<int>(runs.size());
    for (auto& run : runs)
        if (!recorder.submit(std::move(run), payload, [&](bool ok) {
                committed += ok;
                ++answered;
            }))
            ++answered;
    while (answered < count) std::this_thread::yield();
    return committed;
}

} // namespace

class TestRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunComesBackAsItWas() {
        test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        RunIdSource ids(1);
        const auto run = runAt(ids, wallNow());
        QCOMPARE(record(*recorder, {run}, {R"({"messages":[]})", "the answer", std::chrono::days{1}}), 1);
        store::RunRepository runs(*fixture.connection, *fixture.dimensions);
        const auto found = runs.find(run.id).value();
        QVERIFY(found.has_value());
        QCOMPARE(found->run.route, run.route);
        QCOMPARE(found->run.cost.nanos, run.cost.nanos);
        QVERIFY(found->run.usage == run.usage);
        QVERIFY(found->run.stream);
        QVERIFY(found->hasPayload);
        QCOMPARE(found->run.firstTokenUs, run.firstTokenUs);
        QCOMPARE(found->run.attempts.size(), std::size_t{2});
        QCOMPARE(found->run.attempts[0].errorCode, run.attempts[0].errorCode);
        QVERIFY(found->run.attempts[0].errorClass == model::ErrorClass::Overloaded);
        QVERIFY(!found->run.attempts[0].firstTokenUs.has_value());
        QCOMPARE(found->run.attempts[1].cost.nanos, run.cost.nanos);
        const auto payload = runs.payload(run.id, wallNow()).value();
        QVERIFY(payload.has_value());
        QCOMPARE(payload->response, std::string("the answer"));
        QVERIFY(!runs.payload(run.id, wallNow() + std::chrono::days{2}).value().has_value());
    }

    void whatIsSaidToBeRecordedIsAlsoAfterADatabaseThatCouldNotBeOpened() {
        test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        RunIdSource ids(1);
        QCOMPARE(record(*recorder, {runAt(ids, wallNow())}), 1);
        // The next commit fails, and there is no database to open anew.
        const auto elsewhere = fixture.directory.path() + QStringLiteral("-elsewhere");
        const auto execute = [&](const char* sql) { return store::Statement(fixture.connection->database(), sql).run().has_value(); };
        QVERIFY(execute("ALTER TABLE run RENAME TO hidden"));
        QVERIFY(QDir().rename(fixture.directory.path(), elsewhere));
        QCOMPARE(record(*recorder, {runAt(ids, wallNow())}), 0);
        QVERIFY(QDir().rename(elsewhere, fixture.directory.path()));
        QVERIFY(execute("ALTER TABLE hidden RENAME TO run"));
        const auto run = runAt(ids, wallNow());
        QCOMPARE(record(*recorder, {run}), 1);
        QVERIFY(store::RunRepository(*fixture.connection, *fixture.dimensions).find(run.id).value().has_value());
    }

    void runsAreOnRecordAlsoWhenTheirFiguresAreNot() {
        test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        QVERIFY(store::Statement(fixture.connection->database(), "ALTER TABLE rollup RENAME TO hidden").run().has_value());
        RunIdSource ids(1);
        const auto begin = monotonicNow();
        while (monotonicNow() - begin < std::chrono::milliseconds{1500}) QCOMPARE(record(*recorder, {runAt(ids, wallNow())}), 1); // figures are written once a second
    }

    void pagesAreCompleteAndInOrderWhileRunsComeIn() {
        test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        RunIdSource ids(1);
        std::vector<model::Run> batch;
        constexpr int kCount = 3000;
        for (int i = 0; i < kCount; ++i) batch.push_back(runAt(ids, wallNow()));
        QCOMPARE(record(*recorder, std::move(batch)), kCount);
        store::RunRepository runs(*fixture.connection, *fixture.dimensions);
        store::RunFilter filter;
        filter.limit = 170;
        std::set<std::int64_t> seen;
        std::int64_t last = std::numeric_limits<std::int64_t>::max();
        for (;;) {
            const auto page = runs.page(filter).value();
            for (const auto& stored : page.runs) {
                QVERIFY(stored.run.id.value < last);
                last = stored.run.id.value;
                QVERIFY(seen.insert(last).second);
            }
            QCOMPARE(record(*recorder, {runAt(ids, wallNow())}), 1); // above the first page: not seen again
            if (!page.next) break;
            filter.before = page.next;
        }
        QCOMPARE(seen.size(), static_cast<std::size_t>(kCount));
    }

    void filtersFindWhatTheySay() {
        test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        RunIdSource ids(1);
        auto failed = runAt(ids, wallNow());
        failed.status = model::RunStatus::Failed;
        failed.errorClass = model::ErrorClass::RateLimited;
        failed.errorMessage = "the vendor limits the rate";
        failed.provider = "south";
        failed.endToEndUs = 5'000'000;
        QCOMPARE(record(*recorder, {runAt(ids, wallNow()), failed, runAt(ids, wallNow())}), 3);
        store::RunRepository runs(*fixture.connection, *fixture.dimensions);
        const auto count = [&](auto set) {
            store::RunFilter filter;
            set(filter);
            return runs.page(filter).value().runs.size();
        };
        QCOMPARE(count([](auto&) {}), std::size_t{3});
        QCOMPARE(count([](auto& f) { f.status = model::RunStatus::Failed; }), std::size_t{1});
        QCOMPARE(count([](auto& f) { f.errorClass = model::ErrorClass::RateLimited; }), std::size_t{1});
        QCOMPARE(count([](auto& f) { f.provider = "south"; }), std::size_t{1});
        QCOMPARE(count([](auto& f) { f.route = "support"; }), std::size_t{3});
        QCOMPARE(count([](auto& f) { f.route = "supp"; }), std::size_t{0});
        QCOMPARE(count([](auto& f) { f.minEndToEndUs = 1'000'000; }), std::size_t{1});
        QCOMPARE(count([](auto& f) { f.text = "limits the rate"; }), std::size_t{1});
        QCOMPARE(count([](auto& f) { f.stream = false; }), std::size_t{0});
        QCOMPARE(count([](auto& f) { f.to = wallNow() - std::chrono::hours{1}; }), std::size_t{0});
    }

    void manyThreadsAreAllRecorded() {
        test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        RunIdSource ids(1);
        std::atomic<int> committed{0};
        constexpr int kThreads = 4;
        constexpr int kEach = 500;
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < kThreads; ++t)
                threads.emplace_back([&] {
                    std::vector<model::Run> mine;
                    for (int i = 0; i < kEach; ++i) mine.push_back(runAt(ids, wallNow()));
                    committed += record(*recorder, std::move(mine));
                });
        }
        QCOMPARE(committed.load(), kThreads * kEach);
        QCOMPARE(recorder->counts().committed, std::int64_t{kThreads * kEach});
    }

    void aFullQueueSaysSo() {
        test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path(), 3));
        RunIdSource ids(1);
        // Hold the recorder inside a callback, so that the queue can fill.
        std::atomic<bool> hold{true};
        std::atomic<bool> inside{false};
        QVERIFY(recorder->submit(runAt(ids, wallNow()), {}, [&](bool) {
            inside = true;
            while (hold) std::this_thread::yield();
        }));
        while (!inside) std::this_thread::yield();
        for (int i = 0; i < 3; ++i) QVERIFY(recorder->submit(runAt(ids, wallNow()), {}, {}));
        QVERIFY(!recorder->submit(runAt(ids, wallNow()), {}, {}));
        hold = false;
    }

    void committedMeansItSurvivesAKill() {
        test::StoreFixture fixture;
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto recorder = std::move(*store::Recorder::start(fixture.path()));
            RunIdSource ids(2);
            for (;;) {
                const auto run = runAt(ids, wallNow());
                const auto id = run.id.value;
                recorder->submit(run, {}, [id, out = ends[1]](bool ok) {
                    if (ok && ::write(out, &id, sizeof id) < 0) ::_exit(1);
                });
                std::this_thread::yield();
            }
        }
        ::close(ends[1]);
        std::vector<std::int64_t> promised;
        std::int64_t id = 0;
        while (promised.size() < 2000 && ::read(ends[0], &id, sizeof id) == sizeof id) promised.push_back(id);
        ::kill(child, SIGKILL);
        while (::read(ends[0], &id, sizeof id) == sizeof id) promised.push_back(id);
        ::waitpid(child, nullptr, 0);
        ::close(ends[0]);
        QVERIFY(promised.size() >= 2000);
        // The next start catches up with the rollups that the dead one had not written.
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        recorder->close();
        store::RunRepository runs(*fixture.connection, *fixture.dimensions);
        for (const auto one : promised) QVERIFY(runs.find(RunId{one}).value().has_value());
        store::Statement counted(fixture.connection->database(), "SELECT (SELECT COUNT(*) FROM run), (SELECT SUM(calls) FROM rollup)");
        QVERIFY(counted.run().has_value());
        QVERIFY(counted.next());
        const auto recorded = counted.integer();
        QCOMPARE(counted.integer(), recorded);
    }

    void rollupsSayWhatTheRunsSay() {
        test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        RunIdSource ids(1);
        const auto minute = std::chrono::floor<std::chrono::minutes>(wallNow());
        std::vector<model::Run> batch;
        for (int i = 0; i < 10; ++i) batch.push_back(runAt(ids, minute));
        batch.back().status = model::RunStatus::Failed;
        QCOMPARE(record(*recorder, std::move(batch)), 10);
        recorder->close();
        store::RollupQuery query;
        query.fromMinute = minute.time_since_epoch().count();
        query.toMinute = query.fromMinute + 1;
        query.groupBy = store::RollupQuery::GroupBy::Target;
        const auto points = store::RollupRepository(*fixture.connection, *fixture.dimensions).read(query).value();
        QCOMPARE(points.size(), std::size_t{1});
        QCOMPARE(points[0].group, std::string("north/swift"));
        QCOMPARE(points[0].value.calls, 10);
        QCOMPARE(points[0].value.succeeded, 9);
        QCOMPARE(points[0].value.fallbacks, 10);
        QCOMPARE(points[0].value.cost.nanos, std::int64_t{1'234'560});
        QVERIFY(std::abs(points[0].value.firstToken.quantile(0.5) - 120'000) < 1'300);
        query.route = "other";
        QVERIFY(store::RollupRepository(*fixture.connection, *fixture.dimensions).read(query).value().empty());
    }

    void identitiesComeAfterThoseOnRecordAlsoWhenTheClockStepsBack() {
        const test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        const auto now = wallNow();
        RunIdSource ahead(1);
        const auto before = runAt(ahead, now + std::chrono::hours{2});
        QCOMPARE(record(*recorder, {before}), 1);
        QCOMPARE(record(*recorder, {runAt(ahead, now + std::chrono::days{900})}), 1);
        store::RunRepository runs(*fixture.connection, *fixture.dimensions);
        const auto newest = runs.newestBefore(RunId::firstAt(now + std::chrono::days{1})).value();
        QCOMPARE(newest.value, before.id.value);
        RunIdSource ids(1, newest);
        const auto first = ids.next(now);
        QVERIFY(first > newest);
        QVERIFY(ids.next(now) > first);
        QVERIFY(RunIdSource(1, RunId{}).next(now) < newest); // what would have been
        QCOMPARE(runs.newestBefore(RunId{1}).value().value, std::int64_t{0});
    }

    void retentionDeletesWhatItsTimeIsOver() {
        test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        RunIdSource ids(1);
        const auto old = runAt(ids, wallNow() - std::chrono::days{500});
        QCOMPARE(record(*recorder, {old}, {"q", "a", std::chrono::days{30}}), 1);
        const auto recent = runAt(ids, wallNow());
        QCOMPARE(record(*recorder, {recent}, {"q", "a", std::chrono::days{30}}), 1);
        recorder->close();
        store::Session session{*fixture.connection, *fixture.dimensions};
        const auto retired = store::retire(session, wallNow(), std::chrono::days{400}).value();
        QCOMPARE(retired.payloads, 1);
        QCOMPARE(retired.runs, 1);
        store::RunRepository runs(*fixture.connection, *fixture.dimensions);
        QVERIFY(!runs.find(old.id).value().has_value());
        QVERIFY(runs.find(recent.id).value().has_value());
        QVERIFY(runs.payload(recent.id, wallNow()).value().has_value());
    }
};

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
