#include "ui/prompts/try_page.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/prompts/prompt_draft.h"
#include "ui/prompts/run_choice.h"
#include "ui/prompts/trial_cell.h"
#include "ui/prompts/variables_form.h"
#include "ui/versions/open_document.h"
#include "ui/widgets/check_delegate.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/template_highlighter.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDraft = -1;

QListWidget* checkList(const QString& name, const QString& title) {
    auto* list = new QListWidget;
    list->setObjectName(name);
    list->setAccessibleName(title);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setUniformItemSizes(true);
    list->setItemDelegate(new CheckDelegate(list));
    // Large text leaves the height to the input.
    const auto fit = [list] {
        const int rows = Theme::current().textScale() > 125 ? 3 : 4;
        list->setFixedHeight((QFontMetrics(Theme::current().textFont()).height() + 12) * rows + 6);
    };
    fit();
    QObject::connect(&Theme::current(), &Theme::changed, list, fit);
    return list;
}

} // namespace

TryPage::TryPage(OpenDocument& prompt, std::function<QJsonObject()> draft, QWidget* parent)
    : QWidget(parent), m_prompt(prompt), m_draft(std::move(draft)), m_bar(new MessageBar), m_run(new RunChoice(prompt, tr("Typed in below"))), m_variables(new VariablesForm),
      m_models(checkList(u"try-models"_s, tr("Models and routes"))), m_versions(checkList(u"try-versions"_s, tr("Versions"))), m_start(new QPushButton(tr("Run"))), m_stop(new QPushButton(tr("Stop"))),
      m_note((new TextLabel(tr("Trials are real calls and cost what they cost. They are not counted in metrics."), TextStyle::Caption, Token::Muted))->wrapped()), m_scroll(new QScrollArea), m_grid(new QWidget),
      m_gridLayout(new QGridLayout(m_grid)), m_empty(new EmptyState(u"play"_s, tr("Nothing tried yet"), tr("Fill in the variables or take them from a recorded run, choose models and versions, and press Ctrl+Enter. The answers stream side by side."))) {
    auto* right = new QWidget;
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(8);
    m_gridLayout->setContentsMargins(0, 0, 0, 0);
    m_gridLayout->setSpacing(8);
    m_grid->setProperty("page", true);
    m_scroll->setWidget(m_grid);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Trials"));
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->hide();
    rightColumn->addWidget(m_bar);
    rightColumn->addWidget(m_empty, 1);
    rightColumn->addWidget(m_scroll, 1);

    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->setHandleWidth(12);
    split->addWidget(makeSetup());
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({280, 560});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->addWidget(split);

    connect(&prompt, &OpenDocument::opened, this, [this] {
        stop();
        qDeleteAll(m_cells);
        m_cells.clear();
        m_columns = 0;
        m_scroll->hide();
        m_empty->show();
        m_bar->clear();
        m_variables->setContract({}, {});
        fillVersions();
    });
    connect(&prompt, &OpenDocument::versionsChanged, this, &TryPage::fillVersions);
    connect(&prompt.connection(), &client::Connection::identityChanged, this, &TryPage::updateButtons);
    updateButtons();
}

QWidget* TryPage::makeSetup() {
    auto* page = new QWidget;
    page->setProperty("page", true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(6);
    column->addWidget(new TextLabel(tr("Input"), TextStyle::Heading));
    m_run->setObjectName(u"try-run-choice"_s);
    column->addWidget(m_run);
    column->addWidget(m_variables);
    column->addStretch(1);

    auto* scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What to try"));
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setMinimumWidth(220);
    scroll->setMinimumHeight(90);

    m_start->setProperty("primary", true);
    m_start->setObjectName(u"try-start"_s);
    m_start->setToolTip(tr("Ctrl+Enter"));
    m_stop->setObjectName(u"try-stop"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_start, 1);
    buttons->addWidget(m_stop);
    auto* setup = new QWidget;
    auto* all = new QVBoxLayout(setup);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(6);
    all->addWidget(scroll, 1);
    all->addWidget(new TextLabel(tr("Models and routes"), TextStyle::Heading));
    all->addWidget(m_models);
    all->addWidget(new TextLabel(tr("Versions"), TextStyle::Heading));
    all->addWidget(m_versions);
    all->addLayout(buttons);
    all->addWidget(m_note);

    connect(m_start, &QPushButton::clicked, this, &TryPage::run);
    connect(m_stop, &QPushButton::clicked, this, &TryPage::stop);
    connect(m_run, &RunChoice::inputChosen, this, [this](const QString& id, const QJsonObject& variables) {
        if (!id.isEmpty()) m_variables->setValues(variables);
    });
    connect(m_run, &RunChoice::failed, this, [this](const QString& why) { m_bar->show(MessageBar::Kind::Error, tr("What was said in that run could not be read."), why); });
    connect(m_models, &QListWidget::itemChanged, this, [this] {
        QSettings().setValue(u"try/models"_s, chosenModels());
        updateButtons();
    });
    connect(m_versions, &QListWidget::itemChanged, this, [this] {
        updateForm();
        updateButtons();
    });
    return setup;
}

void TryPage::activate() {
    m_run->readOnce();
    if (!m_modelsRead) readModels();
    updateForm();
}

void TryPage::fillVersions() {
    QList<qint64> checked = chosenVersions();
    const QSignalBlocker quiet(m_versions);
    m_versions->clear();
    const auto add = [&](const QString& title, qint64 version) {
        auto* item = new QListWidgetItem(title, m_versions);
        item->setData(Qt::UserRole, version);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(checked.contains(version) ? Qt::Checked : Qt::Unchecked);
    };
    if (checked.isEmpty()) checked = {kDraft};
    if (m_prompt.isRead()) add(tr("Draft, as in the editor"), kDraft);
    for (const QJsonValue& one : m_prompt.versions()) {
        const qint64 number = wholeNumber(one["version"_L1]);
        const QString title = m_prompt.titleOf(number);
        add(title.left(1).toUpper() + title.mid(1), number);
    }
    updateForm();
    updateButtons();
}

void TryPage::readModels() {
    m_modelsRead = true;
    client::ApiClient& api = m_prompt.connection().api();
    QUrlQuery providers;
    providers.addQueryItem(u"kind"_s, u"provider"_s);
    api.get(u"/documents"_s, providers, this, [this, &api](const client::ApiResult& result) {
        if (!result.ok()) {
            m_modelsRead = false;
            return;
        }
        for (const QJsonValue& one : result.items()) {
            if (one["archived"_L1].toBool()) continue;
            const QString name = one["name"_L1].toString();
            api.get(client::pathOf({u"documents"_s, u"provider"_s, name}), {}, this, [this, name](const client::ApiResult& document) {
                const QJsonValue spec = document.object().value("spec"_L1);
                for (const QJsonValue& model : spec["models"_L1].toArray()) {
                    const QJsonArray can = model["capabilities"_L1].toArray();
                    if (can.isEmpty() || can.contains(u"chat"_s)) addModel(name + u'/' + model["id"_L1].toString(), tr("The model itself, without a route"));
                }
                if (spec["connector"_L1].toString() == "sandbox"_L1) chooseFirst(name);
            });
        }
    });
    QUrlQuery routes;
    routes.addQueryItem(u"kind"_s, u"route"_s);
    api.get(u"/documents"_s, routes, this, [this](const client::ApiResult& result) {
        for (const QJsonValue& one : result.items())
            if (!one["archived"_L1].toBool()) addModel(u"route/"_s + one["name"_L1].toString(), one["description"_L1].toString());
    });
}

void TryPage::addModel(const QString& model, const QString& tooltip) {
    if (!m_models->findItems(model, Qt::MatchExactly).isEmpty()) return;
    const QStringList wanted = QSettings().value(u"try/models"_s).toStringList();
    const QSignalBlocker quiet(m_models);
    // By name, models before routes.
    int at = 0;
    const auto key = [](const QString& name) { return (name.startsWith("route/"_L1) ? u'1' : u'0') + name; };
    while (at < m_models->count() && key(m_models->item(at)->text()) < key(model)) ++at;
    auto* item = new QListWidgetItem(model);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(wanted.contains(model) ? Qt::Checked : Qt::Unchecked);
    item->setToolTip(tooltip);
    m_models->insertItem(at, item);
    updateButtons();
}

/// Who never chose begins with a model that costs nothing.
void TryPage::chooseFirst(const QString& provider) {
    if (QSettings().contains(u"try/models"_s) || !chosenModels().isEmpty()) return;
    const QSignalBlocker quiet(m_models);
    for (int at = 0; at < m_models->count(); ++at) {
        if (!m_models->item(at)->text().startsWith(provider + u'/')) continue;
        m_models->item(at)->setCheckState(Qt::Checked);
        break;
    }
    updateButtons();
}

QStringList TryPage::chosenModels() const {
    QStringList chosen;
    for (int at = 0; at < m_models->count(); ++at)
        if (m_models->item(at)->checkState() == Qt::Checked) chosen << m_models->item(at)->text();
    return chosen;
}

QList<qint64> TryPage::chosenVersions() const {
    QList<qint64> chosen;
    for (int at = 0; at < m_versions->count(); ++at)
        if (m_versions->item(at)->checkState() == Qt::Checked) chosen << m_versions->item(at)->data(Qt::UserRole).toLongLong();
    return chosen;
}

void TryPage::choose(qint64 version) {
    for (int at = 0; at < m_versions->count(); ++at)
        m_versions->item(at)->setCheckState(m_versions->item(at)->data(Qt::UserRole).toLongLong() == version ? Qt::Checked : Qt::Unchecked);
}

void TryPage::onDraftEdited() {
    if (isVisible()) updateForm();
}

void TryPage::updateForm() {
    const QList<qint64> versions = chosenVersions();
    if (versions.isEmpty() || !m_prompt.isRead()) return;
    const auto show = [this](const QJsonObject& spec) {
        m_variables->setContract(spec.value("variables"_L1).toObject(), templateVariables(PromptDraft::fromSpec(spec, 0).allText()));
    };
    if (versions.first() == kDraft) show(m_draft());
    else m_prompt.spec(versions.first(), this, show);
}

void TryPage::run() {
    if (!m_start->isEnabled() || !m_start->isVisibleTo(this)) return;
    if (const QString problem = m_variables->check(); !problem.isEmpty()) {
        m_bar->show(MessageBar::Kind::Warning, tr("The input is not complete."), problem);
        return;
    }
    m_bar->clear();
    stop();
    qDeleteAll(m_cells);
    m_cells.clear();
    m_used = m_variables->values();
    const QStringList models = chosenModels();
    const QList<qint64> versions = chosenVersions();
    m_perRow = static_cast<int>(versions.size() > 1 ? versions.size() : models.size());
    for (const QString& model : models)
        for (const qint64 version : versions) {
            if (m_cells.size() >= most) break;
            QJsonObject prompt{{u"name"_s, m_prompt.name()}, {u"version"_s, version}};
            if (version == kDraft) prompt = {{u"spec"_s, m_draft()}};
            const QJsonObject body{{u"prompt"_s, prompt}, {u"model"_s, model}, {u"variables"_s, m_used}, {u"stream"_s, true}};
            const QString title = version == kDraft ? tr("Draft") : m_prompt.titleOf(version);
            auto* cell = new TrialCell(m_prompt.connection().api(), title.left(1).toUpper() + title.mid(1), model, body, m_grid);
            connect(cell, &TrialCell::ended, this, [this] {
                startNext();
                updateButtons();
            });
            connect(cell, &TrialCell::linkRequested, this, &TryPage::linkRequested);
            connect(cell, &TrialCell::caseRequested, this, [this, model](const QString& output) { Q_EMIT caseRequested(m_used, output, model); });
            m_cells.append(cell);
        }
    if (models.size() * versions.size() > most) m_bar->show(MessageBar::Kind::Warning, tr("Only the first %1 trials were started.").arg(most), tr("Choose fewer models or versions."));
    m_columns = 0;
    m_empty->hide();
    m_scroll->show();
    arrange();
    startNext();
    updateButtons();
}

void TryPage::startNext() {
    int running = 0;
    for (const TrialCell* cell : std::as_const(m_cells)) running += cell->state() == TrialCell::State::Running;
    for (TrialCell* cell : std::as_const(m_cells)) {
        if (running >= atOnce) break;
        if (cell->state() != TrialCell::State::Waiting) continue;
        cell->start();
        ++running;
    }
}

void TryPage::stop() {
    // From the end: a cell that ends would start the next one.
    for (auto cell = m_cells.rbegin(); cell != m_cells.rend(); ++cell) (*cell)->stop();
    updateButtons();
}

void TryPage::arrange() {
    if (m_cells.isEmpty()) return;
    const int least = 200 * Theme::current().textScale() / 100;
    const int fits = std::max(1, m_scroll->viewport()->width() / (least + 8));
    const int columns = std::min(m_perRow, fits);
    if (columns == m_columns) return;
    m_columns = columns;
    for (TrialCell* cell : std::as_const(m_cells)) m_gridLayout->removeWidget(cell);
    for (int at = 0; at < m_cells.size(); ++at) {
        m_gridLayout->addWidget(m_cells[at], at / columns, at % columns);
        m_cells[at]->setMinimumHeight(240 * Theme::current().textScale() / 100);
        m_cells[at]->show();
    }
    for (int column = 0; column < 16; ++column) m_gridLayout->setColumnStretch(column, column < columns ? 1 : 0);
}

void TryPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void TryPage::updateButtons() {
    int open = 0;
    for (const TrialCell* cell : std::as_const(m_cells)) open += cell->state() == TrialCell::State::Running || cell->state() == TrialCell::State::Waiting;
    const auto count = chosenModels().size() * chosenVersions().size();
    const bool may = m_prompt.connection().may(client::Role::Engineer);
    m_start->setVisible(may);
    m_start->setEnabled(count > 0);
    m_start->setText(count > 1 ? tr("Run %1 trials").arg(std::min<qsizetype>(count, most)) : tr("Run"));
    m_stop->setVisible(may && open > 0);
    m_note->setText(may && count == 0 ? tr("Choose a model or a route, and a version.") : may ? tr("Trials are real calls and cost what they cost. They are not counted in metrics.") : tr("Trials are run by engineers."));
}

} // namespace signalbox::ui
