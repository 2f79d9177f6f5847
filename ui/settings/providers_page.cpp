#include "ui/settings/providers_page.h"

#include "core/client/connection.h"
#include "ui/settings/provider_form.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUrlQuery>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ProvidersPage::ProvidersPage(const PanelContext& context, QWidget* parent)
    : SettingsPage(context, tr("Providers"), tr("The vendors behind the gateway, their models and prices. Keys are asked for once and kept encrypted by the gateway."), parent),
      m_table(new DataTable(u"settings-providers"_s, tr("Providers"))), m_add(new QPushButton(tr("Add provider"))), m_stack(new QStackedWidget) {
    const auto name = [](const QJsonObject& row) { return row.value("name"_L1).toString(); };
    m_model = new JsonTableModel({{tr("Provider"), false,
                                   [this, name](const QJsonObject& row, int role) -> QVariant {
                                       const ProviderForm* form = m_forms.value(name(row));
                                       if (role == Qt::DisplayRole) return form && form->hasEdits() ? tr("%1 (edited)").arg(name(row)) : name(row);
                                       if (role == Qt::ToolTipRole) return row.value("message"_L1).toString();
                                       return {};
                                   }},
                                  {tr("Version"), true, JsonTableModel::text([](const QJsonObject& row) { return QString::number(row.value("latest"_L1).toInt()); })}},
                                 name, this);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidths({160, 70});
    m_add->setObjectName(u"provider-add"_s);

    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_table, 1);
    left->addWidget(m_add);
    auto* body = new QHBoxLayout;
    body->setSpacing(16);
    body->addLayout(left, 2);
    body->addWidget(m_stack, 5);
    column()->addLayout(body, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        if (!rows.isEmpty()) showForm(m_model->idAt(rows.first().row()));
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_table->clearSelection();
        showForm({});
    });
    connect(&connection().events(), &client::EventStream::document, this, [this](const QJsonObject& change) {
        if (change.value("kind"_L1).toString() == u"provider"_s && isVisible()) read();
    });
    connect(&connection(), &client::Connection::identityChanged, this,
            [this] { m_add->setVisible(connection().may(client::Role::Operator)); });
    m_add->setVisible(connection().may(client::Role::Operator));
}

ProviderForm* ProvidersPage::formFor(const QString& name) {
    ProviderForm*& form = m_forms[name];
    if (form) return form;
    form = new ProviderForm(connection());
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* scroll = new QScrollArea;
    scroll->setWidget(form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("The chosen provider"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    form->setProperty("page", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(scroll);
    m_stack->addWidget(card);
    connect(form, &ProviderForm::editedChanged, m_model, &JsonTableModel::touch);
    connect(form, &ProviderForm::sandboxRequested, this,
            [this, form] { Q_EMIT linkRequested(linkTo(u"settings"_s, {u"sandbox"_s, form->name()})); });
    connect(form, &ProviderForm::saved, this, [this, form](const QString& saved) {
        if (m_forms.value({}) == form) {
            // The new one has its name now.
            m_forms.remove({});
            m_forms.insert(saved, form);
        }
        m_wanted = saved;
        bar()->showFor(tr("%1 is saved and in force.", "a provider").arg(saved));
        readList();
    });
    return form;
}

void ProvidersPage::showForm(const QString& name) {
    ProviderForm* form = formFor(name);
    for (int at = 0; at < m_stack->count(); ++at)
        if (m_stack->widget(at)->isAncestorOf(form)) m_stack->setCurrentIndex(at);
    if (!name.isEmpty()) form->load(name);
}

void ProvidersPage::read() {
    readList();
    for (auto form = m_forms.begin(); form != m_forms.end(); ++form)
        if (!form.key().isEmpty() && form.value()->isVisible()) form.value()->load(form.key());
}

void ProvidersPage::readList() {
    if (!connection().api().hasServer()) return;
    QUrlQuery query;
    query.addQueryItem(u"kind"_s, u"provider"_s);
    connection().api().get(u"/documents"_s, query, this, [this](const client::ApiResult& result) {
        if (!result.ok()) {
            bar()->showError(tr("The providers could not be read."), *result.error);
            bar()->setAction(tr("Try again"), [this] { read(); });
            return;
        }
        m_model->setRows(result.items());
        const int wanted = m_model->rowOfId(m_wanted);
        if (wanted >= 0) {
            m_wanted.clear();
            m_table->selectRow(wanted);
        } else if (!m_table->selectionModel()->hasSelection() && m_stack->count() == 0) {
            m_model->rowCount() > 0 ? m_table->selectRow(0) : showForm({});
        }
    });
}

bool ProvidersPage::open(const QStringList& path) {
    if (path.isEmpty()) return true;
    const int row = m_model->rowOfId(path.first());
    if (row >= 0)
        m_table->selectRow(row);
    else
        m_wanted = path.first();
    return true;
}

} // namespace signalbox::ui
