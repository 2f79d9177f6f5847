#include "core/metrics/proportion.h"

#include <QtTest>

using namespace signalbox::metrics;

Q_DECLARE_METATYPE(Verdict)

namespace {

Proportion of(int hits, int trials) { return {static_cast<std::uint64_t>(hits), static_cast<std::uint64_t>(trials)}; }

QString rounded(double value) { return QString::number(value + 0.0, 'f', 4); }

} // namespace

class TestProportion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Newcombe: "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I, method 3.
    void theScoreInterval_data() {
        QTest::addColumn<int>("hits");
        QTest::addColumn<int>("trials");
        QTest::addColumn<QString>("low");
        QTest::addColumn<QString>("high");
        QTest::newRow("81 of 263") << 81 << 263 << "0.2553" << "0.3662";
        QTest::newRow("15 of 148") << 15 << 148 << "0.0624" << "0.1605";
        QTest::newRow("0 of 20") << 0 << 20 << "0.0000" << "0.1611";
        QTest::newRow("1 of 29") << 1 << 29 << "0.0061" << "0.1718";
        QTest::newRow("all of 20") << 20 << 20 << "0.8389" << "1.0000";
        QTest::newRow("nothing tried") << 0 << 0 << "0.0000" << "1.0000";
        QTest::newRow("more hits than trials") << 30 << 20 << "0.8389" << "1.0000";
    }
    void theScoreInterval() {
        QFETCH(int, hits);
        QFETCH(int, trials);
        const auto interval = wilsonInterval(of(hits, trials));
        QTEST(rounded(interval.low), "low");
        QTEST(rounded(interval.high), "high");
    }

    /// Newcombe: "Interval estimation for the difference between independent proportions", 1998, table II, method 10.
    void theIntervalOfADifference_data() {
        QTest::addColumn<Proportion>("candidate");
        QTest::addColumn<Proportion>("baseline");
        QTest::addColumn<QString>("low");
        QTest::addColumn<QString>("high");
        QTest::newRow("56/70 - 48/80") << of(56, 70) << of(48, 80) << "0.0524" << "0.3339";
        QTest::newRow("9/10 - 3/10") << of(9, 10) << of(3, 10) << "0.1705" << "0.8090";
        QTest::newRow("6/7 - 2/7") << of(6, 7) << of(2, 7) << "0.0582" << "0.8062";
        QTest::newRow("5/56 - 0/29") << of(5, 56) << of(0, 29) << "-0.0381" << "0.1926";
        QTest::newRow("0/10 - 0/20") << of(0, 10) << of(0, 20) << "-0.1611" << "0.2775";
        QTest::newRow("0/10 - 0/10") << of(0, 10) << of(0, 10) << "-0.2775" << "0.2775";
        QTest::newRow("10/10 - 0/20") << of(10, 10) << of(0, 20) << "0.6791" << "1.0000";
        QTest::newRow("10/10 - 0/10") << of(10, 10) << of(0, 10) << "0.6075" << "1.0000";
        QTest::newRow("nothing tried") << of(0, 0) << of(5, 10) << "-1.0000" << "1.0000";
    }
    void theIntervalOfADifference() {
        QFETCH(Proportion, candidate);
        QFETCH(Proportion, baseline);
        const auto interval = compare(baseline, candidate, Direction::HigherIsBetter).interval;
        QTEST(rounded(interval.low), "low");
        QTEST(rounded(interval.high), "high");
    }

    void theVerdict_data() {
        QTest::addColumn<Proportion>("baseline");
        QTest::addColumn<Proportion>("candidate");
        QTest::addColumn<QString>("pValue");
        QTest::addColumn<Verdict>("whenHigherIsBetter");
        QTest::addColumn<Verdict>("whenLowerIsBetter");
        using enum Verdict;
        QTest::newRow("more") << of(48, 80) << of(56, 70) << "0.0080" << Better << Worse;
        QTest::newRow("fewer") << of(45, 1000) << of(20, 1000) << "0.0016" << Worse << Better;
        QTest::newRow("a little more") << of(500, 1000) << of(540, 1000) << "0.0734" << CouldBeChance << CouldBeChance;
        QTest::newRow("the same") << of(10, 100) << of(10, 100) << "1.0000" << CouldBeChance << CouldBeChance;
        QTest::newRow("all right") << of(500, 500) << of(500, 500) << "1.0000" << CouldBeChance << CouldBeChance;
        QTest::newRow("few, whatever they say") << of(29, 29) << of(0, 1000) << "0.0000" << TooFew << TooFew;
        QTest::newRow("nothing tried") << of(0, 0) << of(10, 100) << "1.0000" << TooFew << TooFew;
    }
    void theVerdict() {
        QFETCH(Proportion, baseline);
        QFETCH(Proportion, candidate);
        const auto comparison = compare(baseline, candidate, Direction::HigherIsBetter);
        QTEST(rounded(comparison.pValue), "pValue");
        QTEST(comparison.verdict, "whenHigherIsBetter");
        QTEST(compare(baseline, candidate, Direction::LowerIsBetter).verdict, "whenLowerIsBetter");
    }

    /// Expected: exact sums of binomial coefficients, as fractions.
    void howLikelyChanceGivesAsMany_data() {
        QTest::addColumn<Proportion>("baseline");
        QTest::addColumn<Proportion>("candidate");
        QTest::addColumn<QString>("chance");
        QTest::newRow("more") << of(20, 1000) << of(45, 1000) << "0.0011";
        QTest::newRow("few") << of(0, 100) << of(6, 100) << "0.0145";
        QTest::newRow("one of fifty is little evidence") << of(0, 950) << of(1, 50) << "0.0500";
        QTest::newRow("seven of seven") << of(3, 7) << of(7, 7) << "0.0350";
        QTest::newRow("as many") << of(10, 100) << of(10, 100) << "0.5929";
        QTest::newRow("fewer") << of(45, 1000) << of(20, 1000) << "0.9995";
        QTest::newRow("far fewer") << of(100'000, 1'000'000) << of(1, 1000) << "1.0000";
        QTest::newRow("far more") << of(4, 400) << of(59, 100) << "0.0000";
        QTest::newRow("so many more that no number is small enough") << of(0, 1'000'000) << of(100'000, 100'000) << "0.0000";
        QTest::newRow("neither fails") << of(0, 1000) << of(0, 1000) << "1.0000";
        QTest::newRow("both always fail") << of(1000, 1000) << of(1000, 1000) << "1.0000";
        QTest::newRow("the baseline always fails") << of(1000, 1000) << of(50, 60) << "1.0000";
        QTest::newRow("no baseline") << of(0, 0) << of(10, 10) << "1.0000";
        QTest::newRow("nothing tried") << of(10, 100) << of(0, 0) << "1.0000";
    }
    void howLikelyChanceGivesAsMany() {
        QFETCH(Proportion, baseline);
        QFETCH(Proportion, candidate);
        QTEST(rounded(chanceOfAsMany(baseline, candidate)), "chance");
    }

    void theIntervalOfADifferenceHasTheDifference() {
        for (int n = 1; n <= 40; n += 3)
            for (int a = 0; a <= n; ++a)
                for (int b = 0; b <= n; ++b) {
                    const auto comparison = compare(of(a, n), of(b, n), Direction::HigherIsBetter);
                    QVERIFY(comparison.interval.contains(comparison.difference));
                    QVERIFY(comparison.interval.low >= -1 - 1e-12 && comparison.interval.high <= 1 + 1e-12);
                    QVERIFY(comparison.pValue >= 0 && comparison.pValue <= 1);
                }
    }
};

QTEST_GUILESS_MAIN(TestProportion)
#include "tst_proportion.moc"
