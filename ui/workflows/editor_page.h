#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace signalbox::client {
class Connection;
struct ApiResult;
}

namespace signalbox::ui {

class DocumentEditor;
class MessageBar;
class TextLabel;

/// A workflow as YAML: checked as one types, kept as a draft until it is saved, saved as a version that expects the one it was made
/// from, so that nobody's change is overwritten unseen.
class EditorPage : public QWidget {
    Q_OBJECT

public:
    explicit EditorPage(client::Connection& connection, QWidget* parent = nullptr);
    /// Reads the newest version; what is typed and not saved stays.
    void setWorkflow(const QString& name);
    void startNew(const QString& text);
    /// What is on record, for saving and for the buttons; 0: not registered.
    void setVersions(qint64 latest, qint64 production);
    void save(bool promote);
    bool isEdited() const;
    QString text() const;

Q_SIGNALS:
    void editedChanged(bool edited);
    void messageRequested(const QString& message, const std::function<void()>& undo = {});
    /// A version was saved, of this name.
    void saved(const QString& name);
    /// The label `production` is protected: `version` waits for another person's approval, which is asked for with `message`.
    void approvalNeeded(const QString& name, qint64 version, const QString& message);
    void versionsRequested();

private:
    void read();
    void setText(const QString& text);
    void keepDraft();
    void validate();
    void promote(const QString& name, qint64 version, qint64 before, const QString& message);
    void savedAs(const client::ApiResult& result, const QString& id, bool promote);
    void updateButtons();
    QString draftId() const { return QStringLiteral("workflow/") + (m_name.isEmpty() ? QStringLiteral("(new)") : m_name); }

    client::Connection& m_connection;
    QString m_name; ///< empty: a new one
    QString m_saved;
    qint64 m_latest = 0;
    qint64 m_production = 0;
    bool m_valid = true;
    bool m_setting = false;
    bool m_wasEdited = false;
    MessageBar* m_bar;
    DocumentEditor* m_editor;
    TextLabel* m_check;
    QLineEdit* m_message;
    QPushButton* m_revert;
    QPushButton* m_save;
    QPushButton* m_promote;
    QTimer m_typing;
};

} // namespace signalbox::ui
