#include "ui/widgets/effective_policy.h"

#include "ui/widgets/json_table_model.h"

#include <QCoreApplication>
#include <QLocale>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text, const char* comment = nullptr) { return QCoreApplication::translate("signalbox::ui", text, comment); }

QString valueText(const QJsonValue& value) {
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        if (list.isEmpty()) return tr("none");
        QStringList words;
        for (const QJsonValue& one : list) {
            if (!one.isString()) return tr("entries: %1").arg(list.size());
            words << one.toString();
        }
        return words.join(u", "_s);
    }
    if (value.isObject()) return tr("none");
    if (value.isBool()) return value.toBool() ? tr("yes") : tr("no");
    return value.isDouble() ? QLocale().toString(value.toDouble(), 'g', 12) : value.toString();
}

void flatten(const QJsonValue& value, const QString& pointer, const QJsonObject& origins, QJsonArray& rows) {
    if (value.isObject() && !value.toObject().isEmpty()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) flatten(member.value(), pointer + u'/' + member.key(), origins, rows);
        return;
    }
    QString setting = pointer.mid(1);
    setting.replace(u'/', u" › "_s).replace(u'_', u' ');
    rows.append(QJsonObject{{u"setting"_s, setting}, {u"value"_s, valueText(value)}, {u"origin"_s, origins.value(pointer).toString()}});
}

} // namespace

QJsonArray effectivePolicyRows(const QJsonObject& policy, const QJsonObject& origins) {
    QJsonArray rows;
    flatten(policy, {}, origins, rows);
    return rows;
}

JsonTableModel* effectivePolicyModel(QObject* parent) {
    return new JsonTableModel(
        {
            {tr("Setting"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("setting"_L1).toString(); })},
            {tr("Value"), true, JsonTableModel::text([](const QJsonObject& row) { return row.value("value"_L1).toString(); })},
            {tr("From"), false, JsonTableModel::text([](const QJsonObject& row) { return row.value("origin"_L1).toString(); }), tr("The module that says so; later modules override")},
        },
        [](const QJsonObject& row) { return row.value("setting"_L1).toString(); }, parent);
}

} // namespace signalbox::ui
