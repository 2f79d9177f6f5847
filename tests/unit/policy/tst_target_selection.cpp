#include "core/policy/target_selection.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace signalbox;
using namespace signalbox::policy;
using model::Capability;
using model::Strategy;

Q_DECLARE_METATYPE(Exclusion)
Q_DECLARE_METATYPE(Strategy)

namespace {

constexpr model::Capabilities bitOf(Capability one) { return static_cast<model::Capabilities>(one); }

/// Three targets a, b, c at three vendors; a test changes what it is about.
struct Targets {
    std::array<model::ProviderSpec, 3> providers;
    std::array<model::ModelSpec, 3> models;
    std::vector<Candidate> candidates;
    model::TaskProfile profile;
    CallFacts facts;

    Targets() {
        constexpr std::array<std::string_view, 3> kNames = {"a", "b", "c"};
        for (std::size_t i = 0; i < 3; ++i) {
            providers[i].dataClasses = {model::DataClass::Public, model::DataClass::Internal};
            providers[i].region = "eu";
            models[i].id = "m";
            models[i].contextTokens = 10'000;
            models[i].maxOutputTokens = 2'000;
            models[i].capabilities = Capability::Chat | Capability::Stream;
            Candidate candidate;
            candidate.provider = &providers[i];
            candidate.model = &models[i];
            candidate.providerName = kNames[i];
            candidate.observedFirstTokenMs = std::numeric_limits<double>::quiet_NaN();
            candidates.push_back(candidate);
        }
        facts.needs = bitOf(Capability::Chat);
        facts.inputTokens = 1000;
    }

    Selection select(Strategy strategy = Strategy::Ordered, double random01 = 0) const { return orderTargets(candidates, profile, strategy, facts, random01); }
    QByteArray order(Strategy strategy = Strategy::Ordered, double random01 = 0) const {
        QByteArray names;
        for (const auto i : select(strategy, random01).order) names += candidates[i].providerName.data();
        return names;
    }
};

using Change = std::function<void(Targets&)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestTargetSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTargetThatCannotServeIsLeftOutWithAReason_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<Exclusion>("why");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char* name, Change change, Exclusion why, const char* sentence) { QTest::newRow(name) << change << why << QByteArray(sentence); };
        row("capability of the call", [](Targets& t) { t.facts.needs = Capability::Chat | Capability::Tools; t.models[0].capabilities |= bitOf(Capability::Tools); t.models[2].capabilities |= bitOf(Capability::Tools); },
            Exclusion::Capability, "b/m lacks tools");
        row("capability of the profile", [](Targets& t) { t.profile.needs = Capability::Vision | Capability::JsonSchema; for (const std::size_t i : {std::size_t{0}, std::size_t{2}}) t.models[i].capabilities |= Capability::Vision | Capability::JsonSchema; },
            Exclusion::Capability, "b/m lacks json_schema, vision");
        row("context of the profile", [](Targets& t) { t.profile.minContextTokens = 10'000; t.models[1].contextTokens = 9'999; }, Exclusion::ContextLength, "b/m has a context of 9999 tokens; the route asks for 10000");
        row("context of the call", [](Targets& t) { t.facts.inputTokens = 8'000; t.models[1].contextTokens = 6'000; }, Exclusion::ContextLength, "b/m has a context of 6000 tokens; this call needs about 8000");
        row("input and answer together", [](Targets& t) { t.facts.inputTokens = 6'000; t.facts.maxOutputTokens = 1'600; t.models[1].contextTokens = 6'000; }, Exclusion::ContextLength, "b/m has a context of 6000 tokens; this call needs about 7600");
        row("region", [](Targets& t) { t.profile.regions = {"eu", "ch"}; t.providers[1].region = "us"; }, Exclusion::Region, "b/m is in region 'us', which the route does not allow");
        row("unknown region", [](Targets& t) { t.profile.regions = {"eu"}; t.providers[1].region = ""; }, Exclusion::Region, "b/m is in region '', which the route does not allow");
        row("data class", [](Targets& t) { t.facts.dataClass = model::DataClass::Restricted; for (const std::size_t i : {std::size_t{0}, std::size_t{2}}) t.providers[i].dataClasses.push_back(model::DataClass::Restricted); },
            Exclusion::DataClass, "b/m may not get restricted data");
        row("quality", [](Targets& t) { t.profile.minQuality = 0.5; t.models[1].quality = 0.49; }, Exclusion::Quality, "b/m is below the route's least quality");
        row("protocol", [](Targets& t) { t.candidates[1].connectorServes = false; }, Exclusion::Protocol, "b/m does not serve this protocol");
        row("problem", [](Targets& t) { t.candidates[1].problem = "its secret is missing"; }, Exclusion::Problem, "b/m cannot be called: its secret is missing");
        row("breaker", [](Targets& t) { t.candidates[1].breakerOpen = true; }, Exclusion::BreakerOpen, "b/m failed too often lately; its circuit breaker is open");
    }
    void aTargetThatCannotServeIsLeftOutWithAReason() {
        QFETCH(Change, change);
        QFETCH(Exclusion, why);
        QFETCH(QByteArray, sentence);
        Targets targets;
        QCOMPARE(targets.order(), QByteArray("abc"));
        change(targets);
        const auto selection = targets.select();
        QCOMPARE(selection.order, (std::vector<std::size_t>{0, 2}));
        QCOMPARE(selection.excluded.size(), std::size_t{1});
        QCOMPARE(selection.excluded[0].index, std::size_t{1});
        QCOMPARE(selection.excluded[0].why, why);
        QCOMPARE(QByteArray::fromStdString(selection.excluded[0].sentence), sentence);
    }

    void anEstimateALittleOverTheContextIsLeftToTheVendor() {
        Targets targets;
        targets.facts.inputTokens = 12'000;
        QCOMPARE(targets.order(), QByteArray("abc"));
    }

    void anAnswerCannotBeLongerThanTheModelGives() {
        Targets targets;
        targets.facts.inputTokens = 8'000;
        targets.facts.maxOutputTokens = 1'000'000;
        QCOMPARE(targets.order(), QByteArray("abc"));
    }

    void weightsAreShares_data() {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("b");
        QTest::addColumn<int>("c");
        QTest::addColumn<double>("random");
        QTest::addColumn<QByteArray>("order");
        const auto row = [](int a, int b, int c, double random, const char* order) { QTest::addRow("%d %d %d at %g", a, b, c, random) << a << b << c << random << QByteArray(order); };
        row(1, 1, 1, 0.0, "abc");
        row(1, 1, 1, 0.34, "bac");
        row(1, 1, 1, 0.999, "cab");
        row(90, 10, 0, 0.89, "abc");
        row(90, 10, 0, 0.9, "bac");
        row(90, 10, 0, 0.999999, "bac");
        row(10, 90, 0, 0.0, "bac");
        row(0, 0, 5, 0.0, "cab");
        row(0, 0, 0, 0.7, "abc");
    }
    void weightsAreShares() {
        QFETCH(int, a);
        QFETCH(int, b);
        QFETCH(int, c);
        QFETCH(double, random);
        Targets targets;
        targets.candidates[0].weight = a;
        targets.candidates[1].weight = b;
        targets.candidates[2].weight = c;
        QTEST(targets.order(Strategy::Weighted, random), "order");
    }

    void theSharesAreMetOverManyCalls() {
        Targets targets;
        targets.candidates[0].weight = 70;
        targets.candidates[1].weight = 20;
        targets.candidates[2].weight = 10;
        std::array<int, 3> first{};
        for (int i = 0; i < 1000; ++i) ++first[targets.select(Strategy::Weighted, (i + 0.5) / 1000).order.front()];
        QCOMPARE(first, (std::array<int, 3>{700, 200, 100}));
    }

    void theCheapestIsSoForThisCall() {
        Targets targets;
        const auto price = [&](std::size_t i, std::int64_t input, std::int64_t output) { targets.models[i].prices = {{Money{input}}, {Money{input}}, {Money{input}}, {Money{output}}}; };
        price(0, 3'000'000'000, 3'000'000'000);
        price(1, 1'000'000'000, 20'000'000'000);
        price(2, 5'000'000'000, 5'000'000'000);
        targets.facts.inputTokens = 9'000;
        targets.facts.maxOutputTokens = 100;
        QCOMPARE(targets.order(Strategy::Cheapest), QByteArray("bac"));
        targets.facts.inputTokens = 10;
        targets.facts.maxOutputTokens = 2'000;
        QCOMPARE(targets.order(Strategy::Cheapest), QByteArray("acb"));
    }

    void theFastestIsByWhatWasSeen() {
        Targets targets;
        targets.candidates[0].observedFirstTokenMs = 300;
        targets.candidates[1].observedFirstTokenMs = 200;
        targets.candidates[2].observedFirstTokenMs = 100;
        QCOMPARE(targets.order(Strategy::Fastest), QByteArray("cba"));
    }

    void aTargetNeverSeenIsTriedFirst() {
        Targets targets;
        targets.candidates[0].observedFirstTokenMs = 300;
        targets.candidates[2].observedFirstTokenMs = 100;
        QCOMPARE(targets.order(Strategy::Fastest), QByteArray("bca"));
    }

    void tooSlowComesLastButNotNever_data() {
        QTest::addColumn<Strategy>("strategy");
        QTest::newRow("ordered") << Strategy::Ordered;
        QTest::newRow("weighted") << Strategy::Weighted;
        QTest::newRow("cheapest") << Strategy::Cheapest;
    }
    void tooSlowComesLastButNotNever() {
        QFETCH(Strategy, strategy);
        Targets targets;
        targets.profile.maxFirstTokenMs = 1000;
        targets.candidates[0].observedFirstTokenMs = 1001;
        targets.candidates[1].observedFirstTokenMs = 1000;
        QCOMPARE(targets.order(strategy), QByteArray("bca"));
    }

    void strategiesKeepTheWrittenOrderAmongEquals() {
        const Targets targets;
        QCOMPARE(targets.order(Strategy::Ordered), QByteArray("abc"));
        QCOMPARE(targets.order(Strategy::Cheapest), QByteArray("abc"));
        QCOMPARE(targets.order(Strategy::Fastest), QByteArray("abc"));
    }

    void whyNothingFitsIsSaidToTheCaller_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QByteArray>("errorClass");
        QTest::addColumn<QByteArray>("code");
        const auto all = [](auto change) -> Change { return [change](Targets& t) { for (std::size_t i = 0; i < 3; ++i) change(t, i); }; };
        QTest::newRow("too long everywhere") << all([](Targets& t, std::size_t) { t.facts.inputTokens = 100'000; }) << QByteArray("context_too_long") << QByteArray("context_length_exceeded");
        QTest::newRow("nobody can do it") << all([](Targets& t, std::size_t) { t.facts.needs |= bitOf(Capability::Audio); }) << QByteArray("invalid_request") << QByteArray("no_suitable_target");
        QTest::newRow("all open") << all([](Targets& t, std::size_t i) { t.candidates[i].breakerOpen = true; }) << QByteArray("upstream_unavailable") << QByteArray("breaker_open");
        QTest::newRow("credentials missing") << all([](Targets& t, std::size_t i) { t.candidates[i].problem = "no credential"; }) << QByteArray("upstream_unavailable") << QByteArray("provider_problem");
        QTest::newRow("one open, others too short") << Change([](Targets& t) { t.candidates[0].breakerOpen = true; t.facts.inputTokens = 11'000; t.models[1].contextTokens = t.models[2].contextTokens = 4'000; }) << QByteArray("upstream_unavailable") << QByteArray("breaker_open");
        QTest::newRow("a route without targets") << Change([](Targets& t) { t.candidates.clear(); }) << QByteArray("invalid_request") << QByteArray("no_suitable_target");
    }
    void whyNothingFitsIsSaidToTheCaller() {
        QFETCH(Change, change);
        Targets targets;
        change(targets);
        const auto selection = targets.select();
        QVERIFY(selection.order.empty());
        const auto error = noTargetError(selection, "route/fast");
        QTEST(QByteArray(nameOf(error.errorClass).data()), "errorClass");
        QTEST(QByteArray::fromStdString(error.code), "code");
        QVERIFY(error.message.starts_with("No target of 'route/fast' can serve this call"));
        for (const auto& excluded : selection.excluded) QVERIFY(error.message.find(excluded.sentence) != std::string::npos);
        // Waiting helps against an open breaker, and against nothing else here.
        QCOMPARE(error.retryAfter.has_value(), error.code == "breaker_open");
    }
};

QTEST_GUILESS_MAIN(TestTargetSelection)
#include "tst_target_selection.moc"
