#include "core/store/template_repository.h"
#include "core/store/test_run_repository.h"
#include "tests/unit/store/fixture.h"

#include <boost/json.hpp>

#include <QTest>

using namespace signalbox;
using model::DocumentKind;
using store::TestRun;
namespace json = boost::json;

namespace {

const store::Actor kActor{"ada", "127.0.0.1"};

TestRun runOf(const std::string& id, std::int64_t version = 2) {
    TestRun run;
    run.id = id;
    run.testSet = "replies";
    run.testSetVersion = 3;
    run.kind = DocumentKind::Workflow;
    run.name = "support-reply";
    run.version = version;
    run.contentHash = "abc";
    run.model = "sandbox/small";
    run.total = 2;
    run.startedAt = wallNow();
    return run;
}

store::TestCaseResult caseOf(const std::string& name, bool passed) {
    store::TestCaseResult result{name, passed, "run_1", json::object{{"reply", "Dear Ada"}}, {}, {{"contains", "/reply", passed, passed ? "" : "It is not there."}}, Money{1'500}};
    return result;
}

} // namespace

class TestWorkbench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTestRunKeepsItsResultsWithTheVersion() {
        test::StoreFixture fixture;
        store::TestRunRepository runs(*fixture.connection);
        QVERIFY(runs.begin(runOf("test_1"), kActor).has_value());
        QVERIFY(runs.add("test_1", 1, caseOf("second", false)).has_value());
        QVERIFY(runs.add("test_1", 0, caseOf("first", true)).has_value());
        auto run = runs.find("test_1").value();
        QCOMPARE(run.state, TestRun::State::Running);
        QCOMPARE(run.author, std::string("ada"));
        QCOMPARE(run.passed, 1);
        QCOMPARE(run.failed, 1);
        QCOMPARE(run.cost.nanos, 3'000);
        QCOMPARE(run.cases.size(), std::size_t{2});
        QCOMPARE(run.cases[0].name, std::string("first"));
        QCOMPARE(run.cases[1].checks.at(0).message, std::string("It is not there."));
        QCOMPARE(run.cases[1].output, json::value(json::object{{"reply", "Dear Ada"}}));
        QVERIFY(runs.finish("test_1", {}, wallNow()).value());
        QVERIFY2(!runs.finish("test_1", "too late", wallNow()).value(), "what has ended stays as it was");
        run = runs.find("test_1").value();
        QCOMPARE(run.state, TestRun::State::Done);
        QVERIFY(run.endedAt.has_value());
        QCOMPARE(runs.find("test_9").error().code, std::string("test_run_not_found"));
        QVERIFY(!runs.add("test_9", 0, caseOf("of none", true)).has_value());
    }

    void runsAreFoundByWhatTheyTested() {
        test::StoreFixture fixture;
        store::TestRunRepository runs(*fixture.connection);
        for (int i = 1; i <= 3; ++i) {
            auto run = runOf("test_" + std::to_string(i), i);
            run.startedAt = fromMicros(i);
            QVERIFY(runs.begin(run, kActor).has_value());
        }
        QCOMPARE(runs.list({}).value().front().id, std::string("test_3"));
        store::TestRunFilter filter;
        filter.kind = DocumentKind::Workflow;
        filter.name = "support-reply";
        filter.version = 2;
        QCOMPARE(runs.list(filter).value().size(), std::size_t{1});
        filter.version.reset();
        filter.testSet = "others";
        QVERIFY(runs.list(filter).value().empty());
        QVERIFY(runs.list({DocumentKind::Prompt, {}, {}, {}, 10}).value().empty());
        QCOMPARE(runs.list({{}, {}, {}, {}, 2}).value().size(), std::size_t{2});
    }

    void aRestartFailsWhatWasRunning() {
        test::StoreFixture fixture;
        store::TestRunRepository runs(*fixture.connection);
        QVERIFY(runs.begin(runOf("test_1"), kActor).has_value());
        QVERIFY(runs.begin(runOf("test_2"), kActor).has_value());
        QVERIFY(runs.finish("test_2", {}, wallNow()).value());
        QCOMPARE(runs.failInterrupted("The gateway was restarted.", wallNow()).value(), 1);
        QCOMPARE(runs.find("test_1").value().state, TestRun::State::Failed);
        QCOMPARE(runs.find("test_1").value().error, std::string("The gateway was restarted."));
        QCOMPARE(runs.find("test_2").value().state, TestRun::State::Done);
    }

    void templatesAreKeptByName() {
        test::StoreFixture fixture;
        store::TemplateRepository templates(*fixture.connection);
        QVERIFY(templates.add("mine", "kind: template\n", kActor, wallNow()).has_value());
        QCOMPARE(templates.add("mine", "again", kActor, wallNow()).error().code, std::string("conflict"));
        QCOMPARE(templates.find("mine").value().content, std::string("kind: template\n"));
        QCOMPARE(templates.find("mine").value().author, std::string("ada"));
        QCOMPARE(templates.list().value().size(), std::size_t{1});
        QVERIFY(templates.remove("mine", kActor, wallNow()).has_value());
        QCOMPARE(templates.remove("mine", kActor, wallNow()).error().code, std::string("template_not_found"));
        QCOMPARE(store::AuditLog(*fixture.connection).page({}, "template/mine", 10).value().size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestWorkbench)
#include "tst_workbench.moc"
