#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace signalbox::ui::format {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text, const char* comment = nullptr, int n = -1) {
    return QCoreApplication::translate("signalbox::ui::format", text, comment, n);
}

/// Three significant digits, no more decimals than that takes.
QString significant(double value) {
    const double size = std::abs(value);
    const int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

QString none() {
    return u"–"_s;
}

QString count(qint64 value) {
    return QLocale().toString(value);
}

QString shortCount(double value) {
    const double size = std::abs(value);
    if (size < 1000) return QLocale().toString(value, 'f', size == std::floor(size) ? 0 : 1);
    if (size < 1e6) return tr("%1 k", "thousands").arg(significant(value / 1e3));
    if (size < 1e9) return tr("%1 M", "millions").arg(significant(value / 1e6));
    return tr("%1 G", "thousand millions").arg(significant(value / 1e9));
}

QString milliseconds(double value) {
    if (value < 0) return none();
    if (value < 10) return tr("%1 ms", "milliseconds").arg(QLocale().toString(value, 'f', 1));
    if (value < 999.5) return tr("%1 ms", "milliseconds").arg(QLocale().toString(std::round(value), 'f', 0));
    const double seconds = value / 1000;
    if (seconds < 100) return tr("%1 s", "seconds").arg(significant(seconds));
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 3600) return tr("%1 min %2 s").arg(count(whole / 60), count(whole % 60));
    return tr("%1 h %2 min").arg(count(whole / 3600), count(whole % 3600 / 60));
}

QString microseconds(qint64 value) {
    return milliseconds(static_cast<double>(value) / 1000.0);
}

QString exactMicroseconds(qint64 value) {
    return tr("%1 µs", "microseconds").arg(count(value));
}

QString perSecond(double value) {
    const double size = std::abs(value);
    const QString number = size >= 1000 ? shortCount(value) : QLocale().toString(value, 'f', size > 0 && size < 99.95 ? (size < 0.995 ? 2 : 1) : 0);
    return tr("%1/s", "a rate per second").arg(number);
}

QString share(double ratio) {
    const double percent = ratio * 100;
    const int decimals = percent > 0 && percent < 0.1 ? 2 : percent > 0 && percent < 99.95 ? 1 : 0;
    return tr("%1 %", "percent").arg(QLocale().toString(percent, 'f', decimals));
}

QString bytes(qint64 value) {
    return QLocale().formattedDataSize(value, 1, QLocale::DataSizeSIFormat);
}

QString usd(double value) {
    const double size = std::abs(value);
    if (size == 0) return tr("$%1", "US dollars").arg(0);
    int decimals = 2;
    if (size < 0.095) decimals = std::min(9, 1 - static_cast<int>(std::floor(std::log10(size))));
    const QString number = QLocale().toString(size, 'f', decimals);
    return (value < 0 ? u"−"_s : QString()) + tr("$%1", "US dollars").arg(number);
}

QString usd(const QString& decimal) {
    bool ok = false;
    const double value = decimal.toDouble(&ok);
    return ok ? usd(value) : none();
}

QString exactUsd(const QString& decimal) {
    return decimal.isEmpty() ? none() : tr("$%1", "US dollars").arg(QString(decimal).replace(u"."_s, QLocale().decimalPoint()));
}

QString relative(const QDateTime& time, const QDateTime& now) {
    if (!time.isValid()) return none();
    const qint64 seconds = time.secsTo(now);
    const qint64 size = std::abs(seconds);
    if (size < 2) return tr("just now");
    QString span;
    if (size < 90) span = tr("%1 s", "seconds").arg(size);
    else if (size < 90 * 60) span = tr("%1 min", "minutes").arg((size + 30) / 60);
    else if (size < 36 * 3600) span = tr("%1 h", "hours").arg((size + 1800) / 3600);
    else span = tr("%1 days", "days").arg((size + 43200) / 86400);
    return seconds >= 0 ? tr("%1 ago", "a span of time").arg(span) : tr("in %1", "a span of time").arg(span);
}

QString absolute(const QDateTime& time) {
    if (!time.isValid()) return none();
    const QDateTime local = time.toLocalTime();
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + local.toString(u"HH:mm:ss.zzz"_s);
}

QString minute(const QDateTime& time) {
    if (!time.isValid()) return none();
    const QDateTime local = time.toLocalTime();
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + local.toString(u"HH:mm"_s);
}

QString clock(const QDateTime& time) {
    return time.isValid() ? time.toLocalTime().toString(u"HH:mm:ss"_s) : none();
}

} // namespace signalbox::ui::format
