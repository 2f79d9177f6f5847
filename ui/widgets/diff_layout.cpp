#include "ui/widgets/diff_layout.h"

#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

void LineBreaker::setFont(const QFont& font) {
    m_font = font;
    m_metrics = QFontMetricsF(font);
    m_cell = std::max(1.0, m_metrics.horizontalAdvance(QLatin1Char('m')));
    m_uniform.assign(0x10000, 0);
}

bool LineBreaker::isUniform(const QString& text) const {
    for (const QChar c : text) {
        signed char& known = m_uniform[c.unicode()];
        if (known == 0) {
            const bool one = c.isPrint() && !c.isSurrogate() && !c.isMark() && std::abs(m_metrics.horizontalAdvance(c) - m_cell) < 0.01;
            known = one ? 1 : -1;
        }
        if (known < 0) return false;
    }
    return true;
}

std::vector<int> LineBreaker::breaksOf(const QString& text, double width) const {
    std::vector<int> breaks{0};
    if (text.isEmpty()) return breaks;
    if (isUniform(text)) {
        const int columns = std::max(8, static_cast<int>(width / m_cell));
        const int size = static_cast<int>(text.size());
        int from = 0;
        while (size - from > columns) {
            int to = from + columns;
            // After the last blank that fits; in the middle of a word where there is none.
            int blank = to;
            while (blank > from && !text[blank - 1].isSpace()) --blank;
            if (blank > from + columns / 4) to = blank;
            breaks.push_back(to);
            from = to;
        }
        return breaks;
    }
    breaks.clear();
    QTextLayout layout(text, m_font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 8 * m_cell));
        breaks.push_back(line.textStart());
    }
    layout.endLayout();
    if (breaks.empty()) breaks.push_back(0);
    return breaks;
}

int LineBreaker::piecesOf(const QString& text, double width) const {
    // Most lines fit, and are not looked at any further.
    if (static_cast<double>(text.size()) * m_cell <= width && isUniform(text)) return 1;
    return static_cast<int>(breaksOf(text, width).size());
}

double LineBreaker::offsetOf(const QString& text, int from, int to) const {
    if (isUniform(text)) return m_cell * (to - from);
    return m_metrics.horizontalAdvance(text.mid(from, to - from));
}

void DiffLayout::setFont(const QFont& font, int headingHeight) {
    m_breaker.setFont(font);
    m_lineHeight = static_cast<int>(std::ceil(QFontMetricsF(font).height())) + 3;
    m_headingHeight = headingHeight;
}

void DiffLayout::layOut(const std::vector<DiffLine>& lines, double textWidth) {
    m_textWidth = textWidth;
    m_tops.clear();
    m_tops.reserve(lines.size() + 1);
    int top = 0;
    for (const DiffLine& line : lines) {
        m_tops.push_back(top);
        if (line.kind == DiffLine::Kind::Row)
            top += m_lineHeight * std::max(m_breaker.piecesOf(line.left.text, textWidth), m_breaker.piecesOf(line.right.text, textWidth));
        else
            top += m_headingHeight;
    }
    m_tops.push_back(top);
}

int DiffLayout::lineAt(int y) const {
    if (m_tops.size() < 2) return -1;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    const auto at = static_cast<int>(after - m_tops.begin()) - 1;
    return std::clamp(at, 0, static_cast<int>(m_tops.size()) - 2);
}

} // namespace signalbox::ui
