#include "ui/workflows/workflow_detail.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/versions/editor_page.h"
#include "ui/versions/open_document.h"
#include "ui/versions/promote_sheet.h"
#include "ui/versions/protect_sheet.h"
#include "ui/versions/state_cards.h"
#include "ui/widgets/diff_lines.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/link_line.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/text_label.h"
#include "ui/workflows/contract_view.h"
#include "ui/workflows/policy_page.h"
#include "ui/workflows/recent_runs_page.h"
#include "ui/workflows/snippets_page.h"
#include "ui/workflows/trial_page.h"
#include "ui/workflows/versions_page.h"
#include "ui/workflows/workflow_list.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// Works as it stands on what the first start registers, once it has a prompt of that name.
QString newWorkflowText() {
    return uR"(kind: workflow
name: my-workflow
spec:
  description: What it does, in one line
  owner: my-team
  input_schema:
    type: object
    additionalProperties: false
    required: [text]
    properties:
      text: {type: string, minLength: 1, maxLength: 8000, description: What it works on}
  output_schema:
    type: object
    additionalProperties: false
    required: [answer, confidence]
    properties:
      answer: {type: string, minLength: 1, description: What a caller gets}
      confidence: {type: number, minimum: 0, maximum: 1, description: How sure the model is}
  prompt: my-prompt            # a prompt document; Templates has whole sets to begin with
  route: starter
  error_behaviour: {on_output_violation: repair, after_repair: fail, on_exhausted: fail}
)"_s;
}

} // namespace

WorkflowDetail::WorkflowDetail(client::Connection& connection, QWidget* parent)
    : QFrame(parent), m_connection(connection), m_title(new TextLabel({}, TextStyle::Heading)), m_health(new StatusBadge), m_rollout(new StatusBadge), m_protected(new StatusBadge), m_more(new QToolButton),
      m_menu(new QMenu(this)), m_bar(new MessageBar), m_description((new TextLabel({}, TextStyle::Body, Token::Muted))->wrapped()), m_facts(new LinkLine), m_tabs(new QTabWidget), m_document(new OpenDocument(connection, u"workflow"_s, this)), m_cards(new StateCards(*m_document)), m_sheet(new PromoteSheet(*m_document)), m_protect(new ProtectSheet(*m_document)),
      m_contracts(new QSplitter(Qt::Vertical)), m_input(new ContractView(u"contract-input"_s, tr("Input"))), m_output(new ContractView(u"contract-output"_s, tr("Output"))), m_policy(new PolicyPage), m_runs(new RecentRunsPage(connection)),
      m_snippets(new SnippetsPage), m_trial(new TrialPage(connection)), m_editor(new EditorPage(connection, u"workflow"_s)), m_versions(new VersionsPage(*m_document)) {
    setProperty("card", true);
    setObjectName(u"workflow-detail"_s);
    m_title->selectable();
    m_tabs->setObjectName(u"workflow-tabs"_s);
    m_protected->setStatus(statusOf(u"protected"_s));
    m_protected->setToolTip(tr("Its live version changes only with another person's approval"));
    m_more->setAccessibleName(tr("More to do with this workflow"));
    m_more->setToolTip(tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setObjectName(u"workflow-more"_s);
    auto* close = new QToolButton;
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close the detail (Esc)"));
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* naming = new QWidget;
    auto* flow = new FlowLayout(naming);
    for (QWidget* widget : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_health), static_cast<QWidget*>(m_rollout), static_cast<QWidget*>(m_protected)}) flow->addWidget(widget);
    head->addWidget(naming, 1, Qt::AlignVCenter);
    head->addWidget(m_more, 0, Qt::AlignTop);
    head->addWidget(close, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_description);
    column->addWidget(m_facts);
    column->addWidget(m_cards);
    column->addWidget(m_protect);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_sheet, 1);
    makePages();
    connectSheet();

    connect(close, &QToolButton::clicked, this, &WorkflowDetail::closeRequested);
    connect(m_menu, &QMenu::aboutToShow, this, &WorkflowDetail::fillMenu);
    connect(m_facts, &LinkLine::opened, this, &WorkflowDetail::linkActivated);
    connect(&connection, &client::Connection::identityChanged, this, &WorkflowDetail::updateRole);
    const auto restyle = [this, close] {
        close->setIcon(Theme::current().icon(u"close"_s));
        m_more->setIcon(Theme::current().icon(u"more"_s));
    };
    connect(&Theme::current(), &Theme::changed, this, restyle);
    restyle();
    updateRole();
}

void WorkflowDetail::makePages() {
    m_contracts->setChildrenCollapsible(false);
    m_contracts->setHandleWidth(8);
    m_contracts->addWidget(m_input);
    m_contracts->addWidget(m_output);
    m_contracts->setContentsMargins(0, 12, 0, 0);
    m_tabs->addTab(m_contracts, tr("Contract"));
    m_tabs->addTab(m_policy, tr("Policy"));
    m_tabs->addTab(m_runs, tr("Runs"));
    m_tabs->addTab(m_snippets, tr("Call it"));
    m_tabs->addTab(m_trial, tr("Try it"));
    m_tabs->addTab(m_editor, tr("Edit"));
    m_tabs->addTab(m_versions, tr("Versions"));

    connect(m_runs, &RecentRunsPage::linkActivated, this, &WorkflowDetail::linkActivated);
    connect(m_trial, &TrialPage::linkActivated, this, &WorkflowDetail::linkActivated);
    connect(m_trial, &TrialPage::tried, m_runs, [this] {
        if (m_runs->isVisible()) m_runs->refresh();
    });
    connect(m_editor, &EditorPage::messageRequested, this, &WorkflowDetail::messageRequested);
    connect(m_editor, &EditorPage::editedChanged, this, [this](bool edited) { m_tabs->setTabText(Edit, edited ? tr("Edit (unsaved)") : tr("Edit")); });
    connect(m_editor, &EditorPage::versionsRequested, this, [this] {
        readVersions();
        showPage(Versions);
    });
    connect(m_editor, &EditorPage::approvalNeeded, this, [this](const QString& name, qint64 version, const QString& message) {
        if (name != m_name) return;
        showPage(Versions);
        m_versions->offerApproval(version, u"production"_s, message);
    });
    connect(m_editor, &EditorPage::saved, this, [this](const QString& name) {
        if (name == (m_new ? m_editor->name() : m_name)) {
            m_new = false;
            m_name = name;
            updateRole();
            refresh();
        }
        Q_EMIT changed(name);
    });
    connect(m_versions, &VersionsPage::messageRequested, this, &WorkflowDetail::messageRequested);
    connect(m_versions, &VersionsPage::changed, this, [this] {
        refresh();
        Q_EMIT changed(m_name);
    });
}

void WorkflowDetail::connectSheet() {
    const auto look = [this](qint64 version, const QString& label, bool staged) {
        m_tabs->hide();
        if (staged) m_sheet->openStaged(version, label);
        else m_sheet->open(version, label);
    };
    connect(m_versions, &VersionsPage::stagesRequested, this, [look](qint64 version, const QString& label) { look(version, label, true); });
    connect(m_cards, &StateCards::compareRequested, this, [look](qint64, qint64 to) { look(to, u"production"_s, false); });
    connect(m_cards, &StateCards::messageRequested, this, &WorkflowDetail::messageRequested);
    connect(m_sheet, &PromoteSheet::messageRequested, this, &WorkflowDetail::messageRequested);
    connect(m_protect, &ProtectSheet::messageRequested, this, &WorkflowDetail::messageRequested);
    connect(m_protect, &ProtectSheet::changed, this, [this] { Q_EMIT changed(m_name); });
    connect(m_sheet, &PromoteSheet::closed, this, [this] {
        m_tabs->show();
        m_tabs->currentWidget()->setFocus();
    });
}

void WorkflowDetail::setKeyFile(const QString& file) { m_snippets->setKeyFile(file); }

void WorkflowDetail::readState() {
    if (isVisible() && !m_new) m_document->readState();
}

void WorkflowDetail::updateRole() {
    const bool engineer = m_connection.may(client::Role::Engineer);
    for (const Page page : {Contract, Policy, Runs, CallIt, Versions}) m_tabs->setTabVisible(page, !m_new);
    m_tabs->setTabVisible(TryIt, engineer && !m_new);
    m_tabs->setTabText(Edit, engineer ? tr("Edit") : tr("Text", "the workflow as text, to be read"));
}

void WorkflowDetail::showWorkflow(const QJsonObject& row) {
    const QString name = row.value("name"_L1).toString();
    m_new = false;
    const bool other = name != m_name;
    m_name = name;
    updateRole();
    updateRow(row);
    if (!other) return;
    m_bar->clear();
    m_workflow = {};
    m_input->setOutline({}, {}, tr("Reading …"));
    m_output->setOutline({}, {}, tr("Reading …"));
    m_versions->setWorkflow(name, {});
    m_runs->setWorkflow(name);
    refresh();
}

void WorkflowDetail::showNew() {
    m_new = true;
    m_name.clear();
    m_document->open({});
    m_row = {};
    m_workflow = {};
    m_bar->clear();
    updateRole();
    m_title->setText(tr("New workflow"));
    m_description->setText(tr("Give it a name of its own in the second line, and name a prompt and a route; then save it. Templates has whole sets to begin with."));
    m_description->show();
    m_facts->hide();
    for (StatusBadge* badge : {m_rollout, m_protected, m_health}) badge->hide();
    showPage(Edit);
    m_editor->startNew(u"workflow"_s, newWorkflowText());
}

void WorkflowDetail::showVersion(qint64 version) {
    showPage(Versions);
    m_versions->choose(version);
}

void WorkflowDetail::updateRow(const QJsonObject& row) {
    m_row = row;
    fillHead();
}

void WorkflowDetail::refresh() {
    if (m_name.isEmpty() || !m_connection.api().hasServer()) return;
    m_connection.api().get(client::pathOf({u"workflows"_s, m_name}), {}, this, [this, name = m_name](const client::ApiResult& result) {
        if (name != m_name) return;
        if (!result.ok()) {
            m_bar->showError(tr("%1 could not be read.").arg(name), *result.error);
            return;
        }
        fill(result.object());
    });
    readVersions();
    if (m_document->name() == m_name) m_document->refresh();
    else m_document->open(m_name);
    m_editor->open(u"workflow"_s, m_name);
    if (m_runs->isVisible()) m_runs->refresh();
}

void WorkflowDetail::readVersions() {
    m_connection.api().get(client::pathOf({u"documents"_s, u"workflow"_s, m_name, u"versions"_s}), {}, this, [this, name = m_name](const client::ApiResult& result) {
        if (name != m_name) return;
        if (!result.ok()) {
            m_bar->showError(tr("The versions of %1 could not be read.").arg(name), *result.error);
            return;
        }
        const QJsonArray versions = result.items();
        qint64 production = 0;
        for (const QJsonValue& version : versions)
            if (version.toObject().value("labels"_L1).toArray().contains(QJsonValue(u"production"_s))) production = version.toObject().value("version"_L1).toInt();
        m_editor->setVersions(versions.isEmpty() ? 0 : versions.first().toObject().value("version"_L1).toInt(), production);
        m_versions->setWorkflow(name, versions);
        m_trial->setVersions(versions);
    });
}

void WorkflowDetail::fillHead() {
    m_title->setText(m_name);
    setAccessibleName(m_name);
    m_health->setStatus(statusOf(healthOf(m_row)));
    m_health->show();
    const QString rollout = rolloutText(m_row.value("rollout"_L1).toObject());
    m_rollout->setVisible(!rollout.isEmpty());
    m_rollout->setStatus({u"half-open"_s, rollout, Token::Accent});
    m_protected->setVisible(m_row.value("protected"_L1).toArray().contains(QJsonValue(u"production"_s)));
    const QJsonObject spec = m_workflow.value("spec"_L1).toObject();
    const QString description = spec.value("description"_L1).toString(m_row.value("description"_L1).toString());
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
    QList<LinkLine::Part> facts;
    if (const QString owner = spec.value("owner"_L1).toString(m_row.value("owner"_L1).toString()); !owner.isEmpty()) facts.append({tr("Owner"), owner, {}});
    facts.append({tr("Live"), liveText(m_row), {}});
    const auto document = [&](const QString& label, QLatin1StringView member, const QString& panel, const QStringList& path) {
        const QJsonObject reference = m_workflow.value(member).toObject();
        const QString name = reference.value("name"_L1).toString();
        if (!name.isEmpty()) facts.append({label, name + u'@' + QString::number(reference.value("version"_L1).toInt()), linkTo(panel, path + QStringList{name})});
    };
    document(tr("Prompt"), "prompt"_L1, u"prompts"_s, {});
    document(tr("Route"), "route"_L1, u"routes"_s, {u"route"_s});
    for (const QJsonValue& policy : spec.value("policies"_L1).toArray()) {
        const QString name = policy.toString().section(u'@', 0, 0);
        facts.append({tr("Policy"), policy.toString(), linkTo(u"routes"_s, {u"policy"_s, name})});
    }
    for (const QJsonValue& runbook : spec.value("runbooks"_L1).toArray()) facts.append({tr("Runbook"), runbook.toString(), linkTo(u"runbooks"_s, {runbook.toString().section(u'@', 0, 0)})});
    const QJsonObject health = m_workflow.value("health"_L1).toObject();
    if (const QJsonValue calls = health.value("calls_24h"_L1); calls.isDouble()) facts.append({tr("Calls in 24 h"), format::count(static_cast<qint64>(calls.toDouble())), {}});
    if (const QJsonValue success = health.value("success_24h"_L1); success.isDouble()) facts.append({tr("Success"), format::share(success.toDouble()), {}});
    if (const QJsonValue slow = health.value("end_to_end_p95_ms"_L1); slow.isDouble()) facts.append({tr("p95", "19 of 20 calls are faster"), format::milliseconds(slow.toDouble()), {}});
    if (const QString cost = health.value("cost_per_success_usd"_L1).toString(); !cost.isEmpty()) facts.append({tr("Cost per success"), format::usd(cost), {}});
    m_facts->setParts(facts);
    m_facts->show();
}

void WorkflowDetail::fill(const QJsonObject& workflow) {
    const bool other = m_workflow.isEmpty();
    m_workflow = workflow;
    fillHead();
    if (const QString problem = workflow.value("problem"_L1).toString(); !problem.isEmpty()) m_bar->show(MessageBar::Kind::Warning, tr("It cannot serve as it stands."), problem);
    else if (other) m_bar->clear();
    const QJsonObject spec = workflow.value("spec"_L1).toObject();
    const QJsonObject outline = workflow.value("outline"_L1).toObject();
    const auto title = [&](QLatin1StringView member) { return spec.value(member).toObject().value("title"_L1).toString(); };
    m_input->setOutline(outline.value("input"_L1).toArray(), title("input_schema"_L1), tr("Any JSON is accepted: the workflow has no input contract."));
    m_output->setOutline(outline.value("output"_L1).toArray(), title("output_schema"_L1), tr("The output is the model's text: the workflow has no output contract."));
    // Each gets about the room that its rows take.
    if (other) m_contracts->setSizes({100 * std::clamp(m_input->rows() + 3, 4, 14), 100 * std::clamp(m_output->rows() + 3, 4, 14)});
    m_policy->setWorkflow(workflow);
    m_snippets->setWorkflow(workflow);
    m_trial->setWorkflow(workflow);
}

void WorkflowDetail::showPage(Page page) {
    if (m_sheet->isVisible()) m_sheet->close();
    if (m_tabs->isTabVisible(page)) m_tabs->setCurrentIndex(page);
}

void WorkflowDetail::run() {
    showPage(TryIt);
    if (m_tabs->currentIndex() == TryIt) m_trial->run();
}

void WorkflowDetail::fillMenu() {
    m_menu->clear();
    const auto add = [this](const QString& icon, const QString& title, auto act) { connect(m_menu->addAction(Theme::current().icon(icon), title), &QAction::triggered, this, act); };
    add(u"link"_s, tr("Copy a link that opens it"), [this] { QGuiApplication::clipboard()->setText(linkTo(u"workflows"_s, {m_name}).toString()); });
    if (m_connection.may(client::Role::Engineer)) add(u"document"_s, tr("Save as template …"), [this] { Q_EMIT linkActivated(linkTo(u"templates"_s, {}, {{u"from"_s, m_name}})); });
    if (m_protect->isOffered()) add(u"lock"_s, m_protect->actionTitle(), [this] { m_protect->open(u"production"_s); });
    if (m_connection.may(client::Role::Operator)) {
        m_menu->addSeparator();
        if (m_row.value("archived"_L1).toBool()) add(u"undo"_s, tr("Put back into service"), [this] { restore(m_name); });
        else add(u"trash"_s, tr("Archive"), [this] { archive(); });
    }
}

void WorkflowDetail::archive() {
    if (m_name.isEmpty()) return;
    m_connection.api().del(client::pathOf({u"documents"_s, u"workflow"_s, m_name}), this, [this, name = m_name](const client::ApiResult& result) {
        if (!result.ok()) {
            showReferrers(*result.error);
            return;
        }
        m_bar->clear();
        Q_EMIT messageRequested(tr("%1 is archived: callers get “not found”. Its versions stay.").arg(name), [this, name] { restore(name); });
        Q_EMIT changed(name);
    });
}

void WorkflowDetail::restore(const QString& name) {
    m_connection.api().post(client::pathOf({u"documents"_s, u"workflow"_s, name, u"restore"_s}), QJsonObject(), this, [this, name](const client::ApiResult& result) {
        if (!result.ok()) m_bar->showError(tr("%1 could not be put back into service.").arg(name), *result.error);
        Q_EMIT changed(name);
    });
}

void WorkflowDetail::showReferrers(const client::ApiError& error) {
    QStringList who;
    QJsonArray referrers = error.body.value("referrers"_L1).toArray();
    if (referrers.isEmpty()) referrers = error.body.value("error"_L1).toObject().value("referrers"_L1).toArray();
    for (const QJsonValue& value : referrers) {
        const QJsonObject one = value.toObject();
        who << (value.isString() ? value.toString() : one.value("kind"_L1).toString().replace(u'_', u' ') + u' ' + one.value("name"_L1).toString());
    }
    // Each violation says who names what.
    if (who.isEmpty() && error.code == "referred_to"_L1)
        for (const client::Violation& violation : error.violations) who << violation.message;
    if (who.isEmpty()) {
        m_bar->showError(tr("%1 was not archived.").arg(m_name), error);
        return;
    }
    m_bar->show(MessageBar::Kind::Error, tr("%1 was not archived: others refer to it.").arg(m_name), tr("Change these first: %1.", "a list of documents").arg(who.join(u"; "_s)), error.details());
}

} // namespace signalbox::ui
