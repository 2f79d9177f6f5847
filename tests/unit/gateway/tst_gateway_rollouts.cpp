// Which version a call gets when a rollout divides a label's traffic.
#include "tests/unit/gateway/gateway_fixture.h"

#include <QtTest>

#include <map>

using namespace signalbox;
using namespace signalbox::gateway::tests;

namespace {

std::string member(const net::Response& response, const char* name) {
    const auto body = boost::json::parse(response.body);
    const auto* found = body.as_object().if_contains(name);
    return found ? std::string(found->as_string()) : response.body;
}

} // namespace

class TestGatewayRollouts : public QObject {
    Q_OBJECT

    static void divide(OneWorker& gateway, double workflowPercent, double promptPercent) {
        auto& versions = gateway.snapshot->workflows["w"];
        for (const std::int64_t version : {1, 2}) {
            const auto workflow = gateway.workflow("w", version, promptSaying("p@1", "one {{input}}"));
            if (promptPercent > 0) {
                workflow->prompt.candidate = promptSaying("p@2", "two {{input}}");
                workflow->prompt.percent = promptPercent;
                workflow->prompt.salt = "prompt/p@production:2";
            }
            versions.versions[version] = workflow;
        }
        versions.labels = {{"production", 1}, {"latest", 2}};
        if (workflowPercent > 0) versions.rollouts["production"] = {2, workflowPercent, "workflow/w@production:2"};
        gateway.publish();
    }

private Q_SLOTS:
    void aShareOfTheCallsGoesToTheCandidate() {
        OneWorker gateway;
        divide(gateway, 25, 0);
        std::map<std::string, int> served;
        for (int i = 0; i < 400; ++i) ++served[member(gateway.run("w", R"({"input":"a"})"), "workflow")];
        QCOMPARE(served["w@1"] + served["w@2"], 400);
        QVERIFY2(served["w@2"] > 65 && served["w@2"] < 140, std::to_string(served["w@2"]).c_str()); // 100 expected, deviation 8.7
        std::map<std::string, int> recorded;
        for (const auto& [run, payload] : gateway.sink.records) ++recorded[run.workflow];
        QCOMPARE(recorded, served);
    }

    void aStickyKeyStaysOnItsSide() {
        OneWorker gateway;
        divide(gateway, 50, 50);
        std::map<std::string, int> sides;
        for (int caller = 0; caller < 40; ++caller) {
            const auto body = boost::json::serialize(boost::json::object{{"input", "a"}, {"sticky_key", "customer-" + std::to_string(caller)}});
            const auto first = gateway.run("w", body);
            const auto side = member(first, "workflow") + ' ' + member(first, "prompt");
            ++sides[side];
            for (int again = 0; again < 3; ++again) {
                const auto reply = gateway.run("w", body);
                QCOMPARE(member(reply, "workflow") + ' ' + member(reply, "prompt"), side);
            }
        }
        QCOMPARE(sides.size(), 4U); // the workflow's rollout and the prompt's divide callers apart from each other
    }

    void whoNamesAVersionOrAnotherLabelGetsThat() {
        OneWorker gateway;
        divide(gateway, 100, 0);
        QCOMPARE(member(gateway.run("w", R"({"input":"a"})"), "workflow"), std::string("w@2"));
        QCOMPARE(member(gateway.run("w", R"({"input":"a","version":1})"), "workflow"), std::string("w@1"));
    }

    void theChatProtocolsUserIsTheStickyKey() {
        OneWorker gateway;
        divide(gateway, 50, 0);
        std::map<std::string, int> sides;
        for (int caller = 0; caller < 30; ++caller) {
            std::string side;
            for (int again = 0; again < 3; ++again) {
                const boost::json::array messages{boost::json::object{{"role", "user"}, {"content", "hi"}}};
                const auto reply = gateway.post("/v1/chat/completions", boost::json::serialize(boost::json::object{{"model", "workflow/w"}, {"user", "u" + std::to_string(caller)}, {"messages", messages}}));
                const auto workflow = std::string(reply.fields.get("x-signalbox-workflow"));
                QVERIFY2(!workflow.empty(), reply.body.c_str());
                QVERIFY(side.empty() || side == workflow);
                side = workflow;
            }
            ++sides[side];
        }
        QCOMPARE(sides.size(), 2U);
    }

    void whatIsNotServedSaysWhy() {
        OneWorker gateway;
        auto broken = std::make_shared<gateway::Workflow>();
        broken->name = "w";
        broken->label = "w@1";
        broken->problem = "its route: there is no route 'gone'";
        gateway.snapshot->workflows["w"].versions[1] = broken;
        gateway.snapshot->workflows["w"].labels = {{"production", 1}};
        gateway.publish();
        const auto reply = gateway.run("w", R"({"input":"a"})");
        QCOMPARE(reply.status, 503);
        QVERIFY2(reply.body.find("there is no route 'gone'") != std::string::npos, reply.body.c_str());
        QCOMPARE(std::string(reply.fields.get("x-should-retry")), std::string("false"));
    }
};

QTEST_GUILESS_MAIN(TestGatewayRollouts)
#include "tst_gateway_rollouts.moc"
