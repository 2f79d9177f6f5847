#pragma once

#include <QString>

namespace signalbox::ui {

/// What a new document of a kind begins with: provider, route or policy. Works as it stands once its name is given.
QString templateOf(const QString& kind);

} // namespace signalbox::ui
