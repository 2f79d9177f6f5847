#pragma once

#include "ui/widgets/theme.h"

#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace signalbox::ui {

/// Colours what patterns find, line by line, in the colours of the theme. Where two patterns meet, the later one counts.
class CodeHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    struct Rule {
        QRegularExpression pattern;
        int group = 0; ///< what of a match is coloured; 0: all of it
        Token token = Token::Text;
    };

    /// Names, strings, numbers, comments.
    static CodeHighlighter* yaml(QTextDocument* document);
    /// Names, strings, numbers.
    static CodeHighlighter* json(QTextDocument* document);

protected:
    void highlightBlock(const QString& text) override;

private:
    CodeHighlighter(const QList<Rule>& rules, QTextDocument* document);

    QList<Rule> m_rules;
};

} // namespace signalbox::ui
