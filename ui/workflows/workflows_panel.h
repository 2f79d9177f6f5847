#pragma once

#include "ui/widgets/list_panel.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

class QCheckBox;
class QPushButton;

namespace signalbox::ui {

class DataTable;
class EmptyState;
class JsonTableModel;
class WorkflowDetail;

/// Workflows: AI tasks as services with contracts. The list says how each does; the chosen one's detail has all the rest.
class WorkflowsPanel : public ListPanel {
    Q_OBJECT

public:
    WorkflowsPanel(const PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void refresh() override;
    bool openLink(const QUrl& link) override;
    QList<PanelAction> actions() override;
    QList<PanelKey> keys() const override;

private:
    void addKeys();
    void readList();
    void readFigures();
    void showRows();
    void showSelected();
    void choose(const QString& name);
    void startNew();
    void closeDetail();

    QPushButton* m_new;
    QCheckBox* m_archived;
    JsonTableModel* m_model;
    DataTable* m_table;
    EmptyState* m_empty;
    WorkflowDetail* m_detail;
    QTimer m_tick;
    QJsonArray m_items;   ///< as the list came
    QJsonArray m_figures; ///< the totals of 24 hours
    QString m_wanted;     ///< to be chosen once it is in the list
    bool m_setting = false;
};

PanelDescription workflowsPanel();

} // namespace signalbox::ui
