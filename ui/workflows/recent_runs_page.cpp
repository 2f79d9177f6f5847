#include "ui/workflows/recent_runs_page.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/run_marks.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/status_delegate.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShown = 50;

QString versionOf(const QJsonObject& run, QLatin1StringView member) {
    const QString version = run.value(member).toString().section(u'@', 1);
    return version.isEmpty() ? format::none() : version;
}

enum Roles { MarksRole = Qt::UserRole + 20 };
constexpr int kMarksColumn = 7;

QVariant marksCell(const QJsonObject& run, int role) {
    if (role == Qt::DisplayRole) return wordsOf(marksOf(run));
    if (role == Qt::ToolTipRole) return flaggedReasons(run).join(u'\n');
    return role == MarksRole ? QVariant::fromValue(marksOf(run)) : QVariant();
}

JsonTableModel* runsModel(QObject* parent) {
    const auto status = [](const QJsonObject& run, int role) -> QVariant {
        if (role == JsonTableModel::StatusRole) return run.value("status"_L1).toString();
        return role == Qt::ToolTipRole ? run.value("error"_L1).toObject().value("message"_L1).toString() : QVariant();
    };
    return new JsonTableModel(
        {
            {RecentRunsPage::tr("Time"), false, JsonTableModel::text([](const QJsonObject& run) { return format::relative(client::timeOf(run.value("started_at"_L1).toString())); }, [](const QJsonObject& run) { return format::absolute(client::timeOf(run.value("started_at"_L1).toString())); })},
            {RecentRunsPage::tr("Status"), false, status},
            {RecentRunsPage::tr("Version"), true, JsonTableModel::text([](const QJsonObject& run) { return versionOf(run, "workflow"_L1); }), RecentRunsPage::tr("Of the workflow")},
            {RecentRunsPage::tr("Prompt"), true, JsonTableModel::text([](const QJsonObject& run) { return versionOf(run, "prompt"_L1); }), RecentRunsPage::tr("The prompt's version")},
            {RecentRunsPage::tr("Total"), true, JsonTableModel::text([](const QJsonObject& run) { return format::microseconds(static_cast<qint64>(run.value("end_to_end_us"_L1).toDouble())); })},
            {RecentRunsPage::tr("Cost"), true, JsonTableModel::text([](const QJsonObject& run) { return format::usd(run.value("cost_usd"_L1).toString()); }, [](const QJsonObject& run) { return format::exactUsd(run.value("cost_usd"_L1).toString()); })},
            {RecentRunsPage::tr("Key"), false, JsonTableModel::text([](const QJsonObject& run) { return run.value("key"_L1).toString(); }), RecentRunsPage::tr("The application's key")},
            {RecentRunsPage::tr("Marks"), false, marksCell},
        },
        [](const QJsonObject& run) { return run.value("id"_L1).toString(); }, parent);
}

} // namespace

RecentRunsPage::RecentRunsPage(client::Connection& connection, QWidget* parent)
    : QWidget(parent), m_connection(connection), m_bar(new MessageBar), m_trials(new QCheckBox(tr("Also trials"))), m_all(new QPushButton(tr("All runs of this workflow"))), m_model(runsModel(this)),
      m_table(new DataTable(u"workflow-runs"_s, tr("Recent runs"))), m_stack(new QStackedWidget) {
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StatusDelegate(JsonTableModel::StatusRole, JsonTableModel::SimulatedRole, m_table));
    m_table->setItemDelegateForColumn(kMarksColumn, new TwoLineDelegate(-1, MarksRole, m_table));
    m_table->setColumnWidths({96, StatusBadge::columnWidth({u"succeeded"_s, u"degraded"_s, u"failed"_s, u"cancelled"_s, u"held"_s, u"blocked"_s}), 64, 64, 80, 96, 100, 120});
    m_stack->addWidget(m_table);
    m_stack->addWidget(new EmptyState(u"runs"_s, tr("No runs yet"), tr("Calls of this workflow appear here as they end. “Call it” has the lines to make the first one, “Try it” makes one from here.")));
    auto* row = new QHBoxLayout;
    row->addWidget(m_trials);
    row->addStretch(1);
    row->addWidget(m_all);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    connect(m_trials, &QCheckBox::toggled, this, &RecentRunsPage::refresh);
    connect(m_all, &QPushButton::clicked, this, [this] {
        QList<QPair<QString, QString>> query{{u"workflow"_s, m_name}};
        if (m_trials->isChecked()) query.append({u"trial"_s, u"any"_s});
        Q_EMIT linkActivated(linkTo(u"runs"_s, {}, query));
    });
    connect(m_table, &DataTable::rowActivated, this, [this](int at) {
        if (const QString id = m_model->idAt(at); !id.isEmpty()) Q_EMIT linkActivated(linkTo(u"runs"_s, {id}));
    });
}

void RecentRunsPage::setWorkflow(const QString& name) {
    if (name == m_name) return;
    m_name = name;
    m_model->setRows({});
    m_stack->setCurrentIndex(0);
    m_bar->clear();
    if (isVisible()) refresh();
}

void RecentRunsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void RecentRunsPage::refresh() {
    m_call.cancel();
    if (m_name.isEmpty() || !m_connection.api().hasServer()) return;
    client::RunFilter filter;
    filter.workflow = m_name;
    if (m_trials->isChecked()) filter.trials = u"any"_s;
    m_call = m_connection.api().get(u"/runs"_s, filter.query({}, kShown), this, [this](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("The runs could not be read."), *result.error);
            return;
        }
        m_bar->clear();
        m_model->setRows(result.items());
        m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    });
}

} // namespace signalbox::ui
