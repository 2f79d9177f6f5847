#include "ui/workflows/workflow_list.h"

#include "core/client/resources.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_table_model.h"

#include <QCoreApplication>
#include <QHash>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text, const char* comment = nullptr) { return QCoreApplication::translate("signalbox::ui", text, comment); }

QString orNone(const QString& text) { return text.isEmpty() ? format::none() : text; }

qint64 calls(const QJsonObject& row) { return static_cast<qint64>(row.value("calls_24h"_L1).toDouble()); }

} // namespace

QString healthOf(const QJsonObject& row) {
    if (row.value("archived"_L1).toBool()) return u"archived"_s;
    const QJsonValue success = row.value("success_24h"_L1);
    if (calls(row) == 0 || !success.isDouble()) return u"idle"_s;
    return success.toDouble() >= 0.99 ? u"healthy"_s : success.toDouble() >= 0.95 ? u"degraded"_s : u"failing"_s;
}

QString liveText(const QJsonObject& row) {
    const int live = row.value("labels"_L1).toObject().value("production"_L1).toInt();
    const int latest = row.value("latest"_L1).toInt();
    if (live == 0) return format::none();
    return live == latest ? QString::number(live) : tr("%1 of %2", "the live version, and the newest one").arg(live).arg(latest);
}

QString rolloutText(const QJsonObject& rollout) {
    if (rollout.isEmpty()) return {};
    return tr("%1 % to version %2").arg(rollout.value("percent"_L1).toInt()).arg(rollout.value("candidate"_L1).toInt());
}

QJsonArray withFigures(const QJsonArray& workflows, const QJsonArray& totals) {
    QHash<QString, QJsonObject> byName;
    for (const QJsonValue& total : totals) {
        // A group may be one version: the one with the most calls stands for the quantile, money adds up.
        QJsonObject figures = total.toObject();
        const QString name = figures.value("group"_L1).toString().section(u'@', 0, 0);
        if (const auto known = byName.constFind(name); known != byName.constEnd()) {
            const double cost = known->value("cost_usd"_L1).toString().toDouble() + figures.value("cost_usd"_L1).toString().toDouble();
            if (known->value("calls"_L1).toDouble() > figures.value("calls"_L1).toDouble()) figures = *known;
            figures.insert(u"cost_usd"_s, QString::number(cost, 'f', 9));
        }
        byName.insert(name, figures);
    }
    QJsonArray rows;
    for (const QJsonValue& workflow : workflows) {
        QJsonObject row = workflow.toObject();
        const QJsonObject figures = byName.value(row.value("name"_L1).toString());
        for (const auto& member : {u"end_to_end_p95_ms"_s, u"cost_usd"_s})
            if (figures.contains(member) && !row.contains(member)) row.insert(member, figures.value(member));
        rows.append(row);
    }
    return rows;
}

JsonTableModel* workflowListModel(QObject* parent) {
    const auto health = [](const QJsonObject& row, int role) -> QVariant {
        if (role == JsonTableModel::StatusRole) return healthOf(row);
        if (role == Qt::ToolTipRole) return tr("Of the last 24 hours: healthy from 99 % success on, degraded from 95 %, else failing");
        return {};
    };
    const auto protection = [](const QJsonObject& row, int role) -> QVariant {
        if (!row.value("protected"_L1).toArray().contains(QJsonValue(u"production"_s))) return {};
        if (role == JsonTableModel::StatusRole) return u"protected"_s;
        if (role == Qt::ToolTipRole) return tr("Its live version changes only with another person's approval");
        return {};
    };
    return new JsonTableModel(
        {
            {tr("Name"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("name"_L1).toString(); }, [](const QJsonObject& row) { return row.value("description"_L1).toString(); })},
            {tr("Health"), false, health},
            {tr("Live"), true, JsonTableModel::text(liveText, [](const QJsonObject& row) { return tr("Changed %1: %2").arg(format::absolute(client::timeOf(row.value("updated_at"_L1).toString())), row.value("message"_L1).toString()); }),
             tr("The version that serves (production), and the newest one where that is another")},
            {tr("Calls"), true, JsonTableModel::text([](const QJsonObject& row) { return format::shortCount(static_cast<double>(calls(row))); }, [](const QJsonObject& row) { return format::count(calls(row)); }), tr("In the last 24 hours, without trials")},
            {tr("Success"), true, JsonTableModel::text([](const QJsonObject& row) { return format::orNone(row.value("success_24h"_L1), format::share); }), tr("Calls of the last 24 hours whose task was done")},
            {tr("p95"), true, JsonTableModel::text([](const QJsonObject& row) { return format::orNone(row.value("end_to_end_p95_ms"_L1), format::milliseconds); }), tr("19 of 20 calls were answered within this time")},
            {tr("Cost"), true, JsonTableModel::text([](const QJsonObject& row) { return format::usd(row.value("cost_usd"_L1).toString()); }, [](const QJsonObject& row) { return format::exactUsd(row.value("cost_usd"_L1).toString()); }), tr("Of the last 24 hours, in US dollars")},
            {tr("Rollout"), false, JsonTableModel::text([](const QJsonObject& row) { return orNone(rolloutText(row.value("rollout"_L1).toObject())); }), tr("A newer version that gets a share of the calls")},
            {tr("Protection"), false, protection},
            {tr("Owner"), false, JsonTableModel::text([](const QJsonObject& row) { return orNone(row.value("owner"_L1).toString()); })},
            {tr("Description"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("description"_L1).toString(); }, [](const QJsonObject& row) { return row.value("description"_L1).toString(); })},
        },
        [](const QJsonObject& row) { return row.value("name"_L1).toString(); }, parent);
}

} // namespace signalbox::ui
