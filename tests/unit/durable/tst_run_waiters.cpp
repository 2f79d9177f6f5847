#include "core/gateway/run_waiters.h"

#include <QTest>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <atomic>
#include <thread>

using namespace signalbox;
using namespace std::chrono_literals;
namespace asio = boost::asio;

namespace {

asio::awaitable<void> waitFor(gateway::RunWaiters& waiters, asio::io_context& context, RunId id, std::chrono::milliseconds patience, std::atomic<int>& begun, std::atomic<int>& ended) {
    gateway::RunWaiters::Wait wait(waiters, id, context);
    ++begun;
    co_await wait.until(monotonicNow() + patience);
    ++ended;
}

} // namespace

class TestRunWaiters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnnouncedRunsWaitersAreWokenFromAnyThread() {
        asio::io_context context(1);
        gateway::RunWaiters waiters;
        std::atomic<int> begun{0};
        std::atomic<int> ended{0};
        for (int i = 0; i < 50; ++i) asio::co_spawn(context, waitFor(waiters, context, RunId{i % 2 + 1}, 30s, begun, ended), asio::detached);
        std::thread loop([&] { context.run(); });
        while (begun < 50) std::this_thread::yield();
        waiters.announce(RunId{3});
        waiters.announce(RunId{1});
        QTRY_COMPARE(ended.load(), 25);
        waiters.announceAll();
        QTRY_COMPARE(ended.load(), 50);
        loop.join();
    }

    void aWaitEndsByItself() {
        asio::io_context context(1);
        gateway::RunWaiters waiters;
        std::atomic<int> begun{0};
        std::atomic<int> ended{0};
        asio::co_spawn(context, waitFor(waiters, context, RunId{1}, 10ms, begun, ended), asio::detached);
        context.run();
        QCOMPARE(ended.load(), 1);
        waiters.announce(RunId{1}); // nobody is there any more
        QCOMPARE(context.poll(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestRunWaiters)
#include "tst_run_waiters.moc"
