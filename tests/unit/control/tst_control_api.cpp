#include "core/control/answer_schema.h"
#include "core/control/api.h"

#include <QtTest>

#include <boost/json.hpp>

using namespace signalbox;
using namespace signalbox::control;

class TestControlApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rolesIncludeThoseBefore() {
        const std::vector<std::string> names{"viewer", "reviewer", "engineer", "operator", "admin"};
        Role before = Role::Nobody;
        for (const auto& name : names) {
            const auto role = roleNamed(name);
            QVERIFY(role && *role > before);
            QVERIFY(nameOf(*role) == name);
            before = *role;
        }
        QVERIFY(!roleNamed("nobody") && !roleNamed("Admin") && !roleNamed(""));
    }

    void pathsMatchSegmentBySegment_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name"); // what {name} gets; empty: no match
        QTest::newRow("plain") << "/things/a" << "a";
        QTest::newRow("decoded once") << "/things/a%2Fb" << "a/b";
        QTest::newRow("not twice") << "/things/a%252Fb" << "a%2Fb";
        QTest::newRow("none") << "/things" << "";
        QTest::newRow("empty") << "/things/" << "";
        QTest::newRow("deeper") << "/things/a/b" << "";
        QTest::newRow("double slash") << "//things/a" << "";
        QTest::newRow("other case") << "/Things/a" << "";
        QTest::newRow("escaped word") << "/%74hings/a" << "";
        QTest::newRow("half an escape") << "/things/%4" << "";
        QTest::newRow("dots stay dots") << "/things/.." << "..";
        QTest::newRow("without slash") << "things/a" << "";
    }
    void pathsMatchSegmentBySegment() {
        QFETCH(QString, path);
        QFETCH(QString, name);
        Operations operations;
        operations.add({"GET", "/things/{name}", Role::Viewer, "A thing", {}, {}, nullptr});
        const auto match = operations.find("GET", path.toStdString());
        QCOMPARE(match.operation != nullptr, !name.isEmpty());
        if (match.operation) QCOMPARE(QString::fromStdString(match.parameters.at("name")), name);
        QVERIFY(!operations.find("DELETE", path.toStdString()).operation);
    }

    void whatIsNotSaidTakesAnAdministrator() { QCOMPARE(static_cast<int>(Operation{}.role), static_cast<int>(Role::Admin)); }

    void hostsOfLoopback_data() {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("loopback");
        for (const auto* host : {"localhost", "LocalHost:8787", "127.0.0.1", "127.0.0.1:1", "127.1.2.3:80", "[::1]", "[::1]:8787"}) QTest::newRow(host) << host << true;
        for (const auto* host : {"evil.example", "127.evil.example:80", "127.0.0.1.nip.example", "localhost.evil.example", "10.0.0.1", "[::2]", "[::1", "127.1:80", "0x7f.0.0.1", "", "128.0.0.1"})
            QTest::newRow(*host ? host : "empty") << host << false;
    }
    void hostsOfLoopback() {
        QFETCH(QString, host);
        QFETCH(bool, loopback);
        QCOMPARE(isLoopbackHost(host.toStdString()), loopback);
    }

    void errorsHaveOneShape() {
        model::Error error{model::ErrorClass::InvalidRequest, "Not so.", "wrong", {}, {}, {}};
        error.violations.push_back({"/spec/x", "is not known"});
        const auto reply = errorReply(error);
        QCOMPARE(reply.status, 400);
        const auto value = boost::json::parse(reply.body);
        QVERIFY(value.at_pointer("/error/class").as_string() == "invalid_request");
        QVERIFY(value.at_pointer("/error/violations/0/pointer").as_string() == "/spec/x");
        error.code = "conflict";
        QCOMPARE(errorReply(error).status, 409);
    }

    void answersAreWrittenAsTheyLook() {
        const auto me = answerSchemaOf("GET", "/me");
        QVERIFY(me.at_pointer("/properties/role/type").as_string() == "string");
        QCOMPARE(me.at("required").as_array().size(), std::size_t(2));
        const auto runs = answerSchemaOf("GET", "/runs");
        QVERIFY(runs.at_pointer("/properties/items/items/properties/error/type/1").as_string() == "null");
        QVERIFY(runs.at_pointer("/properties/items/items/properties/attempts/items/properties/usage/properties/input/type").as_string() == "integer");
        QVERIFY(answerSchemaOf("GET", "/documents").at_pointer("/properties/items/items/properties/labels/additionalProperties/type").as_string() == "integer");
        QVERIFY(answerSchemaOf("GET", "/nowhere").is_null());
    }
};

QTEST_GUILESS_MAIN(TestControlApi)
#include "tst_control_api.moc"
