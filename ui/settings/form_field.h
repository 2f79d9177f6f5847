#pragma once

#include <QWidget>

namespace signalbox::ui {

class TextLabel;

/// A control with its label above, a hint below, and, where the gateway found something wrong with it, the reason in the hint's place.
class FormField : public QWidget {
    Q_OBJECT

public:
    /// `pointer` is where the control's value stands in the document, `/spec/base_url`.
    FormField(const QString& label, QWidget* control, const QString& hint = {}, const QString& pointer = {}, QWidget* parent = nullptr);

    const QString& pointer() const { return m_pointer; }
    void setHint(const QString& hint);
    /// Empty: nothing is wrong.
    void setProblem(const QString& problem);
    QString problem() const { return m_problem; }

private:
    void show();
    QWidget* m_control;
    TextLabel* m_below;
    QString m_hint;
    QString m_problem;
    QString m_pointer;
};

} // namespace signalbox::ui
