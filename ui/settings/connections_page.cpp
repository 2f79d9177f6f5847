#include "ui/settings/connections_page.h"

#include "core/client/connection.h"
#include "core/client/gateways.h"
#include "ui/settings/form_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ConnectionsPage::ConnectionsPage(const PanelContext& context, QWidget* parent)
    : SettingsPage(context, tr("Connections"), tr("Which gateway this console shows: the one it starts on this computer, or a team's."), parent),
      m_list(new QListWidget), m_use(new QPushButton(tr("Show this gateway"))), m_forget(new QPushButton(tr("Forget"))), m_name(new QLineEdit),
      m_url(new QLineEdit), m_token(new QLineEdit), m_save(new QPushButton(tr("Add gateway"))), m_formTitle(new TextLabel({}, TextStyle::Heading)),
      m_place(new TextLabel({}, TextStyle::Caption, Token::Muted)) {
    m_list->setObjectName(u"connection-list"_s);
    m_list->setAccessibleName(tr("Gateways"));
    m_list->setMaximumHeight(140);
    m_list->setIconSize({18, 18});
    m_use->setObjectName(u"connection-use"_s);
    m_forget->setProperty("danger", true);
    m_name->setObjectName(u"connection-name"_s);
    m_url->setObjectName(u"connection-url"_s);
    m_url->setPlaceholderText(u"https://signalbox.example.com"_s);
    m_token->setObjectName(u"connection-token"_s);
    m_token->setEchoMode(QLineEdit::Password);
    m_save->setObjectName(u"connection-save"_s);
    m_save->setProperty("primary", true);
    m_place->wrapped();

    auto* listButtons = new QHBoxLayout;
    listButtons->setSpacing(8);
    listButtons->addWidget(m_use);
    listButtons->addWidget(m_forget);
    listButtons->addStretch(1);
    column()->addWidget(m_list);
    column()->addLayout(listButtons);

    m_nameField = new FormField(tr("Name"), m_name, tr("What you call it"));
    m_urlField = new FormField(tr("Address"), m_url);
    m_tokenField = new FormField(tr("Access token"), m_token, tr("From the gateway's administrator; begins with sbt_"));
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* form = new QVBoxLayout(card);
    form->setContentsMargins(16, 12, 16, 16);
    form->setSpacing(12);
    form->addWidget(m_formTitle);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_nameField, 1, Qt::AlignTop);
    row->addWidget(m_urlField, 2, Qt::AlignTop);
    form->addLayout(row);
    form->addWidget(m_tokenField);
    form->addWidget(m_place);
    auto* cancel = new QPushButton(tr("New gateway"));
    cancel->setToolTip(tr("Empties the form for another gateway"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    form->addLayout(buttons);
    column()->addWidget(card);
    column()->addStretch(1);

    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        const QString id = selectedId();
        m_use->setEnabled(!id.isEmpty() && this->context().gateways && this->context().gateways->chosen() != id);
        m_forget->setVisible(!id.isEmpty() && id != client::Gateways::embedded);
        if (!id.isEmpty() && id != client::Gateways::embedded) edit(id);
    });
    connect(m_list, &QListWidget::itemActivated, this, &ConnectionsPage::choose);
    connect(m_use, &QPushButton::clicked, this, &ConnectionsPage::choose);
    connect(m_forget, &QPushButton::clicked, this, &ConnectionsPage::forget);
    connect(m_save, &QPushButton::clicked, this, &ConnectionsPage::save);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_list->setCurrentRow(-1);
        edit({});
    });
    for (QLineEdit* field : {m_name, m_url, m_token}) connect(field, &QLineEdit::returnPressed, this, &ConnectionsPage::save);

    card->setVisible(context.gateways != nullptr);
    if (context.gateways) {
        connect(context.gateways, &client::Gateways::changed, this, &ConnectionsPage::fill);
        connect(context.gateways, &client::Gateways::chosenChanged, this, &ConnectionsPage::fill);
    }
    edit({});
    fill();
}

void ConnectionsPage::read() {
    if (!context().gateways) return;
    context().gateways->tokens().probe([this](client::TokenStore::Place place) {
        m_place->setText(place == client::TokenStore::Place::Keychain
                             ? tr("Tokens are kept in this desktop's keychain.")
                             : tr("This machine has no keychain that works, so tokens are kept in the file %1, which only you can read.")
                                   .arg(context().gateways->tokens().fileName()));
    });
}

void ConnectionsPage::fill() {
    const QString selected = selectedId();
    m_list->clear();
    const client::Gateways* gateways = context().gateways;
    const auto add = [&](const QString& id, const QString& name, const QString& where) {
        const bool chosen = !gateways || gateways->chosen() == id;
        auto* item = new QListWidgetItem(chosen ? tr("%1 · %2 · shown now").arg(name, where) : u"%1 · %2"_s.arg(name, where), m_list);
        item->setIcon(Theme::current().icon(u"gateway"_s, chosen ? Token::Accent : Token::Muted));
        item->setData(Qt::UserRole, id);
        if (id == selected) m_list->setCurrentItem(item);
    };
    if (!gateways) {
        add(u"given"_s, connection().name(), connection().api().server().toString());
    } else {
        add(client::Gateways::embedded, tr("This computer"), tr("started by this console"));
        const auto remotes = gateways->remotes();
        for (const client::RemoteGateway& remote : remotes) add(remote.id, remote.name, remote.url.toString());
    }
    m_use->setEnabled(gateways && !selectedId().isEmpty() && gateways->chosen() != selectedId());
    m_forget->setVisible(gateways && !selectedId().isEmpty() && selectedId() != client::Gateways::embedded);
}

QString ConnectionsPage::selectedId() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void ConnectionsPage::edit(const QString& id) {
    if (id == m_editing && !id.isEmpty()) return;
    const client::RemoteGateway* remote = context().gateways ? context().gateways->remote(id) : nullptr;
    m_editing = remote ? id : QString();
    m_formTitle->setText(remote ? tr("Change %1", "a gateway").arg(remote->name) : tr("Add a gateway"));
    m_save->setText(remote ? tr("Save") : tr("Add gateway"));
    m_name->setText(remote ? remote->name : QString());
    m_url->setText(remote ? remote->url.toString() : QString());
    m_token->clear();
    m_tokenField->setHint(remote ? tr("Leave it empty to keep the one there is") : tr("From the gateway's administrator; begins with sbt_"));
    for (FormField* field : {m_nameField, m_urlField, m_tokenField}) field->setProblem({});
}

void ConnectionsPage::save() {
    const QUrl url(m_url->text().trimmed(), QUrl::StrictMode);
    const QString urlProblem = client::Gateways::problemWith(url);
    const QString name = m_name->text().trimmed();
    m_nameField->setProblem(name.isEmpty() ? tr("Give it a name.") : QString());
    m_urlField->setProblem(urlProblem);
    const QString token = m_token->text().trimmed();
    m_tokenField->setProblem(m_editing.isEmpty() && token.isEmpty() ? tr("A gateway takes an access token.") : QString());
    if (!urlProblem.isEmpty() || name.isEmpty() || !m_tokenField->problem().isEmpty()) return;

    m_save->setEnabled(false);
    context().gateways->save({m_editing, name, url}, token, [this, name](const QString& problem) {
        m_save->setEnabled(true);
        if (!problem.isEmpty()) {
            m_tokenField->setProblem(problem);
            return;
        }
        m_editing = u"-"_s;
        edit({});
        bar()->showFor(tr("%1 is saved.", "a gateway").arg(name));
    });
}

void ConnectionsPage::choose() {
    if (context().gateways && !selectedId().isEmpty()) context().gateways->choose(selectedId());
}

void ConnectionsPage::forget() {
    const QString id = selectedId();
    const client::RemoteGateway* remote = context().gateways->remote(id);
    if (!remote) return;
    // Held back until Undo is over: the token cannot be had again.
    bar()->showUndo(tr("%1 and its token are forgotten.").arg(remote->name), [this] { fill(); }, [this, id] { context().gateways->remove(id); });
    delete m_list->currentItem();
    edit({});
}

} // namespace signalbox::ui
