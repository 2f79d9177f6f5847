#pragma once

#include "ui/settings/settings_page.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace signalbox::ui {

class CopyLine;
class DataTable;
class FormField;
class JsonTableModel;

/// Application keys or access tokens: made here, shown once, revoked here.
class CredentialsPage : public SettingsPage {
    Q_OBJECT

public:
    enum class Kind { ApplicationKeys, AccessTokens };
    CredentialsPage(const PanelContext& context, Kind kind, QWidget* parent = nullptr);
    void read() override;

private:
    bool areKeys() const { return m_kind == Kind::ApplicationKeys; }
    QString path() const;
    JsonTableModel* makeModel();
    void create();
    void askToRevoke();
    void revoke(const QString& id, const QString& name);
    void showRights();

    Kind m_kind;
    JsonTableModel* m_model;
    DataTable* m_table;
    QLineEdit* m_name;
    FormField* m_nameField;
    QComboBox* m_role;
    FormField* m_roleField;
    QPushButton* m_create;
    QPushButton* m_revoke;
    QWidget* m_form;
    QWidget* m_shownOnce;
    CopyLine* m_secret;
};

} // namespace signalbox::ui
