#pragma once

#include "ui/widgets/diff_layout.h"
#include "ui/widgets/diff_lines.h"

#include <QAbstractScrollArea>

namespace signalbox::ui {

/// Two versions of texts, compared: side by side or one under the other, lines numbered and wrapped, changed words marked, moved
/// blocks told apart from changed ones, unchanged parts folded until clicked. Paints what is on screen only: ten thousand lines scroll
/// as ten do. Keys: N and P or F7 and Shift+F7 go from change to change, E opens all that is folded, Ctrl+C copies the chosen lines.
class DiffView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit DiffView(QWidget* parent = nullptr);

    /// What stands on the two sides, above the text: `version 3 (production)`.
    void setTitles(const QString& left, const QString& right);
    void setSections(const QList<DiffSection>& sections);
    void setUnified(bool unified);
    void setIgnoreWhitespace(bool ignore);
    void setFolded(bool folded);

    int changeCount() const { return static_cast<int>(m_lines.changes().size()); }
    /// From 0; -1 before the first step.
    int currentChange() const { return m_current; }
    DiffCounts counts() const { return m_lines.counts(); }
    const DiffLines& lines() const { return m_lines; }
    void nextChange() { goToChange(m_current + 1); }
    void previousChange() { goToChange(m_current < 0 ? changeCount() - 1 : m_current - 1); }
    /// The chosen lines of one side as text.
    QString selectedText() const;
    /// A summary in words: `lines: 3 changed, 1 added`.
    QString summary() const;
    QSize sizeHint() const override { return {640, 320}; }

Q_SIGNALS:
    /// Another change is the current one, or there are others now.
    void changeMoved(int current, int count);
    /// E was pressed, or a fold of all was asked for.
    void foldedChanged(bool folded);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    static constexpr int kMarks = 8; ///< px at the right: where in the whole the changes are
    struct Columns {
        int leftNumber = 0; ///< x of each part
        int leftText = 0;
        int rightNumber = 0;
        int rightText = 0;
        int numberWidth = 0;
        int textWidth = 0;
        int end = 0;
    };
    void restyle();
    void relayout();
    void setOptions(const DiffLines::Options& options);
    void goToChange(int change);
    void openFold(int line);
    Columns columns() const;
    int headerHeight() const;
    int lineAt(const QPoint& point) const;
    bool isOnRight(const QPoint& point) const;
    bool isSelected(int line, bool right) const;

    void paintLine(QPainter& painter, int line, int top, const Columns& at) const;
    void paintSide(QPainter& painter, int line, bool right, const QRect& number, const QRect& text) const;
    void paintText(QPainter& painter, const DiffText& text, const QRect& area, const QColor& mark) const;
    void paintMarks(QPainter& painter, const Columns& at) const;
    void paintHeader(QPainter& painter, const Columns& at) const;

    DiffLines m_lines;
    DiffLayout m_layout;
    QString m_leftTitle;
    QString m_rightTitle;
    int m_current = -1;
    int m_anchor = -1; ///< chosen lines: from here
    int m_head = -1;   ///< to here
    bool m_selectRight = false;
};

} // namespace signalbox::ui
