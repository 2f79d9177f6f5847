#include "core/client/stream_call.h"

#include "core/client/api_client.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <chrono>

namespace signalbox::client {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto silenceLimit = 120s; // a model may think for long; the gateway's own limits are shorter

} // namespace

StreamCall::StreamCall(ApiClient& api, QObject* parent) : QObject(parent), m_api(api) {
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceLimit);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_reply) m_reply->abort();
    });
}

StreamCall::~StreamCall() { cancel(); }

bool StreamCall::isRunning() const { return m_reply; }

void StreamCall::start(const QString& path, const QJsonObject& body) {
    cancel();
    m_parser = {};
    m_headers.clear();
    QNetworkRequest request = m_api.request(path);
    request.setRawHeader("Accept", "text/event-stream, application/json");
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QString host = request.url().host();
    const bool local = host == u"localhost"_s || host == u"::1"_s || host.startsWith(u"127."_s);
    m_network.setProxy(local ? QNetworkProxy(QNetworkProxy::NoProxy) : QNetworkProxy(QNetworkProxy::DefaultProxy));
    m_reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    connect(m_reply, &QNetworkReply::readyRead, this, &StreamCall::read);
    connect(m_reply, &QNetworkReply::finished, this, &StreamCall::end);
    m_silence.start();
}

void StreamCall::cancel() {
    m_silence.stop();
    QNetworkReply* reply = m_reply;
    if (!reply) return;
    m_reply.clear();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void StreamCall::read() {
    if (!m_reply || m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() / 100 != 2) return;
    m_silence.start();
    const QPointer<QNetworkReply> same = m_reply;
    if (m_headers.isEmpty()) {
        const auto pairs = m_reply->rawHeaderPairs();
        for (const auto& [name, value] : pairs) m_headers.insert(name.toLower(), value);
        Q_EMIT opened();
        if (!same || same != m_reply) return;
    }
    const QList<ServerEvent> events = m_parser.feed(m_reply->readAll());
    for (const ServerEvent& one : events) {
        Q_EMIT event(one);
        if (!same || same != m_reply) return; // a receiver cancelled
    }
}

void StreamCall::end() {
    const QPointer<QNetworkReply> reply = m_reply;
    read();
    if (!reply || reply != m_reply) return;
    m_reply.clear();
    m_silence.stop();
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString asked = u"POST "_s + reply->url().path();
    if (status / 100 == 2 && reply->error() == QNetworkReply::NoError) {
        Q_EMIT finished();
        return;
    }
    if (status / 100 != 2 && status != 0) {
        Q_EMIT failed(errorFrom(status, QJsonDocument::fromJson(reply->readAll()).object(), asked));
        return;
    }
    ApiError error;
    error.kind = ApiError::Kind::Unreachable;
    error.request = asked;
    error.message = status == 0 ? tr("The gateway did not answer: %1.").arg(reply->errorString()) : tr("The answer broke off: %1.").arg(reply->errorString());
    Q_EMIT failed(error);
}

} // namespace signalbox::client
