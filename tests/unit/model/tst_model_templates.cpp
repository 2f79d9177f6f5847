#include "core/model/document.h"
#include "core/model/route_spec.h"
#include "core/model/runbook_spec.h"
#include "core/model/test_set_spec.h"
#include "core/model/workflow_spec.h"
#include "core/model/yaml.h"

#include <boost/json.hpp>

#include <QFile>
#include <QtTest>

#include <set>

using namespace signalbox;
namespace json = boost::json;

namespace {

const char* const kTemplates[] = {"support-reply", "document-extraction", "content-moderation", "ticket-triage", "summary", "sql-question"};

std::vector<json::value> documentsOf(const char* name) {
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/templates/%1.yaml").arg(QLatin1StringView(name)));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto parsed = model::parseDocuments(file.readAll().toStdString());
    if (!parsed) qWarning("%s: %s", name, parsed.error().message.c_str());
    return parsed.value_or(std::vector<json::value>());
}

std::string text(const json::value& document, std::string_view member) { return std::string(document.at(member).as_string()); }

} // namespace

/// The starter workflows that the gallery offers: each is whole, and says only what a document may say.
class ModelTemplatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTemplateIsRead_data() { templates(); }
    void everyTemplateIsRead() {
        QFETCH(QByteArray, name);
        const auto all = documentsOf(name.constData());
        QVERIFY2(all.size() >= 7, "a header and at least workflow, prompt, route, policy, runbook, test set");
        const auto& header = all.front().as_object();
        QCOMPARE(text(header, "kind"), std::string("template"));
        QCOMPARE(text(header, "name"), name.toStdString());
        QVERIFY(!text(header, "title").empty());
        QVERIFY(!text(header, "description").empty());
        QVERIFY(!header.at("tags").as_array().empty());
        QCOMPARE(header.size(), 5U);
        std::set<std::string> kinds;
        for (std::size_t at = 1; at < all.size(); ++at) {
            const auto document = model::readDocument(all[at]);
            QVERIFY2(document, document ? "" : document.error().message.c_str());
            kinds.insert(std::string(nameOf(document->kind)));
            QVERIFY2(document->name.starts_with(name.toStdString()), "its documents carry its name, so that templates do not meet");
        }
        QCOMPARE(kinds, (std::set<std::string>{"policy", "prompt", "route", "runbook", "test_set", "workflow"}));
    }

    void itsWorkflowRefersToItsOwnDocuments_data() { templates(); }
    void itsWorkflowRefersToItsOwnDocuments() {
        QFETCH(QByteArray, name);
        const auto all = documentsOf(name.constData());
        const auto specOf = [&](std::string_view kind) -> json::object {
            for (const auto& document : all)
                if (text(document, "kind") == kind && text(document, "name") == name.constData()) return document.at("spec").as_object();
            return {};
        };
        const auto workflow = model::readWorkflowSpec(specOf("workflow"));
        QVERIFY(workflow);
        QCOMPARE(workflow->prompt.name, name.toStdString());
        QCOMPARE(workflow->route.name, name.toStdString());
        QCOMPARE(workflow->policies, std::vector{name.toStdString()});
        QCOMPARE(workflow->runbooks, std::vector{name.toStdString()});
        QVERIFY2(workflow->errorBehaviour.degradedOutput, "says what a caller gets when nothing else can be had");
        const auto tests = model::readTestSetSpec(specOf("test_set"));
        QVERIFY(tests);
        QCOMPARE(tests->workflow, name.toStdString());
        QVERIFY(tests->cases.size() >= 4);
        for (const auto& one : tests->cases) QVERIFY2(!one.expect.empty(), one.name.c_str());
        const auto route = model::readRouteSpec(specOf("route"));
        QVERIFY(route);
        for (const auto& target : route->targets) QCOMPARE(target.provider, std::string("sandbox")); // works before any vendor is there
        const auto runbook = model::readRunbookSpec(specOf("runbook"));
        QVERIFY(runbook);
        QVERIFY(runbook->steps.size() >= 4);
    }

    void contractsDescribeWhatTheyAskFor_data() { templates(); }
    void contractsDescribeWhatTheyAskFor() {
        QFETCH(QByteArray, name);
        const auto all = documentsOf(name.constData());
        for (const auto& document : all) {
            if (text(document, "kind") != "workflow") continue;
            const auto& spec = document.at("spec").as_object();
            for (const auto* member : {"input_schema", "output_schema"}) describe(spec.at(member), member);
            // The prompt takes what the workflow takes, and the example is one that a caller could send.
            const auto& properties = spec.at("input_schema").at("properties").as_object();
            for (const auto& example : spec.at("input_schema").at("examples").as_array()) {
                for (const auto& one : example.as_object()) QVERIFY2(properties.contains(one.key()), std::string(one.key()).c_str());
                for (const auto& required : spec.at("input_schema").at("required").as_array()) QVERIFY(example.as_object().contains(required.as_string()));
            }
            for (const auto& prompt : all)
                if (text(prompt, "kind") == "prompt" && prompt.at("spec").as_object().contains("messages")) {
                    const auto& variables = prompt.at("spec").at("variables").at("properties").as_object();
                    QCOMPARE(variables.size(), properties.size());
                    for (const auto& property : properties) QVERIFY2(variables.contains(property.key()), std::string(property.key()).c_str());
                }
            // What is served instead has what the output contract requires.
            const auto& output = spec.at("error_behaviour").at("degraded_output").as_object();
            for (const auto& required : spec.at("output_schema").at("required").as_array()) QVERIFY2(output.contains(required.as_string()), required.as_string().c_str());
            QCOMPARE(output.size(), spec.at("output_schema").at("properties").as_object().size());
        }
    }

private:
    static void templates() {
        QTest::addColumn<QByteArray>("name");
        for (const auto* name : kTemplates) QTest::newRow(name) << QByteArray(name);
    }

    static void describe(const json::value& schema, const std::string& where) {
        const auto* properties = schema.as_object().if_contains("properties");
        if (!properties) return;
        QVERIFY2(schema.as_object().contains("additionalProperties"), where.c_str());
        for (const auto& property : properties->as_object()) {
            const std::string at = where + '/' + std::string(property.key());
            // A comma in an unquoted description makes the rest of it a keyword.
            for (const auto& keyword : property.value().as_object()) QVERIFY2(keyword.key().find(' ') == keyword.key().npos, (at + ": " + std::string(keyword.key())).c_str());
            QVERIFY2(property.value().as_object().contains("description"), at.c_str());
            describe(property.value(), at);
            if (const auto* items = property.value().as_object().if_contains("items")) describe(*items, at);
        }
    }
};

QTEST_GUILESS_MAIN(ModelTemplatesTest)
#include "tst_model_templates.moc"
