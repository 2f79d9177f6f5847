#include "core/policy/contract/contract.h"
#include "core/policy/contract/example.h"
#include "core/policy/contract/example_text.h"

#include <boost/json.hpp>
#include <re2/re2.h>

#include <QTest>

#include <algorithm>

using namespace signalbox;
namespace json = boost::json;

namespace {

/// moc takes a '#' behind a quote in a raw string for a directive, so those schemas are written with single quotes.
std::string doubleQuoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

} // namespace

class TestContractExample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anExampleKeepsItsContract_data() {
        QTest::addColumn<QString>("schema");
        const auto row = [](const char* name, const char* schema) { QTest::newRow(name) << schema; };
        row("anything", "true");
        row("no type", "{}");
        row("text", R"({"type":"string"})");
        row("long text", R"({"type":"string","minLength":30})");
        row("short text", R"({"type":"string","maxLength":2})");
        for (const auto* format : {"date-time", "date", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uuid", "json-pointer"})
            QTest::addRow("format %s", format) << QLatin1String("{\"type\":\"string\",\"format\":\"") + QLatin1String(format) + QLatin1String("\"}");
        row("pattern", R"({"type":"string","pattern":"^[A-Z]{2}-\\d{4}(x|y)?$"})");
        row("pattern and length", R"({"type":"string","pattern":"^[a-z]+$","minLength":5})");
        row("whole number above", R"({"type":"integer","exclusiveMinimum":4,"multipleOf":3})");
        row("negative", R"({"type":"integer","maximum":-2})");
        row("between", R"({"type":"number","exclusiveMinimum":0,"exclusiveMaximum":0.1})");
        row("step", R"({"type":"number","minimum":0.3,"multipleOf":0.25})");
        row("object", R"({"type":"object","required":["b","a"],"properties":{"a":{"type":"integer"},"b":{"type":"boolean"},"c":{"type":"string"}},"additionalProperties":false})");
        row("required without schema", R"({"type":"object","required":["a"]})");
        row("required by additionalProperties", R"({"type":"object","required":["a"],"additionalProperties":{"type":"integer"}})");
        row("least members", R"({"type":"object","minProperties":2,"properties":{"a":{"const":1}}})");
        row("nothing required", R"({"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"array","items":{"type":"null"}}}})");
        row("list", R"({"type":"array","items":{"enum":["x","y"]},"minItems":2,"uniqueItems":true})");
        row("distinct numbers", R"({"type":"array","items":{"type":"integer"},"minItems":3,"uniqueItems":true})");
        row("empty list", R"({"type":"array","maxItems":0})");
        row("tuple", R"({"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false,"minItems":2})");
        row("draft 7 tuple", doubleQuoted("{'$schema':'http://json-schema.org/draft-07/schema#','type':'array','items':[{'type':'string'},{'type':'integer'}],'minItems':2}").c_str());
        row("contains", R"({"type":"array","contains":{"const":7},"minItems":1})");
        row("null or text", R"({"anyOf":[{"type":"null"},{"type":"string","minLength":1}]})");
        row("types", R"({"type":["null","integer"],"minimum":5})");
        row("reference", doubleQuoted("{'$ref':'#/$defs/a','$defs':{'a':{'type':'object','required':['b'],'properties':{'b':{'$ref':'#/$defs/b'}}},'b':{'enum':[3]}}}").c_str());
        row("anchor", doubleQuoted("{'$ref':'#here','$defs':{'a':{'$anchor':'here','type':'integer'}}}").c_str());
        row("all of", R"({"allOf":[{"required":["a"],"properties":{"a":{"type":"integer","minimum":2}}},{"required":["b"],"properties":{"b":{"type":"string"}}}],"type":"object"})");
        row("all of bounds", R"({"type":"integer","minimum":2,"allOf":[{"minimum":9}]})");
        row("itself", doubleQuoted("{'type':'object','required':['next'],'properties':{'next':{'anyOf':[{'type':'null'},{'$ref':'#'}],'default':null}}}").c_str());
    }
    void anExampleKeepsItsContract() {
        QFETCH(QString, schema);
        const auto value = json::parse(schema.toStdString());
        const auto contract = policy::Contract::compile(value);
        QVERIFY2(contract.has_value(), contract ? "" : contract.error().message.c_str());
        const auto example = policy::exampleOf(value);
        const auto violations = contract->check(example);
        QVERIFY2(violations.empty(), (json::serialize(example) + ": " + (violations.empty() ? "" : violations.front().pointer + ' ' + violations.front().message)).c_str());
    }

    void whatTheAuthorShowsIsTaken() {
        const auto example = [](const char* schema) { return json::serialize(policy::exampleOf(json::parse(schema))); };
        const auto first = example(R"({"type":"string","examples":["Where is my order?"],"default":"x","enum":["y"]})");
        QCOMPARE(first, std::string("\"Where is my order?\""));
        const auto second = example(R"({"type":"string","default":"x","enum":["y","x"]})");
        QCOMPARE(second, std::string("\"x\""));
        const auto third = example(R"({"examples":[{"a":1}],"type":"object"})");
        QCOMPARE(third, std::string("{\"a\":1}"));
        const auto fourth = example(R"({"type":"object","required":["b","a"],"properties":{"a":{"const":1},"b":{"const":2},"c":{}}})");
        QCOMPARE(fourth, std::string("{\"a\":1,\"b\":2}"));
    }

    void endlessSchemasEnd() {
        const auto endless = json::parse(doubleQuoted("{'type':'object','required':['a','b'],'properties':{'a':{'$ref':'#'},'b':{'$ref':'#'}}}"));
        QVERIFY(json::serialize(policy::exampleOf(endless)).size() < 1000000);
        const auto itself = json::parse(doubleQuoted("{'$ref':'#'}"));
        QVERIFY(!policy::exampleOf(itself).is_object());
        const auto longList = json::parse(R"({"type":"array","minItems":1000000,"items":{"type":"null"}})");
        QVERIFY(policy::exampleOf(longList).as_array().size() <= 50);
        QVERIFY(!policy::textForPattern(std::string(1000, '(') + std::string(1000, ')')).has_value());
    }

    void textsMatchSimplePatterns() {
        for (const std::string pattern : {"^[A-Z]{3}$", "^\\d{4}-\\d{2}$", "^(red|green)$", "^a+b*c?$", "[^a]", "^\\w+@\\w+\\.com$", "^(?:ab){2}$", "^[\\d]{2,3}$", "a.c", ""}) {
            const auto text = policy::textForPattern(pattern);
            QVERIFY2(text.has_value(), pattern.c_str());
            QVERIFY2(re2::RE2::PartialMatch(*text, pattern), (pattern + ": " + *text).c_str());
        }
        for (const std::string beyond : {"(?=a)b", "\\bword", "[a", "(a", "a)", "x{2", "\\p{L}", "*", "(?<n>a)"}) QVERIFY2(!policy::textForPattern(beyond).has_value(), beyond.c_str());
    }
};

QTEST_GUILESS_MAIN(TestContractExample)
#include "tst_contract_example.moc"
