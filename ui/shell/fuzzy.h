#pragma once

#include <QString>

namespace signalbox::ui {

/// How well `text` matches what was typed: all its characters in order, case aside; better at the beginnings of words and in a row.
/// 0: it does not. An empty pattern matches everything equally.
int fuzzyScore(QStringView pattern, QStringView text);

} // namespace signalbox::ui
