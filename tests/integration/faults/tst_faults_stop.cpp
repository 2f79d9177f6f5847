// The gateway stops while calls are under way that outlast its grace: their callers are told, and the record says why.
#include "tests/integration/faults/route_under_test.h"
#include "tests/support/vendor_replies.h"

#include <csignal>
#include <future>

using namespace signalbox::tests;
using namespace std::chrono_literals;

class TestFaultsStop : public QObject {
    Q_OBJECT

    GatewayProcess gateway{{.arguments = {"--grace-seconds", "0"}, .environment = {}, .patience = 30s}};

    /// Stops the gateway once the vendor has the call, and starts it again.
    HttpReply stoppedUnder(const ScriptedVendor& vendor, const std::function<HttpReply()>& call) {
        auto reply = std::async(std::launch::async, call);
        if (!vendor.waitForRequests(1)) return {};
        QTest::qWait(200); // what the vendor said has gone through
        gateway.sendSignal(SIGTERM);
        if (gateway.waitForExit(10s) != 0 || !gateway.start()) return {};
        return reply.get();
    }

private Q_SLOTS:
    void init() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
        if (!gateway.isRunning()) QVERIFY2(gateway.start(), gateway.problem().c_str());
    }

    void aStreamEndsInTheProtocolsError() {
        ScriptedVendor vendor;
        vendor.byDefault(openStream(vendor::firstOf(vendor::openAiEvents({}), 3)).hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}}});
        const auto reply = stoppedUnder(vendor, [&] { return route.stream(); });
        QVERIFY2(endedInError(reply), reply.body.c_str());
        QVERIFY(reply.complete);
        QCOMPARE(streamedContentOf(reply), std::string("Hello from"));
        const auto run = route.runOf(reply);
        QCOMPARE(at(run, "/status"), std::string("failed"));
        QCOMPARE(at(run, "/error/code"), std::string("stopped"));
        QVERIFY(numberAt(run, "/usage/output") > 0);
    }

    void aCallThatHasNoAnswerYetIsToldToComeBack() {
        ScriptedVendor vendor;
        ScriptedVendor other;
        vendor.byDefault(Behaviour().hang());
        SIGNALBOX_ROUTE(route, {.targets = {{vendor.url()}, {other.url()}}});
        const auto reply = stoppedUnder(vendor, [&] { return route.chat(); });
        QCOMPARE(reply.status, 503);
        QVERIFY(!reply.header("retry-after").empty());
        QCOMPARE(at(route.runOf(reply), "/error/code"), std::string("stopped"));
        QCOMPARE(other.requestCount(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestFaultsStop)
#include "tst_faults_stop.moc"
