#include "core/model/yaml.h"

#include <QtTest>

#include <boost/json.hpp>

#include <random>

using namespace signalbox::model;
namespace json = boost::json;

namespace {

/// Values of every kind, with the strings that YAML trips over.
class RandomValues {
public:
    explicit RandomValues(unsigned seed) : random_(seed) {}

    json::value value(int depth = 0) {
        switch (below(depth > 3 ? 6 : 9)) {
        case 0: return nullptr;
        case 1: return below(2) == 0;
        case 2: return static_cast<std::int64_t>(random_()) * (below(2) == 0 ? 1 : -1);
        case 3: return std::ldexp(static_cast<double>(random_()), static_cast<int>(below(80)) - 60);
        case 6: {
            json::array list;
            for (auto n = below(4); n > 0; --n) list.push_back(value(depth + 1));
            return list;
        }
        case 7:
        case 8: {
            json::object object;
            for (auto n = below(4); n > 0; --n) object[text()] = value(depth + 1);
            return object;
        }
        default: return json::value(text());
        }
    }

private:
    unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }
    std::string text() {
        static const std::vector<std::string> kPieces = {
            "a",  "word", " ",  "  ", "\n", "\n\n", "\t", ":",  ": ", "#",  " #", "-",   "- ",   "?",    "? ",   "!",    "&a", "*a",   "%",  "@", "`",  "|",
            ">",  "{",    "}",  "[",  "]",  ",",    "'",  "\"", "\\", "~",  "0",  "1.5", "1e3",  "0x1F", "true", "null", "no", "---",  "...", "\r", "\x01", "\x7F",
            "=",  "<<",   ".",  "+",  "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x9A\xA6", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF", "{{variable}}", "2026-11-23", "12:30:45"};
        std::string result;
        for (auto n = below(5); n > 0; --n) result += kPieces[below(static_cast<unsigned>(kPieces.size()))];
        return result;
    }

    std::mt19937 random_;
};

} // namespace

class TestYaml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scalarsHaveTheTypesOfTheCoreSchema_data() {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char* yaml, const char* expected) { QTest::newRow(*yaml ? yaml : "empty") << QByteArray(yaml) << QByteArray(expected); };
        row("", "null");
        row("~", "null");
        row("null", "null");
        row("Null", "null");
        row("nULL", "\"nULL\"");
        row("true", "true");
        row("False", "false");
        row("yes", "\"yes\"");
        row("on", "\"on\"");
        row("12", "12");
        row("-12", "-12");
        row("+12", "12");
        row("+-12", "\"+-12\"");
        row("007", "7");
        row("0o17", "15");
        row("0x1F", "31");
        row("0x", "\"0x\"");
        row("0x-1", "\"0x-1\"");
        row("1_000", "\"1_000\"");
        row("9223372036854775807", "9223372036854775807");
        row("18446744073709551615", "18446744073709551615");
        row("1.5", "1.5E0");
        row(".5", "5E-1");
        row("1.", "1E0");
        row("-1.5e-3", "-1.5E-3");
        row("1e3", "1E3");
        row(".", "\".\"");
        row("1e", "\"1e\"");
        row("1.2.3", "\"1.2.3\"");
        row(".inf", "\".inf\"");
        row("2026-11-23", "\"2026-11-23\"");
        row("12:30:45", "\"12:30:45\"");
        row("'12'", "\"12\"");
        row("\"true\"", "\"true\"");
        row("''", "\"\"");
        row("! 12", "\"12\"");
    }
    void scalarsHaveTheTypesOfTheCoreSchema() {
        QFETCH(QByteArray, yaml);
        const auto documents = parseDocuments("v: " + yaml.toStdString());
        QVERIFY2(documents.has_value(), documents ? "" : documents.error().message.c_str());
        QCOMPARE(documents->size(), std::size_t{1});
        QTEST(QByteArray::fromStdString(json::serialize(documents->at(0).at("v"))), "json");
    }

    void aFileMayHoldSeveralDocuments() {
        const auto documents = parseDocuments("---\nkind: a\n---\n---\nkind: b\n...\n# the end\n");
        QVERIFY(documents);
        QCOMPARE(documents->size(), std::size_t{2});
        QVERIFY(documents->at(1) == json::parse(R"({"kind": "b"})"));
    }

    void jsonIsRead() {
        const auto one = parseDocuments(" {\"a\":\t\"\\ud83d\\udea6\\/\", \"b\": 0.1}\n");
        QVERIFY(one);
        QVERIFY(one->at(0) == json::parse(R"({"a": "\ud83d\udea6/", "b": 0.1})"));
        const auto list = parseDocuments(R"([{"a": 1}, {"a": 2}])");
        QVERIFY(list);
        QCOMPARE(list->size(), std::size_t{2});
        const auto flow = parseDocuments("{kind: a, list: [1, two]}");
        QVERIFY(flow);
        QVERIFY(flow->at(0) == json::parse(R"({"kind": "a", "list": [1, "two"]})"));
    }

    void membersKeepTheirOrder() {
        const auto documents = parseDocuments("z: 1\na: 2\nm: 3\n");
        QVERIFY(documents);
        QCOMPARE(json::serialize(documents->at(0)), std::string(R"({"z":1,"a":2,"m":3})"));
    }

    void textInBlocksIsNoMarkup() {
        const auto documents = parseDocuments("text: |\n  *bold* and &co\n  \"unclosed\n  - *item*\nrest: it's \"fine\" & *good*\n");
        QVERIFY2(documents.has_value(), documents ? "" : documents.error().message.c_str());
        QCOMPARE(documents->at(0).at("text"), json::value("*bold* and &co\n\"unclosed\n- *item*\n"));
        QCOMPARE(documents->at(0).at("rest"), json::value("it's \"fine\" & *good*"));
    }

    void whatDocumentsDoNotUseIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const QByteArray& text, const char* says) { QTest::newRow(name) << text << QByteArray(says); };
        row("anchor", "a: &x 1\n", "Line 1, column 4: anchors");
        row("alias", "a: 1\nb: *a\n", "Line 2, column 4");
        row("anchors behind an open quote", "t: |\n  \"\na: &x [1]\nb: [*x, *x]\n", "Line 3, column 4: anchors");
        row("anchors behind a tag", "a: !!seq &x [1]\n", "anchors");
        row("merge", "a: &x {b: 1}\nc: {<<: *x}\n", "Line 1");
        row("tag", "a: !!binary aGk=\n", "tags");
        row("own tag", "a: !env KEY\n", "tags");
        row("a member twice", "a: 1\nb: 2\na: 3\n", "Line 3, column 1: 'a' is there twice");
        row("a member twice in JSON", "{\"a\": 1,\n \"b\": {\"a\": 1, \"\\u0061\": 2}}", "Line 2, column 16: 'a' is there twice");
        row("a number too large for one, in JSON", "{\"a\": [1, {\"b\": -1e400}]}", "too large");
        row("a list as a name", "? [a]\n: 1\n", "should be a word");
        row("nothing as a name", "~: 1\n", "should be a word");
        row("a hundred levels", QByteArray(100, '[') + QByteArray(100, ']'), "nested too deeply");
        row("a hundred thousand levels", QByteArray(100'000, '['), "");
        row("a hundred levels of members", [] {
            QByteArray text;
            for (int i = 0; i < 100; ++i) text += QByteArray(i, ' ') + "a:\n";
            return text;
        }(), "nested too deeply");
        row("bad indentation", "a:\n  b: 1\n c: 2\n", "Line 3");
        row("unclosed", "a: [1, 2\nb: 3\n", "Line");
        row("an escape that the parser makes half a character of", "a: 1\nb: \"x\\Ny\"\n", "Line 2, column 4: an escape");
        row("not UTF-8", "a: caf\xE9\n", "UTF-8");
        row("half JSON", "{\"a\": ", "Line");
    }
    void whatDocumentsDoNotUseIsRefused() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const auto documents = parseDocuments(text.toStdString());
        QVERIFY(!documents);
        QVERIFY(documents.error().errorClass == ErrorClass::InvalidRequest);
        QVERIFY2(documents.error().message.find(says.toStdString()) != std::string::npos, documents.error().message.c_str());
    }

    void nothingIsNoDocument() {
        for (const char* text : {"", "  \n", "# only words\n", "---\n"}) {
            const auto documents = parseDocuments(text);
            QVERIFY(documents);
            QVERIFY(documents->empty());
        }
    }

    void whatIsWrittenReadsBack() {
        RandomValues values(20261123);
        for (int i = 0; i < 20'000; ++i) {
            const json::value value = json::object{{"v", values.value()}};
            const auto yaml = toYaml(value);
            for (const auto* odd : {"\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\x7F"}) QVERIFY2(yaml.find(odd) == std::string::npos, yaml.c_str());
            const auto read = parseDocuments(yaml);
            QVERIFY2(read.has_value(), qPrintable(QString::fromStdString(yaml + "\n" + json::serialize(value) + (read ? "" : read.error().message))));
            QCOMPARE(read->size(), std::size_t{1});
            QVERIFY2(read->at(0) == value, qPrintable(QString::fromStdString(yaml + "\n" + json::serialize(value) + "\n" + json::serialize(read->at(0)))));
        }
    }

    void yamlLooksAsAPersonWouldWriteIt() {
        const auto value = json::parse(R"({"kind": "provider", "name": "openai-main", "spec": {"credential": "env:KEY", "version": "1", "switch": "on", "models": [{"id": "a/b", "price": 0.15, "tags": []}]}})");
        QCOMPARE(toYaml(value), std::string("kind: provider\nname: openai-main\nspec:\n  credential: env:KEY\n  version: \"1\"\n  switch: \"on\"\n  models:\n    - id: a/b\n      price: 0.15\n      tags: []\n"));
    }

    void textsOfSeveralLinesAreWrittenAsLines() {
        const json::value value = json::object{{"messages", json::array{json::object{{"role", "system"}, {"content", "Rules: be brief.\n\n  - one # not two\n"}}, json::object{{"content", "{{#facts}}\nFact: {{.}}\n{{/facts}}"}}}},
                                               {"texts", json::array{"a\nb", "a\n\n\n", " a\nb", "a\n \nb", "a\tb", "0b1", json::array{1, json::array{json::object(), json::array()}}}}};
        const std::string yaml = "messages:\n"
                                 "  - role: system\n"
                                 "    content: |\n"
                                 "      Rules: be brief.\n"
                                 "\n"
                                 "        - one # not two\n"
                                 "  - content: |-\n"
                                 "      {{#facts}}\n"
                                 "      Fact: {{.}}\n"
                                 "      {{/facts}}\n"
                                 "texts:\n"
                                 "  - |-\n"
                                 "    a\n"
                                 "    b\n"
                                 "  - |+\n"
                                 "    a\n"
                                 "\n"
                                 "\n"
                                 "  - \" a\\nb\"\n"
                                 "  - \"a\\n \\nb\"\n"
                                 "  - \"a\\tb\"\n"
                                 "  - \"0b1\"\n"
                                 "  - - 1\n"
                                 "    - - {}\n"
                                 "      - []\n";
        QCOMPARE(QString::fromStdString(toYaml(value)), QString::fromStdString(yaml));
        QVERIFY(parseDocuments(yaml)->at(0) == value);
        const json::value odd = json::object{{std::string(2000, 'k'), "v"}, {"two\nlines", json::object{{std::string(2000, 'l'), json::array{"a\nb"}}}}};
        QVERIFY(parseDocuments(toYaml(odd))->at(0) == odd);
    }
};

QTEST_GUILESS_MAIN(TestYaml)
#include "tst_model_yaml.moc"
