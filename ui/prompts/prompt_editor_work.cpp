// What the prompt editor does with what is typed: its messages, the check, saving. How it is laid out and begins is in prompt_editor.cpp.
#include "core/client/connection.h"
#include "ui/prompts/message_card.h"
#include "ui/prompts/parameters_form.h"
#include "ui/prompts/prompt_editor.h"
#include "ui/versions/open_document.h"
#include "ui/widgets/drafts.h"
#include "ui/widgets/json_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/template_highlighter.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTimer>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// The gateway's sentences begin with the place for those who see nothing else; here it is shown in words of its own.
QString withoutPlace(const QString& message) {
    static const QRegularExpression place(u"^line \\d+, column \\d+: "_s);
    return QString(message).remove(place);
}

} // namespace

void PromptEditor::setMessages(const QList<PromptMessage>& messages) {
    while (m_cards.size() > messages.size()) delete m_cards.takeLast();
    for (int at = 0; at < messages.size(); ++at) {
        if (at < m_cards.size()) m_cards[at]->setMessage(messages[at]);
        else addCard(messages[at]);
    }
    arrange();
}

MessageCard* PromptEditor::addCard(const PromptMessage& message) {
    auto* card = new MessageCard;
    card->setMessage(message);
    m_cards.append(card);
    m_cardColumn->addWidget(card);
    connect(card, &MessageCard::edited, this, &PromptEditor::onEdited);
    connect(card, &MessageCard::moveRequested, this, [this, card](int by) {
        const auto at = m_cards.indexOf(card);
        const auto to = std::clamp<qsizetype>(at + by, 0, m_cards.size() - 1);
        if (to == at) return;
        m_cards.move(at, to);
        m_cardColumn->removeWidget(card);
        m_cardColumn->insertWidget(static_cast<int>(to), card);
        arrange();
        onEdited();
        // Where it is now is known when the others have made room.
        QTimer::singleShot(0, card, [this, card] { m_scroll->ensureWidgetVisible(card); });
    });
    connect(card, &MessageCard::removeRequested, this, [this, card] { removeCard(static_cast<int>(m_cards.indexOf(card))); });
    return card;
}

void PromptEditor::removeCard(int at) {
    MessageCard* card = m_cards.takeAt(at);
    const PromptMessage message = card->message();
    m_cardColumn->removeWidget(card);
    card->hide();
    card->deleteLater(); // its button is what led here
    arrange();
    onEdited();
    if (message.content.trimmed().isEmpty()) return;
    Q_EMIT messageRequested(tr("The message is removed."), [this, at, message, of = m_openName] {
        if (of != m_openName) return;
        QList<PromptMessage> all = draft().messages;
        all.insert(std::min<qsizetype>(at, all.size()), message);
        setMessages(all);
        onEdited();
    });
}

void PromptEditor::arrange() {
    for (int at = 0; at < m_cards.size(); ++at) {
        m_cards[at]->setPlace(at, static_cast<int>(m_cards.size()));
        if (at > 0) QWidget::setTabOrder(m_cards[at - 1], m_cards[at]);
    }
}

void PromptEditor::onEdited() {
    if (m_setting || !m_ready) return;
    updateState();
    m_typing.start();
    Q_EMIT edited();
}

void PromptEditor::validate() {
    if (!m_ready || (m_prompt.isNew() && m_name->text().trimmed().isEmpty())) return;
    const PromptDraft checked = draft();
    const QString name = m_prompt.isNew() ? checked.name : m_prompt.name();
    const QJsonObject document{{u"kind"_s, u"prompt"_s}, {u"name"_s, name}, {u"spec"_s, checked.spec()}};
    m_validation.cancel();
    m_validation = m_prompt.connection().api().post(u"/validate"_s, QJsonObject{{u"document"_s, document}}, this, [this, checked](const client::ApiResult& result) {
        if (!result.ok() || !checked.sameAs(draft())) return;
        showProblems(result.object().value("violations"_L1).toArray());
    });
}

void PromptEditor::showProblems(const QJsonArray& violations) {
    QHash<int, QList<TextProblem>> ofMessages;
    QHash<QString, QString> ofParameters;
    QList<TextProblem> ofText;
    QStringList sentences;
    for (const QJsonValue& violation : violations) {
        const QString pointer = violation["pointer"_L1].toString();
        const QString message = withoutPlace(violation["message"_L1].toString());
        const TextProblem problem{violation["line"_L1].toInt(), violation["column"_L1].toInt(), message};
        QString where;
        const QStringList path = pointer.split(u'/', Qt::SkipEmptyParts);
        if (path.value(1) == "messages"_L1) {
            const int index = path.value(2).toInt();
            ofMessages[index].append(problem);
            where = tr("Message %1", "of a prompt").arg(index + 1);
        } else if (path.value(1) == "text"_L1) {
            ofText.append(problem);
            where = tr("Text");
        } else if (path.value(1) == "parameters"_L1) {
            ofParameters.insert(path.value(2), message);
            where = path.value(2);
        } else if (path.value(1) == "variables"_L1) {
            where = path.size() > 2 ? tr("Variables %1").arg(u'/' + path.mid(2).join(u'/')) : tr("Variables");
        } else {
            where = pointer;
        }
        if (problem.line > 0) where += tr(", line %1, column %2").arg(problem.line).arg(problem.column);
        sentences << (where.isEmpty() ? message : tr("%1: %2", "where, what is wrong").arg(where, message));
    }
    if (!m_variables->problem().isEmpty()) sentences.prepend(tr("Variables: %1").arg(m_variables->problem()));
    for (int at = 0; at < m_cards.size(); ++at) m_cards[at]->editor()->setProblems(ofMessages.value(at));
    m_text->setProblems(ofText);
    m_parameters->setProblems(ofParameters);
    m_check->setColor(sentences.isEmpty() ? Token::Good : Token::Bad);
    QString shown = sentences.mid(0, 3).join(u'\n');
    if (sentences.size() > 3) shown += u'\n' + tr("and %1 more").arg(sentences.size() - 3);
    m_check->setText(sentences.isEmpty() ? tr("This is valid.") : shown);
    m_check->setToolTip(sentences.join(u'\n'));
}

void PromptEditor::updateState() {
    const bool may = m_prompt.connection().may(client::Role::Engineer);
    const bool isNew = m_prompt.isNew();
    const bool changed = isEdited();
    for (MessageCard* card : std::as_const(m_cards)) card->setReadOnly(!may);
    m_text->setReadOnly(!may);
    m_variables->setReadOnly(!may);
    m_parameters->setReadOnly(!may);
    m_description->setReadOnly(!may);
    m_nameRow->setVisible(isNew);
    m_add->setVisible(may && !m_partial && m_ready);
    for (QWidget* widget : {static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_discard), static_cast<QWidget*>(m_save)}) widget->setVisible(may);
    m_discard->setEnabled(changed);
    m_save->setEnabled(changed && !m_saving && m_variables->problem().isEmpty() && (!isNew || !m_name->text().trimmed().isEmpty()));
    m_save->setText(m_onTop > 0 ? tr("Save on top of version %1").arg(m_onTop) : tr("Save version"));

    const PromptDraft now = draft();
    const int tokens = estimatedTokens(now);
    const int before = m_saved.base > 0 ? estimatedTokens(m_saved) : tokens;
    m_tokens->setText(tokens == before ? tr("about %1 tokens without variables").arg(tokens)
                                       : tr("about %1 tokens without variables (%2)").arg(tokens).arg((tokens > before ? u"+"_s : u"−"_s) + QString::number(std::abs(tokens - before))));
    const QStringList used = templateVariables(now.allText());
    m_uses->setText(used.isEmpty() ? tr("The text uses no variables. {{name}} puts one in.") : tr("The text uses: %1").arg(used.join(u", "_s)));
    m_fromUses->setVisible(may && !used.isEmpty() && m_variables->toPlainText().trimmed().isEmpty());
    if (m_ready && !m_variables->problem().isEmpty()) {
        m_check->setColor(Token::Bad);
        m_check->setText(tr("Variables: %1").arg(m_variables->problem()));
    }
}

void PromptEditor::discard() {
    const PromptDraft edits = draft();
    show(m_saved);
    drafts::discard(draftKey());
    m_onTop = 0;
    m_bar->clear();
    onVersions();
    updateState();
    validate();
    Q_EMIT edited();
    Q_EMIT messageRequested(tr("The edits are discarded."), [this, edits, of = m_openName] {
        if (of != m_openName) return;
        show(edits);
        onEdited();
    });
}

void PromptEditor::save() {
    if (!m_save->isEnabled() || !m_prompt.connection().may(client::Role::Engineer)) return;
    keepNow();
    const PromptDraft sent = draft();
    const QString name = m_prompt.isNew() ? sent.name : m_prompt.name();
    const qint64 on = m_onTop > 0 ? m_onTop : m_base;
    const QJsonObject body{{u"kind"_s, u"prompt"_s}, {u"name"_s, name}, {u"spec"_s, sent.spec()}, {u"message"_s, sent.message.trimmed()}, {u"expect_version"_s, on}};
    m_saving = true;
    updateState();
    m_prompt.connection().api().post(u"/documents"_s, body, this, [this, sent, name, key = draftKey(), of = m_openName](const client::ApiResult& result) {
        m_saving = false;
        if (!result.ok()) {
            updateState();
            if (result.error->kind == client::ApiError::Kind::Conflict) return onConflict(*result.error);
            m_bar->showError(tr("The version was not saved; your text is as it was."), *result.error);
            if (!result.error->violations.isEmpty()) showProblems(result.error->body.value("error"_L1)["violations"_L1].toArray());
            return;
        }
        drafts::discard(key);
        const qint64 version = wholeNumber(result.object().value("version"_L1));
        const bool live = wholeNumber(result.object().value("labels"_L1)["production"_L1]) == version;
        Q_EMIT messageRequested(live ? tr("%1, version %2, is saved and live.").arg(name).arg(version) : tr("%1, version %2, is saved; it is not live yet.").arg(name).arg(version));
        if (of != m_openName) return;
        m_bar->clear();
        m_onTop = 0;
        m_saved = sent;
        m_saved.base = m_base = version;
        m_saved.message.clear();
        if (draft().message == sent.message) m_message->clear();
        updateState();
        Q_EMIT edited();
        Q_EMIT savedAs(name, version);
    });
}

void PromptEditor::onConflict(const client::ApiError& error) {
    // What the registry has now is read, so that one sees what it is and saves after it, knowingly.
    m_bar->showError(tr("Not saved: somebody else saved a version meanwhile. Your text is as it was."), error);
    m_prompt.connection().api().get(m_prompt.path({u"versions"_s}), {}, this, [this, of = m_openName](const client::ApiResult& result) {
        if (of != m_openName || !result.ok() || result.items().isEmpty()) return;
        const QJsonObject newest = result.items().first().toObject();
        m_onTop = wholeNumber(newest.value("version"_L1));
        m_bar->show(MessageBar::Kind::Warning, tr("Not saved: version %1 was saved meanwhile by %2.").arg(m_onTop).arg(newest.value("author"_L1).toString()),
                    tr("Your text is as it was. Compare it, take over what you want, then save on top of version %1: nothing is overwritten.").arg(m_onTop));
        m_bar->setAction(tr("Compare"), [this, version = m_onTop] { Q_EMIT compareRequested(version); });
        updateState();
        m_prompt.refresh();
    });
}

} // namespace signalbox::ui
