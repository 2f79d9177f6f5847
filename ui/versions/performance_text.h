#pragma once

#include "ui/widgets/status_badge.h"

#include <QJsonObject>
#include <QString>

/// What a version did, in words. All of it counts calls in production, without trials.
namespace signalbox::ui::performance {

/// `96.2 %`, or none().
QString success(const QJsonObject& performance);
/// `95.1 – 97.0 %`: where the true rate is, 19 times out of 20. Empty: not known.
QString interval(const QJsonObject& proportion);
/// `2.1 %` overridden, or none().
QString overridden(const QJsonObject& performance);
/// `better`, `worse`, `could be chance`, `too few calls` as an icon, a word and a colour.
Status verdict(const QString& word);
/// `+1.3 points (could be chance)`; empty: nothing to compare.
QString difference(const QJsonObject& comparison);
/// One line: calls, success, cost, latency.
QString summary(const QJsonObject& performance);
/// What became different from one version to the next: 1 it rose, -1 it fell, 0 it did not, or it could be chance. Success counts where
/// the intervals part; cost and latency by a quarter, from 30 calls on.
struct Changes {
    int success = 0;
    int cost = 0;
    int latency = 0;
    bool operator==(const Changes&) const = default;
};
Changes changes(const QJsonObject& before, const QJsonObject& now);
/// A value with the mark of its change: `▲ 97.3 %`.
QString marked(const QString& value, int change);

} // namespace signalbox::ui::performance
