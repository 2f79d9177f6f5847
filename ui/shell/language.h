#pragma once

class QLocale;

namespace signalbox::ui {

/// From now on the console's words, and Qt's own, are those of `locale`, or English where there are none. Wants an
/// application, and is called before the first window.
void speakLanguageOf(const QLocale& locale);

} // namespace signalbox::ui
