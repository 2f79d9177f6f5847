#include "ui/widgets/template_highlighter.h"

#include <QRegularExpression>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

QList<TemplateSpan> templateSpans(const QString& line) {
    QList<TemplateSpan> spans;
    int at = 0;
    while ((at = static_cast<int>(line.indexOf("{{"_L1, at))) >= 0) {
        const bool triple = at + 2 < line.size() && line[at + 2] == u'{';
        const QLatin1StringView close = triple ? "}}}"_L1 : "}}"_L1;
        const int end = static_cast<int>(line.indexOf(close, at + 2));
        if (end < 0) break;
        int inner = at + (triple ? 3 : 2);
        while (inner < end && line[inner].isSpace()) ++inner;
        TemplateTag kind = TemplateTag::Variable;
        switch (inner < end ? line[inner].unicode() : 0) {
        case u'#':
        case u'^':
        case u'/': kind = TemplateTag::Section; break;
        case u'>': kind = TemplateTag::Partial; break;
        case u'!': kind = TemplateTag::Comment; break;
        default: break;
        }
        const int length = end + static_cast<int>(close.size()) - at;
        spans.append({at, length, kind});
        at += length;
    }
    return spans;
}

Token tokenOf(TemplateTag kind) {
    switch (kind) {
    case TemplateTag::Variable: return Token::Accent;
    case TemplateTag::Section: return Token::Held;
    case TemplateTag::Partial: return Token::Good;
    case TemplateTag::Comment: return Token::Muted;
    }
    return Token::Text;
}

QStringList templateVariables(const QString& text) {
    QStringList names;
    const QString oneLine = QString(text).replace(u'\n', u' ');
    for (const TemplateSpan& span : templateSpans(oneLine)) {
        if (span.kind == TemplateTag::Comment || span.kind == TemplateTag::Partial) continue;
        static const QRegularExpression kMarks(u"[{}#^/&\\s]"_s);
        const QString name = oneLine.mid(span.from, span.length).remove(kMarks).section(u'.', 0, 0);
        if (!name.isEmpty() && !names.contains(name)) names << name;
    }
    return names;
}

TemplateHighlighter::TemplateHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {
    connect(&Theme::current(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void TemplateHighlighter::highlightBlock(const QString& text) {
    const Theme& theme = Theme::current();
    const auto paint = [&](int from, int length, TemplateTag kind) {
        QTextCharFormat format;
        format.setForeground(theme.color(tokenOf(kind)));
        format.setFontItalic(kind == TemplateTag::Comment);
        if (kind == TemplateTag::Section || kind == TemplateTag::Partial) format.setFontWeight(QFont::DemiBold);
        setFormat(from, length, format);
    };
    enum { Outside = 0, InComment = 1 };
    int begin = 0;
    setCurrentBlockState(Outside);
    if (previousBlockState() == InComment) {
        const int end = static_cast<int>(text.indexOf("}}"_L1));
        if (end < 0) {
            paint(0, static_cast<int>(text.size()), TemplateTag::Comment);
            setCurrentBlockState(InComment);
            return;
        }
        begin = end + 2;
        paint(0, begin, TemplateTag::Comment);
    }
    for (const TemplateSpan& span : templateSpans(text.mid(begin))) paint(begin + span.from, span.length, span.kind);
    const int open = static_cast<int>(text.lastIndexOf("{{!"_L1));
    if (open >= begin && text.indexOf("}}"_L1, open) < 0) {
        paint(open, static_cast<int>(text.size()) - open, TemplateTag::Comment);
        setCurrentBlockState(InComment);
    }
}

} // namespace signalbox::ui
