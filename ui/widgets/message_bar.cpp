#include "ui/widgets/message_bar.h"

#include "core/client/api_result.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

Token colorOf(MessageBar::Kind kind) {
    switch (kind) {
    case MessageBar::Kind::Information: return Token::Accent;
    case MessageBar::Kind::Success: return Token::Good;
    case MessageBar::Kind::Warning: return Token::Warning;
    case MessageBar::Kind::Error: return Token::Bad;
    }
    return Token::Accent;
}

QString iconOf(MessageBar::Kind kind) {
    switch (kind) {
    case MessageBar::Kind::Information: return u"info"_s;
    case MessageBar::Kind::Success: return u"good"_s;
    case MessageBar::Kind::Warning: return u"warning"_s;
    case MessageBar::Kind::Error: return u"bad"_s;
    }
    return {};
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new IconLabel(u"info"_s, Token::Accent, 18)), m_title(new TextLabel), m_text(new TextLabel),
      m_action(new QPushButton), m_detailsButton(new QPushButton(tr("Details"))), m_close(new QToolButton),
      m_details(new QPlainTextEdit) {
    m_title->wrapped()->selectable();
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_text->wrapped()->selectable();
    m_detailsButton->setCheckable(true);
    m_detailsButton->setProperty("flat", true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAutoRaise(true);
    m_details->setReadOnly(true);
    m_details->setAccessibleName(tr("Details"));
    m_details->setMaximumHeight(140);

    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_detailsButton, 0, Qt::AlignVCenter);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(12, 8, 8, 8);
    all->setSpacing(8);
    all->addLayout(row);
    all->addWidget(m_details);

    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto action = m_onAction;
        m_onExpired = nullptr;
        clear();
        if (action) action();
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        expire();
        Q_EMIT closed();
    });
    connect(m_detailsButton, &QPushButton::toggled, m_details, &QWidget::setVisible);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MessageBar::expire);
    connect(&Theme::current(), &Theme::changed, this, &MessageBar::restyle);
    restyle();
    hide();
}

void MessageBar::show(Kind kind, const QString& title, const QString& text, const QString& details) {
    expire();
    m_kind = kind;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_details->setPlainText(details);
    m_details->hide();
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(!details.isEmpty());
    m_action->hide();
    setAccessibleName(title);
    setAccessibleDescription(text);
    restyle();
    setVisible(true);
}

void MessageBar::showError(const QString& what, const client::ApiError& error) {
    QString why = error.message;
    // One violation is the whole story; several are in the details and at their fields.
    if (error.violations.size() == 1 && !why.contains(error.violations.first().message)) why += u' ' + error.violations.first().message;
    show(Kind::Error, what, why, error.details());
}

void MessageBar::setAction(const QString& title, std::function<void()> action) {
    m_onAction = std::move(action);
    m_action->setText(title);
    m_action->show();
}

void MessageBar::showUndo(const QString& title, std::function<void()> undo, std::function<void()> expired, int seconds) {
    show(Kind::Information, title);
    setAction(tr("Undo"), std::move(undo));
    m_onExpired = std::move(expired);
    m_timer.start(seconds * 1000);
}

void MessageBar::showFor(const QString& title, int seconds) {
    show(Kind::Success, title);
    m_timer.start(seconds * 1000);
}

void MessageBar::clear() {
    m_timer.stop();
    m_onAction = nullptr;
    m_onExpired = nullptr;
    hide();
}

void MessageBar::expire() {
    const auto expired = m_onExpired;
    clear();
    if (expired) expired();
}

QString MessageBar::title() const {
    return m_title->text();
}

void MessageBar::restyle() {
    m_icon->setIcon(iconOf(m_kind), colorOf(m_kind));
    m_close->setIcon(Theme::current().icon(u"close"_s));
    QFont bold = Theme::current().textFont();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_details->setFont(Theme::current().monoFont());
    update();
}

void MessageBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    const Token color = colorOf(m_kind);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = theme.color(color);
    if (theme.scheme() != Scheme::HighContrast) line.setAlphaF(0.35F);
    painter.setPen(line);
    painter.setBrush(theme.color(tintOf(color)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace signalbox::ui
