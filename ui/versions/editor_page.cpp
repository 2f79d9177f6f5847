#include "ui/versions/editor_page.h"

#include "core/client/resources.h"
#include "ui/versions/label_move.h"
#include "ui/widgets/document_editor.h"
#include "ui/widgets/drafts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/focus_heir.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// Edits as they are kept on disk: with the version that they began from, since others may save meanwhile.
struct Draft {
    QString text;
    qint64 base = 0;
};

QString toText(const Draft& draft) { return QString::fromUtf8(QJsonDocument(QJsonObject{{u"base"_s, draft.base}, {u"text"_s, draft.text}}).toJson()); }

Draft draftOf(const QString& kept) {
    const QJsonObject draft = QJsonDocument::fromJson(kept.toUtf8()).object();
    return {draft.value("text"_L1).toString(), draft.value("base"_L1).toInteger()};
}

/// The line (from 0) that the gateway names where a text is no YAML, "Line 4, column 7: ..."; -1: none.
int lineIn(const QString& message) {
    static const QRegularExpression kLine(u"^Line (\\d+), "_s);
    const QRegularExpressionMatch match = kLine.match(message);
    return match.hasMatch() ? match.captured(1).toInt() - 1 : -1;
}

} // namespace

EditorPage::EditorPage(client::Connection& connection, const QString& names, Foot foot, MessageBar* bar, QWidget* parent)
    : QWidget(parent), m_connection(connection), m_bar(bar ? bar : new MessageBar), m_editor(new DocumentEditor), m_check((new TextLabel({}, TextStyle::Caption, Token::Muted))->wrapped()), m_message(new QLineEdit),
      m_revert(new QPushButton(tr("Discard edits"))), m_save(new QPushButton(tr("Save version"))), m_promote(new QPushButton(tr("Save and make live"))) {
    m_editor->setObjectName(names + u"-yaml"_s);
    m_save->setObjectName(names + u"-save"_s);
    m_save->setToolTip(tr("Ctrl+S"));
    m_promote->setObjectName(names + u"-promote"_s);
    m_message->setPlaceholderText(tr("Why this change"));
    m_message->setToolTip(tr("Kept with the version"));
    m_message->setAccessibleName(tr("Why this change"));
    m_message->setObjectName(names + u"-message"_s);
    layOut(foot, bar == nullptr);

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
    connect(m_revert, &QPushButton::clicked, this, &EditorPage::discard);
    onKeys(this, QKeySequence::Save, [this] {
        if (m_save->isEnabled() && !m_save->isHidden()) save(false);
    });
    connect(&connection, &client::Connection::identityChanged, this, &EditorPage::updateButtons);
    updateButtons();
}

void EditorPage::layOut(Foot foot, bool ownBar) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    if (ownBar) column->addWidget(m_bar);
    column->addWidget(m_editor, 1);
    column->addWidget(m_check);
    const QList<QWidget*> buttons{m_revert, m_save, m_promote};
    for (QWidget* button : buttons) setHeir(button, m_editor);
    if (foot == Foot::OneRow) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(m_message, 1);
        for (QWidget* button : buttons) row->addWidget(button);
        column->addLayout(row);
    } else {
        auto* row = new QWidget;
        auto* flow = new FlowLayout(row);
        for (QWidget* button : buttons) flow->addWidget(button);
        column->addWidget(m_message);
        column->addWidget(row);
    }
}

void EditorPage::setRoles(client::Role edit, client::Role promote) {
    m_editRole = edit;
    m_promoteRole = promote;
    updateButtons();
}

bool EditorPage::isEdited() const { return m_editor->toPlainText() != m_saved; }

void EditorPage::open(const QString& kind, const QString& name) {
    if (kind == m_kind && name == m_name) return;
    begin(kind, name);
    setText({});
}

void EditorPage::startNew(const QString& kind, const QString& text) {
    begin(kind, {});
    m_original = text;
    const QString draft = draftOf(drafts::of(draftId())).text;
    setText(draft.isEmpty() ? text : draft);
    m_editor->setFocus();
    validate();
}

/// Another document; edits of the one that is left are kept.
void EditorPage::begin(const QString& kind, const QString& name) {
    if (m_typing.isActive()) {
        m_typing.stop();
        keepDraft();
    }
    m_gateway = m_connection.name();
    m_kind = kind;
    m_name = name;
    m_saved.clear();
    m_original.clear();
    m_latest = m_production = m_read = m_base = m_onTop = 0;
    m_bar->clear();
    m_message->clear();
}

void EditorPage::setVersions(qint64 latest, qint64 production) {
    m_latest = latest;
    m_production = production;
    updateButtons();
    if (latest > 0 && latest != m_read) read(latest);
}

void EditorPage::read(qint64 version) {
    QUrlQuery query;
    query.addQueryItem(u"version"_s, QString::number(version));
    m_connection.api().get(client::pathOf({u"documents"_s, m_kind, m_name, u"yaml"_s}), query, this, [this, id = draftId(), version](const client::ApiResult& result) {
        if (id != draftId()) return;
        if (!result.ok()) {
            m_bar->showError(tr("The text of %1 could not be read.").arg(m_name), *result.error);
            return;
        }
        const bool wasEdited = !m_saved.isEmpty() && isEdited();
        m_saved = m_original = QString::fromUtf8(result.text);
        m_read = version;
        if (wasEdited) return updateButtons(); // what is typed stays, and the version that it began from
        const Draft draft = draftOf(drafts::of(id));
        const bool hasEdits = !draft.text.isEmpty() && draft.text != m_saved;
        m_base = hasEdits && draft.base > 0 ? draft.base : version;
        m_onTop = 0;
        if (const QString shown = hasEdits ? draft.text : m_saved; shown != m_editor->toPlainText()) setText(shown);
        else updateButtons();
        if (hasEdits) {
            m_check->setText(tr("These are edits that were not saved yet."));
            m_check->setColor(Token::Warning);
            m_typing.start();
        }
    });
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

void EditorPage::keepDraft() {
    if (const QString text = m_editor->toPlainText(); text != m_original) drafts::keep(draftId(), toText({text, m_base}));
    else drafts::discard(draftId());
}

void EditorPage::discard() {
    const Draft edits{m_editor->toPlainText(), m_base};
    m_typing.stop();
    m_base = m_read;
    m_onTop = 0;
    m_bar->clear();
    setText(m_original);
    drafts::discard(draftId());
    Q_EMIT messageRequested(tr("The edits are discarded."), [this, edits, id = draftId()] {
        if (draftId() != id) return;
        m_base = edits.base;
        setText(edits.text);
        m_typing.start();
    });
}

void EditorPage::validate() {
    const QString text = m_editor->toPlainText();
    m_connection.api().post(u"/validate"_s, QJsonObject{{u"text"_s, text}}, this, [this, text](const client::ApiResult& result) {
        if (text != m_editor->toPlainText() || !result.ok()) return;
        QStringList pointers;
        QStringList sentences;
        int broken = -1;
        for (const QJsonValue& value : result.object().value("violations"_L1).toArray()) {
            const QString pointer = value.toObject().value("pointer"_L1).toString();
            const QString message = value.toObject().value("message"_L1).toString();
            if (const int line = pointer.isEmpty() ? lineIn(message) : -1; line >= 0) broken = line;
            else pointers << pointer;
            sentences << (pointer.isEmpty() ? QString() : pointer + u' ') + message;
        }
        m_valid = sentences.isEmpty();
        m_editor->setViolations(pointers, broken);
        m_check->setColor(m_valid ? Token::Good : Token::Bad);
        m_check->setText(m_valid ? tr("This is valid.") : sentences.mid(0, 5).join(u'\n'));
        updateButtons();
    });
}

void EditorPage::updateButtons() {
    const bool edited = isEdited();
    const bool mayEdit = m_connection.may(m_editRole);
    for (QWidget* widget : {static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_revert)}) widget->setVisible(mayEdit);
    m_promote->setVisible(m_connection.may(m_promoteRole));
    m_editor->setReadOnly(!mayEdit);
    m_save->setEnabled(edited && m_valid && !m_saving);
    m_promote->setEnabled(m_valid && !m_saving && (edited || (m_latest > 0 && m_production != m_latest)));
    m_revert->setEnabled(!m_original.isEmpty() && m_editor->toPlainText() != m_original);
    const bool marked = edited && !m_saved.isEmpty();
    if (marked == m_wasEdited) return;
    m_wasEdited = marked;
    Q_EMIT editedChanged(marked);
}

void EditorPage::save(bool promoteToo) {
    const Sent sent{draftId(), m_editor->toPlainText(), m_message->text().trimmed(), m_onTop > 0 ? m_onTop : m_base, m_production, promoteToo};
    QJsonObject body{{u"text"_s, sent.text}, {u"message"_s, sent.message}};
    if (sent.on > 0) body.insert(u"expect_version"_s, sent.on);
    m_saving = true;
    updateButtons();
    m_connection.api().post(u"/documents"_s, body, this, [this, sent](const client::ApiResult& result) {
        m_saving = false;
        updateButtons();
        if (result.ok()) savedAs(result, sent);
        else showFailure(*result.error, sent);
    });
}

void EditorPage::showFailure(const client::ApiError& error, const Sent& sent) {
    m_bar->showError(tr("The version was not saved; your text is as it was."), error);
    if (sent.id != draftId()) return;
    if (error.kind == client::ApiError::Kind::Conflict) onConflict();
    QStringList pointers;
    for (const client::Violation& violation : error.violations) pointers << violation.pointer;
    if (!pointers.isEmpty()) m_editor->setViolations(pointers);
}

void EditorPage::onConflict() {
    // What the registry has now is read, so that one sees what it is and saves after it, knowingly.
    m_connection.api().get(client::pathOf({u"documents"_s, m_kind, m_name, u"versions"_s}), {}, this, [this, id = draftId()](const client::ApiResult& result) {
        if (id != draftId() || !result.ok() || result.items().isEmpty()) return;
        const QJsonValue newest = result.items().first();
        m_onTop = newest["version"_L1].toInteger();
        m_bar->show(MessageBar::Kind::Warning, tr("Not saved: version %1 was saved meanwhile by %2.").arg(m_onTop).arg(newest["author"_L1].toString()),
                    tr("Your text is as it was. Look at theirs, take over what you want, then save on top of version %1.").arg(m_onTop));
        m_bar->setAction(tr("Look at the versions"), [this] { Q_EMIT versionsRequested(); });
    });
}

void EditorPage::savedAs(const client::ApiResult& result, const Sent& sent) {
    drafts::discard(sent.id);
    m_bar->clear();
    const QString name = result.object().value("name"_L1).toString();
    const QString kind = result.object().value("kind"_L1).toString(m_kind);
    const qint64 version = result.object().value("version"_L1).toInt();
    const bool isNew = sent.on == 0;
    if (sent.id == draftId()) {
        m_kind = kind;
        m_name = name;
        m_saved = m_original = sent.text;
        m_latest = m_read = m_base = version;
        m_onTop = 0;
        m_message->clear();
        keepDraft(); // of what was typed meanwhile
        updateButtons();
        read(version); // as it is on record: without comments
    }
    if (sent.promote && !isNew) {
        promote(name, kind, {client::pathOf({u"documents"_s, kind, name, u"labels"_s, u"production"_s}), sent.production, version, sent.message});
        return;
    }
    Q_EMIT messageRequested(isNew ? tr("%1, version %2, is live.").arg(name).arg(version) : tr("%1, version %2, is saved; it is not live yet.").arg(name).arg(version));
    Q_EMIT saved(name, kind);
}

void EditorPage::promote(const QString& name, const QString& kind, const LabelMove& move) {
    moveLabel(m_connection.api(), move, this, [this, name, kind, move](const client::ApiResult& result) {
        Q_EMIT saved(name, kind);
        if (!result.ok() && result.error->code == "approval_required"_L1) {
            Q_EMIT approvalNeeded(name, move.to, move.message);
            return;
        }
        if (!result.ok()) {
            m_bar->showError(tr("Version %1 is saved, but it was not made live.").arg(move.to), *result.error);
            return;
        }
        Q_EMIT messageRequested(tr("%1, version %2, is live.").arg(name).arg(move.to), undoOf(m_connection.api(), move, this, m_bar, [this, name, kind] { Q_EMIT saved(name, kind); }));
    });
}

} // namespace signalbox::ui
