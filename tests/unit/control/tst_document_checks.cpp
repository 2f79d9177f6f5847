// What documents demand of each other, checked before they are stored and before a label moves.
#include "core/control/document_checks.h"
#include "core/control/version_comparison.h"
#include "core/control/workflow_template.h"
#include "core/model/yaml.h"
#include "tests/unit/store/fixture.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

using namespace signalbox;
using model::DocumentKind;

namespace {

const store::Actor kAda{"ada", "127.0.0.1", 1};

std::vector<model::Document> documentsOf(const std::string& yaml) {
    std::vector<model::Document> documents;
    const auto values = model::parseDocuments(yaml);
    for (const auto& value : *values) {
        auto document = model::readDocument(value);
        if (!document) qFatal("%s", document.error().message.c_str());
        documents.push_back(std::move(*document));
    }
    return documents;
}

/// With what every gateway has at its first start, and a workflow in service.
struct Checked {
    Checked() : session{*fixture.connection, *fixture.dimensions}, documents(*fixture.connection, control::registryChecks(session)) {
        add(R"(
kind: policy
name: default
spec: {}
---
kind: provider
name: sandbox
spec:
  connector: sandbox
  data_classes: [public, internal, confidential, restricted]
  models:
    - {id: small, context_tokens: 32000, max_output_tokens: 4096, capabilities: [chat, stream, json_schema]}
    - {id: large, context_tokens: 200000, max_output_tokens: 4096, capabilities: [chat, stream, json_schema]}
---
kind: route
name: main
spec: {targets: [{model: sandbox/small}]}
---
kind: prompt
name: tone
spec: {text: "Be kind."}
---
kind: prompt
name: answer
spec: {messages: [{role: system, content: "{{> tone}}"}, {role: user, content: "{{question}}"}]}
---
kind: workflow
name: reply
spec:
  input_schema: {type: object, properties: {question: {type: string}, mood: {type: string}}, required: [question]}
  output_schema: {type: object, properties: {text: {type: string}}, required: [text]}
  prompt: answer
  route: main
)");
    }
    void add(const std::string& yaml, const std::string& label = {}) {
        const auto added = documents.add(documentsOf(yaml), {}, label, {}, kAda, wallNow());
        if (!added) qFatal("%s", added.error().message.c_str());
    }
    model::Error refusalOf(const std::string& yaml, const std::string& label = {}) {
        const auto added = documents.add(documentsOf(yaml), {}, label, {}, kAda, wallNow());
        return added ? model::Error{} : added.error();
    }

    test::StoreFixture fixture;
    store::Session session;
    store::DocumentRepository documents;
};

} // namespace

class TestDocumentChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrongIsSaidWithItsPlace_data() {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("words"); // in the message or the hint
        QTest::addColumn<int>("line");
        const auto row = [](const char* name, const char* document, const char* pointer, const char* words, int line = 0) { QTest::newRow(name) << QString::fromUtf8(document) << QString::fromUtf8(pointer) << QString::fromUtf8(words) << line; };
        row("template that does not parse", "kind: prompt\nname: p\nspec: {messages: [{role: user, content: \"a\\n{{#x}} b\"}]}", "/spec/messages/0/content", "does not end", 2);
        row("partial that is not there", "kind: prompt\nname: p\nspec: {messages: [{role: user, content: \"{{> tome}}\"}]}", "/spec/messages/0/content", "Did you mean 'tone'?", 1);
        row("partial without that label", "kind: prompt\nname: p\nspec: {text: \"{{> tone@staging}}\"}", "/spec/text", "has no label 'staging'", 1);
        row("partial that is a chat", "kind: prompt\nname: p\nspec: {text: \"a {{> answer}}\"}", "/spec/text", "is a chat", 1);
        row("prompt that includes itself", "kind: prompt\nname: tone\nspec: {text: \"{{> tone}}\"}", "/spec/text", "circle", 1);
        row("variable that is not declared", "kind: prompt\nname: p\nspec: {messages: [{role: user, content: \"x\\n {{qestion}}\"}], variables: {type: object, properties: {question: {type: string}}}}", "/spec/messages/0/content", "did you mean 'question'?", 2);
        row("variables that are no schema", "kind: prompt\nname: p\nspec: {messages: [{role: user, content: x}], variables: {type: objekt}}", "/spec/variables/type", "");
        row("remote reference", "kind: workflow\nname: w\nspec: {prompt: answer, route: main, input_schema: {$ref: \"https://example.com/s\"}}", "/spec/input_schema/$ref", "");
        row("output that is no schema", "kind: workflow\nname: w\nspec: {prompt: answer, route: main, output_schema: {pattern: \"(?=a)\"}}", "/spec/output_schema/pattern", "");
        row("prompt that is not there", "kind: workflow\nname: w\nspec: {prompt: anser, route: main}", "/spec/prompt", "Did you mean 'answer'?");
        row("version that is not there", "kind: workflow\nname: w\nspec: {prompt: answer@9, route: main}", "/spec/prompt", "has no version 9");
        row("route that is not there", "kind: workflow\nname: w\nspec: {prompt: answer, route: nowhere}", "/spec/route", "no route 'nowhere'");
        row("policy that is not there", "kind: workflow\nname: w\nspec: {prompt: answer, route: main, policies: [default, strict]}", "/spec/policies/1", "no policy 'strict'");
        row("runbook that is not there", "kind: workflow\nname: w\nspec: {prompt: answer, route: main, runbooks: [outage]}", "/spec/runbooks/0", "no runbook 'outage'");
        row("prompt that is a part", "kind: workflow\nname: w\nspec: {prompt: tone, route: main}", "/spec/prompt", "is a part for other prompts");
        row("variable that the input lacks", "kind: workflow\nname: w\nspec: {prompt: answer, route: main, input_schema: {type: object, properties: {questions: {type: string}}}}", "/spec/prompt", "The input contract has 'questions'");
        row("text input without its variable", "kind: workflow\nname: w\nspec: {prompt: answer, route: main, input_schema: {type: string}}", "/spec/prompt", "'question'");
        row("degraded output that breaks the contract", "kind: workflow\nname: w\nspec: {prompt: answer, route: main, output_schema: {type: object, required: [text]}, error_behaviour: {on_exhausted: degrade, degraded_output: {txt: a}}}", "/spec/error_behaviour/degraded_output", "breaks the output contract");
        row("nothing to degrade to", "kind: workflow\nname: w\nspec: {prompt: answer, route: main, error_behaviour: {on_exhausted: degrade}}", "/spec/error_behaviour/on_exhausted", "nothing to degrade to");
        row("test set of nothing", "kind: test_set\nname: t\nspec: {workflow: repl, cases: []}", "/spec/workflow", "Did you mean 'reply'?");
        row("test set with a wrong schema", "kind: test_set\nname: t\nspec: {workflow: reply, cases: [{name: a, input: {}, expect: [{type: schema, value: {type: 7}}]}]}", "/spec/cases/0/expect/0/value/type", "");
        row("test set whose judge is not there", "kind: test_set\nname: t\nspec: {workflow: reply, cases: [{name: a, input: {}, expect: [{type: judge, judge: j, criterion: c}]}]}", "/spec/cases/0/expect/0/judge", "no prompt 'j'");
        row("model that is not there", "kind: test_set\nname: t\nspec: {prompt: answer, model: sandbox/tiny, cases: []}", "/spec/model", "no model 'tiny'");
        row("target that is not there", "kind: route\nname: r\nspec: {targets: [{model: sandbox/tiny}]}", "/spec/targets/0/model", "It has small, large");
        row("pattern that RE2 does not take", "kind: route\nname: r\nspec: {targets: [{model: sandbox/small, when: {field: input.a, op: matches, value: \"(?<=a)b\"}}]}", "/spec/targets/0/when", "RE2");
        row("pattern of a policy", "kind: policy\nname: x\nspec: {escalation: [{when: {field: output.a, op: matches, value: \"[\"}, action: flag}]}", "/spec/escalation/0/when", "RE2");
    }
    void whatIsWrongIsSaidWithItsPlace() {
        QFETCH(QString, document);
        QFETCH(QString, pointer);
        QFETCH(QString, words);
        QFETCH(int, line);
        Checked checked;
        const auto list = documentsOf(document.toStdString());
        const auto violations = control::violationsOf(checked.session, list);
        QString all;
        bool found = false;
        for (const auto& violation : violations) {
            all += QString::fromStdString(violation.pointer + ": " + violation.message + " [" + violation.hint + "] " + std::to_string(violation.line) + ':' + std::to_string(violation.column) + '\n');
            found = found || (QString::fromStdString(violation.pointer) == pointer && QString::fromStdString(violation.message + violation.hint).contains(words) && violation.line == line && (line == 0 || violation.column > 0));
        }
        QVERIFY2(found, qPrintable(all));
        QCOMPARE(violations.size(), std::size_t(1));
        const auto refused = checked.refusalOf(document.toStdString());
        QCOMPARE(refused.code, std::string("invalid_document"));
        QVERIFY(!checked.documents.find(list[0].kind, {list[0].name, "latest", 2}).has_value()); // nothing stored
    }

    void aBatchMayNameItsOwn() {
        Checked checked;
        const std::string batch = "kind: workflow\nname: w\nspec: {prompt: fresh, route: fresh}\n---\nkind: route\nname: fresh\nspec: {targets: [{model: sandbox/small}]}\n---\nkind: prompt\nname: fresh\nspec: {messages: [{role: user, content: x}]}\n";
        QVERIFY(control::violationsOf(checked.session, documentsOf(batch)).empty());
        checked.add(batch, "staging");
        const auto wrong = control::violationsOf(checked.session, documentsOf(batch + "---\nkind: route\nname: bad\nspec: {targets: [{model: nobody/m}]}\n"));
        QCOMPARE(wrong.size(), std::size_t(1));
        QCOMPARE(wrong[0].pointer, std::string("/documents/3/spec/targets/0/model"));
    }

    void aPromptDoesNotGetALabelWhoseWorkflowsLackItsVariables() {
        Checked checked;
        const std::string demanding = "kind: prompt\nname: answer\nspec: {messages: [{role: user, content: \"{{question}} {{customer}}\"}]}";
        checked.add(demanding); // on record it may be
        const auto refused = checked.documents.moveLabel(DocumentKind::Prompt, "answer", "production", 2, {}, kAda, wallNow());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, std::string("breaks_referrers"));
        QVERIFY2(refused.error().message.find("workflow/reply") != std::string::npos && refused.error().message.find("'customer'") != std::string::npos, refused.error().message.c_str());
        QVERIFY(checked.documents.moveLabel(DocumentKind::Prompt, "answer", "staging", 2, {}, kAda, wallNow()).has_value()); // nobody names that
        QCOMPARE(checked.refusalOf("kind: prompt\nname: answer\nspec: {messages: [{role: user, content: \"{{customer}}\"}]}", "production").code, std::string("breaks_referrers"));
        // Together with a workflow that has it, it goes.
        checked.add(demanding + "\n---\nkind: workflow\nname: reply\nspec: {prompt: answer, route: main, input_schema: {type: object, properties: {question: {}, customer: {}}}}", "production");
        QCOMPARE(checked.documents.find(DocumentKind::Prompt, {"answer", "production", {}}).value().version, 2);
    }

    void aPartIsHeldAgainstTheWorkflowsOfThePromptsThatIncludeIt() {
        Checked checked;
        checked.add("kind: prompt\nname: tone\nspec: {text: \"Be {{mood}}.\"}", "production"); // `mood` is in the input
        const auto refused = checked.refusalOf("kind: prompt\nname: tone\nspec: {text: \"Be {{style}}.\"}", "production");
        QCOMPARE(refused.code, std::string("breaks_referrers"));
        QVERIFY2(refused.message.find("workflow/reply") != std::string::npos && refused.message.find("'style'") != std::string::npos, refused.message.c_str());
        // A circle that only closes when the label moves.
        checked.add("kind: prompt\nname: a\nspec: {text: a}\n---\nkind: prompt\nname: b\nspec: {text: \"{{> a}}\"}");
        const auto circle = control::violationsOf(checked.session, documentsOf("kind: prompt\nname: a\nspec: {text: \"{{> b}}\"}"));
        QCOMPARE(circle.size(), std::size_t(1));
        QVERIFY2(circle[0].message.find("circle") != std::string::npos, circle[0].message.c_str());
    }

    void whatWasBrokenBeforeDoesNotHoldUpOthers() {
        Checked checked;
        // Registered before anybody checked, say: it names a runbook that is not there.
        store::DocumentRepository unchecked(*checked.fixture.connection);
        QVERIFY(unchecked.add(documentsOf("kind: workflow\nname: old\nspec: {prompt: answer, route: main, runbooks: [gone]}"), {}, {}, {}, kAda, wallNow()).has_value());
        checked.add("kind: prompt\nname: answer\nspec: {messages: [{role: user, content: \"Now: {{question}}\"}]}", "production");
    }

    void whatIsRestoredHasToFindWhatItNames() {
        Checked checked;
        QVERIFY(checked.documents.archive(DocumentKind::Workflow, "reply", kAda, wallNow()).has_value());
        QVERIFY(checked.documents.archive(DocumentKind::Prompt, "answer", kAda, wallNow()).has_value());
        const auto refused = checked.documents.restore(DocumentKind::Workflow, "reply", kAda, wallNow());
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().message.find("was taken out of service") != std::string::npos, refused.error().message.c_str());
        QVERIFY(checked.documents.restore(DocumentKind::Prompt, "answer", kAda, wallNow()).has_value());
        QVERIFY(checked.documents.restore(DocumentKind::Workflow, "reply", kAda, wallNow()).has_value());
    }

    void whatTemplatesBringIsRight() {
        Checked checked;
        QVERIFY(!control::builtInTemplates().empty());
        for (const auto& one : control::builtInTemplates()) {
            QString wrong;
            for (const auto& violation : control::violationsOf(checked.session, one.documents)) wrong += QString::fromStdString(one.name + ' ' + violation.pointer + ": " + violation.message + '\n');
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }

    void theGuardTakesBackWhatIsWorseBeyondChance_data() {
        QTest::addColumn<int>("stableErrors"); // of 400
        QTest::addColumn<int>("candidateCalls");
        QTest::addColumn<int>("candidateErrors");
        QTest::addColumn<int>("candidateOverridden"); // of 60 reports, against 3 of 60
        QTest::addColumn<QString>("verdict");
        QTest::newRow("too few") << 4 << 40 << 20 << 3 << "too_few";
        QTest::newRow("the same") << 8 << 100 << 2 << 3 << "could_be_chance";
        QTest::newRow("a little more") << 8 << 100 << 4 << 3 << "could_be_chance";
        QTest::newRow("two errors where there were none") << 0 << 50 << 2 << 3 << "could_be_chance";
        QTest::newRow("errors") << 8 << 100 << 20 << 3 << "worse";
        QTest::newRow("fewer errors") << 100 << 100 << 2 << 3 << "better";
        QTest::newRow("overrides") << 8 << 100 << 2 << 25 << "worse";
        QTest::newRow("overrides outweigh fewer errors") << 100 << 100 << 2 << 25 << "worse";
    }
    void theGuardTakesBackWhatIsWorseBeyondChance() {
        QFETCH(int, stableErrors);
        QFETCH(int, candidateCalls);
        QFETCH(int, candidateErrors);
        QFETCH(int, candidateOverridden);
        QFETCH(QString, verdict);
        const auto judged = control::judge({400, stableErrors, 60, 3}, {candidateCalls, candidateErrors, 60, candidateOverridden}, {50, 0.01});
        QCOMPARE(QString::fromUtf8(control::nameOf(judged.verdict).data()), verdict);
        QCOMPARE(judged.reason.empty(), verdict != "worse");
    }

    void eachLookWaitsForAQuarterMoreCalls() {
        const std::vector<std::int64_t> calls{0, 49, 50, 62, 63, 78, 79, 400, 1000};
        std::vector<std::int64_t> looks;
        for (const auto count : calls) looks.push_back(control::lookFor(count, 50));
        QCOMPARE(looks, (std::vector<std::int64_t>{0, 0, 1, 1, 2, 2, 3, 10, 14}));
    }

    /// A thousand candidates that are just like what they replace, each looked at until it had 5,000 calls.
    void manyLooksDoNotTakeAnEqualCandidateBack_data() {
        QTest::addColumn<double>("errorRate");
        for (const double rate : {0.001, 0.02, 0.2}) QTest::addRow("%g", rate) << rate;
    }
    void manyLooksDoNotTakeAnEqualCandidateBack() {
        QFETCH(double, errorRate);
        constexpr int kPerCandidateCall = 19; // of the stable version: the candidate has 5 %
        std::mt19937_64 random(1);
        const auto errorsIn = [&](std::int64_t calls) { return std::binomial_distribution<std::int64_t>(calls, errorRate)(random); };
        int takenBack = 0;
        for (int i = 0; i < 1000; ++i) {
            store::VersionCounts stable;
            store::VersionCounts candidate;
            for (std::int64_t calls = 50; calls <= 5000; calls += std::max<std::int64_t>(1, calls / 4)) {
                const auto more = calls - candidate.calls;
                candidate.calls += more;
                candidate.unanswered += errorsIn(more);
                stable.calls += more * kPerCandidateCall;
                stable.unanswered += errorsIn(more * kPerCandidateCall);
                if (control::judge(stable, candidate, {50, 0.01}).verdict != metrics::Verdict::Worse) continue;
                ++takenBack;
                break;
            }
        }
        QVERIFY2(takenBack <= 10, qPrintable(QString::number(takenBack)));
    }
};

QTEST_GUILESS_MAIN(TestDocumentChecks)
#include "tst_document_checks.moc"
