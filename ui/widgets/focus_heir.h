#pragma once

class QWidget;

namespace signalbox::ui {

/// A button that is pressed is often disabled or hidden by what it does. Qt then gives the keys to the next widget in the tab order, which
/// may be anything; Panel gives them to an heir instead:
/// - what was named with `setHeir` for the widget or one of its parents,
/// - else the nearest list, table or page to read around it; never a field to type into, nor another button,
/// - else `within` itself.
QWidget* heirOf(QWidget* lost, QWidget* within);

/// Where the keys go when `widget` can have them no more.
void setHeir(QWidget* widget, QWidget* heir);

} // namespace signalbox::ui
