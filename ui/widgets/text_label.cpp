#include "ui/widgets/text_label.h"

#include "ui/widgets/ageing.h"

namespace signalbox::ui {

TextLabel::TextLabel(const QString& text, TextStyle style, Token color, QWidget* parent)
    : QLabel(text, parent), m_style(style), m_color(color) {
    setTextFormat(Qt::PlainText);
    restyle();
    connect(&Theme::current(), &Theme::changed, this, &TextLabel::restyle);
}

void TextLabel::setColor(Token color) {
    if (m_color == color) return;
    m_color = color;
    restyle();
}

TextLabel* TextLabel::selectable() {
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::ClickFocus);
    return this;
}

TextLabel* TextLabel::wrapped() {
    setWordWrap(true);
    return this;
}

TextLabel* TextLabel::ageing(std::function<QString()> words) {
    const bool isKept = static_cast<bool>(m_words);
    m_words = std::move(words);
    setText(m_words());
    if (isKept) return this;
    keepAgeing(this, [this] {
        if (!hasSelectedText()) setText(m_words());
    });
    return this;
}

void TextLabel::restyle() {
    const Theme& theme = Theme::current();
    switch (m_style) {
    case TextStyle::Title: setFont(theme.titleFont()); break;
    case TextStyle::Heading: setFont(theme.headingFont()); break;
    case TextStyle::Body: setFont(theme.textFont()); break;
    case TextStyle::Caption: setFont(theme.captionFont()); break;
    case TextStyle::Mono: setFont(theme.monoFont()); break;
    }
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.color(m_color));
    colors.setColor(QPalette::Text, theme.color(m_color));
    setPalette(colors);
}

IconLabel::IconLabel(const QString& name, Token color, int size, QWidget* parent)
    : QLabel(parent), m_name(name), m_color(color), m_size(size) {
    repaintIcon();
    connect(&Theme::current(), &Theme::changed, this, &IconLabel::repaintIcon);
}

void IconLabel::setIcon(const QString& name, Token color) {
    m_name = name;
    m_color = color;
    repaintIcon();
}

void IconLabel::repaintIcon() {
    const int size = m_size * Theme::current().textScale() / 100;
    setFixedSize(size, size);
    setPixmap(Theme::current().icon(m_name, m_color).pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace signalbox::ui
