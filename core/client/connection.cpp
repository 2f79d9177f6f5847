#include "core/client/connection.h"

#include <chrono>

namespace signalbox::client {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Connection::Connection(QObject* parent) : QObject(parent), m_events(m_api) {
    connect(&m_events, &EventStream::stateChanged, this, &Connection::onStream);
    connect(&m_events, &EventStream::failed, this, [this](const ApiError& error) {
        m_problem = error.message;
        if (error.kind == ApiError::Kind::Refused)
            setState(State::Refused);
        else if (m_state == State::Live)
            setState(State::Lost);
    });
    connect(&m_events, &EventStream::reset, this, &Connection::refreshNeeded);
    connect(&m_events, &EventStream::status, this, [this](const QJsonObject& status) {
        for (auto member = status.begin(); member != status.end(); ++member) m_status.insert(member.key(), member.value());
        Q_EMIT statusChanged();
    });
    // A request without an answer says so sooner than a silent stream would.
    connect(&m_api, &ApiClient::unreachable, this, [this] {
        if (m_state == State::Live) readStatus();
    });
    m_statusTimer.setInterval(30s);
    connect(&m_statusTimer, &QTimer::timeout, this, [this] {
        if (m_state == State::Live) readStatus();
    });
}

void Connection::open(const QUrl& server, const QString& token, const QString& name) {
    m_events.stop();
    m_api.setServer(server, token);
    const bool other = !m_name.isEmpty() && name != m_name;
    m_name = name;
    m_status = {};
    m_problem.clear();
    m_userName.clear();
    m_role = Role::None;
    setState(State::Connecting);
    Q_EMIT identityChanged();
    if (other) Q_EMIT gatewayChanged();
    m_events.start();
    m_statusTimer.start();
}

void Connection::close() {
    m_events.stop();
    m_statusTimer.stop();
    m_api.setServer({}, {});
    setState(State::None);
}

void Connection::retryNow() {
    if (!m_api.hasServer()) return;
    if (m_events.state() == EventStream::State::Stopped)
        m_events.start();
    else
        m_events.retryNow();
}

bool Connection::isDraining() const {
    return m_status.value("state"_L1).toString() == u"draining"_s;
}

void Connection::onStream(EventStream::State state) {
    switch (state) {
    case EventStream::State::Open:
        m_problem.clear();
        m_status.remove(u"state"_s); // what one that went said of itself, such as that it drains
        setState(State::Live);
        readIdentity();
        readStatus();
        Q_EMIT refreshNeeded();
        break;
    case EventStream::State::Connecting:
    case EventStream::State::Waiting:
    case EventStream::State::Stopped: break; // `failed` says why
    }
}

void Connection::readIdentity() {
    m_api.get(u"/me"_s, {}, this, [this](const ApiResult& result) {
        if (!result.ok()) return;
        m_userName = result.object().value("name"_L1).toString();
        m_role = roleNamed(result.object().value("role"_L1).toString());
        Q_EMIT identityChanged();
    });
}

void Connection::readStatus() {
    m_api.get(u"/status"_s, {}, this, [this](const ApiResult& result) {
        if (result.ok()) {
            m_status = result.object();
            Q_EMIT statusChanged();
        } else if (result.error->kind == ApiError::Kind::Unreachable && m_state == State::Live) {
            // The stream has not noticed yet: begin it anew, which either works or reports the loss.
            m_problem = result.error->message;
            setState(State::Lost);
            m_events.start();
        }
    });
}

void Connection::setState(State state) {
    if (m_state == state) return;
    m_lostSince = state == State::Lost ? QDateTime::currentDateTimeUtc() : QDateTime();
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace signalbox::client
