#pragma once

#include <QJsonObject>
#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <functional>

class QComboBox;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSplitter;

namespace signalbox::ui {

class CaseForm;
class DataTable;
class EmptyState;
class JsonTableModel;
class MessageBar;
class OpenDocument;
class TextLabel;

/// Test sets of the prompt and of the workflows that use it: run against a version, with what failed and why, and the runs before.
class TestPage : public QWidget {
    Q_OBJECT

public:
    explicit TestPage(OpenDocument& prompt, QWidget* parent = nullptr);

    void activate();
    /// Chooses the version that the next run is against.
    void choose(qint64 version);
    void addCase(const QJsonValue& input, const QString& output, const QString& model);

Q_SIGNALS:
    void linkRequested(const QUrl& link);
    void messageRequested(const QString& message, const std::function<void()>& undo = {});

private:
    QWidget* makeControls();
    void readSets();
    void addSet(const QString& name, const QString& of);
    void readRuns();
    void run();
    void readRun(const QString& id);
    void showRun(const QJsonObject& run);
    void showCase(int row);
    void updateButtons();
    bool isWorkflowSet() const;
    QStringList setNames() const;

    OpenDocument& m_prompt;
    MessageBar* m_bar;
    QComboBox* m_set;
    QComboBox* m_version;
    QPushButton* m_run;
    QPushButton* m_add;
    QProgressBar* m_progress;
    TextLabel* m_state;
    CaseForm* m_form;
    EmptyState* m_empty;
    QWidget* m_results;
    QSplitter* m_tables;
    QWidget* m_resultStretch; ///< keeps the words at the top while there are no tables
    JsonTableModel* m_runs;
    DataTable* m_runTable;
    JsonTableModel* m_cases;
    DataTable* m_caseTable;
    QPlainTextEdit* m_case;
    QTimer m_poll;
    QString m_watched; ///< the test run that is under way or shown
};

} // namespace signalbox::ui
