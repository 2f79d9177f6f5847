#include "ui/prompts/prompt_draft.h"

#include "ui/widgets/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

PromptDraft PromptDraft::fromSpec(const QJsonObject& spec, qint64 base) {
    PromptDraft draft;
    draft.base = base;
    draft.description = spec.value("description"_L1).toString();
    draft.partial = spec.contains("text"_L1) && !spec.contains("messages"_L1);
    draft.text = spec.value("text"_L1).toString();
    for (const QJsonValue& one : spec.value("messages"_L1).toArray()) draft.messages.append({one["role"_L1].toString(), one["content"_L1].toString()});
    if (spec.value("variables"_L1).isObject()) draft.variables = jsonText(spec.value("variables"_L1));
    draft.parameters = spec.value("parameters"_L1).toObject();
    return draft;
}

PromptDraft PromptDraft::fresh(bool partial) {
    PromptDraft draft;
    draft.partial = partial;
    if (!partial) draft.messages = {{u"system"_s, {}}, {u"user"_s, {}}};
    return draft;
}

QJsonObject PromptDraft::spec() const {
    QJsonObject spec;
    if (!description.isEmpty()) spec.insert(u"description"_s, description);
    if (partial) {
        spec.insert(u"text"_s, text);
    } else {
        QJsonArray list;
        for (const PromptMessage& one : messages) list.append(QJsonObject{{u"role"_s, one.role}, {u"content"_s, one.content}});
        spec.insert(u"messages"_s, list);
    }
    const QJsonObject contract = QJsonDocument::fromJson(variables.toUtf8()).object();
    if (!contract.isEmpty()) spec.insert(u"variables"_s, contract);
    if (!parameters.isEmpty() && !partial) spec.insert(u"parameters"_s, parameters);
    return spec;
}

bool PromptDraft::sameAs(const PromptDraft& other) const {
    return name == other.name && partial == other.partial && description == other.description && messages == other.messages && text == other.text &&
           parameters == other.parameters && (variables.trimmed() == other.variables.trimmed() || (spec() == other.spec() && variables.trimmed().isEmpty() == other.variables.trimmed().isEmpty()));
}

QString PromptDraft::allText() const {
    QString all = text;
    for (const PromptMessage& one : messages) all += one.content + u'\n';
    return all;
}

QString PromptDraft::toText() const {
    QJsonArray list;
    for (const PromptMessage& one : messages) list.append(QJsonObject{{u"role"_s, one.role}, {u"content"_s, one.content}});
    const QJsonObject all{{u"base"_s, base},           {u"name"_s, name}, {u"partial"_s, partial},     {u"description"_s, description}, {u"messages"_s, list},
                          {u"text"_s, text},           {u"variables"_s, variables}, {u"parameters"_s, parameters}, {u"message"_s, message}};
    return QString::fromUtf8(QJsonDocument(all).toJson());
}

std::optional<PromptDraft> PromptDraft::fromText(const QString& text) {
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject()) return {};
    const QJsonObject all = document.object();
    PromptDraft draft = fromSpec(all, static_cast<qint64>(all.value("base"_L1).toDouble()));
    draft.name = all.value("name"_L1).toString();
    draft.partial = all.value("partial"_L1).toBool();
    draft.variables = all.value("variables"_L1).toString();
    draft.message = all.value("message"_L1).toString();
    return draft;
}

int estimatedTokens(const QString& text) {
    double tokens = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x250) tokens += 0.25;
        else if (!c.isLowSurrogate()) tokens += 0.7;
    }
    return static_cast<int>(tokens + 0.99);
}

int estimatedTokens(const PromptDraft& draft) {
    int tokens = estimatedTokens(draft.text);
    for (const PromptMessage& one : draft.messages) tokens += estimatedTokens(one.content) + 4; // role and separators
    return tokens;
}

} // namespace signalbox::ui
