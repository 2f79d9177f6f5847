#pragma once

#include <QList>
#include <QPlainTextEdit>

namespace signalbox::ui {

/// Something wrong at a place of a text.
struct TextProblem {
    int line = 0;   ///< from 1; 0: not known, the whole text
    int column = 0; ///< from 1; 0: the whole line
    QString message;
};

/// A text field for a prompt's template: mono font, tags coloured, problems underlined where they are and told when pointed at. It is as
/// high as its text, between a least and a greatest number of lines.
class TemplateEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit TemplateEditor(QWidget* parent = nullptr);
    void setProblems(const QList<TextProblem>& problems);
    const QList<TextProblem>& problems() const { return m_problems; }
    /// In lines; 0 as the greatest: it takes the height that the layout gives it.
    void setHeightInLines(int least, int most);
    /// Puts the cursor on a problem and shows it.
    void goTo(const TextProblem& problem);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void focusGained();

protected:
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void restyle();
    void markProblems();
    int heightOf(int lines) const;
    const TextProblem* problemAt(const QPoint& point) const;

    QList<TextProblem> m_problems;
    int m_least = 3;
    int m_most = 24;
};

} // namespace signalbox::ui
