#include "ui/widgets/drafts.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace signalbox::ui::drafts {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(const QString& document) {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts"_s;
    QDir().mkpath(folder);
    return folder + u'/' + QString::fromLatin1(document.toUtf8().toPercentEncoding()) + u".yaml"_s;
}

} // namespace

void keep(const QString& document, const QString& text) {
    QSaveFile file(fileOf(document));
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(text.toUtf8());
    file.commit();
}

QString of(const QString& document) {
    QFile file(fileOf(document));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void discard(const QString& document) { QFile::remove(fileOf(document)); }

} // namespace signalbox::ui::drafts
