// Calls of the control plane through the data plane's stages.
#include "tests/unit/gateway/gateway_fixture.h"

#include <QtTest>

using namespace signalbox;
using namespace signalbox::gateway::tests;
using gateway::TrialCall;

namespace {

boost::json::value bodyOf(const net::Response& response) { return boost::json::parse(response.body); }
std::string at(const boost::json::value& body, const char* pointer) {
    boost::json::error_code error;
    const auto* found = body.find_pointer(pointer, error);
    return !found ? std::string() : found->is_string() ? std::string(found->as_string()) : boost::json::serialize(*found);
}

TrialCall promptTrial(const std::string& model) {
    TrialCall trial;
    trial.keyName = "trial:ana";
    trial.model = model;
    trial.messages = {{"system", "Be brief."}, {"user", "Hello"}};
    trial.parameters = {{"temperature", 0}};
    trial.promptLabel = "greeting@draft";
    return trial;
}

} // namespace

class TestGatewayTrials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPromptIsTriedOnAModel() {
        OneWorker gateway;
        gateway.publish();
        const auto reply = gateway.trial(promptTrial("sim/m"));
        QCOMPARE(reply.status, 200);
        QVERIFY(at(bodyOf(reply), "/choices/0/message/content").starts_with("This is a simulated answer"));
        QVERIFY(!reply.fields.get("x-signalbox-cost-usd").empty());
        QCOMPARE(std::string(reply.fields.get("x-signalbox-target")), std::string("sim/m"));
        QCOMPARE(gateway.sink.records.size(), 1U);
        const auto& run = gateway.sink.records.front().first;
        QVERIFY(run.trial);
        QCOMPARE(run.keyName, std::string("trial:ana"));
        QCOMPARE(run.prompt, std::string("greeting@draft"));
        QCOMPARE(run.requestedModel, std::string("sim/m"));
        QCOMPARE(run.cost.text(), std::string(reply.fields.get("x-signalbox-cost-usd")));
    }

    void aStreamedTrialBringsItsUsage() {
        OneWorker gateway;
        gateway.publish();
        auto trial = promptTrial("route/r");
        trial.stream = true;
        const auto reply = gateway.trial(std::move(trial));
        QVERIFY(reply.body.ends_with("data: [DONE]\n\n"));
        QVERIFY(reply.body.find("\"usage\":{\"prompt_tokens\"") != std::string::npos);
        QCOMPARE(gateway.sink.records.front().first.route, std::string("r@1"));
    }

    void theShapeIsAskedForAsTheModelCanTakeIt() {
        OneWorker gateway;
        gateway.publish();
        for (const auto* model : {"sim/m", "sim/plain"}) {
            auto trial = promptTrial(model);
            trial.outputSchema = boost::json::parse(R"({"type": "object", "required": ["category"], "properties": {"category": {"enum": ["bug"]}}})");
            const auto reply = gateway.trial(std::move(trial));
            QCOMPARE(reply.status, 200);
            if (std::string_view(model) == "sim/m") QCOMPARE(at(bodyOf(reply), "/choices/0/message/content"), std::string(R"({"category":"bug"})"));
        }
        QVERIFY(gateway.sink.records.at(0).second.request.find("\"response_format\"") != std::string::npos);
        QVERIFY(gateway.sink.records.at(1).second.request.find("\"response_format\"") == std::string::npos);
        QVERIFY(gateway.sink.records.at(1).second.request.find("Answer with one JSON value") != std::string::npos);
    }

    void whatCannotBeTriedIsAnError() {
        OneWorker gateway;
        gateway.publish();
        const auto reply = gateway.trial(promptTrial("sim/nothing"));
        QCOMPARE(reply.status, 404);
        QCOMPARE(at(bodyOf(reply), "/error/code"), std::string("model_not_found"));
        QVERIFY(gateway.sink.records.front().first.trial);
    }

    void aWorkflowIsTriedByVersionAndAsADraft() {
        OneWorker gateway;
        auto& versions = gateway.snapshot->workflows["w"];
        versions.versions[1] = gateway.workflow("w", 1, promptSaying("p@1", "one {{input}}"));
        versions.labels = {{"production", 1}};
        gateway.publish();
        TrialCall registered;
        registered.keyName = "trial:ana";
        registered.workflow = model::DocumentRef{"w", "production", 1};
        registered.input = "hello";
        const auto first = gateway.trial(std::move(registered));
        QCOMPARE(at(bodyOf(first), "/workflow"), std::string("w@1"));
        QCOMPARE(at(bodyOf(first), "/status"), std::string("succeeded"));
        QVERIFY(!first.fields.get("x-signalbox-cost-usd").empty());

        TrialCall unsaved;
        unsaved.keyName = "trial:ana";
        auto draft = gateway.workflow("w", 1, promptSaying("p@draft", "draft {{input}}"));
        draft->label = "w@draft";
        unsaved.draft = draft;
        unsaved.input = "hello";
        unsaved.stream = true;
        const auto second = gateway.trial(std::move(unsaved));
        QVERIFY2(second.body.find("\"prompt\":\"p@draft\"") != std::string::npos, second.body.c_str());
        QVERIFY(second.body.find("event: result\n") != std::string::npos);
        for (const auto& [run, payload] : gateway.sink.records) QVERIFY(run.trial);
    }

    void anOutputThatBreaksTheContractIsNotServedInstead() {
        OneWorker gateway;
        auto workflow = gateway.workflow("w", 1, promptSaying("p@1", "{{input}}"));
        auto text = std::make_shared<gateway::WorkflowText>(*workflow->text);
        text->spec.outputSchema = boost::json::parse(R"({"type": "object"})");
        text->output = *policy::Contract::compile(*text->spec.outputSchema);
        text->spec.errorBehaviour.onExhausted = model::LastResort::Degrade;
        workflow->text = text;
        auto policy = std::make_shared<gateway::WorkflowPolicy>();
        policy->policy.reliability.degrade.push_back({model::DegradeStep::Serve::Static, {}, "sorry"});
        workflow->policy = policy;
        gateway.snapshot->providers["sim"].problem = "its key is missing";
        gateway.snapshot->workflows["w"].versions[1] = workflow;
        gateway.snapshot->workflows["w"].labels = {{"production", 1}};
        gateway.publish();
        QCOMPARE(gateway.run("w", R"({"input":"hello"})").status, 503);
        policy->policy.reliability.degrade.push_back({model::DegradeStep::Serve::Static, {}, boost::json::object{{"said", "sorry"}}});
        const auto reply = gateway.run("w", R"({"input":"hello"})");
        QCOMPARE(reply.status, 200);
        QCOMPARE(at(bodyOf(reply), "/output/said"), std::string("sorry"));
    }

    void aTrialThatFailsIsNoDeadLetter() {
        OneWorker gateway;
        auto workflow = gateway.workflow("w", 1, promptSaying("p@1", "{{input}}"));
        auto text = std::make_shared<gateway::WorkflowText>(*workflow->text);
        text->spec.outputSchema = boost::json::parse(R"({"type": "object", "required": ["x"]})");
        text->output = *policy::Contract::compile(boost::json::parse(R"({"type": "object", "required": ["y"], "properties": {"y": {"const": 1}}, "additionalProperties": false})"));
        text->spec.errorBehaviour.onOutputViolation = model::LastResort::DeadLetter;
        workflow->text = text;
        gateway.snapshot->workflows["w"].versions[1] = workflow;
        gateway.snapshot->workflows["w"].labels = {{"production", 1}};
        gateway.publish();
        TrialCall trial;
        trial.workflow = model::DocumentRef{"w", "production", {}};
        trial.input = "hello";
        const auto reply = gateway.trial(std::move(trial));
        QCOMPARE(reply.status, 400);
        // Both answers were paid for, though neither is served.
        QVERIFY(gateway.sink.records.front().first.cost.nanos > 0);
        QCOMPARE(std::string(reply.fields.get("x-signalbox-cost-usd")), gateway.sink.records.front().first.cost.text());
        QVERIFY(!gateway.sink.records.front().second.deadLetter);
        QVERIFY(gateway.run("w", R"({"input":"hello"})").status == 400);
        QVERIFY(gateway.sink.records.back().second.deadLetter);
        QCOMPARE(gateway.sink.records.back().second.deadLetterInput, std::string(R"({"input":"hello","label":"production"})"));
    }
};

QTEST_GUILESS_MAIN(TestGatewayTrials)
#include "tst_gateway_trials.moc"
