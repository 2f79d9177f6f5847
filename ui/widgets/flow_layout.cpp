#include "ui/widgets/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace signalbox::ui {

FlowLayout::FlowLayout(QWidget* parent, int spacing, int columnWidth) : QLayout(parent), m_columnWidth(columnWidth) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
    if (!parent) return;
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    parent->setSizePolicy(policy);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::setColumnWidth(int width) {
    m_columnWidth = width;
    invalidate();
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
    invalidate();
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= m_items.size()) return nullptr;
    invalidate();
    return m_items.takeAt(index);
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::sizeHint() const {
    if (m_columnWidth > 0) return minimumSize();
    int width = 0;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty()) width += item->sizeHint().width() + spacing();
    return {width, minimumSize().height()};
}

int FlowLayout::arrange(const QRect& rect, bool apply) const {
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    int columnWidth = 0;
    if (m_columnWidth > 0) {
        const int columns = std::max(1, (area.width() + spacing()) / (m_columnWidth + spacing()));
        columnWidth = (area.width() - (columns - 1) * spacing()) / columns;
    }
    int y = area.y();
    for (int at = 0; at < m_items.size();) {
        // One line: as many as fit, then all get the height of the tallest.
        int x = area.x();
        int height = 0;
        QList<std::pair<QLayoutItem*, QRect>> line;
        for (; at < m_items.size(); ++at) {
            QLayoutItem* item = m_items[at];
            if (item->isEmpty()) continue;
            const int width = columnWidth > 0 ? columnWidth : std::min(std::max(item->sizeHint().width(), item->minimumSize().width()), std::max(area.width(), item->minimumSize().width()));
            if (!line.isEmpty() && x + width > area.right() + 1) break;
            const int tall = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
            line.append({item, QRect(x, y, width, tall)});
            height = std::max(height, tall);
            x += width + spacing();
        }
        if (apply)
            for (auto& [item, place] : line) {
                if (columnWidth > 0) place.setHeight(height);
                else place.moveTop(y + (height - place.height()) / 2);
                item->setGeometry(place);
            }
        if (!line.isEmpty()) y += height + spacing();
    }
    return std::max(0, y - area.y() - spacing()) + margins.top() + margins.bottom();
}

} // namespace signalbox::ui
