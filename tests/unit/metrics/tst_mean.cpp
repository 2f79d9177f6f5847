#include "core/metrics/mean.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace signalbox::metrics;

Q_DECLARE_METATYPE(Verdict)

namespace {

Moments of(const std::vector<double>& values) {
    Moments moments;
    for (const double value : values) moments = {moments.count + 1, moments.sum + value, moments.sumOfSquares + value * value};
    return moments;
}

/// As many values with just this mean and standard deviation.
Moments like(std::uint64_t count, double mean, double deviation) {
    const auto n = static_cast<double>(count);
    return {count, n * mean, (n - 1) * deviation * deviation + n * mean * mean};
}

QString rounded(double value) { return QString::number(value + 0.0, 'f', 4); }

} // namespace

class TestMean : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Data sets of R 4, as its t.test(y ~ group) gives them; R subtracts the other way round.
    void knownComparisons_data() {
        QTest::addColumn<Moments>("baseline");
        QTest::addColumn<Moments>("candidate");
        QTest::addColumn<QString>("low");
        QTest::addColumn<QString>("high");
        QTest::addColumn<QString>("pValue");
        QTest::newRow("sleep") << of({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0}) << of({1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}) << "-0.2055" << "3.3655"
                               << "0.0794";
        QTest::newRow("mtcars, mpg by am") << of({21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 21.5, 15.5, 15.2, 13.3, 19.2})
                                           << of({21, 21, 22.8, 32.4, 30.4, 33.9, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4}) << "3.2097" << "11.2802" << "0.0014";
    }
    void knownComparisons() {
        QFETCH(Moments, baseline);
        QFETCH(Moments, candidate);
        const auto comparison = compare(baseline, candidate, Direction::LowerIsBetter);
        QTEST(rounded(comparison.interval.low), "low");
        QTEST(rounded(comparison.interval.high), "high");
        QTEST(rounded(comparison.pValue), "pValue");
        QCOMPARE(comparison.verdict, Verdict::TooFew);
    }

    void theVerdict_data() {
        QTest::addColumn<Moments>("baseline");
        QTest::addColumn<Moments>("candidate");
        QTest::addColumn<Verdict>("verdict"); // of a cost
        using enum Verdict;
        QTest::newRow("dearer") << like(1000, 0.010, 0.004) << like(1000, 0.012, 0.004) << Worse;
        QTest::newRow("cheaper") << like(1000, 0.010, 0.004) << like(1000, 0.008, 0.004) << Better;
        QTest::newRow("a little dearer") << like(100, 0.010, 0.004) << like(100, 0.011, 0.004) << CouldBeChance;
        QTest::newRow("too few") << like(29, 1, 0.1) << like(1000, 9, 0.1) << TooFew;
        QTest::newRow("always the same, and both alike") << like(50, 1, 0) << like(50, 1, 0) << CouldBeChance;
        QTest::newRow("always the same, but dearer") << like(50, 1, 0) << like(50, 2, 0) << Worse;
        QTest::newRow("one value") << like(1, 1, 0) << like(50, 2, 1) << TooFew;
        QTest::newRow("nothing") << Moments{} << Moments{} << TooFew;
        QTest::newRow("no numbers") << Moments{50, std::numeric_limits<double>::quiet_NaN(), 1} << like(50, 2, 1) << TooFew;
        QTest::newRow("beyond numbers") << Moments{50, 1e200, std::numeric_limits<double>::infinity()} << like(50, 2, 1) << TooFew;
    }
    void theVerdict() {
        QFETCH(Moments, baseline);
        QFETCH(Moments, candidate);
        QTEST(compare(baseline, candidate, Direction::LowerIsBetter).verdict, "verdict");
    }

    void roundingLeavesNoNegativeVariance() {
        Moments moments;
        for (int i = 0; i < 1000; ++i) moments = {moments.count + 1, moments.sum + 0.1, moments.sumOfSquares + 0.1 * 0.1};
        QVERIFY(moments.variance() >= 0);
        QVERIFY(moments.variance() < 1e-12);
    }

    void theDifferenceCanBeAnythingWithoutValues() {
        const auto comparison = compare(Moments{}, like(50, 2, 1), Direction::LowerIsBetter);
        QVERIFY(std::isinf(comparison.interval.low) && std::isinf(comparison.interval.high));
        QCOMPARE(comparison.pValue, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestMean)
#include "tst_mean.moc"
