#pragma once

#include "ui/settings/settings_page.h"

class QListWidget;
class QStackedWidget;

namespace signalbox::ui {

PanelDescription settingsPanel();

/// Connections, providers, keys, the simulated vendor, and the look of the console.
class SettingsPanel : public Panel {
    Q_OBJECT

public:
    explicit SettingsPanel(const PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void refresh() override;
    bool openLink(const QUrl& link) override;
    QList<PanelAction> actions() override;

private:
    void addPage(const QString& id, const QString& title, const QString& icon, SettingsPage* page);
    SettingsPage* page() const;

    QListWidget* m_list;
    QStackedWidget* m_stack;
    QList<SettingsPage*> m_pages;
};

} // namespace signalbox::ui
