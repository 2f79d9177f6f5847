#include "core/client/event_stream.h"

#include "core/client/api_client.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace signalbox::client {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto silenceLimit = 45s; // the gateway says something at least every 15 s

/// Half fixed and half chance, so that many consoles do not come back at the same moment.
std::chrono::milliseconds pauseAfter(int failures) {
    const int step = 250 << std::min(failures, 5); // 0.5 s, 1 s ... 8 s
    return std::chrono::milliseconds(step / 2 + QRandomGenerator::global()->bounded(step / 2 + 1));
}

} // namespace

EventStream::EventStream(ApiClient& api, QObject* parent) : QObject(parent), m_api(api) {
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &EventStream::open);
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceLimit);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_reply) m_reply->abort();
    });
}

EventStream::~EventStream() {
    stop();
}

void EventStream::start() {
    stop();
    m_lastId.clear();
    m_failures = 0;
    open();
}

void EventStream::stop() {
    m_retry.stop();
    m_silence.stop();
    if (QNetworkReply* reply = m_reply) {
        m_reply.clear();
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    setState(State::Stopped);
}

void EventStream::retryNow() {
    if (m_state == State::Waiting) open();
}

void EventStream::open() {
    m_retry.stop();
    m_parser = {};
    QNetworkRequest request = m_api.request(u"/events"_s);
    request.setRawHeader("Accept", "text/event-stream");
    if (!m_lastId.isEmpty()) request.setRawHeader("Last-Event-ID", m_lastId);
    const QString host = request.url().host();
    const bool local = host == u"localhost"_s || host == u"::1"_s || host.startsWith(u"127."_s);
    m_network.setProxy(local ? QNetworkProxy(QNetworkProxy::NoProxy) : QNetworkProxy(QNetworkProxy::DefaultProxy));

    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &EventStream::read);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::read);
    connect(m_reply, &QNetworkReply::finished, this, &EventStream::finished);
    m_silence.start();
    setState(State::Connecting);
}

void EventStream::read() {
    if (!m_reply) return;
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200) return;
    m_silence.start();
    m_failures = 0;
    setState(State::Open);
    const QList<ServerEvent> events = m_parser.feed(m_reply->readAll());
    const QPointer<QNetworkReply> same = m_reply;
    for (const ServerEvent& event : events) {
        if (!event.id.isEmpty()) m_lastId = event.id;
        dispatch(event);
        if (!same || same != m_reply) return; // a receiver stopped or restarted the stream
    }
}

void EventStream::finished() {
    QNetworkReply* reply = m_reply;
    m_reply.clear();
    m_silence.stop();
    reply->deleteLater();

    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    ApiError error;
    error.request = u"GET "_s + reply->url().path();
    error.httpStatus = status;
    const bool refused = status == 401 || status == 403;
    if (refused) {
        error.kind = ApiError::Kind::Refused;
        const QJsonObject body = QJsonDocument::fromJson(reply->readAll()).object().value("error"_L1).toObject();
        error.errorClass = body.value("class"_L1).toString();
        error.message = body.value("message"_L1).toString(tr("The gateway does not accept the access token."));
    } else if (status == 200 || status == 0) {
        error.kind = ApiError::Kind::Unreachable;
        error.message = status == 200 ? tr("The gateway ended the event stream.") : reply->errorString();
    } else {
        error.kind = ApiError::Kind::Failed;
        error.message = tr("The event stream answered with status %1.").arg(status);
    }

    if (refused) {
        setState(State::Stopped);
    } else {
        m_retry.start(pauseAfter(++m_failures));
        setState(State::Waiting);
    }
    Q_EMIT failed(error);
}

void EventStream::dispatch(const ServerEvent& event) {
    const QJsonObject data = QJsonDocument::fromJson(event.data).object();
    if (event.type == "run") {
        // A batch, or a single run summary.
        if (data.contains("runs"_L1))
            Q_EMIT runs(data.value("runs"_L1).toArray(), data.value("skipped"_L1).toInt());
        else
            Q_EMIT runs(QJsonArray{data}, 0);
    } else if (event.type == "second") {
        Q_EMIT second(data);
    } else if (event.type == "document") {
        Q_EMIT document(data);
    } else if (event.type == "target") {
        Q_EMIT target(data);
    } else if (event.type == "status") {
        Q_EMIT status(data);
    } else if (event.type == "reset") {
        Q_EMIT reset();
    } else {
        Q_EMIT named(QString::fromLatin1(event.type), data);
    }
}

void EventStream::setState(State state) {
    if (m_state == state) return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace signalbox::client
