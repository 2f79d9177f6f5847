#include "core/policy/expectation.h"

#include <boost/json.hpp>

#include <QTest>

using namespace signalbox;
using model::Expectation;
namespace json = boost::json;

namespace {

Expectation expectation(Expectation::Type type, const std::string& pointer, const json::value& value, double tolerance = 0) {
    Expectation one;
    one.type = type;
    one.pointer = pointer;
    one.value = value;
    one.tolerance = tolerance;
    return one;
}

} // namespace

class TestExpectation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outputsAreHeldToWhatIsExpected_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<double>("tolerance");
        QTest::addColumn<QString>("output");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char* name, const char* type, const char* pointer, const char* value, const char* output, bool passes, double tolerance = 0) {
            QTest::newRow(name) << type << pointer << value << tolerance << output << passes;
        };
        row("an equal text", "exact", "", R"("yes")", R"("yes")", true);
        row("another text", "exact", "", R"("yes")", R"("Yes")", false);
        row("numbers by value", "exact", "/n", "1", R"({"n":1.0})", true);
        row("members in another order", "exact", "", R"({"a":1,"b":2})", R"({"b":2,"a":1})", true);
        row("one member more", "exact", "", R"({"a":1})", R"({"a":1,"b":2})", false);
        row("nothing there", "exact", "/a/b", "1", R"({"a":[]})", false);
        row("null is a value", "exact", "/a", "null", R"({"a":null})", true);
        row("an escaped pointer", "exact", "/a~1b", "1", R"({"a/b":1})", true);
        row("a part of a text", "contains", "/t", R"("fund")", R"({"t":"refunded"})", true);
        row("no part of it", "contains", "/t", R"("Fund")", R"({"t":"refunded"})", false);
        row("an element", "contains", "/tags", R"("urgent")", R"({"tags":["urgent","bill"]})", true);
        row("no element", "contains", "/tags", R"("urg")", R"({"tags":["urgent"]})", false);
        row("an element that is an object", "contains", "", R"({"id":2})", R"([{"id":1},{"id":2.0}])", true);
        row("an object contains nothing", "contains", "", R"("a")", R"({"a":1})", false);
        row("a number in a text", "contains", "", "1", R"("1")", false);
        row("keeps a schema", "schema", "/n", R"({"type":"integer","minimum":3})", R"({"n":3})", true);
        row("breaks a schema", "schema", "/n", R"({"type":"integer","minimum":3})", R"({"n":2})", false);
        row("a schema that is none", "schema", "", R"({"type":"nonsense"})", "1", false);
        row("near", "numeric", "/n", "10", R"({"n":10.4})", true, 0.5);
        row("at the edge", "numeric", "/n", "10", R"({"n":10.5})", true, 0.5);
        row("not near", "numeric", "/n", "10", R"({"n":10.6})", false, 0.5);
        row("no tolerance", "numeric", "", "2", "2.0", true);
        row("a text is no number", "numeric", "", "2", R"("2")", false, 10);
    }
    void outputsAreHeldToWhatIsExpected() {
        QFETCH(QString, type);
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(double, tolerance);
        QFETCH(QString, output);
        QFETCH(bool, passes);
        auto kind = Expectation::Type::Exact;
        for (const auto one : {Expectation::Type::Exact, Expectation::Type::Contains, Expectation::Type::Schema, Expectation::Type::Numeric})
            if (nameOf(one) == type.toStdString()) kind = one;
        const auto result = policy::checkExpectation(expectation(kind, pointer.toStdString(), json::parse(value.toStdString()), tolerance), json::parse(output.toStdString()));
        QVERIFY2(result.passed == passes, result.message.c_str());
        QCOMPARE(result.message.empty(), passes);
    }

    void longValuesAreShownShortened() {
        const auto result = policy::checkExpectation(expectation(Expectation::Type::Exact, "", json::value(std::string(5000, 'a'))), json::value(std::string(5000, 'b')));
        QVERIFY(result.message.size() < 600);
    }

    void answersAreJsonOrText() {
        QCOMPARE(policy::outputOf(" {\"a\": 1}\n"), json::value(json::object{{"a", 1}}));
        QCOMPARE(policy::outputOf("```json\n[1, 2]\n```"), json::value(json::array{1, 2}));
        QCOMPARE(policy::outputOf("42"), json::value("42"));
        QCOMPARE(policy::outputOf("{not json}"), json::value("{not json}"));
        QCOMPARE(policy::outputOf(" plain "), json::value(" plain "));
        QCOMPARE(policy::outputOf("``````"), json::value("``````"));
    }

    void aJudgeSeesTextsAsTheyAre() {
        Expectation judged;
        judged.type = Expectation::Type::Judge;
        judged.criterion = "polite";
        judged.pointer = "/reply";
        const auto variables = policy::judgeVariables(judged, json::object{{"n", 1}}, json::object{{"reply", "Dear Ada"}});
        QVERIFY(variables.has_value());
        QCOMPARE(*variables, (json::object{{"input", "{\"n\":1}"}, {"output", "Dear Ada"}, {"criterion", "polite"}}));
        judged.pointer = "/nowhere";
        QVERIFY(!policy::judgeVariables(judged, nullptr, json::object{}).has_value());
    }

    void aVerdictIsPassWithAReason() {
        const auto kind = policy::verdictOf(R"({"pass": true, "reason": "kind"})");
        QVERIFY(kind.passed);
        QCOMPARE(kind.message, std::string("kind"));
        const auto curt = policy::verdictOf("```\n{\"pass\": false, \"reason\": \"curt\"}\n```");
        QVERIFY(!curt.passed);
        QCOMPARE(curt.message, std::string("curt"));
        const auto silent = policy::verdictOf(R"({"pass": false})");
        QVERIFY(!silent.message.empty());
        for (const auto* wrong : {"yes", "{}", R"({"pass":"true"})", "[true]", ""}) QVERIFY(!policy::verdictOf(wrong).passed);
    }
};

QTEST_GUILESS_MAIN(TestExpectation)
#include "tst_expectation.moc"
