#include "core/policy/retry_budget.h"

#include <QtTest>

using namespace std::chrono_literals;
using signalbox::MonotonicTime;
using signalbox::policy::RetryBudget;

namespace {
constexpr MonotonicTime kStart{1h};
}

class TestRetryBudget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void retriesAreAShareOfTheCalls_data() {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<double>("minPerSecond");
        QTest::addColumn<int>("calls");
        QTest::addColumn<int>("retries");
        QTest::newRow("a fifth") << 0.2 << 0.0 << 100 << 20;
        QTest::newRow("a fifth and the floor") << 0.2 << 3.0 << 100 << 50;
        QTest::newRow("the floor of a quiet target") << 0.2 << 3.0 << 0 << 30;
        QTest::newRow("none at all") << 0.0 << 0.0 << 1000 << 0;
        QTest::newRow("parts of a retry do not count") << 0.2 << 0.0 << 4 << 0;
        QTest::newRow("a tenth, exactly") << 0.1 << 0.0 << 30 << 3;
    }
    void retriesAreAShareOfTheCalls() {
        QFETCH(double, ratio);
        QFETCH(double, minPerSecond);
        QFETCH(int, calls);
        RetryBudget budget({.ratio = ratio, .minPerSecond = minPerSecond});
        for (int i = 0; i < calls; ++i) budget.called(kStart);
        int granted = 0;
        for (int i = 0; i < 2000; ++i) granted += budget.tryRetry(kStart);
        QTEST(granted, "retries");
    }

    void theBudgetComesBackAsTheWindowMoves() {
        RetryBudget budget({.ratio = 0.2, .minPerSecond = 0});
        for (int i = 0; i < 10; ++i) budget.called(kStart);
        QVERIFY(budget.tryRetry(kStart));
        QVERIFY(budget.tryRetry(kStart));
        QVERIFY(!budget.tryRetry(kStart + 9s));
        for (int i = 0; i < 10; ++i) budget.called(kStart + 10s);
        QVERIFY(budget.tryRetry(kStart + 10s));
    }

    void oldCallsEarnNothing() {
        RetryBudget budget({.ratio = 1, .minPerSecond = 0});
        for (int i = 0; i < 100; ++i) budget.called(kStart);
        QVERIFY(budget.tryRetry(kStart + 9s));
        QVERIFY(!budget.tryRetry(kStart + 10s));
    }

    void anOutageIsNotAmplified() {
        // Everything fails and wants a retry, for a minute: the vendor sees at most a fifth more, and the floor.
        RetryBudget budget({.ratio = 0.2, .minPerSecond = 3});
        int retries = 0;
        for (int second = 0; second < 60; ++second)
            for (int call = 0; call < 100; ++call) {
                const auto now = kStart + std::chrono::seconds{second} + std::chrono::milliseconds{10 * call};
                budget.called(now);
                retries += budget.tryRetry(now);
            }
        QVERIFY2(retries <= 6000 * 0.2 + 3 * 70, qPrintable(QString::number(retries)));
        QVERIFY2(retries >= 6000 * 0.2, qPrintable(QString::number(retries)));
    }

    void otherSettingsCountAtOnce() {
        RetryBudget budget({.ratio = 0, .minPerSecond = 0});
        budget.called(kStart);
        QVERIFY(!budget.tryRetry(kStart));
        budget.configure({.ratio = 1, .minPerSecond = 0});
        QVERIFY(budget.tryRetry(kStart));
    }
};

QTEST_GUILESS_MAIN(TestRetryBudget)
#include "tst_retry_budget.moc"
