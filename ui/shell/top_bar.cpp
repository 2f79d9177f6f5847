#include "ui/shell/top_bar.h"

#include "core/client/gateways.h"
#include "ui/shell/span_dialog.h"
#include "ui/widgets/format.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/time_range.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// The gateway's name with its state beside it.
class GatewayButton : public QToolButton {
public:
    explicit GatewayButton(const client::Connection& connection) : m_connection(connection) {
        setProperty("framed", true);
        setPopupMode(InstantPopup);
        setFocusPolicy(Qt::StrongFocus);
    }

    QSize sizeHint() const override {
        const QSize badge = StatusBadge::sizeOf(TopBar::statusOf(m_connection));
        return {8 + side() + 8 + fontMetrics().horizontalAdvance(name()) + 12 + badge.width() + 24, std::max(fontMetrics().height() + 12, 32)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

    QString name() const {
        return m_connection.name().isEmpty() ? TopBar::tr("No gateway") : m_connection.name();
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QToolButton::paintEvent(event);
        const Theme& theme = Theme::current();
        QPainter painter(this);
        int left = 8;
        theme.icon(u"gateway"_s, Token::Muted).paint(&painter, left, (height() - side()) / 2, side(), side());
        left += side() + 8;
        QFont words = font();
        words.setWeight(QFont::DemiBold);
        painter.setFont(words);
        painter.setPen(theme.color(Token::Text));
        painter.drawText(QRect(left, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, name());
        left += QFontMetrics(words).horizontalAdvance(name()) + 10;
        StatusBadge::paint(painter, QRect(left, 0, width() - left - 20, height()), TopBar::statusOf(m_connection));
        theme.icon(u"chevron-down"_s, Token::Muted).paint(&painter, width() - 20, (height() - 12) / 2, 12, 12);
    }

private:
    int side() const { return 16 * Theme::current().textScale() / 100; }
    const client::Connection& m_connection;
};

} // namespace

TopBar::TopBar(client::Connection& connection, TimeRange& timeRange, client::Gateways* gateways, QWidget* parent)
    : QFrame(parent), m_connection(connection), m_timeRange(timeRange), m_gateways(gateways), m_gateway(new GatewayButton(connection)),
      m_search(new QPushButton), m_time(new QToolButton), m_theme(new QToolButton), m_help(new QToolButton), m_person(new TextLabel),
      m_personIcon(new IconLabel(u"person"_s)), m_gatewayMenu(new QMenu(this)), m_timeMenu(new QMenu(this)) {
    setAccessibleName(tr("Top bar"));
    setAutoFillBackground(true);

    m_gateway->setObjectName(u"gateway"_s);
    m_gateway->setMenu(m_gatewayMenu);
    connect(m_gatewayMenu, &QMenu::aboutToShow, this, &TopBar::fillGatewayMenu);

    m_search->setObjectName(u"palette-button"_s);
    m_search->setText(tr("Go anywhere, do anything") + u"    "_s + QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    m_search->setAccessibleName(tr("Command palette"));
    m_search->setToolTip(tr("Command palette (Ctrl+K)"));
    m_search->setMinimumWidth(160);
    connect(m_search, &QPushButton::clicked, this, &TopBar::paletteRequested);

    m_time->setObjectName(u"time-range"_s);
    m_time->setProperty("framed", true);
    m_time->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_time->setPopupMode(QToolButton::InstantPopup);
    m_time->setFocusPolicy(Qt::StrongFocus);
    m_time->setMenu(m_timeMenu);
    connect(m_timeMenu, &QMenu::aboutToShow, this, &TopBar::fillTimeMenu);

    m_theme->setObjectName(u"theme"_s);
    m_theme->setFocusPolicy(Qt::StrongFocus);
    connect(m_theme, &QToolButton::clicked, this, [] {
        Theme& theme = Theme::current();
        theme.setScheme(theme.isDark() ? Scheme::Light : Scheme::Dark);
        QSettings().setValue(u"appearance/scheme"_s, static_cast<int>(theme.scheme()));
    });

    m_help->setFocusPolicy(Qt::StrongFocus);
    m_help->setAccessibleName(tr("Help"));
    m_help->setToolTip(tr("Help (F1)"));
    connect(m_help, &QToolButton::clicked, this, &TopBar::helpRequested);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_gateway);
    row->addStretch(1);
    row->addWidget(m_search);
    row->addStretch(1);
    row->addWidget(m_time);
    row->addWidget(m_theme);
    row->addWidget(m_help);
    row->addSpacing(4);
    row->addWidget(m_personIcon);
    row->addWidget(m_person);

    connect(&connection, &client::Connection::stateChanged, this, &TopBar::showConnection);
    connect(&connection, &client::Connection::statusChanged, this, &TopBar::showConnection);
    connect(&connection, &client::Connection::identityChanged, this, &TopBar::showIdentity);
    connect(&timeRange, &TimeRange::changed, this, &TopBar::restyle);
    connect(&Theme::current(), &Theme::changed, this, &TopBar::restyle);
    showConnection();
    showIdentity();
    restyle();
}

Status TopBar::statusOf(const client::Connection& connection) {
    switch (connection.state()) {
    case client::Connection::State::None: return {u"idle"_s, tr("Not connected"), Token::Muted};
    case client::Connection::State::Connecting: return {u"half-open"_s, tr("Connecting"), Token::Warning};
    case client::Connection::State::Live:
        if (connection.isDraining()) return {u"warning"_s, tr("Draining"), Token::Warning};
        return {u"live"_s, tr("Live"), Token::Good};
    case client::Connection::State::Lost: return {u"bad"_s, tr("Lost at %1").arg(format::clock(connection.lostSince())), Token::Bad};
    case client::Connection::State::Refused: return {u"key"_s, tr("Token refused"), Token::Bad};
    }
    return {};
}

void TopBar::showConnection() {
    const Status status = statusOf(m_connection);
    const QString name = static_cast<GatewayButton*>(m_gateway)->name();
    m_gateway->setAccessibleName(tr("Gateway %1: %2").arg(name, status.word));
    QStringList lines{name, m_connection.api().server().toString(), m_connection.problem()};
    const QString version = m_connection.status().value("version"_L1).toString();
    if (!version.isEmpty()) lines << tr("Version %1").arg(version);
    lines.removeAll(QString());
    m_gateway->setToolTip(lines.join(u'\n'));
    m_gateway->updateGeometry();
    m_gateway->update();
}

void TopBar::showIdentity() {
    const bool known = m_connection.role() != client::Role::None;
    m_person->setVisible(known);
    m_personIcon->setVisible(known);
    const QString role = client::nameOf(m_connection.role());
    m_person->setText(m_connection.userName());
    m_person->setToolTip(tr("Signed in as %1, role %2").arg(m_connection.userName(), role));
    m_person->setAccessibleName(m_person->toolTip());
    showConnection();
}

void TopBar::fillGatewayMenu() {
    m_gatewayMenu->clear();
    const Theme& theme = Theme::current();
    if (m_gateways) {
        const auto add = [&](const QString& id, const QString& name) {
            QAction* action = m_gatewayMenu->addAction(name);
            action->setCheckable(true);
            action->setChecked(m_gateways->chosen() == id);
            connect(action, &QAction::triggered, this, [this, id] { m_gateways->choose(id); });
        };
        add(client::Gateways::embedded, tr("This computer"));
        const auto remotes = m_gateways->remotes();
        for (const client::RemoteGateway& remote : remotes) add(remote.id, remote.name);
        m_gatewayMenu->addSeparator();
    }
    QAction* retry = m_gatewayMenu->addAction(theme.icon(u"refresh"_s), tr("Connect again"));
    retry->setEnabled(!m_connection.isLive() && m_connection.state() != client::Connection::State::None);
    connect(retry, &QAction::triggered, this, [this] { m_connection.retryNow(); });
    connect(m_gatewayMenu->addAction(theme.icon(u"settings"_s), tr("Connections…")), &QAction::triggered, this, &TopBar::settingsRequested);
}

void TopBar::fillTimeMenu() {
    m_timeMenu->clear();
    using Preset = TimeRange::Preset;
    for (const Preset preset : {Preset::Last15Minutes, Preset::LastHour, Preset::Last6Hours, Preset::Last24Hours, Preset::Last7Days}) {
        QAction* action = m_timeMenu->addAction(TimeRange::titleOf(preset));
        action->setCheckable(true);
        action->setChecked(m_timeRange.preset() == preset);
        connect(action, &QAction::triggered, this, [this, preset] { m_timeRange.setPreset(preset); });
    }
    m_timeMenu->addSeparator();
    connect(m_timeMenu->addAction(tr("Choose a span…")), &QAction::triggered, this, &TopBar::chooseCustomRange);
}

void TopBar::chooseCustomRange() {
    auto* dialog = new SpanDialog(m_timeRange, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TopBar::restyle() {
    const Theme& theme = Theme::current();
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(Token::Raised));
    setPalette(colors);
    m_search->setIcon(theme.icon(u"search"_s));
    m_time->setIcon(theme.icon(u"clock"_s, m_timeRange.isLive() ? Token::Muted : Token::Accent));
    m_time->setText(m_timeRange.title());
    m_time->setAccessibleName(tr("Time range: %1").arg(m_timeRange.title()));
    m_time->setToolTip(m_timeRange.isLive() ? tr("The time that every panel shows; it moves on") : tr("The time that every panel shows; it stands still"));
    const QString other = theme.isDark() ? tr("Switch to light") : tr("Switch to dark");
    m_theme->setIcon(theme.icon(theme.isDark() ? u"sun"_s : u"moon"_s));
    m_theme->setAccessibleName(other);
    m_theme->setToolTip(other);
    m_help->setIcon(theme.icon(u"help"_s));
    m_gateway->updateGeometry();
    update();
}

} // namespace signalbox::ui
