#include "ui/runs/story_view.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/widgets/format.h"
#include "ui/widgets/link_line.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/text_label.h"

#include <QJsonArray>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString kindWord(const QString& kind) {
    if (kind == "workflow"_L1) return StoryView::tr("Workflow");
    if (kind == "prompt"_L1) return StoryView::tr("Prompt");
    if (kind == "route"_L1) return StoryView::tr("Route");
    if (kind == "policy"_L1) return StoryView::tr("Policy");
    if (kind == "provider"_L1) return StoryView::tr("Provider");
    return kind;
}

QUrl linkOf(const QString& kind, const QString& name, const QString& version) {
    if (kind == "workflow"_L1) return linkTo(u"workflows"_s, {name, u"versions"_s, version});
    if (kind == "prompt"_L1) return linkTo(u"prompts"_s, {name, version});
    return linkTo(u"routes"_s, {kind, name, version});
}

QString when(const QJsonValue& time) { return format::minute(client::timeOf(time.toString())); }

} // namespace

StoryView::StoryView(client::Connection& connection, QWidget* parent)
    : QWidget(parent), m_connection(connection), m_note((new TextLabel({}, TextStyle::Body, Token::Muted))->wrapped()), m_show(new QPushButton(tr("Show who made it"))), m_page(new QWidget), m_rows(new QVBoxLayout(m_page)) {
    m_show->setObjectName(u"story-show"_s);
    m_page->setObjectName(u"story"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(12);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_note);
    column->addWidget(m_show, 0, Qt::AlignLeft);
    column->addWidget(m_page);
    connect(m_show, &QPushButton::clicked, this, &StoryView::read);
}

void StoryView::setRun(const QString& id) {
    if (id == m_id) return;
    m_call.cancel();
    m_id = id;
    clear();
    m_note->setText(tr("Which exact versions gave this output, who promoted them, and who approved."));
    m_note->setColor(Token::Muted);
    m_note->show();
    m_show->setEnabled(true);
    m_show->show();
    m_page->hide();
}

void StoryView::clear() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void StoryView::read() {
    m_show->setEnabled(false);
    m_call = m_connection.api().get(client::pathOf({u"runs"_s, m_id, u"story"_s}), {}, this, [this, id = m_id](const client::ApiResult& result) {
        if (id != m_id) return;
        m_show->setEnabled(true);
        if (!result.ok()) {
            m_note->setText(tr("It could not be read. %1").arg(result.error->message));
            m_note->setColor(Token::Bad);
            return;
        }
        fill(result.object());
    });
}

void StoryView::fill(const QJsonObject& story) {
    clear();
    m_show->hide();
    const QJsonArray documents = story.value("documents"_L1).toArray();
    m_note->setVisible(documents.isEmpty());
    m_note->setText(tr("No document decided this run: the caller named a model."));
    for (const QJsonValue& document : documents) addDocument(document.toObject());
    QStringList models;
    for (const QJsonValue& model : story.value("models"_L1).toArray()) {
        const QJsonObject one = model.toObject();
        models << (model.isString() ? model.toString() : one.value("provider"_L1).toString() + u'/' + one.value("model"_L1).toString());
    }
    if (!models.isEmpty()) {
        auto* line = new LinkLine;
        line->setParts({{tr("Model"), models.join(u", "_s), {}}});
        m_rows->addWidget(line);
    }
    m_page->show();
}

void StoryView::addDocument(const QJsonObject& document) {
    const QString kind = document.value("kind"_L1).toString();
    const QString name = document.value("name"_L1).toString();
    const QString version = QString::number(document.value("version"_L1).toInt());
    auto* block = new QWidget;
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* head = new LinkLine;
    head->setParts({{kindWord(kind), name + u'@' + version, linkOf(kind, name, version)}});
    head->setToolTip(tr("Content hash %1").arg(document.value("content_hash"_L1).toString()));
    connect(head, &LinkLine::opened, this, &StoryView::linkActivated);
    column->addWidget(head);

    QList<SentenceList::Sentence> sentences;
    sentences.append({u"edit"_s, Token::Muted, tr("%1 wrote this version on %2.", "a person, a time").arg(document.value("author"_L1).toString(), when(document.value("created_at"_L1))), document.value("message"_L1).toString()});
    const QJsonObject promoted = document.value("promoted"_L1).toObject();
    if (promoted.isEmpty()) {
        sentences.append({u"info"_s, Token::Muted, tr("No label led to it: the version itself was asked for."), {}});
    } else {
        const QString by = promoted.value("by"_L1).toString();
        const QString label = promoted.value("label"_L1).toString();
        const QString at = when(promoted.value("at"_L1));
        const int from = promoted.value("from"_L1).toInt();
        sentences.append({u"live"_s, Token::Accent, from > 0 ? tr("%1 moved %2 from version %3 to it on %4.", "a person, a label, a version, a time").arg(by, label).arg(from).arg(at) : tr("%1 put %2 on it on %3.", "a person, a label, a time").arg(by, label, at), promoted.value("message"_L1).toString()});
        const QJsonObject approval = promoted.value("approval"_L1).toObject();
        if (!approval.isEmpty())
            sentences.append({u"good"_s, Token::Good, tr("%1 approved it on %2, asked by %3.", "a person, a time, another person").arg(approval.value("approved_by"_L1).toString(), when(approval.value("at"_L1)), approval.value("requested_by"_L1).toString()), {}});
    }
    auto* list = new SentenceList;
    list->set(sentences);
    column->addWidget(list);
    m_rows->addWidget(block);
}

} // namespace signalbox::ui
