#include "tests/ui/gateway_fixture.h"

#include "ui/shell/panels.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTcpServer>
#include <QtTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

std::string text(const QJsonObject& body) { return body.isEmpty() ? std::string() : QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString(); }

} // namespace

bool RealGateway::begin() {
    if (!start()) return false;
    const QJsonObject settings = ask("PUT", u"/sandbox/sandbox"_s, {{"seed"_L1, 7}, {"first_token_ms"_L1, 1}, {"first_token_spread"_L1, 0}, {"tokens_per_second"_L1, 100'000}});
    return settings.contains("seed"_L1);
}

QString RealGateway::tokenOf(const QString& person, const QString& role) const {
    return ask("POST", u"/tokens"_s, {{"name"_L1, person}, {"role"_L1, role}}).value("token"_L1).toString();
}

QJsonObject RealGateway::ask(const char* method, const QString& path, const QJsonObject& body, const QString& token) const {
    const std::string sent = std::string_view(method) == "POST" ? QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString() : text(body);
    tests::Headers headers{{"authorization", "Bearer " + (token.isEmpty() ? adminToken() : token.toStdString())}};
    if (!sent.empty()) headers.emplace_back("content-type", "application/json");
    const auto reply = tests::httpCall(port(), method, "/api/v1" + path.toStdString(), sent, headers);
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
}

QString RealGateway::call(const QString& path, const QJsonObject& body) const {
    return QString::fromStdString(tests::GatewayProcess::call(path.toStdString(), text(body)).header("x-signalbox-run-id"));
}

QString RealGateway::run(const QString& workflow, const QJsonObject& input) const {
    return call(u"/v1/workflows/%1/runs"_s.arg(workflow), {{"input"_L1, input}});
}

std::uint16_t portToKeep() {
    const auto first = static_cast<quint16>(20'000 + QCoreApplication::applicationPid() % 10'000);
    for (quint16 port = first; port < first + 500; ++port)
        if (QTcpServer probe; probe.listen(QHostAddress::LocalHost, port)) return port;
    return 0;
}

ConsoleOnGateway::ConsoleOnGateway(const RealGateway& gateway, const QString& token) {
    const QString directory = QString::fromStdString(gateway.directory().string());
    window = std::make_unique<ui::MainWindow>(ui::PanelContext{connection, timeRange, directory, nullptr}, ui::allPanels());
    window->resize(1440, 900);
    window->show();
    connection.open(gateway.address(), token, u"The gateway"_s);
}

ConsoleOnGateway::~ConsoleOnGateway() { window.reset(); }

bool ConsoleOnGateway::goLive() {
    return QTest::qWaitFor([this] { return connection.isLive() && connection.role() != client::Role::None; }, 10'000);
}

} // namespace signalbox::test
