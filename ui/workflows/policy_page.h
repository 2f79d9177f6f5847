#pragma once

#include <QJsonObject>
#include <QScrollArea>

namespace signalbox::ui {

class CopyLine;
class JsonTableModel;
class SentenceList;
class TextLabel;

/// What happens to a call, in sentences: which target serves it, which answers are flagged or blocked, what is done when something
/// goes wrong; and below that every value of the effective policy with the module it came from.
class PolicyPage : public QScrollArea {
    Q_OBJECT

public:
    explicit PolicyPage(QWidget* parent = nullptr);
    /// The answer of `GET /workflows/NAME`.
    void setWorkflow(const QJsonObject& workflow);

private:
    SentenceList* m_routing;
    SentenceList* m_escalation;
    SentenceList* m_errors;
    TextLabel* m_degradedHeading;
    CopyLine* m_degraded;
    JsonTableModel* m_policy;
};

} // namespace signalbox::ui
