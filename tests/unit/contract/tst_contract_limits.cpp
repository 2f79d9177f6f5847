// Hostile schemas and instances end in bounded time, with a violation that says so.
#include "contract_support.h"

#include <QElapsedTimer>
#include <QtTest>

#include <thread>

using namespace signalbox::policy;
using namespace signalbox::policy::test;

class TestContractLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void schemasBeyondTheLimitsAreRefused_data();
    void schemasBeyondTheLimitsAreRefused();
    void combinationsEndInASentence_data();
    void combinationsEndInASentence();
    void aCheckThatIsGivenUpAcceptsNothing();
    void deepInstancesAreRefused();
    void longChainsOfReferencesCostNoStack();
    void aDynamicReferenceToItselfEnds();
    void largeArraysAreComparedOnce();
    void anInvertedPatternDoesNotHang();
    void manyExpensiveFormatsAreBounded();
    void longNamesAreNotCompared();
    void aContractOutlivesItsSchema();
    void manyThreadsShareAContract();
    /// Not a test of speed: prints what a check of 10 kB takes.
    void timeOfARealisticCheck();
};

namespace {

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

/// 2 to the power `levels` ways through `keyword`, none of which fits a number.
std::string explosion(const std::string& keyword, int levels) {
    std::string schema = R"({"$ref":"#/$defs/l0","$defs":{)";
    for (int i = 0; i < levels; ++i) {
        const std::string next = R"({"$ref":"#/$defs/l)" + std::to_string(i + 1) + "\"}";
        schema += "\"l" + std::to_string(i) + "\":{\"" + keyword + "\":[" + next + "," + next + "]},";
    }
    return schema + "\"l" + std::to_string(levels) + "\":{\"type\":\"string\"}}}";
}

} // namespace

void TestContractLimits::schemasBeyondTheLimitsAreRefused_data() {
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("says");
    QTest::newRow("depth") << QString::fromStdString(repeated(R"({"not":)", 1000) + "true" + repeated("}", 1000)) << QStringLiteral("nests deeper than 128");
    QTest::newRow("values") << QString::fromStdString(R"({"enum":[0)" + repeated(",0", 100'000) + "]}") << QStringLiteral("more than 100000 values");
    QTest::newRow("subschemas") << QString::fromStdString(R"({"allOf":[true)" + repeated(",{}", 30'000) + "]}") << QStringLiteral("more than 20000 subschemas");
    QTest::newRow("pattern") << QString::fromStdString(R"({"pattern":")" + repeated("a", 3000) + "\"}") << QStringLiteral("longer than 2000 bytes");
    std::string patterns;
    for (int i = 0; i < 300; ++i) patterns += (i ? ",\"a" : "\"a") + std::to_string(i) + "\":{}";
    QTest::newRow("patterns") << QString::fromStdString(R"({"patternProperties":{)" + patterns + "}}") << QStringLiteral("more than 200 different patterns");
}

void TestContractLimits::schemasBeyondTheLimitsAreRefused() {
    QFETCH(QString, schema);
    QFETCH(QString, says);
    const auto said = refused(schema.toStdString());
    QVERIFY(!said.isEmpty() && said.size() <= 100);
    QVERIFY2(said.first().contains(says), qPrintable(said.first()));
}

void TestContractLimits::combinationsEndInASentence_data() {
    QTest::addColumn<QString>("keyword");
    for (const auto* keyword : {"anyOf", "oneOf"}) QTest::newRow(keyword) << QString::fromLatin1(keyword);
}

void TestContractLimits::combinationsEndInASentence() {
    QFETCH(QString, keyword);
    const auto said = wrong(explosion(keyword.toStdString(), 60), "1");
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().contains(QStringLiteral("given up after its greatest number of steps")), qPrintable(said.first()));
}

void TestContractLimits::aCheckThatIsGivenUpAcceptsNothing() {
    // `not` turns a failure into a success; giving up is neither.
    const auto schema = R"({"not":)" + explosion("anyOf", 60) + "}";
    const auto inner = parsed(schema).as_object().at("not").as_object();
    boost::json::object outer{{"not", boost::json::object{{"$ref", "#/$defs/l0"}}}, {"$defs", inner.at("$defs")}};
    const auto contract = Contract::compile(outer);
    QVERIFY(contract);
    QVERIFY(!contract->accepts(1));
    QCOMPARE(contract->check(1).size(), 1u);
}

void TestContractLimits::deepInstancesAreRefused() {
    const auto contract = Contract::compile(parsed(R"({"$id":"http://x/list","items":{"$ref":"#"}})"));
    QVERIFY(contract);
    QVERIFY(contract->accepts(parsed(repeated("[", 256) + repeated("]", 256))));
    const auto said = lines(contract->check(parsed(repeated("[", 3000) + repeated("]", 3000))));
    QCOMPARE(said, QStringList{QStringLiteral(": This value nests deeper than 256 levels; make it flatter.")});
}

void TestContractLimits::longChainsOfReferencesCostNoStack() {
    std::string schema = R"({"$ref":"#/$defs/d0","$defs":{)";
    for (int i = 0; i < 10'000; ++i) schema += "\"d" + std::to_string(i) + "\":{\"$ref\":\"#/$defs/d" + std::to_string(i + 1) + "\"},";
    const auto said = wrong(schema + "\"d10000\":{}}}", "1");
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().contains(QStringLiteral("apply within each other too deeply")), qPrintable(said.first()));
}

void TestContractLimits::aDynamicReferenceToItselfEnds() {
    const auto said = wrong(R"({"$id":"http://x/a","$dynamicAnchor":"a","$dynamicRef":"#a"})", "1");
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().contains(QStringLiteral("too deeply")), qPrintable(said.first()));
}

void TestContractLimits::largeArraysAreComparedOnce() {
    std::string array = "[[0]";
    for (int i = 1; i < 50'000; ++i) array += ",[" + std::to_string(i) + "]";
    QCOMPARE(wrong(R"({"uniqueItems":true})", array + "]"), QStringList());
    QCOMPARE(wrong(R"({"uniqueItems":true})", array + ",[17.0]]").size(), 1);
}

void TestContractLimits::anInvertedPatternDoesNotHang() {
    QCOMPARE(wrong(R"x({"pattern":"^(a+)+$"})x", "\"" + repeated("a", 100'000) + "b\"").size(), 1);
}

void TestContractLimits::manyExpensiveFormatsAreBounded() {
    const auto said = wrong(R"({"items":{"format":"regex"}})", "[\"a\"" + repeated(",\"(a|b)*c\"", 20'000) + "]");
    QCOMPARE(said.size(), 1);
    QVERIFY(said.first().contains(QStringLiteral("given up")));
}

void TestContractLimits::longNamesAreNotCompared() {
    const auto said = wrong(R"({"properties":{"name":{}},"additionalProperties":false})", "{\"" + repeated("n", 1'000'000) + "\":1}");
    QCOMPARE(said.size(), 1);
}

void TestContractLimits::aContractOutlivesItsSchema() {
    tl::expected<Contract, signalbox::model::Error> contract = [] {
        boost::json::monotonic_resource memory;
        return Contract::compile(boost::json::parse(R"({"enum":["a text that is long enough not to be kept inside",{"a":[1,2]}]})", &memory));
    }();
    QVERIFY(contract->accepts(parsed(R"({"a":[1,2]})")));
    QVERIFY(!contract->accepts(parsed(R"({"a":[2,1]})")));
}

void TestContractLimits::manyThreadsShareAContract() {
    const auto contract = Contract::compile(parsed(R"({"properties":{"a":{"pattern":"^[a-z]+$"}},"unevaluatedProperties":false})"));
    const auto right = parsed(R"({"a":"x"})"), bad = parsed(R"({"a":"1"})");
    std::atomic<int> agreed = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([copy = *contract, &right, &bad, &agreed] {
            for (int n = 0; n < 500; ++n) agreed += copy.accepts(right) && copy.check(bad).size() == 1;
        });
    threads.clear();
    QCOMPARE(agreed.load(), 2000);
}

void TestContractLimits::timeOfARealisticCheck() {
    std::string items;
    for (int i = 0; i < 40; ++i)
        items += std::string(i ? "," : "") + R"({"id":)" + std::to_string(1000 + i) + R"(,"sku":"AB-12345","title":"A line of the order with a name of some length","quantity":3,"price":19.95,)" +
                 R"("tags":["new","gift"],"kind":"goods","note":null,"ordered_at":"2026-11-24T09:30:00Z","contact":{"name":"Ann","email":"ann@example.com"}})";
    const auto instance = parsed(R"({"summary":"An order","confidence":0.93,"items":[)" + items + "]}");
    const auto contract = Contract::compile(parsed(R"({"type":"object","required":["summary","confidence","items"],"additionalProperties":false,"properties":{
        "summary":{"type":"string","minLength":1,"maxLength":2000},"confidence":{"type":"number","minimum":0,"maximum":1},
        "items":{"type":"array","maxItems":100,"items":{"$ref":"#/$defs/item"}}},
        "$defs":{"item":{"type":"object","required":["id","sku","title","quantity","price","kind"],"additionalProperties":false,"properties":{
            "id":{"type":"integer","minimum":1},"sku":{"type":"string","pattern":"^[A-Z]{2}-[0-9]{5}$"},"title":{"type":"string","maxLength":200},
            "quantity":{"type":"integer","minimum":1},"price":{"type":"number","exclusiveMinimum":0,"multipleOf":0.01},
            "tags":{"type":"array","items":{"type":"string"},"uniqueItems":true},"kind":{"enum":["goods","service"]},
            "note":{"anyOf":[{"type":"string"},{"type":"null"}]},"ordered_at":{"type":"string","format":"date-time"},
            "contact":{"type":"object","properties":{"name":{"type":"string"},"email":{"type":"string","format":"email"}},"required":["email"]}}}}})"));
    QVERIFY(contract);
    QCOMPARE(lines(contract->check(instance)), QStringList());
    constexpr int kTimes = 2000;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kTimes; ++i) QVERIFY(contract->accepts(instance));
    qInfo("%zu bytes: %.1f us a check", boost::json::serialize(instance).size(), static_cast<double>(timer.nsecsElapsed()) / 1000.0 / kTimes);
}

QTEST_GUILESS_MAIN(TestContractLimits)
#include "tst_contract_limits.moc"
