#include "tests/unit/net/net_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox::net;
using namespace signalbox::net::test;

/// Raw bytes to a real server: what is ambiguous is refused and the connection closed, what is valid is served.
class NetRequestsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void http11Probe_data();
    void http11Probe();
    void llhttp_data();
    void llhttp();
    void refused_data();
    void refused();
    void served_data();
    void served();
    void anAmbiguousRequestIsRefusedAtWhateverByteItIsCut();
    void aValidRequestIsServedAtWhateverByteItIsCut();

private:
    void loadRows(const char* file);
    std::string answersTo(const QByteArray& bytes);

    std::unique_ptr<TestServer> server_;
};

namespace {

asio::awaitable<void> echoWithAllow(Request request, Reply& reply) {
    Response response;
    if (request.method == "OPTIONS") response.fields.add("allow", "GET, HEAD, POST, OPTIONS");
    response.body = request.body;
    co_await reply.send(std::move(response));
}

int statusOf(const std::string& answer) {
    return answer.starts_with("HTTP/1.1 ") ? std::atoi(answer.c_str() + 9) : 0;
}

QString dataFolder() {
    const auto set = qEnvironmentVariable("SIGNALBOX_SHARED_DATA");
    return set.isEmpty() ? QStringLiteral(SIGNALBOX_SOURCE_DIR "/../shared/data") : set;
}

} // namespace

/// Everything the server says, until it closes; we say no more after `bytes`.
std::string NetRequestsTest::answersTo(const QByteArray& bytes) {
    if (!server_) server_ = std::make_unique<TestServer>(echoWithAllow);
    RawClient client(server_->port());
    client.send({bytes.data(), static_cast<std::size_t>(bytes.size())});
    client.sendEnd();
    return client.readToEnd();
}

void NetRequestsTest::loadRows(const char* file) {
    QTest::addColumn<QJsonObject>("row");
    QTest::addColumn<QByteArray>("bytes");
    QFile data(dataFolder() + QStringLiteral("/http1/") + QLatin1String(file));
    if (!data.open(QIODevice::ReadOnly)) return;
    int number = 0;
    while (!data.atEnd()) {
        const auto row = QJsonDocument::fromJson(data.readLine()).object();
        const auto type = row[QStringLiteral("type")].toString(QStringLiteral("request"));
        if (type != QStringLiteral("request") || row[QStringLiteral("mode")].toString(QStringLiteral("strict")) != QStringLiteral("strict")) continue;
        const auto name = row[QStringLiteral("id")].toString(row[QStringLiteral("name")].toString());
        QTest::addRow("%d %s", ++number, qPrintable(name)) << row << QByteArray::fromBase64(row[QStringLiteral("input_b64")].toString().toLatin1());
    }
}

void NetRequestsTest::http11Probe_data() { loadRows("http11probe.jsonl"); }

void NetRequestsTest::http11Probe() {
    if (!QFile::exists(dataFolder() + QStringLiteral("/http1/http11probe.jsonl"))) QSKIP("shared/data/http1 is absent");
    QFETCH(QJsonObject, row);
    QFETCH(QByteArray, bytes);
    const auto answer = answersTo(bytes);
    const int status = statusOf(answer);
    const auto range = row[QStringLiteral("expect_status")].toArray();
    if (!range.isEmpty()) {
        const bool closed = status == 0 && row[QStringLiteral("allow_close")].toBool();
        QVERIFY2(closed || (status >= range[0].toInt() && status <= range[1].toInt()), answer.c_str());
        return;
    }
    const auto words = row[QStringLiteral("expect_description")].toString();
    if (words.contains(QStringLiteral("101"))) {
        QVERIFY2(status > 0 && status != 101, answer.c_str());
        return;
    }
    if (!words.contains(QRegularExpression(QStringLiteral("\\d(xx|\\d\\d)")))) {
        QVERIFY(status >= 200);
        return;
    }
    const bool silence = words.contains(QStringLiteral("close")) || words.contains(QStringLiteral("timeout"));
    const auto isNamed = words.contains(QString::number(status)) || words.contains(QStringLiteral("%1xx").arg(status / 100)) ||
                         (status == 413 && words.contains(QStringLiteral("400")));
    QVERIFY2(isNamed || (status == 0 && silence) || (status == 200 && words.contains(QStringLiteral("non-1xx"))), (answer + words.toStdString()).c_str());
}

void NetRequestsTest::llhttp_data() { loadRows("llhttp.jsonl"); }

/// llhttp parses fragments that a server must not serve (no Host, other protocols, tunnels): the RFC decides there.
void NetRequestsTest::llhttp() {
    if (!QFile::exists(dataFolder() + QStringLiteral("/http1/llhttp.jsonl"))) QSKIP("shared/data/http1 is absent");
    QFETCH(QJsonObject, row);
    QFETCH(QByteArray, bytes);
    const auto line = bytes.left(bytes.indexOf('\r'));
    const bool tunnel = line.startsWith("CONNECT") || line.startsWith("PRI ");
    const bool upgrade = row[QStringLiteral("error_reason")].toString().startsWith(QStringLiteral("Pause on"));
    const bool notOurs = line.contains("RTSP/") || line.contains('#') || line.contains('@') || (line.contains(" * ") && !line.startsWith("OPTIONS"));
    const bool valid = !tunnel && !notOurs && (upgrade || row[QStringLiteral("expect")].toString() == QStringLiteral("ok"));
    if (line.endsWith("HTTP/1.1") && !bytes.toLower().contains("\r\nhost:")) {
        const auto url = line.split(' ').value(1);
        const auto host = url.startsWith("http://") ? url.mid(7).split('/')[0].split('?')[0] : QByteArray("localhost");
        bytes.insert(line.size(), "\r\nHost: " + host);
    }
    const auto answer = answersTo(bytes);
    const bool incomplete = row[QStringLiteral("messages_complete")].toInt() == 0 || bytes.contains("Content-Length: 123");
    if (!valid) QVERIFY2(statusOf(answer) >= 400, (answer + bytes.toStdString()).c_str());
    else if (incomplete) QVERIFY2(answer.empty(), answer.c_str());
    else QVERIFY2(statusOf(answer) == 200, (answer + bytes.toStdString()).c_str());
}

void NetRequestsTest::refused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto raw = [](const char* name, const QByteArray& bytes, int status = 400) { QTest::newRow(name) << bytes << status; };
    const auto line = [&](const char* name, const QByteArray& text, int status = 400) { raw(name, text + "\r\nHost: a\r\n\r\n", status); };
    const auto field = [&](const char* name, const QByteArray& text, int status = 400) { raw(name, "POST / HTTP/1.1\r\nHost: a\r\n" + text + "\r\n\r\n0\r\n\r\n", status); };
    const auto host = [&](const char* name, const QByteArray& text) { raw(name, "GET / HTTP/1.1\r\nHost:" + text + "\r\n\r\n"); };
    const auto chunk = [&](const char* name, const QByteArray& text, int status = 400) { raw(name, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + text, status); };

    line("bare LF after request line", "GET / HTTP/1.1\nX: y");
    raw("bare LF everywhere", "GET / HTTP/1.1\nHost: a\n\n");
    raw("bare LF before the end", "GET / HTTP/1.1\r\nHost: a\r\n\n");
    line("bare CR in request line", "GET /\r HTTP/1.1");
    line("NUL in target", QByteArray("GET /a\0b HTTP/1.1", 17));
    line("control character in target", "GET /a\x01 HTTP/1.1");
    line("DEL in target", "GET /a\x7f HTTP/1.1");
    line("byte over 127 in target", "GET /\xc3\xa9 HTTP/1.1");
    line("space in target", "GET /a b HTTP/1.1");
    line("fragment", "GET /a#b HTTP/1.1");
    line("backslash", "GET /a\\b HTTP/1.1");
    line("bad escape", "GET /a%zz HTTP/1.1");
    line("cut escape", "GET /a%2 HTTP/1.1");
    line("escaped NUL", "GET /a%00 HTTP/1.1");
    line("empty target", "GET  HTTP/1.1");
    line("relative target", "GET a HTTP/1.1");
    line("leading space", " GET / HTTP/1.1");
    line("trailing space", "GET / HTTP/1.1 ");
    line("no version", "GET /");
    line("lower-case version", "GET / http/1.1");
    line("two digits", "GET / HTTP/1.10");
    line("leading zero", "GET / HTTP/01.1");
    line("comma in version", "GET / HTTP/1,1");
    line("space in version", "GET / HTTP/ 1.1");
    line("HTTP/2.0", "GET / HTTP/2.0", 505);
    line("HTTP/1.2", "GET / HTTP/1.2", 505);
    line("HTTP/0.9", "GET / HTTP/0.9", 505);
    line("not a method", "GE(T / HTTP/1.1");
    line("method in lower case", "get / HTTP/1.1", 501);
    line("CONNECT", "CONNECT a:443 HTTP/1.1");
    line("asterisk with POST", "POST * HTTP/1.1");
    line("other scheme", "GET ftp://a/ HTTP/1.1");
    line("user information in target", "GET http://u@a/ HTTP/1.1");
    line("authority that differs from Host", "GET http://b/ HTTP/1.1");
    raw("TLS to a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    raw("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n");
    raw("no host", "GET / HTTP/1.1\r\n\r\n");
    host("empty host", "");
    host("two hosts in one", " a, b");
    host("path in host", " a/b");
    host("user in host", " u@a");
    host("port that is none", " a:b");
    host("port over 65535", " a:65536");
    host("unclosed bracket", " [::1");
    host("space in host", " a b");
    field("space before colon", "X : y");
    field("tab before colon", "X\t: y");
    field("no colon", "X");
    field("empty name", ": y");
    field("folded", "X: y\r\n z");
    field("starts with space", " X: y");
    field("byte over 127 in name", "X\xc3\xa9: y");
    field("NUL in value", QByteArray("X: y\0z", 6));
    field("control character in value", "X: y\x0bz");
    field("bare CR in value", "X: y\rz");
    field("bare LF in value", "X: y\nZ: z");
    field("length and chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked");
    field("chunked and length", "Transfer-Encoding: chunked\r\nContent-Length: 5");
    field("equal lengths", "Content-Length: 5\r\nContent-Length: 5");
    field("list of lengths", "Content-Length: 5, 5");
    field("length with plus", "Content-Length: +5");
    field("length with minus", "Content-Length: -5");
    field("hexadecimal length", "Content-Length: 0x5");
    field("length with point", "Content-Length: 5.0");
    field("length over 64 bits", "Content-Length: 18446744073709551621");
    field("length over 63 bits", "Content-Length: 9223372036854775808");
    field("length over the limit", "Content-Length: 999999999", 413);
    field("coding xchunked", "Transfer-Encoding: xchunked");
    field("coding identity", "Transfer-Encoding: identity");
    field("coding twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked");
    field("chunked twice", "Transfer-Encoding: chunked, chunked");
    field("chunked not last", "Transfer-Encoding: chunked, gzip");
    field("empty coding", "Transfer-Encoding:");
    field("leading comma", "Transfer-Encoding: , chunked");
    field("coding with parameter", "Transfer-Encoding: chunked;a=b");
    field("quoted coding", "Transfer-Encoding: \"chunked\"");
    field("vertical tab before chunked", "Transfer-Encoding: \x0b" "chunked");
    field("coding that we do not speak", "Transfer-Encoding: gzip, chunked", 501);
    field("unknown expectation", "Expect: 200-ok", 417);
    raw("chunked in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    raw("too many fields", "GET / HTTP/1.1\r\nHost: a\r\n" + QByteArray("X: y\r\n").repeated(100) + "\r\n", 431);
    raw("head too large", "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(33 * 1024, 'x') + "\r\n\r\n", 431);
    raw("endless head", "GET /" + QByteArray(40 * 1024, 'x'), 431);
    raw("TRACE with a body", "TRACE / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
    chunk("no size", "\r\n");
    chunk("size that is no number", "x\r\nhello\r\n0\r\n\r\n");
    chunk("0x", "0x5\r\nhello\r\n0\r\n\r\n");
    chunk("minus", "-5\r\nhello\r\n0\r\n\r\n");
    chunk("plus", "+5\r\nhello\r\n0\r\n\r\n");
    chunk("space before size", " 5\r\nhello\r\n0\r\n\r\n");
    chunk("space after size", "5 \r\nhello\r\n0\r\n\r\n");
    chunk("underscore", "1_0\r\nhello\r\n0\r\n\r\n");
    chunk("size over 64 bits", "10000000000000005\r\nhello\r\n0\r\n\r\n");
    chunk("size over the limit", "fffffff\r\n" + QByteArray(33 * 1024 * 1024, 'x'), 413);
    chunk("bare LF after size", "5\nhello\r\n0\r\n\r\n");
    chunk("bare CR after size", "5\rhello\r\n0\r\n\r\n");
    chunk("no line end after data", "5\r\nhello0\r\n\r\n");
    chunk("bare LF after data", "5\r\nhello\n0\r\n\r\n");
    chunk("more data than size", "3\r\nhello\r\n0\r\n\r\n");
    chunk("bare semicolon", "5;\r\nhello\r\n0\r\n\r\n");
    chunk("LF in extension", "5;a\nb\r\nhello\r\n0\r\n\r\n");
    chunk("CR in extension", "5;a\rb\r\nhello\r\n0\r\n\r\n");
    chunk("control character in extension", "5;a=\x01\r\nhello\r\n0\r\n\r\n");
    chunk("unclosed quote", "5;a=\"b\r\nhello\r\n0\r\n\r\n");
    chunk("endless extension", "5;" + QByteArray(20'000, 'a') + "\r\nhello\r\n0\r\n\r\n");
    chunk("length in a trailer", "5\r\nhello\r\n0\r\nContent-Length: 5\r\n\r\n");
    chunk("malformed trailer", "5\r\nhello\r\n0\r\nX : y\r\n\r\n");
    chunk("bare LF in trailer", "5\r\nhello\r\n0\r\nX: y\n\r\n");
    chunk("bare LF at the end", "5\r\nhello\r\n0\r\n\n");
}

void NetRequestsTest::refused() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    // What follows a refused message must never be taken for a request.
    const auto answer = answersTo(bytes + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY2(statusOf(answer) == status, answer.c_str());
    QVERIFY2(answer.find("connection: close\r\n") != std::string::npos, answer.c_str());
    QVERIFY2(answer.find("HTTP/1.1", 9) == std::string::npos, answer.c_str());
}

void NetRequestsTest::served_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto raw = [](const char* name, const QByteArray& bytes) { QTest::newRow(name) << bytes; };
    const auto field = [&](const char* name, const QByteArray& text) { raw(name, "GET / HTTP/1.1\r\nHost: a\r\n" + text + "\r\n\r\n"); };
    raw("host with port", "GET / HTTP/1.1\r\nHost: a.example:8080\r\n\r\n");
    raw("host IPv6", "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n");
    raw("1.0 without host", "GET / HTTP/1.0\r\n\r\n");
    raw("absolute-form", "GET http://a.example/x?y HTTP/1.1\r\nHost: A.example\r\n\r\n");
    raw("OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    raw("empty line before", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    raw("unknown method", "PURGE / HTTP/1.1\r\nHost: a\r\n\r\n");
    raw("escapes and sub-delimiters", "GET /a%2Fb;c=(d)!$&'*+,:@~?e=[f]|{g} HTTP/1.1\r\nHost: a\r\n\r\n");
    field("no space after colon", "X:y");
    field("tabs around a value", "X:\ty\t");
    field("empty value", "X:");
    field("bytes over 127 in a value", "X: caf\xc3\xa9");
    field("all token characters", "!#$%&'*+-.^_`|~0aZ: y");
    field("underscore twin of a framing field", "Content_Length: 99");
    raw("length with leading zeros", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0005\r\n\r\nhello");
    raw("chunked in capitals", "POST / HTTP/1.1\r\nHost: a\r\nTRANSFER-ENCODING: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    raw("chunk extensions", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a;b=c;d=\"e;\\\"f\"\r\nhello\r\n0;x\r\n\r\n");
    raw("trailer", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n05\r\nhello\r\n000\r\nX-Sum: 1\r\n\r\n");
}

void NetRequestsTest::served() {
    QFETCH(QByteArray, bytes);
    const auto answer = answersTo(bytes);
    QVERIFY2(statusOf(answer) == 200, answer.c_str());
    if (bytes.contains("hello")) QVERIFY2(answer.ends_with("\r\n\r\nhello"), answer.c_str());
}

void NetRequestsTest::anAmbiguousRequestIsRefusedAtWhateverByteItIsCut() {
    if (!server_) server_ = std::make_unique<TestServer>(echoWithAllow);
    const std::string bytes = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\n\r\n";
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
        RawClient client(server_->port());
        QVERIFY(client.send(bytes.substr(0, cut)));
        client.send(bytes.substr(cut));
        QCOMPARE(statusOf(client.readToEnd()), 400);
    }
}

void NetRequestsTest::aValidRequestIsServedAtWhateverByteItIsCut() {
    if (!server_) server_ = std::make_unique<TestServer>(echoWithAllow);
    const std::string bytes = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n";
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
        RawClient client(server_->port());
        QVERIFY(client.send(bytes.substr(0, cut)));
        QVERIFY(client.send(bytes.substr(cut)));
        const std::string answer = client.readToEnd();
        QVERIFY2(statusOf(answer) == 200 && answer.ends_with("\r\n\r\nhello"), answer.c_str());
    }
}

QTEST_GUILESS_MAIN(NetRequestsTest)
#include "tst_net_requests.moc"
