#include "core/control/snippets.h"

#include <boost/json.hpp>

#include <QTest>

using namespace signalbox::control;
namespace json = boost::json;

class TestControlSnippets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aShellTakesTheInputAsItIs() {
        const auto snippets = snippetsOf("https://gateway.example", "reply", json::object{{"message", "It's $HOME `date` \"quoted\""}});
        QVERIFY2(snippets.curl.find("'\\''s $HOME `date` \\\"quoted\\\"") != std::string::npos, snippets.curl.c_str());
        QVERIFY(snippets.curl.find("https://gateway.example/v1/workflows/reply/runs") != std::string::npos);
    }

    void nobodysKeyIsInThem() {
        const auto snippets = snippetsOf({}, "reply", nullptr);
        for (const auto& text : {snippets.curl, snippets.python, snippets.javascript}) {
            QVERIFY(text.find("SIGNALBOX_KEY") != std::string::npos);
            QVERIFY(text.find("sbk_") == std::string::npos);
            QVERIFY(text.find("http://127.0.0.1:") != std::string::npos);
        }
    }

    void pythonHasItsOwnWords() {
        QCOMPARE(pythonLiteral(json::object{{"a", true}, {"b", {false, nullptr}}, {"c", "true"}}), std::string("{\"a\": True, \"b\": [False, None], \"c\": \"true\"}"));
        QCOMPARE(prettyJson(json::object{{"a", true}, {"b", json::array()}}), std::string("{\"a\": true, \"b\": []}"));
    }

    void longValuesGoOverSeveralLines() {
        const json::value value = json::object{{"first", std::string(50, 'x')}, {"second", {std::string(40, 'y'), std::string(40, 'z')}}};
        const auto text = prettyJson(value, 1);
        QVERIFY(text.find("\n    \"first\"") != std::string::npos);
        QVERIFY(text.ends_with("\n  }"));
        QCOMPARE(json::parse(text), value);
    }
};

QTEST_GUILESS_MAIN(TestControlSnippets)
#include "tst_control_snippets.moc"
