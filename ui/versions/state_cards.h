#pragma once

#include <QFrame>
#include <QJsonObject>
#include <QTimer>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace signalbox::ui {

class OpenDocument;

/// What waits or runs at the open document: changes that wait for approval, and a rollout in stages, each a card with what one may do.
class StateCards : public QWidget {
    Q_OBJECT

public:
    explicit StateCards(OpenDocument& document, QWidget* parent = nullptr);

Q_SIGNALS:
    void compareRequested(qint64 from, qint64 to);
    void messageRequested(const QString& message, const std::function<void()>& undo = {});

private:
    void fill();
    void tellEnd(const QJsonObject& approval);
    using Words = std::function<QString()>; ///< asked anew as time goes by
    QFrame* card(const QString& icon, const Words& title, const Words& text);
    void addApproval(const QJsonObject& approval);
    void addRollout(const QJsonObject& rollout);
    void decide(const QString& id, const QString& what, const QString& note);
    void changeRollout(const QByteArray& method, const QString& tail, const QString& done);

    OpenDocument& m_document;
    QVBoxLayout* m_column;
    QString m_decided; ///< the approval that was decided here, which needs no telling
    QJsonObject m_shown; ///< what the cards are of, so that typing a note is not disturbed by reading the same again
    QTimer m_tick;
};

} // namespace signalbox::ui
