#include "ui/workflows/trial_page.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/widgets/drafts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_text.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"
#include "ui/workflows/example_input.h"
#include "ui/workflows/input_form.h"
#include "ui/workflows/trial_result.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRecordedShown = 12;

} // namespace

TrialPage::TrialPage(client::Connection& connection, QWidget* parent)
    : QWidget(parent), m_connection(connection), m_version(new QComboBox), m_recorded(new QToolButton), m_recordedMenu(new QMenu(this)), m_example(new QPushButton(tr("Example"))),
      m_run(new QPushButton), m_bar(new MessageBar), m_tabs(new QTabWidget), m_form(new InputForm), m_json(new QPlainTextEdit), m_result(new TrialResult) {
    m_version->setAccessibleName(tr("Which version"));
    m_version->setObjectName(u"trial-version"_s);
    m_version->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_recorded->setText(tr("From a run"));
    m_recorded->setToolTip(tr("Take the input of a recorded run"));
    m_recorded->setProperty("framed", true);
    m_recorded->setPopupMode(QToolButton::InstantPopup);
    m_recorded->setMenu(m_recordedMenu);
    m_recorded->setFocusPolicy(Qt::StrongFocus);
    m_example->setToolTip(tr("The contract's own example"));
    m_run->setProperty("primary", true);
    m_run->setObjectName(u"trial-run"_s);
    m_json->setObjectName(u"trial-json"_s);
    m_json->setAccessibleName(tr("Input as JSON"));
    m_json->setTabChangesFocus(true);

    auto* buttons = new QWidget;
    auto* row = new FlowLayout(buttons);
    for (QWidget* widget : {static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_version), static_cast<QWidget*>(m_recorded), static_cast<QWidget*>(m_example)}) row->addWidget(widget);
    m_tabs->addTab(m_form, tr("Form"));
    m_tabs->addTab(m_json, u"JSON"_s);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(m_tabs);
    auto* area = new QScrollArea;
    area->setWidget(m_result);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("What the trial gave"));
    m_result->setProperty("page", true);
    split->addWidget(area);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(8);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setSizes({1000, 1100}); // the output has a little more than the input
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(buttons);
    column->addWidget(m_bar);
    column->addWidget(split, 1);

    connect(m_run, &QPushButton::clicked, this, &TrialPage::run);
    onKeys(this, Qt::CTRL | Qt::Key_Return, [this] { run(); });
    connect(m_example, &QPushButton::clicked, this, [this] {
        setInput(m_exampleInput);
        drafts::discard(draftId());
    });
    connect(m_recordedMenu, &QMenu::aboutToShow, this, &TrialPage::fillRecorded);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (m_setting) return;
        // The other view shows what this one has.
        m_setting = true;
        if (tab == 1) m_json->setPlainText(jsonText(m_form->value()));
        else if (const QJsonValue value = jsonValue(m_json->toPlainText()); value.isObject()) m_form->setValue(value.toObject());
        m_setting = false;
    });
    connect(m_form, &InputForm::edited, this, &TrialPage::inputEdited);
    connect(m_json, &QPlainTextEdit::textChanged, this, &TrialPage::inputEdited);
    connect(m_result, &TrialResult::linkActivated, this, &TrialPage::linkActivated);
    m_pause.setSingleShot(true);
    m_pause.setInterval(400);
    connect(&m_pause, &QTimer::timeout, this, [this] { drafts::keep(draftId(), m_tabs->currentIndex() == 1 ? m_json->toPlainText() : jsonText(m_form->value())); });
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_result->clear(tr("Running since %1 …").arg(format::milliseconds(static_cast<double>(m_elapsed.elapsed())))); });
    const auto restyle = [this] {
        m_json->setFont(Theme::current().monoFont());
        setRunning(m_running);
    };
    connect(&Theme::current(), &Theme::changed, this, restyle);
    restyle();
}

void TrialPage::setWorkflow(const QJsonObject& workflow) {
    const QString name = workflow.value("name"_L1).toString();
    const QJsonValue schema = workflow.value("spec"_L1).toObject().value("input_schema"_L1);
    if (name == m_name && schema == m_schema) return; // what is typed stays
    if (m_pause.isActive()) {
        m_pause.stop();
        drafts::keep(draftId(), m_tabs->currentIndex() == 1 ? m_json->toPlainText() : jsonText(m_form->value()));
    }
    if (name != m_name) {
        m_call.cancel();
        setRunning(false);
        m_result->clear(tr("The output appears here. A trial is recorded as one and kept out of the metrics."));
        m_bar->clear();
    }
    m_gateway = m_connection.name();
    m_name = name;
    m_schema = schema;
    m_hasForm = m_form->setSchema(schema);
    m_tabs->setTabVisible(0, m_hasForm);
    const QString draft = drafts::of(draftId());
    const QJsonValue kept = draft.isEmpty() ? QJsonValue(QJsonValue::Undefined) : jsonValue(draft);
    m_exampleInput = workflow.contains("example_input"_L1) ? workflow.value("example_input"_L1) : exampleInput(schema);
    setInput(kept.isUndefined() ? m_exampleInput : kept);
}

void TrialPage::setVersions(const QJsonArray& versions) {
    const QVariant chosen = m_version->currentData();
    m_version->clear();
    m_version->addItem(tr("The live version"), 0);
    for (const QJsonValue& value : versions) {
        const QJsonObject version = value.toObject();
        const int number = version.value("version"_L1).toInt();
        QStringList labels;
        for (const QJsonValue& label : version.value("labels"_L1).toArray()) labels << label.toString();
        m_version->addItem(labels.isEmpty() ? tr("Version %1").arg(number) : tr("Version %1 (%2)", "a version with its labels").arg(number).arg(labels.join(u", "_s)), number);
    }
    m_version->setCurrentIndex(std::max(0, m_version->findData(chosen)));
}

QJsonValue TrialPage::input() const { return m_hasForm && m_tabs->currentIndex() == 0 ? QJsonValue(m_form->value()) : jsonValue(m_json->toPlainText()); }

void TrialPage::setInput(const QJsonValue& value) {
    m_setting = true;
    m_json->setPlainText(jsonText(value));
    if (m_hasForm && value.isObject()) m_form->setValue(value.toObject());
    if (m_hasForm && !value.isObject()) m_tabs->setCurrentIndex(1);
    m_form->showViolations({});
    m_setting = false;
}

void TrialPage::inputEdited() {
    if (!m_setting) m_pause.start();
}

void TrialPage::fillRecorded() {
    m_recordedMenu->clear();
    QAction* note = m_recordedMenu->addAction(tr("Reading the recent runs …"));
    note->setEnabled(false);
    client::RunFilter filter;
    filter.workflow = m_name;
    filter.trials = u"any"_s;
    m_connection.api().get(u"/runs"_s, filter.query({}, 50), this, [this, note](const client::ApiResult& result) {
        int shown = 0;
        for (const QJsonValue& value : result.items()) {
            const QJsonObject run = value.toObject();
            if (!run.value("has_payload"_L1).toBool() || shown >= kRecordedShown) continue;
            ++shown;
            const QString id = run.value("id"_L1).toString();
            const QString when = format::relative(client::timeOf(run.value("started_at"_L1).toString()));
            QAction* action = m_recordedMenu->addAction(tr("%1, %2, %3", "a run: when, how it ended, who called").arg(when, run.value("status"_L1).toString(), run.value("key"_L1).toString()));
            connect(action, &QAction::triggered, this, [this, id] { useRecorded(id); });
        }
        note->setText(!result.ok() ? tr("The runs could not be read.") : tr("No recent run has kept its input."));
        note->setVisible(shown == 0);
    });
}

void TrialPage::useRecorded(const QString& runId) {
    m_connection.api().get(client::pathOf({u"runs"_s, runId, u"payload"_s}), {}, this, [this, runId](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("The input of %1 could not be read.").arg(runId), *result.error);
            return;
        }
        const QJsonObject request = QJsonDocument::fromJson(result.object().value("request"_L1).toString().toUtf8()).object();
        QJsonValue input = request.value("input"_L1);
        // Through the OpenAI protocol the input is the last message.
        if (const QJsonArray messages = request.value("messages"_L1).toArray(); input.isUndefined() && !messages.isEmpty()) {
            const QString text = messages.last().toObject().value("content"_L1).toString();
            input = jsonValue(text);
            if (input.isUndefined()) input = text;
        }
        if (input.isUndefined()) {
            m_bar->show(MessageBar::Kind::Warning, tr("The request of %1 has no input that could be taken.").arg(runId));
            return;
        }
        m_bar->clear();
        setInput(input);
        m_pause.start();
    });
}

void TrialPage::run() {
    if (m_running) {
        m_call.cancel();
        setRunning(false);
        m_result->clear(tr("Cancelled."));
        return;
    }
    if (!m_connection.may(client::Role::Engineer) || m_name.isEmpty()) return;
    const QJsonValue value = input();
    if (value.isUndefined()) {
        m_bar->show(MessageBar::Kind::Error, tr("The input is no JSON."), tr("Look for a missing quote, comma or bracket; texts stand in double quotes."));
        return;
    }
    m_bar->clear();
    m_form->showViolations({});
    setRunning(true);
    const int version = m_version->currentData().toInt();
    if (version == 0) return send(QJsonObject{{u"name"_s, m_name}});
    // A version that is not live is tried by what it says.
    QUrlQuery query;
    query.addQueryItem(u"version"_s, QString::number(version));
    m_call = m_connection.api().get(client::pathOf({u"documents"_s, u"workflow"_s, m_name}), query, this, [this](const client::ApiResult& result) {
        if (!result.ok()) return finished(result);
        send(QJsonObject{{u"spec"_s, result.object().value("spec"_L1)}});
    });
}

void TrialPage::send(const QJsonObject& workflow) {
    const QJsonObject body{{u"workflow"_s, workflow}, {u"input"_s, input()}, {u"stream"_s, false}};
    m_call = m_connection.api().postPatiently(u"/trials"_s, body, this, [this](const client::ApiResult& result) { finished(result); });
}

void TrialPage::finished(const client::ApiResult& result) {
    setRunning(false);
    QString runId = QString::fromLatin1(result.headers.value("x-signalbox-run-id"));
    if (runId.isEmpty() && !result.ok()) runId = result.error->body.value("error"_L1).toObject().value("run_id"_L1).toString();
    if (!result.ok()) {
        m_result->setFailure(*result.error, runId, m_elapsed.elapsed());
        m_form->showViolations(result.error->violations);
    } else {
        // A text is shown without its quotes; anything else as it was written, its members in their order.
        const QJsonValue output = result.object().value("output"_L1);
        m_result->setOutput(output.isString() ? output.toString() : jsonMember(QString::fromUtf8(result.text), u"output"_s), runId, QString::fromLatin1(result.headers.value("x-signalbox-cost-usd")), m_elapsed.elapsed());
    }
    if (!runId.isEmpty())
        m_connection.api().get(client::pathOf({u"runs"_s, runId}), {}, this, [this](const client::ApiResult& run) {
            if (run.ok()) m_result->setRun(run.object());
        });
    Q_EMIT tried();
}

void TrialPage::setRunning(bool running) {
    m_running = running;
    m_run->setText(running ? tr("Cancel") : tr("Run it"));
    m_run->setToolTip(running ? tr("Stop waiting for it (Ctrl+Return)") : tr("Ctrl+Return"));
    m_run->setIcon(Theme::current().icon(running ? u"stop"_s : u"play"_s, Token::OnAccent));
    if (running) {
        m_elapsed.start();
        m_tick.start();
        m_result->clear(tr("Running …"));
    } else {
        m_tick.stop();
    }
}

} // namespace signalbox::ui
