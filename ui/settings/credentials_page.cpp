#include "ui/settings/credentials_page.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/settings/form_field.h"
#include "ui/widgets/copy_line.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/focus_heir.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// A number, in the answers; text, in the table and in paths.
QString idOf(const QJsonObject& row) { return row.value("id"_L1).toVariant().toString(); }

QDateTime usedAt(const QJsonObject& row) { return client::timeOf(row.value("last_used_at"_L1).toString()); }

QDateTime createdAt(const QJsonObject& row) { return client::timeOf(row.value("created_at"_L1).toString()); }

} // namespace

CredentialsPage::CredentialsPage(const PanelContext& context, Kind kind, QWidget* parent)
    : SettingsPage(context, kind == Kind::ApplicationKeys ? tr("Application keys") : tr("Access tokens"),
                   kind == Kind::ApplicationKeys ? tr("What your applications show the gateway. One for each application, so that its runs can be told apart and it can be revoked alone.")
                                                 : tr("What people, consoles and scripts show the gateway's control plane. A role may do what the ones before it may."),
                   parent),
      m_kind(kind), m_model(makeModel()), m_table(new DataTable(kind == Kind::ApplicationKeys ? u"settings-keys"_s : u"settings-tokens"_s,
                                                                 kind == Kind::ApplicationKeys ? tr("Application keys") : tr("Access tokens"))),
      m_name(new QLineEdit), m_role(new QComboBox), m_create(new QPushButton(areKeys() ? tr("Create key") : tr("Create token"))),
      m_revoke(new QPushButton(tr("Revoke…"))), m_form(new QFrame), m_shownOnce(new QFrame), m_secret(new CopyLine({}, areKeys() ? tr("new key") : tr("new token"))) {
    const QString prefix = areKeys() ? u"key"_s : u"token"_s;
    m_name->setObjectName(prefix + u"-name"_s);
    m_name->setPlaceholderText(areKeys() ? tr("web-shop") : tr("kim's console"));
    m_create->setObjectName(prefix + u"-create"_s);
    m_create->setProperty("primary", true);
    m_revoke->setObjectName(prefix + u"-revoke"_s);
    m_revoke->setProperty("danger", true);
    for (const auto& [role, word] : {std::pair{client::Role::Viewer, tr("Viewer: sees everything but payloads")}, std::pair{client::Role::Reviewer, tr("Reviewer: also payloads")},
                                     std::pair{client::Role::Engineer, tr("Engineer: also new versions of documents")}, std::pair{client::Role::Operator, tr("Operator: also puts them in force, providers, breakers")},
                                     std::pair{client::Role::Admin, tr("Administrator: everything")}})
        m_role->addItem(word, client::nameOf(role));

    m_nameField = new FormField(tr("Name"), m_name, areKeys() ? tr("The application that will use it") : tr("Who or what will use it"), u"/name"_s);
    m_roleField = new FormField(tr("Role"), m_role, {}, u"/role"_s);
    m_roleField->setVisible(!areKeys());
    m_form->setProperty("card", true);
    auto* form = new QHBoxLayout(m_form);
    form->setContentsMargins(16, 12, 16, 12);
    form->setSpacing(12);
    form->addWidget(m_nameField, 1, Qt::AlignTop);
    if (!areKeys()) form->addWidget(m_roleField, 1, Qt::AlignTop);
    auto* createColumn = new QVBoxLayout;
    createColumn->addSpacing(QFontMetrics(Theme::current().captionFont()).height() + 4);
    createColumn->addWidget(m_create);
    createColumn->addStretch(1);
    form->addLayout(createColumn);

    m_shownOnce->setProperty("card", true);
    auto* once = new QVBoxLayout(m_shownOnce);
    once->setContentsMargins(16, 12, 16, 12);
    once->setSpacing(8);
    auto* warning = new TextLabel(areKeys() ? tr("This key is shown this once. Copy it now: the gateway keeps only a hash of it.")
                                            : tr("This token is shown this once. Copy it now: the gateway keeps only a hash of it."),
                                  TextStyle::Body, Token::Text);
    warning->wrapped();
    auto* done = new QPushButton(tr("I have copied it"));
    done->setObjectName(prefix + u"-copied"_s);
    auto* doneRow = new QHBoxLayout;
    doneRow->addWidget(done);
    doneRow->addStretch(1);
    once->addWidget(warning);
    once->addWidget(m_secret);
    once->addLayout(doneRow);
    m_shownOnce->hide();

    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidths({220, 130, 130, 130, 130, 120});
    auto* revokeRow = new QHBoxLayout;
    revokeRow->addWidget(m_revoke);
    revokeRow->addStretch(1);
    column()->addWidget(m_form);
    column()->addWidget(m_shownOnce);
    column()->addWidget(m_table, 1);
    column()->addLayout(revokeRow);

    setHeir(m_create, m_name);
    connect(m_create, &QPushButton::clicked, this, &CredentialsPage::create);
    connect(m_name, &QLineEdit::returnPressed, this, &CredentialsPage::create);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameField->setProblem({}); });
    connect(done, &QPushButton::clicked, this, [this] {
        m_secret->setText({});
        m_shownOnce->hide();
    });
    connect(m_revoke, &QPushButton::clicked, this, &CredentialsPage::askToRevoke);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CredentialsPage::showRights);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CredentialsPage::showRights);
    connect(&connection(), &client::Connection::identityChanged, this, &CredentialsPage::showRights);
    showRights();
}

QString CredentialsPage::path() const {
    return areKeys() ? u"/keys"_s : u"/tokens"_s;
}

JsonTableModel* CredentialsPage::makeModel() {
    std::vector<JsonTableModel::Column> columns;
    columns.push_back({tr("Name"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("name"_L1).toString(); })});
    columns.push_back({tr("Begins with"), false, [](const QJsonObject& row, int role) -> QVariant {
                           if (role == Qt::DisplayRole) return QString(row.value("prefix"_L1).toString() + u'…');
                           return role == Qt::FontRole ? QVariant(Theme::current().monoFont()) : QVariant();
                       }});
    columns.push_back({tr("Created"), false, JsonTableModel::text([](const QJsonObject& row) { return format::relative(createdAt(row)); }, [](const QJsonObject& row) { return format::absolute(createdAt(row)); })});
    if (!areKeys()) columns.push_back({tr("Role"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("role"_L1).toString(); })});
    columns.push_back({tr("Last used"), false, JsonTableModel::text([](const QJsonObject& row) { return usedAt(row).isValid() ? format::relative(usedAt(row)) : format::none(); },
                                                                    [](const QJsonObject& row) { return usedAt(row).isValid() ? tr("%1, to the minute").arg(format::minute(usedAt(row))) : tr("Nobody has come with it yet"); }),
                       tr("When somebody last came with it, to the minute")});
    columns.push_back({tr("State"), false, [](const QJsonObject& row, int role) -> QVariant {
                           const bool revoked = row.value("revoked"_L1).toBool();
                           if (role == Qt::DisplayRole) return revoked ? tr("Revoked") : tr("In use");
                           if (role == Qt::ForegroundRole) return Theme::current().color(revoked ? Token::Muted : Token::Good);
                           return {};
                       }});
    return new JsonTableModel(std::move(columns), &idOf, this);
}

void CredentialsPage::showRights() {
    const bool may = connection().may(areKeys() ? client::Role::Operator : client::Role::Admin);
    m_form->setVisible(may);
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const QJsonObject row = rows.isEmpty() ? QJsonObject() : m_model->row(rows.first().row());
    m_revoke->setVisible(may);
    m_revoke->setEnabled(!row.isEmpty() && !row.value("revoked"_L1).toBool());
}

void CredentialsPage::read() {
    if (!connection().api().hasServer()) return;
    connection().api().get(path(), {}, this, [this](const client::ApiResult& result) {
        if (result.ok()) {
            m_model->setRows(result.items());
            return;
        }
        if (result.error->kind == client::ApiError::Kind::Refused)
            bar()->show(MessageBar::Kind::Information, tr("Your role does not show these."), result.error->message);
        else
            bar()->showError(areKeys() ? tr("The keys could not be read.") : tr("The tokens could not be read."), *result.error);
    });
}

void CredentialsPage::create() {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_nameField->setProblem(tr("Give it a name."));
        m_name->setFocus();
        return;
    }
    QJsonObject body{{"name"_L1, name}};
    if (!areKeys()) body.insert("role"_L1, m_role->currentData().toString());
    m_create->setEnabled(false);
    connection().api().post(path(), body, this, [this](const client::ApiResult& result) {
        m_create->setEnabled(true);
        if (!result.ok()) {
            m_nameField->setProblem(result.error->messageAt(u"/name"));
            bar()->showError(areKeys() ? tr("The key was not created.") : tr("The token was not created."), *result.error);
            return;
        }
        bar()->clear();
        m_name->clear();
        m_secret->setText(result.object().value(areKeys() ? "key"_L1 : "token"_L1).toString());
        m_shownOnce->show();
        read();
    });
}

void CredentialsPage::askToRevoke() {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty()) return;
    const QJsonObject row = m_model->row(rows.first().row());
    const QString name = row.value("name"_L1).toString();
    // It cannot be undone, so it is asked once, and says what is lost.
    bar()->show(MessageBar::Kind::Warning, tr("Revoke “%1”?").arg(name),
                areKeys() ? tr("Every application that uses it is refused from that moment on; the key cannot be put back.")
                          : tr("Whoever uses it is signed out at once; the token cannot be put back."));
    bar()->setAction(tr("Revoke"), [this, id = idOf(row), name] { revoke(id, name); });
}

void CredentialsPage::revoke(const QString& id, const QString& name) {
    connection().api().del(path() + client::pathOf({id}), this, [this, name](const client::ApiResult& result) {
        if (!result.ok()) {
            bar()->showError(tr("“%1” was not revoked.").arg(name), *result.error);
            return;
        }
        bar()->showFor(tr("“%1” is revoked.").arg(name));
        read();
    });
}

} // namespace signalbox::ui
