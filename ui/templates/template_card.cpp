#include "ui/templates/template_card.h"

#include "ui/widgets/status_badge.h"
#include "ui/widgets/theme.h"

#include <QJsonArray>
#include <QKeyEvent>
#include <QPainter>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 16;

Status originOf(const QJsonObject& description) {
    if (description.value("builtin"_L1).toBool()) return {u"signalbox"_s, TemplateCard::tr("Built in"), Token::Muted};
    return {u"person"_s, TemplateCard::tr("Yours"), Token::Accent};
}

} // namespace

TemplateCard::TemplateCard(const QJsonObject& description, QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setDescription(description);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TemplateCard::setDescription(const QJsonObject& description) {
    m_description = description;
    setText(description.value("title"_L1).toString(name()));
    setObjectName(u"template-"_s + name());
    setAccessibleName(text());
    setAccessibleDescription(description.value("description"_L1).toString() + u' ' + contentsText(description.value("documents"_L1).toArray()));
    updateGeometry();
    update();
}

QString TemplateCard::contentsText(const QJsonArray& documents) {
    const QList<std::pair<QString, QString>> kinds{{u"workflow"_s, tr("workflow")}, {u"prompt"_s, tr("prompt")},     {u"route"_s, tr("route")},      {u"policy"_s, tr("policy")},
                                                   {u"runbook"_s, tr("runbook")},   {u"test_set"_s, tr("test set")}, {u"provider"_s, tr("provider")}};
    QStringList parts;
    for (const auto& [kind, word] : kinds) {
        const auto found = std::count_if(documents.begin(), documents.end(), [&, wanted = kind](const QJsonValue& document) { return document[QLatin1StringView("kind")].toString() == wanted; });
        if (found == 1) parts << word;
        if (found > 1) parts << tr("%1 ×%2", "a kind of document, how many").arg(word).arg(found);
    }
    return parts.join(u" · "_s);
}

/// The height for that width; paints too, if there is something to paint on.
int TemplateCard::arrange(int width, QPainter* painter) const {
    const Theme& theme = Theme::current();
    const int room = width - 2 * kMargin;
    int y = kMargin;
    const auto words = [&](const QFont& font, Token color, const QString& text, int gap) {
        if (text.isEmpty()) return;
        const QRect box = QFontMetrics(font).boundingRect(QRect(0, 0, room, 10'000), Qt::TextWordWrap, text);
        if (painter) {
            painter->setFont(font);
            painter->setPen(theme.color(color));
            painter->drawText(QRect(kMargin, y, room, box.height() + 2), Qt::TextWordWrap, text);
        }
        y += box.height() + gap;
    };
    words(theme.headingFont(), Token::Text, text(), 6);
    words(theme.textFont(), Token::Text, m_description.value("description"_L1).toString(), 10);
    words(theme.captionFont(), Token::Muted, contentsText(m_description.value("documents"_L1).toArray()), 10);
    // Where it comes from, and its tags.
    const Status origin = originOf(m_description);
    const QSize badge = StatusBadge::sizeOf(origin);
    if (painter) StatusBadge::paint(*painter, QRect(kMargin, y, std::min(badge.width(), room), badge.height()), origin);
    QStringList tags;
    for (const QJsonValue& tag : m_description.value("tags"_L1).toArray()) tags << tag.toString();
    const QRect rest(kMargin + badge.width() + 8, y, room - badge.width() - 8, badge.height());
    if (painter && rest.width() > 40) {
        painter->setFont(theme.captionFont());
        painter->setPen(theme.color(Token::Muted));
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(theme.captionFont()).elidedText(tags.join(u", "_s), Qt::ElideRight, rest.width()));
    }
    return y + badge.height() + kMargin;
}

void TemplateCard::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = isChecked() || hasFocus();
    painter.setPen(QPen(theme.color(marked ? Token::Accent : underMouse() ? Token::Muted : Token::Line), isChecked() ? 2 : 1));
    painter.setBrush(theme.color(Token::Raised));
    const double inset = isChecked() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::Accent), 1, Qt::DotLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4.5, 4.5, -4.5, -4.5), 4, 4);
    }
    arrange(width(), &painter);
}

void TemplateCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace signalbox::ui
