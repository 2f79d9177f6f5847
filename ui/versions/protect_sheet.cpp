#include "ui/versions/protect_sheet.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/versions/open_document.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ProtectSheet::ProtectSheet(OpenDocument& document, QWidget* parent)
    : QFrame(parent), m_document(document), m_title(new TextLabel({}, TextStyle::Heading)), m_label(new QComboBox), m_bar(new MessageBar), m_sentence((new TextLabel)->wrapped()),
      m_waiting((new TextLabel({}, TextStyle::Body, Token::Muted))->wrapped()), m_apply(new QPushButton) {
    setProperty("card", true);
    setObjectName(u"protect-sheet"_s);
    m_label->setEditable(true);
    m_label->setInsertPolicy(QComboBox::NoInsert);
    m_label->setAccessibleName(tr("Label"));
    m_label->setObjectName(u"protect-label"_s);
    m_label->setMinimumWidth(140);
    m_sentence->setObjectName(u"protect-sentence"_s);
    m_waiting->setObjectName(u"protect-waiting"_s);
    m_apply->setProperty("primary", true);
    m_apply->setObjectName(u"protect-apply"_s);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"protect-cancel"_s);
    cancel->setToolTip(tr("Escape"));

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new IconLabel(u"lock"_s, Token::Held, 18));
    head->addWidget(m_title, 1);
    head->addWidget(m_label);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(m_apply);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_sentence);
    column->addWidget(m_waiting);
    column->addLayout(foot);

    connect(m_label, &QComboBox::currentTextChanged, this, &ProtectSheet::update);
    connect(m_label->lineEdit(), &QLineEdit::returnPressed, this, &ProtectSheet::apply);
    connect(m_apply, &QPushButton::clicked, this, &ProtectSheet::apply);
    connect(cancel, &QPushButton::clicked, this, &ProtectSheet::close);
    connect(&document, &OpenDocument::opened, this, &ProtectSheet::close);
    connect(&document.connection(), &client::Connection::identityChanged, this, [this] {
        if (!isOffered()) close();
    });
    hide();
}

bool ProtectSheet::isOffered() const { return m_document.connection().may(client::Role::Admin) && !m_document.name().isEmpty(); }

QString ProtectSheet::actionTitle() const { return m_document.isProtected(u"production"_s) ? tr("Unprotect label…") : tr("Protect label…"); }

QString ProtectSheet::paletteTitle() const {
    const QString kind = m_document.kind();
    if (kind == "prompt"_L1) return tr("Protect or unprotect a label of prompts");
    if (kind == "workflow"_L1) return tr("Protect or unprotect a label of workflows");
    if (kind == "route"_L1) return tr("Protect or unprotect a label of routes");
    if (kind == "policy"_L1) return tr("Protect or unprotect a label of policies");
    return tr("Protect or unprotect a label of providers");
}

void ProtectSheet::open(const QString& wanted) {
    if (!isOffered()) return;
    m_bar->clear();
    m_scopes.clear();
    for (const QString& one : m_document.protectedLabels()) m_scopes.insert(one, {m_document.kind()});
    m_requests.clear();
    {
        const QSignalBlocker quiet(m_label);
        m_label->clear();
        QStringList labels{u"production"_s};
        for (const QString& one : m_document.labels().keys() + m_document.protectedLabels())
            if (!labels.contains(one)) labels << one;
        m_label->addItems(labels);
        m_label->setCurrentText(wanted);
    }
    update();
    read();
    show();
    m_label->setFocus(Qt::OtherFocusReason);
}

void ProtectSheet::close() { hide(); }

QString ProtectSheet::label() const { return m_label->currentText().trimmed(); }

QStringList ProtectSheet::scopesOf(const QString& label) const { return m_scopes.value(label); }

void ProtectSheet::read() {
    client::Connection& connection = m_document.connection();
    connection.api().get(u"/protected-labels"_s, {}, this, [this, name = m_document.name()](const client::ApiResult& result) {
        if (name != m_document.name() || !result.ok()) return;
        m_scopes.clear();
        for (const QJsonValue& one : result.items())
            if (const QString kind = one["kind"_L1].toString(); kind == m_document.kind() || kind == "*"_L1) m_scopes[one["label"_L1].toString()] << kind;
        update();
    });
    QUrlQuery open;
    open.addQueryItem(u"state"_s, u"open"_s);
    connection.api().get(u"/approvals"_s, open, this, [this, name = m_document.name()](const client::ApiResult& result) {
        if (name != m_document.name() || !result.ok()) return;
        m_requests.clear();
        for (const QJsonValue& one : result.items())
            if (one["kind"_L1].toString() == m_document.kind()) ++m_requests[one["label"_L1].toString()];
        update();
    });
}

void ProtectSheet::update() {
    const QString name = label();
    const QStringList scopes = scopesOf(name);
    const bool isProtected = !scopes.isEmpty();
    const QString kind = m_document.kind();
    m_title->setText(kind == "prompt"_L1 ? tr("A label of all prompts") : kind == "workflow"_L1 ? tr("A label of all workflows") : kind == "route"_L1 ? tr("A label of all routes") : kind == "policy"_L1 ? tr("A label of all policies") : tr("A label of all providers"));
    if (name.isEmpty()) m_sentence->setText(tr("Choose the label."));
    else if (name == "latest"_L1) m_sentence->setText(tr("latest moves by itself: it cannot be protected."));
    else if (!isProtected)
        m_sentence->setText(tr("Protected, %1 moves only when another person approves: to promote, to roll back and to begin a rollout is asked for first, and who asks cannot agree.").arg(name));
    else if (scopes.contains(u"*"_s))
        m_sentence->setText(tr("%1 is protected in documents of every kind. Without that, whoever may move it moves it at once, in all of them.").arg(name));
    else m_sentence->setText(tr("%1 is protected: it moves only when another person approves. Without that, whoever may move it moves it at once.").arg(name));

    const int requests = m_requests.value(name);
    m_waiting->setVisible(requests > 0);
    if (requests > 0 && isProtected)
        m_waiting->setText(requests == 1 ? tr("1 request for approval waits. It stays and can still be approved; moving the label without it makes it void.")
                                         : tr("%1 requests for approval wait. They stay and can still be approved; moving a label without them makes them void.").arg(requests));
    else if (requests > 0)
        m_waiting->setText(requests == 1 ? tr("1 request for approval waits. It stays, and another person decides it as before.") : tr("%1 requests for approval wait. They stay, and another person decides them as before.").arg(requests));
    m_apply->setText(isProtected ? tr("Unprotect") : tr("Protect"));
    m_apply->setEnabled(!name.isEmpty() && name != "latest"_L1);
}

void ProtectSheet::apply() {
    const QString name = label();
    if (!m_apply->isEnabled()) return;
    const QStringList known = scopesOf(name);
    const bool wanted = known.isEmpty();
    const QStringList scopes = wanted ? QStringList{m_document.kind()} : known;
    m_bar->clear();
    set(scopes, name, wanted, [this, scopes, name, wanted] {
        close();
        Q_EMIT messageRequested(wanted ? tr("%1 is protected: it moves only when another person approves.").arg(name) : tr("%1 is protected no more.").arg(name),
                                [this, scopes, name, wanted] { set(scopes, name, !wanted, [] {}); });
    });
}

void ProtectSheet::set(const QStringList& scopes, const QString& name, bool isProtected, const std::function<void()>& done) {
    const auto answered = [this, scopes, name, isProtected, done](const client::ApiResult& result) {
        // Ended by somebody else meanwhile: it is as it was wished for.
        const bool isSo = result.ok() || (!isProtected && result.error->httpStatus == 404);
        if (isSo && scopes.size() > 1) return set(scopes.mid(1), name, isProtected, done);
        if (!isSo) {
            const QString what = isProtected ? tr("%1 was not protected.").arg(name) : tr("%1 is protected still.").arg(name);
            if (isVisible()) m_bar->showError(what, *result.error);
            else Q_EMIT messageRequested(what + u' ' + result.error->message); // Undo: the sheet is gone
        } else {
            done();
        }
        m_document.refresh();
        Q_EMIT changed();
    };
    client::ApiClient& api = m_document.connection().api();
    const QString path = client::pathOf({u"protected-labels"_s, scopes.first(), name});
    if (isProtected) api.put(path, QJsonObject(), this, answered);
    else api.del(path, this, answered);
}

void ProtectSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return close();
    QFrame::keyPressEvent(event);
}

} // namespace signalbox::ui
