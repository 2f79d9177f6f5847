// What a prompt engineer tries: prompts and workflows, registered or not, and test sets; apart from production.
#include "tests/integration/control/control_fixture.h"

#include <QElapsedTimer>
#include <QtTest>

#include <csignal>

using namespace signalbox::tests;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

const std::string kPrompts = R"(kind: prompt
name: greeting
spec:
  messages:
    - {role: system, content: "{{> tone}}"}
    - {role: user, content: "Greet {{name}}."}
  variables: {type: object, required: [name], additionalProperties: false, properties: {name: {type: string, minLength: 2}}}
  parameters: {max_tokens: 40}
---
kind: prompt
name: tone
spec: {text: Be kind.}
---
kind: prompt
name: judge
spec:
  messages:
    - {role: user, content: "Is {{output}} an answer to {{input}} that is {{criterion}}?"}
---
kind: test_set
name: greetings
spec:
  prompt: greeting
  model: sandbox/small
  cases:
    - {name: says that it is simulated, input: {name: Ada}, expect: [{type: contains, value: simulated}]}
    - {name: says hello, input: {name: Grace}, expect: [{type: contains, value: a word that no sandbox says}]}
    - {name: a wrong input, input: {name: A}, expect: []}
---
kind: test_set
name: judged
spec:
  prompt: greeting
  model: sandbox/small
  cases:
    - {name: one, input: {name: Ada}, expect: [{type: judge, judge: judge, criterion: kind}]}
)";

} // namespace

class TestControlTrials : public QObject {
    Q_OBJECT

    ControlFixture fixture_;
    std::string engineer_;

    bool setSandbox(double firstTokenMs, double tokensPerSecond) const {
        return fixture_.ask("PUT", "/sandbox/sandbox", json::serialize(json::object{{"first_token_ms", firstTokenMs}, {"tokens_per_second", tokensPerSecond}})).status == 200;
    }
    ControlReply trial(const json::object& body) const { return fixture_.askAs(engineer_, "POST", "/trials", json::serialize(body)); }
    static json::object greeting(const json::value& prompt) { return {{"prompt", prompt}, {"model", "sandbox/small"}, {"variables", {{"name", "Ada"}}}}; }
    static std::string pointersIn(const ControlReply& reply) {
        std::string all;
        for (const auto& violation : reply.list("/error/violations")) all += std::string(violation.at("pointer").as_string()) + ' ';
        return all;
    }
    ControlReply ended(const std::string& id) const {
        ControlReply reply;
        QElapsedTimer time;
        time.start();
        do reply = fixture_.ask("GET", "/test-runs/" + id);
        while (reply.text("/state") == "running" && time.elapsed() < 30'000);
        return reply;
    }
    std::string calls() const { return fixture_.ask("GET", "/metrics").text("/totals/0/calls"); }

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
        engineer_ = fixture_.tokenOf("engineer");
        QVERIFY(!engineer_.empty());
        QVERIFY(setSandbox(0, 100'000));
        const auto problem = fixture_.gateway().apply(kPrompts);
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void aRegisteredPromptIsTried() {
        for (const auto& prompt : {json::object{{"name", "greeting"}}, json::object{{"name", "greeting"}, {"version", 1}}, json::object{{"name", "greeting"}, {"label", "latest"}}}) {
            const auto reply = trial(greeting(prompt));
            QVERIFY2(reply.status == 200, reply.body.c_str());
            QVERIFY(!reply.text("/choices/0/message/content").empty());
            QCOMPARE(reply.http.header("x-signalbox-target"), std::string("sandbox/small"));
            QVERIFY(reply.http.header("x-signalbox-cost-usd").starts_with("0.0000"));
            const auto run = fixture_.gateway().run(reply.http.header("x-signalbox-run-id"));
            QVERIFY(run.at("trial").as_bool());
            QCOMPARE(run.at("prompt").as_string().c_str(), "greeting@1");
            QCOMPARE(run.at("key").as_string().c_str(), "trial:a engineer");
        }
    }

    void aDraftIsTriedWithTheRegistrysPartials() {
        auto spec = json::parse(R"({"messages":[{"role":"user","content":"{{> tone}} Greet {{name}} twice."}]})");
        const auto reply = trial(greeting(json::object{{"name", "greeting"}, {"spec", spec}}));
        QVERIFY2(reply.status == 200, reply.body.c_str());
        QCOMPARE(fixture_.gateway().run(reply.http.header("x-signalbox-run-id")).at("prompt").as_string().c_str(), "greeting@draft");
    }

    void aTrialStreams() {
        auto body = greeting(json::object{{"name", "greeting"}});
        body["stream"] = true;
        const auto reply = trial(body);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.http.header("content-type").starts_with("text/event-stream"));
        const auto events = reply.http.events();
        QVERIFY(events.size() > 3);
        QCOMPARE(events.back(), std::string("[DONE]"));
        QVERIFY(events[events.size() - 2].find("\"usage\"") != std::string::npos);
        QVERIFY(!reply.http.header("x-signalbox-run-id").empty());
    }

    void aTrialIsNotInTheMetrics() {
        const auto before = calls();
        QCOMPARE(trial(greeting(json::object{{"name", "greeting"}})).status, 200);
        QCOMPARE(trial({{"workflow", {{"name", "summary"}}}, {"input", fixture_.ask("GET", "/workflows/summary").at("/example_input")}}).status, 200);
        QCOMPARE(calls(), before);
        QCOMPARE(fixture_.ask("GET", "/workflows/summary").text("/health/calls_24h"), std::string("0"));
        // A call of an application is.
        QVERIFY(!fixture_.callOnce().empty());
        QTRY_VERIFY(calls() != before);
    }

    void whatIsWrongIsSaidWithItsPlace_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* name, const char* body, const char* pointer) { QTest::newRow(name) << body << pointer; };
        row("nothing to try", R"({"model":"sandbox/small"})", "");
        row("no model", R"({"prompt":{"name":"greeting"},"variables":{"name":"Ada"}})", "/model");
        row("a misspelt member", R"({"prompt":{"name":"greeting"},"model":"sandbox/small","variabels":{}})", "/variabels");
        row("a misspelt member of it", R"({"prompt":{"nme":"greeting"},"model":"sandbox/small"})", "/prompt/nme");
        row("neither name nor spec", R"({"prompt":{},"model":"sandbox/small"})", "/prompt/name");
        row("version and spec", R"({"prompt":{"version":1,"spec":{}},"model":"sandbox/small"})", "/prompt");
        row("a variable that breaks the contract", R"({"prompt":{"name":"greeting"},"model":"sandbox/small","variables":{"name":"A"}})", "/variables/name");
        row("a variable too many", R"({"prompt":{"name":"greeting"},"model":"sandbox/small","variables":{"name":"Ada","nam":1}})", "/variables/nam");
        row("a draft without messages", R"({"prompt":{"spec":{"messages":[]}},"model":"sandbox/small"})", "/prompt/spec/messages");
        row("a draft's template", R"({"prompt":{"spec":{"messages":[{"role":"user","content":"{{^a}}"}]}},"model":"sandbox/small"})", "/prompt/spec/messages/0/content");
        row("a draft's partial", R"({"prompt":{"spec":{"messages":[{"role":"user","content":"{{> nowhere}}"}]}},"model":"sandbox/small"})", "/prompt/spec/messages/0/content");
        row("a draft's contract", R"({"prompt":{"spec":{"messages":[{"role":"user","content":"a"}],"variables":{"type":"nothing"}}},"model":"sandbox/small"})", "/prompt/spec/variables/type");
        row("an undefined variable of a draft", R"({"prompt":{"spec":{"messages":[{"role":"user","content":"{{customer.name}}"}]}},"model":"sandbox/small","variables":{}})", "/variables/customer/name");
        row("a workflow without input", R"({"workflow":{"name":"summary"}})", "/input");
        row("a workflow on another model", R"({"workflow":{"name":"summary"},"model":"sandbox/small","input":{}})", "/model");
        row("a draft of a workflow", R"({"workflow":{"spec":{"prompt":"greeting","route":"starter","input_schema":7}},"input":{}})", "/workflow/spec/input_schema");
    }
    void whatIsWrongIsSaidWithItsPlace() {
        QFETCH(QString, body);
        QFETCH(QString, pointer);
        const auto reply = fixture_.askAs(engineer_, "POST", "/trials", body.toStdString());
        QVERIFY2(reply.status == 400, reply.body.c_str());
        const auto pointers = ' ' + pointersIn(reply);
        QVERIFY2(pointers.find(' ' + pointer.toStdString() + ' ') != std::string::npos, reply.body.c_str());
    }

    void whatIsNotThereIsNotFound() {
        QCOMPARE(trial(greeting(json::object{{"name", "nothing"}})).status, 404);
        QCOMPARE(trial(greeting(json::object{{"name", "greeting"}, {"label", "nowhere"}})).status, 404);
        QCOMPARE(trial(greeting(json::object{{"name", "greeting"}, {"version", 9}})).status, 404);
        auto body = greeting(json::object{{"name", "greeting"}});
        body["model"] = "nobody/nothing";
        QCOMPARE(trial(body).status, 404);
        QCOMPARE(trial({{"workflow", {{"name", "nothing"}}}, {"input", json::object()}}).status, 404);
    }

    void aWorkflowIsTriedRegisteredAndAsADraft() {
        const auto shown = fixture_.ask("GET", "/workflows/summary");
        const auto input = shown.at("/example_input");
        const auto registered = trial({{"workflow", {{"name", "summary"}}}, {"input", input}});
        QVERIFY2(registered.status == 200, registered.body.c_str());
        QCOMPARE(registered.text("/workflow"), std::string("summary@1"));
        QVERIFY(registered.at("/output").is_object());
        const auto draft = trial({{"workflow", {{"name", "summary"}, {"spec", shown.at("/spec")}}}, {"input", input}});
        QVERIFY2(draft.status == 200, draft.body.c_str());
        QCOMPARE(draft.text("/workflow"), std::string("summary@draft"));
        const auto broken = trial({{"workflow", {{"name", "summary"}}}, {"input", json::object{{"nonsense", 1}}}});
        QCOMPARE(broken.status, 400);
        QVERIFY(!broken.list("/error/violations").empty());
    }

    void aTestSetSaysWhatPassedAndWhy() {
        const auto begun = fixture_.askAs(engineer_, "POST", "/test-sets/greetings/runs", "{}");
        QVERIFY2(begun.status == 202, begun.body.c_str());
        const auto run = ended(begun.text("/id"));
        QCOMPARE(run.text("/state"), std::string("done"));
        QCOMPARE(run.text("/kind") + ' ' + run.text("/name") + ' ' + run.text("/version"), std::string("prompt greeting 1"));
        QCOMPARE(run.text("/content_hash"), fixture_.ask("GET", "/documents/prompt/greeting?version=1").text("/content_hash"));
        QCOMPARE(run.text("/passed") + run.text("/failed") + run.text("/total"), std::string("123"));
        QVERIFY(run.text("/cases/0/passed") == "true" && run.text("/cases/1/passed") == "false");
        QVERIFY(run.text("/cases/1/checks/0/message").find("a word that no sandbox says") != std::string::npos);
        QVERIFY2(run.text("/cases/2/error").find("/name") != std::string::npos, run.body.c_str());
        QVERIFY(fixture_.gateway().run(run.text("/cases/0/run_id")).at("trial").as_bool());
        QVERIFY(run.text("/cost_usd") != "0");
        const auto listed = fixture_.ask("GET", "/test-runs?kind=prompt&name=greeting&version=1&test_set=greetings").list("/items");
        QCOMPARE(listed.size(), std::size_t{1});
        QVERIFY(fixture_.ask("GET", "/test-runs?name=other").list("/items").empty());
    }

    void aTestSetIsWhatItsAuthorLastSaved() {
        const auto version = [&](const char* word) {
            return fixture_.askAs(engineer_, "POST", "/documents", json::serialize(json::object{{"kind", "test_set"}, {"name", "edited"}, {"spec", {{"prompt", "greeting"}, {"model", "sandbox/small"},
                {"cases", {json::object{{"name", word}, {"input", {{"name", "Ada"}}}}}}}}})).status;
        };
        QCOMPARE(version("one"), 201);
        QCOMPARE(version("two"), 201);
        const auto caseOf = [&](const std::string& body) { return ended(fixture_.askAs(engineer_, "POST", "/test-sets/edited/runs", body).text("/id")).text("/cases/0/name"); };
        QCOMPARE(caseOf("{}"), std::string("two"));
        QCOMPARE(caseOf("{\"test_set_version\":1}"), std::string("one"));
    }

    void aJudgeIsAsked() {
        // The sandbox is no judge, and its prose is no verdict: the check says so, and what the judge cost is counted.
        const auto run = ended(fixture_.askAs(engineer_, "POST", "/test-sets/judged/runs", "{}").text("/id"));
        QCOMPARE(run.text("/cases/0/passed"), std::string("false"));
        QCOMPARE(run.text("/cases/0/checks/0/type"), std::string("judge"));
        QVERIFY2(run.text("/cases/0/checks/0/message").find("The judge did not answer") != std::string::npos, run.body.c_str());
    }

    void aTestSetOfAWorkflowTriesAnotherPrompt() {
        const auto prompt = fixture_.ask("GET", "/documents/prompt/summary");
        auto spec = prompt.at("/spec").as_object();
        spec["description"] = "another version";
        const auto made = fixture_.ask("POST", "/documents", json::serialize(json::object{{"kind", "prompt"}, {"name", "summary"}, {"spec", spec}}));
        QCOMPARE(made.text("/version"), std::string("2"));
        const auto begun = fixture_.askAs(engineer_, "POST", "/test-sets/summary/runs", R"({"prompt_version":2})");
        QVERIFY2(begun.status == 202, begun.body.c_str());
        const auto run = ended(begun.text("/id"));
        QCOMPARE(run.text("/kind") + ' ' + run.text("/name") + ' ' + run.text("/version"), std::string("prompt summary 2"));
        QVERIFY2(run.text("/failed") == "0", run.body.c_str());
        QCOMPARE(fixture_.gateway().run(run.text("/cases/0/run_id")).at("prompt").as_string().c_str(), "summary@2");
        QCOMPARE(fixture_.askAs(engineer_, "POST", "/test-sets/greetings/runs", R"({"prompt_version":1})").status, 400);
    }

    void whoWatchesHearsOfEachCase() {
        std::string id;
        const auto heard = httpCall(fixture_.gateway().port(), "GET", "/api/v1/events", {}, {{"authorization", "Bearer " + engineer_}}, 20s, [&](const HttpReply& soFar) {
            if (id.empty() && soFar.body.find("\n\n") != std::string::npos) id = fixture_.askAs(engineer_, "POST", "/test-sets/greetings/runs", "{}").text("/id");
            return id.empty() || soFar.body.find("\"state\":\"done\"") == std::string::npos;
        });
        QVERIFY2(heard.body.find("event: test_run") != std::string::npos && heard.body.find(id) != std::string::npos, heard.body.c_str());
    }

    void aTestRunIsCancelled() {
        QVERIFY(setSandbox(60'000, 1));
        const auto id = fixture_.askAs(engineer_, "POST", "/test-sets/greetings/runs", "{}").text("/id");
        QCOMPARE(fixture_.askAs(engineer_, "DELETE", "/test-runs/" + id).status, 204);
        const auto run = fixture_.ask("GET", "/test-runs/" + id);
        QCOMPARE(run.text("/state"), std::string("failed"));
        QCOMPARE(run.text("/error"), std::string("Cancelled by a engineer."));
        QCOMPARE(fixture_.askAs(engineer_, "DELETE", "/test-runs/" + id).text("/error/code"), std::string("has_ended"));
        QCOMPARE(fixture_.askAs(engineer_, "DELETE", "/test-runs/test_none").status, 404);
        QTRY_COMPARE(fixture_.ask("GET", "/status").text("/calls_in_flight"), std::string("0")); // nothing goes on behind it
        QVERIFY(setSandbox(0, 100'000));
    }

    void aRestartFailsWhatWasRunning() {
        QVERIFY(setSandbox(60'000, 1));
        const auto id = fixture_.askAs(engineer_, "POST", "/test-sets/greetings/runs", "{}").text("/id");
        QCOMPARE(fixture_.ask("GET", "/test-runs/" + id).text("/state"), std::string("running"));
        fixture_.gateway().kill();
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
        const auto run = fixture_.ask("GET", "/test-runs/" + id);
        QCOMPARE(run.text("/state"), std::string("failed"));
        QCOMPARE(run.text("/error"), std::string("The gateway was restarted before it came to its end."));
        QVERIFY(setSandbox(0, 100'000));
    }

    void aGatewayThatIsStoppedDoesNotWaitForTests() {
        QVERIFY(setSandbox(60'000, 1));
        const auto id = fixture_.askAs(engineer_, "POST", "/test-sets/greetings/runs", "{}").text("/id");
        fixture_.gateway().sendSignal(SIGTERM);
        QCOMPARE(fixture_.gateway().waitForExit(10s).value_or(-1), 0);
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
        QCOMPARE(fixture_.ask("GET", "/test-runs/" + id).text("/error"), std::string("The gateway was stopped."));
        QVERIFY(setSandbox(0, 100'000));
    }

    void onlyEngineersTry() {
        const auto viewer = fixture_.tokenOf("viewer");
        const auto body = json::serialize(greeting(json::object{{"name", "greeting"}}));
        QCOMPARE(fixture_.askAs(viewer, "POST", "/trials", body).status, 403);
        QCOMPARE(fixture_.askAs(fixture_.tokenOf("reviewer"), "POST", "/trials", body).status, 403);
        QCOMPARE(fixture_.askAs(viewer, "POST", "/test-sets/greetings/runs", "{}").status, 403);
        QCOMPARE(fixture_.askAs(viewer, "GET", "/test-runs").status, 200);
        QCOMPARE(fixture_.askAs(fixture_.gateway().applicationKey(), "POST", "/trials", body).status, 401);
    }
};

QTEST_GUILESS_MAIN(TestControlTrials)
#include "tst_control_trials.moc"
