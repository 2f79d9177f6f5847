#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace signalbox::ui {

class TextLabel;

/// The head of every panel: title, one line of purpose, small extras, and at most one main action.
class PanelHeader : public QWidget {
    Q_OBJECT

public:
    PanelHeader(const QString& title, const QString& purpose, QWidget* parent = nullptr);

    /// The main action, in the accent colour at the right end.
    QPushButton* setMainAction(const QString& title, const QString& icon = {});
    /// A second-rank control to the left of the main action.
    void addWidget(QWidget* widget);
    void setPurpose(const QString& purpose);

private:
    TextLabel* m_purpose;
    QHBoxLayout* m_extras;
    QPushButton* m_main = nullptr;
};

} // namespace signalbox::ui
