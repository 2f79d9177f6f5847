#pragma once

#include "core/client/connection.h"
#include "core/client/gateways.h"
#include "tests/support/fake_control.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/time_range.h"

#include <QTemporaryDir>

#include <memory>

namespace signalbox::test {

/// Settings of this test alone, the theme installed. Once, in initTestCase.
void prepareApplication();

/// A real window on a fake control plane.
struct ConsoleOnFake {
    explicit ConsoleOnFake(QSize size = {1360, 850});
    ~ConsoleOnFake();
    /// Opens the connection and waits until it is live.
    bool goLive();

    QTemporaryDir directory;
    FakeControl control;
    client::TokenStore tokens;
    client::Gateways gateways;
    client::Connection connection;
    ui::TimeRange timeRange;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace signalbox::test
