#include "ui/overview/overview_panel.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/overview/first_call.h"
#include "ui/overview/target_detail.h"
#include "ui/overview/targets.h"
#include "ui/overview/totals_strip.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/status_delegate.h"
#include "ui/widgets/text_label.h"

#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PanelDescription overviewPanel() {
    return {u"overview"_s, OverviewPanel::tr("Overview"), OverviewPanel::tr("Each target's health and the traffic of this minute"), u"overview"_s,
            PanelGroup::Operate, [](const PanelContext& context, QWidget* parent) { return new OverviewPanel(context, parent); }};
}

OverviewPanel::OverviewPanel(const PanelContext& context, QWidget* parent)
    : Panel(parent), m_context(context), m_bar(new MessageBar), m_totals(new TotalsStrip), m_firstCall(new FirstCall),
      m_targets(targetsModel(this)), m_targetTable(new DataTable(u"overview-targets"_s, tr("Targets"))), m_services(servicesModel(this)),
      m_serviceTable(new DataTable(u"overview-services"_s, tr("Workflows and routes"))),
      m_detail(new TargetDetail) {
    m_targetTable->setModel(m_targets);
    m_targetTable->setItemDelegate(new StatusDelegate(JsonTableModel::StatusRole, JsonTableModel::SimulatedRole, m_targetTable));
    m_targetTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_targetTable->setColumnWidths({240, StatusBadge::columnWidth({u"healthy"_s, u"degraded"_s, u"half_open"_s, u"idle"_s}), 70, 70, 115, 75, 104, 180, 180});
    m_serviceTable->setModel(m_services);
    m_serviceTable->setItemDelegate(new StatusDelegate(JsonTableModel::StatusRole, JsonTableModel::SimulatedRole, m_serviceTable));
    m_serviceTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_serviceTable->setColumnWidths({220, 90, StatusBadge::columnWidth({u"healthy"_s, u"degraded"_s, u"idle"_s}), 80, 70, 90, 130});
    m_serviceTable->horizontalHeader()->setStretchLastSection(false);
    m_serviceTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);

    auto* left = new QWidget;
    auto* lists = new QVBoxLayout(left);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(8);
    lists->addWidget(new TextLabel(tr("Targets"), TextStyle::Heading));
    lists->addWidget(m_targetTable, 3);
    lists->addSpacing(8);
    lists->addWidget(new TextLabel(tr("Workflows and routes"), TextStyle::Heading));
    lists->addWidget(m_serviceTable, 2);
    m_detail->setMinimumWidth(280);
    m_detail->hide();
    m_firstCall->hide();

    auto* split = splitOf(left, m_detail, {760, 340});
    split->setStretchFactor(0, 1);
    stack({new PanelHeader(tr("Overview"), tr("Each target's health and the traffic of this minute.")), m_bar, m_totals, m_firstCall, split});

    connect(m_targetTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OverviewPanel::showSelected);
    connect(m_serviceTable, &DataTable::rowActivated, this, [this](int row) {
        const QJsonObject service = m_services->row(row);
        Q_EMIT linkRequested(linkTo(u"runs"_s, {}, {{service.value("kind"_L1).toString(), service.value("name"_L1).toString()}}));
    });
    connect(m_targetTable, &DataTable::rowActivated, this, [this](int row) {
        const QJsonObject target = m_targets->row(row);
        Q_EMIT linkRequested(linkTo(u"runs"_s, {}, {{u"provider"_s, target.value("provider"_L1).toString()}, {u"model"_s, target.value("model"_L1).toString()}}));
    });
    connect(m_detail, &DetailPane::closeRequested, this, [this] { m_targetTable->clearSelection(); });
    connect(m_detail, &TargetDetail::resetRequested, this, &OverviewPanel::resetBreaker);
    connect(m_detail, &TargetDetail::runsRequested, this, [this](const QString& provider, const QString& model) {
        Q_EMIT linkRequested(linkTo(u"runs"_s, {}, {{u"provider"_s, provider}, {u"model"_s, model}}));
    });
    connect(m_detail, &TargetDetail::providerRequested, this,
            [this](const QString& provider) { Q_EMIT linkRequested(linkTo(u"settings"_s, {u"providers"_s, provider})); });

    client::Connection& connection = context.connection;
    connect(&connection, &client::Connection::refreshNeeded, this, &OverviewPanel::refresh);
    connect(&connection, &client::Connection::identityChanged, this, &OverviewPanel::showSelected);
    connect(&connection.events(), &client::EventStream::second, this, [this](const QJsonObject& second) {
        if (isVisible()) show(second, false);
    });
    connect(&connection.events(), &client::EventStream::target, this, [this] { read(); });
    connect(&connection.events(), &client::EventStream::document, this, [this] { read(); });
    connect(&connection.events(), &client::EventStream::runs, this, [this] {
        m_seenRuns = true;
        m_firstCall->hide();
    });
    // What the events of each second leave out.
    m_poll.setInterval(10s);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (isVisible() && m_context.connection.isLive()) read();
    });
    m_poll.start();
}

void OverviewPanel::activate() {
    refresh();
}

void OverviewPanel::refresh() {
    if (!m_context.connection.api().hasServer()) return;
    read();
    if (!m_seenRuns) lookForRuns();
}

void OverviewPanel::read() {
    m_context.connection.api().get(u"/overview"_s, {}, this, [this](const client::ApiResult& result) {
        if (result.ok()) {
            m_bar->clear();
            show(result.object(), true);
        } else if (m_context.connection.isLive()) {
            m_bar->showError(tr("The overview could not be read."), *result.error);
            m_bar->setAction(tr("Try again"), [this] { refresh(); });
        }
    });
}

void OverviewPanel::show(const QJsonObject& overview, bool whole) {
    if (overview.contains("totals"_L1)) {
        const QJsonObject totals = overview.value("totals"_L1).toObject();
        if (whole)
            m_totals->show(totals);
        else
            m_totals->append(totals);
    }
    if (whole && overview.contains("series"_L1)) m_totals->setSeries(overview.value("series"_L1).toArray());
    if (overview.contains("targets"_L1)) {
        QJsonArray targets = overview.value("targets"_L1).toArray();
        // An event may say less of a target than the whole does: what it leaves out is as it was.
        if (!whole)
            for (QJsonValueRef target : targets) {
                QJsonObject merged = m_targets->row(m_targets->rowOfId(targetName(target.toObject())));
                const QJsonObject news = target.toObject();
                for (auto member = news.begin(); member != news.end(); ++member) merged.insert(member.key(), member.value());
                target = merged;
            }
        m_targets->setRows(targets);
        m_targets->touch();
    }
    if (overview.contains("routes"_L1)) {
        QJsonArray services;
        const auto add = [&](QLatin1StringView member, const QString& kind) {
            const QJsonArray list = overview.value(member).toArray();
            for (const QJsonValue& value : list) {
                QJsonObject service = value.toObject();
                service.insert("kind"_L1, kind);
                services.append(service);
            }
        };
        add("workflows"_L1, u"workflow"_s);
        add("routes"_L1, u"route"_s);
        m_services->setRows(services);
    }
    showSelected();
}

void OverviewPanel::showSelected() {
    const QModelIndexList rows = m_targetTable->selectionModel()->selectedRows();
    m_detail->setVisible(!rows.isEmpty());
    if (!rows.isEmpty()) m_detail->show(m_targets->row(rows.first().row()), m_context.connection.may(client::Role::Operator));
}

void OverviewPanel::resetBreaker(const QString& provider, const QString& model) {
    m_context.connection.api().post(
        client::pathOf({u"targets"_s, provider, model, u"reset-breaker"_s}), QJsonObject(), this, [this, provider, model](const client::ApiResult& result) {
            if (!result.ok()) {
                m_detail->bar()->showError(tr("The circuit breaker was not reset."), *result.error);
                return;
            }
            m_detail->bar()->showFor(tr("Calls go to %1 again.").arg(provider + u'/' + model));
            read();
        });
}

void OverviewPanel::lookForRuns() {
    client::RunFilter any;
    m_context.connection.api().get(u"/runs"_s, any.query({}, 1), this, [this](const client::ApiResult& result) {
        if (!result.ok()) return;
        m_seenRuns = !result.items().isEmpty();
        m_firstCall->setGateway(m_context.connection.api().server(), m_context.dataDirectory);
        m_firstCall->setVisible(!m_seenRuns);
    });
}

bool OverviewPanel::openLink(const QUrl& link) {
    const QStringList path = linkPath(link);
    if (path.isEmpty()) return true;
    const int row = m_targets->rowOfId(path.mid(0, 2).join(u'/'));
    if (row < 0) return false;
    m_targetTable->selectRow(row);
    return true;
}

QList<PanelAction> OverviewPanel::actions() {
    QList<PanelAction> actions;
    for (int row = 0; row < m_targets->rowCount(); ++row) {
        const QString name = m_targets->idAt(row);
        actions.append({tr("Health of %1", "a target").arg(name), u"gateway"_s, [this, name] {
                            if (const int at = m_targets->rowOfId(name); at >= 0) m_targetTable->selectRow(at);
                        }});
    }
    return actions;
}

QList<PanelKey> OverviewPanel::keys() const {
    return {{QKeySequence(Qt::Key_Return), tr("Runs of the chosen target, workflow or route")}};
}

} // namespace signalbox::ui
