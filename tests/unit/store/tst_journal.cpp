// What is on record and not yet in the database: nothing of it is lost, doubled or kept longer than it must be.

#include "core/model/run_json.h"
#include "core/store/recorder.h"
#include "core/store/run_entry.h"
#include "core/store/run_journal.h"
#include "core/store/run_repository.h"
#include "tests/unit/store/fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <boost/json/serialize.hpp>

#include <atomic>
#include <fstream>
#include <thread>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace signalbox;
using store::RunJournal;

namespace {

constexpr std::size_t kSmall = 4096;

/// Each member with a value of its own.
model::Run fullRun(RunId id) {
    model::Run run;
    run.id = id;
    run.startedAt = wallNow();
    run.protocol = model::ClientProtocol::AnthropicMessages;
    run.status = model::RunStatus::Degraded;
    run.errorClass = model::ErrorClass::Overloaded;
    run.errorCode = "code";
    run.errorMessage = "a \\ \"message\"\n\xC3\xBC";
    run.httpStatus = 207;
    run.stream = true;
    run.simulated = true;
    run.keyName = "web";
    run.requestedModel = "route/support";
    run.route = "support@3";
    run.policy = "default@1,strict@2";
    run.workflow = "reply@7";
    run.prompt = "reply@9";
    run.provider = "north";
    run.model = "swift";
    run.finishReason = "stop";
    run.firstTokenUs = 120'000;
    run.endToEndUs = 900'000;
    run.usage = {100, 20, 3, 50, 5, true};
    run.cost = Money{123'456};
    run.clientRetry = 2;
    run.repaired = true;
    run.flagged = "one\ntwo";
    model::Attempt attempt;
    attempt.provider = "south";
    attempt.model = "slow";
    attempt.reason = model::AttemptReason::Repair;
    attempt.simulated = true;
    attempt.startedUs = 1;
    attempt.queuedUs = 2;
    attempt.connectedUs = 0;
    attempt.headUs = 4;
    attempt.firstTokenUs = 5;
    attempt.endedUs = 6;
    attempt.status = 503;
    attempt.errorClass = model::ErrorClass::RateLimited;
    attempt.errorCode = "full";
    attempt.errorMessage = "later";
    attempt.upstreamRequestId = "req_1";
    attempt.usage = {1, 2, 3, 4, 5, false};
    attempt.cost = Money{7};
    run.attempts = {attempt, {}};
    return run;
}

std::string entryOf(const model::Run& run, const model::Payload& payload = {}) {
    std::string entry;
    store::appendEntry(entry, run, payload);
    return entry;
}

std::string textOf(const model::Run& run) { return boost::json::serialize(model::toJson(run, false, run.attempts.size(), true)); }

std::vector<std::string> all(RunJournal::Entries entries) {
    std::vector<std::string> got;
    while (const auto entry = entries.next()) got.emplace_back(*entry);
    return got;
}

struct Folder {
    QTemporaryDir directory;
    std::string path() const { return directory.path().toStdString(); }
    QString file() const { return directory.filePath("runs.journal"); }
    QByteArray content() const {
        QFile opened(file());
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    std::unique_ptr<RunJournal> open() const { return std::move(*RunJournal::open(path(), kSmall)); }
    int files() const { return static_cast<int>(QDir(directory.path()).entryList({"runs.journal*"}, QDir::Files).size()); }
};

std::int64_t numberOf(store::Connection& connection, const char* sql) {
    store::Statement asked(connection.database(), sql);
    if (!asked.run() || !asked.next()) return -1;
    return asked.integer();
}

/// Of the files mapped whose names end so.
std::int64_t residentKb(const std::string& end) {
    std::ifstream maps("/proc/self/smaps");
    std::int64_t sum = 0;
    bool isOne = false;
    for (std::string line; std::getline(maps, line);) {
        if (line.find('-') < line.find(' ')) isOne = line.ends_with(end);
        else if (isOne && line.starts_with("Rss:")) sum += std::stoll(line.substr(4));
    }
    return sum;
}

/// The connection runs one statement; false: it could not.
bool execute(store::Connection& connection, const char* sql) { return store::Statement(connection.database(), sql).run().has_value(); }

} // namespace

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMemberComesBack() {
        RunIdSource ids(1);
        const auto run = fullRun(ids.next(wallNow()));
        const auto entry = entryOf(run, {"the question", "the answer", std::chrono::days{30}});
        model::Run read = fullRun(RunId{1}); // what it held before is gone
        read.attempts.resize(5);
        store::KeptWords words;
        QVERIFY(store::readEntry(entry, read, words));
        QCOMPARE(textOf(read), textOf(run));
        QCOMPARE(entryOf(read, {"the question", "the answer", std::chrono::days{30}}), entry);
        QCOMPARE(words.request, std::string_view("the question"));
        QCOMPARE(words.response, std::string_view("the answer"));
        QVERIFY(words.keep == std::chrono::days{30});
    }

    void whatPolicyDoesNotKeepIsNotWritten() {
        const auto entry = entryOf(fullRun(RunId{7}), {"the question", "the answer", std::chrono::days{0}});
        QVERIFY(entry.find("question") == std::string::npos);
        QVERIFY(entry.find("answer") == std::string::npos);
    }

    void cutOrLongerBytesAreNoEntry() {
        const auto entry = entryOf(fullRun(RunId{7}), {"q", "a", std::chrono::days{1}});
        model::Run run;
        store::KeptWords words;
        for (std::size_t size = 0; size < entry.size(); ++size) QVERIFY(!store::readEntry(std::string_view(entry).substr(0, size), run, words));
        QVERIFY(!store::readEntry(entry + "x", run, words));
    }

    void oneSegmentIsFilledWhileTheOtherIsRead() {
        const Folder folder;
        auto journal = folder.open();
        QVERIFY(!journal->seal().has_value());
        int first = 0;
        while (journal->append("first " + std::to_string(first))) ++first;
        QVERIFY(first > 50);
        auto sealed = journal->seal();
        QVERIFY(sealed.has_value());
        QVERIFY(journal->append("second"));
        QVERIFY(!journal->seal().has_value()); // the first is not released yet
        const auto got = all(*sealed);
        QCOMPARE(got.size(), static_cast<std::size_t>(first));
        QCOMPARE(got.front(), std::string("first 0"));
        QCOMPARE(got.back(), "first " + std::to_string(first - 1));
        journal->wipe();
        journal->release();
        QCOMPARE(all(*journal->seal()), std::vector<std::string>{"second"});
    }

    void whatWasReadIsGoneFromTheFile() {
        const Folder folder;
        auto journal = folder.open();
        QVERIFY(journal->append("a secret"));
        QVERIFY(folder.content().contains("a secret"));
        struct stat status {};
        QCOMPARE(::stat(folder.file().toUtf8().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        QVERIFY(journal->seal().has_value());
        journal->wipe();
        QVERIFY(!folder.content().contains("secret"));
    }

    void whatOnceWasMuchDoesNotStayInMemory() {
        const Folder folder;
        auto journal = std::move(*RunJournal::open(folder.path()));
        const std::string entry(100'000, 'x');
        while (journal->append(entry)) {}
        QVERIFY(residentKb("/runs.journal") > 15'000);
        QVERIFY(journal->seal().has_value());
        journal->wipe();
        journal->release();
        QVERIFY(residentKb("/runs.journal") < 2'000);
        QVERIFY(!folder.content().contains("xxxx"));
    }

    void theNextOwnerFindsWhatWasLeft() {
        const Folder folder;
        {
            auto journal = folder.open();
            QVERIFY(journal->append("one"));
            QVERIFY(journal->append("two"));
            QVERIFY(journal->seal().has_value());
            QVERIFY(journal->append("three")); // and goes without a word
        }
        auto journal = folder.open();
        const auto [first, second] = journal->left();
        QCOMPARE(all(first), (std::vector<std::string>{"one", "two"}));
        QCOMPARE(all(second), std::vector<std::string>{"three"});
        journal->wipeLeft();
        QVERIFY(!folder.content().contains("one"));
        journal = folder.open();
        QVERIFY(all(journal->left().first).empty());
        QVERIFY(all(journal->left().second).empty());
    }

    void anEntryThatWasNotWrittenWholeEndsTheReading() {
        const Folder folder;
        {
            auto journal = folder.open();
            QVERIFY(journal->append("first entry"));
            QVERIFY(journal->append("second entry"));
            QVERIFY(journal->append("third entry"));
        }
        QFile file(folder.file());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const auto at = folder.content().indexOf("second");
        QVERIFY(at > 0);
        QVERIFY(file.seek(at));
        QCOMPARE(file.write("S"), 1);
        file.close();
        auto journal = folder.open();
        auto entries = journal->left().first;
        QCOMPARE(entries.next(), std::optional<std::string_view>("first entry"));
        QVERIFY(!entries.isTorn());
        QVERIFY(entries.isAtEnd());
        QVERIFY(entries.isTorn());
        QVERIFY(!entries.next().has_value());
    }

    void aFileOfAnotherFormatIsPutAside() {
        const Folder folder;
        QFile file(folder.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("SBJRNL99 and what another version wrote");
        file.close();
        auto journal = folder.open();
        QVERIFY(journal->append("ours"));
        QCOMPARE(folder.files(), 2);
    }

    void aFileWithHolesHasRoomForAllAgain() {
        const Folder folder;
        { auto journal = folder.open(); }
        QFile file(folder.file());
        const auto content = folder.content(); // as a backup that leaves zeros out brings it back
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content.first(8)), qint64{8});
        QVERIFY(file.resize(content.size()));
        file.close();
        auto journal = folder.open();
        struct stat status {};
        QCOMPARE(::stat(folder.file().toUtf8().constData(), &status), 0);
        QVERIFY(status.st_blocks * 512 >= status.st_size); // a full disk would be a signal in the middle of a call
    }

    void whatIsPutAsideGoesWhenItsTimeIsOver() {
        const Folder folder;
        auto journal = folder.open();
        QVERIFY(journal->append("a secret"));
        const auto aside = journal->putAside().value();
        journal = folder.open();
        QVERIFY(all(journal->left().first).empty());
        QFile other(folder.directory.filePath("runs.journal.of-mine"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QCOMPARE(RunJournal::removeAside(folder.path(), wallNow() - RunJournal::kAsideIsKept), std::int64_t{0});
        QVERIFY(QFile::exists(QString::fromStdString(aside)));
        QCOMPARE(RunJournal::removeAside(folder.path(), wallNow() + std::chrono::seconds{1}), std::int64_t{1});
        QVERIFY(!QFile::exists(QString::fromStdString(aside)));
        QCOMPARE(folder.files(), 2); // the one in use, and what is none of ours
    }

    void aJournaledRunIsInTheDatabaseOnceSettled() {
        const test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        std::atomic<int> heard{0};
        recorder->setListener([&](std::span<const model::Run> runs) { heard += static_cast<int>(runs.size()); });
        RunIdSource ids(1);
        store::RunRepository runs(*fixture.connection, *fixture.dimensions);
        for (int i = 0; i < 20; ++i) {
            const auto run = fullRun(ids.next(wallNow()));
            QVERIFY(recorder->journal(run, {"the question", "the answer", std::chrono::days{1}}));
            recorder->settle();
            const auto found = runs.find(run.id).value();
            QVERIFY(found.has_value());
            QCOMPARE(textOf(found->run), textOf(run));
            QCOMPARE(runs.payload(run.id, wallNow()).value()->response, std::string("the answer"));
            QCOMPARE(heard.load(), i + 1);
        }
        QCOMPARE(recorder->counts().committed, std::int64_t{20});
        QCOMPARE(recorder->counts().queued, std::size_t{0});
        recorder->close();
        QVERIFY(!QFile::exists(fixture.directory.filePath("runs.journal"))); // nothing is left to be found
        QVERIFY(!recorder->journal(fullRun(ids.next(wallNow())), {}));
    }

    void itGetsThereByItself() {
        const test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        QVERIFY(recorder->journal(fullRun(RunId{77}), {}));
        QTRY_COMPARE_WITH_TIMEOUT(numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"), std::int64_t{1}, 2000);
    }

    void whatIsOwedOrTooLongDoesNotGoThroughTheJournal() {
        const test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        model::Payload owed;
        owed.keepResult = true;
        QVERIFY(!recorder->journal(fullRun(RunId{1}), owed));
        model::Payload dead;
        dead.deadLetter = true;
        QVERIFY(!recorder->journal(fullRun(RunId{2}), dead));
        auto left = fullRun(RunId{3});
        left.status = model::RunStatus::Cancelled;
        QVERIFY(!recorder->journal(left, {}));
        QVERIFY(!recorder->journal(fullRun(RunId{4}), {std::string(1'000'000, 'x'), "", std::chrono::days{1}}));
        recorder->settle();
        QCOMPARE(numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"), std::int64_t{0});
    }

    void manyThreadsMayWriteAndSettle() {
        const test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        RunIdSource ids(1);
        constexpr int kThreads = 4;
        constexpr int kEach = 1500;
        std::atomic<int> refused{0};
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < kThreads; ++t)
                threads.emplace_back([&] {
                    for (int i = 0; i < kEach; ++i) {
                        if (!recorder->journal(fullRun(ids.next(wallNow())), {"q", "a", std::chrono::days{1}})) ++refused;
                        if (i % 500 == 0) recorder->settle();
                    }
                });
        }
        QCOMPARE(refused.load(), 0);
        recorder->settle();
        QCOMPARE(numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"), std::int64_t{kThreads * kEach});
        QCOMPARE(numberOf(*fixture.connection, "SELECT COUNT(*) FROM payload"), std::int64_t{kThreads * kEach});
    }

    void journaledMeansItSurvivesAKill() {
        const test::StoreFixture fixture;
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto recorder = std::move(*store::Recorder::start(fixture.path()));
            RunIdSource ids(2);
            for (;;) {
                const auto run = fullRun(ids.next(wallNow()));
                if (recorder->journal(run, {"q", "a", std::chrono::days{1}}) && ::write(ends[1], &run.id.value, sizeof run.id.value) < 0) ::_exit(1);
                std::this_thread::yield();
            }
        }
        ::close(ends[1]);
        std::vector<std::int64_t> promised;
        std::int64_t id = 0;
        while (promised.size() < 5000 && ::read(ends[0], &id, sizeof id) == sizeof id) promised.push_back(id);
        ::kill(child, SIGKILL);
        while (::read(ends[0], &id, sizeof id) == sizeof id) promised.push_back(id);
        ::waitpid(child, nullptr, 0);
        ::close(ends[0]);
        QVERIFY(promised.size() >= 5000);
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        recorder->close();
        store::RunRepository runs(*fixture.connection, *fixture.dimensions);
        for (const auto one : promised) QVERIFY(runs.find(RunId{one}).value().has_value());
        QCOMPARE(numberOf(*fixture.connection, "SELECT SUM(calls) FROM rollup"), numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"));
    }

    void whatTheDatabaseHadIsNotBroughtTwice() {
        const test::StoreFixture fixture;
        const auto before = fullRun(RunId{1001});
        const auto after = fullRun(RunId{1002});
        {
            auto recorder = std::move(*store::Recorder::start(fixture.path()));
            QVERIFY(recorder->journal(before, {}));
        }
        {
            // Of a gateway that died after the commit and before it wiped.
            auto journal = std::move(*RunJournal::open(fixture.path()));
            QVERIFY(journal->append(entryOf(before)));
            QVERIFY(journal->append(entryOf(after)));
        }
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        recorder->close();
        QCOMPARE(numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"), std::int64_t{2});
        QCOMPARE(numberOf(*fixture.connection, "SELECT SUM(calls) FROM rollup"), std::int64_t{2});
    }

    void unreadableEntriesArePutAside() {
        const test::StoreFixture fixture;
        {
            auto journal = std::move(*RunJournal::open(fixture.path()));
            QVERIFY(journal->append("what no version wrote"));
            QVERIFY(journal->append(entryOf(fullRun(RunId{5}))));
        }
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        QCOMPARE(numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"), std::int64_t{1});
        QCOMPARE(QDir(fixture.directory.path()).entryList({"runs.journal.*"}, QDir::Files).size(), 1);
    }

    void theOtherWayBesideASealedSegmentLeavesNobodyWaiting() {
        const test::StoreFixture fixture;
        std::atomic<bool> cameBack{false};
        std::jthread reader;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        QVERIFY(execute(*fixture.connection, "ALTER TABLE run RENAME TO away"));
        QVERIFY(recorder->journal(fullRun(RunId{1}), {}));
        QVERIFY(!recorder->settle()); // it is sealed now, and stays so
        std::atomic<int> committed{-1};
        QVERIFY(recorder->submit(fullRun(RunId{2}), {}, [&](bool ok) { committed = ok; }));
        QTRY_COMPARE(committed.load(), 0);
        QVERIFY(execute(*fixture.connection, "ALTER TABLE away RENAME TO run"));
        QTRY_COMPARE_WITH_TIMEOUT(numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"), std::int64_t{1}, 5000);

        reader = std::jthread([&] { cameBack = recorder->settle(); });
        QTRY_VERIFY_WITH_TIMEOUT(cameBack.load(), 3000);
        QCOMPARE(recorder->counts().queued, std::size_t{0});
        QVERIFY(recorder->journal(fullRun(RunId{3}), {})); // and the thread still wakes
        QTRY_COMPARE_WITH_TIMEOUT(numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"), std::int64_t{2}, 3000);
        recorder->close();
    }

    void aRunThatTheDatabaseHasDoesNotHoldUpTheOthers() {
        const test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        std::atomic<int> committed{-1};
        QVERIFY(recorder->submit(fullRun(RunId{1}), {}, [&](bool ok) { committed = ok; }));
        QTRY_COMPARE(committed.load(), 1);
        QVERIFY(recorder->journal(fullRun(RunId{1}), {}));
        QVERIFY(recorder->journal(fullRun(RunId{2}), {}));
        recorder->settle();
        QCOMPARE(numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"), std::int64_t{2});
        recorder->close();
        QCOMPARE(numberOf(*fixture.connection, "SELECT SUM(calls) FROM rollup"), std::int64_t{2});
    }

    void aDatabaseThatRefusesKeepsNobodyWaitingAndLosesNothing() {
        const test::StoreFixture fixture;
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        QVERIFY(execute(*fixture.connection, "ALTER TABLE run RENAME TO away"));
        for (int i = 1; i <= 700; ++i) QVERIFY(recorder->journal(fullRun(RunId{i}), {}));
        QVERIFY(!recorder->settle()); // was tried in vain
        QVERIFY(recorder->journal(fullRun(RunId{701}), {}));
        QVERIFY(!recorder->settle());
        QCOMPARE(recorder->counts().queued, std::size_t{701}); // the operator sees that they wait
        QVERIFY(execute(*fixture.connection, "ALTER TABLE away RENAME TO run"));
        QTRY_COMPARE_WITH_TIMEOUT(numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"), std::int64_t{701}, 5000);
        QTRY_COMPARE_WITH_TIMEOUT(recorder->counts().queued, std::size_t{0}, 5000);
        QCOMPARE(recorder->counts().failed, std::int64_t{0});

        // And when the gateway ends before the database is well again, the next one finds them.
        QVERIFY(execute(*fixture.connection, "ALTER TABLE run RENAME TO away"));
        QVERIFY(recorder->journal(fullRun(RunId{702}), {}));
        recorder->close();
        QVERIFY(execute(*fixture.connection, "ALTER TABLE away RENAME TO run"));
        recorder = std::move(*store::Recorder::start(fixture.path()));
        QCOMPARE(numberOf(*fixture.connection, "SELECT COUNT(*) FROM run"), std::int64_t{702});
    }

    void withoutAJournalTheDatabaseIsWaitedFor() {
        const test::StoreFixture fixture;
        QVERIFY(QDir(fixture.directory.path()).mkdir("runs.journal")); // cannot be opened as a file
        auto recorder = std::move(*store::Recorder::start(fixture.path()));
        QVERIFY(!recorder->journal(fullRun(RunId{1}), {}));
        std::atomic<int> committed{-1};
        QVERIFY(recorder->submit(fullRun(RunId{1}), {}, [&](bool ok) { committed = ok; }));
        QTRY_COMPARE(committed.load(), 1);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
