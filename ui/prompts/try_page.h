#pragma once

#include <QJsonObject>
#include <QUrl>
#include <QWidget>

#include <functional>

class QGridLayout;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace signalbox::ui {

class EmptyState;
class MessageBar;
class OpenDocument;
class RunChoice;
class TextLabel;
class TrialCell;
class VariablesForm;

/// Versions of a prompt, the draft among them, tried on several models side by side, each answer as it streams. Trials are real calls,
/// kept out of production's metrics.
class TryPage : public QWidget {
    Q_OBJECT

public:
    TryPage(OpenDocument& prompt, std::function<QJsonObject()> draft, QWidget* parent = nullptr);

    /// Chooses just that version; -1: the draft.
    void choose(qint64 version);
    void run();
    void stop();
    void activate();
    void onDraftEdited();
    static constexpr int atOnce = 4;       ///< trials under way at the same time
    static constexpr int most = 24;        ///< cells of one run

Q_SIGNALS:
    void linkRequested(const QUrl& link);
    /// An input, and what came of it, for a test set.
    void caseRequested(const QJsonObject& variables, const QString& output, const QString& model);

private:
    QWidget* makeSetup();
    void fillVersions();
    void readModels();
    void addModel(const QString& model, const QString& tooltip);
    void updateForm();
    void startNext();
    void arrange();
    void updateButtons();
    void chooseFirst(const QString& provider);
    QStringList chosenModels() const;
    QList<qint64> chosenVersions() const;
    void resizeEvent(QResizeEvent* event) override;

    OpenDocument& m_prompt;
    std::function<QJsonObject()> m_draft;
    MessageBar* m_bar;
    RunChoice* m_run;
    VariablesForm* m_variables;
    QListWidget* m_models;
    QListWidget* m_versions;
    QPushButton* m_start;
    QPushButton* m_stop;
    TextLabel* m_note;
    QScrollArea* m_scroll;
    QWidget* m_grid;
    QGridLayout* m_gridLayout;
    EmptyState* m_empty;
    QList<TrialCell*> m_cells;
    QJsonObject m_used;       ///< the variables of the trials on screen
    int m_perRow = 1;
    int m_columns = 0;
    bool m_modelsRead = false;
};

} // namespace signalbox::ui
