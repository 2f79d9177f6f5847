#include "ui/widgets/status_badge.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text, const char* comment = nullptr) {
    return QCoreApplication::translate("signalbox::ui", text, comment);
}

QFont badgeFont() {
    QFont font = Theme::current().captionFont();
    font.setWeight(QFont::Medium);
    return font;
}

int iconSize() {
    return 14 * Theme::current().textScale() / 100;
}

constexpr int padding = 8;
constexpr int gap = 4;

} // namespace

Status statusOf(const QString& state) {
    if (state == u"healthy") return {u"good"_s, tr("Healthy"), Token::Good};
    if (state == u"degraded") return {u"warning"_s, tr("Degraded"), Token::Warning};
    if (state == u"open") return {u"open"_s, tr("Open", "circuit breaker: no calls are let through"), Token::Bad};
    if (state == u"half_open") return {u"half-open"_s, tr("Half open", "circuit breaker: trying a few calls"), Token::Warning};
    if (state == u"closed") return {u"good"_s, tr("Closed", "circuit breaker: calls are let through"), Token::Good};
    if (state == u"idle") return {u"idle"_s, tr("Idle"), Token::Muted};
    if (state == u"succeeded") return {u"good"_s, tr("Succeeded"), Token::Good};
    if (state == u"failed") return {u"bad"_s, tr("Failed"), Token::Bad};
    if (state == u"cancelled") return {u"stop"_s, tr("Cancelled"), Token::Muted};
    if (state == u"held") return {u"held"_s, tr("Held"), Token::Held};
    if (state == u"blocked") return {u"policy"_s, tr("Blocked"), Token::Bad};
    if (state == u"failing") return {u"bad"_s, tr("Failing"), Token::Bad};
    if (state == u"trial") return {u"play"_s, tr("Trial"), Token::Held};
    if (state == u"flagged") return {u"warning"_s, tr("Flagged"), Token::Warning};
    if (state == u"repaired") return {u"undo"_s, tr("Repaired"), Token::Warning};
    if (state == u"archived") return {u"idle"_s, tr("Archived"), Token::Muted};
    if (state == u"protected") return {u"lock"_s, tr("Protected", "a label: it moves only with another person's approval"), Token::Held};
    if (state == u"running") return {u"live"_s, tr("Running"), Token::Accent};
    return {u"info"_s, state, Token::Muted};
}

Status simulatedStatus() {
    return {u"simulated"_s, tr("Simulated"), Token::Held};
}

Token tintOf(Token color) {
    switch (color) {
    case Token::Good: return Token::GoodTint;
    case Token::Warning: return Token::WarningTint;
    case Token::Bad: return Token::BadTint;
    case Token::Held: return Token::HeldTint;
    case Token::Accent: return Token::Selection;
    default: return Token::Sunken;
    }
}

StatusBadge::StatusBadge(const Status& status, QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus(status);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StatusBadge::setStatus(const Status& status) {
    m_status = status;
    setAccessibleName(status.word);
    updateGeometry();
    update();
}

QSize StatusBadge::sizeHint() const {
    return sizeOf(m_status);
}

QSize StatusBadge::sizeOf(const Status& status) {
    const QFontMetrics metrics(badgeFont());
    return {padding + iconSize() + gap + metrics.horizontalAdvance(status.word) + padding, metrics.height() + 6};
}

int StatusBadge::columnWidth(const QStringList& states) {
    int widest = 0;
    for (const QString& state : states) widest = std::max(widest, sizeOf(statusOf(state)).width());
    return (widest + 2 * padding) * 100 / Theme::current().textScale();
}

int StatusBadge::paint(QPainter& painter, const QRect& area, const Status& status, bool tinted) {
    const Theme& theme = Theme::current();
    const QFont font = badgeFont();
    const QFontMetrics metrics(font);
    const QSize size = sizeOf(status);
    QRect pill(area.left(), area.top() + (area.height() - size.height()) / 2, std::min(size.width(), area.width()), size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (tinted) {
        painter.setPen(theme.scheme() == Scheme::HighContrast ? QPen(theme.color(status.color)) : QPen(Qt::NoPen));
        painter.setBrush(theme.color(tintOf(status.color)));
        painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    int left = pill.left() + (tinted ? padding : 0);
    const int side = iconSize();
    theme.icon(status.icon, status.color).paint(&painter, left, pill.top() + (pill.height() - side) / 2, side, side);
    left += side + gap;
    painter.setFont(font);
    painter.setPen(theme.color(status.color));
    const QRect text(left, pill.top(), pill.right() - left - (tinted ? gap : 0), pill.height());
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(status.word, Qt::ElideRight, text.width() + 2));
    painter.restore();
    return pill.width();
}

void StatusBadge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, rect(), m_status);
}

} // namespace signalbox::ui
