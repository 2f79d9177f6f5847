#include "ui/widgets/icon_button.h"

#include "ui/widgets/theme.h"

#include <QToolButton>

namespace signalbox::ui {

QToolButton* iconButton(const QString& icon, const QString& what) {
    auto* button = new QToolButton;
    button->setToolTip(what);
    button->setAccessibleName(what);
    button->setFocusPolicy(Qt::StrongFocus);
    const auto paintIcon = [button, icon] { button->setIcon(Theme::current().icon(icon)); };
    paintIcon();
    QObject::connect(&Theme::current(), &Theme::changed, button, paintIcon);
    return button;
}

} // namespace signalbox::ui
