#include "core/control/live_window.h"

#include <QtTest>

#include <boost/json.hpp>

using namespace signalbox;
using control::LiveWindow;
namespace json = boost::json;

namespace {

/// A data plane with one target.
class OneTarget final : public gateway::LiveState {
public:
    Target target;
    std::vector<Target> targets() const override { return {target}; }
    std::int64_t callsInFlight() const override { return 3; }
    bool isDraining() const override { return false; }
    std::vector<RecentUses::Use> takeKeyUses() override { return {}; }
    bool resetBreaker(std::string_view, std::string_view) override { return false; }
};

model::Run run(model::RunStatus status, std::int64_t firstTokenUs, std::int64_t nanos) {
    model::Run result;
    result.status = status;
    result.stream = true;
    result.route = "fast@2";
    result.workflow = "reply@3";
    result.firstTokenUs = firstTokenUs;
    result.endToEndUs = 2 * firstTokenUs;
    result.cost = Money{nanos};
    model::Attempt attempt;
    attempt.provider = "vendor";
    attempt.model = "m";
    attempt.startedUs = 0;
    attempt.firstTokenUs = firstTokenUs;
    attempt.endedUs = result.endToEndUs;
    if (status == model::RunStatus::Failed) {
        attempt.errorClass = model::ErrorClass::UpstreamTimeout;
        result.errorClass = attempt.errorClass;
    }
    result.attempts.push_back(attempt);
    return result;
}

const WallTime kNow = fromMicros(1'790'000'000'000'000);

} // namespace

class TestControlWindow : public QObject {
    Q_OBJECT

    OneTarget live_;

private Q_SLOTS:
    void init() {
        live_.target = {};
        live_.target.provider = "vendor";
        live_.target.model = "m";
    }

    void trialsAreLeftOut() {
        LiveWindow window;
        auto trial = run(model::RunStatus::Succeeded, 100, 5);
        trial.trial = true;
        const std::vector<model::Run> runs{trial, run(model::RunStatus::Succeeded, 100, 5)};
        window.add(runs, kNow);
        QVERIFY(window.prometheus().find("signalbox_runs_total{status=\"succeeded\"} 1\n") != std::string::npos);
        QCOMPARE(window.overview(live_, kNow).at("targets").at(0).at("calls_per_s").to_number<double>(), 0.02);
    }

    void aMinuteIsCountedSecondBySecond() {
        LiveWindow window;
        const std::vector<model::Run> good(9, run(model::RunStatus::Succeeded, 100'000, 1'000'000));
        const std::vector<model::Run> bad(1, run(model::RunStatus::Failed, 100'000, 0));
        window.add(good, kNow);
        window.add(bad, kNow + std::chrono::seconds{5});
        const auto overview = json::value(window.overview(live_, kNow + std::chrono::seconds{5}));
        QCOMPARE(overview.at_pointer("/totals/calls_per_s").to_number<double>(), 0.17);
        QCOMPARE(overview.at_pointer("/totals/error_rate").to_number<double>(), 0.1);
        QCOMPARE(overview.at_pointer("/totals/in_flight").to_number<int>(), 3);
        QVERIFY(std::abs(overview.at_pointer("/totals/first_token_p50_ms").to_number<double>() - 100) < 2); // the sketch's one per cent, and rounding
        QVERIFY(overview.at_pointer("/totals/cost_usd_per_h").as_string() == "0.54"); // 9 times 0.001, sixty times
        QVERIFY(overview.at_pointer("/routes/0/name").as_string() == "fast");
        QVERIFY(overview.at_pointer("/workflows/0/name").as_string() == "reply");
        QVERIFY(overview.at_pointer("/workflows/0/state").as_string() == "degraded"); // one in ten failed
        const auto& series = overview.at("series").as_array();
        QCOMPARE(series.size(), std::size_t(60));
        QCOMPARE(series[54].at("calls").to_number<int>(), 9);
        QCOMPARE(series[59].at("errors").to_number<int>(), 1);
        QVERIFY(!window.second(live_, kNow).contains("series"));
    }

    void whatIsOlderThanTheWindowIsGone() {
        LiveWindow window;
        window.add(std::vector<model::Run>(5, run(model::RunStatus::Succeeded, 1'000, 0)), kNow);
        const auto calls = [&](std::chrono::seconds later) {
            double sum = 0;
            const auto overview = window.overview(live_, kNow + later);
            for (const auto& second : overview.at("series").as_array()) sum += second.at("calls").to_number<double>();
            return sum;
        };
        QCOMPARE(calls(std::chrono::seconds{59}), 5.0);
        QCOMPARE(calls(std::chrono::seconds{60}), 0.0);
        // A slot that is used again forgets what it held.
        window.add(std::vector<model::Run>(2, run(model::RunStatus::Succeeded, 1'000, 0)), kNow + std::chrono::seconds{60});
        QCOMPARE(calls(std::chrono::seconds{60}), 2.0);
    }

    void aTargetsStateFollowsItsBreakerThenItsErrors() {
        LiveWindow window;
        const auto state = [&] { return std::string(json::value(window.overview(live_, kNow)).at_pointer("/targets/0/state").as_string()); };
        QCOMPARE(state(), std::string("idle"));
        window.add(std::vector<model::Run>(19, run(model::RunStatus::Succeeded, 1'000, 0)), kNow);
        window.add(std::vector<model::Run>(1, run(model::RunStatus::Failed, 1'000, 0)), kNow);
        QCOMPARE(state(), std::string("healthy"));
        window.add(std::vector<model::Run>(5, run(model::RunStatus::Failed, 1'000, 0)), kNow);
        QCOMPARE(state(), std::string("degraded"));
        live_.target.breaker = gateway::LiveState::Breaker::HalfOpen;
        QCOMPARE(state(), std::string("half_open"));
        live_.target.breaker = gateway::LiveState::Breaker::Open;
        live_.target.probeAt = kNow;
        QCOMPARE(state(), std::string("open"));
        QVERIFY(json::value(window.overview(live_, kNow)).at_pointer("/targets/0/breaker/opens_again_at").is_string());
    }

    void nothingHappenedIsNotZeroLatency() {
        LiveWindow window;
        const auto totals = json::value(window.overview(live_, kNow)).at("totals");
        QVERIFY(totals.at("first_token_p50_ms").is_null());
        QVERIFY(totals.at("error_rate").is_null());
        QCOMPARE(totals.at("calls_per_s").to_number<double>(), 0.0);
        QVERIFY(window.prometheus().find("signalbox_end_to_end_seconds{quantile=\"0.5\"} NaN\n") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestControlWindow)
#include "tst_control_window.moc"
