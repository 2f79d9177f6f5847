#pragma once

#include "app/console/gateway_process.h"
#include "core/client/connection.h"
#include "core/client/gateways.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/time_range.h"

#include <QProcess>

#include <memory>

namespace signalbox::app {

/// The command line of `signalbox`.
struct ConsoleOptions {
    QString server;        ///< a gateway to show instead of the remembered one
    QString tokenFile;     ///< ... and the file with its access token
    QString dataDirectory; ///< of this computer's own gateway
    bool demo = false;     ///< play the recorded workload
};

/// Puts together the window, the connection behind it, and the gateway process where it is this computer's own.
class Console : public QObject {
    Q_OBJECT

public:
    Console(const ConsoleOptions& options, const QString& gatewayProgram);
    ~Console() override;

    void start();
    ui::MainWindow& window() { return *m_window; }

private:
    void connectTo(const QString& gatewayId);
    void startEmbedded();
    void playDemo(const QUrl& url, const QString& tokenFile);

    ConsoleOptions m_options;
    QString m_program;
    client::TokenStore m_tokens;
    client::Gateways m_gateways;
    client::Connection m_connection;
    ui::TimeRange m_timeRange;
    GatewayProcess m_gateway;
    QProcess m_demo;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace signalbox::app
