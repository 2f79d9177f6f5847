#pragma once

#include "ui/prompts/prompt_draft.h"
#include "ui/widgets/template_editor.h"

#include "core/client/api_client.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace signalbox::ui {

class JsonField;
class MessageBar;
class MessageCard;
class OpenDocument;
class ParametersForm;
class TextLabel;

/// Where a prompt is written: its messages, the contract of its variables, its parameters. Checks as one types and marks what is wrong
/// where it is; keeps what is typed in a file until it is saved or discarded; saves on top of the version it began from, never over
/// somebody else's.
class PromptEditor : public QWidget {
    Q_OBJECT

public:
    explicit PromptEditor(OpenDocument& prompt, QWidget* parent = nullptr);

    PromptDraft draft() const;
    /// The newest version, as the editor began from it.
    const PromptDraft& saved() const { return m_saved; }
    bool isEdited() const;
    bool isReady() const { return m_ready; }
    /// Another chat prompt, or a part for others, to begin with.
    void startNew(bool partial);
    /// Saves what is there as a version.
    void save();
    void focusText();
    /// Writes what is not on disk yet.
    void keepNow();

Q_SIGNALS:
    /// The draft is another.
    void edited();
    void savedAs(const QString& name, qint64 version);
    void compareRequested(qint64 version);
    void messageRequested(const QString& message, const std::function<void()>& undo = {});

private:
    QWidget* makePage();
    QWidget* makeFoot();
    void onOpened();
    void onVersions();
    void begin(const QJsonObject& spec, qint64 version);
    void show(const PromptDraft& draft);
    void setMessages(const QList<PromptMessage>& messages);
    MessageCard* addCard(const PromptMessage& message);
    void removeCard(int at);
    void arrange();
    void onEdited();
    void validate();
    void showProblems(const QJsonArray& violations);
    void updateState();
    void discard();
    void onConflict(const client::ApiError& error);
    QString draftKey() const;

    OpenDocument& m_prompt;
    MessageBar* m_bar;
    QScrollArea* m_scroll;
    QWidget* m_nameRow;
    QLineEdit* m_name;
    QVBoxLayout* m_cardColumn;
    QList<MessageCard*> m_cards;
    QPushButton* m_add;
    TemplateEditor* m_text;
    TextLabel* m_uses;
    JsonField* m_variables;
    QPushButton* m_fromUses;
    QWidget* m_parametersSection;
    ParametersForm* m_parameters;
    QLineEdit* m_description;
    TextLabel* m_check;
    TextLabel* m_tokens;
    QLineEdit* m_message;
    QPushButton* m_discard;
    QPushButton* m_save;
    QTimer m_typing;
    client::PendingCall m_validation;
    PromptDraft m_saved;
    QString m_gateway;   ///< where it is; others have prompts of the same names
    QString m_openName;  ///< whose text is shown
    qint64 m_onTop = 0;  ///< the version to save on top of, once a conflict was told; 0: the one the edits began from
    bool m_ready = false;
    bool m_setting = false;
    bool m_partial = false;
    bool m_saving = false;
    qint64 m_base = 0;
};

} // namespace signalbox::ui
