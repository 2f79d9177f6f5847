#pragma once

#include <QColor>
#include <QPointF>
#include <QString>
#include <QVector>

namespace signalbox::ui {

/// One line of a chart: x in milliseconds since 1970, y in the chart's unit. A NaN y, or a step in x of more than `gap` ms, breaks
/// the line: gaps are gaps, not zeros.
struct Series {
    QString name;
    QVector<QPointF> points;
    bool dashed = false;
};

/// The unbroken pieces of a line. `gapMs` 0: only NaN breaks.
QVector<QVector<QPointF>> piecesOf(const QVector<QPointF>& points, double gapMs);

/// At most `columns` columns with their least and greatest point each, in order: what a screen can show of a line, peaks included.
QVector<QPointF> decimated(const QVector<QPointF>& points, int columns);

/// The point nearest to `x`, or -1. `points` ascend in x.
int nearestPoint(const QVector<QPointF>& points, double x);

/// Colours that people with any colour vision tell apart (Okabe and Ito), lightened on dark.
QColor seriesColor(int index, bool dark);

} // namespace signalbox::ui
