#include "tests/support/fake_prompts.h"

#include "tests/support/fake_data.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cmath>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QString ago(double seconds) { return QDateTime::currentDateTimeUtc().addMSecs(-static_cast<qint64>(seconds * 1000)).toString(Qt::ISODateWithMs); }

struct FakePrompt {
    const char* name;
    const char* description;
    int latest;
    int live;
    int staging; ///< 0: none
    double age;
    const char* author;
    const char* message;
    double calls; ///< below 0: none
    double success;
    bool isProtected = false;
    bool isArchived = false;
};

const FakePrompt kPrompts[] = {
    {"support-reply", "Drafts a reply to a customer's message", 8, 7, 8, 3600 * 2, "kim", "Shorter, with the hours on top", 12480, 0.962},
    {"ticket-triage", "Which team, and how urgent", 3, 2, 0, 3600 * 5, "sam", "Urgency from 1 to 5", 8120, 0.981},
    {"moderation", "Allowed, to be looked at, or not", 4, 3, 0, 86400 * 1.2, "sam", "When in doubt, review", 31400, 0.994, true},
    {"call-summary", "Five lines of a telephone call", 12, 12, 0, 86400 * 2, "ada", "Names of products as written", 940, 0.911},
    {"invoice-fields", "Number, date, sums of an invoice", 21, 20, 21, 86400 * 3, "kim", "Sums as strings", 5210, 0.887},
    {"sql-question", "A question as SQL for the reports", 6, 6, 0, 86400 * 4, "lee", "No SELECT *", 212, 0.934},
    {"house-style", "How the shop speaks", 2, 2, 0, 86400 * 9, "ada", "“We”, not “I”", -1, -1},
    {"judge-politeness", "Is it polite? For tests", 1, 1, 0, 86400 * 12, "kim", "First version", -1, -1},
    {"product-text", "Describes a product for the shop", 9, 9, 0, 86400 * 15, "noor", "Less adjectives", 118, 0.975},
    {"review-digest", "What customers praise and miss", 4, 3, 0, 86400 * 17, "noor", "Group by product", 64, 0.953},
    {"translate-listing", "A listing in another language", 15, 15, 0, 86400 * 21, "lee", "Keep units", 3020, 0.968},
    {"search-rewrite", "A search as the catalogue says it", 3, 3, 0, 86400 * 30, "ada", "Synonyms", 22110, 0.999},
    {"old-greeting", "Greets a customer by name", 2, 2, 0, 86400 * 90, "ada", "Replaced by house-style", -1, -1, false, true},
};

const FakePrompt* find(const QString& name) {
    for (const FakePrompt& one : kPrompts)
        if (name == QLatin1StringView(one.name)) return &one;
    return nullptr;
}

QJsonObject page(const QJsonArray& items) { return {{"items"_L1, items}, {"next"_L1, QJsonValue()}}; }

QJsonObject labelsOf(const FakePrompt& prompt) {
    QJsonObject labels{{"production"_L1, prompt.live}, {"latest"_L1, prompt.latest}};
    if (prompt.staging > 0) labels.insert("staging"_L1, prompt.staging);
    return labels;
}

QString reason(const FakePrompt& prompt, int version) {
    static const QStringList reasons{u"First version"_s, u"Answer in the customer's language"_s, u"No rules in the answer"_s, u"What the shop knows, as a list"_s, u"At most 120 words"_s, u"Tracking link for late orders"_s, u"Refunds go to a colleague"_s};
    return version == prompt.latest ? QString::fromUtf8(prompt.message) : reasons[(version - 1) % reasons.size()];
}

QJsonArray versionsData(const FakePrompt& prompt) {
    QJsonArray versions;
    static const QStringList authors{u"kim"_s, u"sam"_s, u"ada"_s};
    for (int version = prompt.latest; version > 0; --version) {
        QJsonArray labels;
        if (version == prompt.live) labels.append(u"production"_s);
        if (version == prompt.staging) labels.append(u"staging"_s);
        if (version == prompt.latest) labels.append(u"latest"_s);
        versions.append(QJsonObject{{"kind"_L1, "prompt"_L1}, {"name"_L1, QString::fromUtf8(prompt.name)}, {"version"_L1, version}, {"content_hash"_L1, u"5f1c0a77d2e94b%1"_s.arg(version)}, {"author"_L1, version == prompt.latest ? QString::fromUtf8(prompt.author) : authors[version % 3]},
                                    {"message"_L1, reason(prompt, version)}, {"created_at"_L1, ago(prompt.age + 86400.0 * 2.5 * (prompt.latest - version))}, {"labels"_L1, labels}});
    }
    return versions;
}

QJsonObject performanceData(const FakePrompt& prompt) {
    QJsonArray versions;
    QJsonArray comparisons;
    const auto rateOf = [&](int version) { return version == prompt.latest && version != prompt.live ? prompt.success + 0.011 : version < prompt.live - 1 ? prompt.success - 0.07 : prompt.success - 0.004 * (prompt.live - version); };
    for (int version = prompt.latest; version > 0 && prompt.calls > 0; --version) {
        const double calls = version == prompt.live ? std::round(prompt.calls * 3.1) : version > prompt.live ? 214 : std::round(prompt.calls * 0.9 / (prompt.live - version + 1));
        const double rate = rateOf(version);
        const double width = 1.96 * std::sqrt(rate * (1 - rate) / calls);
        versions.append(QJsonObject{{"version"_L1, version}, {"calls"_L1, calls}, {"succeeded"_L1, std::round(calls * rate)}, {"success"_L1, QJsonObject{{"rate"_L1, rate}, {"low"_L1, rate - width}, {"high"_L1, rate + width}}},
                                    {"errors"_L1, QJsonObject{{"rate"_L1, 1 - rate}, {"low"_L1, 1 - rate - width}, {"high"_L1, 1 - rate + width}}},
                                    {"overridden"_L1, QJsonObject{{"rate"_L1, version >= prompt.live ? 0.021 : 0.048}, {"low"_L1, 0.018}, {"high"_L1, 0.025}}}, {"cost_usd"_L1, QString::number(calls * 0.00031, 'f', 9)},
                                    {"cost_per_success_usd"_L1, QString::number(version > prompt.live ? 0.000214 : 0.00031, 'f', 9)}, {"first_token_p50_ms"_L1, 380}, {"end_to_end_p50_ms"_L1, version > prompt.live ? 1120 : 1480},
                                    {"end_to_end_p95_ms"_L1, version > prompt.live ? 2100 : 2900}});
        if (version == prompt.live) continue;
        const double difference = rate - rateOf(prompt.live);
        const QString verdict = version > prompt.live ? u"could_be_chance"_s : difference < -0.02 ? u"worse"_s : u"could_be_chance"_s;
        comparisons.append(QJsonObject{{"version"_L1, version}, {"against"_L1, prompt.live}, {"difference"_L1, difference}, {"low"_L1, difference - 0.01}, {"high"_L1, difference + 0.01}, {"p"_L1, verdict == u"worse" ? 0.0001 : 0.24}, {"verdict"_L1, verdict}});
    }
    return {{"kind"_L1, "prompt"_L1}, {"name"_L1, QString::fromUtf8(prompt.name)}, {"production"_L1, prompt.live}, {"from"_L1, ago(86400 * 30)}, {"to"_L1, ago(0)}, {"versions"_L1, versions}, {"comparisons"_L1, comparisons}};
}

QJsonObject diffData(const QString& name, const ControlRequest& request) {
    const FakePrompt& prompt = *find(name);
    const auto versionOf = [&](const QString& text) { return text == u"production" ? prompt.live : text == u"latest" ? prompt.latest : text.toInt(); };
    const int from = versionOf(request.query.queryItemValue(u"from"_s));
    const int to = versionOf(request.query.queryItemValue(u"to"_s));
    const QJsonObject before = promptSpec(name, from);
    const QJsonObject after = promptSpec(name, to);
    const bool resolve = request.query.queryItemValue(u"resolve"_s) == u"true";
    const auto text = [&](const QJsonValue& message) {
        QString content = message["content"_L1].toString();
        if (resolve) content.replace(u"{{> house-style@production}}"_s, promptSpec(u"house-style"_s, 2).value("text"_L1).toString());
        return message.isObject() ? QJsonValue(content) : QJsonValue();
    };
    QJsonArray messages;
    const QJsonArray a = before.value("messages"_L1).toArray();
    const QJsonArray b = after.value("messages"_L1).toArray();
    for (qsizetype at = 0; at < std::max(a.size(), b.size()); ++at) {
        const QJsonValue x = at < a.size() ? a[at] : QJsonValue();
        const QJsonValue y = at < b.size() ? b[at] : QJsonValue();
        const auto place = [at](const QJsonValue& message) { return message.isObject() ? QJsonValue(at) : QJsonValue(); };
        messages.append(QJsonObject{{"index"_L1, at}, {"from_index"_L1, place(x)}, {"to_index"_L1, place(y)}, {"from_role"_L1, x.isObject() ? x["role"_L1] : QJsonValue()}, {"role"_L1, y.isObject() ? y["role"_L1] : x["role"_L1]}, {"from_text"_L1, text(x)}, {"to_text"_L1, text(y)}});
    }
    QJsonArray parameters;
    for (const auto member : {"temperature"_L1, "max_tokens"_L1}) {
        const QJsonValue x = before.value("parameters"_L1)[member];
        const QJsonValue y = after.value("parameters"_L1)[member];
        if (x != y) parameters.append(QJsonObject{{"pointer"_L1, u"/spec/parameters/"_s + member}, {"from"_L1, x}, {"to"_L1, y}});
    }
    QJsonArray contracts;
    const QJsonValue tone = after.value("variables"_L1)["properties"_L1]["tone"_L1];
    if (!tone.isUndefined() && before.value("variables"_L1)["properties"_L1]["tone"_L1].isUndefined())
        contracts.append(QJsonObject{{"pointer"_L1, "/spec/variables/properties/tone"_L1}, {"from"_L1, QJsonValue()}, {"to"_L1, tone}});
    const auto side = [&](int version) {
        for (const QJsonValue& one : versionsData(prompt))
            if (one["version"_L1].toInt() == version) return one.toObject();
        return QJsonObject();
    };
    return {{"from"_L1, side(from)}, {"to"_L1, side(to)}, {"messages"_L1, messages}, {"parameters"_L1, parameters}, {"contracts"_L1, contracts}, {"tokens"_L1, QJsonObject{{"from"_L1, 262}, {"to"_L1, 301}}},
            {"estimated_cost"_L1, QJsonObject{{"target"_L1, "openai-main/gpt-4o-mini"_L1}, {"from_usd"_L1, "0.000039300"_L1}, {"to_usd"_L1, "0.000045150"_L1}}}};
}

QJsonArray referrersOf(const QString& kind, const QString& name) {
    const auto one = [](const char* of, const char* who, int version) { return QJsonObject{{"kind"_L1, QLatin1StringView(of)}, {"name"_L1, QLatin1StringView(who)}, {"version"_L1, version}, {"labels"_L1, QJsonArray{"production"_L1}}, {"label"_L1, "production"_L1}, {"names_version"_L1, QJsonValue()}, {"pointer"_L1, "/spec/prompt"_L1}}; };
    if (kind == u"workflow" && name == u"support-desk") return {one("test_set", "support-desk-contract", 2)};
    if (name == u"support-reply") return {one("workflow", "support-desk", 3), one("workflow", "chat-widget", 1), one("test_set", "support-smoke", 4)};
    if (name == u"house-style") return {one("prompt", "support-reply", 7), one("prompt", "product-text", 9)};
    if (name == u"moderation") return {one("workflow", "forum-posts", 2), one("test_set", "moderation-60", 1)};
    return {};
}

QJsonObject testRun(const QString& id, bool withCases) {
    const bool newest = id == u"tst_3";
    QJsonObject run{{"id"_L1, id}, {"test_set"_L1, "support-smoke"_L1}, {"test_set_version"_L1, 4}, {"kind"_L1, "prompt"_L1}, {"name"_L1, "support-reply"_L1}, {"version"_L1, newest ? 8 : id == u"tst_2" ? 7 : 6}, {"content_hash"_L1, "5f1c0a77d2e94bb8"_L1}, {"model"_L1, "openai-main/gpt-4o-mini"_L1},
                    {"state"_L1, "done"_L1}, {"error"_L1, ""_L1}, {"passed"_L1, newest ? 5 : 6}, {"failed"_L1, newest ? 1 : 0}, {"total"_L1, 6}, {"cost_usd"_L1, "0.001940000"_L1}, {"started_at"_L1, ago(newest ? 1500 : id == u"tst_2" ? 86400 * 2 : 86400 * 5)},
                    {"ended_at"_L1, ago(1480)}, {"author"_L1, newest ? "kim"_L1 : "sam"_L1}};
    if (!withCases) return run;
    const auto check = [](const char* type, bool passed, const QString& message) { return QJsonObject{{"type"_L1, QLatin1StringView(type)}, {"pointer"_L1, ""_L1}, {"passed"_L1, passed}, {"message"_L1, message}}; };
    QJsonArray cases;
    static const QStringList names{u"late parcel"_s, u"wants a refund"_s, u"writes in German"_s, u"no order found"_s, u"asks for the hours"_s, u"angry customer"_s};
    for (int at = 0; at < names.size(); ++at) {
        const bool passed = !(newest && at == 1);
        QJsonArray checks{check("contains", passed, passed ? u"It has the words “colleague”."_s : u"The words “a colleague will look at it” are not in the output."_s), check("judge", true, u"It is polite and promises nothing."_s)};
        cases.append(QJsonObject{{"name"_L1, names[at]}, {"passed"_L1, passed}, {"run_id"_L1, u"run_01T%1"_s.arg(at)}, {"output"_L1, u"Dear Ms Aydin, thank you for writing. Your parcel left us on Monday and is with the carrier; here is the link to follow it. We will see to your refund within one working day."_s},
                                 {"error"_L1, QJsonValue()}, {"cost_usd"_L1, "0.000323000"_L1}, {"checks"_L1, checks}});
    }
    run.insert("cases"_L1, cases);
    return run;
}

std::optional<ControlReply> promptAnswer(const ControlRequest& request, const QString& name, const QStringList& tail) {
    const FakePrompt* prompt = find(name);
    if (!prompt) return {};
    const QString what = tail.value(0);
    if (request.method == "GET" && what.isEmpty()) {
        const QString asked = request.query.queryItemValue(u"version"_s);
        const int version = asked.isEmpty() ? prompt->live : asked.toInt();
        return ControlReply{200, QJsonObject{{"kind"_L1, "prompt"_L1}, {"name"_L1, name}, {"version"_L1, version}, {"content_hash"_L1, u"5f1c0a77d2e94b%1"_s.arg(version)}, {"author"_L1, "kim"_L1}, {"message"_L1, reason(*prompt, version)}, {"created_at"_L1, ago(prompt->age)}, {"labels"_L1, QJsonArray()},
                                             {"spec"_L1, promptSpec(name, version)}, {"protected_labels"_L1, prompt->isProtected ? QJsonArray{"production"_L1} : QJsonArray()}}};
    }
    if (what == u"versions") return ControlReply{200, page(versionsData(*prompt))};
    if (what == u"performance") return ControlReply{200, performanceData(*prompt)};
    if (what == u"diff") return ControlReply{200, diffData(name, request)};
    if (what == u"referrers") return ControlReply{200, page(referrersOf(u"prompt"_s, name))};
    if (what == u"render") {
        const QJsonObject spec = request.body.contains("spec"_L1) ? request.body.value("spec"_L1).toObject() : promptSpec(name, request.body.value("version"_L1).toInt());
        QJsonArray messages = spec.value("messages"_L1).toArray();
        for (QJsonValueRef one : messages) {
            QJsonObject object = one.toObject();
            object.insert("content"_L1, object.value("content"_L1).toString().replace(u"{{message}}"_s, request.body.value("variables"_L1)["message"_L1].toString()).replace(u"{{customer.name}}"_s, u"Ms Aydin"_s));
            one = object;
        }
        return ControlReply{200, QJsonObject{{"messages"_L1, messages}, {"input_tokens"_L1, 331}}};
    }
    if (what == u"labels") {
        const QString tailWord = tail.value(2);
        if (tailWord == u"history") return ControlReply{200, page({QJsonObject{{"from"_L1, prompt->live - 1}, {"to"_L1, prompt->live}, {"at"_L1, ago(86400)}, {"actor"_L1, "sam"_L1}, {"message"_L1, ""_L1}, {"approval_id"_L1, QJsonValue()}}})};
        if (tailWord == u"rollout" && request.method == "GET") {
            if (name == u"ticket-triage") return ControlReply{200, rolloutData()};
            return ControlReply{404, errorBody(u"not_found"_s, u"No rollout runs on production."_s, {}, u"no_rollout"_s)};
        }
        if (tailWord == u"approvals") return ControlReply{201, approvalData()};
        if (prompt->isProtected && request.method == "PUT") {
            return ControlReply{409, errorBody(u"forbidden"_s, u"The label production of moderation is protected: it moves only by an approved request."_s, {}, u"approval_required"_s)};
        }
        if (request.method == "DELETE" && tailWord.isEmpty()) return {};
        if (tailWord == u"rollout" && request.method == "DELETE") return ControlReply{204, {}};
        if (tailWord == u"rollout" && tail.value(3).isEmpty()) return ControlReply{200, rolloutData()};
        if (tailWord == u"rollout") return ControlReply{200, QJsonObject{{"rollout"_L1, rolloutData()}, {"labels"_L1, labelsOf(*prompt)}}};
        return ControlReply{200, QJsonObject{{"labels"_L1, labelsOf(*prompt)}}};
    }
    if (what == u"restore") return ControlReply{200, QJsonObject{{"labels"_L1, labelsOf(*prompt)}}};
    return {};
}

} // namespace

QJsonObject rolloutData() {
    const auto side = [](int version, double calls, double rate) {
        return QJsonObject{{"version"_L1, version}, {"calls"_L1, calls}, {"errors"_L1, QJsonObject{{"rate"_L1, 1 - rate}, {"low"_L1, 1 - rate - 6 / calls}, {"high"_L1, 1 - rate + 10 / calls}}}, {"overridden"_L1, QJsonValue()}};
    };
    return {{"kind"_L1, "prompt"_L1}, {"name"_L1, "ticket-triage"_L1}, {"label"_L1, "production"_L1}, {"stable"_L1, 2}, {"candidate"_L1, 3}, {"percent"_L1, 25}, {"stages"_L1, QJsonArray{5, 25, 100}}, {"stage"_L1, 1},
            {"advance"_L1, "manual"_L1}, {"guard"_L1, QJsonObject{{"min_calls"_L1, 50}, {"p"_L1, 0.01}}}, {"started_at"_L1, ago(3600 * 5)}, {"stage_at"_L1, ago(60 * 42)}, {"actor"_L1, "sam"_L1}, {"message"_L1, ""_L1}, {"approval_id"_L1, QJsonValue()},
            {"comparison"_L1, QJsonObject{{"stable"_L1, side(2, 1204, 0.981)}, {"candidate"_L1, side(3, 398, 0.979)}, {"verdict"_L1, "could_be_chance"_L1}, {"p"_L1, 0.81}}}};
}

QJsonObject approvalData() {
    return {{"id"_L1, 1}, {"kind"_L1, "prompt"_L1}, {"name"_L1, "moderation"_L1}, {"label"_L1, "production"_L1}, {"from"_L1, 3}, {"to"_L1, 4}, {"content_hash"_L1, "9c41f0"_L1}, {"test_run_id"_L1, "tst_7"_L1}, {"rollout"_L1, QJsonValue()},
            {"message"_L1, "Fewer wrong blocks; 60 of 60 in the test set"_L1}, {"state"_L1, "open"_L1}, {"requested_by"_L1, "sam"_L1}, {"requested_at"_L1, ago(60 * 25)}, {"decided_by"_L1, QJsonValue()}, {"decided_at"_L1, QJsonValue()}, {"note"_L1, ""_L1}, {"void_reason"_L1, ""_L1}};
}

QJsonArray promptsData() {
    QJsonArray all;
    for (const FakePrompt& one : kPrompts)
        all.append(QJsonObject{{"kind"_L1, "prompt"_L1}, {"name"_L1, QString::fromUtf8(one.name)}, {"description"_L1, QString::fromUtf8(one.description)}, {"latest"_L1, one.latest}, {"labels"_L1, labelsOf(one)}, {"updated_at"_L1, ago(one.age)},
                               {"author"_L1, QString::fromUtf8(one.author)}, {"message"_L1, QString::fromUtf8(one.message)}, {"archived"_L1, one.isArchived}, {"calls_24h"_L1, one.calls < 0 ? QJsonValue(0) : QJsonValue(one.calls)},
                               {"success_24h"_L1, one.success < 0 ? QJsonValue() : QJsonValue(one.success)}, {"rollout"_L1, QLatin1StringView(one.name) == "ticket-triage"_L1 ? QJsonValue(rolloutData()) : QJsonValue()},
                               {"protected"_L1, one.isProtected ? QJsonArray{"production"_L1} : QJsonArray()}});
    return all;
}

QList<QByteArray> trialEvents(const QString& answer, int inputTokens) {
    QList<QByteArray> events;
    const QStringList words = answer.split(u' ');
    for (const QString& word : words)
        events << QJsonDocument(QJsonObject{{"choices"_L1, QJsonArray{QJsonObject{{"index"_L1, 0}, {"delta"_L1, QJsonObject{{"content"_L1, QString(word + u' ')}}}}}}}).toJson(QJsonDocument::Compact);
    events << QJsonDocument(QJsonObject{{"choices"_L1, QJsonArray()}, {"usage"_L1, QJsonObject{{"prompt_tokens"_L1, inputTokens}, {"completion_tokens"_L1, words.size()}}}}).toJson(QJsonDocument::Compact);
    events << "[DONE]";
    return events;
}

std::optional<ControlReply> promptsAnswer(const ControlRequest& request) {
    const QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts);
    const QString first = parts.value(0);
    if (request.path == u"/documents" && request.method == "GET" && request.query.queryItemValue(u"kind"_s) == u"prompt") {
        QJsonArray found;
        const QString words = request.query.queryItemValue(u"q"_s, QUrl::FullyDecoded);
        const QString archived = request.query.queryItemValue(u"archived"_s); // as the gateway reads it: absent is any
        for (const QJsonValue& one : promptsData()) {
            if (!archived.isEmpty() && archived != u"any"_s && one["archived"_L1].toBool() != (archived == u"true"_s)) continue;
            if (words.isEmpty() || one["name"_L1].toString().contains(words) || one["description"_L1].toString().contains(words)) found.append(one);
        }
        return ControlReply{200, page(found)};
    }
    if (first == u"documents" && parts.value(1) == u"prompt" && parts.size() > 2) return promptAnswer(request, parts[2], parts.mid(3));
    if (first == u"documents" && parts.value(1) == u"workflow" && parts.value(3) == u"referrers") return ControlReply{200, page(referrersOf(u"workflow"_s, parts[2]))};
    if (first == u"documents" && parts.value(1) == u"test_set" && request.method == "GET")
        return ControlReply{200, QJsonObject{{"kind"_L1, "test_set"_L1}, {"name"_L1, parts.value(2)}, {"version"_L1, 4}, {"content_hash"_L1, "5f1c0a77d2e94bb8"_L1}, {"author"_L1, "kim"_L1}, {"message"_L1, ""_L1}, {"created_at"_L1, ago(86400)},
                                             {"labels"_L1, QJsonArray{"production"_L1, "latest"_L1}}, {"protected_labels"_L1, QJsonArray()}, {"spec"_L1, QJsonObject{{"prompt"_L1, "support-reply"_L1}, {"model"_L1, "sandbox/small"_L1}, {"cases"_L1, QJsonArray()}}}}};
    if (request.path == u"/protected-labels") return ControlReply{200, page({QJsonObject{{"kind"_L1, "prompt"_L1}, {"label"_L1, "gold"_L1}}, QJsonObject{{"kind"_L1, "*"_L1}, {"label"_L1, "audited"_L1}}})};
    if (first == u"protected-labels") return request.method == "DELETE" ? ControlReply{204, {}} : ControlReply{200, QJsonObject{{"kind"_L1, parts.value(1)}, {"label"_L1, parts.value(2)}}};
    if (request.path == u"/approvals") return ControlReply{200, page({approvalData()})};
    if (first == u"approvals" && request.method == "GET" && parts.size() == 2) {
        QJsonObject ended = approvalData();
        ended.insert("state"_L1, "void"_L1);
        ended.insert("void_reason"_L1, "the label was moved from version 3 to 2 by olga"_L1);
        return ControlReply{200, ended};
    }
    if (first == u"approvals" && request.method == "POST") return ControlReply{200, approvalData()};
    if (request.path == u"/test-runs") {
        if (request.query.queryItemValue(u"name"_s) != u"support-reply") return ControlReply{200, page({})};
        QJsonArray runs;
        for (const auto& id : {u"tst_3"_s, u"tst_2"_s, u"tst_1"_s})
            if (const QString version = request.query.queryItemValue(u"version"_s); version.isEmpty() || testRun(id, false).value("version"_L1).toInt() == version.toInt()) runs.append(testRun(id, false));
        return ControlReply{200, page(runs)};
    }
    if (first == u"test-runs" && request.method == "GET") return ControlReply{200, testRun(parts.value(1), true)};
    if (first == u"test-sets") return ControlReply{202, QJsonObject{{"id"_L1, "tst_3"_L1}}};
    if (request.path == u"/runs" && request.query.hasQueryItem(u"prompt"_s)) {
        QJsonArray runs;
        for (int at = 0; at < 8; ++at) {
            QJsonObject run = runData(at);
            run.insert("id"_L1, u"run_01PROMPT%1"_s.arg(at));
            run.insert("prompt"_L1, u"%1@7"_s.arg(request.query.queryItemValue(u"prompt"_s)));
            run.insert("has_payload"_L1, true);
            run.insert("started_at"_L1, ago(60 + at * 300));
            runs.append(run);
        }
        return ControlReply{200, page(runs)};
    }
    if (first == u"runs" && parts.value(1).startsWith(u"run_01PROMPT"_s) && parts.value(2) == u"payload")
        return ControlReply{200, QJsonObject{{"request"_L1, "{\"variables\":{\"customer\":{\"name\":\"Ms Aydin\",\"orders\":4},\"message\":\"Where is my parcel? It was due on Tuesday.\"}}"_L1}, {"response"_L1, "{}"_L1}, {"expires_at"_L1, ago(-86400)}}};
    if (request.path == u"/trials") {
        const QString model = request.body.value("model"_L1).toString();
        const bool draft = request.body.value("prompt"_L1).toObject().contains("spec"_L1);
        ControlReply reply{200, {}};
        reply.headers = {{"x-signalbox-run-id", "run_01TRIAL"}, {"x-signalbox-target", model.toUtf8()}};
        reply.events = trialEvents(draft ? u"Dear Ms Aydin, we are sorry that your parcel is late. It left us on Monday, and here is the link to follow it. Did that help?"_s
                                         : u"Dear Ms Aydin, thank you for your message. Your order was sent on Monday and is on its way. You can follow it with the link in the confirmation. A colleague will look at it if it does not arrive."_s);
        return reply;
    }
    if (first == u"runs" && parts.value(1) == u"run_01TRIAL") {
        QJsonObject run = runData(3, true);
        run.insert("id"_L1, "run_01TRIAL"_L1);
        run.insert("cost_usd"_L1, "0.000112350"_L1);
        return ControlReply{200, run};
    }
    return {};
}

} // namespace signalbox::test
