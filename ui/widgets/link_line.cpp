#include "ui/widgets/link_line.h"

#include "ui/widgets/theme.h"

namespace signalbox::ui {

using namespace Qt::StringLiterals;

LinkLine::LinkLine(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setOpenExternalLinks(false);
    connect(this, &QLabel::linkActivated, this, [this](const QString& link) { Q_EMIT opened(QUrl::fromEncoded(link.toUtf8())); });
    connect(&Theme::current(), &Theme::changed, this, &LinkLine::restyle);
}

void LinkLine::setParts(const QList<Part>& parts) {
    m_parts = parts;
    restyle();
}

void LinkLine::restyle() {
    const Theme& theme = Theme::current();
    setFont(theme.textFont());
    QStringList pieces;
    QStringList plain;
    bool anyLink = false;
    for (const Part& part : std::as_const(m_parts)) {
        QString piece;
        if (!part.label.isEmpty()) piece = u"<span style=\"color:%1\">%2</span>&nbsp;"_s.arg(theme.color(Token::Muted).name(), part.label.toHtmlEscaped());
        if (part.link.isEmpty())
            piece += u"<span style=\"color:%1\">%2</span>"_s.arg(theme.color(Token::Text).name(), part.text.toHtmlEscaped());
        else
            piece += u"<a style=\"color:%1;text-decoration:none\" href=\"%2\">%3</a>"_s.arg(theme.color(Token::Accent).name(), part.link.toString(QUrl::FullyEncoded).toHtmlEscaped(), part.text.toHtmlEscaped());
        anyLink |= !part.link.isEmpty();
        pieces << piece;
        plain << (part.label.isEmpty() ? part.text : part.label + u' ' + part.text);
    }
    setText(pieces.join(u"<span style=\"color:%1\">&nbsp;&nbsp;· </span>"_s.arg(theme.color(Token::Line).name())));
    setAccessibleName(plain.join(u", "_s));
    setFocusPolicy(anyLink ? Qt::StrongFocus : Qt::NoFocus);
}

} // namespace signalbox::ui
