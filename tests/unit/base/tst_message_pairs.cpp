#include "core/base/message_pairs.h"

#include <QTest>

#include <chrono>
#include <string>

using namespace signalbox;

namespace {

/// `0-0 1-+ -+1`: places on the left and right, `+` for none.
std::string pairsOf(const std::vector<SaidMessage>& left, const std::vector<SaidMessage>& right) {
    std::string text;
    for (const auto& [l, r] : pairedMessages(left, right)) text += (text.empty() ? "" : " ") + (l ? std::to_string(*l) : "+") + "-" + (r ? std::to_string(*r) : "+");
    return text;
}

const SaidMessage kSystem{"system", "You answer customers of a railway, politely and in one sentence."};
const SaidMessage kQuestion{"user", "When does the next train to Oslo leave?"};
const SaidMessage kAnswer{"assistant", "It leaves at 10:05 from track 3."};
const SaidMessage kAsk{"user", "{{question}}"};

} // namespace

class TestMessagePairs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalListsPairInOrder() {
        QCOMPARE(pairsOf({kSystem, kAsk}, {kSystem, kAsk}), std::string("0-0 1-1"));
        QCOMPARE(pairsOf({}, {}), std::string());
        QCOMPARE(pairsOf({}, {kAsk}), std::string("+-0"));
        QCOMPARE(pairsOf({kAsk}, {}), std::string("0-+"));
    }

    void aMessageInFrontMovesNothingElse() { QCOMPARE(pairsOf({kAsk}, {kSystem, kAsk}), std::string("+-0 0-1")); }

    void anExampleInTheMiddleIsAdded() { QCOMPARE(pairsOf({kSystem, kAsk}, {kSystem, kQuestion, kAnswer, kAsk}), std::string("0-0 +-1 +-2 1-3")); }

    void theEditedExampleIsFoundAmongOthersOfItsRole() {
        const SaidMessage edited{"user", "When does the next train to Bergen leave?"};
        const SaidMessage other{"user", "May I take my bicycle with me on the ferry?"};
        QCOMPARE(pairsOf({kSystem, kQuestion}, {kSystem, other, edited}), std::string("0-0 +-1 1-2"));
        QCOMPARE(pairsOf({kSystem, other, kQuestion}, {kSystem, edited}), std::string("0-0 1-+ 2-1"));
    }

    void aRewrittenMessageStaysInItsPlace() {
        const SaidMessage rewritten{"system", "Be brief."};
        QCOMPARE(pairsOf({kSystem, kAsk}, {rewritten, kAsk}), std::string("0-0 1-1"));
    }

    void aMessageThatChangesItsRoleStaysItself() {
        const SaidMessage developer{"developer", kSystem.text};
        QCOMPARE(pairsOf({kSystem, kAsk}, {developer, kAsk}), std::string("0-0 1-1"));
        const SaidMessage alike{"developer", "You answer customers of a railway, politely and in two sentences."};
        QCOMPARE(pairsOf({kSystem, kAsk}, {alike, kAsk}), std::string("0-0 1-1"));
        const SaidMessage unlike{"developer", "Something else."};
        QCOMPARE(pairsOf({kSystem, kAsk}, {unlike, kAsk}), std::string("0-+ +-0 1-1"));
    }

    void everyMessageIsThereOnce() {
        std::vector<SaidMessage> many;
        for (int i = 0; i < 700; ++i) many.push_back(i % 2 ? kAnswer : kQuestion);
        const std::vector<SaidMessage> few(many.begin(), many.begin() + 300);
        std::size_t left = 0;
        std::size_t right = 0;
        for (const auto& [l, r] : pairedMessages(many, few)) {
            if (l) QCOMPARE(*l, left++);
            if (r) QCOMPARE(*r, right++);
        }
        QCOMPARE(left, many.size());
        QCOMPARE(right, few.size());
    }

    void longTextsTakeBoundedTime() {
        std::string long1;
        std::string long2;
        for (int i = 0; i < 20'000; ++i) {
            long1 += "word" + std::to_string(i) + ' ';
            long2 += "other" + std::to_string(i) + ' ';
        }
        const std::vector<SaidMessage> left(20, SaidMessage{"user", long1});
        const std::vector<SaidMessage> right(20, SaidMessage{"user", long2});
        const auto begun = std::chrono::steady_clock::now();
        QCOMPARE(pairedMessages(left, right).size(), std::size_t{20});
        QVERIFY(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
    }
};

QTEST_APPLESS_MAIN(TestMessagePairs)
#include "tst_message_pairs.moc"
