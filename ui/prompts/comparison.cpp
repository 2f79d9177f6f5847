#include "ui/prompts/comparison.h"

#include "core/base/message_pairs.h"
#include "ui/prompts/message_card.h"
#include "ui/widgets/json_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <optional>
#include <utility>
#include <vector>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text, const char* comment = nullptr) { return QCoreApplication::translate("signalbox::ui", text, comment); }

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

/// What one version says at a place, and where that is; undefined: it does not.
struct Said {
    int place = 0;
    QString role;
    QJsonValue text = QJsonValue::Undefined;
};

DiffSection section(const Said& before, const Said& after) {
    DiffSection section;
    section.left = before.text.toString();
    section.right = after.text.toString();
    section.onLeft = before.text.isString();
    section.onRight = after.text.isString();
    const Said& now = section.onRight ? after : before;
    if (now.role.isEmpty()) section.title = tr("Text");
    else if (section.onLeft && section.onRight && before.role != after.role)
        section.title = tr("%1. %2, was %3").arg(now.place + 1).arg(MessageCard::wordOf(after.role), MessageCard::wordOf(before.role));
    else section.title = tr("%1. %2", "number of a message, who says it").arg(now.place + 1).arg(MessageCard::wordOf(now.role));
    return section;
}

QList<DiffSection> messageSections(const QJsonArray& before, const QJsonArray& after) {
    struct Texts {
        explicit Texts(const QJsonArray& messages) {
            for (const QJsonValue& message : messages) said.push_back({message["role"_L1].toString().toUtf8(), message["content"_L1].toString().toUtf8()});
            for (const auto& [role, text] : said) views.push_back({{role.data(), static_cast<std::size_t>(role.size())}, {text.data(), static_cast<std::size_t>(text.size())}});
        }
        std::vector<std::pair<QByteArray, QByteArray>> said;
        std::vector<SaidMessage> views;
    };
    const auto saidAt = [](const QJsonArray& messages, std::optional<std::size_t> at) {
        if (!at) return Said{};
        const auto place = static_cast<int>(*at);
        return Said{place, messages[place]["role"_L1].toString(), messages[place]["content"_L1]};
    };
    QList<DiffSection> sections;
    const Texts left(before);
    const Texts right(after);
    for (const auto& [l, r] : pairedMessages(left.views, right.views)) sections.append(section(saidAt(before, l), saidAt(after, r)));
    return sections;
}

/// Of a partial, the gateway says `text`: it has none.
QString roleOf(const QJsonValue& role) { return role == "text"_L1 ? QString() : role.toString(); }

double money(const QJsonValue& value) { return value.isString() ? value.toString().toDouble() : value.toDouble(-1); }

} // namespace

Comparison comparisonFrom(const QJsonObject& diff) {
    Comparison comparison;
    for (const QJsonValue& one : diff.value("messages"_L1).toArray())
        comparison.sections.append(section({one["from_index"_L1].toInt(), roleOf(one["from_role"_L1]), one["from_text"_L1]}, {one["to_index"_L1].toInt(), roleOf(one["role"_L1]), one["to_text"_L1]}));
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
    if (before.contains("text"_L1) || after.contains("text"_L1)) comparison.sections = {section({0, {}, before.value("text"_L1)}, {0, {}, after.value("text"_L1)})};
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
