#include "ui/widgets/time_range.h"

#include <QLocale>

#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

qint64 lengthOf(TimeRange::Preset preset) {
    switch (preset) {
    case TimeRange::Preset::Last15Minutes: return 15 * 60;
    case TimeRange::Preset::LastHour: return 3600;
    case TimeRange::Preset::Last6Hours: return 6 * 3600;
    case TimeRange::Preset::Last24Hours: return 24 * 3600;
    case TimeRange::Preset::Last7Days: return 7 * 24 * 3600;
    case TimeRange::Preset::Custom: break;
    }
    return 0;
}

} // namespace

TimeRange::TimeRange(QObject* parent) : QObject(parent) {}

void TimeRange::setPreset(Preset preset) {
    if (preset == Preset::Custom || preset == m_preset) return;
    m_preset = preset;
    m_from = m_to = {};
    Q_EMIT changed();
}

void TimeRange::setCustom(const QDateTime& from, const QDateTime& to) {
    if (!from.isValid() || !to.isValid() || from >= to) return;
    m_preset = Preset::Custom;
    m_from = from.toUTC();
    m_to = to.toUTC();
    Q_EMIT changed();
}

QDateTime TimeRange::from() const {
    return isLive() ? to().addSecs(-lengthOf(m_preset)) : m_from;
}

QDateTime TimeRange::to() const {
    return isLive() ? QDateTime::currentDateTimeUtc() : m_to;
}

qint64 TimeRange::seconds() const {
    return isLive() ? lengthOf(m_preset) : m_from.secsTo(m_to);
}

int TimeRange::stepSeconds(int minimum) const {
    constexpr std::array steps{10, 30, 60, 120, 300, 900, 1800, 3600, 3 * 3600, 6 * 3600, 24 * 3600};
    for (const int step : steps)
        if (step >= minimum && seconds() / step <= 200) return step;
    return steps.back();
}

QString TimeRange::title() const {
    if (isLive()) return titleOf(m_preset);
    const QLocale locale;
    return tr("%1 to %2", "a span of time").arg(locale.toString(m_from.toLocalTime(), QLocale::ShortFormat),
                                                locale.toString(m_to.toLocalTime(), QLocale::ShortFormat));
}

QString TimeRange::titleOf(Preset preset) {
    switch (preset) {
    case Preset::Last15Minutes: return tr("Last 15 minutes");
    case Preset::LastHour: return tr("Last hour");
    case Preset::Last6Hours: return tr("Last 6 hours");
    case Preset::Last24Hours: return tr("Last 24 hours");
    case Preset::Last7Days: return tr("Last 7 days");
    case Preset::Custom: break;
    }
    return tr("Chosen span");
}

} // namespace signalbox::ui
