#include "ui/widgets/focus_heir.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QTextEdit>
#include <QVariant>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr const char* kHeir = "signalbox-heir";

bool takesKeys(const QWidget* widget, const QWidget* within) {
    return widget->isEnabled() && widget->isVisibleTo(within) && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// Lists, tables, comparisons, texts that only read.
bool isToRead(const QAbstractScrollArea* area) {
    if (qobject_cast<const QScrollArea*>(area)) return false;
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(area)) return text->isReadOnly();
    if (const auto* text = qobject_cast<const QTextEdit*>(area)) return text->isReadOnly();
    return true;
}

} // namespace

void setHeir(QWidget* widget, QWidget* heir) { widget->setProperty(kHeir, QVariant::fromValue(QPointer<QWidget>(heir))); }

QWidget* heirOf(QWidget* lost, QWidget* within) {
    for (QWidget* around = lost; around; around = around == within ? nullptr : around->parentWidget()) {
        if (const auto named = around->property(kHeir).value<QPointer<QWidget>>(); named && takesKeys(named, within)) return named;
        const auto areas = around->findChildren<QAbstractScrollArea*>();
        const auto heir = std::find_if(areas.begin(), areas.end(), [&](const QAbstractScrollArea* area) { return area != lost && !area->isAncestorOf(lost) && isToRead(area) && takesKeys(area, within); });
        if (heir != areas.end()) return *heir;
    }
    return within;
}

} // namespace signalbox::ui
