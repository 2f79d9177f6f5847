#include "tests/support/fake_data.h"
#include "tests/support/fake_prompts.h"
#include "tests/ui/ui_fixture.h"
#include "ui/prompts/prompt_list_model.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/drafts.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/template_editor.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The prompts panel, clicked and typed into, on a control plane that is not the real one.
class PromptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::prepareApplication(); }
    void init() {
        QSettings().clear();
        for (const auto& name : {u"support-reply"_s, u"moderation"_s, u"ticket-triage"_s, u"call-summary"_s, u"(new)"_s}) ui::drafts::discard(u"This computer/prompt/"_s + name);
        start();
    }
    void cleanup() { m_console.reset(); }

    void theListIsSortedSearchedAndKeptInPlace() {
        auto* table = find<QTableView>(u"prompts"_s);
        auto* sorted = qobject_cast<QSortFilterProxyModel*>(table->model());
        QAbstractItemModelTester tester(sorted->sourceModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(sorted->rowCount(), 12);
        QCOMPARE(sorted->index(0, 0).data().toString(), u"call-summary"_s);
        open(u"support-reply"_s);
        table->sortByColumn(ui::PromptListModel::Calls, Qt::DescendingOrder);
        QCOMPARE(sorted->index(0, 0).data().toString(), u"moderation"_s);
        QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"support-reply"_s);

        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        auto* search = find<QLineEdit>(u"prompt-search"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"invoice"_s);
        QTRY_COMPARE(sorted->rowCount(), 1);
        QCOMPARE(control().last("GET", u"/documents"_s).query.queryItemValue(u"q"_s), u"invoice"_s);
        QCOMPARE(title(), u"support-reply"_s); // filtering does not close what is open
        search->clear();
        QTRY_COMPARE(sorted->rowCount(), 12);
        auto* archived = find<QCheckBox>(u"prompt-archived"_s);
        archived->setChecked(true);
        QTRY_COMPARE(sorted->rowCount(), 13); // those in service stay
        archived->setChecked(false);
        QTRY_COMPARE(sorted->rowCount(), 12);
        // The list makes room, and comes back to be searched.
        QTest::keyClick(search, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!table->isVisible());
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(table->isVisible());
    }

    void editsSurviveANewWindowAndAreSaidToBeThere() {
        open(u"support-reply"_s);
        textEditor()->setFocus();
        QTest::keyClicks(textEditor(), u"Zebra "_s);
        QTRY_VERIFY(ui::drafts::of(u"This computer/prompt/support-reply"_s).contains(u"Zebra"_s));
        // As after a crash: nothing was closed properly.
        m_console.reset();
        start();
        open(u"support-reply"_s);
        QVERIFY2(textEditor()->toPlainText().startsWith(u"Zebra "_s), qPrintable(textEditor()->toPlainText().left(60) + u" | "_s + ui::drafts::of(u"This computer/prompt/support-reply"_s).left(200)));
        QTRY_VERIFY(barSays(u"not saved yet"_s));
        QCOMPARE(tabs()->tabText(0), u"Edit (unsaved)"_s);
        // Another prompt has its own text; coming back, the edit is still there.
        open(u"moderation"_s);
        QVERIFY(!textEditor()->toPlainText().contains(u"Zebra"_s));
        open(u"support-reply"_s);
        QVERIFY(textEditor()->toPlainText().startsWith(u"Zebra "_s));
        click(u"prompt-discard"_s);
        QTRY_VERIFY(!textEditor()->toPlainText().contains(u"Zebra"_s));
        QTRY_COMPARE(ui::drafts::of(u"This computer/prompt/support-reply"_s), QString());
    }

    void whatIsWrongIsUnderlinedWhereItIs() {
        open(u"support-reply"_s);
        control().answer("POST", u"/validate"_s, [](const test::ControlRequest& request) {
            const bool wrong = request.body.value("document"_L1)["spec"_L1]["messages"_L1][0]["content"_L1].toString().contains(u"{{custmer}}"_s);
            const QJsonObject violation{{"pointer"_L1, "/spec/messages/0/content"_L1}, {"message"_L1, u"“custmer” is no variable of the contract; did you mean “customer”?"_s}, {"line"_L1, 1}, {"column"_L1, 4}};
            return test::ControlReply{200, QJsonObject{{"documents"_L1, QJsonArray()}, {"violations"_L1, wrong ? QJsonArray{violation} : QJsonArray()}}};
        });
        QTest::keyClicks(textEditor(), u"Hi {{custmer}} "_s);
        QTRY_COMPARE(textEditor()->extraSelections().size(), 1);
        QCOMPARE(textEditor()->extraSelections().first().cursor.selectedText(), u"{{custmer}}"_s);
        QVERIFY(find<QLabel>(u"prompt-check"_s)->text().startsWith(u"Message 1, line 1, column "_s));
        for (int at = 0; at < 15; ++at) QTest::keyClick(textEditor(), Qt::Key_Backspace);
        QTRY_COMPARE(textEditor()->extraSelections().size(), 0);
        QCOMPARE(find<QLabel>(u"prompt-check"_s)->text(), u"This is valid."_s);
    }

    void aVersionIsSavedOnTopOfTheOneItBeganFrom() {
        open(u"support-reply"_s);
        QTest::keyClicks(textEditor(), u"More. "_s);
        find<QLineEdit>(u"prompt-message"_s)->setText(u"because"_s);
        QTest::keyClick(textEditor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(control().count("POST", u"/documents"_s), 1);
        const QJsonObject sent = control().last("POST", u"/documents"_s).body;
        QCOMPARE(sent.value("expect_version"_L1).toInt(), 8);
        QCOMPARE(sent.value("message"_L1).toString(), u"because"_s);
        QVERIFY(sent.value("spec"_L1)["messages"_L1][0]["content"_L1].toString().startsWith(u"More. "_s));
        QCOMPARE(sent.value("spec"_L1)["parameters"_L1]["temperature"_L1].toDouble(), 0.4);
        QTRY_COMPARE(ui::drafts::of(u"This computer/prompt/support-reply"_s), QString());
        QVERIFY(find<ui::MessageBar>(u"message-bar"_s)->title().contains(u"is saved"_s));
    }

    void aConflictIsToldAndNothingIsOverwritten() {
        open(u"support-reply"_s);
        QTest::keyClicks(textEditor(), u"Mine. "_s);
        QJsonObject newest{{"version"_L1, 9}, {"author"_L1, "sam"_L1}, {"message"_L1, "Theirs"_L1}, {"created_at"_L1, "2026-11-24T10:00:00.000Z"_L1}, {"labels"_L1, QJsonArray{"latest"_L1}}};
        control().answer("POST", u"/documents"_s, [](const test::ControlRequest& request) {
            if (request.body.value("expect_version"_L1).toInt() == 9) return test::ControlReply{201, QJsonObject{{"kind"_L1, "prompt"_L1}, {"name"_L1, "support-reply"_L1}, {"version"_L1, 10}}};
            return test::ControlReply{409, test::errorBody(u"invalid_request"_s, u"support-reply is at version 9 now, not 8."_s, {}, u"conflict"_s)};
        });
        control().answer("GET", u"/documents/prompt/support-reply/versions"_s, {200, QJsonObject{{"items"_L1, QJsonArray{newest, QJsonObject{{"version"_L1, 8}, {"labels"_L1, QJsonArray{"production"_L1}}}}}}});
        click(u"prompt-save"_s);
        QTRY_VERIFY(barSays(u"version 9 was saved meanwhile by sam"_s));
        QVERIFY(textEditor()->toPlainText().startsWith(u"Mine. "_s));
        QTRY_COMPARE(find<QPushButton>(u"prompt-save"_s)->text(), u"Save on top of version 9"_s);
        click(u"prompt-save"_s);
        QTRY_COMPARE(control().last("POST", u"/documents"_s).body.value("expect_version"_L1).toInt(), 9);
    }

    void whatIsPromotedIsTheNewestAlsoWhenSomebodySavesMeanwhile() {
        open(u"support-reply"_s);
        QTRY_COMPARE(find<QPushButton>(u"prompt-promote"_s)->text(), u"Promote 8…"_s);
        const QJsonObject newest{{"version"_L1, 9}, {"author"_L1, "sam"_L1}, {"labels"_L1, QJsonArray{"latest"_L1}}};
        control().answer("GET", u"/documents/prompt/support-reply/versions"_s, {200, QJsonObject{{"items"_L1, QJsonArray{newest, QJsonObject{{"version"_L1, 8}}, QJsonObject{{"version"_L1, 7}, {"labels"_L1, QJsonArray{"production"_L1}}}}}}});
        control().sendEvent("document", {{"kind"_L1, "prompt"_L1}, {"name"_L1, "support-reply"_L1}});
        QTRY_COMPARE(find<QPushButton>(u"prompt-promote"_s)->text(), u"Promote 9…"_s);
    }

    void whatIsArchivedIsSaidSoAndCanBeTakenBack() {
        open(u"support-reply"_s);
        control().answer("DELETE", u"/documents/prompt/support-reply"_s, {200, QJsonObject()});
        control().answer("GET", u"/documents"_s, {200, QJsonObject{{"items"_L1, QJsonArray{QJsonObject{{"kind"_L1, "prompt"_L1}, {"name"_L1, "other"_L1}, {"latest"_L1, 1}}}}, {"next"_L1, QJsonValue()}}});
        const auto last = [this] { return find<QToolButton>(u"prompt-more"_s)->menu()->actions().last(); };
        QCOMPARE(last()->text(), u"Archive"_s);
        last()->trigger();
        QTRY_COMPARE(last()->text(), u"Take back into service"_s);
        QVERIFY(find<QLabel>(u"prompt-subtitle"_s)->text().startsWith(u"archived"_s));
    }

    void aLinkWithAVersionShowsThatVersion() {
        window().openLink(QUrl(u"signalbox://prompts/support-reply/5"_s));
        QTRY_COMPARE(find<QTabWidget>(u"prompt-tabs"_s)->currentIndex(), 1);
        QTRY_COMPARE(find<QPushButton>(u"prompt-promote"_s)->text(), u"Roll back to 5…"_s);
    }

    void aRemovedMessageComesBackWithUndo() {
        open(u"support-reply"_s);
        QCOMPARE(window().findChildren<ui::TemplateEditor*>(u"message-text"_s).size(), 2);
        QTest::mouseClick(window().findChildren<QAbstractButton*>(u"message-remove"_s)[0], Qt::LeftButton);
        QTRY_COMPARE(window().findChildren<ui::TemplateEditor*>(u"message-text"_s).size(), 1);
        auto* bar = find<ui::MessageBar>(u"message-bar"_s);
        QTRY_VERIFY(bar->isShown());
        undo();
        QTRY_COMPARE(window().findChildren<ui::TemplateEditor*>(u"message-text"_s).size(), 2);
        QVERIFY(!find<QPushButton>(u"prompt-save"_s)->isEnabled());
    }

    void theDiffIsWalkedByKeys() {
        window().openLink(QUrl(u"signalbox://prompts/support-reply?diff=7..8"_s));
        auto* view = find<ui::DiffView>(u"diff-view"_s);
        QTRY_VERIFY(view->changeCount() > 3);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_F7);
        QCOMPARE(view->currentChange(), 0);
        QTest::keyClick(view, Qt::Key_N);
        QCOMPARE(view->currentChange(), 1);
        QTest::keyClick(view, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(view->currentChange(), 0);
        QVERIFY(view->counts().moved > 0);
        QVERIFY(find<QLabel>(u"diff-settings"_s)->text().contains(u"temperature: 0.2 → 0.4"_s));
        QVERIFY(find<QLabel>(u"diff-sizes"_s)->text().contains(u"262 → 301 tokens (+39)"_s));
        QVERIFY(find<QLabel>(u"diff-referrers"_s)->text().contains(u"workflow support-desk"_s));
        // With the parts put in.
        click(u"diff-resolve"_s);
        QTRY_COMPARE(control().last("GET", u"/documents/prompt/support-reply/diff"_s).query.queryItemValue(u"resolve"_s), u"true"_s);
        // One under the other has each changed line twice.
        const auto lines = view->lines().lines().size();
        click(u"diff-unified"_s);
        QVERIFY(view->lines().lines().size() > lines);
    }

    void bothVersionsAreRenderedOnARealInput() {
        window().openLink(QUrl(u"signalbox://prompts/support-reply?diff=7..8"_s));
        auto* runs = find<QComboBox>(u"diff-run"_s);
        QTRY_VERIFY(runs->count() > 1);
        QCOMPARE(control().last("GET", u"/runs"_s).query.queryItemValue(u"prompt"_s), u"support-reply"_s);
        runs->setCurrentIndex(1);
        Q_EMIT runs->activated(1);
        QTRY_COMPARE(control().count("POST", u"/documents/prompt/support-reply/render"_s), 2);
        QCOMPARE(control().last("POST", u"/documents/prompt/support-reply/render"_s).body.value("variables"_L1)["customer"_L1]["name"_L1].toString(), u"Ms Aydin"_s);
        auto* view = find<ui::DiffView>(u"diff-view"_s);
        const auto shows = [view](const QString& words) {
            for (const auto& line : view->lines().lines())
                if (line.right.text.contains(words)) return true;
            return false;
        };
        QTRY_VERIFY(shows(u"Where is my parcel?"_s));
    }

    void theDraftIsComparedWithLive() {
        open(u"support-reply"_s);
        QTest::keyClicks(textEditor(), u"Walrus "_s);
        QTest::keyClick(textEditor(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(tabs()->currentIndex(), 2);
        QCOMPARE(find<QComboBox>(u"diff-to"_s)->currentText(), u"Draft, as in the editor"_s);
        auto* view = find<ui::DiffView>(u"diff-view"_s);
        QTRY_VERIFY(view->changeCount() > 0);
        bool walrus = false;
        for (const auto& line : view->lines().lines()) walrus |= line.right.text.startsWith(u"Walrus "_s);
        QVERIFY(walrus);
    }

    void trialsStreamIntoTheirCells() {
        window().openLink(QUrl(u"signalbox://prompts/support-reply?tab=try"_s));
        auto* models = find<QListWidget>(u"try-models"_s);
        QTRY_VERIFY(models->count() >= 8);
        control().answer("POST", u"/trials"_s, [](const test::ControlRequest& request) {
            if (request.body.value("model"_L1).toString() == u"sandbox/large"_s) return test::ControlReply{502, test::errorBody(u"upstream_unavailable"_s, u"The vendor answered 503: overloaded."_s)};
            test::ControlReply reply{200, {}};
            reply.events = test::trialEvents(u"First words"_s).mid(0, 2);
            reply.hold = true;
            reply.headers = {{"x-signalbox-run-id", "run_01TRIAL"}};
            return reply;
        });
        check(models, {u"sandbox/small"_s, u"sandbox/large"_s});
        check(find<QListWidget>(u"try-versions"_s), {u"Version 7 (production)"_s, u"Draft, as in the editor"_s});
        // Not without the input that the contract asks for.
        QTest::keyClick(models, Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(50);
        QCOMPARE(control().count("POST", u"/trials"_s), 0);
        auto* runs = find<QComboBox>(u"try-run-choice"_s);
        QTRY_VERIFY(runs->count() > 1);
        runs->setCurrentIndex(1);
        Q_EMIT runs->activated(1);
        QTRY_VERIFY(find<QPlainTextEdit>(u"variable-message"_s)->toPlainText().contains(u"parcel"_s));
        QTest::keyClick(models, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(control().count("POST", u"/trials"_s), 4);
        QTRY_COMPARE(control().held(u"/trials"_s), 2);
        QTRY_COMPARE(outputs(), (QStringList{u"First words "_s, u"First words "_s}));
        QVERIFY(find<QPushButton>(u"try-stop"_s)->isVisible());
        control().feed(u"/trials"_s, test::trialEvents(u"and the rest"_s), true);
        QTRY_COMPARE(outputs(), (QStringList{u"First words and the rest "_s, u"First words and the rest "_s}));
        QTRY_VERIFY(figures().contains(u"412 → 3 tokens"_s) && figures().contains(u"$0.00011"_s));
        QVERIFY(!find<QPushButton>(u"try-stop"_s)->isVisible());
        int failed = 0;
        const auto errors = window().findChildren<QLabel*>(u"trial-error"_s);
        for (const QLabel* error : errors) failed += error->isVisible() && error->text().contains(u"503"_s);
        QCOMPARE(failed, 2);
        const QJsonObject body = control().last("POST", u"/trials"_s).body;
        QVERIFY(body.value("stream"_L1).toBool());
        QCOMPARE(body.value("variables"_L1)["customer"_L1]["orders"_L1].toInt(), 4);
    }

    void aTrialThatBreaksOffHasFailed() {
        window().openLink(QUrl(u"signalbox://prompts/moderation?tab=try"_s));
        auto* models = find<QListWidget>(u"try-models"_s);
        QTRY_VERIFY(models->count() >= 8);
        test::ControlReply cut{200, {}};
        cut.events = test::trialEvents(u"Half an"_s).mid(0, 2); // ends without [DONE]
        control().answer("POST", u"/trials"_s, cut);
        check(models, {u"sandbox/small"_s});
        QTRY_VERIFY(window().findChild<QPlainTextEdit*>(u"variable-post"_s));
        find<QPlainTextEdit>(u"variable-post"_s)->setPlainText(u"hello"_s);
        click(u"try-start"_s);
        QTRY_VERIFY(find<QLabel>(u"trial-error"_s)->isVisible());
        QVERIFY(find<QLabel>(u"trial-error"_s)->text().contains(u"broke off"_s));
    }

    void promotionNamesWhatIsReplacedAndCanBeUndone() {
        open(u"support-reply"_s);
        QTest::keyClick(tabs(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* sheet = find<QWidget>(u"promote-sheet"_s);
        QTRY_VERIFY(sheet->isVisible());
        QVERIFY(find<QLabel>(u"promote-sentence"_s)->text().startsWith(u"production moves from version 7 to version 8."_s));
        QTRY_VERIFY(find<QLabel>(u"promote-tests"_s)->text().contains(u"5 of 6 passed"_s));
        click(u"promote-apply"_s);
        const QString path = u"/documents/prompt/support-reply/labels/production"_s;
        QTRY_COMPARE(control().count("PUT", path), 1);
        QCOMPARE(control().last("PUT", path).body, (QJsonObject{{"version"_L1, 8}, {"expect"_L1, 7}}));
        QTRY_VERIFY(!sheet->isVisible());
        QTRY_VERIFY(find<ui::MessageBar>(u"message-bar"_s)->title().contains(u"version 8 instead of 7"_s));
        undo();
        QTRY_COMPARE(control().count("PUT", path), 2);
        QCOMPARE(control().last("PUT", path).body, (QJsonObject{{"version"_L1, 7}, {"expect"_L1, 8}}));
    }

    void aPromotionInStagesIsARollout() {
        open(u"support-reply"_s);
        click(u"prompt-promote"_s);
        find<QRadioButton>(u"promote-staged"_s)->click();
        auto* stages = find<QLineEdit>(u"promote-stages"_s);
        QVERIFY(stages->isVisible());
        stages->setText(u"25, 5"_s);
        click(u"promote-apply"_s);
        const QString path = u"/documents/prompt/support-reply/labels/production/rollout"_s;
        QCOMPARE(control().count("PUT", path), 0);
        stages->setText(u"5, 25, 100"_s);
        click(u"promote-apply"_s);
        QTRY_COMPARE(control().count("PUT", path), 1);
        const QJsonObject body = control().last("PUT", path).body;
        QCOMPARE(body.value("candidate"_L1).toInt(), 8);
        QCOMPARE(body.value("stages"_L1).toArray(), (QJsonArray{5, 25, 100}));
        QCOMPARE(body.value("guard"_L1)["min_calls"_L1].toInt(), 50);
    }

    void aMoveThatSomebodyElseMadeIsToldAndNothingMoves() {
        open(u"support-reply"_s);
        control().answer("PUT", u"/documents/prompt/support-reply/labels/production"_s, {409, test::errorBody(u"invalid_request"_s, u"production is at version 9 now, not 7."_s, {}, u"conflict"_s)});
        click(u"prompt-promote"_s);
        click(u"promote-apply"_s);
        QTRY_VERIFY(barSays(u"Nothing was moved"_s));
        QVERIFY(find<QWidget>(u"promote-sheet"_s)->isVisible());
        QTest::keyClick(find<QWidget>(u"promote-sheet"_s), Qt::Key_Escape);
        QVERIFY(!find<QWidget>(u"promote-sheet"_s)->isVisible());
        QVERIFY(tabs()->isVisible());
    }

    void aProtectedLabelIsAskedForAndApprovedByAnother() {
        open(u"moderation"_s);
        QTRY_VERIFY(window().findChild<QWidget*>(u"approval"_s));
        click(u"prompt-promote"_s);
        QTRY_COMPARE(find<QPushButton>(u"promote-apply"_s)->text(), u"Request approval"_s);
        find<QLineEdit>(u"promote-message"_s)->setText(u"please"_s);
        click(u"promote-apply"_s);
        QTRY_COMPARE(control().count("POST", u"/documents/prompt/moderation/labels/production/approvals"_s), 1);
        QCOMPARE(control().count("PUT", u"/documents/prompt/moderation/labels/production"_s), 0);
        // Sam asked, kim decides.
        find<QLineEdit>(u"approval-note"_s)->setText(u"looks right"_s);
        click(u"approval-approve"_s);
        QTRY_COMPARE(control().count("POST", u"/approvals/1/approve"_s), 1);
        QCOMPARE(control().last("POST", u"/approvals/1/approve"_s).body.value("note"_L1).toString(), u"looks right"_s);
    }

    void rollingBackIsOfferedWhereThereIsSomethingToGoBackTo() {
        open(u"support-reply"_s);
        QTRY_VERIFY(menuAction(u"prompt-more"_s, u"Roll back: version 6 becomes live again"_s));
        QVERIFY(inPalette(u"Roll support-reply back to version 6"_s));
        control().answer("GET", u"/documents/prompt/call-summary/labels/production/history"_s, {200, QJsonObject{{"items"_L1, QJsonArray{QJsonObject{{"from"_L1, QJsonValue()}, {"to"_L1, 12}}}}}});
        open(u"call-summary"_s);
        QTRY_VERIFY(control().count("GET", u"/documents/prompt/call-summary/labels/production/history"_s) > 0);
        QTRY_VERIFY(menuAction(u"prompt-more"_s, u"Archive"_s));
        const auto all = find<QToolButton>(u"prompt-more"_s)->menu()->actions();
        QVERIFY(std::none_of(all.begin(), all.end(), [](const QAction* action) { return action->text().startsWith(u"Roll back"_s); }));
    }

    void theKeysStayNearAPressedButton() {
        open(u"moderation"_s);
        QTRY_VERIFY(window().findChild<QWidget*>(u"approval"_s));
        auto* table = find<QTableView>(u"prompts"_s);
        // Rejected: its card goes. Not on to some button of the editor.
        QTRY_VERIFY(find<QPushButton>(u"approval-reject"_s)->isVisible());
        find<QPushButton>(u"approval-reject"_s)->setFocus();
        control().answer("GET", u"/approvals"_s, {200, QJsonObject{{"items"_L1, QJsonArray()}, {"next"_L1, QJsonValue()}}});
        QTest::keyClick(find<QPushButton>(u"approval-reject"_s), Qt::Key_Space);
        QTRY_VERIFY(!window().findChild<QWidget*>(u"approval"_s) || !window().findChild<QWidget*>(u"approval"_s)->isVisible());
        QCOMPARE(QApplication::focusWidget(), table);

        // Saved: the button has nothing to save. The field for the reason is next to it.
        open(u"support-reply"_s);
        textEditor()->setFocus();
        QTest::keyClicks(textEditor(), u"Zebra "_s);
        auto* save = find<QPushButton>(u"prompt-save"_s);
        QTRY_VERIFY(save->isEnabled());
        save->setFocus();
        QTest::keyClick(save, Qt::Key_Space);
        QTRY_VERIFY(!save->isEnabled());
        QVERIFY(find<QLineEdit>(u"prompt-message"_s)->hasFocus());

        // Tab goes on walking.
        QTest::keyClick(find<QLineEdit>(u"prompt-message"_s), Qt::Key_Tab);
        QVERIFY(!find<QLineEdit>(u"prompt-message"_s)->hasFocus());
    }

    void aMovedMessageKeepsTheKeys() {
        open(u"support-reply"_s);
        QToolButton* up = nullptr;
        const auto buttons = window().findChildren<QToolButton*>(u"message-up"_s);
        for (QToolButton* one : buttons)
            if (one->isVisible() && one->isEnabled()) up = one;
        QVERIFY(up);
        up->setFocus();
        for (int at = 0; at < 4 && up->isEnabled(); ++at) QTest::keyClick(up, Qt::Key_Space);
        QVERIFY(!up->isEnabled());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"message-down"_s);
        QCOMPARE(QApplication::focusWidget()->parentWidget(), up->parentWidget());
    }

    void anAdministratorProtectsALabelAndTakesItBack() {
        open(u"support-reply"_s);
        QTRY_VERIFY(menuAction(u"prompt-more"_s, u"Protect label…"_s));
        menuAction(u"prompt-more"_s, u"Protect label…"_s)->trigger();
        auto* sheet = find<QWidget>(u"protect-sheet"_s);
        QVERIFY(sheet->isVisible());
        QVERIFY(find<QLabel>(u"protect-sentence"_s)->text().contains(u"production moves only when another person approves"_s));
        // One prompt's label waits for approval; protection is about the label of all prompts.
        QTRY_VERIFY(find<QLabel>(u"protect-waiting"_s)->text().startsWith(u"1 request for approval waits. It stays"_s));
        const QString path = u"/protected-labels/prompt/production"_s;
        const QJsonObject refusal{{"error"_L1, QJsonObject{{"class"_L1, "forbidden"_L1}, {"code"_L1, "forbidden"_L1}, {"message"_L1, "This takes the role admin."_L1}}}};
        control().answer("PUT", path, {403, refusal});
        click(u"protect-apply"_s);
        QTRY_VERIFY(barSays(u"production was not protected."_s));
        QVERIFY(sheet->isVisible());
        control().answer("PUT", path, {200, QJsonObject{{"kind"_L1, "prompt"_L1}, {"label"_L1, "production"_L1}}});
        control().answer("GET", u"/documents/prompt/support-reply"_s, {200, QJsonObject{{"spec"_L1, QJsonObject()}, {"protected_labels"_L1, QJsonArray{"production"_L1}}}});
        control().answer("GET", u"/protected-labels"_s, {200, QJsonObject{{"items"_L1, QJsonArray{QJsonObject{{"kind"_L1, "prompt"_L1}, {"label"_L1, "production"_L1}}}}}});
        click(u"protect-apply"_s);
        QTRY_COMPARE(control().count("PUT", path), 2);
        QTRY_VERIFY(!sheet->isVisible());
        QTRY_VERIFY(barSays(u"production is protected"_s));
        // The timeline says so, with a mark and a word.
        QTRY_VERIFY(find<QLabel>(u"prompt-subtitle"_s)->text().contains(u"production moves only with approval"_s));
        const QModelIndex live = find<QTableView>(u"prompt-versions"_s)->model()->index(1, 0);
        QCOMPARE(live.data().toString(), u"7"_s);
        QStringList texts;
        for (int role = Qt::UserRole + 20; role < Qt::UserRole + 22; ++role) texts << live.data(role).toString();
        QVERIFY(texts.contains(u"protected"_s));

        menuAction(u"prompt-more"_s, u"Unprotect label…"_s)->trigger();
        QTRY_COMPARE(find<QPushButton>(u"protect-apply"_s)->text(), u"Unprotect"_s);
        QTRY_VERIFY(find<QLabel>(u"protect-waiting"_s)->text().contains(u"can still be approved"_s));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
        undo();
        QTRY_COMPARE(control().count("DELETE", path), 1);
    }

    void aLabelThatIsProtectedForEveryKindIsEndedForEveryKind() {
        open(u"support-reply"_s);
        menuAction(u"prompt-more"_s, u"Protect label…"_s)->trigger();
        find<QComboBox>(u"protect-label"_s)->setCurrentText(u"audited"_s);
        QTRY_VERIFY(find<QLabel>(u"protect-sentence"_s)->text().contains(u"documents of every kind"_s));
        click(u"protect-apply"_s);
        QTRY_COMPARE(control().count("DELETE", u"/protected-labels/*/audited"_s), 1);
        QTRY_VERIFY(barSays(u"audited is protected no more."_s));
        undo();
        QTRY_COMPARE(control().count("PUT", u"/protected-labels/*/audited"_s), 1);
    }

    void whoMayNotProtectIsNotOfferedIt() {
        m_console.reset();
        m_console = std::make_unique<test::ConsoleOnFake>();
        control().answer("GET", u"/me"_s, {200, QJsonObject{{"name"_L1, "olga"_L1}, {"role"_L1, "operator"_L1}}});
        QVERIFY(m_console->goLive());
        open(u"support-reply"_s);
        QVERIFY(!menuAction(u"prompt-more"_s, u"Protect label…"_s));
        QVERIFY(!inPalette(u"Protect or unprotect a label of prompts"_s));
        start();
        open(u"support-reply"_s);
        QVERIFY(inPalette(u"Protect or unprotect a label of prompts"_s));
    }

    void aRequestThatBecameVoidIsTold() {
        open(u"moderation"_s);
        QTRY_VERIFY(window().findChild<QWidget*>(u"approval"_s));
        control().answer("GET", u"/approvals"_s, {200, QJsonObject{{"items"_L1, QJsonArray()}, {"next"_L1, QJsonValue()}}});
        control().sendEvent("approval", {{"id"_L1, 1}, {"state"_L1, "void"_L1}});
        QTRY_VERIFY(barSays(u"is void: the label was moved from version 3 to 2 by olga"_s));
    }

    void whoAskedCannotApprove() {
        m_console.reset();
        m_console = std::make_unique<test::ConsoleOnFake>();
        control().answer("GET", u"/me"_s, {200, QJsonObject{{"name"_L1, "sam"_L1}, {"role"_L1, "operator"_L1}}});
        QVERIFY(m_console->goLive());
        open(u"moderation"_s);
        QTRY_VERIFY(window().findChild<QWidget*>(u"approval-why"_s));
        QVERIFY(!find<QPushButton>(u"approval-approve"_s)->isEnabled());
        click(u"approval-withdraw"_s);
        QTRY_COMPARE(control().count("POST", u"/approvals/1/withdraw"_s), 1);
    }

    void aRolloutGoesOnOrStops() {
        open(u"ticket-triage"_s);
        QTRY_VERIFY(window().findChild<QWidget*>(u"rollout"_s));
        click(u"rollout-advance"_s);
        QTRY_COMPARE(control().count("POST", u"/documents/prompt/ticket-triage/labels/production/rollout/advance"_s), 1);
        click(u"rollout-stop"_s);
        QTRY_COMPARE(control().count("DELETE", u"/documents/prompt/ticket-triage/labels/production/rollout"_s), 1);
    }

    void testsRunAgainstAVersionAndSayWhatFailed() {
        window().openLink(QUrl(u"signalbox://prompts/support-reply?tab=tests"_s));
        auto* sets = find<QComboBox>(u"test-set"_s);
        QTRY_COMPARE(sets->count(), 2); // its own, and the workflow's
        int reads = 0;
        control().answer("GET", u"/test-runs/tst_9"_s, [&reads](const test::ControlRequest&) {
            ++reads;
            return test::ControlReply{200, QJsonObject{{"id"_L1, "tst_9"_L1}, {"test_set"_L1, "support-smoke"_L1}, {"version"_L1, 8}, {"model"_L1, "sandbox/small"_L1}, {"state"_L1, reads < 2 ? "running"_L1 : "done"_L1}, {"passed"_L1, 1}, {"failed"_L1, reads < 2 ? 0 : 1}, {"total"_L1, 2}, {"cost_usd"_L1, "0"_L1},
                                                       {"cases"_L1, QJsonArray{QJsonObject{{"name"_L1, "one"_L1}, {"passed"_L1, false}, {"output"_L1, "Bye"_L1}, {"checks"_L1, QJsonArray{QJsonObject{{"type"_L1, "contains"_L1}, {"passed"_L1, false}, {"message"_L1, u"“Hello” is not there."_s}}}}}}}}};
        });
        control().answer("POST", u"/test-sets/support-smoke/runs"_s, {202, QJsonObject{{"id"_L1, "tst_9"_L1}}});
        QTRY_VERIFY(find<QPushButton>(u"test-run"_s)->isEnabled());
        click(u"test-run"_s);
        QTRY_COMPARE(control().last("POST", u"/test-sets/support-smoke/runs"_s).body.value("version"_L1).toInt(), 8);
        QTRY_VERIFY(find<QLabel>(u"test-state"_s)->text().contains(u"1 of 2 done"_s));
        control().sendEvent("test_run", {{"id"_L1, "tst_9"_L1}, {"name"_L1, "support-reply"_L1}});
        QTRY_VERIFY(find<QLabel>(u"test-state"_s)->text().contains(u"1 of 2 failed"_s));
        QTRY_COMPARE(find<QTableView>(u"test-cases"_s)->model()->index(0, 2).data().toString(), u"“Hello” is not there."_s);
    }

    void aWorkflowsTestsRunWithTheVersionUnderWork() {
        window().openLink(QUrl(u"signalbox://prompts/support-reply?tab=tests"_s));
        auto* sets = find<QComboBox>(u"test-set"_s);
        QTRY_COMPARE(sets->count(), 2);
        const auto ofWorkflow = [sets] {
            for (int at = 0; at < sets->count(); ++at)
                if (!sets->itemData(at).toStringList().value(1).isEmpty()) return at;
            return -1;
        }();
        QVERIFY(ofWorkflow >= 0);
        sets->setCurrentIndex(ofWorkflow);
        auto* version = find<QComboBox>(u"test-version"_s);
        QVERIFY(version->isEnabled());
        version->setCurrentIndex(version->findData(6));
        click(u"test-run"_s);
        const QString path = u"/test-sets/%1/runs"_s.arg(sets->currentData().toStringList().first());
        QTRY_COMPARE(control().count("POST", path), 1);
        QCOMPARE(control().last("POST", path).body, (QJsonObject{{u"prompt_version"_s, 6}}));
    }

    void aTrialBecomesATestCase() {
        window().openLink(QUrl(u"signalbox://prompts/support-reply?tab=tests"_s));
        QTRY_VERIFY(find<QPushButton>(u"test-add"_s)->isVisible());
        click(u"test-add"_s);
        QVERIFY(find<QWidget>(u"case-form"_s)->isVisible());
        find<QLineEdit>(u"case-name"_s)->setText(u"greets"_s);
        find<QLineEdit>(u"case-text"_s)->setText(u"Dear"_s);
        click(u"case-save"_s);
        QTRY_COMPARE(control().count("POST", u"/documents"_s), 1);
        const QJsonObject sent = control().last("POST", u"/documents"_s).body;
        QCOMPARE(sent.value("kind"_L1).toString(), u"test_set"_s);
        QCOMPARE(sent.value("expect_version"_L1).toInt(), 4);
        QCOMPARE(sent.value("spec"_L1)["cases"_L1][0]["expect"_L1][0]["value"_L1].toString(), u"Dear"_s);
    }

    void aNewPromptIsNamedAndSaved() {
        QVERIFY(window().showPanel(u"prompts"_s));
        for (const ui::PanelAction& action : qobject_cast<ui::Panel*>(find<QWidget>(u"panel-prompts"_s))->actions())
            if (action.title == u"New prompt"_s) action.run();
        auto* name = find<QLineEdit>(u"prompt-name"_s);
        QTRY_VERIFY(name->isVisible());
        QTest::keyClicks(name, u"hello"_s);
        QTest::keyClicks(window().findChildren<ui::TemplateEditor*>(u"message-text"_s)[1], u"Say {{what}}"_s);
        click(u"prompt-save"_s);
        QTRY_COMPARE(control().count("POST", u"/documents"_s), 1);
        const QJsonObject sent = control().last("POST", u"/documents"_s).body;
        QCOMPARE(sent.value("name"_L1).toString(), u"hello"_s);
        QCOMPARE(sent.value("expect_version"_L1).toInt(-1), 0);
    }

    void whatARoleMayNotDoIsNotOffered() {
        m_console.reset();
        m_console = std::make_unique<test::ConsoleOnFake>();
        control().answer("GET", u"/me"_s, {200, QJsonObject{{"name"_L1, "vera"_L1}, {"role"_L1, "viewer"_L1}}});
        QVERIFY(m_console->goLive());
        open(u"moderation"_s);
        QTRY_VERIFY(window().findChild<QWidget*>(u"approval"_s));
        for (const auto& name : {u"prompt-new"_s, u"prompt-save"_s, u"prompt-try"_s, u"prompt-promote"_s, u"message-add"_s}) QVERIFY2(!find<QWidget>(name)->isVisible(), qPrintable(name));
        QVERIFY(!window().findChild<QWidget*>(u"approval-approve"_s));
        QVERIFY(textEditor()->isReadOnly());
        QVERIFY(!tabs()->isTabVisible(3));
    }

private:
    void start() {
        m_console = std::make_unique<test::ConsoleOnFake>(QSize(1440, 900));
        QVERIFY(m_console->goLive());
        window().showPanel(u"prompts"_s);
    }
    ui::MainWindow& window() { return *m_console->window; }
    test::FakeControl& control() { return m_console->control; }
    QTabWidget* tabs() { return find<QTabWidget>(u"prompt-tabs"_s); }
    QString title() { return find<QLabel>(u"prompt-title"_s)->text(); }
    ui::TemplateEditor* textEditor() { return find<ui::TemplateEditor>(u"message-text"_s); }

    /// Opens a prompt and waits until its text is there.
    void open(const QString& name) {
        window().openLink(QUrl(u"signalbox://prompts/"_s + name + u"?tab=edit"_s));
        QTRY_COMPARE(title(), name);
        QTRY_VERIFY(window().findChild<ui::TemplateEditor*>(u"message-text"_s) && !textEditor()->toPlainText().isEmpty());
        QTRY_VERIFY(window().findChild<QLabel*>(u"prompt-subtitle"_s)->text().contains(u"is live"_s));
    }

    template <class Widget>
    Widget* find(const QString& name) {
        const auto found = window().findChildren<Widget*>(name);
        if (found.isEmpty()) qFatal("there is no %s", qPrintable(name));
        for (Widget* one : found)
            if (one->isVisible()) return one;
        return found.first();
    }

    bool barSays(const QString& words) {
        const auto bars = window().findChildren<ui::MessageBar*>();
        return std::any_of(bars.begin(), bars.end(), [&](const ui::MessageBar* bar) { return bar->isVisible() && bar->title().contains(words); });
    }

    QAction* menuAction(const QString& button, const QString& title) {
        const auto all = find<QToolButton>(button)->menu()->actions();
        for (QAction* action : all)
            if (action->text() == title) return action;
        return nullptr;
    }

    bool inPalette(const QString& title) {
        const auto panels = window().findChildren<ui::Panel*>();
        for (ui::Panel* panel : panels) {
            const auto all = panel->isVisible() ? panel->actions() : QList<ui::PanelAction>();
            if (std::any_of(all.begin(), all.end(), [&](const ui::PanelAction& action) { return action.title == title; })) return true;
        }
        return false;
    }

    void undo() {
        auto* bar = find<ui::MessageBar>(u"message-bar"_s);
        const auto buttons = bar->findChildren<QPushButton*>();
        for (QPushButton* button : buttons)
            if (button->isVisible() && button->text() == u"Undo"_s) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        QFAIL("there is no Undo");
    }

    QStringList outputs() {
        QStringList all;
        const auto texts = window().findChildren<QPlainTextEdit*>(u"trial-output"_s);
        for (const QPlainTextEdit* text : texts)
            if (text->isVisible() && !text->toPlainText().isEmpty()) all << text->toPlainText();
        return all;
    }

    QString figures() {
        QString all;
        const auto labels = window().findChildren<QLabel*>(u"trial-figures"_s);
        for (const QLabel* label : labels) all += label->text() + u'\n';
        return all;
    }

    static void check(QListWidget* list, const QStringList& wanted) {
        for (int at = 0; at < list->count(); ++at) list->item(at)->setCheckState(wanted.contains(list->item(at)->text()) ? Qt::Checked : Qt::Unchecked);
    }

    void click(const QString& name) { find<QAbstractButton>(name)->click(); }

    std::unique_ptr<test::ConsoleOnFake> m_console;
};

QTEST_MAIN(PromptsTest)
#include "tst_prompts.moc"
