#include "ui/widgets/table_column.h"

namespace signalbox::ui {

QVariant columnAlignment(bool number) { return QVariant::fromValue(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)); }

QVariant columnHeading(const QString& title, const QString& tooltip, bool number, int role) {
    switch (role) {
    case Qt::DisplayRole: return title;
    case Qt::ToolTipRole: return tooltip.isEmpty() ? QVariant() : tooltip;
    case Qt::TextAlignmentRole: return columnAlignment(number);
    default: return {};
    }
}

} // namespace signalbox::ui
