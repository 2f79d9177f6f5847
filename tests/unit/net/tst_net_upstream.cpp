#include "tests/unit/net/scripted_server.h"

#include <QTest>

using namespace signalbox::net;
using signalbox::monotonicNow;
using namespace signalbox::net::test;

namespace {

constexpr const char* kOk = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/// The kind of error that a whole call ends with.
asio::awaitable<std::optional<Error>> errorOf(UpstreamPool& pool, Endpoint endpoint, std::chrono::milliseconds within) {
    UpstreamRequest request;
    request.target = "/";
    auto answer = co_await fetch(pool, endpoint, std::move(request), within);
    co_return answer.error;
}

} // namespace

class NetUpstreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bodiesEndAsTheirFramingSays_data();
    void bodiesEndAsTheirFramingSays();
    void everyCutOfAChunkedAnswerReadsTheSame();
    void aDeadPooledConnectionIsReplacedOnce();
    void aFreshConnectionIsNotRetried();
    void aBrokenAnswerIsNotRetried();
    void aRefusedConnectionIsAConnectError();
    void silenceIsATimeoutAndTheCallStaysReadable();
    void cancelEndsAWaitAtOnce();
    void anAnswerBeforeTheWholeRequestIsHeard();
    void idleConnectionsExpire();
    void aServerThatSpeaksOutOfTurnLosesItsConnection();
    void privateAddressesAreNotCalledWhenForbidden();
    void aPlainProxyGetsTheAbsoluteForm();
    void noProxyIsHonoured();
    void aRequestThatWouldSplitIsNotSent();
};

void NetUpstreamTest::bodiesEndAsTheirFramingSays_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("error"); // -1: none
    const auto row = [](const char* name, const QByteArray& answer, const QByteArray& body, int error = -1) { QTest::newRow(name) << answer << body << error; };
    constexpr int kReset = int(Error::Kind::Reset);
    constexpr int kProtocol = int(Error::Kind::Protocol);
    row("length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "hello");
    row("length cut short", "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello", "hello", kReset);
    row("chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "hello");
    row("chunked without the last", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "hello", kReset);
    row("chunked cut in the last", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n", "hello", kReset);
    row("malformed chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\nhello\r\n0\r\n\r\n", "", kProtocol);
    row("until close", "HTTP/1.1 200 OK\r\n\r\nhello", "hello");
    row("1.0 until close", "HTTP/1.0 200 OK\r\n\r\nhello", "hello");
    row("no content", "HTTP/1.1 204 No Content\r\n\r\n", "");
    row("interim answers", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "ok");
    row("no reason phrase", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok", "ok");
    row("closed in the head", "HTTP/1.1 200 OK\r\nContent-", "", kReset);
    row("closed at once", "", "", kReset);
    row("not HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "", kProtocol);
    row("garbage status", "HTTP/1.1 2x0 OK\r\n\r\n", "", kProtocol);
    row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok", "", kProtocol);
    row("length and chunked", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nok", "", kProtocol);
    row("unknown coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nok", "", kProtocol);
    row("bare LF in a field", "HTTP/1.1 200 OK\r\nA: b\nC: d\r\n\r\nok", "", kProtocol);
    row("switching protocols", "HTTP/1.1 101 Switching Protocols\r\n\r\n", "", kProtocol);
    row("endless head", "HTTP/1.1 200 OK\r\nA: " + QByteArray(70'000, 'x'), "", int(Error::Kind::TooLarge));
}

void NetUpstreamTest::bodiesEndAsTheirFramingSays() {
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, body);
    QFETCH(int, error);
    ScriptedServer server({ScriptedServer::answering(answer.toStdString())});
    TestPool pool;
    const auto got = pool.post(server.endpoint(), "");
    QCOMPARE(got.error ? int(got.error->kind) : -1, error);
    QCOMPARE(QByteArray::fromStdString(got.body), body);
}

void NetUpstreamTest::everyCutOfAChunkedAnswerReadsTheSame() {
    const std::string answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nA: b\r\n\r\n";
    TestPool pool;
    for (std::size_t cut = 1; cut < answer.size(); ++cut) {
        ScriptedServer server({[&](int socket) {
            const int on = 1;
            ::setsockopt(socket, IPPROTO_TCP, 1 /* TCP_NODELAY */, &on, sizeof on);
            ScriptedServer::readRequest(socket);
            ScriptedServer::say(socket, answer.substr(0, cut));
            ScriptedServer::say(socket, answer.substr(cut));
            ScriptedServer::untilClosed(socket);
        }});
        const auto got = pool.get(server.endpoint());
        QVERIFY(!got.error);
        QCOMPARE(got.body, std::string("hello world"));
        pool.loop.call([&] { pool.pool->close(); });
    }
}

void NetUpstreamTest::aDeadPooledConnectionIsReplacedOnce() {
    // Keeps the connection until the second request came, then closes without a word: the pool cannot know before.
    ScriptedServer server({[](int socket) {
                               ScriptedServer::readRequest(socket);
                               ScriptedServer::say(socket, kOk);
                               ScriptedServer::readRequest(socket);
                           },
                           ScriptedServer::answering(kOk)});
    TestPool pool;
    QVERIFY(!pool.post(server.endpoint(), "").error);
    QCOMPARE(pool.idle(), std::size_t(1));
    const auto second = pool.post(server.endpoint(), "");
    QVERIFY(!second.error);
    QCOMPARE(second.body, std::string("ok"));
    QVERIFY(!second.wasPooled);
    QCOMPARE(server.connections(), 2);
}

void NetUpstreamTest::aFreshConnectionIsNotRetried() {
    ScriptedServer server({ScriptedServer::answering(""), ScriptedServer::answering(kOk)});
    TestPool pool;
    const auto got = pool.post(server.endpoint(), "");
    QVERIFY(got.error && got.error->kind == Error::Kind::Reset && got.error->phase == Error::Phase::Head);
    QCOMPARE(server.connections(), 1);
}

void NetUpstreamTest::aBrokenAnswerIsNotRetried() {
    ScriptedServer server({[](int socket) {
                               ScriptedServer::readRequest(socket);
                               ScriptedServer::say(socket, kOk);
                               ScriptedServer::readRequest(socket);
                               ScriptedServer::say(socket, "HTTP/1.1 2");
                           },
                           ScriptedServer::answering(kOk)});
    TestPool pool;
    QVERIFY(!pool.post(server.endpoint(), "").error);
    const auto second = pool.post(server.endpoint(), "");
    QVERIFY(second.error && second.error->kind == Error::Kind::Reset);
    QCOMPARE(server.connections(), 1);
}

void NetUpstreamTest::aRefusedConnectionIsAConnectError() {
    // Bound, so that nobody else gets the port, but not listening.
    const int bound = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QVERIFY(::bind(bound, reinterpret_cast<sockaddr*>(&address), size) == 0);
    ::getsockname(bound, reinterpret_cast<sockaddr*>(&address), &size);
    const Endpoint endpoint{false, "127.0.0.1", ntohs(address.sin_port)};
    TestPool pool;
    const auto got = pool.post(endpoint, "");
    QVERIFY(got.error && got.error->kind == Error::Kind::Connect && got.error->phase == Error::Phase::Connect);
    ::close(bound);
}

asio::awaitable<std::string> readThroughSilence(UpstreamPool& pool, Endpoint endpoint, int speakTo) {
    UpstreamRequest request;
    request.target = "/";
    auto call = pool.call(endpoint);
    const auto by = monotonicNow() + std::chrono::seconds(10);
    const auto sent = co_await call->send(request, by, by);
    if (!sent) co_return "send failed: " + sent.error().detail + std::to_string(int(sent.error().kind));
    const auto silence = co_await call->readSome(monotonicNow() + std::chrono::milliseconds(30));
    if (silence || silence.error().kind != Error::Kind::Timeout) co_return silence ? "bytes " + std::string(*silence) : "other error " + silence.error().detail + std::to_string(int(silence.error().kind));
    ScriptedServer::say(speakTo, "go");
    const auto bytes = co_await call->readSome(by);
    co_return bytes ? std::string(*bytes) : "unreadable";
}

void NetUpstreamTest::silenceIsATimeoutAndTheCallStaysReadable() {
    int pair[2];
    QVERIFY(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0);
    ScriptedServer server({[&](int socket) {
        ScriptedServer::readRequest(socket);
        ScriptedServer::say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
        char go[2];
        (void)!::recv(pair[1], go, 2, MSG_WAITALL);
        ScriptedServer::say(socket, "ok");
    }});
    TestPool pool;
    const std::string outcome = pool.loop.run(readThroughSilence(*pool.pool, server.endpoint(), pair[0]));
    ScriptedServer::say(pair[0], "go"); // however it went, the server must not wait for ever
    QVERIFY2(outcome == "ok", outcome.c_str());
    ::close(pair[0]);
    ::close(pair[1]);
    ScriptedServer mute({ScriptedServer::untilClosed});
    const auto error = pool.loop.run(errorOf(*pool.pool, mute.endpoint(), std::chrono::milliseconds(50)));
    QVERIFY(error && error->kind == Error::Kind::Timeout && error->phase == Error::Phase::Head);
}

asio::awaitable<Error> cancelled(UpstreamPool& pool, Endpoint endpoint, std::promise<UpstreamCall*>& made) {
    auto call = pool.call(endpoint);
    UpstreamRequest request;
    request.target = "/";
    made.set_value(call.get());
    const auto by = monotonicNow() + std::chrono::seconds(60);
    const auto sent = co_await call->send(request, by, by);
    co_return sent ? Error{} : sent.error();
}

void NetUpstreamTest::cancelEndsAWaitAtOnce() {
    ScriptedServer mute({ScriptedServer::untilClosed});
    TestPool pool;
    std::promise<UpstreamCall*> made;
    auto ended = asio::co_spawn(pool.loop.context, cancelled(*pool.pool, mute.endpoint(), made), asio::use_future);
    auto* const call = made.get_future().get();
    pool.loop.call([call] { call->cancel(); });
    QVERIFY(ended.wait_for(std::chrono::seconds(5)) == std::future_status::ready);
    QCOMPARE(int(ended.get().kind), int(Error::Kind::Cancelled));
}

void NetUpstreamTest::anAnswerBeforeTheWholeRequestIsHeard() {
    // Reads only the head of a large request, says no, and closes in an orderly way: once the caller has heard it, since a
    // server that reads on may have the whole request before the caller looks up from writing it.
    std::promise<void> heard;
    ScriptedServer server({[&](int socket) {
        ScriptedServer::readRequest(socket);
        ScriptedServer::say(socket, "HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
        heard.get_future().wait();
        ScriptedServer::untilClosed(socket);
    }});
    TestPool pool;
    const auto got = pool.post(server.endpoint(), std::string(64 * 1024 * 1024, 'x'));
    heard.set_value();
    QVERIFY(!got.error);
    QCOMPARE(got.status, 413);
    QCOMPARE(got.body, std::string("big"));
    QCOMPARE(pool.idle(), std::size_t(0));
}

void NetUpstreamTest::idleConnectionsExpire() {
    TestServer server;
    UpstreamPool::Options options;
    options.idleTime = std::chrono::milliseconds(50);
    TestPool pool(options);
    QVERIFY(!pool.get(server.endpoint()).error);
    QTRY_COMPARE(pool.idle(), std::size_t(0));
    QTRY_COMPARE(server.server->connections(), std::size_t(0));
}

void NetUpstreamTest::aServerThatSpeaksOutOfTurnLosesItsConnection() {
    ScriptedServer server({[](int socket) {
        ScriptedServer::readRequest(socket);
        ScriptedServer::say(socket, std::string(kOk) + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong");
        ScriptedServer::untilClosed(socket);
    }});
    TestPool pool;
    QCOMPARE(pool.get(server.endpoint()).body, std::string("ok"));
    QCOMPARE(pool.idle(), std::size_t(0));
}

void NetUpstreamTest::privateAddressesAreNotCalledWhenForbidden() {
    TestServer server;
    UpstreamPool::Options options;
    options.allowPrivateAddresses = false;
    TestPool pool(options);
    for (const char* host : {"127.0.0.1", "localhost", "::ffff:127.0.0.1"}) {
        const auto got = pool.get({false, host, server.port()});
        QVERIFY2(got.error && got.error->kind == Error::Kind::Resolve, host);
    }
    QCOMPARE(server.server->connections(), std::size_t(0));
    TestPool open;
    QCOMPARE(open.get({false, "localhost", server.port()}).status, 200);
}

void NetUpstreamTest::aPlainProxyGetsTheAbsoluteForm() {
    std::promise<std::string> seen;
    ScriptedServer proxy({[&](int socket) {
        seen.set_value(ScriptedServer::readRequest(socket));
        ScriptedServer::say(socket, kOk);
    }});
    UpstreamPool::Options options;
    options.httpProxy = "http://u:p@127.0.0.1:" + std::to_string(proxy.endpoint().port);
    TestPool pool(options);
    QCOMPARE(pool.get({false, "vendor.example", 8080}, "/v1").body, std::string("ok"));
    const std::string request = seen.get_future().get();
    QVERIFY2(request.starts_with("GET http://vendor.example:8080/v1 HTTP/1.1\r\nhost: vendor.example:8080\r\n"), request.c_str());
    QVERIFY(request.find("proxy-authorization: Basic dTpw\r\n") != std::string::npos);
}

void NetUpstreamTest::noProxyIsHonoured() {
    TestServer server;
    UpstreamPool::Options options;
    options.httpProxy = "http://127.0.0.1:1";
    options.noProxy = "127.0.0.1";
    TestPool pool(options);
    QCOMPARE(pool.get(server.endpoint()).status, 200);
}

void NetUpstreamTest::aRequestThatWouldSplitIsNotSent() {
    TestServer server;
    TestPool pool;
    const auto got = pool.get(server.endpoint(), "/ HTTP/1.1\r\nX: y\r\n\r\nGET /");
    QVERIFY(got.error && got.error->kind == Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(NetUpstreamTest)
#include "tst_net_upstream.moc"
