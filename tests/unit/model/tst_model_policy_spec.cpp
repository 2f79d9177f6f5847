#include "core/model/policy_spec.h"

#include <QtTest>

#include <boost/json.hpp>

using namespace std::chrono_literals;
using namespace signalbox::model;

namespace {

Result<Policy> read(const QByteArray& json) { return overlayPolicy(Policy{}, boost::json::parse({json.constData(), static_cast<std::size_t>(json.size())}).as_object()); }

} // namespace

class TestPolicySpec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyModuleChangesNothing() {
        Policy base;
        base.reliability.totalTimeout = 1234ms;
        const auto policy = overlayPolicy(base, {});
        QVERIFY(policy);
        QCOMPARE(toJson(*policy), toJson(base));
    }

    void everyMemberIsRead() {
        const auto policy = read(QByteArray(R"({"description": "x", "reliability": {"connect_timeout_ms": 1, "first_token_timeout_ms": 2, "stall_timeout_ms": 3, )") +
                                 R"("attempt_timeout_ms": 4, "total_timeout_ms": 5, "max_attempts_per_target": 6, "backoff": {"base_ms": 7, "cap_ms": 8}, )" +
                                 R"("retry_budget": {"ratio": 0.9, "min_per_second": 10}, )" +
                                 R"("breaker": {"window_s": 11, "min_calls": 12, "failure_ratio": 0.13, "open_s": 14, "half_open_calls": 15}, )" +
                                 R"("degrade": [{"serve": "stale_cache", "max_age_s": 16}, {"serve": "static", "output": {"a": null}}]}, )" +
                                 R"("governance": {"data_class": "restricted", "retention": {"payload_days": 0, "record_days": 17}}})");
        QVERIFY(policy);
        const auto& reliability = policy->reliability;
        QVERIFY(reliability.connectTimeout == 1ms);
        QVERIFY(reliability.firstTokenTimeout == 2ms);
        QVERIFY(reliability.stallTimeout == 3ms);
        QVERIFY(reliability.attemptTimeout == 4ms);
        QVERIFY(reliability.totalTimeout == 5ms);
        QCOMPARE(reliability.maxAttemptsPerTarget, 6);
        QVERIFY(reliability.backoff.base == 7ms);
        QVERIFY(reliability.backoff.cap == 8ms);
        QCOMPARE(reliability.retryBudget.ratio, 0.9);
        QCOMPARE(reliability.retryBudget.minPerSecond, 10.0);
        QVERIFY(reliability.breaker.window == 11s);
        QCOMPARE(reliability.breaker.minCalls, 12);
        QCOMPARE(reliability.breaker.failureRatio, 0.13);
        QVERIFY(reliability.breaker.open == 14s);
        QCOMPARE(reliability.breaker.halfOpenCalls, 15);
        QCOMPARE(reliability.degrade.size(), std::size_t{2});
        QVERIFY(reliability.degrade[0].serve == DegradeStep::Serve::StaleCache);
        QVERIFY(reliability.degrade[0].maxAge == 16s);
        QVERIFY(reliability.degrade[1].output == boost::json::parse(R"({"a": null})"));
        QVERIFY(policy->governance.dataClass == DataClass::Restricted);
        QVERIFY(policy->governance.payloadDays == std::chrono::days{0});
        QVERIFY(policy->governance.recordDays == std::chrono::days{17});
        // What is written of it is a module that makes the same policy again.
        const auto again = overlayPolicy(Policy{}, toJson(*policy));
        QVERIFY(again);
        QCOMPARE(toJson(*again), toJson(*policy));
    }

    void aListReplacesTheOneBefore() {
        Policy base;
        base.reliability.degrade.resize(3);
        const auto policy = overlayPolicy(base, boost::json::parse(R"({"reliability": {"degrade": []}})").as_object());
        QVERIFY(policy);
        QVERIFY(policy->reliability.degrade.empty());
    }

    void whatIsWrongIsSaidWhereItIs_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("pointer");
        const auto row = [](const char* json, const char* pointer) { QTest::newRow(json) << QByteArray(json) << QByteArray(pointer); };
        row(R"({"reliability": 1})", "/spec/reliability");
        row(R"({"reliability": {"total_timeout_ms": 0}})", "/spec/reliability/total_timeout_ms");
        row(R"({"reliability": {"total_timeout_ms": -5}})", "/spec/reliability/total_timeout_ms");
        row(R"({"reliability": {"total_timeout_ms": "60s"}})", "/spec/reliability/total_timeout_ms");
        row(R"({"reliability": {"total_timeout_ms": 86400001}})", "/spec/reliability/total_timeout_ms");
        row(R"({"reliability": {"max_attempts_per_target": 0}})", "/spec/reliability/max_attempts_per_target");
        row(R"({"reliability": {"retry_budget": {"ratio": -0.1}}})", "/spec/reliability/retry_budget/ratio");
        row(R"({"reliability": {"breaker": {"failure_ratio": 0}}})", "/spec/reliability/breaker/failure_ratio");
        row(R"({"reliability": {"breaker": {"failure_ratio": 1.01}}})", "/spec/reliability/breaker/failure_ratio");
        row(R"({"reliability": {"breaker": {"half_open_calls": 0}}})", "/spec/reliability/breaker/half_open_calls");
        row(R"({"reliability": {"degrade": [1]}})", "/spec/reliability/degrade/0");
        row(R"({"reliability": {"degrade": [{"serve": "hope"}]}})", "/spec/reliability/degrade/0/serve");
        row(R"({"reliability": {"degrade": [{"serve": "static"}]}})", "/spec/reliability/degrade/0/output");
        row(R"({"reliability": {"degrade": [{"serve": "static", "output": "x", "max_age_s": 1}]}})", "/spec/reliability/degrade/0/max_age_s");
        row(R"({"governance": {"data_class": "top"}})", "/spec/governance/data_class");
        row(R"({"governance": {"retention": {"payload_days": -1}}})", "/spec/governance/retention/payload_days");
        row(R"({"governance": {"retention": {"record_days": 0}}})", "/spec/governance/retention/record_days");
        row(R"({"governence": {}})", "/spec/governence");
    }
    void whatIsWrongIsSaidWhereItIs() {
        QFETCH(QByteArray, json);
        const auto policy = read(json);
        QVERIFY(!policy);
        QCOMPARE(policy.error().violations.size(), std::size_t{1});
        QTEST(QByteArray::fromStdString(policy.error().violations[0].pointer), "pointer");
    }
};

QTEST_GUILESS_MAIN(TestPolicySpec)
#include "tst_model_policy_spec.moc"
