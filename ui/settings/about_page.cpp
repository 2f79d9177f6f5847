#include "ui/settings/about_page.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_value_view.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

AboutPage::AboutPage(const PanelContext& context, QWidget* parent)
    : SettingsPage(context, tr("About"), tr("Signalbox: gateway and operations console for AI in production."), parent), m_facts(new KeyValueView) {
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(16, 12, 16, 16);
    inside->addWidget(m_facts);
    column()->addWidget(card);
    column()->addStretch(1);
    connect(&connection(), &client::Connection::statusChanged, this, [this] {
        if (isVisible()) show();
    });
}

void AboutPage::show() {
    const QJsonObject& status = connection().status();
    const QJsonObject database = status.value("database"_L1).toObject();
    const QJsonObject recorder = status.value("recorder"_L1).toObject();
    const QDateTime started = client::timeOf(status.value("started_at"_L1).toString());
    m_facts->set(tr("Console"), QCoreApplication::applicationVersion());
    m_facts->set(tr("Gateway"), status.value("version"_L1).toString());
    m_facts->setMono(tr("Address"), connection().api().server().toString());
    m_facts->setTime(tr("Running since"), started);
    if (!context().dataDirectory.isEmpty()) m_facts->setMono(tr("Data directory"), context().dataDirectory);
    m_facts->setMono(tr("Database"), database.value("path"_L1).toString());
    m_facts->set(tr("Its size"), format::bytes(static_cast<qint64>(database.value("size_bytes"_L1).toDouble())));
    m_facts->set(tr("Runs recorded since start"), format::count(static_cast<qint64>(recorder.value("committed_total"_L1).toDouble())));
    m_facts->set(tr("Not recorded"), format::count(static_cast<qint64>(recorder.value("failed_total"_L1).toDouble())));
    m_facts->set(tr("Qt"), QString::fromLatin1(qVersion()));
    m_facts->set(tr("Licence"), tr("GNU General Public License, version 3"));
}

} // namespace signalbox::ui
