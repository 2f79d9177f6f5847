#pragma once

#include "ui/charts/series.h"

#include <QDateTime>
#include <QFrame>
#include <QTimer>

#include <functional>

QT_BEGIN_NAMESPACE
class QChart;
class QChartView;
class QDateTimeAxis;
class QValueAxis;
QT_END_NAMESPACE

namespace signalbox::ui {

class TextLabel;

/// Holds the crosshair of the charts of a panel together.
class CrosshairGroup : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void moveTo(double x) { Q_EMIT moved(x); }
    void leave() { Q_EMIT left(); }

Q_SIGNALS:
    void moved(double x);
    void left();
};

/// Lines over time with a title, a legend that hides and shows them, and the shared crosshair. New values are drawn at most five
/// times a second, decimated to the width. Left and right keys move the crosshair.
class TimeSeriesChart : public QFrame {
    Q_OBJECT

public:
    using Format = std::function<QString(double)>;

    TimeSeriesChart(const QString& title, Format format, CrosshairGroup* group, QWidget* parent = nullptr);

    void setSeries(const QVector<Series>& series, const QDateTime& from, const QDateTime& to, double gapMs);
    QPixmap picture();
    QString title() const { return m_titleText; }

Q_SIGNALS:
    /// The person dragged over this time.
    void spanChosen(const QDateTime& from, const QDateTime& to);
    /// The person clicked at this time.
    void pointClicked(const QDateTime& at);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Overlay;
    void draw();
    void restyle();
    void rebuildLegend();
    void moveCrosshair(double x, bool tell);
    double xAt(const QPointF& position) const;
    double positionOf(double x) const;

    QString m_titleText;
    Format m_format;
    CrosshairGroup* m_group;
    TextLabel* m_values;
    QWidget* m_legend;
    QChart* m_chart;
    QChartView* m_view;
    QDateTimeAxis* m_time;
    QValueAxis* m_scale;
    Overlay* m_overlay;
    QVector<Series> m_series;
    QStringList m_hidden;
    QDateTime m_from;
    QDateTime m_to;
    double m_gapMs = 0;
    double m_crosshair = -1;
    double m_dragFrom = -1;
    double m_dragTo = -1;
    QTimer m_redraw;
};

} // namespace signalbox::ui
