#pragma once

#include "core/client/connection.h"

#include <QFrame>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace signalbox::client {
class Gateways;
}

namespace signalbox::ui {

class TextLabel;
class TimeRange;
struct Status;

/// The upper edge: which gateway and its state, the way to the command palette, the time range of all panels, the theme, and who is
/// signed in.
class TopBar : public QFrame {
    Q_OBJECT

public:
    TopBar(client::Connection& connection, TimeRange& timeRange, client::Gateways* gateways, QWidget* parent = nullptr);

    /// What the gateway button says: icon, word, colour.
    static Status statusOf(const client::Connection& connection);

Q_SIGNALS:
    void paletteRequested();
    void settingsRequested();
    void helpRequested();

private:
    void showConnection();
    void showIdentity();
    void fillGatewayMenu();
    void fillTimeMenu();
    void chooseCustomRange();
    void restyle();

    client::Connection& m_connection;
    TimeRange& m_timeRange;
    client::Gateways* m_gateways;
    QToolButton* m_gateway;
    QPushButton* m_search;
    QToolButton* m_time;
    QToolButton* m_theme;
    QToolButton* m_help;
    TextLabel* m_person;
    QLabel* m_personIcon;
    QMenu* m_gatewayMenu;
    QMenu* m_timeMenu;
};

} // namespace signalbox::ui
