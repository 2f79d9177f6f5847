#include "core/gateway/callbacks.h"
#include "core/policy/callback_schedule.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace std::chrono_literals;

class TestCallbacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSignatureIsThatOfTheStandardsExample() {
        // The example of Standard Webhooks' reference libraries: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw. A shorter key is filled up with
        // zeros by HMAC itself (RFC 2104).
        constexpr unsigned char kKey[] = {0x31, 0xf2, 0x90, 0xf6, 0xbf, 0x06, 0x29, 0x8a, 0xab, 0x4f, 0x08, 0xd4, 0x3c, 0x3f, 0x08, 0x2c, 0xf6, 0x48, 0xa3, 0x62, 0xda, 0x2d, 0xa4, 0xb0};
        gateway::KeyDigest secret{};
        std::copy(std::begin(kKey), std::end(kKey), secret.begin());
        QCOMPARE(gateway::callbackSignature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})"), std::string("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
        QVERIFY(gateway::callbackSecretText(secret).starts_with("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    }

    void triesComeMoreSlowlyAndEndAfterADay() {
        const WallTime end{1000h};
        QVERIFY(policy::nextCallback(1, 500, end, end) == end + 5s);
        QVERIFY(policy::nextCallback(2, 0, end + 5s, end) == end + 35s);
        QVERIFY(policy::nextCallback(3, 503, end, end) == end + 2min);
        QVERIFY(policy::nextCallback(6, 500, end, end) == end + 6h);
        QVERIFY(policy::nextCallback(40, 500, end, end) == end + 6h);
        QVERIFY(!policy::nextCallback(7, 500, end + 19h, end));
        QVERIFY(!policy::nextCallback(1, 410, end, end));
        // All of them, as they come.
        int tries = 1;
        for (auto now = end; const auto next = policy::nextCallback(tries, 500, now, end); ++tries) {
            QVERIFY(*next > now && *next <= end + 24h);
            now = *next;
        }
        QVERIFY(tries >= 8 && tries <= 12);
    }

    void addressesAreCheckedAsTheyAreCalled_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("good");
        QTest::newRow("a name") << "https://example.com/hook?a=b" << true;
        QTest::newRow("a public address") << "http://93.184.216.34/" << true;
        QTest::newRow("named by the policy") << "http://127.0.0.1:8080/x" << true;
        QTest::newRow("a name that the policy has") << "http://CRM.internal:80/x" << true;
        QTest::newRow("another port") << "http://127.0.0.1:8081/x" << false;
        QTest::newRow("localhost") << "http://localhost/" << false;
        QTest::newRow("a name below localhost") << "http://a.localhost/" << false;
        QTest::newRow("private") << "http://192.168.1.1/" << false;
        QTest::newRow("metadata") << "http://169.254.169.254/latest/meta-data" << false;
        QTest::newRow("mapped") << "http://[::ffff:10.0.0.1]/" << false;
        QTest::newRow("decimal") << "http://2130706433/" << false;
        QTest::newRow("user information") << "https://a:b@example.com/" << false;
        QTest::newRow("another scheme") << "file:///etc/passwd" << false;
        QTest::newRow("too long") << "https://example.com/" + QString(2000, QLatin1Char('x')) << false;
    }
    void addressesAreCheckedAsTheyAreCalled() {
        QFETCH(QString, url);
        QFETCH(bool, good);
        const std::vector<std::string> hosts = {"127.0.0.1:8080", "crm.internal:80"};
        const auto checked = gateway::checkCallbackUrl(url.toStdString(), hosts);
        QCOMPARE(checked.has_value(), good);
        if (!good) QCOMPARE(checked.error().violations.front().pointer, std::string("/callback/url"));
    }
};

QTEST_GUILESS_MAIN(TestCallbacks)
#include "tst_callbacks.moc"
