#include "core/model/route_spec.h"

#include <QtTest>

#include <boost/json.hpp>

using namespace signalbox::model;

namespace {

Result<RouteSpec> read(const QByteArray& json) { return readRouteSpec(boost::json::parse({json.constData(), static_cast<std::size_t>(json.size())}).as_object()); }

} // namespace

class TestRouteSpec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void absentMembersHaveTheirDefaults() {
        const auto spec = read(R"({"targets": [{"model": "openai-main/gpt-4o-mini"}]})");
        QVERIFY(spec);
        QVERIFY(spec->strategy == Strategy::Ordered);
        QCOMPARE(spec->targets.at(0).provider, std::string("openai-main"));
        QCOMPARE(spec->targets.at(0).model, std::string("gpt-4o-mini"));
        QCOMPARE(spec->targets.at(0).weight, 1);
        QCOMPARE(spec->taskProfile.needs, Capabilities{0});
        QVERIFY(spec->policies.empty());
    }

    void everyMemberIsRead() {
        const auto spec = read(QByteArray(R"({"description": "Fast JSON", "strategy": "weighted", "policies": ["standard", "eu@3"], )") +
                               R"("task_profile": {"needs": ["json_schema", "tools"], "min_context_tokens": 8000, "max_first_token_ms": 1500, "regions": ["eu"], "min_quality": 0.6}, )" +
                               R"("targets": [{"model": "a/m", "weight": 90}, {"model": "b/org/m", "weight": 0}]})");
        QVERIFY(spec);
        QVERIFY(spec->strategy == Strategy::Weighted);
        QCOMPARE(spec->taskProfile.needs, Capability::JsonSchema | Capability::Tools);
        QCOMPARE(spec->taskProfile.minContextTokens, 8000);
        QCOMPARE(spec->taskProfile.maxFirstTokenMs, 1500);
        QCOMPARE(spec->taskProfile.regions, std::vector<std::string>{"eu"});
        QCOMPARE(spec->taskProfile.minQuality, 0.6);
        QCOMPARE(spec->policies, (std::vector<std::string>{"standard", "eu@3"}));
        QCOMPARE(spec->targets.at(1).weight, 0);
    }

    void aModelsNameMayHaveSlashes() {
        const auto spec = read(R"({"targets": [{"model": "vllm/meta-llama/Llama-3.1-8B"}]})");
        QVERIFY(spec);
        QCOMPARE(spec->targets.at(0).provider, std::string("vllm"));
        QCOMPARE(spec->targets.at(0).model, std::string("meta-llama/Llama-3.1-8B"));
    }

    void whatIsWrongIsSaidWhereItIs_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("pointer");
        const auto row = [](const char* name, const char* json, const char* pointer) { QTest::newRow(name) << QByteArray(json) << QByteArray(pointer); };
        row("no targets", "{}", "/spec/targets");
        row("empty targets", R"({"targets": []})", "/spec/targets");
        row("a target that is a word", R"({"targets": ["a/m"]})", "/spec/targets/0");
        row("a target without a model", R"({"targets": [{"weight": 1}]})", "/spec/targets/0/model");
        row("a target without a provider", R"({"targets": [{"model": "m"}]})", "/spec/targets/0/model");
        row("an empty provider", R"({"targets": [{"model": "/m"}]})", "/spec/targets/0/model");
        row("an empty model", R"({"targets": [{"model": "a/"}]})", "/spec/targets/0/model");
        row("a negative weight", R"({"targets": [{"model": "a/m", "weight": -1}]})", "/spec/targets/0/weight");
        row("weights of nothing", R"({"strategy": "weighted", "targets": [{"model": "a/m", "weight": 0}]})", "/spec/targets");
        row("unknown strategy", R"({"strategy": "luckiest", "targets": [{"model": "a/m"}]})", "/spec/strategy");
        row("unknown need", R"({"task_profile": {"needs": ["chat", "x"]}, "targets": [{"model": "a/m"}]})", "/spec/task_profile/needs/1");
        row("a wrong reference", R"({"policies": ["ok", "No@1"], "targets": [{"model": "a/m"}]})", "/spec/policies/1");
        row("a typo", R"({"target": [], "targets": [{"model": "a/m"}]})", "/spec/target");
        row("a typo in a target", R"({"targets": [{"model": "a/m", "wieght": 1}]})", "/spec/targets/0/wieght");
    }
    void whatIsWrongIsSaidWhereItIs() {
        QFETCH(QByteArray, json);
        const auto spec = read(json);
        QVERIFY(!spec);
        QCOMPARE(spec.error().violations.size(), std::size_t{1});
        QTEST(QByteArray::fromStdString(spec.error().violations[0].pointer), "pointer");
    }
};

QTEST_GUILESS_MAIN(TestRouteSpec)
#include "tst_model_route_spec.moc"
