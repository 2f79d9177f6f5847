#pragma once

#include "core/client/api_result.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

class QNetworkReply;

namespace signalbox::client {

/// A request under way. Copyable; outliving the request is harmless.
class PendingCall {
public:
    PendingCall() = default;
    explicit PendingCall(QNetworkReply* reply);
    /// Ends it; its callback is not called.
    void cancel();
    bool isRunning() const;

private:
    QPointer<QNetworkReply> m_reply;
};

/// The control plane `/api/v1` of one gateway, asynchronously. GUI thread.
/// A callback is called once, later, on the thread of the client; never after its `context` is destroyed, never after `cancel()`,
/// and never for a server that has been replaced meanwhile by `setServer`.
class ApiClient : public QObject {
    Q_OBJECT

public:
    using Callback = std::function<void(const ApiResult&)>;

    explicit ApiClient(QObject* parent = nullptr);

    /// Cancels what is under way. `server` is the gateway's root, `https://host:port`.
    void setServer(const QUrl& server, const QString& token);
    const QUrl& server() const { return m_server; }
    bool hasServer() const { return m_server.isValid() && !m_server.isEmpty(); }

    /// `path` is below /api/v1, begins with a slash, and has its segments percent-encoded (see resources.h).
    PendingCall get(const QString& path, const QUrlQuery& query, QObject* context, Callback callback);
    PendingCall post(const QString& path, const QJsonValue& body, QObject* context, Callback callback);
    PendingCall put(const QString& path, const QJsonValue& body, QObject* context, Callback callback);
    PendingCall del(const QString& path, QObject* context, Callback callback);
    /// Any of them, for what needs both a query and a body. An undefined body sends none; a string is sent as it is, as YAML.
    PendingCall send(const QByteArray& method, const QString& path, const QUrlQuery& query, const QJsonValue& body, QObject* context,
                     Callback callback);
    /// A POST whose answer may take minutes, such as a trial of a model.
    PendingCall postPatiently(const QString& path, const QJsonValue& body, QObject* context, Callback callback);

    /// A request with the token and the address of this client, for the event stream.
    QNetworkRequest request(const QString& path, const QUrlQuery& query = {}) const;

Q_SIGNALS:
    /// A request got no answer: the connection may be lost.
    void unreachable();
    /// A request got an answer, of whatever kind.
    void answered();

private:
    PendingCall sendRequest(QNetworkRequest request, const QByteArray& method, const QJsonValue& body, QObject* context, Callback callback);
    void finish(QNetworkReply* reply, const Callback& callback);

    QNetworkAccessManager m_network;
    QUrl m_server;
    QString m_token;
};

} // namespace signalbox::client
