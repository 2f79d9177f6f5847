#pragma once

#include <QString>

namespace signalbox::ui {

/// JSON over several lines, its members in the order in which they came. Anything that is no JSON stays as it is.
QString prettyJson(const QString& text);

} // namespace signalbox::ui
