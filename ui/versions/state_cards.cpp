#include "ui/versions/state_cards.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/versions/open_document.h"
#include "ui/versions/performance_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

StateCards::StateCards(OpenDocument& document, QWidget* parent) : QWidget(parent), m_document(document), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    connect(&document, &OpenDocument::opened, this, &StateCards::fill);
    connect(&document, &OpenDocument::stateChanged, this, &StateCards::fill);
    connect(&document, &OpenDocument::approvalEnded, this, &StateCards::tellEnd);
    connect(&document.connection(), &client::Connection::identityChanged, this, &StateCards::fill);
    // The calls of a rollout are counted on while one looks.
    m_tick.setInterval(5s);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_document.rollout().isEmpty()) m_document.readState();
    });
    m_tick.start();
    hide();
}

void StateCards::fill() {
    const client::Connection& connection = m_document.connection();
    const QJsonObject now{{u"approvals"_s, m_document.approvals()}, {u"rollout"_s, m_document.rollout()}, {u"me"_s, connection.userName()}, {u"role"_s, static_cast<int>(connection.role())}};
    if (now == m_shown) return;
    m_shown = now;
    // The keys stay with whoever pressed one of these buttons.
    QWidget* focused = QApplication::focusWidget();
    const QString pressed = focused && isAncestorOf(focused) ? focused->objectName() : QString();
    const bool hadFocus = focused && isAncestorOf(focused);
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of its buttons may be what led here
        delete item;
    }
    for (const QJsonValue& one : m_document.approvals()) addApproval(one.toObject());
    if (!m_document.rollout().isEmpty()) addRollout(m_document.rollout());
    setVisible(m_column->count() > 0);
    if (!hadFocus) return;
    const auto buttons = pressed.isEmpty() ? QList<QPushButton*>() : findChildren<QPushButton*>(pressed);
    const auto same = std::find_if(buttons.begin(), buttons.end(), [this](const QPushButton* button) { return button->isVisibleTo(this) && button->isEnabled(); });
    if (same != buttons.end()) (*same)->setFocus(Qt::OtherFocusReason);
}

void StateCards::tellEnd(const QJsonObject& approval) {
    if (approval.value("id"_L1).toVariant().toString() == m_decided) return;
    const QString state = approval.value("state"_L1).toString();
    const QString who = approval.value("decided_by"_L1).toString();
    const QString note = approval.value("note"_L1).toString();
    const QString label = approval.value("label"_L1).toString();
    const qint64 to = wholeNumber(approval.value("to"_L1));
    const QString said = note.isEmpty() ? QString() : u" “"_s + note + u'”';
    if (state == "applied"_L1) Q_EMIT messageRequested(tr("%1 approved: %2 is at version %3.", "who, label, version").arg(who, label).arg(to) + said);
    else if (state == "rejected"_L1) Q_EMIT messageRequested(tr("%1 rejected the move of %2 to version %3.", "who, label, version").arg(who, label).arg(to) + said);
    else if (state == "withdrawn"_L1) Q_EMIT messageRequested(tr("The request to move %1 to version %2 was withdrawn.", "label, version").arg(label).arg(to));
    else if (state == "void"_L1) Q_EMIT messageRequested(tr("The request to move %1 to version %2 is void: %3.", "label, version, why").arg(label).arg(to).arg(approval.value("void_reason"_L1).toString()));
}

QFrame* StateCards::card(const QString& icon, const Words& title, const Words& text) {
    auto* frame = new QFrame;
    frame->setProperty("card", true);
    frame->setAccessibleName(title());
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* heading = (new TextLabel({}, TextStyle::Body))->wrapped()->ageing(title);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    words->addWidget(heading);
    words->addWidget((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()->ageing(text));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new IconLabel(icon, Token::Held, 18), 0, Qt::AlignTop);
    row->addLayout(words, 1);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addLayout(row);
    m_column->addWidget(frame);
    return frame;
}

void StateCards::addApproval(const QJsonObject& approval) {
    client::Connection& connection = m_document.connection();
    const QString id = approval.value("id"_L1).toVariant().toString();
    const QString who = approval.value("requested_by"_L1).toString();
    const qint64 from = wholeNumber(approval.value("from"_L1));
    const qint64 to = wholeNumber(approval.value("to"_L1));
    const QString message = approval.value("message"_L1).toString();
    const QDateTime asked = client::timeOf(approval.value("requested_at"_L1).toString());
    QStringList facts;
    if (!message.isEmpty()) facts << u'“' + message + u'”';
    facts << (approval.value("test_run_id"_L1).toString().isEmpty() ? tr("without a test run") : tr("bound to a test run"));
    const QString label = approval.value("label"_L1).toString();
    QString stagesFact;
    if (const QJsonArray stages = approval.value("rollout"_L1)["stages"_L1].toArray(); !stages.isEmpty()) {
        QStringList percent;
        for (const QJsonValue& stage : stages) percent << QString::number(stage.toInt());
        stagesFact = tr("in stages of %1 %", "a rollout: 5, 25, 100 %").arg(percent.join(u", "_s));
    }
    const QString title = from > 0 ? tr("%1 asks to move %2 from version %3 to version %4").arg(who, label).arg(from).arg(to) : tr("%1 asks to set %2 at version %3").arg(who, label).arg(to);
    QFrame* frame = card(u"held"_s, [title] { return title; }, [facts, stagesFact, asked] {
        QStringList all{tr("asked %1").arg(format::relative(asked))};
        if (!stagesFact.isEmpty()) all.prepend(stagesFact);
        return (all + facts).join(u" · "_s);
    });
    frame->setObjectName(u"approval"_s);

    auto* row = new QWidget;
    auto* flow = new FlowLayout(row);
    auto* look = new QPushButton(tr("Look at the change"));
    connect(look, &QPushButton::clicked, this, [this, from, to] { Q_EMIT compareRequested(from, to); });
    flow->addWidget(look);
    look->setVisible(from > 0); // not before it has a place: it would be a window, and the active one
    const bool mine = who == connection.userName();
    if (connection.may(client::Role::Operator)) {
        auto* note = new QLineEdit;
        note->setPlaceholderText(tr("A note (optional)"));
        note->setAccessibleName(tr("Note"));
        note->setObjectName(u"approval-note"_s);
        note->setMinimumWidth(160);
        auto* approve = new QPushButton(tr("Approve"));
        approve->setObjectName(u"approval-approve"_s);
        approve->setProperty("primary", true);
        auto* reject = new QPushButton(tr("Reject"));
        reject->setObjectName(u"approval-reject"_s);
        approve->setEnabled(!mine);
        reject->setEnabled(!mine);
        note->setEnabled(!mine);
        connect(approve, &QPushButton::clicked, this, [this, id, note] { decide(id, u"approve"_s, note->text().trimmed()); });
        connect(reject, &QPushButton::clicked, this, [this, id, note] { decide(id, u"reject"_s, note->text().trimmed()); });
        flow->addWidget(note);
        flow->addWidget(approve);
        flow->addWidget(reject);
    }
    if (mine) {
        auto* withdraw = new QPushButton(tr("Withdraw"));
        withdraw->setObjectName(u"approval-withdraw"_s);
        connect(withdraw, &QPushButton::clicked, this, [this, id] { decide(id, u"withdraw"_s, {}); });
        flow->addWidget(withdraw);
        auto* why = new TextLabel(tr("You asked for it: another person has to decide."), TextStyle::Caption, Token::Muted);
        why->setObjectName(u"approval-why"_s);
        flow->addWidget(why);
    }
    frame->layout()->addWidget(row);
}

void StateCards::addRollout(const QJsonObject& rollout) {
    const qint64 stable = wholeNumber(rollout.value("stable"_L1));
    const qint64 candidate = wholeNumber(rollout.value("candidate"_L1));
    const QJsonArray stages = rollout.value("stages"_L1).toArray();
    const int stage = rollout.value("stage"_L1).toInt();
    const QJsonObject comparison = rollout.value("comparison"_L1).toObject();
    QStringList facts;
    facts << tr("version %1: %2").arg(stable).arg(performance::summary(comparison.value("stable"_L1).toObject()));
    facts << tr("version %1: %2").arg(candidate).arg(performance::summary(comparison.value("candidate"_L1).toObject()));
    const auto title = [=, since = client::timeOf(rollout.value("stage_at"_L1).toString()), percent = rollout.value("percent"_L1).toInt(), label = rollout.value("label"_L1).toString(u"production"_s), count = stages.size()] {
        return tr("Version %1 gets %2 % of %3 since %4 (stage %5 of %6); the rest goes to version %7").arg(candidate).arg(percent).arg(label, format::relative(since)).arg(stage + 1).arg(count).arg(stable);
    };
    QFrame* frame = card(u"promote"_s, title, [words = facts.join(u'\n')] { return words; });
    frame->setObjectName(u"rollout"_s);
    auto* row = new QWidget;
    auto* flow = new FlowLayout(row);
    auto* badge = new StatusBadge(performance::verdict(comparison.value("verdict"_L1).toString()));
    badge->setToolTip(tr("The candidate against the version that it replaces, since the stage began"));
    flow->addWidget(badge);
    auto* look = new QPushButton(tr("Look at the change"));
    connect(look, &QPushButton::clicked, this, [this, stable, candidate] { Q_EMIT compareRequested(stable, candidate); });
    flow->addWidget(look);
    if (m_document.connection().may(client::Role::Operator)) {
        const int next = stage + 1 < stages.size() ? stages.at(stage + 1).toInt() : 100;
        auto* advance = new QPushButton(next >= 100 ? tr("All calls to version %1").arg(candidate) : tr("Go on to %1 %").arg(next));
        advance->setObjectName(u"rollout-advance"_s);
        auto* stop = new QPushButton(tr("Stop: all back to version %1").arg(stable));
        stop->setObjectName(u"rollout-stop"_s);
        connect(advance, &QPushButton::clicked, this, [this, next, candidate] {
            changeRollout("POST", u"advance"_s, next >= 100 ? tr("Version %1 is live.").arg(candidate) : tr("Version %1 gets %2 % of the calls.").arg(candidate).arg(next));
        });
        connect(stop, &QPushButton::clicked, this, [this, stable] { changeRollout("DELETE", {}, tr("The rollout is stopped: all calls go to version %1.").arg(stable)); });
        flow->addWidget(advance);
        flow->addWidget(stop);
    }
    frame->layout()->addWidget(row);
}

void StateCards::decide(const QString& id, const QString& what, const QString& note) {
    m_decided = id;
    QJsonObject body;
    if (!note.isEmpty()) body.insert(u"note"_s, note);
    m_document.connection().api().post(client::pathOf({u"approvals"_s, id, what}), body, this, [this, what](const client::ApiResult& result) {
        if (!result.ok()) Q_EMIT messageRequested(result.error->code == "approval_void"_L1 ? tr("Nothing was moved: what was asked for is not what is there now. %1").arg(result.error->message)
                                                                                          : tr("That was not done: %1").arg(result.error->message));
        else if (what == "approve"_L1) Q_EMIT messageRequested(tr("Approved: the label has moved."));
        else Q_EMIT messageRequested(what == "reject"_L1 ? tr("Rejected: nothing moves.") : tr("Withdrawn: nothing moves."));
        m_document.refresh();
    });
}

void StateCards::changeRollout(const QByteArray& method, const QString& tail, const QString& done) {
    QStringList path{u"labels"_s, m_document.rollout().value("label"_L1).toString(u"production"_s), u"rollout"_s};
    if (!tail.isEmpty()) path << tail;
    const QJsonValue body = method == "POST" ? QJsonValue(QJsonObject()) : QJsonValue(QJsonValue::Undefined);
    m_document.connection().api().send(method, m_document.path(path), {}, body, this, [this, done](const client::ApiResult& result) {
        Q_EMIT messageRequested(result.ok() ? done : tr("The rollout is as it was: %1").arg(result.error->message));
        m_document.refresh();
    });
}

} // namespace signalbox::ui
