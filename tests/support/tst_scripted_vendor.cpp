#include "tests/support/http_client.h"
#include "tests/support/scripted_vendor.h"
#include "tests/support/vendor_replies.h"

#include <QtTest>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>

#include <thread>

using namespace signalbox::tests;
using namespace std::chrono_literals;
using vendor::Protocol;

namespace {
constexpr auto kChat = "/v1/chat/completions";
constexpr auto kStreamBody = R"({"model":"m","stream":true,"stream_options":{"include_usage":true},"messages":[]})";
constexpr auto kBody = R"({"model":"m","messages":[]})";

HttpReply ask(const ScriptedVendor& vendor, std::string_view body = kBody, std::chrono::milliseconds patience = 5s) {
    return httpCall(vendor.port(), "POST", kChat, body, {{"content-type", "application/json"}}, patience);
}
} // namespace

class TestScriptedVendor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDecentVendorAnswersBothProtocols() {
        ScriptedVendor vendor;
        QCOMPARE(ask(vendor).status, 200);
        const auto stream = ask(vendor, kStreamBody);
        QVERIFY(stream.complete);
        QCOMPARE(stream.events().back(), std::string("[DONE]"));
        const auto message = httpCall(vendor.port(), "POST", "/v1/messages", kStreamBody);
        QVERIFY(message.complete);
        QVERIFY(message.events().back().find("message_stop") != std::string::npos);
        QCOMPARE(vendor.requestCount(), 3U);
        QCOMPARE(vendor.journal()[0].body, std::string(kBody));
        QCOMPARE(vendor.journal()[0].header("content-type"), std::string("application/json"));
    }

    void queuedBehavioursComeFirstAndOnce() {
        ScriptedVendor vendor;
        vendor.next(2, vendor::serverError(Protocol::OpenAi, 503));
        vendor.next(vendor::rateLimited(Protocol::OpenAi, "2", "1500"));
        QCOMPARE(ask(vendor).status, 503);
        QCOMPARE(ask(vendor).status, 503);
        const auto limited = ask(vendor);
        QCOMPARE(limited.status, 429);
        QCOMPARE(limited.header("retry-after"), std::string("2"));
        QCOMPARE(limited.header("retry-after-ms"), std::string("1500"));
        QCOMPARE(ask(vendor).status, 200);
    }

    void aRefusingVendorRefusesUntilItAccepts() {
        ScriptedVendor vendor;
        vendor.refuse();
        QCOMPARE(ask(vendor).problem, std::string("refused"));
        vendor.accept();
        QCOMPARE(ask(vendor).status, 200);
    }

    void silenceLastsUntilTheCallerLeavesAndTheJournalSaysWhen() {
        ScriptedVendor vendor;
        vendor.next(Behaviour().hang());
        QCOMPARE(ask(vendor, kBody, 50ms).problem, std::string("timeout"));
        QVERIFY(vendor.waitForDisconnect(0, 5s));
        QVERIFY(!vendor.journal()[0].answeredAt);
    }

    void resetsAndCutsLookLikeThem_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("reset before the head") << 0;
        QTest::newRow("reset in the stream") << 1;
        QTest::newRow("clean close in the stream") << 2;
        QTest::newRow("ended without its terminator") << 3;
    }
    void resetsAndCutsLookLikeThem() {
        QFETCH(int, kind);
        ScriptedVendor vendor;
        const auto events = vendor::firstOf(vendor::openAiEvents({}), 3);
        if (kind == 0) vendor.next(Behaviour().reset());
        // The pause lets the bytes arrive: a reset discards what the peer has not read.
        if (kind == 1) vendor.next(openStream(events).pause(50ms).reset());
        if (kind == 2) vendor.next(openStream(events).close());
        if (kind == 3) vendor.next(wholeStream(events));
        const auto reply = ask(vendor, kStreamBody);
        QCOMPARE(reply.complete, kind == 3);
        QCOMPARE(reply.events().size(), kind == 0 ? 0U : 3U);
        if (kind == 0 || kind == 1) QCOMPARE(reply.problem, std::string("reset"));
        if (kind == 2) QCOMPARE(reply.problem, std::string("closed"));
    }

    void manyConnectionsAtOnceAreServed() {
        ScriptedVendor vendor;
        vendor.byDefault(openStream(vendor::openAiEvents({}), 5ms).lastChunk());
        std::vector<std::thread> callers;
        std::atomic<int> complete = 0;
        for (int i = 0; i < 200; ++i)
            callers.emplace_back([&] {
                const auto reply = ask(vendor, kStreamBody);
                if (reply.complete && reply.events().back() == "[DONE]") ++complete;
            });
        for (auto& caller : callers)
            caller.join();
        QCOMPARE(complete.load(), 200);
        QCOMPARE(vendor.requestCount(), 200U);
    }

    void anUnansweredPortKeepsCallersWaiting() {
        UnansweredPort port;
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(port.url().substr(port.url().rfind(':') + 1))));
        QCOMPARE(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), -1);
        pollfd waiting{socket, POLLOUT, 0};
        QCOMPARE(::poll(&waiting, 1, 200), 0);
        ::close(socket);
    }

    void hugeBodiesArriveWhole() {
        ScriptedVendor vendor;
        vendor.next(vendor::hugeAnswer(Protocol::OpenAi, 20'000'000));
        const auto reply = ask(vendor);
        QVERIFY(reply.complete);
        QVERIFY(reply.body.size() > 20'000'000U);
    }
};

QTEST_GUILESS_MAIN(TestScriptedVendor)
#include "tst_scripted_vendor.moc"
