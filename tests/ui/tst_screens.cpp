#include "tests/support/fake_data.h"
#include "tests/ui/ui_fixture.h"
#include "ui/shell/language.h"
#include "ui/shell/panels.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QScrollArea>
#include <QScrollBar>
#include <QListWidget>
#include <QMenu>
#include <QSet>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// A picture of every panel in both themes. They are looked at by people; the test itself only holds that there is something on them.
class ScreensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        test::prepareApplication();
        // SIGNALBOX_LANGUAGE=de: the same pictures in German.
        if (const QString language = qEnvironmentVariable("SIGNALBOX_LANGUAGE"); !language.isEmpty()) {
            QLocale::setDefault(QLocale(language));
            ui::speakLanguageOf(QLocale());
        }
        const QString wanted = qEnvironmentVariable("SIGNALBOX_SCREENS");
        m_folder = wanted.isEmpty() ? m_temporary.path() : wanted;
        QVERIFY(QDir().mkpath(m_folder));
    }

    void everyPanelIsDrawn_data() {
        QTest::addColumn<QString>("panel");
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("textScale");
        QTest::addColumn<QString>("name");
        const auto panels = ui::allPanels();
        QVERIFY(!panels.isEmpty());
        for (const ui::PanelDescription& panel : panels) {
            const auto row = [&](ui::Scheme scheme, int textScale, const QString& name) {
                QTest::newRow(qPrintable(name)) << panel.id << static_cast<int>(scheme) << textScale << name;
            };
            row(ui::Scheme::Light, 100, panel.id + u"-light"_s);
            row(ui::Scheme::Dark, 100, panel.id + u"-dark"_s);
            row(ui::Scheme::Light, 150, panel.id + u"-light-150"_s);
            row(ui::Scheme::HighContrast, 100, panel.id + u"-contrast"_s);
        }
    }

    void everyPanelIsDrawn() {
        QFETCH(QString, panel);
        QFETCH(int, scheme);
        QFETCH(int, textScale);
        QFETCH(QString, name);
        ui::Theme::current().setScheme(static_cast<ui::Scheme>(scheme));
        ui::Theme::current().setTextScale(textScale);
        test::ConsoleOnFake console({1360, 850});
        QVERIFY(console.goLive());
        QVERIFY(console.window->showPanel(panel));
        settle(console);
        for (int second = 0; second < 30; ++second) {
            QJsonObject overview = test::overviewData();
            QJsonObject totals = overview.value("totals"_L1).toObject();
            totals.insert("first_token_p50_ms"_L1, 290 + second * 7 % 60);
            totals.insert("end_to_end_p50_ms"_L1, 1400 + second * 31 % 200);
            totals.insert("cost_usd_per_h"_L1, QString::number(14 + second * 3 % 4));
            totals.insert("calls_per_s"_L1, 34 + second * 5 % 7);
            overview.insert("totals"_L1, totals);
            console.control.sendEvent("second", overview);
        }
        settle(console);
        selectSomething(console);
        settle(console);
        take(console, name);
    }

    void everyTabOfAPromptIsDrawn_data() {
        QTest::addColumn<QString>("link");
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("textScale");
        const QList<QPair<const char*, const char*>> places{{"edit", "support-reply?tab=edit"},   {"versions", "support-reply?tab=versions"},   {"diff", "support-reply?diff=7..8"},
                                                            {"try", "support-reply?tab=try"},     {"tests", "support-reply?tab=tests"},         {"approval", "moderation?tab=versions"},
                                                            {"rollout", "ticket-triage?diff=2..3"}, {"promote", "support-reply?tab=edit"},      {"part", "house-style?tab=edit"},
                                                            {"protect", "support-reply?tab=versions"}};
        for (const auto& [name, link] : places) {
            QTest::addRow("%s-light", name) << QString::fromLatin1(link) << static_cast<int>(ui::Scheme::Light) << 100;
            QTest::addRow("%s-dark", name) << QString::fromLatin1(link) << static_cast<int>(ui::Scheme::Dark) << 100;
            QTest::addRow("%s-light-150", name) << QString::fromLatin1(link) << static_cast<int>(ui::Scheme::Light) << 150;
            QTest::addRow("%s-contrast", name) << QString::fromLatin1(link) << static_cast<int>(ui::Scheme::HighContrast) << 100;
        }
        QTest::addRow("diff-light-200") << u"support-reply?diff=7..8"_s << static_cast<int>(ui::Scheme::Light) << 200;
    }

    void everyTabOfAPromptIsDrawn() {
        QFETCH(QString, link);
        QFETCH(int, scheme);
        QFETCH(int, textScale);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        ui::Theme::current().setScheme(static_cast<ui::Scheme>(scheme));
        ui::Theme::current().setTextScale(textScale);
        test::ConsoleOnFake console({1440, 900});
        QVERIFY(console.goLive());
        console.window->openLink(QUrl(u"signalbox://prompts/"_s + link));
        settle(console);
        if (name.startsWith(u"try"_s)) {
            auto* runs = console.window->findChild<QComboBox*>(u"try-run-choice"_s);
            QVERIFY(runs && runs->count() > 1);
            runs->setCurrentIndex(1);
            Q_EMIT runs->activated(1);
            settle(console);
            check(console, u"try-models"_s, {u"openai-main/gpt-4o-mini"_s, u"anthropic-main/claude-haiku"_s});
            check(console, u"try-versions"_s, {u"Draft, as in the editor"_s, u"Version 7 (production)"_s});
            console.window->findChild<QAbstractButton*>(u"try-start"_s)->click();
            settle(console);
            QTest::qWait(600);
        }
        if (name.startsWith(u"promote"_s)) {
            console.window->findChild<QAbstractButton*>(u"prompt-promote"_s)->click();
            settle(console);
        }
        if (name.startsWith(u"protect"_s)) {
            const auto actions = console.window->findChild<QToolButton*>(u"prompt-more"_s)->menu()->actions();
            for (QAction* action : actions)
                if (action->text() == u"Protect label…"_s) action->trigger();
        }
        settle(console);
        take(console, u"prompts-"_s + name);
    }

    void everySettingsPageIsDrawn_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("textScale");
        for (const char* page : {"providers", "keys", "tokens", "sandbox", "appearance", "about"}) {
            QTest::addRow("%s-light", page) << QString::fromLatin1(page) << static_cast<int>(ui::Scheme::Light) << 100;
            QTest::addRow("%s-dark", page) << QString::fromLatin1(page) << static_cast<int>(ui::Scheme::Dark) << 100;
            QTest::addRow("%s-light-150", page) << QString::fromLatin1(page) << static_cast<int>(ui::Scheme::Light) << 150;
        }
    }

    void everySettingsPageIsDrawn() {
        QFETCH(QString, page);
        QFETCH(int, scheme);
        QFETCH(int, textScale);
        ui::Theme::current().setScheme(static_cast<ui::Scheme>(scheme));
        ui::Theme::current().setTextScale(textScale);
        test::ConsoleOnFake console({1360, 850});
        QVERIFY(console.goLive());
        console.window->openLink(ui::linkTo(u"settings"_s, {page}));
        settle(console);
        take(console, u"settings-"_s + QString::fromLatin1(QTest::currentDataTag()));
    }

    void everyPageOfAWorkflowIsDrawn_data() {
        QTest::addColumn<QString>("link");
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("textScale");
        const auto rows = [](const char* name, const QString& link) {
            QTest::addRow("%s-light", name) << link << static_cast<int>(ui::Scheme::Light) << 100;
            QTest::addRow("%s-dark", name) << link << static_cast<int>(ui::Scheme::Dark) << 100;
            QTest::addRow("%s-light-150", name) << link << static_cast<int>(ui::Scheme::Light) << 150;
            QTest::addRow("%s-light-200", name) << link << static_cast<int>(ui::Scheme::Light) << 200;
        };
        for (const char* page : {"contract", "policy", "runs", "call", "try", "edit", "versions"})
            rows(qPrintable(u"workflow-"_s + QLatin1StringView(page)), u"signalbox://workflows/support-reply/"_s + QLatin1StringView(page));
        rows("workflow-promote", u"signalbox://workflows/support-reply/versions"_s);
        rows("workflow-protected", u"signalbox://workflows/content-moderation/versions"_s);
        rows("runs-marked", u"signalbox://runs?workflow=support-reply&trial=any"_s);
        rows("template-preview", u"signalbox://templates/support-reply"_s);
        rows("template-use", u"signalbox://templates/ticket-triage"_s);
        rows("template-save", u"signalbox://templates?from=support-reply"_s);
        rows("run-story", u"signalbox://runs/run_0WORKFLOW0001"_s);
    }

    void everyPageOfAWorkflowIsDrawn() {
        QFETCH(QString, link);
        QFETCH(int, scheme);
        QFETCH(int, textScale);
        ui::Theme::current().setScheme(static_cast<ui::Scheme>(scheme));
        ui::Theme::current().setTextScale(textScale);
        test::ConsoleOnFake console({1360, 850});
        QVERIFY(console.goLive());
        console.window->openLink(QUrl(link));
        settle(console);
        // What a click adds to the page.
        for (const QString& name : {u"trial-run"_s, u"story-show"_s})
            if (auto* button = console.window->findChild<QAbstractButton*>(name); button && button->isVisible()) button->click();
        if (QByteArray(QTest::currentDataTag()).startsWith("workflow-promote")) {
            console.window->findChild<QTableView*>(u"workflow-versions"_s)->selectRow(0);
            console.window->findChild<QAbstractButton*>(u"label-stages"_s)->click();
        }
        if (QByteArray(QTest::currentDataTag()).startsWith("template-use")) console.window->findChild<QAbstractButton*>(u"template-use"_s)->click();
        settle(console);
        if (QByteArray(QTest::currentDataTag()).startsWith("run-story")) {
            const auto areas = console.window->findChildren<QScrollArea*>();
            for (QScrollArea* area : areas)
                if (area->isVisible() && area->accessibleName() == u"Detail"_s) area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum() * 6 / 10);
        }
        settle(console);
        take(console, QString::fromLatin1(QTest::currentDataTag()));
        ui::Theme::current().setTextScale(100);
    }

    void theLostConnectionIsDrawn() {
        ui::Theme::current().setScheme(ui::Scheme::Light);
        ui::Theme::current().setTextScale(100);
        test::ConsoleOnFake console;
        QVERIFY(console.goLive());
        settle(console);
        console.control.die();
        QTRY_COMPARE(console.connection.state(), client::Connection::State::Lost);
        settle(console);
        take(console, u"lost-light"_s);
    }

    void theFirstStartIsDrawn() {
        ui::Theme::current().setScheme(ui::Scheme::Dark);
        test::ConsoleOnFake console;
        console.control.answer("GET", u"/runs"_s, {200, QJsonObject{{"items"_L1, QJsonArray()}, {"next"_L1, QJsonValue()}}});
        QVERIFY(console.goLive());
        console.window->showPanel(u"overview"_s);
        settle(console);
        take(console, u"first-start-dark"_s);
        console.window->openPalette();
        settle(console);
        take(console, u"palette-dark"_s);
    }

    void theHelpIsDrawn() {
        ui::Theme::current().setScheme(ui::Scheme::Light);
        test::ConsoleOnFake console;
        QVERIFY(console.goLive());
        console.window->toggleHelp();
        QTest::keyClick(console.window.get(), Qt::Key_Question);
        settle(console);
        take(console, u"help-light"_s);
    }

private:
    /// Until the requests of the panel are answered and painted.
    static void settle(test::ConsoleOnFake& console) {
        int seen = -1;
        for (int quiet = 0; quiet < 3;) {
            QTest::qWait(40);
            const int now = static_cast<int>(console.control.requests().size());
            quiet = now == seen ? quiet + 1 : 0;
            seen = now;
        }
    }

    static void check(test::ConsoleOnFake& console, const QString& list, const QStringList& wanted) {
        auto* widget = console.window->findChild<QListWidget*>(list);
        for (int at = 0; at < widget->count(); ++at) widget->item(at)->setCheckState(wanted.contains(widget->item(at)->text()) ? Qt::Checked : Qt::Unchecked);
    }

    static void selectSomething(test::ConsoleOnFake& console) {
        const auto tables = console.window->findChildren<QTableView*>();
        for (QTableView* table : tables)
            if (table->isVisible() && table->model() && table->model()->rowCount() > 0) {
                table->selectRow(std::min(1, table->model()->rowCount() - 1));
                return;
            }
    }

    void take(test::ConsoleOnFake& console, const QString& name) {
        const QImage image = console.window->grab().toImage();
        QVERIFY(image.width() >= 1300);
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3) colors.insert(image.pixel(x, y));
        QVERIFY2(colors.size() > 12, qPrintable(u"%1 is nearly blank: %2 colours"_s.arg(name).arg(colors.size())));
        QVERIFY(image.save(m_folder + u'/' + name + u".png"_s));
    }

    QTemporaryDir m_temporary;
    QString m_folder;
};

QTEST_MAIN(ScreensTest)
#include "tst_screens.moc"
