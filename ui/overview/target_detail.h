#pragma once

#include "ui/widgets/detail_pane.h"

#include <QJsonObject>

class QPushButton;

namespace signalbox::ui {

class KeyValueView;
class MessageBar;
class StatusBadge;

/// One target's health in full, and what can be done about it.
class TargetDetail : public DetailPane {
    Q_OBJECT

public:
    explicit TargetDetail(QWidget* parent = nullptr);

    /// `mayReset`: whether this person may reset a circuit breaker.
    void show(const QJsonObject& target, bool mayReset);
    const QJsonObject& target() const { return m_target; }
    MessageBar* bar() { return m_bar; }

Q_SIGNALS:
    void resetRequested(const QString& provider, const QString& model);
    void runsRequested(const QString& provider, const QString& model);
    void providerRequested(const QString& provider);

private:
    QJsonObject m_target;
    MessageBar* m_bar;
    StatusBadge* m_state;
    StatusBadge* m_simulated;
    KeyValueView* m_figures;
    KeyValueView* m_error;
    QWidget* m_errorSection;
    QPushButton* m_reset;
};

} // namespace signalbox::ui
