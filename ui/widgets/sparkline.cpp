#include "ui/widgets/sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace signalbox::ui {

Sparkline::Sparkline(Token color, QWidget* parent) : QWidget(parent), m_color(color) {
    setMinimumHeight(24);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Sparkline::setValues(std::deque<double> values) {
    m_values = std::move(values);
    while (m_values.size() > length) m_values.pop_front();
    update();
}

void Sparkline::append(double value) {
    m_values.push_back(value);
    if (m_values.size() > length) m_values.pop_front();
    update();
}

void Sparkline::setColor(Token color) {
    m_color = color;
    update();
}

void Sparkline::paintEvent(QPaintEvent*) {
    if (m_values.size() < 2) return;
    const double top = std::max(*std::max_element(m_values.begin(), m_values.end()), 1e-9);
    const QRectF area = QRectF(rect()).adjusted(1, 2, -1, -2);
    const double step = area.width() / static_cast<double>(length - 1);
    const double first = area.right() - step * static_cast<double>(m_values.size() - 1);

    QPainterPath line;
    for (std::size_t at = 0; at < m_values.size(); ++at) {
        const QPointF point(first + step * static_cast<double>(at), area.bottom() - area.height() * m_values[at] / top);
        at == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    QPainterPath below = line;
    below.lineTo(area.right(), area.bottom());
    below.lineTo(first, area.bottom());
    below.closeSubpath();

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = Theme::current().color(m_color);
    QColor fill = color;
    fill.setAlphaF(0.12F);
    painter.fillPath(below, fill);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
}

} // namespace signalbox::ui
