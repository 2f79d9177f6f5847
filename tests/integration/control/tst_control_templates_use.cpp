// Templates on the real gateway: each can be used under names of its own, its workflow answers, and its test set passes.
#include "tests/integration/control/control_fixture.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace signalbox::tests;
namespace json = boost::json;

class TestControlTemplatesUse : public QObject {
    Q_OBJECT

    ControlFixture fixture_;
    std::string engineer_;

    ControlReply asEngineer(std::string_view method, std::string_view path, const json::value& body = nullptr) const {
        return fixture_.askAs(engineer_, method, path, body.is_null() ? std::string() : json::serialize(body));
    }
    ControlReply import(const std::string& yaml) const { return fixture_.askAs(engineer_, "POST", "/templates/import", yaml, {{"content-type", "text/yaml"}}); }

    /// The test run once it has ended.
    ControlReply ended(const std::string& id) const {
        ControlReply reply;
        QElapsedTimer time;
        time.start();
        do reply = fixture_.ask("GET", "/test-runs/" + id);
        while (reply.text("/state") == "running" && time.elapsed() < 60'000);
        return reply;
    }

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
        engineer_ = fixture_.tokenOf("engineer");
        QVERIFY(!engineer_.empty());
        const json::object fast{{"first_token_ms", 0}, {"tokens_per_second", 100'000}};
        QCOMPARE(fixture_.ask("PUT", "/sandbox/sandbox", json::serialize(fast)).status, 200);
    }

    void threeStarterWorkflowsAreThere() {
        const auto listed = fixture_.ask("GET", "/workflows").list("/items");
        QCOMPARE(listed.size(), std::size_t{3});
        for (const auto* name : {"support-reply", "ticket-triage", "summary"}) {
            const auto workflow = fixture_.ask("GET", std::string("/workflows/") + name);
            QCOMPARE(workflow.status, 200);
            QCOMPARE(workflow.text("/problem"), std::string());
            QCOMPARE(workflow.text("/version"), std::string("1"));
        }
    }

    void eachTemplateWorksOnTheSandbox_data() {
        QTest::addColumn<QString>("name");
        for (const auto* name : {"support-reply", "document-extraction", "content-moderation", "ticket-triage", "summary", "sql-question"}) QTest::newRow(name) << name;
    }
    void eachTemplateWorksOnTheSandbox() {
        QFETCH(QString, name);
        const auto of = name.toStdString();
        const auto used = asEngineer("POST", "/templates/" + of + "/use", json::object{{"prefix", "mine"}});
        QVERIFY2(used.status == 200, used.body.c_str());
        std::vector<std::string> workflows;
        std::vector<std::string> sets;
        for (const auto& result : used.list("/results")) {
            const std::string registered(result.at("name").as_string());
            QVERIFY(registered.starts_with("mine-"));
            QVERIFY2(result.at("labels").as_object().contains("production"), registered.c_str());
            if (result.at("kind").as_string() == "workflow") workflows.push_back(registered);
            if (result.at("kind").as_string() == "test_set") sets.push_back(registered);
        }
        QVERIFY(!workflows.empty() && !sets.empty());
        for (const auto& workflow : workflows) {
            const auto shown = fixture_.ask("GET", "/workflows/" + workflow);
            QVERIFY2(shown.text("/problem").empty(), shown.text("/problem").c_str());
            const auto answered = fixture_.gateway().call("/v1/workflows/" + workflow + "/runs", json::serialize(json::object{{"input", shown.at("/example_input")}}));
            QVERIFY2(answered.status == 200, answered.body.c_str());
            QCOMPARE(json::parse(answered.body).at("status").as_string().c_str(), "succeeded");
        }
        for (const auto& set : sets) {
            const auto begun = asEngineer("POST", "/test-sets/" + set + "/runs", json::object());
            QVERIFY2(begun.status == 202, begun.body.c_str());
            const auto run = ended(begun.text("/id"));
            QCOMPARE(run.text("/state"), std::string("done"));
            std::string wrong;
            for (const auto& one : run.list("/cases"))
                if (!one.at("passed").as_bool()) wrong += json::serialize(json::array{one.at("name"), one.at("error"), one.at("checks")});
            QVERIFY2(wrong.empty(), wrong.c_str());
            QCOMPARE(run.text("/passed"), run.text("/total"));
        }
        // Used again, the same documents are there; without a prefix names may be taken.
        QCOMPARE(asEngineer("POST", "/templates/" + of + "/use", json::object{{"prefix", "mine"}}).status, 200);
    }

    void aTemplateDoesNotBecomeSomebodysNextVersion() {
        const auto used = asEngineer("POST", "/templates/summary/use");
        QVERIFY2(used.status == 200, used.body.c_str()); // what the first start made of it
        QCOMPARE(fixture_.ask("POST", "/documents", R"({"kind":"policy","name":"taken-summary","spec":{"description":"mine"}})").status, 201);
        const auto refused = asEngineer("POST", "/templates/summary/use", json::object{{"prefix", "taken"}});
        QCOMPARE(refused.status, 409);
        QVERIFY(refused.text("/error/message").find("policy/taken-summary") != std::string::npos);
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/taken-summary").status, 404);
        QCOMPARE(asEngineer("POST", "/templates/nothing/use").status, 404);
        QCOMPARE(asEngineer("POST", "/templates/summary/use", json::object{{"prefix", "Not A Name"}}).status, 400);
    }

    void usedAgainATemplateDoesNotBringBackWhatWasReplaced() {
        const json::object prefix{{"prefix", "once"}};
        QCOMPARE(asEngineer("POST", "/templates/summary/use", prefix).status, 200);
        QCOMPARE(fixture_.ask("POST", "/documents", R"({"kind":"runbook","name":"once-summary","spec":{"steps":[{"title":"Call somebody","text":"Now."}]}})").status, 201);
        const auto again = asEngineer("POST", "/templates/summary/use", prefix);
        QVERIFY2(again.status == 200, again.body.c_str());
        for (const auto& result : again.list("/results")) QVERIFY2(result.at("unchanged").as_bool(), again.body.c_str());
        QCOMPARE(fixture_.ask("GET", "/documents/runbook/once-summary?label=latest").text("/version"), std::string("2"));
    }

    void aLiveWorkflowIsSavedAndCarriedToAnotherGateway() {
        const auto saved = asEngineer("POST", "/templates", json::object{{"from_workflow", "support-reply"}, {"name", "our-reply"}, {"title", "Our reply"}, {"tags", {"ours"}}});
        QVERIFY2(saved.status == 201, saved.body.c_str());
        QCOMPARE(saved.text("/builtin"), std::string("false"));
        std::map<std::string, int> kinds;
        for (const auto& document : saved.list("/documents")) ++kinds[std::string(document.at("kind").as_string())];
        QCOMPARE(kinds, (std::map<std::string, int>{{"policy", 1}, {"prompt", 2}, {"route", 1}, {"runbook", 1}, {"test_set", 1}, {"workflow", 1}}));
        const auto file = fixture_.ask("GET", "/templates/our-reply/file");
        QCOMPARE(file.http.header("content-type"), std::string("text/yaml; charset=utf-8"));
        QVERIFY(file.body.starts_with("kind: template"));
        QCOMPARE(import(file.body).status, 409);

        ControlFixture other;
        QVERIFY2(other.start(), other.gateway().problem().c_str());
        const auto imported = other.askAs(other.gateway().adminToken(), "POST", "/templates/import", file.body, {{"content-type", "text/yaml"}});
        QVERIFY2(imported.status == 201, imported.body.c_str());
        QCOMPARE(other.ask("POST", "/templates/our-reply/use", R"({"prefix":"theirs"})").status, 200);
        const auto answered = other.gateway().call("/v1/workflows/theirs-support-reply/runs", R"({"input":{"message":"Where is it?"}})");
        QVERIFY2(answered.status == 200, answered.body.c_str());

        QCOMPARE(asEngineer("DELETE", "/templates/our-reply").status, 204);
        QCOMPARE(fixture_.ask("GET", "/templates/our-reply").status, 404);
        QCOMPARE(asEngineer("DELETE", "/templates/summary").status, 400);
        QCOMPARE(asEngineer("POST", "/templates", json::object{{"from_workflow", "nothing"}, {"name", "a"}, {"title", "A"}}).status, 404);
        QCOMPARE(asEngineer("POST", "/templates", json::object{{"from_workflow", "summary"}, {"name", "summary"}, {"title", "A"}}).status, 409);
    }

    void filesAreReadStrictly() {
        QCOMPARE(import("kind: policy\nname: a\nspec: {}\n").text("/error/code"), std::string("invalid_template"));
        QVERIFY(import("kind: template\nname: a\ntitle: A\n---\nkind: prompt\nname: a\nspec: {mesages: []}\n").body.find("/documents/0/spec/mesages") != std::string::npos);
        QCOMPARE(import(std::string(1'100'000, ' ')).text("/error/code"), std::string("too_large"));
        // Whoever may not register a provider does not get round it with a template.
        const std::string withProvider = "kind: template\nname: vendor\ntitle: V\n---\nkind: provider\nname: vendor\nspec: {connector: openai, base_url: 'https://vendor.example/v1', credential: 'env:HOME', models: [{id: m}]}\n"
                                         "---\nkind: workflow\nname: vendor\nspec: {prompt: summary, route: summary}\n";
        const auto brought = import(withProvider);
        QVERIFY2(brought.status == 201, brought.body.c_str());
        QCOMPARE(asEngineer("POST", "/templates/vendor/use").status, 403);
        QCOMPARE(fixture_.ask("GET", "/documents/workflow/vendor").status, 404);
        const auto viewer = fixture_.tokenOf("viewer");
        QCOMPARE(fixture_.askAs(viewer, "GET", "/templates").status, 200);
        QCOMPARE(fixture_.askAs(viewer, "POST", "/templates/summary/use", "{}").status, 403);
    }
};

QTEST_GUILESS_MAIN(TestControlTemplatesUse)
#include "tst_control_templates_use.moc"
