#include "core/model/run_json.h"

#include <QtTest>

#include <boost/json.hpp>

using namespace signalbox;
using namespace signalbox::model;
namespace json = boost::json;

namespace {

Attempt failedAttempt() {
    Attempt attempt;
    attempt.provider = "openai-main";
    attempt.model = "org/gpt \"quoted\" \\ back";
    attempt.reason = AttemptReason::Fallback;
    attempt.simulated = true;
    attempt.startedUs = 10;
    attempt.queuedUs = 0;
    attempt.connectedUs = 1500;
    attempt.endedUs = 20'000;
    attempt.status = 429;
    attempt.errorClass = ErrorClass::RateLimited;
    attempt.errorCode = "rate_limit_exceeded";
    attempt.errorMessage = "slow down \xE2\x82\xAC";
    attempt.upstreamRequestId = "req_1";
    attempt.usage = {1, 2, 3, 4, 5, true};
    attempt.cost = Money{310'000};
    return attempt;
}

Run finishedRun() {
    Run run;
    run.id = *RunId::parse("run_0123456789abc");
    run.startedAt = *fromRfc3339("2026-11-23T20:15:34.123Z");
    run.status = RunStatus::Succeeded;
    run.httpStatus = 200;
    run.stream = true;
    run.requestedModel = "route/fast";
    run.route = "fast@3";
    run.firstTokenUs = 180'000;
    run.endToEndUs = 900'000;
    run.cost = Money{310'000};
    run.attempts = {failedAttempt(), Attempt{}};
    return run;
}

QByteArray bytesOf(const Attempt& attempt) { return QByteArray::fromStdString(json::serialize(toJson(attempt))); }

} // namespace

class TestRunJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attemptsReadBackAsTheyWere() {
        const std::vector<Attempt> attempts{failedAttempt(), Attempt{}, failedAttempt()};
        std::string text;
        appendAttempts(text, attempts);
        const auto read = readAttempts(text);
        QCOMPARE(read.size(), attempts.size());
        for (std::size_t i = 0; i < read.size(); ++i) QCOMPARE(bytesOf(read[i]), bytesOf(attempts[i]));
    }

    void noAttemptsAreAnEmptyList() {
        std::string text;
        appendAttempts(text, {});
        QCOMPARE(text, std::string("[]"));
        QVERIFY(readAttempts(text).empty());
    }

    void whateverAVendorWroteTheRecordStaysReadable_data() {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("not UTF-8") << QByteArray("caf\xE9");
        QTest::newRow("cut character") << QByteArray("\xE2\x82");
        QTest::newRow("quotes and backslashes") << QByteArray("\"\\\"\\");
        QTest::newRow("control characters") << QByteArray("a\0b\nc\x1F", 6);
        QTest::newRow("looks like the end") << QByteArray("\"],[");
    }
    void whateverAVendorWroteTheRecordStaysReadable() {
        QFETCH(QByteArray, message);
        auto attempt = failedAttempt();
        attempt.errorMessage = attempt.upstreamRequestId = attempt.errorCode = message.toStdString();
        std::string text;
        appendAttempts(text, {attempt, failedAttempt()});
        const auto read = readAttempts(text);
        QCOMPARE(read.size(), std::size_t{2});
        QCOMPARE(read[0].status, 429);
        QCOMPARE(bytesOf(read[1]), bytesOf(failedAttempt()));

        auto run = finishedRun();
        run.attempts = {attempt};
        run.errorClass = ErrorClass::UpstreamInvalid;
        run.errorMessage = run.requestedModel = run.finishReason = message.toStdString();
        json::error_code error;
        const auto reply = json::parse(json::serialize(toJson(run, true, 1, false)), error);
        QVERIFY2(!error, error.message().c_str());
    }

    void garbageInsteadOfAttemptsIsNoAttempts_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "x", "{}", "[", "[1]", "[[]]", "[[1,2,3]]", "null"}) QTest::newRow(*text ? text : "empty") << QByteArray(text);
    }
    void garbageInsteadOfAttemptsIsNoAttempts() {
        QFETCH(QByteArray, text);
        QVERIFY(readAttempts(text.toStdString()).empty());
    }

    void aRunHasTheMembersThatClientsRead() {
        const auto object = toJson(finishedRun(), true, 2, true);
        QCOMPARE(object.at("id"), json::value("run_0123456789abc"));
        QCOMPARE(object.at("started_at"), json::value("2026-11-23T20:15:34.123Z"));
        QCOMPARE(object.at("protocol"), json::value("openai.chat"));
        QCOMPARE(object.at("status"), json::value("succeeded"));
        QVERIFY(object.at("error").is_null());
        QCOMPARE(object.at("cost_usd"), json::value("0.00031"));
        QCOMPARE(object.at("first_token_us"), json::value(180'000));
        QCOMPARE(object.at("attempt_count"), json::value(2));
        QCOMPARE(object.at("has_payload"), json::value(true));
        const auto& attempt = object.at("attempts").at(0).as_object();
        QCOMPARE(attempt.at("reason"), json::value("fallback"));
        QCOMPARE(attempt.at("queued_us"), json::value(0));
        QVERIFY(attempt.at("first_token_us").is_null());
        QCOMPARE(attempt.at("error").at("class"), json::value("rate_limited"));
        QCOMPARE(attempt.at("usage"), json::value({{"input", 1}, {"cached_input", 2}, {"cache_write_input", 3}, {"output", 4}, {"reasoning", 5}, {"estimated", true}}));
        QVERIFY(!toJson(finishedRun(), false, 2, true).contains("attempts"));
    }
};

QTEST_GUILESS_MAIN(TestRunJson)
#include "tst_model_run_json.moc"
