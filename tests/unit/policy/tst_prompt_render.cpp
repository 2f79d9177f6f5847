#include "core/policy/prompt_render.h"

#include "prompt_fixture.h"

#include <QtTest>

using signalbox::policy::Library;
using signalbox::policy::prompt;
using signalbox::policy::render;
using signalbox::policy::RenderOptions;
using signalbox::policy::repeated;
using signalbox::policy::variables;

namespace {

RenderOptions mayLack(const std::vector<std::string>& names) {
    RenderOptions options;
    options.mayBeAbsent = [names](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    return options;
}

QString textOf(const signalbox::model::Result<std::string>& result) {
    return QString::fromStdString(result ? *result : result.error().code + ": " + result.error().message);
}

} // namespace

class TestPromptRender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Cases of github.com/mustache/spec 1.4 (its HTML escaping left out on purpose), and our own.
    void templatesRender_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* json, const char* expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(json) << QString::fromUtf8(expected);
        };
        row("no tags", "Hello from {Mustache}!\n", "{}", "Hello from {Mustache}!\n");
        row("nothing", "", "{}", "");
        row("a variable", "Hello, {{subject}}!\n", R"({"subject": "world"})", "Hello, world!\n");
        row("nothing is escaped", "{{a}} {{{a}}} {{&a}}", "{\"a\": \"& \\\" < > '\"}", "& \" < > ' & \" < > ' & \" < > '");
        row("values are not templates", "{{a}}{{b}}", "{\"a\": \"{{b}} {{#c}} {{=<% %>=}}\", \"b\": \"{{a}}\"}", "{{b}} {{#c}} {{=<% %>=}}{{a}}");
        row("values keep their lines", "{{a}}\n{{b}}\n", "{\"a\": \"\\n \\n\", \"b\": \"\"}", "\n \n\n\n");
        row("integers", "{{a}} {{b}} {{c}}", R"({"a": 85, "b": -3, "c": 18446744073709551615})", "85 -3 18446744073709551615");
        row("decimals", "{{a}} {{b}} {{c}} {{d}} {{e}} {{f}}", R"({"a": 1.21, "b": 2.0, "c": 1e5, "d": 1e21, "e": 0.1, "f": -0.0})", "1.21 2 100000 1e+21 0.1 0");
        row("true, false, null", "{{a}} {{b}} ({{c}})", R"({"a": true, "b": false, "c": null})", "true false ()");
        row("lists and objects are JSON", "{{a}} {{o}}", "{\"a\": [1, 2.0, \"x\\\"y\", null, [], {}], \"o\": {\"k\": {\"deep\": true}, \"n\": 0.5}}", "[1,2,\"x\\\"y\",null,[],{}] {\"k\":{\"deep\":true},\"n\":0.5}");
        row("space around names", "| {{  a  }} | {{{ a }}} | {{& a }} |", R"({"a": "---"})", "| --- | --- | --- |");
        row("dotted names", "{{a.b.c}} {{#a}}{{b.c}}{{/a}}", R"({"a": {"b": {"c": "deep"}}})", "deep deep");
        row("the innermost has it", "{{#a}}{{x}}{{#b}}{{x}}{{y}}{{/b}}{{/a}}", R"({"x": 0, "a": {"x": 1, "y": 2, "b": {"x": 3}}})", "132");

        row("a true section", "{{#a}}This{{/a}}.", R"({"a": true})", "This.");
        row("a false section", "{{#a}}This{{/a}}.", R"({"a": false})", ".");
        row("a null section", "{{#a}}This{{/a}}{{^a}}That{{/a}}", R"({"a": null})", "That");
        row("an empty string is none", "{{#a}}This{{/a}}{{^a}}That{{/a}}", R"({"a": ""})", "That");
        row("zero is something", "{{#a}}{{a}}{{/a}}{{^a}}That{{/a}}", R"({"a": 0})", "0");
        row("an empty object is something", "{{#a}}This{{/a}}{{^a}}That{{/a}}", R"({"a": {}})", "This");
        row("a string section", "{{#a}}{{.}} is {{a}}{{/a}}", R"({"a": "bar"})", "bar is bar");
        row("a list", "{{#list}}{{item}}{{/list}}", R"({"list": [{"item": 1}, {"item": 2}, {"item": 3}]})", "123");
        row("an empty list", "{{#list}}Yay{{/list}}{{^list}}Nay{{/list}}", R"({"list": []})", "Nay");
        row("a list of plain values", "{{#list}}({{.}}){{/list}}", R"({"list": ["a", 1.1, 2, true, null]})", "(a)(1.1)(2)(true)()");
        row("lists of lists", "{{#list}}({{#.}}{{.}}{{/.}}){{/list}}", R"({"list": [[1, 2], ["a", "b"]]})", "(12)(ab)");
        row("sections in sections", "| A {{#a}}B {{#a}}C{{/a}} D{{/a}} E |", R"({"a": true})", "| A B C D E |");
        row("sections at dots", "{{#a.b.c}}Here{{/a.b.c}}{{^a.b.d}}Not{{/a.b.d}}", R"({"a": {"b": {"c": true, "d": false}}})", "HereNot");
        row("a false section hides what is missing in it", "{{#a}}{{missing}}{{/a}}ok", R"({"a": false})", "ok");

        row("standalone lines vanish", "| This Is\n{{#a}}\n|\n{{/a}}\n| A Line\n", R"({"a": true})", "| This Is\n|\n| A Line\n");
        row("indented standalone lines", "| This Is\n  {{#a}}\n|\n  {{/a}}\n| A Line\n", R"({"a": true})", "| This Is\n|\n| A Line\n");
        row("tags in a line stay", " {{#a}}YES{{/a}}\n {{#a}}GOOD{{/a}}\n", R"({"a": true})", " YES\n GOOD\n");
        row("two tags are not alone", "{{#a}}{{/a}}\nb", R"({"a": true})", "\nb");
        row("standalone at line ends of Windows", "|\r\n{{#a}}\r\n{{/a}}\r\n|", R"({"a": true})", "|\r\n|");
        row("standalone at the beginning", "  {{#a}}\n#{{/a}}\n/", R"({"a": true})", "#\n/");
        row("standalone at the end", "#{{#a}}\n/\n  {{/a}}", R"({"a": true})", "#\n/\n");
        row("a standalone inverted section", "| This Is\n{{^a}}\n|\n{{/a}}\n| A Line\n", R"({"a": false})", "| This Is\n|\n| A Line\n");

        row("a comment", "12345{{! Comment Block! }}67890", "{}", "1234567890");
        row("a comment of several lines", "12345{{!\n  This is a\n  comment...\n}}67890\n", "{}", "1234567890\n");
        row("a standalone comment", "Begin.\n  {{! Indented Comment Block! }}\nEnd.\n", "{}", "Begin.\nEnd.\n");
        row("a standalone comment of several lines", "Begin.\n{{!\nSomething's going on here...\n}}\nEnd.\n", "{}", "Begin.\nEnd.\n");
        row("a comment in a line", "  12 {{! 34 }}\n", "{}", "  12 \n");

        row("other delimiters", "{{=<% %>=}}(<%text%>) {{text}}", R"({"text": "Hey!"})", "(Hey!) {{text}}");
        row("delimiters of pattern characters", "({{=[ ]=}}[text])", R"({"text": "It worked!"})", "(It worked!)");
        row("delimiters in sections", "[\n{{#s}}\n  {{d}}\n  |d|\n{{/s}}\n\n{{= | | =}}\n|#s|\n  {{d}}\n  |d|\n|/s|\n]\n", R"({"s": true, "d": "I got interpolated."})",
            "[\n  I got interpolated.\n  |d|\n\n  {{d}}\n  I got interpolated.\n]\n");
        row("standalone delimiters", "Begin.\n{{=@ @=}}\nEnd.\n", "{}", "Begin.\nEnd.\n");
        row("delimiters in a line", "| {{=@ @=}}\n", "{}", "| \n");
    }
    void templatesRender() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, json);
        QTEST(textOf(render(prompt(text.toStdString()), variables(json.toStdString()))), "expected");
    }

    void partialsRender_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("partial");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* partial, const char* json, const char* expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(partial) << QByteArray(json) << QString::fromUtf8(expected);
        };
        row("in a line", "\"{{>p}}\"", "from partial", "{}", "\"from partial\"");
        row("with what is around it", "{{#s}}{{>p}}{{/s}}", "*{{text}}*", R"({"s": {"text": "content"}})", "*content*");
        row("its lines are its own", "| {{>p}} |", "\t|\t", "{}", "| \t|\t |");
        row("not indented in a line", "  {{data}}  {{> p}}\n", ">\n>", R"({"data": "|"})", "  |  >\n>\n");
        row("at line ends of Windows", "|\r\n{{>p}}\r\n|", ">", "{}", "|\r\n>|");
        row("at the beginning", "  {{>p}}\n>", ">\n>", "{}", "  >\n  >>");
        row("at the end", ">\n  {{>p}}", ">\n>", "{}", ">\n  >\n  >");
        row("indented, values not", "\\\n {{>p}}\n/\n", "|\n{{{content}}}\n|\n", "{\"content\": \"<\\n->\"}", "\\\n |\n <\n->\n |\n/\n");
        row("indented, empty lines not", "  {{>p}}\n", "a\n\nb\r\n\r\nc\n", "{}", "  a\n\n  b\r\n\r\n  c\n");
        row("indented sections", "  {{>p}}\n", "{{#a}}\nx {{.}}\n{{/a}}\n{{#a}}{{.}}{{/a}}\nend\n", R"({"a": [1, 2]})", "  x 1\n  x 2\n  12\n  end\n");
        row("space around names", "|{{> p }}|", "[]", "{}", "|[]|");
        row("its delimiters are its own", "{{=<% %>=}}<%>p%> <%a%>", "{{a}}<%a%>", R"({"a": 1})", "1<%a%> 1");
    }
    void partialsRender() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, partial);
        QFETCH(QByteArray, json);
        const Library library{{"p", partial.toStdString()}};
        QTEST(textOf(render(prompt(text.toStdString()), variables(json.toStdString()), library.resolver())), "expected");
    }

    void partialsAreVersions() {
        const Library library{{"tone", "live"}, {"tone@staging", "staged"}, {"tone@7", "seventh"}, {"outer", "<\n  {{>inner}}\n>\n"}, {"inner", "1\n2\n"}};
        QCOMPARE(textOf(render(prompt("{{>tone}} {{>tone@production}} {{>tone@staging}} {{>tone@7}}"), {}, library.resolver())), QStringLiteral("live live staged seventh"));
        QCOMPARE(textOf(render(prompt(" {{>outer}}\n"), {}, library.resolver())), QStringLiteral(" <\n   1\n   2\n >\n"));
    }

    void allThatIsMissingIsNamedAtOnce() {
        const Library library{{"greeting", "Dear {{customer.title}}"}};
        const auto result = render(prompt("{{>greeting}}\n{{naem}} {{customer.name}}\n{{#items}}{{prize}} {{title}}{{/items}}{{#vip}}x{{/vip}}{{^open}}y{{/open}}{{.}}"),
                                   variables(R"({"customer": {"name": "Ann"}, "items": [{"title": "a"}, {"title": "b"}, {"prize": 1}]})"), library.resolver());
        QVERIFY(!result);
        QCOMPARE(result.error().errorClass, signalbox::model::ErrorClass::InvalidRequest);
        QCOMPARE(textOf(result), QStringLiteral("undefined_variable: The prompt needs variables: 'customer.title' is not given (greeting@production, line 1, column 6); "
                                                "'naem' is not given (line 2, column 1); 'prize' is not given (line 3, column 11); 'title' is not given (line 3, column 21); "
                                                "'vip' is not given (line 3, column 40); 'open' is not given (line 3, column 57); "
                                                "'.' stands for nothing outside of a section (line 3, column 76)"));
        QCOMPARE(result.error().violations.size(), std::size_t{7});
        QCOMPARE(result.error().violations.at(0).pointer, std::string("/customer/title"));
    }

    void whatMayBeAbsentIsEmpty_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("renders");
        QTest::newRow("all absent") << QByteArray("{}") << true;
        QTest::newRow("null") << QByteArray(R"({"customer": null, "note": null})") << true;
        QTest::newRow("present") << QByteArray(R"({"customer": {"name": ""}, "note": ""})") << true;
        QTest::newRow("present without its member") << QByteArray(R"({"customer": {}})") << false;
        QTest::newRow("of another kind") << QByteArray(R"({"customer": "Ann"})") << false;
    }
    void whatMayBeAbsentIsEmpty() {
        QFETCH(QByteArray, json);
        QFETCH(bool, renders);
        const auto result = render(prompt("[{{customer.name}}{{#note}}{{note}}{{/note}}{{^note}}none{{/note}}]"), variables(json.toStdString()), {}, mayLack({"customer", "note"}));
        QCOMPARE(textOf(result), renders ? QStringLiteral("[none]") : QStringLiteral("undefined_variable: The prompt needs variables: 'customer.name' is not given (line 1, column 2)"));
    }

    void anOptionalMemberMayBeAbsent() {
        QCOMPARE(textOf(render(prompt("{{customer.title}}{{customer.name}}"), variables(R"({"customer": {"name": "Ann"}})"), {}, mayLack({"customer.title"}))), QStringLiteral("Ann"));
    }

    void anOptionalMemberOfWhatASectionStandsForMayBeAbsent_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("of an element") << QByteArray(R"({"facts": [{"text": "a", "source": "s"}, {"text": "b"}, {"text": "c", "source": null}]})") << "a (s);b;c;none";
        QTest::newRow("of an object") << QByteArray(R"({"facts": [], "customer": {"address": {}}})") << "[//]";
        QTest::newRow("of an object that may be absent") << QByteArray(R"({"facts": [], "customer": {}})") << "[/]";
        QTest::newRow("a member that may not") << QByteArray(R"({"facts": [{"source": "s"}]})") << "undefined_variable: The prompt needs variables: 'text' is not given (line 1, column 11)";
        QTest::newRow("another's member") << QByteArray(R"({"facts": [], "customer": {"address": {}, "text": ""}, "vip": {}})") << "undefined_variable: The prompt needs variables: 'source' is not given (line 1, column 174)";
    }
    void anOptionalMemberOfWhatASectionStandsForMayBeAbsent() {
        QFETCH(QByteArray, json);
        const std::string text = "{{#facts}}{{text}}{{#source}} ({{source}}){{/source}};{{/facts}}{{^customer}}none{{/customer}}{{#customer}}[{{phone}}/{{#address}}{{city}}/{{/address}}]{{/customer}}{{#vip}}{{source}}{{/vip}}";
        const auto mayBe = mayLack({"customer", "vip", "facts.source", "customer.phone", "customer.address", "customer.address.city"});
        QTEST(textOf(render(prompt(text), variables(json.toStdString()), {}, mayBe)), "text");
    }

    void aNameIsNotSoughtFurtherOutThanItsFirstPart() {
        const auto result = render(prompt("{{#a}}{{b.c}}{{/a}}"), variables(R"({"a": {"b": {}}, "b": {"c": "outer"}})"));
        QCOMPARE(QString::fromStdString(result.error().code), QStringLiteral("undefined_variable"));
    }

    void partialsThatCannotBeHad_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown") << "a\n{{>nowhere@3}}" << "unknown_partial: line 2, column 1: there is no prompt 'nowhere@3'";
        QTest::newRow("unknown to a partial") << "{{>lost}}"
                                              << "unknown_partial: lost@production, line 1, column 3: there is no prompt 'nowhere@production' (this prompt -> lost@production -> nowhere@production)";
        QTest::newRow("itself") << "{{>self}}" << "partial_cycle: self@production, line 1, column 1: prompts include each other in a circle: this prompt -> self@production -> self@production";
        QTest::newRow("a circle") << "{{>ping}}"
                                  << "partial_cycle: pong@live, line 1, column 1: prompts include each other in a circle: this prompt -> ping@production -> pong@live -> ping@production";
    }
    void partialsThatCannotBeHad() {
        QFETCH(QString, text);
        const Library library{{"lost", "x {{>nowhere}}"}, {"self", "{{>self}}"}, {"ping", "{{>pong@live}}"}, {"pong@live", "{{>ping}}"}};
        QTEST(textOf(render(prompt(text.toStdString()), {}, library.resolver())), "message");
    }

    void partialsEndSixteenDeep() {
        std::map<std::string, std::string> texts{{"p17", "end"}};
        for (int i = 1; i < 17; ++i) texts["p" + std::to_string(i)] = "{{>p" + std::to_string(i + 1) + "}}";
        const Library library(texts);
        QCOMPARE(textOf(render(prompt("{{>p2}}"), {}, library.resolver())), QStringLiteral("end"));
        const auto tooDeep = textOf(render(prompt("{{>p1}}"), {}, library.resolver()));
        QVERIFY2(tooDeep.startsWith("partial_depth: p16@production, line 1, column 1: prompts include each other more than 16 deep: this prompt -> p1@production -> p2@production"), qPrintable(tooDeep));
    }

    void lengthIsBounded() {
        RenderOptions options;
        options.mostBytes = 10;
        const auto numbers = variables(R"({"a": "123456789", "b": [1, 2, 3, 4, 5]})");
        QCOMPARE(textOf(render(prompt("{{a}}0"), numbers, {}, options)), QStringLiteral("1234567890"));
        const QString tooLong = QStringLiteral("prompt_too_long: The prompt is longer than 10 bytes with these variables");
        for (const auto* text : {"{{a}}00", "{{b}}", "{{#b}}...{{/b}}", "{{a}}{{a}}"}) QCOMPARE(textOf(render(prompt(text), numbers, {}, options)), tooLong);
    }

    void hostileTemplatesEnd_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("lists over lists, without a word") << QByteArray::fromStdString(repeated("{{#a}}", 64) + repeated("{{/a}}", 64)) << "prompt_too_costly";
        QTest::newRow("lists over lists") << QByteArray::fromStdString(repeated("{{#a}}", 64) + std::string(1000, 'x') + repeated("{{/a}}", 64)) << "prompt_too_long";
        QTest::newRow("partials of partials") << QByteArray("{{>b1}}") << "prompt_too_costly";
        QTest::newRow("partials in lists") << QByteArray("{{#a}}{{#a}}{{#a}}{{>b9}}{{/a}}{{/a}}{{/a}}") << "prompt_too_costly";
    }
    void hostileTemplatesEnd() {
        QFETCH(QByteArray, text);
        std::map<std::string, std::string> bushes{{"b16", "{{#a}}{{/a}}"}};
        for (int i = 1; i < 16; ++i) bushes["b" + std::to_string(i)] = repeated("{{>b" + std::to_string(i + 1) + "}}", 10);
        const Library library(bushes);
        const auto list = variables("{\"a\": [" + repeated("0,", 999) + "0]}");
        const auto result = render(prompt(text.toStdString()), list, library.resolver());
        QVERIFY(!result);
        QTEST(QString::fromStdString(result.error().code), "code");
    }

    void deepSectionsAndPartialsRender() {
        std::map<std::string, std::string> texts;
        for (int i = 1; i <= 16; ++i) texts["p" + std::to_string(i)] = repeated("{{#a}}", 64) + (i < 16 ? "{{>p" + std::to_string(i + 1) + "}}" : "bottom") + repeated("{{/a}}", 64);
        const Library library(texts);
        QCOMPARE(textOf(render(prompt("{{>p1}}"), variables(R"({"a": true})"), library.resolver())), QStringLiteral("bottom"));
    }
};

QTEST_GUILESS_MAIN(TestPromptRender)
#include "tst_prompt_render.moc"
