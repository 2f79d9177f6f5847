// What is refused when a schema is compiled, since it could not be kept at run time.
#include "contract_support.h"

#include <QtTest>

using namespace signalbox::policy;
using namespace signalbox::policy::test;

class TestContractRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSchemaIsRefusedWithItsPlaceAndReason_data();
    void aSchemaIsRefusedWithItsPlaceAndReason();
    void allThatIsWrongIsSaidAtOnce();
    void theErrorIsOfTheCaller();
    void aRequiredVocabularyThatIsUnknownIsRefused();
    void whatLooksOddButIsRightIsAccepted_data();
    void whatLooksOddButIsRightIsAccepted();
};

void TestContractRefusals::aSchemaIsRefusedWithItsPlaceAndReason_data() {
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* schema, const char* pointer, const char* says) {
        QTest::newRow(name) << QByteArray(schema) << QString::fromUtf8(pointer) << QString::fromUtf8(says);
    };
    row("no schema", "5", "", "A schema is an object, true or false");
    row("no schema within", R"({"properties":{"a":5}})", "/properties/a", "A schema is an object, true or false");
    row("type", R"({"type":"strnig"})", "/type", "`type` is one of");
    row("type empty", R"({"type":[]})", "/type", "`type` is one of");
    row("minLength", R"({"minLength":-1})", "/minLength", "whole number, zero or more");
    row("fractional count", R"({"maxItems":1.5})", "/maxItems", "whole number, zero or more");
    row("multipleOf", R"({"multipleOf":0})", "/multipleOf", "above zero");
    row("draft 4 bound", R"({"minimum":1,"exclusiveMinimum":true})", "/exclusiveMinimum", "draft 4");
    row("draft 3 required", R"({"properties":{"a":{"required":true}}})", "/properties/a/required", "draft 3");
    row("items as in draft 7", R"({"items":[{}]})", "/items", "prefixItems");
    row("enum", R"({"enum":"a"})", "/enum", "list of the values");
    row("anyOf empty", R"({"anyOf":[]})", "/anyOf", "one schema or more");
    row("definition that nobody uses", R"({"$defs":{"a":{"type":1}}})", "/$defs/a/type", "`type` is one of");
    row("remote", R"({"items":{"$ref":"https://example.com/a.json"}})", "/items/$ref", "never fetched");
    row("file", R"({"$ref":"file:///etc/passwd"})", "/$ref", "never fetched");
    row("relative to nothing", R"({"$ref":"other.json"})", "/$ref", "never fetched");
    row("nowhere", R"({"properties":{"a":{"$ref":"#/$defs/x"}}})", "/properties/a/$ref", "leads nowhere");
    row("no such anchor", R"({"$ref":"#x"})", "/$ref", "no anchor “x”");
    row("an anchor twice", R"({"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}})", "/$defs/b/$anchor", "used twice");
    row("an identifier twice", R"({"$defs":{"a":{"$id":"http://x/a"},"b":{"$id":"http://x/a"}}})", "/$defs/b/$id", "used twice");
    row("to itself", R"({"$ref":"#"})", "", "never end");
    row("to itself on a detour", R"({"$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"}]},"b":{"not":{"$ref":"#/$defs/a"}}}})", "/$defs/b/not", "never end");
    row("dialect", R"({"$schema":"http://json-schema.org/draft-04/schema#"})", "/$schema", "not known");
    row("2019-09", R"({"$recursiveRef":"#"})", "/$recursiveRef", "2019-09");
    row("additionalItems in 2020-12", R"({"prefixItems":[{}],"additionalItems":false})", "/additionalItems", "draft 7");
    row("prefixItems in draft 7", R"({"$schema":"http://json-schema.org/draft-07/schema#","properties":{"a":{"prefixItems":[{}]}}})", "/properties/a/prefixItems", "draft 2020-12");
    row("unevaluatedProperties in draft 7", R"({"$schema":"http://json-schema.org/draft-07/schema#","unevaluatedProperties":false})", "/unevaluatedProperties", "draft 2020-12");
    row("dependentRequired in draft 7", R"({"$schema":"http://json-schema.org/draft-07/schema#","dependentRequired":{"a":["b"]}})", "/dependentRequired", "`dependencies`");
    row("lookahead", R"({"properties":{"p":{"pattern":"^(?=.*[0-9]).{8,}$"}}})", "/properties/p/pattern", "looks ahead or behind");
    row("lookbehind", R"x({"pattern":"(?<!a)b"})x", "/pattern", "looks ahead or behind");
    row("backreference", R"x({"pattern":"(a)\\1"})x", "/pattern", "refers back");
    row("named backreference", R"x({"pattern":"(?<n>a)\\k<n>"})x", "/pattern", "refers back");
    row("pattern of members", R"x({"patternProperties":{"a/(?=b)":{}}})x", "/patternProperties/a~1(?=b)", "looks ahead or behind");
    row("not a pattern", "{\"pattern\":\"(\"}", "/pattern", "not closed");
    row("great count", R"({"pattern":"a{1,5000}"})", "/pattern", "1000");
    row("large pattern", R"x({"pattern":"((a{100}){100}){100}"})x", "/pattern", "");
    row("half a character", R"({"pattern":"\\ud83d"})", "/pattern", "surrogate");
    row("unknown property", R"({"pattern":"\\p{Klingon}"})", "/pattern", "not known");
}

void TestContractRefusals::aSchemaIsRefusedWithItsPlaceAndReason() {
    QFETCH(QByteArray, schema);
    QFETCH(QString, pointer);
    QFETCH(QString, says);
    const auto said = refused(schema.toStdString());
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().startsWith(pointer + QStringLiteral(": ")), qPrintable(said.first()));
    QVERIFY2(said.first().contains(says), qPrintable(said.first()));
}

void TestContractRefusals::allThatIsWrongIsSaidAtOnce() {
    const auto said = refused(R"({"type":"x","properties":{"a":{"minLength":"1"},"b":{"$ref":"#/nowhere"}},"anyOf":{}})");
    QCOMPARE(said.size(), 4);
}

void TestContractRefusals::theErrorIsOfTheCaller() {
    const auto contract = Contract::compile(parsed(R"({"type":"x"})"));
    QVERIFY(!contract);
    QCOMPARE(contract.error().errorClass, signalbox::model::ErrorClass::InvalidRequest);
    QCOMPARE(contract.error().code, std::string("invalid_schema"));
    QVERIFY(contract.error().message.find("(at /type)") != std::string::npos);
}

void TestContractRefusals::aRequiredVocabularyThatIsUnknownIsRefused() {
    const Documents documents{{"http://x/meta", parsed(R"({"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"http://x/meta",
        "$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true,"http://x/units":true}})")}};
    const auto said = refused(R"({"$schema":"http://x/meta"})", {.documents = &documents});
    QCOMPARE(said.size(), 1);
    QVERIFY(said.first().startsWith(QStringLiteral("/$schema: ")) && said.first().contains(QStringLiteral("http://x/units")));
}

void TestContractRefusals::whatLooksOddButIsRightIsAccepted_data() {
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("unknown keywords") << QByteArray(R"({"x-order":1,"nullable":true,"discriminator":{"propertyName":"kind"}})");
    QTest::newRow("unknown format") << QByteArray(R"({"format":"iban"})");
    QTest::newRow("a list that refers to itself") << QByteArray(R"({"properties":{"next":{"$ref":"#"}}})");
    QTest::newRow("definitions, as generators write them") << QByteArray(R"({"$ref":"#/definitions/a","definitions":{"a":{"type":"string"}}})");
    QTest::newRow("draft 7 tuple") << QByteArray(R"({"$schema":"http://json-schema.org/draft-07/schema#","items":[{}]})");
    QTest::newRow("a $ref among values") << QByteArray(R"({"const":{"$ref":"nowhere"},"default":{"$ref":5}})");
    QTest::newRow("the metaschema") << QByteArray(R"({"$ref":"https://json-schema.org/draft/2020-12/schema"})");
    QTest::newRow("a member called $ref") << QByteArray(R"({"properties":{"$ref":{"type":"string"}}})");
}

void TestContractRefusals::whatLooksOddButIsRightIsAccepted() {
    QFETCH(QByteArray, schema);
    QCOMPARE(refused(schema.toStdString()), QStringList());
}

QTEST_GUILESS_MAIN(TestContractRefusals)
#include "tst_contract_refusals.moc"
