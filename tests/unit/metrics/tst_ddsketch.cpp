#include "core/metrics/ddsketch.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using signalbox::metrics::DDSketch;

namespace {

/// The promise, and room for the last bits of a logarithm.
constexpr double kAccuracy = 0.01 * (1 + 1e-9);

using Draw = double (*)(std::mt19937_64&);

std::vector<double> drawn(Draw draw, std::size_t count) {
    std::mt19937_64 random(7);
    std::vector<double> values(count);
    for (auto& value : values) value = std::max(1.0, draw(random));
    return values;
}

DDSketch sketchOf(const std::vector<double>& values) {
    DDSketch sketch;
    for (const double value : values) sketch.add(value);
    return sketch;
}

/// The worst relative error over many quantiles. `sorted` is changed to be so.
double worstError(const DDSketch& sketch, std::vector<double> sorted) {
    std::sort(sorted.begin(), sorted.end());
    double worst = 0;
    for (int i = 0; i <= 1000; ++i) {
        const double q = i / 1000.0;
        const double exact = sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1))];
        worst = std::max(worst, std::abs(sketch.quantile(q) - exact) / exact);
    }
    return worst;
}

} // namespace

Q_DECLARE_METATYPE(Draw)

class TestDDSketch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyQuantileIsWithinOnePercent_data() {
        QTest::addColumn<Draw>("draw");
        QTest::newRow("even") << Draw([](std::mt19937_64& random) { return std::uniform_real_distribution(1.0, 1e6)(random); });
        QTest::newRow("latencies") << Draw([](std::mt19937_64& random) { return std::lognormal_distribution(12.0, 1.0)(random); });
        QTest::newRow("long tail") << Draw([](std::mt19937_64& random) { return std::pow(std::uniform_real_distribution(0.0, 1.0)(random), -3.0); });
        QTest::newRow("two humps") << Draw([](std::mt19937_64& random) { return random() % 2 == 0 ? std::normal_distribution(2e5, 1e3)(random) : std::normal_distribution(3e7, 1e5)(random); });
        QTest::newRow("all alike") << Draw([](std::mt19937_64&) { return 123'456.0; });
        QTest::newRow("whole microseconds") << Draw([](std::mt19937_64& random) { return static_cast<double>(random() % 300 + 1); });
    }
    void everyQuantileIsWithinOnePercent() {
        QFETCH(Draw, draw);
        for (const std::size_t count : {1, 2, 10, 1000, 50'000}) {
            const auto values = drawn(draw, count);
            const double worst = worstError(sketchOf(values), values);
            QVERIFY2(worst <= kAccuracy, qPrintable(QString::number(worst)));
        }
    }

    void everyOrderOfMagnitudeIsWithinOnePercent() {
        for (double value = 1; value < 1e17; value *= 1.0037) {
            DDSketch sketch;
            sketch.add(value);
            const double error = std::abs(sketch.quantile(0.5) - value) / value;
            QVERIFY2(error <= kAccuracy, qPrintable(QString::number(value)));
        }
    }

    void mergedIsAsIfAddedToOne() {
        const auto values = drawn([](std::mt19937_64& random) { return std::lognormal_distribution(11.0, 2.0)(random); }, 10'000);
        std::array<DDSketch, 7> parts;
        for (std::size_t i = 0; i < values.size(); ++i) parts[i * i % parts.size()].add(values[i]);
        DDSketch forwards;
        DDSketch backwards;
        for (const auto& part : parts) forwards.merge(part);
        for (auto part = parts.rbegin(); part != parts.rend(); ++part) backwards.merge(*part);
        const auto whole = sketchOf(values);
        QCOMPARE(forwards.count(), std::uint64_t{10'000});
        for (int i = 0; i <= 100; ++i) {
            QCOMPARE(forwards.quantile(i / 100.0), whole.quantile(i / 100.0));
            QCOMPARE(backwards.quantile(i / 100.0), whole.quantile(i / 100.0));
        }
    }

    void mergingWithNothingChangesNothing() {
        auto sketch = sketchOf({5, 50, 500});
        const auto bytes = sketch.toBytes();
        sketch.merge({});
        QCOMPARE(sketch.toBytes(), bytes);
        DDSketch empty;
        empty.merge(sketch);
        QCOMPARE(empty.toBytes(), bytes);
        QCOMPARE(empty.count(), std::uint64_t{3});
    }

    void timesAreAsManyAdds() {
        DDSketch many;
        many.add(100, 3);
        many.add(1'000'000);
        QCOMPARE(many.toBytes(), sketchOf({100, 100, 100, 1'000'000}).toBytes());
    }

    void bytesReadBack() {
        for (const auto& values : {std::vector<double>{}, std::vector<double>{1}, std::vector<double>{0.5, 1e17}, drawn([](std::mt19937_64& random) { return std::lognormal_distribution(12.0, 1.0)(random); }, 5000)}) {
            const auto sketch = sketchOf(values);
            const auto read = DDSketch::fromBytes(sketch.toBytes());
            QCOMPARE(read.count(), sketch.count());
            QCOMPARE(read.toBytes(), sketch.toBytes());
            QCOMPARE(read.quantile(0.99), sketch.quantile(0.99));
        }
    }

    void aMinuteOfLatenciesIsSmall() {
        const auto values = drawn([](std::mt19937_64& random) { return std::lognormal_distribution(12.0, 0.5)(random); }, 6000);
        QVERIFY2(sketchOf(values).toBytes().size() < 600, qPrintable(QString::number(sketchOf(values).toBytes().size())));
    }

    void foreignBytesAreAnEmptySketch_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut") << QByteArray::fromStdString(sketchOf({5, 50, 500}).toBytes()).chopped(1);
        QTest::newRow("one byte") << QByteArray("\x05", 1);
        QTest::newRow("first bin out of range") << QByteArray("\xFF\xFF\x7F\x01\x01", 5);
        QTest::newRow("more bins than there are") << QByteArray("\x00\xFF\xFF\x7F\x01", 5);
        QTest::newRow("endless number") << QByteArray(40, '\xFF');
    }
    void foreignBytesAreAnEmptySketch() {
        QFETCH(QByteArray, bytes);
        const auto sketch = DDSketch::fromBytes(bytes.toStdString());
        QCOMPARE(sketch.count(), std::uint64_t{0});
        QCOMPARE(sketch.quantile(0.5), 0.0);
    }

    void valuesThatAreNoDurationsDoNoHarm() {
        DDSketch sketch;
        for (const double odd : {0.0, -5.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), std::numeric_limits<double>::max()}) sketch.add(odd);
        QCOMPARE(sketch.count(), std::uint64_t{5});
        QCOMPARE(sketch.quantile(0), 1.0);
        QVERIFY(std::isfinite(sketch.quantile(1)));
        QCOMPARE(DDSketch{}.quantile(0.5), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestDDSketch)
#include "tst_ddsketch.moc"
