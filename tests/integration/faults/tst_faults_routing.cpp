// Which target serves: strategies, the task profile, fallback by error class, degradation.
#include "tests/integration/faults/route_under_test.h"
#include "tests/support/vendor_replies.h"

#include <boost/json/parse.hpp>

using namespace signalbox::tests;
using namespace std::chrono_literals;
using vendor::Protocol;

class TestFaultsRouting : public GatewayTest {
    Q_OBJECT

private Q_SLOTS:
    void orderedTakesTheFirstThatCan() {
        ScriptedVendor first;
        ScriptedVendor second;
        SIGNALBOX_ROUTE(route, {.targets = {{first.url()}, {second.url()}}});
        for (int i = 0; i < 10; ++i)
            QCOMPARE(route.chat().status, 200);
        QCOMPARE(first.requestCount(), 10U);
        QCOMPARE(second.requestCount(), 0U);
    }

    void weightedFollowsTheWeightsAndFallsBack() {
        ScriptedVendor heavy;
        ScriptedVendor light;
        SIGNALBOX_ROUTE(route, {.targets = {{heavy.url(), "openai", {}, {}, 4}, {light.url(), "openai", {}, {}, 1}},
                                .strategy = "weighted"});
        for (int i = 0; i < 200; ++i)
            QCOMPARE(route.chat().status, 200);
        // 160 expected, standard deviation 5.7.
        QVERIFY2(heavy.requestCount() > 125 && heavy.requestCount() < 195,
                 std::to_string(heavy.requestCount()).c_str());
        QCOMPARE(heavy.requestCount() + light.requestCount(), 200U);
        heavy.refuse();
        for (int i = 0; i < 10; ++i)
            QCOMPARE(route.chat().header("x-signalbox-target"), route.target(1));
    }

    void cheapestIsByPriceForThisCall() {
        ScriptedVendor dear;
        ScriptedVendor cheap;
        SIGNALBOX_ROUTE(
            route, {.targets = {{dear.url(), "openai", {}, {{"price_usd_per_mtok", "{input: 10, output: 30}"}}},
                                {cheap.url(), "openai", {}, {{"price_usd_per_mtok", "{input: 0.1, output: 0.3}"}}}},
                    .strategy = "cheapest"});
        QCOMPARE(route.chat().header("x-signalbox-target"), route.target(1));
        cheap.refuse();
        QCOMPARE(route.chat().header("x-signalbox-target"), route.target(0));
    }

    void fastestLearnsFromFirstTokenTimes() {
        ScriptedVendor slow;
        ScriptedVendor quick;
        slow.byDefault([](const VendorRequest& request) {
            return Behaviour().pause(250ms).then(ScriptedVendor::wellBehaved(request));
        });
        SIGNALBOX_ROUTE(route, {.targets = {{slow.url()}, {quick.url()}}, .strategy = "fastest"});
        // Both are tried while nothing is known of them; then the quick one serves all but the odd look at the other.
        for (int i = 0; i < 20; ++i)
            QVERIFY(endedWell(route.stream()));
        const auto before = quick.requestCount();
        for (int i = 0; i < 10; ++i)
            QVERIFY(endedWell(route.stream()));
        QVERIFY2(quick.requestCount() - before >= 8, std::to_string(quick.requestCount() - before).c_str());
    }

    void theTaskProfileFilters_data() {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("governance");
        QTest::addColumn<QString>("lackingModel");
        QTest::addColumn<QString>("lackingProvider");
        QTest::newRow("capability") << "{needs: [vision]}" << QString() << "capabilities: [chat, stream]" << QString();
        QTest::newRow("context length") << "{min_context_tokens: 20000}" << QString() << "context_tokens: 8000"
                                        << QString();
        QTest::newRow("region") << "{regions: [eu]}" << QString() << QString() << "region: us";
        QTest::newRow("quality") << "{min_quality: 0.8}" << QString() << "quality: 0.3" << QString();
        QTest::newRow("data class") << QString() << "{data_class: confidential}" << QString()
                                    << "data_classes: [public]";
    }
    void theTaskProfileFilters() {
        QFETCH(QString, profile);
        QFETCH(QString, governance);
        QFETCH(QString, lackingModel);
        QFETCH(QString, lackingProvider);
        const auto with = [](std::map<std::string, std::string> members, const QString& line) {
            const auto colon = line.indexOf(QLatin1Char(':'));
            if (colon > 0) members[line.left(colon).toStdString()] = line.mid(colon + 2).toStdString();
            return members;
        };
        const std::map<std::string, std::string> model = {
            {"capabilities", "[chat, stream, vision]"}, {"context_tokens", "128000"}, {"quality", "0.9"}};
        const std::map<std::string, std::string> provider = {{"region", "eu"},
                                                             {"data_classes", "[public, internal, confidential]"}};
        ScriptedVendor lacking;
        ScriptedVendor able;
        SIGNALBOX_ROUTE(
            route, {.targets = {{lacking.url(), "openai", with(provider, lackingProvider), with(model, lackingModel)},
                                {able.url(), "openai", provider, model}},
                    .taskProfile = profile.toStdString(),
                    .governance = governance.toStdString()});
        const auto reply = route.chat();
        QCOMPARE(contentOf(reply), std::string("Hello from the vendor"));
        QCOMPARE(reply.header("x-signalbox-target"), route.target(1));
        QCOMPARE(lacking.requestCount(), 0U);

        // And it is not served by one that may not, even if there is no other.
        able.refuse();
        const auto none = route.chat();
        QVERIFY(none.status >= 400);
        QCOMPARE(lacking.requestCount(), 0U);
    }

    void whatIsTooLongGoesToALongerContext() {
        ScriptedVendor vendor;
        ScriptedVendor shorter;
        ScriptedVendor longer;
        vendor.byDefault(vendor::contextLengthExceeded(Protocol::OpenAi));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url(), "openai", {}, {{"context_tokens", "8000"}}},
                                            {shorter.url(), "openai", {}, {{"context_tokens", "4000"}}},
                                            {longer.url(), "openai", {}, {{"context_tokens", "128000"}}}},
                                .reliability = {{"max_attempts_per_target", "3"}}});
        const auto reply = route.chat();
        QCOMPARE(contentOf(reply), std::string("Hello from the vendor"));
        QCOMPARE(reply.header("x-signalbox-target"), route.target(2));
        QCOMPARE(vendor.requestCount(), 1U);
        QCOMPARE(shorter.requestCount(), 0U);
    }

    void whatIsTooLongForAllIsTheCallersToMend() {
        ScriptedVendor vendor;
        vendor.byDefault(vendor::contextLengthExceeded(Protocol::OpenAi));
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        const auto reply = route.chat();
        QCOMPARE(reply.status, 400);
        QVERIFY2(reply.body.find("context_length_exceeded") != std::string::npos, reply.body.c_str());
    }

    void staticOutputIsServedWhenNothingElseIs_data() {
        QTest::addColumn<bool>("streamed");
        QTest::newRow("whole") << false;
        QTest::newRow("streamed") << true;
    }
    void staticOutputIsServedWhenNothingElseIs() {
        QFETCH(bool, streamed);
        ScriptedVendor vendor;
        vendor.byDefault(vendor::serverError(Protocol::OpenAi, 503));
        SIGNALBOX_ROUTE(route,
                        {.targets = {{vendor.url()}},
                         .reliability = {{"degrade", "[{serve: static, output: \"We will come back to you.\"}]"}}});
        const auto reply = streamed ? route.stream() : route.chat();
        QCOMPARE(reply.status, 200);
        QCOMPARE(streamed ? streamedContentOf(reply) : contentOf(reply), std::string("We will come back to you."));
        if (streamed) QVERIFY(endedWell(reply));
        QCOMPARE(reply.header("x-signalbox-degraded"), std::string("true"));
        QCOMPARE(at(route.runOf(reply), "/status"), std::string("degraded"));
    }

    void staticOutputHidesNoMistakeOfTheCaller() {
        ScriptedVendor vendor;
        vendor.byDefault(vendor::invalidRequest(Protocol::OpenAi));
        SIGNALBOX_ROUTE(
            route, {.targets = {{vendor.url()}}, .reliability = {{"degrade", "[{serve: static, output: sorry}]"}}});
        QCOMPARE(route.chat().status, 400);
    }

    void aModelIsDescribedUnderItsName_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("as the Python SDK writes it") << QByteArray("route/NAME") << 200;
        QTest::newRow("as the JavaScript SDK writes it") << QByteArray("route%2FNAME") << 200;
        QTest::newRow("a provider's model") << QByteArray("NAME-p0/m") << 200;
        QTest::newRow("what there is not") << QByteArray("gpt-none") << 404;
        QTest::newRow("nothing") << QByteArray("") << 404;
    }
    void aModelIsDescribedUnderItsName() {
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        ScriptedVendor vendor;
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        path.replace("NAME", QByteArray::fromStdString(route.name().substr(6)));
        const auto reply = httpCall(gateway.port(), "GET", "/v1/models/" + path.toStdString(), {}, gateway.callHeaders());
        QCOMPARE(reply.status, status);
        const auto body = boost::json::parse(reply.body);
        if (status == 200) QCOMPARE(at(body, "/id"), path.replace("%2F", "/").toStdString());
        else QCOMPARE(at(body, "/error/code"), std::string("model_not_found"));
    }

    void unknownPathsAnswerInTheCallersProtocol() {
        QCOMPARE(at(boost::json::parse(gateway.call("/v1/messages/count_tokens", "{}").body), "/type"), std::string("error"));
        QCOMPARE(at(boost::json::parse(gateway.call("/v1/audio/speech", "{}").body), "/error/code"), std::string("unknown_path"));
    }

    void aChangedDocumentIsEffectiveForTheNextCall() {
        ScriptedVendor first;
        ScriptedVendor second;
        SIGNALBOX_ROUTE(before, {.targets = {{first.url()}}});
        QCOMPARE(before.chat().status, 200);
        const auto name = before.name().substr(6);
        const auto problem =
            gateway.apply("kind: provider\nname: " + name + "-p0\nspec: {connector: openai, base_url: " + second.url() +
                          "/v1, models: [{id: m}]}\n");
        QVERIFY2(problem.empty(), problem.c_str());
        const auto moved =
            gateway.control("PUT", "/documents/provider/" + name + "-p0/labels/production", R"({"version":2})");
        QVERIFY2(moved.status < 300, moved.body.c_str());
        QCOMPARE(before.chat().status, 200);
        QCOMPARE(second.requestCount(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestFaultsRouting)
#include "tst_faults_routing.moc"
