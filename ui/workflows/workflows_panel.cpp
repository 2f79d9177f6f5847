#include "ui/workflows/workflows_panel.h"

#include "core/client/connection.h"
#include "core/client/gateways.h"
#include "core/client/resources.h"
#include "ui/versions/protect_sheet.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/status_delegate.h"
#include "ui/workflows/workflow_detail.h"
#include "ui/workflows/workflow_list.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QUrlQuery>

#include <chrono>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PanelDescription workflowsPanel() {
    return {u"workflows"_s, WorkflowsPanel::tr("Workflows"), WorkflowsPanel::tr("AI tasks as services, with contracts that hold"), u"workflows"_s, PanelGroup::Build,
            [](const PanelContext& context, QWidget* parent) { return new WorkflowsPanel(context, parent); }};
}

WorkflowsPanel::WorkflowsPanel(const PanelContext& context, QWidget* parent)
    : ListPanel(context, tr("Workflows"), tr("AI tasks as services, with contracts that hold."), parent), m_new(header()->setMainAction(tr("New"), u"plus"_s)), m_archived(new QCheckBox(tr("Also archived"))), m_model(workflowListModel(this)),
      m_table(new DataTable(u"workflows"_s, tr("Workflows"))),
      m_empty(new EmptyState(u"workflows"_s, tr("No workflows yet"), tr("A workflow makes an AI task a service: an input contract, an output that keeps its contract, and what happens when something goes wrong. Templates has six to begin with."))),
      m_detail(new WorkflowDetail(context.connection)) {
    m_new->setObjectName(u"workflow-new"_s);
    auto* menu = new QMenu(m_new);
    menu->addAction(tr("From a template …"), this, [this] { Q_EMIT linkRequested(linkTo(u"templates"_s)); });
    menu->addAction(tr("Empty"), this, &WorkflowsPanel::startNew);
    m_new->setMenu(menu);

    setSearch(tr("Find by name, or by words of the text"), tr("Find a workflow"), 200ms);
    filters()->setSpacing(12);
    filters()->addWidget(m_archived);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StatusDelegate(JsonTableModel::StatusRole, JsonTableModel::SimulatedRole, m_table));
    m_table->setColumnWidths({170, StatusBadge::columnWidth({u"healthy"_s, u"degraded"_s, u"failing"_s, u"idle"_s}), 64, 72, 72, 76, 76, 130, StatusBadge::columnWidth({u"protected"_s}), 110, 260});
    if (!QSettings().contains(u"tables/workflows"_s)) m_table->horizontalHeader()->moveSection(ProtectionColumn, 2); // beside the health, unless a person has put it elsewhere
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_empty->setAction(tr("Begin with a template"));
    m_detail->setMinimumWidth(360);
    compose(m_table, m_empty, m_detail, {{440, 720}, 1, 2});

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_setting) showSelected();
    });
    connect(m_table, &DataTable::rowActivated, this, &WorkflowsPanel::showSelected);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { Q_EMIT linkRequested(linkTo(u"templates"_s)); });
    connect(m_detail, &WorkflowDetail::linkActivated, this, &Panel::linkRequested);
    connect(m_detail, &WorkflowDetail::messageRequested, this, &Panel::messageRequested);
    connect(m_detail, &WorkflowDetail::closeRequested, this, &WorkflowsPanel::closeDetail);
    connect(m_detail, &WorkflowDetail::changed, this, [this](const QString& name) {
        m_wanted = name;
        readList();
    });
    connect(m_archived, &QCheckBox::toggled, this, &WorkflowsPanel::readList);
    connect(this, &ListPanel::searched, this, &WorkflowsPanel::readList);
    const auto role = [this] { m_new->setVisible(m_context.connection.may(client::Role::Engineer)); };
    connect(&context.connection, &client::Connection::identityChanged, this, role);
    role();
    connect(&context.connection.events(), &client::EventStream::document, this, [this](const QJsonObject& change) {
        if (isVisible() && change.value("kind"_L1).toString() == "workflow"_L1) refresh();
    });
    connect(&context.connection.events(), &client::EventStream::named, this, [this](const QString& type) {
        if (!isVisible() || (type != "rollout"_L1 && type != "approval"_L1)) return;
        readList();
        m_detail->readState();
    });
    // Figures of a day need no second hand.
    m_tick.setInterval(30s);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible()) readList();
    });
    m_tick.start();
    addKeys();
}

void WorkflowsPanel::addKeys() {
    m_table->walkWithKeys();
    onKeys(m_table, Qt::Key_N, [this] {
        if (m_context.connection.may(client::Role::Engineer)) startNew();
    });
    onKeys(m_table, Qt::Key_E, [this] { m_detail->showPage(WorkflowDetail::Edit); });
    onKeys(m_table, Qt::Key_T, [this] { m_detail->showPage(WorkflowDetail::TryIt); });
    onKeys(m_table, Qt::Key_V, [this] { m_detail->showPage(WorkflowDetail::Versions); });
    onKeys(this, Qt::Key_Escape, [this] { closeDetail(); });
}

void WorkflowsPanel::activate() {
    // Keys of the list work at once; only the cursor goes there, nothing opens.
    if (m_new->hasFocus() || hasFocus()) {
        m_setting = true;
        m_table->setFocus();
        m_setting = false;
    }
    refresh();
}

void WorkflowsPanel::refresh() {
    if (!m_context.connection.api().hasServer()) return;
    const bool own = !m_context.dataDirectory.isEmpty() && (!m_context.gateways || m_context.gateways->chosen() == client::Gateways::embedded);
    m_detail->setKeyFile(own ? m_context.dataDirectory + u"/app.key"_s : QString());
    readList();
    if (m_detail->isVisible() && !m_detail->isNew()) m_detail->refresh();
}

void WorkflowsPanel::readList() {
    if (!m_context.connection.api().hasServer()) return;
    QUrlQuery query;
    query.addQueryItem(u"kind"_s, u"workflow"_s);
    if (const QString text = words(); !text.isEmpty()) query.addQueryItem(u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    query.addQueryItem(u"archived"_s, m_archived->isChecked() ? u"any"_s : u"false"_s);
    m_context.connection.api().get(u"/documents"_s, query, this, [this](const client::ApiResult& result) {
        if (!isRead(result, tr("The workflows could not be read."))) return;
        m_bar->clear();
        m_items = result.items();
        showRows();
    });
    readFigures();
}

void WorkflowsPanel::readFigures() {
    client::MetricsQuestion question;
    question.to = QDateTime::currentDateTimeUtc();
    question.from = question.to.addDays(-1);
    question.stepSeconds = 86'400;
    question.groupBy = u"workflow"_s;
    m_context.connection.api().get(u"/metrics"_s, question.query(), this, [this](const client::ApiResult& result) {
        if (!result.ok()) return; // the list is of use without them
        m_figures = result.object().value("totals"_L1).toArray();
        if (!m_items.isEmpty()) showRows();
    });
}

void WorkflowsPanel::showRows() {
    const QString before = m_wanted.isEmpty() ? (m_detail->isVisible() ? m_detail->name() : QString()) : m_wanted;
    m_setting = true;
    m_model->setRows(withFigures(m_items, m_figures));
    m_setting = false;
    // A column that nothing is known for is in the way.
    const bool owned = std::any_of(m_items.begin(), m_items.end(), [](const QJsonValue& item) { return !item["owner"_L1].toString().isEmpty(); });
    if (!owned) m_table->setColumnHidden(OwnerColumn, true);
    const bool guarded = std::any_of(m_items.begin(), m_items.end(), [](const QJsonValue& item) { return item["protected"_L1].toArray().contains(QJsonValue(u"production"_s)); });
    m_table->setColumnHidden(ProtectionColumn, !guarded);
    showEmpty(m_model->rowCount() == 0 && words().isEmpty() && !m_detail->isNew());
    if (before.isEmpty()) return;
    const int row = m_model->rowOfId(before);
    if (row < 0) return;
    const bool wanted = !m_wanted.isEmpty();
    m_wanted.clear();
    m_setting = true;
    m_table->selectRow(row);
    m_setting = false;
    if (wanted || !m_detail->isVisible()) showSelected();
    else m_detail->updateRow(m_model->row(row));
}

void WorkflowsPanel::showSelected() {
    const QJsonObject row = m_model->row(m_table->currentIndex().row());
    if (row.isEmpty()) return;
    m_detail->show();
    m_detail->showWorkflow(row);
}

void WorkflowsPanel::choose(const QString& name) {
    m_wanted = name;
    // Shown at once, filled when it is read; a filter that hides it is in the way.
    if (!m_search->text().isEmpty()) m_search->clear();
    if (const int row = m_model->rowOfId(name); row >= 0) showRows();
    else {
        m_detail->show();
        m_detail->showWorkflow({{u"name"_s, name}});
        readList();
    }
}

void WorkflowsPanel::startNew() {
    m_setting = true;
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_setting = false;
    showEmpty(false);
    m_detail->show();
    m_detail->showNew();
}

void WorkflowsPanel::closeDetail() {
    if (m_detail->isHidden()) return;
    m_detail->hide();
    m_table->setFocus();
    if (m_model->rowCount() == 0) showEmpty(true);
}

bool WorkflowsPanel::openLink(const QUrl& link) {
    const QStringList path = linkPath(link);
    if (path.isEmpty()) return true;
    choose(path.first());
    static const QHash<QString, WorkflowDetail::Page> pages{{u"contract"_s, WorkflowDetail::Contract}, {u"policy"_s, WorkflowDetail::Policy}, {u"runs"_s, WorkflowDetail::Runs}, {u"call"_s, WorkflowDetail::CallIt},
                                                            {u"try"_s, WorkflowDetail::TryIt}, {u"edit"_s, WorkflowDetail::Edit}, {u"versions"_s, WorkflowDetail::Versions}};
    if (path.size() > 1 && pages.contains(path[1])) m_detail->showPage(pages.value(path[1]));
    if (path.size() > 2 && path[1] == "versions"_L1) m_detail->showVersion(path[2].toLongLong());
    return true;
}

QList<PanelAction> WorkflowsPanel::actions() {
    QList<PanelAction> all;
    const bool engineer = m_context.connection.may(client::Role::Engineer);
    if (engineer) all.append({tr("New workflow"), u"plus"_s, [this] { startNew(); }});
    if (!m_detail->isVisible() || m_detail->name().isEmpty()) return all;
    const QString name = m_detail->name();
    if (engineer) {
        all.append({tr("Run %1", "a workflow").arg(name), u"play"_s, [this] { m_detail->run(); }});
        all.append({tr("Edit %1", "a workflow").arg(name), u"edit"_s, [this] { m_detail->showPage(WorkflowDetail::Edit); }});
        all.append({tr("Save %1 as a template", "a workflow").arg(name), u"document"_s, [this, name] { Q_EMIT linkRequested(linkTo(u"templates"_s, {}, {{u"from"_s, name}})); }});
    }
    all.append({tr("Versions of %1", "a workflow").arg(name), u"clock"_s, [this] { m_detail->showPage(WorkflowDetail::Versions); }});
    all.append({tr("How to call %1", "a workflow").arg(name), u"copy"_s, [this] { m_detail->showPage(WorkflowDetail::CallIt); }});
    if (ProtectSheet* protection = m_detail->protection(); protection->isOffered()) all.append({protection->paletteTitle(), u"lock"_s, [protection] { protection->open(u"production"_s); }});
    if (m_context.connection.may(client::Role::Operator)) all.append({tr("Archive %1", "a workflow").arg(name), u"trash"_s, [this] { m_detail->archive(); }});
    return all;
}

QList<PanelKey> WorkflowsPanel::keys() const {
    return {{QKeySequence(Qt::Key_J), tr("Next workflow")},        {QKeySequence(Qt::Key_K), tr("Previous workflow")},
            {QKeySequence(Qt::Key_N), tr("New workflow")},         {QKeySequence(Qt::Key_E), tr("Edit the chosen one")},
            {QKeySequence(Qt::Key_T), tr("Try the chosen one")},   {QKeySequence(Qt::Key_V), tr("Versions of the chosen one")},
            {QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Run it, in Try it")}, {QKeySequence::Save, tr("Save a version, in the editor")},
            {QKeySequence(Qt::Key_Escape), tr("Close the detail")}};
}

} // namespace signalbox::ui
