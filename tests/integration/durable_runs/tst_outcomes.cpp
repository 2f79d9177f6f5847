// What callers say about their runs afterwards is on record, and moves the figures.
#include "tests/integration/durable_runs/durable_fixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

using namespace signalbox::tests;

namespace {

HttpReply report(const DurableFixture& f, const std::string& id, std::string_view body, const std::string& key = {}) {
    return httpCall(f.gateway.port(), "POST", "/v1/runs/" + id + "/outcome", body, {{"authorization", "Bearer " + (key.empty() ? f.gateway.applicationKey() : key)}, {"content-type", "application/json"}});
}

/// One statement on the gateway's database, beside the gateway; false: it could not.
bool execute(const DurableFixture& f, const QString& sql) {
    bool done = false;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("beside"));
        database.setDatabaseName(QString::fromStdString((f.gateway.directory() / "signalbox.db").string()));
        done = database.open() && QSqlQuery(database).exec(sql);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("beside"));
    return done;
}

} // namespace

class TestOutcomes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!GatewayProcess::isBuilt()) QSKIP("build/bin/signalboxd is not there");
    }

    void aReportIsOnRecordAndTheLatestCounts() {
        SIGNALBOX_START(f);
        std::vector<std::string> ids;
        for (int i = 0; i < 4; ++i) ids.push_back(f.run().header("x-signalbox-run-id"));
        QCOMPARE(at(f.gateway.run(ids[0]), "/outcome"), std::string());
        const auto reported = report(f, ids[0], R"({"outcome":"overridden","score":0.25,"note":"The customer wrote it anew."})");
        QVERIFY2(reported.status == 204, reported.body.c_str());
        QVERIFY(reported.body.empty());
        const auto run = f.gateway.run(ids[0]);
        QCOMPARE(at(run, "/outcome/outcome"), std::string("overridden"));
        QCOMPARE(at(run, "/outcome/note"), std::string("The customer wrote it anew."));
        QCOMPARE(at(run, "/status"), std::string("succeeded"));
        QCOMPARE(at(f.control("/runs/" + ids[0] + "/story"), "/run/outcome/outcome"), std::string("overridden"));
        QCOMPARE(report(f, ids[1], R"({"outcome":"success"})").status, 204);
        QTRY_COMPARE(at(f.control("/metrics"), "/totals/0/calls"), std::string("4"));
        auto totals = f.control("/metrics");
        QCOMPARE(at(totals, "/totals/0/reported_overridden"), std::string("1"));
        QCOMPARE(at(totals, "/totals/0/override_rate"), std::string("5E-1"));
        QCOMPARE(at(totals, "/totals/0/success_rate"), std::string("7.5E-1"));
        QCOMPARE(report(f, ids[0], R"({"outcome":"success"})").status, 204);
        totals = f.control("/metrics?group_by=prompt");
        QCOMPARE(at(totals, "/totals/0/group"), std::string("echo@1"));
        QCOMPARE(at(totals, "/totals/0/reported_overridden"), std::string("0"));
        QCOMPARE(at(totals, "/totals/0/reported_success"), std::string("2"));
        QCOMPARE(at(totals, "/totals/0/success_rate"), std::string("1E0"));
        const auto listed = f.control("/runs?prompt=echo@1&workflow=echo");
        QCOMPARE(listed.at("items").as_array().size(), std::size_t{4});
        QCOMPARE(at(listed, "/items/3/outcome/outcome"), std::string("success"));
    }

    void whatIsWrongInAReportIsSaidWithItsPlace() {
        SIGNALBOX_START(f);
        const auto refused = report(f, f.run().header("x-signalbox-run-id"), R"({"outcome":"success","a/b":1})");
        QCOMPARE(refused.status, 400);
        QCOMPARE(at(refused, "/error/violations/0/pointer"), std::string("/a~1b"));
    }

    void aReportIsOfTheOwnRunsOnly() {
        SIGNALBOX_START(f);
        const auto id = f.run().header("x-signalbox-run-id");
        QCOMPARE(report(f, id, R"({"outcome":"success"})", f.anotherKey()).status, 404);
        QCOMPARE(report(f, id, R"({"outcome":"success"})", "sbk_nobody").status, 401);
        QCOMPARE(report(f, "run_0000000000000", R"({"outcome":"success"})").status, 404);
        QCOMPARE(at(f.gateway.run(id), "/outcome"), std::string());
    }

    void aRunThatIsNotInTheDatabaseYetIsNotSaidToBeMissing() {
        SIGNALBOX_START(f);
        QVERIFY(execute(f, "CREATE TRIGGER refusal BEFORE INSERT ON run BEGIN SELECT RAISE(ABORT, 'refused'); END"));
        const auto answered = f.run();
        QCOMPARE(answered.status, 200);
        const auto id = answered.header("x-signalbox-run-id");
        QCOMPARE(report(f, id, R"({"outcome":"success"})").status, 500); // 404: who hears that does not try again
        QVERIFY(execute(f, "DROP TRIGGER refusal"));
        QTRY_COMPARE(report(f, id, R"({"outcome":"success"})").status, 204);
    }

    void whatIsNoReportIsRefused() {
        SIGNALBOX_START(f);
        const auto id = f.run().header("x-signalbox-run-id");
        const auto wrong = [&](std::string_view body) { return at(report(f, id, body), "/error/violations/0/pointer"); };
        QCOMPARE(wrong(R"({"outcome":"fine"})"), std::string("/outcome"));
        QCOMPARE(wrong(R"({})"), std::string("/outcome"));
        QCOMPARE(wrong(R"({"outcome":"success","score":"high"})"), std::string("/score"));
        QCOMPARE(wrong(R"({"outcome":"success","note":7})"), std::string("/note"));
        QCOMPARE(wrong(R"({"outcome":"success","stars":5})"), std::string("/stars"));
        QCOMPARE(report(f, id, "nonsense").status, 400);
        QCOMPARE(at(f.gateway.run(id), "/outcome"), std::string());
    }

    void aRunUnderWayHasNoOutcomeYet() {
        SIGNALBOX_START(f);
        f.vendor.byDefault(Behaviour().hang());
        const auto id = f.accept();
        const auto early = report(f, id, R"({"outcome":"success"})");
        QCOMPARE(early.status, 409);
        QCOMPARE(at(early, "/error/code"), std::string("in_progress"));
    }
};

QTEST_GUILESS_MAIN(TestOutcomes)
#include "tst_outcomes.moc"
