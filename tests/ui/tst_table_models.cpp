#include "ui/widgets/data_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/windowed_table_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

class NumbersModel : public ui::WindowedTableModel {
public:
    NumbersModel() : WindowedTableModel({{u"Id"_s}, {u"Number"_s, true}}, u"id"_s) {}

protected:
    QVariant cell(const QJsonObject& row, int column, int role) const override {
        if (role != Qt::DisplayRole) return {};
        return column == 0 ? row.value("id"_L1).toVariant() : row.value("n"_L1).toVariant();
    }
};

/// Rows newest first: number `newest`, `newest - 1`, ... 1, by keyset cursor, as the control plane pages them.
struct Source {
    int newest = 0;
    int fetches = 0;
    bool failing = false;

    static QJsonObject row(int n) { return {{"id"_L1, u"r%1"_s.arg(n)}, {"n"_L1, n}}; }

    ui::WindowedTableModel::Fetch fetch(QObject* context) {
        return [this, context](const QString& cursor, int limit, client::ApiClient::Callback callback) {
            ++fetches;
            client::ApiResult result;
            if (failing) {
                result.error = client::ApiError{};
            } else {
                QJsonArray items;
                int n = cursor.isEmpty() ? newest : cursor.toInt();
                for (; n > 0 && items.size() < limit; --n) items.append(row(n));
                result.body = QJsonObject{{"items"_L1, items}, {"next"_L1, n > 0 ? QJsonValue(QString::number(n)) : QJsonValue()}};
            }
            QTimer::singleShot(0, context, [callback, result] { callback(result); });
            return client::PendingCall();
        };
    }
};

} // namespace

class TableModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMillionRowsStayAWindowInMemory() {
        NumbersModel model;
        Source source{1'000'000};
        QSignalSpy loaded(&model, &ui::WindowedTableModel::loaded);
        model.setSource(source.fetch(this));
        QTRY_COMPARE(loaded.count(), 1);
        while (model.rowCount() < 20'000) {
            const int before = model.rowCount();
            model.fetchMore({});
            QTRY_VERIFY(model.rowCount() > before);
        }
        QVERIFY(!model.isComplete());
        int inMemory = 0;
        // Asking by id looks only at what is in memory, and fetches nothing.
        for (int row = 0; row < 20'000; row += 50)
            if (model.rowOfId(u"r%1"_s.arg(1'000'000 - row)) >= 0) ++inMemory;
        QVERIFY(inMemory * 50 <= (ui::WindowedTableModel::pagesInMemory + 2) * ui::WindowedTableModel::pageSize);
        QVERIFY(inMemory > 0);

        // What was dropped comes back when it is looked at, with the right rows.
        const QModelIndex dropped = model.index(1000, 1);
        QCOMPARE(dropped.data().toString(), u"…"_s);
        QTRY_COMPARE(dropped.data().toInt(), 999'000);
    }

    void newRowsGoOnTopAndKnownOnesAreReplaced() {
        NumbersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Source source{200};
        model.setSource(source.fetch(this));
        QTRY_COMPARE(model.rowCount(), 200);
        QVERIFY(model.isComplete());
        model.prepend({Source::row(202), Source::row(201)});
        QCOMPARE(model.rowCount(), 202);
        QCOMPARE(model.idAt(0), u"r202"_s);
        QCOMPARE(model.idAt(2), u"r200"_s);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.prepend({QJsonObject{{"id"_L1, "r201"_L1}, {"n"_L1, -1}}});
        QCOMPARE(model.rowCount(), 202);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.index(1, 1).data().toInt(), -1);

        source.newest = 210;
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 210);
        QCOMPARE(model.idAt(0), u"r210"_s);
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row) ids << model.idAt(row);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), model.rowCount());
    }

    void anAnswerOfAnEarlierSourceIsDropped() {
        NumbersModel model;
        Source old{300};
        Source now{5};
        model.setSource(old.fetch(this));
        model.setSource(now.fetch(this));
        QTRY_COMPARE(model.rowCount(), 5);
        QTest::qWait(20);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(model.isComplete());
        QVERIFY(!model.isLoading());
    }

    void aFailureLeavesWhatIsThere() {
        NumbersModel model;
        Source source{500};
        model.setSource(source.fetch(this));
        QTRY_COMPARE(model.rowCount(), 200);
        source.failing = true;
        QSignalSpy failed(&model, &ui::WindowedTableModel::failed);
        model.fetchMore({});
        QTRY_COMPARE(failed.count(), 1);
        model.refresh();
        QTRY_COMPARE(failed.count(), 2);
        QCOMPARE(model.rowCount(), 200);
        source.failing = false;
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 400);
    }

    void theRowsOnScreenStayWhereTheyAre() {
        NumbersModel model;
        Source source{1000};
        ui::DataTable table(u"test"_s, u"Test"_s);
        table.setModel(&model);
        table.resize(400, 300);
        table.show();
        model.setSource(source.fetch(this));
        QTRY_COMPARE(model.rowCount(), 200);
        table.verticalScrollBar()->setValue(50);
        const QString top = model.idAt(table.rowAt(0));
        QCOMPARE(top, u"r950"_s);
        model.prepend({Source::row(1003), Source::row(1002), Source::row(1001)});
        QCOMPARE(model.idAt(table.rowAt(0)), top);
        // At the very top one wants to see what comes.
        table.verticalScrollBar()->setValue(0);
        model.prepend({Source::row(1004)});
        QCOMPARE(model.idAt(table.rowAt(0)), u"r1004"_s);
    }

    void chosenRowsAreCopiedAsATable() {
        NumbersModel model;
        Source source{3};
        ui::DataTable table(u"test"_s, u"Test"_s);
        table.setModel(&model);
        model.setSource(source.fetch(this));
        QTRY_COMPARE(model.rowCount(), 3);
        table.selectAll();
        QCOMPARE(table.selectionAsTsv(), u"Id\tNumber\nr3\t3\nr2\t2\nr1\t1\n"_s);
    }

    void aReadingChangesOnlyWhatDiffers() {
        ui::JsonTableModel model({{u"Id"_s, false, ui::JsonTableModel::text([](const QJsonObject& row) { return row.value("id"_L1).toString(); })}},
                                 [](const QJsonObject& row) { return row.value("id"_L1).toString(); });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto rows = [](const QStringList& ids, int n = 0) {
            QJsonArray all;
            for (const QString& id : ids) all.append(QJsonObject{{"id"_L1, id}, {"n"_L1, n}});
            return all;
        };
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const QList<QStringList> readings{{u"a"_s, u"b"_s, u"c"_s}, {u"a"_s, u"b"_s, u"c"_s}, {u"c"_s, u"a"_s}, {u"x"_s, u"a"_s, u"c"_s, u"y"_s}, {}, {u"b"_s}};
        for (const QStringList& reading : readings) {
            model.setRows(rows(reading));
            QStringList now;
            for (int row = 0; row < model.rowCount(); ++row) now << model.idAt(row);
            QCOMPARE(now, reading);
        }
        QCOMPARE(changes.count(), 0);
        model.setRows(rows({u"b"_s}, 1));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(resets.count(), 0);
    }

    void numbersAreRoundedForReading_data() {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("wanted");
        using namespace ui::format;
        QTest::newRow("ms") << milliseconds(820.4) << u"820 ms"_s;
        QTest::newRow("small ms") << milliseconds(3.14) << u"3.1 ms"_s;
        QTest::newRow("s") << milliseconds(1240) << u"1.24 s"_s;
        QTest::newRow("nearly a second") << milliseconds(999.7) << u"1.00 s"_s;
        QTest::newRow("min") << milliseconds(125'000) << u"2 min 5 s"_s;
        QTest::newRow("usd") << usd(u"0.003104"_s) << u"$0.0031"_s;
        QTest::newRow("usd cents") << usd(u"14.8273"_s) << u"$14.83"_s;
        QTest::newRow("usd nano") << usd(u"0.000000012"_s) << u"$0.000000012"_s;
        QTest::newRow("usd nothing") << usd(u"0.000000000"_s) << u"$0"_s;
        QTest::newRow("usd none") << usd(QString()) << none();
        QTest::newRow("share") << share(0.0123) << u"1.2 %"_s;
        QTest::newRow("share none") << share(0) << u"0 %"_s;
        QTest::newRow("share all") << share(1) << u"100 %"_s;
        QTest::newRow("rate") << perSecond(37.44) << u"37.4/s"_s;
        QTest::newRow("count") << shortCount(12'480) << u"12.5 k"_s;
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'763'900'000'000, Qt::UTC);
        QTest::newRow("ago") << relative(now.addSecs(-130), now) << u"2 min ago"_s;
        QTest::newRow("in") << relative(now.addSecs(12), now) << u"in 12 s"_s;
    }
    void numbersAreRoundedForReading() {
        QFETCH(QString, shown);
        QFETCH(QString, wanted);
        QCOMPARE(shown, wanted);
    }

    void timesAgeWhileTheyAreSeen() {
        QDateTime at = QDateTime::currentDateTimeUtc();
        ui::TextLabel label;
        label.ageing([&at] { return ui::format::relative(at); });
        auto* timer = qApp->findChild<QTimer*>(u"ageing"_s);
        QVERIFY(timer);
        timer->setInterval(20);
        QVERIFY(!timer->isActive()); // nobody looks
        label.show();
        QVERIFY(timer->isActive());
        at = at.addSecs(-130);
        QTRY_COMPARE(label.text(), u"2 min ago"_s);
        label.hide();
        QVERIFY(!timer->isActive());
        at = at.addSecs(-60);
        label.show(); // at once, without waiting for the timer
        QCOMPARE(label.text(), u"3 min ago"_s);
        label.hide();

        // Cells are asked anew as well, with no doing of the model's.
        int asked = 0;
        ui::JsonTableModel model({{u"When"_s, false, ui::JsonTableModel::text([&](const QJsonObject&) {
                                       ++asked;
                                       return ui::format::relative(at);
                                   })}},
                                 [](const QJsonObject& row) { return row.value("id"_L1).toString(); });
        model.setRows({QJsonObject{{"id"_L1, "a"_L1}}});
        ui::DataTable table(u"ageing-test"_s, u"Rows"_s);
        table.setModel(&model);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTRY_VERIFY(asked > 0);
        const int before = asked;
        QTRY_VERIFY(asked > before + 2);
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::setOrganizationName(u"signalbox"_s);
    QCoreApplication::setApplicationName(u"signalbox-models-test"_s);
    TableModelsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_table_models.moc"
