#include <QtTest> // first: moc 6.4 cannot read <compare> before it

#include "core/metrics/rollup.h"

using namespace signalbox;
using namespace signalbox::metrics;
using model::AttemptReason;
using model::RunStatus;

namespace {

const WallTime kNoon = *fromRfc3339("2026-11-23T12:00:00Z");

model::Run run(RunStatus status, std::vector<AttemptReason> reasons = {AttemptReason::First}, std::int64_t costNanos = 1000) {
    model::Run run;
    run.startedAt = kNoon;
    run.status = status;
    run.route = "fast@3";
    run.provider = "openai-main";
    run.model = "gpt-4o-mini";
    run.keyName = "default";
    run.usage.input = 100;
    run.usage.output = 20;
    run.cost = Money{costNanos};
    run.firstTokenUs = 180'000;
    run.endToEndUs = 900'000;
    for (const auto reason : reasons) {
        model::Attempt attempt;
        attempt.reason = reason;
        run.attempts.push_back(attempt);
    }
    return run;
}

} // namespace

class TestRollup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trialsAddNothing() {
        signalbox::metrics::RollupMap rollups;
        auto trial = run(RunStatus::Succeeded);
        trial.trial = true;
        addTo(rollups, trial);
        QVERIFY(rollups.empty());
        addTo(rollups, run(RunStatus::Succeeded));
        QCOMPARE(rollups.size(), 1U);
    }

    void runsAreCountedByHowTheyEnded() {
        RollupValue value;
        value.add(run(RunStatus::Succeeded));
        value.add(run(RunStatus::Succeeded, {AttemptReason::First, AttemptReason::Retry, AttemptReason::Fallback, AttemptReason::Retry}));
        value.add(run(RunStatus::Degraded, {AttemptReason::First, AttemptReason::Fallback, AttemptReason::Fallback}));
        value.add(run(RunStatus::Failed));
        value.add(run(RunStatus::Cancelled, {}));
        QCOMPARE(value.calls, 5);
        QCOMPARE(value.succeeded, 2);
        QCOMPARE(value.degraded, 1);
        QCOMPARE(value.failed, 1);
        QCOMPARE(value.cancelled, 1);
        QCOMPARE(value.attempts, 9);
        QCOMPARE(value.retries, 2);
        QCOMPARE(value.fallbacks, 2); // runs, not steps
        QCOMPARE(value.inputTokens, 500);
        QCOMPARE(value.outputTokens, 100);
        QCOMPARE(value.cost, Money{5000});
        QCOMPARE(value.firstToken.count(), std::uint64_t{5});
        QCOMPARE(value.endToEnd.count(), std::uint64_t{2});
    }

    void anUnstreamedRunHasNoFirstToken() {
        auto one = run(RunStatus::Succeeded);
        one.firstTokenUs.reset();
        RollupValue value;
        value.add(one);
        QCOMPARE(value.firstToken.count(), std::uint64_t{0});
        QCOMPARE(value.endToEnd.count(), std::uint64_t{1});
    }

    void mergedIsAsIfAddedToOne() {
        const std::vector<model::Run> runs = {run(RunStatus::Succeeded), run(RunStatus::Failed, {AttemptReason::First, AttemptReason::Retry}), run(RunStatus::Degraded, {AttemptReason::First, AttemptReason::Fallback}),
                                              run(RunStatus::Cancelled), run(RunStatus::Succeeded, {AttemptReason::First}, 777)};
        RollupValue whole;
        RollupValue left;
        RollupValue right;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            whole.add(runs[i]);
            (i % 2 == 0 ? left : right).add(runs[i]);
        }
        left.merge(right);
        const auto counts = [](const RollupValue& v) {
            return std::vector<std::int64_t>{v.calls, v.succeeded, v.degraded, v.failed, v.cancelled, v.attempts, v.retries, v.fallbacks, v.inputTokens, v.outputTokens, v.cost.nanos};
        };
        QCOMPARE(counts(left), counts(whole));
        QCOMPARE(left.firstToken.toBytes(), whole.firstToken.toBytes());
        QCOMPARE(left.endToEnd.toBytes(), whole.endToEnd.toBytes());
    }

    void ratesOfNothingAreNothing() {
        const RollupValue nothing;
        QVERIFY(!successRate(nothing));
        QVERIFY(!errorRate(nothing));
        QVERIFY(!fallbackRate(nothing));
        QVERIFY(!costPerSuccess(nothing));
    }

    void ratesAreAsDefined() {
        RollupValue value;
        for (int i = 0; i < 6; ++i) value.add(run(RunStatus::Succeeded));
        value.add(run(RunStatus::Degraded, {AttemptReason::First, AttemptReason::Fallback}));
        value.add(run(RunStatus::Failed, {AttemptReason::First, AttemptReason::Retry}, 4000));
        for (int i = 0; i < 2; ++i) value.add(run(RunStatus::Cancelled, {}, 0));
        QCOMPARE(*successRate(value), 0.6);
        QCOMPARE(*errorRate(value), 0.125); // callers who left are nobody's error
        QCOMPARE(*fallbackRate(value), 0.1);
        QCOMPARE(*costPerSuccess(value), Money{11'000 / 6}); // what failed was paid for as well
    }

    void onlyFailuresHaveNoCostPerSuccess() {
        RollupValue value;
        value.add(run(RunStatus::Failed));
        QCOMPARE(*successRate(value), 0.0);
        QVERIFY(!costPerSuccess(value));
    }

    void runsMeetByMinuteAndDimension() {
        RollupMap rollups;
        auto one = run(RunStatus::Succeeded);
        addTo(rollups, one);
        one.startedAt = kNoon + std::chrono::microseconds{59'999'999};
        addTo(rollups, one);
        QCOMPARE(rollups.size(), std::size_t{1});
        QCOMPARE(rollups.begin()->second.calls, 2);
        QCOMPARE(rollups.begin()->first.minute, toMicros(kNoon) / 60'000'000);
        one.startedAt = kNoon + std::chrono::minutes{1};
        addTo(rollups, one);
        QCOMPARE(rollups.size(), std::size_t{2});
    }

    void eachDimensionKeepsRunsApart_data() {
        QTest::addColumn<int>("dimension");
        const char* names[] = {"key", "route", "provider", "model", "workflow", "prompt"};
        for (int i = 0; i < 6; ++i) QTest::newRow(names[i]) << i;
    }
    void eachDimensionKeepsRunsApart() {
        QFETCH(int, dimension);
        auto other = run(RunStatus::Succeeded);
        std::string* const members[] = {&other.keyName, &other.route, &other.provider, &other.model, &other.workflow, &other.prompt};
        *members[dimension] += "x";
        RollupMap rollups;
        addTo(rollups, run(RunStatus::Succeeded));
        addTo(rollups, other);
        QCOMPARE(rollups.size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestRollup)
#include "tst_rollup.moc"
