// What the console shows of a workflow, and who made an output: from the run to the people.
#include "tests/integration/control/control_fixture.h"

#include <QtTest>

#include <array>
#include <cstdio>
#include <sys/wait.h>

using namespace signalbox::tests;
namespace json = boost::json;

namespace {

/// Runs a snippet as a person would, with the key in the environment; gives the exit code and what it wrote.
std::pair<int, std::string> shell(const std::string& command, const std::string& snippet, const std::string& key) {
    ::setenv("SIGNALBOX_KEY", key.c_str(), 1);
    QTemporaryFile file;
    if (!file.open()) return {-1, "no file"};
    file.write(snippet.data(), static_cast<qint64>(snippet.size()));
    file.flush();
    FILE* pipe = ::popen((command + ' ' + file.fileName().toStdString() + " 2>&1").c_str(), "r");
    if (!pipe) return {-1, "popen failed"};
    std::string output;
    std::array<char, 4096> bytes;
    while (const auto count = std::fread(bytes.data(), 1, bytes.size(), pipe)) output.append(bytes.data(), count);
    const int status = ::pclose(pipe);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, output};
}

bool has(const std::string& program) { return std::system(("command -v " + program + " > /dev/null 2>&1").c_str()) == 0; }

} // namespace

class TestControlWorkflows : public QObject {
    Q_OBJECT

    ControlFixture fixture_;

    json::object documentIn(const ControlReply& story, std::string_view kind, std::string_view name) const {
        for (const auto& document : story.list("/documents"))
            if (document.at("kind").as_string() == kind && document.at("name").as_string() == name) return document.as_object();
        return {};
    }

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
        const json::object fast{{"first_token_ms", 0}, {"tokens_per_second", 100'000}};
        QCOMPARE(fixture_.ask("PUT", "/sandbox/sandbox", json::serialize(fast)).status, 200);
    }

    void aWorkflowIsShownWhole() {
        const auto shown = fixture_.ask("GET", "/workflows/support-reply");
        QCOMPARE(shown.status, 200);
        QCOMPARE(shown.text("/prompt/name") + '@' + shown.text("/prompt/version"), std::string("support-reply@1"));
        QCOMPARE(shown.text("/route/labels/production"), std::string("1"));
        QCOMPARE(shown.text("/policy/governance/data_class"), std::string("confidential"));
        QCOMPARE(shown.text("/origins/~1governance~1data_class"), std::string("support-reply@1"));
        QCOMPARE(shown.list("/routing").size(), std::size_t{2});
        QVERIFY(shown.text("/routing/0/sentence").starts_with("when "));
        QCOMPARE(shown.text("/routing/1/sentence"), std::string("always"));
        QCOMPARE(shown.text("/escalation/0/action"), std::string("block"));
        QVERIFY(!shown.text("/escalation/1/sentence").empty());
        std::string names;
        for (const auto& row : shown.list("/outline/input")) names += std::string(row.at("name").as_string()) + ' ';
        for (const auto* name : {"message", "customer_name", "facts"}) QVERIFY2(names.find(name) != std::string::npos, names.c_str());
        QVERIFY(!shown.list("/outline/output").empty());
        QCOMPARE(shown.text("/example_input/customer_name"), std::string("Dana")); // what its author shows
        QCOMPARE(fixture_.ask("GET", "/workflows/nothing").status, 404);
        QCOMPARE(fixture_.ask("GET", "/workflows/support-reply?version=1&label=production").status, 400);
        QCOMPARE(fixture_.ask("GET", "/workflows/support-reply?version=9").status, 404);
    }

    void snippetsWorkAsTheyStand() {
        const auto shown = fixture_.ask("GET", "/workflows/support-reply");
        const auto& key = fixture_.gateway().applicationKey();
        if (has("curl")) {
            const auto [code, output] = shell("sh", shown.text("/curl"), key);
            QVERIFY2(code == 0 && output.find("\"status\":\"succeeded\"") != std::string::npos, output.c_str());
        }
        if (has("python3") && std::system("python3 -c 'import requests' > /dev/null 2>&1") == 0) {
            const auto [code, output] = shell("python3", shown.text("/python"), key);
            QVERIFY2(code == 0 && output.find("confidence") != std::string::npos, output.c_str());
        } else if (has("python3")) {
            const auto [code, output] = shell("python3 -c 'import sys; compile(open(sys.argv[1]).read(), \"snippet\", \"exec\")'", shown.text("/python"), key);
            QVERIFY2(code == 0, output.c_str());
        }
        if (has("node")) {
            const auto [code, output] = shell("node --input-type=module <", shown.text("/javascript"), key);
            QVERIFY2(code == 0 && output.find("confidence") != std::string::npos, output.c_str());
        }
    }

    void healthIsOfTheLastDay() {
        for (int i = 0; i < 3; ++i) QCOMPARE(fixture_.gateway().call("/v1/workflows/summary/runs", json::serialize(json::object{{"input", fixture_.ask("GET", "/workflows/summary").at("/example_input")}})).status, 200);
        QTRY_COMPARE(fixture_.ask("GET", "/workflows/summary").text("/health/calls_24h"), std::string("3"));
        const auto shown = fixture_.ask("GET", "/workflows/summary");
        QVERIFY2(shown.at("/health/success_24h").to_number<double>() == 1.0, shown.body.c_str());
        QVERIFY(shown.at("/health/end_to_end_p50_ms").is_number());
        for (const auto& one : fixture_.ask("GET", "/workflows").list("/items"))
            if (one.at("name").as_string() == "summary") QCOMPARE(one.at("calls_24h").to_number<int>(), 3);
    }

    void aRunTellsWhoMadeIt() {
        // Grace writes a version of the prompt, and an operator puts it live.
        const auto grace = fixture_.ask("POST", "/tokens", R"({"name":"grace","role":"engineer"})").text("/token");
        const auto olga = fixture_.ask("POST", "/tokens", R"({"name":"olga","role":"operator"})").text("/token");
        auto spec = fixture_.ask("GET", "/documents/prompt/support-reply").at("/spec").as_object();
        spec["description"] = "shorter";
        const auto made = fixture_.askAs(grace, "POST", "/documents", json::serialize(json::object{{"kind", "prompt"}, {"name", "support-reply"}, {"spec", spec}, {"message", "say less"}}));
        QCOMPARE(made.text("/version"), std::string("2"));
        QCOMPARE(fixture_.askAs(olga, "PUT", "/documents/prompt/support-reply/labels/production", R"({"version":2})").status, 200);
        HttpReply answered;
        const auto callOnTwo = [&] {
            answered = fixture_.gateway().call("/v1/workflows/support-reply/runs", R"({"input":{"message":"Where is my order?"}})");
            return answered.status == 200 && json::parse(answered.body).at("prompt").as_string() == "support-reply@2";
        };
        QTRY_VERIFY(callOnTwo());
        const auto run = std::string(json::parse(answered.body).at("id").as_string());
        // It moves on afterwards: the story is of the run's time.
        QCOMPARE(fixture_.askAs(olga, "PUT", "/documents/prompt/support-reply/labels/production", R"({"version":1})").status, 200);

        const auto story = fixture_.ask("GET", "/runs/" + run + "/story");
        QVERIFY2(story.status == 200, story.body.c_str());
        QCOMPARE(story.text("/run/id"), run);
        const auto prompt = documentIn(story, "prompt", "support-reply");
        QCOMPARE(prompt.at("version").to_number<int>(), 2);
        QCOMPARE(prompt.at("author").as_string().c_str(), "grace");
        QCOMPARE(prompt.at("message").as_string().c_str(), "say less");
        QCOMPARE(prompt.at("promoted").at("by").as_string().c_str(), "olga");
        QCOMPARE(prompt.at("promoted").at("label").as_string().c_str(), "production");
        QCOMPARE(prompt.at("promoted").at("from").to_number<int>(), 1);
        QVERIFY(prompt.at("promoted").at("approval").is_null());
        for (const auto& [kind, name] : {std::pair("workflow", "support-reply"), std::pair("prompt", "support-reply-tone"), std::pair("route", "support-reply"), std::pair("policy", "default"), std::pair("policy", "support-reply")}) {
            const auto document = documentIn(story, kind, name);
            QVERIFY2(!document.empty() && document.at("author").as_string() == "signalboxd" && document.at("content_hash").as_string().size() == 64, (std::string(kind) + ' ' + name + ": " + story.body).c_str());
        }
        QCOMPARE(story.text("/models/0/provider"), std::string("sandbox"));
        QCOMPARE(story.text("/models/0/served"), std::string("true"));
        QCOMPARE(fixture_.ask("GET", "/runs/run_0000000000000/story").status, 404);
        QCOMPARE(fixture_.ask("GET", "/runs/nonsense/story").status, 400);
    }

    void anApprovalIsPartOfTheStory() {
        QCOMPARE(fixture_.ask("PUT", "/protected-labels/prompt/production", "{}").status / 100, 2);
        const auto asks = fixture_.ask("POST", "/tokens", R"({"name":"ida","role":"engineer"})").text("/token");
        const auto decides = fixture_.ask("POST", "/tokens", R"({"name":"otto","role":"operator"})").text("/token");
        auto spec = fixture_.ask("GET", "/documents/prompt/ticket-triage").at("/spec").as_object();
        spec["description"] = "approved";
        QCOMPARE(fixture_.askAs(asks, "POST", "/documents", json::serialize(json::object{{"kind", "prompt"}, {"name", "ticket-triage"}, {"spec", spec}})).status, 201);
        const auto tested = fixture_.askAs(asks, "POST", "/test-sets/ticket-triage/runs", R"({"prompt_version":2})").text("/id");
        QTRY_COMPARE_WITH_TIMEOUT(fixture_.ask("GET", "/test-runs/" + tested).text("/state"), std::string("done"), 30'000);
        const auto asked = fixture_.askAs(asks, "POST", "/documents/prompt/ticket-triage/labels/production/approvals", json::serialize(json::object{{"version", 2}, {"message", "better"}, {"test_run_id", tested}}));
        QVERIFY2(asked.status == 201, asked.body.c_str());
        const auto approved = fixture_.askAs(decides, "POST", "/approvals/" + asked.text("/id") + "/approve", R"({"note":"fine"})");
        QVERIFY2(approved.status == 200, approved.body.c_str());
        const auto input = fixture_.ask("GET", "/workflows/ticket-triage").at("/example_input");
        HttpReply answered;
        const auto callOnTwo = [&] {
            answered = fixture_.gateway().call("/v1/workflows/ticket-triage/runs", json::serialize(json::object{{"input", input}}));
            return answered.status == 200 && json::parse(answered.body).at("prompt").as_string() == "ticket-triage@2";
        };
        QTRY_VERIFY(callOnTwo());
        const auto story = fixture_.ask("GET", "/runs/" + std::string(json::parse(answered.body).at("id").as_string()) + "/story");
        const auto promoted = documentIn(story, "prompt", "ticket-triage").at("promoted").as_object();
        QCOMPARE(promoted.at("approval").at("requested_by").as_string().c_str(), "ida");
        QCOMPARE(promoted.at("approval").at("approved_by").as_string().c_str(), "otto");
        QCOMPARE(promoted.at("approval").at("test_run_id").as_string().c_str(), tested.c_str());
    }

    void anExplanationAsksForWhatACallNeeds() {
        const std::string route = R"({"kind":"route","name":"mixed","spec":{"strategy":"ordered","targets":[{"model":"sandbox/small"},{"model":"sandbox/embed"}]}})";
        QCOMPARE(fixture_.ask("POST", "/documents", route).status / 100, 2);
        const auto chat = fixture_.ask("GET", "/routes/mixed/explain");
        QVERIFY2(chat.status == 200, chat.body.c_str());
        const auto order = json::parse(chat.body).at("order").as_array();
        QCOMPARE(order.size(), std::size_t(2));
        QCOMPARE(order.at(0).at("target").as_string().c_str(), "sandbox/small");
        QVERIFY(order.at(0).at("eligible").as_bool());
        QVERIFY(!order.at(1).at("eligible").as_bool());
        QCOMPARE(order.at(1).at("reason").as_string().c_str(), "sandbox/embed lacks chat");
        const auto embedded = json::parse(fixture_.ask("GET", "/routes/mixed/explain?needs=embeddings").body).at("order").as_array();
        QCOMPARE(embedded.at(0).at("target").as_string().c_str(), "sandbox/embed");
        QVERIFY(embedded.at(0).at("eligible").as_bool());
        QVERIFY(!embedded.at(1).at("eligible").as_bool());
    }

    void conditionsAreSaid() {
        const auto said = fixture_.ask("POST", "/conditions/explain", R"({"condition":{"all":[{"field":"output.confidence","op":"lt","value":0.7},{"field":"cost_usd","op":"gt","value":0.5}]}})");
        QVERIFY2(said.status == 200 && said.text("/sentence").find("output.confidence") != std::string::npos, said.body.c_str());
        const auto wrong = fixture_.ask("POST", "/conditions/explain", R"({"condition":{"field":"outptu","op":"lt","value":1}})");
        QCOMPARE(wrong.status, 400);
        QCOMPARE(wrong.text("/error/violations/0/pointer"), std::string("/condition/field"));
        QCOMPARE(fixture_.ask("POST", "/conditions/explain", R"({"condition":{"field":"output","op":"matches","value":"(?=a)b"}})").status, 400);
    }
};

QTEST_GUILESS_MAIN(TestControlWorkflows)
#include "tst_control_workflows.moc"
