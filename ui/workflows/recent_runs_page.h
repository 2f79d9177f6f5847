#pragma once

#include "core/client/api_client.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QStackedWidget;

namespace signalbox::client {
class Connection;
}

namespace signalbox::ui {

class DataTable;
class JsonTableModel;
class MessageBar;

/// The newest runs of one workflow. Return or a double click opens one in Runs.
class RecentRunsPage : public QWidget {
    Q_OBJECT

public:
    explicit RecentRunsPage(client::Connection& connection, QWidget* parent = nullptr);
    void setWorkflow(const QString& name);
    /// Reads them anew.
    void refresh();

Q_SIGNALS:
    void linkActivated(const QUrl& link);

protected:
    void showEvent(QShowEvent* event) override;

private:
    client::Connection& m_connection;
    QString m_name;
    MessageBar* m_bar;
    QCheckBox* m_trials;
    QPushButton* m_all;
    JsonTableModel* m_model;
    DataTable* m_table;
    QStackedWidget* m_stack;
    client::PendingCall m_call;
};

} // namespace signalbox::ui
