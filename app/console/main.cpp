#include "app/console/console.h"
#include "ui/shell/language.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>
#include <QSettings>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using namespace Qt::StringLiterals;

int signalPipe[2];

/// SIGTERM and Ctrl+C close the window like a person would, so that the gateway is stopped too.
void onSignal(int) {
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, 1);
}

QString defaultDataDirectory() {
    const QString base = qEnvironmentVariable("XDG_DATA_HOME");
    return (base.isEmpty() ? QDir::homePath() + u"/.local/share"_s : base) + u"/signalbox"_s;
}

signalbox::app::ConsoleOptions readOptions(const QCoreApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Operations console for AI in production"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption server(u"server"_s, u"Show this gateway instead of starting one."_s, u"URL"_s);
    const QCommandLineOption token(u"token-file"_s, u"File with the access token for --server."_s, u"FILE"_s);
    const QCommandLineOption data(u"data"_s, u"Data directory of this computer's gateway."_s, u"DIR"_s, defaultDataDirectory());
    const QCommandLineOption demo(u"demo"_s, u"Play a recorded workload through simulated vendors."_s);
    parser.addOptions({server, token, data, demo});
    parser.process(application);
    QString tokenFile = parser.value(token);
    if (tokenFile.isEmpty()) tokenFile = parser.value(data) + u"/admin.token"_s;
    return {parser.value(server), tokenFile, QDir(parser.value(data)).absolutePath(), parser.isSet(demo)};
}

} // namespace

int main(int argc, char** argv) {
    QApplication::setApplicationName(u"signalbox"_s);
    QApplication::setOrganizationName(u"signalbox"_s);
    QApplication::setApplicationDisplayName({});
    QApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    // Help needs no display.
    if (std::any_of(argv + 1, argv + argc, [](std::string_view word) { return word == "-h" || word == "--help" || word == "-v" || word == "--version"; })) {
        const QCoreApplication application(argc, argv);
        readOptions(application); // prints, and exits
    }
    QApplication application(argc, argv);
    const signalbox::app::ConsoleOptions options = readOptions(application);

    signalbox::ui::speakLanguageOf(QLocale());
    QSettings settings;
    signalbox::ui::Theme& theme = signalbox::ui::Theme::current();
    theme.setScheme(static_cast<signalbox::ui::Scheme>(settings.value(u"appearance/scheme"_s, 0).toInt()));
    theme.setTextScale(settings.value(u"appearance/textScale"_s, 100).toInt());
    theme.install(application);

    signalbox::app::Console console(options, QApplication::applicationDirPath() + u"/signalboxd"_s);
    // The window first: the gateway starts beside it.
    console.window().show();
    QTimer::singleShot(0, &console, [&console] { console.start(); });

    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) == 0) {
        auto* notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &application);
        QObject::connect(notifier, &QSocketNotifier::activated, &console.window(), [&console] { console.window().close(); });
        std::signal(SIGTERM, onSignal);
        std::signal(SIGINT, onSignal);
    }
    return QApplication::exec();
}
