#include "ui/widgets/run_marks.h"

#include "ui/widgets/status_badge.h"

#include <QJsonArray>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

QStringList flaggedReasons(const QJsonObject& run) {
    const QJsonValue flagged = run.value("flagged"_L1);
    if (flagged.isString()) return flagged.toString().split(u'\n', Qt::SkipEmptyParts);
    QStringList reasons;
    for (const QJsonValue& reason : flagged.toArray()) reasons << reason.toString();
    return reasons;
}

QList<Chip> marksOf(const QJsonObject& run) {
    QList<Chip> marks;
    const auto add = [&marks](const QString& state) {
        const Status status = statusOf(state);
        marks.append({status.word, status.color, status.icon});
    };
    if (!flaggedReasons(run).isEmpty()) add(u"flagged"_s);
    if (run.value("repaired"_L1).toBool()) add(u"repaired"_s);
    if (run.value("trial"_L1).toBool()) add(u"trial"_s);
    return marks;
}

} // namespace signalbox::ui
