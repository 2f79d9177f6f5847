#pragma once

#include "core/client/stream_call.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QJsonObject>
#include <QUrl>

class QPlainTextEdit;
class QToolButton;

namespace signalbox::ui {

class StatusBadge;
class TextLabel;

/// One trial: a version on a model, its answer as it streams, and what it took.
class TrialCell : public QFrame {
    Q_OBJECT

public:
    enum class State { Waiting, Running, Done, Failed, Stopped };

    /// `body` is what `POST /trials` is sent.
    TrialCell(client::ApiClient& api, const QString& version, const QString& model, const QJsonObject& body, QWidget* parent = nullptr);

    void start();
    void stop();
    State state() const { return m_state; }
    QString output() const;
    const QString& runId() const { return m_runId; }
    const QString& model() const { return m_model; }

Q_SIGNALS:
    /// Done, failed or stopped.
    void ended();
    void linkRequested(const QUrl& link);
    void caseRequested(const QString& output);

private:
    void onEvent(const client::ServerEvent& event);
    void onFinished();
    void fail(const QString& message);
    void end(State state);
    void readCost(int attemptsLeft);
    void showFigures();

    client::ApiClient& m_api;
    client::StreamCall m_call;
    QString m_model;
    QJsonObject m_body;
    State m_state = State::Waiting;
    QElapsedTimer m_clock;
    qint64 m_firstTokenMs = -1;
    qint64 m_totalMs = -1;
    int m_inputTokens = -1;
    int m_outputTokens = -1;
    QString m_costUsd;
    QString m_runId;
    QString m_target;
    bool m_whole = false; ///< the stream said that it was complete
    StatusBadge* m_badge;
    TextLabel* m_figures;
    TextLabel* m_error;
    QPlainTextEdit* m_output;
    QToolButton* m_open;
    QToolButton* m_case;
};

} // namespace signalbox::ui
