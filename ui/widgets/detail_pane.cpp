#include "ui/widgets/detail_pane.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QToolButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

DetailPane::DetailPane(QWidget* parent)
    : QFrame(parent), m_title(new TextLabel({}, TextStyle::Heading)), m_titleRow(new QHBoxLayout), m_sections(new QVBoxLayout),
      m_scroll(new QScrollArea) {
    setProperty("card", true);
    m_title->selectable();
    m_title->setMinimumWidth(60);

    auto* close = new QToolButton;
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close the detail"));
    const auto paintIcon = [close] { close->setIcon(Theme::current().icon(u"close"_s)); };
    paintIcon();
    connect(&Theme::current(), &Theme::changed, close, paintIcon);
    connect(close, &QToolButton::clicked, this, &DetailPane::closeRequested);

    m_titleRow->setContentsMargins(16, 12, 8, 8);
    m_titleRow->setSpacing(8);
    m_titleRow->addWidget(m_title, 1);
    m_titleRow->addWidget(close);

    auto* page = new QWidget;
    page->setProperty("page", true);
    page->setAutoFillBackground(false);
    page->setLayout(m_sections);
    m_sections->setContentsMargins(16, 4, 16, 16);
    m_sections->setSpacing(8);
    m_sections->addStretch(0);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Detail"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(m_titleRow);
    all->addWidget(m_scroll, 1);
}

void DetailPane::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void DetailPane::addTitleWidget(QWidget* widget) {
    m_titleRow->insertWidget(m_titleRow->count() - 1, widget, 0, Qt::AlignVCenter);
}

void DetailPane::addSection(const QString& heading, QWidget* content) {
    add(heading, content, 0);
}

void DetailPane::addStretching(const QString& heading, QWidget* content) {
    add(heading, content, 1);
}

void DetailPane::add(const QString& heading, QWidget* content, int stretch) {
    // The stretch at the end keeps short sections together at the top.
    const int end = m_sections->count() - 1;
    if (!heading.isEmpty()) {
        if (end > 0) m_sections->insertSpacing(end, 8);
        m_sections->insertWidget(m_sections->count() - 1, new TextLabel(heading, TextStyle::Heading));
    }
    m_sections->insertWidget(m_sections->count() - 1, content, stretch);
    if (stretch == 0) m_sections->setStretch(m_sections->count() - 1, 1);
    if (stretch > 0) m_sections->setStretch(m_sections->count() - 1, 0);
}

} // namespace signalbox::ui
