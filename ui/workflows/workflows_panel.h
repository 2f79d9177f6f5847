#pragma once

#include "ui/widgets/panel.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace signalbox::ui {

class DataTable;
class EmptyState;
class JsonTableModel;
class MessageBar;
class WorkflowDetail;

/// Workflows: AI tasks as services with contracts. The list says how each does; the chosen one's detail has all the rest.
class WorkflowsPanel : public Panel {
    Q_OBJECT

public:
    WorkflowsPanel(const PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void refresh() override;
    void focusFilter() override;
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
    void move(int rows);

    PanelContext m_context;
    QPushButton* m_new;
    QLineEdit* m_search;
    QCheckBox* m_archived;
    MessageBar* m_bar;
    JsonTableModel* m_model;
    DataTable* m_table;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    WorkflowDetail* m_detail;
    QSplitter* m_split;
    QTimer m_typing;
    QTimer m_tick;
    QJsonArray m_items;   ///< as the list came
    QJsonArray m_figures; ///< the totals of 24 hours
    QString m_wanted;     ///< to be chosen once it is in the list
    bool m_setting = false;
};

PanelDescription workflowsPanel();

} // namespace signalbox::ui
