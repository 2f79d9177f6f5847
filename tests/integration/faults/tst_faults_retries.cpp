// Retries: jitter, Retry-After within the deadline, the budget, what is never retried; the breaker; the limit of
// concurrent calls.
#include "tests/integration/faults/route_under_test.h"
#include "tests/support/vendor_replies.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

using namespace signalbox::tests;
using namespace std::chrono_literals;
using vendor::Protocol;

namespace {

std::chrono::milliseconds gap(const VendorRequest& first, const VendorRequest& second) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(second.arrivedAt - first.arrivedAt);
}

/// So many calls at once, one thread each.
std::vector<HttpReply> atOnce(std::size_t count, const std::function<HttpReply()>& call) {
    std::vector<HttpReply> replies(count);
    std::vector<std::thread> threads;
    for (auto& reply : replies)
        threads.emplace_back([&reply, &call] { reply = call(); });
    for (auto& thread : threads)
        thread.join();
    return replies;
}

} // namespace

class TestFaultsRetries : public GatewayTest {
    Q_OBJECT

private Q_SLOTS:
    void aFailedAttemptIsTriedAgainAtTheSameTarget() {
        ScriptedVendor vendor;
        vendor.next(vendor::serverError(Protocol::OpenAi, 500));
        vendor.next(vendor::serverError(Protocol::OpenAi, 503));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}, .reliability = {{"max_attempts_per_target", "3"}}});
        const auto reply = route.chat();
        QCOMPARE(contentOf(reply), std::string("Hello from the vendor"));
        QCOMPARE(reply.header("x-signalbox-attempts"), std::string("3"));
        const auto run = route.runOf(reply);
        QCOMPARE(numberAt(run, "/attempt_count"), 3);
        QCOMPARE(at(run, "/attempts/2/reason"), std::string("retry"));
        QCOMPARE(numberAt(run, "/attempts/0/status"), 500);
    }

    void maxAttemptsPerTargetIsTheMost() {
        ScriptedVendor vendor;
        vendor.byDefault(vendor::serverError(Protocol::OpenAi, 500));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}, .reliability = {{"max_attempts_per_target", "4"}}});
        const auto reply = route.chat();
        QVERIFY(reply.status >= 500);
        QCOMPARE(vendor.requestCount(), 4U);
        // The gateway has retried already: a client's own retries would multiply.
        QCOMPARE(reply.header("x-should-retry"), std::string("false"));
    }

    void waitsHaveFullJitterUnderTheCap() {
        ScriptedVendor vendor;
        std::atomic<int> calls = 0;
        // The seed of each pair is in the body, so that a retry is told from a first attempt.
        std::map<std::string, std::vector<VendorRequest>> byCall;
        vendor.byDefault(vendor::serverError(Protocol::OpenAi, 500));
        SIGNALBOX_ROUTE(
            route, {.targets = {{vendor.url()}},
                    .reliability = {{"max_attempts_per_target", "2"}, {"backoff", "{base_ms: 400, cap_ms: 400}"}}});
        atOnce(24, [&] { return route.chat("\"seed\":" + std::to_string(++calls)); });
        for (const auto& request : vendor.journal())
            byCall[request.body].push_back(request);
        QCOMPARE(byCall.size(), 24U);
        int early = 0;
        int late = 0;
        for (const auto& [body, requests] : byCall) {
            QCOMPARE(requests.size(), 2U);
            const auto wait = gap(requests[0], requests[1]);
            QVERIFY2(wait < 400ms + 400ms, "over the cap by far");
            (wait < 200ms ? early : late) += 1;
        }
        // With waits uniform in 0..400 ms, all on one side has a chance of 1 in 8 million.
        QVERIFY(early > 0);
        QVERIFY(late > 0);
    }

    void retryAfterIsHonoured_data() {
        QTest::addColumn<QString>("seconds");
        QTest::addColumn<QString>("ms");
        QTest::addColumn<int>("atLeastMs");
        QTest::newRow("retry-after") << "1" << QString() << 1000;
        QTest::newRow("retry-after-ms") << QString() << "600" << 600;
        QTest::newRow("both: the finer one") << "1"
                                             << "500" << 500;
    }
    void retryAfterIsHonoured() {
        QFETCH(QString, seconds);
        QFETCH(QString, ms);
        QFETCH(int, atLeastMs);
        const auto given = [](const QString& text) {
            return text.isEmpty() ? std::nullopt : std::optional(text.toStdString());
        };
        ScriptedVendor vendor;
        vendor.next(vendor::rateLimited(Protocol::OpenAi, given(seconds), given(ms)));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}, .reliability = {{"max_attempts_per_target", "2"}}});
        QCOMPARE(contentOf(route.chat()), std::string("Hello from the vendor"));
        const auto journal = vendor.journal();
        QCOMPARE(journal.size(), 2U);
        QVERIFY(gap(journal[0], journal[1]) >= std::chrono::milliseconds(atLeastMs - 10));
    }

    void retryAfterBeyondTheDeadlineIsNotWaitedFor() {
        ScriptedVendor vendor;
        vendor.byDefault(vendor::rateLimited(Protocol::OpenAi, "30"));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}},
                                .reliability = {{"max_attempts_per_target", "3"}, {"total_timeout_ms", "9000"}}});
        const auto reply = route.chat();
        QCOMPARE(reply.status, 429);
        QCOMPARE(vendor.requestCount(), 1U);
        QVERIFY(numberAt(route.runOf(reply), "/end_to_end_us") < 5'000'000);
        // The caller is told what the vendor said: waiting helps here.
        QVERIFY(!reply.header("retry-after").empty());
        const auto seconds = std::stoi(reply.header("retry-after"));
        QVERIFY(seconds >= 25 && seconds <= 31);
    }

    void anotherTargetIsBetterThanALongWait() {
        ScriptedVendor limited;
        ScriptedVendor healthy;
        limited.byDefault(vendor::rateLimited(Protocol::OpenAi, "30"));
        SIGNALBOX_ROUTE(
            route, {.targets = {{limited.url()}, {healthy.url()}}, .reliability = {{"max_attempts_per_target", "3"}}});
        const auto reply = route.chat();
        QCOMPARE(reply.header("x-signalbox-target"), route.target(1));
        QCOMPARE(limited.requestCount(), 1U);
    }

    void theRetryBudgetKeepsAnOutageFromGrowing() {
        ScriptedVendor vendor;
        vendor.byDefault(vendor::serverError(Protocol::OpenAi, 500));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}},
                                .reliability = {{"max_attempts_per_target", "4"},
                                                {"retry_budget", "{ratio: 0.1, min_per_second: 1}"}}});
        const auto begun = std::chrono::steady_clock::now();
        for (int round = 0; round < 5; ++round)
            atOnce(20, [&] { return route.chat(); });
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begun).count() + 1;
        const auto retries = static_cast<std::int64_t>(vendor.requestCount()) - 100;
        QVERIFY2(retries >= 1, "no retry at all");
        // 300 would be made without a budget. A worker thread of the gateway may keep its own share, hence twice.
        QVERIFY2(retries <= 2 * (10 + seconds + 2), std::to_string(retries).c_str());
    }

    void whatTheCallerMustMendIsNeverRetried_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        QTest::newRow("invalid request") << 0 << 400;
        QTest::newRow("content policy") << 1 << 400;
        QTest::newRow("too large") << 2 << 413;
        QTest::newRow("unprocessable") << 3 << 400; // never 422: LangChain retries that
    }
    void whatTheCallerMustMendIsNeverRetried() {
        QFETCH(int, kind);
        QFETCH(int, status);
        ScriptedVendor vendor;
        ScriptedVendor other;
        if (kind == 0) vendor.byDefault(vendor::invalidRequest(Protocol::OpenAi));
        if (kind == 1) vendor.byDefault(vendor::contentPolicyViolation(Protocol::OpenAi));
        if (kind == 2)
            vendor.byDefault(vendor::error(Protocol::OpenAi, 413, "invalid_request_error", "", "Request too large"));
        if (kind == 3)
            vendor.byDefault(vendor::error(Protocol::OpenAi, 422, "invalid_request_error", "", "Cannot process"));
        SIGNALBOX_ROUTE(
            route, {.targets = {{vendor.url()}, {other.url()}}, .reliability = {{"max_attempts_per_target", "3"}}});
        const auto reply = route.chat();
        QVERIFY2(reply.status == status || (status == 413 && reply.status == 400), reply.body.c_str());
        QCOMPARE(vendor.requestCount(), 1U);
        QCOMPARE(other.requestCount(), 0U);
    }

    void aRefusalBurnsNoRetries() {
        ScriptedVendor vendor;
        ScriptedVendor other;
        vendor.byDefault(vendor::refusal(Protocol::OpenAi));
        SIGNALBOX_ROUTE(
            route, {.targets = {{vendor.url()}, {other.url()}}, .reliability = {{"max_attempts_per_target", "3"}}});
        route.chat();
        QCOMPARE(vendor.requestCount(), 1U);
    }

    void onlyAnotherTargetMendsIt_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("insufficient quota") << 0;
        QTest::newRow("the gateway's credential") << 1;
        QTest::newRow("unknown model") << 2;
        QTest::newRow("forbidden") << 3;
    }
    void onlyAnotherTargetMendsIt() {
        QFETCH(int, kind);
        ScriptedVendor vendor;
        ScriptedVendor other;
        if (kind == 0) vendor.byDefault(vendor::insufficientQuota(Protocol::OpenAi));
        if (kind == 1) vendor.byDefault(vendor::unauthenticated(Protocol::OpenAi));
        if (kind == 2) vendor.byDefault(vendor::unknownModel(Protocol::OpenAi));
        if (kind == 3)
            vendor.byDefault(vendor::error(Protocol::OpenAi, 403, "invalid_request_error",
                                           "unsupported_country_region_territory", "Not here"));
        SIGNALBOX_ROUTE(
            route, {.targets = {{vendor.url()}, {other.url()}}, .reliability = {{"max_attempts_per_target", "3"}}});
        const auto reply = route.chat();
        QCOMPARE(contentOf(reply), std::string("Hello from the vendor"));
        QCOMPARE(reply.header("x-signalbox-target"), route.target(1));
        QCOMPARE(vendor.requestCount(), 1U);
    }

    void theBreakerOpensAndAProbeClosesIt() {
        ScriptedVendor vendor;
        ScriptedVendor other;
        vendor.byDefault(vendor::serverError(Protocol::OpenAi, 500));
        SIGNALBOX_ROUTE(
            route,
            {.targets = {{vendor.url()}, {other.url()}},
             .reliability = {
                 {"breaker", "{window_s: 30, min_calls: 5, failure_ratio: 0.5, open_s: 1, half_open_calls: 1}"}}});
        // Each worker thread may need to learn it; 5 failures open it, and then the vendor is left alone.
        for (int i = 0; i < 40; ++i)
            QCOMPARE(route.chat().header("x-signalbox-target"), route.target(1));
        const auto whileOpening = vendor.requestCount();
        QVERIFY2(whileOpening >= 5 && whileOpening < 25, std::to_string(whileOpening).c_str());

        // Still failing: a probe opens it again, so that the vendor sees about one call a second.
        const auto until = std::chrono::steady_clock::now() + 2500ms;
        int calls = 0;
        while (std::chrono::steady_clock::now() < until) {
            QCOMPARE(route.chat().status, 200);
            ++calls;
        }
        const auto probes = vendor.requestCount() - whileOpening;
        QVERIFY2(probes >= 1 && probes <= 12, std::to_string(probes).c_str());
        QVERIFY(calls > 30);

        vendor.byDefault(&ScriptedVendor::wellBehaved);
        QTRY_COMPARE_WITH_TIMEOUT(route.chat().header("x-signalbox-target"), route.target(0), 10000);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(route.chat().status, 200);
    }

    void anOpenBreakerWithoutAnotherTargetAnswersAtOnceAndSaysWhen() {
        ScriptedVendor vendor;
        vendor.byDefault(vendor::serverError(Protocol::OpenAi, 500));
        SIGNALBOX_ROUTE(
            route,
            {.targets = {{vendor.url()}},
             .reliability = {
                 {"breaker", "{window_s: 30, min_calls: 3, failure_ratio: 0.5, open_s: 20, half_open_calls: 1}"}}});
        for (int i = 0; i < 20; ++i)
            route.chat();
        const auto before = vendor.requestCount();
        const auto reply = route.chat();
        QCOMPARE(vendor.requestCount(), before);
        QCOMPARE(reply.status, 503);
        QVERIFY(!reply.header("retry-after").empty());
    }

    void aBreakerThatIsProbedSaysWhenToComeBack() {
        ScriptedVendor vendor;
        vendor.byDefault(vendor::serverError(Protocol::OpenAi, 500));
        SIGNALBOX_ROUTE(
            route,
            {.targets = {{vendor.url()}},
             .reliability = {
                 {"breaker", "{window_s: 30, min_calls: 3, failure_ratio: 0.5, open_s: 1, half_open_calls: 1}"}}});
        for (int i = 0; i < 3; ++i)
            route.chat();
        vendor.forget();
        vendor.byDefault(Behaviour().pause(1500ms).then(vendor::answerJson(Protocol::OpenAi)));
        QTest::qWait(1100); // the time that it stays open
        std::thread probe([&] { route.chat(); });
        QVERIFY(vendor.waitForRequests(1));
        const auto reply = route.chat();
        probe.join();
        QCOMPARE(reply.status, 503);
        QCOMPARE(at(boost::json::parse(reply.body), "/error/code"), std::string("breaker_open"));
        QVERIFY(!reply.header("retry-after").empty());
        QCOMPARE(vendor.requestCount(), 1U);
    }

    void aPooledConnectionThatIsResetLateIsAnAttemptThatFailed() {
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}, .reliability = {{"connect_timeout_ms", "300"}}});
        QCOMPARE(route.chat().status, 200);
        vendor.byDefault(Behaviour().pause(600ms).reset()); // it had the request, and worked on it
        const auto reply = route.chat();
        QCOMPARE(at(route.runOf(reply), "/attempts/0/error/code"), std::string("connection_reset"));
        QCOMPARE(vendor.requestCount(), 2U);
    }

    void noMoreCallsAtOnceThanTheTargetMayHave() {
        ScriptedVendor vendor;
        vendor.byDefault(Behaviour().pause(150ms).then(vendor::answerJson(Protocol::OpenAi)));
        SIGNALBOX_ROUTE(route,
                        {.targets = {{vendor.url(), "openai", {{"max_concurrent", "2"}, {"max_queued", "20"}}}}});
        const auto replies = atOnce(8, [&] { return route.chat(); });
        for (const auto& reply : replies)
            QCOMPARE(reply.status, 200);
        const auto journal = vendor.journal();
        QCOMPARE(journal.size(), 8U);
        for (const auto& request : journal) {
            const auto overlapping = std::count_if(journal.begin(), journal.end(), [&](const VendorRequest& other) {
                return other.arrivedAt <= request.arrivedAt &&
                       (!other.answeredAt || *other.answeredAt > request.arrivedAt);
            });
            QVERIFY2(overlapping <= 2, std::to_string(overlapping).c_str());
        }
        std::int64_t longestQueued = 0;
        for (const auto& reply : replies)
            longestQueued = std::max(longestQueued, numberAt(route.runOf(reply), "/attempts/0/queued_us"));
        QVERIFY(longestQueued >= 250'000);
    }

    void theQueueIsBounded() {
        ScriptedVendor vendor;
        vendor.byDefault(Behaviour().pause(700ms).then(vendor::answerJson(Protocol::OpenAi)));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url(), "openai", {{"max_concurrent", "1"}, {"max_queued", "1"}}}}});
        const auto replies = atOnce(6, [&] { return route.chat(); });
        const auto served =
            std::count_if(replies.begin(), replies.end(), [](const HttpReply& reply) { return reply.status == 200; });
        QCOMPARE(served, 2);
        for (const auto& reply : replies) {
            if (reply.status == 200) continue;
            QVERIFY2(reply.status == 429 || reply.status == 503 || reply.status == 529, reply.body.c_str());
            QCOMPARE(at(route.runOf(reply), "/error/class"), std::string("overloaded"));
        }
    }

    void theQueueKnowsTheDeadline() {
        ScriptedVendor vendor;
        vendor.byDefault(Behaviour().hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url(), "openai", {{"max_concurrent", "1"}, {"max_queued", "5"}}}},
                                .reliability = {{"attempt_timeout_ms", "3000"}, {"total_timeout_ms", "3000"}}});
        std::thread holder([&] { route.chat(); });
        QVERIFY(vendor.waitForRequests(1));
        const auto queued = route.chat({}, {{"X-Stainless-Timeout", "1"}});
        QVERIFY2(queued.status >= 429, queued.body.c_str());
        QVERIFY(numberAt(route.runOf(queued), "/end_to_end_us") < 2'500'000);
        holder.join();
        QCOMPARE(vendor.requestCount(), 1U);
    }

    void aFullTargetFallsBackToAnother() {
        ScriptedVendor busy;
        ScriptedVendor other;
        busy.byDefault(Behaviour().pause(400ms).then(vendor::answerJson(Protocol::OpenAi)));
        SIGNALBOX_ROUTE(route, {.targets = {{busy.url(), "openai", {{"max_concurrent", "1"}, {"max_queued", "0"}}},
                                            {other.url()}}});
        const auto replies = atOnce(4, [&] { return route.chat(); });
        for (const auto& reply : replies)
            QCOMPARE(reply.status, 200);
        QCOMPARE(busy.requestCount(), 1U);
        QCOMPARE(other.requestCount(), 3U);
    }
};

QTEST_GUILESS_MAIN(TestFaultsRetries)
#include "tst_faults_retries.moc"
