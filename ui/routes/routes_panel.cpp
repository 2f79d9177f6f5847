#include "ui/routes/routes_panel.h"

#include "core/client/connection.h"
#include "ui/routes/document_detail.h"
#include "ui/routes/document_list.h"
#include "ui/versions/protect_sheet.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/panel_header.h"

#include <QMenu>
#include <QPushButton>
#include <QUrlQuery>

#include <chrono>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PanelDescription routesPanel() {
    return {u"routes"_s, RoutesPanel::tr("Routes and policies"), RoutesPanel::tr("What decides which model serves a call, and under which limits"), u"routes"_s, PanelGroup::Build,
            [](const PanelContext& context, QWidget* parent) { return new RoutesPanel(context, parent); }};
}

RoutesPanel::RoutesPanel(const PanelContext& context, QWidget* parent)
    : ListPanel(context, tr("Routes and policies"), tr("What decides which model serves a call, and under which limits."), parent), m_documents(documentListModel(this)), m_table(new DataTable(u"documents"_s, tr("Documents"))),
      m_detail(new DocumentDetail(context.connection, m_bar)) {
    auto* create = header()->setMainAction(tr("New"), u"plus"_s);
    auto* menu = new QMenu(create);
    for (const auto& kind : {u"route"_s, u"policy"_s, u"provider"_s}) menu->addAction(kindWord(kind), this, [this, kind] { startNew(kind); });
    create->setMenu(menu);
    const auto role = [this, create] { create->setVisible(m_context.connection.may(client::Role::Engineer)); };
    connect(&context.connection, &client::Connection::identityChanged, this, role);
    role();
    setSearch(tr("Name or words of the text"), tr("Find by name, or by words of the text"), 200ms);
    m_table->setModel(m_documents);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidths({148, 72, 64, 96, 90});
    compose(m_table, nullptr, m_detail, {{480, 680}});

    connect(this, &ListPanel::searched, this, &RoutesPanel::readList);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        const QJsonObject row = m_documents->row(current.row());
        if (!row.isEmpty()) open(row.value("kind"_L1).toString(), row.value("name"_L1).toString());
    });
    connect(m_detail, &DocumentDetail::messageRequested, this, &Panel::messageRequested);
    connect(m_detail, &DocumentDetail::changed, this, &RoutesPanel::readList);
    connect(&context.connection.events(), &client::EventStream::document, this, [this] {
        if (isVisible()) refresh();
    });
    connect(&context.connection.events(), &client::EventStream::named, this, [this](const QString& type) {
        if (isVisible() && type == "approval"_L1) m_detail->refresh();
    });
}

void RoutesPanel::refresh() {
    if (!m_context.connection.api().hasServer()) return;
    readList();
    m_detail->refresh();
}

void RoutesPanel::readList() {
    QUrlQuery query;
    if (!words().isEmpty()) query.addQueryItem(u"q"_s, words());
    m_context.connection.api().get(u"/documents"_s, query, this, [this](const client::ApiResult& result) {
        if (!isRead(result, tr("The documents could not be read."))) return;
        m_documents->setRows(inListOrder(result.items()));
        if (!m_detail->isOpen() && m_documents->rowCount() > 0) m_table->selectRow(0);
        else selectOpen();
    });
}

void RoutesPanel::open(const QString& kind, const QString& name) {
    m_detail->show();
    m_detail->open(kind, name);
}

void RoutesPanel::startNew(const QString& kind) {
    m_table->setCurrentIndex({});
    m_detail->show();
    m_detail->startNew(kind);
}

/// The row of the open document, which a link or saving a new one has opened; where a search hides it, it stays open.
void RoutesPanel::selectOpen() {
    if (const int row = m_documents->rowOfId(m_detail->id()); row >= 0 && row != m_table->currentIndex().row()) m_table->selectRow(row);
}

bool RoutesPanel::openLink(const QUrl& link) {
    const QStringList path = linkPath(link);
    if (path.size() < 2) return true;
    open(path[0], path[1]);
    selectOpen();
    if (path.size() > 2) m_detail->showVersion(path[2].toLongLong());
    return true;
}

QList<PanelAction> RoutesPanel::actions() {
    QList<PanelAction> all;
    if (!m_detail->isVisible() || m_detail->name().isEmpty()) return all;
    all.append({tr("Versions of %1", "a route, policy or provider").arg(m_detail->name()), u"clock"_s, [this] { m_detail->showVersions(); }});
    if (ProtectSheet* protection = m_detail->protection(); protection && protection->isOffered()) all.append({protection->paletteTitle(), u"lock"_s, [protection] { protection->open(u"production"_s); }});
    return all;
}

QList<PanelKey> RoutesPanel::keys() const {
    return {{QKeySequence::Find, tr("Find a document")}, {QKeySequence::Save, tr("Save a version, in the editor")}, {QKeySequence(Qt::Key_Tab), tr("Two blanks, in the editor")}};
}

} // namespace signalbox::ui
