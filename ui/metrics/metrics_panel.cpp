#include "ui/metrics/metrics_panel.h"

#include "core/client/connection.h"
#include "ui/charts/time_series_chart.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/time_range.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <chrono>
#include <cmath>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonValue member(const QJsonObject& row, QLatin1StringView name) { return row.value(name); }

JsonTableModel* totalsModel(QObject* parent) {
    const auto count = [](QLatin1StringView name) { return JsonTableModel::text([name](const QJsonObject& row) { return format::count(static_cast<qint64>(row.value(name).toDouble())); }); };
    const auto share = [](QLatin1StringView name) { return JsonTableModel::text([name](const QJsonObject& row) { return format::orNone(row.value(name), format::share); }); };
    const auto ms = [](QLatin1StringView name) { return JsonTableModel::text([name](const QJsonObject& row) { return format::orNone(row.value(name), format::milliseconds); }); };
    const auto usd = [](QLatin1StringView name) {
        return JsonTableModel::text([name](const QJsonObject& row) { return row.value(name).isString() ? format::usd(row.value(name).toString()) : format::none(); },
                                    [name](const QJsonObject& row) { return row.value(name).isString() ? format::exactUsd(row.value(name).toString()) : QString(); });
    };
    return new JsonTableModel(
        {
            {MetricsPanel::tr("Group"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("group"_L1).toString().isEmpty() ? MetricsPanel::tr("All calls") : row.value("group"_L1).toString(); })},
            {MetricsPanel::tr("Calls"), true, count("calls"_L1)},
            {MetricsPanel::tr("Success"), true, share("success_rate"_L1), MetricsPanel::tr("Task success: the contract was kept and nothing failed, over all calls")},
            {MetricsPanel::tr("Errors"), true, share("error_rate"_L1), MetricsPanel::tr("Failed calls over all that their callers did not leave")},
            {MetricsPanel::tr("Fallbacks"), true, share("fallback_rate"_L1), MetricsPanel::tr("Calls that needed another target than the first")},
            {MetricsPanel::tr("First token p50"), true, ms("first_token_p50_ms"_L1), MetricsPanel::tr("Half of the streamed calls began faster")},
            {MetricsPanel::tr("p95"), true, ms("first_token_p95_ms"_L1), MetricsPanel::tr("First token: 95 of 100 streamed calls began faster")},
            {MetricsPanel::tr("Total p50"), true, ms("end_to_end_p50_ms"_L1), MetricsPanel::tr("Half of the calls that succeeded were faster")},
            {MetricsPanel::tr("p95"), true, ms("end_to_end_p95_ms"_L1), MetricsPanel::tr("Total: 95 of 100 calls that succeeded were faster")},
            {MetricsPanel::tr("Tokens in"), true, count("input_tokens"_L1)},
            {MetricsPanel::tr("Tokens out"), true, count("output_tokens"_L1)},
            {MetricsPanel::tr("Cost"), true, usd("cost_usd"_L1), MetricsPanel::tr("All money spent, failed attempts and retries included")},
            {MetricsPanel::tr("Per success"), true, usd("cost_per_success_usd"_L1), MetricsPanel::tr("Cost per successful task: all money spent over the calls that succeeded")},
        },
        [](const QJsonObject& row) { return row.value("group"_L1).toString(); }, parent);
}

/// Sorts by what a cell means, not by what it says.
class TotalsOrder : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override {
        static const QStringList names = {u"group"_s, u"calls"_s, u"success_rate"_s, u"error_rate"_s, u"fallback_rate"_s, u"first_token_p50_ms"_s, u"first_token_p95_ms"_s,
                                          u"end_to_end_p50_ms"_s, u"end_to_end_p95_ms"_s, u"input_tokens"_s, u"output_tokens"_s, u"cost_usd"_s, u"cost_per_success_usd"_s};
        const auto value = [&](const QModelIndex& index) { return index.data(JsonTableModel::RowRole).toJsonObject().value(names.value(index.column())); };
        const QJsonValue a = value(left);
        const QJsonValue b = value(right);
        if (left.column() == 0) return a.toString() < b.toString();
        const auto number = [](const QJsonValue& v) { return v.isString() ? v.toString().toDouble() : v.toDouble(-1); };
        return number(a) < number(b);
    }
};

QString plainCount(double value) { return format::shortCount(value); }
QString shareText(double value) { return format::share(value / 100); }
QString usdText(double value) { return format::usd(value); }

} // namespace

PanelDescription metricsPanel() {
    return {u"metrics"_s, MetricsPanel::tr("Metrics"), MetricsPanel::tr("Quality, latency and cost, each on its own axis"), u"metrics"_s, PanelGroup::Govern,
            [](const PanelContext& context, QWidget* parent) { return new MetricsPanel(context, parent); }};
}

MetricsPanel::MetricsPanel(const PanelContext& context, QWidget* parent)
    : Panel(parent), m_context(context), m_bar(new MessageBar), m_groupBy(new QComboBox), m_route(new QLineEdit), m_target(new QLineEdit), m_key(new QLineEdit),
      m_crosshair(new CrosshairGroup(this)), m_chartArea(new QWidget),
      m_empty(new EmptyState(u"metrics"_s, tr("No calls in this time"), tr("Charts of latency, outcomes and cost appear here with the first call. Look at a longer time at the top, or make a call."))),
      m_totals(totalsModel(this)), m_table(new DataTable(u"metrics-totals"_s, tr("Totals"))) {
    auto* filters = new QHBoxLayout;
    filters->setSpacing(8);
    filters->addWidget(new TextLabel(tr("Table by"), TextStyle::Body, Token::Muted));
    m_groupBy->setAccessibleName(tr("Group the table by"));
    m_groupBy->addItem(tr("Target"), u"target"_s);
    m_groupBy->addItem(tr("Route"), u"route"_s);
    m_groupBy->addItem(tr("Key"), u"key"_s);
    m_groupBy->addItem(tr("Provider"), u"provider"_s);
    m_groupBy->addItem(tr("Model"), u"model"_s);
    m_groupBy->addItem(tr("Nothing"), u"none"_s);
    filters->addWidget(m_groupBy);
    filters->addSpacing(8);
    for (const auto& [edit, name] : {std::pair(m_target, tr("provider/model")), std::pair(m_route, tr("Route")), std::pair(m_key, tr("Key"))}) {
        edit->setPlaceholderText(name);
        edit->setAccessibleName(name);
        edit->setClearButtonEnabled(true);
        edit->setMaximumWidth(220);
        filters->addWidget(edit);
        connect(edit, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    }
    filters->addStretch();

    auto* grid = new QGridLayout(m_chartArea);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    m_firstToken = addChart(tr("First token (s)"), [](double s) { return format::milliseconds(s * 1000); });
    m_endToEnd = addChart(tr("End to end (s)"), [](double s) { return format::milliseconds(s * 1000); });
    m_outcomes = addChart(tr("Calls per minute"), plainCount);
    m_rates = addChart(tr("Errors and fallbacks (%)"), shareText);
    m_cost = addChart(tr("Cost per hour ($)"), usdText);
    m_tokens = addChart(tr("Tokens per minute"), plainCount);
    for (int i = 0; i < m_charts.size(); ++i) grid->addWidget(m_charts[i], i / 2, i % 2);

    auto* order = new TotalsOrder(this);
    order->setSourceModel(m_totals);
    m_table->setModel(order);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(1, Qt::DescendingOrder);
    m_table->setColumnWidths({220, 80, 80, 80, 80, 110, 80, 90, 80, 100, 100, 90, 100});
    m_table->setMinimumHeight(170);
    auto* csv = new QToolButton;
    csv->setText(tr("Export CSV"));
    csv->setIcon(Theme::current().icon(u"download"_s));
    csv->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    csv->setAutoRaise(true);
    connect(csv, &QToolButton::clicked, this, &MetricsPanel::exportCsv);

    auto* content = new QWidget;
    auto* contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 8, 0);
    contentColumn->setSpacing(12);
    contentColumn->addWidget(m_empty);
    contentColumn->addWidget(m_chartArea, 3);
    auto* tableHead = new QHBoxLayout;
    tableHead->addWidget(new TextLabel(tr("Totals of this time"), TextStyle::Heading));
    tableHead->addStretch();
    tableHead->addWidget(csv);
    contentColumn->addLayout(tableHead);
    contentColumn->addWidget(m_table, 2);
    m_empty->hide();
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Charts and totals"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 8, 12, 16);
    column->setSpacing(12);
    column->addWidget(new PanelHeader(tr("Metrics"), tr("Quality, latency and cost, each on its own axis.")));
    column->addLayout(filters);
    column->addWidget(m_bar);
    column->addWidget(scroll, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(300);
    connect(&m_pause, &QTimer::timeout, this, &MetricsPanel::read);
    connect(m_groupBy, &QComboBox::currentIndexChanged, this, &MetricsPanel::readGroups);
    connect(&context.timeRange, &TimeRange::changed, this, &MetricsPanel::refresh);
    connect(&context.connection, &client::Connection::refreshNeeded, this, &MetricsPanel::refresh);
    connect(m_table, &DataTable::rowActivated, this, [this, order](int row) {
        const QString group = m_totals->row(order->mapToSource(order->index(row, 0)).row()).value("group"_L1).toString();
        const QString by = m_groupBy->currentData().toString();
        if (by == "none"_L1 || group.isEmpty()) return;
        QList<QPair<QString, QString>> query;
        if (by == "target"_L1) query = {{u"provider"_s, group.section(u'/', 0, 0)}, {u"model"_s, group.section(u'/', 1)}};
        else query = {{by, group}};
        Q_EMIT linkRequested(linkTo(u"runs"_s, {}, query));
    });
    m_live.setInterval(4s);
    connect(&m_live, &QTimer::timeout, this, [this] {
        if (isVisible() && m_context.timeRange.isLive() && m_context.connection.isLive()) read();
    });
    m_live.start();
}

TimeSeriesChart* MetricsPanel::addChart(const QString& title, std::function<QString(double)> format) {
    auto* chart = new TimeSeriesChart(title, std::move(format), m_crosshair);
    chart->setMinimumHeight(210);
    m_charts.append(chart);
    connect(chart, &TimeSeriesChart::spanChosen, &m_context.timeRange, &TimeRange::setCustom);
    connect(chart, &TimeSeriesChart::pointClicked, this, [this](const QDateTime& at) {
        const int half = m_context.timeRange.stepSeconds() / 2;
        m_context.timeRange.setCustom(at.addSecs(-half - 30), at.addSecs(half + 30));
        Q_EMIT linkRequested(linkTo(u"runs"_s));
    });
    return chart;
}

client::MetricsQuestion MetricsPanel::question() const {
    client::MetricsQuestion question;
    question.from = m_context.timeRange.from();
    question.to = m_context.timeRange.to();
    question.stepSeconds = std::max(60, m_context.timeRange.stepSeconds(60));
    question.groupBy = u"none"_s;
    question.provider = m_target->text().section(u'/', 0, 0).trimmed();
    question.model = m_target->text().section(u'/', 1).trimmed();
    question.route = m_route->text().trimmed();
    question.key = m_key->text().trimmed();
    return question;
}

void MetricsPanel::activate() { read(); }

void MetricsPanel::refresh() {
    if (isVisible()) read();
}

void MetricsPanel::read() {
    if (!m_context.connection.api().hasServer()) return;
    m_context.connection.api().get(u"/metrics"_s, question().query(), this, [this](const client::ApiResult& result) {
        if (result.ok()) {
            m_bar->clear();
            showSeries(result.object());
        } else if (m_context.connection.isLive()) {
            m_bar->showError(tr("The metrics could not be read."), *result.error);
            m_bar->setAction(tr("Try again"), [this] { read(); });
        }
    });
    readGroups();
}

void MetricsPanel::readGroups() {
    if (!m_context.connection.api().hasServer()) return;
    auto grouped = question();
    grouped.groupBy = m_groupBy->currentData().toString();
    // Only the sums are shown: one long step keeps the answer short.
    grouped.stepSeconds = static_cast<int>(std::clamp<qint64>(m_context.timeRange.seconds() / 60 * 60, 60, 31'536'000));
    m_context.connection.api().get(u"/metrics"_s, grouped.query(), this, [this](const client::ApiResult& result) {
        if (result.ok()) showTotals(result.object());
    });
}

void MetricsPanel::showSeries(const QJsonObject& metrics) {
    const QJsonArray groups = metrics.value("groups"_L1).toArray();
    const QJsonArray points = groups.isEmpty() ? QJsonArray() : groups.first().toObject().value("points"_L1).toArray();
    const double step = metrics.value("step_s"_L1).toDouble(60);
    m_empty->setVisible(points.isEmpty());
    m_chartArea->setVisible(!points.isEmpty());
    const auto line = [&](const QString& name, const std::function<double(const QJsonObject&)>& value, bool dashed = false) {
        Series series{name, {}, dashed};
        for (const QJsonValue& entry : points) {
            const QJsonObject point = entry.toObject();
            series.points.append({static_cast<double>(client::timeOf(point.value("at"_L1).toString()).toMSecsSinceEpoch()), value(point)});
        }
        return series;
    };
    const auto seconds = [](QLatin1StringView name) {
        return [name](const QJsonObject& point) { return point.value(name).isDouble() ? point.value(name).toDouble() / 1000 : std::nan(""); };
    };
    const auto perMinute = [step](QLatin1StringView name) { return [name, step](const QJsonObject& point) { return point.value(name).toDouble() * 60 / step; }; };
    const auto percent = [](QLatin1StringView name) {
        return [name](const QJsonObject& point) {
            const double calls = member(point, "calls"_L1).toDouble();
            return calls > 0 ? point.value(name).toDouble() / calls * 100 : std::nan("");
        };
    };
    const QDateTime from = m_context.timeRange.from();
    const QDateTime to = m_context.timeRange.to();
    const double gap = step * 1000 * 1.5;
    m_firstToken->setSeries({line(u"p50"_s, seconds("first_token_p50_ms"_L1)), line(u"p95"_s, seconds("first_token_p95_ms"_L1)), line(u"p99"_s, seconds("first_token_p99_ms"_L1), true)}, from, to, gap);
    m_endToEnd->setSeries({line(u"p50"_s, seconds("end_to_end_p50_ms"_L1)), line(u"p95"_s, seconds("end_to_end_p95_ms"_L1)), line(u"p99"_s, seconds("end_to_end_p99_ms"_L1), true)}, from, to, gap);
    m_outcomes->setSeries({line(tr("Succeeded"), perMinute("succeeded"_L1)), line(tr("Failed"), perMinute("failed"_L1)), line(tr("Cancelled"), perMinute("cancelled"_L1), true), line(tr("Degraded"), perMinute("degraded"_L1), true)}, from, to, gap);
    m_rates->setSeries({line(tr("Fallbacks"), percent("fallbacks"_L1)), line(tr("Errors"), percent("failed"_L1))}, from, to, gap);
    m_cost->setSeries({line(tr("Cost"), [step](const QJsonObject& point) { return point.value("cost_usd"_L1).toString().toDouble() * 3600 / step; })}, from, to, gap);
    m_tokens->setSeries({line(tr("In"), perMinute("input_tokens"_L1)), line(tr("Out"), perMinute("output_tokens"_L1))}, from, to, gap);
}

void MetricsPanel::showTotals(const QJsonObject& metrics) { m_totals->setRows(metrics.value("totals"_L1).toArray()); }

void MetricsPanel::exportCsv() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the totals"), u"signalbox-metrics.csv"_s, tr("CSV files (*.csv)"));
    if (file.isEmpty()) return;
    QStringList names;
    QString text;
    const QJsonArray rows = m_totals->rows();
    if (!rows.isEmpty()) names = rows.first().toObject().keys();
    text += names.join(u',') + u'\n';
    for (const QJsonValue& row : rows) {
        QStringList cells;
        for (const QString& name : names) {
            QString cell = row.toObject().value(name).toVariant().toString();
            cells << u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
        }
        text += cells.join(u',') + u'\n';
    }
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate) || out.write(text.toUtf8()) < 0)
        m_bar->show(MessageBar::Kind::Error, tr("The file was not written."), out.errorString());
    else
        Q_EMIT messageRequested(tr("The totals are in %1.").arg(file));
}

bool MetricsPanel::openLink(const QUrl& link) {
    const QUrlQuery query(link);
    const auto value = [&](const QString& name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    m_route->setText(value(u"route"_s));
    m_key->setText(value(u"key"_s));
    const QString provider = value(u"provider"_s);
    m_target->setText(value(u"model"_s).isEmpty() ? provider : provider + u'/' + value(u"model"_s));
    return true;
}

QList<PanelKey> MetricsPanel::keys() const {
    return {{QKeySequence(Qt::Key_Left), tr("Move the crosshair of a chart")}, {QKeySequence(Qt::Key_Right), tr("Move the crosshair of a chart")}, {QKeySequence::Copy, tr("Copy the chosen totals as text")}};
}

} // namespace signalbox::ui
