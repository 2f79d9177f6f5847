#include "ui/runs/runs_panel.h"

#include "core/client/connection.h"
#include "ui/runs/run_detail.h"
#include "ui/runs/run_filter_row.h"
#include "ui/runs/runs_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/status_delegate.h"
#include "ui/widgets/time_range.h"
#include "ui/widgets/two_line_delegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrlQuery>
#include <QVBoxLayout>


namespace signalbox::ui {

using namespace Qt::StringLiterals;

PanelDescription runsPanel() {
    return {u"runs"_s, RunsPanel::tr("Runs"), RunsPanel::tr("Every call on record, newest first"), u"runs"_s, PanelGroup::Operate,
            [](const PanelContext& context, QWidget* parent) { return new RunsPanel(context, parent); }};
}

RunsPanel::RunsPanel(const PanelContext& context, QWidget* parent)
    : Panel(parent), m_context(context), m_filters(new RunFilterRow), m_bar(new MessageBar), m_model(new RunsModel(this)), m_table(new DataTable(u"runs"_s, tr("Runs"))),
      m_empty(new EmptyState(u"runs"_s, tr("No runs here yet"), tr("Every call that an application makes through the gateway appears here as it ends. The overview shows how to make the first one."))),
      m_list(new QStackedWidget), m_newRuns(new QPushButton), m_detail(new RunDetail(context.connection)) {
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StatusDelegate(RunsModel::StatusRole, RunsModel::SimulatedRole, m_table));
    m_table->setItemDelegateForColumn(RunsModel::Marks, new TwoLineDelegate(-1, RunsModel::MarksRole, m_table));
    QList<int> widths;
    for (const auto& column : m_model->columns()) widths << column.width;
    m_table->setColumnWidths(widths);
    m_newRuns->hide();
    m_newRuns->setIcon(Theme::current().icon(u"live"_s, Token::Accent));
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);

    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(8);
    leftColumn->addWidget(m_newRuns, 0, Qt::AlignHCenter);
    leftColumn->addWidget(m_list, 1);
    m_detail->setMinimumWidth(320);
    m_detail->hide();
    auto* split = splitOf(left, m_detail, {700, 420});
    split->setStretchFactor(0, 1);
    stack({new PanelHeader(tr("Runs"), tr("Every call on record, newest first.")), m_filters, m_bar, split});

    connect(m_filters, &RunFilterRow::changed, this, &RunsPanel::applyFilter);
    connect(&context.timeRange, &TimeRange::changed, this, [this] {
        if (m_read) applyFilter();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsPanel::showSelected);
    connect(m_detail, &DetailPane::closeRequested, this, [this] {
        m_detail->hide();
        m_table->setCurrentIndex({});
    });
    connect(m_detail, &RunDetail::linkActivated, this, &Panel::linkRequested);
    connect(m_newRuns, &QPushButton::clicked, this, [this] {
        m_table->scrollToTop();
        showPending();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (isAtTop()) showPending();
    });
    connect(m_model, &WindowedTableModel::failed, this, [this](const client::ApiError& error) {
        m_bar->showError(tr("The runs could not be read."), error);
        m_bar->setAction(tr("Try again"), [this] { applyFilter(); });
    });
    connect(m_model, &WindowedTableModel::loaded, this, [this] {
        m_bar->clear();
        const bool filtering = m_filters->isFiltering();
        m_empty->setTexts(filtering ? tr("No run matches") : tr("No runs in this time"),
                          filtering ? tr("Clear a filter, or look at a longer time.") : tr("Every call that an application makes through the gateway appears here as it ends. The overview shows how to make the first one."));
        m_list->setCurrentWidget(m_model->rowCount() == 0 && m_model->isComplete() ? static_cast<QWidget*>(m_empty) : m_table);
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] { m_list->setCurrentWidget(m_table); });

    client::Connection& connection = context.connection;
    connect(&connection, &client::Connection::refreshNeeded, this, &RunsPanel::refresh);
    connect(&connection.events(), &client::EventStream::runs, this, &RunsPanel::onRuns);

    m_table->walkWithKeys();
    onKeys(m_table, Qt::Key_C, [this] {
        const QString id = m_model->idAt(m_table->currentIndex().row());
        if (id.isEmpty()) return;
        QGuiApplication::clipboard()->setText(id);
        Q_EMIT messageRequested(tr("%1 is copied.").arg(id));
    });
    onKeys(m_table, Qt::Key_Escape, [this] { Q_EMIT m_detail->closeRequested(); });
}

client::RunFilter RunsPanel::filter() const {
    client::RunFilter filter = m_filters->filter();
    // A run's identity finds it whenever it was.
    if (filter.text.startsWith("run_"_L1)) return filter;
    filter.from = m_context.timeRange.from();
    if (!m_context.timeRange.isLive()) filter.to = m_context.timeRange.to();
    return filter;
}

void RunsPanel::applyFilter() {
    if (!m_context.connection.api().hasServer()) return;
    m_read = true;
    m_pendingCount = 0;
    m_newRuns->hide();
    m_model->setSource([this, asked = filter()](const QString& cursor, int limit, client::ApiClient::Callback done) {
        return m_context.connection.api().get(u"/runs"_s, asked.query(cursor, limit), this, std::move(done));
    });
}

void RunsPanel::activate() {
    if (!m_read) applyFilter();
    else if (isAtTop()) showPending();
}

void RunsPanel::refresh() {
    if (!m_read) {
        if (isVisible()) applyFilter();
        return;
    }
    m_model->refresh();
    if (m_detail->isVisible()) showSelected();
}

void RunsPanel::onRuns(const QJsonArray& runs, int skipped) {
    if (!m_read || !m_context.timeRange.isLive()) return;
    // With a filter the gateway decides what matches; without one the runs are here already.
    if (m_filters->isFiltering() || skipped > 0) {
        if (isAtTop() && isVisible()) m_model->refresh();
        else m_pendingCount += static_cast<int>(runs.size()) + skipped;
    } else {
        QJsonArray newestFirst;
        for (qsizetype i = runs.size(); i-- > 0;) newestFirst.append(runs.at(i));
        if (isAtTop() && isVisible()) {
            m_model->prepend(newestFirst);
            return;
        }
        m_pendingCount += static_cast<int>(runs.size());
    }
    m_newRuns->setText(tr("%n new run(s)", nullptr, m_pendingCount));
    m_newRuns->setVisible(m_pendingCount > 0);
}

void RunsPanel::showPending() {
    if (m_pendingCount == 0) return;
    m_pendingCount = 0;
    m_newRuns->hide();
    m_model->refresh();
}

bool RunsPanel::isAtTop() const { return m_table->verticalScrollBar()->value() <= m_table->verticalScrollBar()->minimum(); }

void RunsPanel::showSelected() {
    const QJsonObject row = m_model->row(m_table->currentIndex().row());
    if (row.isEmpty()) return;
    m_detail->show();
    m_detail->showRun(row);
}

void RunsPanel::focusFilter() { m_filters->focusText(); }

bool RunsPanel::openLink(const QUrl& link) {
    const QStringList path = linkPath(link);
    if (!path.isEmpty()) {
        m_detail->show();
        m_detail->showRun({{u"id"_s, path.first()}});
        if (!m_read) applyFilter();
        return true;
    }
    const QUrlQuery query(link);
    client::RunFilter filter;
    const auto value = [&](const QString& name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    filter.status = value(u"status"_s);
    filter.errorClass = value(u"error_class"_s);
    filter.provider = value(u"provider"_s);
    filter.model = value(u"model"_s);
    filter.route = value(u"route"_s);
    filter.key = value(u"key"_s);
    filter.text = value(u"q"_s);
    filter.workflow = value(u"workflow"_s);
    filter.prompt = value(u"prompt"_s);
    filter.trials = value(u"trial"_s);
    filter.flagged = value(u"flagged"_s) == "true"_L1;
    m_filters->setFilter(filter);
    return true;
}

QList<PanelKey> RunsPanel::keys() const {
    return {{QKeySequence(Qt::Key_J), tr("Next run")}, {QKeySequence(Qt::Key_K), tr("Previous run")}, {QKeySequence(Qt::Key_C), tr("Copy the run's id")},
            {QKeySequence(Qt::Key_Escape), tr("Close the detail")}, {QKeySequence::Copy, tr("Copy the chosen rows as text")}};
}

} // namespace signalbox::ui
