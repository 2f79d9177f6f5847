#include "ui/widgets/theme_colors.h"

namespace signalbox::ui {

namespace {

constexpr ThemeColors light{
    0xfff5f6f8, // Surface
    0xffffffff, // Raised
    0xffebedf1, // Sunken
    0xffd8dce3, // Line
    0xff1a1e26, // Text
    0xff566072, // Muted
    0xff1d5bd0, // Accent
    0xffffffff, // OnAccent
    0xffdbe7fd, // Selection
    0xff14713f, // Good
    0xff8a5200, // Warning
    0xffb92632, // Bad
    0xff6344bd, // Held
    0xffe2f4e9, // GoodTint
    0xfffcefd6, // WarningTint
    0xfffce7e8, // BadTint
    0xffeee9fb, // HeldTint
};

constexpr ThemeColors dark{
    0xff14171c, // Surface
    0xff1c2027, // Raised
    0xff0f1216, // Sunken
    0xff2f3540, // Line
    0xffe6e9ef, // Text
    0xff9ba5b6, // Muted
    0xff6ea3ff, // Accent
    0xff0a1222, // OnAccent
    0xff26395c, // Selection
    0xff4fc58d, // Good
    0xffe6ab4d, // Warning
    0xffff8388, // Bad
    0xffb3a0ff, // Held
    0xff15301f, // GoodTint
    0xff33270e, // WarningTint
    0xff3a1c20, // BadTint
    0xff292344, // HeldTint
};

constexpr ThemeColors highContrast{
    0xff000000, // Surface
    0xff000000, // Raised
    0xff000000, // Sunken
    0xffffffff, // Line
    0xffffffff, // Text
    0xffe0e0e0, // Muted
    0xffffd60a, // Accent
    0xff000000, // OnAccent
    0xff003f8a, // Selection
    0xff3dff9a, // Good
    0xffffd60a, // Warning
    0xffff9a9f, // Bad
    0xffd0c2ff, // Held
    0xff000000, // GoodTint
    0xff000000, // WarningTint
    0xff000000, // BadTint
    0xff000000, // HeldTint
};

} // namespace

const ThemeColors& colorsOf(Look look) {
    switch (look) {
    case Look::Light: return light;
    case Look::Dark: return dark;
    case Look::HighContrast: return highContrast;
    }
    return light;
}

} // namespace signalbox::ui
