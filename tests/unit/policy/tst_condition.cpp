#include "core/policy/condition.h"
#include "core/model/spec_reader.h"

#include <QtTest>

#include <boost/json.hpp>

using namespace signalbox;

namespace {

model::Condition conditionOf(const char* text) {
    model::Violations violations;
    auto condition = model::readCondition(boost::json::parse(text), "", violations);
    if (!violations.empty()) qFatal("%s: %s", text, violations.error("The condition").message.c_str());
    return condition;
}

const boost::json::value& inputOfAll() {
    static const auto value = boost::json::parse(R"({"country": "DE", "customer": {"tier": "gold", "age": 41}, "lines": [{"sku": "a-1"}, {"sku": "b-2"}], "note": null, "tags": ["vip", "late", 7]})");
    return value;
}

const boost::json::value& outputOfAll() {
    static const auto value = boost::json::parse(R"({"confidence": 0.65, "category": "refund", "ok": true, "amount": 18446744073709551615, "small": 3})");
    return value;
}

policy::Facts facts() {
    policy::Facts all;
    all.input = &inputOfAll();
    all.output = &outputOfAll();
    all.fields = {{"cost_usd", 0.25}, {"attempts", 2}, {"workflow", "triage"}, {"stream", false}};
    return all;
}

} // namespace

class TestCondition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsOfTheFacts_data() {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char* condition, bool holds) { QTest::newRow(condition) << QByteArray(condition) << holds; };
        row(R"({"field": "output.confidence", "op": "lt", "value": 0.7})", true);
        row(R"({"field": "output.confidence", "op": "lt", "value": 0.65})", false);
        row(R"({"field": "output.confidence", "op": "le", "value": 0.65})", true);
        row(R"({"field": "output.confidence", "op": "gt", "value": 0.6})", true);
        row(R"({"field": "output.confidence", "op": "ge", "value": 0.66})", false);
        row(R"({"field": "output.small", "op": "eq", "value": 3.0})", true);
        row(R"({"field": "output.amount", "op": "gt", "value": 18446744073709551614})", true);
        row(R"({"field": "output.category", "op": "eq", "value": "refund"})", true);
        row(R"({"field": "output.category", "op": "ne", "value": "refund"})", false);
        row(R"({"field": "output.category", "op": "lt", "value": 5})", false);
        row(R"({"field": "output.category", "op": "in", "value": ["refund", "return"]})", true);
        row(R"({"field": "output.category", "op": "in", "value": []})", false);
        row(R"({"field": "output.category", "op": "contains", "value": "fun"})", true);
        row(R"({"field": "output.category", "op": "matches", "value": "^re(fund|turn)$"})", true);
        row(R"({"field": "output.category", "op": "matches", "value": "^fund"})", false);
        row(R"({"field": "output.confidence", "op": "matches", "value": "0"})", false);
        row(R"({"field": "output", "op": "contains", "value": "ok"})", true);
        row(R"({"field": "output.ok", "op": "eq", "value": true})", true);
        row(R"({"field": "input.customer.tier", "op": "eq", "value": "gold"})", true);
        row(R"({"field": "input.lines.1.sku", "op": "eq", "value": "b-2"})", true);
        row(R"({"field": "input.lines.2.sku", "op": "exists", "value": false})", true);
        row(R"({"field": "input.lines.x.sku", "op": "exists", "value": true})", false);
        row(R"({"field": "input.tags", "op": "contains", "value": "late"})", true);
        row(R"({"field": "input.tags", "op": "contains", "value": 7.0})", true);
        row(R"({"field": "input.tags", "op": "contains", "value": "lat"})", false);
        row(R"({"field": "input.country", "op": "contains", "value": 1})", false);
        row(R"({"field": "cost_usd", "op": "gt", "value": 0.2})", true);
        row(R"({"field": "attempts", "op": "ge", "value": 2})", true);
        row(R"({"field": "workflow", "op": "eq", "value": "triage"})", true);
        row(R"({"field": "stream", "op": "eq", "value": false})", true);
        // What is missing is nothing that it could be compared with.
        row(R"({"field": "output.missing", "op": "eq", "value": null})", false);
        row(R"({"field": "output.missing", "op": "ne", "value": 1})", false);
        row(R"({"field": "output.missing", "op": "lt", "value": 1})", false);
        row(R"({"field": "output.missing", "op": "exists", "value": false})", true);
        row(R"({"field": "output.missing", "op": "exists", "value": true})", false);
        row(R"({"field": "output.confidence", "op": "exists"})", true);
        row(R"({"field": "input.note", "op": "exists", "value": true})", true);
        row(R"({"field": "input.note", "op": "eq", "value": null})", true);
        row(R"({"field": "model", "op": "ne", "value": "m"})", false);
        row(R"({"all": []})", true);
        row(R"({"any": []})", false);
        row(R"({"not": {"field": "attempts", "op": "eq", "value": 1}})", true);
        row(R"({"not": {"field": "model", "op": "eq", "value": "m"}})", true);
        row(R"({"all": [{"field": "attempts", "op": "eq", "value": 2}, {"field": "attempts", "op": "eq", "value": 3}]})", false);
        row(R"({"any": [{"field": "attempts", "op": "eq", "value": 2}, {"field": "attempts", "op": "eq", "value": 3}]})", true);
    }
    void holdsOfTheFacts() {
        QFETCH(QByteArray, condition);
        const auto compiled = policy::CompiledCondition::compile(conditionOf(condition.constData()));
        QVERIFY2(compiled.has_value(), compiled ? "" : compiled.error().message.c_str());
        QTEST(compiled->holds(facts()), "holds");
    }

    void nothingIsKnownOfNoFacts() {
        const auto compiled = policy::CompiledCondition::compile(conditionOf(R"({"any": [{"field": "input", "op": "exists"}, {"field": "output.a", "op": "ne", "value": 1}, {"field": "model", "op": "exists"}]})"));
        QVERIFY(!compiled->holds({}));
    }

    void aPatternThatCannotRunInLinearTimeIsRefused() {
        for (const char* pattern : {"(?=a)b", "(a)\\\\1", "("}) {
            const auto compiled = policy::CompiledCondition::compile(conditionOf((std::string(R"({"field": "model", "op": "matches", "value": ")") + pattern + "\"}").c_str()));
            QVERIFY(!compiled);
            QCOMPARE(compiled.error().code, std::string("invalid_pattern"));
        }
    }

    void aCatastrophicPatternEnds() {
        const auto compiled = policy::CompiledCondition::compile(conditionOf(R"({"field": "input", "op": "matches", "value": "^(a+)+$"})"));
        const boost::json::value text(std::string(100'000, 'a') + "b");
        policy::Facts hostile;
        hostile.input = &text;
        QVERIFY(!compiled->holds(hostile));
    }

    void isSaidInAPlainSentence_data() {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* condition, const char* sentence) { QTest::newRow(sentence) << QByteArray(condition) << QString::fromUtf8(sentence); };
        row(R"({"any": [{"field": "output.confidence", "op": "lt", "value": 0.7}, {"field": "cost_usd", "op": "gt", "value": 0.5}]})", "output.confidence is below 0.7, or the cost is above $0.50");
        row(R"({"field": "cost_usd", "op": "ge", "value": 12})", "the cost is at least $12.00");
        row(R"({"field": "cost_usd", "op": "lt", "value": 0.00125})", "the cost is below $0.00125");
        row(R"({"field": "end_to_end_ms", "op": "gt", "value": 1500})", "the time from end to end is above 1500 ms");
        row(R"({"field": "output.category", "op": "in", "value": ["a", "b", "c"]})", R"(output.category is one of "a", "b" or "c")");
        row(R"({"field": "output.category", "op": "in", "value": ["a"]})", R"(output.category is "a")");
        row(R"({"field": "output.category", "op": "matches", "value": "^x"})", R"(output.category matches the pattern "^x")");
        row(R"({"field": "input.tags", "op": "contains", "value": "vip"})", R"(input.tags contains "vip")");
        row(R"({"not": {"field": "input.tags", "op": "contains", "value": "vip"}})", R"(input.tags does not contain "vip")");
        row(R"({"field": "output.reason", "op": "exists", "value": false})", "output.reason is missing");
        row(R"({"not": {"field": "output.reason", "op": "exists", "value": false}})", "output.reason is there");
        row(R"({"field": "repaired", "op": "eq", "value": true})", "the output was repaired");
        row(R"({"field": "stream", "op": "ne", "value": true})", "the answer is not streamed");
        row(R"({"all": [{"field": "key", "op": "eq", "value": "shop"}, {"any": [{"field": "input_tokens", "op": "gt", "value": 8000}, {"field": "input.urgent", "op": "eq", "value": true}]}]})",
            R"(the application key is "shop", and (the number of input tokens is above 8000, or input.urgent is true))");
        row(R"({"not": {"all": [{"field": "attempts", "op": "eq", "value": 1}, {"field": "attempts", "op": "eq", "value": 2}]}})", "it is not so that (the number of attempts is 1, and the number of attempts is 2)");
        row(R"({"all": [{"field": "attempts", "op": "eq", "value": 1}]})", "the number of attempts is 1");
        row(R"({"all": []})", "always");
        row(R"({"any": []})", "never");
    }
    void isSaidInAPlainSentence() {
        QFETCH(QByteArray, condition);
        QTEST(QString::fromStdString(policy::sentenceOf(conditionOf(condition.constData()))), "sentence");
    }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
