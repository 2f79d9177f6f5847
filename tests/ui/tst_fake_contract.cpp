#include "tests/support/answer_shape.h"
#include "tests/support/fake_data.h"
#include "tests/support/fake_prompts.h"
#include "tests/support/fake_workflows.h"
#include "tests/ui/gateway_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include <boost/json.hpp>

#include <map>
#include <set>

using namespace signalbox;
using namespace Qt::StringLiterals;
namespace json = boost::json;
using signalbox::tests::difference;
using signalbox::tests::mismatch;

namespace {

/// An answer of either of the two.
struct Answer {
    int status = 0;
    std::string text;
    json::value body; ///< null where it is no JSON
};

Answer answerOf(int status, const std::string& text) {
    boost::system::error_code error;
    auto value = json::parse(text, error);
    return {status, text, error ? json::value() : std::move(value)};
}

std::string textOf(const QJsonValue& value) {
    if (value.isObject()) return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString();
    if (value.isArray()) return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString();
    return value.toString().toStdString();
}

/// A request that both are asked. `{...}` in its path stands for what each of them has: a run, an approval, a test run.
struct Question {
    const char* operation; ///< as the gateway's document lists it
    const char* path;
    const char* body = "";
};

/// Everything that the fake tells of. What changes the gateway is asked in this order.
const Question kQuestions[] = {
    {"GET /status", "/status"},
    {"GET /me", "/me"},
    {"GET /overview", "/overview"},
    {"GET /runs", "/runs?limit=50"},
    {"GET /runs", "/runs?workflow=support-reply&limit=20"},
    {"GET /runs", "/runs?prompt=support-reply&trial=any&limit=20"},
    {"GET /runs/{id}", "/runs/{run}"},
    {"GET /runs/{id}", "/runs/{workflow run}"},
    {"GET /runs/{id}/payload", "/runs/{workflow run}/payload"},
    {"GET /runs/{id}/story", "/runs/{workflow run}/story"},
    {"GET /metrics", "/metrics?group_by=target&step_s=60"},
    {"GET /metrics", "/metrics?group_by=workflow&step_s=86400"},
    {"GET /documents", "/documents"},
    {"GET /documents", "/documents?kind=prompt&archived=any"},
    {"GET /documents", "/documents?kind=workflow"},
    {"GET /documents", "/documents?kind=provider"},
    {"GET /documents/{kind}/{name}", "/documents/provider/openai-main"},
    {"GET /documents/{kind}/{name}", "/documents/route/fast-json"},
    {"GET /documents/{kind}/{name}", "/documents/policy/patient"},
    {"GET /documents/{kind}/{name}", "/documents/prompt/support-reply"},
    {"GET /documents/{kind}/{name}", "/documents/prompt/house-style"},
    {"GET /documents/{kind}/{name}", "/documents/workflow/support-reply"},
    {"GET /documents/{kind}/{name}", "/documents/test_set/support-smoke"},
    {"GET /documents/{kind}/{name}/versions", "/documents/route/fast-json/versions"},
    {"GET /documents/{kind}/{name}/versions", "/documents/prompt/support-reply/versions"},
    {"GET /documents/{kind}/{name}/versions", "/documents/workflow/support-reply/versions"},
    {"GET /documents/{kind}/{name}/yaml", "/documents/route/fast-json/yaml"},
    {"GET /documents/{kind}/{name}/yaml", "/documents/workflow/support-reply/yaml"},
    {"GET /documents/{kind}/{name}/referrers", "/documents/prompt/support-reply/referrers"},
    {"GET /documents/{kind}/{name}/referrers", "/documents/workflow/support-reply/referrers"},
    {"GET /documents/{kind}/{name}/diff", "/documents/prompt/support-reply/diff?from=1&to=latest"},
    {"GET /documents/{kind}/{name}/performance", "/documents/prompt/support-reply/performance"},
    {"GET /documents/{kind}/{name}/labels/{label}/history", "/documents/prompt/support-reply/labels/production/history"},
    {"GET /documents/{kind}/{name}/labels/{label}/rollout", "/documents/prompt/{rolled out}/labels/production/rollout"},
    {"POST /documents/{kind}/{name}/render", "/documents/prompt/support-reply/render", R"({"version":2,"variables":{"customer":{"name":"Ms Aydin","orders":4},"message":"Where is it?"}})"},
    {"GET /policies/effective", "/policies/effective?route=fast-json"},
    {"GET /routes/{name}/explain", "/routes/fast-json/explain"},
    {"GET /secrets", "/secrets"},
    {"GET /keys", "/keys"},
    {"GET /tokens", "/tokens"},
    {"GET /sandbox/{provider}", "/sandbox/sandbox"},
    {"GET /workflows/{name}", "/workflows/support-reply"},
    {"GET /templates", "/templates"},
    {"GET /templates/{name}/file", "/templates/summary/file"},
    {"GET /test-runs", "/test-runs?kind=prompt&name=support-reply"},
    {"GET /test-runs/{id}", "/test-runs/{test run}"},
    {"GET /documents/{kind}/{name}/labels/{label}/history", "/documents/workflow/support-reply/labels/production/history"},
    {"PUT /protected-labels/{kind}/{label}", "/protected-labels/prompt/gold", "{}"},
    {"GET /protected-labels", "/protected-labels"},
    {"DELETE /protected-labels/{kind}/{label}", "/protected-labels/prompt/gold"},
    {"GET /approvals", "/approvals?state=open"},
    {"GET /approvals/{id}", "/approvals/{approval}"},
    {"POST /validate", "/validate", R"({"text":"kind: policy\nname: p\nspec: {}\n"})"},
    {"POST /documents", "/documents", R"({"kind":"policy","name":"extra","spec":{"reliability":{"total_timeout_ms":9000}},"message":"a test"})"},
    {"PUT /documents/{kind}/{name}/labels/{label}", "/documents/prompt/support-reply/labels/staging", R"({"version":1})"},
    {"PUT /documents/{kind}/{name}/labels/{label}", "/documents/workflow/support-reply/labels/staging", R"({"version":1})"},
    {"POST /documents/{kind}/{name}/labels/{label}/approvals", "/documents/prompt/support-reply/labels/staging/approvals", R"({"version":2})"},
    {"POST /approvals/{id}/withdraw", "/approvals/{approval}/withdraw"},
    {"POST /approvals/{id}/reject", "/approvals/{approval}/reject"},
    {"POST /approvals/{id}/approve", "/approvals/{approval}/approve"},
    {"POST /documents/{kind}/{name}/labels/{label}/rollback", "/documents/workflow/summary/labels/staging/rollback", "{}"},
    {"POST /documents/{kind}/{name}/labels/{label}/rollout/advance", "/documents/prompt/{rolled out}/labels/production/rollout/advance", "{}"},
    {"DELETE /documents/{kind}/{name}/labels/{label}/rollout", "/documents/prompt/{rolled out}/labels/production/rollout"},
    {"PUT /documents/{kind}/{name}/labels/{label}/rollout", "/documents/prompt/support-reply/labels/staging/rollout", R"({"candidate":3,"stages":[5,100]})"},
    {"DELETE /documents/{kind}/{name}", "/documents/prompt/old-greeting"},
    {"POST /documents/{kind}/{name}/restore", "/documents/prompt/old-greeting/restore", "{}"},
    {"POST /test-sets/{name}/runs", "/test-sets/support-smoke/runs", R"({"version":2})"},
    {"POST /trials", "/trials", R"({"workflow":{"name":"support-reply"},"input":{"message":"Where is my parcel?"}})"},
    {"POST /templates", "/templates", R"({"from_workflow":"summary","name":"refund-check","title":"Refund check"})"},
    {"DELETE /templates/{name}", "/templates/refund-check"},
    {"POST /templates/import", "/templates/import", "kind: template\nname: refund-check\ntitle: Refund check\n---\nkind: workflow\nname: refund-check\nspec: {prompt: summary, route: starter}\n"},
    {"POST /templates/{name}/use", "/templates/summary/use", R"({"prefix":"extra"})"},
    {"PUT /secrets/{name}", "/secrets/openai-main", R"({"value":"sk-another","bound_to":"https://api.openai.com"})"},
    {"POST /keys", "/keys", R"({"name":"mobile-app"})"},
    {"DELETE /keys/{id}", "/keys/{key}"},
    {"POST /tokens", "/tokens", R"({"name":"grafana","role":"viewer"})"},
    {"DELETE /tokens/{id}", "/tokens/{token}"},
    {"POST /providers/{name}/check", "/providers/sandbox/check", "{}"},
    {"PUT /sandbox/{provider}", "/sandbox/sandbox", R"({"seed":7,"first_token_ms":1})"},
    {"POST /targets/{provider}/{model}/reset-breaker", "/targets/sandbox/small/reset-breaker", "{}"},
};

} // namespace

/// The fake control plane against the real one: what it tells of has the gateway's shape, so that a test on it says something of the
/// product. The gateway is given the documents that the fake tells of; then both are asked the same.
class FakeContractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!test::RealGateway::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        m_gateway = std::make_unique<test::RealGateway>();
        QVERIFY2(m_gateway->begin(), m_gateway->problem().c_str());
        m_operations = json::parse(m_gateway->control("GET", "/openapi.json").body).at("paths");
        registerDocuments();
        makeRuns();
        makeWorkUnderWay();
    }
    void cleanupTestCase() { m_gateway.reset(); }

    void everythingThatIsToldIsCompared() {
        // A question for each operation to which the fake has an answer.
        QSet<QString> asked{u"GET /events"_s};
        for (const Question& question : kQuestions) asked.insert(QString::fromLatin1(question.operation));
        for (const auto& path : m_operations.as_object())
            for (const auto& operation : path.value().as_object()) {
                const QString name = QString::fromStdString(std::string(operation.key())).toUpper() + u' ' + QString::fromStdString(std::string(path.key()));
                if (asked.contains(name)) continue;
                QString where = name.section(u' ', 1);
                where.replace(u"{kind}"_s, u"prompt"_s).replace(u"{name}"_s, u"support-reply"_s).replace(u"{label}"_s, u"production"_s).replace(u"{provider}"_s, u"sandbox"_s).replace(u"{model}"_s, u"small"_s).replace(u"{id}"_s, u"1"_s).replace(u"{run_id}"_s, u"1"_s);
                const Answer answer = toldOf(name.section(u' ', 0, 0).toLatin1(), where, {});
                QVERIFY2(answer.status == 404, qPrintable(u"the fake answers %1, which nothing compares"_s.arg(name)));
            }
    }

    void answersHaveTheGatewaysShape_data() {
        QTest::addColumn<int>("at");
        for (int at = 0; at < static_cast<int>(std::size(kQuestions)); ++at) QTest::addRow("%s %s", std::string(kQuestions[at].operation).substr(0, std::string(kQuestions[at].operation).find(' ')).c_str(), kQuestions[at].path) << at;
    }
    void answersHaveTheGatewaysShape() {
        QFETCH(int, at);
        const Question& question = kQuestions[at];
        const QByteArray method = QByteArray(question.operation).split(' ').first();
        const QString path = QString::fromLatin1(question.path);
        const Answer real = answerOfGateway(method, filledIn(path, false), question.body);
        const Answer told = toldOf(method, filledIn(path, true), question.body);
        QVERIFY2(real.status / 100 == 2, real.text.c_str());
        QCOMPARE(told.status, real.status);
        if (path.endsWith(u"/yaml"_s) || path.endsWith(u"/file"_s)) {
            QVERIFY(told.body.is_null() && told.text.starts_with("kind: "));
            return;
        }
        if (real.status == 204) {
            QCOMPARE(told.text, std::string());
            return;
        }
        const json::value& schema = schemaOf(question.operation);
        for (const Answer* one : {&real, &told}) {
            const std::string wrong = mismatch(schema, one->body);
            QVERIFY2(wrong.empty(), ((one == &real ? "the gateway's answer: " : "the fake's answer: ") + wrong).c_str());
        }
        // What a trial gives is the workflow's matter; what it has around it is compared all the same.
        const std::string other = difference(path == u"/trials" ? nullptr : &schema, real.body, told.body);
        QVERIFY2(other.empty(), other.c_str());
    }

    void refusalsAreTheGateways_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* method, const char* path, const char* body = "") { QTest::addRow("%s %s", method, path) << QByteArray(method) << QString::fromLatin1(path) << QByteArray(body); };
        row("GET", "/no/such/thing");
        row("GET", "/runs/run_0000000000000");
        row("GET", "/workflows/nobody");
        row("GET", "/documents/prompt/nobody");
        row("GET", "/documents/prompt/support-reply/labels/production/rollout");
        row("PUT", "/documents/prompt/moderation/labels/production", R"({"version":1})");
    }
    void refusalsAreTheGateways() {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QVERIFY(m_gateway->ask("PUT", u"/protected-labels/prompt/production"_s).contains("label"_L1));
        const Answer real = answerOfGateway(method, path, body);
        const Answer told = toldOf(method, path, body);
        QVERIFY2(real.status >= 400, real.text.c_str());
        QCOMPARE(told.status, real.status);
        for (const char* member : {"class", "code"}) QCOMPARE(json::serialize(told.body.at("error").at(member)), json::serialize(real.body.at("error").at(member)));
        QVERIFY(told.body.at("error").at("message").is_string() && told.body.at("error").at("violations").is_array());
    }

    void eventsHaveTheGatewaysShape() {
        const auto events = eventsOfGateway({"run", "second", "document"});
        const json::value second = parsed(test::overviewData());
        for (const char* type : {"second", "run", "document"}) QVERIFY2(events.contains(type), type);
        const json::value& overview = schemaOf("GET /overview");
        for (const auto& member : events.at("second").as_object()) {
            QVERIFY2(second.as_object().contains(member.key()), std::string(member.key()).c_str());
            const std::string other = difference(&overview.at("properties").at(member.key()), member.value(), second.at(member.key()));
            QVERIFY2(other.empty(), other.c_str());
        }
        const json::value& run = schemaOf("GET /runs/{id}");
        QVERIFY(mismatch(run, events.at("run").at("runs").at(0)).empty());
        QCOMPARE(mismatch(run, parsed(test::runData(0))), std::string());
        QVERIFY(events.at("run").at("skipped").is_int64());
        QVERIFY(events.at("document").at("kind").is_string() && events.at("document").at("name").is_string());
    }

    void trialsStreamAsTheGatewayDoes() {
        const QByteArray body = R"({"prompt":{"spec":{"messages":[{"role":"user","content":"Say {{x}}"}]}},"model":"sandbox/small","variables":{"x":"hello"},"stream":true})";
        tests::Headers headers{{"authorization", "Bearer " + m_gateway->adminToken()}, {"content-type", "application/json"}};
        const auto real = tests::httpCall(m_gateway->port(), "POST", "/api/v1/trials", body.toStdString(), headers);
        test::ControlRequest request{"POST", u"/trials"_s, {}, {}, QJsonDocument::fromJson(body).object(), body, {}};
        const test::ControlReply told = test::usualAnswer(request);
        QCOMPARE(real.status, told.status);
        for (const auto& [name, value] : told.headers) QVERIFY2(real.has(name.toStdString()), name.constData());
        const auto events = real.events();
        QVERIFY2(events.size() > 2 && events.back() == "[DONE]", real.body.c_str());
        QCOMPARE(told.events.back(), QByteArray("[DONE]"));
        // Of each chunk that the fake has, the gateway has one like it.
        for (const QByteArray& chunk : told.events) {
            if (chunk == "[DONE]") continue;
            const auto mine = json::parse(chunk.toStdString());
            const auto like = std::find_if(events.begin(), events.end(), [&](const std::string& one) {
                if (one == "[DONE]") return false;
                const auto theirs = json::parse(one);
                return theirs.as_object().contains("usage") == mine.as_object().contains("usage") && theirs.at("choices").as_array().size() == mine.at("choices").as_array().size() && difference(nullptr, theirs, mine).empty();
            });
            QVERIFY2(like != events.end(), chunk.constData());
        }
    }

private:
    static json::value parsed(const QJsonObject& object) { return json::parse(textOf(object)); }

    Answer answerOfGateway(const QByteArray& method, const QString& path, const QByteArray& body) const {
        const auto reply = m_gateway->control(method.toStdString(), path.toStdString(), body.toStdString(), body.startsWith("kind:") ? "text/yaml" : "application/json");
        return answerOf(reply.status, reply.body);
    }
    static Answer toldOf(const QByteArray& method, const QString& path, const QByteArray& body) {
        const QUrl url(path);
        const test::ControlRequest request{method, url.path(), QUrlQuery(url), {}, QJsonDocument::fromJson(body).object(), body, {}};
        const test::ControlReply reply = test::usualAnswer(request);
        return answerOf(reply.status, textOf(reply.body));
    }
    const json::value& schemaOf(const std::string& operation) const {
        static const json::value kNone = json::object{};
        std::string method = operation.substr(0, operation.find(' '));
        for (auto& c : method) c = static_cast<char>(std::tolower(c));
        for (const auto& response : m_operations.at(operation.substr(operation.find(' ') + 1)).at(method).at("responses").as_object()) {
            boost::system::error_code none;
            if (const auto* schema = response.value().find_pointer("/content/application~1json/schema", none); schema && response.key().starts_with('2')) return *schema;
        }
        return kNone;
    }
    /// The first item of a list: its id.
    std::string idIn(bool fake, const QString& list) const {
        const Answer answer = fake ? toldOf("GET", list, {}) : answerOfGateway("GET", list, {});
        const auto& id = answer.body.at("items").as_array().front().at("id");
        return id.is_string() ? std::string(id.as_string()) : std::to_string(id.as_int64());
    }
    QString filledIn(QString path, bool fake) const {
        const auto put = [&](const char* name, const char* list) {
            if (path.contains(QLatin1StringView(name))) path.replace(QLatin1StringView(name), QString::fromStdString(idIn(fake, QLatin1StringView(list))));
        };
        if (path.contains(u"{workflow run}"_s)) path.replace(u"{workflow run}"_s, fake ? test::workflowRunData().value("id"_L1).toString() : m_workflowRun);
        path.replace(u"{rolled out}"_s, fake ? u"ticket-triage"_s : u"search-rewrite"_s);
        put("{run}", "/runs?limit=5&status=failed");
        put("{test run}", "/test-runs?kind=prompt&name=support-reply");
        put("{approval}", "/approvals?state=open");
        if (!fake) path.replace(u"{key}"_s, m_spareKey).replace(u"{token}"_s, m_spareToken); // the others are in use
        put("{key}", "/keys");
        put("{token}", "/tokens");
        return path;
    }

    void add(const QJsonObject& body) {
        const QJsonObject answer = m_gateway->ask("POST", u"/documents"_s, body);
        QVERIFY2(answer.contains("version"_L1), qPrintable(body.value("kind"_L1).toString() + u'/' + body.value("name"_L1).toString() + u": "_s + QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact))));
    }
    void addTold(const QString& kind, const QString& name) {
        add({{"kind"_L1, kind}, {"name"_L1, name}, {"spec"_L1, test::documentData(kind, name).value("spec"_L1)}});
    }

    /// All documents of the fake are documents for the gateway.
    void registerDocuments() {
        for (const auto& provider : {u"openai-main"_s, u"anthropic-main"_s})
            m_gateway->ask("PUT", u"/secrets/"_s + provider, {{"value"_L1, "sk-test"}, {"bound_to"_L1, provider == u"openai-main" ? "https://api.openai.com" : "https://api.anthropic.com"}});
        for (const auto& kind : {u"provider"_s, u"policy"_s, u"route"_s})
            for (const QJsonValue& one : test::documentsData(kind)) addTold(kind, one["name"_L1].toString());
        for (const auto& name : {u"content-moderation"_s, u"document-extraction"_s, u"sql-question"_s}) QVERIFY(m_gateway->ask("POST", u"/templates/%1/use"_s.arg(name)).contains("results"_L1));
        QJsonArray prompts = test::promptsData();
        add({{"kind"_L1, "prompt"_L1}, {"name"_L1, "house-style"_L1}, {"spec"_L1, test::promptSpec(u"house-style"_s, 1)}});
        for (const QJsonValue& one : std::as_const(prompts)) {
            const QString name = one["name"_L1].toString();
            for (int version = 1; version <= one["latest"_L1].toInt() && name != u"house-style"; ++version) add({{"kind"_L1, "prompt"_L1}, {"name"_L1, name}, {"spec"_L1, test::promptSpec(name, version)}});
        }
        const QJsonObject testSet{{"prompt"_L1, "support-reply"_L1}, {"model"_L1, "sandbox/small"_L1},
                                  {"cases"_L1, QJsonArray{QJsonObject{{"name"_L1, "late"_L1}, {"input"_L1, QJsonObject{{"customer"_L1, QJsonObject{{"name"_L1, "Ada"_L1}}}, {"message"_L1, "Where is it?"_L1}}},
                                                                      {"expect"_L1, QJsonArray{QJsonObject{{"type"_L1, "contains"_L1}, {"value"_L1, "parcel"_L1}}}}}}}};
        add({{"kind"_L1, "test_set"_L1}, {"name"_L1, "support-smoke"_L1}, {"spec"_L1, testSet}});
    }

    void makeRuns() {
        const QJsonObject chat{{"model"_L1, "route/starter"_L1}, {"messages"_L1, QJsonArray{QJsonObject{{"role"_L1, "user"_L1}, {"content"_L1, "hello"_L1}}}}};
        m_gateway->call(u"/v1/chat/completions"_s, chat);
        m_gateway->ask("PUT", u"/sandbox/sandbox"_s, {{"outage"_L1, true}});
        m_gateway->call(u"/v1/chat/completions"_s, chat);
        m_gateway->ask("PUT", u"/sandbox/sandbox"_s, {{"outage"_L1, false}});
        m_workflowRun = m_gateway->run(u"support-reply"_s, {{"message"_L1, "Where is my parcel?"_L1}});
        m_gateway->call(u"/v1/runs/%1/outcome"_s.arg(m_workflowRun), {{"outcome"_L1, "overridden"_L1}, {"score"_L1, 0.4}, {"note"_L1, "The date was wrong."_L1}});
    }

    /// A test run that is done, a request for approval, a rollout, a label that moved.
    void makeWorkUnderWay() {
        const QJsonObject begun = m_gateway->ask("POST", u"/test-sets/support-smoke/runs"_s, {{"version"_L1, 2}});
        QTRY_COMPARE(m_gateway->ask("GET", u"/test-runs/"_s + begun.value("id"_L1).toString()).value("state"_L1).toString(), u"done"_s);
        m_gateway->ask("PUT", u"/documents/prompt/support-reply/labels/staging"_s, {{"version"_L1, 2}});
        QJsonObject summary = m_gateway->ask("GET", u"/documents/workflow/summary"_s).value("spec"_L1).toObject();
        summary.insert("description"_L1, "Another description");
        add({{"kind"_L1, "workflow"_L1}, {"name"_L1, "summary"_L1}, {"spec"_L1, summary}});
        for (const int version : {1, 2}) QVERIFY(m_gateway->ask("PUT", u"/documents/workflow/summary/labels/staging"_s, {{"version"_L1, version}}).contains("labels"_L1));
        const QJsonObject rollout = m_gateway->ask("PUT", u"/documents/prompt/search-rewrite/labels/production/rollout"_s, {{"candidate"_L1, 2}, {"stages"_L1, QJsonArray{5, 25, 100}}});
        QVERIFY2(rollout.contains("stages"_L1), QJsonDocument(rollout).toJson().constData());
        const QString sam = m_gateway->tokenOf(u"sam"_s, u"engineer"_s);
        for (const auto& name : {u"moderation"_s, u"product-text"_s}) QVERIFY(m_gateway->ask("POST", u"/documents/prompt/%1/labels/production/approvals"_s.arg(name), {{"version"_L1, 2}, {"message"_L1, "please"_L1}}, sam).contains("id"_L1));
        m_spareKey = QString::number(m_gateway->ask("POST", u"/keys"_s, {{"name"_L1, "spare"_L1}}).value("id"_L1).toInt());
        m_spareToken = QString::number(m_gateway->ask("POST", u"/tokens"_s, {{"name"_L1, "spare"_L1}, {"role"_L1, "viewer"_L1}}).value("id"_L1).toInt());
    }

    /// The first event of each of these types, after something was made to happen.
    std::map<std::string, json::value> eventsOfGateway(const std::set<std::string>& wanted) const {
        std::map<std::string, json::value> events;
        bool stirred = false;
        tests::httpCall(m_gateway->port(), "GET", "/api/v1/events", {}, {{"authorization", "Bearer " + m_gateway->adminToken()}}, std::chrono::seconds(15), [&](const tests::HttpReply& soFar) {
            if (!std::exchange(stirred, true)) {
                m_gateway->run(u"support-reply"_s, {{"message"_L1, "Hello"_L1}});
                m_gateway->ask("PUT", u"/documents/prompt/product-text/labels/staging"_s, {{"version"_L1, 1}});
            }
            std::size_t from = 0;
            while ((from = soFar.body.find("event: ", from)) != std::string::npos) {
                const auto end = soFar.body.find("\n\n", from);
                if (end == std::string::npos) break;
                const auto line = soFar.body.find('\n', from);
                const std::string type = soFar.body.substr(from + 7, line - from - 7);
                const auto data = soFar.body.find("data: ", line);
                boost::system::error_code error;
                if (data < end) events.emplace(type, json::parse(soFar.body.substr(data + 6, end - data - 6), error));
                from = end;
            }
            return !std::all_of(wanted.begin(), wanted.end(), [&](const std::string& type) { return events.contains(type); });
        });
        return events;
    }

    std::unique_ptr<test::RealGateway> m_gateway;
    json::value m_operations;
    QString m_workflowRun;
    QString m_spareKey;
    QString m_spareToken;
};

QTEST_GUILESS_MAIN(FakeContractTest)
#include "tst_fake_contract.moc"
