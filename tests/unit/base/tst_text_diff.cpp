#include "core/base/text.h"
#include "core/base/text_diff.h"

#include <QtTest>

#include <numeric>
#include <random>
#include <string>

using signalbox::ByteRange;
using signalbox::diffTexts;
using signalbox::DiffRow;
using signalbox::foldedRows;
using signalbox::linesOf;
using signalbox::RowKind;
using signalbox::TextDiff;

namespace {

std::string marked(std::string_view line, const std::vector<ByteRange>& ranges) {
    std::string text(line);
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        text.insert(range->offset + range->length, "]");
        text.insert(range->offset, "[");
    }
    return text;
}

/// A row a line: `=` equal, `~` changed with its words in brackets, `-` removed, `+` added, `<1` and `>1` moved from and to.
QString readable(const TextDiff& diff, std::string_view left, std::string_view right) {
    const auto leftLines = linesOf(left);
    const auto rightLines = linesOf(right);
    std::string text;
    for (const auto& row : diff.rows) {
        const auto l = row.left ? leftLines[*row.left - 1] : std::string_view();
        const auto r = row.right ? rightLines[*row.right - 1] : std::string_view();
        switch (row.kind) {
        case RowKind::Equal: text += "= " + std::string(l); break;
        case RowKind::Changed: text += "~ " + marked(l, row.leftWords) + " | " + marked(r, row.rightWords); break;
        case RowKind::Removed: text += "- " + std::string(l); break;
        case RowKind::Added: text += "+ " + std::string(r); break;
        case RowKind::Moved: text += (row.left ? "<" : ">") + std::to_string(row.move) + ' ' + std::string(row.left ? l : r); break;
        }
        text += '\n';
    }
    return QString::fromStdString(text);
}

/// What is wrong with a result for any two texts; empty: nothing.
QString brokenPromise(const TextDiff& diff, std::string_view left, std::string_view right, bool ignoreWhitespace = false) {
    const auto leftLines = linesOf(left);
    const auto rightLines = linesOf(right);
    std::size_t l = 0;
    std::size_t r = 0;
    signalbox::DiffCounts counts;
    for (const auto& row : diff.rows) {
        if (!row.left && !row.right) return QStringLiteral("a row without lines");
        if (row.left && *row.left != ++l) return QStringLiteral("left lines out of order");
        if (row.right && *row.right != ++r) return QStringLiteral("right lines out of order");
        const bool both = row.left && row.right;
        if (both != (row.kind == RowKind::Equal || row.kind == RowKind::Changed)) return QStringLiteral("the sides do not fit the kind");
        if (row.kind == RowKind::Equal && !ignoreWhitespace && leftLines[l - 1] != rightLines[r - 1]) return QStringLiteral("equal lines that differ");
        if (row.kind == RowKind::Changed && leftLines[l - 1] == rightLines[r - 1]) return QStringLiteral("a changed line that is the same");
        if (row.kind == RowKind::Changed && row.leftWords.empty() && row.rightWords.empty()) return QStringLiteral("a changed line without changed words");
        if ((row.kind == RowKind::Moved) != (row.move != 0)) return QStringLiteral("a move without a number");
        for (const auto& [line, ranges] : {std::pair(both ? leftLines[l - 1] : "", row.leftWords), std::pair(both ? rightLines[r - 1] : "", row.rightWords)})
            for (const auto& range : ranges)
                if (range.length == 0 || range.offset + range.length > line.size() ||
                    (signalbox::isValidUtf8(line) && !signalbox::isValidUtf8(line.substr(range.offset, range.length))))
                    return QStringLiteral("a range that is none of the line's");
        counts.equal += row.kind == RowKind::Equal;
        counts.changed += row.kind == RowKind::Changed;
        counts.added += row.kind == RowKind::Added;
        counts.removed += row.kind == RowKind::Removed;
        counts.moved += row.kind == RowKind::Moved && row.left;
    }
    if (l != leftLines.size() || r != rightLines.size()) return QStringLiteral("lines are missing");
    if (!(counts == diff.counts)) return QStringLiteral("wrong counts");
    return {};
}

std::string numbered(int first, int end, std::string_view text) {
    std::string lines;
    for (; first < end; ++first) lines += std::string(text) + ' ' + std::to_string(first) + '\n';
    return lines;
}

} // namespace

class TestTextDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsTellWhatChanged_data() {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char* name, const char* left, const char* right, const char* rows) {
            QTest::newRow(name) << QByteArray(left) << QByteArray(right) << QString::fromUtf8(rows);
        };
        row("nothing", "", "", "");
        row("the same", "a\nb", "a\nb", "= a\n= b\n");
        row("from nothing", "", "a\nb", "+ a\n+ b\n");
        row("to nothing", "a\nb", "", "- a\n- b\n");
        row("a line more", "a\nc", "a\nb\nc", "= a\n+ b\n= c\n");
        row("a line less", "a\nb\nc", "a\nc", "= a\n- b\n= c\n");
        row("a paragraph more", "one\n\ntwo", "one\n\nnew\n\ntwo", "= one\n= \n+ new\n+ \n= two\n");
        row("a line feed at the end", "a", "a\n", "= a\n+ \n");
        row("a changed word", "You are a helpful assistant.", "You are a terse assistant.", "~ You are a [helpful] assistant. | You are a [terse] assistant.\n");
        row("a word more", "Answer briefly.", "Answer very briefly.", "~ Answer briefly. | Answer [very ]briefly.\n");
        row("neighbouring words are one range", "keep the old red house here", "keep the new blue house here", "~ keep the [old red] house here | keep the [new blue] house here\n");
        row("nothing alike", "alpha beta", "gamma delta", "- alpha beta\n+ gamma delta\n");
        row("alike lines find each other", "one fine day\ntwo fine nights", "quite another thing\none fine evening\ntwo fine mornings",
            "+ quite another thing\n~ one fine [day] | one fine [evening]\n~ two fine [nights] | two fine [mornings]\n");
        row("characters stay whole", "caf\xC3\xA9 au lait", "caf\xC3\xA8 au lait", "~ [caf\xC3\xA9] au lait | [caf\xC3\xA8] au lait\n");
        row("indentation", "if a:\n  run fast", "if a:\n    run fast", "= if a:\n~ [  ]run fast | [    ]run fast\n");
        row("line ends", "a b\r\nc", "a b\nc", "~ a b[\r] | a b\n= c\n");
        row("moved down", "m1\nm2\nm3\nkeep 1\nkeep 2\nkeep 3\nkeep 4", "keep 1\nkeep 2\nkeep 3\nkeep 4\nm1\nm2\nm3",
            "<1 m1\n<1 m2\n<1 m3\n= keep 1\n= keep 2\n= keep 3\n= keep 4\n>1 m1\n>1 m2\n>1 m3\n");
        row("two lines are no block", "m1\nm2\nkeep 1\nkeep 2\nkeep 3", "keep 1\nkeep 2\nkeep 3\nm1\nm2", "- m1\n- m2\n= keep 1\n= keep 2\n= keep 3\n+ m1\n+ m2\n");
        row("blank lines do not make a block", "m1\n \n \nkeep 1\nkeep 2\nkeep 3\nkeep 4", "keep 1\nkeep 2\nkeep 3\nkeep 4\nm1\n \n ",
            "- m1\n-  \n-  \n= keep 1\n= keep 2\n= keep 3\n= keep 4\n+ m1\n+  \n+  \n");
        row("blank lines inside a block move with it", "m1\n\nm2\nm3\nkeep 1\nkeep 2\nkeep 3\nkeep 4\nkeep 5", "keep 1\nkeep 2\nkeep 3\nkeep 4\nkeep 5\nm1\n\nm2\nm3",
            "<1 m1\n<1 \n<1 m2\n<1 m3\n= keep 1\n= keep 2\n= keep 3\n= keep 4\n= keep 5\n>1 m1\n>1 \n>1 m2\n>1 m3\n");
        row("moved and changed are told apart", "m1\nm2\nm3\nBe polite to all\nkeep 1\nkeep 2\nkeep 3\nkeep 4", "Be polite to everyone\nkeep 1\nkeep 2\nkeep 3\nkeep 4\nm1\nm2\nm3",
            "<1 m1\n<1 m2\n<1 m3\n~ Be polite to [all] | Be polite to [everyone]\n= keep 1\n= keep 2\n= keep 3\n= keep 4\n>1 m1\n>1 m2\n>1 m3\n");
    }
    void rowsTellWhatChanged() {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        const auto l = left.toStdString();
        const auto r = right.toStdString();
        const auto diff = diffTexts(l, r);
        QTEST(readable(diff, l, r), "rows");
        QCOMPARE(brokenPromise(diff, l, r), QString());
    }

    void whitespaceCanBeHidden_data() {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QString>("rows");
        QTest::newRow("indentation") << QByteArray("  a b") << QByteArray("\ta  b ") << "=   a b\n";
        QTest::newRow("line ends") << QByteArray("a\r\nb\r\n") << QByteArray("a\nb\n") << "= a\r\n= b\r\n= \n";
        QTest::newRow("around punctuation") << QByteArray("f(a,b)") << QByteArray("f( a, b )") << "= f(a,b)\n";
        QTest::newRow("words that join") << QByteArray("every day we sing") << QByteArray("everyday we sing") << "~ [every day] we sing | [everyday] we sing\n";
        QTest::newRow("only words are marked") << QByteArray("go  left now please") << QByteArray("go right  now please") << "~ go  [left] now please | go [right]  now please\n";
        QTest::newRow("blank lines") << QByteArray("a\n  \nb") << QByteArray("a\n\nb") << "= a\n=   \n= b\n";
    }
    void whitespaceCanBeHidden() {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        const auto l = left.toStdString();
        const auto r = right.toStdString();
        const auto diff = diffTexts(l, r, {.ignoreWhitespace = true});
        QTEST(readable(diff, l, r), "rows");
        QCOMPARE(brokenPromise(diff, l, r, true), QString());
    }

    void countsAreOfLines() {
        const auto diff = diffTexts("m1\nm2\nm3\na\nb\nc\nd\nthe old end", "a\nb\nnew\nc\nd\nm1\nm2\nm3\nthe new end");
        QCOMPARE(diff.counts, (signalbox::DiffCounts{.equal = 4, .changed = 1, .added = 1, .removed = 0, .moved = 3}));
    }

    void movesHaveTheirOwnNumbers() {
        const std::string first = "a1\na2\na3\n";
        const std::string second = "b1\nb2\nb3\n";
        const std::string kept = numbered(0, 8, "kept");
        const auto diff = diffTexts(first + second + kept, kept + second + first);
        QStringList moves;
        for (const auto& row : diff.rows)
            if (row.kind == RowKind::Moved) moves << QStringLiteral("%1%2").arg(QChar(row.left ? u'<' : u'>')).arg(row.move);
        QCOMPARE(moves.join(u' '), QStringLiteral("<1 <1 <1 <2 <2 <2 >2 >2 >2 >1 >1 >1"));
        QCOMPARE(diff.counts.moved, std::size_t{6});
    }

    void aHugeBlockMovesAsWell() {
        const auto moved = numbered(0, 3000, "moved");
        const auto kept = numbered(0, 5000, "kept");
        const auto diff = diffTexts(moved + kept, kept + moved);
        QCOMPARE(diff.counts, (signalbox::DiffCounts{.equal = 5001, .changed = 0, .added = 0, .removed = 0, .moved = 3000}));
    }

    void anyTwoTextsGiveTheirLinesBack() {
        std::mt19937 random(5);
        const std::vector<std::string> pool{"", "", " ", "{", "}", "alpha beta", "alpha gamma", "Be brief.", "Be very brief.", "\xC3\xA9t\xC3\xA9 froid", "\xC3\xA9t\xC3\xA9 chaud", "\xFF\xFE", "x\r", "---"};
        for (int round = 0; round < 500; ++round) {
            const auto text = [&] {
                std::string lines;
                for (auto count = random() % 40; count > 0; --count) lines += pool[random() % pool.size()] + '\n';
                return lines;
            };
            const auto left = text();
            const auto right = text();
            for (const bool ignore : {false, true}) {
                const auto broken = brokenPromise(diffTexts(left, right, {.ignoreWhitespace = ignore}), left, right, ignore);
                QVERIFY2(broken.isEmpty(), qPrintable(broken + u'\n' + QString::fromStdString(left) + "/////\n" + QString::fromStdString(right)));
            }
        }
    }

    void hugeTextsEnd_data() {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        std::mt19937 random(3);
        constexpr int kLines = 10'000;
        const auto text = [&](const auto& line, char end = '\n') {
            QByteArray lines;
            for (int i = 0; i < kLines; ++i) lines += QByteArray::fromStdString(line(i)) + end;
            return lines;
        };
        const auto plain = [](int i) { return "The customer asks for thing " + std::to_string(i) + ", and the answer is short."; };
        const auto few = [&](int) { return "line " + std::to_string(random() % 50); };
        std::vector<int> order(kLines);
        std::iota(order.begin(), order.end(), 0);
        std::shuffle(order.begin(), order.end(), random);
        QTest::newRow("scattered changes") << text(plain) << text([&](int i) { return plain(i) + (i % 40 == 7 ? " Or not." : ""); });
        QTest::newRow("nothing in common") << text(plain) << text([](int i) { return "Quite another " + std::to_string(i); });
        QTest::newRow("every line a little different") << text(plain) << text([&](int i) { return plain(i) + '!'; });
        QTest::newRow("few different lines in any order") << text(few) << text(few);
        QTest::newRow("the same lines shuffled") << text(plain) << text([&](int i) { return plain(order[static_cast<std::size_t>(i)]); });
        QTest::newRow("one line over and over") << text([](int) { return std::string("x"); }) << text([](int i) { return std::string(i % 3 ? "x" : "y"); });
        QTest::newRow("one endless line") << text(few, ' ') << text(few, ' ');
    }
    void hugeTextsEnd() {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        const auto l = left.toStdString();
        const auto r = right.toStdString();
        for (const bool ignore : {false, true}) QCOMPARE(brokenPromise(diffTexts(l, r, {.ignoreWhitespace = ignore}), l, r, ignore), QString());
    }

    void whatIsEqualFolds_data() {
        QTest::addColumn<QString>("kinds"); // = equal, ~ not
        QTest::addColumn<int>("context");
        QTest::addColumn<QString>("spans"); // rows shown, (rows folded)
        QTest::newRow("no rows") << "" << 3 << "";
        QTest::newRow("nothing changed") << "=====" << 3 << "(5)";
        QTest::newRow("all changed") << "~~~" << 3 << "3";
        QTest::newRow("in the middle") << "=====~=====" << 2 << "(3) 5 (3)";
        QTest::newRow("at the ends") << "~=====~" << 1 << "2 (3) 2";
        QTest::newRow("contexts that meet") << "~====~" << 2 << "6";
        QTest::newRow("one line is not worth it") << "~=====~" << 2 << "7";
        QTest::newRow("a whole stretch of one") << "=~" << 0 << "2";
        QTest::newRow("no context") << "==~==" << 0 << "(2) 1 (2)";
        QTest::newRow("more context than lines") << "==~==" << 10 << "5";
    }
    void whatIsEqualFolds() {
        QFETCH(QString, kinds);
        QFETCH(int, context);
        std::vector<DiffRow> rows;
        for (const auto kind : kinds) rows.push_back({kind == u'=' ? RowKind::Equal : RowKind::Changed, 1, 1, {}, {}, 0});
        QStringList spans;
        std::size_t next = 0;
        for (const auto& span : foldedRows(rows, static_cast<std::size_t>(context))) {
            QCOMPARE(span.first, next);
            next += span.count;
            spans << (span.folded ? QStringLiteral("(%1)") : QStringLiteral("%1")).arg(span.count);
        }
        QCOMPARE(next, rows.size());
        QTEST(spans.join(u' '), "spans");
    }
};

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_text_diff.moc"
