#include "ui/widgets/list_panel.h"

#include "core/client/connection.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ListPanel::ListPanel(const PanelContext& context, const QString& title, const QString& purpose, QWidget* parent)
    : Panel(parent), m_context(context), m_bar(new MessageBar), m_search(new QLineEdit), m_split(nullptr), m_header(new PanelHeader(title, purpose)), m_filters(new QHBoxLayout), m_listColumn(new QVBoxLayout),
      m_stack(new QStackedWidget) {
    m_search->setClearButtonEnabled(true);
    m_filters->setSpacing(8);
    m_filters->addWidget(m_search, 1);
    m_listColumn->setContentsMargins(0, 0, 0, 0);
    m_listColumn->setSpacing(8);
    m_listColumn->addLayout(m_filters);
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &ListPanel::searched);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        if (m_typing.interval() > 0) m_typing.start();
        else Q_EMIT searched();
    });
    connect(&context.connection, &client::Connection::refreshNeeded, this, [this] { refresh(); });
}

void ListPanel::setSearch(const QString& placeholder, const QString& accessibleName, std::chrono::milliseconds pause) {
    m_search->addAction(Theme::current().icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setPlaceholderText(placeholder);
    m_search->setAccessibleName(accessibleName);
    m_typing.setInterval(pause);
}

void ListPanel::compose(QWidget* list, EmptyState* empty, QWidget* detail, const Split& split) {
    m_stack->addWidget(list);
    if (empty) m_stack->addWidget(empty);
    m_listColumn->addWidget(m_stack, 1);
    auto* left = new QWidget;
    left->setLayout(m_listColumn);
    detail->hide();
    m_split = splitOf(left, detail, split.sizes);
    m_split->setStretchFactor(0, split.listStretch);
    m_split->setStretchFactor(1, split.detailStretch);
    stack({m_header, m_bar, m_split});
}

void ListPanel::showEmpty(bool empty) { m_stack->setCurrentIndex(empty ? m_stack->count() - 1 : 0); }

QString ListPanel::words() const { return m_search->text().trimmed(); }

bool ListPanel::isRead(const client::ApiResult& result, const QString& failure) {
    if (!result.ok() && m_context.connection.isLive()) m_bar->showError(failure, *result.error);
    return result.ok();
}

void ListPanel::focusFilter() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace signalbox::ui
