#pragma once

#include "core/client/api_client.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace signalbox::client {
class Connection;
}

namespace signalbox::ui {

class InputForm;
class MessageBar;
class TrialResult;

/// Runs a workflow from here: an input as a form or as JSON, begun from the contract's example or from a recorded run, any version of
/// the workflow, and what came of it. What is typed is kept until it is replaced.
class TrialPage : public QWidget {
    Q_OBJECT

public:
    explicit TrialPage(client::Connection& connection, QWidget* parent = nullptr);
    void setWorkflow(const QJsonObject& workflow);
    /// Those that can be tried besides the live one: the answer of `GET /documents/workflow/NAME/versions`.
    void setVersions(const QJsonArray& versions);
    void run();

Q_SIGNALS:
    void linkActivated(const QUrl& link);
    /// A trial ended, so there is one more run.
    void tried();

private:
    QJsonValue input() const;
    void setInput(const QJsonValue& input);
    void inputEdited();
    void fillRecorded();
    void useRecorded(const QString& runId);
    void send(const QJsonObject& workflow);
    void finished(const client::ApiResult& result);
    void setRunning(bool running);
    QString draftId() const { return m_gateway + QStringLiteral("/trial/") + m_name; }

    client::Connection& m_connection;
    QString m_gateway; ///< where it is; others have workflows of the same names
    QString m_name;
    QJsonValue m_schema;
    QJsonValue m_exampleInput;
    QComboBox* m_version;
    QToolButton* m_recorded;
    QMenu* m_recordedMenu;
    QPushButton* m_example;
    QPushButton* m_run;
    MessageBar* m_bar;
    QTabWidget* m_tabs;
    InputForm* m_form;
    QPlainTextEdit* m_json;
    TrialResult* m_result;
    QTimer m_pause;
    QTimer m_tick;
    QElapsedTimer m_elapsed;
    client::PendingCall m_call;
    bool m_hasForm = false;
    bool m_running = false;
    bool m_setting = false;
};

} // namespace signalbox::ui
