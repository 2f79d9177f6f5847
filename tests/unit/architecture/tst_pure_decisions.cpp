// Decisions can be tested as tables and replayed on history only as long as they are pure: what they know comes in as arguments.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

namespace {

/// Path and text of each source below `folder`.
QList<std::pair<QString, QString>> sourcesOf(const QString& folder) {
    const QDir top(QStringLiteral(SIGNALBOX_SOURCE_DIR));
    QList<std::pair<QString, QString>> sources;
    QDirIterator files(top.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) sources.append({top.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
    }
    return sources;
}

QStringList found(const QString& folder, const QRegularExpression& pattern) {
    QStringList places;
    for (const auto& [path, text] : sourcesOf(folder))
        for (auto matches = pattern.globalMatch(text); matches.hasNext();) places << path + QStringLiteral(": ") + matches.next().captured(0).trimmed();
    return places;
}

/// Headers of locks, threads, chance, files and the outside world.
const QRegularExpression& impureHeaders() {
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*#\\s*include\\s*<(mutex|shared_mutex|condition_variable|thread|future|semaphore|random|fstream|iostream|cstdio|filesystem|unistd\\.h|sys/[^>]*|boost/asio[^>]*|spdlog[^>]*|Q[^>]*)>"),
        QRegularExpression::MultilineOption);
    return pattern;
}

/// Calls that give another answer the next time.
const QRegularExpression& impureCalls() {
    static const QRegularExpression pattern(QStringLiteral("\\b(wallNow|monotonicNow|randomToken|randombytes\\w*|getenv|rand|fopen)\\s*\\(|_clock::now\\s*\\("));
    return pattern;
}

} // namespace

class TestPureDecisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decisionsUseNoClockNoChanceNoFileAndNoLock_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("policy") << QStringLiteral("core/policy");
        QTest::newRow("metrics") << QStringLiteral("core/metrics");
    }
    void decisionsUseNoClockNoChanceNoFileAndNoLock() {
        QFETCH(QString, folder);
        QVERIFY(sourcesOf(folder).size() >= 4);
        QCOMPARE(found(folder, impureHeaders()), QStringList());
        QCOMPARE(found(folder, impureCalls()), QStringList());
    }

    void theModelIsValuesOnly() {
        QVERIFY(sourcesOf(QStringLiteral("core/model")).size() >= 10);
        QCOMPARE(found(QStringLiteral("core/model"), impureHeaders()), QStringList());
    }

    void theCheckSeesWhatItLooksFor() {
        // The same patterns find what they are for where it is allowed: the gateway, as a whole, cannot do without.
        QVERIFY(!found(QStringLiteral("core/gateway"), impureHeaders()).isEmpty());
        QVERIFY(!found(QStringLiteral("core/gateway"), impureCalls()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPureDecisions)
#include "tst_pure_decisions.moc"
