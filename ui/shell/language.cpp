#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

void install(std::unique_ptr<QTranslator> words) {
    QTranslator* kept = words.release();
    kept->setParent(QCoreApplication::instance());
    QCoreApplication::installTranslator(kept);
}

} // namespace

void speakLanguageOf(const QLocale& locale) {
    auto ofQt = std::make_unique<QTranslator>();
    if (ofQt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) install(std::move(ofQt));
    // English is among the files: for its plurals, and so that it is found before a second language of the person.
    auto ours = std::make_unique<QTranslator>();
    if (ours->load(locale, u"signalbox"_s, u"_"_s, u":/i18n"_s) || ours->load(u":/i18n/signalbox_en.qm"_s)) install(std::move(ours));
}

} // namespace signalbox::ui
