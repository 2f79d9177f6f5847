#include "ui/widgets/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace signalbox::ui {

FlowLayout::FlowLayout(QWidget* parent, int spacing) : QLayout(parent), m_gap(spacing) {
    setContentsMargins(0, 0, 0, 0);
    if (!parent) return;
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    parent->setSizePolicy(policy);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem* item) { m_items.append(item); }

QLayoutItem* FlowLayout::takeAt(int index) { return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr; }

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    return size;
}

QSize FlowLayout::sizeHint() const {
    int width = 0;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty()) width += item->sizeHint().width() + m_gap;
    return {width, minimumSize().height()};
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool move) const {
    int y = rect.y();
    int x = rect.x();
    int height = 0;
    QList<QPair<QLayoutItem*, QRect>> line;
    const auto flush = [&] {
        if (move)
            for (const auto& [item, place] : line) item->setGeometry(QRect(place.x(), y + (height - place.height()) / 2, place.width(), place.height()));
        line.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty()) continue;
        const QSize wanted(std::min(item->sizeHint().width(), std::max(rect.width(), item->minimumSize().width())), item->sizeHint().height());
        if (!line.isEmpty() && x + wanted.width() > rect.right() + 1) {
            flush();
            y += height + m_gap;
            x = rect.x();
            height = 0;
        }
        height = std::max(height, wanted.height());
        line.append({item, QRect(QPoint(x, y), wanted)});
        x += wanted.width() + m_gap;
    }
    flush();
    return y + height - rect.y();
}

} // namespace signalbox::ui
