#pragma once

#include "core/client/connection.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace signalbox::ui {

class FormField;
class MessageBar;
class ModelsTable;
class TextLabel;

/// One provider document to read or edit, and its credential: asked for once, sent to the gateway's secret store bound to the
/// address's host, never shown again.
class ProviderForm : public QWidget {
    Q_OBJECT

public:
    explicit ProviderForm(client::Connection& connection, QWidget* parent = nullptr);

    /// An empty form for a new provider.
    void startNew();
    /// Reads the provider. Unsaved edits of the same provider stay.
    void load(const QString& name);
    const QString& name() const { return m_name; }
    bool hasEdits() const { return m_edited; }

Q_SIGNALS:
    void saved(const QString& name);
    void editedChanged();
    void sandboxRequested();

private:
    void show(const QJsonObject& document);
    void setEdited(bool edited);
    void updateHints();
    void save();
    void saveDocument();
    void check();
    void showProblems(const client::ApiError& error);
    void clearProblems();
    QJsonObject spec() const;
    bool isSandbox() const;

    client::Connection& m_connection;
    client::PendingCall m_loading;
    QString m_name; ///< of the provider that is shown; empty: a new one
    QJsonObject m_spec;
    int m_version = 0;
    bool m_edited = false;
    bool m_filling = false;

    TextLabel* m_title;
    MessageBar* m_bar;
    QLineEdit* m_nameEdit;
    QComboBox* m_connector;
    QLineEdit* m_baseUrl;
    QLineEdit* m_key;
    QLineEdit* m_region;
    QSpinBox* m_maxConcurrent;
    ModelsTable* m_models;
    QPushButton* m_save;
    QPushButton* m_check;
    QPushButton* m_revert;
    QPushButton* m_sandbox;
    FormField* m_nameField;
    FormField* m_connectorField;
    FormField* m_urlField;
    FormField* m_keyField;
    FormField* m_regionField;
    FormField* m_concurrentField;
    FormField* m_modelsField;
};

} // namespace signalbox::ui
