#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

namespace signalbox::test {

/// A request as the fake control plane received it.
struct ControlRequest {
    QByteArray method;
    QString path; ///< below /api/v1, decoded
    QUrlQuery query;
    QByteArray token;
    QJsonObject body;
    QByteArray text; ///< the body as it came
    QByteArray lastEventId;
};

struct ControlReply {
    int status = 200;
    QJsonValue body;
    QList<QByteArray> events = {};                     ///< answers with server-sent events instead: the `data` of each
    bool hold = false;                                 ///< the events go on: see FakeControl::feed
    QList<QPair<QByteArray, QByteArray>> headers = {}; ///< beside the usual ones
};

/// A control plane that says what it was told to say, over real sockets: JSON for requests, server-sent events for /events. Everything
/// not told is answered out of realistic data (see fake_data.h); unknown paths get 404.
class FakeControl : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<ControlReply(const ControlRequest&)>;

    explicit FakeControl(QObject* parent = nullptr);
    ~FakeControl() override;

    QUrl url() const;
    /// What is asked for in Authorization; anything else gets 401.
    static QString token() { return QStringLiteral("sbt_test"); }

    /// Replaces the answer to one method and path, e.g. "GET", "/overview".
    void answer(const QByteArray& method, const QString& path, Handler handler);
    void answer(const QByteArray& method, const QString& path, const ControlReply& reply);

    /// To everyone who listens.
    void sendEvent(const QByteArray& type, const QJsonObject& data);
    /// Goes on with the answers to `path` that were told to hold; `end` ends them.
    void feed(const QString& path, const QList<QByteArray>& events, bool end = false);
    /// Answers to `path` that are held now.
    int held(const QString& path) const;
    /// Closes the port and every connection, as a gateway that died.
    void die();
    /// Listens again at the same address.
    void revive();

    int streams() const;
    const QList<ControlRequest>& requests() const { return m_requests; }
    /// The last request of that method and path; an empty path if there was none.
    ControlRequest last(const QByteArray& method, const QString& path) const;
    int count(const QByteArray& method, const QString& path) const;

Q_SIGNALS:
    void requested(const QString& what);

private:
    struct Client {
        QByteArray buffer;
        bool streaming = false;
        QString heldPath;
    };
    void accept();
    void read(QTcpSocket* socket);
    void reply(QTcpSocket* socket, const ControlRequest& request);

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QTcpSocket*, Client> m_clients;
    QHash<QString, Handler> m_handlers;
    QList<ControlRequest> m_requests;
    int m_eventId = 0;
};

} // namespace signalbox::test
