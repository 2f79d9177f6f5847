// With one healthy target in the route, no fault before the first token reaches a caller.
#include "tests/integration/faults/route_under_test.h"
#include "tests/support/vendor_replies.h"

#include <functional>

using namespace signalbox::tests;
using namespace std::chrono_literals;
using vendor::Protocol;

namespace {

struct Fault {
    const char* name;
    std::function<Behaviour(Protocol)> behaviour;
};

vendor::Answer healthyAnswer() {
    vendor::Answer answer;
    answer.pieces = {"healthy", " answer"};
    return answer;
}

const std::vector<Fault>& faults() {
    using namespace vendor;
    static const std::vector<Fault> all = {
        {"hangs before the head", [](Protocol) { return Behaviour().hang(); }},
        {"hangs after the head of a stream", [](Protocol) { return openStream({}).hang(); }},
        {"hangs after the head of a body",
         [](Protocol) {
             return Behaviour()
                 .send(responseHead(200, {{"content-type", "application/json"}, {"content-length", "100"}}))
                 .hang();
         }},
        {"hangs within the head", [](Protocol) { return Behaviour().send("HTTP/1.1 200 OK\r\ncontent-ty").hang(); }},
        {"429", [](Protocol protocol) { return rateLimited(protocol); }},
        {"429 with retry-after", [](Protocol protocol) { return rateLimited(protocol, "60"); }},
        {"429 with retry-after as a date",
         [](Protocol protocol) { return rateLimited(protocol, "Wed, 21 Oct 2099 07:28:00 GMT"); }},
        {"429 with a senseless retry-after", [](Protocol protocol) { return rateLimited(protocol, "soon"); }},
        {"500", [](Protocol protocol) { return serverError(protocol, 500); }},
        {"503", [](Protocol protocol) { return serverError(protocol, 503); }},
        {"529", [](Protocol protocol) { return serverError(protocol, 529); }},
        {"408", [](Protocol protocol) { return error(protocol, 408, "timeout", "", "Request timeout"); }},
        {"quota used up", [](Protocol protocol) { return insufficientQuota(protocol); }},
        {"credential refused", [](Protocol protocol) { return unauthenticated(protocol); }},
        {"unknown model", [](Protocol protocol) { return unknownModel(protocol); }},
        {"error without a body", [](Protocol) { return respond(500, "text/plain", ""); }},
        {"error whose body never ends",
         [](Protocol) {
             return Behaviour()
                 .send(responseHead(500, {{"content-type", "application/json"}, {"content-length", "100"}}) + "{")
                 .hang();
         }},
        {"reset before the head", [](Protocol) { return Behaviour().reset(); }},
        {"closed before the head", [](Protocol) { return Behaviour().close(); }},
        {"reset within the head",
         [](Protocol) { return Behaviour().send("HTTP/1.1 200 OK\r\nconte").pause(20ms).reset(); }},
        {"reset after the head", [](Protocol) { return openStream({}).pause(20ms).reset(); }},
        {"closed after the head", [](Protocol) { return openStream({}).close(); }},
        {"an empty stream", [](Protocol) { return wholeStream({}); }},
        {"a stream of comments",
         [](Protocol) {
             return wholeStream({": keep-alive\n\n", ": keep-alive\n\n"});
         }},
        {"a stream of the role alone",
         [](Protocol protocol) { return wholeStream(firstOf(eventsOf(protocol, {}), 1)); }},
        {"an error event as the first",
         [](Protocol protocol) {
             return wholeStream({protocol == Protocol::OpenAi
                                     ? "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}\n\n"
                                     : "event: error\ndata: "
                                       "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":"
                                       "\"Overloaded\"}}\n\n"});
         }},
        {"bytes that are no HTTP", [](Protocol) { return garbage(); }},
        {"a stream of garbage",
         [](Protocol) {
             return wholeStream({"\x01\x02 no event\n\n", "data: {not json\n\n"});
         }},
        {"HTML with 502", [](Protocol) { return htmlBadGateway(); }},
        {"HTML with 200",
         [](Protocol) { return respond(200, "text/html", "<html><body>Welcome to the captive portal</body></html>"); }},
        {"an empty body", [](Protocol) { return respond(200, "application/json", ""); }},
        {"half a body",
         [](Protocol) { return respond(200, "application/json", "{\"id\":\"x\",\"choices\":[{\"mess"); }},
        {"a body shorter than its length",
         [](Protocol) {
             return Behaviour()
                 .send(responseHead(200, {{"content-type", "application/json"}, {"content-length", "1000"}}) +
                       "{\"id\":\"x\"")
                 .close();
         }},
        {"JSON of another shape", [](Protocol) { return respond(200, "application/json", "{\"status\":\"ok\"}"); }},
        {"JSON that is no object", [](Protocol) { return respond(200, "application/json", "[1,2]"); }},
        {"a redirect",
         [](Protocol) {
             return respond(302, "text/plain", "", {{"location", "http://169.254.169.254/latest/meta-data/"}});
         }},
        {"a head without end",
         [](Protocol) { return Behaviour().send("HTTP/1.1 200 OK\r\nx-a: " + std::string(200'000, 'a')).close(); }},
        {"ambiguous framing",
         [](Protocol) {
             return Behaviour()
                 .send("HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n")
                 .close();
         }},
    };
    return all;
}

} // namespace

class TestFaultsFallback : public GatewayTest {
    Q_OBJECT

private Q_SLOTS:
    void noFaultBeforeTheFirstTokenReachesACaller_data() {
        QTest::addColumn<int>("fault");
        QTest::addColumn<bool>("anthropicVendor");
        QTest::addColumn<bool>("streamed");
        for (std::size_t i = 0; i < faults().size(); ++i)
            for (const bool anthropicVendor : {false, true})
                for (const bool streamed : {false, true})
                    QTest::addRow("%s, %s, %s", faults()[i].name, anthropicVendor ? "anthropic" : "openai",
                                  streamed ? "streamed" : "whole")
                        << static_cast<int>(i) << anthropicVendor << streamed;
    }
    void noFaultBeforeTheFirstTokenReachesACaller() {
        QFETCH(int, fault);
        QFETCH(bool, anthropicVendor);
        QFETCH(bool, streamed);
        const auto protocol = anthropicVendor ? Protocol::Anthropic : Protocol::OpenAi;
        ScriptedVendor faulty;
        ScriptedVendor healthy;
        faulty.byDefault(faults()[static_cast<std::size_t>(fault)].behaviour(protocol));
        healthy.byDefault(streamed ? vendor::answerStream(Protocol::OpenAi, healthyAnswer())
                                   : vendor::answerJson(Protocol::OpenAi, healthyAnswer()));
        SIGNALBOX_ROUTE(route, {.targets = {{faulty.url(), anthropicVendor ? "anthropic" : "openai"}, {healthy.url()}},
                                .reliability = {{"first_token_timeout_ms", "250"},
                                                {"attempt_timeout_ms", "350"},
                                                {"stall_timeout_ms", "250"}}});
        const auto reply = streamed ? route.stream() : route.chat();
        if (streamed) {
            QVERIFY2(endedWell(reply), (std::to_string(reply.status) + reply.problem + reply.body).c_str());
            QCOMPARE(streamedContentOf(reply), std::string("healthy answer"));
        } else {
            QCOMPARE(contentOf(reply), std::string("healthy answer"));
        }
        QCOMPARE(reply.header("x-signalbox-target"), route.target(1));
        QVERIFY(faulty.requestCount() >= 1);
        const auto run = route.runOf(reply);
        QCOMPARE(at(run, "/status"), std::string("succeeded"));
        QVERIFY(!at(run, "/attempts/0/error/class").empty());
        QCOMPARE(at(run, "/attempts/1/reason"), std::string("fallback"));
    }

    void norDoesATargetThatCannotBeReached_data() {
        QTest::addColumn<bool>("refuses");
        QTest::addColumn<bool>("streamed");
        QTest::newRow("refused, whole") << true << false;
        QTest::newRow("refused, streamed") << true << true;
        QTest::newRow("unanswered, whole") << false << false;
        QTest::newRow("unanswered, streamed") << false << true;
    }
    void norDoesATargetThatCannotBeReached() {
        QFETCH(bool, refuses);
        QFETCH(bool, streamed);
        ScriptedVendor refusing;
        refusing.refuse();
        UnansweredPort unanswered;
        ScriptedVendor healthy;
        SIGNALBOX_ROUTE(route, {.targets = {{refuses ? refusing.url() : unanswered.url()}, {healthy.url()}},
                                .reliability = {{"connect_timeout_ms", "250"}}});
        const auto reply = streamed ? route.stream() : route.chat();
        QCOMPARE(streamed ? streamedContentOf(reply) : contentOf(reply), std::string("Hello from the vendor"));
        QCOMPARE(reply.header("x-signalbox-target"), route.target(1));
    }

    /// The other form is a whole answer all the same: it is served, or another target is asked, but the caller gets
    /// what it asked for.
    void theOtherContentTypeThanAskedForIsNoFaultOfTheCaller_data() {
        QTest::addColumn<bool>("streamed");
        QTest::newRow("JSON when a stream was asked for") << true;
        QTest::newRow("a stream when JSON was asked for") << false;
    }
    void theOtherContentTypeThanAskedForIsNoFaultOfTheCaller() {
        QFETCH(bool, streamed);
        ScriptedVendor vendor;
        ScriptedVendor healthy;
        vendor.byDefault(streamed ? vendor::answerJson(Protocol::OpenAi) : vendor::answerStream(Protocol::OpenAi));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}, {healthy.url()}}});
        const auto reply = streamed ? route.stream() : route.chat();
        QCOMPARE(streamed ? streamedContentOf(reply) : contentOf(reply), std::string("Hello from the vendor"));
        if (streamed) QVERIFY(endedWell(reply));
    }

    void aStaleConnectionIsNoFault() {
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        // A pooled connection that the vendor closed meanwhile is replaced by a fresh one, without an attempt being
        // lost.
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(route.chat().status, 200);
            vendor.resetAll();
        }
    }

    void aHugeAnswerIsServedWhole() {
        ScriptedVendor vendor;
        vendor.byDefault(vendor::hugeAnswer(Protocol::OpenAi, 8'000'000));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        const auto reply = route.chat();
        QCOMPARE(reply.status, 200);
        QCOMPARE(contentOf(reply).size(), 8'000'000U);
    }

    void anAnswerWithoutBoundsIsCutOffAndAnotherTargetServes() {
        ScriptedVendor vendor;
        ScriptedVendor healthy;
        Behaviour endless;
        endless.send(responseHead(200, {{"content-type", "application/json"}, {"transfer-encoding", "chunked"}}));
        const std::string block(1'000'000, ' ');
        for (int i = 0; i < 200; ++i)
            endless.chunk(block);
        vendor.byDefault(endless.hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}, {healthy.url()}}});
        QCOMPARE(contentOf(route.chat()), std::string("Hello from the vendor"));
    }

    void withoutUsageTokensAreEstimatedAndMarkedSo_data() {
        QTest::addColumn<bool>("streamed");
        QTest::newRow("whole") << false;
        QTest::newRow("streamed") << true;
    }
    void withoutUsageTokensAreEstimatedAndMarkedSo() {
        QFETCH(bool, streamed);
        ScriptedVendor vendor;
        vendor::Answer answer;
        answer.usage.reset();
        vendor.byDefault(streamed ? vendor::answerStream(Protocol::OpenAi, answer)
                                  : vendor::answerJson(Protocol::OpenAi, answer));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        const auto reply = streamed ? route.stream() : route.chat();
        QCOMPARE(reply.status, 200);
        const auto run = route.runOf(reply);
        QCOMPARE(at(run, "/usage/estimated"), std::string("true"));
        QVERIFY(numberAt(run, "/usage/input") > 0);
        QVERIFY(numberAt(run, "/usage/output") > 0);
    }

    void theVendorsUsageIsTheRecords() {
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        for (const bool streamed : {false, true}) {
            const auto run = route.runOf(streamed ? route.stream() : route.chat());
            QCOMPARE(at(run, "/usage/estimated"), std::string("false"));
            QCOMPARE(numberAt(run, "/usage/input"), 12);
            QCOMPARE(numberAt(run, "/usage/output"), 5);
            QCOMPARE(at(run, "/cost_usd"), std::string("0.000022")); // 12 x 1 $/M + 5 x 2 $/M
        }
    }
};

QTEST_GUILESS_MAIN(TestFaultsFallback)
#include "tst_faults_fallback.moc"
