#include "ui/widgets/template_editor.h"

#include "ui/widgets/template_highlighter.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

TemplateEditor::TemplateEditor(QWidget* parent) : QPlainTextEdit(parent) {
    new TemplateHighlighter(document());
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTabChangesFocus(true);
    setAccessibleName(tr("Text"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setSizePolicy(policy);
    // The number of lines changes with the width as well, after the layout.
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, [this] { updateGeometry(); });
    connect(&Theme::current(), &Theme::changed, this, &TemplateEditor::restyle);
    restyle();
}

void TemplateEditor::restyle() {
    setFont(Theme::current().monoFont());
    markProblems();
    updateGeometry();
}

void TemplateEditor::setHeightInLines(int least, int most) {
    m_least = least;
    m_most = most;
    updateGeometry();
}

int TemplateEditor::heightOf(int lines) const {
    return lines * QFontMetrics(font()).lineSpacing() + 2 * static_cast<int>(document()->documentMargin()) + 2 * frameWidth() + 2;
}

QSize TemplateEditor::sizeHint() const {
    // The plain layout counts in lines.
    const int lines = static_cast<int>(document()->size().height());
    const int most = m_most > 0 ? m_most : std::max(m_least, 12);
    return {400, heightOf(std::clamp(lines, m_least, most))};
}

QSize TemplateEditor::minimumSizeHint() const { return {120, m_most > 0 ? sizeHint().height() : heightOf(m_least)}; }

void TemplateEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) updateGeometry();
}

void TemplateEditor::setProblems(const QList<TextProblem>& problems) {
    m_problems = problems;
    markProblems();
}

void TemplateEditor::markProblems() {
    QList<QTextEdit::ExtraSelection> marks;
    for (const TextProblem& problem : m_problems) {
        const QTextBlock block = document()->findBlockByNumber(std::max(0, problem.line - 1));
        if (!block.isValid()) continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        const QString text = block.text();
        if (problem.line > 0 && problem.column > 0 && problem.column <= text.size() + 1) {
            // The tag that is wrong, or the word.
            int from = std::min(problem.column - 1, static_cast<int>(text.size()));
            int to = from;
            for (const TemplateSpan& span : templateSpans(text))
                if (problem.column - 1 >= span.from && problem.column - 1 < span.from + span.length) {
                    from = span.from;
                    to = span.from + span.length;
                }
            while (to == from && to < text.size() && !text[to].isSpace()) {
                const int blank = static_cast<int>(text.indexOf(u' ', from));
                to = blank < 0 ? static_cast<int>(text.size()) : std::max(blank, from + 1);
            }
            if (to == from && from > 0) --from;
            mark.cursor.setPosition(block.position() + from);
            mark.cursor.setPosition(block.position() + to, QTextCursor::KeepAnchor);
        } else {
            mark.cursor.select(QTextCursor::BlockUnderCursor);
        }
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(Theme::current().color(Token::Bad));
        mark.format.setBackground(Theme::current().color(Token::BadTint));
        marks.append(mark);
    }
    setExtraSelections(marks);
    QStringList words;
    for (const TextProblem& problem : m_problems) words << problem.message;
    setAccessibleDescription(words.join(u' '));
}

void TemplateEditor::goTo(const TextProblem& problem) {
    const QTextBlock block = document()->findBlockByNumber(std::max(0, problem.line - 1));
    QTextCursor cursor(block.isValid() ? block : document()->firstBlock());
    if (problem.column > 0) cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::min(problem.column - 1, static_cast<int>(block.text().size())));
    setTextCursor(cursor);
    setFocus(Qt::OtherFocusReason);
    ensureCursorVisible();
}

const TextProblem* TemplateEditor::problemAt(const QPoint& point) const {
    const QTextCursor cursor = cursorForPosition(point);
    for (const TextProblem& problem : m_problems) {
        if (problem.line > 0 && cursor.blockNumber() + 1 != problem.line) continue;
        return &problem;
    }
    return nullptr;
}

bool TemplateEditor::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const TextProblem* problem = problemAt(viewport()->mapFrom(this, help->pos()));
        QToolTip::showText(help->globalPos(), problem ? problem->message : QString(), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void TemplateEditor::focusInEvent(QFocusEvent* event) {
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusGained();
}

void TemplateEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return && event->modifiers() == Qt::NoModifier && !isReadOnly()) {
        // The next line begins where this one did.
        const QString line = textCursor().block().text();
        int blanks = 0;
        while (blanks < line.size() && line[blanks] == u' ') ++blanks;
        insertPlainText(u'\n' + QString(std::min(blanks, textCursor().positionInBlock()), u' '));
        ensureCursorVisible();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void TemplateEditor::wheelEvent(QWheelEvent* event) {
    // What cannot scroll leaves the wheel to the page around it.
    const QScrollBar* bar = verticalScrollBar();
    const bool up = event->angleDelta().y() > 0;
    if (bar->maximum() == 0 || (up && bar->value() == 0) || (!up && bar->value() == bar->maximum())) {
        event->ignore();
        return;
    }
    QPlainTextEdit::wheelEvent(event);
}

} // namespace signalbox::ui
