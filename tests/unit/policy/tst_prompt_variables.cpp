#include "core/policy/prompt_variables.h"

#include "prompt_fixture.h"

#include <QtTest>

using signalbox::policy::checkVariables;
using signalbox::policy::Library;
using signalbox::policy::mayBeAbsent;
using signalbox::policy::prompt;
using signalbox::policy::repeated;
using signalbox::policy::usedVariables;
using signalbox::policy::variables;

class TestPromptVariables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreFoundThroughPartials() {
        const Library library{{"greeting", "Dear {{customer.name}}{{>sign}}"}, {"sign", "{{#signed}}{{author}}{{/signed}}"}};
        const auto used = usedVariables(prompt("{{>greeting}}{{topic}}{{topic}}{{#items}}{{.}}{{title}}{{/items}}{{^items}}{{topic}}{{/items}}"), library.resolver());
        QVERIFY(used);
        QStringList found;
        for (const auto& use : *used) {
            std::string text = use.isSection ? "#" : "";
            for (const auto& section : use.sections) text += section + '>';
            found << QString::fromStdString(text + use.name + " at " + use.place);
        }
        QCOMPARE(found, (QStringList{"customer.name at greeting@production, line 1, column 6", "#signed at sign@production, line 1, column 1", "signed>author at sign@production, line 1, column 12",
                                     "topic at line 1, column 14", "#items at line 1, column 32", "items>title at line 1, column 47"}));
    }

    void theContractIsHeld_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("declared");
        QTest::addColumn<QStringList>("violations");
        QTest::addColumn<QStringList>("notes");
        const auto row = [](const char* name, const char* text, const QStringList& declared, const QStringList& violations, const QStringList& notes) {
            QTest::newRow(name) << QString(text) << declared << violations << notes;
        };
        row("kept", "{{a}} {{#b}}x{{/b}}", {"a", "b"}, {}, {});
        row("a misspelling", "Hi\n{{custmer}}", {"customer"}, {"line 2, column 1: 'custmer' is not declared; did you mean 'customer'?"}, {"'customer' is declared, but the prompt does not use it"});
        row("nothing near", "{{order}}", {"x"}, {"line 1, column 1: 'order' is not declared"}, {"'x' is declared, but the prompt does not use it"});
        row("each once", "{{b}}{{b}}{{#b}}{{/b}}", {}, {"line 1, column 1: 'b' is not declared"}, {});
        row("through partials", "{{>p}}", {"tone"}, {"p@production, line 1, column 9: 'tune' is not declared; did you mean 'tone'?"}, {});
        row("whatever is in it", "{{customer.name}} {{customer.address.city}}", {"customer"}, {}, {});
        row("its members are declared", "{{customer.nam}}", {"customer.name"}, {"line 1, column 1: 'customer.nam' is not declared; did you mean 'customer.name'?"},
            {"'customer.name' is declared, but the prompt does not use it"});
        row("the whole of declared members", "{{customer}}", {"customer.name", "customer.age"}, {}, {});
        row("members inside a section", "{{#customer}}{{name}}{{#orders}}{{id}}{{/orders}}{{/customer}}", {"customer.name", "customer.orders.id"}, {}, {});
        row("no such member", "{{#items}}{{titel}}{{/items}}", {"items.title"}, {"line 1, column 11: 'titel' is not declared; did you mean 'items.title'?"},
            {"'items.title' is declared, but the prompt does not use it"});
        row("perhaps a member", "{{#items}}{{title}}{{/items}}", {"items"}, {}, {"line 1, column 11: 'title' is not declared; it has to be in what 'items' stands for"});
        row("not of an inverted section", "{{^items}}{{title}}{{/items}}", {"items"}, {"line 1, column 11: 'title' is not declared"}, {});
        row("from outside the section", "{{#items}}{{tone}}{{.}}{{/items}}", {"items", "tone"}, {}, {});
        row("an unknown partial", "{{>nowhere}}", {}, {"line 1, column 1: there is no prompt 'nowhere@production'"}, {});
        row("a circle", "{{>self}}", {}, {"self@production, line 1, column 1: prompts include each other in a circle: this prompt -> self@production -> self@production"}, {});
    }
    void theContractIsHeld() {
        QFETCH(QString, text);
        QFETCH(QStringList, declared);
        std::vector<std::string> names;
        for (const auto& name : declared) names.push_back(name.toStdString());
        const Library library{{"p", "{{tone}}{{tune}}"}, {"self", "{{>self}}"}};
        const auto check = checkVariables(prompt(text.toStdString()), names, library.resolver());
        QStringList violations;
        for (const auto& violation : check.violations) violations << QString::fromStdString(violation.message);
        QStringList notes;
        for (const auto& note : check.notes) notes << QString::fromStdString(note);
        QTEST(violations, "violations");
        QTEST(notes, "notes");
    }

    void aBushOfPartialsIsFollowedOnce() {
        std::map<std::string, std::string> bushes{{"b16", "{{a}}"}};
        for (int i = 1; i < 16; ++i) bushes["b" + std::to_string(i)] = repeated("{{>b" + std::to_string(i + 1) + "}}", 10);
        const Library library(bushes);
        const auto used = usedVariables(prompt("{{>b1}}"), library.resolver());
        QVERIFY(used);
        QCOMPARE(used->size(), std::size_t{1});
    }

    void aContractSaysWhatMayBeAbsent() {
        const auto contract = variables(R"({"required": ["facts"], "properties": {"note": {}, "facts": {"items": {"required": ["text"], "properties": {"text": {}, "source": {}, "tags": {"items": {"items": {"properties": {"name": {}}}}}}}}}})");
        for (const auto* name : {"note", "facts.source", "facts.tags", "facts.tags.name"}) QVERIFY2(mayBeAbsent(contract, name), name);
        for (const auto* name : {"facts", "facts.text", "facts.other", "other", "facts.items", "items"}) QVERIFY2(!mayBeAbsent(contract, name), name);
    }

    void tooManyNamesAreRefused() {
        std::string text;
        for (int i = 0; i < 6000; ++i) text += "{{v" + std::to_string(i) + "}}";
        const auto used = usedVariables(prompt(text));
        QVERIFY(!used);
        QCOMPARE(used.error().code, std::string("prompt_too_costly"));
        QCOMPARE(checkVariables(prompt(text), {}).violations.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestPromptVariables)
#include "tst_prompt_variables.moc"
