#include "core/client/event_parser.h"
#include "core/client/resources.h"

#include <QtTest>

using namespace signalbox::client;
using namespace Qt::StringLiterals;

class ClientEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEventIsReadHoweverItsBytesAreCut() {
        const QByteArray text = ": hello\n\nid: 7\r\nevent: run\r\ndata: {\"a\":\r\ndata: 1}\r\n\r\ndata:x\n\n";
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            EventParser parser;
            QList<ServerEvent> events = parser.feed(text.left(cut));
            events += parser.feed(text.mid(cut));
            QCOMPARE(events.size(), 2);
            QCOMPARE(events[0].id, QByteArray("7"));
            QCOMPARE(events[0].type, QByteArray("run"));
            QCOMPARE(events[0].data, QByteArray("{\"a\":\n1}"));
            QCOMPARE(events[1].type, QByteArray("message"));
            QCOMPARE(events[1].data, QByteArray("x"));
            QCOMPARE(events[1].id, QByteArray("7"));
        }
    }

    void anEventThatTheEndCutsOffIsNotGivenOut() {
        EventParser parser;
        QVERIFY(parser.feed("event: run\ndata: {}\n").isEmpty());
    }

    void commentsAndFieldsWithoutDataGiveNoEvent() {
        EventParser parser;
        QVERIFY(parser.feed(": keep-alive\n\nevent: run\n\nid: 3\n\nretry: 10\n\n").isEmpty());
        const QList<ServerEvent> events = parser.feed("data: y\n\n");
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0].type, QByteArray("message"));
        QCOMPARE(events[0].id, QByteArray("3"));
    }

    void aByteOrderMarkIsSkipped() {
        EventParser parser;
        QVERIFY(parser.feed("\xEF\xBB").isEmpty());
        QCOMPARE(parser.feed("\xBF" "data: z\n\n").size(), 1);
    }

    void pathsKeepASlashInsideASegment() {
        QCOMPARE(pathOf({u"targets"_s, u"open router"_s, u"meta/llama+3"_s}), u"/targets/open%20router/meta%2Fllama%2B3"_s);
    }

    void timesGoThereAndBack() {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'763'900'000'123, Qt::UTC);
        QCOMPARE(timeOf(timeText(time)), time);
        QVERIFY(!timeOf(u"yesterday"_s).isValid());
    }

    void aFilterSendsOnlyWhatFilters() {
        RunFilter filter;
        filter.model = u"a+b/c"_s;
        const QUrlQuery query = filter.query({}, 50);
        QCOMPARE(query.queryItems().size(), 2);
        QVERIFY(query.toString(QUrl::FullyEncoded).contains(u"a%2Bb"_s));
    }
};

QTEST_GUILESS_MAIN(ClientEventsTest)
#include "tst_client_events.moc"
