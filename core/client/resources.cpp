#include "core/client/resources.h"

namespace signalbox::client {

using namespace Qt::StringLiterals;

namespace {

/// QUrlQuery leaves `+` as it is, which servers read as a space.
void add(QUrlQuery& query, const QString& name, const QString& value) {
    if (value.isEmpty()) return;
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

} // namespace

QString pathOf(const QStringList& segments) {
    QString path;
    for (const QString& segment : segments) path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(segment));
    return path;
}

QString timeText(const QDateTime& time) {
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeOf(const QString& text) {
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QUrlQuery RunFilter::query(const QString& cursor, int limit) const {
    QUrlQuery query;
    add(query, u"limit"_s, QString::number(limit));
    add(query, u"cursor"_s, cursor);
    add(query, u"from"_s, timeText(from));
    add(query, u"to"_s, timeText(to));
    add(query, u"status"_s, status);
    add(query, u"error_class"_s, errorClass);
    add(query, u"provider"_s, provider);
    add(query, u"model"_s, model);
    add(query, u"route"_s, route);
    add(query, u"key"_s, key);
    add(query, u"stream"_s, stream);
    if (minimumMs > 0) add(query, u"min_ms"_s, QString::number(minimumMs));
    add(query, u"q"_s, text);
    add(query, u"workflow"_s, workflow);
    add(query, u"prompt"_s, prompt);
    add(query, u"trial"_s, trials);
    if (flagged) add(query, u"flagged"_s, u"true"_s);
    return query;
}

QUrlQuery MetricsQuestion::query() const {
    QUrlQuery query;
    add(query, u"from"_s, timeText(from));
    add(query, u"to"_s, timeText(to));
    add(query, u"step_s"_s, QString::number(stepSeconds));
    add(query, u"group_by"_s, groupBy.isEmpty() ? u"none"_s : groupBy);
    add(query, u"provider"_s, provider);
    add(query, u"model"_s, model);
    add(query, u"route"_s, route);
    add(query, u"key"_s, key);
    return query;
}

} // namespace signalbox::client
