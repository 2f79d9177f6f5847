#include "ui/runs/run_detail.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/story_view.h"
#include "ui/runs/waterfall.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_text.h"
#include "ui/widgets/key_value_view.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/run_marks.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit* payloadView(const QString& name) {
    auto* view = new QPlainTextEdit;
    view->setReadOnly(true);
    view->setFont(Theme::current().monoFont());
    view->setAccessibleName(name);
    view->setMinimumHeight(220);
    view->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    return view;
}

/// What a person can do about an error of this class.
QString advice(const QString& errorClass) {
    if (errorClass == "rate_limited"_L1) return RunDetail::tr("The vendor limits how much may be called. Add a second target to the route, or ask the vendor for a higher limit.");
    if (errorClass == "unauthenticated"_L1 || errorClass == "forbidden"_L1) return RunDetail::tr("The vendor does not accept the gateway's key. Enter it again in Settings, Providers.");
    if (errorClass == "context_too_long"_L1) return RunDetail::tr("Add a target with a longer context to the route.");
    if (errorClass == "upstream_timeout"_L1) return RunDetail::tr("The vendor was slower than policy allows. Look at its health in the overview; the limits are in the policy.");
    if (errorClass == "overloaded"_L1) return RunDetail::tr("The vendor has more calls than it can take. Add a second target to the route; its health is in the overview.");
    if (errorClass == "upstream_invalid"_L1) return RunDetail::tr("The vendor's answer was none of its protocol. Look at the attempts, and at the provider's address in Settings.");
    if (errorClass == "content_refused"_L1) return RunDetail::tr("The vendor refuses what was asked. Another vendor may judge it otherwise; the caller sees why.");
    if (errorClass == "upstream_unavailable"_L1) return RunDetail::tr("The vendor could not be reached, or failed. Look at its health in the overview.");
    if (errorClass == "invalid_request"_L1) return RunDetail::tr("The caller has to change the request; no other target would answer it.");
    if (errorClass == "contract_violation"_L1) return RunDetail::tr("The input or the output did not keep the workflow's contract. Look at what was said, then at the prompt or at the caller.");
    if (errorClass == "blocked"_L1) return RunDetail::tr("A rule of the policy held the answer back. The rules are in the workflow's policy.");
    if (errorClass == "not_found"_L1) return RunDetail::tr("The caller names something that is not here. GET /v1/models lists what is.");
    return {};
}

} // namespace

RunDetail::RunDetail(client::Connection& connection, QWidget* parent)
    : DetailPane(parent), m_connection(connection), m_bar(new MessageBar), m_status(new StatusBadge), m_simulated(new StatusBadge(simulatedStatus())),
      m_trial(new StatusBadge(statusOf(u"trial"_s))), m_repaired(new StatusBadge(statusOf(u"repaired"_s))), m_flagged(new StatusBadge(statusOf(u"flagged"_s))),
      m_error((new TextLabel({}, TextStyle::Body, Token::Bad))->wrapped()->selectable()), m_reasons(new SentenceList), m_waterfall(new Waterfall), m_figures(new KeyValueView), m_decided(new KeyValueView),
      m_story(new StoryView(connection)), m_afterwardsSection(new QWidget), m_afterwards(new SentenceList), m_payload(new QWidget), m_payloadNote((new TextLabel({}, TextStyle::Body, Token::Muted))->wrapped()), m_showPayload(new QPushButton(tr("Show what was said"))),
      m_payloadTabs(new QTabWidget), m_request(payloadView(tr("Request"))), m_response(payloadView(tr("Response"))) {
    const auto button = [this](const QString& icon, const QString& what, auto action) {
        auto* made = new QToolButton;
        made->setIcon(Theme::current().icon(icon));
        made->setToolTip(what);
        made->setAccessibleName(what);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, action);
        addTitleWidget(made);
    };
    button(u"copy"_s, tr("Copy the id"), [this] { QGuiApplication::clipboard()->setText(m_id); });
    button(u"link"_s, tr("Copy a link that opens this run"), [this] { QGuiApplication::clipboard()->setText(linkTo(u"runs"_s, {m_id}).toString()); });

    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* badges = new QWidget;
    auto* flow = new FlowLayout(badges);
    for (StatusBadge* badge : {m_status, m_simulated, m_trial, m_repaired, m_flagged}) flow->addWidget(badge);
    m_trial->setToolTip(tr("Tried from the console or a test set; kept out of the metrics"));
    m_repaired->setToolTip(tr("The output kept its contract only after the model was shown what was wrong"));
    column->addWidget(m_bar);
    column->addWidget(badges);
    column->addWidget(m_error);
    column->addWidget(m_reasons);
    addSection({}, head);
    addSection(tr("Attempts"), m_waterfall);
    addSection(tr("Time, tokens, cost"), m_figures);
    addSection(tr("What decided it"), m_decided);
    addSection(tr("Who made this output"), m_story);
    auto* afterwards = new QVBoxLayout(m_afterwardsSection);
    afterwards->setContentsMargins(0, 8, 0, 0);
    afterwards->setSpacing(8);
    afterwards->addWidget(new TextLabel(tr("Afterwards"), TextStyle::Heading));
    afterwards->addWidget(m_afterwards);
    addSection({}, m_afterwardsSection);
    m_afterwardsSection->hide();

    auto* payloadColumn = new QVBoxLayout(m_payload);
    payloadColumn->setContentsMargins(0, 0, 0, 0);
    payloadColumn->setSpacing(8);
    m_payloadTabs->addTab(m_request, tr("Request"));
    m_payloadTabs->addTab(m_response, tr("Response"));
    payloadColumn->addWidget(m_payloadNote);
    payloadColumn->addWidget(m_showPayload, 0, Qt::AlignLeft);
    payloadColumn->addWidget(m_payloadTabs);
    addSection(tr("Payload"), m_payload);
    connect(m_showPayload, &QPushButton::clicked, this, &RunDetail::readPayload);
    connect(m_decided, &KeyValueView::linkActivated, this, &RunDetail::linkActivated);
    connect(m_story, &StoryView::linkActivated, this, &RunDetail::linkActivated);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        m_request->setFont(Theme::current().monoFont());
        m_response->setFont(Theme::current().monoFont());
    });
}

void RunDetail::showRun(const QJsonObject& row) {
    const QString id = row.value("id"_L1).toString();
    const bool other = id != m_id;
    m_id = id;
    if (other) {
        m_bar->clear();
        m_payloadTabs->hide();
        m_request->clear();
        m_response->clear();
        m_story->setRun(id);
        fill(row);
    }
    m_connection.api().get(client::pathOf({u"runs"_s, id}), {}, this, [this, id](const client::ApiResult& result) {
        if (id != m_id) return;
        if (result.ok()) fill(result.object());
        else m_bar->showError(tr("The run's attempts could not be read."), *result.error);
    });
}

void RunDetail::fill(const QJsonObject& run) {
    setTitle(m_id);
    m_status->setStatus(statusOf(run.value("status"_L1).toString()));
    m_simulated->setVisible(run.value("simulated"_L1).toBool());
    const QJsonObject error = run.value("error"_L1).toObject();
    const QString what = error.value("message"_L1).toString();
    const QString mend = advice(error.value("class"_L1).toString());
    m_error->setVisible(!error.isEmpty());
    m_error->setText(mend.isEmpty() ? what : what + u"\n\n"_s + mend);
    fillMarks(run);
    if (run.contains("attempts"_L1)) m_waterfall->setRun(run);

    const QDateTime started = client::timeOf(run.value("started_at"_L1).toString());
    const auto usage = run.value("usage"_L1).toObject();
    const auto number = [](const QJsonObject& object, QLatin1StringView name) { return static_cast<qint64>(object.value(name).toDouble()); };
    m_figures->set(tr("Started"), format::absolute(started), started.toString(Qt::ISODateWithMs));
    m_figures->set(tr("First token"), format::orNone(run.value("first_token_us"_L1), [](double us) { return format::milliseconds(us / 1000); }),
                   run.value("first_token_us"_L1).isDouble() ? format::exactMicroseconds(number(run, "first_token_us"_L1)) : tr("Only streamed answers have a first token"));
    m_figures->set(tr("Total"), format::microseconds(number(run, "end_to_end_us"_L1)), format::exactMicroseconds(number(run, "end_to_end_us"_L1)));
    QString input = format::count(number(usage, "input"_L1));
    if (number(usage, "cached_input"_L1) > 0) input += tr(" (%1 from the vendor's cache)").arg(format::count(number(usage, "cached_input"_L1)));
    QString output = format::count(number(usage, "output"_L1));
    if (number(usage, "reasoning"_L1) > 0) output += tr(" (%1 reasoning)").arg(format::count(number(usage, "reasoning"_L1)));
    const QString estimated = usage.value("estimated"_L1).toBool() ? tr(" estimated: the vendor did not say") : QString();
    m_figures->set(tr("Tokens in"), input + estimated);
    m_figures->set(tr("Tokens out"), output + estimated);
    m_figures->set(tr("Cost"), format::usd(run.value("cost_usd"_L1).toString()), format::exactUsd(run.value("cost_usd"_L1).toString()));

    fillDecided(run);
    fillAfterwards(run);

    const bool kept = run.value("has_payload"_L1).toBool();
    const bool may = m_connection.may(client::Role::Reviewer);
    m_showPayload->setVisible(may && kept && m_payloadTabs->isHidden());
    m_payloadNote->setVisible(!kept || !may || m_payloadTabs->isHidden());
    m_payloadNote->setText(!kept ? tr("Nothing that was said is kept of this run: policy says so.") : may ? tr("What was said is kept apart from the record. Reading it is noted in the audit history.") : tr("What was said is for reviewers to read."));
}

void RunDetail::fillMarks(const QJsonObject& run) {
    const QStringList reasons = flaggedReasons(run);
    m_trial->setVisible(run.value("trial"_L1).toBool());
    m_repaired->setVisible(run.value("repaired"_L1).toBool());
    m_flagged->setVisible(!reasons.isEmpty());
    QList<SentenceList::Sentence> sentences;
    for (const QString& reason : reasons) sentences.append({u"warning"_s, Token::Warning, tr("Flagged: %1", "why an output is flagged").arg(reason), {}});
    m_reasons->set(sentences);
    m_reasons->setVisible(!reasons.isEmpty());
}

void RunDetail::fillDecided(const QJsonObject& run) {
    const auto documentLink = [](const QString& kind, const QString& reference) {
        if (reference.isEmpty()) return QUrl();
        QStringList path{kind, reference.section(u'@', 0, 0)};
        if (reference.contains(u'@')) path << reference.section(u'@', 1);
        return linkTo(u"routes"_s, path);
    };
    const QString route = run.value("route"_L1).toString();
    const QString policy = run.value("policy"_L1).toString();
    const QString provider = run.value("provider"_L1).toString();
    const auto orNone = [](const QString& text) { return text.isEmpty() ? format::none() : text; };
    m_decided->clear();
    m_decided->setMono(tr("Asked for"), orNone(run.value("requested_model"_L1).toString()));
    const QString workflow = run.value("workflow"_L1).toString();
    const QString prompt = run.value("prompt"_L1).toString();
    const auto nameIn = [](const QString& reference) { return reference.section(u'@', 0, 0); };
    if (!workflow.isEmpty()) m_decided->set(tr("Workflow"), {workflow, {}, true, Token::Text, linkTo(u"workflows"_s, {nameIn(workflow), u"versions"_s, workflow.section(u'@', 1)})});
    if (!prompt.isEmpty()) m_decided->set(tr("Prompt"), {prompt, {}, true, Token::Text, linkTo(u"prompts"_s, {nameIn(prompt), prompt.section(u'@', 1)})});
    m_decided->set(tr("Target"), {servedBy(run), {}, true, Token::Text, documentLink(u"provider"_s, provider)});
    m_decided->set(tr("Route"), {orNone(route), {}, true, Token::Text, documentLink(u"route"_s, route)});
    const QStringList policies = policy.split(u',');
    for (int i = 0; i < policies.size(); ++i) {
        const QString label = i == 0 ? tr("Policy") : tr("Policy, module %1").arg(i + 1);
        m_decided->set(label, {orNone(policies[i]), {}, true, Token::Text, documentLink(u"policy"_s, policies[i])});
    }
    m_decided->set(tr("Key"), orNone(run.value("key"_L1).toString()));
    m_decided->set(tr("Protocol"), run.value("protocol"_L1).toString() + (run.value("stream"_L1).toBool() ? tr(", streamed") : QString()));
    m_decided->set(tr("Finish reason"), orNone(run.value("finish_reason"_L1).toString()));
    m_decided->set(tr("Caller got"), run.value("http_status"_L1).toInt() > 0 ? tr("HTTP %1").arg(run.value("http_status"_L1).toInt()) : format::none());
    if (run.value("client_retry"_L1).toInt() > 0) m_decided->set(tr("Caller's retry"), QString::number(run.value("client_retry"_L1).toInt()));
}

/// What the caller reported, and whether the result reached the caller that asked to be called back.
void RunDetail::fillAfterwards(const QJsonObject& run) {
    QList<SentenceList::Sentence> sentences;
    const QJsonValue reported = run.value("outcome"_L1);
    const QString outcome = reported.isString() ? reported.toString() : reported.toObject().value("outcome"_L1).toString();
    if (!outcome.isEmpty()) {
        const QJsonObject report = reported.toObject();
        const QString word = outcome == "success"_L1 ? tr("The caller reports success.") : outcome == "overridden"_L1 ? tr("The caller reports that the output was changed by a person.") : tr("The caller reports failure.");
        QString note = report.value("note"_L1).toString();
        if (report.value("score"_L1).isDouble()) note = tr("Score %1. %2", "a number, a remark").arg(QLocale().toString(report.value("score"_L1).toDouble())).arg(note).trimmed();
        const bool good = outcome == "success"_L1;
        sentences.append({good ? u"good"_s : u"warning"_s, good ? Token::Good : Token::Warning, word, note});
    }
    const QJsonObject callback = run.value("callback"_L1).toObject();
    if (!callback.isEmpty()) {
        const QString state = callback.value("state"_L1).toString();
        const QString url = callback.value("url"_L1).toString();
        const QString text = state == "delivered"_L1 ? tr("The result was sent to %1.").arg(url) : state == "given_up"_L1 ? tr("The result could not be sent to %1; it is not tried again.").arg(url) : tr("The result is still to be sent to %1.").arg(url);
        sentences.append({state == "delivered"_L1 ? u"good"_s : state == "given_up"_L1 ? u"bad"_s : u"clock"_s, state == "delivered"_L1 ? Token::Good : state == "given_up"_L1 ? Token::Bad : Token::Muted, text, {}});
        for (const QJsonValue& value : callback.value("attempts"_L1).toArray()) {
            const QJsonObject attempt = value.toObject();
            const QString when = format::absolute(client::timeOf(attempt.value("at"_L1).toString()));
            const QString problem = attempt.value("problem"_L1).toString();
            const int status = attempt.value("status"_L1).toInt();
            sentences.append({problem.isEmpty() ? u"check"_s : u"warning"_s, problem.isEmpty() ? Token::Good : Token::Warning, status > 0 ? tr("%1: HTTP %2", "a time, a status").arg(when).arg(status) : when, problem});
        }
    }
    m_afterwards->set(sentences);
    m_afterwardsSection->setVisible(!sentences.isEmpty());
}

void RunDetail::readPayload() {
    const QString id = m_id;
    m_showPayload->setEnabled(false);
    m_connection.api().get(client::pathOf({u"runs"_s, id, u"payload"_s}), {}, this, [this, id](const client::ApiResult& result) {
        m_showPayload->setEnabled(true);
        if (id != m_id) return;
        if (!result.ok()) {
            m_bar->showError(tr("The payload could not be read."), *result.error);
            return;
        }
        const QJsonObject payload = result.object();
        m_request->setPlainText(prettyJson(payload.value("request"_L1).toString()));
        m_response->setPlainText(prettyJson(payload.value("response"_L1).toString()));
        m_payloadTabs->show();
        m_showPayload->hide();
        m_payloadNote->setVisible(true);
        m_payloadNote->setText(tr("Kept until %1.").arg(format::absolute(client::timeOf(payload.value("expires_at"_L1).toString()))));
    });
}

} // namespace signalbox::ui
