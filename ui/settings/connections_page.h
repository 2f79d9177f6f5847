#pragma once

#include "ui/settings/settings_page.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace signalbox::ui {

class FormField;
class TextLabel;

/// Which gateway the console shows, and the others that it could show.
class ConnectionsPage : public SettingsPage {
    Q_OBJECT

public:
    explicit ConnectionsPage(const PanelContext& context, QWidget* parent = nullptr);
    void read() override;

private:
    void fill();
    void edit(const QString& id);
    void save();
    void choose();
    void forget();
    QString selectedId() const;

    QListWidget* m_list;
    QPushButton* m_use;
    QPushButton* m_forget;
    FormField* m_nameField;
    FormField* m_urlField;
    FormField* m_tokenField;
    QLineEdit* m_name;
    QLineEdit* m_url;
    QLineEdit* m_token;
    QPushButton* m_save;
    TextLabel* m_formTitle;
    TextLabel* m_place;
    QString m_editing; ///< id of the remote gateway in the form; empty: a new one
};

} // namespace signalbox::ui
