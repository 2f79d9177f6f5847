#include "app/console/console.h"

#include "ui/shell/panels.h"

#include <QStandardPaths>
#include <QTimer>

#include <csignal>
#include <sys/prctl.h>

namespace signalbox::app {

using namespace Qt::StringLiterals;

Console::Console(const ConsoleOptions& options, const QString& gatewayProgram)
    : m_options(options), m_program(gatewayProgram), m_tokens(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)),
      m_gateways(m_tokens), m_gateway(gatewayProgram, options.dataDirectory) {
    const ui::PanelContext context{m_connection, m_timeRange, options.server.isEmpty() ? options.dataDirectory : QString(),
                                   options.server.isEmpty() ? &m_gateways : nullptr};
    m_window = std::make_unique<ui::MainWindow>(context, ui::allPanels());

    connect(&m_gateways, &client::Gateways::chosenChanged, this, &Console::connectTo);
    connect(&m_gateway, &GatewayProcess::ready, this, [this](const QUrl& url, const QString& token) {
        m_window->clearGatewayProblem();
        m_connection.open(url, token, tr("This computer"));
        if (m_options.demo) playDemo(url, m_gateway.tokenFile());
    });
    // A gateway that an earlier console left running is nobody's child: when it goes, it is started again like one's own.
    connect(&m_connection, &client::Connection::stateChanged, this, [this] {
        const bool embedded = m_options.server.isEmpty() && m_gateways.chosen() == client::Gateways::embedded;
        if (embedded && m_connection.state() == client::Connection::State::Lost && !m_gateway.isOwnChild()) m_gateway.start();
    });
    connect(&m_gateway, &GatewayProcess::startedAgain, this, [this](const QString& reason) {
        if (m_gateways.chosen() == client::Gateways::embedded) m_window->showMessage(tr("The gateway ended and was started again. %1").arg(reason));
    });
    connect(&m_gateway, &GatewayProcess::failed, this, [this](const QString& title, const QString& reason, const QString& log) {
        if (m_gateways.chosen() != client::Gateways::embedded) return;
        m_window->showGatewayProblem(title, reason, log, tr("Start it again"), [this] { startEmbedded(); });
    });
}

Console::~Console() {
    m_window.reset();
    m_connection.close();
    // The demo first: it puts back what it changed, which needs the gateway.
    if (m_demo.state() != QProcess::NotRunning) {
        m_demo.terminate();
        if (!m_demo.waitForFinished(3000)) m_demo.kill();
        m_demo.waitForFinished(1000);
    }
    m_gateway.stop();
}

void Console::start() {
    if (!m_options.server.isEmpty()) {
        const QUrl url = QUrl::fromUserInput(m_options.server);
        const QString problem = client::Gateways::problemWith(url);
        if (!problem.isEmpty()) {
            m_window->showGatewayProblem(tr("%1 is not shown.").arg(m_options.server), problem, {}, {}, {});
            return;
        }
        m_connection.open(url, firstLineOf(m_options.tokenFile), url.authority());
        if (m_options.demo) playDemo(url, m_options.tokenFile);
        return;
    }
    connectTo(m_gateways.chosen());
}

void Console::connectTo(const QString& gatewayId) {
    m_window->clearGatewayProblem();
    const client::RemoteGateway* remote = m_gateways.remote(gatewayId);
    if (!remote) {
        startEmbedded();
        return;
    }
    m_connection.close();
    m_tokens.read(gatewayId, [this, gateway = *remote](const QString& token) {
        if (m_gateways.chosen() == gateway.id) m_connection.open(gateway.url, token, gateway.name);
    });
}

void Console::startEmbedded() {
    m_window->clearGatewayProblem();
    m_gateway.start();
}

void Console::playDemo(const QUrl& url, const QString& tokenFile) {
    if (m_demo.state() != QProcess::NotRunning) return;
    // It ends with the console, also when that is killed: nobody would end it else.
    m_demo.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_demo.setProcessChannelMode(QProcess::ForwardedChannels);
    m_demo.start(m_program, {u"demo"_s, u"--server"_s, url.toString(), u"--token-file"_s, tokenFile, u"--data"_s, m_options.dataDirectory},
                 QIODevice::ReadOnly);
}

} // namespace signalbox::app
