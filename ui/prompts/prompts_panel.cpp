#include "ui/prompts/prompts_panel.h"

#include "core/client/connection.h"
#include "ui/prompts/comparison.h"
#include "ui/prompts/diff_page.h"
#include "ui/prompts/prompt_editor.h"
#include "ui/prompts/prompt_list_model.h"
#include "ui/prompts/test_page.h"
#include "ui/prompts/try_page.h"
#include "ui/prompts/version_page.h"
#include "ui/versions/open_document.h"
#include "ui/versions/promote_sheet.h"
#include "ui/versions/protect_sheet.h"
#include "ui/versions/state_cards.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/two_line_delegate.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PanelDescription promptsPanel() {
    return {u"prompts"_s, PromptsPanel::tr("Prompts"), PromptsPanel::tr("What models are told: write, try, compare, promote"), u"prompts"_s, PanelGroup::Build,
            [](const PanelContext& context, QWidget* parent) { return new PromptsPanel(context, parent); }};
}

PromptsPanel::PromptsPanel(const PanelContext& context, QWidget* parent)
    : ListPanel(context, tr("Prompts"), tr("What models are told: write, try, compare, promote."), parent), m_new(header()->setMainAction(tr("New prompt"), u"plus"_s)), m_archived(new QCheckBox(tr("Archived"))), m_model(new PromptListModel(this)), m_sorted(new QSortFilterProxyModel(this)),
      m_table(new DataTable(u"prompts"_s, tr("Prompts"))), m_empty(new EmptyState(u"prompts"_s, {}, {})), m_prompt(new OpenDocument(context.connection, u"prompt"_s, this)), m_detail(new QWidget), m_fold(new QToolButton),
      m_title(new TextLabel({}, TextStyle::Heading)), m_subtitle((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()), m_compare(new QPushButton(tr("Compare with live"))), m_try(new QPushButton(tr("Try"))),
      m_promote(new QPushButton), m_more(new QToolButton), m_cards(new StateCards(*m_prompt)), m_tabs(new QTabWidget), m_editor(new PromptEditor(*m_prompt)), m_versions(new VersionPage(*m_prompt)),
      m_diff(new DiffPage(*m_prompt, [this] { return m_editor->draft().spec(); })), m_trials(new TryPage(*m_prompt, [this] { return m_editor->draft().spec(); })), m_tests(new TestPage(*m_prompt)),
      m_sheet(new PromoteSheet(*m_prompt, [](const QJsonObject& before, const QJsonObject& after) { return comparisonOf(before, after).sections; })), m_protect(new ProtectSheet(*m_prompt)) {
    m_new->setObjectName(u"prompt-new"_s);
    auto* kinds = new QMenu(m_new);
    kinds->addAction(tr("Prompt with messages"), this, [this] { startNew(false); });
    kinds->addAction(tr("Part for other prompts"), this, [this] { startNew(true); });
    m_new->setMenu(kinds);

    makeList();
    makeDetail();
    compose(m_table, m_empty, m_detail, {{446, 754}});
    m_split->widget(0)->setMinimumWidth(200);
    m_split->restoreState(QSettings().value(u"prompts/split"_s).toByteArray());
    connect(m_split, &QSplitter::splitterMoved, this, [this] { QSettings().setValue(u"prompts/split"_s, m_split->saveState()); });

    connectPages();
    addKeys();
    client::Connection& connection = context.connection;
    connect(&connection, &client::Connection::identityChanged, this, &PromptsPanel::updateHead);
    // Many changes at once, an import say, are read once.
    m_reading.setSingleShot(true);
    m_reading.setInterval(250);
    connect(&m_reading, &QTimer::timeout, this, &PromptsPanel::refresh);
    connect(&connection.events(), &client::EventStream::document, this, [this](const QJsonObject& change) {
        if (isVisible() && (change.value("kind"_L1).toString() == "prompt"_L1 || !change.contains("kind"_L1))) m_reading.start();
    });
    connect(&connection.events(), &client::EventStream::named, this, [this](const QString& type) {
        if (isVisible() && (type == "rollout"_L1 || type == "approval"_L1)) m_reading.start();
    });
    updateHead();
}

PromptsPanel::~PromptsPanel() { m_editor->keepNow(); }

void PromptsPanel::makeList() {
    setSearch(tr("Name or words of the text"), tr("Find prompts by name or by their text"), 200ms);
    m_search->setObjectName(u"prompt-search"_s);
    m_archived->setToolTip(tr("Also shows prompts that were taken out of service"));
    m_archived->setObjectName(u"prompt-archived"_s);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(PromptListModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setSortingEnabled(true);
    m_table->setModel(m_sorted);
    m_table->sortByColumn(PromptListModel::Name, Qt::AscendingOrder);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new TwoLineDelegate(PromptListModel::SecondLineRole, PromptListModel::ChipsRole, m_table));
    m_table->setColumnWidths({164, 54, 96, 66, 64});
    const auto rows = [this] { m_table->verticalHeader()->setDefaultSectionSize(TwoLineDelegate::rowHeight()); };
    rows();
    connect(&Theme::current(), &Theme::changed, this, rows);

    filters()->addWidget(m_archived);

    connect(this, &ListPanel::searched, this, &PromptsPanel::readList);
    connect(m_archived, &QCheckBox::toggled, this, &PromptsPanel::readList);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { startNew(false); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        const QString name = current.data(PromptListModel::NameRole).toString();
        if (!m_filling && !name.isEmpty() && name != m_opened) open(name);
    });
    connect(m_table, &DataTable::rowActivated, this, [this] {
        showTab(EditTab);
        m_editor->focusText();
    });
}

void PromptsPanel::makeDetail() {
    m_title->setMinimumWidth(60);
    m_title->selectable();
    m_title->setObjectName(u"prompt-title"_s);
    m_subtitle->setObjectName(u"prompt-subtitle"_s);
    m_compare->setObjectName(u"prompt-compare"_s);
    m_compare->setToolTip(tr("Ctrl+D"));
    m_try->setObjectName(u"prompt-try"_s);
    m_try->setToolTip(tr("Ctrl+T"));
    m_promote->setObjectName(u"prompt-promote"_s);
    m_promote->setToolTip(tr("Ctrl+Shift+P"));
    m_more->setObjectName(u"prompt-more"_s);
    m_more->setProperty("framed", true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More to do with this prompt"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    const auto icons = [this] {
        m_more->setIcon(Theme::current().icon(u"more"_s, Token::Text));
        m_fold->setIcon(Theme::current().icon(u"sidebar"_s));
        m_compare->setIcon(Theme::current().icon(u"diff"_s, Token::Text));
        m_try->setIcon(Theme::current().icon(u"play"_s, Token::Text));
        m_promote->setIcon(Theme::current().icon(u"promote"_s, Token::Text));
    };
    icons();
    connect(&Theme::current(), &Theme::changed, this, icons);

    m_fold->setCheckable(true);
    m_fold->setObjectName(u"prompt-fold"_s);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setToolTip(tr("Hide or show the list (Ctrl+L)"));
    m_fold->setAccessibleName(tr("Hide the list of prompts"));
    connect(m_fold, &QToolButton::toggled, this, &PromptsPanel::foldList);
    auto* titleRow = new QHBoxLayout;
    titleRow->setSpacing(4);
    titleRow->addWidget(m_fold);
    titleRow->addWidget(m_title, 1);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(titleRow);
    words->addWidget(m_subtitle);
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(buttons);
    for (QWidget* widget : {static_cast<QWidget*>(m_compare), static_cast<QWidget*>(m_try), static_cast<QWidget*>(m_promote), static_cast<QWidget*>(m_more)}) flow->addWidget(widget);

    m_tabs->setObjectName(u"prompt-tabs"_s);
    m_tabs->setDocumentMode(false);
    m_tabs->addTab(m_editor, tr("Edit"));
    m_tabs->addTab(m_versions, tr("Versions"));
    m_tabs->addTab(m_diff, tr("Diff"));
    m_tabs->addTab(m_trials, tr("Try it"));
    m_tabs->addTab(m_tests, tr("Tests"));

    auto* column = new QVBoxLayout(m_detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(words);
    column->addWidget(buttons);
    column->addWidget(m_cards);
    column->addWidget(m_protect);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_sheet, 1);
    m_detail->setMinimumWidth(320);
}

void PromptsPanel::connectPages() {
    connect(m_tabs, &QTabWidget::currentChanged, this, &PromptsPanel::onTab);
    connect(m_prompt, &OpenDocument::opened, this, &PromptsPanel::updateHead);
    connect(m_prompt, &OpenDocument::versionsChanged, this, &PromptsPanel::updateHead);
    connect(m_prompt, &OpenDocument::stateChanged, this, &PromptsPanel::updateHead);
    connect(m_prompt, &OpenDocument::failed, this, [this](const QString& what, const client::ApiError& error) {
        if (m_context.connection.isLive()) m_bar->showError(what, error);
    });
    connect(m_editor, &PromptEditor::edited, this, [this] {
        m_tabs->setTabText(EditTab, m_editor->isEdited() ? tr("Edit (unsaved)") : tr("Edit"));
        m_diff->onDraftEdited();
        m_trials->onDraftEdited();
    });
    connect(m_editor, &PromptEditor::savedAs, this, [this](const QString& name, qint64 version) {
        if (m_prompt->isNew()) open(name);
        else m_prompt->refresh();
        m_versions->choose(version);
        readList();
    });
    connect(m_editor, &PromptEditor::compareRequested, this, [this](qint64 version) {
        m_diff->compare(version, DiffPage::draftVersion);
        showTab(DiffTab);
    });
    connect(m_editor, &PromptEditor::messageRequested, this, &Panel::messageRequested);
    connect(m_versions, &VersionPage::chosenChanged, this, &PromptsPanel::updateHead);
    const auto compare = [this](qint64 from, qint64 to) {
        m_diff->compare(from, to);
        showTab(DiffTab);
    };
    connect(m_versions, &VersionPage::compareRequested, this, compare);
    connect(m_cards, &StateCards::compareRequested, this, compare);
    connect(m_cards, &StateCards::messageRequested, this, &Panel::messageRequested);
    connect(m_diff, &DiffPage::linkRequested, this, &Panel::linkRequested);
    connect(m_trials, &TryPage::linkRequested, this, &Panel::linkRequested);
    connect(m_trials, &TryPage::caseRequested, this, [this](const QJsonObject& variables, const QString& output, const QString& model) {
        showTab(TestsTab);
        m_tests->addCase(variables, output, model);
    });
    connect(m_tests, &TestPage::linkRequested, this, &Panel::linkRequested);
    connect(m_tests, &TestPage::messageRequested, this, &Panel::messageRequested);
    connect(m_sheet, &PromoteSheet::closed, this, [this] {
        m_tabs->show();
        m_tabs->currentWidget()->setFocus();
    });
    connect(m_sheet, &PromoteSheet::messageRequested, this, &Panel::messageRequested);
    connect(m_protect, &ProtectSheet::messageRequested, this, &Panel::messageRequested);
    connect(m_protect, &ProtectSheet::changed, this, &PromptsPanel::readList);
    connect(m_sheet, &PromoteSheet::testsRequested, this, [this](qint64 version) {
        showTab(TestsTab);
        m_tests->choose(version);
    });
    connect(m_compare, &QPushButton::clicked, this, &PromptsPanel::compareWithLive);
    connect(m_try, &QPushButton::clicked, this, &PromptsPanel::tryChosen);
    connect(m_promote, &QPushButton::clicked, this, &PromptsPanel::promoteChosen);
}

} // namespace signalbox::ui
