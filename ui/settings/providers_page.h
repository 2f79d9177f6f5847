#pragma once

#include "ui/settings/settings_page.h"

#include <QHash>

class QPushButton;
class QStackedWidget;

namespace signalbox::ui {

class DataTable;
class JsonTableModel;
class ProviderForm;

/// The vendors behind the gateway: a list, and the chosen one's form beside it. Each provider keeps its own unsaved edits.
class ProvidersPage : public SettingsPage {
    Q_OBJECT

public:
    explicit ProvidersPage(const PanelContext& context, QWidget* parent = nullptr);
    void read() override;
    bool open(const QStringList& path) override;

private:
    ProviderForm* formFor(const QString& name);
    void showForm(const QString& name);
    void readList();

    JsonTableModel* m_model;
    DataTable* m_table;
    QPushButton* m_add;
    QStackedWidget* m_stack;
    QHash<QString, ProviderForm*> m_forms; ///< by name; the empty name is the new one
    QString m_wanted;
};

} // namespace signalbox::ui
