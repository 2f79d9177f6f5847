#include "tests/support/fake_data.h"
#include "tests/ui/ui_fixture.h"
#include "ui/widgets/document_editor.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The panel Routes and policies: real windows on a control plane that says what a real one would.
class RoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::prepareApplication(); }
    void init() {
        QSettings().clear();
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts"_s).removeRecursively();
        start(u"admin"_s);
    }
    void cleanup() { m_console.reset(); }

    void routesComeFirstAndTheFirstIsShown() {
        window().showPanel(u"routes"_s);
        auto* table = shown<QTableView>(u"documents"_s);
        QVERIFY(table);
        QTRY_VERIFY(table->model()->rowCount() > 2);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"Route"_s);
        QTRY_VERIFY(says(u"The first target serves; the next one when it cannot."_s));
        QTRY_COMPARE(shown<QTableView>(u"route-targets"_s)->model()->rowCount(), 2);
        QTRY_VERIFY(shown<QTableView>(u"effective-policy"_s)->model()->rowCount() > 0);
        QTRY_VERIFY(says(u"Route · version 4 is live, 5 is the newest"_s));
    }

    void theListIsSearched() {
        window().showPanel(u"routes"_s);
        QTRY_VERIFY(control().count("GET", u"/documents"_s) > 0);
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        auto* search = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(search && search->accessibleName() == u"Find by name, or by words of the text"_s);
        QTest::keyClicks(search, u"fast"_s);
        QTRY_COMPARE(control().last("GET", u"/documents"_s).query.queryItemValue(u"q"_s), u"fast"_s);
    }

    void whatIsTypedOutlivesTheWindowAndIsSavedOnTopOfItsVersion() {
        auto* editor = edit(u"route/fast-json"_s);
        editor->moveCursor(QTextCursor::End);
        QTest::keyClicks(editor, u"# mine"_s);
        QVERIFY(says(u"Edit (unsaved)"_s));
        QTRY_VERIFY(control().count("POST", u"/validate"_s) > 0);
        start(u"admin"_s);
        editor = edit(u"route/fast-json"_s);
        QTRY_VERIFY(editor->toPlainText().endsWith(u"# mine"_s));
        QVERIFY(says(u"These are edits that were not saved yet."_s) || says(u"This is valid."_s));

        QTest::keyClicks(reason(), u"Because"_s);
        QTRY_VERIFY(button(u"Save version"_s)->isEnabled());
        clickText(u"Save version"_s);
        QTRY_COMPARE(control().count("POST", u"/documents"_s), 1);
        const QJsonObject body = control().last("POST", u"/documents"_s).body;
        QCOMPARE(body.value("expect_version"_L1).toInt(), 5);
        QCOMPARE(body.value("message"_L1).toString(), u"Because"_s);
        QVERIFY(body.value("text"_L1).toString().endsWith(u"# mine"_s));
        QVERIFY(!body.contains("label"_L1));
        QTRY_VERIFY(reason()->text().isEmpty());
    }

    void anotherDocumentLeavesTheEditsOfTheOneBefore() {
        auto* editor = edit(u"route/fast-json"_s);
        QTest::keyClicks(editor, u"# a"_s);
        open(u"signalbox://routes/policy/patient"_s);
        QTRY_VERIFY(editor->toPlainText().startsWith(u"kind: policy"_s));
        open(u"signalbox://routes/route/fast-json"_s);
        QTRY_VERIFY(editor->toPlainText().startsWith(u"# a"_s));
    }

    void whatIsWrongIsSaidAndNotSaved() {
        control().answer("POST", u"/validate"_s,
                         {200, QJsonObject{{"documents"_L1, QJsonArray()},
                                           {"violations"_L1, QJsonArray{QJsonObject{{"pointer"_L1, "/spec/strategy"_L1}, {"message"_L1, "There is no such strategy."_L1}}}}}});
        auto* editor = edit(u"route/fast-json"_s);
        QTest::keyClicks(editor, u"# x"_s);
        QTRY_VERIFY(says(u"/spec/strategy There is no such strategy."_s));
        QVERIFY(!button(u"Save version"_s)->isEnabled());
        QCOMPARE(editor->extraSelections().size(), 1);
    }

    void discardedEditsComeBack() {
        auto* editor = edit(u"route/fast-json"_s);
        const QString before = editor->toPlainText();
        QVERIFY(!button(u"Discard edits"_s)->isEnabled());
        QTest::keyClicks(editor, u"# x"_s);
        clickText(u"Discard edits"_s);
        QCOMPARE(editor->toPlainText(), before);
        QTRY_VERIFY(says(u"The edits are discarded."_s));
        clickText(u"Undo"_s);
        QVERIFY(editor->toPlainText().startsWith(u"# x"_s));
    }

    void aConflictOverwritesNothingAndLosesNothing() {
        control().answer("POST", u"/documents"_s,
                         {409, QJsonObject{{"error"_L1, QJsonObject{{"class"_L1, "invalid_request"_L1}, {"code"_L1, "conflict"_L1}, {"message"_L1, "Somebody saved version 6 meanwhile."_L1}}}}});
        auto* editor = edit(u"route/fast-json"_s);
        QTest::keyClicks(editor, u"# x"_s);
        clickText(u"Save version"_s);
        QTRY_VERIFY(says(u"Not saved: version 5 was saved meanwhile by"_s));
        QVERIFY(editor->toPlainText().startsWith(u"# x"_s));
        clickText(u"Look at the versions"_s);
        QCOMPARE(tabs()->currentIndex(), 2);
    }

    void editsAreSavedOnTopOfTheVersionThatTheyBeganFrom() {
        auto* editor = edit(u"route/fast-json"_s);
        QTest::keyClicks(editor, u"# x"_s);
        QTRY_VERIFY(control().count("POST", u"/validate"_s) > 0);
        somebodySavesVersion6();
        QTRY_VERIFY(says(u"6 is the newest"_s));
        QTRY_COMPARE(control().last("GET", u"/documents/route/fast-json/yaml"_s).query.queryItemValue(u"version"_s), u"6"_s);
        QVERIFY(editor->toPlainText().startsWith(u"# x"_s));
        clickText(u"Save version"_s);
        QTRY_COMPARE(control().count("POST", u"/documents"_s), 1);
        QCOMPARE(control().last("POST", u"/documents"_s).body.value("expect_version"_L1).toInt(), 5);
    }

    void editsThatOutlivedTheWindowStillExpectTheirVersion() {
        QTest::keyClicks(edit(u"route/fast-json"_s), u"# x"_s);
        QTRY_VERIFY(control().count("POST", u"/validate"_s) > 0);
        start(u"admin"_s);
        somebodySavesVersion6();
        open(u"signalbox://routes/route/fast-json"_s);
        QTRY_VERIFY(says(u"6 is the newest"_s));
        tabs()->setCurrentIndex(1);
        QTRY_VERIFY(editor()->toPlainText().startsWith(u"# x"_s));
        control().answer("POST", u"/documents"_s, {409, test::errorBody(u"invalid_request"_s, u"fast-json is at version 6 now, not 5."_s, {}, u"conflict"_s)});
        QTRY_VERIFY(button(u"Save version"_s)->isEnabled());
        clickText(u"Save version"_s);
        QTRY_VERIFY(says(u"Not saved: version 6 was saved meanwhile by ada."_s));
        QCOMPARE(control().last("POST", u"/documents"_s).body.value("expect_version"_L1).toInt(), 5);
        clickText(u"Save version"_s);
        QTRY_COMPARE(control().count("POST", u"/documents"_s), 2);
        QCOMPARE(control().last("POST", u"/documents"_s).body.value("expect_version"_L1).toInt(), 6);
    }

    void theBrokenLineIsMarked() {
        control().answer("POST", u"/validate"_s,
                         {200, QJsonObject{{"documents"_L1, QJsonArray()},
                                           {"violations"_L1, QJsonArray{QJsonObject{{"pointer"_L1, ""_L1}, {"message"_L1, "Line 3, column 7: illegal map value."_L1}}}}}});
        auto* editor = edit(u"route/fast-json"_s);
        QTest::keyClicks(editor, u"# x"_s);
        QTRY_COMPARE(editor->extraSelections().size(), 1);
        QCOMPARE(editor->extraSelections().first().cursor.blockNumber(), 2);
    }

    void theNewestVersionIsShownFirst() {
        open(u"signalbox://routes/route/fast-json"_s);
        QTRY_VERIFY(tabs());
        tabs()->setCurrentIndex(2);
        QTRY_COMPARE(shown<QTableView>(u"versions"_s)->currentIndex().row(), 0);
        QTRY_VERIFY(!shown<QPlainTextEdit>(u"versions-text"_s)->toPlainText().isEmpty());
    }

    void aLinkToAVersionShowsIt() {
        open(u"signalbox://routes/route/fast-json/3"_s);
        QTRY_VERIFY(tabs() && tabs()->currentIndex() == 2);
        auto* table = shown<QTableView>(u"versions"_s);
        QTRY_COMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"3"_s);
        open(u"signalbox://routes/route/fast-json/2"_s); // of the document that is open already
        QTRY_COMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"2"_s);
    }

    void whatIsSavedToBeLiveIsMadeLiveAndComesBack() {
        const QString path = u"/documents/route/fast-json/labels/production"_s;
        control().answer("POST", u"/documents"_s, {201, QJsonObject{{"kind"_L1, "route"_L1}, {"name"_L1, "fast-json"_L1}, {"version"_L1, 6}}});
        control().answer("PUT", path, {200, QJsonObject()});
        QTest::keyClicks(edit(u"route/fast-json"_s), u"# x"_s);
        clickText(u"Save and make live"_s);
        QTRY_VERIFY(says(u"fast-json, version 6, is live."_s));
        QCOMPARE(control().last("PUT", path).body.value("version"_L1).toInt(), 6);
        QCOMPARE(control().last("PUT", path).body.value("expect"_L1).toInt(), 4);
        clickText(u"Undo"_s);
        QTRY_COMPARE(control().last("PUT", path).body.value("version"_L1).toInt(), 4);
        QCOMPARE(control().last("PUT", path).body.value("expect"_L1).toInt(), 6);
    }

    void whatIsTypedWhileItIsSavedStaysUnsaved() {
        auto* editor = edit(u"route/fast-json"_s);
        QTest::keyClicks(editor, u"# x"_s);
        clickText(u"Save version"_s);
        QTest::keyClicks(editor, u"y"_s);
        QTRY_VERIFY(says(u"is saved; it is not live yet."_s));
        QVERIFY(editor->toPlainText().startsWith(u"# xy"_s));
        QVERIFY(says(u"Edit (unsaved)"_s));
        QTRY_VERIFY(button(u"Save version"_s)->isEnabled());
    }

    void aProtectedLabelSaysThatSomebodyElseApproves() {
        control().answer("POST", u"/documents"_s, {201, QJsonObject{{"kind"_L1, "route"_L1}, {"name"_L1, "fast-json"_L1}, {"version"_L1, 6}}});
        control().answer("PUT", u"/documents/route/fast-json/labels/production"_s,
                         {409, QJsonObject{{"error"_L1, QJsonObject{{"class"_L1, "forbidden"_L1}, {"code"_L1, "approval_required"_L1}, {"message"_L1, "It is protected."_L1}}}}});
        QTest::keyClicks(edit(u"route/fast-json"_s), u"# x"_s);
        clickText(u"Save and make live"_s);
        QTRY_VERIFY(says(u"The live version of fast-json is protected."_s));
        clickText(u"Request approval…"_s);
        const QString path = u"/documents/route/fast-json/labels/production/approvals"_s;
        control().answer("POST", path, {201, QJsonObject{{"id"_L1, 1}}});
        control().answer("GET", u"/documents/route/fast-json"_s, {200, QJsonObject{{"spec"_L1, QJsonObject()}, {"protected_labels"_L1, QJsonArray{"production"_L1}}}});
        control().sendEvent("document", QJsonObject{{"kind"_L1, "route"_L1}, {"name"_L1, "fast-json"_L1}});
        clickText(u"Request approval"_s);
        QTRY_COMPARE(control().count("POST", path), 1);
        QCOMPARE(control().last("POST", path).body.value("version"_L1).toInt(), 6);
    }

    void anAdministratorProtectsTheLabelOfAllRoutes() {
        open(u"signalbox://routes/route/fast-json"_s);
        QTRY_VERIFY(tabs());
        tabs()->setCurrentIndex(2);
        clickText(u"Protect label…"_s);
        clickText(u"Protect"_s);
        QTRY_COMPARE(control().count("PUT", u"/protected-labels/route/production"_s), 1);
        QTRY_VERIFY(says(u"production is protected: it moves only when another person approves."_s));
        start(u"operator"_s);
        open(u"signalbox://routes/route/fast-json"_s);
        QTRY_VERIFY(tabs());
        tabs()->setCurrentIndex(2);
        QTRY_VERIFY(isOffered(u"Make this version live"_s));
        QVERIFY(!isOffered(u"Protect label…"_s));
    }

    void aNewRouteBeginsAsTextThatCanBeSaved() {
        window().showPanel(u"routes"_s);
        QTRY_VERIFY(control().count("GET", u"/documents"_s) > 0);
        button(u"New"_s)->menu()->actions().first()->trigger();
        QTRY_VERIFY(editor());
        QVERIFY(editor()->toPlainText().contains(u"name: assistant"_s));
        QTRY_VERIFY(says(u"This is valid."_s));
        QTest::keyClicks(editor(), u"# x"_s);
        clickText(u"Discard edits"_s);
        QVERIFY(editor()->toPlainText().startsWith(u"kind: route"_s));
        control().answer("POST", u"/documents"_s, {201, QJsonObject{{"kind"_L1, "route"_L1}, {"name"_L1, "assistant"_L1}, {"version"_L1, 1}}});
        clickText(u"Save version"_s);
        QTRY_COMPARE(control().count("POST", u"/documents"_s), 1);
        QVERIFY(!control().last("POST", u"/documents"_s).body.contains("expect_version"_L1));
        QTRY_VERIFY(says(u"assistant, version 1, is live."_s));
        QTRY_VERIFY(control().count("GET", u"/documents/route/assistant/yaml"_s) > 0);
    }

    void theLiveVersionMovesAndComesBack() {
        open(u"signalbox://routes/route/fast-json"_s);
        QTRY_VERIFY(tabs());
        tabs()->setCurrentIndex(2);
        auto* table = shown<QTableView>(u"versions"_s);
        QTRY_COMPARE(table->model()->rowCount(), 5);
        table->selectRow(3); // version 2
        QTRY_COMPARE(control().last("GET", u"/documents/route/fast-json/yaml"_s).query.queryItemValue(u"version"_s), u"2"_s);
        const QString path = u"/documents/route/fast-json/labels/production"_s;
        control().answer("PUT", path, {200, QJsonObject()});
        clickText(u"Make this version live"_s);
        QTRY_COMPARE(control().count("PUT", path), 1);
        QCOMPARE(control().last("PUT", path).body.value("version"_L1).toInt(), 2);
        QCOMPARE(control().last("PUT", path).body.value("expect"_L1).toInt(), 4);
        QTRY_VERIFY(says(u"fast-json: version 2 is live instead of 4."_s));
        clickText(u"Undo"_s);
        QTRY_COMPARE(control().count("PUT", path), 2);
        QCOMPARE(control().last("PUT", path).body.value("version"_L1).toInt(), 4);
        QCOMPARE(control().last("PUT", path).body.value("expect"_L1).toInt(), 2);
    }

    void whatARoleMayNotDoIsNotOffered_data() {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("document");
        QTest::addColumn<bool>("saves");
        QTest::addColumn<bool>("promotes");
        QTest::newRow("viewer") << u"viewer"_s << u"route/fast-json"_s << false << false;
        QTest::newRow("engineer, route") << u"engineer"_s << u"route/fast-json"_s << true << false;
        QTest::newRow("engineer, provider") << u"engineer"_s << u"provider/openai-main"_s << false << false;
        QTest::newRow("operator, provider") << u"operator"_s << u"provider/openai-main"_s << true << true;
    }

    void whatARoleMayNotDoIsNotOffered() {
        QFETCH(QString, role);
        QFETCH(QString, document);
        QFETCH(bool, saves);
        QFETCH(bool, promotes);
        start(role);
        auto* editor = edit(document);
        QVERIFY(editor);
        QCOMPARE(editor->isReadOnly(), !saves);
        QCOMPARE(isOffered(u"Save version"_s), saves);
        QCOMPARE(isOffered(u"Discard edits"_s), saves);
        QCOMPARE(isOffered(u"Save and make live"_s), promotes);
        tabs()->setCurrentIndex(2);
        QCOMPARE(isOffered(u"Make this version live"_s), promotes);
    }

private:
    void start(const QString& role) {
        m_console.reset();
        m_console = std::make_unique<test::ConsoleOnFake>(QSize(1360, 850));
        control().answer("GET", u"/me"_s, {200, QJsonObject{{"name"_L1, "kim"_L1}, {"role"_L1, role}}});
        QVERIFY(m_console->goLive());
    }
    ui::MainWindow& window() { return *m_console->window; }
    test::FakeControl& control() { return m_console->control; }
    void open(const QString& link) { window().openLink(QUrl(link)); }

    template <class Widget>
    Widget* shown(const QString& name) {
        Widget* there = nullptr;
        return QTest::qWaitFor([&] {
            const auto found = window().findChildren<Widget*>(name);
            const auto one = std::find_if(found.begin(), found.end(), [](const Widget* widget) { return widget->isVisible(); });
            if (one != found.end()) there = *one;
            return there != nullptr;
        }) ? there : nullptr;
    }
    ui::DocumentEditor* editor() {
        const auto all = window().findChildren<ui::DocumentEditor*>();
        const auto one = std::find_if(all.begin(), all.end(), [](const QWidget* widget) { return widget->isVisible(); });
        return one == all.end() ? nullptr : *one;
    }
    QTabWidget* tabs() {
        const auto all = window().findChildren<QTabWidget*>();
        const auto one = std::find_if(all.begin(), all.end(), [](const QTabWidget* widget) { return widget->isVisible() && widget->tabText(0) == u"What it does"_s; });
        return one == all.end() ? nullptr : *one;
    }
    /// Opens a document and its tab Edit, and waits for text and versions.
    ui::DocumentEditor* edit(const QString& document) {
        open(u"signalbox://routes/"_s + document);
        if (!QTest::qWaitFor([&] { return tabs() != nullptr; })) return nullptr;
        tabs()->setCurrentIndex(1);
        const bool read = QTest::qWaitFor([&] { return editor() && editor()->toPlainText().contains(u"name: "_s + document.section(u'/', 1)) && says(u"5 is the newest"_s); });
        return read ? editor() : nullptr;
    }
    void somebodySavesVersion6() {
        control().answer("GET", u"/documents/route/fast-json/versions"_s,
                         {200, QJsonObject{{"items"_L1, QJsonArray{QJsonObject{{"version"_L1, 6}, {"author"_L1, "ada"_L1}, {"labels"_L1, QJsonArray{"latest"_L1}}},
                                                                   QJsonObject{{"version"_L1, 5}, {"author"_L1, "kim"_L1}, {"labels"_L1, QJsonArray{"production"_L1}}}}}}});
        control().sendEvent("document", QJsonObject{{"kind"_L1, "route"_L1}, {"name"_L1, "fast-json"_L1}});
    }
    QLineEdit* reason() {
        const auto all = window().findChildren<QLineEdit*>();
        const auto one = std::find_if(all.begin(), all.end(), [](const QWidget* widget) { return widget->isVisible() && widget->accessibleName() == u"Why this change"_s; });
        return one == all.end() ? nullptr : *one;
    }
    QPushButton* button(const QString& text) {
        const auto all = window().findChildren<QPushButton*>();
        const auto one = std::find_if(all.begin(), all.end(), [&](const QPushButton* widget) { return widget->isVisible() && widget->text() == text; });
        return one == all.end() ? nullptr : *one;
    }
    bool isOffered(const QString& text) { return button(text) != nullptr; }
    void clickText(const QString& text) {
        QPushButton* one = nullptr;
        QTRY_VERIFY2((one = button(text)) != nullptr, qPrintable(u"there is no button "_s + text));
        QTest::mouseClick(one, Qt::LeftButton);
    }
    /// Whether some visible label, or the open tab, has this text.
    bool says(const QString& text) {
        if (tabs() && tabs()->tabText(tabs()->currentIndex()) == text) return true;
        const auto labels = window().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }

    std::unique_ptr<test::ConsoleOnFake> m_console;
};

QTEST_MAIN(RoutesTest)
#include "tst_routes.moc"
