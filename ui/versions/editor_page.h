#pragma once

#include "core/client/connection.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace signalbox::ui {

class DocumentEditor;
class MessageBar;
class TextLabel;
struct LabelMove;

/// A document as YAML: checked as one types, kept as a draft until it is saved, saved as a version that expects the one it was made
/// from, so that nobody's change is overwritten unseen.
class EditorPage : public QWidget {
    Q_OBJECT

public:
    /// Where the reason for a change stands: above the buttons, which wrap, or before them.
    enum class Foot { Stacked, OneRow };

    /// `names` begins the object names, `workflow` for `workflow-yaml`. What goes wrong is said in `bar`; null: in one above the text.
    EditorPage(client::Connection& connection, const QString& names, Foot foot = Foot::Stacked, MessageBar* bar = nullptr, QWidget* parent = nullptr);
    /// Who may save versions, and who may make them live: engineers, if nothing else is said.
    void setRoles(client::Role edit, client::Role promote);
    /// What `setVersions` is about from now on; what was typed and not saved comes back.
    void open(const QString& kind, const QString& name);
    /// One that is not registered; `text` is what it begins with.
    void startNew(const QString& kind, const QString& text);
    /// What is on record; 0: not registered. Reads the newest version if it is not the one on the page; what is typed and not saved stays.
    void setVersions(qint64 latest, qint64 production);
    /// Of the document on the page, also once a new one was saved; empty: a new one.
    const QString& name() const { return m_name; }

Q_SIGNALS:
    void editedChanged(bool edited);
    void messageRequested(const QString& message, const std::function<void()>& undo = {});
    /// A version was saved, of this name and kind, or made live.
    void saved(const QString& name, const QString& kind);
    /// The label `production` is protected: `version` waits for another person's approval, which is asked for with `message`.
    void approvalNeeded(const QString& name, qint64 version, const QString& message);
    void versionsRequested();

private:
    /// What was on the page when it was sent: the page may show another document when the answer comes.
    struct Sent {
        QString id;
        QString text;
        QString message;
        qint64 on = 0; ///< the version to save on top of; 0: a new one
        qint64 production = 0;
        bool promote = false;
    };

    void layOut(Foot foot, bool ownBar);
    void begin(const QString& kind, const QString& name);
    void read(qint64 version);
    void setText(const QString& text);
    void keepDraft();
    void discard();
    void validate();
    void save(bool promote);
    void savedAs(const client::ApiResult& result, const Sent& sent);
    void onConflict();
    void showFailure(const client::ApiError& error, const Sent& sent);
    void promote(const QString& name, const QString& kind, const LabelMove& move);
    void updateButtons();
    bool isEdited() const;
    QString draftId() const { return m_gateway + u'/' + m_kind + u'/' + (m_name.isEmpty() ? QStringLiteral("(new)") : m_name); }

    client::Connection& m_connection;
    client::Role m_editRole = client::Role::Engineer;
    client::Role m_promoteRole = client::Role::Engineer;
    QString m_gateway; ///< where it is; others have documents of the same names
    QString m_kind;
    QString m_name;     ///< empty: a new one
    QString m_saved;    ///< the text on record; empty: none, or not read yet
    QString m_original; ///< what discarding brings back: the text on record, or what a new one began with
    qint64 m_latest = 0;
    qint64 m_production = 0;
    qint64 m_read = 0;  ///< the version whose text `m_saved` is; 0: read it
    qint64 m_base = 0;  ///< the version that the edits began from; 0: a new one
    qint64 m_onTop = 0; ///< the version to save on top of, once a conflict was told; 0: m_base
    bool m_valid = true;
    bool m_setting = false;
    bool m_saving = false;
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
