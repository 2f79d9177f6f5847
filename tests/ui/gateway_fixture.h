#pragma once

#include "core/client/connection.h"
#include "tests/support/gateway_process.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/time_range.h"

#include <QJsonObject>
#include <QUrl>

#include <memory>

namespace signalbox::test {

/// A gateway that answers at once: the real program, its sandbox as fast as it can be.
class RealGateway : public tests::GatewayProcess {
public:
    using tests::GatewayProcess::GatewayProcess;

    /// Starts it the first time, and hurries its sandbox.
    bool begin();
    QUrl address() const { return QUrl(QString::fromStdString(url())); }
    QString token() const { return QString::fromStdString(adminToken()); }
    /// A new token of that role; the person's name is the token's.
    QString tokenOf(const QString& person, const QString& role) const;
    /// What the control plane answers the administrator, or who has that token; `{}` where it is no object.
    QJsonObject ask(const char* method, const QString& path, const QJsonObject& body = {}, const QString& token = {}) const;
    /// An application's call; the id of its run.
    QString call(const QString& path, const QJsonObject& body) const;
    /// One of the workflow, with that input.
    QString run(const QString& workflow, const QJsonObject& input) const;
};

/// A port that is free now, below those that a system gives out by itself: a gateway that is stopped comes back at the same.
std::uint16_t portToKeep();

/// A real window on a real gateway: what a person has who signed in with that token.
struct ConsoleOnGateway {
    ConsoleOnGateway(const RealGateway& gateway, const QString& token);
    ~ConsoleOnGateway();
    /// Waits until it is live and knows who is signed in.
    bool goLive();

    client::Connection connection;
    ui::TimeRange timeRange;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace signalbox::test
