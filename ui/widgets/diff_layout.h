#pragma once

#include "ui/widgets/diff_lines.h"

#include <QFont>
#include <QFontMetricsF>

#include <array>
#include <vector>

namespace signalbox::ui {

/// Breaks a line of a monospaced font into pieces that fit a width. Lines in which every character is as wide as every other, which
/// is nearly all of them, are broken by counting; the rest by Qt's text layout.
class LineBreaker {
public:
    void setFont(const QFont& font);
    /// Where each piece begins; at least one. `width` in px.
    std::vector<int> breaksOf(const QString& text, double width) const;
    /// How many pieces there are.
    int piecesOf(const QString& text, double width) const;
    double cell() const { return m_cell; }
    /// Offset in px of character `to` in a piece that begins at `from`.
    double offsetOf(const QString& text, int from, int to) const;

private:
    bool isUniform(const QString& text) const;

    QFont m_font;
    QFontMetricsF m_metrics{QFont()};
    double m_cell = 8;
    mutable std::vector<signed char> m_uniform; ///< per UTF-16 unit: 0 not known, 1 one cell wide, -1 not
};

/// Where each line of a comparison stands, in px from the top.
class DiffLayout {
public:
    void setFont(const QFont& font, int headingHeight);
    /// `textWidth` is that of one side.
    void layOut(const std::vector<DiffLine>& lines, double textWidth);

    int height() const { return m_tops.empty() ? 0 : m_tops.back(); }
    int topOf(int line) const { return m_tops[static_cast<std::size_t>(line)]; }
    int heightOf(int line) const { return m_tops[static_cast<std::size_t>(line) + 1] - m_tops[static_cast<std::size_t>(line)]; }
    /// The line at `y`, the last one below the end.
    int lineAt(int y) const;
    int lineHeight() const { return m_lineHeight; }
    const LineBreaker& breaker() const { return m_breaker; }
    double textWidth() const { return m_textWidth; }

private:
    LineBreaker m_breaker;
    int m_lineHeight = 16;
    int m_headingHeight = 28;
    double m_textWidth = 0;
    std::vector<int> m_tops; ///< one more than lines
};

} // namespace signalbox::ui
