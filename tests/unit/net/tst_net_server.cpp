#include "tests/unit/net/net_fixture.h"

#include <QTest>

using namespace signalbox::net;
using namespace signalbox::net::test;

class NetServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsAnswered();
    void pipelinedRequestsAreAnsweredInOrder();
    void aConnectionIsKeptAndReused();
    void aBodyOfAnySizeArrivesWhole();
    void aChunkedAnswerArrivesWhole();
};

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

QTEST_GUILESS_MAIN(NetServerTest)
#include "tst_net_server.moc"
