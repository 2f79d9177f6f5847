#include "tests/ui/gateway_fixture.h"
#include "tests/ui/person.h"
#include "tests/ui/ui_fixture.h"
#include "ui/runs/waterfall.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include <csignal>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What somebody who operates a real gateway sees of it: its first start, calls as they come, its end and its return.
class RealCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!test::RealGateway::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        test::prepareApplication();
        tests::GatewayProcess::Options options;
        options.port = test::portToKeep();
        m_gateway = std::make_unique<test::RealGateway>(options);
        QVERIFY2(m_gateway->begin(), m_gateway->problem().c_str());
    }
    void init() {
        QSettings().clear();
        open(m_gateway->token());
    }
    void cleanup() { m_console.reset(); }
    void cleanupTestCase() { m_gateway.reset(); }

    void theFirstStartHasThreeWorkflowsOnASimulatedVendor() {
        QVERIFY(person().see(u"first-call"_s));
        auto* targets = person().see<QTableView>(u"overview-targets"_s);
        QTRY_COMPARE(person().rows(u"overview-targets"_s), (QStringList{u"sandbox/small"_s, u"sandbox/large"_s, u"sandbox/embed"_s}));
        for (int row = 0; row < 3; ++row) QVERIFY(targets->model()->index(row, 0).data(ui::JsonTableModel::SimulatedRole).toBool());
        QVERIFY(person().click(u"rail-workflows"_s));
        QTRY_COMPARE(person().rows(u"workflows"_s), (QStringList{u"summary"_s, u"support-reply"_s, u"ticket-triage"_s}));
        QVERIFY(person().choose(u"workflows"_s, u"support-reply"_s));
        QVERIFY(person().reads(u"Drafts a reply to a customer's message"_s));
        QVERIFY(person().turnTo(u"Call it"_s));
        QVERIFY(person().reads(m_gateway->address().toString() + u"/v1/workflows/support-reply/runs"_s));
        QVERIFY(person().click(u"rail-prompts"_s));
        QTRY_COMPARE(person().rows(u"prompts"_s), (QStringList{u"summary"_s, u"support-reply"_s, u"support-reply-tone"_s, u"ticket-triage"_s}));
    }

    void aCallIsSeenAsItEndsWithAllThatWasDone() {
        QVERIFY(person().see(u"first-call"_s));
        const QString first = reply(u"Where is my parcel?"_s);
        QVERIFY(first.startsWith(u"run_"_s));
        QTRY_VERIFY(person().lacks(u"first-call"_s));
        QTRY_VERIFY(person().rows(u"overview-services"_s).contains(u"support-reply"_s));

        QVERIFY(person().click(u"rail-runs"_s));
        QTRY_COMPARE(runIds(), QStringList{first});
        // Another one comes while one looks.
        const QString second = reply(u"And my invoice?"_s);
        QTRY_COMPARE(runIds(), (QStringList{second, first}));

        // A newer version of its prompt, which did not serve it.
        const QJsonObject prompt = m_gateway->ask("GET", u"/documents/prompt/support-reply"_s);
        QJsonObject spec = prompt.value("spec"_L1).toObject();
        spec.insert("description"_L1, "Another description");
        QCOMPARE(m_gateway->ask("POST", u"/documents"_s, {{"kind"_L1, "prompt"_L1}, {"name"_L1, "support-reply"_L1}, {"spec"_L1, spec}}).value("version"_L1).toInt(), 2);

        auto* runs = person().see<QTableView>(u"runs"_s);
        QVERIFY(person().click(runs->viewport(), runs->visualRect(runs->model()->index(0, 1)).center()));
        QVERIFY(person().reads(second));
        auto* waterfall = m_console->window->findChild<ui::Waterfall*>();
        QTRY_VERIFY(waterfall->isVisible() && waterfall->accessibleDescription().startsWith(u"First at sandbox/small"_s));
        QVERIFY(person().reads(u"$0.000"_s));
        for (const auto& version : {u"support-reply@1"_s, u"default@1"_s}) QVERIFY(person().reads(version));
        QVERIFY(person().reads(u"Reading it is noted in the audit history."_s));
        QVERIFY(!person().isOffered(u"Request"_s));
        QVERIFY(person().press(u"Show what was said"_s));
        QVERIFY(person().reads(u"And my invoice?"_s));

        // Who made it, and to the very version.
        QVERIFY(person().click(u"story-show"_s));
        QVERIFY(person().reads(u"wrote this version on"_s));
        QVERIFY(person().follow(u"Prompt: support-reply@1"_s));
        QCOMPARE(m_console->window->currentPanelId(), u"prompts"_s);
        auto* versions = person().see<QTableView>(u"prompt-versions"_s);
        QTRY_COMPARE(versions->model()->rowCount(), 2);
        QTRY_COMPARE(versions->currentIndex().siblingAtColumn(0).data().toString(), u"1"_s);
    }

    void aFailedCallSaysWhyAndWhatToDo() {
        QVERIFY(person().click(u"rail-settings"_s));
        window().openLink(QUrl(u"signalbox://settings/sandbox"_s));
        auto* outage = person().see<QCheckBox>(u"sandbox-outage"_s);
        QVERIFY(person().click(outage, {10, outage->height() / 2}));
        QTRY_VERIFY(m_gateway->ask("GET", u"/sandbox/sandbox"_s).value("outage"_L1).toBool());
        const QString id = m_gateway->call(u"/v1/chat/completions"_s, {{"model"_L1, "sandbox/small"_L1}, {"messages"_L1, QJsonArray{QJsonObject{{"role"_L1, "user"_L1}, {"content"_L1, "hello"_L1}}}}});
        QVERIFY(person().click(outage, {10, outage->height() / 2}));
        QTRY_VERIFY(!m_gateway->ask("GET", u"/sandbox/sandbox"_s).value("outage"_L1).toBool());
        QVERIFY(person().click(u"rail-runs"_s));
        QTRY_COMPARE(runIds().value(0), id);
        auto* runs = person().see<QTableView>(u"runs"_s);
        QVERIFY(person().click(runs->viewport(), runs->visualRect(runs->model()->index(0, 1)).center()));
        QVERIFY(person().reads(u"The vendor has more calls than it can take."_s));
        auto* waterfall = m_console->window->findChild<ui::Waterfall*>();
        QTRY_VERIFY(waterfall->accessibleDescription().contains(u"Retry at sandbox/small"_s));
    }

    void whatWasThereGreysWhileTheGatewayIsAwayAndIsLiveAgain() {
        QTRY_COMPARE(person().rows(u"overview-targets"_s).size(), 3);
        auto* targets = person().see(u"overview-targets"_s);
        QTRY_VERIFY(isInk(targets));
        m_gateway->sendSignal(SIGTERM);
        QCOMPARE(m_gateway->waitForExit(std::chrono::seconds(10)).value_or(-1), 0);
        auto* bar = person().see<ui::MessageBar>(u"connection-bar"_s);
        QVERIFY(bar);
        QVERIFY2(bar->title().contains(m_console->connection.lostSince().toLocalTime().toString(u"HH:mm:ss"_s)), qPrintable(bar->title()));
        QVERIFY(person().see(u"gateway"_s)->accessibleName().contains(u"Lost"_s));
        QCOMPARE(person().rows(u"overview-targets"_s).size(), 3);
        QTRY_VERIFY(!isInk(targets));
        QVERIFY2(m_gateway->start(), m_gateway->problem().c_str());
        QTRY_VERIFY_WITH_TIMEOUT(person().lacks(u"connection-bar"_s), 12'000);
        QVERIFY(person().see(u"gateway"_s)->accessibleName().contains(u"Live"_s));
        QTRY_VERIFY(isInk(targets));
        QVERIFY(person().click(u"rail-runs"_s));
        QTRY_VERIFY(!runIds().isEmpty());
        const QString id = reply(u"Are you there again?"_s);
        QTRY_COMPARE(runIds().value(0), id);
    }

    void aGatewayThatIsKilledComesBackTheSame() {
        QVERIFY(person().click(u"rail-runs"_s));
        const QString id = reply(u"Once more"_s);
        QTRY_COMPARE(runIds().value(0), id);
        m_gateway->kill();
        QVERIFY(person().see(u"connection-bar"_s));
        QVERIFY2(m_gateway->start(), m_gateway->problem().c_str());
        QTRY_VERIFY_WITH_TIMEOUT(person().lacks(u"connection-bar"_s), 12'000);
        const QString later = reply(u"And again"_s);
        QTRY_COMPARE(runIds().mid(0, 2), (QStringList{later, id}));
    }

    void aViewerIsOfferedNothingThatIsRefused() {
        const QString token = m_gateway->tokenOf(u"vera"_s, u"viewer"_s);
        m_console.reset();
        open(token);
        const QStringList places{u"overview"_s, u"runs"_s, u"runs/"_s + reply(u"Look"_s), u"prompts/support-reply"_s, u"prompts/support-reply?tab=versions"_s, u"prompts/support-reply?tab=diff"_s, u"prompts/support-reply?tab=tests"_s,
                                 u"workflows/support-reply"_s, u"workflows/support-reply/edit"_s, u"workflows/support-reply/versions"_s, u"workflows/support-reply/runs"_s, u"routes/route/starter"_s, u"routes/policy/default"_s,
                                 u"routes/provider/sandbox"_s, u"templates/summary"_s, u"metrics"_s, u"settings/providers/sandbox"_s, u"settings/keys"_s, u"settings/tokens"_s, u"settings/sandbox"_s, u"settings/about"_s};
        for (const QString& place : places) {
            window().openLink(QUrl(u"signalbox://"_s + place));
            QTRY_VERIFY(m_console->connection.isLive());
            for (const auto& name : {u"prompt-new"_s, u"prompt-save"_s, u"prompt-try"_s, u"prompt-promote"_s, u"message-add"_s, u"test-run"_s, u"test-add"_s, u"workflow-new"_s, u"workflow-save"_s, u"workflow-promote"_s, u"label-move"_s,
                                     u"label-rollback"_s, u"document-save"_s, u"document-promote"_s, u"template-use"_s, u"template-import"_s, u"template-save-as"_s, u"template-delete"_s, u"provider-add"_s, u"provider-save"_s,
                                     u"provider-check"_s, u"key-create"_s, u"key-revoke"_s, u"token-create"_s, u"token-revoke"_s, u"reset-breaker"_s})
                QVERIFY2(person().lacks(name), qPrintable(place + u": "_s + name));
            for (const auto& text : {u"New"_s, u"Make this version live"_s, u"Show what was said"_s, u"Add a case…"_s, u"Revoke…"_s}) QVERIFY2(!person().isOffered(text), qPrintable(place + u": "_s + text));
            const auto editors = window().findChildren<QPlainTextEdit*>();
            for (const QPlainTextEdit* editor : editors) QVERIFY2(!editor->isVisible() || editor->isReadOnly(), qPrintable(place + u": "_s + editor->accessibleName()));
            if (place == u"settings/tokens") continue; // says itself that they are not for viewers
            pressEverything();
            for (const QLabel* label : window().findChildren<QLabel*>()) QVERIFY2(!label->isVisible() || !label->text().contains(u"This takes the role"_s), qPrintable(place + u": "_s + label->text()));
        }
    }

private:
    void open(const QString& token) {
        m_console = std::make_unique<test::ConsoleOnGateway>(*m_gateway, token);
        m_person = std::make_unique<test::Person>(*m_console->window);
        QVERIFY(m_console->goLive());
    }
    ui::MainWindow& window() { return *m_console->window; }
    const test::Person& person() const { return *m_person; }
    /// Whether something is drawn as dark as text is.
    static bool isInk(QWidget* widget) {
        const QImage image = widget->window()->grab(QRect(widget->mapTo(widget->window(), QPoint()), widget->size())).toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (qGray(image.pixel(x, y)) < 90) return true;
        return false;
    }
    /// All buttons that are offered in the panel, but those that leave it.
    void pressEverything() {
        const QString panel = window().currentPanelId();
        const auto buttons = person().see(u"panel-"_s + panel)->findChildren<QAbstractButton*>();
        QList<QPointer<QAbstractButton>> offered;
        for (QAbstractButton* button : buttons)
            if (button->isVisible() && button->isEnabled()) offered << button;
        // Dialogs are closed again.
        QTimer closing;
        connect(&closing, &QTimer::timeout, &closing, [] {
            for (QWidget* over : {QApplication::activeModalWidget(), QApplication::activePopupWidget()})
                if (over) over->close();
        });
        closing.start(5);
        for (const auto& button : std::as_const(offered)) {
            const auto* tool = qobject_cast<QToolButton*>(button);
            const auto* push = qobject_cast<QPushButton*>(button);
            if (!button || !button->isVisible() || !button->isEnabled() || window().currentPanelId() != panel || (tool && tool->menu()) || (push && push->menu())) continue;
            button->click();
            QTest::qWait(1);
        }
        QTRY_VERIFY(m_console->connection.isLive());
    }
    QString reply(const QString& message) const { return m_gateway->run(u"support-reply"_s, {{"message"_L1, message}}); }

    QStringList runIds() {
        auto* runs = person().see<QTableView>(u"runs"_s);
        QStringList ids;
        for (int row = 0; runs && row < runs->model()->rowCount(); ++row) {
            const QVariant id = runs->model()->index(row, 0).data(Qt::UserRole + 1);
            ids << id.toJsonObject().value("id"_L1).toString();
        }
        return ids;
    }

    std::unique_ptr<test::RealGateway> m_gateway;
    std::unique_ptr<test::ConsoleOnGateway> m_console;
    std::unique_ptr<test::Person> m_person;
};

QTEST_MAIN(RealCallsTest)
#include "tst_real_calls.moc"
