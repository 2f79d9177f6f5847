#include "ui/widgets/empty_state.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace signalbox::ui {

EmptyState::EmptyState(const QString& icon, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(title, TextStyle::Heading)), m_text(new TextLabel(text, TextStyle::Body, Token::Muted)),
      m_action(new QPushButton), m_column(new QVBoxLayout) {
    auto* picture = new IconLabel(icon, Token::Muted, 40);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->wrapped();
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->wrapped();
    m_action->setProperty("primary", true);
    m_action->hide();

    m_column->setSpacing(8);
    m_column->addStretch(1);
    m_column->addWidget(picture, 0, Qt::AlignHCenter);
    m_column->addSpacing(4);
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addSpacing(8);
    m_column->addWidget(m_action, 0, Qt::AlignHCenter);
    m_column->addStretch(2);

    auto* middle = new QWidget;
    middle->setLayout(m_column);
    middle->setMaximumWidth(640);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 24, 24, 24);
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);

    setAccessibleName(title);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setTexts(const QString& title, const QString& text) {
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
}

QPushButton* EmptyState::setAction(const QString& title) {
    m_action->setText(title);
    m_action->show();
    return m_action;
}

void EmptyState::addWidget(QWidget* widget) {
    m_column->insertWidget(m_column->count() - 1, widget);
}

} // namespace signalbox::ui
