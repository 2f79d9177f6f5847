#include "ui/routes/routes_panel.h"

#include "core/client/connection.h"
#include "ui/routes/document_detail.h"
#include "ui/routes/document_list.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_header.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

PanelDescription routesPanel() {
    return {u"routes"_s, RoutesPanel::tr("Routes and policies"), RoutesPanel::tr("What decides which model serves a call, and under which limits"), u"routes"_s, PanelGroup::Build,
            [](const PanelContext& context, QWidget* parent) { return new RoutesPanel(context, parent); }};
}

RoutesPanel::RoutesPanel(const PanelContext& context, QWidget* parent)
    : Panel(parent), m_context(context), m_bar(new MessageBar), m_search(new QLineEdit), m_documents(documentListModel(this)), m_table(new DataTable(u"documents"_s, tr("Documents"))),
      m_detail(new DocumentDetail(context.connection, m_bar)) {
    auto* header = new PanelHeader(tr("Routes and policies"), tr("What decides which model serves a call, and under which limits."));
    auto* create = header->setMainAction(tr("New"), u"plus"_s);
    auto* menu = new QMenu(create);
    for (const auto& kind : {u"route"_s, u"policy"_s, u"provider"_s}) menu->addAction(kindWord(kind), this, [this, kind] { startNew(kind); });
    create->setMenu(menu);

    m_search->setPlaceholderText(tr("Find by name"));
    m_search->setAccessibleName(tr("Find by name"));
    m_search->setClearButtonEnabled(true);
    m_table->setModel(m_documents);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidths({170, 80, 70, 100, 90});
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(8);
    leftColumn->addWidget(m_search);
    leftColumn->addWidget(m_table, 1);
    m_detail->hide();

    auto* split = new QSplitter;
    split->addWidget(left);
    split->addWidget(m_detail);
    split->setStretchFactor(1, 1);
    split->setHandleWidth(12);
    split->setChildrenCollapsible(false);
    split->setSizes({480, 680});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 8, 20, 16);
    column->setSpacing(12);
    column->addWidget(header);
    column->addWidget(m_bar);
    column->addWidget(split, 1);

    connect(m_search, &QLineEdit::textChanged, this, &RoutesPanel::readList);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        const QJsonObject row = m_documents->row(current.row());
        if (!row.isEmpty()) open(row.value("kind"_L1).toString(), row.value("name"_L1).toString());
    });
    connect(m_detail, &DocumentDetail::messageRequested, this, &Panel::messageRequested);
    connect(m_detail, &DocumentDetail::changed, this, &RoutesPanel::readList);
    connect(&context.connection, &client::Connection::refreshNeeded, this, &RoutesPanel::refresh);
    connect(&context.connection.events(), &client::EventStream::document, this, [this] {
        if (isVisible()) refresh();
    });
}

void RoutesPanel::activate() { refresh(); }

void RoutesPanel::refresh() {
    if (!m_context.connection.api().hasServer()) return;
    readList();
    m_detail->refresh();
}

void RoutesPanel::readList() {
    QUrlQuery query;
    if (!m_search->text().trimmed().isEmpty()) query.addQueryItem(u"q"_s, m_search->text().trimmed());
    m_context.connection.api().get(u"/documents"_s, query, this, [this](const client::ApiResult& result) {
        if (!result.ok()) {
            if (m_context.connection.isLive()) m_bar->showError(tr("The documents could not be read."), *result.error);
            return;
        }
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

void RoutesPanel::focusFilter() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool RoutesPanel::openLink(const QUrl& link) {
    const QStringList path = linkPath(link);
    if (path.size() < 2) return true;
    open(path[0], path[1]);
    selectOpen();
    return true;
}

QList<PanelKey> RoutesPanel::keys() const {
    return {{QKeySequence::Find, tr("Find a document by name")}, {QKeySequence::Save, tr("Save a version, in the editor")}, {QKeySequence(Qt::Key_Tab), tr("Two blanks, in the editor")}};
}

} // namespace signalbox::ui
