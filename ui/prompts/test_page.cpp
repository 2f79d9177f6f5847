#include "ui/prompts/test_page.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/prompts/case_form.h"
#include "ui/prompts/test_models.h"
#include "ui/versions/open_document.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/two_line_delegate.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

DataTable* resultTable(const QString& name, const QString& title, JsonTableModel* model, const QList<int>& widths) {
    auto* table = new DataTable(name, title);
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setColumnWidths(widths);
    table->setItemDelegate(new TwoLineDelegate(TestSecondLineRole, TestChipsRole, table));
    return table;
}

} // namespace

TestPage::TestPage(OpenDocument& prompt, QWidget* parent)
    : QWidget(parent), m_prompt(prompt), m_bar(new MessageBar), m_set(new QComboBox), m_version(new QComboBox), m_run(new QPushButton(tr("Run the tests"))), m_add(new QPushButton(tr("Add a case…"))),
      m_progress(new QProgressBar), m_state((new TextLabel({}, TextStyle::Body, Token::Muted))->wrapped()), m_form(new CaseForm(prompt)),
      m_empty(new EmptyState(u"check"_s, tr("No test set yet"), tr("A test set is a list of inputs with what is expected of the outputs. Run it against a version before you promote it. A case can be added here, from a trial, or from a recorded run."))),
      m_results(new QWidget), m_tables(new QSplitter(Qt::Vertical)), m_resultStretch(new QWidget), m_runs(testRunsModel(this)), m_runTable(resultTable(u"test-runs"_s, tr("Runs of the tests"), m_runs, {70, 150, 170, 180, 100, 80, 80})), m_cases(testCasesModel(this)),
      m_caseTable(resultTable(u"test-cases"_s, tr("Cases"), m_cases, {160, 148, 280, 280})), m_case(new QPlainTextEdit) {
    m_empty->setAction(tr("Add a case…"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the tests"));
    m_progress->hide();
    m_state->setObjectName(u"test-state"_s);
    m_case->setReadOnly(true);
    m_case->setAccessibleName(tr("The chosen case"));
    m_case->setFont(Theme::current().monoFont());
    connect(&Theme::current(), &Theme::changed, m_case, [this] { m_case->setFont(Theme::current().monoFont()); });

    QSplitter* split = m_tables;
    split->setChildrenCollapsible(false);
    split->setHandleWidth(12);
    split->addWidget(m_runTable);
    split->addWidget(m_caseTable);
    split->addWidget(m_case);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setStretchFactor(2, 2);
    auto* resultColumn = new QVBoxLayout(m_results);
    resultColumn->setContentsMargins(0, 0, 0, 0);
    resultColumn->setSpacing(8);
    resultColumn->addWidget(m_state);
    resultColumn->addWidget(m_progress);
    resultColumn->addWidget(split, 1);
    resultColumn->addWidget(m_resultStretch, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(makeControls());
    column->addWidget(m_form);
    column->addWidget(m_empty, 1);
    column->addWidget(m_results, 1);
    m_results->hide();

    connect(m_empty, &EmptyState::actionTriggered, this, [this] { addCase(QJsonObject(), {}, {}); });
    connect(m_form, &CaseForm::saved, this, [this](const QString& set, const QString& name) {
        Q_EMIT messageRequested(tr("The case “%1” is in %2.").arg(name, set));
        addSet(set, {});
        for (int at = 0; at < m_set->count(); ++at)
            if (m_set->itemData(at).toStringList().first() == set) m_set->setCurrentIndex(at);
        updateButtons();
    });
    connect(&prompt, &OpenDocument::opened, this, [this] {
        m_poll.stop();
        m_watched.clear();
        m_set->clear();
        m_form->hide();
        m_bar->clear();
        m_runs->setRows({});
        showRun({});
        updateButtons();
    });
    connect(m_form, &CaseForm::closed, this, &TestPage::updateButtons);
    connect(&prompt, &OpenDocument::versionsChanged, this, [this] {
        // What was just saved is what one wants to test.
        const qint64 before = m_version->count() == 0 ? 0 : m_version->itemData(0).toLongLong();
        choose(m_prompt.latest() > before ? m_prompt.latest() : m_version->currentData().toLongLong());
    });
    connect(&prompt, &OpenDocument::referrersChanged, this, &TestPage::readSets);
    connect(&prompt.connection(), &client::Connection::identityChanged, this, &TestPage::updateButtons);
    connect(&prompt.connection().events(), &client::EventStream::named, this, [this](const QString& type, const QJsonObject& change) {
        if (type != "test_run"_L1 || !isVisible()) return;
        if (change.value("id"_L1).toString() == m_watched) readRun(m_watched);
        if (change.value("name"_L1).toString() == m_prompt.name()) readRuns();
    });
    connect(m_runTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        const QString id = m_runs->idAt(current.row());
        if (id.isEmpty() || id == m_watched) return;
        m_watched = id;
        readRun(id);
    });
    connect(m_caseTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) { showCase(current.row()); });
    connect(m_caseTable, &DataTable::rowActivated, this, [this](int row) {
        const QString run = m_cases->row(row).value("run_id"_L1).toString();
        if (!run.isEmpty()) Q_EMIT linkRequested(linkTo(u"runs"_s, {run}));
    });
    // Events say when something happened; asking again is for when they do not come.
    m_poll.setInterval(1500);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!m_watched.isEmpty()) readRun(m_watched);
    });
    updateButtons();
}

QWidget* TestPage::makeControls() {
    m_set->setAccessibleName(tr("Test set"));
    m_set->setObjectName(u"test-set"_s);
    m_set->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_version->setAccessibleName(tr("Version"));
    m_version->setObjectName(u"test-version"_s);
    m_version->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_run->setProperty("primary", true);
    m_run->setObjectName(u"test-run"_s);
    m_add->setObjectName(u"test-add"_s);
    auto* controls = new QWidget;
    auto* flow = new FlowLayout(controls);
    for (QWidget* widget : {static_cast<QWidget*>(m_set), static_cast<QWidget*>(m_version), static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_add)}) flow->addWidget(widget);
    connect(m_set, &QComboBox::currentIndexChanged, this, &TestPage::updateButtons);
    connect(m_run, &QPushButton::clicked, this, &TestPage::run);
    connect(m_add, &QPushButton::clicked, this, [this] { addCase(QJsonObject(), {}, {}); });
    return controls;
}

void TestPage::activate() {
    if (m_set->count() == 0) readSets();
    readRuns();
}

void TestPage::choose(qint64 version) {
    m_version->clear();
    for (const QJsonValue& one : m_prompt.versions()) {
        const qint64 number = wholeNumber(one["version"_L1]);
        const QString title = m_prompt.titleOf(number);
        m_version->addItem(title.left(1).toUpper() + title.mid(1), number);
    }
    m_version->setCurrentIndex(std::max(0, m_version->findData(version)));
    updateButtons();
}

void TestPage::readSets() {
    for (const QJsonValue& one : m_prompt.referrers()) {
        const QString kind = one["kind"_L1].toString();
        const QString name = one["name"_L1].toString();
        if (kind == "test_set"_L1) addSet(name, {});
        if (kind != "workflow"_L1) continue;
        m_prompt.connection().api().get(client::pathOf({u"documents"_s, u"workflow"_s, name, u"referrers"_s}), {}, this, [this, name, of = m_prompt.name()](const client::ApiResult& result) {
            if (of != m_prompt.name()) return;
            for (const QJsonValue& its : result.items())
                if (its["kind"_L1].toString() == "test_set"_L1) addSet(its["name"_L1].toString(), name);
        });
    }
    updateButtons();
}

void TestPage::addSet(const QString& name, const QString& of) {
    for (int at = 0; at < m_set->count(); ++at)
        if (m_set->itemData(at).toStringList().first() == name) return;
    m_set->addItem(of.isEmpty() ? name : tr("%1 (workflow %2)").arg(name, of), QStringList{name, of});
    updateButtons();
}

QStringList TestPage::setNames() const {
    QStringList names;
    for (int at = 0; at < m_set->count(); ++at)
        if (m_set->itemData(at).toStringList().value(1).isEmpty()) names << m_set->itemData(at).toStringList().first();
    return names;
}

bool TestPage::isWorkflowSet() const { return !m_set->currentData().toStringList().value(1).isEmpty(); }

void TestPage::addCase(const QJsonValue& input, const QString& output, const QString& model) { 
    m_form->open(setNames(), input, output, model);
    updateButtons();
}

void TestPage::readRuns() {
    if (m_prompt.name().isEmpty()) return;
    QUrlQuery query;
    query.addQueryItem(u"kind"_s, u"prompt"_s);
    query.addQueryItem(u"name"_s, m_prompt.name());
    m_prompt.connection().api().get(u"/test-runs"_s, query, this, [this, of = m_prompt.name()](const client::ApiResult& result) {
        if (of != m_prompt.name() || !result.ok()) return;
        m_runs->setRows(result.items());
        updateButtons();
        const int shown = m_runs->rowOfId(m_watched);
        if (shown >= 0) m_runTable->selectRow(shown);
        else if (m_watched.isEmpty() && m_runs->rowCount() > 0) m_runTable->selectRow(0);
    });
}

void TestPage::run() {
    const QString set = m_set->currentData().toStringList().value(0);
    if (set.isEmpty()) return;
    // Versions here are the prompt's: the workflow is the one that serves, with this version of the prompt in it.
    const QJsonObject body{{isWorkflowSet() ? u"prompt_version"_s : u"version"_s, m_version->currentData().toLongLong()}};
    m_run->setEnabled(false);
    m_prompt.connection().api().post(client::pathOf({u"test-sets"_s, set, u"runs"_s}), body, this, [this](const client::ApiResult& result) {
        updateButtons();
        if (!result.ok()) {
            m_bar->showError(tr("The tests could not be started."), *result.error);
            return;
        }
        m_bar->clear();
        m_watched = result.object().value("id"_L1).toString();
        m_poll.start();
        readRun(m_watched);
        readRuns();
    });
}

void TestPage::readRun(const QString& id) {
    m_prompt.connection().api().get(client::pathOf({u"test-runs"_s, id}), {}, this, [this, id](const client::ApiResult& result) {
        if (id != m_watched) return;
        if (result.ok()) showRun(result.object());
        else m_bar->showError(tr("The results could not be read."), *result.error);
    });
}

void TestPage::showRun(const QJsonObject& run) {
    const bool running = run.value("state"_L1).toString() == "running"_L1;
    const int passed = run.value("passed"_L1).toInt();
    const int failed = run.value("failed"_L1).toInt();
    const int total = run.value("total"_L1).toInt();
    m_progress->setVisible(running);
    m_progress->setRange(0, std::max(1, total));
    m_progress->setValue(passed + failed);
    if (!running && m_poll.isActive()) {
        m_poll.stop();
        readRuns();
    }
    m_cases->setRows(run.value("cases"_L1).toArray());
    if (run.isEmpty()) {
        m_state->clear();
        m_case->clear();
        return;
    }
    const QString set = run.value("test_set"_L1).toString();
    const qint64 version = wholeNumber(run.value("version"_L1));
    const QString model = run.value("model"_L1).toString(); // a workflow runs on its own route
    const QString about = model.isEmpty() ? tr("%1 against version %2 in its workflow", "test set, version").arg(set).arg(version) : tr("%1 against version %2 on %3", "test set, version, model").arg(set).arg(version).arg(model);
    m_state->setText(running ? tr("%1: %2 of %3 done, %4 failed so far").arg(about).arg(passed + failed).arg(total).arg(failed)
                             : failed == 0 ? tr("%1: all %2 passed, for %3").arg(about).arg(total).arg(format::usd(run.value("cost_usd"_L1).toString()))
                                           : tr("%1: %2 of %3 failed, for %4").arg(about).arg(failed).arg(total).arg(format::usd(run.value("cost_usd"_L1).toString())));
    m_state->setColor(running ? Token::Muted : failed == 0 ? Token::Good : Token::Bad);
    if (!running && !m_caseTable->currentIndex().isValid()) {
        // What failed is what one wants to read.
        int row = 0;
        while (row < m_cases->rowCount() && m_cases->row(row).value("passed"_L1).toBool()) ++row;
        if (m_cases->rowCount() > 0) m_caseTable->selectRow(row < m_cases->rowCount() ? row : 0);
    }
    showCase(m_caseTable->currentIndex().row());
}

void TestPage::showCase(int row) { m_case->setPlainText(caseText(m_cases->row(row))); }

void TestPage::updateButtons() {
    const bool may = m_prompt.connection().may(client::Role::Engineer);
    const bool any = m_set->count() > 0 || m_runs->rowCount() > 0;
    m_set->setVisible(m_set->count() > 0);
    m_version->setVisible(m_set->count() > 0);
    m_version->setToolTip(isWorkflowSet() ? tr("The workflow runs as it serves, but with this version of the prompt.") : QString());
    m_run->setVisible(may && m_set->count() > 0);
    m_run->setEnabled(m_set->count() > 0 && m_version->count() > 0);
    m_add->setVisible(may && any);
    // The form needs the room: with it and the results the page is taller than a screen.
    const bool writing = m_form->isVisibleTo(this);
    m_empty->setVisible(!any && !writing);
    m_results->setVisible(any && !writing);
    m_tables->setVisible(m_runs->rowCount() > 0 || !m_watched.isEmpty());
    m_resultStretch->setVisible(m_tables->isHidden());
    if (m_tables->isHidden()) {
        m_state->setColor(Token::Muted);
        m_state->setText(tr("No test has been run against this prompt yet. Choose a version and run them."));
    }
}

} // namespace signalbox::ui
