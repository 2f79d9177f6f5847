#include "ui/routes/routes_panel.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/routes/document_editor.h"
#include "ui/routes/templates.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/drafts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <chrono>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString kindWord(const QString& kind) {
    if (kind == "provider"_L1) return RoutesPanel::tr("Provider");
    if (kind == "policy"_L1) return RoutesPanel::tr("Policy");
    return RoutesPanel::tr("Route");
}

QString labelsText(const QJsonObject& row) {
    QStringList labels;
    const QJsonObject all = row.value("labels"_L1).toObject();
    for (auto label = all.begin(); label != all.end(); ++label)
        if (label.key() != "latest"_L1 && label.key() != "production"_L1) labels << label.key() + u' ' + QString::number(label.value().toInt());
    return labels.join(u", "_s);
}

JsonTableModel* documentsModel(QObject* parent) {
    return new JsonTableModel(
        {
            {RoutesPanel::tr("Name"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("name"_L1).toString(); })},
            {RoutesPanel::tr("Kind"), false, JsonTableModel::text([](const QJsonObject& row) { return kindWord(row.value("kind"_L1).toString()); })},
            {RoutesPanel::tr("Live"), true, JsonTableModel::text([](const QJsonObject& row) {
                 const QJsonObject labels = row.value("labels"_L1).toObject();
                 const int live = labels.value("production"_L1).toInt();
                 const int latest = row.value("latest"_L1).toInt();
                 if (row.value("archived"_L1).toBool()) return RoutesPanel::tr("archived");
                 return live == latest ? QString::number(live) : RoutesPanel::tr("%1 of %2").arg(live).arg(latest);
             }), RoutesPanel::tr("The version that serves (production), and the newest one where that is another")},
            {RoutesPanel::tr("Changed"), false, JsonTableModel::text([](const QJsonObject& row) { return format::relative(client::timeOf(row.value("updated_at"_L1).toString())); },
                                                                     [](const QJsonObject& row) { return format::absolute(client::timeOf(row.value("updated_at"_L1).toString())); })},
            {RoutesPanel::tr("Labels"), false, JsonTableModel::text(labelsText)},
        },
        [](const QJsonObject& row) { return row.value("kind"_L1).toString() + u'/' + row.value("name"_L1).toString(); }, parent);
}

JsonTableModel* targetsModel(QObject* parent) {
    return new JsonTableModel(
        {
            {RoutesPanel::tr("Order"), true, JsonTableModel::text([](const QJsonObject& row) { return row.value("eligible"_L1).toBool() ? QString::number(row.value("place"_L1).toInt()) : format::none(); })},
            {RoutesPanel::tr("Target"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("target"_L1).toString(); })},
            {RoutesPanel::tr("Would serve"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("eligible"_L1).toBool() ? RoutesPanel::tr("yes") : row.value("reason"_L1).toString(); })},
        },
        [](const QJsonObject& row) { return row.value("target"_L1).toString(); }, parent);
}

JsonTableModel* policyModel(QObject* parent) {
    return new JsonTableModel(
        {
            {RoutesPanel::tr("Setting"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("setting"_L1).toString(); })},
            {RoutesPanel::tr("Value"), true, JsonTableModel::text([](const QJsonObject& row) { return row.value("value"_L1).toString(); })},
            {RoutesPanel::tr("From"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("origin"_L1).toString(); }), RoutesPanel::tr("The module that says so; later modules override")},
        },
        [](const QJsonObject& row) { return row.value("setting"_L1).toString(); }, parent);
}

JsonTableModel* versionsModel(QObject* parent) {
    return new JsonTableModel(
        {
            {RoutesPanel::tr("Version"), true, JsonTableModel::text([](const QJsonObject& row) { return QString::number(row.value("version"_L1).toInt()); })},
            {RoutesPanel::tr("Labels"), false, JsonTableModel::text([](const QJsonObject& row) {
                 QStringList labels;
                 for (const QJsonValue& label : row.value("labels"_L1).toArray()) labels << label.toString();
                 return labels.join(u", "_s);
             })},
            {RoutesPanel::tr("When"), false, JsonTableModel::text([](const QJsonObject& row) { return format::relative(client::timeOf(row.value("created_at"_L1).toString())); },
                                                                  [](const QJsonObject& row) { return format::absolute(client::timeOf(row.value("created_at"_L1).toString())); })},
            {RoutesPanel::tr("Who"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("author"_L1).toString(); })},
            {RoutesPanel::tr("Why"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("message"_L1).toString(); })},
        },
        [](const QJsonObject& row) { return QString::number(row.value("version"_L1).toInt()); }, parent);
}

/// The leaves of a policy, with the module that each came from.
void flatten(const QJsonValue& value, const QString& pointer, const QJsonObject& origins, QJsonArray& rows) {
    if (value.isObject() && !value.toObject().isEmpty()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) flatten(member.value(), pointer + u'/' + member.key(), origins, rows);
        return;
    }
    QString text;
    if (value.isArray()) text = value.toArray().isEmpty() ? RoutesPanel::tr("none") : RoutesPanel::tr("%n step(s)", nullptr, static_cast<int>(value.toArray().size()));
    else if (value.isDouble()) text = QLocale().toString(value.toDouble(), 'g', 12);
    else text = value.toVariant().toString();
    QString setting = pointer.mid(1);
    setting.replace(u'/', u" › "_s).replace(u'_', u' ');
    rows.append(QJsonObject{{u"setting"_s, setting}, {u"value"_s, text}, {u"origin"_s, origins.value(pointer).toString()}});
}

QString strategySentence(const QString& strategy) {
    if (strategy == "weighted"_L1) return RoutesPanel::tr("A target is drawn by weight; the others follow by weight when it cannot serve.");
    if (strategy == "cheapest"_L1) return RoutesPanel::tr("The target that costs least for the call serves; the next one when it cannot.");
    if (strategy == "fastest"_L1) return RoutesPanel::tr("The target that was fastest to its first token lately serves; the next one when it cannot.");
    return RoutesPanel::tr("The first target serves; the next one when it cannot.");
}

DataTable* readOnlyTable(const QString& name, const QString& title, JsonTableModel* model, const QList<int>& widths) {
    auto* table = new DataTable(name, title);
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setColumnWidths(widths);
    return table;
}

} // namespace

PanelDescription routesPanel() {
    return {u"routes"_s, RoutesPanel::tr("Routes and policies"), RoutesPanel::tr("What decides which model serves a call, and under which limits"), u"routes"_s, PanelGroup::Build,
            [](const PanelContext& context, QWidget* parent) { return new RoutesPanel(context, parent); }};
}

RoutesPanel::RoutesPanel(const PanelContext& context, QWidget* parent)
    : Panel(parent), m_context(context), m_bar(new MessageBar), m_search(new QLineEdit), m_documents(documentsModel(this)),
      m_table(readOnlyTable(u"documents"_s, tr("Documents"), m_documents, {170, 80, 70, 100, 90})), m_detail(new QWidget), m_title(new TextLabel({}, TextStyle::Heading)),
      m_subtitle((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()), m_tabs(new QTabWidget), m_sentence((new TextLabel)->wrapped()), m_targets(targetsModel(this)),
      m_targetTable(readOnlyTable(u"route-targets"_s, tr("Targets"), m_targets, {60, 200, 320})), m_targetsHeading(new TextLabel(tr("Targets"), TextStyle::Heading)),
      m_policyHeading(new TextLabel(tr("Effective policy"), TextStyle::Heading)), m_policy(policyModel(this)),
      m_policyTable(readOnlyTable(u"effective-policy"_s, tr("Effective policy"), m_policy, {320, 120, 160})), m_editor(new DocumentEditor), m_check((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()),
      m_message(new QLineEdit), m_save(new QPushButton(tr("Save version"))), m_promote(new QPushButton(tr("Save and make live"))), m_revert(new QPushButton(tr("Discard edits"))),
      m_versions(versionsModel(this)), m_versionTable(readOnlyTable(u"versions"_s, tr("Versions"), m_versions, {64, 130, 100, 100, 240})), m_versionText(new QPlainTextEdit),
      m_rollBack(new QPushButton(tr("Make this version live"))) {
    auto* header = new PanelHeader(tr("Routes and policies"), tr("What decides which model serves a call, and under which limits."));
    auto* create = header->setMainAction(tr("New"), u"plus"_s);
    auto* menu = new QMenu(create);
    for (const auto& kind : {u"route"_s, u"policy"_s, u"provider"_s}) menu->addAction(kindWord(kind), this, [this, kind] { startNew(kind); });
    create->setMenu(menu);

    m_search->setPlaceholderText(tr("Find by name"));
    m_search->setAccessibleName(tr("Find by name"));
    m_search->setClearButtonEnabled(true);
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(8);
    leftColumn->addWidget(m_search);
    leftColumn->addWidget(m_table, 1);

    auto* detailColumn = new QVBoxLayout(m_detail);
    detailColumn->setContentsMargins(0, 0, 0, 0);
    detailColumn->setSpacing(8);
    detailColumn->addWidget(m_title);
    detailColumn->addWidget(m_subtitle);
    detailColumn->addWidget(m_tabs, 1);
    m_tabs->addTab(makeOverviewTab(), tr("What it does"));
    m_tabs->addTab(makeEditorTab(), tr("Edit"));
    m_tabs->addTab(makeVersionsTab(), tr("Versions"));
    m_detail->hide();

    auto* split = new QSplitter;
    split->addWidget(left);
    split->addWidget(m_detail);
    split->setStretchFactor(1, 1);
    split->setHandleWidth(12);
    split->setChildrenCollapsible(false);
    split->setSizes({480, 680});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 8, 20, 16);
    column->setSpacing(12);
    column->addWidget(header);
    column->addWidget(m_bar);
    column->addWidget(split, 1);

    connect(m_search, &QLineEdit::textChanged, this, &RoutesPanel::readList);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        const QJsonObject row = m_documents->row(current.row());
        if (!row.isEmpty()) choose(row.value("kind"_L1).toString(), row.value("name"_L1).toString());
    });
    connect(&context.connection, &client::Connection::refreshNeeded, this, &RoutesPanel::refresh);
    connect(&context.connection, &client::Connection::identityChanged, this, &RoutesPanel::updateButtons);
    connect(&context.connection.events(), &client::EventStream::document, this, [this] {
        if (isVisible()) refresh();
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(350);
    connect(&m_typing, &QTimer::timeout, this, [this] {
        if (m_editor->toPlainText() == m_saved) drafts::discard(documentId());
        else drafts::keep(documentId(), m_editor->toPlainText());
        validate();
    });
}

QWidget* RoutesPanel::makeOverviewTab() {
    auto* tab = new QWidget;
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_sentence);
    column->addWidget(m_targetsHeading);
    column->addWidget(m_targetTable, 1);
    column->addWidget(m_policyHeading);
    column->addWidget(m_policyTable, 2);
    return tab;
}

QWidget* RoutesPanel::makeEditorTab() {
    auto* tab = new QWidget;
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_message->setPlaceholderText(tr("Why this change (kept with the version)"));
    m_message->setAccessibleName(tr("Why this change"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_message, 1);
    row->addWidget(m_revert);
    row->addWidget(m_save);
    row->addWidget(m_promote);
    column->addWidget(m_editor, 1);
    column->addWidget(m_check);
    column->addLayout(row);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (m_setting) return;
        updateButtons();
        m_typing.start();
    });
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_promote, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_revert, &QPushButton::clicked, this, [this] {
        const QString edits = m_editor->toPlainText();
        setEditorText(m_saved);
        drafts::discard(documentId());
        Q_EMIT messageRequested(tr("The edits are discarded."), [this, edits, id = documentId()] {
            if (documentId() != id) return;
            setEditorText(edits);
            m_typing.start();
        });
    });
    return tab;
}

QWidget* RoutesPanel::makeVersionsTab() {
    auto* tab = new QWidget;
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_versionText->setReadOnly(true);
    m_versionText->setFont(Theme::current().monoFont());
    m_versionText->setAccessibleName(tr("The chosen version"));
    new YamlHighlighter(m_versionText->document());
    column->addWidget(m_versionTable, 1);
    column->addWidget(m_versionText, 2);
    column->addWidget(m_rollBack, 0, Qt::AlignRight);
    connect(&Theme::current(), &Theme::changed, this, [this] { m_versionText->setFont(Theme::current().monoFont()); });
    connect(m_versionTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        showVersion(static_cast<qint64>(m_versions->row(current.row()).value("version"_L1).toDouble()));
    });
    connect(m_rollBack, &QPushButton::clicked, this, [this] {
        const auto version = static_cast<qint64>(m_versions->row(m_versionTable->currentIndex().row()).value("version"_L1).toDouble());
        if (version > 0) moveProduction(version);
    });
    return tab;
}

void RoutesPanel::activate() { refresh(); }

void RoutesPanel::refresh() {
    if (!m_context.connection.api().hasServer()) return;
    readList();
    if (!m_name.isEmpty() && m_latest > 0) {
        readDocument();
        readExplanation();
        readVersions();
    }
}

void RoutesPanel::readList() {
    QUrlQuery query;
    if (!m_search->text().trimmed().isEmpty()) query.addQueryItem(u"q"_s, m_search->text().trimmed());
    m_context.connection.api().get(u"/documents"_s, query, this, [this](const client::ApiResult& result) {
        if (!result.ok()) {
            if (m_context.connection.isLive()) m_bar->showError(tr("The documents could not be read."), *result.error);
            return;
        }
        // Routes first: they are what one comes for.
        QJsonArray rows;
        for (const auto& kind : {u"route"_s, u"policy"_s, u"provider"_s})
            for (const QJsonValue& row : result.items())
                if (row.toObject().value("kind"_L1).toString() == kind) rows.append(row);
        m_documents->setRows(rows);
        if (m_name.isEmpty() && m_documents->rowCount() > 0) m_table->selectRow(0);
    });
}

void RoutesPanel::choose(const QString& kind, const QString& name) {
    if (kind == m_kind && name == m_name) return;
    if (m_typing.isActive()) { // edits of the document that is left
        m_typing.stop();
        drafts::keep(documentId(), m_editor->toPlainText());
    }
    m_kind = kind;
    m_name = name;
    m_latest = 0;
    m_message->clear();
    m_detail->show();
    m_title->setText(name);
    m_subtitle->setText(kindWord(kind));
    m_targets->setRows({});
    m_policy->setRows({});
    m_versions->setRows({});
    m_versionText->clear();
    const bool route = kind == "route"_L1;
    for (QWidget* widget : {static_cast<QWidget*>(m_targetsHeading), static_cast<QWidget*>(m_targetTable)}) widget->setVisible(route);
    for (QWidget* widget : {static_cast<QWidget*>(m_policyHeading), static_cast<QWidget*>(m_policyTable)}) widget->setVisible(kind != "provider"_L1);
    m_sentence->clear();
    m_saved.clear();
    setEditorText({});
    readDocument();
    readExplanation();
    readVersions();
}

void RoutesPanel::readDocument() {
    const QString id = documentId();
    const bool wasEdited = m_latest > 0 && m_editor->toPlainText() != m_saved;
    QUrlQuery latest;
    latest.addQueryItem(u"label"_s, u"latest"_s);
    m_context.connection.api().get(client::pathOf({u"documents"_s, m_kind, m_name, u"yaml"_s}), latest, this, [this, id, wasEdited](const client::ApiResult& result) {
        if (id != documentId()) return;
        if (!result.ok()) {
            m_bar->showError(tr("%1 could not be read.").arg(m_name), *result.error);
            return;
        }
        m_saved = QString::fromUtf8(result.text);
        if (wasEdited) return updateButtons(); // what is typed stays
        const QString draft = drafts::of(documentId());
        setEditorText(draft.isEmpty() ? m_saved : draft);
        if (!draft.isEmpty() && draft != m_saved) {
            m_check->setText(tr("These are edits that were not saved yet."));
            m_check->setColor(Token::Warning);
            m_typing.start();
        }
    });
}

void RoutesPanel::readExplanation() {
    const QString id = documentId();
    if (m_kind == "route"_L1)
        m_context.connection.api().get(client::pathOf({u"routes"_s, m_name, u"explain"_s}), {}, this, [this, id](const client::ApiResult& result) {
            if (id != documentId() || !result.ok()) return;
            m_sentence->setText(strategySentence(result.object().value("strategy"_L1).toString()));
            QJsonArray rows;
            int place = 0;
            for (const QJsonValue& target : result.object().value("order"_L1).toArray()) {
                QJsonObject row = target.toObject();
                if (row.value("eligible"_L1).toBool()) row.insert(u"place"_s, ++place);
                rows.append(row);
            }
            m_targets->setRows(rows);
        });
    if (m_kind == "provider"_L1) {
        m_context.connection.api().get(client::pathOf({u"documents"_s, m_kind, m_name}), {}, this, [this, id](const client::ApiResult& result) {
            if (id != documentId() || !result.ok()) return;
            const QJsonObject spec = result.object().value("spec"_L1).toObject();
            QStringList models;
            for (const QJsonValue& model : spec.value("models"_L1).toArray()) models << model.toObject().value("id"_L1).toString();
            const QString connector = spec.value("connector"_L1).toString();
            m_sentence->setText(connector == "sandbox"_L1 ? tr("A simulated vendor inside the gateway: no call leaves this machine. Models: %1.").arg(models.join(u", "_s))
                                                          : tr("Calls go to %1 by the protocol '%2'. Models: %3.").arg(spec.value("base_url"_L1).toString(tr("the vendor's usual address")), connector, models.join(u", "_s)));
        });
        return;
    }
    QUrlQuery query;
    query.addQueryItem(m_kind == "route"_L1 ? u"route"_s : u"modules"_s, m_name);
    m_context.connection.api().get(u"/policies/effective"_s, query, this, [this, id](const client::ApiResult& result) {
        if (id != documentId() || !result.ok()) return;
        QJsonArray rows;
        flatten(result.object().value("policy"_L1), {}, result.object().value("origins"_L1).toObject(), rows);
        m_policy->setRows(rows);
        if (m_kind == "policy"_L1) m_sentence->setText(tr("Laid over 'default'. Each value below says which module it came from."));
    });
}

void RoutesPanel::readVersions() {
    const QString id = documentId();
    m_context.connection.api().get(client::pathOf({u"documents"_s, m_kind, m_name, u"versions"_s}), {}, this, [this, id](const client::ApiResult& result) {
        if (id != documentId() || !result.ok()) return;
        m_versions->setRows(result.items());
        m_latest = result.items().isEmpty() ? 0 : static_cast<qint64>(result.items().first().toObject().value("version"_L1).toDouble());
        m_production = 0;
        for (const QJsonValue& version : result.items())
            for (const QJsonValue& label : version.toObject().value("labels"_L1).toArray())
                if (label.toString() == "production"_L1) m_production = static_cast<qint64>(version.toObject().value("version"_L1).toDouble());
        m_subtitle->setText(m_production == m_latest ? tr("%1 · version %2 is live").arg(kindWord(m_kind)).arg(m_production)
                                                     : tr("%1 · version %2 is live, %3 is the newest").arg(kindWord(m_kind)).arg(m_production).arg(m_latest));
        updateButtons();
    });
}

void RoutesPanel::showVersion(qint64 version) {
    updateButtons();
    if (version < 1) return;
    const QString id = documentId();
    QUrlQuery query;
    query.addQueryItem(u"version"_s, QString::number(version));
    m_context.connection.api().get(client::pathOf({u"documents"_s, m_kind, m_name, u"yaml"_s}), query, this, [this, id](const client::ApiResult& result) {
        if (id == documentId() && result.ok()) m_versionText->setPlainText(QString::fromUtf8(result.text));
    });
}

void RoutesPanel::startNew(const QString& kind) {
    choose(kind, u"(new)"_s);
    m_title->setText(tr("New: %1", "kind of document").arg(kindWord(kind)));
    m_subtitle->setText(tr("Give it a name of its own in the second line, then save it."));
    m_bar->clear();
    m_saved.clear();
    const QString draft = drafts::of(documentId());
    setEditorText(draft.isEmpty() ? templateOf(kind) : draft);
    m_tabs->setCurrentIndex(1);
    m_editor->setFocus();
    validate();
}

void RoutesPanel::setEditorText(const QString& text) {
    m_setting = true;
    m_editor->setPlainText(text);
    m_editor->setViolations({});
    m_check->clear();
    m_setting = false;
    m_valid = true;
    updateButtons();
}

void RoutesPanel::validate() {
    const QString text = m_editor->toPlainText();
    m_context.connection.api().post(u"/validate"_s, QJsonObject{{u"text"_s, text}}, this, [this, text](const client::ApiResult& result) {
        if (text != m_editor->toPlainText() || !result.ok()) return;
        QStringList pointers;
        QStringList sentences;
        for (const QJsonValue& value : result.object().value("violations"_L1).toArray()) {
            const QString pointer = value.toObject().value("pointer"_L1).toString();
            pointers << pointer;
            sentences << (pointer.isEmpty() ? QString() : pointer + u' ') + value.toObject().value("message"_L1).toString();
        }
        m_valid = sentences.isEmpty();
        m_editor->setViolations(pointers);
        m_check->setColor(m_valid ? Token::Good : Token::Bad);
        m_check->setText(m_valid ? tr("This is valid.") : sentences.mid(0, 5).join(u'\n'));
        updateButtons();
    });
}

void RoutesPanel::updateButtons() {
    const bool edited = m_editor->toPlainText() != m_saved;
    const bool mayEdit = m_context.connection.may(m_kind == "provider"_L1 ? client::Role::Operator : client::Role::Engineer);
    const bool mayPromote = m_context.connection.may(client::Role::Operator);
    m_save->setVisible(mayEdit);
    m_promote->setVisible(mayPromote);
    m_message->setVisible(mayEdit);
    m_revert->setVisible(mayEdit);
    m_editor->setReadOnly(!mayEdit);
    m_save->setEnabled(edited && m_valid);
    m_promote->setEnabled(m_valid && (edited || m_production != m_latest));
    m_revert->setEnabled(edited);
    const auto chosen = static_cast<qint64>(m_versions->row(m_versionTable->currentIndex().row()).value("version"_L1).toDouble());
    m_rollBack->setVisible(mayPromote);
    m_rollBack->setEnabled(chosen > 0 && chosen != m_production);
    m_tabs->setTabText(1, edited && !m_saved.isEmpty() ? tr("Edit (unsaved)") : tr("Edit"));
}

void RoutesPanel::save(bool promote) {
    const QString text = m_editor->toPlainText();
    // The gateway reads the text: it knows YAML, and what a document may say.
    const QString id = documentId();
    const bool isNew = m_latest == 0;
    QJsonObject body{{u"text"_s, text}, {u"message"_s, m_message->text().trimmed()}};
    if (!isNew) body.insert(u"expect_version"_s, m_latest);
    if (promote) body.insert(u"label"_s, u"production"_s);
    m_context.connection.api().post(u"/documents"_s, body, this, [this, id, isNew, promote](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("The version was not saved; your text is as it was."), *result.error);
            if (result.error->kind == client::ApiError::Kind::Conflict) m_bar->setAction(tr("Look at the versions"), [this] {
                m_tabs->setCurrentIndex(2);
                readVersions();
            });
            return;
        }
        drafts::discard(id);
        const QJsonObject saved = result.object();
        m_bar->clear();
        m_message->clear();
        const QString name = saved.value("name"_L1).toString();
        const int version = saved.value("version"_L1).toInt();
        Q_EMIT messageRequested(promote || isNew ? tr("%1, version %2, is live.").arg(name).arg(version) : tr("%1, version %2, is saved; it is not live yet.").arg(name).arg(version));
        if (id != documentId()) return;
        m_saved = m_editor->toPlainText();
        m_latest = version;
        if (isNew) {
            m_kind = saved.value("kind"_L1).toString();
            m_name = name;
            m_title->setText(name);
        }
        refresh();
        updateButtons();
    });
}

void RoutesPanel::moveProduction(qint64 version) {
    const QString kind = m_kind;
    const QString name = m_name;
    const qint64 before = m_production;
    const QString path = client::pathOf({u"documents"_s, kind, name, u"labels"_s, u"production"_s});
    m_context.connection.api().put(path, QJsonObject{{u"version"_s, version}, {u"expect"_s, before}}, this, [this, path, name, version, before](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("The live version was not changed."), *result.error);
            return;
        }
        Q_EMIT messageRequested(tr("%1: version %2 is live instead of %3.").arg(name).arg(version).arg(before), [this, path, version, before] {
            m_context.connection.api().put(path, QJsonObject{{u"version"_s, before}, {u"expect"_s, version}}, this, [this](const client::ApiResult& undone) {
                if (!undone.ok()) m_bar->showError(tr("It could not be undone."), *undone.error);
                refresh();
            });
        });
        refresh();
    });
}

void RoutesPanel::focusFilter() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool RoutesPanel::openLink(const QUrl& link) {
    const QStringList path = linkPath(link);
    if (path.size() < 2) return true;
    choose(path[0], path[1]);
    if (const int row = m_documents->rowOfId(path[0] + u'/' + path[1]); row >= 0) m_table->selectRow(row);
    return true;
}

QList<PanelKey> RoutesPanel::keys() const { return {{QKeySequence::Find, tr("Find a document by name")}, {QKeySequence(Qt::Key_Tab), tr("Two blanks, in the editor")}}; }

} // namespace signalbox::ui
