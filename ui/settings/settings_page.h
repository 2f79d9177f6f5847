#pragma once

#include "ui/widgets/panel.h"

class QVBoxLayout;

namespace signalbox::ui {

class MessageBar;

/// One section of the settings: a heading, what it is for, a message bar, and its content.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    SettingsPage(const PanelContext& context, const QString& title, const QString& purpose, QWidget* parent = nullptr);

    /// Comes to the front, or F5: reads what it shows. Never touches what the person is editing.
    virtual void read() {}
    /// The rest of a link, `{"openai-main"}`; false if there is no such thing.
    virtual bool open(const QStringList& path) {
        Q_UNUSED(path)
        return true;
    }

Q_SIGNALS:
    void linkRequested(const QUrl& link);
    void messageRequested(const QString& message);

protected:
    client::Connection& connection() { return m_context.connection; }
    const PanelContext& context() const { return m_context; }
    QVBoxLayout* column() { return m_column; }
    MessageBar* bar() { return m_bar; }

private:
    PanelContext m_context;
    QVBoxLayout* m_column;
    MessageBar* m_bar;
};

} // namespace signalbox::ui
