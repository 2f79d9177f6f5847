#include "ui/shell/main_window.h"

#include "core/client/connection.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/help_viewer.h"
#include "ui/shell/keys_sheet.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/top_bar.h"
#include "ui/widgets/format.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/time_range.h"

#include <QCloseEvent>
#include <QPainter>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

/// Lies over the panels while the connection is lost: what is below can be read and copied, and looks as old as it is.
class MainWindow::OldVeil : public QWidget {
public:
    explicit OldVeil(QWidget* over) : QWidget(over) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        over->installEventFilter(this);
        hide();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Resize) setGeometry(static_cast<QWidget*>(watched)->rect());
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent*) override {
        QColor veil = Theme::current().color(Token::Surface);
        veil.setAlphaF(0.5F);
        QPainter(this).fillRect(rect(), veil);
    }
};

namespace {

constexpr int kMomentMs = 1500;

/// Keeps a bar above the top of a widget without room of its own: nothing moves under the pointer when it comes and goes.
class Floating : public QObject {
public:
    Floating(MessageBar* bar, QWidget* over) : QObject(bar), m_bar(bar), m_over(over) {
        bar->setParent(over);
        bar->installEventFilter(this);
        over->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == m_over ? event->type() == QEvent::Resize : event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest) place();
        return QObject::eventFilter(watched, event);
    }

private:
    void place() {
        const int width = std::min(m_over->width() - 40, kWidest * Theme::current().textScale() / 100);
        m_bar->setGeometry((m_over->width() - width) / 2, 12, width, std::max(m_bar->heightForWidth(width), m_bar->minimumSizeHint().height()));
        m_bar->raise();
    }

    static constexpr int kWidest = 520;
    MessageBar* m_bar;
    QWidget* m_over;
};

} // namespace

MainWindow::MainWindow(const PanelContext& context, const QList<PanelDescription>& panels, QWidget* parent)
    : QMainWindow(parent), m_context(context), m_panels(panels), m_topBar(new TopBar(context.connection, context.timeRange, context.gateways)),
      m_rail(new NavigationRail(panels)), m_split(new QSplitter), m_stack(new QStackedWidget), m_help(new HelpViewer),
      m_connectionBar(new MessageBar), m_gatewayBar(new MessageBar), m_messageBar(new MessageBar) {
    setWindowTitle(tr("Signalbox"));
    setWindowIcon(Theme::current().icon(u"signalbox"_s, Token::Accent));
    m_connectionBar->setObjectName(u"connection-bar"_s);
    m_gatewayBar->setObjectName(u"gateway-bar"_s);
    m_messageBar->setObjectName(u"message-bar"_s);

    auto* bars = new QVBoxLayout;
    bars->setContentsMargins(20, 0, 20, 0);
    bars->setSpacing(8);
    for (MessageBar* bar : {m_gatewayBar, m_connectionBar}) bars->addWidget(bar);

    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(0);
    column->addLayout(bars);
    column->addWidget(m_stack, 1);
    m_veil = new OldVeil(m_stack);
    new Floating(m_messageBar, middle);

    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_split->addWidget(middle);
    m_split->addWidget(m_help);
    m_split->setStretchFactor(0, 1);
    m_split->setSizes({900, 380});
    m_help->hide();

    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(m_rail);
    below->addWidget(m_split, 1);
    auto* line = new QFrame;
    line->setProperty("separator", true);
    line->setFixedHeight(1);
    auto* all = new QWidget;
    auto* rows = new QVBoxLayout(all);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_topBar);
    rows->addWidget(line);
    rows->addLayout(below, 1);
    setCentralWidget(all);

    m_palette = new CommandPalette(this);
    m_keys = new KeysSheet(this);

    connect(m_rail, &NavigationRail::chosen, this, &MainWindow::showPanel);
    connect(m_topBar, &TopBar::paletteRequested, this, &MainWindow::openPalette);
    connect(m_topBar, &TopBar::helpRequested, this, &MainWindow::toggleHelp);
    connect(m_topBar, &TopBar::settingsRequested, this, [this] { openLink(linkTo(u"settings"_s, {u"connections"_s})); });
    connect(m_help, &HelpViewer::linkRequested, this, &MainWindow::openLink);
    connect(m_help, &HelpViewer::closeRequested, this, &MainWindow::toggleHelp);
    connect(&context.connection, &client::Connection::stateChanged, this, &MainWindow::showConnectionState);
    connect(&context.connection, &client::Connection::gatewayChanged, this, &MainWindow::beginAnew);
    addShortcuts();
    restoreLayout();
    showConnectionState();
}

MainWindow::~MainWindow() = default;

const PanelDescription* MainWindow::description(const QString& id) const {
    const auto found = std::find_if(m_panels.begin(), m_panels.end(), [&](const PanelDescription& panel) { return panel.id == id; });
    return found == m_panels.end() ? nullptr : &*found;
}

Panel* MainWindow::showPanel(const QString& id) {
    const PanelDescription* described = description(id);
    if (!described) return nullptr;
    Panel*& panel = m_made[id];
    if (!panel) {
        panel = described->create(m_context, m_stack);
        panel->setObjectName(u"panel-"_s + id);
        panel->setAccessibleName(described->title);
        panel->setFocusPolicy(Qt::ClickFocus);
        m_stack->addWidget(panel);
        m_veil->raise();
        connect(panel, &Panel::linkRequested, this, &MainWindow::openLink);
        connect(panel, &Panel::messageRequested, this, &MainWindow::showMessage);
        connect(panel, &Panel::badgeChanged, this, [this, id](int count) { m_rail->setBadge(id, count); });
    }
    Panel* shown = panel;
    m_currentId = id;
    m_stack->setCurrentWidget(shown);
    m_veil->raise();
    m_rail->setCurrent(id);
    setWindowTitle(tr("%1 – Signalbox", "a panel's title").arg(described->title));
    // Keys go to what is shown, where they went when it was last left.
    if (const QWidget* focused = focusWidget(); focused != shown && !shown->isAncestorOf(focused)) {
        QWidget* last = shown->focusWidget();
        (last && last->isVisibleTo(shown) && last->isEnabled() ? last : shown)->setFocus(Qt::OtherFocusReason);
    }
    shown->activate();
    if (m_help->isVisible()) m_help->showPage(id);
    return shown;
}

void MainWindow::openLink(const QUrl& link) {
    if (link.scheme() != u"signalbox"_s) return;
    Panel* panel = showPanel(link.host());
    if (!panel || !panel->openLink(link)) showMessage(tr("There is nothing at %1.").arg(link.toString()));
}

void MainWindow::addShortcuts() {
    const auto add = [this](const QString& keys, auto act) { connect(new QShortcut(QKeySequence(keys), this), &QShortcut::activated, this, act); };
    add(u"Ctrl+K"_s, &MainWindow::openPalette);
    add(u"F5"_s, &MainWindow::refreshPanel);
    add(u"Ctrl+F"_s, &MainWindow::filterPanel);
    add(u"F1"_s, &MainWindow::toggleHelp);
    add(u"?"_s, &MainWindow::openKeys);
    add(u"Ctrl+B"_s, &MainWindow::foldRail);
    add(u"Ctrl+Q"_s, &QWidget::close);

    // Numbered as the rail shows them: group by group.
    int number = 0;
    for (const PanelGroup group : {PanelGroup::Operate, PanelGroup::Build, PanelGroup::Govern, PanelGroup::Foot})
        for (const PanelDescription& panel : std::as_const(m_panels))
            if (panel.group == group && ++number <= 9)
                add(u"Ctrl+%1"_s.arg(number), [this, id = panel.id] { showPanel(id); });
}

void MainWindow::refreshPanel() {
    m_context.connection.retryNow();
    if (Panel* panel = m_made.value(m_currentId)) panel->refresh();
}

void MainWindow::filterPanel() {
    if (Panel* panel = m_made.value(m_currentId)) panel->focusFilter();
}

void MainWindow::openKeys() {
    const PanelDescription* described = description(m_currentId);
    const Panel* panel = m_made.value(m_currentId);
    m_keys->open(described ? described->title : QString(), panel ? panel->keys() : QList<PanelKey>());
}

void MainWindow::foldRail() {
    m_rail->setFolded(!m_rail->isFolded());
}

/// Another gateway has other documents under the same names: nothing of the one before is shown, or saved there.
void MainWindow::beginAnew() {
    for (auto panel = m_made.begin(); panel != m_made.end(); ++panel) {
        m_rail->setBadge(panel.key(), 0);
        (*panel)->disconnect(this);
        m_stack->removeWidget(*panel);
        (*panel)->deleteLater(); // one of its buttons may be what led here
    }
    m_made.clear();
    m_messageBar->clear();
    showPanel(m_currentId);
}

void MainWindow::toggleHelp() {
    if (m_help->isVisible()) {
        m_help->hide();
        return;
    }
    m_help->showPage(m_currentId);
    m_help->show();
}

void MainWindow::showMessage(const QString& message, const std::function<void()>& undo) {
    if (undo) {
        m_said.invalidate();
        m_messageBar->showUndo(message, undo);
        return;
    }
    // What was said a moment ago is read together with this: neither hides the other.
    const QString before = m_messageBar->isShown() && m_said.isValid() && m_said.elapsed() < kMomentMs ? m_messageBar->title() : QString();
    m_messageBar->showFor(before.isEmpty() || before.contains(message) ? message : before + u'\n' + message);
    m_said.start();
}

void MainWindow::showGatewayProblem(const QString& title, const QString& text, const QString& details, const QString& actionTitle,
                                    std::function<void()> action) {
    m_gatewayBar->show(MessageBar::Kind::Error, title, text, details);
    if (action) m_gatewayBar->setAction(actionTitle, std::move(action));
    showConnectionState();
}

void MainWindow::clearGatewayProblem() {
    m_gatewayBar->clear();
    showConnectionState();
}

void MainWindow::showConnectionState() {
    client::Connection& connection = m_context.connection;
    const client::Connection::State state = connection.state();
    m_veil->setVisible(state == client::Connection::State::Lost || state == client::Connection::State::Refused);

    // Where the gateway itself is known to be gone, that says enough.
    if (m_gatewayBar->isShown() || state == client::Connection::State::Live || state == client::Connection::State::None ||
        state == client::Connection::State::Connecting) {
        m_connectionBar->clear();
        return;
    }
    if (state == client::Connection::State::Refused) {
        m_connectionBar->show(MessageBar::Kind::Error, tr("“%1” does not accept the access token.").arg(connection.name()), connection.problem());
        m_connectionBar->setAction(tr("Connections"), [this] { openLink(linkTo(u"settings"_s, {u"connections"_s})); });
        return;
    }
    m_connectionBar->show(MessageBar::Kind::Warning, tr("No connection to “%1” since %2.").arg(connection.name(), format::clock(connection.lostSince())),
                          tr("What you see is from then. Signalbox goes on trying to connect."), connection.problem());
    m_connectionBar->setAction(tr("Try now"), [this] {
        m_context.connection.retryNow();
        showConnectionState();
    });
}

void MainWindow::openPalette() {
    m_palette->open(commands(), [this](const QString& typed) { return commandsFor(typed); });
}

QList<Command> MainWindow::commands() {
    QList<Command> all;
    int number = 0;
    for (const PanelGroup group : {PanelGroup::Operate, PanelGroup::Build, PanelGroup::Govern, PanelGroup::Foot})
        for (const PanelDescription& panel : std::as_const(m_panels)) {
            if (panel.group != group) continue;
            ++number;
            all.append({tr("Go to %1", "a panel").arg(panel.title), number <= 9 ? QKeySequence(u"Ctrl+%1"_s.arg(number)).toString(QKeySequence::NativeText) : QString(), panel.icon,
                        [this, id = panel.id] { showPanel(id); }});
        }
    // The panel one is in comes first: its actions are what is probably meant.
    for (const PanelDescription& panel : std::as_const(m_panels))
        if (Panel* made = m_made.value(panel.id)) {
            const auto actions = made->actions();
            for (const PanelAction& action : actions)
                all.append({action.title, panel.title, action.icon, [this, id = panel.id, run = action.run] {
                                showPanel(id);
                                run();
                            }});
        }

    using Preset = TimeRange::Preset;
    for (const Preset preset : {Preset::Last15Minutes, Preset::LastHour, Preset::Last6Hours, Preset::Last24Hours, Preset::Last7Days})
        all.append({tr("Show: %1", "a span of time").arg(TimeRange::titleOf(preset)), tr("Time range"), u"clock"_s,
                    [this, preset] { m_context.timeRange.setPreset(preset); }});

    const auto scheme = [](Scheme wanted) {
        Theme::current().setScheme(wanted);
        QSettings().setValue(u"appearance/scheme"_s, static_cast<int>(wanted));
    };
    all.append({tr("Light theme"), tr("Appearance"), u"sun"_s, [scheme] { scheme(Scheme::Light); }});
    all.append({tr("Dark theme"), tr("Appearance"), u"moon"_s, [scheme] { scheme(Scheme::Dark); }});
    all.append({tr("High contrast theme"), tr("Appearance"), u"contrast"_s, [scheme] { scheme(Scheme::HighContrast); }});
    all.append({tr("Theme as the system"), tr("Appearance"), u"appearance"_s, [scheme] { scheme(Scheme::System); }});
    all.append({tr("Read everything anew"), u"F5"_s, u"refresh"_s, [this] { refreshPanel(); }});
    all.append({tr("Help for this panel"), u"F1"_s, u"help"_s, [this] {
                    m_help->showPage(m_currentId);
                    m_help->show();
                }});
    all.append({tr("Show the keys"), u"?"_s, u"keyboard"_s, [this] { openKeys(); }});
    all.append({tr("Fold the panel list"), QKeySequence(u"Ctrl+B"_s).toString(QKeySequence::NativeText), u"sidebar"_s, [this] { foldRail(); }});
    return all;
}

QList<Command> MainWindow::commandsFor(const QString& typed) {
    const QString text = typed.trimmed();
    QList<Command> found;
    if (text.startsWith(u"run_"_s) && text.size() > 8 && description(u"runs"_s))
        found.append({tr("Open the run %1").arg(text), tr("Runs"), u"runs"_s, [this, text] { openLink(linkTo(u"runs"_s, {text})); }});
    if (text.startsWith(u"signalbox://"_s))
        found.append({tr("Open %1", "a link").arg(text), tr("Link"), u"link"_s, [this, text] { openLink(QUrl(text)); }});
    return found;
}

void MainWindow::restoreLayout() {
    QSettings settings;
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray())) resize(1280, 800);
    m_rail->setFolded(settings.value(u"window/railFolded"_s).toBool());
    m_split->restoreState(settings.value(u"window/split"_s).toByteArray());
    const int preset = settings.value(u"window/timeRange"_s, static_cast<int>(TimeRange::Preset::LastHour)).toInt();
    if (preset >= 0 && preset < static_cast<int>(TimeRange::Preset::Custom)) m_context.timeRange.setPreset(static_cast<TimeRange::Preset>(preset));
    const QString last = settings.value(u"window/panel"_s).toString();
    if (m_panels.isEmpty()) return;
    if (Panel* first = showPanel(description(last) ? last : m_panels.first().id)) first->setFocus(Qt::OtherFocusReason);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/railFolded"_s, m_rail->isFolded());
    settings.setValue(u"window/split"_s, m_split->saveState());
    settings.setValue(u"window/panel"_s, m_currentId);
    if (m_context.timeRange.isLive()) settings.setValue(u"window/timeRange"_s, static_cast<int>(m_context.timeRange.preset()));
    QMainWindow::closeEvent(event);
}

} // namespace signalbox::ui
