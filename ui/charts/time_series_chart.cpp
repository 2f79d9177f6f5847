#include "ui/charts/time_series_chart.h"

#include "ui/widgets/format.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QDateTimeAxis>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <QValueAxis>

#include <cmath>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// A step in seconds that people count in, so that `span` has at most `most` of them.
qint64 niceTimeStep(qint64 span, int most) {
    for (const qint64 step : {60, 120, 300, 600, 900, 1800, 3600, 7200, 10'800, 21'600, 43'200, 86'400, 172'800, 604'800})
        if (span / step <= std::max(1, most)) return step;
    return 2'592'000;
}

/// A line of a legend entry: the colour, as it is drawn.
QIcon swatch(const QColor& color, bool dashed) {
    QPixmap pixmap(28, 20);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(QPen(color, 3, dashed ? Qt::DotLine : Qt::SolidLine));
    painter.drawLine(2, 10, 26, 10);
    return QIcon(pixmap);
}

} // namespace

/// Crosshair and drag over the plot.
class TimeSeriesChart::Overlay : public QWidget {
public:
    explicit Overlay(TimeSeriesChart& chart, QWidget* parent) : QWidget(parent), m_owner(chart) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QRectF plot = m_owner.m_chart->plotArea();
        const Theme& theme = Theme::current();
        paintTimes(painter, plot);
        if (m_owner.m_dragFrom >= 0 && m_owner.m_dragTo >= 0) {
            QColor tint = theme.color(Token::Accent);
            tint.setAlphaF(0.18F);
            const double a = m_owner.positionOf(m_owner.m_dragFrom);
            const double b = m_owner.positionOf(m_owner.m_dragTo);
            painter.fillRect(QRectF(std::min(a, b), plot.top(), std::abs(a - b), plot.height()), tint);
        }
        if (m_owner.m_crosshair < 0) return;
        const double x = m_owner.positionOf(m_owner.m_crosshair);
        if (x < plot.left() || x > plot.right()) return;
        painter.setPen(QPen(theme.color(Token::Muted), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }

private:
    /// Labels at round local times; the axis of Qt Charts divides the span evenly, at times that nobody would name.
    void paintTimes(QPainter& painter, const QRectF& plot) {
        const QFont font = Theme::current().captionFont();
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(Theme::current().color(Token::Muted));
        const double room = std::max(1.0, plot.width() / (metrics.horizontalAdvance(u"00 Mmm 00"_s) + 16.0));
        const qint64 step = niceTimeStep(m_owner.m_from.secsTo(m_owner.m_to), static_cast<int>(room));
        const QString pattern = step >= 86'400 ? u"d MMM"_s : u"HH:mm"_s;
        const qint64 offset = m_owner.m_from.toLocalTime().offsetFromUtc();
        const qint64 from = m_owner.m_from.toSecsSinceEpoch();
        for (qint64 at = (from + offset + step - 1) / step * step - offset; at <= m_owner.m_to.toSecsSinceEpoch(); at += step) {
            const double x = m_owner.positionOf(static_cast<double>(at) * 1000);
            const QString text = QLocale().toString(QDateTime::fromSecsSinceEpoch(at), pattern);
            const double width = metrics.horizontalAdvance(text);
            const double left = std::clamp(x - width / 2, plot.left(), plot.right() - width);
            painter.drawText(QPointF(left, plot.bottom() + metrics.ascent() + 4), text);
        }
    }

    TimeSeriesChart& m_owner;
};

TimeSeriesChart::TimeSeriesChart(const QString& title, Format format, CrosshairGroup* group, QWidget* parent)
    : QFrame(parent), m_titleText(title), m_format(std::move(format)), m_group(group), m_values(new TextLabel({}, TextStyle::Caption, Token::Muted)), m_legend(new QWidget),
      m_chart(new QChart), m_view(new QChartView(m_chart)), m_time(new QDateTimeAxis), m_scale(new QValueAxis), m_overlay(new Overlay(*this, m_view->viewport())) {
    setProperty("card", true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    m_chart->legend()->hide();
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundRoundness(0);
    m_chart->setLocalizeNumbers(true);
    m_chart->addAxis(m_time, Qt::AlignBottom);
    m_chart->addAxis(m_scale, Qt::AlignLeft);
    m_time->setLabelsVisible(false);
    m_scale->setTickCount(4);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMinimumHeight(150);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);

    auto* legendRow = new QHBoxLayout(m_legend);
    legendRow->setContentsMargins(0, 0, 0, 0);
    legendRow->setSpacing(4);
    auto* copy = new QToolButton;
    copy->setAutoRaise(true);
    copy->setIcon(Theme::current().icon(u"copy"_s));
    copy->setToolTip(tr("Copy as a picture"));
    copy->setAccessibleName(tr("Copy %1 as a picture").arg(title));
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setPixmap(picture()); });
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new TextLabel(title, TextStyle::Heading));
    head->addWidget(m_values, 1);
    head->addWidget(m_legend);
    head->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_view, 1);

    m_redraw.setSingleShot(true);
    m_redraw.setInterval(200);
    connect(&m_redraw, &QTimer::timeout, this, &TimeSeriesChart::draw);
    connect(&Theme::current(), &Theme::changed, this, &TimeSeriesChart::restyle);
    if (m_group) {
        connect(m_group, &CrosshairGroup::moved, this, [this](double x) { moveCrosshair(x, false); });
        connect(m_group, &CrosshairGroup::left, this, [this] { moveCrosshair(-1, false); });
    }
    restyle();
}

void TimeSeriesChart::setSeries(const QVector<Series>& series, const QDateTime& from, const QDateTime& to, double gapMs) {
    const bool otherLines = series.size() != m_series.size() || !std::equal(series.begin(), series.end(), m_series.begin(), [](const Series& a, const Series& b) { return a.name == b.name; });
    const bool first = m_series.isEmpty();
    m_series = series;
    m_from = from;
    m_to = to;
    m_gapMs = gapMs;
    if (otherLines) rebuildLegend();
    if (first || otherLines) draw();
    else if (!m_redraw.isActive()) m_redraw.start();
}

void TimeSeriesChart::rebuildLegend() {
    auto* row = m_legend->layout();
    while (QLayoutItem* item = row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < m_series.size(); ++i) {
        const QString name = m_series[i].name;
        auto* entry = new QToolButton;
        entry->setText(name);
        entry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        entry->setIcon(swatch(seriesColor(i, Theme::current().isDark()), m_series[i].dashed));
        entry->setIconSize({14, 10});
        entry->setAutoRaise(true);
        entry->setCheckable(true);
        entry->setChecked(!m_hidden.contains(name));
        entry->setFont(Theme::current().captionFont());
        entry->setToolTip(tr("Show or hide this line"));
        connect(entry, &QToolButton::toggled, this, [this, name](bool shown) {
            if (shown) m_hidden.removeAll(name);
            else m_hidden.append(name);
            draw();
        });
        row->addWidget(entry);
    }
}

void TimeSeriesChart::draw() {
    m_chart->removeAllSeries();
    double highest = 0;
    const int columns = std::max(50, m_view->width());
    for (int i = 0; i < m_series.size(); ++i) {
        if (m_hidden.contains(m_series[i].name)) continue;
        for (const auto& piece : piecesOf(m_series[i].points, m_gapMs)) {
            const auto kept = decimated(piece, columns);
            for (const QPointF& point : kept) highest = std::max(highest, point.y());
            auto* line = new QLineSeries;
            line->setPen(QPen(seriesColor(i, Theme::current().isDark()), 1.8, m_series[i].dashed ? Qt::DotLine : Qt::SolidLine));
            // A single value between two gaps is still a value.
            if (kept.size() == 1) {
                line->setPointsVisible(true);
                line->setMarkerSize(4);
            }
            line->replace(kept);
            m_chart->addSeries(line);
            line->attachAxis(m_time);
            line->attachAxis(m_scale);
        }
    }
    m_time->setRange(m_from, m_to);
    m_scale->setRange(0, highest > 0 ? highest * 1.08 : 1);
    m_scale->applyNiceNumbers();
    // Labels carry the unit: the axis itself cannot, so its format is made from the chart's at the top tick.
    m_scale->setLabelFormat(m_scale->max() < 0.01 ? u"%.4f"_s : m_scale->max() < 1 ? u"%.2f"_s : m_scale->max() < 10 ? u"%.1f"_s : u"%.0f"_s);
    moveCrosshair(m_crosshair, false);
}

void TimeSeriesChart::restyle() {
    const Theme& theme = Theme::current();
    m_chart->setMargins({0, 0, 8, QFontMetrics(theme.captionFont()).height() + 4});
    m_chart->setBackgroundBrush(theme.color(Token::Raised));
    m_chart->setBackgroundPen(Qt::NoPen);
    m_chart->setPlotAreaBackgroundVisible(false);
    for (auto* axis : {static_cast<QAbstractAxis*>(m_time), static_cast<QAbstractAxis*>(m_scale)}) {
        axis->setLabelsColor(theme.color(Token::Muted));
        axis->setLabelsFont(theme.captionFont());
        axis->setGridLineColor(theme.color(Token::Line));
        axis->setLinePen(QPen(theme.color(Token::Line)));
    }
    m_time->setGridLineVisible(false);
    rebuildLegend();
    draw();
}

double TimeSeriesChart::xAt(const QPointF& position) const {
    const QRectF plot = m_chart->plotArea();
    if (plot.width() <= 0) return -1;
    const double share = std::clamp((position.x() - plot.left()) / plot.width(), 0.0, 1.0);
    const auto from = static_cast<double>(m_from.toMSecsSinceEpoch());
    return from + share * static_cast<double>(m_from.msecsTo(m_to));
}

double TimeSeriesChart::positionOf(double x) const {
    const QRectF plot = m_chart->plotArea();
    const double span = std::max<double>(1, static_cast<double>(m_from.msecsTo(m_to)));
    return plot.left() + (x - static_cast<double>(m_from.toMSecsSinceEpoch())) / span * plot.width();
}

void TimeSeriesChart::moveCrosshair(double x, bool tell) {
    m_crosshair = x;
    QStringList parts;
    if (x >= 0) {
        for (const Series& series : m_series) {
            if (m_hidden.contains(series.name)) continue;
            const int at = nearestPoint(series.points, x);
            if (at < 0 || std::isnan(series.points[at].y()) || (m_gapMs > 0 && std::abs(series.points[at].x() - x) > m_gapMs)) continue;
            parts << series.name + u' ' + m_format(series.points[at].y());
        }
        if (!parts.isEmpty()) parts.prepend(format::clock(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(x))));
    }
    m_values->setText(parts.join(u"   "_s));
    m_overlay->setGeometry(m_view->viewport()->rect());
    m_overlay->raise();
    m_overlay->update();
    if (!tell || !m_group) return;
    if (x >= 0) m_group->moveTo(x);
    else m_group->leave();
}

bool TimeSeriesChart::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view->viewport()) return QFrame::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseMove: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (m_dragFrom >= 0) m_dragTo = xAt(mouse->position());
        moveCrosshair(xAt(mouse->position()), true);
        return true;
    }
    case QEvent::Leave: moveCrosshair(-1, true); break;
    case QEvent::MouseButtonPress: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton) m_dragFrom = m_dragTo = xAt(mouse->position());
        setFocus(Qt::MouseFocusReason);
        return true;
    }
    case QEvent::MouseButtonRelease: {
        if (m_dragFrom < 0) break;
        constexpr double kDragPixels = 6;
        const double from = std::min(m_dragFrom, m_dragTo);
        const double to = std::max(m_dragFrom, m_dragTo);
        const bool dragged = std::abs(positionOf(to) - positionOf(from)) > kDragPixels;
        m_dragFrom = m_dragTo = -1;
        m_overlay->update();
        if (dragged) Q_EMIT spanChosen(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(from)), QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(to)));
        else Q_EMIT pointClicked(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(from)));
        return true;
    }
    case QEvent::Resize: m_overlay->setGeometry(m_view->viewport()->rect()); break;
    default: break;
    }
    return QFrame::eventFilter(watched, event);
}

void TimeSeriesChart::keyPressEvent(QKeyEvent* event) {
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (direction == 0 || m_series.isEmpty() || m_series.first().points.isEmpty()) return QFrame::keyPressEvent(event);
    const auto& points = m_series.first().points;
    const int at = m_crosshair < 0 ? static_cast<int>(points.size()) - 1 : std::clamp(nearestPoint(points, m_crosshair) + direction, 0, static_cast<int>(points.size()) - 1);
    moveCrosshair(points[at].x(), true);
}

void TimeSeriesChart::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    m_redraw.start();
}

QPixmap TimeSeriesChart::picture() { return grab(); }

} // namespace signalbox::ui
