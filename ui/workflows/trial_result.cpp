#include "ui/workflows/trial_result.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_text.h"
#include "ui/widgets/link_line.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/run_marks.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

} // namespace

TrialResult::TrialResult(QWidget* parent)
    : QFrame(parent), m_note((new TextLabel({}, TextStyle::Body, Token::Muted))->wrapped()), m_badges(new QWidget), m_status(new StatusBadge), m_trial(new StatusBadge(statusOf(u"trial"_s))),
      m_repaired(new StatusBadge(statusOf(u"repaired"_s))), m_flagged(new StatusBadge(statusOf(u"flagged"_s))), m_facts(new LinkLine), m_check(new SentenceList), m_output(new QPlainTextEdit),
      m_copy(new QToolButton) {
    setObjectName(u"trial-result"_s);
    m_trial->setToolTip(tr("Kept out of the metrics"));
    m_output->setObjectName(u"trial-output"_s);
    m_output->setReadOnly(true);
    m_output->setAccessibleName(tr("The output"));
    m_copy->setAccessibleName(tr("Copy the output"));
    m_copy->setToolTip(tr("Copy the output"));
    auto* badges = new FlowLayout(m_badges);
    for (QWidget* widget : {static_cast<QWidget*>(m_status), static_cast<QWidget*>(m_trial), static_cast<QWidget*>(m_repaired), static_cast<QWidget*>(m_flagged), static_cast<QWidget*>(m_copy)}) badges->addWidget(widget);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_note);
    column->addWidget(m_badges);
    column->addWidget(m_facts);
    column->addWidget(m_check);
    column->addWidget(m_output, 1);
    column->addStretch(0);
    connect(m_facts, &LinkLine::opened, this, &TrialResult::linkActivated);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_output->toPlainText()); });
    const auto restyle = [this] {
        m_copy->setIcon(Theme::current().icon(u"copy"_s));
        m_output->setFont(Theme::current().monoFont());
        m_output->setMinimumHeight(QFontMetrics(Theme::current().monoFont()).lineSpacing() * 8);
    };
    connect(&Theme::current(), &Theme::changed, this, restyle);
    restyle();
    clear(tr("The output appears here. A trial is recorded as one and kept out of the metrics."));
}

void TrialResult::clear(const QString& note) {
    m_note->setText(note);
    m_note->show();
    for (QWidget* widget : {m_badges, static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_check), static_cast<QWidget*>(m_output)}) widget->hide();
    m_violations.clear();
    m_runId.clear();
}

void TrialResult::setOutput(const QString& output, const QString& runId, const QString& cost, qint64 elapsedMs) {
    clear({});
    m_note->hide();
    m_runId = runId;
    m_status->setStatus(statusOf(u"succeeded"_s));
    m_repaired->hide();
    m_flagged->hide();
    m_output->setPlainText(prettyJson(output));
    m_checkText = tr("The output keeps its contract.");
    m_kept = true;
    QList<LinkLine::Part> facts{{tr("took", "a time"), format::milliseconds(static_cast<double>(elapsedMs)), {}}};
    if (!cost.isEmpty()) facts.append({tr("cost", "money"), format::usd(cost), {}});
    if (!runId.isEmpty()) facts.append({{}, tr("Open the run"), linkTo(u"runs"_s, {runId})});
    m_facts->setParts(facts);
    m_check->set({{u"good"_s, Token::Good, m_checkText, {}}});
    for (QWidget* widget : {m_badges, static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_check), static_cast<QWidget*>(m_output)}) widget->show();
}

void TrialResult::setFailure(const client::ApiError& error, const QString& runId, qint64 elapsedMs) {
    clear({});
    m_note->hide();
    m_runId = runId;
    m_status->setStatus(statusOf(error.errorClass == "blocked"_L1 ? u"blocked"_s : u"failed"_s));
    m_repaired->hide();
    m_flagged->hide();
    QList<SentenceList::Sentence> sentences{{u"bad"_s, Token::Bad, error.message, {}}};
    for (const client::Violation& violation : error.violations) sentences.append({u"warning"_s, Token::Warning, violation.message, violation.pointer});
    m_check->set(sentences);
    m_violations = error.violations;
    m_kept = false;
    QList<LinkLine::Part> facts{{tr("took", "a time"), format::milliseconds(static_cast<double>(elapsedMs)), {}}};
    if (!runId.isEmpty()) facts.append({{}, tr("Open the run"), linkTo(u"runs"_s, {runId})});
    m_facts->setParts(facts);
    for (QWidget* widget : {m_badges, static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_check)}) widget->show();
}

void TrialResult::setRun(const QJsonObject& run) {
    if (run.value("id"_L1).toString() != m_runId) return;
    const QString status = run.value("status"_L1).toString();
    m_status->setStatus(statusOf(run.value("error"_L1).toObject().value("class"_L1).toString() == "blocked"_L1 ? u"blocked"_s : status));
    m_repaired->setVisible(run.value("repaired"_L1).toBool());
    const QStringList reasons = flaggedReasons(run);
    m_flagged->setVisible(!reasons.isEmpty());
    const QJsonObject usage = run.value("usage"_L1).toObject();
    QList<LinkLine::Part> facts{{tr("took", "a time"), format::microseconds(static_cast<qint64>(run.value("end_to_end_us"_L1).toDouble())), {}},
                                {tr("cost", "money"), format::usd(run.value("cost_usd"_L1).toString()), {}},
                                {tr("tokens in and out"), tr("%1 / %2", "tokens in, tokens out").arg(format::count(static_cast<qint64>(usage.value("input"_L1).toDouble())), format::count(static_cast<qint64>(usage.value("output"_L1).toDouble()))), {}}};
    if (const QString provider = run.value("provider"_L1).toString(); !provider.isEmpty()) facts.append({tr("served by"), provider + u'/' + run.value("model"_L1).toString(), {}});
    facts.append({{}, tr("Open the run"), linkTo(u"runs"_s, {m_runId})});
    m_facts->setParts(facts);
    if (!m_kept) return;
    const bool repaired = run.value("repaired"_L1).toBool();
    if (status == "degraded"_L1) m_checkText = tr("No model's output was served: this is the output that the workflow declares for that case.");
    else if (repaired) m_checkText = tr("The output keeps its contract, after the model was shown what was wrong with its first one.");
    QList<SentenceList::Sentence> sentences{{repaired || status == "degraded"_L1 ? u"warning"_s : u"good"_s, repaired || status == "degraded"_L1 ? Token::Warning : Token::Good, m_checkText, {}}};
    for (const QString& reason : reasons) sentences.append({u"warning"_s, Token::Warning, tr("Flagged: %1", "why an answer is flagged").arg(reason), {}});
    m_check->set(sentences);
}

} // namespace signalbox::ui
