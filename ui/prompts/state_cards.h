#pragma once

#include <QFrame>
#include <QJsonObject>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace signalbox::ui {

class OpenPrompt;

/// What waits or runs at the open prompt: changes that wait for approval, and a rollout in stages, each a card with what one may do.
class StateCards : public QWidget {
    Q_OBJECT

public:
    explicit StateCards(OpenPrompt& prompt, QWidget* parent = nullptr);

Q_SIGNALS:
    void compareRequested(qint64 from, qint64 to);
    void messageRequested(const QString& message, const std::function<void()>& undo = {});

private:
    void fill();
    QFrame* card(const QString& icon, const QString& title, const QString& text);
    void addApproval(const QJsonObject& approval);
    void addRollout(const QJsonObject& rollout);
    void decide(const QString& id, const QString& what, const QString& note);
    void changeRollout(const QByteArray& method, const QString& tail, const QString& done);

    OpenPrompt& m_prompt;
    QVBoxLayout* m_column;
    QJsonObject m_shown; ///< what the cards are of, so that typing a note is not disturbed by reading the same again
};

} // namespace signalbox::ui
