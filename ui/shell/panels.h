#pragma once

#include "ui/widgets/panel.h"

namespace signalbox::ui {

/// Every panel there is, in the order of the rail.
QList<PanelDescription> allPanels();

} // namespace signalbox::ui
