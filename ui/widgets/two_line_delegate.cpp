#include "ui/widgets/two_line_delegate.h"

#include "ui/widgets/status_badge.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kPadding = 6;
constexpr int kGap = 4;

QFont chipFont() {
    QFont font = Theme::current().captionFont();
    font.setWeight(QFont::Medium);
    return font;
}

int iconSide() { return 12 * Theme::current().textScale() / 100; }

} // namespace

QString wordsOf(const QList<Chip>& chips) {
    QStringList words;
    for (const Chip& chip : chips) words << chip.text;
    return words.join(QStringLiteral(", "));
}

TwoLineDelegate::TwoLineDelegate(int secondLineRole, int chipsRole, QObject* parent)
    : QStyledItemDelegate(parent), m_secondLineRole(secondLineRole), m_chipsRole(chipsRole) {}

int TwoLineDelegate::rowHeight() {
    const Theme& theme = Theme::current();
    return QFontMetrics(theme.textFont()).height() + QFontMetrics(theme.captionFont()).height() + 14;
}

int TwoLineDelegate::widthOf(const Chip& chip) {
    return QFontMetrics(chipFont()).horizontalAdvance(chip.text) + 2 * kPadding + (chip.icon.isEmpty() ? 0 : iconSide() + kGap);
}

int TwoLineDelegate::paintChip(QPainter& painter, const QRect& area, const Chip& chip, bool selected) {
    const Theme& theme = Theme::current();
    const QFont font = chipFont();
    const QFontMetrics metrics(font);
    const int width = std::min(widthOf(chip), area.width());
    if (width < 2 * kPadding + metrics.averageCharWidth() * 3) return 0;
    const int height = metrics.height() + 4;
    const QRect pill(area.left(), area.top() + (area.height() - height) / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.scheme() == Scheme::HighContrast ? QPen(theme.color(chip.color)) : QPen(Qt::NoPen));
    // An accent chip would be as a chosen row is.
    painter.setBrush(theme.color(selected && tintOf(chip.color) == Token::Selection ? Token::Raised : tintOf(chip.color)));
    painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    int left = pill.left() + kPadding;
    if (!chip.icon.isEmpty()) {
        theme.icon(chip.icon, chip.color).paint(&painter, left, pill.top() + (pill.height() - iconSide()) / 2, iconSide(), iconSide());
        left += iconSide() + kGap;
    }
    painter.setFont(font);
    painter.setPen(theme.color(chip.color));
    const QRect text(left, pill.top(), pill.right() - left - kPadding + 2, pill.height());
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(chip.text, Qt::ElideRight, text.width()));
    painter.restore();
    return width;
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QString second = m_secondLineRole >= 0 ? index.data(m_secondLineRole).toString() : QString();
    const QVariant chipData = m_chipsRole >= 0 ? index.data(m_chipsRole) : QVariant();
    const auto chips = chipData.value<QList<Chip>>();
    if (second.isEmpty() && chips.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = !chips.isEmpty() && cell.text == wordsOf(chips) ? QString() : cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const Theme& theme = Theme::current();
    QRect area = option.rect.adjusted(8, 0, -8, 0);
    const bool right = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight);
    const Qt::Alignment side = Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft);
    painter->save();
    painter->setClipRect(option.rect);
    QFont font = cell.font;
    const QFontMetrics metrics(font);
    const QFontMetrics small(theme.captionFont());
    if (!second.isEmpty()) {
        const int top = area.top() + (area.height() - metrics.height() - small.height() - 2) / 2;
        painter->setFont(theme.captionFont());
        painter->setPen(theme.color(Token::Muted));
        painter->drawText(QRect(area.left(), top + metrics.height() + 2, area.width(), small.height()), side, small.elidedText(second, Qt::ElideRight, area.width()));
        area = QRect(area.left(), top, area.width(), metrics.height());
    }
    int chipsWidth = 0;
    for (const Chip& chip : chips) chipsWidth += widthOf(chip) + kGap;
    // The text goes first, but leaves half of the cell to the chips.
    const int wanted = metrics.horizontalAdvance(text);
    const int room = chips.isEmpty() ? area.width() : std::max(area.width() - chipsWidth - kGap, area.width() / 2);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, std::min(wanted, room) + 1);
    painter->setFont(font);
    const QVariant foreground = index.data(Qt::ForegroundRole);
    painter->setPen(foreground.canConvert<QColor>() ? foreground.value<QColor>() : theme.color(Token::Text));
    painter->drawText(area, side, shown);
    area.setLeft(area.left() + (text.isEmpty() ? 0 : metrics.horizontalAdvance(shown) + 2 * kGap));
    for (const Chip& chip : chips) {
        const int used = paintChip(*painter, area, chip, option.state & QStyle::State_Selected);
        if (used == 0) break;
        area.setLeft(area.left() + used + kGap);
    }
    painter->restore();
}

} // namespace signalbox::ui
