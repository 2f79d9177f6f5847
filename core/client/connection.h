#pragma once

#include "core/client/api_client.h"
#include "core/client/event_stream.h"
#include "core/client/role.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace signalbox::client {

/// One gateway as the console sees it: its API, its event stream, and whether what is on screen is still true. GUI thread.
class Connection : public QObject {
    Q_OBJECT

public:
    enum class State {
        None,       ///< no gateway chosen yet
        Connecting, ///< never was live since it was opened
        Live,       ///< the event stream is open
        Lost,       ///< was live; reconnecting by itself
        Refused     ///< the gateway answers and does not accept the token
    };
    Q_ENUM(State)

    explicit Connection(QObject* parent = nullptr);

    /// `name` is what the person calls this gateway, e.g. "This computer".
    void open(const QUrl& server, const QString& token, const QString& name);
    void close();
    /// Tries now, wherever a pause was.
    void retryNow();

    ApiClient& api() { return m_api; }
    EventStream& events() { return m_events; }

    State state() const { return m_state; }
    bool isLive() const { return m_state == State::Live; }
    /// When the connection was lost; invalid unless Lost.
    const QDateTime& lostSince() const { return m_lostSince; }
    /// Why it is not live; empty while it is.
    const QString& problem() const { return m_problem; }

    const QString& name() const { return m_name; }
    const QString& userName() const { return m_userName; }
    Role role() const { return m_role; }
    /// Whether the signed-in person may do what takes `needed`. The gateway refuses it anyway.
    bool may(Role needed) const { return m_role >= needed; }
    /// The last answer of `GET /status`; empty before the first.
    const QJsonObject& status() const { return m_status; }
    bool isDraining() const;

Q_SIGNALS:
    void stateChanged(signalbox::client::Connection::State state);
    /// Became live, for the first time or again, or missed events: whatever is shown is to be read anew.
    void refreshNeeded();
    void identityChanged();
    /// `open` was told of another gateway than before: what is known of its documents is not true of this one's.
    void gatewayChanged();
    void statusChanged();

private:
    void readIdentity();
    void readStatus();
    void setState(State state);
    void onStream(EventStream::State state);

    ApiClient m_api;
    EventStream m_events;
    QTimer m_statusTimer;
    State m_state = State::None;
    QDateTime m_lostSince;
    QString m_problem;
    QString m_name;
    QString m_userName;
    Role m_role = Role::None;
    QJsonObject m_status;
};

} // namespace signalbox::client
