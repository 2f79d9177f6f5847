#include "tests/ui/ui_fixture.h"

#include "ui/shell/panels.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QSettings>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

void prepareApplication() {
    static QTemporaryDir settings;
    // Drafts are of this run alone too, whatever else runs at the same time.
    qputenv("XDG_DATA_HOME", settings.path().toLocal8Bit());
    QApplication::setApplicationName(u"signalbox-test"_s);
    QApplication::setOrganizationName(u"signalbox"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    ui::Theme::current().setScheme(ui::Scheme::Light);
    ui::Theme::current().install(*qApp);
}

ConsoleOnFake::ConsoleOnFake(QSize size) : tokens(directory.path()), gateways(tokens) {
    tokens.useFileOnly();
    window = std::make_unique<ui::MainWindow>(
        ui::PanelContext{connection, timeRange, u"/home/kim/.local/share/signalbox"_s, &gateways}, ui::allPanels());
    window->resize(size);
    window->show();
}

ConsoleOnFake::~ConsoleOnFake() {
    window.reset();
}

bool ConsoleOnFake::goLive() {
    connection.open(control.url(), FakeControl::token(), u"This computer"_s);
    return QTest::qWaitFor([this] { return connection.isLive() && connection.role() != client::Role::None; }, 10'000);
}

} // namespace signalbox::test
