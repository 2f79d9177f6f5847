#include "ui/routes/document_list.h"

#include "core/client/resources.h"
#include "ui/routes/routes_panel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"
#include "ui/widgets/theme.h"

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QVariant labelsCell(const QJsonObject& row, int role) {
    QStringList labels;
    QStringList guarded;
    const QJsonArray isProtected = row.value("protected"_L1).toArray();
    const QJsonObject all = row.value("labels"_L1).toObject();
    for (auto label = all.begin(); label != all.end(); ++label) {
        if (label.key() == "latest"_L1) continue;
        if (isProtected.contains(QJsonValue(label.key()))) {
            guarded << label.key();
            labels << RoutesPanel::tr("%1 (protected)", "a label").arg(label.key());
        } else if (label.key() != "production"_L1) {
            labels << label.key() + u' ' + QString::number(label.value().toInt());
        }
    }
    if (role == Qt::DisplayRole) return labels.join(u", "_s);
    if (role == Qt::DecorationRole && !guarded.isEmpty()) return Theme::current().icon(u"lock"_s, Token::Held);
    if (role == Qt::ToolTipRole && !guarded.isEmpty()) return RoutesPanel::tr("Moves only when another person approves: %1", "labels").arg(guarded.join(u", "_s));
    return {};
}

} // namespace

QString kindWord(const QString& kind) {
    if (kind == "provider"_L1) return RoutesPanel::tr("Provider");
    if (kind == "policy"_L1) return RoutesPanel::tr("Policy");
    return RoutesPanel::tr("Route");
}

JsonTableModel* documentListModel(QObject* parent) {
    return new JsonTableModel(
        {
            {RoutesPanel::tr("Name"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("name"_L1).toString(); })},
            {RoutesPanel::tr("Kind"), false, JsonTableModel::text([](const QJsonObject& row) { return kindWord(row.value("kind"_L1).toString()); })},
            {RoutesPanel::tr("Live"), true, JsonTableModel::text([](const QJsonObject& row) {
                 const QJsonObject labels = row.value("labels"_L1).toObject();
                 const int live = labels.value("production"_L1).toInt();
                 const int latest = row.value("latest"_L1).toInt();
                 if (row.value("archived"_L1).toBool()) return RoutesPanel::tr("archived");
                 return live == latest ? QString::number(live) : RoutesPanel::tr("%1 of %2").arg(live).arg(latest);
             }), RoutesPanel::tr("The version that serves (production), and the newest one where that is another")},
            {RoutesPanel::tr("Changed"), false, JsonTableModel::text([](const QJsonObject& row) { return format::relative(client::timeOf(row.value("updated_at"_L1).toString())); },
                                                                     [](const QJsonObject& row) { return format::absolute(client::timeOf(row.value("updated_at"_L1).toString())); })},
            {RoutesPanel::tr("Labels"), false, labelsCell},
        },
        [](const QJsonObject& row) { return row.value("kind"_L1).toString() + u'/' + row.value("name"_L1).toString(); }, parent);
}

QJsonArray inListOrder(const QJsonArray& documents) {
    QJsonArray rows;
    for (const auto& kind : {u"route"_s, u"policy"_s, u"provider"_s})
        for (const QJsonValue& row : documents)
            if (row["kind"_L1].toString() == kind) rows.append(row);
    return rows;
}

} // namespace signalbox::ui
