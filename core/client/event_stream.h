#pragma once

#include "core/client/api_result.h"
#include "core/client/event_parser.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace signalbox::client {

class ApiClient;

/// `GET /api/v1/events` for as long as it is started: resumes after the last event seen, reconnects by itself with growing pauses and
/// jitter, and takes a silence longer than three keep-alives for a lost connection.
class EventStream : public QObject {
    Q_OBJECT

public:
    enum class State { Stopped, Connecting, Open, Waiting };
    Q_ENUM(State)

    explicit EventStream(ApiClient& api, QObject* parent = nullptr);
    ~EventStream() override;

    /// Connects now, forgetting where an earlier stream of another server was.
    void start();
    void stop();
    /// Ends a pause between attempts.
    void retryNow();

    State state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(signalbox::client::EventStream::State state);
    /// The stream could not be opened, or ended; a next attempt follows unless the gateway refused the token.
    void failed(const signalbox::client::ApiError& error);

    /// Newly recorded runs, oldest first; `skipped` more were recorded that a busy stream leaves out.
    void runs(const QJsonArray& runs, int skipped);
    /// Once a second: totals and targets as in `GET /overview`.
    void second(const QJsonObject& overview);
    /// A document got a version or a label moved: kind, name, version, label.
    void document(const QJsonObject& change);
    /// A circuit breaker changed.
    void target(const QJsonObject& change);
    /// The gateway's own state, e.g. that it is draining.
    void status(const QJsonObject& status);
    /// Any event that has no signal of its own, by its name: `test_run`, `rollout`, `approval`...
    void named(const QString& type, const QJsonObject& data);
    /// Events were missed that cannot be had again: read everything anew.
    void reset();

private:
    void open();
    void read();
    void finished();
    void dispatch(const ServerEvent& event);
    void setState(State state);

    ApiClient& m_api;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    EventParser m_parser;
    QByteArray m_lastId;
    QTimer m_retry;
    QTimer m_silence;
    int m_failures = 0;
    State m_state = State::Stopped;
};

} // namespace signalbox::client
