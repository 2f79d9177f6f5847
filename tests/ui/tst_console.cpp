#include "core/client/resources.h"
#include "tests/support/fake_data.h"
#include "tests/ui/ui_fixture.h"
#include "ui/overview/targets.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/language.h"
#include "ui/shell/panels.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTranslator>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Real windows, clicked and typed into, on a control plane that is not the real one.
class ConsoleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::prepareApplication(); }
    void init() {
        QSettings().clear();
        m_console = std::make_unique<test::ConsoleOnFake>();
        QVERIFY(m_console->goLive());
    }
    void cleanup() { m_console.reset(); }

    void theRailAndItsKeysOpenThePanels() {
        const auto panels = ui::allPanels();
        for (const ui::PanelDescription& panel : panels) {
            click(u"rail-"_s + panel.id);
            QCOMPARE(window().currentPanelId(), panel.id);
            QVERIFY(find<QWidget>(u"panel-"_s + panel.id)->isVisible());
        }
        QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(window().currentPanelId(), u"overview"_s);
        QTest::keyClick(&window(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window().currentPanelId(), u"runs"_s);
    }

    void itSpeaksTheLanguageOfTheSystem() {
        const auto forget = qScopeGuard([] {
            const auto words = qApp->findChildren<QTranslator*>();
            qDeleteAll(words);
        });
        ui::speakLanguageOf(QLocale(u"en_US"_s));
        QCOMPARE(ui::MainWindow::tr("Runs"), u"Runs"_s);
        QCOMPARE(QCoreApplication::translate("signalbox::ui::RunsPanel", "%n new run(s)", nullptr, 1), u"1 new run"_s);
        ui::speakLanguageOf(QLocale(u"de_DE"_s));
        QCOMPARE(ui::MainWindow::tr("Runs"), u"Läufe"_s);
        QCOMPARE(QCoreApplication::translate("signalbox::ui::RunsPanel", "%n new run(s)", nullptr, 2), u"2 neue Läufe"_s);
        // Words of functions that are of no class, which are looked for by another way.
        QCOMPARE(ui::statusOf(u"healthy"_s).word, u"In Ordnung"_s);
        QCOMPARE(ui::format::usd(u"14.83"_s), u"14.83 $"_s);
    }

    void everythingThatTakesTheFocusHasAnAccessibleName() {
        const auto panels = ui::allPanels();
        for (const ui::PanelDescription& panel : panels) {
            window().showPanel(panel.id);
            const auto widgets = window().findChildren<QWidget*>();
            for (QWidget* widget : widgets) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
                if (widget->metaObject() == &QWidget::staticMetaObject) continue; // a container that shows nothing of its own
                const auto* button = qobject_cast<QAbstractButton*>(widget);
                const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || !widget->toolTip().isEmpty() ||
                                   widget->objectName().startsWith(u"qt_"_s) || qobject_cast<QLineEdit*>(widget->focusProxy());
                if (!named) unnamed.insert(panel.id + u": "_s + QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
            }
        }
        QVERIFY2(unnamed.isEmpty(), qPrintable(QStringList(unnamed.values()).join(u"; "_s)));
    }

    void thePaletteFindsPanelsAndRuns() {
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        auto* input = find<QLineEdit>(u"palette-input"_s);
        QVERIFY(input->isVisible());
        QTest::keyClicks(input, u"gosett"_s);
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(window().currentPanelId(), u"settings"_s);
        QVERIFY(!input->isVisible());

        const QString id = test::runData(3).value("id"_L1).toString();
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(input, id);
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(window().currentPanelId(), u"runs"_s);
        QTRY_VERIFY(m_console->control.count("GET", u"/runs/"_s + id) > 0);

        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(input, u"zzzzqqqq"_s);
        QVERIFY(!find<QListView>(u"palette-list"_s)->isVisible());
        QTest::keyClick(input, Qt::Key_Escape);
        QVERIFY(!input->isVisible());
    }

    void fuzzyMatchesPreferTheBeginningsOfWords_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("initials") << u"rap"_s << u"Go to Routes and policies"_s << u"Show the graph"_s;
        QTest::newRow("in a row") << u"runs"_s << u"Go to Runs"_s << u"Health of our unused servers"_s;
        QTest::newRow("none at all") << u"xyz"_s << QString() << u"Go to Runs"_s;
    }
    void fuzzyMatchesPreferTheBeginningsOfWords() {
        QFETCH(QString, pattern);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        if (better.isEmpty())
            QCOMPARE(ui::fuzzyScore(pattern, worse), 0);
        else
            QVERIFY(ui::fuzzyScore(pattern, better) > ui::fuzzyScore(pattern, worse));
    }

    void aLostConnectionSaysSinceWhenAndComesBack() {
        auto* bar = find<ui::MessageBar>(u"connection-bar"_s);
        QVERIFY(!bar->isShown());
        QTRY_COMPARE(find<QTableView>(u"overview-targets"_s)->model()->rowCount(), 6);
        m_console->control.die();
        QTRY_VERIFY(bar->isShown());
        const QString since = m_console->connection.lostSince().toLocalTime().toString(u"HH:mm:ss"_s);
        QVERIFY2(bar->title().contains(since), qPrintable(bar->title()));
        QVERIFY(find<QWidget>(u"gateway"_s)->accessibleName().contains(u"Lost"_s));
        // What was there can still be read.
        QCOMPARE(find<QTableView>(u"overview-targets"_s)->model()->rowCount(), 6);
        m_console->control.revive();
        QTRY_VERIFY_WITH_TIMEOUT(!bar->isShown(), 15'000);
        QVERIFY(find<QWidget>(u"gateway"_s)->accessibleName().contains(u"Live"_s));
    }

    void theOverviewIsAliveAndKeepsTheChosenTarget() {
        auto* table = find<QTableView>(u"overview-targets"_s);
        QTRY_COMPARE(table->model()->rowCount(), 6);
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        table->selectRow(1);
        auto* reset = find<QPushButton>(u"reset-breaker"_s);
        QVERIFY(reset->isVisible());

        QJsonObject overview = test::overviewData();
        QJsonArray targets = overview.value("targets"_L1).toArray();
        QJsonObject first = targets[0].toObject();
        first.insert("calls_per_s"_L1, 77.7);
        targets[0] = first;
        targets.append(QJsonObject{{"provider"_L1, "new"_L1}, {"model"_L1, "one"_L1}, {"state"_L1, "idle"_L1}});
        overview.insert("targets"_L1, targets);
        m_console->control.sendEvent("second", overview);
        QTRY_COMPARE(table->model()->rowCount(), 7);
        QCOMPARE(table->model()->index(0, 2).data().toString(), u"77.7/s"_s);
        QCOMPARE(table->selectionModel()->selectedRows().first().row(), 1);

        QTest::mouseClick(reset, Qt::LeftButton);
        QTRY_COMPARE(m_console->control.count("POST", u"/targets/openai-main/gpt-4o/reset-breaker"_s), 1);
    }

    void theFirstStartShowsHowToCall() {
        m_console.reset();
        m_console = std::make_unique<test::ConsoleOnFake>();
        m_console->control.answer("GET", u"/runs"_s, {200, QJsonObject{{"items"_L1, QJsonArray()}, {"next"_L1, QJsonValue()}}});
        QVERIFY(m_console->goLive());
        auto* card = find<QWidget>(u"first-call"_s);
        QTRY_VERIFY(card->isVisible());
        bool named = false;
        const auto texts = card->findChildren<QPlainTextEdit*>();
        for (const QPlainTextEdit* text : texts) {
            QVERIFY(!text->toPlainText().contains(u"sbk_"_s));
            named |= text->toPlainText().contains(m_console->control.url().toString());
        }
        QVERIFY(named);
        m_console->control.sendEvent("run", {{"runs"_L1, QJsonArray{test::runData(0)}}, {"skipped"_L1, 0}});
        QTRY_VERIFY(!card->isVisible());
    }

    void aProvidersKeyIsSentOnceBoundToItsHostAndNotKept() {
        window().openLink(QUrl(u"signalbox://settings/providers/openai-main"_s));
        auto* key = shown<QLineEdit>(u"provider-key"_s);
        QVERIFY(key);
        QTest::keyClicks(key, u"sk-live-123"_s);
        QTest::mouseClick(shown<QPushButton>(u"provider-save"_s), Qt::LeftButton);
        QTRY_COMPARE(m_console->control.count("POST", u"/documents"_s), 1);
        const auto secret = m_console->control.last("PUT", u"/secrets/openai-main"_s);
        QCOMPARE(secret.body.value("value"_L1).toString(), u"sk-live-123"_s);
        QCOMPARE(secret.body.value("bound_to"_L1).toString(), u"https://api.openai.com:443"_s);
        const auto document = m_console->control.last("POST", u"/documents"_s);
        QVERIFY(!QJsonDocument(document.body).toJson().contains("sk-live"));
        QCOMPARE(document.body.value("spec"_L1)["credential"_L1].toString(), u"secret:openai-main"_s);
        // What the form does not show is as it was.
        QCOMPARE(document.body.value("spec"_L1)["models"_L1][0]["quality"_L1].toDouble(), 0.72);
        QTRY_COMPARE(key->text(), QString());
    }

    void aChangedAddressTakesItsKeyAnew() {
        window().openLink(QUrl(u"signalbox://settings/providers/openai-main"_s));
        auto* url = shown<QLineEdit>(u"provider-url"_s);
        QVERIFY(url);
        url->selectAll();
        QTest::keyClicks(url, u"https://evil.example.com/v1"_s);
        QTest::mouseClick(shown<QPushButton>(u"provider-save"_s), Qt::LeftButton);
        QVERIFY(shown<QLineEdit>(u"provider-key"_s)->property("invalid").toBool());
        QTest::qWait(100);
        QCOMPARE(m_console->control.count("POST", u"/documents"_s), 0);
    }

    void violationsStandAtTheirFieldsAndNothingIsLost() {
        m_console->control.answer("POST", u"/documents"_s,
                                  {400, test::errorBody(u"invalid_request"_s, u"The document is not valid."_s,
                                                        {QJsonObject{{"pointer"_L1, "/spec/region"_L1}, {"message"_L1, "A region is one word."_L1}}})});
        window().openLink(QUrl(u"signalbox://settings/providers/openai-main"_s));
        auto* region = shown<QLineEdit>(u"provider-region"_s);
        QVERIFY(region);
        region->selectAll();
        QTest::keyClicks(region, u"two words"_s);
        QTest::mouseClick(shown<QPushButton>(u"provider-save"_s), Qt::LeftButton);
        QTRY_VERIFY(region->property("invalid").toBool());
        QCOMPARE(region->accessibleDescription(), u"A region is one word."_s);
        QCOMPARE(region->text(), u"two words"_s);
    }

    void unsavedEditsSurviveLeavingRefreshingAndALostConnection() {
        window().openLink(QUrl(u"signalbox://settings/providers/openai-main"_s));
        auto* region = shown<QLineEdit>(u"provider-region"_s);
        QVERIFY(region);
        region->selectAll();
        QTest::keyClicks(region, u"eu"_s);
        click(u"rail-overview"_s);
        click(u"rail-settings"_s);
        QTest::keyClick(&window(), Qt::Key_F5);
        const int before = m_console->control.count("GET", u"/documents"_s);
        m_console->control.die();
        QTRY_COMPARE(m_console->connection.state(), client::Connection::State::Lost);
        m_console->control.revive();
        QTRY_VERIFY_WITH_TIMEOUT(m_console->connection.isLive(), 15'000);
        QTRY_VERIFY(m_console->control.count("GET", u"/documents"_s) > before);
        QTest::qWait(200);
        QCOMPARE(region->text(), u"eu"_s);
        // Another provider has its own form; coming back, the edit is still there.
        auto* table = find<QTableView>(u"settings-providers"_s);
        table->selectRow(0);
        table->selectRow(1);
        QTest::qWait(100);
        QCOMPARE(region->text(), u"eu"_s);
        QVERIFY(region->isVisible());
    }

    void aNewKeyIsShownOnce() {
        window().openLink(QUrl(u"signalbox://settings/keys"_s));
        QTest::keyClicks(shown<QLineEdit>(u"key-name"_s), u"mobile-app"_s);
        click(u"key-create"_s);
        auto* page = find<QWidget>(u"panel-settings"_s);
        const auto secret = [page] {
            const auto texts = page->findChildren<QPlainTextEdit*>();
            for (const QPlainTextEdit* text : texts)
                if (text->isVisible() && text->toPlainText().startsWith(u"sbk_"_s)) return text->toPlainText();
            return QString();
        };
        QTRY_VERIFY(!secret().isEmpty());
        QCOMPARE(m_console->control.last("POST", u"/keys"_s).body.value("name"_L1).toString(), u"mobile-app"_s);
        click(u"key-copied"_s);
        QVERIFY(secret().isEmpty());
        const auto texts = page->findChildren<QPlainTextEdit*>();
        for (const QPlainTextEdit* text : texts) QVERIFY(!text->toPlainText().contains(u"sbk_"_s));
    }

    void keysSayWhenTheyWereUsedLast() {
        window().openLink(QUrl(u"signalbox://settings/keys"_s));
        auto* keys = shown<QTableView>(u"settings-keys"_s);
        QTRY_COMPARE(keys->model()->rowCount(), 4);
        QCOMPARE(keys->model()->headerData(3, Qt::Horizontal).toString(), u"Last used"_s);
        QCOMPARE(keys->model()->index(0, 3).data().toString(), ui::format::none());
        QVERIFY(keys->model()->index(1, 3).data().toString().endsWith(u"ago"_s));
    }

    void theKeyThatIsChosenIsRevoked() {
        window().openLink(QUrl(u"signalbox://settings/keys"_s));
        auto* table = shown<QTableView>(u"settings-keys"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        table->selectRow(1);
        click(u"key-revoke"_s);
        QPushButton* sure = nullptr;
        const auto buttons = window().findChildren<QPushButton*>();
        for (QPushButton* button : buttons)
            if (button->isVisible() && button->text() == u"Revoke"_s) sure = button;
        QVERIFY(sure);
        QTest::mouseClick(sure, Qt::LeftButton);
        QTRY_COMPARE(m_console->control.count("DELETE", u"/keys/2"_s), 1);
    }

    void aMessageMovesNothing() {
        window().showPanel(u"runs"_s);
        auto* panel = find<QWidget>(u"panel-runs"_s);
        QTRY_VERIFY(panel->isVisible());
        const QPoint before = panel->mapTo(&window(), QPoint());
        window().showMessage(u"It is saved."_s, [] {});
        auto* bar = find<ui::MessageBar>(u"message-bar"_s);
        QTRY_VERIFY(bar->isVisible() && bar->height() > 30);
        QCOMPARE(panel->mapTo(&window(), QPoint()), before);
        QVERIFY(QRect(QPoint(), bar->parentWidget()->size()).contains(bar->geometry()));
    }

    void theOutageSwitchWorksAtOnce() {
        window().openLink(QUrl(u"signalbox://settings/sandbox"_s));
        auto* outage = find<QCheckBox>(u"sandbox-outage"_s);
        QTRY_VERIFY(outage->isEnabled());
        QTRY_COMPARE(find<QDoubleSpinBox>(u"sandbox-first_token_ms"_s)->value(), 180.0);
        outage->click();
        QTRY_COMPARE(m_console->control.count("PUT", u"/sandbox/sandbox"_s), 1);
        const QJsonObject sent = m_console->control.last("PUT", u"/sandbox/sandbox"_s).body;
        QVERIFY(sent.value("outage"_L1).toBool());
        QCOMPARE(sent.value("first_token_ms"_L1).toDouble(), 180.0);
        QCOMPARE(sent.value("first_token_spread"_L1).toDouble(), 0.35);
    }

    void whatARoleMayNotDoIsNotOffered() {
        m_console.reset();
        m_console = std::make_unique<test::ConsoleOnFake>();
        m_console->control.answer("GET", u"/me"_s, {200, QJsonObject{{"name"_L1, "vera"_L1}, {"role"_L1, "viewer"_L1}}});
        QVERIFY(m_console->goLive());
        auto* table = find<QTableView>(u"overview-targets"_s);
        QTRY_COMPARE(table->model()->rowCount(), 6);
        table->selectRow(1);
        QVERIFY(!find<QPushButton>(u"reset-breaker"_s)->isVisible());
        window().openLink(QUrl(u"signalbox://settings/providers"_s));
        QVERIFY(!find<QPushButton>(u"provider-add"_s)->isVisible());
        window().openLink(QUrl(u"signalbox://settings/sandbox"_s));
        QTest::qWait(100);
        QVERIFY(!find<QCheckBox>(u"sandbox-outage"_s)->isEnabled());
    }

    void aRemoteGatewayIsAddedAndChosen() {
        window().openLink(QUrl(u"signalbox://settings/connections"_s));
        QTest::keyClicks(find<QLineEdit>(u"connection-name"_s), u"Team"_s);
        QTest::keyClicks(find<QLineEdit>(u"connection-url"_s), u"http://team.example.com"_s);
        QTest::keyClicks(find<QLineEdit>(u"connection-token"_s), u"sbt_team"_s);
        click(u"connection-save"_s);
        QVERIFY(find<QLineEdit>(u"connection-url"_s)->property("invalid").toBool());
        QCOMPARE(m_console->gateways.remotes().size(), 0);
        find<QLineEdit>(u"connection-url"_s)->setText(u"https://team.example.com"_s);
        click(u"connection-save"_s);
        QTRY_COMPARE(m_console->gateways.remotes().size(), 1);
        QCOMPARE(find<QLineEdit>(u"connection-token"_s)->text(), QString());
        QSignalSpy chosen(&m_console->gateways, &client::Gateways::chosenChanged);
        find<QListWidget>(u"connection-list"_s)->setCurrentRow(1);
        click(u"connection-use"_s);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(m_console->gateways.chosen(), m_console->gateways.remotes().first().id);
    }

    void helpFollowsThePanel() {
        window().showPanel(u"overview"_s);
        QTest::keyClick(&window(), Qt::Key_F1);
        auto* help = find<QWidget>(u"help"_s);
        QVERIFY(help->isVisible());
        QTest::keyClick(&window(), Qt::Key_F1);
        QVERIFY(!help->isVisible());
    }

    void everyPanelHasAHelpPage() {
        const auto panels = ui::allPanels();
        for (const ui::PanelDescription& panel : panels) QVERIFY2(QFile::exists(u":/help/%1.md"_s.arg(panel.id)), qPrintable(panel.id));
    }

    void textIsReadableInEveryTheme() {
        using ui::Token;
        for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark, ui::Scheme::HighContrast}) {
            ui::Theme::current().setScheme(scheme);
            const auto ratio = [](Token one, Token other) { return ui::Theme::contrast(ui::Theme::current().color(one), ui::Theme::current().color(other)); };
            for (const Token text : {Token::Text, Token::Muted, Token::Accent, Token::Good, Token::Warning, Token::Bad, Token::Held})
                for (const Token behind : {Token::Surface, Token::Raised})
                    QVERIFY2(ratio(text, behind) >= 4.5, qPrintable(u"%1 on %2 in %3: %4"_s.arg(int(text)).arg(int(behind)).arg(int(scheme)).arg(ratio(text, behind))));
            for (const auto& [text, tint] : {std::pair{Token::Good, Token::GoodTint}, std::pair{Token::Warning, Token::WarningTint}, std::pair{Token::Bad, Token::BadTint},
                                             std::pair{Token::Held, Token::HeldTint}, std::pair{Token::OnAccent, Token::Accent}, std::pair{Token::Text, Token::Selection},
                                             std::pair{Token::Muted, Token::Sunken}})
                QVERIFY2(ratio(text, tint) >= 4.5, qPrintable(u"%1 on %2 in %3: %4"_s.arg(int(text)).arg(int(tint)).arg(int(scheme)).arg(ratio(text, tint))));
        }
        ui::Theme::current().setScheme(ui::Scheme::Light);
    }

private:
    ui::MainWindow& window() { return *m_console->window; }

    template <class Widget>
    Widget* find(const QString& name) {
        const auto found = window().findChildren<Widget*>(name);
        if (found.isEmpty()) qFatal("there is no %s", qPrintable(name));
        return found.first();
    }

    /// The one of that name that is on screen, once it is there.
    template <class Widget>
    Widget* shown(const QString& name) {
        Widget* one = nullptr;
        const bool there = QTest::qWaitFor([&] {
            const auto found = window().findChildren<Widget*>(name);
            for (Widget* widget : found)
                if (widget->isVisible() && widget->isEnabled() && (name != u"provider-url"_s || widget->property("text").toString().contains(u"openai"_s))) one = widget;
            const auto names = window().findChildren<QLineEdit*>(u"provider-name"_s);
            if (!name.startsWith(u"provider-"_s)) return one != nullptr;
            for (const QLineEdit* edit : names)
                if (edit->isVisible() && edit->text() == u"openai-main"_s) return one != nullptr;
            return false;
        });
        return there ? one : nullptr;
    }

    void click(const QString& name) {
        auto* button = find<QWidget>(name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<test::ConsoleOnFake> m_console;
    QSet<QString> unnamed;
};

QTEST_MAIN(ConsoleTest)
#include "tst_console.moc"
