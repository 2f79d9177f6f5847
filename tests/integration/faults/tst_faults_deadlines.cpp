// Connect, first-token, stall, attempt and total deadlines: each figure of the policy is effective by itself.
#include "tests/integration/faults/route_under_test.h"
#include "tests/support/vendor_replies.h"

using namespace signalbox::tests;
using namespace std::chrono_literals;
using vendor::Protocol;

namespace {
/// Waiting ended because of a deadline of `ms`, and not of the next longer one.
bool lasted(std::int64_t us, std::int64_t ms, std::int64_t nextMs) {
    return us >= ms * 1000 - 20'000 && us < nextMs * 1000;
}
} // namespace

class TestFaultsDeadlines : public GatewayTest {
    Q_OBJECT

private Q_SLOTS:
    void theConnectDeadlineEndsAnAttempt() {
        UnansweredPort nowhere;
        ScriptedVendor healthy;
        SIGNALBOX_ROUTE(
            route, {.targets = {{nowhere.url()}, {healthy.url()}}, .reliability = {{"connect_timeout_ms", "300"}}});
        const auto reply = route.chat();
        QCOMPARE(contentOf(reply), std::string("Hello from the vendor"));
        QCOMPARE(reply.header("x-signalbox-target"), route.target(1));
        const auto run = route.runOf(reply);
        QCOMPARE(at(run, "/attempts/0/error/class"), std::string("upstream_timeout"));
        QCOMPARE(at(run, "/attempts/0/error/code"), std::string("connect_timeout"));
        QVERIFY(lasted(numberAt(run, "/attempts/0/ended_us") - numberAt(run, "/attempts/0/started_us"), 300, 2000));
        QCOMPARE(at(run, "/attempts/1/reason"), std::string("fallback"));
    }

    void theFirstTokenDeadlineEndsAStreamedAttempt_data() {
        QTest::addColumn<bool>("afterHead");
        QTest::newRow("silence before the head") << false;
        QTest::newRow("silence after the head") << true;
    }
    void theFirstTokenDeadlineEndsAStreamedAttempt() {
        QFETCH(bool, afterHead);
        ScriptedVendor silent;
        ScriptedVendor healthy;
        silent.byDefault(afterHead ? openStream({}).hang() : Behaviour().hang());
        SIGNALBOX_ROUTE(
            route, {.targets = {{silent.url()}, {healthy.url()}}, .reliability = {{"first_token_timeout_ms", "300"}}});
        const auto reply = route.stream();
        QVERIFY2(endedWell(reply), reply.body.c_str());
        QCOMPARE(streamedContentOf(reply), std::string("Hello from the vendor"));
        const auto run = route.runOf(reply);
        QCOMPARE(at(run, "/attempts/0/error/class"), std::string("upstream_timeout"));
        QVERIFY(lasted(numberAt(run, "/attempts/0/ended_us") - numberAt(run, "/attempts/0/started_us"), 300, 2000));
    }

    void theRoleAloneIsNoFirstToken() {
        ScriptedVendor silent;
        ScriptedVendor healthy;
        silent.byDefault(openStream(vendor::firstOf(vendor::openAiEvents({}), 1)).hang());
        SIGNALBOX_ROUTE(
            route, {.targets = {{silent.url()}, {healthy.url()}}, .reliability = {{"first_token_timeout_ms", "300"}}});
        const auto reply = route.stream();
        QVERIFY2(endedWell(reply), reply.body.c_str());
        QCOMPARE(reply.header("x-signalbox-target"), route.target(1));
    }

    void theStallDeadlineEndsASilentStream() {
        ScriptedVendor vendor;
        vendor.byDefault(openStream(vendor::firstOf(vendor::openAiEvents({}), 3)).hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}, .reliability = {{"stall_timeout_ms", "300"}}});
        const auto reply = route.stream();
        QVERIFY2(endedInError(reply), reply.body.c_str());
        QCOMPARE(streamedContentOf(reply), std::string("Hello from"));
        const auto run = route.runOf(reply);
        QCOMPARE(at(run, "/status"), std::string("failed"));
        QCOMPARE(at(run, "/error/class"), std::string("upstream_timeout"));
        QCOMPARE(at(run, "/attempts/0/error/code"), std::string("stall_timeout"));
        QVERIFY(lasted(numberAt(run, "/end_to_end_us"), 300, 2000));
    }

    void theStallDeadlineEndsASilentBody() {
        ScriptedVendor vendor;
        ScriptedVendor healthy;
        vendor.byDefault(
            Behaviour()
                .send(responseHead(200, {{"content-type", "application/json"}, {"content-length", "500"}}) + "{\"id\":")
                .hang());
        SIGNALBOX_ROUTE(route,
                        {.targets = {{vendor.url()}, {healthy.url()}}, .reliability = {{"stall_timeout_ms", "300"}}});
        const auto reply = route.chat();
        QCOMPARE(contentOf(reply), std::string("Hello from the vendor"));
        QCOMPARE(at(route.runOf(reply), "/attempts/0/error/code"), std::string("stall_timeout"));
    }

    void anErrorWhoseBodyDoesNotComeIsKnownByItsStatus() {
        ScriptedVendor vendor;
        ScriptedVendor healthy;
        vendor.byDefault(
            Behaviour()
                .send(responseHead(503, {{"content-type", "application/json"}, {"content-length", "500"}}) + "{\"error\":")
                .hang());
        SIGNALBOX_ROUTE(route,
                        {.targets = {{vendor.url()}, {healthy.url()}}, .reliability = {{"stall_timeout_ms", "300"}}});
        const auto reply = route.chat();
        QCOMPARE(contentOf(reply), std::string("Hello from the vendor"));
        const auto run = route.runOf(reply);
        QCOMPARE(at(run, "/attempts/0/error/class"), std::string("overloaded"));
        QVERIFY(lasted(numberAt(run, "/attempts/0/ended_us") - numberAt(run, "/attempts/0/started_us"), 300, 2000));
    }

    void aPauseShorterThanTheStallDeadlineIsNoFailure() {
        ScriptedVendor vendor;
        vendor.byDefault(vendor::answerStream(Protocol::OpenAi, {}, 100ms));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}},
                                .reliability = {{"stall_timeout_ms", "2000"}, {"first_token_timeout_ms", "2000"}}});
        const auto reply = route.stream();
        QVERIFY2(endedWell(reply), reply.body.c_str());
    }

    void theAttemptDeadlineEndsAnAnswerThatNeverEnds_data() {
        QTest::addColumn<bool>("streamed");
        QTest::newRow("a stream of tokens") << true;
        QTest::newRow("a body in drips") << false;
    }
    void theAttemptDeadlineEndsAnAnswerThatNeverEnds() {
        QFETCH(bool, streamed);
        ScriptedVendor vendor;
        ScriptedVendor healthy;
        vendor::Answer endless;
        endless.pieces.assign(200, "word ");
        Behaviour drips;
        const auto body = vendor::openAiChat(endless);
        drips
            .send(responseHead(200,
                               {{"content-type", "application/json"}, {"content-length", std::to_string(body.size())}}))
            .drip(body, 5, 50ms);
        vendor.byDefault(streamed ? vendor::answerStream(Protocol::OpenAi, endless, 50ms) : drips);
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}, {healthy.url()}},
                                .reliability = {{"attempt_timeout_ms", "600"},
                                                {"first_token_timeout_ms", "500"},
                                                {"stall_timeout_ms", "500"}}});
        const auto reply = streamed ? route.stream() : route.chat();
        const auto run = route.runOf(reply);
        QVERIFY(lasted(numberAt(run, "/attempts/0/ended_us") - numberAt(run, "/attempts/0/started_us"), 600, 4000));
        QCOMPARE(at(run, "/attempts/0/error/code"), std::string("attempt_timeout"));
        if (streamed) {
            QVERIFY2(endedInError(reply), reply.body.c_str());
            QCOMPARE(healthy.requestCount(), 0U);
        } else {
            QCOMPARE(contentOf(reply), std::string("Hello from the vendor"));
        }
    }

    void theTotalDeadlineEndsTheCallOverAllAttempts_data() {
        QTest::addColumn<bool>("streamed");
        QTest::newRow("whole") << false;
        QTest::newRow("streamed") << true;
    }
    void theTotalDeadlineEndsTheCallOverAllAttempts() {
        QFETCH(bool, streamed);
        ScriptedVendor vendor;
        vendor.byDefault(Behaviour().hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}, {vendor.url()}, {vendor.url()}, {vendor.url()}},
                                .reliability = {{"first_token_timeout_ms", "300"},
                                                {"attempt_timeout_ms", "300"},
                                                {"total_timeout_ms", "700"},
                                                {"stall_timeout_ms", "300"}}});
        const auto reply = streamed ? route.stream() : route.chat();
        QCOMPARE(reply.status, 504);
        const auto run = route.runOf(reply);
        QCOMPARE(at(run, "/error/class"), std::string("upstream_timeout"));
        QVERIFY(lasted(numberAt(run, "/end_to_end_us"), 600, 1150));
        QCOMPARE(vendor.requestCount(), 3U); // 300 + 300 + the 100 that were left
    }

    void theCallersStatedTimeoutIsADeadline_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("of the SDKs for JavaScript") << QByteArray("X-Stainless-Timeout");
        QTest::newRow("of the SDKs for Python") << QByteArray("X-Stainless-Read-Timeout");
    }
    void theCallersStatedTimeoutIsADeadline() {
        QFETCH(QByteArray, field);
        ScriptedVendor vendor;
        vendor.byDefault(Behaviour().hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}},
                                .reliability = {{"attempt_timeout_ms", "8000"}, {"total_timeout_ms", "9000"}}});
        const auto reply = route.chat({}, {{field.toStdString(), "1"}});
        QCOMPARE(reply.status, 504);
        // Told before it gives up: who timed out by itself would come again.
        QVERIFY(lasted(numberAt(route.runOf(reply), "/end_to_end_us"), 900, 1000));
        QVERIFY(vendor.waitForDisconnect(0));
    }

    void theCallersPatienceEndsWhenItsStreamBegins() {
        ScriptedVendor vendor;
        vendor::Answer slow;
        slow.pieces.assign(10, "word ");
        vendor.next(vendor::answerStream(Protocol::OpenAi, slow, 200ms));
        vendor.byDefault(openStream({}).hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}},
                                .reliability = {{"first_token_timeout_ms", "8000"}, {"attempt_timeout_ms", "8000"}}});
        const Headers patience{{"X-Stainless-Timeout", "1"}};
        const auto reply = route.stream({}, patience);
        QVERIFY2(endedWell(reply), reply.body.c_str());
        QVERIFY(reply.took() > 1000ms);
        // Until then it counts.
        const auto late = route.stream({}, patience);
        QCOMPARE(late.status, 504);
        QVERIFY(lasted(numberAt(route.runOf(late), "/end_to_end_us"), 900, 2000));
    }

    void anAttemptThatEndedLeavesNothingOpenAtTheVendor() {
        ScriptedVendor silent;
        ScriptedVendor healthy;
        silent.byDefault(Behaviour().hang());
        SIGNALBOX_ROUTE(
            route, {.targets = {{silent.url()}, {healthy.url()}}, .reliability = {{"first_token_timeout_ms", "200"}}});
        QVERIFY(endedWell(route.stream()));
        QVERIFY(silent.waitForDisconnect(0));
    }
};

QTEST_GUILESS_MAIN(TestFaultsDeadlines)
#include "tst_faults_deadlines.moc"
