#include "ui/widgets/code_highlighter.h"

namespace signalbox::ui {

using namespace Qt::StringLiterals;

CodeHighlighter::CodeHighlighter(const QList<Rule>& rules, QTextDocument* document) : QSyntaxHighlighter(document), m_rules(rules) {
    connect(&Theme::current(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

CodeHighlighter* CodeHighlighter::yaml(QTextDocument* document) {
    static const QList<Rule> kRules{
        {QRegularExpression(u"(^|[\\s{,-])([A-Za-z_][\\w.-]*)(?=\\s*:(\\s|$))"_s), 2, Token::Accent},
        {QRegularExpression(u"(?<=[\\s:\\[,])-?\\d+(\\.\\d+)?(?=[\\s,\\]}]|$)|\\b(true|false|null)\\b"_s), 0, Token::Held},
        {QRegularExpression(u"\"[^\"]*\"|'[^']*'"_s), 0, Token::Good},
        {QRegularExpression(u"(^|\\s)#.*$"_s), 0, Token::Muted},
    };
    return new CodeHighlighter(kRules, document);
}

CodeHighlighter* CodeHighlighter::json(QTextDocument* document) {
    static const QList<Rule> kRules{
        {QRegularExpression(u"(?<![\\w\"])-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|\\b(true|false|null)\\b"_s), 0, Token::Held},
        {QRegularExpression(u"\"(?:[^\"\\\\]|\\\\.)*\""_s), 0, Token::Good},
        {QRegularExpression(u"(\"(?:[^\"\\\\]|\\\\.)*\")\\s*:"_s), 1, Token::Accent},
    };
    return new CodeHighlighter(kRules, document);
}

void CodeHighlighter::highlightBlock(const QString& text) {
    const Theme& theme = Theme::current();
    for (const Rule& rule : std::as_const(m_rules))
        for (auto match = rule.pattern.globalMatch(text); match.hasNext();) {
            const auto one = match.next();
            setFormat(static_cast<int>(one.capturedStart(rule.group)), static_cast<int>(one.capturedLength(rule.group)), theme.color(rule.token));
        }
}

} // namespace signalbox::ui
