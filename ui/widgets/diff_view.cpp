#include "ui/widgets/diff_view.h"

#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

DiffView::DiffView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Comparison"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    connect(&Theme::current(), &Theme::changed, this, &DiffView::restyle);
    restyle();
}

void DiffView::restyle() {
    const Theme& theme = Theme::current();
    m_layout.setFont(theme.monoFont(), QFontMetrics(theme.textFont()).height() + 12);
    relayout();
}

void DiffView::setTitles(const QString& left, const QString& right) {
    m_leftTitle = left;
    m_rightTitle = right;
    setAccessibleName(tr("Comparison of %1 with %2").arg(left, right));
    viewport()->update();
}

void DiffView::setSections(const QList<DiffSection>& sections) {
    m_lines.setSections(sections, m_lines.options());
    m_current = m_anchor = m_head = -1;
    relayout();
    verticalScrollBar()->setValue(0);
    setAccessibleDescription(summary());
    Q_EMIT changeMoved(m_current, changeCount());
}

void DiffView::setOptions(const DiffLines::Options& options) {
    if (options == m_lines.options()) return;
    m_lines.setOptions(options);
    m_current = std::min(m_current, changeCount() - 1);
    m_anchor = m_head = -1;
    relayout();
    setAccessibleDescription(summary());
    Q_EMIT changeMoved(m_current, changeCount());
}

void DiffView::setUnified(bool unified) {
    auto options = m_lines.options();
    options.unified = unified;
    setOptions(options);
}

void DiffView::setIgnoreWhitespace(bool ignore) {
    auto options = m_lines.options();
    options.ignoreWhitespace = ignore;
    setOptions(options);
}

void DiffView::setFolded(bool folded) {
    auto options = m_lines.options();
    options.folded = folded;
    setOptions(options);
}

QString DiffView::summary() const {
    const DiffCounts counts = m_lines.counts();
    QStringList parts;
    if (counts.changed > 0) parts << tr("%1 changed").arg(counts.changed);
    if (counts.added > 0) parts << tr("%1 added").arg(counts.added);
    if (counts.removed > 0) parts << tr("%1 removed").arg(counts.removed);
    if (counts.moved > 0) parts << tr("%1 moved").arg(counts.moved);
    return parts.isEmpty() ? tr("The texts are equal.") : tr("lines: %1", "changed, added, removed, moved").arg(parts.join(u", "_s));
}

int DiffView::headerHeight() const { return QFontMetrics(Theme::current().captionFont()).height() + 12; }

DiffView::Columns DiffView::columns() const {
    Columns at;
    const int cell = static_cast<int>(m_layout.breaker().cell() + 0.5);
    int most = 9;
    for (auto line = m_lines.lines().rbegin(); line != m_lines.lines().rend() && line - m_lines.lines().rbegin() < 2000; ++line)
        most = std::max({most, line->left.number, line->right.number});
    const int digits = static_cast<int>(QString::number(most).size());
    at.end = viewport()->width() - kMarks;
    const int gap = cell;
    if (m_lines.options().unified) {
        // Old number, new number, sign, text.
        at.numberWidth = digits * cell + 2 * gap;
        at.leftNumber = 0;
        at.rightNumber = at.numberWidth;
        at.leftText = at.rightText = 2 * at.numberWidth + 2 * gap;
        at.textWidth = at.end - at.leftText - gap;
        return at;
    }
    const int half = at.end / 2;
    at.numberWidth = digits * cell + 2 * gap;
    at.leftNumber = 0;
    at.leftText = at.numberWidth + 2 * gap;
    at.rightNumber = half;
    at.rightText = half + at.leftText;
    at.textWidth = half - at.leftText - gap;
    return at;
}

void DiffView::relayout() {
    const Columns at = columns();
    m_layout.layOut(m_lines.lines(), at.textWidth);
    const int page = std::max(0, viewport()->height() - headerHeight());
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(m_layout.lineHeight());
    verticalScrollBar()->setRange(0, std::max(0, m_layout.height() - page));
    viewport()->update();
}

void DiffView::resizeEvent(QResizeEvent*) {
    // The line on top stays on top.
    const int top = m_layout.lineAt(verticalScrollBar()->value());
    relayout();
    if (top > 0 && top < static_cast<int>(m_lines.lines().size())) verticalScrollBar()->setValue(m_layout.topOf(top));
}

void DiffView::scrollContentsBy(int, int) { viewport()->update(); }

void DiffView::goToChange(int change) {
    if (changeCount() == 0) return;
    m_current = std::clamp(change, 0, changeCount() - 1);
    const int line = m_lines.changes()[static_cast<std::size_t>(m_current)];
    verticalScrollBar()->setValue(m_layout.topOf(line) - verticalScrollBar()->pageStep() / 4);
    const DiffLine& shown = m_lines.lines()[static_cast<std::size_t>(line)];
    setAccessibleDescription(tr("Change %1 of %2: %3").arg(m_current + 1).arg(changeCount()).arg(shown.right.number > 0 ? shown.right.text : shown.left.text));
    viewport()->update();
    Q_EMIT changeMoved(m_current, changeCount());
}

void DiffView::openFold(int line) {
    m_lines.unfold(line);
    m_anchor = m_head = -1;
    relayout();
}

int DiffView::lineAt(const QPoint& point) const {
    if (point.y() < headerHeight() || m_lines.lines().empty()) return -1;
    const int y = point.y() - headerHeight() + verticalScrollBar()->value();
    return y < m_layout.height() ? m_layout.lineAt(y) : -1;
}

bool DiffView::isOnRight(const QPoint& point) const { return !m_lines.options().unified && point.x() >= columns().rightNumber; }

bool DiffView::isSelected(int line, bool right) const {
    if (m_anchor < 0) return false;
    if (!m_lines.options().unified && right != m_selectRight) return false;
    return line >= std::min(m_anchor, m_head) && line <= std::max(m_anchor, m_head);
}

QString DiffView::selectedText() const {
    if (m_anchor < 0) return {};
    QStringList lines;
    for (int at = std::min(m_anchor, m_head); at <= std::max(m_anchor, m_head); ++at) {
        const DiffLine& line = m_lines.lines()[static_cast<std::size_t>(at)];
        if (line.kind != DiffLine::Kind::Row) continue;
        const bool right = m_lines.options().unified ? line.right.number > 0 : m_selectRight;
        const DiffText& side = right ? line.right : line.left;
        if (side.number > 0) lines << side.text;
    }
    return lines.join(u'\n');
}

void DiffView::mousePressEvent(QMouseEvent* event) {
    const int line = lineAt(event->pos());
    if (event->button() != Qt::LeftButton || line < 0) return;
    const DiffLine& shown = m_lines.lines()[static_cast<std::size_t>(line)];
    if (shown.kind == DiffLine::Kind::Fold) {
        openFold(line);
        return;
    }
    const Columns at = columns();
    const bool right = isOnRight(event->pos());
    const int x = event->pos().x() - (right ? at.rightNumber : at.leftNumber);
    if (const int other = m_lines.otherEndOfMove(line); other >= 0 && x < at.leftText - at.leftNumber) {
        verticalScrollBar()->setValue(m_layout.topOf(other) - verticalScrollBar()->pageStep() / 3);
        return;
    }
    if (!(event->modifiers() & Qt::ShiftModifier) || m_anchor < 0) m_anchor = line;
    m_head = line;
    m_selectRight = right;
    const auto& changes = m_lines.changes();
    if (shown.isChange()) {
        m_current = static_cast<int>(std::upper_bound(changes.begin(), changes.end(), line) - changes.begin()) - 1;
        Q_EMIT changeMoved(m_current, changeCount());
    }
    viewport()->update();
}

void DiffView::mouseMoveEvent(QMouseEvent* event) {
    const int line = lineAt(event->pos());
    const bool isFold = line >= 0 && m_lines.lines()[static_cast<std::size_t>(line)].kind == DiffLine::Kind::Fold;
    viewport()->setCursor(isFold ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!(event->buttons() & Qt::LeftButton) || m_anchor < 0 || line < 0) return;
    m_head = line;
    viewport()->update();
}

bool DiffView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int line = lineAt(help->pos());
        QString text;
        if (line >= 0) {
            const DiffLine& shown = m_lines.lines()[static_cast<std::size_t>(line)];
            if (shown.kind == DiffLine::Kind::Fold) text = tr("Click to open");
            else if (shown.change == RowKind::Moved) {
                const int other = m_lines.otherEndOfMove(line);
                const DiffLine* there = other >= 0 ? &m_lines.lines()[static_cast<std::size_t>(other)] : nullptr;
                const int number = there ? std::max(there->left.number, there->right.number) : 0;
                text = shown.left.number > 0 ? tr("Moved to line %1 of the other side. Click here to go there.").arg(number) : tr("Moved from line %1 of the other side. Click here to go there.").arg(number);
            }
        }
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void DiffView::keyPressEvent(QKeyEvent* event) {
    const bool plain = event->modifiers() == Qt::NoModifier;
    const bool shift = event->modifiers() == Qt::ShiftModifier;
    if (event->matches(QKeySequence::Copy)) {
        if (const QString text = selectedText(); !text.isEmpty()) QGuiApplication::clipboard()->setText(text);
        return;
    }
    if ((plain && event->key() == Qt::Key_N) || (plain && event->key() == Qt::Key_F7)) return nextChange();
    if ((plain && event->key() == Qt::Key_P) || (shift && event->key() == Qt::Key_F7)) return previousChange();
    if (plain && event->key() == Qt::Key_E) {
        setFolded(!m_lines.options().folded);
        Q_EMIT foldedChanged(m_lines.options().folded);
        return;
    }
    QScrollBar* bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home: bar->setValue(0); return;
    case Qt::Key_End: bar->setValue(bar->maximum()); return;
    case Qt::Key_Space: bar->triggerAction(shift ? QAbstractSlider::SliderPageStepSub : QAbstractSlider::SliderPageStepAdd); return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace signalbox::ui
