#include "ui/workflows/policy_page.h"

#include "ui/widgets/copy_line.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/effective_policy.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/text_label.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString violationSentence(const QJsonObject& behaviour) {
    const QString first = behaviour.value("on_output_violation"_L1).toString(u"repair"_s);
    const bool repair = first == "repair"_L1;
    const QString resort = repair ? behaviour.value("after_repair"_L1).toString(u"fail"_s) : first;
    if (repair && resort == "degrade"_L1) return PolicyPage::tr("An output that breaks its contract is shown to the model once, with what is wrong. If that does not help, the caller gets the output below, marked as degraded.");
    if (repair && resort == "dead_letter"_L1) return PolicyPage::tr("An output that breaks its contract is shown to the model once, with what is wrong. If that does not help, the caller gets an error, and the call is kept to be replayed.");
    if (repair) return PolicyPage::tr("An output that breaks its contract is shown to the model once, with what is wrong. If that does not help, the caller gets an error.");
    if (resort == "degrade"_L1) return PolicyPage::tr("Instead of an output that breaks its contract the caller gets the output below, marked as degraded.");
    if (resort == "dead_letter"_L1) return PolicyPage::tr("When an output breaks its contract, the caller gets an error, and the call is kept to be replayed.");
    return PolicyPage::tr("When an output breaks its contract, the caller gets an error.");
}

QString exhaustedSentence(const QJsonObject& behaviour) {
    const QString resort = behaviour.value("on_exhausted"_L1).toString(u"fail"_s);
    if (resort == "degrade"_L1) return PolicyPage::tr("When no target answers, the caller gets the output below, marked as degraded.");
    if (resort == "dead_letter"_L1) return PolicyPage::tr("When no target answers, the caller gets an error, and the call is kept to be replayed.");
    return PolicyPage::tr("When no target answers, the caller gets an error.");
}

} // namespace

PolicyPage::PolicyPage(QWidget* parent)
    : QScrollArea(parent), m_routing(new SentenceList), m_escalation(new SentenceList), m_errors(new SentenceList),
      m_degradedHeading(new TextLabel(tr("What the caller gets then"), TextStyle::Caption, Token::Muted)), m_degraded(new CopyLine({}, tr("The degraded output"))), m_policy(effectivePolicyModel(this)) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Routing, escalation and policy"));
    auto* page = new QWidget;
    page->setProperty("page", true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(4, 12, 12, 12);
    column->setSpacing(8);
    const auto section = [column](const QString& heading, QWidget* content) {
        if (column->count() > 0) column->addSpacing(8);
        column->addWidget(new TextLabel(heading, TextStyle::Heading));
        column->addWidget(content);
    };
    auto* table = new DataTable(u"workflow-policy"_s, tr("Effective policy"));
    table->setModel(m_policy);
    table->setColumnWidths({320, 120, 160});
    table->setMinimumHeight(320);
    section(tr("Which target serves"), m_routing);
    section(tr("Which answers are flagged or blocked"), m_escalation);
    section(tr("When something goes wrong"), m_errors);
    column->addWidget(m_degradedHeading);
    column->addWidget(m_degraded);
    section(tr("Effective policy, and which module says so"), table);
    column->setStretch(column->count() - 1, 1);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
}

void PolicyPage::setWorkflow(const QJsonObject& workflow) {
    QList<SentenceList::Sentence> sentences;
    for (const QJsonValue& value : workflow.value("routing"_L1).toArray()) {
        const QJsonObject target = value.toObject();
        sentences.append({u"routes"_s, Token::Accent, target.value("target"_L1).toString(), target.value("sentence"_L1).toString()});
    }
    if (sentences.isEmpty()) sentences.append({u"info"_s, Token::Muted, tr("The route names no target."), {}});
    m_routing->set(sentences);

    sentences.clear();
    for (const QJsonValue& value : workflow.value("escalation"_L1).toArray()) {
        const QJsonObject rule = value.toObject();
        const bool block = rule.value("action"_L1).toString() == "block"_L1;
        const QString sentence = rule.value("sentence"_L1).toString();
        const QString reason = rule.value("reason"_L1).toString();
        const QString text = block ? tr("Blocked: %1", "what an answer is blocked for").arg(reason.isEmpty() ? sentence : reason) : tr("Flagged: %1", "what an answer is flagged for").arg(reason.isEmpty() ? sentence : reason);
        sentences.append({block ? u"policy"_s : u"warning"_s, block ? Token::Bad : Token::Warning, text, reason.isEmpty() ? QString() : sentence});
    }
    if (sentences.isEmpty()) sentences.append({u"good"_s, Token::Muted, tr("No rule: every answer that keeps its contract goes to the caller."), {}});
    m_escalation->set(sentences);

    const QJsonObject behaviour = workflow.value("spec"_L1).toObject().value("error_behaviour"_L1).toObject();
    m_errors->set({{u"undo"_s, Token::Muted, violationSentence(behaviour), {}}, {u"stop"_s, Token::Muted, exhaustedSentence(behaviour), {}}});
    const QJsonValue degraded = behaviour.value("degraded_output"_L1);
    m_degraded->setVisible(!degraded.isUndefined());
    m_degradedHeading->setVisible(!degraded.isUndefined());
    const QJsonDocument output = degraded.isArray() ? QJsonDocument(degraded.toArray()) : QJsonDocument(degraded.toObject());
    m_degraded->setText(degraded.isString() ? degraded.toString() : QString::fromUtf8(output.toJson(QJsonDocument::Indented)).trimmed());
    m_policy->setRows(effectivePolicyRows(workflow.value("policy"_L1).toObject(), workflow.value("origins"_L1).toObject()));
}

} // namespace signalbox::ui
