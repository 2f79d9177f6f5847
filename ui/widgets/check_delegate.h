#pragma once

#include <QStyledItemDelegate>

namespace signalbox::ui {

/// Paints the boxes of a list of checkable items as other boxes of the console are: the style's own cannot be seen on dark ground.
class CheckDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace signalbox::ui
