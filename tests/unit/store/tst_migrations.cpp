#include "core/store/migrations.h"
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
