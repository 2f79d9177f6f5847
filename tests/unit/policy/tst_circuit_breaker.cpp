#include "core/policy/circuit_breaker.h"

#include <QtTest>

using namespace std::chrono_literals;
using signalbox::MonotonicTime;
using signalbox::model::BreakerPolicy;
using signalbox::policy::CircuitBreaker;
using State = CircuitBreaker::State;

namespace {

const BreakerPolicy kSettings{.window = 30s, .minCalls = 10, .failureRatio = 0.5, .open = 15s, .halfOpenCalls = 3};

/// A breaker and a clock, driven by a script: s succeeded call, f failed call, a abandoned call, p a permit taken and kept,
/// S F A verdict of a call that is under way, '.' a second passes, o fifteen seconds pass. A call that is not permitted is left out.
struct Line {
    CircuitBreaker breaker{kSettings};
    MonotonicTime now{MonotonicTime{} + 1h};
    int refused = 0;

    void run(const QByteArray& script) {
        for (const char step : script) {
            switch (step) {
            case 's':
            case 'f':
            case 'a':
            case 'p':
                if (!breaker.mayCall(now)) ++refused;
                else if (step == 's') breaker.succeeded(now);
                else if (step == 'f') breaker.failed(now);
                else if (step == 'a') breaker.abandoned(now);
                break;
            case 'S': breaker.succeeded(now); break;
            case 'F': breaker.failed(now); break;
            case 'A': breaker.abandoned(now); break;
            case '.': now += 1s; break;
            case 'o': now += 15s; break;
            default: QFAIL("not a step");
            }
        }
    }
};

} // namespace

Q_DECLARE_METATYPE(State)

class TestCircuitBreaker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stateFollowsTheCalls_data() {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<State>("state");
        QTest::addColumn<int>("refused");
        const auto row = [](const char* name, const char* script, State state, int refused) { QTest::newRow(name) << QByteArray(script) << state << refused; };
        row("nothing happened", "", State::Closed, 0);
        row("too few calls to judge", "fffffffff", State::Closed, 0);
        row("enough failures", "ffffffffff", State::Open, 0);
        row("exactly the ratio", "sssssfffff", State::Open, 0);
        row("just under the ratio", "ssssssfffff", State::Closed, 0);
        row("abandoned calls are no verdict", "aaaaaaaaaaffff", State::Closed, 0);
        row("open refuses", "ffffffffffsss", State::Open, 3);
        row("still open at the last second", "ffffffffff..............s", State::Open, 1);
        row("half-open after its time", "ffffffffffo", State::HalfOpen, 0);
        row("no more probes than permits", "ffffffffffopppp", State::HalfOpen, 1);
        row("probes that pass close it", "ffffffffffosss", State::Closed, 0);
        row("fewer than all do not", "ffffffffffoss", State::HalfOpen, 0);
        row("a probe that fails opens it again", "ffffffffffossf", State::Open, 0);
        row("an abandoned probe gives its permit back", "ffffffffffopppAp", State::HalfOpen, 0);
        row("probes under way close it when they pass", "ffffffffffopppSSS", State::Closed, 0);
        row("one of them failing opens it", "ffffffffffopppSSF", State::Open, 0);
        row("closed again, it forgets the outage", "ffffffffffosssfffffffff", State::Closed, 0);
        row("closed again, it can open again", "ffffffffffosssffffffffff", State::Open, 0);
        row("failures from before it opened do not prolong it", "pppffffffffff.FFF..............s", State::HalfOpen, 0);
        row("nor do they count as probes", "pppffffffffffoFFF", State::HalfOpen, 0);
        row("late successes are no probes either", "pppffffffffffoSSS", State::HalfOpen, 0);
    }
    void stateFollowsTheCalls() {
        QFETCH(QByteArray, script);
        Line line;
        line.run(script);
        QTEST(line.breaker.state(line.now), "state");
        QTEST(line.refused, "refused");
    }

    void failuresLeaveTheWindow() {
        Line line;
        line.run("fffffffff");
        line.now += 30s;
        line.run("f");
        QVERIFY(line.breaker.state(line.now) == State::Closed);
        QCOMPARE(line.breaker.calls(line.now), 1);
    }

    void aSteadyTrickleIsSeenOverTheWholeWindow() {
        Line line;
        line.run("sf..sf..sf..sf..");
        QVERIFY(line.breaker.state(line.now) == State::Closed);
        QCOMPARE(line.breaker.calls(line.now), 8);
        QCOMPARE(line.breaker.failures(line.now), 4);
        line.run("sf");
        QVERIFY(line.breaker.state(line.now) == State::Open);
    }

    void itSaysWhenTheFirstProbeGoes() {
        Line line;
        QVERIFY(!line.breaker.opensUntil());
        line.run("ffffffffff");
        QCOMPARE(line.breaker.opensUntil(), std::optional(line.now + 15s));
    }

    void otherSettingsKeepWhatWasCounted() {
        // Two routes with policies of their own share a target: each call brings its settings along.
        Line line;
        BreakerPolicy wider = kSettings;
        wider.window = 60s;
        for (int i = 0; i < 9; ++i) {
            line.breaker.configure(i % 2 == 0 ? wider : kSettings);
            line.run("f.");
        }
        QCOMPARE(line.breaker.failures(line.now), 9);
        line.run("f");
        QVERIFY(line.breaker.state(line.now) == State::Open);
    }

    void aRatioIsReachedExactly() {
        BreakerPolicy settings = kSettings;
        settings.minCalls = 100;
        settings.failureRatio = 0.07; // times 100 is a little more than 7 in binary
        Line line;
        line.breaker.configure(settings);
        line.run(QByteArray(93, 's') + QByteArray(6, 'f'));
        QVERIFY(line.breaker.state(line.now) == State::Closed);
        line.run("f");
        QVERIFY(line.breaker.state(line.now) == State::Open);
    }
};

QTEST_GUILESS_MAIN(TestCircuitBreaker)
#include "tst_circuit_breaker.moc"
