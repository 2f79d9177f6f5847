#include "ui/workflows/editor_page.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/widgets/document_editor.h"
#include "ui/widgets/drafts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

EditorPage::EditorPage(client::Connection& connection, QWidget* parent)
    : QWidget(parent), m_connection(connection), m_bar(new MessageBar), m_editor(new DocumentEditor), m_check((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()), m_message(new QLineEdit),
      m_revert(new QPushButton(tr("Discard edits"))), m_save(new QPushButton(tr("Save version"))), m_promote(new QPushButton(tr("Save and make live"))) {
    m_editor->setObjectName(u"workflow-yaml"_s);
    m_save->setObjectName(u"workflow-save"_s);
    m_save->setToolTip(tr("Ctrl+S"));
    m_promote->setObjectName(u"workflow-promote"_s);
    m_message->setPlaceholderText(tr("Why this change (kept with the version)"));
    m_message->setAccessibleName(tr("Why this change"));
    m_message->setObjectName(u"workflow-message"_s);
    auto* buttons = new QWidget;
    auto* row = new FlowLayout(buttons);
    for (QWidget* button : {m_revert, m_save, m_promote}) row->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_editor, 1);
    column->addWidget(m_check);
    column->addWidget(m_message);
    column->addWidget(buttons);

    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (m_setting) return;
        updateButtons();
        m_typing.start();
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(350);
    connect(&m_typing, &QTimer::timeout, this, [this] {
        keepDraft();
        validate();
    });
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_promote, &QPushButton::clicked, this, [this] { save(true); });
    auto* shortcut = new QShortcut(QKeySequence::Save, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this] {
        if (m_save->isEnabled() && !m_save->isHidden()) save(false);
    });
    connect(m_revert, &QPushButton::clicked, this, [this] {
        const QString edits = m_editor->toPlainText();
        setText(m_saved);
        drafts::discard(draftId());
        Q_EMIT messageRequested(tr("The edits are discarded."), [this, edits, id = draftId()] {
            if (draftId() != id) return;
            setText(edits);
            m_typing.start();
        });
    });
    connect(&connection, &client::Connection::identityChanged, this, &EditorPage::updateButtons);
    updateButtons();
}

bool EditorPage::isEdited() const { return m_editor->toPlainText() != m_saved; }

QString EditorPage::text() const { return m_editor->toPlainText(); }

void EditorPage::keepDraft() {
    if (isEdited()) drafts::keep(draftId(), m_editor->toPlainText());
    else drafts::discard(draftId());
}

void EditorPage::setWorkflow(const QString& name) {
    if (name != m_name || m_saved.isEmpty()) {
        if (m_typing.isActive()) { // edits of the one that is left
            m_typing.stop();
            keepDraft();
        }
        if (name != m_name) {
            m_latest = m_production = 0;
            m_message->clear();
            m_bar->clear();
            m_saved.clear();
            setText({});
        }
    }
    m_name = name;
    read();
}

void EditorPage::read() {
    const QString name = m_name;
    const bool wasEdited = !m_saved.isEmpty() && isEdited();
    QUrlQuery latest;
    latest.addQueryItem(u"label"_s, u"latest"_s);
    m_connection.api().get(client::pathOf({u"documents"_s, u"workflow"_s, name, u"yaml"_s}), latest, this, [this, name, wasEdited](const client::ApiResult& result) {
        if (name != m_name) return;
        if (!result.ok()) {
            m_bar->showError(tr("The text of %1 could not be read.").arg(name), *result.error);
            return;
        }
        m_saved = QString::fromUtf8(result.text);
        if (wasEdited) return updateButtons(); // what is typed stays
        const QString draft = drafts::of(draftId());
        if (const QString shown = draft.isEmpty() ? m_saved : draft; shown != m_editor->toPlainText()) setText(shown);
        else updateButtons();
        if (!draft.isEmpty() && draft != m_saved) {
            m_check->setText(tr("These are edits that were not saved yet."));
            m_check->setColor(Token::Warning);
            m_typing.start();
        }
    });
}

void EditorPage::startNew(const QString& text) {
    if (m_typing.isActive()) {
        m_typing.stop();
        keepDraft();
    }
    m_name.clear();
    m_saved.clear();
    m_latest = m_production = 0;
    m_bar->clear();
    m_message->clear();
    const QString draft = drafts::of(draftId());
    setText(draft.isEmpty() ? text : draft);
    m_editor->setFocus();
    validate();
}

void EditorPage::setVersions(qint64 latest, qint64 production) {
    m_latest = latest;
    m_production = production;
    updateButtons();
}

void EditorPage::setText(const QString& text) {
    m_setting = true;
    m_editor->setPlainText(text);
    m_editor->setViolations({});
    m_check->clear();
    m_setting = false;
    m_valid = true;
    updateButtons();
}

void EditorPage::validate() {
    const QString text = m_editor->toPlainText();
    m_connection.api().post(u"/validate"_s, QJsonObject{{u"text"_s, text}}, this, [this, text](const client::ApiResult& result) {
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

void EditorPage::updateButtons() {
    const bool edited = isEdited();
    const bool mayEdit = m_connection.may(client::Role::Engineer);
    for (QWidget* widget : {static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_revert)}) widget->setVisible(mayEdit);
    m_promote->setVisible(mayEdit);
    m_editor->setReadOnly(!mayEdit);
    m_save->setEnabled(edited && m_valid);
    m_promote->setEnabled(m_valid && (edited || (m_latest > 0 && m_production != m_latest)));
    m_revert->setEnabled(edited && !m_saved.isEmpty());
    const bool marked = edited && !m_saved.isEmpty();
    if (marked == m_wasEdited) return;
    m_wasEdited = marked;
    Q_EMIT editedChanged(marked);
}

void EditorPage::save(bool promoteToo) {
    QJsonObject body{{u"text"_s, m_editor->toPlainText()}, {u"message"_s, m_message->text().trimmed()}};
    if (m_latest > 0) body.insert(u"expect_version"_s, m_latest);
    m_save->setEnabled(false);
    m_promote->setEnabled(false);
    m_connection.api().post(u"/documents"_s, body, this, [this, promoteToo, id = draftId()](const client::ApiResult& result) { savedAs(result, id, promoteToo); });
}

void EditorPage::savedAs(const client::ApiResult& result, const QString& id, bool promoteToo) {
    updateButtons();
    if (!result.ok()) {
        m_bar->showError(tr("The version was not saved; your text is as it was."), *result.error);
        if (result.error->kind == client::ApiError::Kind::Conflict) m_bar->setAction(tr("Look at the versions"), [this] { Q_EMIT versionsRequested(); });
        QStringList pointers;
        for (const client::Violation& violation : result.error->violations) pointers << violation.pointer;
        if (!pointers.isEmpty()) m_editor->setViolations(pointers);
        return;
    }
    drafts::discard(id);
    m_bar->clear();
    const QString name = result.object().value("name"_L1).toString();
    const qint64 version = result.object().value("version"_L1).toInt();
    const bool isNew = m_latest == 0;
    const qint64 before = m_production;
    const QString message = m_message->text().trimmed();
    if (id == draftId()) {
        m_saved = m_editor->toPlainText();
        m_latest = version;
        m_message->clear();
        updateButtons();
    }
    if (promoteToo && !isNew) {
        promote(name, version, before, message);
        return;
    }
    Q_EMIT messageRequested(isNew ? tr("%1, version %2, is live.").arg(name).arg(version) : tr("%1, version %2, is saved; it is not live yet.").arg(name).arg(version));
    Q_EMIT saved(name);
}

void EditorPage::promote(const QString& name, qint64 version, qint64 before, const QString& message) {
    const QString path = client::pathOf({u"documents"_s, u"workflow"_s, name, u"labels"_s, u"production"_s});
    QJsonObject body{{u"version"_s, version}, {u"message"_s, message}};
    if (before > 0) body.insert(u"expect"_s, before);
    m_connection.api().put(path, body, this, [this, path, name, version, before, message](const client::ApiResult& result) {
        Q_EMIT saved(name);
        if (!result.ok() && result.error->code == "approval_required"_L1) {
            Q_EMIT approvalNeeded(name, version, message);
            return;
        }
        if (!result.ok()) {
            m_bar->showError(tr("Version %1 is saved, but it was not made live.").arg(version), *result.error);
            return;
        }
        Q_EMIT messageRequested(tr("%1, version %2, is live.").arg(name).arg(version), [this, path, name, version, before] {
            m_connection.api().put(path, QJsonObject{{u"version"_s, before}, {u"expect"_s, version}}, this, [this, name](const client::ApiResult& undone) {
                if (!undone.ok()) m_bar->showError(tr("It could not be undone."), *undone.error);
                Q_EMIT saved(name);
            });
        });
    });
}

} // namespace signalbox::ui
