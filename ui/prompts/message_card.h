#pragma once

#include "ui/prompts/prompt_draft.h"
#include "ui/widgets/template_editor.h"

#include <QFrame>

class QComboBox;
class QToolButton;

namespace signalbox::ui {

class TextLabel;

/// One message of a chat prompt: who says it, and its template.
class MessageCard : public QFrame {
    Q_OBJECT

public:
    explicit MessageCard(QWidget* parent = nullptr);

    void setMessage(const PromptMessage& message);
    PromptMessage message() const;
    void setReadOnly(bool readOnly);
    /// What of its place it may do: the first does not move up.
    void setPlace(int index, int count);
    TemplateEditor* editor() const { return m_editor; }

    static QString wordOf(const QString& role);

Q_SIGNALS:
    void edited();
    void moveRequested(int by);
    void removeRequested();

private:
    void count();

    QComboBox* m_role;
    TextLabel* m_tokens;
    TemplateEditor* m_editor;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_remove;
    bool m_setting = false;
};

} // namespace signalbox::ui
