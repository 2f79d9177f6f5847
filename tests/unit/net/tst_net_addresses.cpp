#include "core/net/address.h"
#include "core/net/http.h"
#include "core/net/proxy.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace signalbox::net;

class NetAddressesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharedAddresses_data();
    void sharedAddresses();
    void isGlobal_data();
    void isGlobal();
    void urls_data();
    void urls();
    void refusedUrls_data();
    void refusedUrls();
    void noProxyExcepts_data();
    void noProxyExcepts();
    void proxyCredentialsAreTakenOutOfTheUrl();
    void fieldsKeepOrderAndReplace();
    void queryParametersAreDecoded();
};

namespace {
QString dataFolder() {
    const auto set = qEnvironmentVariable("SIGNALBOX_SHARED_DATA");
    return set.isEmpty() ? QStringLiteral(SIGNALBOX_SOURCE_DIR "/../shared/data") : set;
}
bool mayBeCalled(const std::string& address) {
    const auto parsed = parseAddress(address);
    return parsed && signalbox::net::isGlobal(*parsed);
}
} // namespace

void NetAddressesTest::sharedAddresses_data() {
    QTest::addColumn<QString>("input");
    QTest::addColumn<bool>("blocked");
    for (const auto* name : {"langfuse", "litellm"}) {
        QFile data(dataFolder() + QStringLiteral("/ssrf/%1.jsonl").arg(QLatin1String(name)));
        if (!data.open(QIODevice::ReadOnly)) continue;
        int number = 0;
        while (!data.atEnd()) {
            const auto row = QJsonDocument::fromJson(data.readLine()).object();
            ++number;
            // Rows that an allow-list of the other gateway lets through are about that list.
            const auto input = row[QStringLiteral("input")].toString();
            const bool listed = !row[QStringLiteral("blocked")].toBool() && !input.startsWith(QStringLiteral("8.8")) && !input.startsWith(QStringLiteral("74."));
            if (row[QStringLiteral("kind")].toString() != QStringLiteral("ip") || listed) continue;
            if (row[QStringLiteral("reason")].toString().contains(QStringLiteral("whitelist"), Qt::CaseInsensitive) && !row[QStringLiteral("blocked")].toBool()) continue;
            QTest::addRow("%s %d", name, number) << input << row[QStringLiteral("blocked")].toBool();
        }
    }
}

void NetAddressesTest::sharedAddresses() {
    if (!QFile::exists(dataFolder() + QStringLiteral("/ssrf/langfuse.jsonl"))) QSKIP("shared/data/ssrf is absent");
    QFETCH(QString, input);
    QFETCH(bool, blocked);
    QCOMPARE(!mayBeCalled(input.toStdString()), blocked);
}

void NetAddressesTest::isGlobal_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("global");
    for (const auto* address : {"8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "198.17.255.255",
                                "198.20.0.0", "223.255.255.255", "168.63.129.17", "2606:4700:4700::1111", "2a00:1450:4001::1", "2001:200::1"}) {
        QTest::newRow(address) << QString::fromLatin1(address) << true;
    }
    for (const auto* address : {"0.0.0.0", "0.255.255.255", "10.1.2.3", "100.64.0.0", "100.100.100.200", "100.127.255.255", "127.0.0.1", "168.63.129.16",
                                "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.0",
                                "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
                                "::", "::1", "::ffff:8.8.8.8", "::ffff:127.0.0.1", "::8.8.8.8", "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1",
                                "2001:db8::1", "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1"}) {
        QTest::newRow(address) << QString::fromLatin1(address) << false;
    }
}

void NetAddressesTest::isGlobal() {
    QFETCH(QString, address);
    QFETCH(bool, global);
    QVERIFY(parseAddress(address.toStdString()));
    QCOMPARE(mayBeCalled(address.toStdString()), global);
}

void NetAddressesTest::urls_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("query");
    const auto row = [](const char* url, bool tls, const char* host, int port, const char* prefix, const char* query = "") {
        QTest::newRow(url) << QString::fromLatin1(url) << tls << QString::fromLatin1(host) << port << QString::fromLatin1(prefix) << QString::fromLatin1(query);
    };
    row("https://api.openai.com/v1", true, "api.openai.com", 443, "/v1");
    row("https://api.openai.com/v1/", true, "api.openai.com", 443, "/v1");
    row("HTTP://Example.COM", false, "example.com", 80, "");
    row("http://127.0.0.1:11434/", false, "127.0.0.1", 11434, "");
    row("http://[::1]:8080/a/b?c=d", false, "::1", 8080, "/a/b", "c=d");
    row("https://x.openai.azure.com/openai?api-version=2024-06-01", true, "x.openai.azure.com", 443, "/openai", "api-version=2024-06-01");
    row("http://[0:0:0:0:0:0:0:1]/", false, "::1", 80, "");
    row("http://my_service", false, "my_service", 80, "");
}

void NetAddressesTest::urls() {
    QFETCH(QString, url);
    QFETCH(bool, tls);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, prefix);
    QFETCH(QString, query);
    std::string gotPrefix;
    std::string gotQuery;
    const auto endpoint = parseUrl(url.toStdString(), &gotPrefix, &gotQuery);
    QVERIFY2(endpoint, endpoint ? "" : endpoint.error().detail.c_str());
    QCOMPARE(endpoint->tls, tls);
    QCOMPARE(QString::fromStdString(endpoint->host), host);
    QCOMPARE(int(endpoint->port), port);
    QCOMPARE(QString::fromStdString(gotPrefix), prefix);
    QCOMPARE(QString::fromStdString(gotQuery), query);
}

void NetAddressesTest::refusedUrls_data() {
    QTest::addColumn<QByteArray>("url");
    for (const auto* url : {"", "api.openai.com", "ftp://a", "file:///etc/passwd", "https://", "https:///a", "https://u@a/", "https://u:p@a/", "https://a@b@c/", "https://a/#b", "https://a#b",
                            "https://a:0/", "https://a:/", "https://a:08/", "https://a:65536/", "https://a:b/", "https://0177.0.0.1/", "https://0x7f.0.0.1/", "https://0x7f000001/",
                            "https://2130706433/", "https://127.1/", "https://127.0.0.1./", "https://01.2.3.4/", "https://1.2.3.4.5/", "https://256.1.1.1/", "https://a..b/", "https://.a/", "https://a./",
                            "https://exam%70le.com/", "https://t\xd0\xb5st.example/", "https://[::1/", "https://[::1%25eth0]/", "https://[1.2.3.4]/", "https://::1/", "https://a b/", " https://a/",
                            "https://a/ b", "https://a\\b/", "https://a/\\b", "https://-a/", "https://a/%", "https://a/%00", "https://a?b#c"}) {
        QTest::newRow(url) << QByteArray(url);
    }
}

void NetAddressesTest::refusedUrls() {
    QFETCH(QByteArray, url);
    QVERIFY(!parseUrl(url.toStdString()));
}

void NetAddressesTest::noProxyExcepts_data() {
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("list");
    QTest::addColumn<bool>("excepted");
    QTest::newRow("nothing") << "a.example" << "" << false;
    QTest::newRow("all") << "a.example" << "*" << true;
    QTest::newRow("name") << "a.example" << "b.example, A.example" << true;
    QTest::newRow("below a name") << "x.a.example" << "a.example" << true;
    QTest::newRow("suffix") << "x.a.example" << ".a.example" << true;
    QTest::newRow("only looks like a suffix") << "xa.example" << "a.example" << false;
    QTest::newRow("address") << "127.0.0.1" << "localhost,127.0.0.1" << true;
    QTest::newRow("IPv6") << "::1" << "[::1]" << true;
}

void NetAddressesTest::noProxyExcepts() {
    QFETCH(QString, host);
    QFETCH(QString, list);
    QFETCH(bool, excepted);
    QCOMPARE(isExcepted(host.toStdString(), list.toStdString()), excepted);
}

void NetAddressesTest::proxyCredentialsAreTakenOutOfTheUrl() {
    const auto proxy = parseProxy("http://Aladdin:open%20sesame@proxy.example:3128");
    QVERIFY(proxy);
    QCOMPARE(proxy->endpoint, (Endpoint{false, "proxy.example", 3128}));
    QCOMPARE(proxy->authorization, std::string("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
    QVERIFY(parseProxy("proxy.example:3128"));
    QVERIFY(!parseProxy("socks5://proxy.example:1080"));
    QVERIFY(!parseProxy("https://proxy.example"));
}

void NetAddressesTest::fieldsKeepOrderAndReplace() {
    Fields fields;
    fields.add("A", "1");
    fields.add("b", "2");
    fields.add("a", "3");
    QCOMPARE(fields.size(), std::size_t(3));
    QCOMPARE(fields.get("B"), std::string_view("2"));
    fields.set("a", fields.get("b")); // a view into the fields themselves
    QCOMPARE(fields.size(), std::size_t(2));
    QCOMPARE(fields.get("A"), std::string_view("2"));
    fields.remove("B");
    std::string all;
    for (const auto& [name, value] : fields) all.append(name).append("=").append(value);
    QCOMPARE(all, std::string("a=2"));
}

void NetAddressesTest::queryParametersAreDecoded() {
    QCOMPARE(queryParameter("a=1&b=x%20y+z&c", "b").value_or("-"), std::string("x y z"));
    QCOMPARE(queryParameter("a=1&c", "c").value_or("-"), std::string());
    QVERIFY(!queryParameter("a=%zz", "a"));
    QVERIFY(!queryParameter("a=1", "b"));
    QCOMPARE(percentDecoded(percentEncoded("a/b c%\xc3\xa9")).value_or("-"), std::string("a/b c%\xc3\xa9"));
}

QTEST_GUILESS_MAIN(NetAddressesTest)
#include "tst_net_addresses.moc"
