#pragma once

#include <QStyledItemDelegate>

namespace signalbox::ui {

/// Paints a cell that gives a state's word under `statusRole` as a badge, and a true value under `simulatedRole` as the mark of a
/// simulated vendor behind the text.
class StatusDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    StatusDelegate(int statusRole, int simulatedRole, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_statusRole;
    int m_simulatedRole;
};

} // namespace signalbox::ui
