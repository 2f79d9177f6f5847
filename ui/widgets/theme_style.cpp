#include "ui/widgets/theme.h"

#include <QFontMetrics>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// One radius (6 px), one line weight (1 px), steps of 4 px. `$name` stands for the token's colour.
const char* const sheet = R"(
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 8px; }

QFrame[card="true"] { background: $raised; border: 1px solid $line; border-radius: 6px; }
QFrame[separator="true"] { background: $line; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] { background: transparent; border: none; }

QPushButton { background: $raised; color: $text; border: 1px solid $line; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover { border-color: $muted; }
QPushButton:pressed, QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $muted; background: $surface; }
QPushButton[primary="true"] { background: $accent; color: $onaccent; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accenthover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 4px 11px; }
QPushButton[primary="true"]:disabled { background: $sunken; color: $muted; border-color: $line; }
QPushButton[danger="true"] { color: $bad; border-color: $bad; }
QPushButton[danger="true"]:hover { background: $badtint; }
QPushButton[danger="true"]:disabled { color: $muted; border-color: $line; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: $accent; padding: 5px 8px; }
QPushButton[flat="true"]:hover { background: $selection; }
QPushButton[flat="true"]:focus { border-color: $accent; }
QPushButton[flat="true"]:disabled { color: $muted; }

QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }

QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $selection; }
QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton[framed="true"] { background: $raised; border-color: $line; padding: 4px 8px; }
QToolButton[framed="true"]:hover, QToolButton[framed="true"]:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: $raised; color: $text; border: 1px solid $line; border-radius: 6px; selection-background-color: $accent; selection-color: $onaccent; }
QLineEdit, QAbstractSpinBox, QComboBox { padding: 4px 8px; min-height: $fieldheightpx; }
QAbstractSpinBox { padding-right: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: $surface; color: $muted; }
QLineEdit:read-only { background: $surface; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: $bad; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/fixed-chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; outline: none; selection-background-color: $selection; selection-color: $text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 18px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url(:/icons/fixed-chevron-up.svg); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/fixed-chevron-down.svg); width: 9px; height: 9px; }

QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $muted; border-radius: 4px; background: $raised; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url(:/icons/$check.svg); }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $line; background: $surface; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 8px; background: $raised; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $onaccent; }
QRadioButton::indicator:focus, QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:disabled { border-color: $line; background: $surface; }

QAbstractItemView { background: $raised; border: 1px solid $line; border-radius: 6px; outline: none;
    selection-background-color: $selection; selection-color: $text; alternate-background-color: $surface; }
QAbstractItemView[bare="true"] { border: none; border-radius: 0; }
QTextEdit[bare="true"] { border: none; border-radius: 0; }
QListWidget::item { padding: 6px 8px; }
QListWidget[sections="true"] { background: transparent; border: none; }
QListWidget[sections="true"]::item { padding: 8px; border-radius: 6px; }
QListWidget[sections="true"]::item:hover { background: $sunken; }
QListWidget[sections="true"]::item:selected { background: $selection; color: $text; }
QTableView { gridline-color: $line; }
QTableView::item { padding: 0 5px; border: none; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $raised; color: $muted; border: none; border-bottom: 1px solid $line; padding: 6px 8px; font-weight: 500; }
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $raised; border: none; border-bottom: 1px solid $line; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }

QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QProgressBar { background: $sunken; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $raised; border: 2px solid $accent; width: 12px; height: 12px; margin: -6px 0; border-radius: 8px; }
QSlider::handle:horizontal:focus { background: $accent; }
)";

struct Name {
    const char* name;
    Token token;
};

// Longer names before those they begin with.
constexpr Name names[] = {
    {"$warningtint", Token::WarningTint}, {"$goodtint", Token::GoodTint}, {"$badtint", Token::BadTint}, {"$heldtint", Token::HeldTint},
    {"$surface", Token::Surface},         {"$raised", Token::Raised},     {"$sunken", Token::Sunken},   {"$line", Token::Line},
    {"$text", Token::Text},               {"$muted", Token::Muted},       {"$onaccent", Token::OnAccent}, {"$accent", Token::Accent},
    {"$selection", Token::Selection},     {"$good", Token::Good},         {"$warning", Token::Warning}, {"$bad", Token::Bad},
    {"$held", Token::Held},
};

} // namespace

QString Theme::styleSheet() const {
    QString text = QString::fromLatin1(sheet);
    const QColor accent = color(Token::Accent);
    text.replace(u"$accenthover"_s, (m_dark ? accent.lighter(112) : accent.darker(112)).name());
    // A field that is squeezed still shows its whole line.
    text.replace(u"$fieldheight"_s, QString::number(std::max(20, QFontMetrics(textFont()).height())));
    text.replace(u"$check"_s, m_dark ? u"fixed-check-dark"_s : u"fixed-check-light"_s);
    for (const Name& name : names) text.replace(QLatin1StringView(name.name), color(name.token).name());
    return text;
}

} // namespace signalbox::ui
