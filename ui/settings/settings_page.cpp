#include "ui/settings/settings_page.h"

#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace signalbox::ui {

SettingsPage::SettingsPage(const PanelContext& context, const QString& title, const QString& purpose, QWidget* parent)
    : QWidget(parent), m_context(context), m_column(new QVBoxLayout(this)), m_bar(new MessageBar) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    auto* heading = new TextLabel(title, TextStyle::Heading);
    auto* words = new TextLabel(purpose, TextStyle::Body, Token::Muted);
    words->wrapped();
    auto* head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(heading);
    head->addWidget(words);
    m_column->addLayout(head);
    m_column->addWidget(m_bar);
    setAccessibleName(title);
}

} // namespace signalbox::ui
