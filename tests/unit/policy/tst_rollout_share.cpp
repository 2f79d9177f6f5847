#include "core/policy/rollout_share.h"

#include <QtTest>

#include <string>

using signalbox::policy::isInShare;

namespace {

constexpr auto kSalt = "prompt/support@production:8";

int countOf(double percent, const std::string& salt) {
    int inside = 0;
    for (int i = 0; i < 10'000; ++i) inside += isInShare(percent, salt, "customer-" + std::to_string(i), 0);
    return inside;
}

} // namespace

class TestRolloutShare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAreDividedInTheShare() {
        QCOMPARE(countOf(0, kSalt), 0);
        QCOMPARE(countOf(100, kSalt), 10'000);
        for (const double percent : {5.0, 25.0, 50.0}) {
            const double expected = percent * 100;
            QVERIFY2(std::abs(countOf(percent, kSalt) - expected) < 200, qPrintable(QString::number(percent)));
        }
    }

    void aKeyStaysOnItsSideAndWithTheCandidateAsTheShareGrows() {
        for (int i = 0; i < 1000; ++i) {
            const auto key = "c" + std::to_string(i);
            const bool early = isInShare(5, kSalt, key, 0.99);
            QCOMPARE(isInShare(5, kSalt, key, 0.0), early); // chance has no say
            if (early) QVERIFY(isInShare(25, kSalt, key, 0.99));
        }
    }

    void anotherRolloutDividesAnew() {
        int both = 0;
        for (int i = 0; i < 10'000; ++i) {
            const auto key = "customer-" + std::to_string(i);
            both += isInShare(50, kSalt, key, 0) && isInShare(50, "prompt/support@production:9", key, 0);
        }
        QVERIFY2(both > 2200 && both < 2800, qPrintable(QString::number(both)));
    }

    void withoutAKeyChanceDecides() {
        QVERIFY(isInShare(5, kSalt, "", 0.049));
        QVERIFY(!isInShare(5, kSalt, "", 0.05));
        QVERIFY(isInShare(100, kSalt, "", 0.9999));
        QVERIFY(!isInShare(0, kSalt, "", 0.0));
    }
};

QTEST_GUILESS_MAIN(TestRolloutShare)
#include "tst_rollout_share.moc"
