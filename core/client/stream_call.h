#pragma once

#include "core/client/api_result.h"
#include "core/client/event_parser.h"

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace signalbox::client {

class ApiClient;

/// One `POST` of the control plane that answers with server-sent events, such as a trial. Unlike EventStream it never connects again:
/// what was cut off has failed. Each call has a connection of its own, so that long answers do not wait for each other. GUI thread.
class StreamCall : public QObject {
    Q_OBJECT

public:
    explicit StreamCall(ApiClient& api, QObject* parent = nullptr);
    ~StreamCall() override;

    /// `path` is below /api/v1. Ends an earlier call of this object. Exactly one of `finished` and `failed` follows, unless `cancel` does.
    void start(const QString& path, const QJsonObject& body);
    /// Ends it; nothing is signalled any more.
    void cancel();
    bool isRunning() const;
    /// Of the answer's head, lower-case name; empty before it came.
    QByteArray header(const QByteArray& name) const { return m_headers.value(name); }

Q_SIGNALS:
    /// The head of a good answer came.
    void opened();
    void event(const signalbox::client::ServerEvent& event);
    /// The answer came to its end. Whether it was whole, its protocol says.
    void finished();
    void failed(const signalbox::client::ApiError& error);

private:
    void read();
    void end();

    ApiClient& m_api;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    EventParser m_parser;
    QHash<QByteArray, QByteArray> m_headers;
    QTimer m_silence;
};

} // namespace signalbox::client
