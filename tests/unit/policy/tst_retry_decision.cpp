#include "core/policy/retry_decision.h"

#include <QtTest>

using namespace std::chrono_literals;
using signalbox::model::ErrorClass;
using signalbox::model::traitsOf;
using signalbox::policy::AttemptOutcome;
using signalbox::policy::decideNext;
using signalbox::policy::NextStep;

Q_DECLARE_METATYPE(ErrorClass)
Q_DECLARE_METATYPE(NextStep)

namespace {

AttemptOutcome failedWith(ErrorClass errorClass) {
    AttemptOutcome outcome;
    outcome.traits = traitsOf(errorClass);
    outcome.errorClass = errorClass;
    outcome.attemptsAtTarget = 1;
    outcome.maxAttemptsPerTarget = 2;
    outcome.otherTargetsRemain = true;
    outcome.remaining = 10s;
    outcome.delay = 100ms;
    return outcome;
}

} // namespace

class TestRetryDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theErrorDecides_data() {
        QTest::addColumn<ErrorClass>("errorClass");
        QTest::addColumn<NextStep>("first");        // attempts and other targets left
        QTest::addColumn<NextStep>("attemptsUsed"); // no attempts left here
        QTest::addColumn<NextStep>("lastTarget");   // attempts left, no other target
        const auto row = [](ErrorClass errorClass, NextStep first, NextStep attemptsUsed, NextStep lastTarget) {
            QTest::newRow(nameOf(errorClass).data()) << errorClass << first << attemptsUsed << lastTarget;
        };
        using enum NextStep;
        row(ErrorClass::InvalidRequest, GiveUp, GiveUp, GiveUp);
        row(ErrorClass::ContractViolation, GiveUp, GiveUp, GiveUp);
        row(ErrorClass::BudgetExceeded, GiveUp, GiveUp, GiveUp);
        row(ErrorClass::ContentRefused, GiveUp, GiveUp, GiveUp);
        row(ErrorClass::HeldForReview, GiveUp, GiveUp, GiveUp);
        row(ErrorClass::Blocked, GiveUp, GiveUp, GiveUp);
        row(ErrorClass::Cancelled, GiveUp, GiveUp, GiveUp);
        row(ErrorClass::Internal, GiveUp, GiveUp, GiveUp);
        row(ErrorClass::Unauthenticated, NextTarget, NextTarget, GiveUp);
        row(ErrorClass::Forbidden, NextTarget, NextTarget, GiveUp);
        row(ErrorClass::NotFound, NextTarget, NextTarget, GiveUp);
        row(ErrorClass::ContextTooLong, NextTarget, NextTarget, GiveUp);
        row(ErrorClass::RateLimited, RetrySame, NextTarget, RetrySame);
        row(ErrorClass::Overloaded, RetrySame, NextTarget, RetrySame);
        row(ErrorClass::UpstreamTimeout, RetrySame, NextTarget, RetrySame);
        row(ErrorClass::UpstreamUnavailable, RetrySame, NextTarget, RetrySame);
        row(ErrorClass::UpstreamInvalid, RetrySame, NextTarget, RetrySame);
    }
    void theErrorDecides() {
        QFETCH(ErrorClass, errorClass);
        const auto granted = [] { return true; };
        auto outcome = failedWith(errorClass);
        QTEST(decideNext(outcome, granted), "first");
        outcome.attemptsAtTarget = 2;
        QTEST(decideNext(outcome, granted), "attemptsUsed");
        outcome = failedWith(errorClass);
        outcome.otherTargetsRemain = false;
        QTEST(decideNext(outcome, granted), "lastTarget");
        outcome = failedWith(errorClass);
        outcome.contentSent = true;
        QCOMPARE(decideNext(outcome, granted), NextStep::GiveUp);
        outcome = failedWith(errorClass);
        outcome.remaining = 0ms;
        QCOMPARE(decideNext(outcome, granted), NextStep::GiveUp);
    }

    void theWaitHasToFit_data() {
        QTest::addColumn<int>("delayMs");
        QTest::addColumn<int>("remainingMs");
        QTest::addColumn<bool>("otherTargets");
        QTest::addColumn<NextStep>("next");
        QTest::newRow("short") << 100 << 5000 << true << NextStep::RetrySame;
        QTest::newRow("a second is worth waiting") << 1000 << 5000 << true << NextStep::RetrySame;
        QTest::newRow("longer is not, with another target") << 1001 << 5000 << true << NextStep::NextTarget;
        QTest::newRow("longer is, without one") << 4000 << 5000 << false << NextStep::RetrySame;
        QTest::newRow("the deadline comes first") << 5000 << 5000 << false << NextStep::GiveUp;
        QTest::newRow("beyond the deadline, another target") << 60'000 << 5000 << true << NextStep::NextTarget;
        QTest::newRow("beyond the deadline, none") << 60'000 << 5000 << false << NextStep::GiveUp;
    }
    void theWaitHasToFit() {
        QFETCH(int, delayMs);
        QFETCH(int, remainingMs);
        QFETCH(bool, otherTargets);
        auto outcome = failedWith(ErrorClass::RateLimited);
        outcome.delay = std::chrono::milliseconds{delayMs};
        outcome.remaining = std::chrono::milliseconds{remainingMs};
        outcome.otherTargetsRemain = otherTargets;
        QTEST(decideNext(outcome, [] { return true; }), "next");
    }

    void anEmptyBudgetMovesOn() {
        auto outcome = failedWith(ErrorClass::UpstreamUnavailable);
        QCOMPARE(decideNext(outcome, [] { return false; }), NextStep::NextTarget);
        outcome.otherTargetsRemain = false;
        QCOMPARE(decideNext(outcome, [] { return false; }), NextStep::GiveUp);
    }

    void theBudgetIsOnlyAskedForARetryThatWouldBeMade() {
        int asked = 0;
        const auto ask = [&] { return ++asked > 0; };
        auto outcome = failedWith(ErrorClass::RateLimited);
        outcome.delay = 30s;
        decideNext(outcome, ask);
        outcome = failedWith(ErrorClass::RateLimited);
        outcome.attemptsAtTarget = 2;
        decideNext(outcome, ask);
        decideNext(failedWith(ErrorClass::NotFound), ask);
        outcome = failedWith(ErrorClass::RateLimited);
        outcome.contentSent = true;
        decideNext(outcome, ask);
        QCOMPARE(asked, 0);
        decideNext(failedWith(ErrorClass::RateLimited), ask);
        QCOMPARE(asked, 1);
    }

    void aConnectorThatKnowsBetterIsBelieved() {
        // insufficient_quota: rate limited, but waiting does not help.
        auto outcome = failedWith(ErrorClass::RateLimited);
        outcome.traits = {.retrySameTarget = false, .tryOtherTarget = true, .countsAgainstHealth = true};
        QCOMPARE(decideNext(outcome, [] { return true; }), NextStep::NextTarget);
    }
};

QTEST_GUILESS_MAIN(TestRetryDecision)
#include "tst_retry_decision.moc"
