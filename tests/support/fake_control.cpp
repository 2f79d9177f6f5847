#include "tests/support/fake_control.h"

#include "tests/support/fake_data.h"

#include <QJsonDocument>
#include <QJsonArray>

namespace signalbox::test {

using namespace Qt::StringLiterals;

FakeControl::FakeControl(QObject* parent) : QObject(parent) {
    connect(&m_server, &QTcpServer::newConnection, this, &FakeControl::accept);
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
}

FakeControl::~FakeControl() {
    // The sockets outlive the list that their signals write to.
    for (auto client = m_clients.begin(); client != m_clients.end(); ++client) client.key()->disconnect(this);
}

QUrl FakeControl::url() const {
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void FakeControl::answer(const QByteArray& method, const QString& path, Handler handler) {
    m_handlers.insert(QString::fromLatin1(method) + u' ' + path, std::move(handler));
}

void FakeControl::answer(const QByteArray& method, const QString& path, const ControlReply& reply) {
    answer(method, path, [reply](const ControlRequest&) { return reply; });
}

void FakeControl::sendEvent(const QByteArray& type, const QJsonObject& data) {
    const QByteArray text = "id: " + QByteArray::number(++m_eventId) + "\nevent: " + type + "\ndata: " +
                            QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
    for (auto client = m_clients.begin(); client != m_clients.end(); ++client)
        if (client->streaming) client.key()->write(text);
}

void FakeControl::feed(const QString& path, const QList<QByteArray>& events, bool end) {
    QList<QTcpSocket*> sockets;
    for (auto client = m_clients.begin(); client != m_clients.end(); ++client)
        if (client->heldPath == path) sockets << client.key();
    for (QTcpSocket* socket : std::as_const(sockets)) {
        for (const QByteArray& data : events) socket->write("data: " + data + "\n\n");
        if (!end) continue;
        m_clients[socket].heldPath.clear();
        socket->disconnectFromHost();
    }
}

int FakeControl::held(const QString& path) const {
    return static_cast<int>(std::count_if(m_clients.begin(), m_clients.end(), [&](const Client& client) { return client.heldPath == path; }));
}

void FakeControl::die() {
    m_server.close();
    const QList<QTcpSocket*> sockets = m_clients.keys();
    for (QTcpSocket* socket : sockets) socket->abort();
}

void FakeControl::revive() {
    m_server.listen(QHostAddress::LocalHost, m_port);
}

int FakeControl::streams() const {
    return static_cast<int>(std::count_if(m_clients.begin(), m_clients.end(), [](const Client& client) { return client.streaming; }));
}

ControlRequest FakeControl::last(const QByteArray& method, const QString& path) const {
    for (auto request = m_requests.crbegin(); request != m_requests.crend(); ++request)
        if (request->method == method && request->path == path) return *request;
    return {};
}

int FakeControl::count(const QByteArray& method, const QString& path) const {
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(),
                                          [&](const ControlRequest& one) { return one.method == method && one.path == path; }));
}

void FakeControl::accept() {
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        m_clients.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_clients.remove(socket);
            socket->deleteLater();
        });
    }
}

void FakeControl::read(QTcpSocket* socket) {
    m_clients[socket].buffer += socket->readAll();
    while (m_clients.contains(socket)) {
        QByteArray& buffer = m_clients[socket].buffer;
        const qsizetype head = buffer.indexOf("\r\n\r\n");
        if (head < 0) return;
        const QList<QByteArray> lines = buffer.left(head).split('\n');
        qsizetype length = 0;
        ControlRequest request;
        for (const QByteArray& line : lines) {
            const QByteArray lower = line.toLower();
            if (lower.startsWith("content-length:")) length = lower.mid(15).trimmed().toLongLong();
            if (lower.startsWith("authorization: bearer ")) request.token = line.mid(22).trimmed();
            if (lower.startsWith("last-event-id:")) request.lastEventId = line.mid(14).trimmed();
        }
        if (buffer.size() < head + 4 + length) return;
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        const QUrl url = QUrl::fromEncoded(first.value(1));
        request.method = first.value(0);
        // One decoding, as a server's: a slash inside a segment stays apart from one between them in the encoded form.
        request.path = url.path(QUrl::FullyDecoded);
        if (request.path.startsWith(u"/api/v1"_s)) request.path.remove(0, 7);
        request.query = QUrlQuery(url);
        request.text = buffer.mid(head + 4, length);
        request.body = QJsonDocument::fromJson(request.text).object();
        buffer.remove(0, head + 4 + length);
        m_requests.append(request);
        reply(socket, request);
        Q_EMIT requested(QString::fromLatin1(request.method) + u' ' + request.path);
    }
}

void FakeControl::reply(QTcpSocket* socket, const ControlRequest& request) {
    if (request.path == u"/events" && request.token == token().toLatin1()) {
        m_clients[socket].streaming = true;
        socket->write("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncache-control: no-store\r\n\r\n: hello\n\n");
        return;
    }
    ControlReply answer;
    const auto told = m_handlers.constFind(QString::fromLatin1(request.method) + u' ' + request.path);
    if (request.token != token().toLatin1())
        answer = {401, errorBody(u"unauthenticated"_s, u"This access token is not known. Ask an administrator for a new one."_s)};
    else if (told != m_handlers.constEnd())
        answer = (*told)(request);
    else
        answer = usualAnswer(request);
    QByteArray headers;
    for (const auto& [name, value] : std::as_const(answer.headers)) headers += name + ": " + value + "\r\n";
    if (!answer.events.isEmpty() || answer.hold) {
        socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\ncontent-type: text/event-stream\r\n" + headers + "connection: close\r\n\r\n");
        for (const QByteArray& data : std::as_const(answer.events)) socket->write("data: " + data + "\n\n");
        if (answer.hold) m_clients[socket].heldPath = request.path;
        else socket->disconnectFromHost();
        return;
    }
    QByteArray body;
    if (answer.body.isObject()) body = QJsonDocument(answer.body.toObject()).toJson(QJsonDocument::Compact);
    if (answer.body.isArray()) body = QJsonDocument(answer.body.toArray()).toJson(QJsonDocument::Compact);
    QByteArray type = "application/json";
    if (answer.body.isString()) {
        body = answer.body.toString().toUtf8();
        type = "text/yaml";
    }
    socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\ncontent-type: " + type +
                  "\r\n" + headers + "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace signalbox::test
