#include "core/client/connection.h"
#include "tests/support/fake_data.h"

#include <QSignalSpy>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using client::ApiError;
using client::ApiResult;
using client::Connection;

class ClientConnectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void becomesLiveAndKnowsWhoIsSignedIn() {
        test::FakeControl control;
        Connection connection;
        QSignalSpy refresh(&connection, &Connection::refreshNeeded);
        connection.open(control.url(), test::FakeControl::token(), u"here"_s);
        QCOMPARE(connection.state(), Connection::State::Connecting);
        QTRY_COMPARE(connection.state(), Connection::State::Live);
        QTRY_COMPARE(connection.role(), client::Role::Admin);
        QCOMPARE(connection.userName(), u"kim"_s);
        QVERIFY(connection.may(client::Role::Operator));
        QCOMPARE(refresh.count(), 1);
        QTRY_COMPARE(connection.status().value("version"_L1).toString(), u"0.1.0"_s);
    }

    void reconnectsByItselfAndResumesAfterTheLastEvent() {
        test::FakeControl control;
        Connection connection;
        QSignalSpy seconds(&connection.events(), &client::EventStream::second);
        connection.open(control.url(), test::FakeControl::token(), u"here"_s);
        QTRY_VERIFY(connection.isLive());
        control.sendEvent("second", {{"now"_L1, "1"_L1}});
        control.sendEvent("second", {{"now"_L1, "2"_L1}});
        QTRY_COMPARE(seconds.count(), 2);

        control.die();
        QTRY_COMPARE(connection.state(), Connection::State::Lost);
        QVERIFY(connection.lostSince().isValid());
        QVERIFY(!connection.problem().isEmpty());

        QSignalSpy refresh(&connection, &Connection::refreshNeeded);
        control.revive();
        QTRY_COMPARE_WITH_TIMEOUT(connection.state(), Connection::State::Live, 15'000);
        QCOMPARE(refresh.count(), 1);
        QVERIFY(!connection.lostSince().isValid());
        QCOMPARE(control.last("GET", u"/events"_s).lastEventId, QByteArray("2"));
    }

    void aRefusedTokenIsNotTriedAgain() {
        test::FakeControl control;
        Connection connection;
        connection.open(control.url(), u"sbt_wrong"_s, u"here"_s);
        QTRY_COMPARE(connection.state(), Connection::State::Refused);
        QCOMPARE(connection.events().state(), client::EventStream::State::Stopped);
        QVERIFY(connection.problem().contains(u"not known"_s));
        QCOMPARE(control.count("GET", u"/events"_s), 1);
    }

    void eventsComeAsTheirTypes() {
        test::FakeControl control;
        Connection connection;
        QSignalSpy runs(&connection.events(), &client::EventStream::runs);
        QSignalSpy documents(&connection.events(), &client::EventStream::document);
        QSignalSpy resets(&connection.events(), &client::EventStream::reset);
        connection.open(control.url(), test::FakeControl::token(), u"here"_s);
        QTRY_VERIFY(connection.isLive());
        control.sendEvent("run", {{"runs"_L1, QJsonArray{test::runData(0), test::runData(1)}}, {"skipped"_L1, 5}});
        control.sendEvent("document", {{"kind"_L1, "route"_L1}, {"name"_L1, "x"_L1}, {"version"_L1, 2}});
        control.sendEvent("of-a-later-version", {});
        control.sendEvent("reset", {});
        QTRY_COMPARE(resets.count(), 1);
        QCOMPARE(runs.count(), 1);
        QCOMPARE(runs.first().at(0).toJsonArray().size(), 2);
        QCOMPARE(runs.first().at(1).toInt(), 5);
        QCOMPARE(documents.count(), 1);
    }

    void errorsCarryWhatTheGatewaySaid() {
        test::FakeControl control;
        control.answer("POST", u"/documents"_s,
                       {400, test::errorBody(u"invalid_request"_s, u"The document is not valid."_s,
                                             {QJsonObject{{"pointer"_L1, "/spec/models/0/id"_L1}, {"message"_L1, "An id is not empty."_L1}}})});
        client::ApiClient api;
        api.setServer(control.url(), test::FakeControl::token());
        std::optional<ApiResult> got;
        api.post(u"/documents"_s, QJsonObject{{"kind"_L1, "provider"_L1}}, this, [&](const ApiResult& result) { got = result; });
        QTRY_VERIFY(got);
        QVERIFY(!got->ok());
        QCOMPARE(got->error->kind, ApiError::Kind::Invalid);
        QCOMPARE(got->error->errorClass, u"invalid_request"_s);
        QCOMPARE(got->error->messageAt(u"/spec/models"), u"An id is not empty."_s);
        QCOMPARE(got->error->messageAt(u"/spec/model"), QString());
        QCOMPARE(control.last("POST", u"/documents"_s).body.value("kind"_L1).toString(), u"provider"_s);
    }

    void noAnswerIsUnreachable() {
        test::FakeControl control;
        client::ApiClient api;
        api.setServer(control.url(), test::FakeControl::token());
        control.die();
        QSignalSpy unreachable(&api, &client::ApiClient::unreachable);
        std::optional<ApiResult> got;
        api.get(u"/status"_s, {}, this, [&](const ApiResult& result) { got = result; });
        QTRY_VERIFY(got);
        QCOMPARE(got->error->kind, ApiError::Kind::Unreachable);
        QVERIFY(!got->error->message.isEmpty());
        QCOMPARE(unreachable.count(), 1);
    }

    void whatIsCancelledOrOutlivedIsNotCalledBack() {
        test::FakeControl control;
        client::ApiClient api;
        api.setServer(control.url(), test::FakeControl::token());
        int called = 0;
        auto pending = api.get(u"/status"_s, {}, this, [&](const ApiResult&) { ++called; });
        pending.cancel();
        {
            QObject shortLived;
            api.get(u"/overview"_s, {}, &shortLived, [&](const ApiResult&) { called += 10; });
        }
        bool done = false;
        api.get(u"/me"_s, {}, this, [&](const ApiResult&) { done = true; });
        QTRY_VERIFY(done);
        QTRY_COMPARE(control.count("GET", u"/overview"_s), 1);
        api.get(u"/me"_s, {}, this, [&](const ApiResult&) { called += 100; });
        QTRY_VERIFY(called >= 100);
        QCOMPARE(called, 100);
    }
};

QTEST_GUILESS_MAIN(ClientConnectionTest)
#include "tst_client_connection.moc"
