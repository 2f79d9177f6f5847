#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QHBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace signalbox::client {
struct ApiError;
}

namespace signalbox::ui {

class IconLabel;
class TextLabel;

/// What a person is told where it happened: what failed, why, what to do; details on demand, at most one button, and a way to close
/// it. Never a dialog. Hidden while it has nothing to say.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Information, Success, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);

    /// Replaces what it said.
    void show(Kind kind, const QString& title, const QString& text = {}, const QString& details = {});
    /// `what` is what the person wanted, "The runs could not be read."; why and details come from the error.
    void showError(const QString& what, const client::ApiError& error);
    /// The one button. After `show`, which takes it away.
    void setAction(const QString& title, std::function<void()> action);
    /// A message with Undo that goes away by itself. `expired` is called when it does, or is closed, without Undo.
    void showUndo(const QString& title, std::function<void()> undo, std::function<void()> expired = {}, int seconds = 6);
    /// Says something for a few seconds.
    void showFor(const QString& title, int seconds = 4);
    void clear();

    bool isShown() const { return !isHidden(); }
    QString title() const;

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void expire();
    void restyle();

    Kind m_kind = Kind::Information;
    IconLabel* m_icon;
    TextLabel* m_title;
    TextLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_detailsButton;
    QToolButton* m_close;
    QPlainTextEdit* m_details;
    QTimer m_timer;
    std::function<void()> m_onAction;
    std::function<void()> m_onExpired;
};

} // namespace signalbox::ui
