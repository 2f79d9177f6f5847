#include "core/client/api_client.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace signalbox::client {

using namespace Qt::StringLiterals;

namespace {

constexpr int transferTimeoutMs = 30'000;
constexpr int patientTimeoutMs = 10 * 60'000;
constexpr const char* silentProperty = "signalboxCancelled";

QString unreachableMessage(const QNetworkReply& reply) {
    const QString host = reply.url().authority();
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return QCoreApplication::translate("ApiClient", "Nothing answers at %1.").arg(host);
    case QNetworkReply::HostNotFoundError:
        return QCoreApplication::translate("ApiClient", "There is no host named %1.").arg(reply.url().host());
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return QCoreApplication::translate("ApiClient", "%1 took too long to answer.").arg(host);
    case QNetworkReply::SslHandshakeFailedError:
        return QCoreApplication::translate("ApiClient", "No trusted connection to %1: its certificate was not accepted.").arg(host);
    default:
        return QCoreApplication::translate("ApiClient", "The connection to %1 failed: %2.").arg(host, reply.errorString());
    }
}

ApiError errorOf(const QNetworkReply& reply, int status, const QJsonObject& body) {
    ApiError error = errorFrom(status, body, QString::fromLatin1(reply.property("signalboxMethod").toByteArray()) + u' ' + reply.url().path());
    if (status == 0) error.message = unreachableMessage(reply);
    return error;
}

} // namespace

PendingCall::PendingCall(QNetworkReply* reply) : m_reply(reply) {}

void PendingCall::cancel() {
    if (!m_reply) return;
    m_reply->setProperty(silentProperty, true);
    m_reply->abort();
    m_reply.clear();
}

bool PendingCall::isRunning() const {
    return m_reply && m_reply->isRunning();
}

ApiClient::ApiClient(QObject* parent) : QObject(parent) {
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(transferTimeoutMs);
}

void ApiClient::setServer(const QUrl& server, const QString& token) {
    const auto replies = m_network.findChildren<QNetworkReply*>();
    for (QNetworkReply* reply : replies) PendingCall(reply).cancel();
    m_server = server;
    m_token = token;
    // A proxy knows nothing of this machine's own addresses.
    const QString host = server.host();
    const bool local = host == u"localhost"_s || host == u"::1"_s || host.startsWith(u"127."_s);
    m_network.setProxy(local ? QNetworkProxy(QNetworkProxy::NoProxy) : QNetworkProxy(QNetworkProxy::DefaultProxy));
}

QNetworkRequest ApiClient::request(const QString& path, const QUrlQuery& query) const {
    QUrl url = m_server;
    QString base = url.path();
    while (base.endsWith(u'/')) base.chop(1);
    url.setPath(base + u"/api/v1"_s + path, QUrl::TolerantMode);
    url.setQuery(query);
    QNetworkRequest request(url);
    if (!m_token.isEmpty()) request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return request;
}

PendingCall ApiClient::get(const QString& path, const QUrlQuery& query, QObject* context, Callback callback) {
    return send("GET", path, query, QJsonValue::Undefined, context, std::move(callback));
}

PendingCall ApiClient::post(const QString& path, const QJsonValue& body, QObject* context, Callback callback) {
    return send("POST", path, {}, body, context, std::move(callback));
}

PendingCall ApiClient::put(const QString& path, const QJsonValue& body, QObject* context, Callback callback) {
    return send("PUT", path, {}, body, context, std::move(callback));
}

PendingCall ApiClient::del(const QString& path, QObject* context, Callback callback) {
    return send("DELETE", path, {}, QJsonValue::Undefined, context, std::move(callback));
}

PendingCall ApiClient::send(const QByteArray& method, const QString& path, const QUrlQuery& query, const QJsonValue& body,
                            QObject* context, Callback callback) {
    return sendRequest(request(path, query), method, body, context, std::move(callback));
}

PendingCall ApiClient::postPatiently(const QString& path, const QJsonValue& body, QObject* context, Callback callback) {
    QNetworkRequest outgoing = request(path);
    outgoing.setTransferTimeout(patientTimeoutMs);
    return sendRequest(std::move(outgoing), "POST", body, context, std::move(callback));
}

PendingCall ApiClient::sendRequest(QNetworkRequest outgoing, const QByteArray& method, const QJsonValue& body, QObject* context, Callback callback) {
    QByteArray payload;
    if (body.isString()) {
        outgoing.setHeader(QNetworkRequest::ContentTypeHeader, u"text/yaml"_s);
        payload = body.toString().toUtf8();
    } else if (!body.isUndefined()) {
        outgoing.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        if (body.isObject())
            payload = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
        else if (body.isArray())
            payload = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
        else
            payload = "{}";
    }
    QNetworkReply* reply = m_network.sendCustomRequest(outgoing, method, payload);
    reply->setProperty("signalboxMethod", method);
    const QPointer<QObject> guard(context ? context : this);
    connect(reply, &QNetworkReply::finished, this, [this, reply, guard, callback = std::move(callback)] {
        reply->deleteLater();
        if (reply->property(silentProperty).toBool()) return;
        finish(reply, guard && callback ? callback : Callback());
    });
    return PendingCall(reply);
}

void ApiClient::finish(QNetworkReply* reply, const Callback& callback) {
    ApiResult result;
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A head that came while the body did not is no answer either.
    const bool cut = result.status / 100 == 2 && reply->error() != QNetworkReply::NoError;
    if (cut) result.status = 0;
    result.text = reply->readAll();
    for (const auto& [name, value] : reply->rawHeaderPairs()) result.headers.insert(name.toLower(), value);

    QJsonParseError parseError{};
    const QJsonDocument document = QJsonDocument::fromJson(result.text, &parseError);
    if (document.isObject())
        result.body = document.object();
    else if (document.isArray())
        result.body = document.array();

    if (result.status / 100 != 2) {
        result.error = errorOf(*reply, result.status, document.object());
    } else if (parseError.error != QJsonParseError::NoError && !result.text.isEmpty() &&
               reply->header(QNetworkRequest::ContentTypeHeader).toString().startsWith(u"application/json"_s)) {
        result.error = errorOf(*reply, result.status, {});
        result.error->kind = ApiError::Kind::NotUnderstood;
        result.error->message = tr("The answer could not be read: %1.").arg(parseError.errorString());
    }

    if (result.status == 0)
        Q_EMIT unreachable();
    else
        Q_EMIT answered();
    if (callback) callback(result);
}

} // namespace signalbox::client
