#include "core/control/workflow_template.h"
#include "core/policy/document_references.h"

#include <boost/json.hpp>

#include <QTest>

#include <set>

using namespace signalbox;
using namespace signalbox::control;
using model::DocumentKind;
namespace json = boost::json;

namespace {

const std::string kReply = R"(kind: template
name: reply
title: A reply
description: Answers.
tags: [support]
---
kind: prompt
name: tone
spec: {text: "Be kind."}
---
kind: prompt
name: reply
spec:
  messages:
    - {role: system, content: "{{> tone}} {{! {{> not-this}} {{>tone@staging}} {{message}} {{> elsewhere}}"}
---
kind: policy
name: reply
spec:
  escalation:
    - when: {any: [{field: workflow, op: in, value: [reply, other]}, {not: {field: workflow, op: eq, value: reply}}]}
      action: flag
---
kind: route
name: reply
spec:
  targets: [{model: sandbox/small, when: {field: workflow, op: eq, value: reply}}]
  policies: [reply, default]
---
kind: runbook
name: outage
spec: {description: What to do, trigger: An outage, steps: [{title: Look, text: Look at the overview.}]}
---
kind: workflow
name: reply
spec: {prompt: reply, route: reply@2, policies: ["reply@staging"], runbooks: [outage]}
---
kind: test_set
name: reply
spec:
  workflow: reply
  model: route/reply
  cases: [{name: one, input: hello, expect: [{type: judge, judge: tone, criterion: kind}]}]
)";

const model::Document& documentOf(const std::vector<model::Document>& documents, DocumentKind kind, const std::string& name) {
    for (const auto& document : documents)
        if (document.kind == kind && document.name == name) return document;
    static const model::Document none;
    return none;
}

QString textAt(const json::value& value, const char* pointer) {
    boost::system::error_code error;
    const auto* found = value.find_pointer(pointer, error);
    return found ? QString::fromStdString(found->is_string() ? std::string(found->get_string()) : json::serialize(*found)) : QString();
}

} // namespace

class TestControlTemplates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileIsReadAndWrittenBack() {
        const auto read = readTemplate(kReply);
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QCOMPARE(read->title, std::string("A reply"));
        QCOMPARE(read->documents.size(), std::size_t{7});
        const auto again = readTemplate(toYaml(*read));
        QVERIFY(again.has_value());
        QCOMPARE(toJson(*again, true), toJson(*read, true));
        QVERIFY(!toJson(*read, false).at("documents").as_array().front().as_object().contains("spec"));
    }

    void aWrongFileIsRefusedWithPlaces_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pointer");
        const QString head = QStringLiteral("kind: template\nname: a\ntitle: A\n");
        QTest::newRow("empty") << "" << "";
        QTest::newRow("no head") << "kind: policy\nname: a\nspec: {}\n" << "/kind";
        QTest::newRow("no title") << "kind: template\nname: a\n" << "/title";
        QTest::newRow("a name that is none") << "kind: template\nname: A b\ntitle: A\n" << "/name";
        QTest::newRow("an unknown member") << head + "icon: x\n" << "/icon";
        QTest::newRow("no workflow") << head + "---\nkind: policy\nname: a\nspec: {}\n" << "/documents";
        QTest::newRow("a wrong document") << head + "---\nkind: prompt\nname: a\nspec: {messages: []}\n" << "/documents/0/spec/messages";
        QTest::newRow("twice") << head + "---\nkind: policy\nname: a\nspec: {}\n---\nkind: policy\nname: a\nspec: {}\n" << "/documents/1/name";
        QTest::newRow("an alias") << head + "tags: [&a x, *a]\n" << "";
    }
    void aWrongFileIsRefusedWithPlaces() {
        QFETCH(QString, text);
        QFETCH(QString, pointer);
        const auto read = readTemplate(text.toStdString());
        QVERIFY(!read.has_value());
        if (pointer.isEmpty()) return;
        std::string all;
        bool there = false;
        for (const auto& violation : read.error().violations) {
            all += violation.pointer + ' ' + violation.message + '\n';
            there = there || violation.pointer == pointer.toStdString();
        }
        QVERIFY2(there, all.c_str());
    }

    void tooLargeAFileIsRefused() { QCOMPARE(readTemplate(std::string(1024 * 1024 + 1, 'x')).error().code, std::string("too_large")); }

    void aPrefixRenamesDocumentsAndWhatNamesThem() {
        const auto read = readTemplate(kReply).value();
        const auto documents = documentsWithPrefix(read, "acme").value();
        const json::value workflow = documentOf(documents, DocumentKind::Workflow, "acme-reply").spec;
        QCOMPARE(textAt(workflow, "/prompt"), QStringLiteral("acme-reply"));
        QCOMPARE(textAt(workflow, "/route"), QStringLiteral("acme-reply@2"));
        QCOMPARE(textAt(workflow, "/policies/0"), QStringLiteral("acme-reply@staging"));
        QCOMPARE(textAt(workflow, "/runbooks/0"), QStringLiteral("acme-outage"));
        const json::value prompt = documentOf(documents, DocumentKind::Prompt, "acme-reply").spec;
        QCOMPARE(textAt(prompt, "/messages/0/content"), QStringLiteral("{{> acme-tone}} {{! {{> not-this}} {{>acme-tone@staging}} {{message}} {{> elsewhere}}"));
        const json::value route = documentOf(documents, DocumentKind::Route, "acme-reply").spec;
        QCOMPARE(textAt(route, "/policies"), QStringLiteral(R"(["acme-reply","default"])"));
        QCOMPARE(textAt(route, "/targets/0/model"), QStringLiteral("sandbox/small"));
        QCOMPARE(textAt(route, "/targets/0/when/value"), QStringLiteral("acme-reply"));
        const json::value policy = documentOf(documents, DocumentKind::Policy, "acme-reply").spec;
        QCOMPARE(textAt(policy, "/escalation/0/when/any/0/value"), QStringLiteral(R"(["acme-reply","other"])"));
        QCOMPARE(textAt(policy, "/escalation/0/when/any/1/not/value"), QStringLiteral("acme-reply"));
        const json::value tests = documentOf(documents, DocumentKind::TestSet, "acme-reply").spec;
        QCOMPARE(textAt(tests, "/workflow"), QStringLiteral("acme-reply"));
        QCOMPARE(textAt(tests, "/model"), QStringLiteral("route/acme-reply"));
        QCOMPARE(textAt(tests, "/cases/0/expect/0/judge"), QStringLiteral("acme-tone"));
        QCOMPARE(documentOf(documentsWithPrefix(read, "a_").value(), DocumentKind::Runbook, "a_outage").name, std::string("a_outage"));
        QCOMPARE(toJson(documentsWithPrefix(read, "").value().front()), toJson(read.documents.front()));
        for (const auto& wrong : std::vector<std::string>{"A", "-", "two words", std::string(64, 'x')}) QCOMPARE(documentsWithPrefix(read, wrong).error().code, std::string("invalid_prefix"));
    }

    void theBuiltInOnesAreWhole() {
        std::set<std::string> names;
        for (const auto& one : builtInTemplates()) {
            QVERIFY(names.insert(one.name).second);
            QVERIFY2(one.builtIn && !one.title.empty() && !one.description.empty(), one.name.c_str());
            // What a template names is in it, or made by the first start.
            for (const auto& document : one.documents)
                for (const auto& link : policy::referencesOf(document)) {
                    const bool inside = documentOf(one.documents, link.kind, link.target.name).name == link.target.name;
                    const bool ours = link.target.name == "default" || link.target.name == "sandbox" || link.target.name == "starter";
                    QVERIFY2(inside || ours, (one.name + ": " + document.name + " names " + link.target.name).c_str());
                }
        }
        if (names.empty()) QSKIP("resources/templates is empty");
        for (const auto* name : {"support-reply", "document-extraction", "content-moderation", "ticket-triage", "summary", "sql-question"}) QVERIFY2(names.contains(name), name);
    }
};

QTEST_GUILESS_MAIN(TestControlTemplates)
#include "tst_control_templates.moc"
