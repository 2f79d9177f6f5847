#pragma once

#include <QFrame>

class QVBoxLayout;
class QScrollArea;
class QHBoxLayout;

namespace signalbox::ui {

class TextLabel;

/// The chosen thing beside its list: a title row with buttons and a close button, and sections that scroll.
class DetailPane : public QFrame {
    Q_OBJECT

public:
    explicit DetailPane(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// A small control in the title row.
    void addTitleWidget(QWidget* widget);
    /// A section with its own heading; an empty heading gives none. The pane owns `content`.
    void addSection(const QString& heading, QWidget* content);
    /// Below all sections, taking the height that is left over.
    void addStretching(const QString& heading, QWidget* content);

Q_SIGNALS:
    void closeRequested();

private:
    void add(const QString& heading, QWidget* content, int stretch);

    TextLabel* m_title;
    QHBoxLayout* m_titleRow;
    QVBoxLayout* m_sections;
    QScrollArea* m_scroll;
};

} // namespace signalbox::ui
