#pragma once

#include <QDialog>

class QDateTimeEdit;
class QPushButton;

namespace signalbox::ui {

class TextLabel;
class TimeRange;

/// Asks for the two ends of a span and gives them to the time range.
class SpanDialog : public QDialog {
    Q_OBJECT

public:
    SpanDialog(TimeRange& timeRange, QWidget* parent);

private:
    void check();
    QDateTimeEdit* m_from;
    QDateTimeEdit* m_to;
    TextLabel* m_problem;
    QPushButton* m_apply;
};

} // namespace signalbox::ui
