#include "core/policy/backoff.h"

#include <QtTest>

using namespace std::chrono_literals;
using signalbox::policy::backoffDelay;

class TestBackoff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWaitIsAShareOfTheDoubledBase_data() {
        QTest::addColumn<int>("retry");
        QTest::addColumn<double>("random");
        QTest::addColumn<int>("retryAfterMs"); // -1: the vendor said nothing
        QTest::addColumn<int>("waitMs");
        QTest::newRow("no chance, no wait") << 1 << 0.0 << -1 << 0;
        QTest::newRow("first") << 1 << 0.5 << -1 << 100;
        QTest::newRow("second doubles") << 2 << 0.5 << -1 << 200;
        QTest::newRow("fifth") << 5 << 0.5 << -1 << 1600;
        QTest::newRow("the cap") << 6 << 0.5 << -1 << 2000;
        QTest::newRow("far beyond the cap") << 1000 << 0.5 << -1 << 2000;
        QTest::newRow("Retry-After is the least") << 1 << 0.5 << 3000 << 3000;
        QTest::newRow("a short Retry-After changes nothing") << 6 << 0.5 << 10 << 2000;
        QTest::newRow("Retry-After may exceed the cap") << 1 << 0.0 << 60'000 << 60'000;
        QTest::newRow("retry numbers below one count as one") << 0 << 0.5 << -1 << 100;
    }
    void theWaitIsAShareOfTheDoubledBase() {
        QFETCH(int, retry);
        QFETCH(double, random);
        QFETCH(int, retryAfterMs);
        const auto retryAfter = retryAfterMs < 0 ? std::nullopt : std::optional(std::chrono::milliseconds{retryAfterMs});
        QTEST(static_cast<int>(backoffDelay({.base = 200ms, .cap = 4000ms}, retry, random, retryAfter).count()), "waitMs");
    }

    void theCapHoldsForEveryRetryAndChance() {
        for (int retry = 1; retry < 100; ++retry)
            for (const double random : {0.0, 0.1, 0.5, 0.999999}) {
                const auto wait = backoffDelay({.base = 200ms, .cap = 4000ms}, retry, random, {});
                QVERIFY(wait >= 0ms && wait <= 4000ms);
            }
    }
};

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
