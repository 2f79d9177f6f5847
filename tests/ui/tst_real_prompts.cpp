#include "tests/ui/gateway_fixture.h"
#include "tests/ui/person.h"
#include "tests/ui/ui_fixture.h"
#include "ui/shell/panels.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/drafts.h"
#include "ui/widgets/template_editor.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// A prompt engineer's day on a real gateway: written, tried, tested, compared, promoted, gone wrong, rolled back.
class RealPromptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!test::RealGateway::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        test::prepareApplication();
        m_gateway = std::make_unique<test::RealGateway>();
        QVERIFY2(m_gateway->begin(), m_gateway->problem().c_str());
    }
    void init() {
        QSettings().clear();
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts"_s).removeRecursively();
        open();
    }
    void cleanup() { m_console.reset(); }
    void cleanupTestCase() { m_gateway.reset(); }

    void aPromptIsWrittenCheckedWhileOneTypesAndSaved() {
        QVERIFY(person().click(u"rail-prompts"_s));
        QVERIFY(person().take(u"prompt-new"_s, u"Prompt with messages"_s));
        QVERIFY(person().type(u"prompt-name"_s, u"greeting"_s));
        QTRY_VERIFY(message(0) && message(1));
        auto* system = message(0);
        QVERIFY(person().type(system, u"Greet {{customer} kindly."_s));
        QTRY_COMPARE(system->extraSelections().size(), 1);
        QVERIFY(check().startsWith(u"Message 1, line 1, column "_s));
        QVERIFY(person().type(system, u"Greet {{customer}} kindly."_s));
        QVERIFY(person().type(message(1), u"{{message}}"_s));
        QTRY_COMPARE(check(), u"This is valid."_s);
        QCOMPARE(system->extraSelections().size(), 0);
        QVERIFY(person().press(u"Write one from what the text uses"_s));
        auto* contract = person().see<QPlainTextEdit>(u"prompt-variables"_s);
        QVERIFY(contract->toPlainText().contains(u"customer"_s));
        QTRY_COMPARE(check(), u"This is valid."_s);
        // A variable that the contract does not know is found by the gateway.
        QVERIFY(person().typeAtStart(message(1), u"{{custmer}} "_s));
        QTRY_VERIFY2(check().startsWith(u"Message 2, line 1"_s), qPrintable(check()));
        for (int at = 0; at < 12; ++at) QTest::keyClick(message(1), Qt::Key_Backspace);
        QTRY_COMPARE(check(), u"This is valid."_s);
        QVERIFY(person().type(u"prompt-message"_s, u"A first greeting"_s));
        QTest::keyClick(message(1), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(person().reads(u"greeting, version 1, is saved and live."_s));
        QTRY_COMPARE(title(), u"greeting"_s);
        const QJsonObject kept = m_gateway->ask("GET", u"/documents/prompt/greeting"_s);
        QCOMPARE(kept.value("message"_L1).toString(), u"A first greeting"_s);
        QCOMPARE(kept.value("author"_L1).toString(), u"admin"_s);
        QCOMPARE(kept.value("spec"_L1)["messages"_L1][1]["content"_L1].toString(), u"{{message}}"_s);
    }

    void twoModelsAnswerSideBySide() {
        save(u"side"_s, u"Answer {{question}}"_s);
        show(u"side?tab=edit"_s);
        QVERIFY(person().click(u"prompt-try"_s));
        QVERIFY(person().check(u"try-models"_s, u"sandbox/large"_s));
        QVERIFY(person().check(u"try-models"_s, u"sandbox/small"_s));
        QVERIFY(person().type(u"variable-question"_s, u"How long is a mile?"_s));
        QVERIFY(person().press(u"Run 2 trials"_s));
        QTRY_COMPARE(visible<QPlainTextEdit>(u"trial-output"_s).size(), 2);
        for (QPlainTextEdit* output : visible<QPlainTextEdit>(u"trial-output"_s)) QTRY_VERIFY(!output->toPlainText().isEmpty());
        const auto costed = [this] {
            const auto figures = visible<QLabel>(u"trial-figures"_s);
            return figures.size() == 2 && std::all_of(figures.begin(), figures.end(), [](const QLabel* one) { return one->text().contains(u" tokens"_s) && one->text().contains(u'$'); });
        };
        QTRY_VERIFY(costed());
        for (const QLabel* error : visible<QLabel>(u"trial-error"_s)) QFAIL(qPrintable(error->text()));
        // What was tried is on record, and counted apart.
        QCOMPARE(m_gateway->ask("GET", u"/runs?prompt=side&trial=true"_s).value("items"_L1).toArray().size(), 2);
        QCOMPARE(m_gateway->ask("GET", u"/runs?prompt=side"_s).value("items"_L1).toArray().size(), 0);
    }

    void aTestSetSaysWhatAVersionBreaks() {
        save(u"tested"_s, u"Say hello to {{name}}"_s);
        show(u"tested?tab=tests"_s);
        QVERIFY(person().press(u"Add a case…"_s));
        QVERIFY(person().type(u"case-name"_s, u"by name"_s));
        QVERIFY(person().type(person().seeNamed(u"Input of the case"_s), u"{\"name\": \"Ada\"}"_s));
        QVERIFY(person().type(u"case-text"_s, u"words that no answer has"_s));
        QVERIFY(person().click(u"case-save"_s));
        QVERIFY(person().reads(u"The case “by name” is in tested-tests."_s));
        QVERIFY(person().click(u"test-run"_s));
        QVERIFY(person().reads(u"tested-tests against version 1"_s));
        QVERIFY(person().reads(u"1 of 1 failed"_s));
        auto* cases = person().see<QTableView>(u"test-cases"_s);
        QTRY_COMPARE(cases->model()->index(0, 0).data().toString(), u"by name"_s);
        QVERIFY(!cases->model()->index(0, 2).data().toString().isEmpty());
    }

    void aPromotionThatGoesWrongIsRolledBack() {
        const QJsonObject input{{"message"_L1, "Where is my parcel?"_L1}};
        for (int call = 0; call < 12; ++call) report(m_gateway->run(u"support-reply"_s, input), u"success"_s);
        show(u"support-reply?tab=edit"_s);
        QVERIFY(person().typeAtStart(message(0), u"Be as short as you can. "_s));
        QVERIFY(person().type(u"prompt-message"_s, u"Shorter"_s));
        QVERIFY(person().click(u"prompt-save"_s));
        QVERIFY(person().reads(u"support-reply, version 2, is saved; it is not live yet."_s));
        QVERIFY(person().reads(u"version 1 is live, 2 is the newest"_s));

        QVERIFY(person().click(u"prompt-compare"_s));
        auto* diff = person().see<ui::DiffView>(u"diff-view"_s);
        QTRY_COMPARE(diff->changeCount(), 1);
        QVERIFY(person().reads(u"Used by"_s));

        QVERIFY(person().press(u"Promote 2…"_s));
        QVERIFY(person().reads(u"production moves from version 1 to version 2."_s));
        QVERIFY(person().reads(u"workflow support-reply"_s));
        QVERIFY(person().reads(u"No test has been run against version 2."_s));
        QVERIFY(person().click(u"promote-apply"_s));
        QVERIFY(person().reads(u"version 2 is live and the newest"_s));

        // Now the callers are unhappy.
        for (int call = 0; call < 12; ++call) report(m_gateway->run(u"support-reply"_s, input), u"failure"_s);
        QCOMPARE(m_gateway->ask("GET", u"/runs?prompt=support-reply@2"_s).value("items"_L1).toArray().size(), 12);
        QVERIFY(person().turnTo(u"Versions"_s));
        auto* versions = person().see<QTableView>(u"prompt-versions"_s);
        const auto figures = [&] { return versions->model()->index(0, 2).data().toString() + u" calls, "_s + versions->model()->index(0, 3).data().toString(); };
        QVERIFY(QTest::qWaitFor([&] {
            QTest::keyClick(&window(), Qt::Key_F5);
            return figures() == u"12 calls, ▼ 0 %"_s;
        }, 10'000) || (qWarning("%s", qPrintable(figures())), false));

        QVERIFY(person().take(u"prompt-more"_s, u"Roll back: version 1 becomes live again"_s));
        QVERIFY(person().reads(u"support-reply: version 1 is live again, instead of 2."_s));
        QVERIFY(person().reads(u"version 1 is live, 2 is the newest"_s));
        const QString run = m_gateway->run(u"support-reply"_s, input);
        QCOMPARE(m_gateway->ask("GET", u"/runs/"_s + run).value("prompt"_L1).toString(), u"support-reply@1"_s);
    }

    void whatAnotherPersonSavedIsNotOverwritten() {
        save(u"shared"_s, u"One {{x}}"_s);
        show(u"shared?tab=edit"_s);
        QVERIFY(person().typeAtStart(message(0), u"Mine. "_s));
        const QString ada = m_gateway->tokenOf(u"ada"_s, u"engineer"_s);
        QCOMPARE(save(u"shared"_s, u"Hers {{x}}"_s, ada), 2);
        QVERIFY(person().reads(u"Version 2 was saved meanwhile by ada."_s));
        QTest::keyClick(message(0), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(person().reads(u"Not saved: version 2 was saved meanwhile by ada."_s));
        QCOMPARE(message(0)->toPlainText(), u"Mine. One {{x}}"_s);
        QCOMPARE(m_gateway->ask("GET", u"/documents/prompt/shared?label=latest"_s).value("version"_L1).toInt(), 2);
        QVERIFY(person().press(u"Compare"_s));
        auto* diff = person().see<ui::DiffView>(u"diff-view"_s);
        QTRY_COMPARE(diff->changeCount(), 1);
        QVERIFY(person().turnTo(u"Edit"_s));
        QVERIFY(person().press(u"Save on top of version 2"_s));
        QVERIFY(person().reads(u"shared, version 3, is saved"_s));
        QCOMPARE(textOf(m_gateway->ask("GET", u"/documents/prompt/shared?version=2"_s)), u"Hers {{x}}"_s);
        QCOMPARE(textOf(m_gateway->ask("GET", u"/documents/prompt/shared?version=3"_s)), u"Mine. One {{x}}"_s);
    }

    void editsOutliveAConsoleThatIsKilled() {
        save(u"killed"_s, u"Before {{x}}"_s);
        m_console.reset();
        // Another process types, and is killed with its window open.
        QProcess typist;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SIGNALBOX_TYPES_AT"_s, m_gateway->address().toString());
        environment.insert(u"SIGNALBOX_TYPES_WITH"_s, m_gateway->token());
        typist.setProcessEnvironment(environment);
        typist.start(QCoreApplication::applicationFilePath(), {});
        QTRY_VERIFY_WITH_TIMEOUT(ui::drafts::of(u"The gateway/prompt/killed"_s).contains(u"Typed, not saved."_s), 15'000);
        typist.kill();
        QVERIFY(typist.waitForFinished());
        QCOMPARE(typist.exitStatus(), QProcess::CrashExit);

        open();
        show(u"killed?tab=edit"_s);
        QTRY_COMPARE(message(0)->toPlainText(), u"Typed, not saved. Before {{x}}"_s);
        QVERIFY(person().reads(u"These are your edits from before, which were not saved yet."_s));
        QTest::keyClick(message(0), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(person().reads(u"killed, version 2, is saved"_s));
        QCOMPARE(textOf(m_gateway->ask("GET", u"/documents/prompt/killed?version=2"_s)), u"Typed, not saved. Before {{x}}"_s);
    }

    void anotherGatewaysPromptsAreItsOwn() {
        test::RealGateway other;
        QVERIFY2(other.begin(), other.problem().c_str());
        save(u"twin"_s, u"Here {{x}}"_s);
        save(u"twin"_s, u"Here, newer {{x}}"_s);
        for (const auto& text : {u"There {{x}}"_s, u"There, newer {{x}}"_s}) {
            const QJsonObject changed{{"messages"_L1, QJsonArray{QJsonObject{{"role"_L1, "user"_L1}, {"content"_L1, text}}}}};
            QVERIFY(other.ask("POST", u"/documents"_s, {{"kind"_L1, "prompt"_L1}, {"name"_L1, "twin"_L1}, {"spec"_L1, changed}}).contains("version"_L1));
        }
        show(u"twin?tab=edit"_s);
        QTRY_COMPARE(message(0)->toPlainText(), u"Here, newer {{x}}"_s);
        QVERIFY(person().typeAtStart(message(0), u"Mine. "_s));
        m_console->connection.open(other.address(), other.token(), u"The other gateway"_s);
        QVERIFY(m_console->goLive());
        show(u"twin?tab=edit"_s);
        QTRY_COMPARE(message(0)->toPlainText(), u"There, newer {{x}}"_s);
        QVERIFY(!person().see<QPushButton>(u"prompt-save"_s)->isEnabled());
        QVERIFY(person().turnTo(u"Versions"_s));
        QVERIFY(person().choose(u"prompt-versions"_s, u"1"_s));
        QVERIFY(person().reads(u"There {{x}}"_s));
        // And back: the edits are where they were made.
        m_console->connection.open(m_gateway->address(), m_gateway->token(), u"The gateway"_s);
        QVERIFY(m_console->goLive());
        show(u"twin?tab=edit"_s);
        QTRY_COMPARE(message(0)->toPlainText(), u"Mine. Here, newer {{x}}"_s);
    }

private:
    void open() {
        m_console = std::make_unique<test::ConsoleOnGateway>(*m_gateway, m_gateway->token());
        m_person = std::make_unique<test::Person>(*m_console->window);
        QVERIFY(m_console->goLive());
    }
    ui::MainWindow& window() { return *m_console->window; }
    const test::Person& person() const { return *m_person; }

    template <class Widget>
    QList<Widget*> visible(const QString& name) {
        QList<Widget*> all;
        for (Widget* one : window().findChildren<Widget*>(name))
            if (one->isVisible()) all << one;
        return all;
    }
    ui::TemplateEditor* message(int index) { return visible<ui::TemplateEditor>(u"message-text"_s).value(index); }
    QString title() { return person().see<QLabel>(u"prompt-title"_s)->text(); }
    QString check() { return person().see<QLabel>(u"prompt-check"_s)->text(); }
    void show(const QString& prompt) {
        window().openLink(QUrl(u"signalbox://prompts/"_s + prompt));
        QTRY_COMPARE(title(), prompt.section(u'?', 0, 0));
        QTRY_VERIFY(person().see<QLabel>(u"prompt-subtitle"_s)->text().contains(u"is live"_s));
        if (prompt.endsWith(u"tab=edit"_s)) QTRY_VERIFY(message(0) && !message(0)->toPlainText().isEmpty());
    }

    int save(const QString& name, const QString& text, const QString& token = {}) {
        const QJsonObject spec{{"messages"_L1, QJsonArray{QJsonObject{{"role"_L1, "user"_L1}, {"content"_L1, text}}}}};
        return m_gateway->ask("POST", u"/documents"_s, {{"kind"_L1, "prompt"_L1}, {"name"_L1, name}, {"spec"_L1, spec}}, token).value("version"_L1).toInt();
    }
    static QString textOf(const QJsonObject& prompt) { return prompt.value("spec"_L1)["messages"_L1][0]["content"_L1].toString(); }
    void report(const QString& run, const QString& outcome) { m_gateway->call(u"/v1/runs/%1/outcome"_s.arg(run), {{"outcome"_L1, outcome}}); }

    std::unique_ptr<test::RealGateway> m_gateway;
    std::unique_ptr<test::ConsoleOnGateway> m_console;
    std::unique_ptr<test::Person> m_person;
};

namespace {

/// The console of `editsOutliveAConsoleThatIsKilled`: types into the prompt `killed`, and waits for its end.
int typeAndWait(QApplication& application) {
    const QByteArray home = qgetenv("XDG_DATA_HOME");
    test::prepareApplication();
    qputenv("XDG_DATA_HOME", home); // drafts are where those of the test are
    client::Connection connection;
    ui::TimeRange timeRange;
    ui::MainWindow window(ui::PanelContext{connection, timeRange, {}, nullptr}, ui::allPanels());
    window.show();
    connection.open(qEnvironmentVariable("SIGNALBOX_TYPES_AT"), qEnvironmentVariable("SIGNALBOX_TYPES_WITH"), u"The gateway"_s);
    const auto editor = [&]() -> ui::TemplateEditor* {
        for (auto* one : window.findChildren<ui::TemplateEditor*>(u"message-text"_s))
            if (one->isVisible() && !one->isReadOnly() && !one->toPlainText().isEmpty()) return one;
        return nullptr;
    };
    if (!QTest::qWaitFor([&] { return connection.isLive(); }, 10'000)) return 1;
    window.openLink(QUrl(u"signalbox://prompts/killed?tab=edit"_s));
    if (!QTest::qWaitFor([&] { return editor() && editor()->toPlainText() == u"Before {{x}}"_s; }, 10'000)) return 2;
    QTest::keyClicks(editor(), u"Typed, not saved. "_s);
    return application.exec();
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("SIGNALBOX_TYPES_AT")) return typeAndWait(application);
    RealPromptsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_real_prompts.moc"
