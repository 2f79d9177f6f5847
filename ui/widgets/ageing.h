#pragma once

#include <functional>

class QWidget;

namespace signalbox::ui {

/// "2 min ago" is true for a minute. Calls `say` every 5 seconds while `widget` is on screen, and when it comes back there. One timer
/// serves all that age; it stands still while none of them is shown.
void keepAgeing(QWidget* widget, const std::function<void()>& say);

} // namespace signalbox::ui
