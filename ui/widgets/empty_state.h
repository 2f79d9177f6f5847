#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace signalbox::ui {

class IconLabel;
class TextLabel;

/// Stands where a list would be: says what belongs there and offers the button that starts it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& icon, const QString& title, const QString& text, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& text);
    /// The button; without one there is none.
    QPushButton* setAction(const QString& title);
    /// Anything more below the text, e.g. lines to copy.
    void addWidget(QWidget* widget);

Q_SIGNALS:
    void actionTriggered();

private:
    TextLabel* m_title;
    TextLabel* m_text;
    QPushButton* m_action;
    QVBoxLayout* m_column;
};

} // namespace signalbox::ui
