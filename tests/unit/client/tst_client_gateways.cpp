#include "core/client/gateways.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace signalbox::client;
using namespace Qt::StringLiterals;

class ClientGatewaysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(u"signalbox"_s);
        QCoreApplication::setApplicationName(u"signalbox-gateways-test"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }

    void tokensInTheFileAreReadableByTheirOwnerAlone() {
        QTemporaryDir directory;
        TokenStore store(directory.path() + u"/new"_s);
        store.useFileOnly();
        QString problem = u"not called"_s;
        store.write(u"one"_s, u"sbt_secret"_s, [&](const QString& said) { problem = said; });
        QCOMPARE(problem, QString());
        QCOMPARE(QFile::permissions(store.fileName()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        QString token;
        store.read(u"one"_s, [&](const QString& read) { token = read; });
        QCOMPARE(token, u"sbt_secret"_s);
        store.remove(u"one"_s);
        store.read(u"one"_s, [&](const QString& read) { token = read; });
        QCOMPARE(token, QString());
    }

    void withoutAKeychainTheFileIsUsed() {
        // No session bus: what the desktop's keychain would need.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        QTemporaryDir directory;
        TokenStore store(directory.path());
        std::optional<TokenStore::Place> place;
        store.probe([&](TokenStore::Place found) { place = found; });
        QTRY_VERIFY_WITH_TIMEOUT(place, 20'000);
        QCOMPARE(*place, TokenStore::Place::File);
    }

    void gatewaysAreRememberedWithoutTheirTokens() {
        QTemporaryDir directory;
        TokenStore tokens(directory.path());
        tokens.useFileOnly();
        {
            Gateways gateways(tokens);
            QCOMPARE(gateways.chosen(), Gateways::embedded);
            gateways.save({{}, u"Team"_s, QUrl(u"https://signalbox.example.com"_s)}, u"sbt_x"_s, [](const QString& problem) { QCOMPARE(problem, QString()); });
            QCOMPARE(gateways.remotes().size(), 1);
            gateways.choose(gateways.remotes().first().id);
        }
        Gateways again(tokens);
        QCOMPARE(again.remotes().size(), 1);
        QCOMPARE(again.remotes().first().name, u"Team"_s);
        QCOMPARE(again.chosen(), again.remotes().first().id);
        QFile file(QSettings().fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("sbt_x"));
        again.remove(again.chosen());
        QCOMPARE(again.chosen(), Gateways::embedded);
    }

    void aNewAddressDoesNotInheritTheToken() {
        QTemporaryDir directory;
        TokenStore tokens(directory.path());
        tokens.useFileOnly();
        Gateways gateways(tokens);
        gateways.save({{}, u"Team"_s, QUrl(u"https://signalbox.example.com"_s)}, u"sbt_x"_s, [](const QString&) {});
        RemoteGateway moved = gateways.remotes().first();
        moved.url = QUrl(u"https://evil.example.com"_s);
        QString problem;
        gateways.save(moved, {}, [&](const QString& said) { problem = said; });
        QVERIFY(!problem.isEmpty());
        QCOMPARE(gateways.remotes().first().url.host(), u"signalbox.example.com"_s);
    }

    void addresses_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("right");
        QTest::newRow("https") << u"https://signalbox.example.com:8443"_s << true;
        QTest::newRow("loopback") << u"http://127.0.0.1:8787"_s << true;
        QTest::newRow("loopback v6") << u"http://[::1]:8787"_s << true;
        QTest::newRow("plain http elsewhere") << u"http://10.0.0.4:8787"_s << false;
        QTest::newRow("looks like loopback") << u"http://127.0.0.1.example.com"_s << false;
        QTest::newRow("user information") << u"https://kim:pw@signalbox.example.com"_s << false;
        QTest::newRow("another scheme") << u"ftp://signalbox.example.com"_s << false;
        QTest::newRow("no host") << u"https:///x"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void addresses() {
        QFETCH(QString, url);
        QFETCH(bool, right);
        QCOMPARE(Gateways::problemWith(QUrl(url)).isEmpty(), right);
    }

private:
    QTemporaryDir m_settings;
};

QTEST_GUILESS_MAIN(ClientGatewaysTest)
#include "tst_client_gateways.moc"
