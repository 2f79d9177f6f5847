#include "ui/widgets/panel.h"

#include "ui/widgets/focus_heir.h"

#include <QSplitter>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

bool Panel::focusNextPrevChild(bool next) {
    QWidget* focused = window()->focusWidget();
    const bool isLost = focused && isEnabled() && isAncestorOf(focused) && !(focused->isEnabled() && focused->isVisibleTo(this));
    if (!isLost) return QWidget::focusNextPrevChild(next);
    heirOf(focused, this)->setFocus(Qt::OtherFocusReason);
    return true;
}

void Panel::stack(const QList<QWidget*>& parts) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 8, 20, 16);
    column->setSpacing(12);
    for (QWidget* part : parts) column->addWidget(part, part == parts.last() ? 1 : 0);
}

QSplitter* Panel::splitOf(QWidget* list, QWidget* detail, const QList<int>& sizes) {
    auto* split = new QSplitter;
    split->addWidget(list);
    split->addWidget(detail);
    split->setHandleWidth(12);
    split->setChildrenCollapsible(false);
    split->setSizes(sizes);
    return split;
}

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
