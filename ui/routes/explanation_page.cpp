#include "ui/routes/explanation_page.h"

#include "core/client/connection.h"
#include "core/client/resources.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/effective_policy.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/text_label.h"

#include <QUrlQuery>
#include <QVBoxLayout>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

JsonTableModel* targetsModel(QObject* parent) {
    return new JsonTableModel(
        {
            {ExplanationPage::tr("Order"), true, JsonTableModel::text([](const QJsonObject& row) { return row.value("eligible"_L1).toBool() ? QString::number(row.value("place"_L1).toInt()) : format::none(); })},
            {ExplanationPage::tr("Target"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("target"_L1).toString(); })},
            {ExplanationPage::tr("Would serve"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("eligible"_L1).toBool() ? ExplanationPage::tr("yes") : row.value("reason"_L1).toString(); })},
        },
        [](const QJsonObject& row) { return row.value("target"_L1).toString(); }, parent);
}

QString strategySentence(const QString& strategy) {
    if (strategy == "weighted"_L1) return ExplanationPage::tr("A target is drawn by weight; the others follow by weight when it cannot serve.");
    if (strategy == "cheapest"_L1) return ExplanationPage::tr("The target that costs least for the call serves; the next one when it cannot.");
    if (strategy == "fastest"_L1) return ExplanationPage::tr("The target that was fastest to its first token lately serves; the next one when it cannot.");
    return ExplanationPage::tr("The first target serves; the next one when it cannot.");
}

DataTable* readOnlyTable(const QString& name, const QString& title, JsonTableModel* model, const QList<int>& widths) {
    auto* table = new DataTable(name, title);
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setColumnWidths(widths);
    return table;
}

} // namespace

ExplanationPage::ExplanationPage(client::Connection& connection, QWidget* parent)
    : QWidget(parent), m_connection(connection), m_sentence((new TextLabel)->wrapped()), m_targetsHeading(new TextLabel(tr("Targets"), TextStyle::Heading)), m_targets(targetsModel(this)),
      m_targetTable(readOnlyTable(u"route-targets"_s, tr("Targets"), m_targets, {60, 200, 320})), m_policyHeading(new TextLabel(tr("Effective policy"), TextStyle::Heading)),
      m_policy(effectivePolicyModel(this)), m_policyTable(readOnlyTable(u"effective-policy"_s, tr("Effective policy"), m_policy, {260, 110, 160})) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_sentence);
    column->addWidget(m_targetsHeading);
    column->addWidget(m_targetTable, 1);
    column->addWidget(m_policyHeading);
    column->addWidget(m_policyTable, 2);
}

void ExplanationPage::setDocument(const QString& kind, const QString& name) {
    m_kind = kind;
    m_name = name;
    m_sentence->clear();
    m_targets->setRows({});
    m_policy->setRows({});
    m_targetsHeading->setVisible(kind == "route"_L1);
    m_targetTable->setVisible(kind == "route"_L1);
    m_policyHeading->setVisible(kind != "provider"_L1);
    m_policyTable->setVisible(kind != "provider"_L1);
}

void ExplanationPage::refresh() {
    if (m_name.isEmpty()) return;
    if (m_kind == "provider"_L1) return read(client::pathOf({u"documents"_s, m_kind, m_name}), {}, &ExplanationPage::showProvider);
    if (m_kind == "route"_L1) read(client::pathOf({u"routes"_s, m_name, u"explain"_s}), {}, &ExplanationPage::showRoute);
    read(u"/policies/effective"_s, m_kind == "route"_L1 ? u"route"_s : u"modules"_s, &ExplanationPage::showPolicy);
}

void ExplanationPage::read(const QString& path, const QString& member, void (ExplanationPage::*fill)(const QJsonObject&)) {
    QUrlQuery query;
    if (!member.isEmpty()) query.addQueryItem(member, m_name);
    m_connection.api().get(path, query, this, [this, fill, kind = m_kind, name = m_name](const client::ApiResult& result) {
        if (kind == m_kind && name == m_name && result.ok()) (this->*fill)(result.object());
    });
}

void ExplanationPage::showRoute(const QJsonObject& explanation) {
    m_sentence->setText(strategySentence(explanation.value("strategy"_L1).toString()));
    QJsonArray rows;
    int place = 0;
    for (const QJsonValue& target : explanation.value("order"_L1).toArray()) {
        QJsonObject row = target.toObject();
        if (row.value("eligible"_L1).toBool()) row.insert(u"place"_s, ++place);
        rows.append(row);
    }
    m_targets->setRows(rows);
}

void ExplanationPage::showProvider(const QJsonObject& document) {
    const QJsonObject spec = document.value("spec"_L1).toObject();
    QStringList models;
    for (const QJsonValue& model : spec.value("models"_L1).toArray()) models << model.toObject().value("id"_L1).toString();
    const QString connector = spec.value("connector"_L1).toString();
    m_sentence->setText(connector == "sandbox"_L1 ? tr("A simulated vendor inside the gateway: no call leaves this machine. Models: %1.").arg(models.join(u", "_s))
                                                  : tr("Calls go to %1 by the protocol '%2'. Models: %3.").arg(spec.value("base_url"_L1).toString(tr("the vendor's usual address")), connector, models.join(u", "_s)));
}

void ExplanationPage::showPolicy(const QJsonObject& effective) {
    m_policy->setRows(effectivePolicyRows(effective.value("policy"_L1).toObject(), effective.value("origins"_L1).toObject()));
    if (m_kind == "policy"_L1) m_sentence->setText(tr("Laid over 'default'. Each value below says which module it came from."));
}

} // namespace signalbox::ui
