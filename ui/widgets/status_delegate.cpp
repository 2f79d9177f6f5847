#include "ui/widgets/status_delegate.h"

#include "ui/widgets/status_badge.h"

#include <QApplication>
#include <QPainter>

namespace signalbox::ui {

StatusDelegate::StatusDelegate(int statusRole, int simulatedRole, QObject* parent)
    : QStyledItemDelegate(parent), m_statusRole(statusRole), m_simulatedRole(simulatedRole) {}

void StatusDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QString state = index.data(m_statusRole).toString();
    const bool simulated = m_simulatedRole >= 0 && index.data(m_simulatedRole).toBool();
    if (state.isEmpty() && !simulated) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    QRect area = option.rect.adjusted(8, 0, -4, 0);
    if (!state.isEmpty()) {
        StatusBadge::paint(*painter, area, statusOf(state));
        return;
    }
    const QFontMetrics metrics(cell.font);
    const Status mark = simulatedStatus();
    const int room = area.width() - StatusBadge::sizeOf(mark).width() - 8;
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(Theme::current().color(Token::Text));
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
    painter->drawText(QRect(area.left(), area.top(), room, area.height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
    painter->restore();
    area.setLeft(area.left() + metrics.horizontalAdvance(shown) + 8);
    StatusBadge::paint(*painter, area, mark);
}

} // namespace signalbox::ui
