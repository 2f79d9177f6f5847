#pragma once

#include "ui/widgets/panel.h"

#include <QTimer>


namespace signalbox::client {
struct ApiError;
}

namespace signalbox::ui {

class DataTable;
class FirstCall;
class JsonTableModel;
class MessageBar;
class TargetDetail;
class TotalsStrip;

PanelDescription overviewPanel();

/// Is everything all right: totals, every target's health, every workflow's and route's traffic, as they are this second.
class OverviewPanel : public Panel {
    Q_OBJECT

public:
    explicit OverviewPanel(const PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void refresh() override;
    bool openLink(const QUrl& link) override;
    QList<PanelAction> actions() override;
    QList<PanelKey> keys() const override;

private:
    void read();
    void show(const QJsonObject& overview, bool whole);
    void showSelected();
    void resetBreaker(const QString& provider, const QString& model);
    void lookForRuns();

    PanelContext m_context;
    MessageBar* m_bar;
    TotalsStrip* m_totals;
    FirstCall* m_firstCall;
    JsonTableModel* m_targets;
    DataTable* m_targetTable;
    JsonTableModel* m_services; ///< workflows, then routes
    DataTable* m_serviceTable;
    TargetDetail* m_detail;
    QTimer m_poll;
    bool m_seenRuns = false;
};

} // namespace signalbox::ui
