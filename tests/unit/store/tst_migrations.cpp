#include "core/store/migrations.h"
#include "core/store/rollup_repository.h"
#include "core/store/run_repository.h"
#include "core/store/statement.h"
#include "tests/unit/store/fixture.h"

#include <QTest>

using namespace signalbox;

namespace {

std::vector<std::string> tablesOf(store::Connection& connection) {
    store::Statement rows(connection.database(), "SELECT name || ':' || sql FROM sqlite_master WHERE type IN ('table', 'index') AND name NOT LIKE 'sqlite_%' ORDER BY name");
    std::vector<std::string> tables;
    if (rows.run())
        while (rows.next()) tables.push_back(rows.text());
    return tables;
}

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEarlierVersionReachesTheNewestSchema_data() {
        QTest::addColumn<int>("from");
        for (int from = 0; from <= static_cast<int>(store::builtInMigrations().size()); ++from) QTest::addRow("from %d", from) << from;
    }
    void everyEarlierVersionReachesTheNewestSchema() {
        QFETCH(int, from);
        const auto all = store::builtInMigrations();
        QVERIFY(all.size() >= 2);
        test::StoreFixture fresh;
        QTemporaryDir directory;
        auto connection = store::Connection::open(directory.path().toStdString(), store::Durability::Full);
        QVERIFY(connection.has_value());
        const std::vector<store::Migration> early(all.begin(), all.begin() + from);
        QCOMPARE(store::migrate(**connection, early).value(), from == 0 ? 0 : all[static_cast<std::size_t>(from - 1)].number);
        if (from >= 1) {
            store::Statement insert((*connection)->database(), "INSERT INTO dimension (text) VALUES ('kept')");
            QVERIFY(insert.run().has_value());
        }
        QCOMPARE(store::migrate(**connection, all).value(), all.back().number);
        QCOMPARE(tablesOf(**connection), tablesOf(*fresh.connection));
        if (from >= 1) {
            store::Statement read((*connection)->database(), "SELECT COUNT(*) FROM dimension WHERE text = 'kept'");
            QVERIFY(read.run().has_value());
            QVERIFY(read.next());
            QCOMPARE(read.integer(), 1);
        }
    }

    void recordsOfBeforeSayWhatTheySaid() {
        // A database that knew nothing of workflows' runs: its runs and figures are there afterwards, with nothing reported.
        const auto all = store::builtInMigrations();
        QTemporaryDir directory;
        auto connection = store::Connection::open(directory.path().toStdString(), store::Durability::Full);
        QVERIFY(connection.has_value());
        QVERIFY(store::migrate(**connection, {all.begin(), all.begin() + 2}).has_value());
        for (const auto* sql : {"INSERT INTO dimension (id, text) VALUES (1, '')",
                                "INSERT INTO run (id, started_us, protocol, status, error_class, http_status, flags, key_dim, requested_dim, route_dim, policy_dim, workflow_dim, prompt_dim, provider_dim, "
                                "model_dim, finish_dim, end_to_end_us, input_tokens, cached_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, client_retry, attempt_count, attempts) "
                                "VALUES (7, 60000000, 1, 1, 0, 200, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 5, 1, 0, 0, 1, 0, 9, 0, 0, '[]')",
                                "INSERT INTO rollup VALUES (1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 9, x'0000', x'0000')"}) {
            store::Statement insert((*connection)->database(), sql);
            QVERIFY(insert.run().has_value());
        }
        QCOMPARE(store::migrate(**connection, all).value(), all.back().number);
        store::Dimensions dimensions(**connection);
        const auto run = store::RunRepository(**connection, dimensions).find(RunId{7}).value();
        QVERIFY(run.has_value());
        QVERIFY(run->run.stream && !run->run.trial && !run->run.repaired && run->run.flagged.empty() && !run->outcome);
        store::RollupQuery query;
        query.toMinute = 10;
        const auto points = store::RollupRepository(**connection, dimensions).read(query).value();
        QCOMPARE(points.size(), std::size_t{1});
        QCOMPARE(points[0].value.calls, 1);
        QCOMPARE(metrics::successRate(points[0].value).value(), 1.0);
        QVERIFY(!metrics::overrideRate(points[0].value).has_value());
    }

    void aNewerDatabaseIsRefused() {
        test::StoreFixture fixture;
        auto future = store::builtInMigrations();
        future.push_back({future.back().number + 1, "future.sql", "CREATE TABLE future (id INTEGER);"});
        QVERIFY(store::migrate(*fixture.connection, future).has_value());
        const auto refused = store::migrate(*fixture.connection, store::builtInMigrations());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, std::string("schema_too_new"));
    }

    void aFailedMigrationLeavesTheVersionBefore() {
        test::StoreFixture fixture;
        auto broken = store::builtInMigrations();
        const int last = broken.back().number;
        broken.push_back({last + 1, "broken.sql", "CREATE TABLE half (id INTEGER); CREATE TABEL oops;"});
        QVERIFY(!store::migrate(*fixture.connection, broken).has_value());
        QCOMPARE(store::schemaVersion(*fixture.connection).value(), last);
        QVERIFY(!fixture.connection->database().tables().contains(QStringLiteral("half")));
    }

    void statementsAreSplitWhereTheyEnd() {
        const auto statements = store::splitStatements("-- a; comment\nCREATE TABLE a (t TEXT DEFAULT ';'); /* b; */ INSERT INTO a VALUES ('x;y');\n"
                                                       "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a; DELETE FROM a; END; SELECT 1");
        QCOMPARE(statements.size(), std::size_t{4});
        QVERIFY(statements[2].starts_with("CREATE TRIGGER"));
        QCOMPARE(statements[3], std::string("SELECT 1"));
    }

    void twoGatewaysCannotShareADirectory() {
        QTemporaryDir directory;
        auto first = store::DataDirectory::hold(directory.path().toStdString());
        QVERIFY(first.has_value());
        const auto second = store::DataDirectory::hold(directory.path().toStdString());
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, std::string("data_directory_in_use"));
        first->reset();
        QVERIFY(store::DataDirectory::hold(directory.path().toStdString()).has_value());
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
