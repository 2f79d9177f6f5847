#include "ui/prompts/prompt_editor.h"

#include "core/client/connection.h"
#include "ui/prompts/message_card.h"
#include "ui/prompts/parameters_form.h"
#include "ui/versions/open_document.h"
#include "ui/widgets/drafts.h"
#include "ui/widgets/focus_heir.h"
#include "ui/widgets/json_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/template_highlighter.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

PromptEditor::PromptEditor(OpenDocument& prompt, QWidget* parent)
    : QWidget(parent), m_prompt(prompt), m_bar(new MessageBar), m_scroll(new QScrollArea), m_nameRow(new QWidget), m_name(new QLineEdit), m_cardColumn(new QVBoxLayout), m_add(new QPushButton(tr("Add a message"))),
      m_text(new TemplateEditor), m_uses((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()), m_variables(new JsonField), m_fromUses(new QPushButton(tr("Write one from what the text uses"))),
      m_parametersSection(new QWidget), m_parameters(new ParametersForm), m_description(new QLineEdit), m_check((new TextLabel)->wrapped()), m_tokens(new TextLabel({}, TextStyle::Caption, Token::Muted)),
      m_message(new QLineEdit), m_discard(new QPushButton(tr("Discard edits"))), m_save(new QPushButton(tr("Save version"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(makePage(), 1);
    column->addWidget(makeFoot());

    connect(&prompt, &OpenDocument::opened, this, &PromptEditor::onOpened);
    connect(&prompt, &OpenDocument::versionsChanged, this, &PromptEditor::onVersions);
    connect(&prompt.connection(), &client::Connection::identityChanged, this, &PromptEditor::updateState);
    m_typing.setSingleShot(true);
    m_typing.setInterval(300);
    connect(&m_typing, &QTimer::timeout, this, [this] {
        keepNow();
        validate();
    });
    updateState();
}

QWidget* PromptEditor::makePage() {
    auto* page = new QWidget;
    page->setProperty("page", true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 8, 8);
    column->setSpacing(8);

    auto* nameRow = new QHBoxLayout(m_nameRow);
    nameRow->setContentsMargins(0, 0, 0, 0);
    nameRow->setSpacing(8);
    m_name->setPlaceholderText(tr("support-reply"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setObjectName(u"prompt-name"_s);
    m_name->setToolTip(tr("Lower-case letters, digits, - _ and . ; at most 64"));
    nameRow->addWidget(new TextLabel(tr("Name"), TextStyle::Body, Token::Muted));
    nameRow->addWidget(m_name, 1);
    column->addWidget(m_nameRow);

    m_cardColumn->setSpacing(8);
    column->addLayout(m_cardColumn);
    m_add->setIcon(Theme::current().icon(u"plus"_s));
    m_add->setObjectName(u"message-add"_s);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    m_text->setHeightInLines(8, 40);
    m_text->setAccessibleName(tr("Text of the part"));
    column->addWidget(m_text);

    const auto heading = [column](const QString& text) {
        column->addSpacing(8);
        column->addWidget(new TextLabel(text, TextStyle::Heading));
    };
    heading(tr("Variables"));
    column->addWidget(m_uses);
    m_variables->setObjectName(u"prompt-variables"_s);
    m_variables->setAccessibleName(tr("Contract of the variables, as JSON Schema"));
    m_variables->setPlaceholderText(tr("No contract: every variable that the text uses is required, of any type."));
    m_variables->setFixedHeight(QFontMetrics(m_variables->font()).lineSpacing() * 10);
    column->addWidget(m_variables);
    m_fromUses->setProperty("flat", true);
    column->addWidget(m_fromUses, 0, Qt::AlignLeft);

    auto* parameterColumn = new QVBoxLayout(m_parametersSection);
    parameterColumn->setContentsMargins(0, 8, 0, 0);
    parameterColumn->setSpacing(8);
    parameterColumn->addWidget(new TextLabel(tr("Parameters"), TextStyle::Heading));
    parameterColumn->addWidget(m_parameters);
    column->addWidget(m_parametersSection);

    heading(tr("Description"));
    m_description->setAccessibleName(tr("Description"));
    m_description->setPlaceholderText(tr("What it is for, in one line"));
    column->addWidget(m_description);
    column->addStretch(1);

    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("The prompt"));
    m_scroll->viewport()->setAutoFillBackground(false);

    connect(m_add, &QPushButton::clicked, this, [this] {
        const QString last = m_cards.isEmpty() ? QString() : m_cards.last()->message().role;
        MessageCard* card = addCard({last == "user"_L1 ? u"assistant"_s : u"user"_s, {}});
        arrange();
        onEdited();
        card->editor()->setFocus();
    });
    connect(m_fromUses, &QPushButton::clicked, this, [this] {
        QJsonObject properties;
        const QStringList used = templateVariables(draft().allText());
        for (const QString& name : used) properties.insert(name, QJsonObject{{u"type"_s, u"string"_s}});
        m_variables->setValue(QJsonObject{{u"type"_s, u"object"_s}, {u"required"_s, QJsonArray::fromStringList(used)}, {u"properties"_s, properties}});
        onEdited();
    });
    for (QLineEdit* edit : {m_name, m_description, m_message}) connect(edit, &QLineEdit::textEdited, this, &PromptEditor::onEdited);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PromptEditor::onEdited);
    connect(m_variables, &JsonField::edited, this, &PromptEditor::onEdited);
    connect(m_parameters, &ParametersForm::edited, this, &PromptEditor::onEdited);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        m_add->setIcon(Theme::current().icon(u"plus"_s));
        m_variables->setFixedHeight(QFontMetrics(Theme::current().monoFont()).lineSpacing() * 10);
    });
    return m_scroll;
}

QWidget* PromptEditor::makeFoot() {
    auto* foot = new QWidget;
    m_check->setObjectName(u"prompt-check"_s);
    m_check->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    m_message->setPlaceholderText(tr("Why this change (kept with the version)"));
    m_message->setAccessibleName(tr("Why this change"));
    m_message->setObjectName(u"prompt-message"_s);
    m_message->setMinimumWidth(120);
    m_save->setProperty("primary", true);
    m_save->setObjectName(u"prompt-save"_s);
    m_save->setToolTip(tr("Ctrl+S. It does not go live by that."));
    m_discard->setObjectName(u"prompt-discard"_s);
    setHeir(m_save, m_message);
    setHeir(m_discard, m_message);
    m_tokens->setToolTip(tr("Estimated from the length, without the variables; vendors count differently"));
    auto* checkRow = new QHBoxLayout;
    checkRow->setSpacing(12);
    checkRow->addWidget(m_check, 1);
    checkRow->addWidget(m_tokens, 0, Qt::AlignTop);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_message, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(checkRow);
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &PromptEditor::save);
    connect(m_discard, &QPushButton::clicked, this, &PromptEditor::discard);
    connect(m_message, &QLineEdit::returnPressed, this, &PromptEditor::save);
    return foot;
}

QString PromptEditor::draftKey() const { return m_gateway + u"/prompt/"_s + (m_openName.isEmpty() ? u"(new)"_s : m_openName); }

void PromptEditor::onOpened() {
    if (m_ready) keepNow();
    m_typing.stop();
    m_validation.cancel();
    m_gateway = m_prompt.connection().name();
    m_openName = m_prompt.name();
    m_ready = false;
    m_onTop = 0;
    m_saved = {};
    m_bar->clear();
    m_check->clear();
    show({});
    updateState();
}

void PromptEditor::onVersions() {
    const qint64 latest = m_prompt.latest();
    if (m_prompt.name() != m_openName || latest == 0) return;
    if (m_ready && latest == m_base) return updateState();
    if (m_ready && isEdited()) {
        // Somebody saved meanwhile: the edits stay, and it is said before one tries to save.
        const QJsonObject other = m_prompt.version(latest);
        if (m_onTop != latest) {
            m_bar->show(MessageBar::Kind::Warning, tr("Version %1 was saved meanwhile by %2.").arg(latest).arg(other.value("author"_L1).toString()),
                        tr("Your edits began from version %1 and are kept. Compare, take over what you want; then save on top of it.").arg(m_base));
            m_bar->setAction(tr("Compare"), [this, latest] { Q_EMIT compareRequested(latest); });
        }
        return updateState();
    }
    m_prompt.spec(latest, this, [this, latest](const QJsonObject& spec) { begin(spec, latest); });
}

void PromptEditor::begin(const QJsonObject& spec, qint64 version) {
    if (m_prompt.name() != m_openName || (m_ready && isEdited())) return;
    m_saved = PromptDraft::fromSpec(spec, version);
    m_onTop = 0;
    const auto kept = PromptDraft::fromText(drafts::of(draftKey()));
    m_ready = true;
    if (!kept || kept->sameAs(m_saved)) {
        show(m_saved);
        updateState();
        validate();
        Q_EMIT edited();
        return;
    }
    show(*kept);
    m_bar->show(MessageBar::Kind::Information, tr("These are your edits from before, which were not saved yet."),
                kept->base == version ? tr("They began from version %1, the newest.").arg(version)
                                      : tr("They began from version %1; the newest is %2 now. Compare before you save.").arg(kept->base).arg(version));
    m_bar->setAction(tr("Compare"), [this, version] { Q_EMIT compareRequested(version); });
    updateState();
    validate();
    Q_EMIT edited();
}

void PromptEditor::startNew(bool partial) {
    m_openName.clear();
    m_saved = PromptDraft::fresh(partial);
    m_ready = true;
    const auto kept = PromptDraft::fromText(drafts::of(draftKey()));
    if (kept && kept->partial == partial && !kept->sameAs(m_saved)) {
        show(*kept);
        m_bar->show(MessageBar::Kind::Information, tr("This is the new prompt that you began before."));
    } else {
        show(m_saved);
    }
    updateState();
    m_name->setFocus();
}

void PromptEditor::show(const PromptDraft& draft) {
    m_setting = true;
    m_partial = draft.partial;
    m_base = draft.base;
    m_name->setText(draft.name);
    setMessages(draft.messages);
    m_text->setPlainText(draft.text);
    m_text->setVisible(draft.partial);
    m_add->setVisible(!draft.partial);
    m_parametersSection->setVisible(!draft.partial);
    m_variables->setPlainText(draft.variables);
    m_parameters->setParameters(draft.parameters);
    m_parameters->setProblems({});
    m_description->setText(draft.description);
    m_message->setText(draft.message);
    m_setting = false;
    m_scroll->widget()->updateGeometry();
}

PromptDraft PromptEditor::draft() const {
    PromptDraft draft;
    draft.base = m_base;
    draft.name = m_name->text().trimmed();
    draft.partial = m_partial;
    draft.description = m_description->text();
    if (!m_partial)
        for (const MessageCard* card : m_cards) draft.messages.append(card->message());
    else draft.text = m_text->toPlainText();
    draft.variables = m_variables->toPlainText();
    draft.parameters = m_parameters->parameters();
    draft.message = m_message->text();
    return draft;
}

bool PromptEditor::isEdited() const { return m_ready && !draft().sameAs(m_saved); }

void PromptEditor::keepNow() {
    if (!m_ready) return;
    if (isEdited() || !m_message->text().isEmpty()) drafts::keep(draftKey(), draft().toText());
    else drafts::discard(draftKey());
}

void PromptEditor::focusText() {
    if (m_prompt.isNew()) m_name->setFocus(Qt::OtherFocusReason);
    else if (m_partial) m_text->setFocus(Qt::OtherFocusReason);
    else if (!m_cards.isEmpty()) m_cards.first()->editor()->setFocus(Qt::OtherFocusReason);
}

} // namespace signalbox::ui
