#include "ui/widgets/panel_header.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace signalbox::ui {

PanelHeader::PanelHeader(const QString& title, const QString& purpose, QWidget* parent)
    : QWidget(parent), m_purpose(new TextLabel(purpose, TextStyle::Body, Token::Muted)), m_extras(new QHBoxLayout) {
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new TextLabel(title, TextStyle::Title));
    m_purpose->setMinimumWidth(80);
    words->addWidget(m_purpose);
    m_extras->setSpacing(8);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addLayout(m_extras);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QPushButton* PanelHeader::setMainAction(const QString& title, const QString& icon) {
    if (!m_main) {
        m_main = new QPushButton(this);
        m_main->setProperty("primary", true);
        m_extras->addWidget(m_main, 0, Qt::AlignVCenter);
    }
    m_main->setText(title);
    if (!icon.isEmpty()) {
        const auto paintIcon = [this, icon] { m_main->setIcon(Theme::current().icon(icon, Token::OnAccent)); };
        paintIcon();
        connect(&Theme::current(), &Theme::changed, m_main, paintIcon);
    }
    return m_main;
}

void PanelHeader::addWidget(QWidget* widget) {
    m_extras->insertWidget(m_main ? m_extras->count() - 1 : m_extras->count(), widget, 0, Qt::AlignVCenter);
}

void PanelHeader::setPurpose(const QString& purpose) {
    m_purpose->setText(purpose);
}

} // namespace signalbox::ui
