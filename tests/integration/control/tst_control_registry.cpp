// The registry as its users see it: who may move what, what is void when, what is taken back, and what files do about conflicts.
#include "core/base/clock.h"
#include "core/store/database.h"
#include "core/store/statement.h"
#include "tests/integration/control/control_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sstream>
#include <thread>

using namespace signalbox;
using namespace signalbox::tests;
namespace json = boost::json;

namespace {

std::string prompt(const std::string& name, const std::string& text, const std::string& more = {}) {
    return R"({"kind":"prompt","name":")" + name + R"(","spec":{"messages":[{"role":"user","content":)" + json::serialize(json::value(text)) + "}]}" + more + '}';
}

std::string contentOf(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

} // namespace

class TestControlRegistry : public QObject {
    Q_OBJECT

    ControlFixture fixture_;
    std::map<std::string, std::string> tokens_; ///< by the person's name
    QTemporaryDir directory_;

    std::string tokenOf(const std::string& name, const std::string& role) { return fixture_.ask("POST", "/tokens", json::serialize(json::object{{"name", name}, {"role", role}})).text("/token"); }
    ControlReply as(const std::string& person, std::string_view method, const std::string& path, const std::string& body = {}) const { return fixture_.askAs(tokens_.at(person), method, path, body); }
    /// A prompt with versions 1, 2 and 3.
    void makePrompt(const std::string& name) {
        for (const auto* text : {"one", "two", "three"}) QCOMPARE(fixture_.ask("POST", "/documents", prompt(name, text)).status, 201);
    }
    std::string production(const std::string& name) { return fixture_.ask("GET", "/documents/prompt/" + name).text("/version"); }
    bool isAudited(const std::string& text) { return !fixture_.ask("GET", "/audit?q=" + text).list("/items").empty(); }

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        QVERIFY2(fixture_.start(), fixture_.gateway().problem().c_str());
        for (const auto& [name, role] : {std::pair{"ada", "engineer"}, std::pair{"bob", "operator"}, std::pair{"cyd", "operator"}, std::pair{"root", "admin"}}) tokens_[name] = tokenOf(name, role);
        QCOMPARE(as("root", "PUT", "/protected-labels/prompt/guarded").status, 200);
    }

    void noCredentialMovesAProtectedLabel() {
        makePrompt("safe");
        QCOMPARE(as("root", "PUT", "/documents/prompt/safe/labels/free", R"({"version":1})").status, 200);
        QCOMPARE(as("root", "PUT", "/protected-labels/prompt/production").status, 200);
        for (const auto* person : {"root", "bob"}) {
            const auto refused = [&](const ControlReply& reply) { return reply.status == 409 && reply.text("/error/code") == "approval_required"; };
            QVERIFY(refused(as(person, "PUT", "/documents/prompt/safe/labels/production", R"({"version":2})")));
            QVERIFY(refused(as(person, "PUT", "/documents/prompt/safe/labels/production", R"({"version":2,"expect":1})")));
            QVERIFY(refused(as(person, "POST", "/documents", prompt("safe", "four", R"(,"label":"production")"))));
            QVERIFY(refused(as(person, "POST", "/apply", R"({"documents":[)" + prompt("safe", "two") + R"(],"label":"production"})")));
            QVERIFY(refused(as(person, "PUT", "/documents/prompt/safe/labels/production/rollout", R"({"candidate":2})")));
            QVERIFY(refused(as(person, "PUT", "/documents/prompt/safe/labels/guarded", R"({"version":1})")));
        }
        QCOMPARE(production("safe"), std::string("1"));
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/safe/versions").list("/items").size(), std::size_t(3)); // what was refused is not there
        // A first version puts nothing live that somebody approved otherwise.
        QCOMPARE(as("ada", "POST", "/documents", prompt("brand-new", "hello")).text("/labels/production"), std::string("1"));
        // Nobody but administrators protects and unprotects.
        QCOMPARE(as("bob", "DELETE", "/protected-labels/prompt/production").status, 403);
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/safe").text("/protected_labels/0"), std::string("guarded"));
    }

    void anotherPersonApproves() {
        makePrompt("asked");
        const auto asked = as("ada", "POST", "/documents/prompt/asked/labels/production/approvals", R"({"version":2,"message":"shorter"})");
        QVERIFY2(asked.status == 201, asked.body.c_str());
        const auto path = "/approvals/" + asked.text("/id");
        QCOMPARE(asked.text("/from"), std::string("1"));
        QCOMPARE(as("ada", "POST", path + "/approve").status, 403); // an engineer
        tokens_["ada the operator"] = tokenOf("Ada ", "operator");  // the same person, with another token
        const auto self = as("ada the operator", "POST", path + "/approve");
        QCOMPARE(self.status, 403);
        QCOMPARE(self.text("/error/code"), std::string("same_person"));
        QCOMPARE(production("asked"), std::string("1"));
        const auto approved = as("bob", "POST", path + "/approve", R"({"note":"reads well"})");
        QVERIFY2(approved.status == 200, approved.body.c_str());
        QCOMPARE(approved.text("/state"), std::string("applied"));
        QCOMPARE(production("asked"), std::string("2"));
        const auto moves = fixture_.ask("GET", "/documents/prompt/asked/labels/production/history");
        QCOMPARE(moves.text("/items/0/approval_id"), asked.text("/id"));
        QCOMPARE(moves.text("/items/0/actor"), std::string("bob"));
        QCOMPARE(as("bob", "POST", path + "/approve").text("/error/code"), std::string("approval_decided"));
        QVERIFY(isAudited("approval.request") && isAudited("approval.approve"));
        QCOMPARE(as("bob", "POST", "/documents/prompt/asked/labels/production/rollback").text("/error/code"), std::string("approval_required"));
        const auto unknown = as("ada", "POST", "/documents/prompt/asked/labels/production/approvals", R"({"version":3,"test_run_id":"test_none"})");
        QCOMPARE(unknown.status, 404);
    }

    void anAdministratorWhoAskedDoesNotApprove() {
        makePrompt("own");
        const auto asked = as("root", "POST", "/documents/prompt/own/labels/production/approvals", R"({"version":2})");
        QCOMPARE(asked.status, 201);
        QCOMPARE(as("root", "POST", "/approvals/" + asked.text("/id") + "/approve").text("/error/code"), std::string("same_person"));
        QCOMPARE(production("own"), std::string("1"));
    }

    void anApprovalIsVoidOnceTheLabelMoved() {
        makePrompt("voided");
        const auto first = as("ada", "POST", "/documents/prompt/voided/labels/production/approvals", R"({"version":2})").text("/id");
        const auto second = as("ada", "POST", "/documents/prompt/voided/labels/production/approvals", R"({"version":3})").text("/id");
        QCOMPARE(as("bob", "POST", "/approvals/" + first + "/approve").status, 200);
        QCOMPARE(fixture_.ask("GET", "/approvals/" + second).text("/state"), std::string("void"));
        const auto late = as("bob", "POST", "/approvals/" + second + "/approve");
        QCOMPARE(late.status, 409);
        QCOMPARE(late.text("/error/code"), std::string("approval_void"));
        QCOMPARE(production("voided"), std::string("2"));
        QCOMPARE(fixture_.ask("GET", "/approvals?state=void").list("/items").size() >= 1, true);
    }

    void ofTwoApproversOneMovesTheLabel() {
        makePrompt("twice");
        const auto id = as("ada", "POST", "/documents/prompt/twice/labels/production/approvals", R"({"version":2})").text("/id");
        std::atomic<int> applied = 0;
        std::atomic<int> refused = 0;
        std::vector<std::thread> approvers;
        for (const auto* person : {"bob", "cyd", "root"})
            approvers.emplace_back([&, person] {
                const auto status = as(person, "POST", "/approvals/" + id + "/approve").status;
                if (status == 200) ++applied;
                if (status == 409) ++refused;
            });
        for (auto& approver : approvers) approver.join();
        QCOMPARE(applied.load(), 1);
        QCOMPARE(refused.load(), 2);
    }

    void withoutProtectionLabelsMoveAndGoBack() {
        QCOMPARE(as("root", "DELETE", "/protected-labels/prompt/production").status, 204);
        makePrompt("plain");
        QCOMPARE(as("bob", "PUT", "/documents/prompt/plain/labels/production", R"({"version":3,"expect":1,"message":"best"})").status, 200);
        std::atomic<int> conflicts = 0;
        std::vector<std::thread> movers;
        for (int i = 0; i < 4; ++i)
            movers.emplace_back([&] {
                if (as("bob", "PUT", "/documents/prompt/plain/labels/production", R"({"version":2,"expect":3})").status == 409) ++conflicts;
            });
        for (auto& mover : movers) mover.join();
        QCOMPARE(conflicts.load(), 3);
        QCOMPARE(as("ada", "POST", "/documents/prompt/plain/labels/production/rollback").status, 403);
        const auto back = as("bob", "POST", "/documents/prompt/plain/labels/production/rollback", R"({"message":"worse"})");
        QCOMPARE(back.text("/labels/production"), std::string("3"));
        const auto moves = fixture_.ask("GET", "/documents/prompt/plain/labels/production/history").list("/items");
        QCOMPARE(moves.size(), std::size_t(4));
        QVERIFY(moves.back().at("from").is_null());
        QCOMPARE(as("bob", "POST", "/documents/prompt/plain/labels/nowhere/rollback").status, 404);
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/plain?label=nowhere").status, 404);
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/plain?label=production&version=1").status, 400);
        QCOMPARE(as("bob", "PUT", "/documents/prompt/plain/labels/latest", R"({"version":1})").status, 400);
    }

    /// What the database could not give back again would keep the gateway from ever reading its registry.
    void whatIsNoJsonForAllIsNotStored_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::newRow("a number too large for one") << QByteArray(R"({"maximum":1e400})");
        QTest::newRow("a member twice") << QByteArray(R"({"type":"object","type":"string"})");
    }
    void whatIsNoJsonForAllIsNotStored() {
        QFETCH(QByteArray, schema);
        const auto document = R"({"kind":"workflow","name":"odd","spec":{"prompt":"summary","route":"starter","input_schema":)" + schema.toStdString() + "}}";
        for (const auto& [path, body] : {std::pair<std::string, std::string>{"/documents", document}, {"/apply", R"({"documents":[)" + document + "]}"}, {"/documents", json::serialize(json::object{{"text", document}})}}) {
            const auto refused = fixture_.ask("POST", path, body);
            QVERIFY2(refused.status == 400, refused.body.c_str());
        }
        const auto yaml = fixture_.askAs(fixture_.gateway().adminToken(), "POST", "/apply", document, {{"content-type", "text/yaml"}});
        QVERIFY2(yaml.status == 400, yaml.body.c_str());
        QCOMPARE(fixture_.ask("GET", "/documents/workflow/odd").status, 404);
    }

    void whatOthersDependOnStays() {
        QCOMPARE(fixture_.ask("POST", "/apply", R"({"documents":[)" + prompt("core", "{{x}}") + R"(,{"kind":"workflow","name":"uses-core","spec":{"prompt":"core","route":"starter","input_schema":{"type":"object","properties":{"x":{}}}}}]})").status, 200);
        const auto refused = fixture_.ask("DELETE", "/documents/prompt/core");
        QCOMPARE(refused.status, 409);
        QVERIFY2(refused.text("/error/message").find("workflow/uses-core") != std::string::npos, refused.body.c_str());
        const auto users = fixture_.ask("GET", "/documents/prompt/core/referrers");
        QCOMPARE(users.text("/items/0/name"), std::string("uses-core"));
        QCOMPARE(users.text("/items/0/label"), std::string("production"));
        QCOMPARE(fixture_.ask("DELETE", "/documents/route/starter").status, 409);
        // A version whose variables the workflow's input lacks does not go live under it.
        QCOMPARE(fixture_.ask("POST", "/documents", prompt("core", "{{x}} {{y}}")).status, 201);
        const auto moved = fixture_.ask("PUT", "/documents/prompt/core/labels/production", R"({"version":2})");
        QCOMPARE(moved.status, 409);
        QVERIFY2(moved.text("/error/code") == "breaks_referrers" && moved.body.find("workflow/uses-core") != std::string::npos, moved.body.c_str());
        QCOMPARE(fixture_.ask("DELETE", "/documents/workflow/uses-core").status, 204);
        QCOMPARE(fixture_.ask("DELETE", "/documents/prompt/core").status, 204);
        QCOMPARE(fixture_.ask("GET", "/documents?kind=prompt&archived=true").text("/items/0/name"), std::string("core"));
        QCOMPARE(fixture_.ask("POST", "/documents/workflow/uses-core/restore").status, 400); // its prompt is gone
        QCOMPARE(fixture_.ask("POST", "/documents/prompt/core/restore").status, 200);
        QCOMPARE(fixture_.ask("POST", "/documents/workflow/uses-core/restore").status, 200);
    }

    /// `latest` moves when somebody saves: that is when whoever is named by it goes live.
    void savingDoesNotBreakWhoNamesTheLatest() {
        QCOMPARE(fixture_.ask("POST", "/apply", R"({"documents":[)" + prompt("newest", "{{x}}") + R"(,{"kind":"workflow","name":"uses-newest","spec":{"prompt":"newest@latest","route":"starter","input_schema":{"type":"object","required":["x"],"properties":{"x":{}}}}}]})").status, 200);
        const auto refused = as("ada", "POST", "/documents", prompt("newest", "{{x}} {{y}}"));
        QCOMPARE(refused.status, 409);
        QVERIFY2(refused.text("/error/code") == "breaks_referrers" && refused.body.find("workflow/uses-newest") != std::string::npos, refused.body.c_str());
        QCOMPARE(as("ada", "POST", "/documents", prompt("newest", "{{x}}!")).status, 201);
    }

    void whatAnOperatorTookOutOfServiceAnEngineerDoesNotBringBack() {
        QCOMPARE(as("ada", "POST", "/documents", prompt("retired", "harmful")).status, 201);
        QCOMPARE(as("bob", "DELETE", "/documents/prompt/retired").status, 204);
        for (const auto* text : {"harmful", "new"}) {
            const auto refused = as("ada", "POST", "/documents", prompt("retired", text));
            QCOMPARE(refused.status, 403);
            QVERIFY2(refused.text("/error/message").find("prompt/retired") != std::string::npos, refused.body.c_str());
        }
        QCOMPARE(as("ada", "POST", "/apply", R"({"documents":[)" + prompt("retired", "new") + "]}").status, 403);
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/retired/versions").list("/items").size(), std::size_t{1});
        QCOMPARE(as("bob", "POST", "/documents", prompt("retired", "new")).status, 201);
    }

    void addressesThatAreNotPublicAreNamedByOperators() {
        const auto policy = [](const std::string& hosts) { return R"({"kind":"policy","name":"calls-back","spec":{"governance":{"callback_hosts":[)" + hosts + "]}}}"; };
        const auto refused = as("ada", "POST", "/documents", policy(R"("169.254.169.254:80")"));
        QCOMPARE(refused.status, 403);
        QVERIFY2(refused.text("/error/message").find("169.254.169.254:80") != std::string::npos, refused.body.c_str());
        QCOMPARE(as("bob", "POST", "/documents", policy(R"("10.0.0.7:80")")).status, 201);
        QCOMPARE(as("ada", "POST", "/apply", R"({"documents":[)" + policy(R"("10.0.0.7:80")") + "]}").status, 200);
        QCOMPARE(as("ada", "POST", "/apply", R"({"documents":[)" + policy(R"("10.0.0.7:80","10.0.0.8:80")") + "]}").status, 403);
        QCOMPARE(as("ada", "POST", "/documents", policy("")).status, 201);
    }

    void listsSearchWhatDocumentsSay() {
        QCOMPARE(fixture_.ask("POST", "/documents", R"({"kind":"prompt","name":"needle","spec":{"description":"About haystacks","messages":[{"role":"user","content":"Find the Zanzibar ledger"}]}})").status, 201);
        const auto found = fixture_.ask("GET", "/documents?q=zanzibar%20LEDGER");
        QCOMPARE(found.list("/items").size(), std::size_t(1));
        QCOMPARE(found.text("/items/0/description"), std::string("About haystacks"));
        QCOMPARE(found.text("/items/0/calls_24h"), std::string("0"));
        QCOMPARE(found.text("/items/0/rollout"), std::string("null"));
        QCOMPARE(fixture_.ask("GET", "/documents?kind=route&q=starter").text("/items/0/calls_24h"), std::string("null"));
        QCOMPARE(fixture_.ask("GET", "/documents?kind=workflow&q=ticket-triage").text("/items/0/owner"), std::string("service-desk"));
    }

    void validationSaysLineAndColumn() {
        const auto checked = fixture_.ask("POST", "/validate", json::serialize(json::object{{"text", "kind: prompt\nname: p\nspec:\n  messages:\n    - role: user\n      content: |\n        hello\n        {{#open}}\n"}}));
        QCOMPARE(checked.text("/violations/0/pointer"), std::string("/spec/messages/0/content"));
        QCOMPARE(checked.text("/violations/0/line"), std::string("2"));
        QCOMPARE(checked.text("/violations/0/column"), std::string("1"));
        const auto document = fixture_.ask("POST", "/validate", R"({"document":{"kind":"workflow","name":"w","spec":{"prompt":"needl","route":"starter"}}})");
        QCOMPARE(document.text("/violations/0/hint"), std::string("Did you mean 'needle'?"));
        const auto refused = fixture_.ask("POST", "/documents", R"({"kind":"workflow","name":"w","spec":{"prompt":"needl","route":"starter"}})");
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.text("/error/violations/0/pointer"), std::string("/spec/prompt"));
    }

    void versionsAreComparedMessageByMessage() {
        const std::string begin = R"({"kind":"prompt","name":"compared","spec":{"messages":[)";
        QCOMPARE(fixture_.ask("POST", "/documents", R"({"kind":"prompt","name":"part","spec":{"text":"Be brief."}})").status, 201);
        QCOMPARE(fixture_.ask("POST", "/documents", begin + R"({"role":"user","content":"Hello {{name}}"}],"parameters":{"temperature":0.2},"variables":{"type":"object","properties":{"name":{"type":"string"}}}}})").status, 201);
        QCOMPARE(fixture_.ask("POST", "/documents", begin + R"({"role":"system","content":"{{> part}}"},{"role":"user","content":"Hello {{name}}!"}],"parameters":{"temperature":0.7,"max_tokens":10},"variables":{"type":"object","properties":{"name":{"type":"string","minLength":1}}}}})").status, 201);
        const auto diff = fixture_.ask("GET", "/documents/prompt/compared/diff?from=production&to=2&resolve=true");
        QVERIFY2(diff.status == 200, diff.body.c_str());
        QCOMPARE(diff.list("/messages").size(), std::size_t(2));
        QCOMPARE(diff.text("/messages/0/from_text"), std::string("null"));
        QCOMPARE(diff.text("/messages/0/to_text"), std::string("Be brief."));
        QCOMPARE(diff.text("/messages/0/from_index"), std::string("null"));
        QCOMPARE(diff.text("/messages/1/from_index"), std::string("0"));
        QCOMPARE(diff.text("/messages/1/to_index"), std::string("1"));
        QCOMPARE(diff.text("/messages/1/from_role"), std::string("user"));
        QCOMPARE(diff.text("/messages/1/from_text"), std::string("Hello {{name}}"));
        QCOMPARE(diff.text("/messages/1/to_text"), std::string("Hello {{name}}!"));
        QCOMPARE(diff.text("/parameters/0/pointer"), std::string("/temperature"));
        QCOMPARE(diff.text("/parameters/1/pointer"), std::string("/max_tokens"));
        QCOMPARE(diff.text("/contracts/0/pointer"), std::string("/variables/properties/name/minLength"));
        QVERIFY(diff.at("/tokens/to").as_int64() > diff.at("/tokens/from").as_int64());
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/compared/diff?from=production&to=nowhere").status, 404);

        const auto rendered = as("ada", "POST", "/documents/prompt/compared/render", R"({"version":2,"variables":{"name":"<Ada>"}})");
        QCOMPARE(rendered.text("/messages/0/content"), std::string("Be brief."));
        QCOMPARE(rendered.text("/messages/1/content"), std::string("Hello <Ada>!"));
        QCOMPARE(as("ada", "POST", "/documents/prompt/compared/render", R"({"version":2,"variables":{"name":""}})").text("/error/code"), std::string("variables_violation"));
        const auto undefined = as("ada", "POST", "/documents/prompt/compared/render", R"({"spec":{"messages":[{"role":"user","content":"{{a}} {{b}}"}]},"variables":{"a":1}})");
        QVERIFY2(undefined.status == 400 && undefined.text("/error/violations/0/pointer") == "/b", undefined.body.c_str());
    }

    void aCandidateThatIsWorseIsTakenBackByItself() {
        makePrompt("guarded");
        const auto begun = as("bob", "PUT", "/documents/prompt/guarded/labels/production/rollout", R"({"candidate":2,"stages":[10,50,100],"guard":{"min_calls":40},"advance":"auto","message":"try"})");
        QVERIFY2(begun.status == 200, begun.body.c_str());
        QCOMPARE(begun.text("/percent"), std::string("10"));
        QCOMPARE(begun.text("/comparison/verdict"), std::string("too_few"));
        QCOMPARE(fixture_.ask("GET", "/documents?q=guarded&kind=prompt").text("/items/0/rollout/candidate"), std::string("2"));
        // As if calls had come: the rollups are what the guard reads.
        auto connection = store::Connection::open(fixture_.gateway().directory().string(), store::Durability::Normal).value();
        const auto roll = [&](int version, int calls, int failed) {
            const auto word = "guarded@" + std::to_string(version);
            store::Statement words(connection->database(), "INSERT INTO dimension (text) VALUES (?) ON CONFLICT (text) DO NOTHING");
            words.bind(word);
            QVERIFY(words.run().has_value());
            store::Statement rollup(connection->database(), "INSERT INTO rollup (minute, key_dim, route_dim, provider_dim, model_dim, workflow_dim, prompt_dim, calls, succeeded, degraded, failed, cancelled, attempts, retries, fallbacks, input_tokens, "
                                                            "output_tokens, cost_nanos, first_token, end_to_end) VALUES (?, 0, 0, 0, 0, 0, (SELECT id FROM dimension WHERE text = ?), ?, ?, 0, ?, 0, ?, 0, 0, 0, 0, 1000, x'', x'') "
                                                            "ON CONFLICT (minute, key_dim, route_dim, provider_dim, model_dim, workflow_dim, prompt_dim) DO UPDATE SET calls = excluded.calls, succeeded = excluded.succeeded, failed = excluded.failed");
            rollup.bind(toMicros(wallNow()) / 60'000'000).bind(word).bind(calls).bind(calls - failed).bind(failed).bind(calls);
            const auto done = rollup.run();
            QVERIFY2(done.has_value(), done ? "" : done.error().message.c_str());
        };
        const auto stage = [&] { return fixture_.ask("GET", "/documents/prompt/guarded/labels/production/rollout").text("/percent"); };
        roll(1, 400, 4);
        roll(2, 50, 1);
        QTRY_COMPARE_WITH_TIMEOUT(stage(), std::string("50"), 20'000); // it has its calls and is not worse
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/guarded/labels/production/rollout").text("/comparison/candidate/calls"), std::string("0")); // what came before counts for that stage
        roll(1, 800, 8);
        roll(2, 150, 60);
        QTRY_COMPARE_WITH_TIMEOUT(fixture_.ask("GET", "/documents/prompt/guarded/labels/production/rollout").status, 404, 20'000);
        QCOMPARE(production("guarded"), std::string("1"));
        const auto audit = fixture_.ask("GET", "/audit?q=rollout.stop");
        QCOMPARE(audit.text("/items/0/actor"), std::string("signalboxd"));
        QVERIFY2(audit.text("/items/0/detail").find("errors: ") != std::string::npos, audit.body.c_str());

        const auto performance = fixture_.ask("GET", "/documents/prompt/guarded/performance");
        QCOMPARE(performance.text("/versions/0/version"), std::string("2"));
        QCOMPARE(performance.text("/comparisons/0/against"), std::string("1"));
        QCOMPARE(performance.text("/comparisons/0/verdict"), std::string("worse"));
        QVERIFY(performance.at("/versions/1/success/low").as_double() < 0.99 && performance.at("/versions/1/success/high").as_double() > 0.99);
        QCOMPARE(fixture_.ask("GET", "/documents?q=guarded&kind=prompt").text("/items/0/calls_24h"), std::string("950"));
    }

    void anApprovedRolloutGoesToItsEnd() {
        QCOMPARE(as("root", "PUT", "/protected-labels/*/production").status, 200);
        makePrompt("staged");
        const auto asked = as("ada", "POST", "/documents/prompt/staged/labels/production/approvals", R"({"version":3,"stages":[20,100],"guard":{"min_calls":10}})");
        QVERIFY2(asked.status == 201, asked.body.c_str());
        QCOMPARE(as("cyd", "POST", "/approvals/" + asked.text("/id") + "/approve").status, 200);
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/staged/labels/production/rollout").text("/percent"), std::string("20"));
        QCOMPARE(production("staged"), std::string("1"));
        const auto through = as("bob", "POST", "/documents/prompt/staged/labels/production/rollout/advance");
        QCOMPARE(through.text("/rollout"), std::string("null"));
        QCOMPARE(through.text("/labels/production"), std::string("3"));
        QCOMPARE(as("root", "DELETE", "/protected-labels/*/production").status, 204);
        QCOMPARE(as("bob", "PUT", "/documents/policy/default/labels/production/rollout", R"({"candidate":1})").status, 400);
    }

    void filesThatTheRegistryLeftBehindAreConflicts() {
        const auto directory = directory_.filePath(QStringLiteral("files")).toStdString();
        makePrompt("filed");
        auto [code, output] = fixture_.command({"export", directory});
        QVERIFY2(code == 0, output.c_str());
        const auto file = directory + "/prompt-filed.yaml";
        const auto edit = [&](const std::string& from, const std::string& to) {
            auto text = contentOf(file);
            const auto at = text.find(from);
            if (at == std::string::npos) return false;
            text.replace(at, from.size(), to);
            std::ofstream(file, std::ios::trunc) << text;
            return true;
        };
        // Nobody edited it: no version, although the latest says otherwise.
        std::tie(code, output) = fixture_.command({"apply", file});
        QVERIFY2(code == 0 && output.find("prompt/filed@1 unchanged") != std::string::npos, output.c_str());
        QVERIFY(edit("one", "one, edited"));
        std::tie(code, output) = fixture_.command({"apply", file, "--message", "from git"});
        QVERIFY2(code == 0 && output.find("prompt/filed@4") != std::string::npos, output.c_str());
        // Edited again after one's own apply: no conflict with oneself.
        QVERIFY(edit("edited", "edited twice"));
        std::tie(code, output) = fixture_.command({"apply", file});
        QVERIFY2(code == 0 && output.find("prompt/filed@5") != std::string::npos, output.c_str());
        // Somebody else saved meanwhile.
        QCOMPARE(as("ada", "POST", "/documents", prompt("filed", "from the console", R"(,"message":"urgent")")).status, 201);
        QVERIFY(edit("twice", "thrice"));
        std::tie(code, output) = fixture_.command({"apply", file, directory + "/policy-default.yaml"});
        QCOMPARE(code, 1);
        for (const auto* word : {"prompt-filed.yaml", "version 5", "version 6", "ada", "urgent"}) QVERIFY2(output.find(word) != std::string::npos, output.c_str());
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/filed/versions").list("/items").size(), std::size_t(6));
        std::tie(code, output) = fixture_.command({"apply", file, "--force"});
        QVERIFY2(code == 0 && output.find("prompt/filed@7") != std::string::npos, output.c_str());
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/filed?label=latest").text("/spec/messages/0/content"), std::string("one, edited thrice"));
        // Production moved: what one edits is not what serves.
        QCOMPARE(as("bob", "PUT", "/documents/prompt/filed/labels/production", R"({"version":2})").status, 200);
        QVERIFY(edit("thrice", "once more"));
        std::tie(code, output) = fixture_.command({"apply", file});
        QVERIFY2(code == 1 && output.find("production is at version 2") != std::string::npos, output.c_str());
    }

    void filesDoNotBringBackWhatWasTakenOutOfServiceSince() {
        const auto directory = directory_.filePath(QStringLiteral("left")).toStdString();
        makePrompt("left");
        auto [code, output] = fixture_.command({"export", directory});
        QVERIFY2(code == 0, output.c_str());
        QCOMPARE(as("bob", "DELETE", "/documents/prompt/left").status, 204);
        std::tie(code, output) = fixture_.command({"apply", directory + "/prompt-left.yaml"});
        QVERIFY2(code == 1 && output.find("prompt-left.yaml: prompt/left: yours is from version 1, and it was taken out of service since") != std::string::npos, output.c_str());
        QCOMPARE(fixture_.ask("GET", "/documents?kind=prompt&archived=true&q=left").list("/items").size(), std::size_t(1));
        std::tie(code, output) = fixture_.command({"apply", directory + "/prompt-left.yaml", "--force"});
        QVERIFY2(code == 0, output.c_str());
        QVERIFY(fixture_.ask("GET", "/documents?kind=prompt&archived=true&q=left").list("/items").empty());
    }

    void ofTwoDocumentsOfOneNameNoneIsRegistered() {
        const auto refused = fixture_.ask("POST", "/apply", R"({"documents":[)" + prompt("twin", "one") + ',' + prompt("other", "one") + ',' + prompt("twin", "two") + "]}");
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.text("/error/violations/0/pointer"), std::string("/documents/2/name"));
        QCOMPARE(fixture_.ask("GET", "/documents/prompt/twin").status, 404);
    }
};

QTEST_GUILESS_MAIN(TestControlRegistry)
#include "tst_control_registry.moc"
