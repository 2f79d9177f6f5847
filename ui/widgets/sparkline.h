#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

#include <deque>

namespace signalbox::ui {

/// The last minute of one figure as a small line; not a chart: no axes, nothing to click.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(Token color = Token::Accent, QWidget* parent = nullptr);

    void setValues(std::deque<double> values);
    /// At the right end; the oldest goes.
    void append(double value);
    void setColor(Token color);

    QSize sizeHint() const override { return {120, 28}; }
    static constexpr std::size_t length = 60;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::deque<double> m_values;
    Token m_color;
};

} // namespace signalbox::ui
