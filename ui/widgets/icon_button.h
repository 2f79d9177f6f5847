#pragma once

#include <QString>

class QToolButton;

namespace signalbox::ui {

/// A button that is an icon of resources/icons, recoloured with the theme; `what` it does is its tooltip and accessible name.
QToolButton* iconButton(const QString& icon, const QString& what);

} // namespace signalbox::ui
