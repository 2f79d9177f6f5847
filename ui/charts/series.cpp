#include "ui/charts/series.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox::ui {

QVector<QVector<QPointF>> piecesOf(const QVector<QPointF>& points, double gapMs) {
    QVector<QVector<QPointF>> pieces;
    QVector<QPointF> piece;
    for (const QPointF& point : points) {
        const bool broken = std::isnan(point.y());
        if (!piece.isEmpty() && (broken || (gapMs > 0 && point.x() - piece.last().x() > gapMs))) {
            pieces.append(piece);
            piece.clear();
        }
        if (!broken) piece.append(point);
    }
    if (!piece.isEmpty()) pieces.append(piece);
    return pieces;
}

QVector<QPointF> decimated(const QVector<QPointF>& points, int columns) {
    if (columns < 1 || points.size() <= 2 * columns) return points;
    const double first = points.first().x();
    const double width = std::max(1e-9, points.last().x() - first);
    QVector<QPointF> kept;
    kept.reserve(2 * columns);
    for (qsizetype at = 0; at < points.size();) {
        const int column = std::min(columns - 1, static_cast<int>((points[at].x() - first) / width * columns));
        QPointF low = points[at];
        QPointF high = points[at];
        for (; at < points.size() && std::min(columns - 1, static_cast<int>((points[at].x() - first) / width * columns)) == column; ++at) {
            if (points[at].y() < low.y()) low = points[at];
            if (points[at].y() > high.y()) high = points[at];
        }
        if (low.x() > high.x()) std::swap(low, high);
        kept.append(low);
        if (high != low) kept.append(high);
    }
    return kept;
}

int nearestPoint(const QVector<QPointF>& points, double x) {
    if (points.isEmpty()) return -1;
    const auto after = std::lower_bound(points.begin(), points.end(), x, [](const QPointF& point, double at) { return point.x() < at; });
    if (after == points.end()) return static_cast<int>(points.size()) - 1;
    if (after == points.begin()) return 0;
    const auto before = after - 1;
    return static_cast<int>((x - before->x() < after->x() - x ? before : after) - points.begin());
}

QColor seriesColor(int index, bool dark) {
    static constexpr std::array<QRgb, 7> kLight = {0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7, 0xff8a6d00, 0xff3a8fc7, 0xff555555};
    static constexpr std::array<QRgb, 7> kDark = {0xff56b4e9, 0xffff9347, 0xff2bd0a2, 0xffe6a3c8, 0xfff0e442, 0xff9ad0f5, 0xffb0b0b0};
    const auto at = static_cast<std::size_t>(index) % kLight.size();
    return QColor::fromRgb(dark ? kDark[at] : kLight[at]);
}

} // namespace signalbox::ui
