#pragma once

#include "ui/widgets/two_line_delegate.h"

#include <QJsonObject>
#include <QStringList>

namespace signalbox::ui {

/// Why policy marked a run's output; empty: it did not.
QStringList flaggedReasons(const QJsonObject& run);

/// What is special about a run: flagged by an escalation rule, repaired, a trial.
QList<Chip> marksOf(const QJsonObject& run);

} // namespace signalbox::ui
