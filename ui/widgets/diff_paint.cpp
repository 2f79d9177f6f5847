// How a DiffView looks. What it does is in diff_view.cpp.
#include "ui/widgets/diff_view.h"
#include "ui/widgets/template_highlighter.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct SideLook {
    Token tint = Token::Raised;
    Token color = Token::Muted;
    QChar sign = u' ';
};

/// How a side of a changed line looks. The sign says it without the colour.
SideLook lookOf(const DiffLine& line, bool right) {
    const DiffText& text = right ? line.right : line.left;
    if (text.number == 0) return {Token::Sunken, Token::Muted, u' '};
    switch (line.change) {
    case RowKind::Equal: return {};
    case RowKind::Changed: return right ? SideLook{Token::GoodTint, Token::Good, u'+'} : SideLook{Token::BadTint, Token::Bad, u'−'};
    case RowKind::Added: return {Token::GoodTint, Token::Good, u'+'};
    case RowKind::Removed: return {Token::BadTint, Token::Bad, u'−'};
    case RowKind::Moved: return {Token::HeldTint, Token::Held, right ? u'↤' : u'↦'};
    }
    return {};
}

/// A colour between two others.
QColor between(const QColor& one, const QColor& other, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

} // namespace

void DiffView::paintEvent(QPaintEvent* event) {
    const Theme& theme = Theme::current();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme.color(Token::Raised));
    const Columns at = columns();
    const int offset = headerHeight() - verticalScrollBar()->value();
    if (!m_lines.lines().empty()) {
        const int count = static_cast<int>(m_lines.lines().size());
        for (int line = m_layout.lineAt(verticalScrollBar()->value()); line < count && m_layout.topOf(line) + offset < viewport()->height(); ++line)
            paintLine(painter, line, m_layout.topOf(line) + offset, at);
    } else {
        painter.setPen(theme.color(Token::Muted));
        painter.drawText(viewport()->rect().adjusted(16, headerHeight(), -16, 0), Qt::AlignCenter | Qt::TextWordWrap, tr("Nothing to compare yet."));
    }
    paintMarks(painter, at);
    paintHeader(painter, at);
}

void DiffView::paintHeader(QPainter& painter, const Columns& at) const {
    const Theme& theme = Theme::current();
    const QRect band(0, 0, viewport()->width(), headerHeight());
    painter.fillRect(band, theme.color(Token::Raised));
    painter.setPen(theme.color(Token::Line));
    painter.drawLine(band.bottomLeft(), band.bottomRight());
    QFont font = theme.captionFont();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme.color(Token::Muted));
    const QFontMetrics metrics(font);
    if (m_lines.options().unified) {
        const QString both = tr("− %1    + %2", "the two sides of a comparison").arg(m_leftTitle, m_rightTitle);
        painter.drawText(band.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(both, Qt::ElideRight, band.width() - 16));
        return;
    }
    const int room = at.rightNumber - 16;
    painter.drawText(QRect(8, 0, room, band.height()), Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(m_leftTitle, Qt::ElideRight, room));
    painter.drawText(QRect(at.rightNumber + 8, 0, room, band.height()), Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(m_rightTitle, Qt::ElideRight, room));
}

void DiffView::paintLine(QPainter& painter, int line, int top, const Columns& at) const {
    const Theme& theme = Theme::current();
    const DiffLine& shown = m_lines.lines()[static_cast<std::size_t>(line)];
    const QRect area(0, top, at.end, m_layout.heightOf(line));
    if (shown.kind == DiffLine::Kind::Heading) {
        painter.fillRect(area, theme.color(Token::Surface));
        painter.setPen(theme.color(Token::Line));
        painter.drawLine(area.bottomLeft(), area.bottomRight());
        QFont font = theme.textFont();
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(theme.color(Token::Text));
        QString text = shown.left.text;
        if (shown.change == RowKind::Added) text = tr("%1 (new)", "a message that only the newer version has").arg(text);
        if (shown.change == RowKind::Removed) text = tr("%1 (removed)", "a message that only the older version has").arg(text);
        painter.drawText(area.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width() - 16));
        return;
    }
    if (shown.kind == DiffLine::Kind::Fold) {
        painter.fillRect(area, theme.color(Token::Sunken));
        painter.setFont(theme.captionFont());
        painter.setPen(theme.color(Token::Accent));
        painter.drawText(area.adjusted(8, 0, -8, 0), Qt::AlignCenter, tr("⋯  %1 unchanged lines").arg(shown.hidden));
        return;
    }
    if (m_lines.options().unified) {
        const bool right = shown.right.number > 0;
        paintSide(painter, line, right, QRect(0, top, 2 * at.numberWidth, area.height()), QRect(at.leftText, top, at.end - at.leftText, area.height()));
    } else {
        paintSide(painter, line, false, QRect(at.leftNumber, top, at.numberWidth, area.height()), QRect(at.leftText, top, at.rightNumber - 1 - at.leftText, area.height()));
        paintSide(painter, line, true, QRect(at.rightNumber, top, at.numberWidth, area.height()), QRect(at.rightText, top, at.end - at.rightText, area.height()));
        painter.setPen(theme.color(Token::Line));
        painter.drawLine(at.rightNumber - 1, area.top(), at.rightNumber - 1, area.bottom());
    }
    const auto& changes = m_lines.changes();
    if (m_current >= 0 && shown.isChange()) {
        const int change = static_cast<int>(std::upper_bound(changes.begin(), changes.end(), line) - changes.begin()) - 1;
        if (change == m_current) painter.fillRect(QRect(0, top, 3, area.height()), theme.color(Token::Accent));
    }
}

void DiffView::paintSide(QPainter& painter, int line, bool right, const QRect& number, const QRect& text) const {
    const Theme& theme = Theme::current();
    const DiffLine& shown = m_lines.lines()[static_cast<std::size_t>(line)];
    const DiffText& side = right ? shown.right : shown.left;
    const SideLook look = lookOf(shown, right);
    const QColor tint = isSelected(line, right) && side.number > 0 ? theme.color(Token::Selection) : theme.color(look.tint);
    painter.fillRect(QRect(number.left(), number.top(), text.right() - number.left() + 1, number.height()), tint);
    if (side.number == 0) return;

    painter.setFont(theme.monoFont());
    painter.setPen(theme.color(look.sign == u' ' ? Token::Muted : look.color));
    const int cell = static_cast<int>(m_layout.breaker().cell() + 0.5);
    const int height = m_layout.lineHeight();
    const auto drawNumber = [&](int value, const QRect& area) {
        if (value > 0) painter.drawText(QRect(area.left(), area.top(), area.width() - cell, height), Qt::AlignVCenter | Qt::AlignRight, QString::number(value));
    };
    if (m_lines.options().unified) {
        drawNumber(shown.left.number, QRect(number.left(), number.top(), number.width() / 2, height));
        drawNumber(shown.right.number, QRect(number.left() + number.width() / 2, number.top(), number.width() / 2, height));
    } else {
        drawNumber(side.number, number);
    }
    painter.drawText(QRect(text.left() - 2 * cell, text.top(), 2 * cell, height), Qt::AlignVCenter | Qt::AlignLeft, look.sign);
    paintText(painter, side, text, between(theme.color(look.tint), theme.color(look.color), theme.scheme() == Scheme::HighContrast ? 0.35 : 0.28));
}

void DiffView::paintText(QPainter& painter, const DiffText& side, const QRect& area, const QColor& mark) const {
    const Theme& theme = Theme::current();
    const LineBreaker& breaker = m_layout.breaker();
    const std::vector<int> breaks = breaker.breaksOf(side.text, m_layout.textWidth());
    const QList<TemplateSpan> tags = templateSpans(side.text);
    const bool underline = theme.scheme() == Scheme::HighContrast;
    int top = area.top();
    for (std::size_t piece = 0; piece < breaks.size(); ++piece, top += m_layout.lineHeight()) {
        const int from = breaks[piece];
        const int to = piece + 1 < breaks.size() ? breaks[piece + 1] : static_cast<int>(side.text.size());
        const auto xOf = [&](int at) { return area.left() + breaker.offsetOf(side.text, from, std::clamp(at, from, to)); };
        for (const TextSpan& word : side.words) {
            if (word.from + word.length <= from || word.from >= to) continue;
            const QRectF box(xOf(word.from), top + 1, xOf(word.from + word.length) - xOf(word.from), m_layout.lineHeight() - 2);
            painter.fillRect(box, mark);
            if (underline) painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 2), theme.color(Token::Text));
        }
        // The text in pieces of one colour.
        int at = from;
        const auto draw = [&](int end, const QColor& color) {
            if (end <= at) return;
            painter.setPen(color);
            painter.drawText(QRectF(xOf(at), top, area.right() - xOf(at) + 200, m_layout.lineHeight()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, side.text.mid(at, end - at));
            at = end;
        };
        for (const TemplateSpan& tag : tags) {
            if (tag.from + tag.length <= from || tag.from >= to) continue;
            draw(std::max(tag.from, from), theme.color(Token::Text));
            draw(std::min(tag.from + tag.length, to), theme.color(tokenOf(tag.kind)));
        }
        draw(to, theme.color(Token::Text));
    }
}

void DiffView::paintMarks(QPainter& painter, const Columns& at) const {
    const Theme& theme = Theme::current();
    const QRect strip(at.end, headerHeight(), kMarks, viewport()->height() - headerHeight());
    painter.fillRect(strip, theme.color(Token::Surface));
    if (m_layout.height() <= 0) return;
    const double scale = static_cast<double>(strip.height()) / std::max(m_layout.height(), strip.height());
    for (const int change : m_lines.changes()) {
        const DiffLine& first = m_lines.lines()[static_cast<std::size_t>(change)];
        int last = change;
        while (last + 1 < static_cast<int>(m_lines.lines().size()) && m_lines.lines()[static_cast<std::size_t>(last + 1)].isChange()) ++last;
        const double top = strip.top() + m_layout.topOf(change) * scale;
        const double height = std::max(2.0, (m_layout.topOf(last) + m_layout.heightOf(last) - m_layout.topOf(change)) * scale);
        painter.fillRect(QRectF(strip.left() + 2, top, strip.width() - 4, height), theme.color(lookOf(first, first.right.number > 0).color));
    }
}

} // namespace signalbox::ui
