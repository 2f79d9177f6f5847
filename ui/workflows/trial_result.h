#pragma once

#include "core/client/api_result.h"

#include <QFrame>
#include <QJsonObject>

class QPlainTextEdit;
class QToolButton;

namespace signalbox::ui {

class LinkLine;
class SentenceList;
class StatusBadge;
class TextLabel;

/// What a trial gave: the output, whether it keeps the contract, what was flagged, what it took and cost. Always marked as a trial.
class TrialResult : public QFrame {
    Q_OBJECT

public:
    explicit TrialResult(QWidget* parent = nullptr);

    /// Nothing has been tried yet, or it is being tried.
    void clear(const QString& note);
    /// `output` as the caller got it; the run's record follows by `setRun`.
    void setOutput(const QString& output, const QString& runId, const QString& cost, qint64 elapsedMs);
    void setFailure(const client::ApiError& error, const QString& runId, qint64 elapsedMs);
    void setRun(const QJsonObject& run);

Q_SIGNALS:
    void linkActivated(const QUrl& link);

private:

    TextLabel* m_note;
    QWidget* m_badges;
    StatusBadge* m_status;
    StatusBadge* m_trial;
    StatusBadge* m_repaired;
    StatusBadge* m_flagged;
    LinkLine* m_facts;
    SentenceList* m_check;
    QPlainTextEdit* m_output;
    QToolButton* m_copy;
    QString m_runId;
    QList<client::Violation> m_violations;
    QString m_checkText;
    bool m_kept = true;
};

} // namespace signalbox::ui
