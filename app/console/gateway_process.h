#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace signalbox::app {

/// The gateway of this computer: adopts the one that already runs on the data directory, or starts `signalboxd` as a child and stops
/// it in the end. Says where it answers, or why it does not. Never blocks, but in `stop`.
class GatewayProcess : public QObject {
    Q_OBJECT

public:
    GatewayProcess(const QString& program, const QString& dataDirectory, QObject* parent = nullptr);
    ~GatewayProcess() override;

    /// Finds or starts it; `ready` or `failed` follows.
    void start();
    /// Ends the child, which drains first; an adopted gateway goes on running. Waits at most `milliseconds`.
    void stop(int milliseconds = 25'000);

    bool isOwnChild() const { return m_process.state() != QProcess::NotRunning; }
    const QString& dataDirectory() const { return m_dataDirectory; }
    QString tokenFile() const;

Q_SIGNALS:
    /// It answers at `url`, and `token` is an administrator's.
    void ready(const QUrl& url, const QString& token);
    /// It did not start, or it ended by itself. `reason` is a sentence, `log` the last it said.
    void failed(const QString& title, const QString& reason, const QString& log);
    /// It ended by itself after it had served for a while, and is started again; `ready` or `failed` follows.
    void startedAgain(const QString& reason);

private:
    void probe(const QUrl& url, bool adopting);
    void spawn();
    void look();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void takeLog();
    QString reasonFromLog() const;
    QUrl announcedAddress() const;

    QString m_program;
    QString m_dataDirectory;
    QProcess m_process;
    QTimer m_look;
    QByteArray m_log;
    QElapsedTimer m_served; ///< since it was ready
    bool m_ready = false;
    bool m_stopping = false;
    bool m_probing = false; ///< asks a gateway that may be there already
    int m_looks = 0;
};

/// The first line of a small file, trimmed; empty if it cannot be read.
QString firstLineOf(const QString& fileName);

} // namespace signalbox::app
