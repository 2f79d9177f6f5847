#pragma once

#include "ui/settings/settings_page.h"

namespace signalbox::ui {

class KeyValueView;

/// Versions, where things are, and the licence.
class AboutPage : public SettingsPage {
    Q_OBJECT

public:
    explicit AboutPage(const PanelContext& context, QWidget* parent = nullptr);
    void read() override { show(); }

private:
    void show();
    KeyValueView* m_facts;
};

} // namespace signalbox::ui
