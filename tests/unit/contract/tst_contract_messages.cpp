// What is said of an instance: where, what is wrong, what would be right.
#include "contract_support.h"

#include <QtTest>

using namespace signalbox::policy::test;

class TestContractMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aViolationSaysWhereAndWhat_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("instance");
        QTest::addColumn<QStringList>("said");
        const auto row = [](const char* name, const char* schema, const char* instance, QStringList said) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(instance) << std::move(said);
        };
        row("nothing", R"({"type":"object"})", "{}", {});
        row("type", R"({"type":"string"})", "1.5", {": This is 1.5; it must be a string."});
        row("types", R"({"type":["string","integer","null"]})", "true", {": This is true; it must be a string, a whole number or null."});
        row("integer", R"({"type":"integer"})", "1.5", {": This is 1.5; it must be a whole number."});
        row("members", R"({"required":["a","b"],"properties":{"a":{"type":"array"}}})", R"({"a":null})",
            {"/a: This is null; it must be an array.", ": The member “b” is missing."});
        row("escaped pointer", R"({"properties":{"a/b~c":{"items":{"const":1}}}})", R"({"a/b~c":[1,2]})", {"/a~1b~0c/1: This is 2; it must be 1."});
        row("unknown member", R"({"properties":{"summary":{}},"additionalProperties":false})", R"({"sumary":"x"})",
            {"/sumary: The member “sumary” is not allowed here; did you mean “summary”?"});
        row("unknown member, none near", R"({"properties":{"summary":{}},"additionalProperties":false})", R"({"zzz":"x"})",
            {"/zzz: The member “zzz” is not allowed here; remove it."});
        row("unevaluated", R"({"allOf":[{"properties":{"a":{}}}],"unevaluatedProperties":false})", R"({"a":1,"b":2})", {"/b: No value is allowed here; remove it."});
        row("a failed part hides what it evaluates", R"({"allOf":[{"properties":{"a":{"type":"null"}}}],"unevaluatedProperties":false})", R"({"a":1})",
            {"/a: This is 1; it must be null."});
        row("enum", R"({"enum":["low","high"]})", R"("mid")", {R"(: This is "mid"; it must be one of "low" or "high".)"});
        row("bounds", R"({"minimum":0,"exclusiveMaximum":1})", "1", {": This is 1; it must be less than 1."});
        row("multiple", R"({"multipleOf":0.05})", "0.12", {": This is 0.12; it must be a multiple of 0.05."});
        row("length", R"({"minLength":3})", R"("ab")", {": This text has 2 characters; it must have at least 3."});
        row("pattern", R"({"pattern":"^[A-Z]+$"})", R"("ab")", {": “ab” does not match the pattern “^[A-Z]+$”."});
        row("format", R"({"format":"date"})", R"("tomorrow")", {": “tomorrow” is not a date as in 2026-11-24 (format `date`)."});
        row("items", R"({"maxItems":1,"items":{"type":"null"}})", "[1,2]",
            {": This array has 2 elements; it must have at most 1.", "/0: This is 1; it must be null.", "/1: This is 2; it must be null."});
        row("too many for the list", R"({"prefixItems":[true],"items":false})", "[1,2,3]", {": This array has 3 elements; it must have at most 1."});
        row("unique", R"({"uniqueItems":true})", "[1,2,1.0]", {"/2: This element equals element 0 (counted from 0); each may be there only once."});
        row("contains", R"({"contains":{"const":1},"minContains":2})", "[1]", {": 1 element fits what the array must contain; there must be at least 2."});
        row("beside", R"({"dependentRequired":{"a":["b"]}})", R"({"a":1})", {": The member “b” is missing; it is required beside “a”."});
        row("names", R"({"propertyNames":{"maxLength":2}})", R"({"abc":1})",
            {"/abc: A member may not be called “abc”: This text has 3 characters; it must have at most 2."});
        row("not", R"({"not":{"title":"a legacy id","type":"integer"}})", "1", {": This value is “a legacy id”, which `not` forbids; it must be different."});
        row("then", R"({"if":{"required":["a"]},"then":{"required":["b"]}})", R"({"a":1})", {": The member “b” is missing."});
        row("false", "false", "1", {": The schema allows no value at all."});
    }
    void aViolationSaysWhereAndWhat() {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, instance);
        QTEST(wrong(schema.toStdString(), instance.toStdString()), "said");
    }

    void ofAlternativesTheNearestIsExplained_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("instance");
        QTest::addColumn<QStringList>("said");
        const QByteArray union_ = R"({"oneOf":[
            {"title":"card","properties":{"kind":{"const":"card"},"number":{"type":"string"}},"required":["kind","number"]},
            {"title":"bank","properties":{"kind":{"const":"bank"},"iban":{"type":"string"}},"required":["kind","iban"]}]})";
        QTest::newRow("nullable") << QByteArray(R"({"anyOf":[{"type":"object","required":["a"]},{"type":"null"}]})") << QByteArray("{}")
                                  << QStringList{": The member “a” is missing."};
        QTest::newRow("types alone") << QByteArray(R"({"anyOf":[{"type":"string"},{"type":"null"}]})") << QByteArray("1") << QStringList{": This is 1; it must be a string or null."};
        QTest::newRow("told apart by a constant") << union_ << QByteArray(R"({"kind":"bank","number":"1"})") << QStringList{": The member “iban” is missing."};
        QTest::newRow("nearest by count") << QByteArray(R"({"anyOf":[{"title":"point","required":["x","y"]},{"required":["a","b","c"]}]})") << QByteArray(R"({"x":1})")
                                          << QStringList{": This value fits none of the 2 alternatives; the nearest is alternative 1 “point”, but: The member “y” is missing."};
        QTest::newRow("none is nearer") << QByteArray(R"({"anyOf":[{"title":"odd","const":1},{"title":"even","const":2}]})") << QByteArray("3")
                                        << QStringList{": This value fits none of the 2 alternatives: “odd”, “even”."};
        QTest::newRow("more than one") << QByteArray(R"({"oneOf":[{"type":"integer"},{"minimum":0},{"type":"null"}]})") << QByteArray("3")
                                       << QStringList{": This value fits alternatives 1 and 2; it must fit exactly one."};
    }
    void ofAlternativesTheNearestIsExplained() { aViolationSaysWhereAndWhat(); }

    void theListOfViolationsEndsSomewhere() {
        std::string instance = "[0";
        for (int i = 1; i < 1000; ++i) instance += "," + std::to_string(i);
        const auto said = wrong(R"({"items":{"type":"string"}})", instance + "]", {.violations = 5});
        QCOMPARE(said.size(), 6);
        QCOMPARE(said.last(), QStringLiteral(": There are more violations; only the first 5 are listed."));
    }

    void longValuesAreCutBetweenCharacters() {
        const auto said = wrong(R"({"format":"date"})", "\"" + QString(200, QChar(0xe9)).toStdString() + "\"");
        QCOMPARE(said.size(), 1);
        QVERIFY(said.first().size() < 200);
        QVERIFY(!said.first().contains(QChar(0xfffd)));
    }
};

QTEST_GUILESS_MAIN(TestContractMessages)
#include "tst_contract_messages.moc"
