#include "core/gateway/run_reply.h"
#include "core/gateway/run_request.h"

#include <QTest>

#include <boost/json.hpp>

using namespace signalbox;
using State = model::LedgerEntry::State;

namespace {

net::Request requestWith(std::string body, const std::string& key = {}) {
    net::Request request;
    request.body = std::move(body);
    if (!key.empty()) request.fields.add("Idempotency-Key", key);
    return request;
}

} // namespace

class TestRunRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidIsRead() {
        QVERIFY(gateway::readRunRequest(requestWith(R"({"input":{}})")).value().isPlain());
        QVERIFY(gateway::readRunRequest(requestWith(R"({"input":{"mode":"async"}})")).value().isPlain()); // the input's, not the call's
        QVERIFY(gateway::readRunRequest(requestWith(R"({"mode":"sync"})")).value().isPlain());
        QVERIFY(gateway::readRunRequest(requestWith(R"({"mode":"async"})")).value().asynchronous);
        QVERIFY(gateway::readRunRequest(requestWith(R"({"m\u006fde":"async"})")).value().asynchronous); // however it is written
        QCOMPARE(gateway::readRunRequest(requestWith(R"({"mode":"async","callback":{"url":"u"}})")).value().callbackUrl, std::string("u"));
        QCOMPARE(gateway::readRunRequest(requestWith(R"({"input":1})", "k")).value().idempotencyKey, std::string("k"));
    }

    void aCallbackHasAnAddress() {
        for (const auto* callback : {"{}", R"({"url":""})", R"({"url":5})", "5"})
            QCOMPARE(gateway::readRunRequest(requestWith(std::string(R"({"mode":"async","callback":)") + callback + '}')).error().violations.at(0).pointer, std::string("/callback"));
    }

    void whatIsNotJsonIsPlainAndTakesNoKey() {
        QVERIFY(gateway::readRunRequest(requestWith("nonsense", "k")).value().isPlain());
        QVERIFY(gateway::readRunRequest(requestWith("[\"mode\"]", "k")).value().isPlain());
        QVERIFY(gateway::readRunRequest(requestWith(std::string(100'000, '['), "k")).value().isPlain());
    }

    void keysHaveLimits() {
        QVERIFY(gateway::readRunRequest(requestWith("{}", std::string(255, 'k'))).has_value());
        QCOMPARE(gateway::readRunRequest(requestWith("{}", std::string(256, 'k'))).error().code, std::string("idempotency_key_invalid"));
        QCOMPARE(gateway::readRunRequest(requestWith("{}", "k\xC3\xBC")).error().code, std::string("idempotency_key_invalid"));
        QCOMPARE(gateway::readRunRequest(requestWith(R"({"stream":true})", "k")).error().code, std::string("idempotency_stream"));
    }

    void aRunIsShownAsItStands() {
        model::LedgerEntry entry;
        entry.run.id = RunId{12345};
        entry.run.workflow = "triage";
        const auto shown = [&](const char* member) {
            const auto body = boost::json::parse(gateway::runBody(entry));
            const auto* value = body.get_object().if_contains(member);
            return value && value->is_string() ? std::string(value->get_string()) : std::string();
        };
        QCOMPARE(shown("status"), std::string("queued"));
        entry.state = State::Running;
        QCOMPARE(shown("status"), std::string("running"));
        QCOMPARE(shown("id"), entry.run.id.text());
        entry.state = State::Done;
        entry.result = R"({"id":"x","status":"degraded","output":1.50})";
        QCOMPARE(gateway::runBody(entry), entry.result); // byte for byte
        entry.result = R"({"error":{"class":"blocked"}})";
        QCOMPARE(shown("status"), std::string("failed"));
        QCOMPARE(shown("id"), entry.run.id.text());
    }

    void errorsHaveTheStatusOfWhatTheyMean() {
        const auto status = [](model::ErrorClass errorClass, std::string code) { return gateway::runError(model::Error{errorClass, "why", std::move(code), {}, {}, {}}).status; };
        QCOMPARE(status(model::ErrorClass::NotFound, "run_not_found"), 404);
        QCOMPARE(status(model::ErrorClass::NotFound, "result_not_kept"), 410);
        QCOMPARE(status(model::ErrorClass::InvalidRequest, "idempotency_mismatch"), 400);
        QCOMPARE(status(model::ErrorClass::Overloaded, "in_progress"), 409);
        QCOMPARE(status(model::ErrorClass::Overloaded, "draining"), 503);
    }
};

QTEST_GUILESS_MAIN(TestRunRequest)
#include "tst_run_request.moc"
