#include "ui/settings/settings_panel.h"

#include "core/client/connection.h"
#include "ui/settings/about_page.h"
#include "ui/settings/appearance_page.h"
#include "ui/settings/connections_page.h"
#include "ui/settings/credentials_page.h"
#include "ui/settings/providers_page.h"
#include "ui/settings/sandbox_page.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

PanelDescription settingsPanel() {
    return {u"settings"_s, SettingsPanel::tr("Settings"), SettingsPanel::tr("Connections, providers, keys, and the look of the console"), u"settings"_s,
            PanelGroup::Foot, [](const PanelContext& context, QWidget* parent) { return new SettingsPanel(context, parent); }};
}

SettingsPanel::SettingsPanel(const PanelContext& context, QWidget* parent)
    : Panel(parent), m_list(new QListWidget), m_stack(new QStackedWidget) {
    m_list->setObjectName(u"settings-sections"_s);
    m_list->setAccessibleName(tr("Sections"));
    m_list->setProperty("sections", true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({18, 18});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    addPage(u"connections"_s, tr("Connections"), u"link"_s, new ConnectionsPage(context));
    addPage(u"providers"_s, tr("Providers"), u"provider"_s, new ProvidersPage(context));
    addPage(u"keys"_s, tr("Application keys"), u"key"_s, new CredentialsPage(context, CredentialsPage::Kind::ApplicationKeys));
    addPage(u"tokens"_s, tr("Access tokens"), u"token"_s, new CredentialsPage(context, CredentialsPage::Kind::AccessTokens));
    addPage(u"sandbox"_s, tr("Sandbox"), u"simulated"_s, new SandboxPage(context));
    addPage(u"appearance"_s, tr("Appearance"), u"appearance"_s, new AppearancePage(context));
    addPage(u"about"_s, tr("About"), u"info"_s, new AboutPage(context));

    auto* body = new QHBoxLayout;
    body->setSpacing(24);
    body->addWidget(m_list);
    body->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 8, 20, 16);
    column->setSpacing(16);
    column->addWidget(new PanelHeader(tr("Settings"), tr("Connections, providers, keys, and the look of the console.")));
    column->addLayout(body, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_stack->setCurrentIndex(row);
        if (isVisible() && page()) page()->read();
    });
    const auto restyle = [this] {
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setIcon(Theme::current().icon(m_list->item(row)->data(Qt::UserRole + 1).toString()));
        int widest = 0;
        const QFontMetrics metrics(Theme::current().textFont());
        for (int row = 0; row < m_list->count(); ++row) widest = std::max(widest, metrics.horizontalAdvance(m_list->item(row)->text()));
        m_list->setFixedWidth(widest + 64);
    };
    restyle();
    connect(&Theme::current(), &Theme::changed, this, restyle);
    connect(&context.connection, &client::Connection::refreshNeeded, this, [this] {
        if (isVisible()) refresh();
    });
    m_list->setCurrentRow(0);
}

void SettingsPanel::addPage(const QString& id, const QString& title, const QString& icon, SettingsPage* page) {
    auto* item = new QListWidgetItem(title, m_list);
    item->setData(Qt::UserRole, id);
    item->setData(Qt::UserRole + 1, icon);
    page->setObjectName(u"settings-"_s + id);
    m_pages.append(page);
    m_stack->addWidget(page);
    connect(page, &SettingsPage::linkRequested, this, &Panel::linkRequested);
    connect(page, &SettingsPage::messageRequested, this, [this](const QString& message) { Q_EMIT messageRequested(message); });
}

SettingsPage* SettingsPanel::page() const {
    return m_pages.value(m_list->currentRow());
}

void SettingsPanel::activate() {
    refresh();
}

void SettingsPanel::refresh() {
    if (page()) page()->read();
}

bool SettingsPanel::openLink(const QUrl& link) {
    const QStringList path = linkPath(link);
    if (path.isEmpty()) return true;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() != path.first()) continue;
        m_list->setCurrentRow(row);
        return m_pages[row]->open(path.mid(1));
    }
    return false;
}

QList<PanelAction> SettingsPanel::actions() {
    QList<PanelAction> actions;
    for (int row = 0; row < m_list->count(); ++row)
        actions.append({tr("Settings: %1", "a section").arg(m_list->item(row)->text()), m_list->item(row)->data(Qt::UserRole + 1).toString(),
                        [this, row] { m_list->setCurrentRow(row); }});
    return actions;
}

} // namespace signalbox::ui
