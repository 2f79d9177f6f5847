#include "core/base/event_stream.h"

#include <QObject>
#include <QTest>

#include <vector>

using signalbox::EventStreamSplitter;
using signalbox::StreamEvent;

namespace {

struct Seen {
    std::string type;
    std::string data;
    bool operator==(const Seen&) const = default;
};

std::vector<Seen> split(const std::vector<std::string>& pieces, std::string* raw = nullptr) {
    EventStreamSplitter splitter;
    std::vector<Seen> seen;
    for (const auto& piece : pieces) {
        const std::string copy = piece;
        splitter.feed(copy);
        StreamEvent event;
        while (splitter.next(event)) {
            seen.push_back({std::string(event.type), std::string(event.data)});
            if (raw) *raw += event.raw;
        }
    }
    return seen;
}

} // namespace

/// Server-sent events out of bytes in any pieces.
class EventStream : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eventsAreFound_data();
    void eventsAreFound();
    void anyCutGivesTheSameEvents();
    void rawIsWhatCame();
    void anEventThatGrowsTooLargeFails();
    void aCutEventIsNoticed();
};

void EventStream::eventsAreFound_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("expected"); // type, data, type, data, ...
    QTest::newRow("one") << QByteArray("data: a\n\n") << QByteArrayList{"", "a"};
    QTest::newRow("no blank after the colon") << QByteArray("data:a\n\n") << QByteArrayList{"", "a"};
    QTest::newRow("only one blank belongs to the syntax") << QByteArray("data:  a\n\n") << QByteArrayList{"", " a"};
    QTest::newRow("type") << QByteArray("event: x\ndata: a\n\n") << QByteArrayList{"x", "a"};
    QTest::newRow("lines are joined") << QByteArray("data: a\ndata: b\ndata\n\n") << QByteArrayList{"", "a\nb\n"};
    QTest::newRow("CRLF") << QByteArray("event: x\r\ndata: a\r\n\r\ndata: b\r\n\r\n") << QByteArrayList{"x", "a", "", "b"};
    QTest::newRow("comment") << QByteArray(": hello\n\ndata: a\n\n") << QByteArrayList{"", "", "", "a"};
    QTest::newRow("blank lines between") << QByteArray("\n\n\ndata: a\n\n\n\ndata: b\n\n") << QByteArrayList{"", "a", "", "b"};
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF" "data: a\n\n") << QByteArrayList{"", "a"};
    QTest::newRow("unfinished") << QByteArray("data: a\n\ndata: b\n") << QByteArrayList{"", "a"};
    QTest::newRow("other fields") << QByteArray("id: 1\nretry: 5\nx\ndata: a\n\n") << QByteArrayList{"", "a"};
}

void EventStream::eventsAreFound() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, expected);
    std::vector<Seen> wanted;
    for (int i = 0; i < expected.size(); i += 2) wanted.push_back({expected[i].toStdString(), expected[i + 1].toStdString()});
    QVERIFY(split({bytes.toStdString()}) == wanted);
}

void EventStream::anyCutGivesTheSameEvents() {
    for (const std::string& bytes : {std::string("event: a\ndata: 1\ndata: 2\n\n: c\n\ndata: 3\n\n"), std::string("event: a\r\ndata: 1\r\ndata: 2\r\n\r\n: c\r\n\r\ndata: 3\r\n\r\n")}) {
        const auto whole = split({bytes});
        QCOMPARE(whole.size(), std::size_t{3});
        for (std::size_t a = 0; a <= bytes.size(); ++a)
            for (std::size_t b = a; b <= bytes.size(); ++b) QVERIFY(split({bytes.substr(0, a), bytes.substr(a, b - a), bytes.substr(b)}) == whole);
        std::vector<std::string> single;
        for (const char c : bytes) single.emplace_back(1, c);
        QVERIFY(split(single) == whole);
    }
}

void EventStream::rawIsWhatCame() {
    const std::string bytes = "event: a\r\ndata: 1\r\n\r\n: c\n\ndata: 3\n\n";
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        std::string raw;
        split({bytes.substr(0, cut), bytes.substr(cut)}, &raw);
        QCOMPARE(raw, bytes);
    }
}

void EventStream::anEventThatGrowsTooLargeFails() {
    EventStreamSplitter splitter(100);
    StreamEvent event;
    const std::string piece(60, 'x');
    splitter.feed(piece);
    QVERIFY(!splitter.next(event));
    QVERIFY(!splitter.failed());
    splitter.feed(piece);
    QVERIFY(!splitter.next(event));
    QVERIFY(splitter.failed());
}

void EventStream::aCutEventIsNoticed() {
    EventStreamSplitter splitter;
    StreamEvent event;
    const std::string bytes = "data: a\n\ndata: b";
    splitter.feed(bytes);
    while (splitter.next(event)) {}
    QVERIFY(splitter.partial(event));
    QCOMPARE(event.data, "b");
    QVERIFY(!EventStreamSplitter().partial(event));
}

QTEST_GUILESS_MAIN(EventStream)
#include "tst_event_stream.moc"
