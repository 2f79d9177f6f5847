// ECMA-262's patterns mean on RE2 what they mean there.
#include "contract_support.h"
#include "core/policy/contract/pattern.h"

#include <QtTest>

#include <re2/re2.h>

using namespace signalbox::policy;

class TestContractPatterns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPatternFindsWhatEcmaSays_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const QString& pattern, const QString& text, bool found) { QTest::addRow("%s in %s", qPrintable(pattern), qPrintable(text.toHtmlEscaped())) << pattern << text << found; };
        row(QStringLiteral("b"), QStringLiteral("abc"), true);
        row(QStringLiteral("^abc$"), QStringLiteral("abc\n"), false);
        row(QStringLiteral("^\\d$"), QStringLiteral("\u0967"), false);
        row(QStringLiteral("^\\w$"), QStringLiteral("\u00e9"), false);
        row(QStringLiteral("^\\s$"), QStringLiteral("\u00a0"), true);
        row(QStringLiteral("^\\s$"), QStringLiteral("\ufeff"), true);
        row(QStringLiteral("^\\s$"), QStringLiteral("\u2029"), true);
        row(QStringLiteral("^\\S$"), QStringLiteral("\u2003"), false);
        row(QStringLiteral("^[\\S]$"), QStringLiteral("x"), true);
        row(QStringLiteral("^[^\\s]$"), QStringLiteral("\v"), false);
        row(QStringLiteral("^.$"), QStringLiteral("\u2028"), false);
        row(QStringLiteral("^.$"), QStringLiteral("\U0001F600"), true);
        row(QStringLiteral("^[^]$"), QStringLiteral("\n"), true);
        row(QStringLiteral("[]"), QStringLiteral("a"), false);
        row(QStringLiteral("^\\cC$"), QStringLiteral("\x03"), true);
        row(QStringLiteral("^\\u0041\\x42\\u{43}$"), QStringLiteral("ABC"), true);
        row(QStringLiteral("^\\ud83d\\udc32$"), QStringLiteral("\U0001F432"), true);
        row(QStringLiteral("^[\\ud83d\\udc32-\\ud83d\\udc34]$"), QStringLiteral("\U0001F433"), true);
        row(QStringLiteral("^\\p{Letter}+$"), QStringLiteral("\u00e9\u00df"), true);
        row(QStringLiteral("^\\p{Script=Greek}$"), QStringLiteral("\u03b1"), true);
        row(QStringLiteral("^\\P{Lu}$"), QStringLiteral("A"), false);
        row(QStringLiteral("^[\\p{ASCII}]$"), QStringLiteral("\u00e9"), false);
        row(QStringLiteral("^a\\/b$"), QStringLiteral("a/b"), true);
        row(QStringLiteral("^[\\w.-]+$"), QStringLiteral("a-b.c"), true);
        row(QStringLiteral("^[\\w-.]+$"), QStringLiteral("a-b.c"), true);
        row(QStringLiteral("^[[a]+$"), QStringLiteral("[a"), true);
        row(QStringLiteral("^[a[:alpha:]$"), QStringLiteral("z"), false);
        row(QStringLiteral("^(?<year>[0-9]{4})$"), QStringLiteral("2026"), true);
        row(QStringLiteral("^[\\b]$"), QStringLiteral("\b"), true);
        row(QStringLiteral("\\bcat\\b"), QStringLiteral("a cat!"), true);
        row(QStringLiteral("^\\$\\{x\\}$"), QStringLiteral("${x}"), true);
        row(QString(), QStringLiteral("x"), true);
    }
    void aPatternFindsWhatEcmaSays() {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        const auto compiled = compilePattern(pattern.toStdString(), 1u << 20);
        QVERIFY2(compiled, compiled ? "" : compiled.error().c_str());
        QTEST(patternFinds(**compiled, text.toStdString()), "found");
    }

    void theFormatRegexAlsoKnowsWhatRe2CannotRun() {
        for (const auto* right : {"a", "(?=a)b", "(?<!a)b", "(a)\\1", "(?<n>a)\\k<n>", "[]", "\\u{1F600}"}) QVERIFY2(isPattern(right), right);
        for (const auto* bad : {"(", ")", "[a", "\\", "\\a", "\\Z", "a**", "(?P<n>a)", "(?i)a", "(?#c)a", "[b-a]", "(?<n>a)(?<n>b)"}) QVERIFY2(!isPattern(bad), bad);
    }
};

QTEST_GUILESS_MAIN(TestContractPatterns)
#include "tst_contract_patterns.moc"
