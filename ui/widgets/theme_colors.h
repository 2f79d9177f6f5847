#pragma once

#include "ui/widgets/theme.h"

#include <array>

namespace signalbox::ui {

using ThemeColors = std::array<QRgb, static_cast<std::size_t>(Token::Count)>;

enum class Look { Light, Dark, HighContrast };

/// The colours of a look, by Token. Text on surface, raised and tint is at least 4.5:1 in all of them; a test holds that.
const ThemeColors& colorsOf(Look look);

} // namespace signalbox::ui
