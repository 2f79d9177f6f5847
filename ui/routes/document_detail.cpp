#include "ui/routes/document_detail.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/routes/document_list.h"
#include "ui/routes/explanation_page.h"
#include "ui/routes/templates.h"
#include "ui/versions/editor_page.h"
#include "ui/versions/label_move.h"
#include "ui/versions/open_document.h"
#include "ui/versions/promote_sheet.h"
#include "ui/versions/protect_sheet.h"
#include "ui/versions/state_cards.h"
#include "ui/versions/version_list.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

DocumentDetail::DocumentDetail(client::Connection& connection, MessageBar* bar, QWidget* parent)
    : QWidget(parent), m_connection(connection), m_bar(bar), m_title(new TextLabel({}, TextStyle::Heading)), m_subtitle((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()), m_tabs(new QTabWidget),
      m_explanation(new ExplanationPage(connection)), m_editor(new EditorPage(connection, u"document"_s, EditorPage::Foot::OneRow, bar)), m_versions(new VersionList(connection, u"versions"_s)),
      m_protect(new QPushButton), m_live(new QPushButton(tr("Make this version live"))) {
    m_editor->layout()->setContentsMargins(12, 12, 12, 12);
    m_tabs->addTab(m_explanation, tr("What it does"));
    m_tabs->addTab(m_editor, tr("Edit"));
    m_tabs->addTab(makeVersionsPage(), tr("Versions"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_live->setObjectName(u"document-live"_s);
    m_protect->setObjectName(u"document-protect"_s);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    for (const auto& kind : {u"route"_s, u"policy"_s, u"provider"_s}) addApprovals(kind, column);
    column->addWidget(m_tabs, 1);

    connect(m_editor, &EditorPage::messageRequested, this, &DocumentDetail::messageRequested);
    connect(m_editor, &EditorPage::editedChanged, this, [this](bool edited) { m_tabs->setTabText(Edit, edited ? tr("Edit (unsaved)") : tr("Edit")); });
    connect(m_editor, &EditorPage::versionsRequested, this, [this] {
        m_tabs->setCurrentIndex(Versions);
        readVersions();
    });
    connect(m_editor, &EditorPage::approvalNeeded, this, [this](const QString& name, qint64 version) {
        if (name != m_name) return;
        m_bar->show(MessageBar::Kind::Warning, tr("The live version of %1 is protected.").arg(name), tr("Version %1 is saved; it goes live when you ask for it and another person approves.").arg(version));
        m_bar->setAction(tr("Request approval…"), [this, version] { askForApproval(version); });
    });
    connect(m_editor, &EditorPage::saved, this, [this](const QString& name, const QString& kind) {
        if (m_name.isEmpty() && m_editor->name() == name) begin(kind, name);
        if (kind == m_kind && name == m_name) refresh();
        Q_EMIT changed();
    });
    connect(&connection, &client::Connection::identityChanged, this, &DocumentDetail::updateButtons);
    updateButtons();
}

void DocumentDetail::addApprovals(const QString& kind, QBoxLayout* column) {
    auto* document = new OpenDocument(m_connection, kind, this);
    auto* cards = new StateCards(*document);
    auto* sheet = new PromoteSheet(*document);
    m_documents.insert(kind, document);
    auto* protection = new ProtectSheet(*document);
    m_sheets.insert(kind, sheet);
    m_protections.insert(kind, protection);
    column->addWidget(cards);
    column->addWidget(protection);
    column->addWidget(sheet, 1);
    connect(document, &OpenDocument::stateChanged, this, [this, kind, document] {
        if (kind != m_kind) return;
        m_versions->setProtected(document->protectedLabels());
        updateButtons();
    });
    connect(protection, &ProtectSheet::messageRequested, this, &DocumentDetail::messageRequested);
    connect(protection, &ProtectSheet::changed, this, &DocumentDetail::changed);
    connect(cards, &StateCards::compareRequested, this, [this](qint64, qint64 to) { askForApproval(to); });
    connect(cards, &StateCards::messageRequested, this, &DocumentDetail::messageRequested);
    connect(sheet, &PromoteSheet::messageRequested, this, &DocumentDetail::messageRequested);
    connect(sheet, &PromoteSheet::closed, m_tabs, &QWidget::show);
}

void DocumentDetail::askForApproval(qint64 version) {
    m_tabs->hide();
    m_sheets.value(m_kind)->open(version, u"production"_s);
}

QWidget* DocumentDetail::makeVersionsPage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_versions->setStretchFactor(0, 1);
    m_versions->setStretchFactor(1, 2);
    column->addWidget(m_versions, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_protect);
    row->addWidget(m_live);
    column->addLayout(row);
    connect(m_protect, &QPushButton::clicked, this, [this] { protection()->open(u"production"_s); });
    connect(m_versions, &VersionList::chosenChanged, this, &DocumentDetail::updateButtons);
    connect(m_live, &QPushButton::clicked, this, [this] {
        if (const qint64 version = m_versions->chosen(); version > 0) makeLive(version);
    });
    return page;
}

void DocumentDetail::open(const QString& kind, const QString& name) {
    if (kind == m_kind && name == m_name) return;
    begin(kind, name);
    refresh();
}

void DocumentDetail::showVersions() { m_tabs->setCurrentIndex(Versions); }

void DocumentDetail::showVersion(qint64 version) {
    m_tabs->setCurrentIndex(Versions);
    m_versions->choose(version);
}

void DocumentDetail::startNew(const QString& kind) {
    begin(kind, {});
    m_title->setText(tr("New: %1", "kind of document").arg(kindWord(kind)));
    m_subtitle->setText(tr("Give it a name of its own in the second line, then save it."));
    m_tabs->setCurrentIndex(Edit);
    m_editor->startNew(kind, templateOf(kind));
}

void DocumentDetail::begin(const QString& kind, const QString& name) {
    m_kind = kind;
    m_name = name;
    m_title->setText(name);
    m_subtitle->setText(kindWord(kind));
    // A provider says where calls and their data go.
    m_editor->setRoles(kind == "provider"_L1 ? client::Role::Operator : client::Role::Engineer, client::Role::Operator);
    for (OpenDocument* document : std::as_const(m_documents)) document->open({});
    m_explanation->setDocument(kind, name);
    m_versions->setDocument(kind, name);
    updateButtons();
}

void DocumentDetail::refresh() {
    if (m_name.isEmpty()) return;
    m_editor->open(m_kind, m_name);
    m_explanation->refresh();
    OpenDocument* document = m_documents.value(m_kind);
    if (document->name() == m_name) document->refresh();
    else document->open(m_name);
    readVersions();
}

void DocumentDetail::readVersions() {
    m_connection.api().get(client::pathOf({u"documents"_s, m_kind, m_name, u"versions"_s}), {}, this, [this, id = id()](const client::ApiResult& result) {
        if (id != this->id()) return;
        if (!result.ok()) {
            m_bar->showError(tr("The versions of %1 could not be read.").arg(m_name), *result.error);
            return;
        }
        m_versions->setVersions(result.items());
        m_versions->chooseOne();
        const qint64 latest = m_versions->latest();
        const qint64 live = m_versions->labelled(u"production"_s);
        m_editor->setVersions(latest, live);
        m_subtitle->setText(live == latest ? tr("%1 · version %2 is live").arg(kindWord(m_kind)).arg(live) : tr("%1 · version %2 is live, %3 is the newest").arg(kindWord(m_kind)).arg(live).arg(latest));
        updateButtons();
    });
}

void DocumentDetail::makeLive(qint64 version) {
    const LabelMove move{client::pathOf({u"documents"_s, m_kind, m_name, u"labels"_s, u"production"_s}), m_versions->labelled(u"production"_s), version};
    moveLabel(m_connection.api(), move, this, [this, move, name = m_name](const client::ApiResult& result) {
        if (!result.ok() && result.error->code == "approval_required"_L1) {
            if (name == m_name) askForApproval(move.to);
            return;
        }
        if (!result.ok()) {
            m_bar->showError(tr("The live version was not changed."), *result.error);
            return;
        }
        const auto read = [this] {
            refresh();
            Q_EMIT changed();
        };
        Q_EMIT messageRequested(tr("%1: version %2 is live instead of %3.").arg(name).arg(move.to).arg(move.from), undoOf(m_connection.api(), move, this, m_bar, read));
        read();
    });
}

void DocumentDetail::updateButtons() {
    const qint64 chosen = m_versions->chosen();
    const ProtectSheet* protect = protection();
    m_protect->setVisible(protect && protect->isOffered());
    if (protect) m_protect->setText(protect->actionTitle());
    m_live->setVisible(m_connection.may(client::Role::Operator));
    m_live->setEnabled(chosen > 0 && chosen != m_versions->labelled(u"production"_s));
}

} // namespace signalbox::ui
