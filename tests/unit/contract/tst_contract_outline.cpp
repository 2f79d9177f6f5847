// The readable view of a schema.
#include "contract_support.h"
#include "core/policy/contract/outline.h"

#include <QtTest>

using namespace signalbox::policy;
using namespace signalbox::policy::test;

class TestContractOutline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSchemaReadsFromTheOutsideIn();
    void referencesAreFollowedOnceOnTheirWay();
    void anythingGivesAnOutlineThatEnds();
};

namespace {

/// `POINTER | NAME* | TYPE | CONSTRAINTS | DESCRIPTION`, indented.
QStringList outlineOf(std::string_view schema) {
    QStringList list;
    for (const auto& row : describe(parsed(schema)))
        list << QString(static_cast<int>(row.depth), QLatin1Char(' ')) +
                    QString::fromStdString(row.pointer + " | " + row.name + (row.required ? "*" : "") + " | " + row.type + " | " + row.constraints + " | " + row.description);
    return list;
}

} // namespace

void TestContractOutline::aSchemaReadsFromTheOutsideIn() {
    const QStringList expected{
        " |  | object | No other members. | A reply",
        " /properties/text | text* | text | 1 to 200 characters; matches ^a. | What the customer reads",
        " /properties/score | score | number or null | At least 0; at most 1. | ",
        " /properties/tags | tags | list of text | At most 3 elements; no two alike. | ",
        "  /properties/tags/items | [] | text | One of \"a\", \"b\". | ",
        " /properties/next | next |  |  | ",
        "  /properties/next/anyOf/0 | any of 1 | as above: # |  | ",
        "  /properties/next/anyOf/1 | any of 2 | null |  | ",
    };
    const auto rows = outlineOf(R"({"type":"object","title":"A reply","required":["text"],"additionalProperties":false,"properties":{
        "text":{"type":"string","minLength":1,"maxLength":200,"pattern":"^a","description":"What the customer reads"},
        "score":{"type":["number","null"],"minimum":0,"maximum":1},
        "tags":{"type":"array","maxItems":3,"uniqueItems":true,"items":{"type":"string","enum":["a","b"]}},
        "next":{"anyOf":[{"$ref":"#"},{"type":"null"}]}}})");
    QCOMPARE(rows, expected);
}

void TestContractOutline::referencesAreFollowedOnceOnTheirWay() {
    const QStringList expected{
        " |  | object |  | ",
        " /properties/a | a | object |  | A node",
        "  /$defs/n/properties/child | child | as above: #/$defs/n |  | ",
        " /properties/b | b | object |  | Another use",
        "  /$defs/n/properties/child | child | as above: #/$defs/n |  | ",
    };
    QCOMPARE(outlineOf(R"({"properties":{"a":{"$ref":"#/$defs/n"},"b":{"$ref":"#/$defs/n","description":"Another use"}},
        "$defs":{"n":{"title":"A node","type":"object","properties":{"child":{"$ref":"#/$defs/n"}}}}})"), expected);
}

void TestContractOutline::anythingGivesAnOutlineThatEnds() {
    QCOMPARE(describe(parsed("5")).size(), 1u);
    QCOMPARE(describe(parsed(R"({"properties":[],"items":3,"required":{},"enum":1,"$ref":7})")).size(), 1u);
    std::string schema = R"({"$ref":"#/$defs/d0","$defs":{)";
    for (int i = 0; i < 30; ++i) {
        const auto next = R"({"$ref":"#/$defs/d)" + std::to_string(i + 1) + "\"}";
        schema += "\"d" + std::to_string(i) + "\":{\"properties\":{\"a\":" + next + ",\"b\":" + next + "}},";
    }
    QCOMPARE(describe(parsed(schema + "\"d30\":{}}}")).size(), 2000u);
}

QTEST_GUILESS_MAIN(TestContractOutline)
#include "tst_contract_outline.moc"
