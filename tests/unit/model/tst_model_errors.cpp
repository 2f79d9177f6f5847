#include "core/model/capability.h"
#include "core/model/error.h"
#include "core/model/run.h"
#include "core/model/usage.h"

#include <QtTest>

#include <set>

using namespace signalbox;
using namespace signalbox::model;

class TestErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyClassHasANameOfItsOwn() {
        std::set<std::string_view> names;
        for (int i = static_cast<int>(ErrorClass::InvalidRequest); i <= static_cast<int>(ErrorClass::Internal); ++i) {
            const auto errorClass = static_cast<ErrorClass>(i);
            QVERIFY(names.insert(nameOf(errorClass)).second);
            QVERIFY(errorClassNamed(nameOf(errorClass)) == errorClass);
        }
        QVERIFY(!errorClassNamed(""));
        QVERIFY(!errorClassNamed("Rate_Limited"));
        QVERIFY(nameOf(static_cast<ErrorClass>(200)) == "internal");
    }

    void whatARetryMendsAnotherTargetMayMendToo() {
        for (int i = static_cast<int>(ErrorClass::InvalidRequest); i <= static_cast<int>(ErrorClass::Internal); ++i) {
            const auto traits = traitsOf(static_cast<ErrorClass>(i));
            QVERIFY(!traits.retrySameTarget || traits.tryOtherTarget);
            QVERIFY(!traits.countsAgainstHealth || traits.tryOtherTarget);
        }
        const auto unknown = traitsOf(static_cast<ErrorClass>(200));
        QVERIFY(!unknown.retrySameTarget && !unknown.tryOtherTarget);
    }

    void statesAndReasonsAreOnRecordByNumber() {
        // Stored: these never change.
        QCOMPARE(static_cast<int>(ErrorClass::RateLimited), 6);
        QCOMPARE(static_cast<int>(ErrorClass::Internal), 17);
        QCOMPARE(static_cast<int>(RunStatus::Cancelled), 4);
        QCOMPARE(static_cast<int>(AttemptReason::Fallback), 3);
        QCOMPARE(static_cast<int>(ClientProtocol::AnthropicMessages), 3);
        for (const auto status : {RunStatus::Succeeded, RunStatus::Degraded, RunStatus::Failed, RunStatus::Cancelled}) QVERIFY(runStatusNamed(nameOf(status)) == status);
    }

    void capabilitiesHaveNames() {
        for (unsigned bit = 0; bit < 9; ++bit) {
            const auto capability = static_cast<Capability>(1U << bit);
            QVERIFY(!nameOf(capability).empty());
            QVERIFY(capabilityNamed(nameOf(capability)) == capability);
        }
        QVERIFY(!capabilityNamed("telepathy"));
        QCOMPARE(missingFrom(Capability::Chat | Capability::Stream, Capability::Chat | Capability::Tools), static_cast<Capabilities>(Capability::Tools));
    }

    void costIsExact_data() {
        QTest::addColumn<qint64>("input");
        QTest::addColumn<qint64>("cached");
        QTest::addColumn<qint64>("written");
        QTest::addColumn<qint64>("output");
        QTest::addColumn<QByteArray>("usd");
        // 0.15 input, 0.075 cached, 0.30 written, 0.60 output, a million tokens each.
        QTest::newRow("nothing") << qint64{0} << qint64{0} << qint64{0} << qint64{0} << QByteArray("0");
        QTest::newRow("plain") << qint64{1000} << qint64{0} << qint64{0} << qint64{500} << QByteArray("0.00045");
        QTest::newRow("cached parts are part of the input") << qint64{1000} << qint64{400} << qint64{0} << qint64{0} << QByteArray("0.00012");
        QTest::newRow("written parts too") << qint64{1000} << qint64{400} << qint64{100} << qint64{0} << QByteArray("0.000135");
        QTest::newRow("a vendor that counts more cached than input") << qint64{100} << qint64{400} << qint64{0} << qint64{0} << QByteArray("0.00003");
        QTest::newRow("one token") << qint64{1} << qint64{0} << qint64{0} << qint64{0} << QByteArray("0.00000015");
    }
    void costIsExact() {
        QFETCH(qint64, input);
        QFETCH(qint64, cached);
        QFETCH(qint64, written);
        QFETCH(qint64, output);
        const Prices prices{{Money{150'000'000}}, {Money{75'000'000}}, {Money{300'000'000}}, {Money{600'000'000}}};
        QTEST(QByteArray::fromStdString(costOf({input, cached, written, output, 0, false}, prices).text()), "usd");
    }
};

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_model_errors.moc"
