#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

namespace signalbox::client {

/// `/targets/openai/org%2Fmodel`: segments joined into a path below /api/v1, each percent-encoded.
QString pathOf(const QStringList& segments);

/// RFC 3339 in UTC with milliseconds, as the control plane reads and writes times. Invalid: an empty string.
QString timeText(const QDateTime& time);
/// The other way; invalid if `text` is no time.
QDateTime timeOf(const QString& text);

/// What `GET /runs` filters by. Empty members do not filter.
struct RunFilter {
    QDateTime from;
    QDateTime to;
    QString status;
    QString errorClass;
    QString provider;
    QString model;
    QString route;
    QString key;
    QString stream; ///< "true", "false" or empty
    int minimumMs = 0;
    QString text;
    QString workflow; ///< name, or name@version
    QString prompt;   ///< name, or name@version
    QString trials;   ///< "true": only trials; "any": also trials; empty: none of them
    bool flagged = false; ///< only those that policy marked

    QUrlQuery query(const QString& cursor = {}, int limit = 100) const;
    bool operator==(const RunFilter&) const = default;
};

/// What `GET /metrics` is asked for.
struct MetricsQuestion {
    QDateTime from;
    QDateTime to;
    int stepSeconds = 60;
    QString groupBy; ///< provider, model, target, route, key, status, none
    QString provider;
    QString model;
    QString route;
    QString key;

    QUrlQuery query() const;
    bool operator==(const MetricsQuestion&) const = default;
};

} // namespace signalbox::client
