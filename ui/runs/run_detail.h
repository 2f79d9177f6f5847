#pragma once

#include "ui/widgets/detail_pane.h"

#include <QJsonObject>
#include <QPointer>
#include <QUrl>

class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace signalbox::client {
class Connection;
}

namespace signalbox::ui {

class KeyValueView;
class MessageBar;
class SentenceList;
class StatusBadge;
class StoryView;
class TextLabel;
class Waterfall;

/// All of one run: how it ended, the waterfall of its attempts, what decided it, what it cost, and what was said, on demand.
class RunDetail : public DetailPane {
    Q_OBJECT

public:
    explicit RunDetail(client::Connection& connection, QWidget* parent = nullptr);
    /// Shows the row at once and reads the rest.
    void showRun(const QJsonObject& row);
    QString runId() const { return m_id; }

Q_SIGNALS:
    void linkActivated(const QUrl& link);

private:
    void fill(const QJsonObject& run);
    void fillMarks(const QJsonObject& run);
    void fillDecided(const QJsonObject& run);
    void fillAfterwards(const QJsonObject& run);
    void readPayload();

    client::Connection& m_connection;
    QString m_id;
    MessageBar* m_bar;
    StatusBadge* m_status;
    StatusBadge* m_simulated;
    StatusBadge* m_trial;
    StatusBadge* m_repaired;
    StatusBadge* m_flagged;
    TextLabel* m_error;
    SentenceList* m_reasons;
    Waterfall* m_waterfall;
    KeyValueView* m_figures;
    KeyValueView* m_decided;
    StoryView* m_story;
    QWidget* m_afterwardsSection;
    SentenceList* m_afterwards;
    QWidget* m_payload;
    TextLabel* m_payloadNote;
    QPushButton* m_showPayload;
    QTabWidget* m_payloadTabs;
    QPlainTextEdit* m_request;
    QPlainTextEdit* m_response;
};

} // namespace signalbox::ui
