#include "prompt_fixture.h"

#include <QtTest>

using signalbox::policy::prompt;
using signalbox::policy::PromptTemplate;
using signalbox::policy::repeated;
using signalbox::policy::TagKind;
using signalbox::policy::tagsOf;

class TestPromptTemplate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTagIsFoundWithItsPlace() {
        const std::string text = "Hello {{ customer.name }},\n{{#items}}{{.}}{{/items}}\n{{^items}}nothing{{/items}}{{! a note }}\n"
                                 "{{>greeting}}{{> tone@live}}{{>tone@7}}{{=<% %>=}}<% last %>{{no tag}}";
        QStringList found;
        for (const auto& tag : tagsOf(text).tags)
            found << QStringLiteral("%1 %2 %3").arg(static_cast<int>(tag.kind)).arg(QString::fromStdString(tag.name), QString::fromStdString(text.substr(tag.offset, tag.length)));
        QCOMPARE(found, (QStringList{"0 customer.name {{ customer.name }}", "1 items {{#items}}", "0 . {{.}}", "3 items {{/items}}", "2 items {{^items}}", "3 items {{/items}}",
                                     "5  {{! a note }}", "4 greeting {{>greeting}}", "4 tone@live {{> tone@live}}", "4 tone@7 {{>tone@7}}", "6  {{=<% %>=}}", "0 last <% last %>"}));
    }

    void unescapedVariablesAreVariables() {
        const auto parsed = prompt("{{{a}}}{{&b}}{{& c }}{{a}}{{>p@2}}{{#s}}{{d.e}}{{/s}}");
        QCOMPARE(parsed.names(TagKind::Variable), (std::vector<std::string>{"a", "b", "c", "d.e"}));
        QCOMPARE(parsed.names(TagKind::Section), std::vector<std::string>{"s"});
        QCOMPARE(parsed.names(TagKind::Partial), std::vector<std::string>{"p@2"});
    }

    void columnsCountCharacters() {
        const auto tags = tagsOf("\xC3\xA9t\xC3\xA9 {{a}}\r\n\xF0\x9F\x91\x8D{{b}}").tags;
        QCOMPARE(tags.at(0).position.text(), std::string("line 1, column 5"));
        QCOMPARE(tags.at(1).position.text(), std::string("line 2, column 2"));
    }

    void aMistakeIsToldWithItsPlace_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QByteArray& text, const char* message) { QTest::newRow(name) << text << QString::fromUtf8(message); };
        row("a tag that does not end", "One\ntwo {{name", "line 2, column 5: the tag '{{name' does not end: '}}' is missing");
        row("a brace too few", "{{{name}} and more", "line 1, column 1: the tag '{{{name}} and more' does not end: '}}}' is missing");
        row("a comment that does not end", "{{! note }\nmore", "line 1, column 1: the tag '{{! note }...' does not end: '}}' is missing");
        row("an empty tag", "a {{ }}", "line 1, column 3: the tag is empty: write the name of a variable; to write braces as they are, change the delimiters with {{=<% %>=}}");
        row("an expression", "{{if vip}}", "line 1, column 1: 'if vip' is not a name: there are no expressions here, only names without spaces; to write braces as they are, change the delimiters with {{=<% %>=}}");
        row("JSON", "Reply {{\"a\": 1}}", "line 1, column 7: '\"a\": 1' is not a name: there are no expressions here, only names without spaces; to write braces as they are, change the delimiters with {{=<% %>=}}");
        row("a tag in a tag", "{{a{{b}}", "line 1, column 1: 'a{{b' is not a name; to write braces as they are, change the delimiters with {{=<% %>=}}");
        row("dots without names", "{{a..b}}", "line 1, column 1: 'a..b' is not a name: between, before and after the dots stand names");
        row("a section that does not end", "a\n {{#items}}\nb", "line 2, column 2: the section 'items' does not end: {{/items}} is missing");
        row("a section that did not begin", "a{{/items}}", "line 1, column 2: {{/items}} ends a section that did not begin");
        row("sections that cross", "{{#a}}{{^b}}{{/a}}{{/b}}", "line 1, column 13: {{/a}} does not end the section 'b', which began at line 1, column 7");
        row("a partial without a name", "{{>}}", "line 1, column 1: '' does not name a document: write name, name@label or name@7");
        row("a partial with an odd name", "{{> Big/Name}}", "line 1, column 1: 'Big/Name' does not name a document: write name, name@label or name@7");
        row("one delimiter", "{{=<%=}}", "line 1, column 1: the delimiters have to be two, with a space between, of up to 8 bytes and without '=', as in {{=<% %>=}}");
        row("not UTF-8", "a\xFF", "it is not UTF-8");
        row("too large", QByteArray((1 << 20) + 1, 'x'), "it has more than 1 MiB");
        row("sections too deep", QByteArray::fromStdString(repeated("{{#a}}", 65) + repeated("{{/a}}", 65)), "line 1, column 385: sections are nested deeper than 64");
    }
    void aMistakeIsToldWithItsPlace() {
        QFETCH(QByteArray, text);
        const auto parsed = PromptTemplate::parse(text.toStdString());
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().errorClass, signalbox::model::ErrorClass::InvalidRequest);
        QCOMPARE(parsed.error().code, std::string("template_syntax"));
        QFETCH(QString, message);
        QCOMPARE(QString::fromStdString(parsed.error().message), "The template cannot be read: " + message);
    }

    void whatIsRightIsMarkedDespiteMistakes() {
        const auto found = tagsOf("{{a}} {{not a name}} {{#b}} {{c");
        QCOMPARE(found.tags.size(), std::size_t{3});
        QCOMPARE(found.tags.at(2).name, std::string("b"));
        QCOMPARE(found.problem->position.column, std::size_t{7});
    }

    void singleBracesAreText() {
        const std::string text = "{\"a\": {\"b\": [1, 2]}} }} { {a}";
        QVERIFY(prompt(text).tags().empty());
    }

    void hostileTemplatesEnd_data() {
        QTest::addColumn<QByteArray>("text");
        constexpr int kMany = 170'000;
        QTest::newRow("braces only") << QByteArray(1 << 20, '{');
        QTest::newRow("sections that never end") << QByteArray::fromStdString(repeated("{{#a}}", kMany));
        QTest::newRow("ends that never began") << QByteArray::fromStdString(repeated("{{/a}}", kMany));
        QTest::newRow("tags that never end") << QByteArray::fromStdString(repeated("{{a ", kMany));
        QTest::newRow("delimiters over and over") << QByteArray::fromStdString(repeated("{{=<% %>=}}<%={{ }}=%>", 40'000) + "{{");
        QTest::newRow("blanks between comments") << QByteArray::fromStdString(repeated("{{!}}" + std::string(1000, ' '), 1000) + "{{");
    }
    void hostileTemplatesEnd() {
        QFETCH(QByteArray, text);
        QVERIFY(!PromptTemplate::parse(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestPromptTemplate)
#include "tst_prompt_template.moc"
