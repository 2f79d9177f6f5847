#include "ui/widgets/keys.h"

#include <QShortcut>

namespace signalbox::ui {

void onKeys(QWidget* within, const QKeySequence& keys, const std::function<void()>& act) {
    auto* shortcut = new QShortcut(keys, within);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, within, act);
}

} // namespace signalbox::ui
