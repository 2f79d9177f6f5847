#include "ui/widgets/panel.h"

#include <QUrlQuery>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

QUrl linkTo(const QString& panelId, const QStringList& path, const QList<QPair<QString, QString>>& query) {
    QString text = u"signalbox://"_s + panelId;
    for (const QString& segment : path) text += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(segment));
    QUrl link(text, QUrl::StrictMode);
    if (!query.isEmpty()) {
        QUrlQuery items;
        for (const auto& [name, value] : query) items.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        link.setQuery(items);
    }
    return link;
}

QStringList linkPath(const QUrl& link) {
    QStringList segments = link.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    for (QString& segment : segments) segment = QUrl::fromPercentEncoding(segment.toLatin1());
    return segments;
}

} // namespace signalbox::ui
