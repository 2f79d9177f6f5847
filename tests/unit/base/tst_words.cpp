#include "core/base/words.h"

#include <QtTest>

using signalbox::wordsOf;

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineFallsIntoWords_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArrayList>("words");
        QTest::newRow("empty") << QByteArray() << QByteArrayList();
        QTest::newRow("a sentence") << QByteArray("Be kind, always.") << QByteArrayList{"Be", " ", "kind", ",", " ", "always", "."};
        QTest::newRow("white space is one word") << QByteArray("a \t  b\r") << QByteArrayList{"a", " \t  ", "b", "\r"};
        QTest::newRow("punctuation stands alone") << QByteArray("{{x}}") << QByteArrayList{"{", "{", "x", "}", "}"};
        QTest::newRow("names stay whole") << QByteArray("customer_name2") << QByteArrayList{"customer_name2"};
        QTest::newRow("accents are letters") << QByteArray("Stra\xC3\x9F" "e na\xC3\xAFve") << QByteArrayList{"Stra\xC3\x9F" "e", " ", "na\xC3\xAFve"};
        QTest::newRow("Cyrillic") << QByteArray("\xD0\xB4\xD0\xB0!") << QByteArrayList{"\xD0\xB4\xD0\xB0", "!"};
        QTest::newRow("Han stands alone") << QByteArray("\xE4\xBD\xA0\xE5\xA5\xBD") << QByteArrayList{"\xE4\xBD\xA0", "\xE5\xA5\xBD"};
        QTest::newRow("typographic quotes") << QByteArray("\xE2\x80\x9Cyes\xE2\x80\x9D") << QByteArrayList{"\xE2\x80\x9C", "yes", "\xE2\x80\x9D"};
        QTest::newRow("emoji") << QByteArray("ok\xF0\x9F\x91\x8D\xF0\x9F\x91\x8D") << QByteArrayList{"ok", "\xF0\x9F\x91\x8D", "\xF0\x9F\x91\x8D"};
        QTest::newRow("not UTF-8") << QByteArray("a\xFF\xC3") << QByteArrayList{"a", "\xFF", "\xC3"};
    }
    void aLineFallsIntoWords() {
        QFETCH(QByteArray, line);
        QByteArrayList found;
        for (const auto& word : wordsOf(line.toStdString())) found << line.mid(static_cast<qsizetype>(word.offset), static_cast<qsizetype>(word.length));
        QTEST(found, "words");
        QCOMPARE(found.join(), line);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
