#include "app/console/gateway_process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTcpServer>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 usualPort = 8787;
constexpr int lookEveryMs = 30;
constexpr int looksUntilSlow = 20'000 / lookEveryMs;
/// A gateway that ends sooner would end again.
constexpr qint64 servedForMs = 10'000;
constexpr qsizetype logKept = 16 * 1024;

bool isFree(quint16 port) {
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, port);
}

} // namespace

QString firstLineOf(const QString& fileName) {
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine(4096)).trimmed() : QString();
}

GatewayProcess::GatewayProcess(const QString& program, const QString& dataDirectory, QObject* parent)
    : QObject(parent), m_program(program), m_dataDirectory(dataDirectory) {
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    connect(&m_process, &QProcess::readyRead, this, &GatewayProcess::takeLog);
    connect(&m_process, &QProcess::finished, this, &GatewayProcess::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;
        m_look.stop();
        Q_EMIT failed(tr("The gateway did not start."), tr("%1 could not be run: %2.").arg(m_program, m_process.errorString()), {});
    });
    m_look.setInterval(lookEveryMs);
    connect(&m_look, &QTimer::timeout, this, &GatewayProcess::look);
}

GatewayProcess::~GatewayProcess() {
    stop();
}

QString GatewayProcess::tokenFile() const {
    return m_dataDirectory + u"/admin.token"_s;
}

QUrl GatewayProcess::announcedAddress() const {
    return QUrl(firstLineOf(m_dataDirectory + u"/listen.address"_s));
}

void GatewayProcess::start() {
    if (m_look.isActive() || m_probing) return; // it is at it
    m_ready = m_stopping = false;
    m_log.clear();
    const QUrl url = announcedAddress();
    if (url.isValid() && !url.isEmpty()) {
        m_probing = true;
        probe(url, true);
    } else {
        spawn();
    }
}

void GatewayProcess::probe(const QUrl& url, bool adopting) {
    auto* network = new QNetworkAccessManager(this);
    network->setProxy(QNetworkProxy::NoProxy);
    network->setTransferTimeout(2000);
    QUrl health = url;
    health.setPath(u"/readyz"_s);
    QNetworkReply* reply = network->get(QNetworkRequest(health));
    connect(reply, &QNetworkReply::finished, this, [this, network, reply, url, adopting] {
        network->deleteLater();
        if (adopting) m_probing = false;
        if (m_stopping || m_ready) return;
        if (reply->error() == QNetworkReply::NoError) {
            m_look.stop();
            m_ready = true;
            m_served.start();
            Q_EMIT ready(url, firstLineOf(tokenFile()));
        } else if (adopting) {
            // A file left behind by a gateway that was killed.
            QFile::remove(m_dataDirectory + u"/listen.address"_s);
            spawn();
        }
    });
}

void GatewayProcess::spawn() {
    QDir().mkpath(m_dataDirectory);
    const quint16 port = isFree(usualPort) ? usualPort : 0;
    m_looks = 0;
    m_process.start(m_program, {u"serve"_s, u"--data"_s, m_dataDirectory, u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)}, QIODevice::ReadOnly);
    m_look.start();
}

void GatewayProcess::look() {
    const QUrl url = announcedAddress();
    if (url.isValid() && !url.isEmpty() && !firstLineOf(tokenFile()).isEmpty()) {
        probe(url, false);
        return;
    }
    if (++m_looks == looksUntilSlow)
        Q_EMIT failed(tr("The gateway takes long to start."), tr("It runs and has not said yet where it answers."), QString::fromUtf8(m_log));
}

void GatewayProcess::takeLog() {
    m_log += m_process.readAll();
    if (m_log.size() > logKept) m_log = m_log.right(logKept);
}

void GatewayProcess::onFinished(int exitCode, QProcess::ExitStatus status) {
    takeLog();
    m_look.stop();
    if (m_stopping) return;
    const bool wasReady = m_ready;
    m_ready = false;
    QString reason = reasonFromLog();
    if (reason.isEmpty())
        reason = status == QProcess::CrashExit ? tr("It was ended by a signal or crashed.") : tr("It ended with code %1.").arg(exitCode);
    if (wasReady && m_served.hasExpired(servedForMs)) {
        start();
        Q_EMIT startedAgain(reason);
        return;
    }
    Q_EMIT failed(wasReady ? tr("The gateway ended.") : tr("The gateway did not start."), reason, QString::fromUtf8(m_log).trimmed());
}

QString GatewayProcess::reasonFromLog() const {
    const QList<QByteArray> lines = m_log.trimmed().split('\n');
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const QJsonObject entry = QJsonDocument::fromJson(*line).object();
        const QString level = entry.value("level"_L1).toString();
        if (entry.isEmpty() && !line->trimmed().isEmpty()) return QString::fromUtf8(*line);
        if (level == u"error"_s || level == u"critical"_s)
            return entry.value("message"_L1).toString(entry.value("event"_L1).toString());
    }
    return {};
}

void GatewayProcess::stop(int milliseconds) {
    m_stopping = true;
    m_look.stop();
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.terminate();
    if (!m_process.waitForFinished(milliseconds)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

} // namespace signalbox::app
