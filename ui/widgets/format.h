#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

/// Numbers and times for reading. Rounded; the `exact` forms are for tooltips. All through QLocale.
namespace signalbox::ui::format {

/// Shown where there is no value.
QString none();

QString count(qint64 value);              ///< `12,480`
QString shortCount(double value);         ///< `12.5 k`
QString milliseconds(double value);       ///< `820 ms`, `1.24 s`, `2 min 5 s`
QString microseconds(qint64 value);       ///< the same, from microseconds
QString exactMicroseconds(qint64 value);  ///< `1,240,118 µs`
QString perSecond(double value);          ///< `12.4/s`
QString share(double ratio);              ///< 0.0123 -> `1.2 %`
QString bytes(qint64 value);              ///< `1.4 MB`
/// Decimal strings of USD as the control plane sends them; two significant digits below a cent. Empty: none().
QString usd(const QString& decimal);      ///< `$0.0031`
QString usd(double value);
QString exactUsd(const QString& decimal); ///< `$0.003104` as sent

/// `just now`, `12 s ago`, `5 min ago`, `3 h ago`, `4 days ago`; in future times `in 12 s`.
QString relative(const QDateTime& time, const QDateTime& now = QDateTime::currentDateTimeUtc());
/// In local time with seconds and milliseconds.
QString absolute(const QDateTime& time);
QString clock(const QDateTime& time);     ///< `14:03:22`
/// In local time to the minute, for sentences.
QString minute(const QDateTime& time);    ///< `11/23/26 14:03`

/// A number out of JSON, or `none()` where it is null or absent, through one of the functions above.
template <class Format>
QString orNone(const QJsonValue& value, Format format) {
    return value.isDouble() ? format(value.toDouble()) : none();
}

} // namespace signalbox::ui::format
