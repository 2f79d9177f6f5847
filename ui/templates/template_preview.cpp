#include "ui/templates/template_preview.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/templates/template_card.h"
#include "ui/widgets/code_highlighter.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString kindWord(const QString& kind) {
    if (kind == "workflow"_L1) return TemplatePreview::tr("Workflow");
    if (kind == "prompt"_L1) return TemplatePreview::tr("Prompt");
    if (kind == "route"_L1) return TemplatePreview::tr("Route");
    if (kind == "policy"_L1) return TemplatePreview::tr("Policy");
    if (kind == "runbook"_L1) return TemplatePreview::tr("Runbook");
    if (kind == "test_set"_L1) return TemplatePreview::tr("Test set");
    if (kind == "provider"_L1) return TemplatePreview::tr("Provider");
    return kind;
}

/// The documents of a file of several, without the template's own head.
QStringList documentsOf(const QString& file) {
    static const QRegularExpression kSeparator(u"(?:^|\\n)---[ \\t]*(?:\\n|$)"_s);
    QStringList texts;
    for (const QString& text : file.split(kSeparator, Qt::SkipEmptyParts))
        if (static const QRegularExpression kHead(u"(?:^|\\n)kind: *[\"']?template"_s); !text.contains(kHead) && !text.trimmed().isEmpty()) texts << text.trimmed() + u'\n';
    return texts;
}

} // namespace

TemplatePreview::TemplatePreview(client::Connection& connection, QWidget* parent)
    : QFrame(parent), m_connection(connection), m_title(new TextLabel({}, TextStyle::Heading)), m_text((new TextLabel({}, TextStyle::Body, Token::Muted))->wrapped()), m_bar(new MessageBar),
      m_use(new QPushButton(tr("Use this template"))), m_export(new QPushButton(tr("Export"))), m_delete(new QPushButton(tr("Delete"))), m_prefix(new QLineEdit), m_plan(new SentenceList),
      m_planNote((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()), m_register(new QPushButton(tr("Register these documents"))), m_documents(new QTabBar), m_yaml(new QPlainTextEdit) {
    setProperty("card", true);
    setObjectName(u"template-preview"_s);
    m_title->setMinimumWidth(60);
    m_use->setProperty("primary", true);
    m_use->setObjectName(u"template-use"_s);
    m_export->setObjectName(u"template-export"_s);
    m_export->setToolTip(tr("As one YAML file"));
    m_delete->setObjectName(u"template-delete"_s);
    m_documents->setObjectName(u"template-documents"_s);
    m_documents->setAccessibleName(tr("Documents of the template"));
    m_documents->setDrawBase(false);
    m_documents->setUsesScrollButtons(true);
    m_documents->setExpanding(false);
    m_documents->setElideMode(Qt::ElideNone);
    m_yaml->setReadOnly(true);
    m_yaml->setAccessibleName(tr("The document's text"));
    m_yaml->setLineWrapMode(QPlainTextEdit::NoWrap);
    CodeHighlighter::yaml(m_yaml->document());
    auto* close = new QToolButton;
    close->setAccessibleName(tr("Close the preview"));
    close->setToolTip(tr("Close the preview (Esc)"));
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto* buttons = new QWidget;
    auto* row = new FlowLayout(buttons);
    for (QPushButton* button : {m_use, m_export, m_delete}) row->addWidget(button);
    m_form = makeUseForm();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_text);
    column->addWidget(buttons);
    column->addWidget(m_bar);
    column->addWidget(m_form, 1);
    column->addWidget(m_documents);
    column->addWidget(m_yaml, 1);
    connect(close, &QToolButton::clicked, this, &TemplatePreview::closeRequested);
    connect(m_use, &QPushButton::clicked, this, &TemplatePreview::openUse);
    connect(m_export, &QPushButton::clicked, this, &TemplatePreview::exportRequested);
    connect(m_delete, &QPushButton::clicked, this, &TemplatePreview::deleteRequested);
    connect(m_documents, &QTabBar::currentChanged, this, &TemplatePreview::showDocument);
    connect(&connection, &client::Connection::identityChanged, this, &TemplatePreview::updateRole);
    const auto restyle = [this, close] {
        close->setIcon(Theme::current().icon(u"close"_s));
        m_use->setIcon(Theme::current().icon(u"plus"_s, Token::OnAccent));
        m_export->setIcon(Theme::current().icon(u"download"_s));
        m_delete->setIcon(Theme::current().icon(u"trash"_s));
        m_yaml->setFont(Theme::current().monoFont());
    };
    connect(&Theme::current(), &Theme::changed, this, restyle);
    restyle();
}

QWidget* TemplatePreview::makeUseForm() {
    auto* form = new QScrollArea;
    form->setObjectName(u"template-use-form"_s);
    form->setAccessibleName(tr("What will be registered"));
    form->setWidgetResizable(true);
    form->setFrameShape(QFrame::NoFrame);
    form->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->viewport()->setAutoFillBackground(false);
    auto* page = new QWidget;
    page->setProperty("page", true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 4, 4, 8);
    column->setSpacing(8);
    m_prefix->setPlaceholderText(tr("None: the names below as they are"));
    m_prefix->setAccessibleName(tr("Prefix of the names"));
    m_prefix->setObjectName(u"template-prefix"_s);
    m_prefix->setMaxLength(32);
    m_register->setProperty("primary", true);
    m_register->setObjectName(u"template-register"_s);
    auto* cancel = new QPushButton(tr("Cancel"));
    auto* label = new TextLabel(tr("Prefix for the names"));
    label->setBuddy(m_prefix);
    auto* buttons = new QWidget;
    auto* row = new FlowLayout(buttons);
    row->addWidget(m_register);
    row->addWidget(cancel);
    column->addWidget(label);
    column->addWidget(m_prefix);
    column->addWidget(new TextLabel(tr("This will be registered"), TextStyle::Heading));
    column->addWidget(m_plan);
    column->addWidget(m_planNote);
    column->addWidget(buttons);
    column->addStretch(1);
    form->setWidget(page);
    form->hide();
    connect(m_prefix, &QLineEdit::textChanged, this, &TemplatePreview::showPlan);
    connect(m_prefix, &QLineEdit::returnPressed, this, &TemplatePreview::use);
    connect(m_register, &QPushButton::clicked, this, &TemplatePreview::use);
    connect(cancel, &QPushButton::clicked, this, &TemplatePreview::closeUse);
    return form;
}

void TemplatePreview::updateRole() {
    const bool engineer = m_connection.may(client::Role::Engineer);
    m_use->setVisible(engineer && m_form->isHidden());
    m_delete->setVisible(engineer && !m_description.value("builtin"_L1).toBool());
}

void TemplatePreview::showTemplate(const QJsonObject& description) {
    const bool other = description.value("name"_L1).toString() != name();
    m_description = description;
    m_title->setText(description.value("title"_L1).toString(name()));
    setAccessibleName(m_title->text());
    m_text->setText(description.value("description"_L1).toString());
    updateRole();
    if (!other) return;
    closeUse();
    m_bar->clear();
    m_file.clear();
    m_export->setEnabled(false);
    m_texts.clear();
    while (m_documents->count() > 0) m_documents->removeTab(0);
    m_yaml->clear();
    readFile();
}

void TemplatePreview::readFile() {
    m_connection.api().get(client::pathOf({u"templates"_s, name(), u"file"_s}), {}, this, [this, wanted = name()](const client::ApiResult& result) {
        if (wanted != name()) return;
        if (!result.ok()) {
            m_bar->showError(tr("The template could not be read."), *result.error);
            return;
        }
        m_file = QString::fromUtf8(result.text);
        m_export->setEnabled(true);
        // The workflow is what one comes for: it stands first.
        QStringList texts = documentsOf(m_file);
        std::stable_partition(texts.begin(), texts.end(), [](const QString& text) { return text.startsWith("kind: workflow"_L1); });
        m_texts.clear();
        for (const QString& text : std::as_const(texts)) {
            static const QRegularExpression kKind(u"^kind: *[\"']?([a-z_]+)"_s, QRegularExpression::MultilineOption);
            static const QRegularExpression kName(u"^name: *[\"']?([a-z0-9._-]+)"_s, QRegularExpression::MultilineOption);
            const QString kind = kKind.match(text).captured(1);
            const QString whole = tr("%1 %2", "kind and name of a document").arg(kindWord(kind), kName.match(text).captured(1));
            const bool only = std::count_if(texts.begin(), texts.end(), [&](const QString& other) { return kKind.match(other).captured(1) == kind; }) == 1;
            m_texts << text;
            m_documents->setTabToolTip(m_documents->addTab(only ? kindWord(kind) : whole), whole);
        }
        showDocument(m_documents->currentIndex());
    });
}

void TemplatePreview::showDocument(int index) { m_yaml->setPlainText(m_texts.value(index)); }

QString TemplatePreview::prefixed(const QString& of) const {
    QString prefix = m_prefix->text().trimmed();
    if (prefix.isEmpty()) return of;
    if (!prefix.endsWith(u'-') && !prefix.endsWith(u'_') && !prefix.endsWith(u'.')) prefix += u'-';
    return prefix + of;
}

void TemplatePreview::openUse() {
    if (!m_connection.may(client::Role::Engineer)) return;
    m_form->show();
    m_use->hide();
    m_yaml->hide();
    m_documents->hide();
    m_prefix->setFocus();
    showPlan();
    readExisting();
}

bool TemplatePreview::closeUse() {
    if (m_form->isHidden()) return false;
    m_form->hide();
    m_yaml->show();
    m_documents->show();
    m_prefix->clear();
    updateRole();
    return true;
}

void TemplatePreview::readExisting() {
    m_connection.api().get(u"/documents"_s, {}, this, [this](const client::ApiResult& result) {
        if (!result.ok()) return;
        m_existing = result.items();
        showPlan();
    });
}

void TemplatePreview::showPlan() {
    QList<SentenceList::Sentence> sentences;
    int known = 0;
    static const QRegularExpression kRight(u"^[a-z0-9][a-z0-9._-]*$"_s);
    const bool right = m_prefix->text().trimmed().isEmpty() || kRight.match(m_prefix->text().trimmed()).hasMatch();
    const QJsonArray documents = m_description.value("documents"_L1).toArray();
    for (const QJsonValue& value : documents) {
        const QString kind = value.toObject().value("kind"_L1).toString();
        const QString target = prefixed(value.toObject().value("name"_L1).toString());
        const bool there = std::any_of(m_existing.begin(), m_existing.end(), [&](const QJsonValue& one) { return one["kind"_L1].toString() == kind && one["name"_L1].toString() == target; });
        known += there ? 1 : 0;
        const QString text = tr("%1 %2", "kind and name of a document").arg(kindWord(kind), target);
        if (there) sentences.append({u"warning"_s, Token::Warning, text, tr("There is one of this name. Unless it says the same, nothing is registered: give a prefix.")});
        else sentences.append({u"plus"_s, Token::Good, text, {}});
    }
    m_plan->set(sentences);
    m_register->setEnabled(right && !documents.isEmpty());
    m_prefix->setProperty("invalid", !right);
    m_planNote->setColor(right ? Token::Muted : Token::Bad);
    m_planNote->setText(!right  ? tr("A prefix has lower-case letters, digits, '-', '_' and '.', and begins with a letter or digit.")
                        : known ? tr("With a prefix, the new documents get names of their own.")
                                : tr("New documents are live at once, on the sandbox: no call leaves this machine until you change the route."));
}

void TemplatePreview::use() {
    if (!m_register->isEnabled() || m_form->isHidden()) return;
    QJsonObject body;
    if (const QString prefix = m_prefix->text().trimmed(); !prefix.isEmpty()) body.insert(u"prefix"_s, prefix);
    QString workflow;
    const QJsonArray documents = m_description.value("documents"_L1).toArray();
    for (const QJsonValue& document : documents)
        if (document["kind"_L1].toString() == "workflow"_L1 && workflow.isEmpty()) workflow = prefixed(document["name"_L1].toString());
    m_register->setEnabled(false);
    m_connection.api().post(client::pathOf({u"templates"_s, name(), u"use"_s}), body, this, [this, workflow](const client::ApiResult& result) {
        m_register->setEnabled(true);
        if (!result.ok()) {
            m_bar->showError(tr("Nothing was registered."), *result.error);
            m_prefix->setFocus();
            return;
        }
        m_bar->clear();
        closeUse();
        Q_EMIT used(workflow);
    });
}

} // namespace signalbox::ui
