#pragma once

#include "core/client/resources.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace signalbox::ui {

/// The filters above the runs: a row of the usual ones, and below it, on demand, the others. What is typed takes effect a moment after
/// the last key.
class RunFilterRow : public QWidget {
    Q_OBJECT

public:
    explicit RunFilterRow(QWidget* parent = nullptr);
    /// Without the span of time, which is the shell's.
    client::RunFilter filter() const;
    /// Sets the filters that a link names, and clears the others.
    void setFilter(const client::RunFilter& filter);
    void focusText();
    bool isFiltering() const;
    void showMore(bool more);

Q_SIGNALS:
    void changed();

private:
    QLineEdit* field(const QString& placeholder, const QString& name, int width);

    QLineEdit* m_text;
    QComboBox* m_status;
    QComboBox* m_errorClass;
    QLineEdit* m_target;
    QLineEdit* m_workflow;
    QToolButton* m_moreButton;
    QWidget* m_more;
    QLineEdit* m_route;
    QLineEdit* m_prompt;
    QLineEdit* m_key;
    QComboBox* m_trials;
    QCheckBox* m_flagged;
    QComboBox* m_stream;
    QComboBox* m_minimum;
    QToolButton* m_clear;
    QTimer m_pause;
    bool m_setting = false;
};

} // namespace signalbox::ui
