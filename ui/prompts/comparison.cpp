#include "ui/prompts/comparison.h"

#include "ui/prompts/message_card.h"
#include "ui/widgets/json_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text, const char* comment = nullptr) { return QCoreApplication::translate("Comparison", text, comment); }

QString shortText(const QJsonValue& value) {
    if (value.isUndefined() || value.isNull()) return tr("none", "a setting that is not there");
    if (value.isString()) return value.toString();
    if (value.isObject()) return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray()) return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return jsonText(value);
}

QString placeOf(QString pointer) {
    for (const auto prefix : {"/spec"_L1, "/parameters/"_L1}) {
        if (pointer.startsWith(prefix)) pointer.remove(0, prefix.size());
    }
    if (pointer.startsWith(u"/variables"_s)) return tr("variables %1", "a place in the contract of the variables").arg(pointer.mid(10)).trimmed();
    return pointer.startsWith(u'/') ? pointer.mid(1) : pointer;
}

void compareValues(const QJsonValue& before, const QJsonValue& after, const QString& pointer, QList<SettingChange>& changes) {
    if (before == after) return;
    if (before.isObject() && after.isObject()) {
        const QJsonObject a = before.toObject();
        const QJsonObject b = after.toObject();
        QStringList names = a.keys();
        for (const QString& name : b.keys())
            if (!a.contains(name)) names << name;
        for (const QString& name : std::as_const(names)) compareValues(a.value(name), b.value(name), pointer + u'/' + name, changes);
        return;
    }
    changes.append({placeOf(pointer), shortText(before), shortText(after)});
}

DiffSection section(int index, const QString& role, const QJsonValue& before, const QJsonValue& after) {
    DiffSection section;
    section.title = role.isEmpty() ? tr("Text") : tr("%1. %2", "number of a message, who says it").arg(index + 1).arg(MessageCard::wordOf(role));
    section.left = before.toString();
    section.right = after.toString();
    section.onLeft = before.isString();
    section.onRight = after.isString();
    return section;
}

QList<DiffSection> messageSections(const QJsonArray& before, const QJsonArray& after) {
    QList<DiffSection> sections;
    for (qsizetype at = 0; at < std::max(before.size(), after.size()); ++at) {
        const QJsonValue a = at < before.size() ? before.at(at) : QJsonValue();
        const QJsonValue b = at < after.size() ? after.at(at) : QJsonValue();
        const QString was = a["role"_L1].toString();
        const QString is = b["role"_L1].toString();
        DiffSection one = section(static_cast<int>(at), is.isEmpty() ? was : is, a["content"_L1], b["content"_L1]);
        if (!was.isEmpty() && !is.isEmpty() && was != is) one.title = tr("%1. %2, was %3").arg(at + 1).arg(MessageCard::wordOf(is), MessageCard::wordOf(was));
        sections.append(one);
    }
    return sections;
}

double money(const QJsonValue& value) { return value.isString() ? value.toString().toDouble() : value.toDouble(-1); }

} // namespace

Comparison comparisonFrom(const QJsonObject& diff) {
    Comparison comparison;
    for (const QJsonValue& one : diff.value("messages"_L1).toArray())
        comparison.sections.append(section(one["index"_L1].toInt(), one["role"_L1].toString(), one["from_text"_L1], one["to_text"_L1]));
    for (const auto part : {"parameters"_L1, "contracts"_L1})
        for (const QJsonValue& one : diff.value(part).toArray())
            comparison.settings.append({placeOf(one["pointer"_L1].toString()), shortText(one["from"_L1]), shortText(one["to"_L1])});
    comparison.tokensBefore = diff.value("tokens"_L1)["from"_L1].toInt(-1);
    comparison.tokensAfter = diff.value("tokens"_L1)["to"_L1].toInt(-1);
    comparison.costBefore = money(diff.value("estimated_cost"_L1)["from_usd"_L1]);
    comparison.costAfter = money(diff.value("estimated_cost"_L1)["to_usd"_L1]);
    comparison.costTarget = diff.value("estimated_cost"_L1)["target"_L1].toString();
    return comparison;
}

Comparison comparisonOf(const QJsonObject& before, const QJsonObject& after) {
    Comparison comparison;
    if (before.contains("text"_L1) || after.contains("text"_L1)) comparison.sections = {section(0, {}, before.value("text"_L1), after.value("text"_L1))};
    if (before.contains("messages"_L1) || after.contains("messages"_L1)) comparison.sections += messageSections(before.value("messages"_L1).toArray(), after.value("messages"_L1).toArray());
    compareValues(before.value("description"_L1), after.value("description"_L1), tr("description"), comparison.settings);
    compareValues(before.value("parameters"_L1).toObject(), after.value("parameters"_L1).toObject(), u"/parameters"_s, comparison.settings);
    compareValues(before.value("variables"_L1).toObject(), after.value("variables"_L1).toObject(), u"/variables"_s, comparison.settings);
    comparison.tokensBefore = estimatedTokens(PromptDraft::fromSpec(before, 0));
    comparison.tokensAfter = estimatedTokens(PromptDraft::fromSpec(after, 0));
    comparison.estimated = true;
    return comparison;
}

QList<DiffSection> renderedSections(const QJsonArray& before, const QJsonArray& after) { return messageSections(before, after); }

} // namespace signalbox::ui
