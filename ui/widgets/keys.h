#pragma once

#include <QKeySequence>

#include <functional>

class QWidget;

namespace signalbox::ui {

/// Calls `act` when `keys` are pressed while the focus is on `within` or inside it.
void onKeys(QWidget* within, const QKeySequence& keys, const std::function<void()>& act);

} // namespace signalbox::ui
