#include "tests/support/fake_data.h"
#include "tests/support/fake_workflows.h"
#include "tests/ui/ui_fixture.h"
#include "ui/templates/template_card.h"
#include "ui/templates/template_preview.h"
#include "ui/templates/templates_panel.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/run_marks.h"
#include "ui/widgets/theme.h"
#include "ui/workflows/example_input.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The panels Workflows and Templates, and a run's story: real windows on a control plane that says what a real one would.
class WorkflowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        test::prepareApplication();
    }
    void init() {
        QSettings().clear();
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts"_s).removeRecursively();
        start(u"admin"_s);
    }
    void cleanup() { m_console.reset(); }

    void theListSaysHowEachDoes() {
        window().showPanel(u"workflows"_s);
        auto* table = find<QTableView>(u"workflows"_s);
        QTRY_COMPARE(table->model()->rowCount(), 5);
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto cell = [&](int row, int column, int role = Qt::DisplayRole) { return table->model()->index(row, column).data(role).toString(); };
        QTRY_COMPARE(cell(3, 5), u"2.84 s"_s);        // the version with most calls stands for the quantile
        QCOMPARE(cell(3, 6), u"$0.81"_s);              // money adds up over versions
        QCOMPARE(cell(3, 0), u"support-reply"_s);
        QCOMPARE(cell(3, 1, ui::JsonTableModel::StatusRole), u"healthy"_s);
        QCOMPARE(cell(3, 2), u"3 of 4"_s);
        QCOMPARE(cell(3, 7), u"25 % to version 4"_s);
        QCOMPARE(cell(0, 1, ui::JsonTableModel::StatusRole), u"degraded"_s);
        QCOMPARE(cell(2, 1, ui::JsonTableModel::StatusRole), u"idle"_s);
        QCOMPARE(cell(4, 1, ui::JsonTableModel::StatusRole), u"failing"_s);
        // Keys: down, open, close.
        QVERIFY(!find<QWidget>(u"workflow-detail"_s)->isVisible());
        QVERIFY2(table->hasFocus(), "its keys work at once");
        QTest::keyClick(table, Qt::Key_J);
        QTest::keyClick(table, Qt::Key_J);
        QTRY_VERIFY(find<QWidget>(u"workflow-detail"_s)->isVisible());
        QCOMPARE(find<QWidget>(u"workflow-detail"_s)->accessibleName(), u"document-extraction"_s);
        QTest::keyClick(table, Qt::Key_K);
        QCOMPARE(find<QWidget>(u"workflow-detail"_s)->accessibleName(), u"content-moderation"_s);
        QTest::keyClick(table, Qt::Key_Escape);
        QVERIFY(!find<QWidget>(u"workflow-detail"_s)->isVisible());
    }

    void aRefreshKeepsTheChosenWorkflowAndItsPage() {
        open(u"signalbox://workflows/support-reply/policy"_s);
        QTRY_COMPARE(find<QTableView>(u"workflows"_s)->model()->rowCount(), 5);
        const int before = control().count("GET", u"/documents"_s);
        control().sendEvent("document", {{"kind"_L1, "workflow"_L1}, {"name"_L1, "support-reply"_L1}});
        QTRY_VERIFY(control().count("GET", u"/documents"_s) > before);
        QCOMPARE(find<QTabWidget>(u"workflow-tabs"_s)->currentIndex(), 1);
        QTRY_COMPARE(find<QTableView>(u"workflows"_s)->currentIndex().row(), 3);
    }

    void contractsAreRowsThatAPersonReads() {
        open(u"signalbox://workflows/document-extraction"_s);
        auto* table = find<QTableView>(u"contract-output"_s);
        QTRY_VERIFY(table->model()->rowCount() > 12);
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        int supplier = -1;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 0).data().toString() == u"supplier"_s) supplier = row;
        QVERIFY(supplier >= 0);
        QVERIFY2(table->model()->index(supplier + 1, 0).data().toString().startsWith(QString(4, QChar::Nbsp)), "inner members are indented");
        QCOMPARE(table->model()->index(supplier, 2).data().toString(), u"yes"_s);
        auto* input = find<QTableView>(u"contract-input"_s);
        QCOMPARE(input->model()->index(0, 3).data().toString(), u"One of EUR, USD, GBP, CHF, JPY, CAD, AUD, SEK, NOK, DKK, PLN, CZK."_s);
    }

    void policyNamesTheModuleOfEachValue() {
        open(u"signalbox://workflows/support-reply/policy"_s);
        auto* table = find<QTableView>(u"workflow-policy"_s);
        QTRY_VERIFY(table->model()->rowCount() > 8);
        QStringList rows;
        for (int row = 0; row < table->model()->rowCount(); ++row) rows << table->model()->index(row, 0).data().toString() + u'=' + table->model()->index(row, 1).data().toString() + u" from "_s + table->model()->index(row, 2).data().toString();
        QVERIFY2(rows.contains(u"reliability › total timeout ms=40000 from support-reply@1"_s) || rows.contains(u"reliability › total timeout ms=40,000 from support-reply@1"_s), qPrintable(rows.join(u'\n')));
        QTRY_VERIFY(says(u"Blocked: The reply contains what looks like a card number"_s));
        QVERIFY(says(u"Flagged: output.confidence is below 0.7"_s));
        QVERIFY(says(u"When no target answers, the caller gets the output below, marked as degraded."_s));
    }

    void aTrialShowsOutputContractCostAndTime() {
        open(u"signalbox://workflows/support-reply/try"_s);
        auto* message = shown<QPlainTextEdit>(u"input-message"_s);
        QVERIFY(message);
        QVERIFY2(message->toPlainText().contains(u"parcel"_s), "begins with the contract's example");
        message->setFocus();
        message->selectAll();
        QTest::keyClicks(message, u"Where is it?"_s);
        QTest::keyClick(message, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(control().count("POST", u"/trials"_s), 1);
        const QJsonObject sent = control().last("POST", u"/trials"_s).body;
        QCOMPARE(sent.value("workflow"_L1).toObject(), (QJsonObject{{"name"_L1, "support-reply"_L1}}));
        QCOMPARE(sent.value("input"_L1)["message"_L1].toString(), u"Where is it?"_s);
        QCOMPARE(sent.value("input"_L1)["facts"_L1].toArray().size(), 2);
        QVERIFY(!sent.value("input"_L1).toObject().contains("language"_L1)); // left empty, left out
        auto* output = find<QPlainTextEdit>(u"trial-output"_s);
        QTRY_VERIFY(output->toPlainText().startsWith(u"{\n  \"reply\": \"Your parcel"_s)); // in the contract's order, not the alphabet's
        QVERIFY(output->toPlainText().contains(u"\"confidence\": 0.64"_s));
        QTRY_VERIFY(says(u"Flagged: The model is not sure of its reply"_s));
        QVERIFY(says(u"The output keeps its contract, after the model was shown what was wrong with its first one."_s));
        QVERIFY(says(u"Trial"_s));
        QVERIFY(says(u"signalbox://runs/run_0WORKFLOW0001"_s));
    }

    void whatTheContractRefusesStandsAtItsField() {
        control().answer("POST", u"/trials"_s, {400, test::errorBody(u"contract_violation"_s, u"The input breaks its contract."_s, {QJsonObject{{"pointer"_L1, "/message"_L1}, {"message"_L1, "should have at least 1 character"_L1}}})});
        open(u"signalbox://workflows/support-reply/try"_s);
        auto* message = shown<QPlainTextEdit>(u"input-message"_s);
        QVERIFY(message);
        message->clear();
        click(u"trial-run"_s);
        QTRY_VERIFY(message->property("invalid").toBool());
        QVERIFY(says(u"should have at least 1 character"_s));
        QVERIFY(says(u"Failed"_s));
    }

    void jsonThatIsNoneIsNotSent() {
        open(u"signalbox://workflows/support-reply/try"_s);
        QVERIFY(shown<QPlainTextEdit>(u"input-message"_s));
        auto* json = find<QPlainTextEdit>(u"trial-json"_s);
        auto* tabs = qobject_cast<QTabWidget*>(json->parentWidget()->parentWidget());
        QVERIFY(tabs);
        tabs->setCurrentIndex(1);
        QVERIFY(json->toPlainText().contains(u"\"message\""_s)); // what the form has
        json->setPlainText(u"{\"message\": \"x\""_s);
        click(u"trial-run"_s);
        QVERIFY(says(u"The input is no JSON."_s));
        QCOMPARE(control().count("POST", u"/trials"_s), 0);
        json->setPlainText(u"{\"message\": \"from json\"}"_s);
        tabs->setCurrentIndex(0);
        QCOMPARE(find<QPlainTextEdit>(u"input-message"_s)->toPlainText(), u"from json"_s);
    }

    void aVersionThatIsNotLiveIsTriedByWhatItSays() {
        open(u"signalbox://workflows/support-reply/try"_s);
        auto* version = shown<QComboBox>(u"trial-version"_s);
        QVERIFY(version);
        QTRY_COMPARE(version->count(), 5);
        version->setCurrentIndex(1);
        click(u"trial-run"_s);
        QTRY_COMPARE(control().count("POST", u"/trials"_s), 1);
        const QJsonObject workflow = control().last("POST", u"/trials"_s).body.value("workflow"_L1).toObject();
        QVERIFY(workflow.value("spec"_L1).toObject().contains("output_schema"_L1));
        QCOMPARE(control().last("GET", u"/documents/workflow/support-reply"_s).query.queryItemValue(u"version"_s), u"4"_s);
    }

    void anInputIsTakenFromARecordedRun() {
        open(u"signalbox://workflows/support-reply/try"_s);
        QVERIFY(shown<QPlainTextEdit>(u"input-message"_s));
        QToolButton* recorded = nullptr;
        const auto buttons = window().findChildren<QToolButton*>();
        for (QToolButton* button : buttons)
            if (button->text() == u"From a run"_s) recorded = button;
        QVERIFY(recorded);
        Q_EMIT recorded->menu()->aboutToShow();
        QAction* wanted = nullptr;
        // The only one of the three newest that kept its payload besides 0 is ours.
        QTRY_VERIFY((wanted = recorded->menu()->actions().value(2)) != nullptr && wanted->isVisible());
        wanted->trigger();
        QTRY_COMPARE(find<QPlainTextEdit>(u"input-message"_s)->toPlainText(), u"The lamp arrived broken."_s);
    }

    void whatIsTypedOutlivesTheWindow() {
        open(u"signalbox://workflows/support-reply/edit"_s);
        auto* editor = shown<QPlainTextEdit>(u"workflow-yaml"_s);
        QVERIFY(editor);
        QTRY_VERIFY(editor->toPlainText().startsWith(u"kind: workflow"_s));
        editor->moveCursor(QTextCursor::End);
        QTest::keyClicks(editor, u"# mine"_s);
        QTRY_VERIFY(control().count("POST", u"/validate"_s) > 0);
        start(u"admin"_s);
        open(u"signalbox://workflows/support-reply/edit"_s);
        editor = shown<QPlainTextEdit>(u"workflow-yaml"_s);
        QTRY_VERIFY(editor->toPlainText().endsWith(u"# mine"_s));
        QVERIFY(says(u"These are edits that were not saved yet."_s) || says(u"This is valid."_s));

        QTest::keyClicks(find<QLineEdit>(u"workflow-message"_s), u"Because"_s);
        QTRY_VERIFY(find<QPushButton>(u"workflow-save"_s)->isEnabled());
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(control().count("POST", u"/documents"_s), 1);
        const QJsonObject body = control().last("POST", u"/documents"_s).body;
        QCOMPARE(body.value("expect_version"_L1).toInt(), 4);
        QCOMPARE(body.value("message"_L1).toString(), u"Because"_s);
        QVERIFY(body.value("text"_L1).toString().endsWith(u"# mine"_s));
    }

    void aConflictOverwritesNothingAndLosesNothing() {
        control().answer("POST", u"/documents"_s, {409, QJsonObject{{"error"_L1, QJsonObject{{"class"_L1, "invalid_request"_L1}, {"code"_L1, "conflict"_L1}, {"message"_L1, "Somebody saved version 5 meanwhile."_L1}}}}});
        open(u"signalbox://workflows/support-reply/edit"_s);
        auto* editor = shown<QPlainTextEdit>(u"workflow-yaml"_s);
        QTRY_VERIFY(editor->toPlainText().startsWith(u"kind: workflow"_s));
        QTest::keyClicks(editor, u"# x "_s);
        click(u"workflow-save"_s);
        QTRY_VERIFY(says(u"Not saved: version 4 was saved meanwhile by"_s));
        QVERIFY(editor->toPlainText().startsWith(u"# x"_s));
        clickText(u"Look at the versions"_s);
        QCOMPARE(find<QTabWidget>(u"workflow-tabs"_s)->currentIndex(), 6);
    }

    void theLiveVersionMovesAndComesBack() {
        open(u"signalbox://workflows/support-reply/versions"_s);
        auto* table = find<QTableView>(u"workflow-versions"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        table->selectRow(2); // version 2
        auto* move = find<QPushButton>(u"label-move"_s);
        QCOMPARE(move->text(), u"Make version 2 live"_s);
        QTest::mouseClick(move, Qt::LeftButton);
        const QString path = u"/documents/workflow/support-reply/labels/production"_s;
        QTRY_COMPARE(control().count("PUT", path), 1);
        QCOMPARE(control().last("PUT", path).body.value("version"_L1).toInt(), 2);
        QCOMPARE(control().last("PUT", path).body.value("expect"_L1).toInt(), 3);
        QTRY_VERIFY(find<ui::MessageBar>(u"message-bar"_s)->isShown());
        clickText(u"Undo"_s);
        QTRY_COMPARE(control().count("PUT", path), 2);
        QCOMPARE(control().last("PUT", path).body.value("version"_L1).toInt(), 3);
        QCOMPARE(control().last("PUT", path).body.value("expect"_L1).toInt(), 2);

        QTRY_COMPARE(find<QPushButton>(u"label-rollback"_s)->text(), u"Roll back to version 2"_s);
        click(u"label-rollback"_s);
        QTRY_COMPARE(control().count("POST", path + u"/rollback"_s), 1);
    }

    void rollingBackIsOfferedWhereThereIsSomethingToGoBackTo() {
        open(u"signalbox://workflows/support-reply/versions"_s);
        auto* back = find<QPushButton>(u"label-rollback"_s);
        QTRY_VERIFY(back->isVisible());
        auto* label = qobject_cast<QComboBox*>(find<QWidget>(u"label-name"_s));
        label->setCurrentText(u"staging"_s);
        QTRY_VERIFY(control().count("GET", u"/documents/workflow/support-reply/labels/staging/history"_s) > 0);
        QVERIFY(!back->isVisible()); // it was nowhere before
        label->setCurrentText(u"canary"_s);
        QVERIFY(!back->isVisible()); // it is nowhere now
        label->setCurrentText(u"production"_s);
        QVERIFY(back->isVisible());
    }

    void versionsAreComparedInTheTextThatOneEdits() {
        open(u"signalbox://workflows/support-reply/versions"_s);
        auto* table = find<QTableView>(u"workflow-versions"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        table->selectRow(0);
        click(u"label-stages"_s);
        auto* diff = find<QWidget>(u"promote-sheet"_s)->findChild<ui::DiffView*>();
        QTRY_VERIFY(!diff->lines().isEmpty());
        const auto& lines = diff->lines().lines();
        const auto changed = std::find_if(lines.begin(), lines.end(), [](const ui::DiffLine& line) { return line.isChange(); });
        QVERIFY(changed != lines.end());
        QCOMPARE(changed->left.text, u"  owner: former-support"_s);
        QCOMPARE(changed->right.text, u"  owner: support"_s);
        QCOMPARE(changed->left.words.size(), 1);
        QCOMPARE(diff->changeCount(), 1);
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const ui::DiffLine& line) { return line.left.text == u"kind: workflow"; }));
    }

    void aWorkflowIsPromotedInStages() {
        open(u"signalbox://workflows/support-reply/versions"_s);
        auto* table = find<QTableView>(u"workflow-versions"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        table->selectRow(0); // version 4
        QTRY_VERIFY(find<QPushButton>(u"label-stages"_s)->isEnabled());
        click(u"label-stages"_s);
        QTRY_VERIFY(find<QWidget>(u"promote-sheet"_s)->isVisible());
        QVERIFY(find<QRadioButton>(u"promote-staged"_s)->isChecked());
        const QString path = u"/documents/workflow/support-reply/labels/production/rollout"_s;
        const QJsonObject rollout{{"kind"_L1, "workflow"_L1}, {"name"_L1, "support-reply"_L1}, {"label"_L1, "production"_L1}, {"stable"_L1, 3}, {"candidate"_L1, 4}, {"percent"_L1, 5}, {"stage"_L1, 0}, {"stages"_L1, QJsonArray{5, 25, 100}},
                                  {"comparison"_L1, QJsonObject{{"verdict"_L1, "too_few"_L1}}}};
        control().answer("PUT", path, {200, rollout});
        control().answer("GET", path, {200, rollout});
        click(u"promote-apply"_s);
        QTRY_COMPARE(control().count("PUT", path), 1);
        QCOMPARE(control().last("PUT", path).body.value("candidate"_L1).toInt(), 4);
        QTRY_VERIFY(window().findChild<QWidget*>(u"rollout"_s));
        click(u"rollout-advance"_s);
        QTRY_COMPARE(control().count("POST", path + u"/advance"_s), 1);
        click(u"rollout-stop"_s);
        QTRY_COMPARE(control().count("DELETE", path), 1);
    }

    void aProtectedLabelAsksForAnApproval() {
        const QString path = u"/documents/workflow/content-moderation/labels/production"_s;
        open(u"signalbox://workflows/content-moderation/versions"_s);
        auto* table = find<QTableView>(u"workflow-versions"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        table->selectRow(0);
        QTRY_COMPARE(find<QPushButton>(u"label-move"_s)->text(), u"Ask for approval of version 4"_s);
        QTRY_COMPARE(find<QPushButton>(u"label-rollback"_s)->text(), u"Ask to go back to version 2"_s);
        click(u"label-move"_s);
        QTRY_COMPARE(control().count("POST", path + u"/approvals"_s), 1);
        QCOMPARE(control().last("POST", path + u"/approvals"_s).body.value("version"_L1).toInt(), 4);
        QTRY_VERIFY(says(u"Approval is asked for."_s));
        click(u"label-rollback"_s);
        QTRY_COMPARE(control().count("POST", path + u"/approvals"_s), 2);
        QCOMPARE(control().last("POST", path + u"/approvals"_s).body.value("version"_L1).toInt(), 2);
        QCOMPARE(control().count("PUT", path), 0);
        QCOMPARE(control().count("POST", path + u"/rollback"_s), 0);
    }

    void aLabelThatWasProtectedMeanwhileOffersToAsk() {
        const QString path = u"/documents/workflow/support-reply/labels/production"_s;
        control().answer("PUT", path, {409, QJsonObject{{"error"_L1, QJsonObject{{"class"_L1, "forbidden"_L1}, {"code"_L1, "approval_required"_L1}, {"message"_L1, "production is protected."_L1}}}}});
        open(u"signalbox://workflows/support-reply/versions"_s);
        auto* table = find<QTableView>(u"workflow-versions"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        table->selectRow(0);
        click(u"label-move"_s);
        QTRY_VERIFY(says(u"production is protected."_s));
        clickText(u"Ask for approval"_s);
        QTRY_COMPARE(control().count("POST", path + u"/approvals"_s), 1);
        QCOMPARE(control().last("POST", path + u"/approvals"_s).body.value("version"_L1).toInt(), 4);
        QTRY_VERIFY(says(u"Approval is asked for."_s));
    }

    void aProtectedLabelIsMarkedAndAnAdministratorEndsIt() {
        const QString path = u"/documents/workflow/content-moderation"_s;
        control().answer("GET", path, {200, QJsonObject{{"spec"_L1, QJsonObject()}, {"protected_labels"_L1, QJsonArray{"production"_L1}}}});
        control().answer("GET", u"/protected-labels"_s, {200, QJsonObject{{"items"_L1, QJsonArray{QJsonObject{{"kind"_L1, "workflow"_L1}, {"label"_L1, "production"_L1}}}}}});
        open(u"signalbox://workflows/content-moderation/versions"_s);
        QTRY_COMPARE(find<QTableView>(u"workflow-versions"_s)->model()->index(1, 1).data().toString(), u"production (protected)"_s);
        auto* list = find<QTableView>(u"workflows"_s);
        QVERIFY(!list->isColumnHidden(8));
        QCOMPARE(list->model()->index(0, 8).data(ui::JsonTableModel::StatusRole).toString(), u"protected"_s);
        menuAction(u"workflow-more"_s, u"Unprotect label…"_s);
        QTRY_COMPARE(find<QPushButton>(u"protect-apply"_s)->text(), u"Unprotect"_s);
        click(u"protect-apply"_s);
        QTRY_COMPARE(control().count("DELETE", u"/protected-labels/workflow/production"_s), 1);
        QTRY_VERIFY(says(u"production is protected no more."_s));
    }

    void archivingSaysWhoRefersAndCanBeUndone() {
        const QString path = u"/documents/workflow/support-reply"_s;
        control().answer("DELETE", path, {409, QJsonObject{{"error"_L1, QJsonObject{{"class"_L1, "invalid_request"_L1}, {"code"_L1, "referred_to"_L1}, {"message"_L1, "It is in use."_L1},
                                                                                    {"violations"_L1, QJsonArray{QJsonObject{{"pointer"_L1, "/spec/workflow"_L1}, {"message"_L1, "test_set/support-reply (version 1) names it"_L1}}}}}}}});
        open(u"signalbox://workflows/support-reply"_s);
        QTRY_COMPARE(find<QTableView>(u"workflows"_s)->model()->rowCount(), 5);
        menuAction(u"workflow-more"_s, u"Archive"_s);
        QTRY_VERIFY(says(u"Change these first: test_set/support-reply (version 1) names it."_s));
        control().answer("DELETE", path, {200, QJsonObject{{"ok"_L1, true}}});
        menuAction(u"workflow-more"_s, u"Archive"_s);
        QTRY_VERIFY(find<ui::MessageBar>(u"message-bar"_s)->isShown());
        clickText(u"Undo"_s);
        QTRY_COMPARE(control().count("POST", path + u"/restore"_s), 1);
    }

    void aNewWorkflowBeginsAsTextThatCanBeSaved() {
        window().showPanel(u"workflows"_s);
        QTRY_COMPARE(find<QTableView>(u"workflows"_s)->model()->rowCount(), 5);
        find<QTableView>(u"workflows"_s)->setFocus();
        QTest::keyClick(find<QTableView>(u"workflows"_s), Qt::Key_N);
        auto* editor = shown<QPlainTextEdit>(u"workflow-yaml"_s);
        QVERIFY(editor);
        QVERIFY(editor->toPlainText().contains(u"name: my-workflow"_s));
        QVERIFY(!find<QTabWidget>(u"workflow-tabs"_s)->isTabVisible(0));
        QTRY_VERIFY(says(u"This is valid."_s));
        click(u"workflow-save"_s);
        QTRY_COMPARE(control().count("POST", u"/documents"_s), 1);
        QVERIFY(!control().last("POST", u"/documents"_s).body.contains("expect_version"_L1));
    }

    void whatARoleMayNotDoIsNotOffered() {
        start(u"viewer"_s);
        open(u"signalbox://workflows/support-reply"_s);
        QTRY_COMPARE(find<QTableView>(u"workflows"_s)->model()->rowCount(), 5);
        QVERIFY(!find<QPushButton>(u"workflow-new"_s)->isVisible());
        auto* tabs = find<QTabWidget>(u"workflow-tabs"_s);
        QVERIFY(!tabs->isTabVisible(4));
        QCOMPARE(tabs->tabText(5), u"Text"_s);
        tabs->setCurrentIndex(5);
        QVERIFY(!find<QPushButton>(u"workflow-save"_s)->isVisible());
        QVERIFY(find<QPlainTextEdit>(u"workflow-yaml"_s)->isReadOnly());
        tabs->setCurrentIndex(6);
        QVERIFY(!find<QPushButton>(u"label-move"_s)->isVisible());
        window().showPanel(u"templates"_s);
        QTRY_VERIFY(!window().findChildren<ui::TemplateCard*>().isEmpty());
        QVERIFY(!find<QPushButton>(u"template-import"_s)->isVisible());
        QTest::mouseClick(find<QWidget>(u"template-summary"_s), Qt::LeftButton);
        QVERIFY(!find<QPushButton>(u"template-use"_s)->isVisible());
        QVERIFY(find<QPushButton>(u"template-export"_s)->isVisible());
        QVERIFY(!find<QPushButton>(u"template-delete"_s)->isVisible());
    }

    void aTemplateIsUsedWithAPrefix() {
        window().showPanel(u"templates"_s);
        QTRY_COMPARE(window().findChildren<ui::TemplateCard*>().size(), 7);
        auto* card = find<ui::TemplateCard>(u"template-support-reply"_s);
        QVERIFY(card->accessibleDescription().contains(u"workflow · prompt ×2"_s));
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
        auto* documents = find<QTabBar>(u"template-documents"_s);
        QTRY_COMPARE(documents->count(), 7);
        QCOMPARE(documents->tabText(0), u"Workflow"_s);
        QTest::keyClick(card, Qt::Key_U);
        auto* prefix = shown<QLineEdit>(u"template-prefix"_s);
        QVERIFY(prefix);
        QTRY_VERIFY(says(u"There is one of this name. Unless it says the same, nothing is registered: give a prefix."_s));
        QTest::keyClicks(prefix, u"Shop"_s);
        QVERIFY(!find<QPushButton>(u"template-register"_s)->isEnabled());
        prefix->clear();
        QTest::keyClicks(prefix, u"shop"_s);
        QTRY_VERIFY(says(u"Workflow shop-support-reply"_s));
        QTest::keyClick(prefix, Qt::Key_Return);
        QTRY_COMPARE(control().count("POST", u"/templates/support-reply/use"_s), 1);
        QCOMPARE(control().last("POST", u"/templates/support-reply/use"_s).body.value("prefix"_L1).toString(), u"shop"_s);
        QTRY_VERIFY(says(u"shop-support-reply is ready to be called."_s));
        clickText(u"Open the workflow"_s);
        QCOMPARE(window().currentPanelId(), u"workflows"_s);
        QCOMPARE(find<QWidget>(u"workflow-detail"_s)->accessibleName(), u"shop-support-reply"_s);
    }

    void theGalleryIsFilteredAndWalkedByKeys() {
        window().showPanel(u"templates"_s);
        QTRY_COMPARE(window().findChildren<ui::TemplateCard*>().size(), 7);
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"support"_s);
        int seen = 0;
        const auto cards = window().findChildren<ui::TemplateCard*>();
        for (const auto* card : cards) seen += card->isVisible() ? 1 : 0;
        QCOMPARE(seen, 2); // support reply, ticket triage by its tag
        auto* first = find<ui::TemplateCard>(u"template-support-reply"_s);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Right);
        QVERIFY(find<ui::TemplateCard>(u"template-ticket-triage"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K);
        QVERIFY(first->hasFocus());
    }

    void aDroppedFileIsImportedAndADeletedTemplateComesBack() {
        window().showPanel(u"templates"_s);
        QTRY_COMPARE(window().findChildren<ui::TemplateCard*>().size(), 7);
        auto* panel = qobject_cast<ui::TemplatesPanel*>(find<QWidget>(u"panel-templates"_s));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/templates/summary.yaml"))});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(panel, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(panel, &drop);
        QTRY_COMPARE(control().count("POST", u"/templates/import"_s), 1);
        QVERIFY(control().last("POST", u"/templates/import"_s).text.startsWith("kind: template\nname: summary"));

        // The answer names refund-check, so that is shown.
        QTRY_VERIFY(find<QPushButton>(u"template-delete"_s)->isVisible());
        QTRY_VERIFY(find<QTabBar>(u"template-documents"_s)->count() == 2);
        QTemporaryDir folder;
        panel->exportTo(folder.filePath(u"out.yaml"_s), find<ui::TemplatePreview>(u"template-preview"_s)->fileText());
        QFile exported(folder.filePath(u"out.yaml"_s));
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QVERIFY(exported.readAll().startsWith("kind: template\nname: refund-check"));
        click(u"template-delete"_s);
        QTRY_COMPARE(control().count("DELETE", u"/templates/refund-check"_s), 1);
        QTRY_VERIFY(says(u"“Refund check” is deleted. What was registered from it stays."_s));
        clickText(u"Undo"_s);
        QTRY_COMPARE(control().count("POST", u"/templates/import"_s), 2);
        QVERIFY(control().last("POST", u"/templates/import"_s).text.startsWith("kind: template\nname: refund-check"));
    }

    void aWorkflowIsSavedAsATemplate() {
        open(u"signalbox://workflows/support-reply"_s);
        QTRY_COMPARE(find<QTableView>(u"workflows"_s)->model()->rowCount(), 5);
        menuAction(u"workflow-more"_s, u"Save as template …"_s);
        QCOMPARE(window().currentPanelId(), u"templates"_s);
        QTRY_COMPARE(find<QComboBox>(u"template-save-workflow"_s)->currentText(), u"support-reply"_s);
        auto* title = find<QLineEdit>(u"template-save-title"_s);
        QTRY_COMPARE(title->text(), u"Support reply"_s);
        title->setText(u"Reply für Shops"_s);
        QCOMPARE(find<QLineEdit>(u"template-save-name"_s)->text(), u"reply-fur-shops"_s);
        QTest::keyClick(title, Qt::Key_Return);
        QTRY_COMPARE(control().count("POST", u"/templates"_s), 1);
        const QJsonObject body = control().last("POST", u"/templates"_s).body;
        QCOMPARE(body.value("from_workflow"_L1).toString(), u"support-reply"_s);
        QCOMPARE(body.value("name"_L1).toString(), u"reply-fur-shops"_s);
    }

    void aRunTellsWhoMadeItsOutput() {
        open(u"signalbox://runs/run_0WORKFLOW0001"_s);
        QTRY_VERIFY(says(u"Flagged: The model is not sure of its reply"_s));
        QVERIFY(says(u"Trial"_s));
        QVERIFY(says(u"Repaired"_s));
        QVERIFY(says(u"The caller reports that the output was changed by a person."_s));
        QVERIFY(says(u"The result was sent to https://crm.example/hooks/reply."_s));
        QVERIFY(says(u"The receiver answered 503."_s));
        auto* button = find<QPushButton>(u"story-show"_s);
        button->click();
        QTRY_VERIFY(find<QWidget>(u"story"_s)->isVisible());
        QVERIFY(says(u"signalbox://prompts/support-reply/7"_s));
        QVERIFY(says(u"signalbox://workflows/support-reply/versions/"_s));
        QVERIFY(says(u"kim moved production from version 6 to it on"_s));
        QVERIFY(says(u"ana approved it on"_s));
        QVERIFY(says(u"No label led to it: the version itself was asked for."_s));
        // Another run has another story.
        open(u"signalbox://runs/"_s + test::runData(3).value("id"_L1).toString());
        QTRY_VERIFY(!find<QWidget>(u"story"_s)->isVisible());
        QVERIFY(!says(u"Repaired"_s));
    }

    void aFlaggedRunIsMarkedInTheLists() {
        open(u"signalbox://runs?workflow=support-reply&trial=any"_s);
        const auto marked = [this](const QString& name) {
            const auto tables = window().findChildren<QTableView*>(name);
            for (const QTableView* table : tables)
                for (int row = 0; row < table->model()->rowCount(); ++row)
                    for (int column = 0; column < table->model()->columnCount(); ++column)
                        if (table->model()->index(row, column).data().toString().startsWith(u"Flagged"_s)) return table->model()->index(row, column);
            return QModelIndex();
        };
        QTRY_VERIFY(marked(u"runs"_s).isValid());
        QCOMPARE(marked(u"runs"_s).data().toString(), u"Flagged, Repaired"_s);
        QCOMPARE(marked(u"runs"_s).data(Qt::ToolTipRole).toString(), u"The model is not sure of its reply"_s);
        const auto chips = ui::marksOf(test::workflowRunData());
        QCOMPARE(chips.size(), 3);
        QVERIFY(!chips.first().icon.isEmpty() && chips.first().color == ui::Token::Warning);
        open(u"signalbox://workflows/support-reply/runs"_s);
        const auto boxes = window().findChildren<QCheckBox*>();
        for (QCheckBox* box : boxes)
            if (box->isVisible() && box->text() == u"Also trials"_s) box->setChecked(true);
        QTRY_VERIFY(marked(u"workflow-runs"_s).isValid());
    }

    void runsAreFilteredByWorkflowPromptTrialsAndFlags() {
        open(u"signalbox://runs?workflow=support-reply&prompt=support-reply%407&trial=any&flagged=true"_s);
        QTRY_VERIFY(control().last("GET", u"/runs"_s).query.queryItemValue(u"workflow"_s) == u"support-reply"_s);
        const QUrlQuery query = control().last("GET", u"/runs"_s).query;
        QCOMPARE(query.queryItemValue(u"prompt"_s, QUrl::FullyDecoded), u"support-reply@7"_s);
        QCOMPARE(query.queryItemValue(u"trial"_s), u"any"_s);
        QCOMPARE(query.queryItemValue(u"flagged"_s), u"true"_s);
        QVERIFY(find<QToolButton>(u"runs-more-filters"_s)->isChecked());
    }

    void examplesComeFromTheContract_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("example");
        // Single quotes stand for double ones: moc does not read raw strings.
        const auto row = [](const char* name, const char* schema, const char* example) { QTest::newRow(name) << QByteArray(schema).replace('\'', '"') << QByteArray(example).replace('\'', '"'); };
        row("its own", "{'examples':[{'a':1}],'properties':{'a':{}}}", "{'a':1}");
        row("required only", "{'type':'object','required':['a'],'properties':{'a':{'type':'string'},'b':{'type':'string'}}}", "{'a':''}");
        row("choice and default", "{'type':'object','required':['a','b'],'properties':{'a':{'enum':['x','y']},'b':{'type':'integer','default':7}}}", "{'a':'x','b':7}");
        row("a reference", "{'type':'object','required':['a'],'properties':{'a':{'$ref':'#/$defs/n'}},'$defs':{'n':{'type':'number','minimum':3}}}", "{'a':3}");
        row("one that contains itself", "{'type':'object','required':['a'],'properties':{'a':{'$ref':'#'}}}", "");
        row("anything", "{}", "{}");
    }
    void examplesComeFromTheContract() {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, example);
        const QJsonValue made = ui::exampleInput(QJsonDocument::fromJson(schema).object());
        if (example.isEmpty()) QVERIFY(made.isObject()); // it ends
        else QCOMPARE(QJsonDocument(made.toObject()).toJson(QJsonDocument::Compact), example);
    }

private:
    void start(const QString& role) {
        m_console.reset();
        m_console = std::make_unique<test::ConsoleOnFake>();
        control().answer("GET", u"/me"_s, {200, QJsonObject{{"name"_L1, "kim"_L1}, {"role"_L1, role}}});
        QVERIFY(m_console->goLive());
    }
    ui::MainWindow& window() { return *m_console->window; }
    test::FakeControl& control() { return m_console->control; }
    void open(const QString& link) { window().openLink(QUrl(link)); }

    template <class Widget>
    Widget* find(const QString& name) {
        const auto found = window().findChildren<Widget*>(name);
        if (found.isEmpty()) qFatal("there is no %s", qPrintable(name));
        return found.first();
    }
    template <class Widget>
    Widget* shown(const QString& name) {
        const bool there = QTest::qWaitFor([&] {
            const auto found = window().findChildren<Widget*>(name);
            return std::any_of(found.begin(), found.end(), [](const Widget* one) { return one->isVisible(); });
        });
        return there ? find<Widget>(name) : nullptr;
    }
    /// Whether some visible label, badge or button has this text.
    bool says(const QString& text) {
        const auto labels = window().findChildren<QWidget*>();
        return std::any_of(labels.begin(), labels.end(), [&](QWidget* widget) {
            if (!widget->isVisible()) return false;
            const auto* label = qobject_cast<QLabel*>(widget);
            return widget->accessibleName().contains(text) || (label && label->text().contains(text));
        });
    }
    void click(const QString& name) { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }
    void clickText(const QString& text) {
        const auto buttons = window().findChildren<QPushButton*>();
        for (QPushButton* button : buttons)
            if (button->isVisible() && button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        QFAIL(qPrintable(u"there is no button "_s + text));
    }
    void menuAction(const QString& button, const QString& title) {
        QMenu* menu = find<QToolButton>(button)->menu();
        Q_EMIT menu->aboutToShow();
        const auto actions = menu->actions();
        for (QAction* action : actions)
            if (action->text() == title) {
                action->trigger();
                return;
            }
        QFAIL(qPrintable(u"there is no entry "_s + title));
    }

    std::unique_ptr<test::ConsoleOnFake> m_console;
};

QTEST_MAIN(WorkflowsTest)
#include "tst_workflows.moc"
