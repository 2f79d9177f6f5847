#pragma once

#include "ui/settings/settings_page.h"

namespace signalbox::ui {

/// Theme and text size.
class AppearancePage : public SettingsPage {
    Q_OBJECT

public:
    explicit AppearancePage(const PanelContext& context, QWidget* parent = nullptr);
};

} // namespace signalbox::ui
