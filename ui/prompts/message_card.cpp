#include "ui/prompts/message_card.h"

#include "ui/widgets/focus_heir.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

MessageCard::MessageCard(QWidget* parent)
    : QFrame(parent), m_role(new QComboBox), m_tokens(new TextLabel({}, TextStyle::Caption, Token::Muted)), m_editor(new TemplateEditor), m_up(iconButton(u"chevron-up"_s, tr("Move the message up"))),
      m_down(iconButton(u"chevron-down"_s, tr("Move the message down"))), m_remove(iconButton(u"trash"_s, tr("Remove the message"))) {
    setProperty("card", true);
    for (const auto& role : {u"system"_s, u"user"_s, u"assistant"_s}) m_role->addItem(wordOf(role), role);
    m_role->setAccessibleName(tr("Who says it"));
    m_role->setObjectName(u"message-role"_s);
    m_editor->setObjectName(u"message-text"_s);
    m_remove->setObjectName(u"message-remove"_s);
    m_tokens->setToolTip(tr("Estimated from the length; vendors count differently"));

    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_role);
    head->addSpacing(8);
    head->addWidget(m_tokens);
    head->addStretch(1);
    head->addWidget(m_up);
    head->addWidget(m_down);
    head->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_editor);

    connect(m_role, &QComboBox::currentIndexChanged, this, [this] {
        m_editor->setAccessibleName(tr("Text of the %1 message").arg(m_role->currentText()));
        if (!m_setting) Q_EMIT edited();
    });
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        count();
        if (!m_setting) Q_EMIT edited();
    });
    connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(1); });
    connect(m_remove, &QToolButton::clicked, this, &MessageCard::removeRequested);
    // At the end of the way up there is the way down.
    m_up->setObjectName(u"message-up"_s);
    m_down->setObjectName(u"message-down"_s);
    setHeir(m_up, m_down);
    setHeir(m_down, m_up);
    m_editor->setAccessibleName(tr("Text of the %1 message").arg(m_role->currentText()));
}

QString MessageCard::wordOf(const QString& role) {
    if (role == "system"_L1) return tr("System");
    if (role == "assistant"_L1) return tr("Assistant");
    if (role == "user"_L1) return tr("User");
    return role;
}

void MessageCard::setMessage(const PromptMessage& message) {
    m_setting = true;
    m_role->setCurrentIndex(std::max(0, m_role->findData(message.role)));
    if (m_editor->toPlainText() != message.content) m_editor->setPlainText(message.content);
    m_setting = false;
    count();
}

PromptMessage MessageCard::message() const { return {m_role->currentData().toString(), m_editor->toPlainText()}; }

void MessageCard::setReadOnly(bool readOnly) {
    m_editor->setReadOnly(readOnly);
    m_role->setEnabled(!readOnly);
    for (QToolButton* one : {m_up, m_down, m_remove}) one->setVisible(!readOnly);
}

void MessageCard::setPlace(int index, int count) {
    if (index + 1 < count) m_down->setEnabled(true); // first what may inherit the keys
    m_up->setEnabled(index > 0);
    m_down->setEnabled(index + 1 < count);
    m_remove->setEnabled(count > 1);
    m_editor->setHeightInLines(3, count > 1 ? 22 : 40);
}

void MessageCard::count() { m_tokens->setText(tr("about %1 tokens").arg(estimatedTokens(m_editor->toPlainText()))); }

} // namespace signalbox::ui
