#include "core/policy/effective_policy.h"

#include <QtTest>

#include <boost/json.hpp>

#include <map>

using namespace signalbox;
using policy::composePolicy;
using policy::PolicyModule;

namespace {

boost::json::object specOf(const char* text) { return boost::json::parse(text).as_object(); }

std::map<std::string, std::string> originsOf(const policy::EffectivePolicy& effective) { return {effective.origins.begin(), effective.origins.end()}; }

} // namespace

class TestEffectivePolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutModulesEverythingIsBuiltIn() {
        const auto effective = composePolicy({});
        QVERIFY(effective);
        QVERIFY(effective->label.empty());
        QCOMPARE(toJson(effective->policy), toJson(model::Policy{}));
        QVERIFY(!effective->origins.empty());
        for (const auto& [pointer, module] : effective->origins) QCOMPARE(module, std::string("built in"));
    }

    void laterModulesOverrideMemberByMember() {
        const auto base = specOf(R"({"description": "For all", "reliability": {"total_timeout_ms": 50000, "breaker": {"open_s": 20, "min_calls": 5}}})");
        const auto eu = specOf(R"({"reliability": {"breaker": {"open_s": 30}}, "governance": {"data_class": "confidential"}})");
        const PolicyModule modules[] = {{"default@1", &base}, {"eu@3", &eu}};
        const auto effective = composePolicy(modules);
        QVERIFY(effective);
        QCOMPARE(effective->label, std::string("default@1,eu@3"));
        QCOMPARE(effective->policy.reliability.totalTimeout.count(), 50'000);
        QCOMPARE(effective->policy.reliability.breaker.minCalls, 5);
        QCOMPARE(effective->policy.reliability.breaker.open.count(), 30);
        QVERIFY(effective->policy.governance.dataClass == model::DataClass::Confidential);
        QCOMPARE(effective->policy.reliability.connectTimeout, model::Policy{}.reliability.connectTimeout);

        const auto origins = originsOf(*effective);
        QCOMPARE(origins.at("/reliability/total_timeout_ms"), std::string("default@1"));
        QCOMPARE(origins.at("/reliability/breaker/min_calls"), std::string("default@1"));
        QCOMPARE(origins.at("/reliability/breaker/open_s"), std::string("eu@3"));
        QCOMPARE(origins.at("/governance/data_class"), std::string("eu@3"));
        QCOMPARE(origins.at("/reliability/connect_timeout_ms"), std::string("built in"));
        QVERIFY(!origins.contains("/description"));
    }

    void everyValueHasAnOriginAndEveryOriginAValue() {
        const auto spec = specOf(R"({"reliability": {"degrade": [{"serve": "static", "output": {"a": {"b": 1}}}], "breaker": {}}, "governance": {}})");
        const PolicyModule modules[] = {{"default@2", &spec}};
        const auto effective = composePolicy(modules);
        QVERIFY(effective);
        const boost::json::value policy = toJson(effective->policy);
        for (const auto& [pointer, module] : effective->origins) {
            boost::json::error_code missing;
            const auto* value = policy.find_pointer(pointer, missing);
            QVERIFY2(value && !value->is_object(), pointer.c_str());
        }
        const auto origins = originsOf(*effective);
        QCOMPARE(origins.size(), effective->origins.size());
        QCOMPARE(origins.at("/reliability/degrade"), std::string("default@2"));
        QCOMPARE(origins.at("/governance/retention/record_days"), std::string("built in"));
    }

    void aModuleThatIsWrongIsNamed() {
        const auto good = specOf("{}");
        const auto wrong = specOf(R"({"reliability": {"total_timeout": 5}})");
        const PolicyModule modules[] = {{"default@1", &good}, {"typo@2", &wrong}};
        const auto effective = composePolicy(modules);
        QVERIFY(!effective);
        QVERIFY(effective.error().message.starts_with("typo@2: "));
        QCOMPARE(effective.error().violations.size(), std::size_t{1});
        QCOMPARE(effective.error().violations[0].pointer, std::string("/spec/reliability/total_timeout"));
        QVERIFY(effective.error().violations[0].message.find("total_timeout_ms") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestEffectivePolicy)
#include "tst_effective_policy.moc"
