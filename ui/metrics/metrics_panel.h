#pragma once

#include "core/client/resources.h"
#include "ui/widgets/panel.h"

#include <QJsonObject>
#include <QTimer>

#include <functional>

class QComboBox;
class QLineEdit;

namespace signalbox::ui {

class CrosshairGroup;
class DataTable;
class EmptyState;
class JsonTableModel;
class MessageBar;
class TimeSeriesChart;

/// Latency, outcomes, cost and tokens over the shared span of time, from rollups; and a table of what each group came to.
class MetricsPanel : public Panel {
    Q_OBJECT

public:
    MetricsPanel(const PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void refresh() override;
    bool openLink(const QUrl& link) override;
    QList<PanelKey> keys() const override;

private:
    void read();
    void readGroups();
    void showSeries(const QJsonObject& metrics);
    void showTotals(const QJsonObject& metrics);
    TimeSeriesChart* addChart(const QString& title, std::function<QString(double)> format);
    client::MetricsQuestion question() const;
    void exportCsv();

    PanelContext m_context;
    MessageBar* m_bar;
    QComboBox* m_groupBy;
    QLineEdit* m_route;
    QLineEdit* m_target;
    QLineEdit* m_key;
    CrosshairGroup* m_crosshair;
    QList<TimeSeriesChart*> m_charts;
    TimeSeriesChart* m_firstToken = nullptr;
    TimeSeriesChart* m_endToEnd = nullptr;
    TimeSeriesChart* m_outcomes = nullptr;
    TimeSeriesChart* m_rates = nullptr;
    TimeSeriesChart* m_cost = nullptr;
    TimeSeriesChart* m_tokens = nullptr;
    QWidget* m_chartArea;
    EmptyState* m_empty;
    JsonTableModel* m_totals;
    DataTable* m_table;
    QTimer m_pause;
    QTimer m_live;
};

PanelDescription metricsPanel();

} // namespace signalbox::ui
