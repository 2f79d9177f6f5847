// Every operation that the OpenAPI document lists, asked by everybody: nobody, each role below, the role itself.
#include "tests/integration/control/control_fixture.h"
#include "tests/support/answer_shape.h"

#include <QtTest>

#include <map>
#include <set>

using namespace signalbox::tests;
namespace json = boost::json;

namespace {

/// A request that succeeds, given what the ones before it left behind.
struct Sample {
    std::string operation; ///< method and path as the document writes them
    std::string path;      ///< with `{run}` and `{last}` (the id of the last item of its list) to fill in
    std::string body;
};

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = {
        {"GET /status", "/status", {}},
        {"GET /me", "/me", {}},
        {"GET /overview", "/overview", {}},
        {"GET /runs", "/runs?limit=5&status=succeeded", {}},
        {"GET /runs/{id}", "/runs/{run}", {}},
        {"GET /runs/{id}/payload", "/runs/{run}/payload", {}},
        {"GET /dead-letters", "/dead-letters?workflow=hopeless&limit=5", {}},
        {"GET /dead-letters/{run_id}", "/dead-letters/{letter}", {}},
        {"POST /dead-letters/{run_id}/replay", "/dead-letters/{letter}/replay", {}},
        {"POST /dead-letters/{run_id}/dismiss", "/dead-letters/{other letter}/dismiss", {}},
        {"GET /callback-secret", "/callback-secret", {}},
        {"GET /metrics", "/metrics?group_by=target", {}},
        {"GET /documents", "/documents", {}},
        {"POST /documents", "/documents", R"({"kind":"policy","name":"extra","spec":{"reliability":{"total_timeout_ms":9000}},"message":"a test"})"},
        {"GET /documents/{kind}/{name}", "/documents/policy/extra?version=1", {}},
        {"GET /documents/{kind}/{name}/versions", "/documents/policy/extra/versions", {}},
        {"GET /documents/{kind}/{name}/yaml", "/documents/policy/extra/yaml", {}},
        {"PUT /documents/{kind}/{name}/labels/{label}", "/documents/policy/extra/labels/staging", R"({"version":1,"expect":0})"},
        {"DELETE /documents/{kind}/{name}/labels/{label}", "/documents/policy/extra/labels/staging", {}},
        {"DELETE /documents/{kind}/{name}", "/documents/policy/extra", {}},
        {"POST /documents/{kind}/{name}/restore", "/documents/policy/extra/restore", {}},
        {"POST /documents", "/documents", R"({"kind":"prompt","name":"spare","spec":{"messages":[{"role":"user","content":"one {{x}}"}]}})"},
        {"POST /documents", "/documents", R"({"kind":"prompt","name":"spare","spec":{"messages":[{"role":"user","content":"two {{x}}"}]}})"},
        {"POST /documents", "/documents", R"({"kind":"prompt","name":"spare","spec":{"messages":[{"role":"user","content":"three {{x}}"}]}})"},
        {"GET /documents/{kind}/{name}/referrers", "/documents/provider/sandbox/referrers", {}},
        {"GET /documents/{kind}/{name}/diff", "/documents/prompt/spare/diff?from=1&to=latest&resolve=true", {}},
        {"POST /documents/{kind}/{name}/render", "/documents/prompt/spare/render", R"({"version":2,"variables":{"x":1}})"},
        {"GET /documents/{kind}/{name}/performance", "/documents/prompt/spare/performance", {}},
        {"PUT /documents/{kind}/{name}/labels/{label}", "/documents/prompt/spare/labels/staging", R"({"version":1})"},
        {"PUT /documents/{kind}/{name}/labels/{label}", "/documents/prompt/spare/labels/staging", R"({"version":2})"},
        {"POST /documents/{kind}/{name}/labels/{label}/rollback", "/documents/prompt/spare/labels/staging/rollback", R"({"message":"a test"})"},
        {"GET /documents/{kind}/{name}/labels/{label}/history", "/documents/prompt/spare/labels/staging/history", {}},
        {"POST /documents/{kind}/{name}/labels/{label}/approvals", "/documents/prompt/spare/labels/staging/approvals", R"({"version":2,"message":"a test"})"},
        {"GET /approvals", "/approvals?state=open", {}},
        {"GET /approvals/{id}", "/approvals/1", {}},
        {"POST /approvals/{id}/approve", "/approvals/1/approve", R"({"note":"a test"})"},
        {"POST /documents/{kind}/{name}/labels/{label}/approvals", "/documents/prompt/spare/labels/staging/approvals", R"({"version":3,"stages":[10,100]})"},
        {"POST /approvals/{id}/reject", "/approvals/2/reject", {}},
        {"POST /documents/{kind}/{name}/labels/{label}/approvals", "/documents/prompt/spare/labels/staging/approvals", R"({"version":3})"},
        {"POST /approvals/{id}/withdraw", "/approvals/3/withdraw", {}},
        {"PUT /documents/{kind}/{name}/labels/{label}/rollout", "/documents/prompt/spare/labels/staging/rollout", R"({"candidate":3,"stages":[5,25,100],"advance":"manual"})"},
        {"GET /documents/{kind}/{name}/labels/{label}/rollout", "/documents/prompt/spare/labels/staging/rollout", {}},
        {"POST /documents/{kind}/{name}/labels/{label}/rollout/advance", "/documents/prompt/spare/labels/staging/rollout/advance", {}},
        {"DELETE /documents/{kind}/{name}/labels/{label}/rollout", "/documents/prompt/spare/labels/staging/rollout", {}},
        {"PUT /protected-labels/{kind}/{label}", "/protected-labels/prompt/gold", {}},
        {"GET /protected-labels", "/protected-labels", {}},
        {"DELETE /protected-labels/{kind}/{label}", "/protected-labels/prompt/gold", {}},
        {"POST /apply", "/apply", R"({"documents":[{"kind":"policy","name":"more","spec":{}}],"message":"a test"})"},
        {"POST /validate", "/validate", R"({"text":"kind: policy\nname: p\nspec: {}\n"})"},
        {"GET /export", "/export", {}},
        {"GET /policies/effective", "/policies/effective?modules=more", {}},
        {"GET /routes/{name}/explain", "/routes/starter/explain?needs=tools&input_tokens=10", {}},
        {"POST /trials", "/trials", R"({"prompt":{"name":"support-reply"},"model":"sandbox/small","variables":{"message":"hello"}})"},
        {"POST /test-sets/{name}/runs", "/test-sets/summary/runs", R"({"version":1})"},
        {"GET /test-runs", "/test-runs?kind=workflow", {}},
        {"GET /test-runs/{id}", "/test-runs/{last}", {}},
        {"DELETE /test-runs/{id}", "/test-runs/{last}", {}},
        {"GET /templates", "/templates", {}},
        {"GET /templates/{name}", "/templates/summary", {}},
        {"GET /templates/{name}/file", "/templates/summary/file", {}},
        {"POST /templates", "/templates", R"({"from_workflow":"summary","name":"extra","title":"One more"})"},
        {"DELETE /templates/{name}", "/templates/extra", {}},
        {"POST /templates/import", "/templates/import", "kind: template\nname: brought\ntitle: Brought\n---\nkind: workflow\nname: brought\nspec: {prompt: summary, route: starter}\n"},
        {"POST /templates/{name}/use", "/templates/summary/use", R"({"prefix":"extra"})"},
        {"GET /workflows", "/workflows", {}},
        {"GET /workflows/{name}", "/workflows/summary", {}},
        {"GET /runs/{id}/story", "/runs/{run}/story", {}},
        {"POST /conditions/explain", "/conditions/explain", R"({"condition":{"field":"cost_usd","op":"gt","value":0.5}})"},
        {"PUT /secrets/{name}", "/secrets/vendor", R"({"value":"sk-a-test","bound_to":"https://api.vendor.example"})"},
        {"GET /secrets", "/secrets", {}},
        {"DELETE /secrets/{name}", "/secrets/vendor", {}},
        {"POST /providers/{name}/check", "/providers/sandbox/check", {}},
        {"GET /keys", "/keys", {}},
        {"POST /keys", "/keys", R"({"name":"a test"})"},
        {"DELETE /keys/{id}", "/keys/{last}", {}},
        {"GET /tokens", "/tokens", {}},
        {"POST /tokens", "/tokens", R"({"name":"a test","role":"viewer"})"},
        {"DELETE /tokens/{id}", "/tokens/{last}", {}},
        {"GET /sandbox/{provider}", "/sandbox/sandbox", {}},
        {"PUT /sandbox/{provider}", "/sandbox/sandbox", R"({"seed":7,"first_token_ms":1})"},
        {"POST /targets/{provider}/{model}/reset-breaker", "/targets/sandbox/small/reset-breaker", {}},
        {"GET /audit", "/audit?limit=3", {}},
        {"GET /callback-secret", "/callback-secret", {}},
        {"GET /openapi.json", "/openapi.json", {}},
    };
    return all;
}

/// What the document says of one operation.
struct Listed {
    std::string role; ///< `nobody`: open to all
    int success = 0;
    json::value schema; ///< of the successful answer's JSON; null when there is none
};

std::map<std::string, Listed> listedIn(const json::value& document) {
    std::map<std::string, Listed> all;
    for (const auto& path : document.at("paths").as_object())
        for (const auto& operation : path.value().as_object()) {
            std::string method(operation.key());
            for (auto& c : method) c = static_cast<char>(std::toupper(c));
            Listed listed;
            listed.role = operation.value().at("x-signalbox-role").as_string().c_str();
            for (const auto& response : operation.value().at("responses").as_object())
                if (response.key().starts_with('2')) {
                    listed.success = std::stoi(std::string(response.key()));
                    boost::system::error_code none;
                    if (const auto* schema = response.value().find_pointer("/content/application~1json/schema", none)) listed.schema = *schema;
                }
            all[method + ' ' + std::string(path.key())] = std::move(listed);
        }
    return all;
}

} // namespace

class TestControlOperations : public QObject {
    Q_OBJECT

    ControlFixture fixture_;
    std::map<std::string, Listed> listed_;
    std::map<std::string, std::string> tokens_;
    std::string run_;
    std::string letter_;
    std::string otherLetter_;

    std::string filledIn(std::string path) const {
        for (const auto& [name, value] : {std::pair<std::string, std::string>("{run}", run_), {"{letter}", letter_}, {"{other letter}", otherLetter_}})
            if (const auto at = path.find(name); at != std::string::npos) path.replace(at, name.size(), value);
        if (const auto at = path.find("{last}"); at != std::string::npos) {
            const auto items = fixture_.ask("GET", path.substr(0, at - 1)).list("/items");
            const auto& id = items.back().at("id");
            path.replace(at, 6, id.is_string() ? std::string(id.as_string()) : std::to_string(id.to_number<std::int64_t>()));
        }
        return path;
    }

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
        const auto document = fixture_.askAs({}, "GET", "/openapi.json");
        QCOMPARE(document.status, 200);
        QCOMPARE(document.text("/openapi"), std::string("3.1.0"));
        listed_ = listedIn(document.json);
        QVERIFY(listed_.size() > 30);
        for (const auto& role : ControlFixture::roles()) {
            tokens_[role] = fixture_.tokenOf(role);
            QVERIFY(tokens_[role].starts_with("sbt_"));
        }
        run_ = fixture_.callOnce();
        QVERIFY(run_.starts_with("run_"));
        const auto problem = fixture_.gateway().apply("kind: provider\nname: nobody\nspec: {connector: openai, base_url: 'http://127.0.0.1:9/v1', models: [{id: m}]}\n---\n"
                                                      "kind: route\nname: hopeless\nspec: {targets: [{model: nobody/m}]}\n---\n"
                                                      "kind: prompt\nname: hopeless\nspec: {messages: [{role: user, content: hello}]}\n---\n"
                                                      "kind: workflow\nname: hopeless\nspec: {prompt: hopeless, route: hopeless, error_behaviour: {on_exhausted: dead_letter}}\n");
        QVERIFY2(problem.empty(), problem.c_str());
        for (auto* letter : {&letter_, &otherLetter_}) *letter = fixture_.gateway().call("/v1/workflows/hopeless/runs", "{\"input\":{}}").header("x-signalbox-run-id");
        QVERIFY(otherLetter_.starts_with("run_"));
    }

    void eachListedOperationIsAskedHere() {
        std::set<std::string> asked{"GET /events"}; // a stream: tst_control_events
        for (const auto& sample : samples()) asked.insert(sample.operation);
        for (const auto& [operation, listed] : listed_) QVERIFY2(asked.contains(operation), operation.c_str());
        for (const auto& operation : asked) QVERIFY2(listed_.contains(operation), operation.c_str());
    }

    void onlyTheDocumentItselfIsOpen() {
        for (const auto& [operation, listed] : listed_) QCOMPARE(listed.role == "nobody", operation == "GET /openapi.json");
    }

    void eachAnswersItsRoleAndRefusesLess() {
        for (const auto& sample : samples()) {
            const auto& listed = listed_.at(sample.operation);
            const auto method = sample.operation.substr(0, sample.operation.find(' '));
            const auto path = filledIn(sample.path);
            if (listed.role != "nobody") {
                for (const auto& wrong : {std::string(), std::string("sbt_wrong"), fixture_.gateway().applicationKey()}) {
                    const auto refused = fixture_.askAs(wrong, method, path, sample.body);
                    QVERIFY2(refused.status == 401 && refused.text("/error/class") == "unauthenticated", (sample.operation + ": " + refused.body).c_str());
                }
                for (const auto& role : ControlFixture::roles()) {
                    if (role == listed.role) break;
                    const auto refused = fixture_.askAs(tokens_[role], method, path, sample.body);
                    QVERIFY2(refused.status == 403 && refused.text("/error/code") == "role", (sample.operation + " as " + role + ": " + refused.body).c_str());
                }
            }
            const auto answered = fixture_.askAs(listed.role == "nobody" ? std::string() : tokens_[listed.role], method, path, sample.body);
            QVERIFY2(answered.status == listed.success, (sample.operation + " as " + listed.role + ": " + std::to_string(answered.status) + ' ' + answered.body).c_str());
            QCOMPARE(answered.http.header("cache-control"), std::string("no-store"));
            if (sample.operation == "GET /openapi.json" || answered.status == 204) continue;
            if (sample.operation.ends_with("/yaml") || sample.operation.ends_with("/file")) {
                QVERIFY(answered.http.header("content-type").starts_with("text/yaml"));
                continue;
            }
            QVERIFY2(listed.schema.is_object() && !listed.schema.get_object().empty(), (sample.operation + " has no schema of its answer").c_str());
            const auto wrong = mismatch(listed.schema, answered.json);
            QVERIFY2(wrong.empty(), (sample.operation + ": " + wrong).c_str());
        }
    }

    void aLongerPathOrAnotherSpellingOpensNothing() {
        const auto& token = tokens_["viewer"];
        for (const std::string path : {"/tokens/", "//tokens", "/TOKENS", "/status/../tokens", "/%74okens", "/tokens%2f1", "/me/../tokens", "/tokens;x", "/tokens/1/2"}) {
            const auto reply = fixture_.askAs(token, "GET", path);
            QVERIFY2(reply.status == 403 || reply.status == 404 || reply.status == 405 || reply.status == 400, (path + ": " + std::to_string(reply.status) + ' ' + reply.body).c_str());
            QVERIFY2(reply.body.find("sbt_") == std::string::npos, path.c_str());
        }
        // What is no UTF-8 names nothing, and is in no answer: that would be no JSON.
        for (const std::string path : {"/documents/prompt/%ff", "/documents?q=%ff", "/templates/%c3"}) {
            const auto reply = fixture_.askAs(token, "GET", path);
            QVERIFY2((reply.status == 404 || reply.status == 400) && reply.at("/error/message").is_string(), (path + ": " + std::to_string(reply.status) + ' ' + reply.body).c_str());
        }
        // Who may not come in does not learn what there is.
        QCOMPARE(fixture_.askAs({}, "GET", "/no/such/thing").status, 401);
        QCOMPARE(fixture_.askAs(token, "GET", "/no/such/thing").status, 404);
        const auto wrongMethod = fixture_.askAs(token, "PATCH", "/keys");
        QCOMPARE(wrongMethod.status, 405);
        QVERIFY(wrongMethod.http.header("allow").find("POST") != std::string::npos);
    }

    void webPagesAndForeignNamesAreRefused() {
        const auto& admin = fixture_.gateway().adminToken();
        for (const auto& [name, value] : Headers{{"origin", "https://evil.example"}, {"origin", "null"}}) QCOMPARE(fixture_.askAs(admin, "GET", "/status", {}, {{name, value}}).status, 403);
        const auto port = std::to_string(fixture_.gateway().port());
        const auto statusUnder = [&](const std::string& path, const std::string& host) {
            HttpConnection connection(fixture_.gateway().port());
            connection.send("GET " + path + " HTTP/1.1\r\nhost: " + host + "\r\nauthorization: Bearer " + admin + "\r\n\r\n");
            return connection.read().status;
        };
        for (const std::string path : {"/api/v1/status", "/metrics"}) {
            for (const auto& host : std::vector<std::string>{"evil.example:" + port, "127.evil.example:" + port, "127.0.0.1.evil.example", "localhost.evil.example", "[::2]"}) {
                const auto status = statusUnder(path, host);
                QVERIFY2(status == 403, (path + " under " + host + ": " + std::to_string(status)).c_str());
            }
            for (const auto& host : std::vector<std::string>{"127.0.0.1:" + port, "LOCALHOST:" + port, "[::1]:" + port, "localhost"}) {
                const auto status = statusUnder(path, host);
                QVERIFY2(status == 200, (path + " under " + host + ": " + std::to_string(status)).c_str());
            }
        }
    }

    void badBodiesAreRefusedInWords() {
        for (const auto& sample : samples()) {
            if (sample.body.empty()) continue;
            const auto method = sample.operation.substr(0, sample.operation.find(' '));
            for (const std::string body : {"{", "[]", "nonsense", "{\"documents\":7,\"version\":\"x\",\"name\":[],\"value\":{},\"seed\":\"x\",\"kind\":1}"}) {
                if (sample.operation == "POST /validate" && body.front() == '{' && body.size() > 1) continue; // no text is an empty text
                const auto reply = fixture_.ask(method, sample.path, body);
                QVERIFY2(reply.status == 400 || reply.status == 404, (sample.operation + ' ' + body + ": " + std::to_string(reply.status) + ' ' + reply.body).c_str());
                QVERIFY2(reply.at("/error/message").is_string() && reply.at("/error/message").as_string().size() > 5, reply.body.c_str());
            }
        }
        const auto tooLarge = fixture_.ask("POST", "/validate", std::string(5 * 1024 * 1024, 'x'));
        QCOMPARE(tooLarge.status, 413);
    }

    void changesAreOnTheAuditTrail() {
        const auto trail = fixture_.ask("GET", "/audit?limit=500");
        std::set<std::string> actions;
        for (const auto& entry : trail.list("/items")) {
            actions.insert(entry.at("action").as_string().c_str());
            const auto actor = std::string(entry.at("actor").as_string());
            QVERIFY(!actor.empty());
            if (actor != "signalboxd") QCOMPARE(std::string(entry.at("peer").as_string()), std::string("127.0.0.1"));
        }
        for (const auto* action : {"document.register", "label.move", "label.remove", "document.archive", "secret.put", "secret.remove", "key.create", "key.revoke", "token.create", "token.revoke", "payload.read", "breaker.reset", "dead_letter.read", "dead_letter.replay", "dead_letter.dismiss", "callback_secret.read"})
            QVERIFY2(actions.contains(action), action);
    }

    void metricsAreInPrometheusText() {
        const auto reply = httpCall(fixture_.gateway().port(), "GET", "/metrics");
        QCOMPARE(reply.status, 200);
        std::set<std::string> typed;
        for (std::size_t at = 0; at < reply.body.size();) {
            const auto end = reply.body.find('\n', at);
            QVERIFY(end != std::string::npos); // the last line ends too
            const auto line = reply.body.substr(at, end - at);
            at = end + 1;
            if (line.starts_with("# TYPE ")) QVERIFY2(typed.insert(line.substr(7, line.find(' ', 7) - 7)).second, line.c_str());
            if (line.starts_with('#')) continue;
            auto name = line.substr(0, line.find_first_of("{ "));
            if (name.ends_with("_count") && !typed.contains(name)) name.resize(name.size() - 6);
            QVERIFY2(typed.contains(name), line.c_str());
            std::size_t used = 0;
            const auto number = line.substr(line.rfind(' ') + 1);
            (void)std::stod(number, &used);
            QCOMPARE(used, number.size());
        }
        for (const auto* name : {"signalbox_runs_total", "signalbox_attempts_total", "signalbox_first_token_seconds", "signalbox_calls_in_flight", "signalbox_recorder_queue", "signalbox_target_breaker_state", "process_cpu_seconds_total", "process_resident_memory_bytes"})
            QVERIFY2(typed.contains(name), name);
        QVERIFY(reply.body.find("signalbox_runs_total{status=\"succeeded\"} 1\n") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestControlOperations)
#include "tst_control_operations.moc"
