#include "tests/unit/net/net_fixture.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QTest>

#include <atomic>
#include <set>

using namespace signalbox::net;
using namespace signalbox::net::test;

class NetServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsAnswered();
    void pipelinedRequestsAreAnsweredInOrder();
    void aConnectionIsKeptAndReused();
    void aBodyOfAnySizeArrivesWhole();
    void aStrangersLargeBodyIsNotRead_data();
    void aStrangersLargeBodyIsNotRead();
    void aChunkedAnswerArrivesWhole();
    void headGetsTheHeadOfWhatGetWouldGet();
    void anOldClientGetsAnAnswerThatEndsWithTheConnection();
    void anOldClientMayKeepTheConnection();
    void continueIsSentBeforeTheBodyIsAwaited();
    void aSlowHeadIsAnsweredWith408();
    void aSlowBodyIsAnsweredWith408();
    void anIdleConnectionIsClosed();
    void aReaderThatTakesNothingIsGivenUp();
    void connectionsOverTheLimitAreClosed();
    void aClientThatLeavesIsNoticedWhileTheHandlerWaits_data();
    void aClientThatLeavesIsNoticedWhileTheHandlerWaits();
    void pipelinedBytesAreNoDisconnect();
    void keepAliveBytesFillSilence();
    void anAbortedStreamNeverLooksFinished_data();
    void anAbortedStreamNeverLooksFinished();
    void aHandlerThatDoesNotAnswerIsAnsweredFor();
    void drainLetsRunningRequestsFinish();
    void stopClosesEverything();
    void connectionsAreDealtOverAllWorkers();
    void anAnswerCannotBeSplitByAFieldValue();
};

namespace {

/// A handler that waits until the test says so, and tells the test how far it is.
struct Gate {
    explicit Gate(Response answer = {}) : response(std::move(answer)) {}
    asio::awaitable<void> serve(Request, Reply& reply) {
        asio::steady_timer timer(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
        reply.onDisconnect([this, &timer] {
            disconnected = true;
            timer.cancel();
        });
        open = [&timer] { timer.cancel(); };
        entered.set_value();
        co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
        Response answer = response;
        const bool there = co_await reply.send(std::move(answer));
        left.set_value(there);
    }
    Handler handler() {
        return [this](Request request, Reply& reply) { return serve(std::move(request), reply); };
    }
    Response response;
    std::promise<void> entered;
    std::promise<bool> left;
    std::function<void()> open;
    std::atomic<bool> disconnected{false};
};

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

template <class T>
bool isReadyWithin(std::future<T>& future, std::chrono::milliseconds time) {
    return future.wait_for(time) == std::future_status::ready;
}

Server::Options limited(ServerLimits limits) {
    Server::Options options;
    options.limits = limits;
    return options;
}

} // namespace

void NetServerTest::aRequestIsAnswered() {
    TestServer server;
    RawClient client(server.port());
    QVERIFY(client.send("GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n"));
    const std::string answer = client.readUntilContains("]");
    QVERIFY2(answer.starts_with("HTTP/1.1 200 OK\r\n"), answer.c_str());
    QVERIFY(answer.ends_with("\r\n\r\nGET /a?b []"));
}

void NetServerTest::pipelinedRequestsAreAnsweredInOrder() {
    TestServer server;
    RawClient client(server.port());
    QVERIFY(client.send("POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET /2 HTTP/1.1\r\nHost: x\r\n\r\n"
                        "POST /3 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nde\r\n0\r\n\r\nGET /4 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    const std::string answers = client.readToEnd();
    QVERIFY(client.isClosed());
    const auto first = answers.find("POST /1 [abc]");
    const auto second = answers.find("GET /2 []", first);
    const auto third = answers.find("POST /3 [de]", second);
    QVERIFY2(answers.find("GET /4 []", third) != std::string::npos, answers.c_str());
}

void NetServerTest::aConnectionIsKeptAndReused() {
    TestServer server;
    TestPool pool;
    const auto first = pool.post(server.endpoint(), "one");
    QCOMPARE(first.status, 200);
    QCOMPARE(first.body, std::string("POST / [one]"));
    QVERIFY(!first.wasPooled);
    QCOMPARE(pool.idle(), std::size_t(1));
    const auto second = pool.post(server.endpoint(), "two");
    QCOMPARE(second.body, std::string("POST / [two]"));
    QVERIFY(second.wasPooled);
    QCOMPARE(server.server->connections(), std::size_t(1));
}

void NetServerTest::aBodyOfAnySizeArrivesWhole() {
    TestServer server;
    TestPool pool;
    for (const std::size_t size : {0U, 1U, 4000U, 8192U, 70'000U, 5'000'000U}) {
        const std::string body(size, 'x');
        const auto answer = pool.post(server.endpoint(), body);
        QVERIFY2(!answer.error, answer.error ? answer.error->detail.c_str() : "");
        QVERIFY(answer.body == "POST / [" + body + "]");
    }
}

asio::awaitable<void> streamNumbers(Request, Reply& reply) {
    Response head;
    co_await reply.begin(std::move(head));
    for (int i = 0; i < 1000; ++i) {
        std::string number = std::to_string(i) + ",";
        co_await reply.write(std::move(number));
    }
    co_await reply.end();
}

void NetServerTest::aStrangersLargeBodyIsNotRead_data() {
    QTest::addColumn<QByteArray>("framing");
    QTest::addColumn<QByteArray>("begun");
    QTest::newRow("announced") << QByteArray("Content-Length: 30000000\r\n") << QByteArray();
    QTest::newRow("announced, and waited for") << QByteArray("Content-Length: 30000000\r\nExpect: 100-continue\r\n") << QByteArray();
    QTest::newRow("in chunks") << QByteArray("Transfer-Encoding: chunked\r\n") << QByteArray("13880\r\n") + QByteArray(80'000, 'x') + QByteArray("\r\n");
}

void NetServerTest::aStrangersLargeBodyIsNotRead() {
    QFETCH(QByteArray, framing);
    QFETCH(QByteArray, begun);
    TestServer server(echo, {}, [](const Request& request) { return request.fields.get("authorization") == "friend"; });
    RawClient stranger(server.port());
    QVERIFY(stranger.send("POST / HTTP/1.1\r\nHost: x\r\n" + framing.toStdString() + "\r\n" + begun.toStdString()));
    const std::string answer = stranger.readToEnd(); // without the rest of the body
    QVERIFY2(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("POST / []"), answer.c_str());
    QVERIFY(answer.find("connection: close") != std::string::npos);

    const std::string small(60'000, 'x');
    const std::string large(200'000, 'x');
    for (const auto& [credential, body] : {std::pair("nobody", small), std::pair("friend", large)}) {
        RawClient client(server.port());
        QVERIFY(client.send("POST / HTTP/1.1\r\nHost: x\r\nAuthorization: " + std::string(credential) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body));
        QVERIFY(client.readUntilContains("]").ends_with("[" + body + "]"));
    }
}

void NetServerTest::aChunkedAnswerArrivesWhole() {
    TestServer server(streamNumbers);
    TestPool pool;
    std::string expected;
    for (int i = 0; i < 1000; ++i) expected += std::to_string(i) + ",";
    for (int round = 0; round < 2; ++round) {
        const auto answer = pool.get(server.endpoint());
        QVERIFY(!answer.error);
        QCOMPARE(answer.body, expected);
        QCOMPARE(answer.wasPooled, round == 1);
    }
}

void NetServerTest::headGetsTheHeadOfWhatGetWouldGet() {
    TestServer server;
    RawClient client(server.port());
    QVERIFY(client.send("HEAD /abc HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    const std::string answers = client.readToEnd();
    const auto headEnd = answers.find("\r\n\r\n");
    QVERIFY(answers.find("content-length: 12\r\n") < headEnd); // "HEAD /abc []"
    QVERIFY2(answers.substr(headEnd + 4).starts_with("HTTP/1.1 200"), answers.c_str());
}

void NetServerTest::anOldClientGetsAnAnswerThatEndsWithTheConnection() {
    TestServer server(streamNumbers);
    RawClient client(server.port());
    QVERIFY(client.send("GET / HTTP/1.0\r\n\r\n"));
    const std::string answer = client.readToEnd();
    QVERIFY(client.isClosed() && !client.wasReset());
    QVERIFY(answer.find("transfer-encoding") == std::string::npos);
    QVERIFY2(answer.find("\r\n\r\n0,1,2,") != std::string::npos && answer.ends_with("998,999,"), answer.c_str());
}

void NetServerTest::anOldClientMayKeepTheConnection() {
    TestServer server;
    RawClient client(server.port());
    for (int i = 0; i < 2; ++i) {
        client.forget();
        QVERIFY(client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
        const std::string answer = client.readUntilContains("]");
        QVERIFY(answer.find("connection: keep-alive\r\n") != std::string::npos);
    }
    QVERIFY(client.send("GET / HTTP/1.0\r\n\r\n"));
    client.readToEnd();
    QVERIFY(client.isClosed());
}

void NetServerTest::continueIsSentBeforeTheBodyIsAwaited() {
    TestServer server;
    RawClient client(server.port());
    QVERIFY(client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n"));
    QCOMPARE(client.readUntilContains("\r\n\r\n"), std::string("HTTP/1.1 100 Continue\r\n\r\n"));
    QVERIFY(client.send("hello"));
    QVERIFY(client.readUntilContains("]").ends_with("POST / [hello]"));
}

void NetServerTest::aSlowHeadIsAnsweredWith408() {
    ServerLimits limits;
    limits.headTime = std::chrono::milliseconds(100);
    TestServer server(echo, limited(limits));
    RawClient client(server.port());
    QVERIFY(client.send("GET / HTTP/1.1\r\nHost"));
    QVERIFY(client.readToEnd().starts_with("HTTP/1.1 408 "));
    QVERIFY(client.isClosed());
}

void NetServerTest::aSlowBodyIsAnsweredWith408() {
    TestServer server;
    RawClient client(server.port());
    QVERIFY(client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nx"));
    QVERIFY(client.readToEnd().starts_with("HTTP/1.1 408 "));
    QVERIFY(client.isClosed());
}

void NetServerTest::anIdleConnectionIsClosed() {
    ServerLimits limits;
    limits.idleTime = std::chrono::milliseconds(100);
    TestServer server(echo, limited(limits));
    RawClient client(server.port());
    QVERIFY(client.send(kGet));
    QVERIFY(client.readUntilContains("]").find("200 OK") != std::string::npos);
    client.forget();
    QCOMPARE(client.readToEnd(), std::string());
    QVERIFY(client.isClosed());
}

void NetServerTest::aReaderThatTakesNothingIsGivenUp() {
    ServerLimits limits;
    limits.writeTime = std::chrono::milliseconds(200);
    Response large;
    large.body.assign(32 * 1024 * 1024, 'x');
    Gate gate(std::move(large));
    TestServer server(gate.handler(), limited(limits));
    RawClient client(server.port(), 4096);
    QVERIFY(client.send(kGet));
    gate.entered.get_future().wait();
    server.loop.call([&] { gate.open(); });
    auto left = gate.left.get_future();
    QVERIFY(isReadyWithin(left, std::chrono::seconds(10)));
    QVERIFY(!left.get());
    QTRY_COMPARE(server.server->connections(), std::size_t(0));
}

void NetServerTest::connectionsOverTheLimitAreClosed() {
    ServerLimits limits;
    limits.connections = 1;
    TestServer server(echo, limited(limits));
    RawClient first(server.port());
    QVERIFY(first.send(kGet));
    QVERIFY(!first.readUntilContains("]").empty());
    RawClient second(server.port());
    QCOMPARE(second.readToEnd(), std::string());
    QVERIFY(second.isClosed());
    first.forget();
    QVERIFY(first.send(kGet));
    QVERIFY(!first.readUntilContains("]").empty());
}

void NetServerTest::aClientThatLeavesIsNoticedWhileTheHandlerWaits_data() {
    QTest::addColumn<bool>("reset");
    QTest::addColumn<bool>("pipelined");
    QTest::newRow("close") << false << false;
    QTest::newRow("reset") << true << false;
    QTest::newRow("close behind a pipelined request") << false << true;
}

void NetServerTest::aClientThatLeavesIsNoticedWhileTheHandlerWaits() {
    QFETCH(bool, reset);
    QFETCH(bool, pipelined);
    Gate gate;
    TestServer server(gate.handler());
    RawClient client(server.port());
    QVERIFY(client.send(std::string(kGet) + (pipelined ? std::string(kGet) : std::string())));
    gate.entered.get_future().wait();
    if (reset) client.reset();
    else client.close();
    auto left = gate.left.get_future();
    QVERIFY(isReadyWithin(left, std::chrono::seconds(10)));
    QVERIFY(gate.disconnected);
    QVERIFY(!left.get());
}

void NetServerTest::pipelinedBytesAreNoDisconnect() {
    Gate gate;
    TestServer server(gate.handler());
    RawClient client(server.port());
    QVERIFY(client.send(kGet));
    gate.entered.get_future().wait();
    QVERIFY(client.send("GET /second HTTP/1.1\r\nHost: x\r\n")); // arrives while the first is being handled, not whole
    RawClient witness(server.port());
    QVERIFY(witness.isConnected());
    server.loop.call([] {}); // the event loop has seen what came before
    QVERIFY(!gate.disconnected);
    server.loop.call([&] { gate.open(); });
    auto left = gate.left.get_future();
    QVERIFY(left.get());
    QVERIFY(!gate.disconnected);
}

asio::awaitable<void> silentStream(Request, Reply& reply) {
    Response head;
    co_await reply.begin(std::move(head), ": keep-alive\n\n", std::chrono::milliseconds(20));
    asio::steady_timer timer(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
    reply.onDisconnect([&timer] { timer.cancel(); });
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
}

void NetServerTest::keepAliveBytesFillSilence() {
    TestServer server(silentStream);
    RawClient client(server.port());
    QVERIFY(client.send(kGet));
    const std::string chunk = "e\r\n: keep-alive\n\n\r\n";
    QVERIFY(client.readUntilContains(chunk + chunk + chunk).ends_with(chunk));
    client.close();
    QTRY_COMPARE(server.server->connections(), std::size_t(0));
}

asio::awaitable<void> brokenStream(Request, Reply& reply) {
    Response head;
    co_await reply.begin(std::move(head));
    std::string half = "half";
    co_await reply.write(std::move(half));
    reply.abort();
}

void NetServerTest::anAbortedStreamNeverLooksFinished_data() {
    QTest::addColumn<QByteArray>("version");
    QTest::newRow("1.1") << QByteArray("HTTP/1.1");
    QTest::newRow("1.0") << QByteArray("HTTP/1.0");
}

void NetServerTest::anAbortedStreamNeverLooksFinished() {
    QFETCH(QByteArray, version);
    TestServer server(brokenStream);
    RawClient client(server.port());
    QVERIFY(client.send("GET / " + version.toStdString() + "\r\nHost: x\r\n\r\n"));
    const std::string answer = client.readToEnd();
    QVERIFY(client.isClosed());
    QVERIFY(answer.find("\r\n0\r\n") == std::string::npos);
    QVERIFY(version == "HTTP/1.1" || client.wasReset());
}

asio::awaitable<void> silent(Request, Reply&) { co_return; }
asio::awaitable<void> throwing(Request, Reply&) {
    throw std::runtime_error("x");
    co_return;
}

void NetServerTest::aHandlerThatDoesNotAnswerIsAnsweredFor() {
    for (const Handler& handler : {Handler(silent), Handler(throwing)}) {
        TestServer server(handler);
        RawClient client(server.port());
        QVERIFY(client.send(kGet));
        QVERIFY(client.readToEnd().starts_with("HTTP/1.1 500 "));
    }
}

void NetServerTest::drainLetsRunningRequestsFinish() {
    Gate gate;
    TestServer server(gate.handler());
    RawClient busy(server.port());
    RawClient idle(server.port());
    QVERIFY(busy.send(kGet));
    gate.entered.get_future().wait();
    QTRY_COMPARE(server.server->connections(), std::size_t(2));
    server.server->drain();
    QCOMPARE(idle.readToEnd(), std::string());
    QVERIFY(idle.isClosed());
    QTRY_COMPARE(server.server->connections(), std::size_t(1));
    QVERIFY(!RawClient(server.port()).isConnected());
    server.loop.call([&] { gate.open(); });
    const std::string answer = busy.readToEnd();
    QVERIFY2(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.find("connection: close\r\n") != std::string::npos, answer.c_str());
    QTRY_COMPARE(server.server->connections(), std::size_t(0));
}

void NetServerTest::stopClosesEverything() {
    Gate gate;
    TestServer server(gate.handler());
    RawClient busy(server.port());
    RawClient idle(server.port());
    QVERIFY(busy.send(kGet));
    gate.entered.get_future().wait();
    server.server->stop();
    busy.readToEnd();
    idle.readToEnd();
    QVERIFY(busy.isClosed() && idle.isClosed());
    QTRY_COMPARE(server.server->connections(), std::size_t(0));
}

asio::awaitable<void> sayThread(Request, Reply& reply) {
    Response response;
    response.body = "[" + std::to_string(std::hash<std::thread::id>{}(std::this_thread::get_id())) + "]";
    co_await reply.send(std::move(response));
}

void NetServerTest::connectionsAreDealtOverAllWorkers() {
    Loop first;
    Loop second;
    std::vector<Server::Worker> workers;
    workers.push_back({&first.context, sayThread});
    workers.push_back({&second.context, sayThread});
    auto server = Server::listen({}, std::move(workers));
    QVERIFY(server);
    std::set<std::string> threads;
    for (int i = 0; i < 4; ++i) {
        RawClient client((*server)->port());
        QVERIFY(client.send(kGet));
        const std::string answer = client.readUntilContains("]");
        threads.insert(answer.substr(answer.find('[')));
    }
    QCOMPARE(threads.size(), std::size_t(2));
    first.finish();
    second.finish();
}

asio::awaitable<void> splitting(Request, Reply& reply) {
    Response response;
    response.fields.add("x-id", "1\r\nset-cookie: a=b");
    response.fields.add("x-kept", "y");
    co_await reply.send(std::move(response));
}

void NetServerTest::anAnswerCannotBeSplitByAFieldValue() {
    TestServer server(splitting);
    RawClient client(server.port());
    QVERIFY(client.send(kGet));
    const std::string answer = client.readUntilContains("\r\n\r\n");
    QVERIFY(answer.find("x-kept: y\r\n") != std::string::npos);
    QVERIFY(answer.find("set-cookie") == std::string::npos);
}

QTEST_GUILESS_MAIN(NetServerTest)
#include "tst_net_server.moc"
