// What is owed to callers: accepted before they hear of it, done with its record, given back under its key, and gone when its time
// is over.
#include "core/base/identifiers.h"
#include "core/store/callback_repository.h"
#include "core/store/dead_letter_repository.h"
#include "core/store/ledger_repository.h"
#include "core/store/outcome_repository.h"
#include "core/store/recorder.h"
#include "core/store/retention.h"
#include "core/store/rollup_repository.h"
#include "core/store/run_repository.h"
#include "tests/unit/store/fixture.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace signalbox;
using namespace std::chrono_literals;
using State = model::LedgerEntry::State;

namespace {

/// A store, its recorder, and a clock for identities.
struct LedgerFixture : test::StoreFixture {
    std::unique_ptr<store::Recorder> recorder = std::move(*store::Recorder::start(path()));
    RunIdSource ids{1};
    store::LedgerRepository ledger{*connection};

    model::AcceptedRun accepted(bool asynchronous, std::string key = {}, std::string request = R"({"input":1})") {
        model::AcceptedRun run;
        run.acceptedAt = wallNow();
        run.id = ids.next(run.acceptedAt);
        run.keyName = "web";
        run.workflow = "triage";
        run.request = std::move(request);
        run.idempotencyKey = std::move(key);
        run.asynchronous = asynchronous;
        return run;
    }

    model::Run run(RunId id, model::RunStatus status = model::RunStatus::Succeeded, WallTime at = wallNow()) const {
        model::Run run;
        run.id = id;
        run.startedAt = at;
        run.protocol = model::ClientProtocol::Workflow;
        run.status = status;
        run.keyName = "web";
        run.workflow = "triage@3";
        run.prompt = "triage@7";
        run.provider = "north";
        run.model = "swift";
        run.cost = Money{1'000'000};
        return run;
    }

    /// Waits for the recorder; whether it says that the run is on record.
    bool record(model::Run run, model::Payload payload = {}) const {
        std::atomic<int> answer{-1};
        if (!recorder->submit(std::move(run), std::move(payload), [&](bool committed) { answer = committed; })) return false;
        while (answer < 0) std::this_thread::yield();
        return answer == 1;
    }

    static model::Payload result(std::string body = R"({"id":"x","status":"succeeded"})") {
        model::Payload payload;
        payload.keepResult = true;
        payload.resultStatus = 200;
        payload.result = std::move(body);
        return payload;
    }

    metrics::RollupValue total() {
        store::RollupQuery query;
        query.toMinute = std::numeric_limits<std::int64_t>::max();
        query.stepMinutes = std::numeric_limits<std::int64_t>::max();
        metrics::RollupValue sum;
        const auto points = store::RollupRepository(*connection, *dimensions).read(query).value();
        for (const auto& point : points) sum.merge(point.value);
        return sum;
    }

    store::RunOutcome said(model::ReportedOutcome outcome) const { return {outcome, 0.5, "a note", wallNow()}; }
};

} // namespace

class TestLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAcceptedRunIsTakenOnceOldestFirst() {
        LedgerFixture f;
        const auto first = f.accepted(true);
        const auto second = f.accepted(true);
        QVERIFY(!f.ledger.accept(second).value().known);
        QVERIFY(!f.ledger.accept(first).value().known);
        QVERIFY(f.ledger.find(first.id, "web").value().state == State::Queued);
        const auto taken = f.ledger.take(1).value();
        QCOMPARE(taken.size(), std::size_t{1});
        QVERIFY(taken[0].run.id == first.id);
        QCOMPARE(taken[0].run.request, first.request);
        QCOMPARE(taken[0].tries, 1);
        QVERIFY(f.ledger.find(first.id, "web").value().state == State::Running);
        QCOMPARE(f.ledger.take(5).value().size(), std::size_t{1});
        QVERIFY(f.ledger.take(5).value().empty());
    }

    void anotherApplicationsRunIsNotThere() {
        LedgerFixture f;
        const auto run = f.accepted(true);
        QVERIFY(f.ledger.accept(run).has_value());
        const auto found = f.ledger.find(run.id, "mobile");
        QVERIFY(!found);
        QVERIFY(found.error().errorClass == model::ErrorClass::NotFound);
        QCOMPARE(found.error().code, std::string("run_not_found"));
    }

    void aResultIsThereWithItsRecord() {
        LedgerFixture f;
        const auto run = f.accepted(true);
        QVERIFY(f.ledger.accept(run).has_value());
        QCOMPARE(f.ledger.take(1).value().size(), std::size_t{1});
        QVERIFY(f.record(f.run(run.id), LedgerFixture::result("the body")));
        const auto entry = f.ledger.find(run.id, "web").value();
        QVERIFY(entry.state == State::Done);
        QCOMPARE(entry.resultStatus, 200);
        QCOMPARE(entry.result, std::string("the body"));
        QVERIFY(entry.run.request.empty()); // what was asked is not kept longer than it is needed
        QVERIFY(store::RunRepository(*f.connection, *f.dimensions).find(run.id).value().has_value());
    }

    void aRunThatIsDoneIsNotRecordedAgain() {
        LedgerFixture f;
        const auto run = f.accepted(true);
        QVERIFY(f.ledger.accept(run).has_value());
        QVERIFY(f.record(f.run(run.id), LedgerFixture::result("first")));
        QVERIFY(!f.record(f.run(run.id), LedgerFixture::result("second")));
        QCOMPARE(f.ledger.find(run.id, "web").value().result, std::string("first"));
        // Others in the same group are not harmed by it.
        QVERIFY(f.record(f.run(f.ids.next(wallNow()))));
        f.recorder->close();
        QCOMPARE(f.total().calls, 2);
    }

    void aRunThatWasCutOffStaysOwed() {
        LedgerFixture f;
        const auto run = f.accepted(true);
        QVERIFY(f.ledger.accept(run).has_value());
        QCOMPARE(f.ledger.take(1).value().size(), std::size_t{1});
        QVERIFY(!f.record(f.run(run.id, model::RunStatus::Cancelled)));
        QVERIFY(!store::RunRepository(*f.connection, *f.dimensions).find(run.id).value().has_value());
        QVERIFY(f.ledger.recover().has_value());
        const auto again = f.ledger.take(1).value();
        QCOMPARE(again.size(), std::size_t{1});
        QCOMPARE(again[0].tries, 2);
        QCOMPARE(again[0].run.request, run.request);
    }

    void aReleasedRunIsQueuedAndItsTryDoesNotCount() {
        LedgerFixture f;
        const auto run = f.accepted(true);
        QVERIFY(f.ledger.accept(run).has_value());
        QCOMPARE(f.ledger.take(1).value()[0].tries, 1);
        QVERIFY(f.ledger.release(run.id).has_value());
        QCOMPARE(f.ledger.take(1).value()[0].tries, 1);
    }

    void theSameKeyGivesTheSameRunBack() {
        LedgerFixture f;
        const auto run = f.accepted(false, "key-1");
        QVERIFY(!f.ledger.accept(run).value().known);
        auto again = f.ledger.accept(f.accepted(false, "key-1")).value();
        QVERIFY(again.known);
        QVERIFY(again.entry.run.id == run.id);
        QVERIFY(again.entry.state == State::Running);
        QVERIFY(f.record(f.run(run.id), LedgerFixture::result("the body")));
        again = f.ledger.accept(f.accepted(false, "key-1")).value();
        QVERIFY(again.known);
        QCOMPARE(again.entry.result, std::string("the body"));
    }

    void theQueueOfAnApplicationIsBounded() {
        LedgerFixture f;
        QVERIFY(f.ledger.accept(f.accepted(true, "key-1"), 2).has_value());
        QVERIFY(f.ledger.accept(f.accepted(true), 2).has_value());
        const auto refused = f.ledger.accept(f.accepted(true), 2);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("too_many_queued_runs"));
        QVERIFY(refused.error().errorClass == model::ErrorClass::RateLimited && refused.error().retryAfter);
        QVERIFY(f.ledger.accept(f.accepted(true, "key-1"), 2).value().known); // asked again, it is the same run
        QVERIFY(f.ledger.accept(f.accepted(false), 2).has_value());           // one that somebody waits for does not queue
        auto other = f.accepted(true);
        other.keyName = "batch";
        QVERIFY(f.ledger.accept(other, 2).has_value());
        QCOMPARE(f.ledger.take(1).value().size(), std::size_t{1}); // begun: there is room
        QVERIFY(f.ledger.accept(f.accepted(true), 2).has_value());
    }

    void anotherRequestUnderTheSameKeyIsRefused() {
        LedgerFixture f;
        QVERIFY(f.ledger.accept(f.accepted(false, "key-1")).has_value());
        const auto other = f.ledger.accept(f.accepted(false, "key-1", R"({"input":2})"));
        QVERIFY(!other);
        QCOMPARE(other.error().code, std::string("idempotency_mismatch"));
        auto elsewhere = f.accepted(false, "key-1");
        elsewhere.workflow = "other";
        QCOMPARE(f.ledger.accept(elsewhere).error().code, std::string("idempotency_mismatch"));
        auto another = f.accepted(false, "key-1", R"({"input":2})");
        another.keyName = "mobile"; // another application's keys are its own
        QVERIFY(!f.ledger.accept(another).value().known);
    }

    void aKeyIsFreeWhenItsSynchronousRunEndsWithoutAResult() {
        LedgerFixture f;
        const auto run = f.accepted(false, "key-1");
        QVERIFY(f.ledger.accept(run).has_value());
        QVERIFY(f.ledger.forget(run.id).has_value());
        const auto next = f.accepted(false, "key-1");
        QVERIFY(!f.ledger.accept(next).value().known);
        // The caller left: its run is on record, and the key is free.
        QVERIFY(f.record(f.run(next.id, model::RunStatus::Cancelled)));
        const auto last = f.accepted(false, "key-1");
        QVERIFY(!f.ledger.accept(last).value().known);
        // The process died in the middle.
        QVERIFY(f.ledger.recover().has_value());
        QVERIFY(!f.ledger.accept(f.accepted(false, "key-1")).value().known);
    }

    void aDoneRunIsNotForgotten() {
        LedgerFixture f;
        const auto run = f.accepted(false, "key-1");
        QVERIFY(f.ledger.accept(run).has_value());
        QVERIFY(f.record(f.run(run.id), LedgerFixture::result()));
        QVERIFY(f.ledger.forget(run.id).has_value());
        QVERIFY(f.ledger.recover().has_value());
        QVERIFY(f.ledger.accept(f.accepted(false, "key-1")).value().known);
    }

    void aKeyIsNewAgainAfterADay() {
        LedgerFixture f;
        const auto run = f.accepted(false, "key-1");
        QVERIFY(f.ledger.accept(run).has_value());
        QVERIFY(f.record(f.run(run.id), LedgerFixture::result()));
        auto late = f.accepted(false, "key-1", "something else");
        late.acceptedAt += 25h;
        QVERIFY(!f.ledger.accept(late).value().known);
    }

    void retentionDeletesResultsAfterADayAndSaysThatTheyWere() {
        LedgerFixture f;
        const auto run = f.accepted(true);
        QVERIFY(f.ledger.accept(run).has_value());
        QVERIFY(f.record(f.run(run.id), LedgerFixture::result()));
        const auto waiting = f.accepted(true);
        QVERIFY(f.ledger.accept(waiting).has_value());
        store::Session session{*f.connection, *f.dimensions};
        QCOMPARE(store::retire(session, wallNow() + 23h, std::chrono::days{400}).value().results, 0);
        QCOMPARE(store::retire(session, wallNow() + 25h, std::chrono::days{400}).value().results, 1);
        QCOMPARE(f.ledger.find(run.id, "web").error().code, std::string("result_not_kept"));
        QCOMPARE(f.ledger.find(run.id, "mobile").error().code, std::string("run_not_found"));
        QVERIFY(f.ledger.find(waiting.id, "web").value().state == State::Queued); // owed, however long ago
    }

    void aCallbackIsDueWithTheResultAndItsTriesAreLogged() {
        LedgerFixture f;
        auto run = f.accepted(true);
        run.callbackUrl = "https://example.com/hook?token=secret";
        QVERIFY(f.ledger.accept(run).has_value());
        store::CallbackRepository callbacks(*f.connection);
        QVERIFY(callbacks.due(wallNow() + 1h, 10).value().callbacks.empty());
        QVERIFY(f.record(f.run(run.id), LedgerFixture::result("the body")));
        const auto due = callbacks.due(wallNow(), 10).value();
        QCOMPARE(due.callbacks.size(), std::size_t{1});
        QCOMPARE(due.callbacks[0].entry.result, std::string("the body"));
        QCOMPARE(due.callbacks[0].entry.run.callbackUrl, run.callbackUrl);
        const auto next = wallNow() + 5s;
        QVERIFY(callbacks.tried(run.id, {1, wallNow(), 12ms, 500, "The answer had status 500."}, next).has_value());
        const auto later = callbacks.due(wallNow(), 10).value();
        QVERIFY(later.callbacks.empty());
        QVERIFY(later.next == next);
        // A result that is still to be sent outlives its day.
        store::Session session{*f.connection, *f.dimensions};
        QCOMPARE(store::retire(session, wallNow() + 25h, std::chrono::days{400}).value().results, 0);
        QCOMPARE(callbacks.due(next, 10).value().callbacks[0].attempts, 1);
        QVERIFY(callbacks.tried(run.id, {2, wallNow(), 9ms, 204, ""}, {}).has_value());
        const auto log = callbacks.log(run.id).value();
        QVERIFY(log.has_value());
        QVERIFY(log->state == model::CallbackState::Delivered);
        QCOMPARE(log->url, std::string("https://example.com/hook"));
        QCOMPARE(log->attempts.size(), std::size_t{2});
        QCOMPARE(log->attempts[0].status, 500);
        QCOMPARE(store::retire(session, wallNow() + 25h, std::chrono::days{400}).value().results, 1);
    }

    void aDeadLetterIsThereWithItsRunAndIsDecidedOnce() {
        LedgerFixture f;
        auto failed = f.run(f.ids.next(wallNow()), model::RunStatus::Failed);
        failed.errorClass = model::ErrorClass::UpstreamUnavailable;
        failed.errorMessage = "nobody answered";
        model::Payload payload;
        payload.deadLetter = true;
        payload.deadLetterInput = R"({"input":{"text":"hello"}})";
        QVERIFY(f.record(failed, payload));
        store::DeadLetterRepository letters(*f.connection);
        const auto page = letters.page({.before = {}, .state = store::DeadLetterState::Open, .workflow = "triage"}).value();
        QCOMPARE(page.letters.size(), std::size_t{1});
        QVERIFY(letters.page({.before = {}, .state = {}, .workflow = "tri"}).value().letters.empty());
        QCOMPARE(page.letters[0].workflow, std::string("triage@3"));
        QCOMPARE(letters.input(failed.id, wallNow()).value().value(), payload.deadLetterInput);
        const store::Actor actor{"olga", "127.0.0.1"};
        const auto replay = f.ids.next(wallNow());
        QVERIFY(letters.decide(failed.id, store::DeadLetterState::Replayed, replay, actor, wallNow()).has_value());
        QVERIFY(letters.replayedFrom(replay).value() == failed.id);
        QCOMPARE(letters.decide(failed.id, store::DeadLetterState::Dismissed, {}, actor, wallNow()).error().code, std::string("conflict"));
        // Its input goes when its time is over, its record stays.
        store::Session session{*f.connection, *f.dimensions};
        QCOMPARE(store::retire(session, wallNow() + std::chrono::days{8}, std::chrono::days{400}).value().deadLetterInputs, 1);
        QVERIFY(!letters.input(failed.id, wallNow()).value().has_value());
        QVERIFY(!letters.find(failed.id).value()->hasInput);
    }

    void reportsMoveTheRollupsAndTheLatestCounts() {
        LedgerFixture f;
        const auto good = f.run(f.ids.next(wallNow()));
        const auto bad = f.run(f.ids.next(wallNow()), model::RunStatus::Failed);
        QVERIFY(f.record(good));
        QVERIFY(f.record(bad));
        store::OutcomeRepository outcomes(*f.connection, *f.dimensions);
        // The recorder may not have written the minute yet: it adds to what it finds, as the reports do.
        QVERIFY(outcomes.report(good.id, "web", f.said(model::ReportedOutcome::Overridden)).has_value());
        QVERIFY(outcomes.report(bad.id, "web", f.said(model::ReportedOutcome::Failure)).has_value());
        f.recorder->close();
        auto total = f.total();
        QCOMPARE(total.calls, 2);
        QCOMPARE(total.succeeded, 1);
        QCOMPARE(total.reportedOverridden, 1);
        QCOMPARE(total.reportedFailure, 1);
        QCOMPARE(total.rejected, 1); // what failed by itself is not taken off again
        QCOMPARE(metrics::successRate(total).value(), 0.0);
        QCOMPARE(metrics::overrideRate(total).value(), 0.5);
        QVERIFY(!metrics::costPerSuccess(total).has_value());
        QVERIFY(outcomes.report(good.id, "web", f.said(model::ReportedOutcome::Success)).has_value());
        total = f.total();
        QCOMPARE(total.calls, 2);
        QCOMPARE(total.reportedSuccess, 1);
        QCOMPARE(total.reportedOverridden, 0);
        QCOMPARE(metrics::successRate(total).value(), 0.5);
        const auto stored = store::RunRepository(*f.connection, *f.dimensions).find(good.id).value();
        QVERIFY(stored->outcome->outcome == model::ReportedOutcome::Success);
        QCOMPARE(stored->outcome->note, std::string("a note"));
    }

    void reportsBesideABusyRecorderAreAllCounted() {
        LedgerFixture f;
        std::vector<RunId> ids;
        for (int i = 0; i < 200; ++i) ids.push_back(f.ids.next(wallNow()));
        const auto minute = wallNow();
        for (const auto id : ids) QVERIFY(f.record(f.run(id, model::RunStatus::Succeeded, minute)));
        std::atomic<bool> stop{false};
        std::jthread load([&] {
            while (!stop) (void)f.record(f.run(f.ids.next(wallNow()), model::RunStatus::Succeeded, minute));
        });
        store::OutcomeRepository outcomes(*f.connection, *f.dimensions);
        for (int round = 0; round < 6; ++round)
            for (const auto id : ids) QVERIFY(outcomes.report(id, "web", f.said(round % 2 == 0 ? model::ReportedOutcome::Failure : model::ReportedOutcome::Success)).has_value());
        QTest::qWait(1100); // over a flush
        for (const auto id : ids) QVERIFY(outcomes.report(id, "web", f.said(model::ReportedOutcome::Overridden)).has_value());
        stop = true;
        load.join();
        f.recorder->close();
        const auto total = f.total();
        QCOMPARE(total.reportedOverridden, 200);
        QCOMPARE(total.reportedFailure, 0);
        QCOMPARE(total.reportedSuccess, 0);
        QCOMPARE(total.rejected, 200);
        QCOMPARE(total.calls, total.succeeded);
        QVERIFY(total.calls > 200);
    }

    void anOutcomeIsOfTheOwnApplicationsEndedRunOnly() {
        LedgerFixture f;
        const auto ended = f.run(f.ids.next(wallNow()));
        QVERIFY(f.record(ended));
        store::OutcomeRepository outcomes(*f.connection, *f.dimensions);
        QCOMPARE(outcomes.report(ended.id, "mobile", f.said(model::ReportedOutcome::Success)).error().code, std::string("run_not_found"));
        QCOMPARE(outcomes.report(f.ids.next(wallNow()), "web", f.said(model::ReportedOutcome::Success)).error().code, std::string("run_not_found"));
        const auto queued = f.accepted(true);
        QVERIFY(f.ledger.accept(queued).has_value());
        QCOMPARE(outcomes.report(queued.id, "web", f.said(model::ReportedOutcome::Success)).error().code, std::string("in_progress"));
    }

    void trialsAreKeptOutOfTheRollups() {
        LedgerFixture f;
        auto trial = f.run(f.ids.next(wallNow()));
        trial.trial = true;
        trial.repaired = true;
        trial.flagged = "too sure\ntoo short";
        QVERIFY(f.record(trial));
        QVERIFY(f.record(f.run(f.ids.next(wallNow()))));
        f.recorder->close();
        QCOMPARE(f.total().calls, 1);
        store::RunRepository runs(*f.connection, *f.dimensions);
        const auto found = runs.find(trial.id).value();
        QVERIFY(found->run.trial && found->run.repaired);
        QCOMPARE(found->run.flagged, trial.flagged);
        const auto count = [&](auto set) {
            store::RunFilter filter;
            set(filter);
            return runs.page(filter).value().runs.size();
        };
        QCOMPARE(count([](auto&) {}), std::size_t{2});
        QCOMPARE(count([](auto& filter) { filter.trial = false; }), std::size_t{1});
        QCOMPARE(count([](auto& filter) { filter.flagged = true; }), std::size_t{1});
        QCOMPARE(count([](auto& filter) { filter.prompt = "triage"; }), std::size_t{2});
        QCOMPARE(count([](auto& filter) { filter.prompt = "triage@7"; }), std::size_t{2});
        QCOMPARE(count([](auto& filter) { filter.prompt = "triage@8"; }), std::size_t{0});
    }

    void aLateRecordIsRolledUpAfterACrash() {
        LedgerFixture f;
        const auto owed = f.accepted(true);
        QVERIFY(f.ledger.accept(owed).has_value());
        QVERIFY(f.record(f.run(f.ids.next(wallNow()))));
        f.recorder->close(); // the mark is above the owed run now
        f.recorder = std::move(*store::Recorder::start(f.path()));
        QVERIFY(f.record(f.run(owed.id), LedgerFixture::result()));
        // As after kill -9: what was committed, without the flush.
        store::Statement late(f.connection->database(), "SELECT COUNT(*) FROM rollup_late");
        QVERIFY(late.run().has_value());
        QVERIFY(late.next());
        QCOMPARE(late.integer(), 1);
        late.finish();
        store::RollupRepository rollups(*f.connection, *f.dimensions);
        QVERIFY(rollups.catchUp().has_value());
        QCOMPARE(f.total().calls, 2);
        QVERIFY(rollups.catchUp().has_value());
        QCOMPARE(f.total().calls, 2);
    }
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
