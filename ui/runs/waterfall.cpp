#include "ui/runs/waterfall.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

double us(const QJsonObject& attempt, QLatin1StringView name, double otherwise) {
    const QJsonValue value = attempt.value(name);
    return value.isDouble() ? value.toDouble() : otherwise;
}

/// A step of 1, 2 or 5 times a power of ten that divides `total` into about five.
double niceStep(double total) {
    const double rough = std::max(1.0, total / 5);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (power * factor >= rough) return power * factor;
    return rough;
}

} // namespace

Waterfall::Waterfall(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Attempts over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Waterfall::setRun(const QJsonObject& run) {
    m_attempts = run.value("attempts"_L1).toArray();
    m_totalUs = std::max(1.0, run.value("end_to_end_us"_L1).toDouble());
    QStringList lines;
    for (const QJsonValue& attempt : std::as_const(m_attempts)) {
        m_totalUs = std::max(m_totalUs, attempt.toObject().value("ended_us"_L1).toDouble());
        lines << describe(attempt.toObject());
    }
    setAccessibleDescription(lines.join(u"\n"_s));
    updateGeometry();
    update();
}

int Waterfall::rowHeight() const { return QFontMetrics(Theme::current().captionFont()).height() + 26; }
int Waterfall::axisHeight() const { return QFontMetrics(Theme::current().captionFont()).height() + 8; }

QSize Waterfall::sizeHint() const { return {240, axisHeight() + rowHeight() * std::max(1, static_cast<int>(m_attempts.size()))}; }

QString Waterfall::describe(const QJsonObject& attempt) const {
    const QString reason = attempt.value("reason"_L1).toString();
    const QString why = reason == "retry"_L1 ? tr("Retry") : reason == "fallback"_L1 ? tr("Fallback") : reason == "repair"_L1 ? tr("Repair") : tr("First");
    QStringList parts{tr("%1 at %2").arg(why, attempt.value("provider"_L1).toString() + u'/' + attempt.value("model"_L1).toString())};
    const double start = us(attempt, "started_us"_L1, 0);
    parts << tr("from %1 to %2").arg(format::milliseconds(start / 1000), format::milliseconds(us(attempt, "ended_us"_L1, start) / 1000));
    if (const double queued = us(attempt, "queued_us"_L1, 0); queued > 0) parts << tr("waited %1 for a place").arg(format::milliseconds(queued / 1000));
    if (attempt.value("connected_us"_L1).toDouble() > 0) parts << tr("connected in %1").arg(format::milliseconds(attempt.value("connected_us"_L1).toDouble() / 1000));
    if (attempt.value("head_us"_L1).isDouble()) parts << tr("answered %1 after %2").arg(attempt.value("status"_L1).toInt()).arg(format::milliseconds((us(attempt, "head_us"_L1, start) - start) / 1000));
    if (attempt.value("first_token_us"_L1).isDouble()) parts << tr("first token after %1").arg(format::milliseconds((us(attempt, "first_token_us"_L1, start) - start) / 1000));
    const QJsonObject error = attempt.value("error"_L1).toObject();
    if (!error.isEmpty()) parts << error.value("class"_L1).toString() + u": "_s + error.value("message"_L1).toString();
    return parts.join(u"\n"_s);
}

void Waterfall::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::current();
    const QFont caption = theme.captionFont();
    painter.setFont(caption);
    const QFontMetrics metrics(caption);
    const double scale = (width() - 1.0) / m_totalUs;

    const double step = niceStep(m_totalUs);
    for (double at = 0; at <= m_totalUs; at += step) {
        const double x = std::min(at * scale, width() - 1.0);
        painter.setPen(theme.color(Token::Line));
        painter.drawLine(QPointF(x + 0.5, axisHeight() - 4), QPointF(x + 0.5, height()));
        const QString label = at == 0 ? u"0"_s : format::milliseconds(at / 1000);
        const double left = std::clamp(x + 3, 0.0, std::max(0.0, double(width() - metrics.horizontalAdvance(label))));
        painter.setPen(theme.color(Token::Muted));
        painter.drawText(QPointF(left, metrics.ascent()), label);
    }
    int y = axisHeight();
    for (const QJsonValue& value : std::as_const(m_attempts)) {
        const QJsonObject attempt = value.toObject();
        const double start = us(attempt, "started_us"_L1, 0);
        const double end = std::max(start, us(attempt, "ended_us"_L1, start));
        const double queued = us(attempt, "queued_us"_L1, 0);
        const double connected = start + us(attempt, "connected_us"_L1, 0);
        const QJsonObject error = attempt.value("error"_L1).toObject();
        const double first = us(attempt, "first_token_us"_L1, error.isEmpty() ? us(attempt, "head_us"_L1, end) : end);
        const QString name = attempt.value("provider"_L1).toString() + u'/' + attempt.value("model"_L1).toString();
        const QString reason = attempt.value("reason"_L1).toString();
        QString label = reason == "retry"_L1 ? tr("%1 · retry").arg(name) : reason == "fallback"_L1 ? tr("%1 · fallback").arg(name) : reason == "repair"_L1 ? tr("%1 · repair").arg(name) : name;
        if (!error.isEmpty()) label += u" · "_s + error.value("class"_L1).toString();
        painter.setPen(error.isEmpty() ? theme.color(Token::Text) : theme.color(Token::Bad));
        painter.drawText(QPointF(2, y + metrics.ascent()), metrics.elidedText(label, Qt::ElideRight, width() - 4));
        const double top = y + metrics.height() + 4;
        const auto bar = [&](double from, double to, const QColor& color) {
            if (to <= from) return;
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawRoundedRect(QRectF(from * scale, top, std::max(2.0, (to - from) * scale), 12), 3, 3);
        };
        QColor waiting = theme.color(Token::Accent);
        waiting.setAlphaF(0.35F);
        bar(start - queued, start, theme.color(Token::Held));
        bar(start, connected, theme.color(Token::Warning));
        bar(connected, std::min(first, end), error.isEmpty() ? waiting : theme.color(Token::BadTint));
        bar(std::min(first, end), end, error.isEmpty() ? theme.color(Token::Accent) : theme.color(Token::Bad));
        if (!error.isEmpty()) {
            painter.setPen(QPen(theme.color(Token::Bad), 2));
            const double x = std::min(end * scale, width() - 2.0);
            painter.drawLine(QPointF(x, top - 1), QPointF(x, top + 13));
        }
        y += rowHeight();
    }
    if (m_attempts.isEmpty()) {
        painter.setPen(theme.color(Token::Muted));
        painter.drawText(QRect(0, axisHeight(), width(), rowHeight()), Qt::AlignLeft | Qt::AlignVCenter, tr("No target was tried."));
    }
}

bool Waterfall::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = (help->pos().y() - axisHeight()) / rowHeight();
    if (help->pos().y() < axisHeight() || row >= m_attempts.size()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), describe(m_attempts.at(row).toObject()), this);
    return true;
}

} // namespace signalbox::ui
