// The event stream: what happens arrives, once and in order, also over a lost connection; and it ends when it has to.
#include "tests/integration/control/control_fixture.h"

#include <QtTest>

#include <csignal>
#include <thread>

using namespace signalbox::tests;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

struct Event {
    std::string id;
    std::string type;
    json::value data;
};

std::vector<Event> eventsIn(const std::string& body) {
    std::vector<Event> all;
    for (std::size_t at = 0;;) {
        const auto end = body.find("\n\n", at);
        if (end == std::string::npos) return all;
        Event event;
        std::istringstream block(body.substr(at, end - at));
        for (std::string line; std::getline(block, line);) {
            if (line.starts_with("id: ")) event.id = line.substr(4);
            if (line.starts_with("event: ")) event.type = line.substr(7);
            if (line.starts_with("data: ")) event.data = json::parse(line.substr(6));
        }
        if (!event.type.empty()) all.push_back(std::move(event));
        at = end + 2;
    }
}

/// The ids of the runs that the events tell of, in order.
std::vector<std::string> runsIn(const std::vector<Event>& events) {
    std::vector<std::string> runs;
    for (const auto& event : events)
        if (event.type == "run")
            for (const auto& run : event.data.at("runs").as_array()) runs.emplace_back(run.at("id").as_string());
    return runs;
}

} // namespace

class TestControlEvents : public QObject {
    Q_OBJECT

    ControlFixture fixture_;

    /// A vendor that takes no time; down, or not.
    bool setSandbox(bool outage) const {
        const json::object settings{{"first_token_ms", 0}, {"tokens_per_second", 10'000}, {"outage", outage}};
        return fixture_.ask("PUT", "/sandbox/sandbox", json::serialize(settings)).status == 200;
    }

    /// Listens until `enough`, or the stream's end.
    template <class Enough>
    HttpReply listen(const std::string& token, const std::string& lastId, Enough enough, const std::function<void()>& onceConnected = {}) {
        Headers headers{{"authorization", "Bearer " + token}, {"accept", "text/event-stream"}};
        if (!lastId.empty()) headers.emplace_back("last-event-id", lastId);
        bool connected = false;
        return httpCall(fixture_.gateway().port(), "GET", "/api/v1/events", {}, headers, 20s, [&](const HttpReply& soFar) {
            // Its first words are sent when the listener is in its place.
            if (!connected && soFar.body.find("\n\n") != std::string::npos) {
                connected = true;
                if (onceConnected) onceConnected();
            }
            return !enough(eventsIn(soFar.body));
        });
    }

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
        QVERIFY(setSandbox(false));
    }

    void callsAndTheSecondsTotalsArrive() {
        std::string called;
        const auto reply = listen(
            fixture_.tokenOf("viewer"), {},
            [&](const auto& events) {
                return !runsIn(events).empty() && std::any_of(events.begin(), events.end(), [](const auto& event) { return event.type == "second"; });
            },
            [&] { called = fixture_.callOnce(); });
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.header("content-type").starts_with("text/event-stream"));
        const auto events = eventsIn(reply.body);
        QCOMPARE(runsIn(events), std::vector<std::string>{called});
        for (const auto& event : events) {
            QVERIFY(!event.id.empty());
            if (event.type != "second") continue;
            QVERIFY(event.data.at("totals").as_object().contains("calls_per_s"));
            QCOMPARE(event.data.at("targets").as_array().size(), std::size_t(3));
        }
    }

    void whoComesBackMissesNothingAndGetsNothingTwice() {
        const auto admin = fixture_.gateway().adminToken();
        std::vector<std::string> called;
        const auto first = listen(admin, {}, [&](const auto& events) { return runsIn(events).size() >= 1; }, [&] { called.push_back(fixture_.callOnce()); });
        const auto before = eventsIn(first.body);
        QVERIFY(!before.empty());
        // Others listen meanwhile, so that events are made while this one is away.
        std::vector<std::string> seen = runsIn(before);
        (void)listen(admin, {}, [&](const auto& events) { return runsIn(events).size() >= 3; }, [&] {
            for (int i = 0; i < 3; ++i) called.push_back(fixture_.callOnce());
        });
        const auto second = listen(admin, before.back().id, [&](const auto& events) { return runsIn(events).size() >= 3; });
        const auto after = eventsIn(second.body);
        QVERIFY(std::none_of(after.begin(), after.end(), [](const auto& event) { return event.type == "reset"; }));
        for (const auto& run : runsIn(after)) seen.push_back(run);
        QCOMPARE(seen, called);
    }

    void whoWasTheOnlyOneMissesNothingEither() {
        const auto admin = fixture_.gateway().adminToken();
        const auto first = eventsIn(listen(admin, {}, [&](const auto& events) { return !events.empty(); }).body);
        QVERIFY(!first.empty());
        std::vector<std::string> called;
        for (int i = 0; i < 3; ++i) called.push_back(fixture_.callOnce());
        const auto later = eventsIn(listen(admin, first.back().id, [&](const auto& events) { return runsIn(events).size() >= 3; }).body);
        QVERIFY(std::none_of(later.begin(), later.end(), [](const auto& event) { return event.type == "reset"; }));
        QCOMPARE(runsIn(later), called);
    }

    void anIdOfAnotherLifeStartsAnew() {
        const auto admin = fixture_.gateway().adminToken();
        for (const std::string id : {"1-1", "nonsense", "99999999999999999999999999", "-"}) {
            const auto reply = listen(admin, id, [](const auto& events) { return !events.empty(); });
            QVERIFY2(!eventsIn(reply.body).empty() && eventsIn(reply.body).front().type == "reset", id.c_str());
        }
    }

    void changesOfDocumentsArrive() {
        const auto admin = fixture_.gateway().adminToken();
        const auto changed = [](const auto& event) { return event.type == "document"; };
        const auto reply = listen(
            admin, {}, [&](const auto& events) { return std::any_of(events.begin(), events.end(), changed); },
            [&] { fixture_.ask("POST", "/documents", R"({"kind":"policy","name":"heard","spec":{}})"); });
        const auto events = eventsIn(reply.body);
        const auto event = std::find_if(events.begin(), events.end(), changed);
        QVERIFY(event != events.end());
        QCOMPARE(std::string(event->data.at("name").as_string()), std::string("heard"));
    }

    void anOpenBreakerArrives() {
        QVERIFY(setSandbox(true));
        const auto opened = [](const auto& event) { return event.type == "target" && event.data.at("breaker").as_string() == "open"; };
        std::atomic<bool> heard = false;
        std::thread caller;
        const auto reply = listen(
            fixture_.gateway().adminToken(), {},
            [&](const auto& events) { return heard = std::any_of(events.begin(), events.end(), opened); },
            [&] {
                caller = std::thread([&] {
                    for (int i = 0; i < 60 && !heard; ++i)
                        fixture_.gateway().call("/v1/chat/completions", R"({"model":"sandbox/small","messages":[{"role":"user","content":"hello"}]})");
                });
            });
        heard = true;
        if (caller.joinable()) caller.join();
        const auto events = eventsIn(reply.body);
        QVERIFY(std::any_of(events.begin(), events.end(), opened));
        QVERIFY(setSandbox(false));
        QCOMPARE(fixture_.ask("POST", "/targets/sandbox/small/reset-breaker").status, 204);
    }

    void aRevokedTokensStreamEnds() {
        const auto token = fixture_.ask("POST", "/tokens", R"({"name":"listens","role":"viewer"})");
        const auto reply = listen(token.text("/token"), {}, [](const auto&) { return false; }, [&] { fixture_.ask("DELETE", "/tokens/" + token.text("/id")); });
        QVERIFY2(reply.complete, reply.problem.c_str()); // ended by the gateway, properly
        QCOMPARE(fixture_.askAs(token.text("/token"), "GET", "/events").status, 401);
    }

    void drainingIsAnnouncedAndEndsTheStream() {
        const auto reply = listen(fixture_.gateway().adminToken(), {}, [](const auto&) { return false; }, [&] { fixture_.gateway().sendSignal(SIGTERM); });
        QVERIFY2(reply.complete, reply.problem.c_str());
        const auto events = eventsIn(reply.body);
        const auto told = std::find_if(events.begin(), events.end(), [](const auto& event) { return event.type == "status"; });
        QVERIFY(told != events.end());
        QCOMPARE(std::string(told->data.at("state").as_string()), std::string("draining"));
        const auto exitCode = fixture_.gateway().waitForExit(15s);
        QVERIFY(exitCode);
        QCOMPARE(*exitCode, 0);
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
    }

    void manyListenersOfWhomSomeDoNotReadAreServed() {
        const auto admin = fixture_.gateway().adminToken();
        std::vector<std::unique_ptr<HttpConnection>> deaf;
        for (int i = 0; i < 20; ++i) {
            deaf.push_back(std::make_unique<HttpConnection>(fixture_.gateway().port()));
            QVERIFY(deaf.back()->sendRequest("GET", "/api/v1/events", {}, {{"authorization", "Bearer " + admin}}));
        }
        const auto reply = listen(admin, {}, [&](const auto& events) { return runsIn(events).size() >= 20; }, [&] {
            for (int i = 0; i < 20; ++i) QVERIFY(!fixture_.callOnce().empty());
        });
        QCOMPARE(runsIn(eventsIn(reply.body)).size(), std::size_t(20));
    }
};

QTEST_GUILESS_MAIN(TestControlEvents)
#include "tst_control_events.moc"
