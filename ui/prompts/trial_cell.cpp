#include "ui/prompts/trial_cell.h"

#include "core/client/api_client.h"
#include "core/client/resources.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

Status statusOfTrial(TrialCell::State state) {
    switch (state) {
    case TrialCell::State::Waiting: return {u"clock"_s, TrialCell::tr("Waits"), Token::Muted};
    case TrialCell::State::Running: return statusOf(u"running"_s);
    case TrialCell::State::Done: return {u"good"_s, TrialCell::tr("Answered"), Token::Good};
    case TrialCell::State::Failed: return statusOf(u"failed"_s);
    case TrialCell::State::Stopped: return {u"stop"_s, TrialCell::tr("Stopped"), Token::Muted};
    }
    return {};
}

} // namespace

TrialCell::TrialCell(client::ApiClient& api, const QString& version, const QString& model, const QJsonObject& body, QWidget* parent)
    : QFrame(parent), m_api(api), m_call(api), m_model(model), m_body(body), m_badge(new StatusBadge(statusOfTrial(State::Waiting))), m_figures((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()),
      m_error((new TextLabel({}, TextStyle::Body, Token::Bad))->wrapped()->selectable()), m_output(new QPlainTextEdit), m_open(iconButton(u"runs"_s, tr("Open the run of this trial"))),
      m_case(iconButton(u"plus"_s, tr("Add this input as a test case"))) {
    setProperty("card", true);
    setObjectName(u"trial-cell"_s);
    setAccessibleName(tr("Trial of %1 on %2").arg(version, model));
    m_error->setObjectName(u"trial-error"_s);
    for (QWidget* later : {static_cast<QWidget*>(m_error), static_cast<QWidget*>(m_open), static_cast<QWidget*>(m_case)}) later->hide();
    m_output->setObjectName(u"trial-output"_s);
    m_output->setReadOnly(true);
    m_output->setAccessibleName(tr("Answer of %1 on %2").arg(version, model));
    m_output->setFont(Theme::current().monoFont());
    m_output->setMinimumHeight(120);
    m_figures->setObjectName(u"trial-figures"_s);
    connect(&Theme::current(), &Theme::changed, m_output, [this] { m_output->setFont(Theme::current().monoFont()); });

    auto* head = new QHBoxLayout;
    head->addWidget((new TextLabel(version, TextStyle::Heading))->wrapped(), 1);
    head->addWidget(m_badge, 0, Qt::AlignTop);
    // A line of its own: cells are narrow, and models often differ at the end of their names.
    auto* target = (new TextLabel(model, TextStyle::Caption, Token::Muted))->wrapped();
    target->setToolTip(model);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addLayout(head);
    names->addWidget(target);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(4);
    foot->addWidget(m_figures, 1);
    foot->addWidget(m_case, 0, Qt::AlignBottom);
    foot->addWidget(m_open, 0, Qt::AlignBottom);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(6);
    column->addLayout(names);
    column->addWidget(m_error);
    column->addWidget(m_output, 1);
    column->addLayout(foot);
    column->addStretch(0);

    connect(&m_call, &client::StreamCall::opened, this, [this] {
        m_runId = QString::fromLatin1(m_call.header("x-signalbox-run-id"));
        m_target = QString::fromLatin1(m_call.header("x-signalbox-target"));
        m_costUsd = QString::fromLatin1(m_call.header("x-signalbox-cost-usd"));
    });
    connect(&m_call, &client::StreamCall::event, this, &TrialCell::onEvent);
    connect(&m_call, &client::StreamCall::finished, this, &TrialCell::onFinished);
    connect(&m_call, &client::StreamCall::failed, this, [this](const client::ApiError& error) {
        QString why = error.message;
        for (const client::Violation& violation : error.violations)
            if (!why.contains(violation.message)) why += u'\n' + (violation.pointer.isEmpty() ? QString() : violation.pointer + u": "_s) + violation.message;
        fail(why);
    });
    connect(m_open, &QToolButton::clicked, this, [this] { Q_EMIT linkRequested(linkTo(u"runs"_s, {m_runId})); });
    connect(m_case, &QToolButton::clicked, this, [this] { Q_EMIT caseRequested(output()); });
}

QString TrialCell::output() const { return m_output->toPlainText(); }

void TrialCell::start() {
    m_state = State::Running;
    m_badge->setStatus(statusOfTrial(m_state));
    m_clock.start();
    m_call.start(u"/trials"_s, m_body);
}

void TrialCell::stop() {
    if (m_state != State::Running && m_state != State::Waiting) return;
    m_call.cancel();
    end(State::Stopped);
}

void TrialCell::onEvent(const client::ServerEvent& event) {
    if (event.data == "[DONE]") {
        m_whole = true;
        return;
    }
    const QJsonObject chunk = QJsonDocument::fromJson(event.data).object();
    if (chunk.contains("error"_L1)) {
        m_call.cancel();
        fail(chunk.value("error"_L1)["message"_L1].toString(tr("The model failed in the middle of its answer.")));
        return;
    }
    if (const QJsonObject usage = chunk.value("usage"_L1).toObject(); !usage.isEmpty()) {
        m_inputTokens = usage.value("prompt_tokens"_L1).toInt(-1);
        m_outputTokens = usage.value("completion_tokens"_L1).toInt(-1);
    }
    const QString text = chunk.value("choices"_L1)[0]["delta"_L1]["content"_L1].toString();
    if (text.isEmpty()) return;
    if (m_firstTokenMs < 0) {
        m_firstTokenMs = m_clock.elapsed();
        showFigures();
    }
    const bool atEnd = m_output->verticalScrollBar()->value() >= m_output->verticalScrollBar()->maximum() - 4;
    QTextCursor cursor(m_output->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(text);
    if (atEnd) m_output->verticalScrollBar()->setValue(m_output->verticalScrollBar()->maximum());
}

void TrialCell::onFinished() {
    if (!m_whole) return fail(tr("The answer broke off before its end."));
    end(State::Done);
}

void TrialCell::fail(const QString& message) {
    m_error->setText(message);
    m_error->show();
    if (output().isEmpty()) {
        m_output->hide();
        static_cast<QVBoxLayout*>(layout())->setStretch(layout()->count() - 1, 1);
    }
    end(State::Failed);
}

void TrialCell::end(State state) {
    if (m_clock.isValid()) m_totalMs = m_clock.elapsed();
    m_state = state;
    m_badge->setStatus(statusOfTrial(state));
    m_open->setVisible(!m_runId.isEmpty());
    m_case->setVisible(state == State::Done);
    showFigures();
    if (state == State::Done && m_costUsd.isEmpty() && !m_runId.isEmpty()) readCost(6);
    Q_EMIT ended();
}

/// What a stream cost is on record a moment after its end.
void TrialCell::readCost(int attemptsLeft) {
    m_api.get(client::pathOf({u"runs"_s, m_runId}), {}, this, [this, attemptsLeft](const client::ApiResult& result) {
        if (result.ok()) {
            m_costUsd = result.object().value("cost_usd"_L1).toString();
            if (m_target.isEmpty()) m_target = result.object().value("provider"_L1).toString() + u'/' + result.object().value("model"_L1).toString();
            showFigures();
        } else if (attemptsLeft > 1) {
            QTimer::singleShot(400, this, [this, attemptsLeft] { readCost(attemptsLeft - 1); });
        }
    });
}

void TrialCell::showFigures() {
    QStringList parts;
    if (m_firstTokenMs >= 0) parts << tr("first token %1").arg(format::milliseconds(static_cast<double>(m_firstTokenMs)));
    if (m_totalMs >= 0 && m_state != State::Running) parts << tr("total %1").arg(format::milliseconds(static_cast<double>(m_totalMs)));
    if (m_inputTokens >= 0) parts << tr("%1 → %2 tokens").arg(format::count(m_inputTokens), format::count(m_outputTokens));
    if (!m_costUsd.isEmpty()) parts << format::usd(m_costUsd);
    if (!m_target.isEmpty() && m_target != m_model) parts << tr("by %1", "a target of a route").arg(m_target);
    m_figures->setText(parts.join(u" · "_s));
}

} // namespace signalbox::ui
