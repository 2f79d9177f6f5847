#pragma once

#include "ui/widgets/panel.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMainWindow>

class QSplitter;
class QStackedWidget;

namespace signalbox::ui {

struct Command;
class CommandPalette;
class HelpViewer;
class KeysSheet;
class MessageBar;
class NavigationRail;
class TopBar;

/// The console's window: rail, top bar, the panels, the palette, the help beside them, and the messages above them. Knows no panel by
/// name: it shows what it is given.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(const PanelContext& context, const QList<PanelDescription>& panels, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Makes the panel if it was not shown before.
    Panel* showPanel(const QString& id);
    QString currentPanelId() const { return m_currentId; }
    /// `signalbox://panel/...`
    void openLink(const QUrl& link);

    /// What is wrong with the gateway itself, e.g. that its process ended; `clearGatewayProblem` when it is right again.
    void showGatewayProblem(const QString& title, const QString& text, const QString& details, const QString& actionTitle,
                            std::function<void()> action);
    void clearGatewayProblem();
    /// Says something for a few seconds, with Undo if `undo` is given.
    void showMessage(const QString& message, const std::function<void()>& undo = {});

    void openPalette();
    void toggleHelp();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    class OldVeil;

    void addShortcuts();
    void refreshPanel();
    void filterPanel();
    void openKeys();
    void foldRail();
    void beginAnew();
    void showConnectionState();
    void restoreLayout();
    const PanelDescription* description(const QString& id) const;
    QList<Command> commands();
    QList<Command> commandsFor(const QString& typed);

    PanelContext m_context;
    QList<PanelDescription> m_panels;
    QHash<QString, Panel*> m_made;
    QString m_currentId;
    QElapsedTimer m_said; ///< since the last message that nothing can undo

    TopBar* m_topBar;
    NavigationRail* m_rail;
    QSplitter* m_split;
    QStackedWidget* m_stack;
    HelpViewer* m_help;
    MessageBar* m_connectionBar;
    MessageBar* m_gatewayBar;
    MessageBar* m_messageBar;
    CommandPalette* m_palette;
    KeysSheet* m_keys;
    OldVeil* m_veil;
};

} // namespace signalbox::ui
