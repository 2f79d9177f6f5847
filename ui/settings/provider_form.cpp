#include "ui/settings/provider_form.h"

#include "core/client/resources.h"
#include "ui/settings/form_field.h"
#include "ui/settings/models_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ProviderForm::ProviderForm(client::Connection& connection, QWidget* parent)
    : QWidget(parent), m_connection(connection), m_title(new TextLabel({}, TextStyle::Heading)), m_bar(new MessageBar), m_nameEdit(new QLineEdit),
      m_connector(new QComboBox), m_baseUrl(new QLineEdit), m_key(new QLineEdit), m_region(new QLineEdit), m_maxConcurrent(new QSpinBox),
      m_models(new ModelsTable), m_save(new QPushButton(tr("Save provider"))), m_check(new QPushButton(tr("Check"))),
      m_revert(new QPushButton(tr("Discard edits"))), m_sandbox(new QPushButton(tr("Speed and faults…"))) {
    m_connector->addItem(tr("OpenAI, or a server that speaks its protocol"), u"openai"_s);
    m_connector->addItem(tr("Anthropic"), u"anthropic"_s);
    m_connector->addItem(tr("Sandbox (simulated)"), u"sandbox"_s);
    // Its longest word shall not take the other column's room.
    m_connector->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_connector->setMinimumContentsLength(12);
    m_key->setEchoMode(QLineEdit::Password);
    m_maxConcurrent->setRange(0, 100'000);
    m_maxConcurrent->setSpecialValueText(tr("no limit"));
    m_nameEdit->setObjectName(u"provider-name"_s);
    m_connector->setObjectName(u"provider-connector"_s);
    m_baseUrl->setObjectName(u"provider-url"_s);
    m_key->setObjectName(u"provider-key"_s);
    m_region->setObjectName(u"provider-region"_s);
    m_maxConcurrent->setObjectName(u"provider-concurrent"_s);
    m_save->setObjectName(u"provider-save"_s);
    m_save->setProperty("primary", true);
    m_check->setObjectName(u"provider-check"_s);
    m_check->setToolTip(tr("Asks the vendor for its models with the stored key"));
    m_revert->setProperty("flat", true);

    m_nameField = new FormField(tr("Name"), m_nameEdit, tr("Callers say name/model"), u"/name"_s);
    m_connectorField = new FormField(tr("Kind"), m_connector, {}, u"/spec/connector"_s);
    m_urlField = new FormField(tr("Address"), m_baseUrl, {}, u"/spec/base_url"_s);
    m_keyField = new FormField(tr("Key"), m_key, {}, u"/spec/credential"_s);
    m_regionField = new FormField(tr("Region"), m_region, tr("A word that routes may ask for, such as eu"), u"/spec/region"_s);
    m_concurrentField = new FormField(tr("Calls at once, per model"), m_maxConcurrent, tr("More wait in a queue"), u"/spec/max_concurrent"_s);
    m_modelsField = new FormField(tr("Models"), m_models, {}, u"/spec/models"_s);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    grid->addWidget(m_nameField, 0, 0, Qt::AlignTop);
    grid->addWidget(m_connectorField, 0, 1, Qt::AlignTop);
    grid->addWidget(m_urlField, 1, 0, Qt::AlignTop);
    grid->addWidget(m_keyField, 1, 1, Qt::AlignTop);
    grid->addWidget(m_regionField, 2, 0, Qt::AlignTop);
    grid->addWidget(m_concurrentField, 2, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_check);
    buttons->addWidget(m_sandbox);
    buttons->addStretch(1);
    buttons->addWidget(m_revert);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_bar);
    column->addLayout(grid);
    column->addWidget(m_modelsField);
    column->addLayout(buttons);
    column->addStretch(1);

    const auto touched = [this] {
        if (!m_filling) setEdited(true);
        updateHints();
    };
    for (QLineEdit* edit : {m_nameEdit, m_baseUrl, m_key, m_region}) connect(edit, &QLineEdit::textChanged, this, touched);
    connect(m_connector, &QComboBox::currentIndexChanged, this, touched);
    connect(m_maxConcurrent, &QSpinBox::valueChanged, this, touched);
    connect(m_models, &ModelsTable::edited, this, touched);
    connect(m_save, &QPushButton::clicked, this, &ProviderForm::save);
    connect(m_check, &QPushButton::clicked, this, &ProviderForm::check);
    connect(m_sandbox, &QPushButton::clicked, this, &ProviderForm::sandboxRequested);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        setEdited(false);
        m_name.isEmpty() ? startNew() : load(m_name);
    });
    connect(&connection, &client::Connection::identityChanged, this, &ProviderForm::updateHints);
    startNew();
}

void ProviderForm::startNew() {
    m_loading.cancel();
    m_name.clear();
    m_version = 0;
    show({{"spec"_L1, QJsonObject{{"connector"_L1, "openai"_L1}, {"base_url"_L1, "https://api.openai.com/v1"_L1}, {"models"_L1, QJsonArray()}}}});
}

void ProviderForm::load(const QString& name) {
    if (m_edited && name == m_name) return;
    m_loading.cancel();
    m_loading = m_connection.api().get(client::pathOf({u"documents"_s, u"provider"_s, name}), {}, this, [this, name](const client::ApiResult& result) {
        if (!result.ok()) {
            m_bar->showError(tr("The provider %1 could not be read.").arg(name), *result.error);
            return;
        }
        m_name = name;
        show(result.object());
    });
}

void ProviderForm::show(const QJsonObject& document) {
    m_filling = true;
    m_spec = document.value("spec"_L1).toObject();
    m_version = document.value("version"_L1).toInt();
    m_title->setText(m_name.isEmpty() ? tr("New provider") : m_name);
    m_nameEdit->setText(m_name);
    m_nameEdit->setReadOnly(!m_name.isEmpty());
    m_connector->setCurrentIndex(std::max(0, m_connector->findData(m_spec.value("connector"_L1).toString())));
    m_baseUrl->setText(m_spec.value("base_url"_L1).toString());
    m_key->clear();
    m_region->setText(m_spec.value("region"_L1).toString());
    m_maxConcurrent->setValue(m_spec.value("max_concurrent"_L1).toInt());
    m_models->setModels(m_spec.value("models"_L1).toArray());
    clearProblems();
    m_bar->clear();
    m_filling = false;
    setEdited(false);
    updateHints();
}

void ProviderForm::setEdited(bool edited) {
    const bool changed = m_edited != edited;
    m_edited = edited;
    m_revert->setVisible(edited);
    if (changed) Q_EMIT editedChanged();
}

bool ProviderForm::isSandbox() const {
    return m_connector->currentData().toString() == u"sandbox"_s;
}

void ProviderForm::updateHints() {
    const bool may = m_connection.may(client::Role::Operator);
    const bool sandbox = isSandbox();
    m_urlField->setVisible(!sandbox);
    m_keyField->setVisible(!sandbox);
    m_check->setVisible(!sandbox && !m_name.isEmpty() && may);
    m_sandbox->setVisible(sandbox && !m_name.isEmpty());
    m_save->setVisible(may);
    const QString origin = originOf(m_baseUrl->text());
    const QString credential = m_spec.value("credential"_L1).toString();
    const QString was = originOf(m_spec.value("base_url"_L1).toString());
    if (credential.startsWith(u"env:"_s))
        m_keyField->setHint(tr("Read from the gateway's environment variable %1. A key written here replaces that.").arg(credential.mid(4)));
    else if (!credential.isEmpty() && origin == was)
        m_keyField->setHint(tr("A key is stored and is not shown again. Write one to replace it."));
    else if (!credential.isEmpty())
        m_keyField->setHint(tr("The stored key belongs to %1: another address takes its key anew.").arg(was));
    else
        m_keyField->setHint(origin.isEmpty() ? tr("Sent once, stored encrypted, never shown again")
                                             : tr("Sent once, stored encrypted for %1 alone, never shown again").arg(origin));
    m_models->setEditable(may);
}

QJsonObject ProviderForm::spec() const {
    QJsonObject spec = m_spec;
    spec.insert("connector"_L1, m_connector->currentData().toString());
    const auto setText = [&](QLatin1StringView member, const QString& text) {
        if (text.isEmpty())
            spec.remove(member);
        else
            spec.insert(member, text);
    };
    setText("base_url"_L1, isSandbox() ? QString() : m_baseUrl->text().trimmed());
    setText("region"_L1, m_region->text().trimmed());
    if (m_maxConcurrent->value() > 0)
        spec.insert("max_concurrent"_L1, m_maxConcurrent->value());
    else
        spec.remove("max_concurrent"_L1);
    if (isSandbox())
        spec.remove("credential"_L1);
    else if (!m_key->text().isEmpty())
        spec.insert("credential"_L1, QString(u"secret:"_s + m_nameEdit->text().trimmed()));
    spec.insert("models"_L1, m_models->models());
    return spec;
}

void ProviderForm::save() {
    clearProblems();
    m_bar->clear();
    const QString name = m_nameEdit->text().trimmed();
    if (name.isEmpty()) {
        m_nameField->setProblem(tr("Give it a name: small letters, digits and dashes."));
        m_nameEdit->setFocus();
        return;
    }
    if (m_models->isEmpty()) {
        m_modelsField->setProblem(tr("A provider has at least one model."));
        return;
    }
    const QString origin = originOf(m_baseUrl->text());
    const bool newKey = !isSandbox() && !m_key->text().isEmpty();
    if (!isSandbox() && origin.isEmpty()) {
        m_urlField->setProblem(tr("Write the address as https://host or https://host/v1."));
        m_baseUrl->setFocus();
        return;
    }
    const QString credential = m_spec.value("credential"_L1).toString();
    if (!newKey && credential.startsWith(u"secret:"_s) && origin != originOf(m_spec.value("base_url"_L1).toString())) {
        m_keyField->setProblem(tr("The stored key belongs to another address. Write the key for this one."));
        m_key->setFocus();
        return;
    }
    m_save->setEnabled(false);
    if (!newKey) {
        saveDocument();
        return;
    }
    // The key first: a document that names a secret which is not there would not be accepted.
    m_connection.api().put(client::pathOf({u"secrets"_s, name}), QJsonObject{{"value"_L1, m_key->text()}, {"bound_to"_L1, origin}}, this,
                           [this](const client::ApiResult& result) {
                               if (result.ok()) {
                                   saveDocument();
                                   return;
                               }
                               m_save->setEnabled(true);
                               m_keyField->setProblem(result.error->message);
                               m_bar->showError(tr("The key was not stored, and the provider not saved."), *result.error);
                           });
}

void ProviderForm::saveDocument() {
    const QString name = m_nameEdit->text().trimmed();
    QJsonObject body{{"kind"_L1, "provider"_L1}, {"name"_L1, name}, {"spec"_L1, spec()}, {"message"_L1, m_name.isEmpty() ? tr("Added in the console") : tr("Changed in the console")},
                     {"label"_L1, "production"_L1}};
    if (m_version > 0) body.insert("expect_version"_L1, m_version);
    m_connection.api().post(u"/documents"_s, body, this, [this, name](const client::ApiResult& result) {
        m_save->setEnabled(true);
        if (!result.ok()) {
            showProblems(*result.error);
            return;
        }
        m_name = name;
        m_key->clear();
        setEdited(false);
        load(name);
        Q_EMIT saved(name);
    });
}

void ProviderForm::showProblems(const client::ApiError& error) {
    bool placed = false;
    for (FormField* field : {m_nameField, m_connectorField, m_urlField, m_keyField, m_regionField, m_concurrentField, m_modelsField}) {
        const QString problem = error.messageAt(field->pointer());
        field->setProblem(problem);
        placed |= !problem.isEmpty();
    }
    for (const client::Violation& violation : error.violations) {
        const QStringList parts = violation.pointer.split(u'/');
        if (parts.value(2) == u"models"_s && parts.size() > 3) m_models->setProblem(parts[3].toInt(), violation.message);
    }
    if (error.kind == client::ApiError::Kind::Conflict)
        m_bar->show(MessageBar::Kind::Warning, tr("Somebody else changed this provider meanwhile."),
                    tr("Your edits are still here. Discard them to see the present version, then make them again."), error.details());
    else
        m_bar->showError(placed ? tr("The provider was not saved: see the marked fields.") : tr("The provider was not saved."), error);
}

void ProviderForm::clearProblems() {
    for (FormField* field : {m_nameField, m_connectorField, m_urlField, m_keyField, m_regionField, m_concurrentField, m_modelsField}) field->setProblem({});
    m_models->clearProblems();
}

void ProviderForm::check() {
    m_check->setEnabled(false);
    m_bar->show(MessageBar::Kind::Information, tr("Asking %1 for its models…").arg(originOf(m_baseUrl->text())));
    m_connection.api().post(client::pathOf({u"providers"_s, m_name, u"check"_s}), QJsonObject(), this, [this](const client::ApiResult& result) {
        m_check->setEnabled(true);
        if (!result.ok()) {
            m_bar->showError(tr("The check could not be made."), *result.error);
            return;
        }
        const QJsonObject said = result.object();
        if (said.value("ok"_L1).toBool())
            m_bar->show(MessageBar::Kind::Success, tr("The vendor answers, in %1.").arg(format::milliseconds(said.value("latency_ms"_L1).toDouble())),
                        said.value("message"_L1).toString());
        else
            m_bar->show(MessageBar::Kind::Error, tr("The vendor does not accept the calls of this provider."), said.value("message"_L1).toString());
    });
}

} // namespace signalbox::ui
