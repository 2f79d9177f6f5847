#include "ui/widgets/theme.h"

#include "ui/widgets/theme_colors.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QStyleFactory>
#include <QSvgRenderer>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <cmath>

static void initIconResources() {
    Q_INIT_RESOURCE(icons);
}

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

Look lookOf(Scheme scheme, bool dark) {
    if (scheme == Scheme::HighContrast) return Look::HighContrast;
    return dark ? Look::Dark : Look::Light;
}

QByteArray iconSource(const QString& name) {
    QFile file(u":/icons/"_s + name + u".svg"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void addPixmaps(QIcon& icon, const QByteArray& source, const QColor& color, QIcon::Mode mode) {
    QByteArray svg = source;
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    for (const int size : {16, 20, 24, 32, 40, 48, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap, mode);
    }
}

double luminance(const QColor& color) {
    const auto linear = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QString firstFamily(const QStringList& wanted, QFontDatabase::SystemFont fallback) {
    const QStringList families = QFontDatabase::families();
    for (const QString& family : wanted)
        if (families.contains(family)) return family;
    return QFontDatabase::systemFont(fallback).family();
}

} // namespace

Theme& Theme::current() {
    static Theme theme;
    return theme;
}

void Theme::install(QApplication& application) {
    initIconResources();
    m_application = &application;
    m_basePointSize = std::clamp(QApplication::font().pointSizeF(), 9.0, 11.0);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    application.installEventFilter(this);
    apply();
}

void Theme::setScheme(Scheme scheme) {
    if (m_scheme == scheme) return;
    m_scheme = scheme;
    apply();
}

void Theme::setTextScale(int percent) {
    percent = std::clamp(percent, 90, 200);
    if (m_textScale == percent) return;
    m_textScale = percent;
    apply();
}

bool Theme::systemIsDark() const {
    // Qt 6.4 has no word for it: an application palette without own colours is the system's.
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    return system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness();
}

void Theme::apply() {
    if (!m_application) return;
    m_dark = m_scheme == Scheme::HighContrast || (m_scheme == Scheme::System ? systemIsDark() : m_scheme == Scheme::Dark);
    m_icons.clear();
    QApplication::setPalette(palette());
    QToolTip::setPalette(palette());
    QApplication::setFont(textFont());
    QToolTip::setFont(textFont());
    m_application->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ThemeChange && m_scheme == Scheme::System && watched->isWidgetType() &&
        static_cast<QWidget*>(watched)->isWindow())
        QMetaObject::invokeMethod(this, [this] { apply(); }, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

QColor Theme::color(Token token) const {
    return QColor::fromRgb(colorsOf(lookOf(m_scheme, m_dark))[static_cast<std::size_t>(token)]);
}

QIcon Theme::icon(const QString& name, Token token) const {
    const QString key = name + u'/' + QString::number(static_cast<int>(token));
    const auto known = m_icons.constFind(key);
    if (known != m_icons.constEnd()) return *known;
    const QByteArray source = iconSource(name);
    QIcon icon;
    if (source.isEmpty()) {
        icon = QIcon::fromTheme(name);
    } else {
        addPixmaps(icon, source, color(token), QIcon::Normal);
        const QColor muted = color(Token::Muted);
        const QColor surface = color(Token::Surface);
        const QColor faint((muted.red() + surface.red()) / 2, (muted.green() + surface.green()) / 2, (muted.blue() + surface.blue()) / 2);
        addPixmaps(icon, source, faint, QIcon::Disabled);
    }
    m_icons.insert(key, icon);
    return icon;
}

QPalette Theme::palette() const {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Token::Surface);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Raised);
    set(QPalette::AlternateBase, Token::Surface);
    set(QPalette::Text, Token::Text);
    set(QPalette::Button, Token::Raised);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Bad);
    set(QPalette::ToolTipBase, Token::Raised);
    set(QPalette::ToolTipText, Token::Text);
    set(QPalette::PlaceholderText, Token::Muted);
    set(QPalette::Highlight, Token::Selection);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Midlight, Token::Line);
    set(QPalette::Light, Token::Raised);
    set(QPalette::Dark, Token::Line);
    palette.setColor(QPalette::Shadow, m_dark ? Qt::black : QColor(0, 0, 0, 60));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Muted));
    return palette;
}

QFont Theme::textFont() const {
    static const QString family = firstFamily({u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s}, QFontDatabase::GeneralFont);
    QFont font(family);
    font.setPointSizeF(m_basePointSize * m_textScale / 100.0);
    return font;
}

QFont Theme::monoFont() const {
    static const QString family = firstFamily({u"JetBrains Mono"_s, u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s}, QFontDatabase::FixedFont);
    QFont font(family);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(m_basePointSize * 0.95 * m_textScale / 100.0);
    return font;
}

QFont Theme::tabularFont() const {
    // Inter's digits differ in width, and Qt has no font features before 6.7.
    return monoFont();
}

QFont Theme::titleFont() const {
    QFont font = textFont();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::headingFont() const {
    QFont font = textFont();
    font.setPointSizeF(font.pointSizeF() * 1.1);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::captionFont() const {
    QFont font = textFont();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

double Theme::contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace signalbox::ui
