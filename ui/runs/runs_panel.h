#pragma once

#include "core/client/resources.h"
#include "ui/widgets/panel.h"

#include <QJsonArray>
#include <QTimer>

class QPushButton;
class QStackedWidget;

namespace signalbox::ui {

class DataTable;
class EmptyState;
class MessageBar;
class RunDetail;
class RunFilterRow;
class RunsModel;

/// Every call on record: a list of any length, filters, and all of the chosen one beside it. New runs come by themselves; who has
/// scrolled down is told of them and not moved.
class RunsPanel : public Panel {
    Q_OBJECT

public:
    RunsPanel(const PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void refresh() override;
    void focusFilter() override;
    bool openLink(const QUrl& link) override;
    QList<PanelKey> keys() const override;

private:
    client::RunFilter filter() const;
    void applyFilter();
    void onRuns(const QJsonArray& runs, int skipped);
    void showPending();
    void showSelected();
    bool isAtTop() const;

    PanelContext m_context;
    RunFilterRow* m_filters;
    MessageBar* m_bar;
    RunsModel* m_model;
    DataTable* m_table;
    EmptyState* m_empty;
    QStackedWidget* m_list;
    QPushButton* m_newRuns;
    RunDetail* m_detail;
    int m_pendingCount = 0;
    bool m_read = false;
};

PanelDescription runsPanel();

} // namespace signalbox::ui
