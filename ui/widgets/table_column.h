#pragma once

#include <QVariant>

namespace signalbox::ui {

/// How the cells and the heading of a column stand: numbers at the right.
QVariant columnAlignment(bool number);
/// What a column's heading says to `role`.
QVariant columnHeading(const QString& title, const QString& tooltip, bool number, int role);

} // namespace signalbox::ui
