#include "tests/support/fake_workflows.h"

#include "core/model/yaml.h"
#include "tests/support/fake_data.h"
#include "tests/support/fake_prompts.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <boost/json/serialize.hpp>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QString ago(double seconds) { return QDateTime::currentDateTimeUtc().addMSecs(-static_cast<qint64>(seconds * 1000)).toString(Qt::ISODateWithMs); }

QJsonObject listOf(const QJsonArray& items) { return {{"items"_L1, items}, {"next"_L1, QJsonValue()}}; }

QString templateFile(const QString& name) {
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/templates/") + name + u".yaml"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The template's documents, its head first.
QJsonArray documentsIn(const QString& name) {
    QJsonArray documents;
    const auto parsed = model::parseDocuments(templateFile(name).toStdString());
    if (!parsed) return documents;
    for (const auto& document : *parsed) documents.append(QJsonDocument::fromJson(QByteArray::fromStdString(boost::json::serialize(document))).object());
    return documents;
}

QJsonObject workflowSpec(const QString& name) {
    const QJsonArray documents = documentsIn(name);
    for (const QJsonValue& document : documents)
        if (document["kind"_L1].toString() == u"workflow") return document["spec"_L1].toObject();
    return {};
}

/// What the gateway's outline says, near enough.
void outline(const QJsonObject& schema, const QString& name, const QString& pointer, bool required, int depth, QJsonArray& rows) {
    QStringList words;
    QStringList choices;
    for (const QJsonValue& choice : schema.value("enum"_L1).toArray()) choices << choice.toString(u"null"_s);
    if (!choices.isEmpty()) words << u"One of "_s + choices.join(u", "_s);
    if (const int most = schema.value("maxLength"_L1).toInt(); most > 0) words << u"At most %1 characters"_s.arg(most);
    if (const int most = schema.value("maxItems"_L1).toInt(); most > 0) words << u"at most %1 elements"_s.arg(most);
    if (schema.contains("minimum"_L1)) words << u"from %1 to %2"_s.arg(schema.value("minimum"_L1).toDouble()).arg(schema.value("maximum"_L1).toDouble());
    QString type = schema.value("type"_L1).toString();
    if (type == u"string") type = u"text"_s;
    if (type == u"array") type = u"list of "_s + (schema.value("items"_L1)["type"_L1].toString() == u"object" ? u"objects"_s : u"text"_s);
    if (schema.value("type"_L1).isArray()) type = schema.value("type"_L1)[0].toString() + u" or null"_s;
    rows.append(QJsonObject{{"pointer"_L1, pointer}, {"name"_L1, name}, {"type"_L1, type}, {"required"_L1, required}, {"constraints"_L1, words.isEmpty() ? QString() : QString(words.join(u"; "_s) + u'.')},
                            {"description"_L1, schema.value("description"_L1).toString()}, {"depth"_L1, depth}});
    const QJsonArray needed = schema.value("required"_L1).toArray();
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property)
        outline(property.value().toObject(), property.key(), pointer + u"/properties/"_s + property.key(), needed.contains(QJsonValue(property.key())), depth + 1, rows);
    if (const QJsonObject items = schema.value("items"_L1).toObject(); items.contains("properties"_L1)) outline(items, u"[]"_s, pointer + u"/items"_s, false, depth + 1, rows);
}

QJsonArray workflowRows() {
    const auto row = [](const char* name, int live, int latest, int calls, QJsonValue success, const char* owner, double age) {
        const QString text = QLatin1StringView(name);
        return QJsonObject{{"kind"_L1, "workflow"_L1}, {"name"_L1, text}, {"labels"_L1, QJsonObject{{"latest"_L1, latest}, {"production"_L1, live}}}, {"latest"_L1, latest}, {"updated_at"_L1, ago(age)}, {"author"_L1, "kim"_L1},
                           {"message"_L1, "Ask for facts before answering"_L1}, {"archived"_L1, false}, {"description"_L1, workflowSpec(text).value("description"_L1)}, {"calls_24h"_L1, calls}, {"success_24h"_L1, success},
                           {"owner"_L1, QLatin1StringView(owner)}, {"rollout"_L1, QJsonValue()}, {"protected"_L1, QJsonArray()}};
    };
    QJsonObject reply = row("support-reply", 3, 4, 4812, 0.9938, "support", 3600 * 5);
    QJsonObject rollout = rolloutData();
    for (const auto& [member, value] : {std::pair<QString, QJsonValue>{u"kind"_s, u"workflow"_s}, {u"name"_s, u"support-reply"_s}, {u"stable"_s, 3}, {u"candidate"_s, 4}}) rollout.insert(member, value);
    reply.insert("rollout"_L1, rollout);
    QJsonObject moderation = row("content-moderation", 6, 6, 31240, 0.9641, "trust-and-safety", 86400);
    moderation.insert("protected"_L1, QJsonArray{"production"_L1});
    return {moderation, row("document-extraction", 2, 2, 912, 0.9978, "finance-systems", 86400 * 3), row("sql-question", 1, 1, 0, QJsonValue(), "analytics", 86400 * 9), reply,
            row("ticket-triage", 4, 5, 2210, 0.9124, "service-desk", 3600 * 20)};
}

QJsonObject workflowData(const QString& name) {
    const QJsonObject spec = workflowSpec(name);
    QJsonArray input;
    QJsonArray output;
    outline(spec.value("input_schema"_L1).toObject(), {}, {}, true, 0, input);
    outline(spec.value("output_schema"_L1).toObject(), {}, {}, true, 0, output);
    const QJsonObject policy{{"reliability"_L1, QJsonObject{{"connect_timeout_ms"_L1, 2000}, {"first_token_timeout_ms"_L1, 8000}, {"attempt_timeout_ms"_L1, 20000}, {"total_timeout_ms"_L1, 40000}, {"max_attempts_per_target"_L1, 2},
                                                           {"backoff"_L1, QJsonObject{{"base_ms"_L1, 200}, {"cap_ms"_L1, 2000}}}, {"degrade"_L1, QJsonArray()}}},
                             {"governance"_L1, QJsonObject{{"data_class"_L1, "confidential"_L1}, {"retention"_L1, QJsonObject{{"payload_days"_L1, 14}, {"record_days"_L1, 400}}}, {"callback_hosts"_L1, QJsonArray()}}}};
    const QString module = name + u"@1"_s;
    const QJsonObject origins{{"/reliability/connect_timeout_ms"_L1, "default@1"_L1}, {"/reliability/first_token_timeout_ms"_L1, module}, {"/reliability/attempt_timeout_ms"_L1, module}, {"/reliability/total_timeout_ms"_L1, module},
                              {"/reliability/max_attempts_per_target"_L1, module}, {"/reliability/backoff/base_ms"_L1, module}, {"/reliability/backoff/cap_ms"_L1, module}, {"/governance/data_class"_L1, module},
                              {"/governance/retention/payload_days"_L1, module}, {"/governance/retention/record_days"_L1, "default@1"_L1}};
    const QString url = u"http://127.0.0.1:8787/v1/workflows/"_s + name + u"/runs"_s;
    return {{"name"_L1, name},
            {"version"_L1, 3},
            {"labels"_L1, QJsonObject{{"latest"_L1, 4}, {"production"_L1, 3}}},
            {"problem"_L1, ""_L1},
            {"example_input"_L1, spec.value("input_schema"_L1)["examples"_L1][0]},
            {"spec"_L1, spec},
            {"outline"_L1, QJsonObject{{"input"_L1, input}, {"output"_L1, output}}},
            {"prompt"_L1, QJsonObject{{"name"_L1, name}, {"reference"_L1, name}, {"version"_L1, 7}, {"labels"_L1, QJsonObject{{"latest"_L1, 8}, {"production"_L1, 7}}}}},
            {"route"_L1, QJsonObject{{"name"_L1, name}, {"reference"_L1, name}, {"version"_L1, 2}, {"labels"_L1, QJsonObject{{"latest"_L1, 2}, {"production"_L1, 2}}}}},
            {"policy"_L1, policy},
            {"origins"_L1, origins},
            {"escalation"_L1, QJsonArray{QJsonObject{{"sentence"_L1, "output.reply matches a card number's pattern"_L1}, {"action"_L1, "block"_L1}, {"reason"_L1, "The reply contains what looks like a card number"_L1}},
                                         QJsonObject{{"sentence"_L1, "output.needs_human is true"_L1}, {"action"_L1, "flag"_L1}, {"reason"_L1, "The model asks for a person"_L1}},
                                         QJsonObject{{"sentence"_L1, "output.confidence is below 0.7"_L1}, {"action"_L1, "flag"_L1}, {"reason"_L1, ""_L1}}}},
            {"routing"_L1, QJsonArray{QJsonObject{{"target"_L1, "sandbox/small"_L1}, {"sentence"_L1, "First, when input_tokens is at most 3,000."_L1}}, QJsonObject{{"target"_L1, "sandbox/large"_L1}, {"sentence"_L1, "Otherwise, and when the one before cannot."_L1}}}},
            {"curl"_L1, QString(u"curl -s "_s + url + u" \\\n  -H \"Authorization: Bearer $SIGNALBOX_KEY\" \\\n  -H \"Content-Type: application/json\" \\\n  -d '{\"input\": {\"message\": \"Where is my parcel?\"}}'"_s)},
            {"python"_L1, QString(u"import os, requests\n\nanswer = requests.post(\n    \""_s + url + u"\",\n    headers={\"Authorization\": f\"Bearer {os.environ['SIGNALBOX_KEY']}\"},\n    json={\"input\": {\"message\": \"Where is my parcel?\"}},\n)\nanswer.raise_for_status()\nprint(answer.json()[\"output\"])"_s)},
            {"javascript"_L1, QString(u"const answer = await fetch(\""_s + url + u"\", {\n  method: \"POST\",\n  headers: { Authorization: `Bearer ${process.env.SIGNALBOX_KEY}`, \"Content-Type\": \"application/json\" },\n  body: JSON.stringify({ input: { message: \"Where is my parcel?\" } }),\n});\nconsole.log((await answer.json()).output);"_s)},
            {"health"_L1, QJsonObject{{"calls_24h"_L1, 4812}, {"success_24h"_L1, 0.9938}, {"error_24h"_L1, 0.0062}, {"degraded_24h"_L1, 3}, {"cost_24h_usd"_L1, "0.814200000"_L1}, {"first_token_p50_ms"_L1, QJsonValue()},
                                       {"end_to_end_p50_ms"_L1, 1480}, {"end_to_end_p95_ms"_L1, 2840.5}, {"cost_per_success_usd"_L1, "0.000171000"_L1}}}};
}

QJsonArray versionRows(const QString& name) {
    QJsonArray versions;
    for (int version = 4; version > 0; --version)
        versions.append(QJsonObject{{"kind"_L1, "workflow"_L1}, {"name"_L1, name}, {"version"_L1, version}, {"content_hash"_L1, QString(u"9be1c0a77d2e94b"_s + QString::number(version))}, {"author"_L1, version % 2 ? "kim"_L1 : "ana"_L1},
                                    {"message"_L1, version == 4 ? "Flag angry customers"_L1 : version == 1 ? "From the template"_L1 : "Ask for facts before answering"_L1}, {"created_at"_L1, ago(3600.0 * 9 * (5 - version))},
                                    {"labels"_L1, version == 4 ? QJsonArray{"latest"_L1, "staging"_L1} : version == 3 ? QJsonArray{"production"_L1} : QJsonArray()}});
    return versions;
}

QJsonArray runRows(const QUrlQuery& query) {
    const QString workflow = query.queryItemValue(u"workflow"_s);
    const int limit = std::max(1, query.queryItemValue(u"limit"_s).toInt());
    QJsonArray items;
    for (int at = 0; at < 60 && items.size() < limit; ++at) {
        QJsonObject run = at == 2 ? workflowRunData() : runData(at);
        run.insert("workflow"_L1, QString(workflow + (at % 4 ? u"@3"_s : u"@4"_s)));
        run.insert("prompt"_L1, QString(workflow + u"@7"_s));
        run.insert("requested_model"_L1, QString(u"workflow/"_s + workflow));
        run.insert("trial"_L1, at % 11 == 5);
        if (run.value("trial"_L1).toBool() && query.queryItemValue(u"trial"_s).isEmpty()) continue;
        items.append(run);
    }
    return items;
}

QJsonObject storyData(const QString& id) {
    const auto document = [](const char* kind, const char* name, int version, const char* author, const char* message, const QJsonValue& promoted) {
        return QJsonObject{{"kind"_L1, QLatin1StringView(kind)}, {"name"_L1, QLatin1StringView(name)}, {"version"_L1, version}, {"content_hash"_L1, "9be1c0a77d2e94b3"_L1}, {"author"_L1, QLatin1StringView(author)},
                           {"message"_L1, QLatin1StringView(message)}, {"created_at"_L1, ago(3600 * 30)}, {"promoted"_L1, promoted}};
    };
    const QJsonObject approval{{"id"_L1, 1}, {"requested_by"_L1, "kim"_L1}, {"requested_at"_L1, ago(3600 * 27)}, {"approved_by"_L1, "ana"_L1}, {"at"_L1, ago(3600 * 26)}, {"test_run_id"_L1, ""_L1}, {"note"_L1, ""_L1}};
    const QJsonObject promoted{{"label"_L1, "production"_L1}, {"at"_L1, ago(3600 * 26)}, {"by"_L1, "kim"_L1}, {"from"_L1, 6}, {"message"_L1, ""_L1}, {"approval"_L1, approval}};
    const QJsonObject first{{"label"_L1, "production"_L1}, {"at"_L1, ago(86400 * 9)}, {"by"_L1, "signalboxd"_L1}, {"from"_L1, QJsonValue()}, {"message"_L1, ""_L1}, {"approval"_L1, QJsonValue()}};
    QJsonObject run = workflowRunData();
    run.insert("id"_L1, id);
    return {{"run"_L1, run},
            {"documents"_L1, QJsonArray{document("workflow", "support-reply", 3, "kim", "Ask for facts before answering", first), document("prompt", "support-reply", 7, "kim", "Shorter, and one apology at most", promoted),
                                        document("route", "support-reply", 2, "lee", "Long messages on the large model", first), document("policy", "support-reply", 1, "signalboxd", "made by the first start", QJsonValue())}},
            {"models"_L1, QJsonArray{QJsonObject{{"provider"_L1, "sandbox"_L1}, {"model"_L1, "small"_L1}, {"served"_L1, true}, {"simulated"_L1, true}, {"upstream_request_id"_L1, ""_L1}}}}};
}

QJsonObject templateRow(const QString& name) {
    const QJsonArray all = documentsIn(name);
    QJsonObject head = all.first().toObject();
    head.remove("kind"_L1);
    QJsonArray documents;
    for (qsizetype at = 1; at < all.size(); ++at) documents.append(QJsonObject{{"kind"_L1, all[at]["kind"_L1]}, {"name"_L1, all[at]["name"_L1]}});
    head.insert("documents"_L1, documents);
    head.insert("builtin"_L1, true);
    return head;
}

QJsonArray templateRows() {
    QJsonArray rows;
    for (const auto& name : {u"content-moderation"_s, u"document-extraction"_s, u"sql-question"_s, u"summary"_s, u"support-reply"_s, u"ticket-triage"_s}) rows.append(templateRow(name));
    rows.append(QJsonObject{{"name"_L1, "refund-check"_L1}, {"title"_L1, "Refund check"_L1}, {"description"_L1, "Says whether a refund is within the rules of the shop, and quotes the rule."_L1}, {"tags"_L1, QJsonArray{"shop"_L1}}, {"builtin"_L1, false},
                            {"documents"_L1, QJsonArray{QJsonObject{{"kind"_L1, "workflow"_L1}, {"name"_L1, "refund-check"_L1}}, QJsonObject{{"kind"_L1, "prompt"_L1}, {"name"_L1, "refund-check"_L1}}}}});
    return rows;
}

ControlReply trialReply() {
    const QString output = u"{\"reply\":\"Your parcel was handed to the carrier on 3 March and should be with you on 7 March, before the weekend.\",\"category\":\"delivery\",\"sentiment\":\"frustrated\",\"needs_human\":false,\"open_questions\":[],\"confidence\":6.4E-1}"_s;
    // As text: a gateway keeps the order of members.
    ControlReply reply{200, QJsonValue(u"{\"id\":\"run_0WORKFLOW0001\",\"workflow\":\"support-reply@3\",\"prompt\":\"support-reply@7\",\"status\":\"succeeded\",\"output\":%1,\"repaired\":true,\"flagged\":[],\"usage\":{\"input_tokens\":612,\"output_tokens\":74},"
                                      "\"cost_usd\":\"0.000136200\",\"target\":\"sandbox/small\",\"attempts\":2}"_s.arg(output))};
    reply.headers = {{"x-signalbox-run-id", workflowRunData().value("id"_L1).toString().toLatin1()}, {"x-signalbox-target", "sandbox/small"}, {"x-signalbox-cost-usd", "0.000136200"}};
    return reply;
}

std::optional<ControlReply> read(const ControlRequest& request, const QStringList& parts) {
    const QString& path = request.path;
    const QString kind = request.query.queryItemValue(u"kind"_s);
    if (path == u"/documents" && (kind == u"workflow" || kind.isEmpty())) {
        QJsonArray rows = kind.isEmpty() ? documentsData({}) : QJsonArray();
        for (const QJsonValue& row : workflowRows())
            if (row["name"_L1].toString().contains(request.query.queryItemValue(u"q"_s))) rows.append(row);
        return ControlReply{200, listOf(rows)};
    }
    if (parts.value(0) == u"workflows" && parts.size() == 2) {
        if (workflowSpec(parts[1]).isEmpty()) return ControlReply{404, errorBody(u"not_found"_s, u"There is no workflow %1."_s.arg(parts[1]), {}, u"document_not_found"_s)};
        return ControlReply{200, workflowData(parts[1])};
    }
    if (parts.value(0) == u"documents" && parts.value(1) == u"workflow") {
        if (parts.value(3) == u"labels" && parts.value(5) == u"history") {
            const bool moved = parts[4] == u"production";
            return ControlReply{200, listOf({QJsonObject{{"from"_L1, moved ? QJsonValue(2) : QJsonValue()}, {"to"_L1, moved ? 3 : 4}, {"at"_L1, ago(3600 * 26)}, {"actor"_L1, "kim"_L1}, {"message"_L1, ""_L1}, {"approval_id"_L1, QJsonValue()}}})};
        }
        if (parts.value(3) == u"versions") return ControlReply{200, listOf(versionRows(parts[2]))};
        if (parts.value(3) == u"yaml") {
            const QString file = templateFile(parts[2]);
            const qsizetype from = file.indexOf(u"kind: workflow"_s);
            QString text = file.mid(from, file.indexOf(u"\n---"_s, from) - from + 1);
            // Older versions differ in a line.
            if (const QString version = request.query.queryItemValue(u"version"_s); !version.isEmpty() && version != u"4") text.replace(u"  owner: "_s, u"  owner: former-"_s);
            return ControlReply{200, QJsonValue(text)};
        }
        if (parts.size() == 3) {
            QJsonObject newest = versionRows(parts[2]).first().toObject();
            newest.insert("protected_labels"_L1, parts[2] == u"content-moderation" ? QJsonArray{"production"_L1} : QJsonArray());
            newest.insert("spec"_L1, workflowSpec(parts[2]));
            return ControlReply{200, newest};
        }
    }
    if (path == u"/runs" && request.query.hasQueryItem(u"workflow"_s)) return ControlReply{200, listOf(runRows(request.query))};
    if (parts.value(0) == u"runs" && parts.value(2) == u"story") return ControlReply{200, storyData(parts[1])};
    if (parts.value(0) == u"runs" && parts.value(1) == workflowRunData().value("id"_L1).toString()) {
        if (parts.size() == 2) return ControlReply{200, workflowRunData()};
        if (parts.value(2) == u"payload") return ControlReply{200, QJsonObject{{"request"_L1, "{\"input\":{\"message\":\"The lamp arrived broken.\",\"customer_name\":\"Sam\"}}"_L1}, {"response"_L1, "{}"_L1}, {"expires_at"_L1, ago(-86400 * 9)}}};
    }
    if (path == u"/metrics" && request.query.queryItemValue(u"group_by"_s) == u"workflow") {
        QJsonObject metrics = metricsData(request.query);
        const QJsonObject like = metrics.value("totals"_L1)[0].toObject();
        QJsonArray totals;
        const auto total = [&](const char* name, double calls, double p95, const char* cost) {
            QJsonObject one = like;
            for (const auto& [member, value] : {std::pair<QString, QJsonValue>{u"group"_s, QLatin1StringView(name)}, {u"calls"_s, calls}, {u"end_to_end_p95_ms"_s, p95}, {u"cost_usd"_s, QLatin1StringView(cost)}}) one.insert(member, value);
            totals.append(one);
        };
        total("support-reply@3", 3600, 2840, "0.612400000");
        total("support-reply@4", 1212, 2310, "0.201800000");
        total("content-moderation", 31240, 640, "2.910220000");
        total("document-extraction", 912, 9120, "4.120400000");
        total("ticket-triage", 2210, 1480, "0.331000000");
        metrics.insert("totals"_L1, totals);
        return ControlReply{200, metrics};
    }
    if (path == u"/templates") return ControlReply{200, listOf(templateRows())};
    if (parts.value(0) == u"templates" && parts.value(2) == u"file") {
        const QString file = templateFile(parts[1]);
        return ControlReply{200, QJsonValue(file.isEmpty() ? u"kind: template\nname: %1\ntitle: Refund check\ndescription: ''\ntags: []\n---\nkind: workflow\nname: %1\nspec:\n  prompt: %1\n  route: starter\n---\nkind: prompt\nname: %1\nspec:\n  text: x\n"_s.arg(parts[1]) : file)};
    }
    return {};
}

} // namespace

QJsonObject workflowRunData() {
    QJsonObject run = runData(4, true);
    run.insert("id"_L1, "run_0WORKFLOW0001"_L1);
    run.insert("workflow"_L1, "support-reply@3"_L1);
    run.insert("prompt"_L1, "support-reply@7"_L1);
    run.insert("route"_L1, "support-reply@2"_L1);
    run.insert("policy"_L1, "default@1,support-reply@1"_L1);
    run.insert("requested_model"_L1, "workflow/support-reply"_L1);
    run.insert("protocol"_L1, "workflow"_L1);
    run.insert("trial"_L1, true);
    run.insert("repaired"_L1, true);
    run.insert("flagged"_L1, QJsonArray{"The model is not sure of its reply"_L1});
    run.insert("has_payload"_L1, true);
    run.insert("outcome"_L1, QJsonObject{{"outcome"_L1, "overridden"_L1}, {"score"_L1, 0.4}, {"note"_L1, "The date was wrong."_L1}, {"at"_L1, ago(40)}});
    run.insert("callback"_L1, QJsonObject{{"url"_L1, "https://crm.example/hooks/reply"_L1}, {"state"_L1, "delivered"_L1}, {"next_at"_L1, QJsonValue()},
                                          {"attempts"_L1, QJsonArray{QJsonObject{{"number"_L1, 1}, {"at"_L1, ago(50)}, {"took_ms"_L1, 130}, {"status"_L1, 503}, {"problem"_L1, "The receiver answered 503."_L1}}, QJsonObject{{"number"_L1, 2}, {"at"_L1, ago(20)}, {"took_ms"_L1, 41}, {"status"_L1, 204}, {"problem"_L1, ""_L1}}}}});
    return run;
}

std::optional<ControlReply> workflowAnswer(const ControlRequest& request) {
    const QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts);
    if (request.method == "GET") return read(request, parts);
    const bool label = parts.value(0) == u"documents" && parts.value(1) == u"workflow" && parts.value(3) == u"labels";
    if (request.method == "PUT" && label) return ControlReply{200, QJsonObject{{"labels"_L1, QJsonObject{{"latest"_L1, 4}, {parts.value(4), request.body.value("version"_L1)}}}}};
    if (request.method != "POST") return {};
    if (label && parts.value(5) == u"rollback") return ControlReply{200, QJsonObject{{"labels"_L1, QJsonObject{{"latest"_L1, 4}, {parts.value(4), 2}}}}};
    if (label && parts.value(5) == u"approvals") {
        QJsonObject asked = approvalData();
        for (const auto& [member, value] : {std::pair<QString, QJsonValue>{u"id"_s, 2}, {u"kind"_s, u"workflow"_s}, {u"name"_s, parts[2]}, {u"label"_s, parts[4]}}) asked.insert(member, value);
        return ControlReply{201, asked};
    }
    if (parts.value(0) == u"documents" && parts.value(1) == u"workflow" && parts.value(3) == u"restore") return ControlReply{200, QJsonObject{{"labels"_L1, QJsonObject{{"latest"_L1, 4}, {"production"_L1, 3}}}}};
    if (request.path == u"/trials" && request.body.contains("workflow"_L1)) return trialReply();
    if (request.path == u"/templates") {
        QJsonObject saved = templateRows().last().toObject();
        for (const auto& member : {u"name"_s, u"title"_s}) saved.insert(member, request.body.value(member));
        return ControlReply{201, saved};
    }
    if (request.path == u"/templates/import") return ControlReply{201, templateRows().last()};
    if (parts.value(0) == u"templates" && parts.value(2) == u"use") {
        QJsonArray results;
        for (const QJsonValue& one : templateRow(parts[1]).value("documents"_L1).toArray())
            results.append(QJsonObject{{"kind"_L1, one["kind"_L1]}, {"name"_L1, one["name"_L1]}, {"version"_L1, 1}, {"unchanged"_L1, false}, {"content_hash"_L1, "9be1c0a77d2e94b3"_L1}, {"labels"_L1, QJsonObject{{"latest"_L1, 1}, {"production"_L1, 1}}}});
        return ControlReply{200, QJsonObject{{"registry"_L1, "8f3a"_L1}, {"results"_L1, results}}};
    }
    return {};
}

} // namespace signalbox::test
