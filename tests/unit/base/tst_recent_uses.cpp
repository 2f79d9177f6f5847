#include "core/base/recent_uses.h"

#include <QtTest>

using namespace signalbox;
using namespace std::chrono_literals;

class RecentUsesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsToldOnceAMinute() {
        RecentUses uses;
        const WallTime at{1'000s};
        uses.note(7, at);
        uses.note(7, at + 1s);
        uses.note(8, at + 2s);
        auto taken = uses.take();
        QCOMPARE(taken.size(), std::size_t(2));
        QCOMPARE(taken[0].id, 7);
        QVERIFY(taken[0].at == at);
        QVERIFY(uses.take().empty());
        uses.note(7, at + 59s); // told already
        QVERIFY(uses.take().empty());
        uses.note(7, at + 60s);
        taken = uses.take();
        QCOMPARE(taken.size(), std::size_t(1));
        QVERIFY(taken[0].at == at + 60s);
    }
};

QTEST_APPLESS_MAIN(RecentUsesTest)
#include "tst_recent_uses.moc"
