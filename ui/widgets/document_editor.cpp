#include "ui/widgets/document_editor.h"

#include "ui/widgets/code_highlighter.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QTextBlock>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

DocumentEditor::DocumentEditor(QWidget* parent) : QPlainTextEdit(parent) {
    CodeHighlighter::yaml(document());
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("Document as YAML"));
    setTabChangesFocus(false);
    connect(&Theme::current(), &Theme::changed, this, &DocumentEditor::restyle);
    restyle();
}

void DocumentEditor::restyle() {
    setFont(Theme::current().monoFont());
    setViolations(m_pointers, m_brokenLine);
}

int DocumentEditor::lineOf(const QString& yaml, const QString& pointer) {
    const QStringList lines = yaml.split(u'\n');
    int line = 0;
    int found = 0;
    int indent = -1;
    const auto indentOf = [&](const QString& text) {
        int blanks = 0;
        while (blanks < text.size() && (text[blanks] == u' ' || text[blanks] == u'-')) ++blanks;
        return blanks;
    };
    for (const QString& part : pointer.split(u'/', Qt::SkipEmptyParts)) {
        bool isIndex = false;
        int index = part.toInt(&isIndex);
        int foundIndent = -1;
        for (int at = line; at < lines.size(); ++at) {
            const QString trimmed = lines[at].trimmed();
            if (trimmed.isEmpty() || trimmed.startsWith(u'#')) continue;
            if (isIndex) {
                if (!trimmed.startsWith(u'-')) continue;
                const int dash = static_cast<int>(lines[at].indexOf(u'-'));
                if (foundIndent < 0) foundIndent = dash;
                if (dash != foundIndent || index-- > 0) continue;
                found = line = at;
                indent = dash;
                break;
            }
            const QString name = QString(part).replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
            static const QRegularExpression kLead(u"^[-{\\s]*"_s);
            const QString text = QString(lines[at]).remove(kLead);
            const bool inFlow = lines[at].contains(u'{') && lines[at].contains(name + u':');
            if ((text.startsWith(name + u':') && indentOf(lines[at]) > indent) || inFlow) {
                found = line = at;
                if (!inFlow) indent = indentOf(lines[at]);
                break;
            }
        }
    }
    return found;
}

void DocumentEditor::setViolations(const QStringList& pointers, int brokenLine) {
    m_pointers = pointers;
    m_brokenLine = brokenLine;
    QList<int> lines;
    if (brokenLine >= 0) lines << brokenLine;
    for (const QString& pointer : pointers) lines << lineOf(toPlainText(), pointer);
    QList<QTextEdit::ExtraSelection> marks;
    for (const int line : std::as_const(lines)) {
        const QTextBlock block = document()->findBlockByNumber(line);
        if (!block.isValid()) continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.select(QTextCursor::LineUnderCursor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(Theme::current().color(Token::Bad));
        mark.format.setBackground(Theme::current().color(Token::BadTint));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void DocumentEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Tab) {
        insertPlainText(u"  "_s);
        return;
    }
    if (event->key() == Qt::Key_Return && event->modifiers() == Qt::NoModifier) {
        // The next line begins where this one did.
        const QString line = textCursor().block().text();
        int blanks = 0;
        while (blanks < line.size() && line[blanks] == u' ') ++blanks;
        insertPlainText(u'\n' + QString(std::min(blanks, textCursor().positionInBlock()), u' '));
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace signalbox::ui
